"""Numbers whose noun stands elsewhere in their sentence.

"six of them seriously" counts what the number before counts; "eleven of the dead were Czech" says it behind; "of the
dead, two were nurses" and "14 Czechs" behind "among the dead" have it in front; "400 according to the police, 1,200
according to the unions" has one noun for two numbers; "nine dead: six miners and three guides" says who they were;
"of those, 27 are French" counts whom the sentence before counts.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from recoupe.model.mention import Quantity
from recoupe.quantities import around, labels, outcomes
from recoupe.quantities.counted import Counted
from recoupe.quantities.keys import keys
from recoupe.quantities.lexicon import NEXT, WORD, Hit
from recoupe.quantities.words import Words
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled

_STOP = compiled(r"[.;!?](?=\s)|\n")
_BEFORE = compiled(r"(?<![^\W\d_])([^\W\d_]+(?:[ '’-][^\W\d_]+){1,5}) $")
_CLOSED = compiled(r"[^\W\d_]+(?=[.;,]|$)")
_JOINED = compiled(r"[ -]([^\W\d_]+)")
_DEGREES = ("wounded-seriously", "lightly")
_KINDS = (*_DEGREES, "main home", "second home")
_ANYONE = frozenset(("person", "victim", "relative", "member"))
_CONJOINED = compiled(r",? ([^\W\d_]+) ")
_STOP_OR_COMMA = compiled(r"[.,;:!?()\n]")
_BEHIND = 60
_FEW = 4
"""Words at most between those counted and "among the dead"."""
_LEAD = 40
"""Characters of the longest words such as "of those", with what stands between them and their number."""
_REACH = 120
"""Characters back within which a sentence names those a number counts."""


def elliptic(
    folded: str, place: tuple[Number, int], found: Sequence[Quantity], words: Words
) -> tuple[Counted, bool] | None:
    """Return what a number without a noun of its own counts, and whether it is a part; None where nothing tells.

    `place` is the number and where its expression begins ("at least 12"); `found` are the quantities before it.
    """
    number, start = place
    last = found[-1] if found else None
    named = _by_name(folded, place, last, words)
    if named is not None:
        return named, False
    at = _word_at(folded, number.end)
    if at is None:
        return None
    whole = _whole_before(folded, start, last, words)
    if whole is not None and at[1] not in words.conjunctions:
        group, end = _narrowing(folded, number.end, words)
        if group:
            return Counted(unit="person", of=whole, group=group, end=end, rule="of those before"), False
    those = words.those.match(folded, *at)
    if those is not None:
        group, end = _narrowing(folded, those.end, words)
        told = folded[those.start : those.end]
        of_all = not group or not folded[those.end : end].strip().count(" ")  # "six of the missing boys"
        return Counted(unit="person", of=those.key, of_text=told, group=group, end=end, rule="of those"), of_all
    if last is None:
        return None
    those_before = _of_the_sentence_before(folded, place, found, words)
    if those_before is not None:
        return those_before, False
    if number.start - last.end > _REACH or _STOP.search(folded, last.end, number.start):
        return None
    if last.unit == "thing":
        of_people = _of_the_people(folded, place, at, found, words)
        if of_people is not None:
            return of_people
    if last.unit != "person" and last.rule not in ("noun", "unknown noun"):
        return None
    return _of_the_last(folded, place, at, last, words)


def _of_the_sentence_before(
    folded: str, place: tuple[Number, int], found: Sequence[Quantity], words: Words
) -> Counted | None:
    """Return of whom a number tells the nation where its sentence opens with "of those": of whom the sentence before
    counted ("Sixty were in hospital. Of those, 27 are French")."""
    number, start = place
    whole = _counted_before(folded, start, found, words)
    group, end = _narrowing(folded, number.end, words) if whole is not None else ((), 0)
    return _like(whole, group, end, "of those before") if whole is not None and group else None


def _counted_before(folded: str, start: int, found: Sequence[Quantity], words: Words) -> Quantity | None:
    """Return the outcome counted before a sentence that opens with "of those" and leads to a number at `start`, which
    may be the next of a list ("Of those, 27 are French, 14 Germans")."""
    for before in reversed(found):
        if not before.group or not _joins(folded[before.end : start], words):
            break
        start = before.start
    lead = folded[max(0, start - _LEAD) : start]
    if start > _LEAD and _STOP.search(lead) is None:
        return None  # its sentence opens further back
    lead = lead.rstrip(" ,")
    word = lead.rpartition(" ")[2]
    if word in words.aux:
        lead = lead[: -len(word)].rstrip()
    at = max(0, start - _LEAD) + len(lead)
    opens = around.ending_at(folded, at, max(0, start - _LEAD), words.part)
    if opens is None or (opens.start and folded[: opens.start].rstrip(" ")[-1] not in ".!?\n"):
        return None
    whole = [q for q in found if q.of in keys().outcomes and not q.part and 0 < start - q.end <= 2 * _REACH]
    return whole[-1] if whole else None


def _of_the_people(
    folded: str, place: tuple[Number, int], at: tuple[int, str], found: Sequence[Quantity], words: Words
) -> tuple[Counted, bool] | None:
    """Return what is told of people counted before the things named last: "sixty are in hospital in three countries,
    six of them in a serious condition"."""
    start = place[0].start
    near = [q for q in found if q.unit == "person" and start - q.end <= _REACH]
    people = [q for q in near if not _STOP.search(folded, q.end, start)]
    of_them = words.part.match(folded, *at) if people else None
    if of_them is None or not set(_narrowing(folded, of_them.end, words)[0]) & set(_DEGREES):
        return None
    return _of_the_last(folded, place, at, people[-1], words)


