"""The day and the year an article is read from: those it was published, else those its page tells."""

from __future__ import annotations

import datetime as dt

from recoupe.claims.article.ground.patterns import FOUR_DIGITS, ISO_DAY
from recoupe.claims.article.ground.scene import Scene


def day(scene: Scene) -> dt.date | None:
    """Return the day the article is read from: published, else its reference, else None."""
    for value in (scene.article.published, scene.article.reference):
        m = ISO_DAY.match(value or "")
        if m:
            try:
                return dt.date(int(m[1]), int(m[2]), int(m[3]))
            except ValueError:
                continue
    return None


def known(scene: Scene) -> bool:
    """Tell whether the page says of which year it is."""
    return FOUR_DIGITS.match(scene.article.published or scene.article.reference or "") is not None


def year(scene: Scene) -> int | None:
    """Return the year the article is of: from its date, else the latest year among its dated mentions."""
    own = day(scene)
    if own:
        return own.year
    m = FOUR_DIGITS.match(scene.article.published or scene.article.reference or "")
    if m:
        return int(m[0])
    dates = (t.value for s in scene.sentences for t in s.times if t.type == "DATE")
    years = [int(found[0]) for found in map(FOUR_DIGITS.match, dates) if found is not None]
    return max(years) if years else None
