"""Every folder of tests/pages: what reading its page gives, one test a field."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import pytest

from recoupe.extract import read
from recoupe.model import Article, Page, Reading

PAGES = Path(__file__).parents[1] / "pages"
NAMES = sorted(folder.name for folder in PAGES.iterdir() if (folder / "expected.json").is_file())


@functools.cache
def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PAGES / name / "expected.json").read_text(encoding="utf-8"))
    return found


@functools.cache
def reading(name: str) -> Reading:
    record = expected(name).get("record", {})
    source = {
        kind: path.read_text(encoding="utf-8")
        for kind, path in (("text", PAGES / name / "input.txt"), ("html", PAGES / name / "input.html"))
        if path.is_file()
    }
    return read(Page(id=name, page=name, **source, **record))


def of_kind(article: Article, kind: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == kind]


FIELDS = {
    "begins": lambda article, value: article.text.startswith(value),
    "ends": lambda article, value: article.text.endswith(value),
    "without": lambda article, value: not [words for words in value if words in article.text],
    "headings": lambda article, value: of_kind(article, "heading") == value,
    "captions": lambda article, value: of_kind(article, "caption") == value,
    "also_at": lambda article, value: len(article.also_at) == value,
    "authors": lambda article, value: list(article.authors) == value,
    "tags": lambda article, value: list(article.tags) == value,
}
CASES = [
    (name, place, field)
    for name in NAMES
    for place, article in enumerate(expected(name)["articles"])
    for field in article
]


@pytest.mark.parametrize("name", NAMES)
def test_kinds(name: str) -> None:
    assert [a.kind for a in reading(name).articles] == [a["kind"] for a in expected(name)["articles"]]


@pytest.mark.parametrize(("name", "place", "field"), CASES, ids=lambda value: str(value))
def test_field(name: str, place: int, field: str) -> None:
    article, value = reading(name).articles[place], expected(name)["articles"][place][field]
    if field in FIELDS:
        assert FIELDS[field](article, value), article.text
    else:
        assert getattr(article, field) == value


@pytest.mark.parametrize("name", NAMES)
def test_sightings(name: str) -> None:
    found = reading(name).sightings
    if "sightings" in expected(name):
        assert len(found) == expected(name)["sightings"], [s.words for s in found]
    if "sighting_languages" in expected(name):
        assert sorted({s.language or "" for s in found}) == expected(name)["sighting_languages"]


@pytest.mark.parametrize("name", NAMES)
def test_reason_only_where_there_is_nothing(name: str) -> None:
    assert (reading(name).reason is not None) == (not reading(name).articles)


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_stay(name: str) -> None:
    ids = [a.id for a in reading(name).articles]
    reading.cache_clear()
    assert len(set(ids)) == len(ids)
    assert ids == [a.id for a in reading(name).articles]
