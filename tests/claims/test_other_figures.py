"""Numbers beside another that is a part or a change of what they are of, and the places of several."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.model import Claim
from tests.claims.helpers import article


def told(text: str, language: str = "en") -> list[Claim]:
    page = article(text, language=language, title="News of the day")
    return claims.find(page, pipeline.annotate(page), {})


def one(text: str, number: float, language: str = "en") -> Claim:
    (found,) = [c for c in told(text, language) if c.low == number]
    return found


def test_what_is_said_of_a_part_is_not_said_of_the_whole() -> None:
    assert one("Nurses say 12 of the 45 injured are in hospital.", 45).attribute == "injury"
    assert one("Nurses say 12 of the 45 injured remained in hospital.", 45).attribute == "injury"
    assert "group:foreign" not in one("Some 60 percent of its 800 residents are foreigners.", 800).scope


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An increase of 30 percent in arrivals was noted."),
        ("fr", "Une hausse de 30 % des arrivées a été notée."),
        ("de", "Ein Anstieg von 30 Prozent der Ankünfte wurde gemeldet."),
        ("es", "Hubo un aumento del 30% de las llegadas."),
        ("it", "Un aumento del 30% degli arrivi."),
        ("pt", "Um aumento de 30% das chegadas."),
    ],
)
def test_a_rise_is_no_share(language: str, text: str) -> None:
    assert one(text, 30, language).attribute == "rise"


def test_what_a_value_was_is_no_rise() -> None:
    assert not [c for c in told("Support for the mayor is up from 20% in June.") if c.low == 20]


def test_a_quarter_is_no_year() -> None:
    scope = one(
        "Le bénéfice du deuxième trimestre a bondi de 9 % sur un an, à 310 millions d'euros.", 3.1e8, "fr"
    ).scope
    assert "period:q2" in scope
    assert "period:year" not in scope


def test_a_place_is_its_own_numbers() -> None:
    places = {c.low: {s for s in c.scope if s.startswith("place:")} for c in told(
        "Traffic was down by 70 percent in Egypt, in India by 40 percent."
    )}  # fmt: skip
    assert places[70] == {"place:Egypt"}
    both = {c.low: c.scope for c in told("Thieves hurt 40 people in Rome and 30 people in Milan.")}
    assert "place:Milan" in both[30]
    assert "place:Rome" not in both[30]


def test_a_place_from_which_a_length_is_measured_is_where_nobody_lives() -> None:
    assert "place:Rome" not in one("The isle has 3,000 residents and lies 90 km south of Rome.", 3000).scope


def test_a_country_of_a_currency_is_no_place() -> None:
    assert "place:US" not in one("The mill was sold for US$3 million.", 3e6).scope
    scopes = {s for c in told("A firm signed a deal worth US$3 million.") for s in c.scope}
    assert not any(s.startswith("place:") for s in scopes)
