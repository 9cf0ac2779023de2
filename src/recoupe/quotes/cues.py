"""Cues: the words of a sentence that report, and the subject of each."""

from __future__ import annotations

from typing import NamedTuple

from recoupe.quotes.grammar import BASE, FINITE, GERUND, INFINITIVE, PARTICIPLE, Grammar
from recoupe.quotes.view import POINT, QUOTED, WORD, Token
from recoupe.quotes.voices import known

REACH = 14
"""Tokens a subject may be long."""


class Cue(NamedTuple):
    """Tokens `[first, last)` of the cue; `verb` is the reporting word. `subject` is `[first, last)` of tokens, None
    when the cue has none of its own. `form` and `strength` as in the grammar; `inverted` when the subject follows."""

    first: int
    last: int
    verb: int
    form: str
    strength: str
    subject: tuple[int, int] | None
    inverted: bool = False
    glued: str = ""


_ORDER = ("say", "tell", "ask", "think", "call", "voice")


def cues(words: list[Token], grammar: Grammar) -> list[Cue]:
    """Return the cues of a sentence in order. A phrase ("selon", "according to") has strength "according"."""
    found: list[Cue] = []
    busy = 0
    starts, hits, inverts = grammar.starts, grammar.triggers, grammar.inversion is not None
    for i, token in enumerate(words):
        low = token[2]
        if (low not in hits and not (inverts and "-" in low)) or i < busy or token.kind != WORD:
            continue
        cue = _phrase(words, i, grammar) if low in starts else None
        if cue is None and low in grammar.leads:
            cue = _led(words, i, grammar)
        if cue is None:
            cue = _verb(words, i, grammar)
        if cue is not None:
            found.append(cue)
            busy = cue.last
    return found


def _led(words: list[Token], i: int, grammar: Grammar) -> Cue | None:
    """ "went on to say", "was quoted as saying": a phrase at `i` that leads to the verb which reports."""
    for phrase in grammar.leads[words[i].low]:
        if not matches(words, i, phrase):
            continue
        at = i + len(phrase)
        uses = grammar.verbs.get(words[at].low) if at < len(words) else None
        if uses:
            first = _auxiliaries(words, i, grammar)[0]
            return Cue(first, _particle(words, at + 1, grammar), at, FINITE, _strongest(uses), None)
    return None


def _phrase(words: list[Token], i: int, grammar: Grammar) -> Cue | None:
    low = words[i].low
    for phrase in grammar.impersonal.get(low, ()):
        if matches(words, i, phrase):
            return Cue(i, i + len(phrase), i, FINITE, "impersonal", _where(words, i, i + len(phrase), grammar))
    for phrase in grammar.before.get(low, ()):
        if matches(words, i, phrase):
            last = i + len(phrase)
            if low in grammar.before_comma and not (i and (words[i - 1].low == "," or words[i - 1].kind == QUOTED)):
                continue
            if phrase in grammar.only_names and not _opens_with_voice(words, i, last, grammar):
                continue
            skip = (
                last + 1
                if last < len(words) and words[last].low in grammar.linking and words[last].low in grammar.prepositions
                else last
            )
            span = noun_phrase(words, skip, grammar)
            if span is not None:
                return Cue(i, last, i, FINITE, "according", span, True)
    for phrase in grammar.after.get(low, ()):
        if matches(words, i, phrase):
            span = subject_left(words, i, grammar)
            if span is not None:
                return Cue(i, i + len(phrase), i, FINITE, "according", span)
    return None


def _opens_with_voice(words: list[Token], i: int, at: int, grammar: Grammar) -> bool:
    """ "Pour Ann Poe, “...”", "Pour le maire, “...”": a sentence that opens with "for" and a name or a role."""
    if i > 1 or (i == 1 and words[0].low not in grammar.auxiliaries | grammar.joining) or at + 1 >= len(words):
        return False
    if words[at].capital:
        return True
    comma = next((k for k in range(at + 1, min(len(words) - 1, at + 12)) if words[k].low == ","), len(words))
    quoted = [k for k in range(comma, len(words)) if words[k].kind == QUOTED]
    other = quoted and any(t.low in grammar.speaking for t in words[quoted[0] + 1 :])  # ", anticipe Ann Poe"
    return bool(quoted) and not other and words[at].low in grammar.definite and known(words[at + 1].low, grammar)


def _where(words: list[Token], first: int, last: int, grammar: Grammar) -> tuple[int, int] | None:
    """ "heißt es in dem Antrag", "dans le rapport, on peut lire": return the definite thing it is written in."""
    anything = grammar.habits.get("written_source")
    for k, bound in ((last, len(words)), (0, first)):
        if k + 1 < bound and words[k].low in grammar.prepositions:
            if words[k + 1].low in grammar.definite or anything:
                span = noun_phrase(words, k + 1, grammar)
                if span is None and anything and words[k + 1].kind == WORD:
                    span = (k + 1, next((j for j in range(k + 2, bound) if words[j].kind != WORD), bound))
                if span is not None and span[1] <= bound:
                    return span
    return None