def _by_name(folded: str, place: tuple[Number, int], last: Quantity | None, words: Words) -> Counted | None:
    """Return what a number counts that is named before it: a subject ("the dead were 12"), else a label."""
    number, start = place
    subject = _named_before(folded, start, words) if not labels.listed(folded, number) else None
    if subject is not None:
        told = folded[subject.start : subject.end]
        m = NEXT.match(folded, number.end)
        people = words.groups.match(folded, m.start(1), m[1]) if m is not None else None
        plain = Counted(unit="person", of=subject.key, of_text=told, rule="copula")
        if people is None or not people.key.isupper():
            return plain
        return replace(plain, group=(people.key,), end=people.end)  # "the dead were four Portuguese": some of them
    label = labels.named(folded, start, number, last, words) if not number.article else None
    if label is None:
        return None
    unit = "person" if label.key in keys().person else "thing"
    return Counted(unit=unit, of=label.key, of_text=folded[label.start : label.end], rule="label")


def _of_the_last(
    folded: str, place: tuple[Number, int], at: tuple[int, str], last: Quantity, words: Words
) -> tuple[Counted, bool] | None:
    """Return what a number counts of what the quantity before it counts; `at` is the word behind the number."""
    number, start = place
    of_them = words.part.match(folded, *at)
    group, end = _narrowing(folded, of_them.end if of_them else number.end, words)
    if of_them is not None and last.of in keys().outcomes and not group:
        verb = outcomes.verb_behind(folded, of_them.end, min(of_them.end + _BEHIND, len(folded)), words)
        if verb is not None and verb[0].key in keys().outcomes and verb[0].key != last.of:  # "112 treated, 23 of whom
            told = folded[verb[0].start : verb[0].end]  # were taken to hospital"
            return Counted(unit="person", of=verb[0].key, of_text=told, end=of_them.end, rule="of them, a verb"), True
    if of_them is not None and last.of is not None and (last.unit == "person" or group):
        return _like(last, group, max(end, of_them.end), "of them"), not group
    if group and last.of is not None and around.ending_at(folded, start, last.end, words.part) is not None:
        return _like(last, group, end, "of which"), False  # "of which 48 primary residences"
    if group and last.of in keys().outcomes and (_same_kind(group, last.group) or set(group) & set(_DEGREES)):
        return _like(last, group, end, "of the same"), False
    if last.unit == "thing" and last.of is not None and last.rule == "noun":
        passed = _past_skipped(folded, number.end, words)
        if passed is not None:
            return _like(last, last.group, passed, "more of them"), last.part
    if words.held_after.match(folded, *at) is not None and last.unit in ("person", "thing"):
        return _like(last, last.group, number.end, "held"), last.part
    return None


def speaks_of_those(folded: str, number: Number, words: Words) -> bool:
    """Tell whether the number is of those named right behind it or before: "eleven of the dead", "five of them"."""
    at = _word_at(folded, number.end)
    return at is not None and (words.those.match(folded, *at) or words.part.match(folded, *at)) is not None


