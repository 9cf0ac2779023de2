"""Numbers in digits and words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.languages import load
from recoupe.text.normalise import fold
from recoupe.text.numbers import Reader, find
from recoupe.text.numerals import Numerals, numerals

Values = list[tuple[str, float, float | None]]


def values(text: str, language: str) -> Values:
    return [(text[n.start : n.end], n.low, n.high) for n in find(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("fr", "quatre-vingt-dix-sept", 97), ("fr", "soixante et onze", 71), ("fr", "mille deux cents", 1200),
        ("fr", "trente-six mille deux cent quatre", 36204), ("fr", "deux millions et demi", 2.5e6),
        ("fr", "1,2 milliard", 1.2e9), ("fr", "deux et demi", 2.5), ("fr", "2 1/2", 2.5), ("fr", "15\u202f000", 15000),
        ("fr", "15.000", 15000), ("en", "15,000", 15000), ("en", "1.5", 1.5), ("en", "1,234,567.89", 1234567.89),
        ("en", "one hundred and five", 105), ("en", "fifteen hundred", 1500), ("en", "half a million", 5e5),
        ("en", "two and a half million", 2.5e6), ("en", "twenty-one", 21), ("en", "2½", 2.5),
        ("de", "zweihundertfünfzig", 250), ("de", "einundzwanzig", 21), ("de", "zweieinhalb", 2.5),
        ("de", "3,5 Mrd.", 3.5e9), ("de", "anderthalb", 1.5), ("es", "treinta y cinco", 35),
        ("es", "11 mil 400", 11_400), ("es", "19 mil 800 millones", 1.98e10), ("pt", "11 mil 400", 11_400),

        ("es", "mil millones", 1e9),        ("es", "dos mil quinientos", 2500),
        ("it", "duecentocinquanta", 250), ("it", "ventuno", 21),
        ("it", "3 mila", 3000),        ("pt", "cento e vinte e três", 123), ("pt", "mil e duzentos", 1200),
        ("ru", "двадцать один", 21),
        ("ar", "١٦", 16),
    ],
)  # fmt: skip
def test_value(language: str, text: str, low: float) -> None:
    assert values(text, language) == [(text, low, low)]


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("fr", "une vingtaine", 18, 22), ("fr", "trois à quatre", 3, 4), ("fr", "plusieurs centaines", 200, None),
        ("fr", "dizaines de milliers", 20000, None), ("fr", "entre 3 et 4 millions", 3e6, 4e6),
        ("en", "between 10 and 15", 10, 15), ("it", "tra le 98 e le 112 mila", 98000, 112000),
        ("fr", "entre les 30 000 et les 40 000", 30000, 40000), ("es", "entre las 20 y las 25", 20, 25),
        ("en", "a couple of", 2, 3), ("en", "hundreds of thousands", 200000, None),
        ("de", "zwei bis drei", 2, 3), ("es", "una docena", 10, 14), ("it", "una ventina", 18, 22),
    ],
)  # fmt: skip
def test_interval(language: str, text: str, low: float, high: float | None) -> None:
    assert values(text, language) == [(text, low, high)]


def test_change_is_no_range() -> None:
    assert [v[1:] for v in values("est passé de 16 à 21", "fr")] == [(16, 16), (21, 21)]


def test_articles_are_marked() -> None:
    assert [n.article for n in find("une maison, deux maisons", language="fr")] == [True, False]
    assert [n.article for n in find("one twelve", language="en")] == [True, False]  # a number that goes no further


@given(st.text(), st.sampled_from(["fr", "en", "de", "es", "it", "pt", "ru", "ar", "xx", None]))
def test_never_raises_and_spans_are_inside(text: str, language: str | None) -> None:
    end = 0
    for n in find(text, language=language):
        assert end <= n.start < n.end <= len(text)
        end = n.end


@pytest.mark.parametrize("piece", ["1", "one ", "1 ", "1/", "hundred ", "between 1 and ", "(", "a "])
def test_hostile_input_ends(piece: str) -> None:
    begin = time.process_time()
    find(piece * (60_000 // len(piece)), language="en")
    assert time.process_time() - begin < 2


PIECES = {
    "en": ["a", "an", "one", "hundred", "half", "and", "of", "dozen", "million", "two", "boat", "-", ",", "3", "½"],
    "fr": ["un", "une", "cent", "demi", "et", "de", "vingtaine", "millions", "deux", "bateau", "-", ",", "3"],
    "de": ["ein", "eine", "einer", "hundert", "halb", "und", "Dutzend", "Millionen", "zweihundert", "Boot", "-", "3"],
    "es": ["un", "una", "uno", "cien", "medio", "y", "de", "docena", "mil", "dos", "barco", "-", ",", "3"],
}


@pytest.mark.parametrize("code", sorted(PIECES))
@given(data=st.data())
def test_an_article_alone_is_read_as_any_number_is(code: str, data: st.DataObject) -> None:
    text = fold(" ".join(data.draw(st.lists(st.sampled_from(PIECES[code]), max_size=8))))
    slow = Numerals(load(code).table("numbers"))
    slow.only_articles = frozenset()
    for start, _ in slow.starts(text):
        assert Reader(text, numerals(code)).read(start) == Reader(text, slow).read(start)
