"""Settings: what a user may choose, in frozen objects passed down; nothing reads a global."""

from __future__ import annotations

import msgspec


class ReadSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How pages are read."""

    max_bytes: int = 20_000_000  # of the largest page accepted
    allow_private: bool = False  # fetch addresses of private networks and of this machine
    max_links: int = 1000  # addresses that feeds, OPML lists and sitemaps name, fetched at most
    cache: str | None = None  # folder where answers are kept between runs


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a dossier is made: how its pages are read, and who finds the names."""

    read: ReadSettings = ReadSettings()
    spacy: tuple[str, ...] = ()  # pipelines of spaCy, installed, that find the names of their languages
