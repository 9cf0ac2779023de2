"""Invented wire copy: what is counted and measured, with its value, concept, group and part."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.quantities.marked import Sentence, group_right, sentences, value_right

from recoupe.quantities import find

SENTENCES = list(sentences(Path(__file__).parent / "wire.txt"))


def rates(rows: list[Sentence]) -> tuple[float, float, float]:
    """Return precision, recall, and the part of those wanted whose value, concept and group are all right."""
    counts: Counter[str] = Counter()
    for row in rows:
        found = [q for q in row.found() if not (q.of == "score" and "lower" in q.group)]
        counts["found"] += len(found)
        for want in row.quantities:
            counts["wanted"] += 1
            got = next((q for q in found if q.start < want.end and want.start < q.end), None)
            if got is not None:
                counts["met"] += 1
                right = value_right(want, got) and group_right(want, got) and want.of in (None, got.of)
                counts["right"] += right
    return counts["met"] / counts["found"], counts["met"] / counts["wanted"], counts["right"] / counts["wanted"]


def test_all_languages_together() -> None:
    precision, recall, right = rates(SENTENCES)
    assert precision >= 0.99
    assert recall >= 0.97
    assert right >= 0.94


@pytest.mark.parametrize("language", ["fr", "en", "es", "de", "it", "pt"])
def test_each_language(language: str) -> None:
    precision, recall, right = rates([s for s in SENTENCES if s.language == language])
    assert precision >= 0.97
    assert recall >= 0.93
    assert right >= 0.83


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("en", "It was minus 7 degrees at dawn.", -7),
        ("fr", "Il faisait -12 °C à l'aube.", -12),
        ("de", "Am Morgen waren es minus 9 Grad.", -9),
        ("en", "Readings of 18-21 °C are usual.", 18),  # a dash is no minus
    ],
)
def test_temperatures_below_zero(language: str, text: str, low: float) -> None:
    (found,) = find(text, language=language)
    assert (found.low, found.of) == (low, "temperature")


def test_what_something_rose_to_is_no_rise() -> None:
    _, amount = find("Sales rose 5% to $3 million.", language="en")
    assert (amount.of, amount.low) == ("sales", 3e6)


def test_a_verb_in_two_pieces_holds_those_counted() -> None:
    (found,) = find("Die Polizei nahm drei Männer fest.", language="de")
    assert (found.of, found.group) == ("arrest", ("man",))
    (found,) = find("Die Polizei nahm drei Männer mit.", language="de")
    assert found.of == "man"
