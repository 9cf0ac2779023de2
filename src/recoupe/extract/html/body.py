"""The body of the page's own article: trafilatura chooses the blocks, the visible text gives the words."""

from __future__ import annotations

import copy
import functools
import logging
from typing import Any

import msgspec

from recoupe.extract.html.visible import Visible

_KINDS = {"head": "heading", "item": "list", "quote": "quote", "p": "paragraph", "row": "list", "code": "paragraph"}


_PLAIN = {"p": "paragraph", "h2": "heading", "h3": "heading", "h4": "heading", "li": "list", "blockquote": "quote"}
_NOWHERE = (0, 0)
# Elements that stand beside an article; one that holds much of the page, or its headline, was never closed.
_BESIDE = frozenset(["aside", "footer", "menu", "nav", "button", "fieldset", "label", "legend", "noindex"])
_MUCH = 10  # a tenth of the visible text
# Elements that mean something without text: cells, breaks, and links, by which navigation is known.
_BARE = frozenset(["a", "head", "body", "br", "hr", "td", "th", "tr"])
_MOST_ELEMENTS = 25_000  # the largest news pages have ten thousand; trafilatura's time grows with the square
# Pages are nested some forty deep; trafilatura's time grows with the square of the depth, with tables its cube.
_TOO_DEEP = "count(//*[count(ancestor::*) > 80]) > 150 or boolean(//table[count(ancestor::table) > 12])"
# Asked first, and fast: is any element so deep? Few pages go on to the question about all.
_DEEP = f"boolean({'/*' * 82}) or boolean(//table/ancestor::table[13])"


class Chosen(msgspec.Struct, frozen=True):
    """A block the extractor chose: its kind (as Block.kind) and its words."""

    kind: str
    text: str


@functools.cache
def _quiet() -> None:
    """trafilatura logs every page without an article as a warning; an empty Reading says so already."""
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def choose(root: Any, shown: Visible, *, fast: bool = False) -> list[Chosen]:
    """Return the blocks of the article in the tree `root`, in order; none when there is no article."""
    if root.xpath("count(//*)") > _MOST_ELEMENTS or (root.xpath(_DEEP) and root.xpath(_TOO_DEEP)):
        return _plain(root)
    from trafilatura import bare_extraction

    _quiet()
    root = light(root, shown)  # it copies the tree several times, and asks each element some fifty questions
    try:
        document = bare_extraction(root, fast=fast, include_comments=False, with_metadata=False)
    except Exception:  # trafilatura on markup nobody foresaw: the page is read without it
        return []
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    return list(_blocks(document.body))


def light(root: Any, shown: Visible) -> Any:
    """Return a copy of the tree with the elements that show text, without what stands beside an article.

    What shows no text cannot be part of it. Structured data stays: the extractor falls back on it.
    """
    out = copy.deepcopy(root)
    spans, much = shown.spans, len(shown.text) // _MUCH
    stack = [(root, out)]
    while stack:
        original, made = stack.pop()
        before, loose = None, []  # the last child that stays, and the text behind those that went since
        for child, twin in zip(original, made, strict=True):
            tag, (start, end) = child.tag, spans.get(child, _NOWHERE)
            if start < end:
                dropped = tag in _BESIDE and end - start < much and child.find(".//h1") is None
            else:
                dropped = tag not in _BARE and not (tag == "script" and "ld+json" in (child.get("type") or ""))
            if dropped:
                loose.append(twin)
                continue
            if loose:
                _take_away(made, before, loose)
                loose = []
            before = twin
            if len(child):
                stack.append((child, twin))
        if loose:
            _take_away(made, before, loose)
    return out


def _take_away(parent: Any, before: Any | None, gone: list[Any]) -> None:
    """Take the elements `gone`, which follow `before`, out of `parent`; the text behind each stays."""
    tails = [tail for element in gone if (tail := element.tail) and not tail.isspace()]
    for element in gone:
        parent.remove(element)
    if tails and before is None:
        parent.text = "".join((parent.text or "", *tails))
    elif tails and before is not None:
        before.tail = "".join((before.tail or "", *tails))


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