def matches(words: list[Token], i: int, phrase: tuple[str, ...]) -> bool:
    return len(words) >= i + len(phrase) and all(words[i + n].low == part for n, part in enumerate(phrase))


def _verb(words: list[Token], i: int, grammar: Grammar) -> Cue | None:
    low = words[i].low
    uses = grammar.verbs.get(low)
    glued, pronoun = "", False
    if uses is None and grammar.inversion is not None and "-" in low:
        m = grammar.inversion.match(low)
        if m is None:
            return None
        glued, base = m.group(2), m.group(1)
        uses = grammar.verbs.get(base)
        pronoun = True
        if uses is None and base in grammar.have:
            return _auxiliary_inversion(words, i, glued, grammar)
        if uses is not None:
            uses = frozenset(u for u in uses if u[0] in (FINITE, BASE))
    if not uses:
        return None
    if pronoun:
        return Cue(_auxiliaries(words, i, grammar)[0], i + 1, i, FINITE, _strongest(uses), (i, i + 1), True, glued)
    first, have, be = _auxiliaries(words, i, grammar)
    if not have and grammar.habits.get("late_participle") and any(form == PARTICIPLE for form, _ in uses):
        early = _early_auxiliary(words, i, grammar)
        if early is not None:
            return Cue(
                early,
                i + 1,
                i,
                PARTICIPLE,
                _strongest(uses),
                noun_phrase(words, early + 1, grammar) if early == 0 or words[early - 1].low == "," else None,
            )
    forms = {form for form, _ in uses}
    form = _form(forms, have, be, words, i, first, grammar)
    if form is None:
        return None
    if form == FINITE and first == i and i and words[i - 1].low in grammar.things and _quoted(words, i + 1):
        return None  # "un sommet dit « historique »"
    if words[i].capital and i and words[i - 1].kind == WORD:
        return None  # a name: "Say", "Post", "Note"
    if form == BASE and grammar.habits.get("plural_s") and not _plural(words, i, first, grammar):
        return None
    strength = _strongest(frozenset(u for u in uses if u[0] == form) or uses)
    return Cue(first, _particle(words, i + 1, grammar), i, form, strength, None)


def _quoted(words: list[Token], k: int) -> bool:
    return k < len(words) and words[k].kind == QUOTED


def _plural(words: list[Token], i: int, first: int, grammar: Grammar) -> bool:
    """A bare form ("show") is a verb only behind a plural or an auxiliary."""
    if any(not words[k].low.endswith("ly") and words[k].low not in grammar.determiners for k in range(first, i)):
        return True
    k = first - 1
    if k >= 0 and words[k].low in ",)":
        return True
    if k < 0 or words[k].kind != WORD:
        return False
    low = words[k].low
    kind = grammar.pronouns.get(low, "")
    return kind in ("p", "1", "2", "r") or low in grammar.plurals or (low.endswith("s") and "'" not in low)


def _strongest(uses: frozenset[tuple[str, str]]) -> str:
    return next(s for s in _ORDER if any(u[1] == s for u in uses))


def _auxiliary_inversion(words: list[Token], i: int, glued: str, grammar: Grammar) -> Cue | None:
    """ "a-t-il ajouté": the participle follows, behind an adverb or two."""
    for k in range(i + 1, min(i + 4, len(words))):
        uses = grammar.verbs.get(words[k].low)
        if uses and any(form == PARTICIPLE for form, _ in uses):
            strength = _strongest(frozenset(u for u in uses if u[0] == PARTICIPLE))
            return Cue(i, k + 1, k, FINITE, strength, (i, i + 1), True, glued)
        if words[k].kind != WORD or words[k].low not in grammar.auxiliaries:
            return None
    return None


def _auxiliaries(words: list[Token], i: int, grammar: Grammar) -> tuple[int, bool, bool]:
    """Return where the auxiliaries and adverbs before a verb begin, whether one is "have", whether one is "be"."""
    k = i
    have = be = False
    while k > 0 and i - k < 8 and words[k - 1].kind == WORD:
        aside = _aside(words, k, grammar)
        if aside:
            k -= aside
            continue
        if words[k - 1].low not in grammar.auxiliaries:
            break
        k -= 1
        have = have or words[k].low in grammar.have
        be = be or words[k].low in grammar.passive
    return k, have, be


