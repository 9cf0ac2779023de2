"""What keys are called in the reader's language, and how values are written in it.

Names of concepts are the first words of a language's own tables: adding a language names them too.
"""

from __future__ import annotations

import datetime as dt
import functools
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from recoupe.dossier import words as tables
from recoupe.languages import available, load
from recoupe.model import Finding, Value
from recoupe.text.currencies import is_money
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_PARTS = frozenset(("EUROPE", "AFRICA", "ASIA", "OTHER"))
"""Keys of people by part of the world, written large as currencies are."""
_KEY = compiled_by_regex(r"^[a-z]{2}:")


@functools.cache
def _tables(language: str) -> Mapping[str, str]:
    """Return the name of each concept, event, phase and measure in `language`."""
    found: dict[str, str] = {}
    concepts, cues = load(language).table("concepts"), load(language).table("cues")
    for section in ("nouns", "measures"):
        for key, forms in concepts.get(section, {}).items():
            found.setdefault(key, _plural(forms[0]) if forms else key)
    for section in ("measure", "group"):
        for key, forms in cues.get(section, {}).items():
            found.setdefault(key, _whole_word(forms) or key)
    for key, event in _events(language).items():
        found.setdefault(key, event)
    for key, forms in load(language).table("facts").get("act", {}).items():
        found.setdefault(key, forms[0])
    return found


@functools.cache
def _events(language: str) -> Mapping[str, str]:
    """Return the name of each event in `language`: its first form that is a whole word."""
    table = load(language).table("cues").get("event", {})
    return {key: word for key, forms in table.items() if (word := _whole_word(forms))}


def _whole_word(forms: Iterable[object]) -> str | None:
    """Return the first of a key's forms that is a whole word, no beginning of words ("débu*")."""
    return next((form for form in forms if isinstance(form, str) and not form.endswith("*")), None)


def _plural(form: str) -> str:
    """Return a noun of the tables' notation ("mort/s", "blessé/e/s/es") in the plural, or as it is."""
    word, *endings = form.split("/")
    return word + endings[-1 if len(endings) == 1 else 1] if endings else word


def name(key: str, words: Mapping[str, Any], language: str) -> str:
    """Return what a key is called: by the dossier's own words, else by the language's tables, else the key."""
    key = _MEASURED_IN.get(key, key)
    own = words["attribute"].get(key)
    if own:
        return str(own)
    if _KEY.match(key):
        return str(words["count_of"])
    if key.startswith(POST):
        forms = load(language).table("facts").get("post", {}).get(key.removeprefix(POST), ())
        return str(forms[0]) if forms else key.removeprefix(POST)
    if len(key) > 2 and key.isupper() and key not in _PARTS:  # money of which nothing is known but its currency
        return str(words["amount"])
    return _tables(language).get(key) or (str(words["measure"]) if len(key) < 4 else key.replace("_", " "))


_MEASURED_IN = {
    "t": "weight", "kg": "weight", "g": "weight", "ha": "area", "km2": "area", "m2": "area", "km/h": "speed",
    "°C": "temperature", "GB": "data", "MW": "power", "GWh": "energy", "m3": "volume",
}  # fmt: skip
"""What a measure of nothing known is of, where its unit tells."""


def title(finding: Finding, words: Mapping[str, Any], language: str) -> str:
    """Return what a finding's attribute is called; of what has no key, the words of its first value."""
    nameless = _KEY.match(finding.attribute) or finding.attribute in _NAMELESS
    if nameless and finding.values and finding.values[0].support:
        return f"“{' '.join(finding.values[0].support[0].exact.split())}”"
    if finding.attribute.startswith(SHARE):
        part = finding.attribute.removeprefix(SHARE)
        of = (_tables(language).get(part) if part in _MOMENTS else None) or name(part, words, language)
        return str(words["share_of"]).format(of=of[:1].lower() + of[1:])
    if finding.attribute == "duration" and not _lasted(finding, language):
        return name("second", words, language)  # nothing says that anything lasted so long
    if finding.attribute in _MOMENTS and finding.unit in _COUNTED:
        return _tables(language).get(finding.attribute) or name(finding.attribute, words, language)
    return name(finding.attribute, words, language)


def _lasted(finding: Finding, language: str) -> bool:
    """Tell whether the scope of a length names what lasted so long."""
    known = _tables(language).keys() | _events(language).keys()
    return any(part.strip() in known for part in finding.scope.split(","))


_MOMENTS = frozenset(("arrival", "departure", "place"))
"""Attributes that are a moment or a relation, and of counts what is counted: departures, seats."""

