"""Whatever the bytes: pages or errors of ours come out, never an exception; the same twice."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.model import Page, ReadSettings, RecordError, RecoupeError
from recoupe.sources import contents, feeds, lists, records
from recoupe.sources.decoded import page_of

LIMIT = ReadSettings(max_bytes=2_000)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["text", "html", "url", "items", "version", "title", "x"]), inner, max_size=4),
    ),
    max_leaves=8,
)
JSON = st.lists(VALUES, max_size=4).map(lambda rows: "\n".join(map(json.dumps, rows)).encode())
JSON_FEED = VALUES.map(lambda v: json.dumps({"version": "https://jsonfeed.org/version/1", "items": v}).encode())
WORDS = [
    "<rss>",
    "<channel>",
    "<item>",
    "</item>",
    "<title>",
    "<link>",
    "<description>",
    "<pubDate>",
    "<feed>",
    "<entry>",
]
WORDS += ["<content type='xhtml'>", "<![CDATA[", "]]>", "<!DOCTYPE a [", "<!ENTITY a 'b'>", "&a;", "&#0;", "<updated>"]
WORDS += ["9999-99-99", "Tue, 12 May 0000 20:15:00 +9999", "<urlset>", "<url>", "<loc>", "</url>", "<opml>", "\x00"]
WORDS += ["<outline xmlUrl='", "<?xml version='1.0' encoding='utf-32'?>", "http://[", "x", "<a:b>", "<sitemap>", "'/>"]
MARKUP = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=5)), max_size=25).map(
    lambda parts: " ".join(parts).encode("utf-8", "replace")
)
BYTES = st.one_of(st.binary(max_size=60), JSON, JSON_FEED, MARKUP, JSON.map(gzip.compress), MARKUP.map(gzip.compress))


def nothing(place: str, links: object) -> Iterator[Page | RecoupeError]:
    yield from ()


def held(found: list[object]) -> None:
    for item in found:
        assert isinstance(item, Page | RecoupeError | lists.Link)
        if isinstance(item, Page):
            assert (item.html is None) != (item.text is None)
            said = (item.url, item.outlet, item.published, item.language, item.title)
            assert all(value is None or isinstance(value, str) for value in said)


@settings(max_examples=150)
@given(BYTES, st.sampled_from(["", "p.html", "p.txt", "p.json", "p.jsonl", "p.xml", "p.opml"]), st.booleans())
def test_any_content(data: bytes, name: str, from_web: bool) -> None:
    def once() -> list[object]:
        return list(contents.read("p", data, LIMIT, name=name, follow=nothing, from_web=from_web))

    held(once())
    assert str(once()) == str(once())


@settings(max_examples=100)
@given(MARKUP, st.booleans())
def test_any_feed_and_list(data: bytes, follow: bool) -> None:
    held(list(feeds.read("p", data, follow=follow)))
    held(list(lists.read(data)))


@settings(max_examples=100)
@given(BYTES, st.sampled_from([None, "utf-8", "latin-1", "utf-7", "no such", "rot13", "\x00"]))
def test_any_bytes_with_any_charset(data: bytes, charset: str | None) -> None:
    held(list(page_of("p", data, LIMIT, charset=charset)))


@given(st.lists(st.binary(max_size=30), max_size=8), st.integers(1, 20))
def test_lines_are_those_of_the_file_up_to_the_limit(parts: list[bytes], limit: int) -> None:
    data = b"\n".join(parts)
    expected = [line[: limit + 1] for line in io.BytesIO(data)]
    assert list(records.lines_of(io.BytesIO(data), limit)) == expected


def test_hostile_records_end() -> None:
    for data in (b"[" * 200_000, b'{"a":' * 100_000, b'{"text":"x"}\n' + b"[" * 100_000, b"{" * 5_000_000):
        found = list(contents.read("p.jsonl", data, ReadSettings(), name="p.jsonl"))
        assert isinstance(found[-1], RecordError)
