"""Addresses, fetched politely and safely: robots.txt, a delay per host, limits on size, time and redirects.

Private and loopback addresses are refused unless allowed, judged by the address the connection really has, so that a
name that changes its mind between look-up and connection (DNS rebinding) is caught too.
"""

from __future__ import annotations

import ipaddress
import time
import zlib
from collections.abc import Callable, MutableMapping
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec
import urllib3
from protego import Protego
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import DecodeError, HTTPError, IncompleteRead
from urllib3.util import Timeout

from recoupe import __version__
from recoupe.model import PageMissing, PageRefused, PageUnreadable
from recoupe.sources.cache import Remembered
from recoupe.sources.lists import WEB

USER_AGENT = f"Recoupe/{__version__} (news comparison; one reader's request)"
REDIRECTS = 5
BUSY = (429, 502, 503, 504)
"""Answers that mean: not now."""
_CLOSED = (401, 402, 403, 451)  # not for us: asking again does not help
ROBOTS_BYTES = 500_000
"""What RFC 9309 says a crawler must be ready to parse of a robots.txt."""


class FetchSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Limits of fetching: `delay` seconds between requests to one host (or what its robots.txt asks, up to
    `patience`), `connect` and `read` seconds of patience with an answer, `total` seconds for one page.

    A busy server is asked again `retries` times, after what its Retry-After says, up to `patience` seconds, or after
    `backoff` seconds, doubled each time.
    """

    max_bytes: int = 20_000_000
    delay: float = 1.0
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    retries: int = 2
    backoff: float = 1.0
    patience: float = 30.0
    allow_private: bool = False


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it came: the address it ended at, its bytes, its type and charset as the server says.

    `unchanged` says that the server confirmed what the cache held.
    """

    url: str
    data: bytes
    content_type: str
    charset: str | None
    unchanged: bool = False


class _Answer(msgspec.Struct, frozen=True):
    status: int
    headers: dict[str, str]  # names in lower case
    data: bytes


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

    `clock` and `sleep` are passed in so that tests need not wait. What `cache` holds is asked for only if it changed.
    """

    def __init__(
        self,
        settings: FetchSettings,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        cache: MutableMapping[str, Remembered] | None = None,
    ) -> None:
        self.settings = settings
        self._clock = clock
        self._sleep = sleep
        self._cache: MutableMapping[str, Remembered] = {} if cache is None else cache
        self._keep = cache is not None
        self._robots: dict[str, Protego] = {}
        self._free: dict[str, float] = {}  # when each host may be asked again
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
            known = self._cache.get(url)
            answer = self._get(url, seen, self.settings.max_bytes, known=known)
            if answer.status == 304 and known:
                return Fetched(
                    url=url, data=known.data, content_type=known.content_type, charset=known.charset, unchanged=True
                )
            target = _redirect(answer, url)
            if target:
                url = target
                if not url.lower().startswith(WEB):
                    raise PageRefused(seen, f"it redirects to {url}", "only web addresses are followed")
                continue
            if answer.status in (404, 410):
                raise PageMissing(seen, f"the server answers {answer.status}", "check the address")
            if answer.status in _CLOSED:
                raise PageRefused(seen, f"the server answers {answer.status}", "open it in a browser and save it")
            if answer.status != 200:
                raise PageRefused(seen, f"the server answers {answer.status}", "try again later, or save the page")
            kind, _, rest = answer.headers.get("content-type", "").partition(";")
            charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'") or None
            page = Fetched(url=url, data=answer.data, content_type=kind.strip().lower(), charset=charset)
            self._remember(page, answer.headers)
            return page
        raise PageRefused(seen, f"more than {REDIRECTS} redirects", "give the address it should end at")

    def _remember(self, page: Fetched, headers: dict[str, str]) -> None:
        etag, modified = headers.get("etag"), headers.get("last-modified")
        if self._keep and (etag or modified) and "no-store" not in headers.get("cache-control", "").lower():
            self._cache[page.url] = Remembered(
                url=page.url, data=page.data, content_type=page.content_type, charset=page.charset,
                etag=etag, modified=modified,
            )  # fmt: skip

    def _permitted(self, url: str, seen: str) -> None:
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port  # a port that is no number raises only when it is looked at
        except ValueError as error:
            raise PageRefused(seen, f"not a web address: {error}", "http:// or https://") from error
        if parts.scheme not in ("http", "https") or not host or port == 0:
            raise PageRefused(seen, "not a web address", "http:// or https://")
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(site, seen)
        if not self._robots[site].can_fetch(url, USER_AGENT):
            raise PageRefused(seen, "robots.txt asks not to fetch it", "open it in a browser and save it")

    def _read_robots(self, site: str, seen: str) -> Protego:
        url = f"{site}/robots.txt"
        for _ in range(REDIRECTS + 1):
            answer = self._get(url, seen, ROBOTS_BYTES, cut=True)
            target = _redirect(answer, url)
            if target is None or not target.lower().startswith(WEB):
                break
            url = target
        if answer.status >= 500 or answer.status == 429:
            return Protego.parse("User-agent: *\nDisallow: /")
        return Protego.parse(answer.data.decode("utf-8", "replace") if answer.status == 200 else "")

    def _get(self, url: str, seen: str, limit: int, *, cut: bool = False, known: Remembered | None = None) -> _Answer:
        """Return the answer, a busy server asked again; `cut` keeps a longer body's first `limit` bytes."""
        for attempt in range(self.settings.retries + 1):
            last = attempt == self.settings.retries
            wait = self.settings.backoff * 2**attempt
            try:
                answer = self._ask(url, seen, limit, cut=cut, known=known)
            except PageRefused as error:
                if last or not isinstance(error.__cause__, HTTPError) or _find(error.__cause__, 6):
                    raise
            else:
                if answer.status not in BUSY:
                    return answer
                asked = _retry_after(answer.headers)
                if asked is not None and asked > self.settings.patience:
                    self._put_off(url, self.settings.patience)
                    words = f"the server answers {answer.status} and asks to come back in {asked:g} seconds"
                    raise PageRefused(seen, words, "try again then")
                wait = wait if asked is None else asked
                if last:
                    self._put_off(url, wait)
                    return answer
            self._put_off(url, wait)
        raise AssertionError("the last attempt returns or raises")

    def _put_off(self, url: str, seconds: float) -> None:
        host = urlsplit(url).netloc
        self._free[host] = max(self._free.get(host, -1e9), self._clock() + seconds)

    def _delay(self, url: str) -> float:
        """Return the seconds between two requests to a host: ours, or what it asks for, up to our patience."""
        parts = urlsplit(url)
        robots = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        asked = robots.crawl_delay(USER_AGENT) if robots else None
        return max(self.settings.delay, min(float(asked or 0), self.settings.patience))

    def _ask(self, url: str, seen: str, limit: int, *, cut: bool, known: Remembered | None) -> _Answer:
        wait = self._free.get(urlsplit(url).netloc, -1e9) - self._clock()
        if wait > 0:
            self._sleep(wait)
        headers = dict(self._pool.headers)
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.modified:
            headers["If-Modified-Since"] = known.modified
        end = self._clock() + self.settings.total
        try:
            response = self._pool.request(
                "GET", url, headers=headers, preload_content=False, redirect=False, retries=False
            )
        except (HTTPError, UnicodeError, ValueError) as error:  # a host no name can have
            raise _explain(error, seen) from error
        finally:
            self._put_off(url, self._delay(url))
        data = bytearray()
        packing = (response.headers.get("content-encoding") or "").strip().lower()
        gzipped = _Gzip() if packing in ("gzip", "x-gzip") else None
        try:
            # What has come, however little: a server that trickles is noticed between two bytes.
            while chunk := response.read1(65_536, decode_content=gzipped is None):
                data += gzipped.unpacked(chunk, limit + 1 - len(data)) if gzipped else chunk
                if len(data) > limit:
                    if cut:
                        del data[limit:]
                        break
                    raise PageUnreadable(seen, f"larger than {limit / 1e6:g} MB", "raise --max-bytes")
                if self._clock() > end:
                    raise PageRefused(seen, f"slower than {self.settings.total:g} seconds", "try again later")
            else:
                if gzipped and not gzipped.whole:
                    raise IncompleteRead(len(data), 1)  # a byte more at least
        except HTTPError as error:
            raise _explain(error, seen) from error
        finally:
            response.close()
        return _Answer(response.status, {k.lower(): v for k, v in response.headers.items()}, bytes(data))


