"""Markup that repeats: elements of one make, children of one parent, each holding one marker (a time)."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from recoupe.extract.html.visible import Visible

_HIGHEST = 60  # elements climbed from a marker


class Group(msgspec.Struct):
    """Elements that hold one marker each: `heads` are (element, number of its marker), children of `parent`."""

    parent: Any
    heads: list[tuple[Any, int]]


def groups(elements: Sequence[Any], starts: Sequence[int], shown: Visible, fewest: int) -> Iterator[Group]:
    """Yield the groups of at least `fewest` markers; marker n begins at `starts[n]` (sorted) in `elements[n]`.

    From each marker one climbs to the largest element that holds no other marker; elements with one parent are a group.
    """
    found: dict[Any, Group] = {}
    seen: set[Any] = set()
    for number, element in enumerate(elements):
        head, parent = element, element.getparent()
        for _ in range(_HIGHEST):
            span = shown.spans.get(parent) if parent is not None else None
            if span is None or bisect.bisect_left(starts, span[1]) - bisect.bisect_left(starts, span[0]) > 1:
                break
            head, parent = parent, parent.getparent()
        if parent is None or head in seen:
            continue
        seen.add(head)
        found.setdefault(parent, Group(parent, [])).heads.append((head, number))
    for group in found.values():
        if len(group.heads) >= fewest:
            yield group


def alike(heads: Sequence[Any]) -> bool:
    """Say whether most elements are of one make: same element and first class, or nearly all the same element."""
    makes = Counter((h.tag, (h.get("class") or "").split(" ")[0]) for h in heads)
    tags = Counter(h.tag for h in heads)
    return makes.most_common(1)[0][1] * 2 >= len(heads) or tags.most_common(1)[0][1] * 10 >= 9 * len(heads)


def innermost(shown: Visible) -> dict[int, Any]:
    """Return, for each place where elements begin, the smallest element that begins there and holds text."""
    out: dict[int, Any] = {}
    for element, (start, end) in shown.spans.items():
        if end > start:
            known = out.get(start)
            if known is None or shown.spans[known][1] >= end:
                out[start] = element
    return out
