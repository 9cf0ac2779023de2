"""Headlines that a page shows as links beside its article: sightings."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

from recoupe.extract import outlets
from recoupe.extract.furniture import kind_of
from recoupe.extract.html.title import key
from recoupe.extract.html.visible import HEADINGS, Place, Visible
from recoupe.extract.lines import count_words
from recoupe.model import Page, Sighting
from recoupe.text.language import identify

_MOST = 400  # sightings kept of one page
_LOOKED = 10_000  # links looked at on one page
_SHORTEST, _LONGEST = 20, 250  # characters of a headline
_FEWEST_WORDS, _MOST_WORDS = 4, 34


def sightings(
    root: Any, shown: Visible, taken: Sequence[Place], page: Page, about: tuple[str | None, ...]
) -> list[Sighting]:
    """Return the headlines among the page's links that stand outside `taken` (sorted), each once, in page order.

    `about` is (outlet, host, language, address) of the page: links within a host are of the page's outlet.
    """
    outlet, host, language, base = about
    starts = [a for a, _ in taken]
    seen: set[str] = set()
    out: list[Sighting] = []
    for number, element in enumerate(root.iter("a")):
        if number >= _LOOKED or len(out) >= _MOST:
            break
        span = shown.spans.get(element)
        if span is None or span[1] - span[0] < _SHORTEST:
            continue
        href = (element.get("href") or "").strip()
        if not href or href.startswith(("#", "javascript:", "mailto:", "tel:")):
            continue
        # A card that is one link holds its headline as a heading, and a line or two about it.
        headings = (shown.spans.get(inner) for inner in element.iter(*HEADINGS))
        inside = next((place for place in headings if place and place[1] - place[0] >= _SHORTEST), span)
        place = _headline(shown.text, inside)
        if place is None or _inside(place, taken, starts):
            continue
        words = shown.text[place[0] : place[1]]
        name = key(words)
        if name in seen or (len(words) < 60 and kind_of(words) is not None):
            continue
        seen.add(name)
        address = _address(href, base)
        there = outlets.host(address)
        foreign = there is not None and host is not None and not same_site(there, host)
        out.append(
            Sighting(
                page=page.page,
                words=words,
                outlet=there if foreign else outlet,
                language=identify(words) if foreign else language,
                start=place[0],
                end=place[1],
                url=address,
            )
        )
    return out


def _headline(text: str, span: Place) -> Place | None:
    """Return where the headline stands in a link's text: its longest line, when that can be one."""
    best: Place | None = None
    at = span[0]
    for line in text[span[0] : span[1]].split("\n"):
        if best is None or len(line) > best[1] - best[0]:
            best = (at, at + len(line))
        at += len(line) + 1
    if best is None or not _SHORTEST <= best[1] - best[0] <= _LONGEST:
        return None
    words = text[best[0] : best[1]]
    # Scripts without spaces write a headline as a few "words".
    if not _FEWEST_WORDS <= count_words(words) <= _MOST_WORDS and words.isascii():
        return None
    return best


def _inside(place: Place, taken: Sequence[Place], starts: list[int]) -> bool:
    at = bisect.bisect_right(starts, place[0]) - 1
    return at >= 0 and place[0] < taken[at][1]


def _address(href: str, base: str | None) -> str | None:
    if href.startswith(("http://", "https://")):
        return href[:2000]
    try:
        return urljoin(base, href)[:2000] if base else None
    except ValueError:
        return None


def same_site(one: str, other: str) -> bool:
    """Say whether two hosts are of one site: one is the other's subdomain, or both have the same last two labels."""
    if one.endswith("." + other) or other.endswith("." + one) or one == other:
        return True
    last = one.split(".")[-2:]
    return len(last[0]) > 3 and last == other.split(".")[-2:]
