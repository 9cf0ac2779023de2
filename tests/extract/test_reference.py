"""The day of writing, from what pages say."""

from __future__ import annotations

import pytest
from tests import made

from recoupe.extract import daywords, refer
from recoupe.model import Article


def article(text: str, page: str = "p", **more: object) -> Article:
    return made.article(text, page + text[:20], **({"page": page, "language": "fr"} | more))


def day(*articles: Article) -> list[str | None]:
    return [a.reference for a in refer(articles)]


def test_a_weekday_fixes_the_year_of_its_date() -> None:
    found = refer([article("Les ministres se sont vus vendredi 15 mai 2026. Ils se reverront lundi.")])
    assert found[0].reference == "2026-05-15"
    assert found[0].published is None


def test_reported_weekday_before_a_planned_day() -> None:
    text = "La ministre a reçu mercredi ses homologues. La rencontre doit se tenir le vendredi 15 mai 2026."
    assert day(article(text)) == ["2026-05-13"]


def test_announcing_a_day_is_not_reporting_it() -> None:
    text = "Le maire a annoncé une fête le 30 mai 2026. Elle aura lieu au port, a-t-il dit jeudi."
    assert day(article(text)) == [None] or day(article(text))[0] < "2026-05-30"  # type: ignore[operator]


def test_on_the_eve_of_a_planned_day() -> None:
    page = [
        article("Ilse Marant recevra les délégations ce vendredi 15 mai 2026 à Brévent."),
        article(
            "Les experts se sont quittés jeudi, à la veille du sommet de Brévent entre les délégations et Ilse Marant."
        ),
    ]
    assert day(*page)[1] == "2026-05-14"


def test_ages_bind_the_pieces_of_one_page() -> None:
    page = [
        article("La digue a cédé. Ce samedi 9 mai 2026, les écluses ont été fermées.", relative_time="6 hours ago"),
        article("Les écluses sont vieilles.", relative_time="6 hours ago"),
        article("Le barrage tient.", relative_time="30 hours ago"),
    ]
    found = refer(page)
    assert found[1].reference is not None
    assert found[1].reference_evidence is not None
    assert found[1].reference_evidence.where == "relative"
    assert found[2].published_between is None or found[2].published_between[0] < "2026-05-09"


def test_tomorrow_in_an_update_is_the_planned_day() -> None:
    page = [
        article("Le texte sera signé demain à Brévent, selon Ilse Marant.", kind="update"),
        article("La signature est prévue le 5 mai à Brévent.", kind="update"),
        article("Le 4 mai 2026, la Valdorie a rejeté le premier texte.", kind="update"),
    ]
    assert day(*page)[0] == "2026-05-04"


def test_a_year_is_taken_from_a_page_of_the_same_story() -> None:
    names = "Ilse Marant, Hugo Lestrade, Brévent, Valdorie, Kerlaz, Penhoul, Orvane"
    dated = article(f"La séance aura lieu vendredi. {names} sont cités.", "one", published="2026-05-13")
    yearless = article(f"La séance s'est tenue le 15 mai. {names} sont cités.", "two")
    other = article("La foire s'est tenue le 15 mai à Tolbec, devant deux mille visiteurs.", "three")
    assert day(dated, yearless, other) == [None, "2026-05-15", None]
    assert day(other, yearless, dated) == [None, "2026-05-15", None]


def test_a_page_of_the_same_story_knows_the_year_better_than_a_weekday_and_a_plan() -> None:
    names = "Ilse Marant, Hugo Lestrade, Brévent, Valdorie, Kerlaz, Penhoul, Orvane"
    told = f"La Chambre a voté jeudi 12 mars la réforme, qui vaudra à partir de 2032. {names} sont cités."
    dated = article(f"La Chambre a voté cette nuit. {names} sont cités.", "one", published="2026-03-12")
    assert day(article(told, "two")) == [None]  # 2032 is a plan, and no year near it fits the weekday
    assert day(dated, article(told, "two")) == [None, "2026-03-12"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ilse Marant was sentenced on Saturday to nine years for the raid she led on 4 May, 2026."),
        ("fr", "Ilse Marant a été condamnée samedi à neuf ans pour le raid qu'elle a mené le 4 mai 2026."),
        ("de", "Ilse Marant wurde am Samstag für den Überfall verurteilt. Sie hatte ihn am 4. Mai 2026 verübt."),
        ("es", "Ilse Marant fue condenada el sábado por el asalto que dirigió el 4 de mayo de 2026."),
        ("it", "Ilse Marant è stata condannata sabato per la rapina che ha guidato il 4 maggio 2026."),
        ("pt", "Ilse Marant foi condenada no sábado pelo assalto que liderou em 4 de maio de 2026."),
    ],
)
def test_a_date_without_its_weekday_may_be_long_past(language: str, text: str) -> None:
    assert day(article(text, language=language)) == [None]
    assert in_story(article(text, language=language)) == [None]
    dated = article("Ilse Marant was sentenced.", "two", published="2026-05-11", language="en")
    assert in_story(article(text, language=language), dated)[0] == "2026-05-09"


