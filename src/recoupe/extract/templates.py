"""What pages of one host have in common is its template, not journalism.

Pages seen together teach it: a block of text that stands in the articles of at least three pages of a host, and of at
least half of them, is furniture that no table knows ("The Harbour Post is an independent newspaper ..."). Two pages
are too few: they may print the same agency text. A page most of whose text would go is another copy of an article.

A newsroom repeats paragraphs too: what happened so far, under each new piece on one event. Such a paragraph speaks of
what its pages speak of: it shares names or figures with the rest of them, which a line about the host does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
import regex

from recoupe.extract.lesson import Learn, Lesson, learn
from recoupe.model import Article, Block, Reading, Segment
from recoupe.text.patterns import compiled_by_regex

_FEWEST_PAGES = 3
_LARGEST_LOSS = 0.5
_SHARED = 2  # names and figures by which a repeated paragraph is of the story its pages tell
# Names and figures: capitals inside a sentence, numbers of two digits or more.
_TELLING = compiled_by_regex(r"(?<=[\p{L}\p{N},;:] )\p{Lu}[\p{L}\p{M}]{2,}|\d{2,}", regex.V1)


def strip(readings: Sequence[Reading], learn: Learn = learn) -> tuple[Reading, ...]:
    """Return `readings` without the blocks and titles that are the template of their host. Pure; same order out.

    `learn` gives what an article teaches by itself.
    """
    pages: dict[str, set[str]] = {}
    for reading in readings:
        for article in reading.articles:
            if (host := _host(article)) is not None:
                pages.setdefault(host, set()).add(reading.page)
    many = {host for host, seen in pages.items() if len(seen) >= _FEWEST_PAGES}
    known = {
        id(article): learn(article) for reading in readings for article in reading.articles if _host(article) in many
    }
    holders: dict[tuple[str, int], set[str]] = {}
    for reading in readings:
        for article in reading.articles:
            host = _host(article)
            if host is not None and host in many:
                for words in {*known[id(article)].blocks, known[id(article)].title} - {0}:
                    holders.setdefault((host, words), set()).add(reading.page)
    template = {
        (host, words)
        for (host, words), seen in holders.items()
        if len(seen) >= _FEWEST_PAGES and len(seen) * 2 >= len(pages[host])
    }
    template -= _of_the_story(readings, template, known)
    if not template:
        return tuple(readings)
    return tuple(
        msgspec.structs.replace(reading, articles=tuple(_without(a, template, known) for a in reading.articles))
        for reading in readings
    )


def _of_the_story(
    readings: Sequence[Reading], repeated: set[tuple[str, int]], known: Mapping[int, Lesson]
) -> set[tuple[str, int]]:
    """Return those of the repeated blocks that speak of what most of their articles speak of."""
    told: dict[tuple[str, int], list[bool]] = {}
    for article in (a for reading in readings for a in reading.articles):
        host = _host(article) or ""
        blocks = [(words, article.text[b.start : b.end]) for words, b in _blocks(article, known)]
        if not any((host, words) in repeated for words, _ in blocks):
            continue
        own = " ".join(block for words, block in blocks if (host, words) not in repeated)
        own = f"{article.title or ''} . {own}"
        mine = set(_TELLING.findall(f"x {article.outlet} {host}"))
        names: set[str] | None = None  # of a whole text: read only where some of the block's may be among them
        for words, block in blocks:
            if (host, words) in repeated:
                shared = {name for name in _TELLING.findall(block) if name not in mine and name in own}
                if len(shared) >= _SHARED:
                    names = set(_TELLING.findall(own)) if names is None else names
                    shared &= names
                told.setdefault((host, words), []).append(len(shared) >= _SHARED)
    return {block for block, shares in told.items() if sum(shares) * 2 > len(shares)}


def _blocks(article: Article, known: Mapping[int, Lesson]) -> list[tuple[int, Block]]:
    """Return an article's blocks with what stands for their words; none of a host too few of whose pages are here."""
    lesson = known.get(id(article))
    return list(zip(lesson.blocks, article.blocks, strict=True)) if lesson is not None else []


def _host(article: Article) -> str | None:
    return article.host or article.outlet


def _without(article: Article, template: set[tuple[str, int]], known: Mapping[int, Lesson]) -> Article:
    host = _host(article)
    if host is None:
        return article
    drop = [b for words, b in _blocks(article, known) if (host, words) in template]
    if sum(b.end - b.start for b in drop) > len(article.text) * _LARGEST_LOSS:
        return article
    lesson = known.get(id(article))
    title = article.title if lesson is None or (host, lesson.title) not in template else None
    return cut(msgspec.structs.replace(article, title=title), drop) if drop or title != article.title else article


def cut(article: Article, drop: Sequence[Block]) -> Article:
    """Return `article` without the blocks `drop` and the break behind each; segments and places move along."""
    gone: list[tuple[int, int]] = []
    for block in drop:
        end = block.end
        while end < len(article.text) and article.text[end] in "\n ":
            end += 1
        gone.append((block.start, end))
    kept: list[tuple[int, int]] = []
    at = 0
    for start, end in gone:
        kept.append((at, start))
        at = end
    kept.append((at, len(article.text)))
    if gone and gone[-1][1] == len(article.text):
        kept[-2:] = [(kept[-2][0], len(article.text[: kept[-2][1]].rstrip("\n ")))]
    kept = [(a, b) for a, b in kept if b > a]
    moved = list(_moves(kept))
    blocks = [b for b in article.blocks if b not in drop]
    return msgspec.structs.replace(
        article,
        text="".join(article.text[a:b] for a, b in kept),
        blocks=tuple(msgspec.structs.replace(b, start=_at(b.start, moved), end=_at(b.end, moved)) for b in blocks),
        segments=_segments(article.segments, moved),
        also_at=_segments(article.also_at, moved),
        parts=tuple((_at(a, moved), _at(b, moved)) for a, b in article.parts if _at(b, moved) > _at(a, moved)),
    )


def _moves(kept: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int, int]]:
    """Yield `(start, end, shift)` of each kept run: what stood at `start` stands at `start - shift` now."""
    length = 0
    for start, end in kept:
        yield start, end, start - length
        length += end - start


def _at(offset: int, moved: Sequence[tuple[int, int, int]]) -> int:
    place = 0
    for start, end, shift in moved:
        if offset < start:
            break
        place = min(offset, end) - shift
    return place


def _segments(segments: Iterable[Segment], moved: Sequence[tuple[int, int, int]]) -> tuple[Segment, ...]:
    """Cut segments to the kept runs; the source offset holds only for a segment's beginning and moves with it."""
    made: list[Segment] = []
    for segment in segments:
        for start, end, shift in moved:
            low, high = max(segment.start, start), min(segment.end, end)
            if low < high:
                skipped = low - segment.start
                source = None if segment.source_start is None else segment.source_start + skipped
                made.append(
                    Segment(
                        start=low - shift,
                        end=high - shift,
                        page_start=segment.page_start + skipped,
                        source_start=source,
                    )
                )
    return tuple(made)
