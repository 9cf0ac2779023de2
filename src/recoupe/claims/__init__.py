"""Claims: what articles state, how it compares, and what happened when.

`find` reads the claims of one article, `compare` sets the claims of a story's articles against each other, `told_apart`
says which of several happenings an agreed day is of, `statements` finds the sentences that say the same or the
contrary, `named` what articles say alike of names (posts, places), `timeline` orders the dated events. `told` reads all
that these need of one article, once. All are pure and give the same result for the same input whatever its order.
"""

from recoupe.claims.compare import compare
from recoupe.claims.find import find
from recoupe.claims.shared import find as named
from recoupe.claims.statements import find as statements
from recoupe.claims.timeline import timeline
from recoupe.claims.told import Told
from recoupe.claims.told import read as told
from recoupe.claims.which import told_apart

__all__ = ["Told", "compare", "find", "named", "statements", "timeline", "told", "told_apart"]
