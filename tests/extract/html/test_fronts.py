"""Section fronts and newsletters: what is a headline there, and what is the page's own."""

from __future__ import annotations

import pytest

from recoupe.extract import read
from recoupe.model import Page

CARDS = [
    ("Verkehr", "Die Fähre fährt wieder nach Plan", "Nach drei Tagen Streik legt die Fähre am Montag wieder ab."),
    ("Wetter", "Sturm Mira zieht nach Osten ab", "Der Wetterdienst hat die Warnungen am Morgen aufgehoben."),
    ("Stadtrat", "Drei Brücken für die Altstadt", "Der Rat stimmt mit neun zu vier Stimmen für den Bau."),
    ("Sport", "Orlbach verliert das Derby klar", "Gegen Halden gab es ein 0:2, beide Tore fielen spät."),
    ("Kultur", "Die Katze aus dem Museum ist zurück", "Acht Tage lang suchten die Wärter nach ihr."),
]
FRONTS = {
    "cards that are one link": "".join(
        f"<div><a href='/{n}'><span>{kicker}</span><h2>{title}</h2><p>{words}</p></a><span>1{n}:05 Uhr</span></div>"
        for n, (kicker, title, words) in enumerate(CARDS)
    ),
    "headlines that are links": "".join(
        f"<h3><a href='/{n}'>{title}</a></h3><p>{words}</p>" for n, (_, title, words) in enumerate(CARDS)
    ),
    "a list with ages": "<h1>Aus der Region</h1><ul>"
    + "".join(
        f"<li><a href='/{n}'>{title}</a><span>vor {n + 1} Stunden</span></li>"
        for n, (_, title, _) in enumerate([*CARDS, ("", "Das Freibad öffnet am ersten Mai", "")])
    )
    + "</ul>",
}


@pytest.mark.parametrize("name", FRONTS)
def test_a_front_is_its_headlines(name: str) -> None:
    page = f"<html lang=de><head><title>Orlbacher Bote</title></head><body><main>{FRONTS[name]}</main></body></html>"
    reading = read(Page(id="p", page="p", html=page, url="https://bote.example/"))
    assert reading.articles == ()
    assert [s.words for s in reading.sightings][:5] == [title for _, title, _ in CARDS]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Annulla l'iscrizione | Gestisci le preferenze", "it"),
        ("Cancelar suscripción | Gestionar preferencias", "es"),
        ("Se désabonner | Gérer mes préférences", "fr"),
        ("Cancelar a inscrição | Gerir preferências", "pt"),
        ("Abmelden | Einstellungen verwalten", "de"),
        ("Uitschrijven | Voorkeuren beheren", "nl"),
    ],
)
def test_a_newsletter_ends_before_its_way_out(line: str, language: str) -> None:
    pieces = "".join(f"<tr><td><h2>{title}</h2><p>{words} {words}</p></td></tr>" for _, title, words in CARDS)
    page = f"<html lang={language}><body><table>{pieces}<tr><td><p>{line}</p></td></tr></table></body></html>"
    (article,) = read(Page(id="p", page="p", html=page)).articles
    assert line.split(" | ")[0] not in article.text
    assert CARDS[-1][2] in article.text
