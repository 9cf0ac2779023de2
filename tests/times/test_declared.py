"""A page may say once in which zone all its clock times are told."""

from __future__ import annotations

import pytest

from recoupe import pipeline, times
from recoupe.model import Page, ReadSettings
from recoupe.times import declared_zone


@pytest.mark.parametrize(
    ("language", "text", "zone"),
    [
        ("fr", "Toutes les heures sont données en temps universel (TU)", "UTC"),
        ("fr", "Suivez la journée minute par minute (heures de Paris).", "Europe/Paris"),
        ("fr", "Toutes les heures sont à l'heure de l'Est.", "America/Toronto"),
        ("en", "All times GMT", "UTC"),
        ("en", "Timeline, all in UTC.", "UTC"),
        ("en", "All times are given in Eastern Time.", "America/New_York"),
        ("es", "Todas las horas son en horario peninsular.", "Europe/Madrid"),
        ("de", "Alle Zeitangaben in MESZ", "Europe/Berlin"),
        ("it", "Tutti gli orari sono in ora italiana", "Europe/Rome"),
        ("pt", "Todos os horários são de Brasília.", "America/Sao_Paulo"),
        ("fr", "Toutes les heures sont indiquées en heure locale.", "local"),
        ("fr", "Toutes les heures sont locales.", "local"),
        ("fr", "Toutes les heures sont celles de Lima (moins sept pour Paris).", "America/Lima"),
        ("fr", "Toutes les heures sont celles de Fort-Varnholt.", "local"),
        ("en", "All times are local.", "local"),
        ("de", "Alle Zeitangaben in Ortszeit", "local"),
        ("es", "Todas las horas son locales.", "local"),
        ("es", "Las horas son las de Puerto Orlova.", "local"),
        ("it", "Tutti gli orari sono in ora locale.", "local"),
        ("it", "Gli orari sono quelli di Porto Orlova.", "local"),
        ("pt", "Todas as horas são locais.", "local"),
        ("pt", "As horas são as de Porto Orlova.", "local"),
        ("fr", "La crue en direct\nHeure du Luxembourg\n9h05 L'eau monte.", "Europe/Luxembourg"),
        ("en", "The flood, live\nUK time\n9.05am The water rises.", "Europe/London"),
        ("de", "Das Hochwasser im Liveticker\nDeutscher Zeit\n9.05 Uhr Das Wasser steigt.", "Europe/Berlin"),
        ("es", "La crecida, en directo\n(Hora peninsular)\n9.05 El agua sube.", "Europe/Madrid"),
        ("it", "La piena in diretta\nOra italiana\n9.05 L'acqua sale.", "Europe/Rome"),
        ("pt", "A cheia ao vivo\nHorário de Brasília\n9h05 A água sobe.", "America/Sao_Paulo"),
        ("en", "The flood, live\nLocal time\n9.05am The water rises.", "local"),
        ("fr", "La crue\nÀ Paris\nL'heure de Paris a sonné.", None),
        ("fr", "Les heures sont longues dans la file.", None),
        ("en", "She kept it with her at all times in London.", None),
        ("es", "Llegó a las 20.00 (hora de Madrid).", None),
    ],
)
def test_the_zone_of_a_page(language: str, text: str, zone: str | None) -> None:
    assert declared_zone(text, language) == zone


def test_its_clocks_are_printed_with_that_zone() -> None:
    context = times.TimeContext(declared_zone="Europe/Paris", place_zone="America/Lima")
    (found,) = times.find("Le vote a eu lieu à 14h05.", language="fr", published="2031-05-16", context=context)
    assert (found.value, found.zone, found.zone_from) == ("2031-05-16T12:05Z", "Europe/Paris", "printed")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les ministres arrivent à 9h, heure locale. A 9h15, ils commencent à parler."),
        ("de", "Die Minister kamen um 9 Uhr Ortszeit an. Um 9.15 Uhr begann das Gespräch."),
        ("de", "Die Minister kamen am Montagabend (Ortszeit) an. Die Maschine landete um 20.20 Uhr."),
        ("en", "The ministers came on Monday evening (local time). Their plane had landed at 8:20 p.m."),
        ("es", "Los ministros llegaron a las 9.00, hora local. A las 9.15 empezó la reunión."),
    ],
)
def test_once_a_page_tells_local_time_its_bare_clocks_are_local(language: str, text: str) -> None:
    context = times.TimeContext(place_zone="Asia/Tokyo", outlet_zone="Europe/Rome")
    found = times.find(text, language=language, published="2031-05-06", context=context)
    assert (found[-1].zone, found[-1].zone_from) == ("Asia/Tokyo", "place")
    assert len(found[-1].readings) == 1


def test_updates_of_a_live_blog_are_instants_by_it() -> None:
    news = {
        15: "Le port rouvre\nLes bateaux peuvent de nouveau entrer dans le bassin d'Orlova, dit la préfecture.",
        14: "Trois survivants\nDes secouristes ont sorti trois personnes vivantes d'un immeuble de la rue du Lavoir.",
        13: "Le pont est fermé\nLa circulation est interdite, des fissures ayant été vues au pied du pylône nord.",
        12: "Une réplique\nElle a été ressentie dans toute la ville, où des habitants campent dans les parcs.",
    }
    head = (
        "DIRECT – Varnholt : suivez la journée\n16 mai 2031 – Toutes les heures sont données en temps universel (TU)\n"
    )
    text = head + "\n".join(f"{hour}h05 – {said}" for hour, said in news.items())
    page = Page(id="p", page="direct.txt", text=text, published="2031-05-16", language="fr")
    found = [a for a in pipeline.read(page, ReadSettings()).articles if a.kind == "update"]
    assert sorted(a.published or "" for a in found) == [f"2031-05-16T{h}:05+00:00" for h in (12, 13, 14, 15)]
    assert {a.clock_zone for a in found} == {"UTC"}


def test_the_line_may_stand_outside_the_live_blog() -> None:
    entries = "".join(
        f"<div class='post' id='p{hour}'><time>{hour}:05</time><p>Rescuers have reached house number {hour} of Orlova"
        f" Street, where people had been waiting under the rubble since the night.</p></div>"
        for hour in (15, 14, 13, 12)
    )
    html = (
        "<html lang='en'><head><title>LIVE: Varnholt earthquake</title>"
        "<meta property='article:published_time' content='2031-05-16'></head><body>"
        f"<aside>All times are in Eastern Time.</aside><article><h1>LIVE: Varnholt earthquake</h1>{entries}</article>"
        "</body></html>"
    )
    page = Page(id="p", page="live.html", html=html, language="en")
    found = [a for a in pipeline.read(page, ReadSettings()).articles if a.kind == "update"]
    assert {a.clock_zone for a in found} == {"America/New_York"}
    assert {(a.published or "")[-6:] for a in found} == {"-04:00"}