def _early_auxiliary(words: list[Token], i: int, grammar: Grammar) -> int | None:
    """ "hat am Montag erklärt": return where the auxiliary of a participle that ends its clause stands."""
    if i + 1 < len(words) and words[i + 1].kind == WORD:
        return None
    for k in range(i - 1, max(-1, i - 25), -1):
        if words[k].low in grammar.have:
            return k
        if words[k].kind == POINT and words[k].low in ",;:":
            return None
    return None


def _aside(words: list[Token], k: int, grammar: Grammar) -> int:
    """Return how many tokens the set phrase ("pour sa part") that ends at `k` has."""
    for size in (3, 2):
        if k >= size:
            for phrase in grammar.asides.get(words[k - size].low, ()):
                if len(phrase) == size and matches(words, k - size, phrase):
                    return size
    return 0


def _form(
    forms: set[str], have: bool, be: bool, words: list[Token], i: int, first: int, grammar: Grammar
) -> str | None:
    """Return the form a verb has here, None when it reports nothing (a passive, a noun, an adjective)."""
    before = words[i - 1].low if i else ""
    if PARTICIPLE in forms and have and not be:
        return PARTICIPLE
    if INFINITIVE in forms:
        return INFINITIVE
    if GERUND in forms:
        glued = grammar.pronouns.get(before) and "'" in before
        return FINITE if grammar.habits.get("progressive") and (glued or (be and first < i)) else GERUND
    if FINITE in forms or BASE in forms:
        if before in grammar.determiners or before in grammar.prepositions:
            if before in grammar.determiners and BASE in forms and FINITE not in forms:
                return None
            if before in grammar.to:
                return INFINITIVE
            alone = before in grammar.alone and not words[i].low.endswith("s")
            if FINITE not in forms or (before in grammar.determiners and not alone):
                return None
        participle = grammar.habits.get("plural_s") and before.endswith("ed")
        if (
            (before in grammar.verbs or participle)
            and not words[i - 1].capital
            and first == i
            and low_is_noun(words[i].low, grammar)
        ):
            return None
        if be and BASE not in forms and GERUND not in forms and grammar.passive:
            return None
        return FINITE if FINITE in forms else BASE
    return None


def low_is_noun(low: str, grammar: Grammar) -> bool:
    """An "s" form behind another verb is a noun: "highlighted comments", "made claims"."""
    return bool(grammar.habits.get("plural_s")) and low.endswith("s")


def _particle(words: list[Token], k: int, grammar: Grammar) -> int:
    return k + 1 if k < len(words) and words[k].low in grammar.particles else k


