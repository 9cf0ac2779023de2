"""Links that a browser scrolls to."""

from __future__ import annotations

import pytest

from recoupe.dossier.links import fragment


@pytest.mark.parametrize(
    ("exact", "expected"),
    [
        ("vers 19H30 GMT", "https://a.example/x#:~:text=vers%2019H30%20GMT"),
        ("tête-à-tête, dit-il", "https://a.example/x#:~:text=t%C3%AAte%2D%C3%A0%2Dt%C3%AAte%2C%20dit%2Dil"),
        ("one line\nand another", "https://a.example/x#:~:text=one%20line"),
    ],
)
def test_a_fragment_is_encoded_as_browsers_expect(exact: str, expected: str) -> None:
    assert fragment("https://a.example/x#part", exact) == expected


def test_long_words_are_named_by_their_ends() -> None:
    found = fragment("https://a.example/x", " ".join(f"word{n}" for n in range(40)))
    assert found == ("https://a.example/x#:~:text=word0%20word1%20word2%20word3,word36%20word37%20word38%20word39")


@pytest.mark.parametrize("url", [None, "file:///etc/passwd", "javascript:alert(1)", "pages/a.html"])
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert fragment(url, "words") is None