def among(folded: str, what: Counted, start: int, found: Sequence[Quantity], words: Words) -> Counted:
    """Return `what` with the outcome its sentence names in front ("among the dead are 14 Czechs and five children").

    Where the verb comes before its subject, so does a number: "von den neun Toten waren zwei Polizisten".
    """
    if what.unit != "person" or what.of is None or what.of in keys().outcomes:
        return what
    last = found[-1] if found else None
    whole = _whole_before(folded, start, last, words) if words.verb_final else None
    if whole is None and what.of == "person" and what.group:
        counted = _counted_before(folded, start, found, words)
        whole = counted.of if counted is not None else None
    if whole is None:
        hits = words.among.all(folded, max(0, start - _REACH), start)
        told = hits and not _STOP.search(folded, hits[-1].end, start)
        whole = hits[-1].key if told else _among_behind(folded, what.end, words)
    if whole is None and what.of == "person":
        whole = labels.labelled(folded, start, words)
    if whole is None:
        return what
    own = () if what.of in ("person", "victim") else (what.of,)
    return msgspec.structs.replace(what, of=whole, group=tuple(dict.fromkeys((*own, *what.group))))


def _among_behind(folded: str, end: int, words: Words) -> str | None:
    """Return the outcome named right behind: "two Frenchmen are among the dead"."""
    m = _STOP_OR_COMMA.search(folded, end, end + _BEHIND) if end else None
    hits = words.among.all(folded, end, m.start() if m else end + _BEHIND) if end else []
    between = folded[end : hits[0].start] if hits else ""
    if not hits or len(WORD.findall(between)) > _FEW or any(c.isdigit() for c in between):
        return None
    return hits[0].key


def of_an_outcome(folded: str, found: list[Quantity], words: Words) -> list[Quantity]:
    """Return the quantities with those who are "among the 17 dead" as dead, and a list's others with its last one.

    ("Four Germans, three Luxembourgers and two Belgians are among the dead.")
    """
    out = list(found)
    for at, who in enumerate(found):
        if who.unit != "person" or not who.group:
            continue
        among_them = False
        if who.of == "person" and at + 1 < len(found):
            between = folded[who.end : found[at + 1].start]
            among_them = between.rstrip().endswith(words.among_leads) and _STOP_OR_COMMA.search(between) is None
            among_them = among_them and len(between) <= _BEHIND and found[at + 1].of in keys().outcomes
            if among_them:
                out[at] = who = msgspec.structs.replace(who, of=found[at + 1].of)
        if who.of in keys().outcomes and (among_them or _among_behind(folded, who.end, words) == who.of):
            while at and _listed(folded, out[at - 1], out[at], words):
                at -= 1
                out[at] = msgspec.structs.replace(out[at], of=who.of)
    return out


def _listed(folded: str, before: Quantity, after: Quantity, words: Words) -> bool:
    """Tell whether two numbers of compatriots stand side by side in a list."""
    if before.unit != "person" or before.of != "person" or not before.group:
        return False
    return _joins(folded[before.end : after.start], words)


def _joins(between: str, words: Words) -> bool:
    """Tell whether what stands between two of a list joins them: a comma, "and"."""
    joined = _CONJOINED.fullmatch(between)
    return between == ", " or (joined is not None and joined[1] in words.conjunctions)


def kinds(folded: str, found: list[Quantity], words: Words) -> list[Quantity]:
    """Return the quantities with those who follow a toll behind a colon as its parts, where they make up its number.

    ("Nine people died: six miners and three guides.")
    """
    out = list(found)
    for at, whole in enumerate(found):
        if whole.of not in keys().outcomes or whole.low is None or whole.low != whole.high:
            continue
        left, n = whole.low, at + 1
        while n < len(found) and left > 0 and _lists(folded, found[n - 1], found[n], words, first=n == at + 1):
            left -= found[n].low or 0.0
            n += 1
        if left == 0 and n > at + 2:
            for m in range(at + 1, n):
                own = (str(found[m].of), *found[m].group)
                out[m] = msgspec.structs.replace(found[m], of=whole.of, group=own, part=True)
    return out


