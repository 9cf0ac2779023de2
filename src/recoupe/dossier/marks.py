"""Marks: which words of which article a dossier's lines rest on, and an article's text cut at them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from recoupe.dossier.lines import Reference
from recoupe.model import TITLE, Anchor, Article, Dossier, Support

Cited = Anchor | Support
Part = tuple[str, str | None]
"""An article, and which part of it: its headline or its text."""

Span = tuple[int, int, str]
"""Where a mark begins and ends in its part of an article, and its id."""


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A run of an article's text: `opens` are the marks that begin here, `covers` all marks it is part of."""

    text: str
    opens: Sequence[str] = ()
    covers: Sequence[str] = ()


class Marks:
    """The marks of a dossier: `of(words)` names the mark of the words something rests on; each span has one."""

    def __init__(self, dossier: Dossier) -> None:
        parts = [(a.id, part) for a in dossier.articles for part in (TITLE, None)]
        places: dict[Part, set[tuple[int, int]]] = {part: set() for part in parts}
        for support in _supports(dossier):
            for s in support:
                if (s.article, s.part) in places:
                    places[s.article, s.part].add((s.start, s.end))
        number = itertools.count(1)
        self._ids = {part: {place: f"m{next(number)}" for place in sorted(found)} for part, found in places.items()}

    def of(self, words: Cited | Reference) -> str:
        """Return the id of the mark, "" for words that no article of the dossier has."""
        return self._ids.get((words.article, words.part), {}).get((words.start, words.end), "")

    def title(self, article: Article) -> list[Piece]:
        """Return the article's headline, cut where marks begin and end."""
        title = article.title or ""
        return _cut(title, 0, len(title), self._spans(article.id, TITLE))

    def _spans(self, article: str, part: str | None) -> list[Span]:
        return [(start, end, name) for (start, end), name in self._ids.get((article, part), {}).items()]

    def paragraphs(self, article: Article) -> Iterator[tuple[str, Sequence[Piece]]]:
        """Yield the article's text, block by block, as the block's kind and its pieces: cut where marks begin and end.
        No character is lost."""
        coming = self._spans(article.id, None)[::-1]
        near: list[Span] = []
        for kind, start, end in _blocks(article):
            near = [span for span in near if span[1] > start]
            while coming and coming[-1][0] < end:
                near.append(coming.pop())
            yield kind, _cut(article.text, start, end, near) if near else (Piece(article.text[start:end]),)


def _supports(dossier: Dossier) -> Iterator[Sequence[Anchor | Support]]:
    """Yield what each line of a dossier rests on."""
    yield from (value.support for finding in dossier.findings for value in finding.values)
    yield from (event.support for event in dossier.timeline)
    yield from (said.support for said in dossier.quotes)
    yield from ((one.printed, one.told) for said in dossier.quotes for one in said.identified)
    yield from (passage.sides for passage in dossier.passages)


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


def _cut(text: str, start: int, end: int, spans: Sequence[Span]) -> list[Piece]:
    """Return `[start, end)` of a text in pieces, cut at the edges of the marks `spans`, which all reach into it."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    open_ones: list[str] = []
    for low, high, name in spans:
        if low < start:
            open_ones.append(name)
        else:
            opening.setdefault(low, []).append(name)
        if high < end:
            closing.setdefault(high, []).append(name)
    if not opening and not closing:  # all of it is one piece, as of a copied paragraph
        return [Piece(text[start:end], (), open_ones)]
    pieces = []
    for left, right in itertools.pairwise(sorted({start, end, *opening, *closing})):
        opens = opening.get(left, ())
        open_ones += opens
        for name in closing.get(left, ()):
            open_ones.remove(name)
        pieces.append(Piece(text[left:right], opens, tuple(open_ones)))
    return pieces
