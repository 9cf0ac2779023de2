"""Passages two articles share, and origins: articles whose words come from one hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from recoupe.model.anchor import Anchor

Independent = Callable[[Iterable[str]], tuple[int, int]]
"""What counts the independent hands behind articles, by their ids: (least, most)."""


class Passage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words that two or more articles share. `kind` is copy, edited (lightly), quotation (both print someone's words)
    or statement (an official list). Only copy and edited make articles dependent. `words` is the length of the shared
    run; `first` is the article id of the root when dates or credits tell; `credit` the agency credited, if any, and
    `uncredited` the articles that print the words without naming that agency.
    """

    sides: tuple[Anchor, ...]
    words: int
    kind: str = "copy"
    first: str | None = None
    credit: str | None = None
    uncredited: tuple[str, ...] = ()


class Dependence(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One sign that articles come from one hand. `kind`: passage, agency, outlet, publisher, translation, live page,
    same page."""

    kind: str
    articles: tuple[str, ...]
    words: str


class Origin(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Articles whose words come from one hand: they count once. An article alone is an origin of one.

    `root` is the article the others follow where that is known; `evidence` lists every sign that joined them. `copied`
    is the share of each article's words that stand in copied or edited passages, 0 to 1, where there are any.
    """

    id: str
    articles: tuple[str, ...]
    root: str | None = None
    credit: str | None = None
    evidence: tuple[Dependence, ...] = ()
    copied: tuple[tuple[str, float], ...] = ()
