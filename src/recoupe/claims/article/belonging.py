"""To which number of a sentence words beside it belong: none of the others stands between, or nearer."""

from __future__ import annotations

from recoupe.claims.article.cues import Found
from recoupe.claims.article.scene import Sentence


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
