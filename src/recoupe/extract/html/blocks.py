"""Blocks as the page prints them, where the extractor glued several together or left the headings between them out.

A newsletter is laid out in tables: the extractor gives a cell as one block, its headline, its paragraphs and its button
"Read more" in one. The page's own elements tell where one line of it ends. And of a page of many short pieces the
extractor may keep the paragraphs only: without the headlines between them nobody can tell one piece from the next.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

from recoupe.extract import furniture
from recoupe.extract.html.visible import Visible
from recoupe.extract.lines import count_words, paragraph_like

Place = tuple[int, int]
Piece = tuple[str, list[Place]]

_LETTER = re.compile(r"[^\W\d_]")
_HEADINGS = ("h2", "h3", "h4")
_LONGEST = 200  # characters of a heading
_BETWEEN = 1  # elements between a heading and the paragraph it heads: a date, a place, an author
_FEWEST = 2  # headings of a page of several pieces
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
    """Return `pieces` with the headings of their paragraphs, where the extractor kept none of the page's.

    A heading is one of at least `_FEWEST` that stand in one element with the paragraph they head, at most a line with
    a date or a name between; it leads to no other page and is no furniture. The heading of a box beside the article
    stands in the box. Headings without a letter are numbers of something.
    """
    if any(kind == "heading" for kind, _ in pieces):
        return pieces
    starts = {places[0][0]: number for number, (_, places) in enumerate(pieces)}
    found: dict[int, Place] = {}
    for heading in root.iter(*_HEADINGS):
        span = shown.spans.get(heading)
        if span is None or not 0 < span[1] - span[0] <= _LONGEST or "\n" in shown.text[span[0] : span[1]]:
            continue
        for element in itertools.islice(heading.itersiblings(), _BETWEEN + 1):
            place = shown.spans.get(element)
            number = starts.get(place[0]) if place else None
            if number is not None and place and place[0] < place[1]:
                start, end = pieces[number][1][0]
                if paragraph_like(shown.text[start:end]) and _heads(heading, shown.text[span[0] : span[1]]):
                    found[number] = span
                break
    if len(found) < _FEWEST:
        return pieces
    out: list[Piece] = []
    for number, piece in enumerate(pieces):
        if number in found:
            out.append(("heading", [found[number]]))
        out.append(piece)
    return out


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
