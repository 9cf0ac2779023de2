"""Marks: which words of which article a dossier's lines rest on, and an article's text cut at them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from recoupe.model import Article, Dossier


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A run of an article's text: `opens` are the marks that begin here, `covers` all marks it is part of."""

    text: str
    opens: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """A block of an article, in pieces. `kind` is the block's."""

    kind: str
    pieces: tuple[Piece, ...]


class Marks:
    """The marks of a dossier: `id_of(article, start, end)` names the mark of a span; each span has one."""

    def __init__(self, dossier: Dossier) -> None:
        spans = {(s.article, s.start, s.end) for f in dossier.findings for v in f.values for s in v.support}
        spans |= {(s.article, s.start, s.end) for e in dossier.timeline for s in e.support}
        spans |= {(s.article, s.start, s.end) for q in dossier.quotes for s in q.support}
        spans |= {(s.article, s.start, s.end) for p in dossier.passages for s in p.sides}
        order = {a.id: n for n, a in enumerate(dossier.articles)}
        known = sorted((s for s in spans if s[0] in order), key=lambda s: (order[s[0]], s[1], s[2]))
        self._ids = {span: f"m{n}" for n, span in enumerate(known, 1)}
        self._by_article: dict[str, list[tuple[int, int, str]]] = {}
        for (article, start, end), name in self._ids.items():
            self._by_article.setdefault(article, []).append((start, end, name))

    def id_of(self, article: str, start: int, end: int) -> str:
        """Return the mark's id, "" for a span that no article of the dossier has."""
        return self._ids.get((article, start, end), "")

    def paragraphs(self, article: Article) -> list[Paragraph]:
        """Return the article's text, block by block, cut where marks begin and end. No character is lost."""
        coming = self._by_article.get(article.id, [])[::-1]
        out = []
        near: list[tuple[int, int, str]] = []
        for kind, start, end in _blocks(article):
            near = [span for span in near if span[1] > start]
            while coming and coming[-1][0] < end:
                near.append(coming.pop())
            out.append(Paragraph(kind=kind, pieces=tuple(_cut(article.text, start, end, near))))
        return out


def _blocks(article: Article) -> Iterable[tuple[str, int, int]]:
    """Yield (kind, start, end) over the whole text: what stands between blocks is a paragraph when it has words."""
    position = 0
    for block in article.blocks:
        if article.text[position : block.start].strip():
            yield "paragraph", position, block.start
        yield block.kind, block.start, block.end
        position = block.end
    rest = article.text[position:]
    if rest.strip():
        start = position
        for line in rest.splitlines(keepends=True):
            if line.strip():
                yield "paragraph", start, start + len(line)
            start += len(line)


def _cut(text: str, start: int, end: int, spans: Iterable[tuple[int, int, str]]) -> Iterable[Piece]:
    inside = [span for span in spans if span[0] < end and span[1] > start]
    if not inside:
        yield Piece(text=text[start:end])
        return
    opening: dict[int, list[str]] = {}
    edges = {start, end}
    for low, high, name in inside:
        if low >= start:
            opening.setdefault(low, []).append(name)
            edges.add(low)
        if high < end:
            edges.add(high)
    for left, right in pairwise(sorted(edges)):
        covers = tuple([name for low, high, name in inside if low <= left and high >= right])
        yield Piece(text=text[left:right], opens=tuple(opening.get(left, ())), covers=covers)
