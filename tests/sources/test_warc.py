"""Archives: a response is a page; one that is a bomb or too large is refused by number, the others are read."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from recoupe.model import Page, PageUnreadable, ReadSettings
from recoupe.sources import open_pages

WORDS = b"<html><body><p>The rope bridge was closed on Monday after walkers saw one of its cables fray.</p>"
SETTINGS = ReadSettings(max_bytes=100_000)


def chunked(data: bytes) -> bytes:
    parts = [data[n : n + 1_000] for n in range(0, len(data), 1_000)]
    return b"".join(b"%x\r\n%b\r\n" % (len(p), p) for p in parts) + b"0\r\n\r\n"


def record(number: int, body: bytes, *headers: bytes, kind: bytes = b"text/html") -> bytes:
    http = b"\r\n".join([b"HTTP/1.1 200 OK", b"Content-Type: " + kind, *headers]) + b"\r\n\r\n" + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/%d\r\n"
        b"WARC-Date: 2026-05-12T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (number, len(http), http)
    )


ENCODED = {
    "plain": record(1, WORDS),
    "gzip": record(1, gzip.compress(WORDS), b"Content-Encoding: gzip"),
    "deflate": record(1, zlib.compress(WORDS), b"Content-Encoding: deflate"),
    "raw deflate": record(1, zlib.compress(WORDS, wbits=-15), b"Content-Encoding: deflate"),
    "zstd": record(1, zstandard.compress(WORDS), b"Content-Encoding: zstd"),
    "said to be gzip": record(1, WORDS, b"Content-Encoding: gzip"),
    "chunked": record(1, chunked(WORDS), b"Transfer-Encoding: chunked"),
    "chunked gzip": record(1, chunked(gzip.compress(WORDS)), b"Transfer-Encoding: chunked", b"Content-Encoding: gzip"),
}
TOO_MUCH = b"<html>" + b"a" * 3_000_000
REFUSED = {
    "large": record(1, TOO_MUCH),
    "gzip bomb": record(1, gzip.compress(TOO_MUCH), b"Content-Encoding: gzip"),
    "deflate bomb": record(1, zlib.compress(TOO_MUCH), b"Content-Encoding: deflate"),
    "zstd bomb": record(1, zstandard.compress(TOO_MUCH), b"Content-Encoding: zstd"),
}


def opened(path: Path, data: bytes) -> list[object]:
    path.write_bytes(data)
    return list(open_pages([str(path)], SETTINGS))


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_response_of_words_is_a_page(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    records = [record(1, b"<p>One</p>"), record(3, b"\x89PNG", kind=b"image/png"), record(2, "<p>Deux é</p>".encode())]
    data = b"".join(map(pack, records))
    one, two = opened(tmp_path / ("a.warc" if pack is bytes else "a.warc.gz"), data)
    assert isinstance(one, Page)
    assert isinstance(two, Page)
    assert (one.html, one.url, one.fetched) == ("<p>One</p>", "https://a.example/1", "2026-05-12T10:00:00Z")
    assert two.html == "<p>Deux é</p>"


@pytest.mark.parametrize(
    "data", [b"", b"no archive at all" * 100, gzip.compress(b"\x00" * 3000)], ids=["empty", "words", "zeros"]
)
def test_what_is_no_archive_is_named(tmp_path: Path, data: bytes) -> None:
    (error,) = opened(tmp_path / "a.warc.gz", data)
    assert isinstance(error, PageUnreadable)
    assert "a.warc.gz" in str(error)


@pytest.mark.parametrize("name", ENCODED)
def test_contents_are_unpacked(tmp_path: Path, name: str) -> None:
    (page,) = opened(tmp_path / "a.warc", ENCODED[name])
    assert isinstance(page, Page)
    assert page.html == WORDS.decode()
    assert page.url == "https://a.example/1"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", REFUSED)
def test_a_record_too_large_does_not_hide_the_next(tmp_path: Path, name: str, packed: bool) -> None:
    records = [record(0, WORDS), REFUSED[name], record(2, WORDS)]
    data = b"".join(gzip.compress(r) for r in records) if packed else b"".join(records)
    first, refused, last = opened(tmp_path / f"a.warc{'.gz' if packed else ''}", data)
    assert isinstance(first, Page)
    assert isinstance(refused, PageUnreadable)
    assert refused.about.endswith("#2")
    assert isinstance(last, Page)
    assert last.url == "https://a.example/2"


def test_an_archive_cut_off_gives_what_was_whole(tmp_path: Path) -> None:
    data = gzip.compress(record(1, WORDS)) + gzip.compress(record(2, WORDS * 50))[:-40]
    first, *rest = opened(tmp_path / "a.warc.gz", data)
    assert isinstance(first, Page)
    assert all(isinstance(item, PageUnreadable | Page) for item in rest)


@pytest.mark.parametrize("name", ["cut.warc", "cut.warc.gz"])
@pytest.mark.parametrize("lost", [20, 150, 400])
def test_an_archive_that_breaks_off_within_a_record_says_so(tmp_path: Path, name: str, lost: int) -> None:
    pack = gzip.compress if name.endswith(".gz") else bytes
    records = [pack(record(n, WORDS)) for n in range(3)]
    whole = b"".join(records)
    assert all(isinstance(page, Page) for page in opened(tmp_path / name, whole))
    found = opened(tmp_path / name, whole[: -min(lost, len(records[2]) - 5)])
    assert [type(page) for page in found[:2]] == [Page, Page]
    assert isinstance(found[-1], PageUnreadable)
    assert re.match("it breaks off|broken after 2 pages", found[-1].problem)


def lengthened(number: int, more: int) -> bytes:
    """Return a record that says it is `more` bytes longer than it is."""
    return re.sub(
        rb"(?<=\r\nContent-Length: )\d+", lambda m: b"%d" % (int(m[0]) + more), record(number, WORDS), count=1
    )


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("more", [20, 300, 50_000])
def test_a_record_that_says_it_is_longer_is_named_and_hides_nothing(tmp_path: Path, more: int, packed: bool) -> None:
    records = [record(0, WORDS), lengthened(1, more), record(2, WORDS), record(3, WORDS)]
    data = b"".join(gzip.compress(r) for r in records) if packed else b"".join(records)
    first, wrong, *others = opened(tmp_path / f"a.warc{'.gz' if packed else ''}", data)
    assert isinstance(first, Page)
    assert isinstance(wrong, PageUnreadable)
    assert wrong.about.endswith("#2")
    assert "not as long as it says" in str(wrong)
    assert [page.url for page in others if isinstance(page, Page)] == ["https://a.example/2", "https://a.example/3"]
    assert [page.html for page in others if isinstance(page, Page)] == [WORDS.decode()] * 2


@pytest.mark.parametrize("packed", [False, True])
def test_a_record_that_says_it_is_shorter_hides_nothing(tmp_path: Path, packed: bool) -> None:
    records = [lengthened(1, -30), record(2, WORDS)]
    data = b"".join(gzip.compress(r) for r in records) if packed else b"".join(records)
    _, wrong, last = opened(tmp_path / f"a.warc{'.gz' if packed else ''}", data)
    assert isinstance(wrong, PageUnreadable)
    assert wrong.about.endswith("#1")
    assert isinstance(last, Page)
    assert last.url == "https://a.example/2"


@pytest.mark.parametrize("packed", [False, True])
def test_a_last_record_that_says_it_is_longer_breaks_off(tmp_path: Path, packed: bool) -> None:
    data = [record(0, WORDS), lengthened(1, 900)]
    found = opened(
        tmp_path / f"a.warc{'.gz' if packed else ''}", b"".join(map(gzip.compress, data)) if packed else b"".join(data)
    )
    assert isinstance(found[-1], PageUnreadable)
    assert "breaks off" in str(found[-1])


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        (b"gzip", gzip.compress(WORDS)[:-20]),
        (b"deflate", zlib.compress(WORDS * 9)[:-20]),
        (b"zstd", zstandard.compress(WORDS)[:-20]),
    ],
    ids=["gzip", "deflate", "zstd"],  # packed bytes hold the time
)
def test_an_answer_that_was_cut_is_named(tmp_path: Path, packing: bytes, body: bytes) -> None:
    records = record(1, body, b"Content-Encoding: " + packing) + record(2, WORDS)
    cut, page = opened(tmp_path / "a.warc", records)
    assert isinstance(cut, PageUnreadable)
    assert cut.about.endswith("a.warc#1")
    assert "cannot be unpacked" in str(cut)
    assert isinstance(page, Page)
