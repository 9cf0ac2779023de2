"""Copies and origins: which words articles share, who had them first, and how many hands stand behind a statement.

    articles -> words -> shared runs -> joined passages -> judged (copy | edited | quotation | statement) -> origins

`compare` is the door; `passages` is its core for any texts; `independent` counts hands for a set of articles.
"""

from recoupe.reuse.compare import ReuseSettings, compare, passages
from recoupe.reuse.origins import independent

__all__ = ["ReuseSettings", "compare", "independent", "passages"]
