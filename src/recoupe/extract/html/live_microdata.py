"""Live blog entries from microdata and RDFa: elements that say they are a `liveBlogUpdate`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recoupe.extract import moments
from recoupe.extract.html import live_entry
from recoupe.extract.html.live import Entry
from recoupe.extract.html.live_markers import Marker
from recoupe.extract.html.visible import Visible
from recoupe.model import Evidence

KIND = "LiveBlogPosting"
"""What stands in the source of every page that names entries so: a look for it is cheaper than one at each element."""

_BLOGS = f"//*[contains(@itemtype, '{KIND}') or contains(@typeof, '{KIND}')]"
_MOST = 2_000  # entries read of one page
_TIMES = ("datepublished", "datecreated", "datemodified")


def entries(root: Any, shown: Visible) -> list[Entry]:
    """Return the entries that microdata names, in page order; none when it names none."""
    out: list[Entry] = []
    for blog in root.xpath(_BLOGS):
        if blog not in shown.spans:
            continue
        hidden = live_entry.captions(blog, shown)
        for element in _updates(blog):
            span = shown.spans.get(element)
            if span is None or span[0] >= span[1] or (out and span[0] < out[-1].place[1]):
                continue
            entry = live_entry.make(element, _marker(element, shown), span, shown, hidden)
            if entry is not None:
                _tell(entry, element)
                out.append(entry)
            if len(out) >= _MOST:
                return out
    return out


def _updates(blog: Any) -> Iterator[Any]:
    for element in blog.iter():
        if isinstance(element.tag, str) and element is not blog:
            kind = f"{element.get('itemtype') or ''} {element.get('typeof') or ''}".lower()
            if "blogposting" in kind or "liveblogupdate" in _named(element):
                yield element


def _named(element: Any) -> list[str]:
    """Return the properties an element is the value of, in small letters, without their vocabulary."""
    names = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower().split()
    return [name.rsplit(":", 1)[-1].rsplit("/", 1)[-1] for name in names]


def _told(update: Any, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for element in update.iter():
        if isinstance(element.tag, str):
            yield from ((name, element) for name in _named(element) if name in names)


def _marker(update: Any, shown: Visible) -> Marker:
    """Return the time an update shows, or one that stands nowhere."""
    for _, element in _told(update, _TIMES):
        span = shown.spans.get(element)
        if span and span[0] < span[1]:
            return Marker(span[0], span[1], element, None, None, moments.parse(_value(element)))
    return Marker(-1, -1, update, None, None, None)


def _tell(entry: Entry, update: Any) -> None:
    """Give an entry the times and the address its properties tell."""
    for name, element in _told(update, _TIMES):
        moment = moments.parse(_value(element))
        if moment and name == "datemodified":
            entry.modified = moment
        if moment and (entry.moment is None or entry.moment.exactness < moment.exactness):
            entry.moment = moment
            entry.evidence = Evidence(where="microdata", words=f"{name}: {_value(element)}")
    entry.name = update.get("id") or update.get("itemid") or update.get("resource")


def _value(element: Any) -> str:
    return (element.get("content") or element.get("datetime") or "".join(element.itertext())).strip()[:80]
