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
        ("fr", "Toutes les heures sont indiquées en heure locale.", None),
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


def test_updates_of_a_live_blog_are_instants_by_it() -> None:
    text = """DIRECT - Séisme à Varnholt : suivez la journée
16 mai 2031 – Toutes les heures sont données en temps universel (TU)
14h05 - Trois survivants
Les secouristes ont sorti trois personnes vivantes d'un immeuble de la rue d'Orlova, annonce la préfecture.
13h05 - Le pont est fermé
La circulation est interdite sur le pont suspendu jusqu'à nouvel ordre, des fissures ayant été vues au pied du pylône.
12h05 - Première réplique
Une réplique de magnitude 4,2 a été ressentie dans toute la ville ; des habitants campent dans les parcs.
"""
    page = Page(id="p", page="direct.txt", text=text, published="2031-05-16", language="fr")
    found = [a for a in pipeline.read(page, ReadSettings()).articles if a.kind == "update"]
    assert sorted(a.published or "" for a in found) == [f"2031-05-16T{h}:05+00:00" for h in (12, 13, 14)]
    assert {a.clock_zone for a in found} == {"UTC"}
