"""A page: text or HTML as published or saved."""

from __future__ import annotations

import msgspec


class Page(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One page, decoded but not yet read.

    `page` is the path or address as the user gave it (records of a .jsonl file: `file.jsonl#3` or their own url).
    Exactly one of `html` and `text` is set. `published`, `outlet` and `language` are what the source (a feed, a page
    record) says of the page beside its text; they are evidence, not commands. Dates are ISO 8601 strings.
    """

    id: str
    page: str
    html: str | None = None
    text: str | None = None
    url: str | None = None
    fetched: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
