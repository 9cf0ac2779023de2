"""Furniture by its words."""

from __future__ import annotations

import pytest

from recoupe.extract.furniture import byline, disclaimer, kind_of, paywall, tables
from recoupe.extract.outlets import named


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Publicité", "advert"),
        ("PUBLICIDADE", "advert"),
        ("Publicité – Fin dans 5 secondes", "advert"),
        ("Also in the news: Strike shuts airport | Panda twins named", "read_also"),
        ("Hashtags", "tags"),
        ("Commentaires (12)", "comments"),
        ("À lire aussi : Le pont rouvre samedi", "read_also"),
        ("Tout AccepterTout refuserParamétrer vos choix", "consent"),
        ("OK", "menu"),
        ("Leggi anche: Il ponte riapre sabato", "read_also"),
        ("Alle Rechte vorbehalten", "legal"),
        ("***", "menu"),
        ("© 2025 El Faro de Alcira. Calle del Puerto, 4.", "legal"),
        ("Oderbote online – Seite drucken | Fenster schließen", "menu"),
        ("Wird diese E-Mail nicht richtig dargestellt? Im Browser ansehen", "subscribe"),
        ("URL: https://oderbote.example/brunnen.html", "share"),
    ],
)
def test_kinds(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Lire ce livre est un plaisir",
        "More people are living alone, figures show",
        "Copyright law is changing, and authors are worried about what it means for them, lawyers say.",
        "La publicité en ligne recule pour la première fois",
        "Le site renonce à supprimer les cookies tiers",
        "Une réunion n'est pas une concession",
        "Le directeur a démissionné.",
        "© dpa",
        "Fenster schließen, Tür zu – so spart die Schule Gas",
    ],
)
def test_journalism_is_no_furniture(line: str) -> None:
    assert kind_of(line) is None


def test_disclaimers_say_what_a_text_derives_from() -> None:
    assert disclaimer("Cet article a été traduit automatiquement.") == "machine translation"
    assert disclaimer("Esta página puede incluir contenido de terceros.") == "third-party content"
    assert disclaimer("Le traducteur a reçu un prix.") is None


def test_paywalls() -> None:
    assert paywall("Réservé aux abonnés RÉCIT - La mine fermera en mars.")
    assert not paywall("Le concert est réservé aux habitants. " + "Mot " * 100)


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("Suivez Rivage Info surTelegram", "says", "Rivage Info"),
        ("Rivage Info utilise des cookies pour améliorer ses services.", "says", "Rivage Info"),
        ("Suivez-nous sur Telegram", "says", None),
        ("Ceci est une note. BitHarbor ne garantit ni l'exactitude de ce texte.", "host", "BitHarbor"),
        ("Publié dans Le Courrier des Vals le 14 - 10 - 2025", "published_in", "Le Courrier des Vals"),
        ("Read more at North Quay Radio", "source", "North Quay Radio"),
    ],
)
def test_names_of_outlets(line: str, kind: str, name: str | None) -> None:
    assert named(line, kind) == name


@pytest.mark.parametrize(
    "line", ["Par Jeanne Corbel, envoyée spéciale à Orvane", "By Nora Quill", "Von Lena Brandt", "Redacción"]
)
def test_bylines(line: str) -> None:
    assert byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Par ailleurs, le pont rouvre samedi.",
        "Di nuovo in piazza",
        "By the way it was closed",
        "Por fin llueve en el valle",
    ],
)
def test_no_bylines(line: str) -> None:
    assert not byline(line)


def test_tables_have_all_months_weekdays_and_units() -> None:
    for table in tables():
        assert len(table["dates"]["months"]) == 12
        assert len(table["dates"]["weekdays"]) == 7
        assert {"minute", "hour", "day"} <= set(table["dates"]["units"])
        assert table["reference"]["past"]["words"]


@pytest.mark.parametrize("line", ["18:40(IST)", "18 people were hurt when a jetty gave way", "16 h 05 : rouvert"])
def test_a_line_that_begins_with_a_number_is_no_furniture(line: str) -> None:
    assert kind_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Das könnte Sie auch interessieren: 10 Deiche bei freiem Eintritt",
        "Today's puzzles: 3 new crosswords",
        "Potrebbe interessarti: Neve, piste aperte - Lupi in aumento del 20%",
        "Lo más visto: Corte de ruta en el kilómetro 9",
        "Les plus lus : 1. Canicule, 14 départements en vigilance",
    ],
)
def test_a_teaser_behind_its_label_is_no_body(line: str) -> None:
    assert kind_of(line) == "read_also"


@pytest.mark.parametrize("line", ["Trending ten points up, Poe won the port.", "Podcast makers met in Ems on Monday."])
def test_a_label_without_its_colon_is_a_sentence(line: str) -> None:
    assert kind_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "MARKETS FTSE +0.2% · Gold 4,102 · Crown/€ 9.60",
        "CAC 40 -0,4 % · Euro/Dollar 1,1636",
        "DAX 24.310 (-0,3 %) | Euro 1,1641 Dollar",
        "IBEX -0,5% · Prima de riesgo 58",
        "Spread Btp-Bund 74 punti – Euro 1,1640",
        "Ibovespa 131.200 +0,4% | Dólar 5,12",
    ],
)
def test_a_row_of_market_prices_is_furniture(line: str) -> None:
    assert kind_of(line) == "menu"


@pytest.mark.parametrize("line", ["FTSE falls 2% – gold hits 4,100", "12 dead | 40 injured", "DAX | Euro"])
def test_a_headline_and_figures_of_an_event_are_no_row_of_prices(line: str) -> None:
    assert kind_of(line) is None
