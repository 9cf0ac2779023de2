"""Counts of people by what those of their country are called."""

from __future__ import annotations

import pytest

from recoupe.languages import load
from recoupe.quantities import find

PEOPLES = {
    "en": [
        ("Four Mauritians were killed in the blast.", "MU", "death"),
        ("Two Cape Verdeans were injured in the blast.", "CV", "injury"),
        ("Three Luxembourgers were arrested.", "LU", "arrest"),
        ("Two South Sudanese were killed in the blast.", "SS", "death"),
        ("Seven Japanese were injured in the blast.", "JP", "injury"),
        ("Five Tongan nationals were injured.", "TO", "injury"),
    ],
    "fr": [
        ("Quatre Mauriciens ont été tués dans l'explosion.", "MU", "death"),
        ("Deux Cap-Verdiens ont été blessés.", "CV", "injury"),
        ("Trois Maldiviennes ont été arrêtées.", "MV", "arrest"),
        ("Deux Sud-Soudanais ont été tués.", "SS", "death"),
        ("Cinq ressortissantes djiboutiennes ont été blessées.", "DJ", "injury"),
    ],
    "de": [
        ("Vier Ruander wurden bei der Explosion getötet.", "RW", "death"),
        ("Zwei Kapverdier wurden verletzt.", "CV", "injury"),
        ("Drei Ugander wurden festgenommen.", "UG", "arrest"),
        ("Zwei Sierra-Leoner wurden getötet.", "SL", "death"),
        ("Fünf sambische Landsleute wurden verletzt.", "ZM", "injury"),
    ],
    "es": [
        ("Cuatro ruandeses murieron en la explosión.", "RW", "death"),
        ("Dos caboverdianas resultaron heridas.", "CV", "injury"),
        ("Tres malteses fueron detenidos.", "MT", "arrest"),
        ("Cinco connacionales resultaron heridos.", None, "injury"),
    ],
    "it": [
        ("Quattro ugandesi sono morti nell'esplosione.", "UG", "death"),
        ("Due capoverdiani sono rimasti feriti.", "CV", "injury"),
        ("Tre maltesi sono stati arrestati.", "MT", "arrest"),
        ("Cinque connazionali sono rimasti feriti.", None, "injury"),
    ],
    "pt": [
        ("Quatro timorenses morreram na explosão.", "TL", "death"),
        ("Dois cabo-verdianos ficaram feridos.", "CV", "injury"),
        ("Três malteses foram detidos.", "MT", "arrest"),
        ("Cinco compatriotas ficaram feridos.", None, "injury"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "country", "of"), [(code, *line) for code, lines in PEOPLES.items() for line in lines]
)
def test_people_are_counted_by_their_country(language: str, text: str, country: str | None, of: str) -> None:
    told = [(q.unit, q.of, q.group) for q in find(text, language=language)]
    assert ("person", of, (country,) if country else ()) in told


@pytest.mark.parametrize("language", sorted(PEOPLES))
def test_every_language_knows_the_people_of_every_country(language: str) -> None:
    of_all = {key for code in PEOPLES for key in load(code).table("names")["demonyms"]}
    left_out = {"en": {"DM", "VA"}, "es": {"GD"}, "pt": {"GD"}}  # one word for two countries, or the name of a place
    assert of_all - set(load(language).table("names")["demonyms"]) == left_out.get(language, set())


def test_a_german_adjective_is_no_people() -> None:
    (dogs,) = find("Drei schwedische Kufenhunde wurden getötet.", language="de")
    assert (dogs.of_text, dogs.group) == ("getötet", ("kufenhunde", "SE"))
    (parts,) = find("Die Werft baute zwei ghanaische Zwurbel.", language="de")
    assert (parts.unit, parts.group) == ("thing", ("GH",))


def test_an_english_adjective_is_no_people_unless_something_befell_them() -> None:
    assert [q.of for q in find("Two Chinese zorble pilots were killed.", language="en")] == ["death"]
    assert [q.of for q in find("The fair had three Chinese and two German.", language="en") if q.group] == []
    assert [q.of for q in find("Three German were on the list.", language="en") if q.group] == []
