"""The dossier's own words, a table a language: data only."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from recoupe.languages import read_table

LANGUAGES = ("en", "fr")


@functools.cache
def load(language: str) -> Mapping[str, Any]:
    """Return the words of `language`, English ones where it has none."""
    code = language if language in LANGUAGES else "en"
    return read_table(Path(__file__).with_name(f"{code}.toml"))
