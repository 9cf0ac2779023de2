"""HTML source to a tree: one lxml parse a page, tolerant of anything that is a string.

The tree is handed to every reader of the page and to trafilatura, so that a page is parsed once.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from recoupe.text.patterns import compiled

# What an XML-based parser cannot hold: control characters, surrogates that came alone, non-characters.
_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")
# The same written as references ("&#1;"): the parser lets them in, and takes them from nobody who moves a text.
_REFERENCE = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F]));?"
)
_CONTROLS = bytes(32 if byte < 32 and byte not in (9, 10, 13) else byte for byte in range(256))


@functools.cache
def _parser() -> Any:
    from lxml.etree import ElementDefaultClassLookup
    from lxml.html import HtmlElement, HTMLParser

    parser = HTMLParser(
        encoding="utf-8",
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    # One class for every element: lxml would otherwise ask Python for the class of each (forms have their own).
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    return parser


_LONGEST_TAG = 20_000  # characters of one tag; longer ones lose their attributes (libxml2 compares each with each)
_MOST_TAGS = 300_000  # tags read of a page, thirty times what the largest news page has; the rest is cut off
_NO_SCRIPT = compiled(r"<(/?)noscript\b[^<>]{0,500}>", re.I)
_TAG_NAME = compiled(r"([a-zA-Z][\w:-]{0,40})\s")
# Elements that only wrap: without them a page nested beyond what the parser takes is still read.
_WRAPPERS = compiled(
    r"</?(?:div|span|section|b|i|u|em|strong|font|big|small|center|ul|ol|blockquote|table|tbody|tr|td|a|svg|g|form|fieldset)"
    r"\b[^<>]{0,2000}>",
    re.I,
)


def tree(source: str) -> Any | None:
    """Return the root element of `source`, None when there is no element in it. Never raises on a str."""
    if not source or source.isspace():
        return None
    cleaned = _balanced(_shortened(source))
    root = _parsed(cleaned)
    if root is None or not _has_text(root):
        # Nested deeper than the parser goes (some thousand elements): the wrappers are taken away.
        flat = _parsed(_WRAPPERS.sub(" ", cleaned))
        return flat if flat is not None and _has_text(flat) else root
    return root


def _balanced(source: str) -> str:
    """Return `source` without what `noscript` holds where that leaves a `div` open or closes one too many.

    A browser that runs scripts takes it for mere text; to a parser the rest of the page would stand in it.
    """
    kept, at, opened = [], 0, None
    for tag in _NO_SCRIPT.finditer(source):
        if not tag[1]:
            opened = tag
        elif opened is not None:
            inner = source[opened.end() : tag.start()].lower()
            if inner.count("<div") != inner.count("</div") and "<script" not in inner and "</script" not in inner:
                kept.append(source[at : opened.end()])
                at = tag.start()
            opened = None
    return "".join((*kept, source[at:])) if kept else source


def _shortened(source: str) -> str:
    """Return `source` up to its most-th tag (more is an attack or a dump), overlong tags without their attributes."""
    if source.count("<") <= _MOST_TAGS and not _overlong(source):
        return source
    parts = source.split("<", _MOST_TAGS + 1)
    del parts[_MOST_TAGS + 1 :]
    for number in range(1, len(parts)):
        part = parts[number]
        if len(part) > _LONGEST_TAG and (end := part.find(">")) > _LONGEST_TAG and (name := _TAG_NAME.match(part)):
            parts[number] = name[1] + part[end:]
    return "<".join(parts)


def _overlong(source: str) -> bool:
    """Tell whether more characters stand between two tags' beginnings of `source` than a tag may have."""
    at = 0
    while len(source) - at > _LONGEST_TAG:
        at = source.rfind("<", at + 1, at + _LONGEST_TAG + 2)
        if at < 0:
            return True
    return False


def _encoded(source: str) -> bytes:
    """Return `source` as the parser takes it, a space for each character that it cannot hold."""
    try:
        data = source.encode("utf-8")
    except UnicodeEncodeError:
        data = _FORBIDDEN.sub(" ", source).encode("utf-8")
    if b"\xef\xbf" in data:
        data = _FORBIDDEN.sub(" ", source).encode("utf-8")
    if b"&#" in data:
        data = _REFERENCE.sub(b" ", data)
    return data.translate(_CONTROLS)


def _parsed(source: str) -> Any | None:
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring

    try:
        return document_fromstring(_encoded(source), parser=_parser(), ensure_head_body=True)
    except (LxmlError, ValueError, LookupError, AssertionError):
        return None


def _has_text(root: Any) -> bool:
    body = root.find("body")
    return body is not None and any(not text.isspace() for text in body.itertext())
