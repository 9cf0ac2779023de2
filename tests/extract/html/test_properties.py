"""What holds for any page: spans that give the page's words back, no exception, the same result twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.extract.html import read, visible_text
from recoupe.model import Page, Reading

PAGES = sorted((Path(__file__).parents[2] / "pages").glob("*/input.html"))
WORDS = [
    "The mayor opened the bridge on Monday.",
    "16:42",
    "9h05 - Le marché ouvre",
    "2 hours ago",
    "\u00a0",
    "a&amp;b",
    "<",
    "]]>",
]
TAGS = ["div", "p", "h1", "h2", "a href='/x'", "time datetime='2025-01-02T03:04'", "ul", "li", "span hidden"]
TAGS += ["pre", "td", "script", "b"]


def held(reading: Reading, source: str) -> None:
    visible = visible_text(source)
    for article in reading.articles:
        covered = 0
        for s in article.segments:
            words = article.text[s.start : s.end]
            assert words == visible[s.page_start : s.page_start + s.end - s.start]
            if s.source_start is not None:
                assert source[s.source_start : s.source_start + s.end - s.start] == words
            covered += sum(not c.isspace() for c in words)
        assert covered == sum(not c.isspace() for c in article.text)
        assert all(0 <= b.start < b.end <= len(article.text) for b in article.blocks)
        assert all(a.end < b.start for a, b in zip(article.blocks, article.blocks[1:], strict=False))
        assert all(0 <= a < b <= len(article.text) for a, b in article.parts)
    for sighting in reading.sightings:
        assert visible[sighting.start : sighting.end] == sighting.words


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.parent.name)
def test_every_character_leads_back(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    held(read(Page(id="x", page="x", html=source)), source)


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.parent.name)
def test_most_words_stand_in_the_source(path: Path) -> None:
    for article in read(Page(id="x", page="x", html=path.read_text(encoding="utf-8"))).articles:
        found = sum(s.end - s.start for s in article.segments if s.source_start is not None)
        assert found >= 0.9 * len(article.text)


markup = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(TAGS).map(lambda t: f"<{t}>"),
        st.sampled_from(TAGS).map(lambda t: f"</{t.split()[0]}>"),
        st.text(max_size=12),
    ),
    max_size=60,
).map(" ".join)


@settings(max_examples=60)
@given(markup)
def test_any_markup(source: str) -> None:
    reading = read(Page(id="x", page="x", html=source))
    held(reading, source)
    assert read(Page(id="x", page="x", html=source)) == reading
    assert (reading.reason is None) == bool(reading.articles)


BODY = "<p>The rope bridge was closed on Monday after walkers saw one of its cables fray, the county said.</p>" * 4
HOSTILE = {
    "deep": "<div>" * 20_000 + BODY,
    "unclosed": "<p>word " * 2_000,
    "null bytes": "\x00" * 5_000 + BODY,
    "one character": "<p>" + "a" * 1_000_000,
    "quotes": "<p>" + '"' * 1_000_000,
    "brackets": "<" * 300_000,
    "comments": "<!--" * 50_000 + BODY,
    "links": BODY + "".join(f"<a href='/{i}'>Headline number {i} of the day</a>" for i in range(4_000)),
    "entries": "".join(f"<div><time>{i % 24}:00</time><p>Some words of it</p></div>" for i in range(3_000)),
    "braces": "<script type='application/ld+json'>" + '{"a":[' * 30_000 + "</script>" + BODY,
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(50_000)) + ">" + BODY,
    "surrogates": "<p>\ud800\udc00</p>" + BODY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_ends(name: str) -> None:
    held(read(Page(id="x", page="x", html=HOSTILE[name])), HOSTILE[name])
