"""Copies and origins: which words articles share, who had them first, and how many hands stand behind a statement.

    articles -> words -> shared runs -> joined passages -> judged (copy | edited | quotation | statement) -> origins

`compare` is the door; `passages` is its core for any texts; `Independence` counts hands for sets of articles.
"""

from recoupe.reuse.compare import ReuseSettings, compare, passages
from recoupe.reuse.origins import Independence, independent

__all__ = ["Independence", "ReuseSettings", "compare", "independent", "passages"]
