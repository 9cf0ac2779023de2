"""The updates a page's structured data tells of, however its publisher wrote them.

A LiveBlogPosting lists them in `liveBlogUpdate`; some publishers list them in `hasPart`, `blogPost` or an ItemList,
name them by reference only (`@id`), or let each update name its blog (`isPartOf`). What `hasPart` mostly holds, parts
of the page behind a paywall, is no journalism.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recoupe.extract.html import jsonld
from recoupe.extract.html.jsonld import Thing

_MOST = 2_000  # updates read of one page
_LISTED = ("liveBlogUpdate", "liveBlogUpdates")
_PARTS = ("hasPart", "blogPost", "blogPosts", "itemListElement", "mainEntity")
_BODY = ("articleBody", "text", "description")


def updates(things: list[Thing]) -> list[Thing]:
    """Return the update objects of the page's live blogs, each once, in the order told; none when it has none."""
    known: dict[str, Thing] = {}
    for thing in things:
        name = thing.get("@id")
        if isinstance(name, str) and len(thing) > 2:
            known.setdefault(name, thing)
    told = [item for thing in things for key in _LISTED for item in _items(thing.get(key), known)]
    if not told:
        live = [thing for thing in things if jsonld.LIVE in jsonld.types(thing)]
        told = [item for thing in live for key in _PARTS for item in _items(thing.get(key), known) if _piece(item)]
        told = told or _naming(things, live)
    told = told or [item for thing in things if jsonld.is_article(thing) for item in _parts(thing, known)]
    unique = {id(item): item for item in told}
    return list(unique.values())[:_MOST]


def body(update: Thing) -> Any:
    """Return the words of an update as its publisher wrote them: text, marked-up text, or a list of either."""
    return next((update[key] for key in _BODY if update.get(key)), None)


def _items(value: Any, known: dict[str, Thing], depth: int = 0) -> Iterator[Thing]:
    """Yield the objects in a list, a list of lists, an ItemList, or behind references to them."""
    if depth > 5:
        return
    if isinstance(value, list):
        for item in value:
            yield from _items(item, known, depth + 1)
    elif isinstance(value, str):
        if value in known:
            yield known[value]
    elif isinstance(value, dict):
        kinds = jsonld.types(value)
        inner = value.get("itemListElement") if "itemlist" in kinds else value.get("item")
        inner = inner or value.get("@list")
        name = value.get("@id")
        if inner and (kinds & {"itemlist", "listitem"} or "@list" in value):
            yield from _items(inner, known, depth + 1)
        else:
            yield known.get(name, value) if isinstance(name, str) and len(value) <= 2 else value


def _piece(item: Thing) -> bool:
    """Say whether a part is journalism: an article of its own with a time or words."""
    return jsonld.is_article(item) and bool(item.get("datePublished") or item.get("dateModified") or body(item))


def _naming(things: list[Thing], live: list[Thing]) -> list[Thing]:
    """Return the pieces that name one of the live blogs as what they are part of."""
    names = {name for thing in live for name in (thing.get("@id"), thing.get("url")) if isinstance(name, str)}
    found = []
    for thing in things:
        whole = thing.get("isPartOf")
        for part in whole if isinstance(whole, list) else [whole]:
            name = (part.get("@id") or part.get("url")) if isinstance(part, dict) else part
            if isinstance(name, str) and name in names and _piece(thing) and jsonld.LIVE not in jsonld.types(thing):
                found.append(thing)
                break
    return found


def _parts(thing: Thing, known: dict[str, Thing]) -> list[Thing]:
    """Return the parts of an article that is a live blog in all but name: at least three pieces with clock times."""
    parts = [item for item in _items(thing.get("hasPart"), known) if _piece(item)]
    timed = [item for item in parts if "T" in str(item.get("datePublished") or item.get("dateModified") or "")]
    return timed if len(timed) >= 3 else []
