"""Claims: what articles state, how it compares, and what happened when.

`find` reads the claims of one article, `compare` sets the claims of a story's articles against each other, `told_apart`
says which of several happenings an agreed day is of, `statements` finds the sentences that say the same or the
contrary, `named` what articles say alike of names (posts, places), `main_day` on which day it happened, `figures` the
telling numbers several print, `timeline` orders the dated events. `told` reads all that these need of one article,
once. All are pure and give the same result for the same input whatever its order.

Rooms: `article` reads one article (its own docstring draws its rooms); upon it stand `comparison`, `sayings` and
`chronology`, which do not know each other. `values` says when two values meet.
"""

from recoupe.claims.article.find import find
from recoupe.claims.article.headline import alone as headline
from recoupe.claims.article.told import Told, lying_at
from recoupe.claims.article.told import read as told
from recoupe.claims.chronology.timeline import timeline
from recoupe.claims.comparison.compare import compare
from recoupe.claims.comparison.which import told_apart
from recoupe.claims.sayings.day import find as main_day
from recoupe.claims.sayings.figures import find as figures
from recoupe.claims.sayings.figures import without_told
from recoupe.claims.sayings.shared import find as named
from recoupe.claims.sayings.statements import find as statements

__all__ = [
    "Told",
    "compare",
    "figures",
    "find",
    "headline",
    "lying_at",
    "main_day",
    "named",
    "statements",
    "timeline",
    "told",
    "told_apart",
    "without_told",
]
