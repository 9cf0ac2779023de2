"""Text in ASCII: letters of the Latin alphabet are written without what knows all others, and alike."""

from __future__ import annotations

import subprocess
import sys

import pytest
from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from recoupe.text.ascii import ascii


@pytest.mark.parametrize("first", range(0, 0x3000, 0x100))
def test_every_character_is_written_as_anyascii_writes_it(first: int) -> None:
    text = "".join(map(chr, range(first, first + 0x100)))
    assert ascii(text) == anyascii(text)


@given(st.text(max_size=40))
def test_any_text_is_written_as_anyascii_writes_it(text: str) -> None:
    assert ascii(text) == anyascii(text)


def test_latin_letters_do_without_it() -> None:
    words = "import sys; from recoupe.text.ascii import ascii; print(ascii('L’Été à Łódź – Straße')"
    code = f"{words}, 'anyascii' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout == "L'Ete a Lodz - Strasse False\n"
