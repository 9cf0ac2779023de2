"""Flattened pages with clocks: the messy live blogs give their updates, and what only looks like one gives none."""

from __future__ import annotations

import pytest

from recoupe.extract import read
from recoupe.extract.html import parse, visible
from recoupe.model import Article, Page

from .test_live_messy import CASES, Case


def flattened(html: str) -> list[Article]:
    return list(read(Page(id="x", page="x", text=visible.of(parse.tree(html)).text)).articles)


def clocked(case: Case) -> list[tuple[str, str | None, str, str]]:
    return [(when, title, first, last) for when, title, first, last in case.told if when]


@pytest.mark.parametrize("name", CASES)
def test_live_blogs(name: str) -> None:
    case = CASES[name]
    found = flattened(f"<html><head>{case.head}</head><body>{case.body}</body></html>")
    # What is pinned stands on top of its page.
    updates = [a for a in found if a.kind == "update"]
    updates = sorted(updates, key=lambda a: a.published or "") if name == "updated and pinned" else updates
    assert found[0].kind == "live"
    assert [u.text[: len(first)] for u, (_, _, first, _) in zip(updates, clocked(case), strict=True)] == [
        first for _, _, first, _ in clocked(case)
    ]
    assert [u.title for u in updates] == [title for _, title, _, _ in clocked(case)]


def test_lines_of_a_day_and_a_clock_date_their_entries() -> None:
    case = CASES["day and clock lines"]
    found = flattened(f"<html><head>{case.head}</head><body>{case.body}</body></html>")
    assert [u.published for u in found if u.kind == "update"] == [when[:16] for when, *_ in clocked(case)]
    assert found[0].published is None  # the newest entry's line is not the live blog's


LEAD = (
    "The town of Orlbury will hold its lantern festival on Saturday for the forty-first time, and the council expects "
    "nine thousand visitors from the whole valley."
)
TAIL = (
    "Parking is free at the old brewery. The organisers ask visitors to come by train, since the high street will be "
    "shut to cars from noon until midnight."
)
MORE = " More of it stands in the paper of the valley, which is sold at the station and at the old mill."
FORWARDS = {
    "what is on television": (
        ("20:15", f"Night of the Lanterns. A boatman finds a letter that was meant for his father.{MORE}"),
        ("21:45", f"News of the evening, with the weather for the coast and a report on the new ferry.{MORE}"),
        ("22:15", f"The Long River. A film on the people who live by the river and on past floods.{MORE}"),
    ),
    "a programme": (
        ("14:00", f"Opening of the festival by the mayor on the market square, with the band of the brigade.{MORE}"),
        ("16:30", f"Children make paper lanterns in the library together with an artist who lives in the town.{MORE}"),
        ("19:00", f"Procession through the old town, from the mill gate to the lower bridge.{MORE}"),
    ),
    "a chronology": (
        ("10:15", f"The first call reached the fire brigade from a woman who saw smoke above the old mill.{MORE}"),
        ("10:40", f"Two engines were on the spot, but the hydrant in the yard gave no water.{MORE}"),
        ("11:25", f"The roof fell in. Nobody was inside any more, since the workers had left by the stairs.{MORE}"),
    ),
    "a transcript": (
        ("00:12", f"Host: Welcome back to the programme. Today we talk about the festival with its founder.{MORE}"),
        ("01:05", f"Guest: Thank you. It began in the year of the flood, when we had only paper and candles.{MORE}"),
        ("03:47", f"Host: And how many people came in that first year, if you remember?{MORE}"),
    ),
    "a timetable": (("06:12", "Orlbury market"), ("06:40", "Halden bridge"), ("07:05", "The port")),
}
BETWEEN = (": ", " - ", "\n", " ")


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("kind", FORWARDS)
def test_clocks_that_run_forwards_are_no_live_blog(kind: str, between: str) -> None:
    lines = [f"{clock}{between}{words}" for clock, words in FORWARDS[kind]]
    text = "\n".join(["The lantern festival of Orlbury", LEAD, *lines, TAIL])
    found = read(Page(id="x", page="x", text=text)).articles
    assert [a.kind for a in found] == ["article"]
    assert LEAD in found[0].text
    assert TAIL in found[0].text


@pytest.mark.parametrize("between", BETWEEN[:3])
def test_clocks_that_run_backwards_are_one(between: str) -> None:
    lines = [f"{clock}{between}{words}" for clock, words in FORWARDS["a chronology"][::-1]]
    found = read(Page(id="x", page="x", text="\n".join(["The mill of Orlbury burns", LEAD, *lines]))).articles
    assert [a.kind for a in found] == ["live", "update", "update", "update"]


def test_a_summary_of_clocked_headlines_is_no_entry_twice() -> None:
    entries = FORWARDS["a chronology"][::-1]
    summary = [f"{clock} Event number {n} in short" for n, (clock, _) in enumerate(entries)]
    body = [line for clock, words in entries for line in (clock, words)]
    found = read(Page(id="x", page="x", text="\n".join(["Mill fire: live", LEAD, *summary, *body]))).articles
    assert [a.text for a in found if a.kind == "update"] == [words for _, words in FORWARDS["a chronology"]]


@pytest.mark.parametrize("label", ["Pinned", "Pinned ", "2 hours ago ", "2 hours ago", "Épinglé - ", "vor 3 Stunden "])
def test_a_label_before_a_clock(label: str) -> None:
    entries = [f"{label}{clock}\n{words}" for clock, words in FORWARDS["a chronology"]]
    found = read(Page(id="x", page="x", text="\n".join(["Mill fire: live", LEAD, *entries]))).articles
    assert [(u.relative_time, u.text) for u in found if u.kind == "update"] == list(FORWARDS["a chronology"])


def test_two_dates_of_an_article_about_live_music_are_no_entries() -> None:
    text = f"Live music in Orlbury\n12 May 2026, 10:00\n{LEAD}\nUpdated 12 May 2026, 11:30\n{TAIL}"
    assert [a.kind for a in read(Page(id="x", page="x", text=text)).articles] == ["article"]


def test_the_first_entry_keeps_its_headline_and_a_line_on_zones_is_no_title() -> None:
    text = (
        "DIRECT – Varnholt : suivez la journée\nToutes les heures sont données en temps universel (TU)\n"
        "15h05 – Le port rouvre\nLes bateaux peuvent de nouveau entrer dans le bassin d'Orlova.\n"
        "14h05 – Trois survivants\nDes secouristes ont sorti trois personnes vivantes de la rue du Lavoir.\n"
        "13h05 – Le pont est fermé\nLa circulation est interdite, des fissures ayant été vues au pied du pylône nord.\n"
    )
    live, *updates = read(Page(id="x", page="x", text=text, published="2031-05-16", language="fr")).articles
    assert (live.kind, live.title) == ("live", "DIRECT – Varnholt : suivez la journée")
    assert sorted((u.published, u.title) for u in updates) == [
        ("2031-05-16T13:05", "Le pont est fermé"),
        ("2031-05-16T14:05", "Trois survivants"),
        ("2031-05-16T15:05", "Le port rouvre"),
    ]
