"""The example from pages to dossier, as an editor would check it."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe import app
from recoupe.model import Article, Dossier, Finding, Settings

FERRY = Path(__file__).resolve().parents[1] / "examples" / "ferry"


@pytest.fixture(scope="module")
def ferry() -> Dossier:
    built, errors = app.dossier([str(FERRY)], Settings())
    assert not errors
    return built


def findings(ferry: Dossier, attribute: str, *statuses: str) -> list[Finding]:
    return [f for f in ferry.findings if f.attribute == attribute and f.status in statuses]


def article(ferry: Dossier, page: str, kind: str = "article") -> Article:
    return next(a for a in ferry.articles if Path(a.page).name.startswith(page) and a.kind == kind)


def test_every_line_is_anchored_to_the_words_it_shows(ferry: Dossier) -> None:
    texts = {a.id: a.text for a in ferry.articles}
    anchors = [s for f in ferry.findings for v in f.values for s in v.support]
    anchors += [s for e in ferry.timeline for s in e.support]
    assert all(f.values and all(v.support for v in f.values) for f in ferry.findings)
    assert all(texts[s.article][s.start : s.end] == s.exact for s in anchors)
    assert all(texts[a.article][a.start : a.end] == a.exact for p in ferry.passages for a in p.sides)
    assert all(texts[a.article][a.start : a.end] == a.exact for q in ferry.quotes for a in q.support)


def test_the_number_of_passengers_is_disputed(ferry: Dossier) -> None:
    (finding,) = findings(ferry, "passenger", "disputed")
    assert {v.low for v in finding.values} == {312.0, 287.0}
    assert finding.independent[0] >= 2


def test_the_toll_evolves_and_was_corrected_downwards(ferry: Dossier) -> None:
    (finding,) = findings(ferry, "death", "evolving")
    assert {v.low for v in finding.values} >= {3.0, 4.0, 5.0}
    corrected = {s.page for v in finding.values if v.low == 4.0 for s in v.support}
    assert len(corrected) >= 3


def test_one_page_prints_another_hour_than_all_zones_agree_on(ferry: Dossier) -> None:
    (finding,) = findings(ferry, "occurrence", "disputed")
    assert {v.low for v in finding.values} == {"2026-05-12T16:40:00Z", "2026-05-12T17:10:00Z"}
    assert findings(ferry, "occurrence", "same instant")


def test_a_score_of_injured_and_21_do_not_clash(ferry: Dossier) -> None:
    assert findings(ferry, "injury", "rounded")
    assert not findings(ferry, "injury", "disputed")


def test_the_accident_of_another_year_is_no_dispute(ferry: Dossier) -> None:
    deaths = findings(ferry, "death", "disputed", "evolving", "rounded")
    assert all(v.low != 9.0 for f in deaths for v in f.values)


def test_the_time_of_the_accident_is_disputed_once_zones_are_read(ferry: Dossier) -> None:
    times = [f for f in ferry.findings if f.status == "disputed" and f.unit == "instant"]
    values = {str(v.low)[11:16] for f in times for v in f.values if v.low == v.high}
    assert {"16:40", "17:10"} <= values


def test_one_agency_text_on_three_pages_is_one_passage(ferry: Dossier) -> None:
    (passage,) = [p for p in ferry.passages if p.kind in ("copy", "edited") and p.words > 30]
    assert sorted(Path(s.page).name[:2] for s in passage.sides) == ["01", "02", "05"]


def test_another_story_on_the_aggregators_page_is_left_out_and_named(ferry: Dossier) -> None:
    (left_out,) = ferry.coverage.left_out
    assert left_out.title is not None
    assert left_out.title.startswith("Handball")


def test_pages_are_taken_apart(ferry: Dossier) -> None:
    assert article(ferry, "05", "extract").outlet == "Le Courrier du Détroit"
    assert sum(a.kind == "update" for a in ferry.articles) == 5
    assert article(ferry, "02").published == "2026-05-12"
    assert len([s for s in ferry.sightings if Path(s.page).name.startswith("02")]) == 8
    assert article(ferry, "07").also_at
    for furniture in ("cookies", "Mentions légales", "À lire aussi", "Hashtags", "ne garantit", "Suscríbete"):
        assert all(furniture not in a.text for a in ferry.articles)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("La ville est en deuil", "Inés Caldera"),
        ("Personne ne savait où aller", "Nadia Berrada"),
        ("Je ne partirai pas sans réponses", "Tomás Aldana"),
        ("Mon frère devait rentrer", "Samira Idrissi"),
        ("avait demandé un pilote", "Lucía Montalbán"),  # three pages, in two languages
        ("We apologise to the families", "Lucía Montalbán"),
    ],
)
def test_who_said_what(ferry: Dossier, words: str, speaker: str) -> None:
    (said,) = [q for q in ferry.quotes if words in q.words]
    assert said.speaker == speaker


def test_one_person_under_two_spellings_is_one_entity(ferry: Dossier) -> None:
    assert [e.name for e in ferry.entities if "Montalban" in e.aliases] == ["Lucía Montalbán"]


def test_a_live_blogs_updates_are_read_once(ferry: Dossier) -> None:
    live = article(ferry, "06", "live")
    assert live.parts
    anchors = [s for f in ferry.findings for v in f.values for s in v.support if s.article == live.id]
    anchors += [s for e in ferry.timeline for s in e.support if s.article == live.id]
    assert not [a for a in anchors if any(start <= a.start < end for start, end in live.parts)]
