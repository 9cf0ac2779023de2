"""HTML source to a tree: one lxml parse a page, tolerant of anything that is a string.

The tree is handed to every reader of the page and to trafilatura, so that a page is parsed once.
"""

from __future__ import annotations

import functools
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


def tree(source: str) -> Any | None:
    """Return the root element of `source`, None when there is no element in it. Never raises on a str."""
    from lxml.html import document_fromstring

    if not source or source.isspace():
        return None
    cleaned = _FORBIDDEN.sub(" ", source)
    try:
        root = document_fromstring(cleaned.encode("utf-8"), parser=_parser(), ensure_head_body=True)
    except (ValueError, LookupError, SyntaxError, AssertionError):  # lxml's ParserError is a SyntaxError or LxmlError
        return None
    return root
