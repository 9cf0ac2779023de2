"""Terms with weights, as vectors."""

from __future__ import annotations

import math
from collections.abc import Mapping


def strongest(weights: Mapping[str, float], most: int) -> list[tuple[str, float]]:
    """Return the `most` largest entries, ties by name: the same on every machine."""
    return sorted(weights.items(), key=lambda entry: (-entry[1], entry[0]))[:most]


def shown(weights: Mapping[str, float], most: int = 8) -> tuple[tuple[str, float], ...]:
    """Return the `most` largest entries above nothing as a reader is shown them: four digits are enough."""
    return tuple((term, round(weight, 4)) for term, weight in strongest(weights, most) if weight > 0)


def unit(vector: Mapping[str, float]) -> dict[str, float]:
    """Return `vector` at length 1."""
    length = math.sqrt(sum(w * w for w in vector.values()))
    return {t: w / length for t, w in vector.items()} if length else {}
