"""Quantities: what numbers count and measure."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model.mention import Quantity, Time
from recoupe.quantities import find

SENTENCES = [json.loads(line) for line in (Path(__file__).parent / "sentences.jsonl").open(encoding="utf-8")]
NEWS = [json.loads(line) for line in (Path(__file__).parent / "news.jsonl").open(encoding="utf-8")]
LANGUAGES = ["fr", "en", "es", "de", "it", "pt", "ru", "ar", "xx", None]


def close(found: float | None, expected: float | None) -> bool:
    if found is None or expected is None:
        return found is expected
    return abs(found - expected) <= 1e-6 * max(1, abs(expected))


@pytest.mark.parametrize("held", [False, True])
def test_sentences(held: bool) -> None:
    """At least nine in ten expected quantities are found, and nine in ten of those found are expected."""
    right = found = expected = 0
    for row in SENTENCES:
        if row["held"] != held:
            continue
        got = find(row["text"], language=row["language"])
        found += len(got)
        expected += len(row["quantities"])
        for want in row["quantities"]:
            right += any(
                close(q.low, want["low"]) and close(q.high, want["high"]) and q.of == want["of"]
                and ("group" not in want or want["group"] in q.group)
                for q in got
            )  # fmt: skip
    assert right / expected >= 0.9
    assert right / found >= 0.9


@pytest.mark.parametrize("language", ["fr", "en", "es", "pt", "it", "de", "ru", "ar"])
def test_news_of_each_language(language: str) -> None:
    """Nine sentences in ten of news copy give all they count, and nothing else."""
    rows = [row for row in NEWS if row["language"] == language]
    right = 0
    for row in rows:
        got = find(row["text"], language=language)
        right += len(got) <= len(row["quantities"]) and all(
            any(
                close(q.low, want["low"]) and close(q.high, want["high"]) and want.get("of", q.of) == q.of
                and ("group" not in want or want["group"] in q.group) and want.get("unit", q.unit) == q.unit
                for q in got
            )
            for want in row["quantities"]
        )  # fmt: skip
    assert right / len(rows) >= 0.9


@pytest.mark.parametrize(
    ("text", "low", "of"),
    [
        ("أُصيب خمسة وعشرون شخصا.", 25, "injury"),  # a vowel sign inside a word; units before tens
        ("بلغ عدد القتلى 21.", 21, "death"),
        ("ونقلت 7 جثث.", 7, "death"),
        ("بينها 3 من السيارات", 3, "car"),  # the article is written onto the noun
    ],
)
def test_arabic_words_with_something_written_onto_them(text: str, low: float, of: str) -> None:
    found = one(text, "ar")
    assert (found.low, found.of) == (low, of)


def one(text: str, language: str) -> Quantity:
    found = find(text, language=language)
    assert len(found) == 1, found
    return found[0]


def test_numbers_of_times_are_theirs() -> None:
    text = "le 15 août, 12 blessés"
    times = [Time(start=3, end=10, text="15 août", type="DATE", value="2025-08-15")]
    assert [q.text for q in find(text, language="fr", times=times)] == ["12 blessés"]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_never_raises_and_spans_are_inside(text: str, language: str | None) -> None:
    for q in find(text, language=language):
        assert 0 <= q.start < q.end <= len(text)
        assert q.text == text[q.start : q.end]


def test_a_telephone_number_hides_nothing_on_other_lines() -> None:
    text = "The tide took 12 boats.\nCall 020 7946 0018 or (0161) 496 0018 90.\nIn all 31 people were hurt.\n"
    assert [q.text for q in find(text * 2, language="en")] == ["12 boats", "31 people"] * 2


@given(st.lists(st.sampled_from(["16", "morts", "dont", "2-1", "entre", "et", "$", "%", "1/2", ",", ".", "un", "tué"])))
def test_never_raises_on_its_own_words(words: list[str]) -> None:
    find(" ".join(words), language="fr")


@pytest.mark.parametrize("piece", ["1 ", "killed 1 ", "$1", "2-1 won ", "1 dead including ", "5 a b c d e f g "])
def test_hostile_input_ends(piece: str) -> None:
    begin = time.process_time()
    find(piece * (20_000 // len(piece)), language="en")
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    ("language", "text", "of"),
    [
        ("en", "Anglers collected 22 tonnes of dead fish.", "fish"),
        ("fr", "Vingt-deux tonnes de poissons ont été sorties de la rivière.", "fish"),
        ("de", "Drei Tonnen toter Fische wurden geborgen.", "fish"),
        ("es", "Se han recogido 22 toneladas de peces.", "fish"),
        ("it", "Sono state raccolte 22 tonnellate di pesci.", "fish"),
        ("pt", "Foram recolhidas 22 toneladas de peixe.", "fish"),
        ("en", "The boat lost 2.4 tonnes of fuel.", "oil"),
        ("fr", "La cuve contenait 140 tonnes de phénol.", "chemical"),
        ("en", "The truck weighed 22 tonnes, and fish lay on the road.", "weight"),
        ("de", "Die Spitze lag bei 28 mg/l.", "mg/l"),
        ("en", "The peak was 28 milligrams per litre.", "mg/l"),
    ],
)
def test_what_is_weighed_or_poured_stands_behind_its_unit(language: str, text: str, of: str) -> None:
    assert of in [q.of for q in find(text, language=language)]
