"""What several articles agree on of the day it happened, of dates they recall, of what was used."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims import told
from recoupe.model import Article, Finding, Reading
from tests.claims.helpers import alone, article


def found(*pages: Article) -> list[Finding]:
    mentions = {a.id: pipeline.annotate(a) for a in pages}
    read = {a.id: told(a, mentions[a.id], {}, {}) for a in pages}
    opened = [read[a.id].opened for a in pages]
    return [
        *claims.named(pages, {k: t.facts for k, t in read.items()}, {}, opened, alone),
        *claims.main_day(pages, {k: t.dated for k, t in read.items()}, opened, alone),
    ]


def pages(*texts: tuple[str, str], published: str = "2031-05-08") -> list[Article]:
    return [article(text, f"a{n}", language=code, published=published) for n, (code, text) in enumerate(texts)]


def lines(*texts: tuple[str, str], of: str) -> list[str]:
    return [f.values[0].display for f in found(*pages(*texts)) if f.attribute == of]


CRASH = ("en", "A train crash killed nobody in Varnholt on Tuesday, the mayor of Varnholt said afterwards.")
UNFALL = ("de", "Das Zugunglück in Varnholt ereignete sich am Dienstag vor dem Bahnhof der Stadt.")


def test_two_pages_that_date_the_event_agree_on_its_day() -> None:
    assert lines(CRASH, UNFALL, of="date") == ["2031-05-06"]
    assert lines(CRASH, of="date") == []


def test_a_day_that_many_tell_otherwise_is_not_agreed() -> None:
    other = ("en", "The train crash in Varnholt happened on Monday, a driver said before the inquiry opened there.")
    assert lines(CRASH, UNFALL, other, of="date") == []


@pytest.mark.parametrize(
    ("second", "third", "shown"),
    [
        ("Incarcerata dal novembre 2024, aspetta il processo.", None, ["2024-11"]),
        ("Die Halle stammt von 2024.", None, []),  # two that recall a year may mean two things
        ("Die Halle stammt von 2024.", "El puente es de 2024, dicen.", []),  # and so may three
    ],
)
def test_a_month_two_recall_is_one_memory_and_a_year_is_none(second: str, third: str | None, shown: list[str]) -> None:
    first = "She has been held since November 2024." if "2024-11" in shown else "The mine was opened in 2024."
    texts = [("en", first), ("it" if "Inc" in second else "de", second), *([("es", third)] if third else [])]
    filling = [("en", "Nothing was known of it.")] * 8  # what a third of a story tells is no memory
    assert lines(*texts, *filling, of="recalled") == shown


def test_what_force_was_used_with_is_agreed_on_across_languages() -> None:
    told_so = (
        ("en", "Officers answered with tear gas at dusk."),
        ("fr", "Du gaz lacrymogène a été tiré sur la place."),
    )
    assert lines(*told_so, of="means") == ["gaz lacrymogène"]
    denied = ("fr", "La police n'a pas employé de gaz lacrymogène sur la place.")
    assert lines(told_so[0], denied, of="means") == []
    found = ("fr", "La police a saisi du gaz lacrymogène et deux cordes dans la cave.")
    assert lines(told_so[0], found, of="means") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Melnik waves from his car on 15 July 2026, on the eve of the summit."),
        ("fr", "Melnik salue la foule le 15 juillet 2026, à la veille du sommet."),
        ("de", "Melnik grüßt die Menge am 15. Juli 2026, am Vorabend des Gipfels."),
        ("es", "Melnik saluda a la multitud el 15 de julio de 2026, en vísperas de la cumbre."),
        ("it", "Melnik saluta la folla il 15 luglio 2026, alla vigilia del vertice."),
        ("pt", "Melnik saúda a multidão a 15 de julho de 2026, na véspera da cimeira."),
    ],
)
def test_the_eve_of_an_event_is_not_its_day(language: str, text: str) -> None:
    page = article(text, language=language)
    assert [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "day"] == []


def test_the_day_an_event_is_held_is_its_day() -> None:
    page = article("The summit is held on 15 July 2026.", language="en")
    assert [c.attribute for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "day"] == ["date"]


def test_a_day_of_long_ago_keeps_its_year() -> None:
    one = article("The peace talks ended on 8 May 1945 in Varnholt.", "a", published="2031-05-12T10:00:00Z")
    other = article("In Varnholt the peace talks ended on 9 May 1945.", "b", published="2031-05-12T12:00:00Z")
    built = pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in (one, other)])
    (finding,) = [f for f in built.findings if f.status == "disputed"]
    assert [str(v.low)[:10] for v in finding.values] == ["1945-05-08", "1945-05-09"]


def test_no_day_is_made_up_where_no_page_tells_one() -> None:
    one = article("A fire broke out on Friday at 10:15 p.m. at the port of Varnholt.", "a", published=None)
    other = article("The fire broke out at the port of Varnholt at 10:45 p.m. on Friday.", "b", published=None)
    built = pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in (one, other)])
    (finding,) = [f for f in built.findings if f.status == "disputed"]
    assert [str(v.low)[:10] for v in finding.values] == ["XXXX-XX-XX", "XXXX-XX-XX"]
    assert built.timeline == ()


def test_an_election_of_another_year_was_not_on_friday() -> None:
    text = "The president faces questions over the 2027 presidential election after twelve men were charged on Friday."
    page = article(text, published="2031-05-12T10:00:00Z")
    found = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "day"]
    assert not [c for c in found if "event:vote" in c.scope]
    page = article(text.replace("2027 ", ""), published="2031-05-12T10:00:00Z")
    assert [c for c in claims.find(page, pipeline.annotate(page), {}) if "event:vote" in c.scope]


def test_a_page_that_tells_the_day_by_its_clock_does_not_date_the_event_otherwise() -> None:
    other = (
        "en",
        "Three people were held on Wednesday over the train crash in Varnholt. "
        "The crash happened around 9.40 p.m. GMT on Tuesday, the line said.",
    )
    assert lines(CRASH, UNFALL, other, of="date") == ["2031-05-06"]
    assert lines(CRASH, UNFALL, ("en", other[1].replace("9.40 p.m. GMT on Tuesday", "lunchtime")), of="date") == []
