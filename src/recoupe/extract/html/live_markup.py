"""Live blog entries from markup: siblings that repeat, each with a time of its own.

From each time (`live_markers`) one climbs to the largest element that holds no other; where at least three of these are
children of one parent, they are either the entries (the text is inside) or the heads of entries (the text is between
one and the next).

What repeats with times is often no live blog: teasers and cards (their headlines link to other pages), comments
(their markup says so), a chronology told by one article (it runs forward, and the page does not call itself live).
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from recoupe.extract import live
from recoupe.extract.furniture import kind_of
from recoupe.extract.html import live_entry, live_markers, repeats
from recoupe.extract.html.live import Entry, is_falling
from recoupe.extract.html.live_markers import FEWEST, UNTIMED, Marker
from recoupe.extract.html.repeats import Group
from recoupe.extract.html.visible import Place, Visible
from recoupe.text.patterns import compiled

_WORDS_EACH = 12  # words an entry has on average
_ENTRIES = frozenset(("li", "tr", "article", "section", "dd"))
_LINES = frozenset(("p", "dt"))  # one paragraph is no whole entry: what follows is of the same
_LIVE_MARK = compiled(r"(?:^|[^a-z])live(?:[^a-z]|blog|ticker|event|feed|entr|$)|liveblog|ticker", re.I)
_COMMENT_MARK = compiled(r"comment|disqus|reply|replies|discussion", re.I)


def entries(root: Any, shown: Visible, *, told: bool, language: str | None = None) -> list[Entry]:
    """Return the entries of the page's live blog in page order; none when it shows none.

    `told` says that the page calls itself a live blog; `language` is what its dates are written in.
    """
    markers = live_markers.find(root, shown, told=told, language=language)
    best: list[Entry] = []
    for group in repeats.groups([m.element for m in markers], [m.start for m in markers], shown, FEWEST):
        found = _read(group, markers, shown)
        if found and _is_live(group, found, shown, told) and _words(found, shown) > _words(best, shown):
            best = found
    return best


def told(title: str | None, url: str | None) -> bool:
    """Say whether a page calls itself a live blog, in its headline or its address."""
    words = re.sub(r"[-_/.]+", " ", (url or "").split("?")[0][8:])
    return live.says_live(title or "") or live.says_live(words[-200:])


def _links(root: Any, shown: Visible) -> list[Place]:
    """Return where links to other pages stand, in order."""
    out = []
    for element in root.iter("a"):
        href = element.get("href") or ""
        span = shown.spans.get(element)
        if span and span[1] > span[0] and href and not href.startswith("#") and "#" not in href:
            out.append(span)
    return out


def _read(group: Group, markers: list[Marker], shown: Visible) -> list[Entry]:
    heads: list[tuple[Any, int | None]] = list(group.heads)
    spans = [shown.spans[head] for head, _ in heads]
    inside = sum(b - a for a, b in spans)
    parent = shown.spans[group.parent]
    between = sum(c - b for (_, b), (c, _) in itertools.pairwise(spans))
    lines = sum(head.tag in _LINES for head, _ in group.heads)
    if between > inside or 2 * lines > len(group.heads):
        stops = [s for s, _ in spans[1:]] + [_last_stop(group, shown, spans)]
        spans = [(s, max(s, stop - 1)) for (s, _), stop in zip(spans, stops, strict=True)]
    elif not repeats.alike([head for head, _ in group.heads]):
        return []
    else:
        heads = list(_with_siblings(group, markers, shown))
        spans = [shown.spans[head] for head, _ in heads]
    out = []
    hidden = live_entry.captions(group.parent, shown)
    marked = [UNTIMED if number is None else markers[number] for _, number in heads]
    signed = _signed(marked, shown)
    for (head, _), marker, span in zip(heads, marked, spans, strict=True):
        if span[0] >= parent[1]:
            continue
        entry = live_entry.make(head, marker, span, shown, hidden, signed=signed)
        if entry is not None:
            entry.name = _name(head)
            out.append(entry)
    if len({entry.name for entry in out}) < len(out):
        for entry in out:
            entry.name = None
    return out


def _signed(markers: list[Marker], shown: Visible) -> bool:
    """Say whether names stand behind the clocks, as authors do, and not here and there a headline of two nouns."""
    named = []
    for marker in markers:
        line, _, below = (
            shown.text[marker.start : marker.start + 400].partition("\n") if marker.start >= 0 else ("",) * 3
        )
        if words := live_entry.behind_clock(line) or below.partition("\n")[0]:
            named.append(live_entry.name_like(words))
    return 2 * sum(named) >= len(named)


def _with_siblings(group: Group, markers: list[Marker], shown: Visible) -> Iterator[tuple[Any, int | None]]:
    """Yield the heads of a group and what else is made as they are: entries with no time, or with more than one."""
    known = dict(group.heads)
    makes = Counter((head.tag, head.get("class")) for head in known)
    (tag, named), count = makes.most_common(1)[0]
    starts = [marker.start for marker in markers]
    for child in group.parent:
        if child in known:
            yield child, known[child]
        elif (child.tag, child.get("class")) == (tag, named) and 2 * count > len(known) and (named or tag in _ENTRIES):
            start, end = shown.spans.get(child, (0, 0))
            if len(shown.text[start:end].split()) >= _WORDS_EACH:
                at = bisect.bisect_left(starts, start)
                yield child, at if at < len(starts) and starts[at] < end else None


def _name(head: Any) -> str | None:
    """Return what markup calls an entry: its id, or a data attribute that is one."""
    for key, value in head.attrib.items():
        if value.strip() and (key == "id" or (key.startswith("data-") and key.endswith("id"))):
            return str(value).strip()[:200]
    return None


def _last_stop(group: Group, shown: Visible, spans: list[Place]) -> int:
    """Return where the last entry of a flat list ends: at its parent's end, or at the first furniture behind it."""
    end = shown.spans[group.parent][1]
    at = spans[-1][1] + 1
    for line in shown.text[at:end].split("\n"):
        if kind_of(line) not in (None, "advert", "read_also", "share"):
            return at
        at += len(line) + 1
    return end + 1


