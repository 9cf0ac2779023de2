"""Extent: which words of a sentence a cue reports, before it, behind it or on both sides."""

from __future__ import annotations

from recoupe.quotes.cues import Cue, matches
from recoupe.quotes.cuts import cut
from recoupe.quotes.ends import end_of
from recoupe.quotes.grammar import GERUND, Grammar
from recoupe.quotes.phrases import crowd, noun_phrase
from recoupe.quotes.scene import Report, Scene
from recoupe.quotes.view import COMMA, PIECE, POINT, QUOTED, WHOLE, WORD, Token
from recoupe.quotes.voices import known


def clause_start(words: list[Token], left: int, grammar: Grammar) -> int:
    """Return where the clause that ends at `left` begins: the sentence, or behind a semicolon."""
    closed = 0
    for k in range(left - 1, max(-1, left - 150), -1):
        if words[k].kind != POINT:
            continue
        low = words[k].low
        if low in "()":
            closed += 1 if low == ")" else -1
        if closed < 0 or (not closed and low in ";:"):
            return k + 1
        if low in ".!?" and k + 1 < left and words[k - 1].kind == QUOTED:
            return k + 1
    return 0


def colon_behind(words: list[Token], at: int) -> int | None:
    """Return the place of a colon within reach behind `at`, before any quotation or full stop."""
    for k in range(at, min(len(words), at + 16)):
        if words[k].kind == QUOTED:
            return None
        if words[k].kind == POINT:
            if words[k].low == ":":
                return k
            if words[k].low in ".;?!":
                return None
    return None


def complement_behind(words: list[Token], at: int, grammar: Grammar) -> int | None:
    """Return where "that" (or its like) opens the reported clause behind `at`, None when nothing does."""
    placed = False
    for k in range(at, min(len(words), at + 18)):
        token = words[k]
        if token.kind == QUOTED and token.low == PIECE and token.capital and k > at and k + 1 < len(words):
            that = k + 1
            while that < min(len(words) - 1, k + 3) and words[that].low in grammar.adverbial | grammar.dates:
                that += 1
            if words[that].low in grammar.that:
                return that  # "said on “Meet the Town” that ...", "told “Meet the Town” on Friday that ..."
        if token.kind == QUOTED or (token.kind == POINT and token.low in ";:."):
            return None
        if token.low in grammar.complements or (k == at and token.low in grammar.close):
            return k
        if (
            k == at
            and token.low in grammar.pronouns
            and not (k + 1 < len(words) and words[k + 1].low in grammar.complements)
        ):
            return None
        if token.kind == POINT and token.low == "," and (placed or _inside_place(words, k, at, grammar)):
            placed = not placed and words[k + 1].capital  # the comma behind "Ems, New Holm"
            continue
        if token.kind == POINT and token.low == ",":
            joined = grammar.habits.get("comma_complement")
            return k + 1 if joined and k + 1 < len(words) and words[k + 1].low in grammar.close else None
        if k > at and (
            (token.low in grammar.stop and token.low not in grammar.adverbial) or token.low in grammar.pronouns
        ):
            return None
    return None


def _inside_place(words: list[Token], k: int, at: int, grammar: Grammar) -> bool:
    """ "told a hall in Ems, New Holm, on Monday that": the comma at `k` stands inside or behind the name of a place."""
    if k == at or k + 1 >= len(words) or not words[k - 1].capital or grammar.habits.get("comma_complement"):
        return False
    close = k + 1
    while close < len(words) and words[close].kind == WORD and words[close].capital:
        close += 1
    if close == len(words):
        return False
    ends = words[close].low in grammar.adverbial or words[close].low in grammar.that
    return ends or (close > k + 1 and words[close].low == ",")


