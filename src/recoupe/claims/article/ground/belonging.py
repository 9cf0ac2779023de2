"""To which number of a sentence words beside it belong: none of the others stands between, or nearer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence, cost
from recoupe.model import Quantity

SHORT_REACH, REACH = 45, 70
"""Costs (see `scene.cost`) within which a word is told of a number: of one that any may stand beside, of one that says
more."""

LIST = 40
"""More numbers than a sentence has: a table's row or rubbish."""


def gap(span: tuple[int, int], cue: Found) -> int:
    """Return how many characters stand between a value and a cue."""
    return max(cue.start - span[1], span[0] - cue.end, 0)


def parted(sentence: Sentence, value: tuple[int, int], cue: Found) -> bool:
    """Tell whether another number stands between a value and a cue, whichever comes first."""
    first, last = (value[1], cue.start) if cue.start >= value[1] else (cue.end, value[0])
    return any(first <= q.start and q.end <= last for q in sentence.quantities if (q.start, q.end) != value)


def nearer_another(sentence: Sentence, value: tuple[int, int], cue: Found) -> bool:
    """Tell whether another number of the sentence stands nearer to a cue: a rate is of one number."""
    own = gap(value, cue)
    return any(gap((q.start, q.end), cue) < own for q in sentence.quantities if (q.start, q.end) != value)


def others(sentence: Sentence, quantity: Quantity) -> Sequence[Quantity]:
    """Return the other numbers of a sentence; none of a list too long to be one sentence."""
    return [q for q in sentence.quantities if q.start != quantity.start] if len(sentence.quantities) <= LIST else ()


def deed(scene: Scene, sentence: Sentence, quantity: Quantity, key: str, reach: int) -> bool:
    """Tell whether a word of the section `deed` with this key is told of a number."""
    near = (quantity.start - 2 * reach, quantity.end + 2 * reach)
    cues = [c for c in sentence.of("deed") if c.key == key and near[0] <= c.end and c.start <= near[1]]
    return bool(cues) and owns(scene, sentence, quantity, cues, reach)


def owns(scene: Scene, sentence: Sentence, quantity: Quantity, cues: Iterable[Found], reach: int) -> bool:
    """Tell whether one of `cues` lies within `reach` of the number, and nearer to it than to others of its kind."""
    span = (quantity.start, quantity.end)
    rivals = [q for q in others(sentence, quantity) if q.unit == quantity.unit]
    for cue in cues:
        place = (cue.start, cue.end)
        price = cost(scene, sentence, span, place)
        if price <= reach and all(cost(scene, sentence, (r.start, r.end), place) >= price for r in rivals):
            return True
    return False
