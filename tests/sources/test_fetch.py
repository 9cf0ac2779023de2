"""Fetching, with local servers standing in for the web."""

from __future__ import annotations

import contextlib
import gzip
import http.server
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.served import served

from recoupe.model import PageMissing, PageRefused, PageUnreadable, SettingError
from recoupe.sources.cache import FolderCache
from recoupe.sources.fetch import Fetcher, FetchSettings, _retry_after

asked: list[str] = []


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        asked.append(self.path)
        if self.path == "/robots.txt":
            self._answer(200, b"User-agent: *\nDisallow: /private/\n", "text/plain")
        elif self.path == "/page":
            self._answer(200, "<p>Élan</p>".encode(), "text/html; charset=UTF-8")
        elif self.path == "/big":
            self._answer(200, b"a" * 50_000, "text/html")
        elif self.path == "/moved":
            self._answer(301, b"", "text/html", location="/page")
        elif self.path == "/loop":
            self._answer(302, b"", "text/html", location="/loop")
        elif self.path == "/out":
            self._answer(302, b"", "text/html", location="file:///etc/passwd")
        elif self.path == "/nowhere":
            self._answer(302, b"", "text/html", location="http://[::1")
        elif self.path == "/closed":
            self._answer(403, b"", "text/html")
        elif self.path == "/dated":
            if self.headers["If-None-Match"] == '"v1"' and self.headers["If-Modified-Since"]:
                self._answer(304, b"", "text/html")
            else:
                self._answer(
                    200, b"Words", "text/html", ETag='"v1"', **{"Last-Modified": "Tue, 12 May 2026 20:15:00 GMT"}
                )
        elif self.path.startswith("/busy"):
            wait = self.path.partition("?")[2].replace("%20", " ")
            known = asked.count(self.path) > 1
            self._answer(200 if known else 503, b"Words", "text/html", **({"Retry-After": wait} if wait else {}))
        elif self.path == "/bomb":
            self._answer(200, gzip.compress(b"a" * 5_000_000), "text/html", **{"Content-Encoding": "gzip"})
        elif self.path.startswith("/trickle"):
            self._trickle(chunked=self.path.endswith("chunked"))
        elif self.path.startswith("/cut"):
            body = gzip.compress(b"<p>" + self.path.encode() * 900)
            self._answer(200, body[:-12] if self.path == "/cut" else body, "text/html", **{"Content-Encoding": "gzip"})
        elif self.path == "/damaged":
            self._answer(200, b"no gzip at all", "text/html", **{"Content-Encoding": "gzip"})
        else:
            self._answer(404, b"", "text/html")

    def _answer(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _trickle(self, *, chunked: bool) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header(*(("Transfer-Encoding", "chunked") if chunked else ("Content-Length", "90000")))
        self.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(100):
                self.wfile.write(b"1\r\na\r\n" if chunked else b"a")
                self.wfile.flush()
                time.sleep(0.1)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with served(Site) as address:
        yield address


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(FetchSettings(max_bytes=10_000, delay=0.0, retries=0, allow_private=True))


def test_a_page_comes_with_its_charset(site: str, fetcher: Fetcher) -> None:
    page = fetcher.fetch(f"{site}/page")
    assert (page.data.decode(), page.charset, page.content_type) == ("<p>Élan</p>", "UTF-8", "text/html")


def test_redirects_are_followed_and_the_last_address_kept(site: str, fetcher: Fetcher) -> None:
    assert fetcher.fetch(f"{site}/moved").url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "error", "words"),
    [
        ("/loop", PageRefused, "redirects"),
        ("/out", PageRefused, "redirects to file"),
        ("/none", PageMissing, "404"),
        ("/big", PageUnreadable, "larger"),
        ("/bomb", PageUnreadable, "larger"),
        ("/damaged", PageRefused, "unpacked"),
        ("/private/x", PageRefused, "robots.txt"),
    ],
)
def test_what_is_not_fetched_says_why(
    site: str, fetcher: Fetcher, path: str, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words) as raised:
        fetcher.fetch(site + path)
    assert site + path in str(raised.value)


def test_what_robots_forbid_is_never_asked_for(site: str, fetcher: Fetcher) -> None:
    asked.clear()
    with pytest.raises(PageRefused):
        fetcher.fetch(f"{site}/private/x")
    assert asked == ["/robots.txt"]