def _lists(folded: str, before: Quantity, part: Quantity, words: Words, *, first: bool) -> bool:
    """Tell whether a quantity is the next of a list: behind a colon the first, the others behind a comma or "and"."""
    if part.unit != "person" or part.of in keys().outcomes or part.of in _ANYONE or part.low != part.high:
        return False
    between = folded[before.end : part.start]
    if first:
        return between.strip() == ":" or (":" in between and len(between) <= _REACH // 2 and between.endswith(": "))
    return _joins(between, words)


def _whole_before(folded: str, start: int, last: Quantity | None, words: Words) -> str | None:
    """Return the outcome of those a number is of where they stand before it.

    ("Of the dead, two were nurses", "of the nine dead, two were nurses")
    """
    for lexicon in (words.those, words.among):
        hits = lexicon.all(folded, max(0, start - _REACH // 2), start)
        if hits and folded[hits[-1].end : start].strip() == ",":
            return hits[-1].key
    if last is None or last.of not in keys().outcomes:
        return None
    between = folded[last.end : start].strip()
    of_them = around.ending_at(folded, last.start, max(0, last.start - _REACH), words.out_of)
    return last.of if between == "," or (of_them is not None and between in words.aux) else None


def _named_before(folded: str, start: int, words: Words) -> Hit | None:
    """Return the outcome that is the subject of a verb right before the number: "the injured are 23", "los muertos
    suman ya 19"."""
    m = _BEFORE.search(folded, max(0, start - 48), start)
    before = m[1].split(" ") if m is not None else []
    if before and before[-1] in words.adverbs:
        before.pop()
    copulas = words.several_are or words.aux
    for many in (1, 2, 3):
        verb = " ".join(before[-many:])
        if many < len(before) and (verb in words.amount_to or (many == 1 and verb in copulas)):
            at = folded.rindex(f"{before[-many - 1]} {verb}", 0, start) + len(before[-many - 1])
            named = [h for h in words.nouns.all(folded, max(0, at - 48), at) if h.end == at]
            if named and named[-1].key in keys().outcomes:
                return named[-1]
    return None


def _like(last: Quantity, group: tuple[str, ...], end: int, rule: str) -> Counted:
    return Counted(unit=last.unit, of=last.of, of_text=last.of_text, group=group, end=end, rule=rule)


def _same_kind(group: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether both are of nationalities (their keys are country codes)."""
    return any(g.isupper() for g in group) and any(g.isupper() for g in other)


def _past_skipped(folded: str, end: int, words: Words) -> int | None:
    """Return where "400 more" or the number of "460 were damaged" ends, None where a noun of its own may follow."""
    found = _word_at(folded, end)
    if found is None:
        return None
    if found[1] in words.aux:
        return end
    if found[1] not in words.skip:
        return None
    after = _word_at(folded, found[0] + len(found[1]))
    if after is None or after[1] in words.aux or after[1] in words.stop or words.verbs.match(folded, *after):
        return found[0] + len(found[1])
    closed = _CLOSED.match(folded, after[0])  # "400 weitere beschädigt."
    lower_verb = closed is not None and words.verb_final and words.nouns.match(folded, *after) is None
    return found[0] + len(found[1]) if lower_verb else None


def _word_at(folded: str, end: int) -> tuple[int, str] | None:
    """Return the word right behind `end` and where it begins."""
    m = _JOINED.match(folded, end)
    return (m.start(1), m[1]) if m else None


def _narrowing(folded: str, end: int, words: Words) -> tuple[tuple[str, ...], int]:
    """Return who they are or how badly hurt, said right behind `end` past auxiliaries, and where its words end.

    Who: their nation or their calling ("two of them nurses"); of houses, whether someone lives there all year.
    """
    at = end
    for _ in range(4):
        found = _word_at(folded, at)
        if found is None:
            return (), end
        hit = words.groups.match(folded, *found)
        if hit is not None and (hit.key in _KINDS or hit.key.isupper()):
            return (hit.key,), hit.end
        noun = words.nouns.match(folded, *found)
        if noun is not None and noun.key in keys().person - keys().outcomes - _ANYONE:
            return (noun.key,), noun.end
        if found[1] not in words.aux and WORD.match(folded, found[0]) and not _opens(folded, found, words):
            return (), end
        at = found[0] + len(found[1])
    return (), end


def _opens(folded: str, found: tuple[int, str], words: Words) -> bool:
    """Tell whether a small word leads on to a degree ("in einem kritischen Zustand")."""
    return len(found[1]) <= 3 and found[1] not in words.conjunctions