def subject_left(words: list[Token], at: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return the noun phrase that ends right before token `at`, stepping over one insertion between commas."""
    last = at
    if last > 0 and words[last - 1].kind == POINT and words[last - 1].low in ",)–—-":
        bracket = last > 1 and words[last - 1].low == "," and words[last - 2].low == ")"
        opened = _insertion(words, last - 2 if bracket else last - 1, grammar)
        if opened is None:
            last -= 1
        else:
            last = opened
    span = _phrase_back(words, last, grammar)
    if span is not None and all(not any(c.isalpha() for c in t.low) for t in words[span[0] : span[1]]):
        # an age between commas: "Ann Poe, 21, a sailor, said"
        k = span[0] - 1
        if k > 0 and words[k].low in (",", "(") and words[k - 1].capital:
            return _phrase_back(words, k, grammar)
    return span


def _insertion(words: list[Token], comma: int, grammar: Grammar) -> int | None:
    """Return where the insertion closed by the comma at `comma` begins: the comma, bracket or dash that opens it."""
    close = words[comma].low
    wanted = {")": "("}.get(close, close)
    for k in range(comma - 1, max(-1, comma - 30), -1):
        if words[k].kind == QUOTED and wanted != "(":
            continue
        if words[k].low == wanted and words[k].kind == POINT:
            if k and words[k - 1].kind == POINT and words[k - 1].low == ")":
                return _insertion(words, k - 1, grammar)
            return k
        if words[k].kind == POINT and words[k].low in ";:?!":
            return None
    return None


def _phrase_back(words: list[Token], last: int, grammar: Grammar) -> tuple[int, int] | None:
    k = last
    while k > 0 and last - k < REACH:
        token = words[k - 1]
        if token.kind == QUOTED:
            break
        if token.kind == POINT:
            abbreviation = (
                token.low == "."
                and k >= 2
                and len(words[k - 2].low) <= 4
                and words[k - 2].end == token.start
                and k < last
            )
            if abbreviation or (token.low in "-&/@#" and k < last):
                k -= 1
                continue
            if token.low == ")" and k > 1:
                opened = _insertion(words, k - 1, grammar)
                if opened is not None:
                    k = opened
                    continue
            break
        if k < last and not token.capital and _reports(token.low, grammar):
            break
        if token.low in grammar.stop:
            if token.low in grammar.joining and k < last:
                opened = _coordinated(words, k - 1, grammar)
                if opened is not None:
                    k = opened
                    continue
            if not (token.low in grammar.joining and k < last and words[k].capital and k > 1 and words[k - 2].capital):
                if token.low in grammar.pronouns and k == last:
                    return (k - 1, last)
                break
        if token.low in grammar.pronouns:
            return (k - 1, last) if k == last else (k, last)
        k -= 1
    first = k if grammar.habits.get("verb_second") else _trim(words, k, last, grammar)
    return (first, last) if first < last else None


def _reports(low: str, grammar: Grammar) -> bool:
    """Tell whether a word is nothing but a verb that reports ("said"): no noun of a subject."""
    uses = grammar.verbs.get(low)
    return uses is not None and not low.endswith("s") and all(form == FINITE for form, _ in uses)


def _coordinated(words: list[Token], joint: int, grammar: Grammar) -> int | None:
    """ "“...,” the senator and former mayor of Ems said": return where the noun phrase before the "and" at `joint`
    begins, None where it is none that a quotation or a comma opens."""
    for k in range(joint - 1, max(-1, joint - 9), -1):
        token = words[k]
        if token.kind == QUOTED:
            return k + 1 if k + 1 < joint else None
        if token.kind != WORD or token.low in grammar.verbs or token.low in grammar.finite or token.low in grammar.stop:
            return None
        if token.low in grammar.pronouns or token.low in grammar.dates:
            return None
    return None


def _trim(words: list[Token], first: int, last: int, grammar: Grammar) -> int:
    """Drop what cannot begin a subject (a date, a preposition's object before it) from the left of `[first, last)`."""
    best = first
    k = first
    while k < last:
        low = words[k].low
        if low in grammar.prepositions and k == best:
            # a prepositional phrase that opens the clause: its object ends where the next phrase begins
            nxt = next(
                (
                    j
                    for j in range(k + 2, last)
                    if words[j].low in grammar.determiners
                    and words[j - 1].low not in grammar.prepositions
                    and words[j - 1].low not in grammar.linking
                ),
                None,
            )
            if nxt is None:
                nxt = next(
                    (
                        j
                        for j in range(k + 2, last)
                        if words[j].capital
                        and not words[j - 1].capital
                        and words[j - 1].low not in grammar.prepositions
                        and words[j - 1].low not in grammar.linking
                        and words[j - 1].low not in grammar.determiners
                    ),
                    None,
                )
            if nxt is None:
                return last
            best = k = nxt
            continue
        if low in grammar.dates and k == best and words[k].low not in grammar.determiners:
            best = k + 1
        k += 1
    while best < last and words[best].kind == POINT:
        best += 1
    return best


def noun_phrase(words: list[Token], at: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return the noun phrase that begins at token `at` (behind adverbs and dates), None where none does."""
    k = at
    dated = not grammar.habits.get("bare_nouns")  # "el miércoles la consejera"
    while (
        k < len(words)
        and words[k].kind == WORD
        and (
            words[k].low in grammar.dates
            or (
                dated and words[k].low in grammar.determiners and words[min(k + 1, len(words) - 1)].low in grammar.dates
            )
            or (words[k].low in grammar.auxiliaries and words[k].low not in grammar.determiners)
        )
    ):
        k += 1
    if k >= len(words) or words[k].kind != WORD:
        return None
    first = k
    if words[k].low in grammar.pronouns:
        return (k, k + 1)
    if (
        not grammar.habits.get("bare_nouns")
        and not words[k].capital
        and words[k].low not in grammar.determiners
        and words[k].low not in grammar.titles
    ):
        return None
    if words[k].low in grammar.stop or (
        words[k].low in grammar.prepositions and words[k].low not in grammar.determiners
    ):
        return None
    while k < len(words) and k - first < REACH:
        token = words[k]
        if token.kind == POINT:
            if (
                token.low == "."
                and k > first
                and words[k - 1].end == token.start
                and len(words[k - 1].low) <= 4
                and k + 1 < len(words)
                and (words[k + 1].capital or (len(words[k - 1].low) == 1 and words[k + 1].kind == WORD))
            ) or token.low in "-&/":
                k += 1
                continue
            break
        if token.kind == QUOTED:
            break
        if k > first and (
            token.low in grammar.stop
            or (token.low in grammar.verbs and not token.capital and token.low not in grammar.nouns)
        ):
            if not (
                token.low in grammar.joining and words[k - 1].capital and k + 1 < len(words) and words[k + 1].capital
            ):
                break
        if (
            k > first
            and (token.low in grammar.auxiliaries or token.low in grammar.reported)
            and token.low not in grammar.linking
            and token.low not in grammar.determiners
        ):
            break
        if k > first and (
            (token.low in grammar.prepositions and token.low not in grammar.linking) or token.low in grammar.dates
        ):
            break
        k += 1
    return (first, k) if k > first else None
