"""Digits: a page's own habit, and codes."""

from __future__ import annotations

import pytest

from recoupe.text.numbers import find


def values(text: str, language: str) -> list[tuple[str, float, float | None]]:
    return [(text[n.start : n.end], n.low, n.high) for n in find(text, language=language)]


@pytest.mark.parametrize("text", ["G20", "F-16", "19:30", "24/7", "3.2.1", "15.08.2025", "19h30", "9" * 40])
def test_codes_are_no_numbers(text: str) -> None:
    assert find(text, language="fr") == []


def test_page_habit_decides_grouping() -> None:
    assert values("1.234.567,50 dann 2.500", "en")[1][1] == 2500


def test_commas_before_noughts_of_millions_group() -> None:
    text = "Ingresó 28,400 millones de dólares y despidió a 3,200 trabajadores."
    assert [n.low for n in find(text, language="es")] == [28_400_000_000, 3200]
    assert [n.low for n in find("Son 28,4 millones y 3,250 kilos.", language="es")] == [28_400_000, 3.25]
