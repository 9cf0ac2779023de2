"""Copies and origins: which words articles share, who had them first, and how many hands stand behind a statement.

    articles -> words -> shared runs -> joined passages -> judged (copy | edited | quotation | statement) -> origins

`compare` is the door; `passages` is its core for any texts; `Independence` counts hands for sets of articles;
`printed` reads what comparing needs of one article.
"""

from recoupe.reuse.compare import Judge, Judged, Pair, Shared, compare, judge_each, passages
from recoupe.reuse.independence import Independence
from recoupe.reuse.printed import Printed
from recoupe.reuse.printed import read as printed
from recoupe.reuse.settings import ReuseSettings

__all__ = [
    "Independence", "Judge", "Judged", "Pair", "Printed", "ReuseSettings", "Shared", "compare", "judge_each",
    "passages", "printed",
]  # fmt: skip
