"""What a number counts: the noun behind it, and what the verb near says has happened to those counted.

A noun of outcome ("16 morts") wins; else an outcome said of the noun ("deux personnes ont été tuées", "killed two
men"), with the noun as the group; else the noun itself. A noun no table knows leaves the concept open.
"""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from recoupe.quantities import around, nouns, outcomes
from recoupe.quantities.keys import keys
from recoupe.quantities.led import turned
from recoupe.quantities.lexicon import NEXT, WORD, Hit
from recoupe.quantities.words import Words
from recoupe.text.numbers import Number
from recoupe.text.numerals import numerals
from recoupe.text.patterns import compiled

GENERIC = ("person", "victim")
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
_BETWEEN_SPACES = compiled(r" ([^\W\d_]+) ")
_LINKED = compiled(r" ([^\W\d_]{1,2})(?:'|(?= [^\W\d_]{4,}))")
_LONGER = compiled(r" ([^\W\d_]{3,})")
_LONGER_JOINED = compiled(r"[ -]([^\W\d_]{3,})")


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
    noun, between = nouns.behind(folded, number, min(right, limit), words)
    if noun is not None and noun.key in _ON_BOARD:
        noun = _with_crew(folded, noun, words)
    total = _total(folded, start, left, words)
    active = outcomes.verb_before(folded, start, left, words)
    if noun is None:
        return None if total else _without_noun(folded, text, number, right, words, active)
    plain = Counted(unit=_unit(noun.key), of=noun.key, of_text=text[noun.start : noun.end], end=noun.end, rule="noun")
    if total:
        return replace(plain, group=("total",), rule="total")
    group = _groups(folded, number.end, noun, right, words)
    each = _each(folded, start, noun.end, (left, right), words)
    plain = replace(plain, group=tuple(dict.fromkeys((*group, *each))))
    outcome = noun.key in keys().outcomes
    if outcome and number.article and between:
        return None
    told = _told(folded, noun, (start, right), words, active)
    if outcome and (told is None or told[0].key not in _THEN[noun.key]):
        return plain
    if told is None or _keeps(noun.key, told[0].key):
        return None if number.article else plain
    verb, end, rule = told
    generic = noun.key in GENERIC
    if number.article and not generic and not words.one_counts:
        return None
    who = plain.group if generic else tuple(dict.fromkeys((noun.key, *plain.group)))
    return _outcome(verb, text, who, end, rule)


def _with_crew(folded: str, noun: Hit, words: Words) -> Hit:
    """ "150 passengers and crew": everybody on board is counted, where no other number tells how many the crew are."""
    m = _LINK.match(folded, noun.end)
    if m is None or m[1] not in words.conjunctions:
        return noun
    other = words.nouns.match(folded, m.start(2), m[2])
    return Hit(noun.start, other.end, "occupant") if other and {noun.key, other.key} == _ON_BOARD else noun


_LINK = compiled(r" ([^\W\d_]+) ([^\W\d_]+)")
_ON_BOARD = {"passenger", "crew"}


def _without_noun(
    folded: str, text: str, number: Number, right: int, words: Words, active: Hit | None
) -> Counted | None:
    """Return what a number counts behind which no noun of the tables stands: what a verb says, or an unknown noun."""
    if number.article or _joined(folded, number.end, words):
        return None
    if number.low != int(number.low) and number.scale == 1:
        return None  # "a quake of magnitude 7.1 killed": nobody is a fraction
    number = _past_link(folded, number, words)
    noun = nouns.follows(folded, number.end, words) and not turned(folded, number.start, number.end, words)
    if active is not None and (not noun or nouns.others_follow(folded, number, words)):
        return _outcome(active, text, (), 0, "verb before")
    if not noun or outcomes.follows(folded, number.end, words):
        passive = outcomes.verb_behind(folded, number.end, right, words)
        return _outcome(passive[0], text, (), passive[1], "verb behind") if passive is not None else None
    return _unknown(folded, text, number, right, words, active)


def _past_link(folded: str, number: Number, words: Words) -> Number:
    """Return a number with the preposition that large numbers take before what they count: "180 millions de talars"."""
    if number.scale == 1 and not number.approximate:
        return number
    m = _LINKED.match(folded, number.end)
    return replace(number, end=m.end()) if m is not None and m[1] in words.skip and m[1] in words.links else number


