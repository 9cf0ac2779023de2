"""Where a page prints and tells its headline: its headings and the titles in its head, taken from the tree."""

from __future__ import annotations

import itertools
import re
from typing import Any

from recoupe.extract.html import jsonld
from recoupe.extract.html.title import SECTION, SEPARATOR, Titles, key
from recoupe.extract.html.visible import Visible
from recoupe.extract.lines import paragraph_like
from recoupe.text.patterns import compiled

_HEADINGS_READ = 12
_UNRANKED_READ = 60  # where side columns stand before the article
_LABEL = 10  # letters that a label has at most
_ABOVE = 400  # characters between a headline and its article's body: author, date, standfirst
_CUT_SHORT = compiled(r"\s?[\"\u201c\u201d\u00ab]")
_HOME = compiled(r"(?:https?://[^/]+)?/?(?:index\.\w+|home)?$", re.I)
_TRAIL = compiled(r"bread-?crumb|\bcrumbs?\b|BreadcrumbList", re.I)
_LEVELS = 8  # ancestors looked at for the navigation that a heading stands in
_CRUMBS = 8  # items of a list looked at


def collect(
    root: Any, main: jsonld.Thing | None, tags: dict[str, str], shown: Visible, body_start: int | None = None
) -> Titles:
    """Return what the page calls its article, each in the words of its place; `body_start` is where its body begins."""
    structured = jsonld.words((main or {}).get("headline")) or jsonld.words((main or {}).get("name"))
    searched = jsonld.words(root.findtext(".//title"))
    shared, tweeted = (_own(jsonld.words(tags.get(tag)), searched, tags) for tag in ("og:title", "twitter:title"))
    first = _elements(root, shown, ("h1",))
    banners = [item for item in first if _leads_home(item[1])]
    above = [item for item in first if body_start is not None and shown.spans[item[1]][1] <= body_start]
    told = (structured, shared, searched)
    first_own = [item for item in first if item not in banners]
    trail = [item for item in first_own if _in_trail(item[1])]
    best = _likest([item for item in first_own if item not in trail], told, above)
    best = best or _below(root, shown, shared, trail, body_start) or _likest(trail, told, above)
    if best is None and not structured and not shared:
        named = not banners or key(searched) == key(banners[0][0])  # a page that tells no headline at all prints one
        best = _unranked(root, shown, searched, body_start if named else None)
    printed = None if best or structured or shared else _printed(searched, shown, body_start)
    return Titles(
        structured=structured,
        heading=best[0] if best else printed[0] if printed else None,
        shared=shared,
        tweeted=tweeted,
        searched=searched,
        heading_parts=_parts(best[1], shown) if best else (),
        heading_place=shown.spans[best[1]] if best else printed[1] if printed else None,
        headings=tuple(key(words) for words, _ in _elements(root, shown, ("h2", "h3"))) if first else (),
        banner=banners[0][0] if banners else None,
    )


def _own(told: str | None, searched: str | None, tags: dict[str, str]) -> str | None:
    """Return a title told in an attribute, None when it is the site's name or broke off at a quotation mark."""
    cut = told and searched and searched.startswith(told) and _CUT_SHORT.match(searched[len(told) :])
    return None if cut or key(told) == key(tags.get("og:site_name")) else told


def _elements(root: Any, shown: Visible, tags: tuple[str, ...], most: int = _HEADINGS_READ) -> list[tuple[str, Any]]:
    """Return the first headings of a page that may be its article's: their words and elements."""
    found: list[tuple[str, Any]] = []
    for element in root.iter(*tags):
        span = shown.spans.get(element)
        if span and span[1] > span[0]:
            words = " ".join(shown.text[span[0] : span[1]].split())
            if 2 < len(words) < 400:
                found.append((words, element))
        if len(found) >= most:
            break
    return found


def _leads_home(element: Any) -> bool:
    """Say whether a heading leads to the site's front page: it is the site's banner."""
    link = element.find(".//a[@href]")
    link = link if link is not None else next(element.iterancestors("a"), None)
    return link is not None and _HOME.match((link.get("href") or "").strip()) is not None


