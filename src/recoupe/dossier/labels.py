"""What a finding is of, in the reader's language: its attribute, its scope, and whether these say anything.

How its values are written is said in `values`. Names of concepts are the first words of a language's own tables:
adding a language names them too.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from recoupe.dossier.moments import moment
from recoupe.languages import load
from recoupe.model import Finding
from recoupe.text.patterns import compiled_by_regex

_PARTS = frozenset(("EUROPE", "AFRICA", "ASIA", "OTHER"))
"""Keys of people by part of the world, written large as currencies are."""
SHARE = "share of "
POST = "post:"
"""What attributes begin with that are a part of something, and posts that somebody holds."""
FROM = "from "
"""What a part of a scope begins with that is where something comes from."""
_KEY = compiled_by_regex(r"^[a-z]{2}:")
"""What keys begin with that no table knows: the language of the word they were cut from."""
_ID = compiled_by_regex(r"^e[0-9a-f]{10}$")
_FOUR_DIGITS = compiled_by_regex(r"\d{4}")


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
    if _of_no_table(finding.attribute) and finding.values and finding.values[0].support:
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
    return finding.attribute == "statement" or _of_no_table(finding.attribute)


def _of_no_table(attribute: str) -> bool:
    return attribute in _NAMELESS or _KEY.match(attribute) is not None


_NAMELESS = ("thing", "number")
"""Attributes of what no table knows: the words of the page name it."""


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
    dated = finding.unit == "day" or any(_FOUR_DIGITS.fullmatch(p) for p in parts)
    aged = finding.attribute == "age"
    years = finding.values[0].low if aged and finding.values else None
    grown = isinstance(years, int | float) and years >= OF_AGE  # "his daughter, 44" is no girl
    for part in parts:
        if (_ID.match(part) and part not in names) or (dated and part == "earlier"):
            continue  # whom no reader knows; what its year says
        if finding.unit == "day" and _FOUR_DIGITS.fullmatch(part):
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
