"""The dossier's own words, a table a language: data only."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

LANGUAGES = ("en", "fr")


@functools.cache
def load(language: str) -> Mapping[str, Any]:
    """Return the words of `language`, English ones where it has none."""
    code = language if language in LANGUAGES else "en"
    return tomllib.loads((resources.files(__package__) / f"{code}.toml").read_text(encoding="utf-8"))
