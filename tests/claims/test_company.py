"""With whom talks are held: talks with somebody the story is not about are other talks."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.model import Reading
from tests.claims.helpers import article

HELD = [
    ("en", "President Rill will hold talks with the French prime minister, Odo Varn, on 7 June."),
    ("fr", "Le président Rill aura un entretien avec le premier ministre, Odo Varn, le 7 juin."),
    ("de", "Präsident Rill wird am 7. Juni Gespräche mit dem Minister Odo Varn führen."),
    ("es", "El presidente Rill mantendrá conversaciones con el ministro Odo Varn el 7 de junio."),
    ("it", "Il presidente Rill avrà colloqui con il ministro Odo Varn il 7 giugno."),
    ("pt", "O presidente Rill terá conversações com o ministro Odo Varn a 7 de junho."),
]


@pytest.mark.parametrize(("language", "text"), HELD)
def test_whom_talks_are_held_with_is_told(language: str, text: str) -> None:
    page = article(text, language=language, published="2031-06-05")
    (day,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "day"]
    assert "with:Odo Varn" in day.scope
    assert dict(day.named)["Odo Varn"] == "Odo Varn"


def test_talks_with_somebody_else_are_no_other_date_of_the_story_s_talks() -> None:
    of = "The talks between Anna Rill and Bela Sarn will be held on {} June in Brunn, the {} of Orlow said."
    texts = [of.format(12, who) for who in ("ministry", "palace", "spokesman")]
    texts.append("Anna Rill will hold talks with the envoy Odo Varn on 7 June. She meets Bela Sarn in Brunn later.")
    pages = [article(text, f"a{n}", published="2031-06-05", title=text.split(".")[0]) for n, text in enumerate(texts)]
    built = pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages])
    dates = [f for f in built.findings if (f.attribute, f.unit) == ("date", "day")]
    told = [(f.status, [str(v.low)[:10] for v in f.values]) for f in dates if f.status != "alone"]
    assert told == [("agreed", ["2031-06-12"])]


def test_the_day_somebody_spoke_is_not_that_of_what_they_hope_for() -> None:
    text = "On Monday 5 May, Anna Rill said that her planned talks with Bela Sarn would be useful."
    page = article(text, published="2031-05-06")
    assert [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "day"] == []


AFTERWARDS = [
    ("en", "The party chose Bela Sarn on Thursday 5 May after the resignation of Anna Rill."),
    ("fr", "Le parti a choisi Bela Sarn jeudi 5 mai après la démission d'Anna Rill."),
    ("de", "Die Partei entschied sich am Donnerstag, 5. Mai nach dem Rücktritt von Anna Rill für Bela Sarn."),
    ("es", "Bela Sarn tomó las riendas el jueves 5 de mayo tras la dimisión de Anna Rill."),
    ("it", "Bela Sarn ha preso le redini giovedì 5 maggio dopo le dimissioni di Anna Rill."),
    ("pt", "Bela Sarn tomou conta do partido a 5 de maio após a demissão de Anna Rill."),
]


@pytest.mark.parametrize(("language", "text"), AFTERWARDS)
def test_what_a_day_comes_after_was_not_that_day(language: str, text: str) -> None:
    page = article(text, language=language, published="2031-05-06")
    days = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "day"]
    assert not any("event:resignation" in c.scope for c in days)


def test_who_somebody_comes_after_does_not_come_then() -> None:
    text = "Nach Machthaber Odo Varn ist auch Präsidentin Anna Rill in Brunn eingetroffen. Sie landete um 20.20 Uhr."
    page = article(text, language="de", published="2031-05-06")
    came = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "arrival"]
    assert [c.scope for c in came] == [("who:Anna Rill",)]