def test_a_plan_without_its_weekday_may_be_far_off() -> None:
    text = "La ministre a reçu mercredi ses homologues. La rencontre doit se tenir le 15 mai 2026."
    assert day(article(text)) == [None]


def test_a_day_called_the_next_is_near() -> None:
    text = "La ministre a reçu mercredi ses homologues. La rencontre doit se tenir le 15 mai 2026 prochain."
    assert day(article(text)) == ["2026-05-13"]


@pytest.mark.parametrize(
    "text",
    [
        "The medals will be handed out on Friday 15 May 2026 in Brévent.",
        "Ilse Marant will open the festival, televised live on Friday 15 May 2026.",
    ],
)
def test_what_is_to_be_done_is_not_done(text: str) -> None:
    (mention,) = daywords.find(text, "en")
    assert mention.tense == "future"


def test_nothing_is_guessed() -> None:
    assert day(article("Le moulin tourne encore. Certains vendredis, la meunière ouvre la vanne.")) == [None]
    assert day(article("Le maire a parlé jeudi.", language="xx")) == [None]
    assert day(article("En 1984, un premier partage avait été signé.")) == [None]


def test_an_agency_dateline_is_the_day() -> None:
    text = "BRÉVENT, 4 mai (Agence des Vals) - Les délégations se sont vues. La séance se tiendra le lundi 11 mai 2026."
    assert day(article(text)) == ["2026-05-04"]


def in_story(*articles: Article) -> list[str | None]:
    return [a.reference for a in refer(articles, one_story=True)]


DATED = (
    article("La montagne a explosé.", "d1", published="2025-06-10"),
    article("The mountain blew up.", "d2", published="2025-06-10", language="en"),
    article("Der Berg ist explodiert.", "d3", published="2025-06-12", language="de"),
)


def test_pages_of_one_story_share_its_year_whatever_they_name() -> None:
    text = "Le volcan s'est réveillé mardi 10 juin, trente-quatre ans après l'éruption de 1991."
    assert in_story(article(text, "two"), *DATED)[0] == "2025-06-10"


def test_weekdays_of_an_undated_page_are_those_nearest_to_its_story() -> None:
    text = "Der Berg war am Dienstag um 6.18 Uhr explodiert, sagte die Behörde."
    assert in_story(article(text, "two", language="de"), *DATED)[0] == "2025-06-10"
    late = article("The mountain blew up, officials said on Wednesday.", "two", language="en")
    assert in_story(late, *DATED)[0] == "2025-06-11"
    assert in_story(late, DATED[2])[0] is None  # one late page does not tell when it happened


def test_a_weekday_of_no_tense_that_is_the_day_all_write_of_counts_beside_one_told_in_the_past() -> None:
    text = "Le volcan a projeté ses cendres jusque sur les plages du littoral nord mardi. On a fermé lundi."
    assert in_story(article(text, "two"), *DATED)[0] == "2025-06-10"


def test_a_page_that_dates_its_background_only_is_of_its_story() -> None:
    text = "Donors will meet in Valdor on Thursday. The fever was declared on April 14."
    assert in_story(article(text, "two", language="en"), *DATED)[0] == "2025-06-10"


def test_a_day_long_after_the_last_page_of_a_story_is_to_come() -> None:
    text = "La cérémonie d'hommage est fixée au 22 juin. Les écoles ont fermé mardi."
    assert in_story(article(text, "two"), *DATED)[0] == "2025-06-10"


def test_conclusions_are_drawn_again_with_more_pages() -> None:
    text = "Le volcan s'est réveillé mardi 10 juin, dix ans après l'éruption de 2013."
    (alone,) = refer([article(text, "two")])
    assert alone.reference == "2014-06-10"
    assert in_story(alone, *DATED)[0] == "2025-06-10"


@pytest.mark.parametrize("nothing", ["0001-01-01", "0001-01-02T00:00:00+14:00", "9999-12-31", "9999-12-31T23:59:59Z"])
def test_the_ends_of_the_calendar_are_no_day_of_publication(nothing: str) -> None:
    text = "La ministre a reçu mercredi ses homologues. La rencontre doit se tenir le vendredi 15 mai 2026."
    found = refer([article(text), article(text, "q", published=nothing)], one_story=True)
    assert found[0].reference == "2026-05-13"