def _relative(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """Tell whether a verb is that of a clause about a noun: ", who said", ", che aveva chiesto"."""
    k = cue.first - 1
    if cue.form == GERUND and k > 1:
        adverb = words[k].low in grammar.auxiliaries
        return words[k - adverb].low == "," and words[k - adverb - 1].capital  # "Poe, later alleging that ..., said"
    relative = k > 0 and (words[k].low in grammar.that or grammar.pronouns.get(words[k].low) == "r")
    return relative and words[k - 1].low == ","


def _to_something(words: list[Token], k: int, grammar: Grammar) -> bool:
    """Tell whether behind a verb of thought stands "to" and a thing, and no deed."""
    return k + 1 < len(words) and words[k].low in grammar.to and words[k + 1].low in grammar.determiners


def _opens_aside(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> bool:
    """ "But even as Poe said ..., Rill": a word that opens a clause beside the main one, behind "but" and an adverb."""
    while start < cue.first and (
        words[start].low in grammar.joining
        or (words[start].low in grammar.auxiliaries and words[start].low not in grammar.finite)
    ):
        start += 1
    return words[start].low in grammar.breaking


def _in_aside(words: list[Token], cue: Cue, place: tuple[tuple[int, int] | None, int], grammar: Grammar) -> bool:
    """ "Some booed, and when Poe rose and said it was late, a man yelled", "Despite what Poe wrote in May, Rill said":
    tell whether a verb stands in an "and when", or in a "what" that opens the sentence; `place` is its subject and
    where its clause begins."""
    subject, start = place
    if subject is not None and start < subject[0] <= start + 2 and cue.strength in ("say", "tell"):
        low = words[subject[0] - 1].low
        if low in grammar.complements and low not in grammar.that and words[start].low not in grammar.joining:
            return subject[0] == start + 2
    for k in range(cue.first - 1, start + 1, -1):
        if words[k].kind != WORD:
            return False
        if words[k].low in grammar.breaking and words[k - 1].low in grammar.joining and words[k - 2].low == ",":
            return True
    return False


def _main_clause(words: list[Token], right: int, end: int, grammar: Grammar) -> bool:
    """ "After saying he was “too tired to stay,” he left": tell whether behind the first words in marks that end with a
    comma a pronoun, a name or a noun opens the main clause."""
    comma = next((k for k in range(right, end - 1) if words[k].low == COMMA), None)
    if comma is None:
        return False
    low = words[comma + 1].low
    return words[comma + 1].capital or low in grammar.definite or low in grammar.pronouns


def _parts(words: list[Token], k: int, end: int, grammar: Grammar) -> bool:
    """Tell whether a comma at `k` closes a clause; one inside marks does not before "and"."""
    inside = words[k].low == COMMA
    return words[k].low == "," or (inside and k + 1 < end and words[k + 1].low not in grammar.joining)


def before_words(
    scene: Scene, cue: Cue, subject: tuple[int, int] | None, right: int, complement: int | None
) -> Report | None:
    """ "She said that ...", "she called it “...”", "she said: “...”": what is reported stands behind token `right`,
    where cue and subject end. `complement` is where a "that" opens it."""
    words, grammar = scene.words, scene.grammar
    colon = colon_behind(words, right)
    end = _end_behind(scene, cue, subject, (right, colon))
    if colon is not None and any(crowd(words, c.first, c.last, grammar) for c in scene.later if c.last == colon):
        return None  # "Poe spoke to supporters who chanted: “...”"
    if colon is not None and colon < end:
        that = complement == right and words[right].low in grammar.that
        opened = right if that or _opens_clause(words, cue, right, colon, grammar) else None
        return _behind_colon(scene, cue, subject, colon, (opened, end))
    if cue.strength == "think" and _to_something(words, right, grammar):
        return None  # "agreed to a call"
    if complement is not None:
        if all(t.kind == POINT for t in words[complement + 1 : end]):
            return None  # "The mayor denies that."
        return cut(words, Report(cue, subject, [(complement, end)], "that"), grammar)
    start = right
    if start < len(words) and words[start].low == ",":
        rule, start = _behind_comma(words, cue, start, end, grammar)
        if rule is not None:
            return cut(words, Report(cue, subject, [(start, end)], rule), grammar)
        if cue.strength != "call":
            return None
    start = _behind_recipient(words, cue, start, end, grammar)
    if start >= end or (all(t.kind != QUOTED for t in words[start:end]) and _tells_nothing(words, cue, start, grammar)):
        return None
    if on_title(words, start, end, grammar):
        return None
    return cut(words, Report(cue, subject, [(start, end)], "verb-clause"), grammar)


def on_title(words: list[Token], start: int, end: int, grammar: Grammar) -> bool:
    """ "said on Monday on “The Tide”": tell whether a date or a preposition opens words that tell only where, and all
    in marks among them is a title."""
    if start >= end or grammar.habits.get("nouns_capital") or words[start].low in grammar.governed:
        return False
    opener = words[start - 1] if start and words[start - 1].low in grammar.particles else words[start]  # "spoke on"
    if opener.low not in grammar.adverbial and opener.low not in grammar.dates:
        return False
    quoted = [t for t in words[start:end] if t.kind == QUOTED]
    if not quoted or not all(t.title for t in quoted):
        return False
    clause = grammar.finite | grammar.complements | grammar.like
    return not any(t.low in clause for t in words[start:end])


def _end_behind(scene: Scene, cue: Cue, subject: tuple[int, int] | None, behind: tuple[int, int | None]) -> int:
    """Return where what is reported ends at the latest: `behind` is the token behind cue and subject, and the colon
    there."""
    words, grammar, later = scene.words, scene.grammar, scene.later
    right, colon = behind
    end = end_of(scene, right)
    manner = cue.form == GERUND and words[cue.first - 1].kind == WORD
    if colon is None and (later or manner):
        start = clause_start(words, cue.first, grammar)
        opener = manner or _opens_aside(words, start, cue, grammar)
        if opener and not manner and subject is not None and subject[0]:
            opener = words[subject[0] - 1].low != ","
        opener = opener or _in_aside(words, cue, (subject, start), grammar)
        if opener and (later or (start + 1 == cue.first and _main_clause(words, right, end, grammar))):
            # "Though he said ..., she ...", "In a note announcing ..., she ...": a comma closes it
            end = next((k for k in range(right, end) if _parts(words, k, end, grammar)), end)
            end += end < len(words) and words[end].low == COMMA
    if _relative(words, cue, grammar):
        # "Poe, who had asked for ten years, calls himself “calm”": the comma before the main verb closes it
        end = next((c.first - 1 for c in later if c.first > right and words[c.first - 1].low == ","), end)
    return end


def _opens_clause(words: list[Token], cue: Cue, right: int, colon: int, grammar: Grammar) -> bool:
    """ "Poe said she has one gift: “...”": tell whether a pronoun right behind the verb opens a clause of its own."""
    if cue.strength != "say" or not grammar.habits.get("bare_nouns") or right + 2 >= colon:
        return False
    low = words[right].low
    subject = grammar.pronouns.get(low, "r") != "r" and low not in grammar.objects
    return subject and words[right + 1].low in grammar.finite


def _behind_colon(
    scene: Scene, cue: Cue, subject: tuple[int, int] | None, colon: int, opened: tuple[int | None, int]
) -> Report | None:
    """Return the report of what stands behind a colon; `opened` is where a "that" opens what may hold it, and its
    end."""
    words, later, start = scene.words, scene.later, colon + 1
    complement, end = opened
    if complement is not None and start < len(words) and not any(c.first > start for c in later):
        # "adds that there are two ways: “...”": the colon stands inside what is said
        return cut(words, Report(cue, subject, [(complement, end)], "that"), scene.grammar)
    if start >= len(words):
        return Report(cue, subject, [], "colon", pending=True)
    if words[start].kind == QUOTED:
        last = start + 1
        while last < len(words) and words[last].kind == QUOTED:
            last += 1
        return Report(cue, subject, [(k, k + 1) for k in range(start, last)], "colon")
    if any(c.first >= start and colon_behind(words, c.last) is not None for c in later):
        return None  # "... criticised it: so Poe said: “...”"
    return Report(cue, subject, [(start, len(words))], "colon")


def _behind_comma(words: list[Token], cue: Cue, start: int, end: int, grammar: Grammar) -> tuple[str | None, int]:
    """Return the rule by which what is reported stands behind the comma at `start`, None where none says so, and where
    it begins."""
    closed = next((k for k in range(start + 1, min(start + 14, end)) if words[k].low == ","), None)
    if closed is not None and closed + 1 < end and words[closed + 1].low in grammar.complements:
        return "that", closed + 1
    if closed is not None and closed - start < 5 and closed + 1 < end and words[closed + 1].kind == QUOTED:
        start = closed
    if start + 1 < len(words) and words[start + 1].kind == QUOTED:
        return "comma-quote", start + 1
    if grammar.habits.get("comma_clause") and cue.strength == "say" and start + 2 < end:
        return "comma-clause", start + 1
    return None, start


def _tells_nothing(words: list[Token], cue: Cue, start: int, grammar: Grammar) -> bool:
    """Tell whether without words in marks and without "that" a verb is one of deeds ("held talks", "continues to
    lead"), or what follows it only how, where or itself ("tweeted from Ems", "bestätigt worden", "äußerte sich")."""
    first = words[start].low
    if words[cue.verb].low in grammar.clausal or first in grammar.circumstances:
        return True
    return bool(grammar.habits.get("verb_second")) and (first in grammar.finite or first in grammar.reported)


def _behind_recipient(words: list[Token], cue: Cue, start: int, end: int, grammar: Grammar) -> int:
    """Step over dates, "in a statement" before a quotation, and whom it is told to."""
    while start < end and words[start].low in grammar.dates:
        start += 1
    start = behind_aside(words, start, end, grammar)
    if cue.strength in ("say", "ask", "tell"):
        for k in range(start, min(end, start + 12)):
            if words[k].kind == QUOTED and (
                words[k - 1].low in (",", ":")
                or (k - start > 1 and words[start].low in grammar.adverbial and grammar.habits.get("recipient_first"))
                or (k > start and words[k - 1].low in grammar.dates and words[start].low in grammar.adverbial)
                or (cue.strength == "ask" and k > start and words[k].capital and _sentence(words, k, start, grammar))
            ):
                return k
            if words[k].kind != WORD and not (words[k].low == "," and k + 1 < end and words[k + 1].kind == QUOTED):
                break
        whole = _behind_circumstance(words, start, end, grammar)
        if whole is not None:
            return whole
    if cue.strength == "tell" and start < end:
        whose = words[start].low in grammar.possessive and start + 1 < end and known(words[start + 1].low, grammar)
        if (words[start].low in grammar.pronouns or words[start].low in grammar.objects) and not whose:
            return start + 1
        k = start + 1
        while (
            k < end
            and words[k].kind == WORD
            and (
                words[k].capital
                or words[k - 1].low in grammar.determiners
                or words[k].low in grammar.prepositions
                or words[k - 1].low in grammar.prepositions
            )
        ):
            k += 1
        near = next((j for j in range(k, min(end, k + 3)) if words[j].low in grammar.pronouns), None)
        return k if near is None else near
    if start < end and words[start].low in grammar.adverbial and cue.strength == "say":
        k = start
        while k < end and k - start < 8 and words[k].kind == WORD and words[k].low not in grammar.pronouns:
            k += 1
        if k < end and words[k].low in grammar.pronouns:
            return k
    return start


def _sentence(words: list[Token], quote: int, start: int, grammar: Grammar) -> bool:
    """ "asked the crowd “Who stays?”": tell whether a whole sentence in marks stands behind whom is asked."""
    return words[quote].low == WHOLE and words[start].low in grammar.determiners and quote + 1 >= len(words) - 1


def _behind_circumstance(words: list[Token], start: int, end: int, grammar: Grammar) -> int | None:
    """ "said in the spring, when the story broke, “I sent nothing.”": behind a verb, where and when it was said, and a
    comma, a whole sentence in marks is what is said. Return its place."""
    if start >= end or words[start].low not in grammar.adverbial:
        return None
    k = next((k for k in range(start, min(end, start + 24)) if words[k].kind == QUOTED), None)
    if k is None or words[k - 1].low != "," or not words[k].capital or words[k].low not in (WHOLE, COMMA):
        return None
    return k


def behind_aside(words: list[Token], start: int, end: int, grammar: Grammar) -> int:
    """Step over a set phrase behind the verb, between commas or not: "dénonce quant à elle « ... »", "dice, por su
    parte, Ana Pons"."""
    inset = start + 1 < end and words[start].low == ","
    at = start + inset
    for phrase in grammar.asides.get(words[at].low, ()) if at < end else ():
        close = at + len(phrase)
        if matches(words, at, phrase) and (not inset or (close < end and words[close].low == ",")):
            return min(end, close + inset)
    return start


def according(scene: Scene, cue: Cue) -> Report | None:
    """ "According to Ann Poe, ...", "..., according to her": what is reported stands behind the source or before it."""
    words, grammar = scene.words, scene.grammar
    subject = cue.subject
    if subject is None:
        return None
    before = words[cue.first - 1]
    if cue.first == 0 or (before.low != "," and before.kind != QUOTED and cue.first < 3):
        start = max(subject[1], cue.last)
        # behind the comma that closes what is said of the source
        comma = next((k for k in range(start, min(len(words), start + 25)) if words[k].low == ","), None)
        if comma is not None:
            start = comma + 1
            more = next((k for k in range(start, min(len(words), start + 12)) if words[k].low == ","), None)
            if more is not None and grammar.pronouns.get(words[start].low) == "r" and more + 1 < len(words):
                start = more + 1  # "selon Anna Poe, qui dirige le port, « ... »"
            elif (
                more is not None
                and not grammar.verbs.keys() & {t.low for t in words[start:more]}
                and words[start].low not in grammar.pronouns
                and words[more - 1].kind == WORD
                and (more + 1 >= len(words) or words[more + 1].low not in grammar.joining)
                and any(t.kind == QUOTED for t in words[more:])
                and not any(t.kind == QUOTED for t in words[start:more])
            ):
                start = more + 1
        end = end_of(scene, start)
        return cut(words, Report(cue, subject, [(start, end)], "according-first"), grammar) if end > start else None
    start = clause_start(words, cue.first, grammar)
    end = subject[0] if subject[1] == cue.first > subject[0] > start else cue.first
    quoted = scene.quoted
    behind = subject[1] + (subject[1] < len(words) and words[subject[1]].low == ",")
    about = behind < len(words) and grammar.pronouns.get(words[behind].low) == "r"  # "selon des élus, qui parlent de"
    if quoted and quoted[0] >= subject[1] and not about:
        told = max(subject[1], cue.last)  # "der Stadt zufolge „faul“"
        last = end_of(scene, told)
        return cut(words, Report(cue, subject, [(told, last)], "according-inside"), grammar) if last > told else None
    return cut(words, Report(cue, subject, [(start, end)], "according-last"), grammar) if end > start else None


def opening(words: list[Token], cue: Cue, quoted: list[int], grammar: Grammar) -> Report | None:
    """ "Citing “delays,” the mayor ...": the subject stands behind the opening phrase."""
    if not quoted or cue.form != GERUND:
        return None
    comma = next((k for k in range(cue.last, len(words)) if words[k].low in (",", COMMA)), None)
    if comma is None or comma < quoted[0] or comma + 1 >= len(words):
        return None
    subject = noun_phrase(words, comma + 1, grammar)
    if subject is None:
        return None
    end = comma + 1 if words[comma].low == COMMA else comma
    if on_title(words, cue.last, end, grammar):
        return None  # "Speaking to “The Tide” on Monday, Ann Poe ..."
    return cut(words, Report(cue, subject, [(cue.last, end)], "opening"), grammar)
