"""Flattened text, as crawlers keep it, taken apart: tags are gone, only lines remain.

    text ─ lines ─┬─ tickers, link lists ─> sightings
                  ├─ furniture ──────────> dropped
                  ├─ cards ──────────────> extracts of other outlets
                  └─ title and body ─────> the page's own article, or a live blog and its updates

Each of these is read from the shape of the lines and from the `furniture` tables, never from what site it is.
"""

from recoupe.extract.flat.reader import read

__all__ = ["read"]
