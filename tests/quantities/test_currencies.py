"""Whose money: nouns and nationalities, names, kinds left open."""

from __future__ import annotations

import pytest

from recoupe.languages import available, load
from recoupe.quantities import find


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "50 million CFA francs", "CFA"),
        ("en", "340 million Kenyan shillings", "KES"),
        ("en", "90 million Hong Kong dollars", "HKD"),
        ("en", "900 million Swedish kronor", "SEK"),
        ("fr", "50 millions de dollars canadiens", "CAD"),
        ("fr", "300 livres égyptiennes", "EGP"),
        ("fr", "5 millions de dinars koweïtiens", "KWD"),
        ("es", "20 millones de dólares australianos", "AUD"),
        ("de", "500 Millionen Kanadische Dollar", "CAD"),
        ("de", "von 500 Millionen kanadischen Dollar", "CAD"),  # inflected: noun and nationality
        ("de", "250.000 britische Pfund", "GBP"),
        ("it", "12 milioni di franchi CFA", "CFA"),
        ("it", "5 milioni di franchi svizzeri", "CHF"),
        ("pt", "90 milhões de dólares de Hong Kong", "HKD"),
        ("nl", "20 miljoen Zweedse kronen", "SEK"),
        ("ru", "3 миллиона гонконгских долларов", "HKD"),
        ("ar", "20 مليون دينار كويتي", "KWD"),
    ],
)
def test_a_nationality_says_whose_money(language: str, text: str, code: str) -> None:
    assert [q.unit for q in find(text, language=language)] == [code]


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("en", "20 million rupees", "RUPEE"),
        ("fr", "200 dinars", "DINAR"),
        ("it", "8 milioni di franchi", "FRANC"),
        ("es", "300 pesos", "PESO"),
        ("fr", "3 millions de dollars zambiens", "DOLLAR"),  # no such money: open, not American
    ],
)
def test_whose_money_is_open_where_nothing_says_it(language: str, text: str, key: str) -> None:
    assert [q.unit for q in find(text, language=language)] == [key]


def test_the_one_country_a_text_names_settles_its_bare_nouns() -> None:
    bare, named = find("He was fined 20 million pesos, or 1 million Mexican pesos a month.", language="en")
    assert (bare.unit, bare.of, named.unit) == ("MXN", "fine", "MXN")
    units = [q.unit for q in find("5 Mexican pesos, 6 Chilean pesos, 7 pesos", language="en")]
    assert units == ["MXN", "CLP", "PESO"]


def test_nouns_of_other_meanings_are_money_in_large_sums() -> None:
    assert [q.of for q in find("300 livres et 5 millions de livres", language="fr")] == ["book", "GBP"]
    assert [q.unit for q in find("20 real estate agents and 5 million reais", language="en")] == ["thing", "BRL"]
    assert find("12 bolivianos heridos", language="es")[0].unit == "person"
    assert find("300 millones de bolivianos", language="es")[0].unit == "BOB"


@pytest.mark.parametrize("language", available())
def test_every_language_names_the_money_of_many_countries(language: str) -> None:
    named = load(language).table("currencies")["named"]
    assert len(named) > 90
    for code in ("AUD", "CAD", "NOK", "EGP"):
        assert any(find(f"5000 {form}", language=language)[0].unit == code for form in named[code])


@pytest.mark.parametrize(
    ("language", "text", "of"),
    [
        ("fr", "La banque obtient une ligne de crédit de 90 millions de couronnes (8,1 millions d'euros).", "loan"),
        ("fr", "Le fonds prêtera 40 millions de pesos, soit environ 2 millions d'euros.", "loan"),
        ("en", "The ministry will inject 120m zloty, roughly £24m, into the lender.", "capital"),
        ("de", "Sie erhält eine Kapitalspritze von 90 Millionen Kronen, umgerechnet gut 8 Millionen Euro.", "capital"),
        ("es", "El fondo prestará 300 millones de pesos, lo que equivale a unos 15 millones de euros.", "loan"),
        ("it", "Il prestito da 40 milioni di dollari, pari a circa 36 milioni di euro, scade nel 2040.", "loan"),
        ("pt", "O empréstimo de 40 milhões de ienes (cerca de 250 mil euros) vence em 2040.", "loan"),
        ("nl", "De bank krijgt een lening van 40 miljoen dollar, omgerekend 37 miljoen euro.", "loan"),
        ("ru", "Банк получит кредит в 40 млн рублей, или около 400 тысяч евро.", "loan"),
    ],
)
def test_a_sum_told_again_in_other_money_is_of_the_same(language: str, text: str, of: str) -> None:
    first, second = find(text, language=language)[:2]
    assert (first.of, second.of, second.rule) == (of, of, "converted")
    assert first.unit != second.unit


def test_two_sums_side_by_side_are_two() -> None:
    found = find("It raised $5 million and 4 million euros, and owes £3 million, 2 million francs more.", language="en")
    assert not [q for q in found if q.rule == "converted"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The state lends the port 40 billion crowns ($5.7 billion Canadian) this year.", "CAD"),
        ("The bridge cost $85m Australian, twice what was planned.", "AUD"),
        ("A $7 million Canadian film opened the festival.", "USD"),
        ("It cost $7 million. Canadian police are looking into it.", "USD"),
    ],
)
def test_a_sign_of_dollars_is_of_the_country_named_last(text: str, unit: str) -> None:
    assert [q.unit for q in find(text, language="en") if "$" in q.text] == [unit]


def test_the_short_sign_of_pence_needs_a_page_that_tells_of_them() -> None:
    told = [(q.low, q.unit) for q in find("It cost £7. The share fell to 742p.", language="en")]
    assert told == [(7.0, "GBP"), (742.0, "PENCE")]
    assert not [q for q in find("The film is shown in 1080p. It cost $7.", language="en") if q.unit == "PENCE"]