_COUNTED = frozenset(("thing", "person"))


def nameless(finding: Finding) -> bool:
    """Tell whether the words of a page are all that names what a finding is of."""
    return finding.attribute == "statement" or finding.attribute in _NAMELESS or bool(_KEY.match(finding.attribute))


def says_little(finding: Finding) -> bool:
    """Tell whether neither the attribute nor the scope of a finding says what its values are of."""
    if finding.attribute in _MEASURES or finding.attribute == finding.unit:
        return True
    if finding.attribute in _OF_AN_EVENT:  # whose it is, when or where is not what it is
        parts = (p.strip() for p in finding.scope.split(","))
        return not any(p.islower() and not p.startswith(FROM) and p not in _BESIDE for p in parts)
    return not finding.scope and finding.attribute in _SAYS_LITTLE


_BESIDE = frozenset(("earlier", "planned", "elsewhere", "part", "total"))
"""Parts of a scope that say of which time or part a value is, beside names and years."""

_OF_AN_EVENT = frozenset(
    ("alert", "control", "date", "duration", "end", "instant", "occurrence", "recalled", "resume", "second", "start",
     "year")
)  # fmt: skip
"""What only an event says of what it is."""

_SAYS_LITTLE = frozenset(
    ("age", "arrival", "departure", "level", "number", "person", "price", "rank", "thing", "time since last", "%")
)

_MEASURES = frozenset(
    ("area", "diameter", "distance", "height", "length", "radius", "speed", "temperature", "volume", "weight", "width")
)
"""What any thing of a story has: a ship's length, a slick's, a beach's."""


_NAMELESS = ("thing", "number")
"""Attributes of what no table knows: the words of the page name it."""


def scope(
    finding: Finding, names: Mapping[str, str], words: Mapping[str, Any], language: str, whole: Callable[[str], str]
) -> str:
    """Return a finding's scope with entity ids as names and keys in the reader's language.

    `whole` gives the word of the finding's own sentences that begins as a key does that no table knows. What the title
    says already is not said again.
    """
    said = {title(finding, words, language).casefold()}
    out = []
    parts = [p.strip() for p in finding.scope.split(",") if p.strip()]
    dated = finding.unit == "day" or any(FOUR_DIGITS.fullmatch(p) for p in parts)
    aged = finding.attribute == "age"
    years = finding.values[0].low if aged and finding.values else None
    grown = isinstance(years, int | float) and years >= OF_AGE  # "his daughter, 44" is no girl
    for part in parts:
        if (_ID.match(part) and part not in names) or (dated and part == "earlier"):
            continue  # whom no reader knows; what its year says
        if finding.unit == "day" and FOUR_DIGITS.fullmatch(part):
            continue
        one = _someone(_GROWN.get(part, part) if grown else part, words, language) if aged else None
        shown = one or _part(part, names, words, language) or whole(part)
        if shown and shown.casefold() not in said:
            said.add(shown.casefold())
            out.append(shown)
    return ", ".join(out)


def _part(part: str, names: Mapping[str, str], words: Mapping[str, Any], language: str) -> str | None:
    """Return a part of a scope in the reader's language, None for one that no table knows."""
    part = part.removeprefix("+")  # a year ahead
    known = names.get(part) or words["scope"].get(part) or _events(language).get(part) or _tables(language).get(part)
    known = known or _nation(part, language)
    if known:
        return str(known)
    if part.startswith(FROM):
        return str(words["from"]).format(place=part.removeprefix(FROM))
    # a date beside a place ("talks, 2031-05-06"); what is no date stays as it is
    return moment(part, language) if not part.islower() else None


OF_AGE = 18
_GROWN = {"girl": "woman", "boy": "man"}


def _someone(part: str, words: Mapping[str, Any], language: str) -> str | None:
    """Return what one person is called: "the suspect is 41", nobody's age is "suspects"."""
    forms = load(language).table("concepts").get("nouns", {}).get(part, ())
    return words["someone"].get(part) or next((form.partition("/")[0] for form in forms), None)


def _nation(adjective: str, language: str) -> str | None:
    """Return the word of a nation, given as its English adjective, in the reader's language."""
    code = _nations().get(adjective.casefold())
    forms = load(language).table("names").get("demonyms", {}).get(code, ()) if code else ()
    return str(forms[0]).title() if forms and language == "en" else next(iter(forms), None)


