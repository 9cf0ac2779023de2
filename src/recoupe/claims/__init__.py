"""Claims: what articles state, how it compares, and what happened when.

`find` reads the claims of one article, `compare` sets the claims of a story's articles against each other, `statements`
finds the sentences that say the same or the contrary, `timeline` orders the dated events. All are pure and give the
same result for the same input whatever its order.
"""

from recoupe.claims.compare import compare
from recoupe.claims.find import find
from recoupe.claims.statements import find as statements
from recoupe.claims.timeline import timeline

__all__ = ["compare", "find", "statements", "timeline"]
