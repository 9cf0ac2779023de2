"""Time zones: an IANA name or a fixed offset to a tzinfo."""

from __future__ import annotations

import datetime as dt
import functools
import re
import zoneinfo

_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$")


@functools.cache
def zone(name: str) -> dt.tzinfo | None:
    """Return the zone of an IANA name, "UTC" or "+02:00"; None when there is none of that name."""
    if name in ("UTC", "Z"):
        return dt.UTC
    m = _OFFSET.match(name)
    if m:
        minutes = int(m[2]) * 60 + int(m[3] or 0)
        return dt.timezone(dt.timedelta(minutes=-minutes if m[1] == "-" else minutes)) if minutes < 1440 else None
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None


def to_utc(local: dt.datetime, name: str) -> dt.datetime | None:
    """Return the UTC instant of a local time (without tzinfo) in zone `name`, None where there is none."""
    info = zone(name)
    if info is None:
        return None
    try:
        return local.replace(tzinfo=info).astimezone(dt.UTC)
    except (OverflowError, ValueError):
        return None
