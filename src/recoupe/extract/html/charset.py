"""Decoding a page's bytes as browsers do: byte order mark, HTTP header, `<meta>`, UTF-8 if it is valid, a guess.

Source of the order and the labels: WHATWG Encoding Standard and HTML Standard, "determining the character encoding".
Unlike a browser, a label that the bytes contradict is not believed: Latin-1 text labelled UTF-8 is read as Latin-1, and
valid UTF-8 with a one-byte label as UTF-8: a page saved by a program is often written in UTF-8 below its old label,
and hardly any text of another encoding is valid UTF-8 by chance.
"""

from __future__ import annotations

import codecs
import re

_META = re.compile(rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{1,40})""", re.I)
_XML = re.compile(rb"""^\s{0,9}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.-]{1,40})""")
_NO_CHARSETS = frozenset(("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"))
_WIDE = frozenset(("gb18030", "big5", "big5hkscs", "cp932", "cp949", "cp950", "euc_jp", "euc_jis_2004", "johab"))
PRESCAN = 1024
"""Bytes of the page in which a browser looks for a label; pages put it later, so we look four times as far."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030",
    "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip
"""What browsers read under these labels: the superset that writers really use."""


def decode(data: bytes, header_charset: str | None) -> tuple[str, str]:
    """Return (text, encoding) of a page's bytes; never fails: what no encoding explains becomes U+FFFD."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    found = _META.search(data[: 4 * PRESCAN]) or _XML.search(data[:PRESCAN])
    labels = [header_charset, found[1].decode("ascii") if found else None, "utf-8"]
    names = list(dict.fromkeys(filter(None, map(_codec, labels))))
    if _explains_all(names[0]) and not data.isascii():
        names.insert(0, "utf-8")
    for name in names:
        try:
            return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    labelled = next(filter(None, map(_codec, labels)), "utf-8")
    text = data.decode(labelled, "replace")
    if labelled == "utf-8" and text.count("\ufffd") * 50 < sum(c > "\x7f" for c in text) + 1:
        return text, labelled  # nearly all valid: a few broken bytes (a cut download), not another encoding
    return _guess(data)


def _explains_all(name: str) -> bool:
    """Say whether any bytes at all are text in an encoding, so that reading them proves nothing: one-byte encodings."""
    return name.startswith(("iso8859", "cp125", "koi8", "mac", "cp874", "cp866", "latin"))


def _codec(label: str | None) -> str | None:
    """Return Python's codec for an encoding label, None for one that no browser knows."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip()).name
        b"a".decode(name, "replace")  # raises for codecs that are no text encoding, such as base64
    except (LookupError, ValueError):
        return None
    if name.replace("-", "_") in _NO_CHARSETS:
        return None
    if name.startswith(("utf-16", "utf-32", "utf-7")):
        return "utf-8"  # a label that could be read was not written in UTF-16
    return _WIDER.get(name, name)


def _guess(data: bytes) -> tuple[str, str]:
    """Return the text in the encoding its bytes look like, windows-1252 when nothing is clear."""
    from charset_normalizer import from_bytes

    high = sum(byte > 0x7F for byte in data[:20_000])
    letters = sum(chr(byte).isalpha() for byte in data[:20_000] if byte < 0x80)
    best = from_bytes(data[:200_000]).best()
    name = _WIDER.get(best.encoding.replace("_", "-"), best.encoding) if best else "cp1252"
    if name not in _WIDE and high < 0.3 * (high + letters):
        name = "cp1252"  # few accents among plain letters: one-byte Latin encodings look alike, the web uses this one
    return data.decode(name, "replace"), name
