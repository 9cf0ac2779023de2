"""Settings: what a user may choose, in frozen objects passed down; nothing reads a global."""

from __future__ import annotations

import msgspec


class ReadSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How pages are read. `max_bytes` is the largest page accepted, in bytes."""

    max_bytes: int = 20_000_000
    profile: str = "full"  # full | fast
    allow_private: bool = False  # fetch addresses of private networks and of this machine
    max_links: int = 1000  # addresses that feeds, OPML lists and sitemaps name, fetched at most
    cache: str | None = None  # folder where answers are kept between runs


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    read: ReadSettings = ReadSettings()
    spacy: tuple[str, ...] = ()  # pipelines of spaCy, installed, that find the names of their languages
    languages: tuple[str, ...] = ()  # restrict to these; empty: all that have tables
