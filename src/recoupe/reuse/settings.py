"""What the step may be told."""

from __future__ import annotations

import msgspec

from recoupe.reuse.edited import JoinSettings
from recoupe.reuse.kinds import KindSettings


class RunSettings(msgspec.Struct, frozen=True, kw_only=True):
    """`least`: shortest run looked for, in words. `gram`: words in a fingerprint, at most `least`.

    `repeats`: places of one fingerprint in one text that are looked at; a text that says the same over and over (a
    table, a broken page) has more. `most`: a fingerprint in more places than this is page furniture; its further places
    are compared with the first `most` only, so that one line on a million pages costs a million steps and not a
    million times a million.
    """

    least: int = 12
    gram: int = 8
    repeats: int = 64
    most: int = 2000


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
