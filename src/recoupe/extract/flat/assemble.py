"""Put an article together from lines: text, blocks, segments, language, marks of a cut or a paywall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from recoupe.extract import furniture
from recoupe.extract.dates import Ago
from recoupe.extract.lines import Line, bullet, count_words, ends_sentence, paragraph_like
from recoupe.model import Article, Block, Evidence, Page, Segment
from recoupe.model.ids import digest
from recoupe.text.language import identify


class Draft(msgspec.Struct, kw_only=True):
    """What is known of an article before its text is put together."""

    kind: str
    title: str | None = None
    outlet: str | None = None
    host: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    evidence: Evidence | None = None
    modified: str | None = None
    modified_evidence: Evidence | None = None
    ago: Ago | None = None
    relative: str | None = None
    derivative: str | None = None
    tags: tuple[str, ...] = ()
    part_of: str | None = None
    paywalled: bool = False
    truncated: bool = False


class Piece(msgspec.Struct, frozen=True):
    """A block to be: `[start, end)` of the visible text, and its kind."""

    kind: str
    start: int
    end: int


def pieces_of(lines: Sequence[Line]) -> list[Piece]:
    """Return one block a line: a heading is short, ends no sentence and has prose behind it."""
    made: list[Piece] = []
    for n, line in enumerate(lines):
        skip = bullet(line.text)
        following = lines[n + 1] if n + 1 < len(lines) else None
        if furniture.caption(line.text) or (furniture.credited(line.text) and not paragraph_like(line.text)):
            kind = "caption"
        elif skip and len(line.text) > skip:
            kind = "list"
        elif following is not None and _heading(line) and (line.text[-1:] != ":" or not bullet(following.text)):
            kind = "heading"
        else:
            kind, skip = "paragraph", 0
        if kind != "list":
            skip = 0
        made.append(Piece(kind, line.start + skip, line.end))
    return made


def _heading(line: Line) -> bool:
    short = len(line.text) <= 100 and count_words(line.text) <= 14
    plain_end = not ends_sentence(line.text) or (line.text[-1:] == "?" and count_words(line.text) <= 10)
    return short and plain_end and line.text[-1:] not in tuple(",;")


def article(page: Page, draft: Draft, pieces: Iterable[Piece], also_at: Sequence[Segment] = ()) -> Article:
    """Return the article that `draft` and `pieces` of the page's text make. Blocks are separated by a line break."""
    visible = page.text or ""
    out: list[str] = []
    blocks: list[Block] = []
    segments: list[Segment] = []
    at = 0
    for piece in pieces:
        at += 1 if out else 0
        length = piece.end - piece.start
        out.append(visible[piece.start : piece.end])
        blocks.append(Block(kind=piece.kind, start=at, end=at + length))
        segments.append(Segment(start=at, end=at + length, page_start=piece.start))
        at += length
    text = "\n".join(out)
    return Article(
        id=digest(page.id, draft.kind, draft.part_of or "", draft.title or "", text[:300]),
        page=page.page,
        kind=draft.kind,
        title=draft.title,
        outlet=draft.outlet,
        host=draft.host,
        authors=draft.authors,
        published=draft.published,
        published_evidence=draft.evidence,
        language=_language(page, draft, text),
        text=text,
        blocks=tuple(blocks),
        part_of=draft.part_of,
        url=page.url if draft.kind in ("article", "live") else None,
        modified=draft.modified,
        modified_evidence=draft.modified_evidence,
        published_between=between(page.fetched, draft.ago),
        relative_time=draft.ago.words if draft.ago else draft.relative,
        truncated=draft.truncated or cut_off(text),
        paywalled=draft.paywalled or furniture.paywall(text),
        derivative=draft.derivative,
        tags=draft.tags,
        segments=tuple(segments),
        also_at=tuple(also_at),
    )


def _language(page: Page, draft: Draft, text: str) -> str | None:
    """The body decides where it is sure, else the page's record; short bodies are helped by their title."""
    sample = text if count_words(text) >= 12 else f"{draft.title or ''} {text}"
    return identify(sample, page.language)


def cut_off(text: str) -> bool:
    """Say whether `text` breaks off: it ends in an ellipsis that is not inside a closing bracket or quotation."""
    return text.endswith(("…", "...", "[…]", "[...]")) and count_words(text) >= 5


def between(fetched: str | None, age: Ago | None) -> tuple[str, str] | None:
    """Return the interval in which a piece of a certain age was published, where it is known when it was seen."""
    import datetime as dt

    if not fetched or age is None:
        return None
    try:
        seen = dt.datetime.fromisoformat(fetched)
        low, high = seen - dt.timedelta(seconds=age.high), seen - dt.timedelta(seconds=age.low)
    except (ValueError, OverflowError):
        return None
    return low.isoformat(timespec="minutes"), high.isoformat(timespec="minutes")


def prose_words(lines: Iterable[Line]) -> int:
    """Return the number of words of `lines` that stand in prose."""
    return sum(count_words(line.text) for line in lines if paragraph_like(line.text))
