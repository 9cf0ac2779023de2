"""Date lines, ages and stamps."""

from __future__ import annotations

import pytest

from recoupe.extract.dates import ago, date_line, in_address, stamp


@pytest.mark.parametrize(
    ("line", "language", "iso", "role"),
    [
        ("Publié dans Le Courrier des Vals le 14 - 10 - 2025", "fr", "2025-10-14", "published"),
        ("Mis à jour le 12/08/2025 à 10h30", "fr", "2025-08-12T10:30", "modified"),
        ("Updated August 12, 2025 10:30 AM EDT", "en", "2025-08-12T10:30-04:00", "modified"),
        ("10:32 AM EDT, August 12, 2025", "en", "2025-08-12T10:32-04:00", "published"),
        ("Published 12 March 2024 at 3pm", "en", "2024-03-12T15:00", "published"),
        ("Vendredi 15 août 2025 11:05 GMT+1", "fr", "2025-08-15T11:05+01:00", "published"),
        ("Stand: 15.08.2025, 10:30 Uhr MESZ", "de", "2025-08-15T10:30+02:00", "modified"),
        ("Publicado el 12 de agosto de 2025 a las 10:30 h", "es", "2025-08-12T10:30", "published"),
        ("Pubblicato il 3 marzo 2025 alle 18:05", "it", "2025-03-03T18:05", "published"),
        ("Atualizado em 12/08/2025 às 14h30", "pt", "2025-08-12T14:30", "modified"),
        ("2025-08-14T19:30:00Z", None, "2025-08-14T19:30+00:00", "published"),
        ("Par Jeanne Corbel | 12 août 2025 à 14h30", "fr", "2025-08-12T14:30", "published"),
        ("Do 25.04.24 | 14:07 Uhr | Von Eva Beispiel", "de", "2024-04-25T14:07", "published"),
        ("06.01.2026, Lesezeit 5 Min.", "de", "2026-01-06", "published"),
        ("Publié le 12 août 2025, 14:30 (heure de Paris)", "fr", "2025-08-12T14:30+02:00", "published"),
    ],
)
def test_date_lines(line: str, language: str, iso: str, role: str) -> None:
    assert [(d.iso, d.role) for d in date_line(line, language)] == [(iso, role)]


def test_a_line_may_hold_both_dates() -> None:
    found = date_line("Publié le 12 août 2025 à 10h00, mis à jour le 13 août 2025 à 9h", "fr")
    assert [(d.iso, d.role) for d in found] == [("2025-08-12T10:00", "published"), ("2025-08-13T09:00", "modified")]


def test_a_long_line_may_end_with_the_time_it_takes_to_read() -> None:
    line = "Par Anne Corbel — Publié le 12 juin 2025 à 18h30, mis à jour le 13 juin 2025 à 7h05 — Lecture 2 min."
    found = date_line(line, "fr")
    assert [(d.iso, d.role) for d in found] == [("2025-06-12T18:30", "published"), ("2025-06-13T07:05", "modified")]
    prose = "Publié le 12 juin 2025 à 18h30, le rapport de la commission dit tout du chantier et de ses ouvriers."
    assert date_line(prose, "fr") == []


@pytest.mark.parametrize(
    "line",
    [
        "Le 12 août 2025, la ministre a reçu son homologue et lui a remis le texte de l'accord.",
        "Le temps qu'il fera ce mardi 3 février 2026",
        "Published 08/05/2025",  # the fifth of August or the eighth of May: not told
        "Publié le 31 février 2025",
        "La récolte de 2025 sera bonne",
        "Version 3.25.24",
        "Règlement 1.2.03.24",
    ],
)
def test_no_date_lines(line: str) -> None:
    assert date_line(line, "en" if line.startswith("Published") else "fr") == []


@pytest.mark.parametrize(
    ("line", "words", "hours"),
    [
        ("6 hours ago", "6 hours ago", 6),
        ("an hour ago", "an hour ago", 1),
        ("2h ago", "2h ago", 2),
        ("il y a 3 heures", "il y a 3 heures", 3),
        ("hace 2 horas", "hace 2 horas", 2),
        ("vor einer Stunde", "vor einer Stunde", 1),
        ("3 ore fa", "3 ore fa", 3),
        ("há 5 horas", "há 5 horas", 5),
    ],
)
def test_ages_are_intervals(line: str, words: str, hours: int) -> None:
    found = ago(line)
    assert found is not None
    assert found.words == words
    assert found.low < hours * 3600 < found.high


@pytest.mark.parametrize(
    ("line", "outlet"),
    [("Le Journal · il y a 3 heures", "Le Journal"), ("5h ago | Port Gazette", "Port Gazette"), ("2 days ago", "")],
)
def test_stamps(line: str, outlet: str) -> None:
    found = stamp(line)
    assert found is not None
    assert found.outlet == outlet


def test_prose_is_no_stamp() -> None:
    assert stamp("The storm began 3 hours ago, and it has not ended.") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/en/2025/08/16/8356.html", "2025-08-16"),
        ("https://a.example/20250815/news-2035438541.html", "2025-08-15"),
        ("https://a.example/2025/13/45/x", None),
        ("https://a.example/news/2033", None),
        (None, None),
    ],
)
def test_days_in_addresses(url: str | None, day: str | None) -> None:
    assert in_address(url) == day
