"""Cues: the words of a sentence that report, and the subject of each."""

from __future__ import annotations

import functools

import msgspec

from recoupe.quotes.grammar import BASE, FINITE, GERUND, INFINITIVE, PARTICIPLE, Grammar
from recoupe.quotes.phrases import noun_phrase
from recoupe.quotes.subjects import subject_left
from recoupe.quotes.view import PIECE, POINT, QUOTED, WORD, Token
from recoupe.quotes.voices import known


class Cue(msgspec.Struct, frozen=True, gc=False):
    """Tokens `[first, last)` of the cue; `verb` is the reporting word. `subject` is `[first, last)` of tokens, None
    when the cue has none of its own. `form` and `strength` as in the grammar; `inverted` when the subject follows;
    `glued` is a pronoun that is part of the verb ("il" of "dit-il")."""

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
        low = token.low
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
            if phrase in grammar.rates and not _names(words, last, grammar):
                continue  # "75 per cent less", "a barrel per head"
            skip = (
                last + 1
                if last < len(words) and words[last].low in grammar.linking and words[last].low in grammar.prepositions
                else last
            )
            tonic = last < len(words) and words[last].low in grammar.tonic
            span = (last, last + 1) if tonic else noun_phrase(words, skip, grammar)
            nouns = grammar.habits.get("nouns_capital")
            if span is None and not nouns and skip < len(words) and known(words[skip].low, grammar):
                # "en palabras del alcalde": the article stands inside the phrase
                close = next((k for k in range(skip, len(words)) if words[k].kind != WORD), len(words))
                span = (skip, close)
            if span is not None:
                return Cue(i, last, i, FINITE, "according", span, True)
    for phrase in grammar.after.get(low, ()):
        if matches(words, i, phrase):
            span = subject_left(words, i, grammar)
            if span is not None:
                return Cue(i, i + len(phrase), i, FINITE, "according", _behind_verb(words, span, grammar))
    return None


