"""Blocks as the page prints them, where the extractor glued several together or left the headings between them out.

A newsletter is laid out in tables: the extractor gives a cell as one block, its headline, its paragraphs and its button
"Read more" in one. The page's own elements tell where one line of it ends. And of a page of many short pieces the
extractor may keep the paragraphs only: without the headlines between them nobody can tell one piece from the next.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from typing import Any

from recoupe.extract import furniture
from recoupe.extract.html.title import key
from recoupe.extract.html.visible import Place, Visible
from recoupe.extract.lines import count_words, paragraph_like
from recoupe.text.patterns import compiled

Piece = tuple[str, list[Place]]

_LETTER = compiled(r"[^\W\d_]")
_HEADINGS = ("h2", "h3", "h4")
_BOXES = frozenset(("a", "aside", "figure", "nav", "footer", "form"))
_LONGEST = 200  # characters of a heading
_BETWEEN = 1  # elements between a heading and the paragraph it heads: a date, a place, an author
_FEWEST = 2  # headings of a page of several pieces
_QUOTATION, _QUOTED = 4, 5  # lines of a quotation set apart at most, words of it at least
_RUN = 3  # words in a row by which words are known again
_ADVERT = 80  # words of a block that an advertiser pays for, as its first line says


def apart(pieces: Sequence[Piece], root: Any, shown: Visible) -> list[Piece]:
    """Return `pieces`, those that hold whole elements of the page one element a block, furniture lines left out.

    A block whose first line says that it is an advertisement is left out with what it advertises.
    """
    if not any("\n" in shown.text[a:b] for _, places in pieces for a, b in places):
        return list(pieces)
    starts: dict[int, str] = {}
    for element in root.iter("p", "h1", *_HEADINGS):
        span = shown.spans.get(element)
        if span and span[0] < span[1]:
            starts[span[0]] = "paragraph" if element.tag == "p" else "heading"
    out: list[Piece] = []
    for kind, places in pieces:
        lines = [line for start, end in places for line in _lines(start, end, shown)]
        if len(lines) == len(places) or not any(a in starts for a, _ in lines[1:]):
            out.append((kind, places))
            continue
        words = [shown.text[a:b] for a, b in lines]
        if furniture.kind_of(words[0]) == "advert" and sum(map(count_words, words)) <= _ADVERT:
            continue
        joined: list[Piece] = []  # lines of one paragraph (a line break within it) stay together
        for (a, b), line in zip(lines, words, strict=True):
            if furniture.kind_of(line) not in (None, "disclaimer", *furniture.SECTIONS):
                continue
            made = starts.get(a)
            if made is None and joined and joined[-1][0] == "paragraph" and joined[-1][1][-1][1] == a - 1:
                joined[-1] = ("paragraph", [*joined[-1][1][:-1], (joined[-1][1][-1][0], b)])
            else:
                joined.append((made or "paragraph", [(a, b)]))
        out += joined
    return out


def with_headings(pieces: list[Piece], root: Any, shown: Visible) -> list[Piece]:
    """Return `pieces` with the headings of their paragraphs that the extractor left out.

    At least `_FEWEST` made alike each stand right before a paragraph or list that is kept, behind another that is; they
    lead to no other page and are no furniture. Where the extractor kept none of the page's, one may also be the first
    thing of a piece, in one element with what it heads, a line with a date or a name between at most. The heading of a
    box beside the article stands in the box. Headings without a letter are numbers.
    """
    starts = {places[0][0]: number for number, (_, places) in enumerate(pieces)}
    taken = sorted(place for _, places in pieces for place in places)
    begins = [a for a, _ in taken]
    none = not any(kind == "heading" for kind, _ in pieces)
    found: dict[int, Place] = {}
    beside: dict[tuple[str, str | None], dict[int, Place]] = {}  # by how they are made
    for heading in root.iter(*_HEADINGS):
        span = shown.spans.get(heading)
        if span is None or not 0 < span[1] - span[0] <= _LONGEST or "\n" in shown.text[span[0] : span[1]]:
            continue
        if not _heads(heading, shown.text[span[0] : span[1]]):
            continue
        at = bisect.bisect_left(begins, span[0])
        number = starts.get(span[1] + 1)
        free = 0 < at < len(taken) and taken[at - 1][1] <= span[0] and span[1] <= taken[at][0]
        if number is not None and free and not _boxed(heading):
            if paragraph_like(shown.text[slice(*pieces[number][1][0])]) or pieces[number][0] == "list":
                beside.setdefault((heading.tag, heading.get("class")), {})[number] = span
        for element in itertools.islice(heading.itersiblings(), _BETWEEN + 1) if none else ():
            place = shown.spans.get(element)
            number = starts.get(place[0]) if place else None
            if number is not None and place and place[0] < place[1]:
                if paragraph_like(shown.text[slice(*pieces[number][1][0])]):
                    found[number] = span
                break
    found = found if len(found) >= _FEWEST else {}
    for alike in beside.values():
        found |= alike if len(alike) >= _FEWEST else {}
    out: list[Piece] = []
    for number, piece in enumerate(pieces):
        if number in found:
            out.append(("heading", [found[number]]))
        out.append(piece)
    return out


def _boxed(heading: Any) -> bool:
    return any(element.tag in _BOXES for element in heading.iterancestors())  # a link around it leads elsewhere


def with_quotations(pieces: list[Piece], root: Any, shown: Visible) -> list[Piece]:
    """Return `pieces` with the quotations set apart between them, where the extractor took them for pictures.

    That is a quotation in a figure, and the line that names its speaker. One that the body has too is only shown
    larger there.
    """
    if len(pieces) < _FEWEST:
        return pieces
    taken = sorted(place for _, places in pieces for place in places)
    starts = [a for a, _ in taken]
    body = key(" ".join(shown.text[a:b] for a, b in taken))
    out = list(pieces)
    for quote in root.iter("blockquote"):
        figure = next(quote.iterancestors("figure"), None)
        span = shown.spans.get(quote)
        if figure is None or span is None or not taken[0][0] < span[0] < span[1] < taken[-1][1]:
            continue
        start, end = shown.spans[figure]
        at = bisect.bisect_left(starts, start)
        free = (at == 0 or taken[at - 1][1] <= start) and (at == len(taken) or end <= starts[at])
        lines = [line for line in _lines(start, end, shown) if _LETTER.search(shown.text[slice(*line)])]
        if not free or not 1 <= len(lines) <= _QUOTATION or quote.find(".//a") is not None:
            continue
        if count_words(shown.text[start:end]) >= _QUOTED and not _repeated(key(shown.text[span[0] : span[1]]), body):
            number = next((n for n, (_, places) in enumerate(out) if places[0][0] > start), len(out))
            inside = [span[0] <= line[0] < span[1] for line in lines]
            out[number:number] = [
                ("quote" if i else "paragraph", [line]) for i, line in zip(inside, lines, strict=True)
            ]
    return out


def _repeated(quoted: str, body: str) -> bool:
    """Say whether most of a quotation is in the body too (keys): three words in a row of it at a time."""
    words = quoted.split()
    runs = [" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))]
    return 2 * sum(run in body for run in runs) > len(runs)


def _heads(heading: Any, words: str) -> bool:
    return (
        _LETTER.search(words) is not None and heading.find(".//a[@href]") is None and furniture.kind_of(words) is None
    )


def _lines(start: int, end: int, shown: Visible) -> list[Place]:
    out = []
    for line in shown.text[start:end].split("\n"):
        if line.strip():
            out.append((start, start + len(line)))
        start += len(line) + 1
    return out
