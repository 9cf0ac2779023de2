"""How many items came of late in each language: the nearest of many stories is near by chance."""

from __future__ import annotations

import math

FEW, MANY = 50.0, 1000.0
"""Late items: imagined before the first, and those for which a threshold holds as it is set."""


class Crowds:
    """Counts late items by language: each fades by e in `fade` days, and no more than `most` are counted.

    One item takes no more than one fading away, and a day far back is believed: a wrong date is soon forgotten.
    """

    def __init__(self, fade: float, most: int) -> None:
        self._fade = fade
        self._most = float(most)
        self._late: dict[str, tuple[float, float | None]] = {}  # late items, the day of the last

    def come(self, language: str, when: float | None) -> float:
        """Count an item and return the logarithm of how many times `MANY` came of late: 0 where it is `MANY`."""
        count, last = self._late.get(language, (0.0, when))
        if when is not None:
            if last is not None and when > last:
                count *= math.exp(-min((when - last) / self._fade, 1.0))
            if last is None or when > last or last - when > self._fade:
                last = when
        count = min(count + 1.0, self._most)
        self._late[language] = count, last
        return math.log((count + FEW) / MANY)
