"""Instants of dates and times in ISO 8601."""

from __future__ import annotations

import datetime as dt


def instant(value: str | None) -> dt.datetime | None:
    """Return the instant at which an ISO date or time begins, None where it is none. Without a zone it is in UTC.

    A date may tell its zone too, as those of XML do ("2031-05-06Z").
    """
    try:
        found = dt.datetime.fromisoformat((value or "").replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
