"""Write `src/recoupe/languages/<code>/zones.toml`: how a language names time zones, cities and countries.

    pip install Babel && python tools/make_zones.py [CODE...]

The names are those of the Unicode CLDR (Unicode licence), as Babel packages it. Run it again when the CLDR changes.
"""

from __future__ import annotations

import datetime as dt
import pathlib
import sys
import zoneinfo

from babel import Locale
from babel.core import get_global

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "pt", "ru")
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
SKIPPED = ("Antarctica/", "Etc/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/", "Arctic/")


def names(code: str) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the zone names and the places of a language: IANA name -> words in lower case."""
    locale = Locale(code)
    zones: dict[str, set[str]] = {}
    for meta, zone in META.items():
        for length, forms in locale.meta_zones.get(meta, {}).items():
            if zone and length == "long":
                for kind, name in dict(forms).items():
                    key = zone + (standard(zone) if kind == "standard" else "")
                    zones.setdefault(key, set()).add(name.lower())
    places: dict[str, set[str]] = {}
    latin = code not in ("ar", "ru")
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
    return zones, places


def standard(zone: str) -> str:
    """Return "|-05:00" for a zone with summer time: its standard time, which is printed by habit in summer as well."""
    info = zoneinfo.ZoneInfo(zone)
    moments = [dt.datetime(2025, month, 1, tzinfo=info) for month in (1, 7)]
    winter = [m for m in moments if not m.dst()]
    return "|" + winter[0].strftime("%z")[:3] + ":" + winter[0].strftime("%z")[3:] if len(winter) == 1 else ""


def write(code: str) -> None:
    zones, places = names(code)
    lines = [
        "# How this language names time zones and the places whose time is meant.",
        "# Made by tools/make_zones.py from the Unicode CLDR; other names stand in times.toml.",
    ]
    for title, table in (("zonename", zones), ("zoneplace", places)):
        lines.append(f"\n[{title}]")
        for zone in sorted(table):
            words = ", ".join('"' + w.replace('"', "") + '"' for w in sorted(table[zone]) if len(w) > 2)
            if words:
                lines.append(f'"{zone}" = [{words}]')
    (FOLDER / code / "zones.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for language in sys.argv[1:] or LANGUAGES:
        write(language)
