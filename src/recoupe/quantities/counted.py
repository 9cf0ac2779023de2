"""What a number counts: the noun behind it, and what the verb near says has happened to those counted.

A noun of outcome ("16 morts") wins; else an outcome said of the noun ("deux personnes ont été tuées", "killed two
men"), with the noun as the group; else the noun itself. A noun no table knows leaves the concept open.
"""

from __future__ import annotations

import re

import msgspec

from recoupe.quantities import around
from recoupe.quantities.lexicon import NEXT, WORD, Hit, Words, keys
from recoupe.text.numbers import Number
from recoupe.text.numerals import numerals

_GENERIC = ("person", "victim")
_WEAK_OUTCOMES = ("released", "convicted", "infected")
_KILLED_AND_HELD = frozenset(("death", "injury", "arrest", "evacuee", "hostage", "rescued"))
"""Outcomes whose verbs are said of people only: others ("charged 12 Xs") tell nothing of a noun no table knows."""
_NEVER = {
    "held": frozenset(("candidate", "player", "delegate", "student", "witness", "participant", "athlete", "coach")),
    "displaced": frozenset(("thief", "attacker", "suspect", "fugitive", "inmate", "prisoner", "driver", "militant")),
}
"""Whose flight is no displacement (who flees from a crime is not driven from home), and who is retained for a place."""
_THEN = {
    "hostage": frozenset(("death", "injury", "released", "rescued", "hospitalised", "treated", "evacuee")),
    "survivor": frozenset(("hospitalised", "treated")),
}
"""What may befall those whom a noun of outcome names: hostages let go are counted as such, and no more as hostages."""
_OF_HOUSEHOLDS = frozenset(("without power", "affected"))
_BREAK = re.compile(r"[,;:.()\[\]«»\"–\n]")
_BETWEEN_SPACES = re.compile(r" ([^\W\d_]+) ")
_LAST = re.compile(r"([^\W_]+) $")
_INSERTED = re.compile(r" ?[,(] ?(?=([^\W\d_]+))")
_TO_ITS_END = re.compile(r"[^,;.()\n]{3,70}[,)]")
_GAP = re.compile(r"[ '-]")
_WITH_BEHIND = re.compile(r" ([^\W\d_]+)(?= ?[^\w ]|$| [^\W\d_]+)")
_LAST_OR_ELIDED = re.compile(r"([^\W\d_]+)[ ']$")
_LONGER = re.compile(r" ([^\W\d_]{3,})")
_LONGER_JOINED = re.compile(r"[ -]([^\W\d_]{3,})")
_AGES = re.compile(r" (?:[^\W\d_]{1,5} ){0,3}\d{1,3}(?: [^\W\d_]{1,3} \d{1,3})? ([^\W\d_]+)")
_REACH_VERB = 70
"""Characters behind a noun in which the verb that tells the outcome may stand."""