@functools.cache
def _nations() -> Mapping[str, str]:
    """Return the code of the nation behind each of its English adjectives."""
    table = load("en").table("names").get("demonyms", {})
    return {form: code for code, forms in table.items() for form in forms}


FOUR_DIGITS = compiled_by_regex(r"\d{4}")
_ID = compiled_by_regex(r"^e[0-9a-f]{10}$")
SHARE = "share of "
POST = "post:"
FROM = "from "

MONTH = 365.2425 / 12 * 86_400
WEEKS = 3
"""Whole weeks from which on a length is written in them: nobody says 77 days for eleven weeks."""

CODE = 3
"""Letters of the code of a currency."""

SEPARATED = 1000
"""Numbers from here on are written with their thousands apart."""


def value(shown: Value, unit: str | None, language: str) -> str:
    """Return a value as people read it: exact ones alike whatever the page's language, others in the page's words."""
    low, high = shown.low, shown.high
    if unit == "score":
        return shown.display  # "5-4": both its numbers
    if unit == "date":
        return "–".join(dict.fromkeys(moment(str(d), language) for d in (low, high)))
    if isinstance(low, str) and isinstance(high, str):
        return _moment(low, high, unit, language) or shown.display
    if not isinstance(low, int | float) or low != high or shown.qualifier:
        return _qualified(shown, unit, language) or " ".join(shown.display.split())
    words = tables.load(language)["unit"]
    if unit == "second":
        return _length(float(low), words, language)
    number = _number(low, words, language)
    if unit in ("%", "rank", "level"):
        return str(words["percent" if unit == "%" else unit]).format(number=number)
    if unit is None or unit in ("person", "thing", "magnitude", "storey"):
        return number
    return _counted(number, unit, words, one=low == 1)


def _qualified(shown: Value, unit: str | None, language: str) -> str | None:
    """Return "about 3,200", "at least 9": what the words of a page say of its number, in the reader's language.

    None where they say no one number, or none that people read. Money that was converted is told as it is printed.
    """
    low, high = (n if isinstance(n, int | float) else None for n in (shown.low, shown.high))
    middle = (low + high) / 2 if low is not None and high is not None else None
    if shown.qualifier is None:
        money = unit is not None and is_money(unit)
        converted = money and middle is not None and high is not None and math.isclose(middle * CONVERTED, high)
        worded = unit == "%" and high is not None and middle is not None and not _DIGIT.search(shown.display)
        if worded and middle and math.isclose(middle * WORDED, high or 0.0):
            form = str(tables.load(language)["qualifier"]["about"])
        elif converted:
            form = "{value}"
        else:
            return _range(low, high, unit, language)
        number = middle
    else:
        number = {"about": middle, "nearly": high, "at least": low, "more than": low}.get(shown.qualifier, high)
        form = str(tables.load(language)["qualifier"].get(shown.qualifier, ""))
    if not form or number is None:
        return None
    said = _said(number, unit, language)
    return form.format(value=said) if said else None


def _range(low: float | None, high: float | None, unit: str | None, language: str) -> str | None:
    """Return "6 to 7 h", "40 to 50 %": both ends of a range, what they count said once."""
    if low is None or high is None:
        return None
    first, last = _said(low, unit, language), _said(high, unit, language)
    if first is None or last is None:
        return None
    for word in reversed(last.split(" ")):
        if any(c.isdigit() for c in word) or not first.endswith(f" {word}"):
            break
        first = first.removesuffix(f" {word}")
    return str(tables.load(language)["range"]).format(low=first, high=last)


def _said(number: float, unit: str | None, language: str) -> str | None:
    """Return a number as it is written, None where nobody says it: "one train in three", told in parts of 100."""
    parted = unit in ("person", "thing") and number % 1  # "a couple": nobody says "about 2.5"
    if parted or (unit != "second" and len(f"{number:.15g}".replace(".", "").strip("0")) > DIGITS):
        return None
    plain = Value(low=number, high=number, display="", support=())
    return value(plain, unit, language)


DIGITS = 4
"""Digits, zeros at the ends aside, of the longest number that anybody says with "about"."""

WORDED = 1.05
"""What the part that a word tells ("half of the town") may be at most, as a part of the number it stands for."""

_DIGIT = compiled_by_regex(r"\d")

CONVERTED = 1.01
"""What a sum converted to other money may be, as a part of what is printed."""


def _counted(number: str, unit: str, words: Mapping[str, Any], *, one: bool) -> str:
    forms = words.get(unit)
    if forms is None and unit.isupper() and len(unit) > CODE:
        unit = unit.lower()  # money that has no code: "2 shilling"
    return f"{number} {forms['one' if one else 'many']}" if isinstance(forms, Mapping) else f"{number} {unit}"


