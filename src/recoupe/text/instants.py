"""Instants of dates and times in ISO 8601."""

from __future__ import annotations

import datetime as dt


def instant(value: str | None) -> dt.datetime | None:
    """Return the instant at which an ISO date or time begins, None where it is none. Without a zone it is in UTC."""
    try:
        found = dt.datetime.fromisoformat(value or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
