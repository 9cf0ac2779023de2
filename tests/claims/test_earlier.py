"""Tolls and magnitudes of an earlier happening, or of an aftershock, told beside the story's own."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.model import Finding
from tests.claims.helpers import alone, article


def findings(*texts: str, language: str = "en", attribute: str = "death") -> dict[str, list[float | None]]:
    pages = [
        article(t, f"a{n}", title="Quake", language=language, published=f"2031-05-06T{10 + n}:00:00+02:00")
        for n, t in enumerate(texts)
    ]
    found = [c for page in pages for c in claims.find(page, pipeline.annotate(page), {})]
    told: list[Finding] = claims.compare(found, pages, alone)
    return {f"{f.status} {f.scope}": [v.low for v in f.values] for f in told if f.attribute == attribute}


@pytest.mark.parametrize(
    ("language", "lead", "earlier"),
    [
        ("en", "An earthquake killed 46 people on Tuesday.", "Four weeks ago, a quake killed 39 people."),
        ("en", "An earthquake killed 46 people on Tuesday.", "On March 9, a quake killed 39 people."),
        ("en", "An earthquake killed 46 people on Tuesday.", "In early March, a quake killed 39 people."),
        ("fr", "Un séisme a fait 46 morts mardi.", "Il y a quatre semaines, un séisme avait fait 39 morts."),
        ("de", "Bei einem Erdbeben starben am Dienstag 46 Menschen.", "Bei dem Beben vom 9. März gab es 39 Tote."),
        ("es", "Un terremoto dejó 46 muertos este martes.", "Hace cuatro semanas, otro sismo dejó 39 muertos."),
        ("it", "Un terremoto ha provocato 46 morti martedì.", "Il terremoto del 9 marzo provocò 39 morti."),
        ("pt", "Um sismo fez 46 mortos esta terça-feira.", "O sismo de 9 de março fez 39 mortos."),
    ],
)
def test_a_toll_of_an_earlier_day_is_of_another_quake(language: str, lead: str, earlier: str) -> None:
    told = findings(f"{lead} {earlier}", lead, earlier, lead, language=language)
    assert told["agreed "] == [46]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A magnitude 6.3 earthquake struck. An aftershock that came an hour later measured magnitude 5.1."),
        ("fr", "Un séisme de magnitude 6,3 a frappé. Une nouvelle secousse a atteint à l'aube la magnitude 5,1."),
        ("de", "Ein Erdbeben der Stärke 6,3 traf den Ort. Ein Nachbeben um 5.10 Uhr erreichte die Stärke 5,1."),
        ("it", "Un terremoto di magnitudo 6,3. Una nuova scossa avvertita in tutta la valle, di magnitudo 5,1."),
    ],
)
def test_an_aftershock_has_its_own_magnitude(language: str, text: str) -> None:
    page = article(text, language=language, title="News")
    told = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "magnitude" and c.low == 5.1]
    assert all("group:aftershock" in c.scope for c in told)
    assert told


def test_two_aftershocks_are_two() -> None:
    first = "An aftershock of magnitude 5.1 was felt."
    assert findings(first, first, "An aftershock of magnitude 4.8 was felt.", attribute="magnitude") == {}


def test_an_aftershock_has_a_clock_of_its_own() -> None:
    text = "The earthquake struck at 3:12 a.m. local time. A strong aftershock struck at 4:05 a.m. local time."
    page = article(text, title="News")
    told = {c.scope for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "occurrence"}
    assert told == {("event:quake",), ("event:aftershock",)}
