"""Findings in words: their scope, their values, and one sentence that says why the verdict."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from recoupe.claims.article.ground.seconds import UNDATED, yearless
from recoupe.claims.comparison.apart import UNKNOWN
from recoupe.claims.comparison.group import Key
from recoupe.languages import load
from recoupe.model import Article, Claim, Value

_MANY = 4


def stamp(seconds: float | None, *, resolved: bool) -> str | None:
    """Return seconds since 1970 as ISO: an instant with "Z" where the zone is `resolved`, else a local time.

    "XXXX" stands for a year and "XX" for a day that no page tells, as in TIMEX3.
    """
    if seconds is None:
        return None
    moment = dt.datetime.fromtimestamp(seconds, tz=dt.UTC)
    year = "XXXX" if yearless(seconds) else f"{moment.year:04d}"
    day = "XXXX-XX-XX" if 0 <= seconds < UNDATED else f"{year}-{moment:%m-%d}"
    return f"{day}T{moment:%H:%M:%S}" + ("Z" if resolved else "")


def scope_words(key: Key, names: Mapping[str, str]) -> str:
    """Return the scope of a group as short words: "talks, planned, women"."""
    parts = [key.event.replace("_", " ")] if key.event else []
    for item in key.narrow:
        kind, _, name = item.partition(":")
        if (name or kind) in key.attribute.split():
            continue  # "speed limit, limit"
        if kind == "with":
            parts.append(f"with {names.get(name, name)}")
            continue
        if kind == "from":
            parts.append(f"from {name.title()}")
            continue
        parts.append(
            names.get(name, nation(name) or name)
            if name
            else {"past": "earlier", "elsewhere": "elsewhere", "part": "part"}.get(kind, kind)
        )
    parts.extend(sorted(names.get(place, place) for place in key.places if not place.startswith(UNKNOWN)))
    if key.planned:
        parts.append("planned")
    return ", ".join(parts)


def nation(code: str) -> str | None:
    """Return the English adjective of a nation's code ("CZ": "Czech")."""
    if len(code) != 2 or not code.isupper():
        return None
    words = load("en").table("names").get("demonyms", {}).get(code, ())
    return str(words[0]).title() if words else None


def entity_names(claims: Sequence[Claim]) -> dict[str, str]:
    """Return the name most claims give each entity id of their scopes."""
    votes: dict[str, Counter[str]] = {}
    for claim in claims:
        for id_, name in claim.named:
            votes.setdefault(id_, Counter())[name] += 1
    return {id_: min(c, key=lambda n: (-c[n], n)) for id_, c in votes.items()}


def sentence(key: Key, status: str, values: Sequence[Value], articles: Mapping[str, Article]) -> str:
    """Return the verdict in one English sentence, with the outlets on each side."""
    told = [f"{v.display}{_utc(key, v)} ({_outlets(v, articles)}{_held(v)})" for v in values]
    if status == "disputed":
        return "The values do not fit each other: " + " against ".join(told) + "."
    if status == "evolving":
        return "The value changed: " + ", then ".join(told) + "."
    if status == "rounded":
        return "Said more or less exactly, the values fit each other: " + "; ".join(told) + "."
    if status == "same instant":
        return "Clocks of different zones, one instant: " + " = ".join(told) + "."
    if status == "agreed":
        return f"All say the same: {told[0]}."
    return f"Only {_outlets(values[0], articles)} says so: {values[0].display}."


def _utc(key: Key, value: Value) -> str:
    """Return the instant behind a clock time as its hour in UTC, where the zone is known."""
    if key.unit != "instant" or not str(value.low).endswith("Z"):
        return ""
    low, high = str(value.low)[11:16], str(value.high)[11:16]
    return f" = {low} UTC" if low == high else f" = {low} to {high} UTC"


def _held(value: Value) -> str:
    """Return who all the pages say holds a value."""
    holders = {s.holder for s in value.support}
    return f", according to {next(iter(holders))}" if len(holders) == 1 and None not in holders else ""


def _outlets(value: Value, articles: Mapping[str, Article]) -> str:
    names = []
    for support in value.support:
        article = articles.get(support.article)
        name = (article.outlet or article.host or support.page) if article else support.page
        if name not in names:
            names.append(name)
    shown = ", ".join(names[:_MANY])
    return shown + (f" and {len(names) - _MANY} more" if len(names) > _MANY else "")
