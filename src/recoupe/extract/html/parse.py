"""HTML source to a tree: one lxml parse a page, tolerant of anything that is a string.

The tree is handed to every reader of the page and to trafilatura, so that a page is parsed once.
"""

from __future__ import annotations

import functools
import itertools
import re
from typing import Any

# What an XML-based parser cannot hold: control characters, surrogates that came alone, non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@functools.cache
def _parser() -> Any:
    from lxml.html import HTMLParser

    return HTMLParser(
        encoding="utf-8",
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )


_LONGEST_TAG = 20_000  # characters of one tag; longer ones lose their attributes (libxml2 compares each with each)
_MOST_TAGS = 300_000  # tags read of a page, thirty times what the largest news page has; the rest is cut off
_OVERLONG = re.compile(f"<([a-zA-Z][\\w:-]{{0,40}})\\s[^<>]{{{_LONGEST_TAG},}}>")
# Elements that only wrap: without them a page nested beyond what the parser takes is still read.
_WRAPPERS = re.compile(
    r"</?(?:div|span|section|b|i|u|em|strong|font|big|small|center|ul|ol|blockquote|table|tbody|tr|td|a|svg|g|form|fieldset)"
    r"\b[^<>]{0,2000}>",
    re.I,
)


def tree(source: str) -> Any | None:
    """Return the root element of `source`, None when there is no element in it. Never raises on a str."""
    if not source or source.isspace():
        return None
    cleaned = _OVERLONG.sub(r"<\1>", _cut(_FORBIDDEN.sub(" ", source)))
    root = _parsed(cleaned)
    if root is None or not _has_text(root):
        # Nested deeper than the parser goes (some thousand elements): the wrappers are taken away.
        flat = _parsed(_WRAPPERS.sub(" ", cleaned))
        return flat if flat is not None and _has_text(flat) else root
    return root


def _cut(source: str) -> str:
    """Return `source` up to its most-th tag: what has more is no page but an attack or a dump."""
    if source.count("<") <= _MOST_TAGS:
        return source
    last = next(itertools.islice(re.finditer("<", source), _MOST_TAGS, None), None)
    return source[: last.start()] if last else source


def _parsed(source: str) -> Any | None:
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring

    try:
        return document_fromstring(source.encode("utf-8"), parser=_parser(), ensure_head_body=True)
    except (LxmlError, ValueError, LookupError, AssertionError):
        return None


def _has_text(root: Any) -> bool:
    body = root.find("body")
    return body is not None and bool(body.xpath("boolean(.//text()[normalize-space()])"))
