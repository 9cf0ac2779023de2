"""Copies and origins: which words articles share, who had them first, and how many hands stand behind a statement.

    articles -> words -> shared runs -> joined passages -> judged (copy | edited | quotation | statement) -> origins

`compare` is the door; `passages` is its core for any texts; `Independence` counts hands for sets of articles;
`printed` reads what comparing needs of one article, `pairs` what two share: of two that were compared before, as then.
"""

from recoupe.reuse.compare import compare, passages
from recoupe.reuse.independence import Independence
from recoupe.reuse.pairs import Compared
from recoupe.reuse.pairs import compare as compare_pairs
from recoupe.reuse.printed import Printed
from recoupe.reuse.printed import read as printed
from recoupe.reuse.settings import ReuseSettings

__all__ = ["Compared", "Independence", "Printed", "ReuseSettings", "compare", "compare_pairs", "passages", "printed"]