def _in_trail(element: Any) -> bool:
    """Say whether a heading stands in the page's navigation: the last crumb of the trail that leads to the page, put
    into a heading for search engines, or what a list of links is called.
    """
    for above in itertools.islice(element.iterancestors(), _LEVELS):
        if above.tag in ("body", "article", "main"):
            return False
        if above.tag == "nav" or _TRAIL.search(f"{above.get('class')} {above.get('id')} {above.get('itemtype')}"):
            return True
        if above.tag == "li":
            beside = [item for item in above.getparent() if item is not above and item.tag == "li"]
            return bool(beside) and all(item.find(".//a[@href]") is not None for item in beside[:_CRUMBS])
    return False


def _below(
    root: Any, shown: Visible, shared: str | None, trail: list[tuple[str, Any]], body_start: int | None
) -> tuple[str, Any] | None:
    """Return the heading of second rank that prints the shared title between the navigation's headings and the body.

    The trail's last crumb is the search title; what a page both prints over its article and shares is its headline.
    """
    known = key(shared)
    if not trail or known.count(" ") + 1 < SECTION:
        return None
    low = min(shown.spans[element][1] for _, element in trail)
    for words, element in _elements(root, shown, ("h2",)):
        start = shown.spans[element][0]
        if start >= low and (body_start is None or start <= body_start) and f" {key(words)}".endswith(f" {known}"):
            return words, element
    return None


def _likest(
    found: list[tuple[str, Any]], others: tuple[str | None, ...], above: list[tuple[str, Any]]
) -> tuple[str, Any] | None:
    """Return the heading most like the other titles, else the longest of those above the body, else of all.

    A label that no title repeats ("Page", "Details") is no headline.
    """
    known = [set(key(o).split()) for o in others if o]

    def likeness(item: tuple[str, Any]) -> float:
        mine = set(key(item[0]).split())
        return max((len(mine & other) / (len(mine | other) or 1) for other in known), default=0.0)

    best = max(found, key=likeness, default=None)
    if best is not None and likeness(best) < 0.2:
        best = max([item for item in found if item in above] or found, key=lambda item: len(item[0]))
        if known and _label(key(best[0])) and not likeness(best):
            return None
    return best


def _label(words: str) -> bool:
    """Say whether a heading (its key) is as short as a label; scripts that write no spaces have headlines as short."""
    return len(words) <= _LABEL and max(words, default="") < "\u2e80"


def _unranked(root: Any, shown: Visible, searched: str | None, body_start: int | None) -> tuple[str, Any] | None:
    """Return the heading of an article on a page without a first-rank heading: one that the search title repeats, else
    the only one that is a post's own address, else the last above the body.
    """
    above, posts = None, []
    for words, element in _elements(root, shown, ("h2", "h3", "h4"), _UNRANKED_READ):
        name = key(words)
        long = name.count(" ") + 1 >= SECTION
        if long and f" {name} " in f" {key(searched)} ":
            return words, element
        if element.find(".//a[@rel='bookmark']") is not None:
            posts.append((words, element))
        start, end = shown.spans[element]
        if body_start is not None and body_start - _ABOVE <= end and start <= body_start and long:
            above = (words, element)
    return posts[0] if len(posts) == 1 else above


def _printed(searched: str | None, shown: Visible, body_start: int | None) -> tuple[str, tuple[int, int]] | None:
    """Return the part of a search title ("Site - Headline - Section") that the last line above the body to do so ends
    with, and that line's place: a page without any heading prints its headline as a line.
    """
    parts = [part.strip() for part in SEPARATOR.split(searched or "")]
    parts = [part for part in parts if key(part).count(" ") + 1 >= SECTION]
    if body_start is None or not parts:
        return None
    found, at = None, 0
    for line in shown.text[: body_start + _ABOVE].split("\n"):
        if at >= body_start and paragraph_like(line):
            break
        name = f" {key(line)}" if len(line) <= _ABOVE else ""
        told = [part for part in parts if name.endswith(f" {key(part)}")]
        if told:
            found = max(told, key=len), (at, at + len(line))
        at += len(line) + 1
    return found


def _parts(heading: Any, shown: Visible) -> tuple[str, ...]:
    parts = []
    for child in heading.iter():
        span = shown.spans.get(child)
        if child is not heading and span and span[1] > span[0]:
            parts.append(" ".join(shown.text[span[0] : span[1]].split()))
    return tuple(parts[:8])
