"""Findings beside the verdict on a group: one instant on several clocks, counts that agree, sums that do not, plans."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from recoupe.claims.article.numbers.owners import NEEDS_WHO
from recoupe.claims.comparison import sums, units
from recoupe.claims.comparison.group import Key
from recoupe.claims.comparison.records import make
from recoupe.claims.comparison.sift import neighbourhoods
from recoupe.claims.comparison.vague import bare
from recoupe.claims.comparison.verdicts import clocks
from recoupe.claims.values import DISTINCT, Interval, Item, Meeting, all_meet, bounds, meet
from recoupe.model import Article, Claim, Finding, Independent
from recoupe.text import numbers
from recoupe.text.currencies import is_money
from recoupe.text.patterns import compiled_by_regex


def same_instants(
    key: Key, items: list[Item], articles: Mapping[str, Article], independent: Independent
) -> list[Finding]:
    """Return a finding for each instant of a disputed group that articles print by clocks of several zones."""
    if key.unit != "instant" or all_meet(items):
        return []
    best: list[Item] = []
    told: dict[Interval, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        told[item.interval].append(number)
    values = Meeting(told)
    for moment in sorted(value for value in told if value[0] == value[1]):
        there = [items[n] for n in sorted(n for value in values.met(moment) for n in told[value])]
        told_by = len({i.claim.anchor.article for i in there})
        if told_by > 1 and clocks(there) > 1 and told_by > len({i.claim.anchor.article for i in best}):
            best = there
    return [make(key, best, "same instant", articles, independent)] if best else []


_APART = compiled_by_regex(r"(?:year|past|limit):|group:[A-Z]{2}$")
"""Scopes whose counts are never those of the whole: another year's, a bound, one nation's."""


def same_counts(
    settled: Mapping[Key, list[Item]],
    found: Sequence[Finding],
    articles: Mapping[str, Article],
    independent: Independent,
) -> list[Finding]:
    """Return a finding for each exact count that several articles print of one thing, however they narrow it."""
    covered = {s.place for f in found if f.status != "alone" for v in f.values for s in v.support}
    told = {(f.attribute, v.low) for f in found if f.status != "alone" for v in f.values if v.low == v.high}
    by_count: dict[tuple[str, str, float], list[Item]] = defaultdict(list)
    home: dict[tuple[str, str, float], Key] = {}
    for key, items in settled.items():
        if (
            key.unit not in ("person", "thing")
            or key.attribute in NEEDS_WHO
            or any(_APART.match(n) for n in key.narrow)
        ):
            continue
        for item in items:
            low, high = item.interval
            if low == high and low >= DISTINCT and low % 100 and not bare(key):
                by_count[key.attribute, key.unit, low].append(item)
                home.setdefault((key.attribute, key.unit, low), Key(key.attribute, key.unit, None, (), (), False))
    out = []
    for count, items in by_count.items():
        fresh = [i for i in items if i.claim.anchor.place not in covered]
        if fresh and (count[0], count[2]) not in told and len({i.claim.anchor.article for i in items}) > 1:
            out.append(make(home[count], items, "agreed", articles, independent))
    return out


def sums_off(claims: Sequence[Claim], articles: Mapping[str, Article], independent: Independent) -> list[Finding]:
    """Return a finding for each article whose parts do not make its total, or whose clock times belie its length."""
    out = []
    for total, parts in (*sums.off(claims), *sums.over(claims)):
        size = sum(p.low or 0.0 for p in parts)
        words = " + ".join(p.display for p in parts)
        why = f"The parts do not add up: {words} make {size:g}, not {total.display}."
        out.append(_off(f"sum of {total.attribute}", (total, parts, (size, size)), why, articles, independent))
    for length, start, end, between in sums.lengths_off(claims):
        why = f"From {start.display} to {end.display} is not {length.display}."
        out.append(_off("length by the clock", (length, (start, end), between), why, articles, independent))
    return out


def money_mistaken(
    settled: Mapping[Key, list[Item]], articles: Mapping[str, Article], independent: Independent
) -> list[Finding]:
    """Return a finding for each sum that one article prints in other money than several do: "200 billion euros" for
    200 billion crowns. A sum converted has another number."""
    told: dict[tuple[str, float], dict[str, list[Item]]] = {}
    for key, items in settled.items():
        if not is_money(key.unit) or bare(key):
            continue
        for item in items:
            number = item.claim.high if item.claim.low is None else item.claim.low
            if number is not None and number >= LARGE and item.claim.high in (number, None):
                told.setdefault((key.attribute, number), {}).setdefault(key.unit, []).append(item)
    out = []
    for (attribute, _), by_money in told.items():
        if len(by_money) != 2:
            continue
        one, several = sorted(by_money.values(), key=lambda items: len(_tellers(items)))
        apart = len(_tellers(one)) == 1 and len(_tellers(several)) > 1 and not _tellers(one) & _tellers(several)
        if apart and all(_prints_money(i.claim, articles) for i in one):
            key = Key(attribute, several[0].claim.unit, None, (), (), False)
            out.append(make(key, [*several, *one], "disputed", articles, independent))
    return out


_KINDS = {
    unit: kind
    for kind, units in (("length", ("m", "km", "mm")), ("weight", ("kg", "t", "g")), ("area", ("ha", "km2", "m2")),
                        ("speed", ("km/h", "m/s")), ("volume", ("l", "m3", "barrel", "gal")), ("heat", ("°C", "°F")))
    for unit in units
}  # fmt: skip
"""What units measure, by the metric unit claims of others are converted to."""


def units_mistaken(
    settled: Mapping[Key, list[Item]], articles: Mapping[str, Article], independent: Independent
) -> list[Finding]:
    """Return a finding for each measure that one page prints in another unit than several: "480 feet" for 480 metres.

    A measure converted has another number, and a page that tells both has converted it.
    """
    told: dict[tuple[str, float], dict[tuple[str, float], list[tuple[Key, Item]]]] = defaultdict(dict)
    for key, items in settled.items():
        for item in items if key.unit in _KINDS else ():
            number = _printed(item.claim, articles)
            if number is None or _digits(number) < 2 or item.claim.qualifier not in (None, "about"):
                continue
            scale = round(sum(bounds(item.claim)) / 2 / number, 2)
            told[_KINDS[key.unit], number].setdefault((key.unit, scale), []).append((key, item))
    out = []
    for (_, number), by_unit in told.items():
        if len(by_unit) != 2 or _of_one_name(*by_unit):
            continue
        one, several = sorted(
            by_unit.values(), key=lambda found: (len(_tellers([i for _, i in found])), str(found[0][0]))
        )
        few, many = ([i for _, i in found] for found in (one, several))
        if len(_tellers(few)) != 1 or len(_tellers(many)) < 2 or _tellers(few) & _tellers(many):
            continue
        named = {k.attribute for k, _ in (*one, *several) if not bare(k)}
        if len(named) < 2 and (_digits(number) > 2 or all(k.attribute in named for k, _ in (*one, *several))):
            key = next((k for k, _ in several if not bare(k)), several[0][0])
            out.append(make(key._replace(narrow=(), places=()), [*many, *few], "disputed", articles, independent))
    return out


def _of_one_name(a: tuple[str, float], b: tuple[str, float]) -> bool:
    """Tell whether two units go by one name: the miles of a ship, and those of a road."""
    return a[0] == b[0] and abs(max(a[1], b[1]) / min(a[1], b[1]) - units.AT_SEA) <= AS_READ


AS_READ = 0.02
"""How far the ratio of two scales may be from that of their units, which are rounded to a hundredth."""


def _digits(number: float) -> int:
    """Return how many digits of a number tell: 480 has two, 7.42 three."""
    return len(f"{number:.10g}".replace(".", "").strip("0"))


def _printed(claim: Claim, articles: Mapping[str, Article]) -> float | None:
    """Return the one number a claim's words print, in the unit they print it in."""
    article = articles.get(claim.anchor.article)
    found = numbers.find(claim.display, language=article.language if article else None)
    return found[0].low if len(found) == 1 and found[0].low == found[0].high else None


