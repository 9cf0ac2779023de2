"""Bytes to text, as browsers do it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.extract.html.charset import decode

WORDS = "L'été à Brévenne : « déjà vu », dit la maire, œuvre à l'appui."


@pytest.mark.parametrize(
    ("data", "header"),
    [
        (WORDS.encode(), None),
        (b"\xef\xbb\xbf" + WORDS.encode(), "iso-8859-1"),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), None),
        (WORDS.encode("cp1252"), "iso-8859-1"),
        (b'<meta charset="windows-1252">' + WORDS.encode("cp1252"), None),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">' + WORDS.encode("cp1252"), None),
        (b'<meta charset="iso-8859-15">' + WORDS.encode(), None),
        (WORDS.encode(), "koi8-r"),
        (WORDS.encode(), "no-such-charset"),
        (WORDS.encode(), "idna"),
        (WORDS.encode(), "rot13"),
    ],
)
def test_reads_the_words(data: bytes, header: str | None) -> None:
    assert WORDS in decode(data, header)[0]


def test_latin1_labelled_utf8() -> None:
    data = b'<meta charset="utf-8">' + (WORDS * 5).encode("cp1252")
    assert WORDS in decode(data, "utf-8")[0]


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "idna", "undefined", "base64", "unicode_escape", "\0"]))
def test_never_raises(data: bytes, header: str | None) -> None:
    text, name = decode(data, header)
    assert isinstance(text, str)
    assert name