def _is_live(group: Group, found: list[Entry], shown: Visible, told: bool) -> bool:
    """Say whether repeated entries with times are a live blog."""
    if len(found) < FEWEST or _marked(group, _COMMENT_MARK):
        return False
    marked = told or _marked(group, _LIVE_MARK)
    told_times = sum(e.minute is not None or (e.moment is not None and e.moment.exactness >= 2) for e in found)
    if told_times * 3 < len(found) * 2:
        return False  # days only: a list of articles
    words = _words(found, shown)
    if words < len(found) * (_WORDS_EACH // 2 if marked else _WORDS_EACH):
        return False
    links = _links(group.parent, shown)
    starts = [a for a, _ in links]
    linked = 0
    for entry in found:
        at = bisect.bisect_left(starts, entry.place[0])
        inside = [p for p in links[at : at + 20] if p[1] <= entry.place[1]]
        chars = sum(b - a for a, b in inside)
        titled = entry.title is not None and any(
            len(entry.title) * 0.8 <= b - a and entry.title[:40] in shown.text[a:b] for a, b in inside
        )
        linked += titled or chars * 2 > entry.place[1] - entry.place[0]
    if linked * 2 > len(found):
        return False
    minutes = [e.minute for e in found if e.minute is not None]
    values = [e.moment.iso for e in found if e.moment]
    falling = is_falling(minutes) or (len(values) > 2 and values[0] > values[-1])
    return marked or (falling and len(found) > FEWEST)


def _marked(group: Group, pattern: re.Pattern[str]) -> bool:
    """Say whether the markup around the group names it so, in classes and ids."""
    element, first = group.parent, group.heads[0][0]
    for place in (first, element, *list(element.iterancestors())[:4]):
        if place.tag == "body":
            break
        if pattern.search(f"{place.get('class') or ''} {place.get('id') or ''}"):
            return True
    return False


def _words(found: list[Entry], shown: Visible) -> int:
    return sum(len(shown.text[a:b].split()) for e in found for _, places in e.pieces for a, b in places)
