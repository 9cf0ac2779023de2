"""What a shared passage is: a copy, someone's words that both quote, an official list or name, or page furniture.

Two newsrooms that print the same sentence of a minister, the same list of names or the full title of an institution
have copied nothing. So only words outside quotation marks, outside captions, lists and block quotes, and only words
that are no names count towards a copy.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec
import regex

from recoupe.model import Article, Quote
from recoupe.reuse.edited import Match
from recoupe.reuse.words import spans
from recoupe.text.patterns import compiled_by_regex

_LONGEST_QUOTE = 1500
_STOPS = tuple(".!?»”\"'’)];,。！？؟")


class KindSettings(msgspec.Struct, frozen=True, kw_only=True):
    """`own`: fewest equal words outside quotation that make a copy, `edited` when they do not stand in one run.

    `content`: fewest different words of four letters and more, in lower case, among them. `names`: share of words with
    a capital or figures from which a passage is a list or a title.
    """

    own: int = 14
    edited: int = 18
    content: int = 6
    names: float = 0.6


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """An article's words with what is needed to judge a passage: per word, `[start, end)`, quoted, set apart, plain.

    `plain` words have no capital and no figure; `apart` words stand in a caption, a list, a heading or a block quote.
    """

    spans: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]
    apart: tuple[bool, ...]
    plain: tuple[bool, ...]


def side(article: Article, quotes: Sequence[Quote] = ()) -> Side:
    """Return `article` as a Side. `quotes` are its reported words, where known; quotation marks are read as well.

    Of a mixed quotation only what stands in marks is someone's words; the rest of its clause is the newsroom's.
    """
    text = article.text
    places = tuple(spans(text))
    marked = [(s, e) for q in quotes if q.kind == "direct" for s, e in q.content]
    quoted = _within(places, quotations(text) + marked)
    set_apart = [(b.start, b.end) for b in article.blocks if b.kind in ("caption", "list", "quote", "heading")]
    apart = _within(places, set_apart + _labels(text))
    plain = tuple(text[s:e].islower() or (not text[s].isupper() and text[s:e].isalpha()) for s, e in places)
    return Side(spans=places, quoted=quoted, apart=apart, plain=plain)


def kind(texts: tuple[str, str], sides: tuple[Side, Side], match: Match, settings: KindSettings) -> str | None:
    """Return copy, edited, quotation, statement, or None when the words are too few or too common to mean anything."""
    left, right = sides
    own, names, apart, quoted = 0, 0, 0, 0
    content: set[str] = set()
    for x, y, n in match.pieces:
        for i in range(n):
            if left.quoted[x + i] or right.quoted[y + i]:
                quoted += 1
            elif left.apart[x + i] or right.apart[y + i]:
                apart += 1
            else:
                own += 1
                start, end = left.spans[x + i]
                if not (left.plain[x + i] and right.plain[y + i]):
                    names += 1
                elif end - start >= 4:
                    content.add(texts[0][start:end].lower())
    one_run = match.equal == match.longest
    if own >= (settings.own if one_run else settings.edited):
        if names >= settings.names * own:
            return "statement"
        if len(content) >= settings.content:
            return "copy" if one_run else "edited"
        return None
    if quoted >= settings.own and quoted >= apart:
        return "quotation"
    if apart >= settings.own:
        return "statement"
    return None


@functools.cache
def _quotation() -> regex.Pattern[str]:
    inner = f"{{0,{_LONGEST_QUOTE}}}?"
    pairs = (("«", "»"), ("“", "”"), ("„", "“”"), ("”", "”"), ("»", "«"), ("「", "」"), ("『", "』"))
    forms = [rf"{a}[^{a}{b}\n]{inner}[{b}]" for a, b in pairs]
    forms.append(rf'(?<![\p{{L}}\p{{N}}])"[^"\n]{inner}"')
    forms.append(r"(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}])[^\n‘]{0,300}?[’'](?![\p{L}\p{N}])")
    return compiled_by_regex("|".join(forms), regex.V1)


def quotations(text: str) -> list[tuple[int, int]]:
    """Return `[start, end)` of what stands between quotation marks in `text`, in order, one line each at most."""
    return [m.span() for m in _quotation().finditer(text)]


def _labels(text: str) -> list[tuple[int, int]]:
    """Short lines that end as no sentence does: headings, buttons, names of sections. A copied passage is prose."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        bare = line.rstrip()
        if len(bare) < 80 and len(bare.split()) <= 10 and (bare[-1:] not in _STOPS or bare.endswith("...")):
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _within(places: Sequence[tuple[int, int]], ranges: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    """Say of each word whether it begins in one of the ranges."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    inside: list[bool] = []
    at = 0
    for start, _ in places:
        while at < len(merged) and merged[at][1] <= start:
            at += 1
        inside.append(at < len(merged) and merged[at][0] <= start)
    return tuple(inside)


def whole_lines(text: str, start: int, end: int) -> float:
    """Return what share of `[start, end)` stands in lines that lie wholly in it, punctuation aside."""
    covered, at = 0, text.rfind("\n", 0, start) + 1
    while at < end:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        before, after = text[at : max(at, start)], text[min(stop, end) : stop]
        if not any(c.isalnum() for c in before) and not any(c.isalnum() for c in after):
            covered += min(stop, end) - max(at, start)
        at = stop + 1
    return covered / max(1, end - start)