class Counted(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is counted: unit (person, thing, ...), concept key, the words, the group, where the noun ends (0: none)."""

    unit: str | None = None
    of: str | None = None
    of_text: str | None = None
    group: tuple[str, ...] = ()
    end: int = 0
    rule: str = ""


def counted(folded: str, text: str, number: Number, places: tuple[int, int, int, int], words: Words) -> Counted | None:
    """Return what `number` counts. `places` are the start of its expression, the bounds of its clause, and where the
    next number begins; None when no noun and no verb says so."""
    start, left, right, limit = places
    total = _total(folded, start, left, words)
    noun, between = noun_behind(folded, number, min(right, limit), words)
    known = keys()
    active = _active(folded, start, left, words)
    if noun is None:
        if number.article or total or _joined(folded, number.end, words):
            return None
        if active is not None and (
            not _noun_follows(folded, number.end, words) or _others_follow(folded, number, words)
        ):
            return _outcome(active, text, (), 0, "verb before")
        if not _noun_follows(folded, number.end, words) or _verb_follows(folded, number.end, words):
            passive = verb_behind(folded, number.end, right, words)
            return _outcome(passive[0], text, (), passive[1], "verb behind") if passive is not None else None
        return _unknown(folded, text, number, right, words, active)
    if total:
        return Counted(
            unit=_unit(noun.key), of=noun.key, of_text=text[noun.start : noun.end], group=("total",), end=noun.end,
            rule="total",
        )  # fmt: skip
    group = _groups(folded, number.end, noun, right, words)
    each = _each(folded, start, noun.end, (left, right), words)
    group = tuple(dict.fromkeys((*group, *each)))
    of, unit = noun.key, _unit(noun.key)
    if of in known.outcomes and number.article and between:
        return None
    verb: Hit | None = None
    end = noun.end
    rule = "noun"
    if unit == "person" and (of not in known.outcomes or of in _THEN):
        passive = verb_behind(folded, noun.end, right, words)
        parted = _parted(folded, start, noun.end, right, words) if words.separated else None
        if active is not None:
            verb, rule = active, "verb before"
        elif parted is not None:
            verb, rule = parted, "verb in two pieces"
        elif passive is not None:
            verb, end, rule = passive[0], max(end, passive[1]), "verb behind"
    if of in known.outcomes and (verb is None or verb.key not in _THEN[of]):
        return Counted(unit=unit, of=of, of_text=text[noun.start : noun.end], group=group, end=noun.end, rule="noun")
    if verb is not None and (of in _NEVER.get(verb.key, ()) or (of == "household" and verb.key not in _OF_HOUSEHOLDS)):
        verb, end = None, noun.end
    if verb is not None and verb.key in _WEAK_OUTCOMES and of not in _GENERIC and of not in _THEN:
        verb, end = None, noun.end  # prisoners who are freed are still counted as prisoners
    if verb is None:
        if number.article:
            return None
        return Counted(unit=unit, of=of, of_text=text[noun.start : noun.end], group=group, end=noun.end, rule="noun")
    if number.article and of not in _GENERIC and not words.one_counts:
        return None
    if of not in _GENERIC:
        group = tuple(dict.fromkeys((of, *group)))
    return Counted(unit=unit, of=verb.key, of_text=text[verb.start : verb.end], group=group, end=end, rule=rule)


def _total(folded: str, start: int, left: int, words: Words) -> bool:
    """Tell whether the number is the whole of which another counts a part ("eleven of the 30 passengers died")."""
    hit = around.ending_at(folded, start, left, words.out_of)
    if hit is None:
        return False
    before = WORD.findall(folded[max(0, hit.start - 24) : hit.start])
    table = numerals(words.code)
    digits = folded[max(0, hit.start - 2) : hit.start].strip()[-1:].isdigit()
    return digits or (bool(before) and table.value(before[-1]) is not None)


def _joined(folded: str, end: int, words: Words) -> bool:
    """Tell whether another number follows behind "and": "aged 5 and 8" says nothing of five people."""
    m = _BETWEEN_SPACES.match(folded, end)
    return m is not None and m[1] in words.conjunctions


def _is_count(folded: str, start: int, at: int, words: Words) -> bool:
    """Tell whether a bare number stands right before `at`: what comes is said of it."""
    before = _LAST.search(folded, max(start, at - 30), at)
    return before is not None and (before[1].isdecimal() or numerals(words.code).value(before[1]) is not None)


def _number_follows(folded: str, at: int, words: Words) -> bool:
    after = re.compile(r" ([^\W_]+)").match(folded, at)
    return after is not None and (after[1].isdecimal() or numerals(words.code).value(after[1]) is not None)


def _past_part(folded: str, end: int, right: int, words: Words) -> int:
    """Return where the clause goes on behind ", including four children,"; `end` where there is no such insertion."""
    m = _INSERTED.match(folded, end)
    if m is None:
        return end
    close = _TO_ITS_END.match(folded, m.end(), right)
    if close is None:
        return end
    if words.part.match(folded, m.end(), m[1]) is not None:
        return close.end()
    verb = NEXT.match(folded, close.end())
    return close.end() if verb is not None and verb[1] in words.aux else end


def _past_ages(folded: str, end: int, words: Words) -> int:
    """Return where the clause goes on behind the ages of those counted ("two men of 32 and 37 years"), else `end`."""
    m = _AGES.match(folded, end)
    return m.end() if m is not None and m[1] in words.times else end


def _outcome(verb: Hit, text: str, group: tuple[str, ...], end: int, rule: str) -> Counted:
    return Counted(unit="person", of=verb.key, of_text=text[verb.start : verb.end], group=group, end=end, rule=rule)


def _unit(key: str) -> str:
    return "person" if key in keys().person else "thing"


def noun_behind(folded: str, number: Number, right: int, words: Words) -> tuple[Hit | None, list[str]]:
    """Return the noun counted, and the words passed over to reach it."""
    at = number.end
    passed: list[str] = []
    free = words.adjectives_before
    while at < right:
        gap = _GAP.match(folded, at)
        if gap is None:
            break
        m = WORD.match(folded, gap.end())
        if m is None or m.end() > right:
            break
        word = m.group()
        hit = words.nouns.match(folded, m.start(), word)
        if hit is not None and hit.end <= right and _number_fits(hit, number, words) and not _leads(folded, hit, words):
            return _longest_head(folded, hit, right, number, words), passed
        if not passed and not free and word in words.definite:
            return _behind_article(folded, number, m.end(), right, words), passed
        if word in words.skip:
            at = m.end()
            passed.append(word)
            if len(passed) > 4:
                break
            continue
        if word in words.stop or free == 0 or folded[gap.start() : gap.end()] == "'":
            break
        free -= 1
        passed.append(word)
        at = m.end()
    return None, passed


def _behind_article(folded: str, number: Number, at: int, right: int, words: Words) -> Hit | None:
    """Return the noun of "son 13 los muertos", "una settantina i feriti": what a number that ends its own phrase tells
    of. An outcome needs no more; other nouns need a copula or a comma before, lest they begin the next phrase."""
    m = NEXT.match(folded, at)
    hit = words.nouns.match(folded, m.start(1), m[1]) if m else None
    if hit is None or hit.end > right or 1900 <= number.low <= 2100:
        return None
    before = _LAST_OR_ELIDED.search(folded, max(0, number.start - 16), number.start)
    opened = before is None or before[1] in words.aux or before[1] in words.conjunctions
    return hit if opened or hit.key in keys().outcomes else None


def _leads(folded: str, hit: Hit, words: Words) -> bool:
    """Tell whether a noun that is an adjective too stands before another ("seize jeunes manifestants")."""
    if folded[hit.start : hit.end] not in words.skip:
        return False
    m = NEXT.match(folded, hit.end)
    return m is not None and words.nouns.match(folded, m.start(1), m[1]) is not None


def _number_fits(hit: Hit, number: Number, words: Words) -> bool:
    """In English a noun behind a number above one is plural: "12 prisoner swaps" counts no prisoners."""
    return not (words.plural_follows and hit.single and (number.high is None or number.high > 1))


def _longest_head(folded: str, hit: Hit, right: int, number: Number, words: Words) -> Hit:
    """Where nouns stand in a row, the last is counted ("200 police vehicles"), unless the second is a genitive."""
    if not words.adjectives_before or words.genitive_behind or hit.key in keys().outcomes:
        return hit
    if folded[hit.end : hit.end + 1] == " ":
        m = WORD.match(folded, hit.end + 1)
        if m and m.end() <= right:
            following = words.nouns.match(folded, m.start(), m.group())
            if following and following.end <= right and _number_fits(following, number, words):
                if following.key not in keys().outcomes:
                    return following
    return hit


def _noun_follows(folded: str, end: int, words: Words) -> bool:
    m = NEXT.match(folded, end)
    return m is not None and m[1] not in words.stop and m[1] not in words.aux


def _others_follow(folded: str, number: Number, words: Words) -> bool:
    """ "injured 500 more": a word that only passes on to a noun, and no noun."""
    m = _WITH_BEHIND.match(folded, number.end)
    if m is None or (m[1] not in words.skip and m[1] not in words.links):
        return False
    n = NEXT.match(folded, m.end())
    return n is None or n[1] in words.stop


def _verb_follows(folded: str, end: int, words: Words) -> bool:
    m = NEXT.match(folded, end)
    return m is not None and words.verbs.match(folded, m.start(1), m[1]) is not None


def _active(folded: str, start: int, left: int, words: Words) -> Hit | None:
    """Return the verb right before the number, which acts upon those counted ("killing at least 17")."""
    at = start
    for _ in range(2):
        hit = around.ending_at(folded, at, left, words.active)
        if hit is not None:
            return hit
        tail = _LAST_OR_ELIDED.search(folded, max(left, at - 14), at)
        if tail is None or (tail[1] not in words.skip and tail[1] not in words.links and tail[1] not in _SMALL):
            return None
        at = tail.start()
    return None


_SMALL = frozenset(("a", "the", "les", "los", "las", "den", "die"))


def _parted(folded: str, start: int, end: int, right: int, words: Words) -> Hit | None:
    """Return the verb in two pieces that holds those counted between them ("nahm drei Männer fest")."""
    before = list(WORD.finditer(folded, max(0, start - 40), start))[-4:]
    for m in reversed(before):
        for key, piece in words.separated.get(m.group(), ()):
            if re.search(rf"[^.;:]{{0,{_REACH_VERB}}}(?<!\w){piece}(?!\w)", folded[end:right]):
                return Hit(m.start(), m.end(), key)
    return None


def verb_behind(folded: str, end: int, right: int, words: Words) -> tuple[Hit, int] | None:
    """Return the verb behind that says what happened, and how far the expression goes (0: it does not take it in).

    The verb stands at once behind the noun (with at most two words between), or behind an auxiliary. A conjunction and
    another count may come between ("seven men and eight women were killed"), a relative clause may not.
    """
    aged = _past_ages(folded, end, words)
    inserted = _past_part(folded, aged, right, words)
    if aged != end and inserted == aged:
        found = verb_behind(folded, aged, right, words)
        return (found[0], 0) if found else None
    if inserted != end:
        found = verb_behind(folded, inserted, right, words)
        return (found[0], 0) if found else None
    stop = min(right, end + _REACH_VERB)
    passed, auxiliary = 0, False
    crossed = False
    for m in WORD.finditer(folded, end, stop):
        for key, piece in words.separated_behind.get(m.group(), ()) if passed <= 2 else ():
            if re.search(rf"[^.;:,]{{0,{_REACH_VERB}}}(?<!\w){piece}(?!\w)", folded[m.end() : right]):
                return Hit(m.start(), m.end(), key), 0
        between = folded[(end if passed == 0 and not auxiliary else m.start() - 2) : m.start()]
        if _BREAK.search(between.strip(" ")) or re.search(r"[.;:()\n]", folded[end : m.start()]):
            return None
        word = m.group()
        hit = words.verbs.match(folded, m.start(), word)
        if hit is not None and hit.end <= stop and (auxiliary or passed <= 2) and not (crossed and not auxiliary):
            if _of_others(folded, hit, end, words):
                return None
            if passed and _is_count(folded, end, m.start(), words):
                return None  # "of the 150 passengers, two are missing": the two are
            if crossed and _number_follows(folded, hit.end, words):
                return None  # "155 were aboard and survived only four": the four did
            return hit, (hit.end if not auxiliary and passed <= 1 and not crossed else 0)
        if word in words.aux:
            auxiliary = True
            passed += 1
        elif auxiliary:
            passed += 1
            if not words.verb_final:
                return None
        elif word in words.conjunctions and passed <= 1:
            crossed = True
            passed += 1
        elif word in words.stop and not crossed and word not in words.links and word not in _ARTICLES:
            passed += 3  # a place or time may stand between noun and verb, but then an auxiliary must say so
        else:
            passed += 1
        if passed > 7:
            return None
    return None


def _of_others(folded: str, hit: Hit, end: int, words: Words) -> bool:
    """Tell whether those counted did it to others ("40 strikers have blocked", "12 officers have arrested")."""
    before = _LAST_OR_ELIDED.search(folded, max(end, hit.start - 12), hit.start)
    word = folded[hit.start : hit.end]
    if before is None or before[1] not in words.have or " " in word:
        return False
    acts = words.active.match(folded, hit.start, word)
    return acts is not None and acts.end == hit.end


_ARTICLES = frozenset(("the", "le", "la", "les", "un", "une", "a", "an"))


def _unknown(folded: str, text: str, number: Number, right: int, words: Words, active: Hit | None) -> Counted | None:
    """A noun no table knows: what is counted stays open, unless a verb before says what happened to them."""
    m = _LONGER.match(folded, number.end)
    if m is None or m.end() > right or m[1] in words.stop or m[1] in words.aux or m[1] in words.times:
        return None
    if numerals(words.code).value(m[1]) is not None:
        return None  # "down from 61.9 four years ago": another number, no noun
    if number.low != int(number.low) and number.scale == 1:
        return None
    if words.plural_follows and not m[1].endswith(("s", "men")):
        return _plural_further(folded, text, m, right, words)
    if words.plural_ends and number.low != 1 and not m[1].endswith(words.plural_ends):
        return None
    name = words.groups.match(folded, m.start(1), m[1])
    others = name is not None and name.key == "new"
    if name is not None and not name.key.isupper():
        name = None  # only demonyms stand for people: "twelve Russians", never "six others"
    if active is not None and active.key in _KILLED_AND_HELD:
        group = () if others else (name.key if name else m[1],)
        return _outcome(active, text, group, m.end(), "verb before")
    if name is not None:
        verb = verb_behind(folded, m.end(), right, words)
        of = verb[0].key if verb else "person"
        return Counted(unit="person", of=of, of_text=m[1], group=(name.key,), end=m.end(), rule="people of a place")
    verb = verb_behind(folded, m.end(), right, words)
    if verb is not None:
        return _outcome(verb[0], text, () if others else (m[1],), m.end(), "verb behind")
    return Counted(unit="thing", of_text=text[m.start(1) : m.end()], end=m.end(), rule="unknown noun")


def _plural_further(folded: str, text: str, first: re.Match[str], right: int, words: Words) -> Counted | None:
    """ "12 Russian intelligence agents": the plural within four words is what is counted."""
    at = first.end()
    for _ in range(3):
        m = _LONGER_JOINED.match(folded, at)
        if m is None or m.end() > right or m[1] in words.stop or m[1] in words.aux or first[1].endswith("ly"):
            return None
        at = m.end()
        if m[1].endswith("s") and not m[1].endswith(("ss", "us")):
            found = [h.key for h in words.groups.all(folded, first.start(1), at) if h.key.isupper()]
            return Counted(
                unit="thing", of_text=text[first.start(1) : at], group=tuple(found), end=at, rule="unknown noun"
            )
    return None


def _groups(folded: str, start: int, noun: Hit, right: int, words: Words) -> tuple[str, ...]:
    """Return what narrows the count: adjectives between number and noun, and up to two words behind it."""
    found = [h.key for h in words.groups.all(folded, start, noun.start)]
    at = noun.end
    for _ in range(2):
        m = NEXT.match(folded, at, right)
        if m is None or m[1] in words.stop:
            break
        hit = words.groups.match(folded, m.start(1), m[1])
        if hit is not None:
            found.append(hit.key)
        elif not words.verbs.match(folded, m.start(1), m[1]):
            break
        at = m.end()
    return tuple(dict.fromkeys(k for k in found if k not in ("new",) and k != noun.key))


def _each(folded: str, start: int, end: int, bounds: tuple[int, int], words: Words) -> tuple[str, ...]:
    """Return ("each",) when the count is for each of several sides."""
    left, right = bounds
    hits = words.each.all(folded, max(left, start - 45), start) + words.each.all(folded, end, min(right, end + 40))
    return ("each",) if hits else ()
