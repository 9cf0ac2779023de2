"""Languages: a folder of tables each (TOML, data only). Adding a language adds a folder and touches no code.

`load("fr").table("times")` is the parsed `languages/fr/times.toml`, read once. A language without a table gives an
empty one, so that a step does what it can. `available()` lists the folders. `dictionary("en")` holds the words of
`languages/en/dictionary.txt`, which a language may have.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tomli

from recoupe.languages import packed
from recoupe.model.errors import LanguageError

TABLES = (
    "times", "numbers", "quotes", "names", "concepts", "cues", "statements", "facts", "furniture", "sentences",
    "stories", "zones", "currencies", "vocabulary",
)  # fmt: skip
"""What a language may have, one file a concern; `docs/reference/languages.md` says what goes into each."""

_HERE = Path(__file__).parent
_EMPTY: Mapping[str, Any] = MappingProxyType({})


class Language:
    """A language's tables by name. `code` is ISO 639-1."""

    def __init__(self, code: str) -> None:
        self.code = code

    def table(self, name: str) -> Mapping[str, Any]:
        """Return the table `name` (see TABLES), empty when there is none. Raises LanguageError if malformed."""
        if name not in TABLES:
            raise LanguageError(f"{self.code}/{name}", "no such table", f"one of {', '.join(TABLES)}")
        return _read(self.code, name)

    def __repr__(self) -> str:
        return f"Language({self.code!r})"


@functools.cache
def load(code: str | None) -> Language:
    """Return the language `code` ("fr", "fr-CA", "fra"...); unknown codes give a language without tables."""
    return Language(normal_code(code))


@functools.lru_cache(maxsize=1024)
def normal_code(code: str | None) -> str:
    """Return the two-letter code of a BCP 47 or three-letter tag; "und" for none."""
    base = (code or "und").replace("_", "-").split("-")[0].lower()
    return _THREE.get(base, base)


_THREE = {
    "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt", "rus": "ru",
    "ukr": "uk", "ara": "ar", "zho": "zh", "chi": "zh", "nld": "nl", "dut": "nl", "cat": "ca", "pol": "pl", "tur": "tr",
    "jpn": "ja", "kor": "ko", "slv": "sl", "hrv": "hr", "swe": "sv", "ell": "el", "heb": "he",
}  # fmt: skip


@functools.cache
def available() -> tuple[str, ...]:
    """Return the codes that have a folder here, sorted."""
    return tuple(sorted(p.name for p in _HERE.iterdir() if p.is_dir() and not p.name.startswith("_")))


class Dictionary:
    """Words of one language, written small; `endings` are what its words may add to the forms listed."""

    def __init__(self, words: frozenset[str], endings: tuple[tuple[str, str], ...]) -> None:
        self._words = words
        self._endings = endings

    def __bool__(self) -> bool:
        return bool(self._words)

    def has(self, word: str) -> bool:
        """Tell whether the lower-case `word` is listed, as it is or without an ending."""
        if word in self._words:
            return True
        return any(
            word.endswith(ending) and len(word) > len(ending) + 2 and word[: -len(ending)] + base in self._words
            for ending, base in self._endings
        )


@functools.cache
def dictionary(code: str | None) -> Dictionary:
    """Return the dictionary of a language; an empty one for a language without."""
    name = normal_code(code)
    path = _HERE / name / "dictionary.txt"
    if not path.is_file():
        return Dictionary(frozenset(), ())
    lines = path.read_text(encoding="utf-8").split("\n")
    words = frozenset(" ".join(line for line in lines if not line.startswith("#")).split())
    endings = load(name).table("names").get("dictionary_endings", ())
    return Dictionary(words, tuple((ending, base) for ending, base in endings))


@functools.cache
def _read(code: str, name: str) -> Mapping[str, Any]:
    path = _HERE / code / f"{name}.toml"
    return read_table(path) if path.is_file() else _EMPTY


def read_table(path: Path) -> Mapping[str, Any]:
    """Return the table in a TOML file of the package. Raises LanguageError if malformed."""
    try:
        return packed.read(path)
    except tomli.TOMLDecodeError as error:
        raise LanguageError(f"{path.parent.name}/{path.name}", str(error), "mend the table") from error
