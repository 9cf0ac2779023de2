"""Instants of dates and times in ISO 8601."""

from __future__ import annotations

import datetime as dt


def instant(value: str | None) -> dt.datetime | None:
    """Return the instant at which an ISO date or time begins, None where it is none. Without a zone it is in UTC.

    A date may tell its zone too, as those of XML do ("2031-05-06Z"). A day ends at its 24:00.
    """
    told = value or ""
    try:
        found = dt.datetime.fromisoformat(told.replace("Z", "+00:00"))
    except ValueError:
        begun = instant(told.replace("T24:00", "T00:00")) if "T24:00" in told else None
        return begun + dt.timedelta(days=1) if begun is not None and begun.year < dt.MAXYEAR else None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def ahead(stamp: str | None) -> float | None:
    """Return by how many seconds the clock that shows a stamp is ahead of UTC; one in UTC is a machine's."""
    moment = instant(stamp)
    offset = moment.utcoffset() if moment is not None else None
    return offset.total_seconds() if offset else None