def test_private_addresses_are_refused_unless_allowed(site: str) -> None:
    with pytest.raises(PageRefused, match="private address"):
        Fetcher(FetchSettings(delay=0.0, retries=0)).fetch(f"{site}/page")


def test_one_host_is_asked_no_faster_than_the_delay(site: str) -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    slow = Fetcher(FetchSettings(delay=3.0, retries=0, allow_private=True), clock=lambda: now[0], sleep=sleep)
    slow.fetch(f"{site}/page")
    slow.fetch(f"{site}/page")
    assert slept == [3.0, 3.0]


def timed(**settings: object) -> tuple[Fetcher, list[float]]:
    """Return a fetcher whose clock only moves when it sleeps, and the list of how long it slept."""
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    limits = FetchSettings(**({"delay": 0.0, "allow_private": True} | settings))  # type: ignore[arg-type]
    return Fetcher(limits, clock=lambda: now[0], sleep=sleep), slept


@pytest.mark.parametrize(("path", "waits"), [("/busy", [1.0]), ("/busy?7", [7.0]), ("/busy?soon", [1.0])])
def test_a_busy_server_is_asked_again_after_what_it_says(site: str, path: str, waits: list[float]) -> None:
    asked.clear()
    fetcher, slept = timed()
    assert fetcher.fetch(site + path).data == b"Words"
    assert slept == waits


def test_a_server_that_asks_for_too_long_a_wait_is_left_alone(site: str) -> None:
    asked.clear()
    fetcher, slept = timed(patience=10.0)
    with pytest.raises(PageRefused, match="3600 seconds"):
        fetcher.fetch(f"{site}/busy?3600")
    assert asked.count("/busy?3600") == 1
    assert slept == []


def test_a_date_to_come_back_counts_from_the_answer() -> None:
    said = {"retry-after": "Tue, 12 May 2026 20:15:30 GMT", "date": "Tue, 12 May 2026 20:15:00 GMT"}
    assert _retry_after(said) == 30.0
    assert _retry_after({"retry-after": said["retry-after"]}) is None


def test_what_has_not_changed_comes_from_the_cache(site: str, tmp_path: Path) -> None:
    for expected in (False, True):
        fetcher = Fetcher(FetchSettings(delay=0.0, allow_private=True), cache=FolderCache(str(tmp_path / "c")))
        page = fetcher.fetch(f"{site}/dated")
        assert (page.data, page.content_type, page.unchanged) == (b"Words", "text/html", expected)
    (kept,) = (tmp_path / "c").iterdir()
    for damaged in (b"damaged", kept.read_bytes().replace(b"http", b"\xff\xfe\xff\xfe", 1)):
        kept.write_bytes(damaged)
        assert not fetcher.fetch(f"{site}/dated").unchanged


def test_gzip_is_unpacked_whole(site: str, fetcher: Fetcher) -> None:
    assert fetcher.fetch(f"{site}/cut-not").data == b"<p>" + b"/cut-not" * 900


def test_a_cache_that_cannot_be_made_is_a_setting_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SettingError, match="--cache"):
        FolderCache(str(tmp_path / "file"))


@pytest.mark.parametrize("path", ["/trickle", "/trickle-chunked"])
def test_a_server_that_trickles_is_left_and_not_asked_again(site: str, path: str) -> None:
    asked.clear()
    fetcher = Fetcher(FetchSettings(delay=0.0, retries=2, total=0.5, allow_private=True))
    begin = time.monotonic()
    with pytest.raises(PageRefused, match=r"slower than 0\.5 seconds"):
        fetcher.fetch(site + path)
    assert time.monotonic() - begin < 5
    assert asked.count(path) == 1


@pytest.mark.parametrize(
    ("path", "problem", "remedy"),
    [
        ("/nowhere", "not a web address", "http://"),  # an address that cannot even be parsed
        ("/closed", "answers 403", "save it"),
        ("/damaged", "cannot be unpacked", "save it"),
        ("/cut", "breaks off", "save the page"),  # its gzip does, though every byte promised has come
    ],
)
def test_what_a_server_does_wrong_is_told_with_what_to_do(
    site: str, fetcher: Fetcher, path: str, problem: str, remedy: str
) -> None:
    with pytest.raises(PageRefused) as error:
        fetcher.fetch(f"{site}{path}")
    assert problem in error.value.problem
    assert remedy in error.value.remedy
