"""Addresses, fetched politely and safely: robots.txt, a delay per host, limits on size, time and redirects.

Private and loopback addresses are refused unless allowed, judged by the address the connection really has, so that a
name that changes its mind between look-up and connection (DNS rebinding) is caught too.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec
import urllib3
from protego import Protego
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.util import Retry, Timeout

from recoupe import __version__
from recoupe.model import PageMissing, PageRefused, PageUnreadable

USER_AGENT = f"Recoupe/{__version__} (news comparison; one reader's request)"
REDIRECTS = 5
ROBOTS_BYTES = 500_000
"""What RFC 9309 says a crawler must be ready to parse of a robots.txt."""


class FetchSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Limits of fetching: `delay` seconds between requests to one host, `connect` and `read` seconds of patience,
    `total` seconds for one page."""

    max_bytes: int = 20_000_000
    delay: float = 1.0
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    retries: int = 2
    allow_private: bool = False


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it came: the address it ended at, its bytes, its type and charset as the server says."""

    url: str
    data: bytes
    content_type: str
    charset: str | None


class _Private(OSError):
    """The connection leads to a private address."""


def _refuse_private(connection: Any) -> None:
    peer = connection.sock.getpeername()[0]
    if not ipaddress.ip_address(peer.split("%")[0]).is_global:
        connection.close()
        raise _Private(peer)


class _PublicHTTP(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _refuse_private(self)


class _PublicHTTPS(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _refuse_private(self)


class _PublicPool(HTTPConnectionPool):
    ConnectionCls = _PublicHTTP


class _PublicTLSPool(HTTPSConnectionPool):
    ConnectionCls = _PublicHTTPS


class Fetcher:
    """Fetches pages one after another, remembering each host's robots.txt and when it was last asked.

    `clock` and `sleep` are passed in so that tests need not wait.
    """

    def __init__(
        self,
        settings: FetchSettings,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.settings = settings
        self._clock = clock
        self._sleep = sleep
        self._robots: dict[str, Protego] = {}
        self._asked: dict[str, float] = {}
        self._pool = urllib3.PoolManager(
            headers={
                "User-Agent": USER_AGENT,
                "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
                "Accept-Encoding": "gzip",
            },
            timeout=Timeout(connect=settings.connect, read=settings.read),
        )
        if not settings.allow_private:
            self._pool.pool_classes_by_scheme = {"http": _PublicPool, "https": _PublicTLSPool}

    def fetch(self, url: str) -> Fetched:
        """Return the page at `url`. Raises PageRefused, PageMissing or PageUnreadable, which name the remedy."""
        seen = url
        for _ in range(REDIRECTS + 1):
            self._permitted(url, seen)
            status, headers, data = self._get(url, seen, self.settings.max_bytes)
            if status in (301, 302, 303, 307, 308) and headers.get("location"):
                url = urljoin(url, headers["location"])
                if urlsplit(url).scheme not in ("http", "https"):
                    raise PageRefused(seen, f"it redirects to {url}", "only web addresses are followed")
                continue
            if status in (404, 410):
                raise PageMissing(seen, f"the server answers {status}", "check the address")
            if status != 200:
                raise PageRefused(seen, f"the server answers {status}", "try again later, or save the page by hand")
            kind, _, rest = headers.get("content-type", "").partition(";")
            charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'") or None
            return Fetched(url=url, data=data, content_type=kind.strip().lower(), charset=charset)
        raise PageRefused(seen, f"more than {REDIRECTS} redirects", "give the address it should end at")

    def _permitted(self, url: str, seen: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise PageRefused(seen, "not a web address", "http:// or https://")
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(site, seen)
        if not self._robots[site].can_fetch(url, USER_AGENT):
            raise PageRefused(seen, "robots.txt asks not to fetch it", "open it in a browser and save it")

    def _read_robots(self, site: str, seen: str) -> Protego:
        status, _, data = self._get(f"{site}/robots.txt", seen, ROBOTS_BYTES, cut=True)
        if status >= 500:
            return Protego.parse("User-agent: *\nDisallow: /")
        return Protego.parse(data.decode("utf-8", "replace") if status == 200 else "")

    def _get(self, url: str, seen: str, limit: int, *, cut: bool = False) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers (names in lower case) and body; `cut` keeps a longer one's first `limit` bytes."""
        host = urlsplit(url).netloc
        wait = self._asked.get(host, -1e9) + self.settings.delay - self._clock()
        if wait > 0:
            self._sleep(wait)
        retries = Retry(
            total=self.settings.retries, backoff_factor=0.5, status_forcelist=(429, 502, 503, 504), redirect=0,
            raise_on_status=False, raise_on_redirect=False, respect_retry_after_header=False,
        )  # fmt: skip
        end = self._clock() + self.settings.total
        try:
            response = self._pool.request("GET", url, preload_content=False, redirect=False, retries=retries)
        except HTTPError as error:
            raise _explain(error, seen) from error
        finally:
            self._asked[host] = self._clock()
        try:
            data = b""
            for chunk in response.stream(65_536, decode_content=True):
                data += chunk
                if len(data) > limit:
                    if cut:
                        data = data[:limit]
                        break
                    raise PageUnreadable(seen, f"larger than {limit / 1e6:g} MB", "raise --max-bytes")
                if self._clock() > end:
                    raise PageRefused(seen, f"slower than {self.settings.total:g} seconds", "try again later")
        except HTTPError as error:
            raise _explain(error, seen) from error
        finally:
            response.close()
        return response.status, {k.lower(): v for k, v in response.headers.items()}, data


def _explain(error: BaseException, seen: str) -> PageRefused:
    private = _find(error, 6)
    if private:
        return PageRefused(seen, f"it leads to a private address ({private})", "--allow-private if you mean it")
    return PageRefused(seen, f"no answer ({type(error).__name__})", "check the address and the connection")


def _find(error: object, depth: int) -> _Private | None:
    """Return the private address behind an error: urllib3 keeps what it wraps as a reason or an argument."""
    if isinstance(error, _Private):
        return error
    if not isinstance(error, BaseException) or not depth:
        return None
    inner = [getattr(error, "reason", None), error.__cause__, error.__context__, *error.args]
    return next((found for e in inner if (found := _find(e, depth - 1))), None)