def _number(low: float, words: Mapping[str, Any], language: str) -> str:
    """Return a number: "1,300", "3.9 billion"; as it is where three decimals would not tell it."""
    for power, word in ((1e9, words["billion"]), (1e6, words["million"])):
        if low >= power and round(low / power, 3) * power == low:
            return f"{_written(low / power, language)} {word}"
    return _written(low, language)


def _written(low: float, language: str) -> str:
    number = f"{low:,.10g}" if low >= SEPARATED else f"{low:.10g}"
    return number.replace(",", "\u202f").replace(".", ",") if language == "fr" else number


def keyed(attribute: str, shown: str, language: str) -> str | None:
    """Return in the reader's language what a table of any language has: "gaz lacrymogènes", tear gas."""
    if attribute not in KEYED:
        return None
    printed = fold(shown)
    for code in available():
        for key, forms in load(code).table("facts").get(attribute, {}).items():
            if any(fold(form) == printed for form in forms):
                own = load(language).table("facts").get(attribute, {}).get(key, ())
                return str(own[0]) if own else None
    return None


KEYED = ("means",)
"""Attributes whose values are words of the tables."""


def moment(begin: str, language: str) -> str:
    """Return an ISO date, month, year or instant as people read it: "15 Aug 2025, 19:30 GMT"."""
    months = _MONTHS.get(language, _MONTHS["en"])
    day, _, clock = begin.partition("T")
    unknown_year = day.startswith("XXXX-")
    numbers = day.replace("XXXX", "0000").split("-")
    if not all(n.isdigit() for n in numbers) or len(numbers) > 3 or not 1 <= int([*numbers, "1"][1]) <= 12:
        return begin
    named = [str(int(numbers[2]))] if len(numbers) > 2 else []
    named += [months[int(numbers[1]) - 1]] if len(numbers) > 1 else []
    said = " ".join(named if unknown_year else [*named, numbers[0]])
    if clock[:5].count(":") == 1:
        zone = " GMT" if clock.endswith(("Z", "+00:00")) else ""
        return f"{said}, {clock[:5]}{zone}"
    return said


def stamp(when: str, language: str) -> str:
    """Return when something was published as people read it, on its own clock: "27 Mar 2026, 08:15 UTC+1"."""
    zone = _OFFSET.search(when)
    if zone is None:
        return moment(when[: len("2031-05-06T20:00")], language)
    hours, minutes = int(zone[2] or 0), int(zone[3] or 0)
    ahead = f" UTC{zone[1]}{hours}" + (f":{minutes:02}" if minutes else "") if hours or minutes else " GMT"
    return moment(when[: len("2031-05-06T20:00")], language) + ahead


_OFFSET = compiled_by_regex(r"T.*?(?:Z|([+-])(\d{2}):?(\d{2}))$")

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
    if unit == "year":
        return str((begin + (end - begin) / 2).year)
    if unit == "day":
        return day if (end - begin) < dt.timedelta(days=1) else None
    if begin == end:
        return f"{day}, {begin:%H:%M} GMT"
    middle = begin + (end - begin) / 2
    return f"{middle.day} {months[middle.month - 1]} {middle.year}, ≈ {middle:%H:%M} GMT"


def _length(seconds: float, words: Mapping[str, Any], language: str) -> str:
    """Return a length of time: "10 years", "2 h 15 min"; calendar months and years where it is whole ones."""
    for unit, size in (("year", 12 * MONTH), ("month", MONTH)):
        if seconds >= size and seconds % size == 0:
            return _counted(_number(seconds / size, words, language), unit, words, one=seconds == size)
    months, over = divmod(seconds, MONTH)
    if months and over and over % 86_400 == 0:  # "two months and ten days"
        parted = (
            _counted(f"{n:g}", unit, words, one=n == 1) for n, unit in ((months, "month"), (over / 86_400, "day"))
        )
        return " ".join(parted)
    weeks, rest = divmod(int(seconds), 7 * 86_400)
    if weeks >= WEEKS and not rest:
        return _counted(str(weeks), "week", words, one=False)
    days, rest = divmod(int(seconds), 86_400)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    parts = [(hours, "hour"), (minutes, "minute"), (rest, "second")]
    said = [_counted(str(days), "day", words, one=days == 1)] if days else []
    return " ".join([*said, *(f"{n} {words[unit]}" for n, unit in parts if n)]) or f"0 {words['second']}"
