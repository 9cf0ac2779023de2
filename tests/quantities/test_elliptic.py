"""Numbers whose noun stands elsewhere in their sentence."""

from __future__ import annotations

import pytest

from recoupe.quantities import find


def told(text: str, language: str) -> list[tuple[float | None, str | None, tuple[str, ...]]]:
    return [(q.low, q.of, q.group) for q in find(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Unter den Toten sind 13 Tschechen und vier Slowaken."),
        ("es", "Entre los fallecidos hay 13 checos y 4 eslovacos."),
        ("fr", "Parmi les morts figurent 13 Tchèques et quatre Slovaques."),
        ("it", "Le vittime sono 13 cechi e quattro slovacchi."),
        ("pt", "Entre os mortos estão 13 checos e 4 eslovacos."),
        ("en", "Thirteen of the dead were Czech and four were Slovak."),
    ],
)
def test_a_toll_by_nationality(language: str, text: str) -> None:
    assert told(text, language) == [(13, "death", ("CZ",)), (4, "death", ("SK",))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Weitere 20 Personen wurden verletzt, sieben davon schwer."),
        ("en", "The crash left 20 injured, seven of them in critical condition."),
        ("fr", "Vingt personnes ont été blessées, dont sept grièvement."),
        ("it", "I feriti sono 20, sette dei quali in pericolo di vita."),
    ],
)
def test_how_badly_some_of_them_are_hurt(language: str, text: str) -> None:
    assert told(text, language) == [(20, "injury", ()), (7, "injury", ("wounded-seriously",))]


def test_one_noun_for_the_numbers_of_two_sides() -> None:
    text = "Il y avait 300 manifestants selon la police, 1 000 selon les organisateurs."
    assert told(text, "fr") == [(300, "protester", ()), (1000, "protester", ())]


def test_a_number_alone_stays_alone() -> None:
    assert told("The museum has 20 guards. Seven of them were on duty.", "en")[0] == (20, "guard", ())
    assert all(of != "death" for _, of, _ in told("Sie lagen mit sieben davon vorn.", "de"))


def test_a_compound_is_what_its_head_is() -> None:
    assert told("Vier Rettungshubschrauber und 90 Museumswärter waren dort.", "de") == [
        (4, "helicopter", ()),
        (90, "guard", ()),
    ]


def test_people_of_a_country_are_named_in_every_language() -> None:
    for language, text in (("it", "Morti 13 cechi."), ("pt", "Morreram 13 checos."), ("es", "Mueren 13 checos.")):
        assert told(text, language)[0][2] == ("CZ",)


def test_more_of_the_things_counted_before() -> None:
    assert told("Rund 90 Häuser wurden zerstört, 40 weitere beschädigt.", "de")[1] == (40, "house", ())
    assert told("Some 90 houses collapsed and 46 were damaged.", "en")[1] == (46, "house", ())
    assert told("Some 90 houses collapsed and 46 more people fled.", "en")[1] == (46, "person", ())


def test_a_stroke_in_the_sign_of_a_speed() -> None:
    assert [q.unit for q in find("Глубина 22 км, скорость 90 км/ч.", language="ru")] == ["km", "km/h"]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("fr", "Trois personnes, deux hommes de 32 et 37 ans et une femme de 29 ans, ont été arrêtées.", 3),
        ("it", "Due uomini di 32 e 37 anni sono stati arrestati.", 2),
        ("es", "Dos hombres de 32 y 37 años han sido detenidos.", 2),
    ],
)
def test_ages_stand_between_people_and_what_happened_to_them(language: str, text: str, count: int) -> None:
    assert told(text, language)[0][:2] == (count, "arrest")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Some 45,000 people according to the unions, 12,000 according to the police."),
        ("it", "Erano 45 mila persone secondo i sindacati, 12 mila secondo la polizia."),
        ("pt", "Eram 45 mil pessoas segundo os sindicatos, 12 mil segundo a polícia."),
    ],
)
def test_the_count_of_the_other_side_has_the_same_noun(language: str, text: str) -> None:
    found = find(text, language=language)
    assert [(q.of, q.low if q.low == 12_000 else None) for q in found] == [("person", None), ("person", 12_000)]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Of the nine dead, two were firefighters.", "firefighter"),
        ("en", "Nine miners died. Two of the dead were police officers.", "police officer"),
        ("fr", "Sur les neuf morts, deux étaient des pompiers.", "firefighter"),
        ("de", "Von den neun Toten waren zwei Polizisten.", "police officer"),
        ("de", "Es gab neun Tote, darunter zwei Angehörige der freiwilligen Feuerwehr.", "firefighter"),
        ("es", "De los muertos, dos eran policías.", "police officer"),
        ("it", "Dei morti, due erano poliziotti.", "police officer"),
        ("pt", "Morreram nove pessoas, duas das quais bombeiros.", "firefighter"),
        ("pt", "Dos mortos, dois eram polícias.", "police officer"),
    ],
)
def test_what_some_of_the_dead_were(language: str, text: str, who: str) -> None:
    assert told(text, language)[-1] == (2, "death", (who,))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two Belgians are among the dead."),
        ("fr", "Deux Belges figurent au nombre des victimes."),
        ("de", "Zwei Belgier sind unter den Toten."),
        ("it", "Due belgi sono tra le vittime."),
        ("nl", "Twee Belgen zijn onder de doden."),
    ],
)
def test_among_the_dead_behind(language: str, text: str) -> None:
    assert told(text, language) == [(2, "death", ("BE",))]