LARGE = 1e6
"""Smaller sums are the same in two currencies by chance."""


def _tellers(items: Sequence[Item]) -> set[str]:
    """Return the pages that tell items: what one page tells beside its own article is another matter."""
    return {i.claim.anchor.page for i in items}


def _prints_money(claim: Claim, articles: Mapping[str, Article]) -> bool:
    """Tell whether a sum stands with its money, which is not that of a sum before it ("ora sono 9,6 miliardi")."""
    article = articles.get(claim.anchor.article)
    found = numbers.find(claim.display, language=article.language if article else None)
    if not found:
        return False
    before = claim.display[: found[0].start].rstrip()[-1:]
    return bool(claim.display[found[-1].end :].strip()) or (bool(before) and unicodedata.category(before) == "Sc")


def _off(
    attribute: str,
    sum_: tuple[Claim, Sequence[Claim], Interval],
    why: str,
    articles: Mapping[str, Article],
    independent: Independent,
) -> Finding:
    """Return the finding that sets a value against what its parts make."""
    whole, parts, made = sum_
    key = Key(attribute, whole.unit, None, (), (), False)
    items = [Item(whole, bounds(whole)), *(Item(p, made) for p in parts)]
    finding = make(key, items, "disputed", articles, independent)
    values = [
        v if v.low == whole.low else msgspec.structs.replace(v, low=made[0], high=made[1]) for v in finding.values
    ]
    return msgspec.structs.replace(finding, values=tuple(values), explanation=why)


def kept_plans(
    settled: Mapping[Key, list[Item]], articles: Mapping[str, Article], independent: Independent
) -> list[Finding]:
    """Return a finding where what was planned and what happened differ, and where others tell the very time planned."""
    out = []
    for key, planned in settled.items():
        done = settled.get(key._replace(planned=False))
        if not key.planned or not done or key.unit != "instant":
            continue
        items = [*planned, *done]
        for part in neighbourhoods(key, items):
            chosen = [items[i] for i in part]
            before = [i for i in chosen if i.claim.status == "planned"]
            after = [i for i in chosen if i.claim.status != "planned"]
            if not before or not after:
                continue
            distinct = {i.interval for i in chosen}
            if all(meet(a.interval, b.interval) for a in before for b in after):
                if len(distinct) == 1 and not _tellers(before) & _tellers(after):
                    status = "same instant" if clocks(chosen) > 1 else "agreed"
                    out.append(make(key._replace(planned=False), chosen, status, articles, independent))
            elif len(distinct) <= 3:
                out.append(make(key._replace(planned=False), chosen, "evolving", articles, independent))
    return [f for f in out if f.status != "alone"]
