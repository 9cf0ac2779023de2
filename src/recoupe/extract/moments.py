"""Points in time as machines write them: ISO 8601 and its careless forms, RFC 2822, Java's, Unix time."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from recoupe.text.instants import instant
from recoupe.text.patterns import compiled

_ISO = compiled(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"
    r"(?:(?:T|\s{1,3}(?:-\s)?|,\s{0,2})(?P<h>\d{1,2}):(?P<i>\d\d)(?::(?P<s>\d\d)(?:[.,]\d{1,9})?)?"
    r"\s?(?P<z>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?(?![\d:]))?",
    re.I,
)
_COMPACT = compiled(
    r"^(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T?(?P<h>\d\d)(?P<i>\d\d)(?P<s>\d\d)?(?P<z>Z|[+-]\d{4})?)?$"
)
_EPOCH = compiled(r"^1\d{9}(?:\d{3})?$")
_RFC = compiled(r"^(?:[A-Z][a-z]{2,8},? )?\d{1,2} [A-Z][a-z]{2,8} \d{4} \d{1,2}:\d\d(?::\d\d)?(?: \S{1,6})?$")
_JAVA = compiled(r"^([A-Z][a-z]{2}) ([A-Z][a-z]{2}) (\d{1,2}) (\d\d:\d\d:\d\d) ([A-Z]{2,5}) (\d{4})$")
_KEPT = compiled(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?P<day>-\d\d(?:T\S+)?)?)?")
_ZONED = compiled(r"(?:Z|[+-]\d\d:\d\d)$")


class Moment(msgspec.Struct, frozen=True):
    """A point in time as exactly as it was told: `iso` is ISO 8601, shorter where less is told."""

    iso: str

    @property
    def exactness(self) -> int:
        """0 month or year, 1 day, 2 clock time, 3 clock time and zone."""
        if len(self.iso) <= 10:
            return 1 if len(self.iso) == 10 else 0
        return 3 if _ZONED.search(self.iso) else 2

    @property
    def value(self) -> dt.datetime | None:
        """The moment as a datetime, naive when the zone is unknown; None when it is no day."""
        try:
            return dt.datetime.fromisoformat(self.iso)
        except ValueError:
            return None


def parse(value: str | None) -> Moment | None:
    """Return the moment a machine-readable value names, None when it names none."""
    if not value:
        return None
    value = " ".join(value[:60].split())
    if _EPOCH.match(value):
        seconds = int(value) // (1000 if len(value) == 13 else 1)
        return Moment(dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat().replace("+00:00", "Z"))
    found = _COMPACT.match(value) or _ISO.search(value)
    if found:
        return _from_parts(found.groupdict())
    java = _JAVA.match(value)
    if java:
        value = f"{java[1]}, {java[3]} {java[2]} {java[6]} {java[4]} {_JAVA_ZONES.get(java[5], '-0000')}"
    elif not _RFC.match(value):
        return None
    from email.utils import parsedate_to_datetime  # slow to load: few pages write a date as mail does

    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None
    return Moment(moment.isoformat().replace("+00:00", "Z"))


def recorded(value: str | None) -> str | None:
    """Return in ISO 8601 the moment that a page's record gives, as exactly as it does; None where it names none.

    Programs write a moment they do not know as the first there is ("0001-01-01T00:00:00Z").
    """
    value = (value or "").strip()
    kept = _KEPT.fullmatch(value)
    if kept is not None and (kept["day"] is None or instant(value) is not None):
        return value
    moment = parse(value)
    return moment.iso if moment is not None else None


# What Java's Date.toString writes for zones; other names are ambiguous and give a local time.
_JAVA_ZONES = {
    "UTC": "+0000", "GMT": "+0000", "CET": "+0100", "CEST": "+0200", "EET": "+0200", "EEST": "+0300", "WET": "+0000",
    "WEST": "+0100", "EST": "-0500", "EDT": "-0400", "CDT": "-0500", "PST": "-0800", "PDT": "-0700", "JST": "+0900",
    "MSK": "+0300",
}  # fmt: skip


def _from_parts(parts: dict[str, str | None]) -> Moment | None:
    try:
        day = dt.date(int(parts["y"] or 0), int(parts["m"] or 0), int(parts["d"] or 0))
        if parts.get("h") is None:
            return Moment(day.isoformat())
        clock = dt.time(int(parts["h"] or 0), int(parts["i"] or 0), int(parts.get("s") or 0))
    except ValueError:
        return None
    return Moment(f"{day.isoformat()}T{clock.isoformat()}{_zone(parts.get('z'))}")


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        return ""
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"
