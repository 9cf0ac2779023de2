"""What the step may be told."""

from __future__ import annotations

import msgspec

from recoupe.reuse.edited import JoinSettings
from recoupe.reuse.kinds import KindSettings
from recoupe.reuse.runs import RunSettings


class ReuseSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What counts as a shared passage; see each part. `template`: longest line, in words, that one host's pages may
    share as furniture; `same`: share of both articles from which they are one article printed twice; `quotation`:
    fewest words of a quotation that several print."""

    runs: RunSettings = RunSettings()
    join: JoinSettings = JoinSettings()
    kinds: KindSettings = KindSettings()
    template: int = 60
    same: float = 0.9
    quotation: int = 3


DEFAULT = ReuseSettings()
