"""The body of the page's own article: trafilatura chooses the blocks, the visible text gives the words."""

from __future__ import annotations

import functools
import logging
from typing import Any

import msgspec

_KINDS = {"head": "heading", "item": "list", "quote": "quote", "p": "paragraph", "row": "list", "code": "paragraph"}


_PLAIN = {"p": "paragraph", "h2": "heading", "h3": "heading", "h4": "heading", "li": "list", "blockquote": "quote"}
_MOST_ELEMENTS = 25_000  # the largest news pages have ten thousand; trafilatura's time grows with the square
# Pages are nested some forty deep; trafilatura's time grows with the square of the depth, with tables its cube.
_TOO_DEEP = "count(//*[count(ancestor::*) > 80]) > 150 or boolean(//table[count(ancestor::table) > 12])"


class Chosen(msgspec.Struct, frozen=True):
    """A block the extractor chose: its kind (as Block.kind) and its words."""

    kind: str
    text: str


@functools.cache
def _quiet() -> None:
    """trafilatura logs every page without an article as a warning; an empty Reading says so already."""
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def choose(root: Any, *, fast: bool = False) -> list[Chosen]:
    """Return the blocks of the article in the tree `root`, in order; none when there is no article."""
    if root.xpath("count(//*)") > _MOST_ELEMENTS or root.xpath(_TOO_DEEP):
        return _plain(root)
    from lxml.etree import strip_elements
    from trafilatura import bare_extraction

    _quiet()
    # trafilatura copies the tree several times: without what it drops anyway the copies are light.
    strip_elements(root, "style", "svg", "template", "iframe", "canvas", "object", with_tail=False)
    for script in list(root.iter("script")):
        if "ld+json" not in (script.get("type") or "") and script.getparent() is not None:
            script.drop_tree()
    try:
        document = bare_extraction(root, fast=fast, include_comments=False, with_metadata=False)
    except Exception:  # trafilatura on markup nobody foresaw: the page is read without it
        return []
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    return list(_blocks(document.body))


def _plain(root: Any) -> list[Chosen]:
    """Return the paragraphs, headings and list items of a page too large or deep to weigh its parts, in linear time."""
    from lxml.etree import iterwalk

    out: list[Chosen | None] = []
    around: list[tuple[int, list[str]]] = []  # the blocks that are open: their place in `out`, their words so far
    for event, element in iterwalk(root, events=("start", "end")):
        block = element.tag in _PLAIN
        if event == "start":
            if block:
                around.append((len(out), []))
                out.append(None)
            words = element.text if element.tag not in ("script", "style") else None
        else:
            if block:
                place, parts = around.pop()
                text = "".join(parts)
                if len(text) > 1 and (element.tag == "p" or (len(text) > 40 and not len(element))):
                    out[place] = Chosen(_PLAIN[element.tag], text)
            words = element.tail
        if around and words:
            around[-1][1].append(words)  # a word is the innermost block's: blocks in blocks repeat nothing
    return [chosen for chosen in out if chosen]


def _blocks(body: Any) -> list[Chosen]:
    out: list[Chosen] = []
    for element in body:
        _add(element, out)
    return out


def _add(element: Any, out: list[Chosen]) -> None:
    tag = element.tag if isinstance(element.tag, str) else "p"
    if tag in ("list", "table", "quote", "div"):
        if (element.text or "").strip():
            out.append(Chosen(_KINDS.get(tag, "paragraph"), element.text))
        for child in element:
            if len(child) and child.tag in ("list", "table", "row", "quote", "div"):
                _add(child, out)
            else:
                _text("".join(child.itertext()), _KINDS.get(child.tag, "paragraph") if tag != "quote" else "quote", out)
            if (child.tail or "").strip():
                _text(child.tail, _KINDS.get(tag, "paragraph"), out)
        return
    if tag == "row":
        _text(" ".join("".join(cell.itertext()) for cell in element), "list", out)
        return
    _text("".join(element.itertext()), _KINDS.get(tag, "paragraph"), out)
    if (element.tail or "").strip():
        _text(element.tail, "paragraph", out)


def _text(text: str, kind: str, out: list[Chosen]) -> None:
    if text and not text.isspace():
        out.append(Chosen(kind, text))