class _Gzip:
    """Unpacks an answer in gzip, and knows whether it was whole: urllib3 takes what came before a break for all."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(31)
        self.whole = True

    def unpacked(self, data: bytes, most: int) -> bytes:
        """Return what `data` holds, at most `most` bytes of it. Raises DecodeError for what is no gzip."""
        out = bytearray()
        try:
            while data and len(out) < most:
                out += self._member.decompress(data, most - len(out))
                self.whole, data = self._member.eof, self._member.unused_data
                if not self.whole:
                    break
                if data.startswith(b"\x1f\x8b"):
                    self._member = zlib.decompressobj(31)  # another member; browsers pass over all else behind one
                else:
                    break
        except zlib.error as error:
            raise DecodeError(str(error)) from error
        return bytes(out)


def _redirect(answer: _Answer, url: str) -> str | None:
    """Return the address an answer sends to, None when it does not; one that is no address is given as it stands."""
    target = answer.headers.get("location")
    if answer.status not in (301, 302, 303, 307, 308) or not target:
        return None
    try:
        return urljoin(url, target)
    except ValueError:
        return target


def _retry_after(headers: dict[str, str]) -> float | None:
    """Return the seconds a server asks to wait: a number, or a date (counted from the answer's own date)."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit() and len(value) < 10:
        return float(value)
    try:
        then, now = parsedate_to_datetime(value), parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (then - now).total_seconds())
    except (ValueError, TypeError, OverflowError):  # TypeError: one with a zone, one without
        return None


_WHY = {
    "NameResolutionError": ("no such host", "check the address and the connection"),
    "ConnectTimeoutError": ("the server does not answer in time", "try again later"),
    "ReadTimeoutError": ("the server does not answer in time", "try again later"),
    "SSLError": ("its certificate or encryption is not sound", "open it in a browser and save it"),
    "DecodeError": ("its answer cannot be unpacked", "open it in a browser and save it"),
    "ProtocolError": ("its answer breaks off or is none of the web's", "try again later, or save the page"),
    "IncompleteRead": ("its answer breaks off", "try again later, or save the page"),
    "LocationParseError": ("not a web address", "http:// or https://"),
}
"""What urllib3's errors mean, and what to do, by their names."""


def _explain(error: BaseException, seen: str) -> PageRefused:
    private = _find(error, 6)
    if private:
        return PageRefused(seen, f"it leads to a private address ({private})", "--allow-private if you mean it")
    kind = type(error).__name__
    return PageRefused(seen, *_WHY.get(kind, (f"no answer ({kind})", "check the address and the connection")))


def _find(error: object, depth: int) -> _Private | None:
    """Return the private address behind an error: urllib3 keeps what it wraps as a reason or an argument."""
    if isinstance(error, _Private):
        return error
    if not isinstance(error, BaseException) or not depth:
        return None
    inner = [getattr(error, "reason", None), error.__cause__, error.__context__, *error.args]
    return next((found for e in inner if (found := _find(e, depth - 1))), None)
