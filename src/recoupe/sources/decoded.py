"""From bytes to a page: what is no page is refused by name, the rest is decoded as a browser would."""

from __future__ import annotations

import contextlib
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from recoupe.model import Page, PageUnreadable, ReadSettings, RecoupeError
from recoupe.model.ids import digest
from recoupe.text.patterns import compiled

HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht")
_CONTROL = compiled("[\x00-\x08\x0b\x0e-\x1f\x7f]")
"""Characters that no text holds; more than one in fifty is a sign of binary data."""
_GZIP = b"\x1f\x8b"
_ZSTANDARD = b"\x28\xb5\x2f\xfd"
PACKED = (_GZIP, _ZSTANDARD)
"""What packed bytes begin with."""
PACKED_SUFFIXES = (".gz", ".zst")
_MAGIC = {
    b"\x89PNG": "a PNG image", b"\xff\xd8\xff": "a JPEG image", b"GIF8": "a GIF image", b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive", b"\x7fELF": "a program", b"RIFF": "a media file", b"SQLite": "a database",
    b"bplist": "a web archive of Safari", b"\xd0\xcf\x11\xe0": "an office document",
}  # fmt: skip
_REMEDIES = {"a ZIP archive": "unpack it", "a PDF document": "save it as text", "an office document": "save it as text"}
_OFFICE = re.compile(rb"\[Content_Types\]\.xml|mimetypeapplication/|(?:word|xl|ppt)/")
_MHTML = re.compile(
    rb"(?:[\w-]{1,40}:[^\n]{0,998}\n(?:[ \t][^\n]{0,998}\n){0,9}){0,19}?content-type:\s{0,9}multipart/related", re.I
)


def page_of(
    place: str, data: bytes, settings: ReadSettings, *, charset: str | None = None, html: bool | None = None
) -> Iterator[Page | RecoupeError]:
    """Yield the page that `data` is, or the error of it. `html` says what it is, None lets its first tags tell."""
    problem = refusal(data, settings)
    if problem:
        yield PageUnreadable(place, *problem)
        return
    from recoupe.extract.html.charset import decode

    url = None
    if _MHTML.match(data):
        data, charset, url = _of_mhtml(data)
        html = True
    text, _ = decode(data, charset)
    if len(_CONTROL.findall(text, 0, 20_000)) > min(len(text), 20_000) // 50:
        yield PageUnreadable(place, "binary data, not a page", "give HTML, text or page records")
        return
    is_html = looks_like_html(text) if html is None else html
    name = Path(place).name
    identity = digest(name, text)
    yield Page(id=identity, page=place, html=text, url=url) if is_html else Page(id=identity, page=place, text=text)


def refusal(data: bytes, settings: ReadSettings) -> tuple[str, str] | None:
    """Return (problem, remedy) of bytes that are no page, None for those that may be one."""
    if len(data) > settings.max_bytes:
        return f"larger than {settings.max_bytes / 1e6:g} MB", "raise --max-bytes if it really is one page"
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            what = "an office document" if what == "a ZIP archive" and _OFFICE.search(data, 0, 4096) else what
            return f"{what}, not a page", _REMEDIES.get(what, "give HTML, text or page records")
    return None


def _of_mhtml(data: bytes) -> tuple[bytes, str | None, str | None]:
    """Return the page in what a browser saved as one file (RFC 2557), its charset, its address; empty without one."""
    import email

    message = email.message_from_bytes(data)
    place = str(message["Snapshot-Content-Location"] or "").strip()
    url = place if place.startswith(("http://", "https://")) else None
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return cast(bytes, part.get_payload(decode=True)), part.get_content_charset(), url
    return b"", None, url


def unpacked_name(name: str) -> str:
    """Return a file's name in small letters, without what says that it is packed."""
    name = name.lower()
    for suffix in PACKED_SUFFIXES:
        name = name.removesuffix(suffix)
    return name


def inflated(place: str, data: bytes, limit: int) -> bytes:
    """Return what gzip or Zstandard bytes hold, at most `limit` + 1 bytes of it: a bomb is not unpacked.

    Raises PageUnreadable for data that is not whole.
    """
    with unpacking(place), unpacked(io.BytesIO(data), data[:4]) as stream:
        out = bytearray()
        while len(out) <= limit and (chunk := stream.read(min(1 << 20, limit + 1 - len(out)))):
            out += chunk
        return bytes(out)


def unpacked(file: IO[bytes], head: bytes) -> IO[bytes]:
    """Return a stream of what `file` holds unpacked, `head` being its first bytes; plain bytes stay as they are."""
    if head.startswith(_GZIP):
        return cast(IO[bytes], gzip.open(file))
    if head.startswith(_ZSTANDARD):
        return io.BufferedReader(_Zstandard(file), 1 << 16)
    return file


class _Zstandard(io.RawIOBase):
    """What a file of Zstandard frames holds. Raises EOFError where it breaks off; the library's reader just ends there.

    A kilobyte is unpacked at a time: a bomb's holds some 30 MB.
    """

    def __init__(self, file: IO[bytes]) -> None:
        import zstandard

        self._file = file
        self._maker = zstandard.ZstdDecompressor(max_window_size=1 << 27)
        self._frame: Any = None
        self._rest = b""  # read, not unpacked
        self._out = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._out:
            data = self._rest or self._file.read(1024)
            self._rest = b""
            if not data:
                if self._frame is not None:
                    raise EOFError("it breaks off")
                return 0
            if self._frame is None:
                self._frame = self._maker.decompressobj()
            self._out = memoryview(self._frame.decompress(data))
            if self._frame.eof:
                self._rest, self._frame = self._frame.unused_data, None
        count = min(len(buffer), len(self._out))
        buffer[:count] = self._out[:count]
        self._out = self._out[count:]
        return count


@contextlib.contextmanager
def unpacking(place: str) -> Iterator[None]:
    """Turn what unpacking raises into PageUnreadable; errors of the file system go on as they are."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise PageUnreadable(place, f"cannot be unpacked: {error}", "check that the file is whole") from error
    except Exception as error:
        if type(error).__module__.startswith("zstandard"):  # its error type is known only once it is imported
            raise PageUnreadable(place, f"cannot be unpacked: {error}", "check that the file is whole") from error
        raise


def looks_like_html(text: str) -> bool:
    """Tell whether `text` is markup, by the tags among its first characters."""
    head = text[:2048].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(("<!doctype html", "<html", "<head", "<body", "<?xml", "<!--", "<div", "<article")) or (
        "<html" in head or "</p>" in head or "<meta " in head
    )
