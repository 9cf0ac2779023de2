"""A live blog without the words of its updates, which are articles of their own."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from recoupe.model import Article, Block, Segment


def own_words(article: Article) -> Article:
    """Return `article` without its `parts`, so that no word is read twice; the same article when it has none.

    Whole blocks are taken out: a block belongs to the updates when it begins inside a part. The id stays.
    """
    if not article.parts:
        return article
    starts = [start for start, _ in article.parts]
    kept = [b for b in article.blocks if not _inside(b.start, article, starts)]
    text: list[str] = []
    blocks: list[Block] = []
    segments: list[Segment] = []
    at = 0
    for block in kept:
        at += 1 if text else 0
        moved = at - block.start
        text.append(article.text[block.start : block.end])
        blocks.append(Block(kind=block.kind, start=at, end=at + block.end - block.start))
        segments.extend(
            msgspec.structs.replace(s, start=s.start + moved, end=s.end + moved)
            for s in article.segments
            if block.start <= s.start and s.end <= block.end
        )
        at += block.end - block.start
    return msgspec.structs.replace(
        article, text="\n".join(text), blocks=tuple(blocks), segments=tuple(segments), parts=()
    )


def _inside(position: int, article: Article, starts: list[int]) -> bool:
    at = bisect_right(starts, position) - 1
    return at >= 0 and position < article.parts[at][1]
