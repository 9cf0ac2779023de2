"""Places in articles: those that support a line, and those that findings have shown already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from recoupe.model import Article, Finding, Support
from recoupe.text import anchors


def supports(
    spans: Iterable[tuple[str, int, int, tuple[int, int] | None]], articles: Mapping[str, Article]
) -> list[Support]:
    """Return what supports a line: of each article the first of its `spans` (article, start, end, sentence)."""
    found: dict[str, Support] = {}
    for name, start, end, sentence in spans:
        if name not in found:
            found[name] = anchors.support(articles[name], start, end, sentence)
    return list(found.values())


def cited(findings: Iterable[Finding]) -> dict[str, list[tuple[int, int]]]:
    """Return by article where in its text the values of some findings stand, in order."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for support in (s for f in findings for v in f.values for s in v.support):
        if support.part is None:
            found[support.article].add((support.start, support.end))
    return {article: sorted(spans) for article, spans in found.items()}