def test_a_third_of_one_nation_makes_three() -> None:
    assert told("Un troisième Belge a été identifié parmi les morts.", "fr") == [(3, "death", ("BE",))]
    assert told("Une troisième victime est morte.", "fr") == []


def test_a_list_that_makes_up_the_toll_says_who_they_were() -> None:
    text = "Eleven people were killed in the shaft: six miners, two nurses and three rescuers."
    assert told(text, "en")[1:] == [(6, "death", ("miner",)), (2, "death", ("nurse",)), (3, "death", ("rescuer",))]
    other = "Nine people were killed. At the shaft: six miners and two nurses."
    assert [of for _, of, _ in told(other, "en")] == ["death", "miner", "nurse"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The flood took 90 houses, 30 of them primary residences."),
        ("pt", "Arderam 90 casas, das quais 30 de primeira habitação."),
        ("it", "Distrutte 90 case, di cui 30 prime case."),
    ],
)
def test_houses_someone_lives_in_all_year(language: str, text: str) -> None:
    assert told(text, language)[-1] == (30, "house", ("main home",))


def test_the_toll_of_the_sentence_before_does_not_leave_open_whose_part_is_told() -> None:
    text = "The death toll rose to 14. 33 people are missing, including five nurses."
    assert [(q.of, q.low, q.group) for q in find(text, language="en")][1:] == [
        ("missing", 33, ()),
        ("missing", 5, ("nurse",)),
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Four Germans, two Belgians and three Spaniards are among the dead.", [(4, "DE"), (2, "BE"), (3, "ES")]),
        ("en", "Four Germans were among the 17 dead.", [(4, "DE")]),
        ("fr", "Six Français et deux Belges figurent parmi les dix-sept morts.", [(6, "FR"), (2, "BE")]),
        ("de", "Vier Deutsche und zwei Belgier sind unter den 17 Toten.", [(4, "DE"), (2, "BE")]),
        ("es", "Seis españoles figuran entre los 17 muertos.", [(6, "ES")]),
        ("it", "Sei italiani e due belgi sono tra i 17 morti.", [(6, "IT"), (2, "BE")]),
        ("pt", "Seis portugueses estão entre os 17 mortos.", [(6, "PT")]),
    ],
)
def test_compatriots_among_so_many_dead_are_dead_and_so_is_their_list(
    language: str, text: str, expected: list[tuple[int, str]]
) -> None:
    found = [(low, group[0]) for low, of, group in told(text, language) if of == "death" and group]
    assert found == expected


def test_a_list_before_another_s_dead_is_not_of_them() -> None:
    found = told("Four Germans, two Belgians and 12 dead were counted.", "en")
    assert [of for _, of, group in found if group] != ["death"]


@pytest.mark.parametrize(
    ("language", "text", "of"),
    [
        ("en", "Sixty were hurt. Of those, 27 are French, 14 German.", "injury"),
        ("de", "60 Menschen wurden verletzt. Davon sind 27 Franzosen, 14 Deutsche.", "injury"),
        ("fr", "On compte 60 hospitalisés. Parmi eux, 27 sont français, 14 allemands.", "hospitalised"),
        ("es", "Hay 60 heridos. De ellos, 27 son franceses, 14 alemanes.", "injury"),
        ("it", "I feriti sono 60. Di questi, 27 sono francesi, 14 tedeschi.", "injury"),
        ("pt", "Há 60 feridos. Destes, 27 são franceses, 14 alemães.", "injury"),
    ],
)
def test_of_those_are_the_ones_the_sentence_before_counted(language: str, text: str, of: str) -> None:
    assert told(text, language)[1:] == [(27, of, ("FR",)), (14, of, ("DE",))]


def test_of_those_counts_nobody_where_nobody_was_hurt() -> None:
    assert told("Sixty people came. Of those, 27 are French.", "en") == [(60, "person", ())]


def test_a_list_goes_on_and_another_sentence_s_people_are_none_of_it() -> None:
    german = "60 Menschen wurden verletzt. Davon sind 27 Franzosen, 14 Deutsche und sechs Belgier."
    assert [of for _, of, _ in told(german, "de")] == ["injury"] * 4
    apart = "Drei Franzosen wurden verletzt, zwei Belgier fuhren weiter."
    assert told(apart, "de")[-1] == (2, "person", ("BE",))


def test_of_them_are_people_and_not_the_things_named_last() -> None:
    found = told("Sixty were in hospital in three countries, six of them in a serious condition.", "en")
    assert found[-1] == (6, "hospitalised", ("wounded-seriously",))
