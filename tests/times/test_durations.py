"""Lengths of time in parts of a unit."""

import pytest

from recoupe import times


@pytest.mark.parametrize(
    ("language", "text", "words", "value"),
    [
        ("en", "It went on for three-quarters of an hour.", "three-quarters of an hour", "PT45M"),
        ("en", "It was over in a quarter of an hour.", "quarter of an hour", "PT15M"),
        ("fr", "Il a parlé trois quarts d’heure.", "trois quarts d’heure", "PT45M"),
        ("it", "È durato tre quarti d'ora.", "tre quarti d'ora", "PT45M"),
        ("es", "Habló tres cuartos de hora.", "tres cuartos de hora", "PT45M"),
        ("de", "Er sprach fast eine Dreiviertelstunde.", "fast eine Dreiviertelstunde", "PT45M"),
        ("de", "Nach einer Viertelstunde war alles vorbei.", "einer Viertelstunde", "PT15M"),
        ("pt", "Falou três quartos de hora.", "três quartos de hora", "PT45M"),
    ],
)
def test_quarters_of_an_hour(language: str, text: str, words: str, value: str) -> None:
    assert [(t.text, t.value) for t in times.find(text, language=language, published="2031-03-04")] == [(words, value)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("pt", "Durou uma hora e vinte.", "PT1H20M"),
        ("es", "Duró una hora y veinte, dijo.", "PT1H20M"),
        ("it", "Un'ora e venti dopo tacque.", "PT1H20M"),
        ("es", "Dos horas y 300 personas.", "PT2H"),
    ],
)
def test_minutes_behind_hours_may_have_no_name(language: str, text: str, value: str) -> None:
    assert [t.value for t in times.find(text, language=language, published="2031-05-16")] == [value]
