"""Fetching, with local servers standing in for the web."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import pytest

from recoupe.model import PageMissing, PageRefused, PageUnreadable
from recoupe.sources.fetch import Fetcher, FetchSettings

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

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


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
