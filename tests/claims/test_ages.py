"""Whose an age is."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.model import Reading
from tests.claims.helpers import article, mentions, name


def ages(language: str, text: str) -> list[tuple[tuple[str, ...], float | None]]:
    """Return (scope, age) of the ages of a text, in order."""
    page = article(text, language=language)
    found = claims.find(page, pipeline.annotate(page), {})
    return [(c.scope, c.low) for c in found if c.attribute == "age"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The queen came with her 13-year-old son Edvin Lorr, who waved.", [(("who:Edvin Lorr",), 13)]),
        ("en", "Their child, Edvin Lorr, 7, waved to the crowd.", [(("who:Edvin Lorr",), 7)]),
        ("en", "The driver, 44, was hurt.", [(("who:driver",), 44)]),
        ("de", "Ermittler wollen den Kapitän (52) befragen.", [(("who:captain",), 52)]),
        ("de", "Der in Brunn Festgenommene, 41, schwieg.", [(("who:suspect",), 41)]),
        ("en", "The suspected leader, a 24-year-old Dane, was arrested.", [(("who:ringleader",), 24)]),
        ("fr", "Le chef présumé, un Danois de 24 ans, a été arrêté.", [(("who:ringleader",), 24)]),
        ("it", "Il presunto capo, detto Falco Renn, ha 26 anni.", [(("as:ringleader", "who:Falco Renn"), 26)]),
        ("fr", "Falco Renn se tait. Un ouvrier de 34 ans est mort.", [(("who:worker",), 34)]),
        ("fr", "Raúl Ocampo, un ouvrier de 34 ans, est mort.", [(("who:Raúl Ocampo",), 34)] * 2),
        ("en", "A 24-year-old Dane known online as Falco Renn was held.", [(("who:Falco Renn",), 24)]),
        ("fr", "Falco Renn est un expert de 20 ans de pratique.", []),
        ("de", "Kapitän Otto Rill kam. Der 27-Jährige soll das Schiff versenkt haben.", [(("who:Otto Rill",), 27)]),
        ("de", "Kapitän Otto Rill traf Anna Poe. Es war spät. Der 27-Jährige soll das Schiff versenkt haben.", []),
        ("de", "Otto Rill traf Anna Poe. Dann ging Otto Rill. Der 55-Jährige schwieg.", [(("who:Otto Rill",), 55)]),
        ("de", "Er schweige, sagte Anna Poe. Otto Rill kam. „Er schweigt“, sagte Otto Rill. Der 55-Jährige blieb.", []),
        ("fr", "L'ouvrier de 34 ans, Raúl Ocampo, est mort.", [(("who:Raúl Ocampo",), 34)]),
        ("en", "The 34-year-old worker, Raúl Ocampo, died.", [(("who:Raúl Ocampo",), 34)]),
        ("en", "The youngest patient is six, the oldest 83.", [(("who:youngest",), 6), (("who:oldest",), 83)]),
        ("fr", "Le plus jeune est un garçon de 4 ans.", [(("who:youngest",), 4)]),
        ("fr", "La plus jeune a six ans.", [(("who:youngest",), 6)]),
        ("de", "Der jüngste Fahrgast ist sechs.", [(("who:youngest",), 6)]),
        ("es", "El más joven tiene seis años.", [(("who:youngest",), 6)]),
        ("it", "Il bambino più piccolo ha 4 anni.", [(("who:youngest",), 4)]),
        ("pt", "O mais novo tem seis anos.", [(("who:youngest",), 6)]),
        ("en", "The youngest of three sisters left.", []),
        ("en", "A woman of 71 who died was known to all.", [(("who:woman",), 71)]),
        ("es", "Doran Velesk, de 34 años, dormía en un granero.", [(("who:Doran Velesk",), 34)] * 2),
        ("it", "Doran Velesk, di 34 anni, dormiva in un granaio.", [(("who:Doran Velesk",), 34)] * 2),
        ("pt", "Doran Velesk, de 34 anos, dormia num celeiro.", [(("who:Doran Velesk",), 34)] * 2),
        ("en", "The 10-year-old's death and the arrest of Edvin Lorr shook Varnholt.", []),
        ("en", "Edvin Lorr broke Falco Renn's almost 30-year-old record in Varnholt.", []),
        ("en", "Edvin Lorr's 10-year-old son was hurt.", [(("who:boy",), 10)]),
        ("en", "A baby aged seven months was hurt.", []),
        ("fr", "Un bébé de sept mois a été blessé.", []),
        ("it", "Un bambino di sette mesi è rimasto ferito.", []),
        ("pt", "Um bebê de sete meses ficou ferido.", []),
        ("es", "Un bebé de siete meses resultó herido.", []),
    ],
)
def test_an_age_is_of_who_is_named_or_called_beside_it(
    language: str, text: str, told: list[tuple[tuple[str, ...], float]]
) -> None:
    assert ages(language, text) == told


def test_numbers_in_brackets_behind_places_of_a_list_are_no_ages() -> None:
    page = article("On compte les morts : Brenz (43), Lorn (71), Velm (12).", language="fr")
    found = claims.find(page, mentions(name("On compte les morts : Brenz", "Brenz", "person")), {})
    assert not [c for c in found if c.attribute == "age"]


def test_ages_of_other_years_are_no_dispute() -> None:
    told = "In 2005, at the age of 91, Falco Renn told a reporter the secret of the Varnholt mine."
    later = "Falco Renn, {}, told the secret of the Varnholt mine to a reporter in {}."

    def statuses(*texts: str) -> set[str]:
        pages = [article(text, f"a{n}", language="en", published=None) for n, text in enumerate(texts)]
        built = pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages])
        return {f.status for f in built.findings if f.attribute == "age" and len(f.values) > 1}

    assert statuses(told, later.format(92, 2006)) == set()
    assert statuses(told, later.format(92, 2005)) == {"disputed"}
