"""Order: where the subject of a verb that reports stands by the order of the words: before it, behind it, nowhere."""

from __future__ import annotations

from recoupe.quotes.clauses import clause_start, colon_behind, complement_behind
from recoupe.quotes.cues import Cue
from recoupe.quotes.grammar import Grammar
from recoupe.quotes.phrases import noun_phrase
from recoupe.quotes.recipients import behind_aside
from recoupe.quotes.subjects import subject_left
from recoupe.quotes.view import COMMA, POINT, QUOTED, WORD, Token
from recoupe.quotes.voices import body, known


def parenthesis(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """ "el corte, dice, “era evitable”": a verb alone between commas, in a language that leaves the subject unsaid."""
    if not grammar.habits.get("pro_drop") or not cue.first or cue.last >= len(words):
        return False
    return words[cue.first - 1].low == "," and words[cue.last].low == ","


def in_brackets(words: list[Token], subject: tuple[int, int], cue: Cue) -> bool:
    """ "The owner of the yards (Rill, Ann Poe, Velmar) promised": tell whether brackets close between the two."""
    opened = next((t.low for t in reversed(words[: subject[0]]) if t.low in ("(", ")")), ")")
    return opened == "(" and any(t.low == ")" for t in words[subject[1] : cue.first])


def unspoken(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """ "“Tardé años”, confesó", "E ha aggiunto: “...”": the subject is who spoke or was spoken of before."""
    if not grammar.habits.get("pro_drop") or cue.strength not in ("say", "tell", "ask", "voice"):
        return False
    before = cue.first - 1
    if before >= 1 and words[before].low in ",–—-" and words[before].kind == POINT:
        before -= 1
    at_quote = before >= 0 and words[before].kind == QUOTED
    opens = all(t.low in grammar.joining or t.low in grammar.like for t in words[: cue.first])
    return at_quote or opens or parenthesis(words, cue, grammar)


def cited(words: list[Token], cue: Cue, grammar: Grammar) -> tuple[tuple[int, int], int] | None:
    """ "wird Rill mit den Worten zitiert", "das Blatt zitiert Rill mit den Worten:": return who is quoted, and where
    subject and auxiliary begin."""
    if words[cue.verb].low not in grammar.cited:
        return None
    whom = noun_phrase(words, cue.last, grammar)
    if whom is not None and whom[1] < len(words) and words[whom[1]].low in grammar.oblique:
        whom = noun_phrase(words, whom[1], grammar) or whom  # "zitiert das Blatt den Minister mit den Worten:"
    if whom is not None and colon_behind(words, whom[1]) is not None:
        return whom, cue.first
    at = next((k for k in range(cue.verb - 1, max(-1, cue.verb - 18), -1) if words[k].low in grammar.passive), None)
    if at is None:
        return None
    opener = words[clause_start(words, at, grammar)].low
    fronted = at == 0 or words[at - 1].kind != WORD or opener in grammar.prepositions
    subject = noun_phrase(words, at + 1, grammar) if fronted else None
    subject = subject or subject_left(words, at, grammar)
    if subject is None:
        return None
    return subject, min(at, subject[0])


def to_whom(words: list[Token], at: int, cue: Cue, grammar: Grammar) -> bool:
    """ "sagte dem Abendblatt", "äußerte gegenüber der Agentur": to whom it is said, not who says it."""
    before = words[at - 1]
    tied = at > cue.last and before.low in grammar.prepositions and bool(grammar.habits.get("verb_second"))
    return oblique(words, at, grammar) or tied


def oblique(words: list[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether a noun phrase begins at `at` in a case no subject stands in: "dem Rat", "der alten Zeitung"."""
    low = words[at].low
    if low in grammar.oblique:
        return True
    behind = words[at + 1] if at + 1 < len(words) else None
    ending = grammar.weak.get(low)
    return ending is not None and behind is not None and not behind.capital and behind.low.endswith(ending)


def behind_object(words: list[Token], at: int, grammar: Grammar) -> tuple[int, int] | None:
    """ "so beschrieb ihn Anna Rill": the subject stands behind the pronoun, at `at`, of whom the verb is about."""
    if at >= len(words) or words[at].low not in grammar.oblique or words[at].low in grammar.determiners:
        return None
    behind = noun_phrase(words, at + 1, grammar)
    return None if behind is None or words[behind[0]].low in grammar.oblique else behind


def announced(words: list[Token], cue: Cue, grammar: Grammar) -> tuple[int, int] | None:
    """ "Lo ha annunciato il sindaco, Ugo Neri: “...”", "L'a dit le maire : “...”": the pronoun before the verb stands
    for what is told, and who tells it stands between the verb and a colon. Return who."""
    opens = [t.low for t in words[max(0, cue.first - 1) : cue.verb] if t.kind == WORD]
    if cue.strength not in ("say", "tell") or grammar.pointing.isdisjoint(opens):
        return None
    span = noun_phrase(words, cue.last, grammar)
    if span is None or words[span[0]].low in grammar.pronouns:
        return None
    close = span[1]
    if close < len(words) and words[close].low == ",":  # a name set beside an office
        close += 1
        while close < len(words) and close - span[1] < BESIDE and words[close].kind == WORD:
            close += 1
    return span if close + 1 < len(words) and words[close].low == ":" and words[close + 1].kind == QUOTED else None


BESIDE = 7
"""Words at most of a name set beside an office."""


def relative(words: list[Token], cue: Cue, subject: tuple[int, int], grammar: Grammar) -> bool:
    """ "Rill, der wegen Fouls Rot sah, nannte": a clause about the subject, with its verb at its end."""
    first = subject[0]
    if not grammar.habits.get("verb_second") or not first or words[first - 1].low != ",":
        return False
    closed = cue.last < len(words) and words[cue.last].low == ","
    return closed and words[first].low in grammar.definite and complement_behind(words, cue.last, grammar) is None


def opens_quote(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """ "Said Ann Poe, “...”", "But, said Ann Poe, “...”": verb and subject stand before the quotation."""
    span = noun_phrase(words, cue.last, grammar)
    if (
        span is None
        or cue.strength not in ("say", "ask", "voice")
        or grammar.habits.get("verb_second")
        or span[1] + 1 >= len(words)
    ):
        return False
    return words[span[1]].low in (",", ":") and words[span[1] + 1].kind == QUOTED


def whole_before(words: list[Token], start: int, cue: Cue, grammar: Grammar) -> bool:
    """ "Two trains have collided, said the police.": a clause with its own verb, then verb, subject and full stop."""
    span = noun_phrase(words, cue.last, grammar)
    if span is None or oblique(words, span[0], grammar):
        return False
    verbs = grammar.have | grammar.auxiliaries | grammar.passive | grammar.finite | grammar.reported
    placed = words[span[1] : span[1] + TAIL + 1]
    stop = next((k for k, t in enumerate(placed) if t.kind == POINT), len(placed))
    if stop > TAIL or (stop and placed[0].low not in grammar.prepositions and placed[0].low not in grammar.dates):
        return False  # what follows is no "am Montag", "in Ems"
    return any(t.low in verbs for t in words[start : cue.first - 1])


TAIL = 4
"""Words that tell when and where it was said, behind who said it."""


def subject_before(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """Tell whether the words before a verb behind a comma or a dash are its subject, no clause that it reports."""
    if cue.last < len(words) and words[cue.last].low in grammar.nominative:
        return False
    if not grammar.habits.get("verb_second"):
        return left_is_noun(words, cue, grammar)
    start = clause_start(words, cue.first, grammar)
    opener = words[start].low
    return (
        start < cue.first - 1
        and opener not in grammar.openers
        and opener not in grammar.prepositions
        and opener not in grammar.stop
        and subject_left(words, cue.first, grammar) is not None
        and not whole_before(words, start, cue, grammar)
    )


def left_is_noun(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """The clause begins with a noun phrase and an insertion, and no verb: that is the subject."""
    if words[cue.first - 1].low != ",":
        return False
    span = subject_left(words, cue.first, grammar)
    if span is None or span[0] > clause_start(words, cue.first, grammar) + 1:
        return False
    if span[1] >= cue.first - 1:
        return False  # "Two were hurt, says the mayor": no comma parts a subject from its verb
    return not any(
        (t.low in grammar.verbs and not t.capital) or t.low in grammar.have for t in words[span[0] : span[1]]
    )


def governs(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """Tell whether a verb that calls something so stands with the word it needs for that: "hält ihn für „faul“"."""
    needed = grammar.governs.get(words[cue.verb].low)
    return needed is None or any(t.low in needed for t in words)


def described(words: list[Token], cue: Cue, grammar: Grammar) -> tuple[int, int] | None:
    """ "“...,” Ann Poe, 30, of Ems, who was among them, said": a name right behind words in marks, what is told of it
    between commas, and the verb. Return the name."""
    last = cue.first - 1
    if last < 4 or words[last].low != "," or words[last].kind != POINT:
        return None
    quote = next((k for k in range(last, max(-1, last - 40), -1) if words[k].kind == QUOTED), None)
    if quote is None or words[quote].low != COMMA:
        return None
    end = quote + 1
    while end < last and words[end].kind == WORD and words[end].capital:
        end += 1
    if end - quote < 3 or words[end].low != "," or end == last:
        return None
    relative = False
    for token in words[end:last]:
        relative = relative or grammar.pronouns.get(token.low) == "r"
        if token.low in ";:" or (not relative and (token.low in grammar.verbs or token.low in grammar.finite)):
            return None
    return quote + 1, end


def told_of(words: list[Token], cue: Cue, grammar: Grammar) -> tuple[int, int] | None:
    """ "Ann Poe, who calls the log “poor,” said": the comma that closes what is told of somebody stands inside marks.
    Return whom the sentence opens with."""
    close = cue.first - 1
    if close < 3 or words[close].low != COMMA or words[close].kind != QUOTED or grammar.habits.get("verb_second"):
        return None
    for k in range(close - 1, 0, -1):
        if words[k].kind == POINT and words[k].low in ",;:":
            opens = words[k].low == "," and grammar.pronouns.get(words[k + 1].low) == "r"
            span = noun_phrase(words, 0, grammar) if opens else None
            return span if span is not None and span[1] == k else None
    return None


def names_it(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """ "a blog called the “Tide”": a verb of naming with a name in marks right behind it and a thing before it: nobody
    calls it so, that is its name. Somebody who calls something so has an object ("called it “slow”", "what the mayor
    called “slow”")."""
    if words[cue.verb].low not in grammar.naming or cue.first != cue.verb:
        return False
    behind = cue.last + (cue.last < len(words) and words[cue.last].low in grammar.determiners)
    noun = cue.first - 1 - (cue.first > 1 and words[cue.first - 1].low == ",")
    if behind < len(words) and noun > 0 and noun + 1 == cue.first and _named_plainly(words, noun, cue.last, grammar):
        return True
    if behind >= len(words) or words[behind].kind != QUOTED or noun < 0:
        return False
    if words[noun].kind != WORD or words[noun].capital or words[noun].low in grammar.close:
        return False
    small = words[noun].low in grammar.pronouns or words[noun].low in grammar.joining
    return not small and not any(t.low in grammar.close for t in words[max(0, noun - 6) : noun])


def _named_plainly(words: list[Token], noun: int, name: int, grammar: Grammar) -> bool:
    """ "a band called Salt got the crowd to dance": "a", a noun, a name in capitals, and nothing that it is called."""
    article = next((k for k in range(noun - 1, max(-1, noun - 6), -1) if words[k].low in grammar.determiners), None)
    if article is None or words[article].low not in grammar.indefinite:
        return False
    if words[noun].capital or not words[name].capital:
        return False
    close = name
    while close < len(words) and words[close].kind == WORD and (words[close].capital or words[close].low.isdigit()):
        close += 1
    if close >= len(words) or words[close].kind != WORD:
        return False
    small = words[close].low in grammar.determiners or words[close].low in grammar.like
    return not small and words[close].low not in grammar.prepositions and words[close].low not in grammar.possessive


def verb_first(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """In a verb-second clause that opens with something else than its subject, the subject follows the verb."""
    behind = words[cue.last].low if cue.last < len(words) else ""
    if cue.first and words[cue.first - 1].low in grammar.joining:
        return behind in grammar.nominative  # "X nannte ... und sagte": the subject is said once
    if cue.first and words[cue.first - 1].low == ")":
        return False
    if cue.first and grammar.pronouns.get(behind, "n") in ("m", "f", "1") and behind not in grammar.determiners:
        return behind in grammar.nominative or not _somebody_before(words, cue, grammar)
    k = cue.first
    while (
        k > 0
        and words[k - 1].kind == WORD
        and (
            words[k - 1].low not in grammar.stop
            or words[k - 1].low in grammar.linking
            or words[k - 1].low in grammar.openers
        )
    ):
        k -= 1
    return k == cue.first or words[k].low in grammar.openers or words[k].low in grammar.prepositions


def _somebody_before(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """ "Der Sprecher nannte sie": people or a body open the clause, so that a pronoun behind the verb is its object."""
    start = clause_start(words, cue.first, grammar)
    span = subject_left(words, cue.first, grammar)
    if span is None or span[0] > start or words[start].low in grammar.oblique:
        return False
    first = body(words, *span, grammar)
    return first < span[1] and known(words[first].low, grammar)


def insertion_after_quote(words: list[Token], cue: Cue, grammar: Grammar) -> bool:
    """ "“...,” Ann Poe, the mayor, told ...": the subject stands between the quotation and the insertion."""
    if words[cue.first - 1].low != ",":
        return False
    span = subject_left(words, cue.first, grammar)
    if span is None or words[span[1]].low != "," or words[cue.first - 2].kind == QUOTED:
        return False  # "against the “loud” half of the town, “we stay”, says Ann Poe"
    return span[1] < cue.first - 1 and span[0] > 0 and words[span[0] - 1].kind == QUOTED


def right_of(words: list[Token], cue: Cue, has_quote: bool, grammar: Grammar) -> tuple[int, int] | None:
    """Return the subject behind the verb ("said Ann", "a dit à la presse Ann"): its noun phrase, or None."""
    span = noun_phrase(words, behind_aside(words, cue.last, len(words), grammar), grammar)
    if span is not None:
        low = words[span[0]].low
        if span[1] < len(words) and words[span[1]].kind == QUOTED:
            article = span[1] - span[0] == 1 and low in grammar.determiners and low not in grammar.alone
            named = low in grammar.definite and not grammar.habits.get("bare_nouns")  # "écrit le « Phare »"
            judged = cue.strength == "call" and not has_quote and grammar.habits.get("bare_nouns")
            if (article and not named and not grammar.habits.get("verb_second")) or judged:
                return None  # "and he, once again, promised a “storm”", ", called the log “poor”"
        if low in grammar.pronouns and not grammar.habits.get("verb_second"):
            if not has_quote or low in grammar.objects:
                return None
        follows = words[span[1]] if span[1] < len(words) else None
        free = grammar.habits.get("verb_second")
        if (
            not free
            and follows is not None
            and follows.kind == WORD
            and (
                (follows.low in grammar.auxiliaries - grammar.adverbial - grammar.dates - grammar.breaking)
                or follows.low in grammar.verbs
            )
        ):
            return None  # a clause: its verb follows
        if not free and not has_quote and follows is not None and follows.kind == WORD:
            stop = next((k for k in range(span[1], len(words)) if words[k].kind == POINT), len(words))
            if any(t.low in grammar.finite for t in words[span[1] : stop]):
                return None  # "conceded the town by the sea is small"
        return span
    if not has_quote or not grammar.habits.get("recipient_first"):
        return None
    # behind whom it is told to: "a dit à l'agence Tass Ann", "a accusé dimanche sur Radio Mer le maire"
    k = cue.last
    for j in range(k + 1, min(len(words) - 1, k + 9)):
        if words[j].kind != WORD:
            break
        free = words[j - 1].low not in grammar.prepositions and words[j - 1].low not in grammar.linking
        article = words[j].low in grammar.definite or words[j].low in grammar.indefinite
        if free and article and known(words[j + 1].low, grammar):
            return noun_phrase(words, j, grammar)
        if free and words[j].capital and words[j].low in grammar.titles:
            return noun_phrase(words, j, grammar)  # "a commenté de son côté M. Poe"
    for j in range(k + 1, min(len(words), k + 12)):
        if words[j].kind != WORD:
            break
        if words[j].capital and (j + 1 == len(words) or not words[j + 1].capital):
            start = j
            while start > k + 1 and words[start - 1].capital:
                start -= 1
            before = words[start - 1].low
            tied = before in grammar.prepositions or (before in grammar.linking and before not in grammar.determiners)
            heard = j == start and any(t.low in grammar.prepositions for t in words[cue.last : start])
            if (j - start < 2 and tied) or heard:
                return None  # "dijo a Radio Mar", "dijo a la red Orbal": to whom it is said
            if j + 1 >= len(words) or words[j + 1].low in (",", "."):
                return (max(start, j - 2), j + 1)
    return None
