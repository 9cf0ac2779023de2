"""Time zones: an IANA name or a fixed offset to a tzinfo."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path
from urllib.parse import urlsplit

from recoupe.languages import load
from recoupe.text.patterns import compiled

_OFFSET = compiled(r"([+-])(\d{1,2}):?(\d{2})?$")
_NAME = compiled(r"[A-Za-z][\w+/-]*")


@functools.cache
def zone(name: str) -> dt.tzinfo | None:
    """Return the zone of an IANA name, "UTC" or "+02:00"; None when there is none of that name."""
    if name in ("UTC", "Z"):
        return dt.UTC
    m = _OFFSET.match(name)
    if m:
        minutes = int(m[2]) * 60 + int(m[3] or 0)
        return dt.timezone(dt.timedelta(minutes=-minutes if m[1] == "-" else minutes)) if minutes < 1440 else None
    return _of_database(name) if _NAME.fullmatch(name) else None


def _of_database(name: str) -> dt.tzinfo | None:
    """Return the zone of a name as our own tz database has it: the machine's may be older."""
    import zoneinfo

    try:
        with (_database() / name).open("rb") as file:
            return zoneinfo.ZoneInfo.from_file(file, key=name)
    except (ValueError, OSError):
        return None


def _database() -> Path:
    """Return the folder of the tz database. To ask importlib.resources for it loads much for one file."""
    import tzdata  # type: ignore[import-untyped]

    return Path(tzdata.__file__).with_name("zoneinfo")


def to_utc(local: dt.datetime, name: str) -> dt.datetime | None:
    """Return the UTC instant of a local time (without tzinfo) in zone `name`, None where there is none."""
    info = zone(name)
    if info is None:
        return None
    try:
        return local.replace(tzinfo=info).astimezone(dt.UTC)
    except (OverflowError, ValueError):
        return None


def ahead(name: str, moment: float) -> float | None:
    """Return by how many seconds the clocks of zone `name` are ahead of UTC at `moment` (seconds since 1970 UTC).

    None for a zone that there is not, and at the ends of the calendar.
    """
    info = zone(name)
    if info is None:
        return None
    try:
        offset = dt.datetime.fromtimestamp(max(0.0, moment), tz=info).utcoffset()
    except (OverflowError, ValueError, OSError):
        return None
    return offset.total_seconds() if offset is not None else None


_MAIN_ZONE = {
    "RU": "Europe/Moscow", "UK": "Europe/London", "EU": "Europe/Brussels", "CN": "Asia/Shanghai",
    "BR": "America/Sao_Paulo", "CA": "America/Toronto", "AU": "Australia/Sydney", "UA": "Europe/Kyiv",
}  # fmt: skip
"""Where the first zone of the tz database's list is not the one a country's press counts in, or has another code."""


def with_offset(local: str, name: str) -> str:
    """Return an ISO clock time of a zone with its offset: "2031-05-16T09:30" of Paris is "2031-05-16T09:30+02:00".

    One that the zone skips, or of a zone that is not known, comes back as it is.
    """
    moment = dt.datetime.fromisoformat(local)
    utc = to_utc(moment, name)
    if utc is None:
        return local
    ahead = int((moment - utc.replace(tzinfo=None)).total_seconds() // 60)
    return f"{local}{'-' if ahead < 0 else '+'}{abs(ahead) // 60:02}:{abs(ahead) % 60:02}"


@functools.cache
def _zones_by_country() -> dict[str, str]:
    """Return the first zone the tz database lists for each ISO 3166 country: the capital's or the most populous."""
    table = (_database() / "zone.tab").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _, name = line.split("\t")[:3]
            found.setdefault(country, name)
    return found | _MAIN_ZONE


LOCAL = "local"
"""Stands for the zone of clocks that are told as those of where it happens: "8:20 local time"."""


def of_country(country: str) -> str | None:
    """Return the zone of "Spanish time", by ISO 3166 code: the country's only or main one.

    None for a country whose press names the zone by region, and for no country.
    """
    return None if country in _WIDE else _zones_by_country().get(country)


_WIDE = frozenset({"US", "CA", "AU", "UK", "EU"})
"""Several zones with millions in each, or a second code of another entry."""


def of_its_towns(country: str) -> str | None:
    """Return the zone of the towns of a country, by ISO 3166 code, None for one of several zones and for no country."""
    return None if country in _WIDE | _SEVERAL else _zones_by_country().get(country)


_SEVERAL = frozenset({"RU", "BR", "MX", "ID", "KZ", "CD", "MN", "CL", "EC", "GL", "PF", "KI", "FM"})
"""Countries whose towns count in several zones, beside those `_WIDE`."""


def of_outlet(address: str | None) -> str | None:
    """Return the zone an outlet most likely counts in, as an IANA name, or None.

    The country of its address's domain tells it (".fr"). It is evidence for a reading, never for a value.
    """
    host = (urlsplit(address).hostname or "") if address and "://" in address else ""
    domain = host.rsplit(".", 1)[-1].upper() if "." in host else ""
    return _zones_by_country().get(domain) if len(domain) == 2 and domain not in _GENERIC else None


def of_press(language: str | None) -> tuple[str, ...]:
    """Return the zones the press of a language counts in, as IANA names, the likeliest first."""
    return tuple(load(language).table("times").get("press_zones", ()))


_GENERIC = frozenset({"IO", "TV", "ME", "CO", "FM", "AI", "CC", "LY", "GG", "TO", "WS", "SO", "LA"})
"""Country domains that are sold to everyone."""
