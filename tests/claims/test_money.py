"""What sums and percentages of companies, banks and markets are of, in six languages."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.model import Claim
from tests.claims.helpers import alone, article

OF = {
    "price per share": {
        "en": "Ondex will pay 1.85 crowns a share.",
        "fr": "Ondex paie 1,85 couronne par titre.",
        "de": "Ondex zahlt 1,85 Kronen je Aktie.",
        "es": "Ondex se queda con el banco a 1,85 coronas por acción.",
        "it": "Ondex paga 1,85 corone per azione.",
        "pt": "A Ondex compra o banco por 1,85 coroas por ação.",
    },
    "earnings per share": {
        "en": "Earnings per share came to 2.10 euros.",
        "fr": "Le bénéfice par action ressort à 2,10 euros.",
        "de": "Das Ergebnis je Aktie betrug 2,10 Euro.",
        "es": "El beneficio por acción fue de 2,10 euros.",
        "it": "L'utile per azione è di 2,10 euro.",
        "pt": "O lucro por ação foi de 2,10 euros.",
    },
    "dividend": {"de": "Die Dividende soll 1,10 Euro je Aktie betragen."},
    "bad loans": {
        "en": "Loans in arrears came to 21.6 billion crowns.",
        "fr": "Les créances douteuses atteignent 21,6 milliards de couronnes.",
        "de": "Faule Kredite von 21,6 Milliarden Kronen drücken die Bank.",
        "es": "Los créditos dudosos sumaban 21.600 millones de coronas.",
        "it": "I crediti deteriorati ammontano a 21,6 miliardi di corone.",
        "pt": "O crédito malparado ascende a 21,6 mil milhões de coroas.",
    },
    "guarantee": {
        "en": "The state guarantees losses of up to 18 billion crowns.",
        "fr": "L'État accorde une garantie de pertes de 18 milliards de couronnes.",
        "de": "Der Staat bürgt für Verluste bis zu 18 Milliarden Kronen.",
        "es": "El Estado avala pérdidas de hasta 18.000 millones de coronas.",
        "it": "Lo Stato garantisce perdite fino a 18 miliardi di corone.",
        "pt": "O Estado garante perdas até 18 mil milhões de coroas.",
    },
    "deposit guarantee": {
        "en": "Deposits of up to 100,000 euros are protected by the guarantee scheme.",
        "fr": "Les dépôts sont garantis jusqu'à 100 000 euros par client.",
        "de": "Einlagen bis 100.000 Euro sind durch die Einlagensicherung geschützt.",
        "es": "Los depósitos están garantizados hasta 100.000 euros.",
        "it": "I depositi sono garantiti fino a 100.000 euro.",
        "pt": "Os depósitos estão garantidos até 100.000 euros.",
    },
    "liquidity": {
        "en": "The central bank opened a liquidity line of 60 billion crowns.",
        "fr": "La banque centrale ouvre une ligne de liquidité de 60 milliards de couronnes.",
        "de": "Die Notenbank gewährt eine Liquiditätslinie von 60 Milliarden Kronen.",
        "es": "El banco central abre una línea de liquidez de 60.000 millones de coronas.",
        "it": "La banca centrale apre una linea di liquidità da 60 miliardi di corone.",
        "pt": "O banco central abre uma linha de liquidez de 60 mil milhões de coroas.",
    },
    "bank branch": {
        "en": "The bank has 214 branches.",
        "fr": "La banque compte 214 agences.",
        "de": "Die Bank hat 214 Filialen.",
        "es": "El banco tiene 214 sucursales.",
        "it": "La banca ha 214 filiali.",
        "pt": "O banco tem 214 balcões.",
    },
    "salary": {
        "en": "Wages will rise 3.5 per cent from July.",
        "fr": "Les salaires augmenteront de 3,5 % en juillet.",
        "de": "Die Löhne steigen ab Juli um 3,5 Prozent.",
        "es": "Los salarios subirán un 3,5% en julio.",
        "it": "I salari aumenteranno del 3,5% da luglio.",
        "pt": "Os salários vão subir 3,5% em julho.",
    },
    "growth": {"de": "Die Wirtschaft soll in diesem Jahr um 0,9 Prozent wachsen."},
    "profit": {
        "es": "El resultado operativo fue de 540 millones de euros, con un margen holgado.",
        "it": "Il risultato operativo è di 540 milioni di euro, con un buon margine.",
        "pt": "O resultado operacional foi de 540 milhões de euros, com uma boa margem.",
    },
}
CASES = [(of, language, text) for of, texts in OF.items() for language, text in texts.items()]


def told(text: str, language: str) -> list[Claim]:
    page = article(text, language=language)
    return [c for c in claims.find(page, pipeline.annotate(page), {}) if c.rule == "count"]


@pytest.mark.parametrize(("of", "language", "text"), CASES)
def test_what_a_sum_is_of(of: str, language: str, text: str) -> None:
    (claim,) = told(text, language)
    assert (claim.attribute, [s for s in claim.scope if s.startswith("who:")]) == (of, [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ondex will pay 1.85 crowns a share, or 2.74 billion crowns in all."),
        ("fr", "Ondex paie 1,85 couronne par action, soit 2,74 milliards de couronnes."),
        ("de", "Ondex zahlt 1,85 Kronen je Aktie, insgesamt 2,74 Milliarden Kronen."),
        ("es", "Ondex pagará 1,85 coronas por acción, en total 2.740 millones de coronas."),
        ("it", "Ondex pagherà 1,85 corone per azione, in tutto 2,74 miliardi di corone."),
        ("pt", "A Ondex pagará 1,85 coroas por ação, no total 2,74 mil milhões de coroas."),
    ],
)
def test_what_is_paid_for_all_shares_is_apart_from_the_price_of_one(language: str, text: str) -> None:
    assert [c.attribute for c in told(text, language)] == ["price per share", "acquisition"]


def test_a_bare_number_for_each_share_is_of_the_money_of_the_text() -> None:
    last = told("The bid is worth 2.74 billion crowns. It is 1.85 a share.", "en")[-1]
    assert (last.attribute, last.unit) == ("price per share", "CROWN")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The stock market fell. Ondex ended down 3.4% in early trading."),
        ("fr", "Ondex perdait 3,4 % en séance."),
        ("de", "Ondex-Aktien fielen zum Handelsstart um 3,4 Prozent."),
        ("es", "Ondex perdió un 3,4% en bolsa."),
        ("it", "Ondex ha ceduto il 3,4% in Borsa."),
        ("pt", "A Ondex perdeu 3,4% em bolsa."),
    ],
)
def test_a_company_that_falls_by_a_percentage_is_its_share(language: str, text: str) -> None:
    (claim,) = [c for c in told(text, language) if c.unit == "%"]
    whose = [s.casefold() for s in claim.scope if s.startswith("who:")]
    assert (claim.attribute, whose) == ("share price", ["who:ondex"])


def test_what_else_falls_beside_an_exchange_is_no_share() -> None:
    text = "Shares rose. The bourse was calm. Inflation in Norland fell 3.4 per cent. The party lost 3.4 per cent."
    assert "share price" not in [c.attribute for c in told(text, "en")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ondex lost 3.3 billion crowns in 2029."),
        ("fr", "Ondex a perdu 3,3 milliards de couronnes en 2029."),
        ("de", "Ondex verlor 2029 rund 3,3 Milliarden Kronen."),
        ("es", "Ondex perdió 3.300 millones de coronas en 2029."),
        ("it", "Ondex ha perso 3,3 miliardi di corone nel 2029."),
        ("pt", "A Ondex perdeu 3,3 mil milhões de coroas em 2029."),
    ],
)
def test_money_that_is_lost_is_a_loss_and_no_fall(language: str, text: str) -> None:
    assert [c.attribute for c in told(text, language)] == ["loss"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The deficit will reach 5.2 per cent of gross domestic product, or 48 billion euros."),
        ("fr", "Le déficit public atteindra 5,2 % du PIB, soit 48 milliards d'euros."),
        ("de", "Das Haushaltsdefizit erreicht 5,2 Prozent der Wirtschaftsleistung, das sind 48 Milliarden Euro."),
        ("it", "Il deficit salirà al 5,2% del Pil, pari a 48 miliardi di euro."),
        ("pt", "O défice público atingirá 5,2% do PIB, ou 48 mil milhões de euros."),
    ],
)
def test_a_sum_beside_a_share_of_the_product_is_a_deficit_too(language: str, text: str) -> None:
    assert told(text, language)[-1].attribute == "deficit"


def test_a_guarantee_for_a_sum_is_no_more_than_it() -> None:
    (claim,) = told("Der Staat übernimmt eine Garantie über 25 Milliarden Kronen.", "de")
    assert (claim.attribute, claim.low, claim.high) == ("guarantee", 25e9, 25e9)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The shares closed at 7.42 crowns on Friday."),
        ("fr", "Vendredi, le titre avait terminé à 7,42 couronnes."),
        ("de", "Am Freitag hatte das Papier noch 7,42 Kronen gekostet."),
        ("es", "Las acciones cerraron el viernes a 7,42 coronas."),
        ("it", "Venerdì il titolo ha chiuso a 7,42 corone."),
        ("pt", "Na sexta-feira as ações fecharam a 7,42 coroas."),
    ],
)
def test_what_a_share_costs_on_the_exchange_is_no_offer(language: str, text: str) -> None:
    assert [c.attribute for c in told(text, language)] == ["share price"]


def test_what_was_first_offered_is_a_price_per_share_too() -> None:
    text = "Ondex will pay 1.85 crowns a share, 75 per cent less than Friday's close. A first offer was 0.90 crowns."
    found = [(c.attribute, c.low) for c in told(text, "en")]
    assert found == [("price per share", 1.85), ("discount", 75.0), ("price per share", 0.9)]


def test_a_noun_of_other_meanings_is_money_where_the_text_tells_such_money() -> None:
    *_, last = told("The bank lent 25 billion crowns. It sold its shares at 19 crowns.", "en")
    assert (last.attribute, last.unit, last.low) == ("share price", "CROWN", 19.0)


def test_bare_billions_are_of_the_money_of_most_sums() -> None:
    text = (
        "Ondex owes 60 billion crowns and holds 18 billion crowns. Funds abroad lost 90 million euros. "
        "Bad loans rose to 27 billion."
    )
    assert told(text, "en")[-1].unit == "CROWN"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Net profit fell to 312 million euros from 410 million a year earlier."),
        ("it", "L'utile netto è sceso a 312 milioni di euro dai 410 milioni di un anno prima."),
    ],
)
def test_what_became_of_a_profit_is_not_of_the_year_before(language: str, text: str) -> None:
    now, before = told(text, language)
    assert ("past:" in now.scope, "past:" in before.scope) == (False, True)


def disputes(*texts: str, language: str = "en") -> dict[str, str]:
    """Return what is disputed or evolving between texts; the last is in `language`."""
    codes = ["en"] * (len(texts) - 1) + [language]
    pages = [article(text, f"a{n}", language=code) for n, (text, code) in enumerate(zip(texts, codes, strict=True))]
    found = claims.compare([c for p in pages for c in claims.find(p, pipeline.annotate(p), {})], pages, alone)
    return {f.attribute: f.status for f in found if f.status in ("disputed", "evolving")}


def test_offers_follow_each_other() -> None:
    new = "Ondex will pay 1.85 crowns a share. A first offer of 0.90 crowns was turned down."
    assert disputes(new, "Ondex offered 0.90 crowns a share.") == {"price per share": "evolving"}


def test_moves_of_a_day_follow_each_other() -> None:
    first = "Shares in Ondex fell 11.8 per cent in early trading."
    assert disputes(first, "Shares in Ondex closed 4.2 per cent lower.") == {"share price": "evolving"}


def test_what_a_currency_costs_is_of_its_minute() -> None:
    assert disputes("The euro fell to $1.1310.", "The euro fell to $1.1254.", "The euro fell to $1.1310.") == {}


def test_a_loan_that_others_call_liquidity_meets_it() -> None:
    line = "The central bank opened a liquidity line of 60 billion crowns for Ondex."
    loan = "La banque centrale prête 85 milliards de couronnes à Ondex."
    again = "For Ondex a liquidity line of 60 billion crowns was opened."
    assert disputes(line, again, loan, language="fr") == {"liquidity": "disputed"}


def test_a_debt_is_told_as_a_share_of_the_product_too() -> None:
    found = told("La dette s'élève à 31,4 milliards de couronnes, soit 148 % du produit intérieur brut.", "fr")
    assert [c.attribute for c in found] == ["debt", "debt"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Papiere haben am Donnerstag 3,1 Prozent verloren und sind mit 17,84 Euro aus dem Handel gegangen."),
        ("en", "Shares lost 3.1 per cent to 17.84 euros."),
    ],
)
def test_a_price_behind_what_a_share_lost_is_no_loss(language: str, text: str) -> None:
    assert [c.attribute for c in told(text, language)] == ["share price", "share price"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The French group's shares were up 5 per cent before sliding."),
        ("fr", "Après une matinée calme, le titre a clôturé en repli de 3,1 %."),
    ],
)
def test_a_nation_and_a_small_word_have_no_shares(language: str, text: str) -> None:
    (claim,) = told(text, language)
    assert (claim.attribute, claim.scope) == ("share price", ())


def test_what_a_sum_breaks_down_into_is_a_part_of_it() -> None:
    loss = "La banque a perdu 3,3 milliards de couronnes."
    parts = "Les clients ont retiré 14 milliards de couronnes en cinq jours : 3,2 milliards jeudi, le reste vendredi."
    assert "part:" in told(parts, "fr")[-1].scope
    assert disputes(loss, loss, parts, language="fr") == {}


def test_what_a_law_allows_is_no_share_of_laws() -> None:
    found = told("The group would have a market share of 34 per cent, above the 30 per cent that the law allows.", "en")
    assert [c.attribute for c in found if c.low == 34] == ["market share"]
    assert not [c for c in found if c.attribute.startswith("share of")]


def test_what_has_a_price_of_its_own_is_no_share() -> None:
    text = "Shares fell on Monday. The bourse opened lower. Diesel costs 1.89 euros a litre, up 4 per cent."
    assert "share price" not in [c.attribute for c in told(text, "en")]


def test_an_offer_that_is_raised_over_the_last_is_no_premium() -> None:
    text = "Lansmere raised its offer to 5.48 pounds a share, 7% more than the 5.12 pounds of May."
    assert not {"premium", "share price", "discount"} & {c.attribute for c in told(text, "en") if c.unit == "%"}


def test_a_german_noun_owns_no_stake() -> None:
    text = "Der Konzern, der nach eigenen Angaben 4,9 Prozent hält und »Optionen prüft«, schweigt."
    assert not [c for c in told(text, "de") if c.attribute == "stake"]