def _names(words: list[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether a name or an article stands at a place."""
    return at < len(words) and (words[at].capital or words[at].low in grammar.determiners)


def _behind_verb(words: list[Token], span: tuple[int, int], grammar: Grammar) -> tuple[int, int]:
    """Return a source without the verb before it: "(Das Boot) gehört der Stadt zufolge": an article behind a small
    word that ties no nouns opens it."""
    if not grammar.habits.get("nouns_capital"):
        return span
    tying = grammar.prepositions | grammar.linking | grammar.determiners | grammar.joining
    opens = (
        k
        for k in range(span[1] - 1, span[0], -1)
        if words[k].low in grammar.determiners and not words[k - 1].capital and words[k - 1].low not in tying
    )
    return next(opens, span[0]), span[1]


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
    behind = last
    while behind < len(words) and words[behind].low in grammar.openers:
        behind += 1  # "heißt es dazu in dem Antrag"
    for k, bound in ((behind, len(words)), (0, first)):
        if k + 1 < bound and words[k].low in grammar.prepositions:
            if words[k + 1].low in grammar.definite or anything:
                span = noun_phrase(words, k + 1, grammar)
                if span is None and anything and words[k + 1].kind == WORD:
                    span = (k + 1, next((j for j in range(k + 2, bound) if words[j].kind != WORD), bound))
                if span is not None and span[1] <= bound:
                    return span
    return None


def matches(words: list[Token], i: int, phrase: tuple[str, ...]) -> bool:
    """Tell whether the words of `phrase` stand at token `i`."""
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
            follows = early == 0 or words[early - 1].low == "," or words[early - 1].kind == QUOTED
            follows = follows or _fronted(words, early, grammar)
            subject = noun_phrase(words, early + 1, grammar) if follows else None
            return Cue(early, i + 1, i, PARTICIPLE, _strongest(uses), subject, subject is not None)
    forms = {form for form, _ in uses}
    form = _form(forms, have, be, words, i, first, grammar)
    if form is None:
        return None
    if form == FINITE and first == i and i and words[i - 1].low in grammar.things and _quoted(words, i + 1):
        return None  # "un sommet dit « historique »"
    if i and words[i - 1].low in grammar.degrees:
        return None  # "un élu très critique"
    if words[i].capital and i and words[i - 1].kind == WORD:
        return None  # a name: "Say", "Post", "Note"
    if first == i and i and low.endswith(grammar.pasts) and _owns(words[i - 1], grammar):
        return None  # "Poe's repeated emphasis"
    if form == BASE and grammar.habits.get("plural_s") and not _plural(words, i, first, grammar):
        return None
    if low in grammar.ambiguous and first == i and not _somebody_left(words, i, grammar):
        return None
    if low in grammar.ambiguous and i and words[i - 1].low in grammar.joining and _main_verb_follows(words, i, grammar):
        return None
    strength = _strongest(frozenset(u for u in uses if u[0] == form) or uses)
    governs = strength not in ("call", "think")  # "said on Monday", but "called on the mayor to"
    return Cue(first, _particle(words, i + 1, grammar, governs), i, form, strength, None)


def _owns(token: Token, grammar: Grammar) -> bool:
    """Tell whether a word says whose the noun behind it is: "Poe's", no "it's"."""
    return token.capital and token.low.endswith("'s") and token.low not in grammar.pronouns


def _main_verb_follows(words: list[Token], i: int, grammar: Grammar) -> bool:
    """ "the floods and protests demand that": behind an "and", a noun that might be a verb has its verb behind it."""
    behind = words[i + 1] if i + 1 < len(words) else None
    return behind is not None and (behind.low in grammar.finite or (behind.low in grammar.verbs and not behind.capital))


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
    if words[k].capital and k > 1 and words[k - 1].low in grammar.joining and words[k - 2].capital:
        return True  # "Poe and Rill say"
    kind = grammar.pronouns.get(low, "")
    return kind in ("p", "1", "2", "r") or low in grammar.plurals or (low.endswith("s") and "'" not in low)


def _somebody_left(words: list[Token], i: int, grammar: Grammar) -> bool:
    """ "Poe reports", "officials claim"; but "interest rates", "Poe's remarks", "by 21 points": a word that is a noun
    too is a verb behind somebody, a pronoun or a mark, and a noun behind a word that is neither."""
    before = words[i - 1] if i else None
    if before is None or before.kind != WORD:
        return True
    low = before.low
    if low.endswith("'s") and low not in grammar.pronouns:
        return False
    if before.capital or low in grammar.pronouns or low in grammar.plurals or known(low, grammar):
        return True
    if low in grammar.complements or low in grammar.joining or low in grammar.auxiliaries:
        return True
    return low in grammar.stop or low in grammar.dates or low.endswith(grammar.adverbs)


@functools.cache
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
            manner = k > 1 and words[k - 2].low in grammar.finite and words[k - 1].low.endswith(grammar.manner)
            if not manner:  # "was widely mocked"
                break
        k -= 1
        have = have or words[k].low in grammar.have
        be = be or words[k].low in grammar.passive
    return k, have, be


def _early_auxiliary(words: list[Token], i: int, grammar: Grammar) -> int | None:
    """ "hat am Montag erklärt": return where the auxiliary of a participle that ends its clause stands."""
    if i + 1 < len(words) and words[i + 1].kind == WORD and words[i + 1].low not in grammar.joining:
        return None
    for k in range(i - 1, max(-1, i - 25), -1):
        if words[k].low in grammar.have:
            return k
        if words[k].kind == POINT and words[k].low in ",;:":
            return None
    return None


def _fronted(words: list[Token], at: int, grammar: Grammar) -> bool:
    """ "Bereits im Mai 2005 hatte Anna Rill ... verkündet": a preposition opens the words before the auxiliary."""
    k = at
    while k and words[k - 1].kind == WORD and words[k - 1].low not in grammar.stop:
        k -= 1
    k += k < at and words[k].low in grammar.openers
    return k < at and words[k].low in grammar.prepositions


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
        article = before in grammar.determiners and before not in grammar.definite
        return None if article else INFINITIVE  # "explique un conseiller"
    if GERUND in forms:
        glued = grammar.pronouns.get(before) and "'" in before
        return FINITE if grammar.habits.get("progressive") and (glued or (be and first < i)) else GERUND
    if FINITE in forms or BASE in forms:
        counted = before in grammar.plurals and i > 1 and words[i - 2].low in grammar.definite  # "the two write"
        if not counted and (before in grammar.determiners or before in grammar.prepositions):
            if before in grammar.determiners and BASE in forms and FINITE not in forms:
                return None
            if before in grammar.to:
                return INFINITIVE
            if before in grammar.prepositions and words[i].low.endswith(grammar.pasts):
                return None  # "in pledged delegates"
            alone = before in grammar.alone and not words[i].low.endswith("s")
            relative = before in grammar.that and FINITE in forms  # "a letter that says"
            behind = words[i + 1] if i + 1 < len(words) else None
            pointing = before in grammar.pointing and behind is not None and behind.low in grammar.definite
            clause = before in grammar.definite and i > 1 and words[i - 2].low == ","
            shouted = clause and behind is not None and behind.low == ":" and bool(grammar.habits.get("verb_second"))
            alone = alone or pointing or shouted  # "lo dice il sindaco", "Anhänger, die riefen:"
            if FINITE not in forms or (before in grammar.determiners and not alone and not relative):
                return None
        participle = grammar.habits.get("plural_s") and before.endswith("ed")
        if (
            (before in grammar.verbs or participle)
            and not words[i - 1].capital
            and first == i
            and _is_noun(words[i].low, grammar)
        ):
            return None
        if be and BASE not in forms and GERUND not in forms and grammar.passive:
            return None
        return FINITE if FINITE in forms else BASE
    return None


def _is_noun(low: str, grammar: Grammar) -> bool:
    """Tell whether a form behind another verb is a noun by its "s": "highlighted comments", "made claims"."""
    return bool(grammar.habits.get("plural_s")) and low.endswith("s")


def _particle(words: list[Token], k: int, grammar: Grammar, governs: bool = True) -> int:
    if k >= len(words) or words[k].low not in grammar.particles:
        return k
    behind = words[k + 1] if k + 1 < len(words) else None
    noun = behind is not None and (behind.kind == WORD or (behind.low == PIECE and behind.capital))
    return k if governs and words[k].low in grammar.prepositions and noun else k + 1