def _told(
    folded: str, noun: Hit, places: tuple[int, int], words: Words, active: Hit | None
) -> tuple[Hit, int, str] | None:
    """Return the verb that says what befell those a noun names, where the expression ends, and the rule; None where
    the noun is of things, or says itself all that may be counted. `places` are where the expression and clause end."""
    start, right = places
    if _unit(noun.key) != "person" or (noun.key in keys().outcomes and noun.key not in _THEN):
        return None
    if active is not None:
        return active, noun.end, "verb before"
    parted = outcomes.verb_around(folded, start, noun.end, right, words) if words.separated else None
    if parted is not None:
        return parted, noun.end, "verb in two pieces"
    passive = outcomes.verb_behind(folded, noun.end, right, words)
    return (passive[0], max(noun.end, passive[1]), "verb behind") if passive is not None else None


def _keeps(noun: str, outcome: str) -> bool:
    """Tell whether those a noun names are still counted as such, whatever is said of them: prisoners who are freed."""
    if noun in _NEVER.get(outcome, ()) or (noun == "household" and outcome not in _OF_HOUSEHOLDS):
        return True
    return outcome in _WEAK_OUTCOMES and noun not in GENERIC and noun not in _THEN


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


def _outcome(verb: Hit, text: str, group: tuple[str, ...], end: int, rule: str) -> Counted:
    return Counted(unit="person", of=verb.key, of_text=text[verb.start : verb.end], group=group, end=end, rule=rule)


def _unit(key: str) -> str:
    return "person" if key in keys().person else "thing"


def _unknown(folded: str, text: str, number: Number, right: int, words: Words, active: Hit | None) -> Counted | None:
    """A noun no table knows: what is counted stays open, unless a verb before says what happened to them."""
    m = _LONGER.match(folded, number.end)
    if m is None or m.end() > right or numerals(words.code).value(m[1]) is not None:
        return None  # "down from 61.9 four years ago": another number, no noun
    if number.low != int(number.low) and number.scale == 1:
        return None
    of: tuple[str, ...] = ()
    if m[1] in words.suspected and (behind := _LONGER.match(folded, m.end())) is not None and behind.end() <= right:
        m = behind
    name = words.groups.match(folded, m.start(1), m[1])
    if name is not None and name.key.isupper() and words.nouns_capitalised and text[m.start(1)].islower():
        of, m = (name.key,), _LONGER.match(folded, name.end)  # "drei schwedische Kufenhunde": an adjective, no people
        name = None
        if m is None or m.end() > right:
            return None
    others = name is not None and name.key == "new"
    if name is not None and not name.key.isupper():
        name = None  # only demonyms stand for people: "twelve Russians", never "six others"
    end = name.end if name is not None else m.end()
    called = folded[m.start(1) : end]
    if end == m.end() and (m[1] in words.stop or m[1] in words.aux or m[1] in words.times):
        return None
    verb = outcomes.verb_behind(folded, end, right, words)
    if words.plural_follows and not called.endswith(("s", "men")):
        further = _plural_further(folded, text, m, right, words)
        if further is not None and (told := outcomes.verb_behind(folded, further.end, right, words)) is not None:
            group = (folded[: further.end].rpartition(" ")[2], *further.group)
            return _outcome(told[0], text, group, further.end, "verb behind")
        if further is not None or name is None or not (verb or active) or not _invariable(called, m[1], words):
            return further
    if words.plural_ends and number.low != 1 and not called.endswith(words.plural_ends):
        return None
    if active is not None and active.key in _KILLED_AND_HELD:
        group = () if others else (name.key if name else m[1], *of)
        return _outcome(active, text, group, end, "verb before")
    if name is not None:
        is_ = verb[0].key if verb else "person"
        return Counted(unit="person", of=is_, of_text=called, group=(name.key,), end=end, rule="people of a place")
    if verb is not None:
        return _outcome(verb[0], text, () if others else (m[1], *of), end, "verb behind")
    return Counted(unit="thing", of_text=text[m.start(1) : end], group=of, end=end, rule="unknown noun")


def _invariable(called: str, first: str, words: Words) -> bool:
    """Tell whether a people's name is its own plural: "three Chinese", never "three German"."""
    plural = words.groups.match(f"{called}s", 0, first if first != called else f"{called}s")
    return plural is None or plural.end <= len(called)


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
