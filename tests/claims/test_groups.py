"""Which of their kind are counted."""

from __future__ import annotations

import pytest

from tests.claims.helpers import count, only, told


def test_the_dead_of_one_nation_are_a_scope_of_their_own() -> None:
    text = "Among the dead are 14 Czechs."
    (claim,) = only(text, count(text, "14 Czechs", 14, "death", group=("CZ",)))
    assert claim.scope == ("group:CZ",)


def test_damaged_houses_are_not_those_destroyed() -> None:
    text = "In all 150 houses were destroyed, and 400 houses were damaged."
    found = only(
        text,
        count(text, "150 houses", 150, "house", unit="thing"),
        count(text, "400 houses", 400, "house", unit="thing"),
    )
    assert [c.scope for c in found] == [(), ("group:damaged",)]


def test_the_dead_of_one_calling_are_a_part_in_english_too() -> None:
    text = "Two firefighters died."
    (claim,) = only(text, count(text, "Two firefighters", 2, "death", group=("firefighter",)))
    assert claim.scope == ("group:firefighter",)


def test_a_percentage_is_of_what_it_says() -> None:
    text = "The railway ran 38% of its trains."
    found = only(text, count(text, "38%", 38, "%", unit="%", group=("train",)))
    assert [c.attribute for c in found] == ["share of train"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Loyal sailors killed 34 coup plotters.", "en"),
        ("Les marins ont tué 34 putschistes.", "fr"),
        ("Im Hafen lagen 34 getötete Putschisten.", "de"),
        ("Murieron 90 vecinos, entre ellos 34 golpistas.", "es"),
        ("Nel porto sono stati uccisi 34 golpisti.", "it"),
        ("No porto morreram 34 golpistas.", "pt"),
    ],
)
def test_plotters_are_a_part_of_the_dead(text: str, language: str) -> None:
    (claim,) = [c for c in told(text, language) if c.low == 34]
    assert (claim.attribute, claim.scope) == ("death", ("group:militant",))


@pytest.mark.parametrize(
    ("text", "language"),
    [("Onze généraux ont été arrêtés au port.", "fr"), ("Three generals were arrested.", "en")],
)
def test_generals_are_no_police(text: str, language: str) -> None:
    (claim,) = told(text, language)
    assert (claim.attribute, claim.scope) == ("arrest", ("group:officer",))


def test_officers_of_an_army_are_no_police() -> None:
    told_of = [c.scope for c in told("The port hosted nine naval officers.") if c.low == 9]
    assert told_of
    assert not any("group:police" in scope for scope in told_of)
    assert any("group:police" in c.scope for c in told("Nine officers died in the raid.") if c.low == 9)


def test_things_have_no_age() -> None:
    assert [c.scope for c in told("At least 14 gadgets for children were sold.")] == [()]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The 64 injured still in hospital were visited by the mayor.", "en"),
        ("Les 64 blessés encore hospitalisés vont mieux.", "fr"),
        ("64 Verletzte liegen noch in Kliniken.", "de"),
        ("Siguen hospitalizados 64 heridos.", "es"),
        ("I medici curano ancora 64 feriti.", "it"),
        ("Continuam internados 64 feridos.", "pt"),
    ],
)
def test_the_injured_still_in_hospital_are_not_all_who_were_hurt(text: str, language: str) -> None:
    assert {c.attribute for c in told(text, language)} == {"hospitalised"}


def test_all_who_were_hurt_are_not_those_still_in_hospital() -> None:
    found = {c.low: c.attribute for c in told("Of the 230 injured, 64 were still in hospital.")}
    assert found == {230: "injury", 64: "hospitalised"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three suspected firebugs have been arrested in Lorn."),
        ("en", "Police arrested three alleged smugglers in Lorn."),
        ("fr", "Trois incendiaires présumés ont été arrêtés à Lorn."),
        ("de", "Drei mutmaßliche Brandstifter wurden in Lorn festgenommen."),
        ("es", "Tres presuntos pirómanos han sido detenidos en Lorn."),
        ("it", "Tre presunti piromani sono stati arrestati a Lorn."),
        ("pt", "Três alegados incendiários foram detidos em Lorn."),
    ],
)
def test_suspects_of_anything_are_those_arrested(language: str, text: str) -> None:
    (claim,) = [c for c in told(text, language) if c.attribute == "arrest"]
    assert (claim.low, [s for s in claim.scope if s.startswith("group:")]) == (3, [])


def test_suspects_of_another_year_are_of_their_kind() -> None:
    text = "He won a prize in 2004 for a long chase, which ended with the arrest of two suspected smugglers."
    (claim,) = [c for c in told(text) if c.attribute == "arrest"]
    assert any(s.startswith("group:") for s in claim.scope)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Eleven aircraft, two of them lent by France, fought the fire."),
        ("fr", "Onze aéronefs, dont deux prêtés par la France, luttaient contre le feu."),
        ("es", "Hay once aviones, dos de ellos cedidos por Francia."),
        ("it", "Undici aerei, due dei quali prestati dalla Francia, sono in volo."),
        ("de", "Elf Flugzeuge, darunter zwei aus Frankreich, sind im Einsatz."),
        ("pt", "Onze aviões, dois deles emprestados pela França, combatem o fogo."),
    ],
)
def test_the_place_of_a_part_is_not_that_of_the_whole(language: str, text: str) -> None:
    (claim,) = [c for c in told(text, language) if c.low == 11]
    assert not any(s.startswith("place:") for s in claim.scope)


def test_those_of_a_nation_are_a_part_of_the_dead_also_behind_the_verb() -> None:
    first, second = [c for c in told("The dead were four Portuguese and two Spaniards.") if c.attribute == "death"]
    assert (first.low, first.scope, second.low, second.scope) == (4, ("group:PT",), 2, ("group:ES",))
    (whole,) = [c for c in told("The dead were four.") if c.attribute == "death"]
    assert (whole.low, whole.scope) == (4, ())
