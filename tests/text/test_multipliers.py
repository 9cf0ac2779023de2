"""What goes on behind a multiplier."""

from __future__ import annotations

import pytest

from recoupe.text.numbers import find


def values(text: str, language: str) -> list[tuple[str, float, float | None]]:
    return [(text[n.start : n.end], n.low, n.high) for n in find(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("it", "5 milioni e 300 mila elettori", 5.3e6),
        ("es", "3 millones 450 mil 200 pesos", 3450200.0),
        ("pt", "5 milhões e 300 mil eleitores", 5.3e6),
        ("fr", "5 millions 300 000 électeurs", 5.3e6),
        ("de", "5 Millionen 300.000 Menschen", 5.3e6),
        ("en", "5 million 300 thousand people", 5.3e6),
    ],
)
def test_thousands_go_on_behind_millions(language: str, text: str, low: float) -> None:
    assert [n.low for n in find(text, language=language)] == [low]


def test_a_few_behind_millions_are_no_thousands() -> None:
    assert [n.low for n in find("1 milhão e 20 pessoas", language="pt")] == [1e6, 20.0]
