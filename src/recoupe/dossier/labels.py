"""What keys are called in the reader's language, and how values are written in it.

Names of concepts are the first words of a language's own tables: adding a language names them too.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from typing import Any

import regex

from recoupe.languages import load
from recoupe.model import Finding, Value

_PARTS = frozenset(("EUROPE", "AFRICA", "ASIA", "OTHER"))
"""Keys of people by part of the world, written large as currencies are."""
_KEY = regex.compile(r"^[a-z]{2}:")


@functools.cache
def _tables(language: str) -> Mapping[str, str]:
    """Return the name of each concept, event, phase and measure in `language`."""
    found: dict[str, str] = {}
    concepts, cues = load(language).table("concepts"), load(language).table("cues")
    for section in ("nouns", "measures"):
        for key, forms in concepts.get(section, {}).items():
            found.setdefault(key, _plural(forms[0]) if forms else key)
    for key, forms in cues.get("measure", {}).items():
        whole = [f for f in forms if isinstance(f, str) and not f.endswith("*")]
        found.setdefault(key, whole[0] if whole else key)
    for key, forms in cues.get("group", {}).items():
        whole = [f for f in forms if isinstance(f, str) and not f.endswith("*")]
        found.setdefault(key, whole[0] if whole else key)
    for key, event in _events(language).items():
        found.setdefault(key, event)
    return found


@functools.cache
def _events(language: str) -> Mapping[str, str]:
    """Return the name of each event in `language`: its first form that is a whole word."""
    table = load(language).table("cues").get("event", {})
    whole = {key: [f for f in forms if isinstance(f, str) and not f.endswith("*")] for key, forms in table.items()}
    return {key: forms[0] for key, forms in whole.items() if forms}


def _plural(form: str) -> str:
    """Return a noun of the tables' notation ("mort/s", "blessé/e/s/es") in the plural, or as it is."""
    word, *endings = form.split("/")
    return word + endings[-1 if len(endings) == 1 else 1] if endings else word


def name(key: str, words: Mapping[str, Any], language: str) -> str:
    """Return what a key is called: by the dossier's own words, else by the language's tables, else the key."""
    own = words["attribute"].get(key)
    if own:
        return str(own)
    if _KEY.match(key):
        return str(words["count_of"])
    if len(key) > 2 and key.isupper() and key not in _PARTS:  # money of which nothing is known but its currency
        return str(words["amount"])
    return _tables(language).get(key) or (str(words["measure"]) if len(key) < 4 else key.replace("_", " "))


def title(finding: Finding, words: Mapping[str, Any], language: str) -> str:
    """Return what a finding's attribute is called; of what has no key, the words of its first value."""
    if _KEY.match(finding.attribute) and finding.values and finding.values[0].support:
        return f"“{' '.join(finding.values[0].support[0].exact.split())}”"
    return name(finding.attribute, words, language)


def scope(finding: Finding, names: Mapping[str, str], words: Mapping[str, Any], language: str) -> str:
    """Return a finding's scope with entity ids as names and keys in the reader's language."""
    events = _events(language)
    parts = [p.strip() for p in finding.scope.split(",") if p.strip()]
    return ", ".join(names.get(p) or words["scope"].get(p) or events.get(p) or name(p, words, language) for p in parts)


def value(shown: Value, unit: str | None, language: str) -> str:
    """Return a value as people read it: exact ones alike whatever the page's language, others in the page's words."""
    low, high = shown.low, shown.high
    if isinstance(low, str) and isinstance(high, str):
        return _moment(low, high, unit, language) or shown.display
    if not isinstance(low, int | float) or low != high:
        return " ".join(shown.display.split())
    if unit == "second":
        return _length(float(low))
    number = f"{low:,.10g}" if low >= 10_000 else f"{low:.10g}"
    number = number.replace(",", "\u202f").replace(".", ",") if language == "fr" else number
    return f"{number} {unit}" if unit and unit not in ("person", "thing") else number


def moment(begin: str, language: str) -> str:
    """Return an ISO date, month, year or instant as people read it: "15 Aug 2025, 19:30 GMT"."""
    months = _MONTHS.get(language, _MONTHS["en"])
    day, _, clock = begin.partition("T")
    numbers = day.split("-")
    if not all(n.isdigit() for n in numbers) or len(numbers) > 3 or not 1 <= int([*numbers, "1"][1]) <= 12:
        return begin
    named = [str(int(numbers[2]))] if len(numbers) > 2 else []
    named += [months[int(numbers[1]) - 1]] if len(numbers) > 1 else []
    said = " ".join([*named, numbers[0]])
    if clock[:5].count(":") == 1:
        zone = " GMT" if clock.endswith(("Z", "+00:00")) else ""
        return f"{said}, {clock[:5]}{zone}"
    return said


_MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "fr": ["janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
}


def _moment(low: str, high: str, unit: str | None, language: str) -> str | None:
    try:
        begin, end = (dt.datetime.fromisoformat(x.replace("Z", "+00:00")) for x in (low, high))
    except ValueError:
        return None
    months = _MONTHS.get(language, _MONTHS["en"])
    day = f"{begin.day} {months[begin.month - 1]} {begin.year}"
    if unit == "day":
        return day if (end - begin) < dt.timedelta(days=1) else None
    if begin == end:
        return f"{day}, {begin:%H:%M} GMT"
    middle = begin + (end - begin) / 2
    return f"{middle.day} {months[middle.month - 1]} {middle.year}, ≈ {middle:%H:%M} GMT"


def _length(seconds: float) -> str:
    days, rest = divmod(int(seconds), 86_400)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    parts = [(days, "d"), (hours, "h"), (minutes, "min"), (rest, "s")]
    return " ".join(f"{n} {unit}" for n, unit in parts if n) or "0 s"
