"""Numbers without a unit: what they count."""

from __future__ import annotations

import pytest

from recoupe.model.mention import Quantity
from recoupe.quantities import find


def one(text: str, language: str) -> Quantity:
    found = find(text, language=language)
    assert len(found) == 1, found
    return found[0]


def test_outcome_from_the_verb() -> None:
    q = one("killing at least four tourists", "en")
    assert (q.of, q.group, q.low, q.high) == ("death", ("tourist",), 4, None)


def test_part_of_another_count() -> None:
    whole, part = find("14 morts, dont 3 enfants", language="fr")
    assert (whole.of, whole.part, part.of, part.part, part.group) == ("death", False, "death", True, ("child",))


def test_nationality_is_a_country_key() -> None:
    assert one("32 Ukrainian soldiers", "en").group == ("UA",)
    assert one("32 soldats ukrainiens", "fr").group == ("UA",)


def test_prisoners_freed_are_prisoners() -> None:
    assert one("120 prisonniers ont été libérés", "fr").of == "prisoner"


def test_plural_counts_the_head() -> None:
    assert one("200 police vehicles", "en").of == "vehicle"
    assert one("12 prisoner swaps", "en").of is None


def test_of_two_russian_nouns_the_first_is_counted() -> None:
    assert one("34 тысячи жителей области", "ru").of == "resident"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Le gouvernement débloque 180 millions de dranks.", "fr", "dranks"),
        ("Andranno 180 milioni di dranki.", "it", "dranki"),
        ("Destina 180 millones de dranques.", "es", "dranques"),
        ("Destinou 180 milhões de dranques.", "pt", "dranques"),
    ],
)
def test_a_noun_no_table_knows_stands_behind_the_preposition_of_millions(text: str, language: str, words: str) -> None:
    (found,) = find(text, language=language)
    assert (found.low, found.of, found.of_text) == (180_000_000, None, words)


@pytest.mark.parametrize(
    ("language", "text", "counted"),
    [
        ("it", "È in ospedale per una ferita a un occhio.", []),
        ("es", "Tenía una herida en el ojo.", []),
        ("it", "Un morto e una ferita sul molo.", ["death", "injury"]),
        ("fr", "Deux blessés graves, un homme victime d'un infarctus.", ["injury"]),
        ("fr", "On compte trois gardes civils.", ["police officer"]),
        ("en", "He saw seven national police vans arrive.", ["vehicle"]),
    ],
)
def test_a_wound_is_nobody_and_an_article_no_age(language: str, text: str, counted: list[str]) -> None:
    assert [q.of for q in find(text, language=language)] == counted


@pytest.mark.parametrize(
    ("language", "text", "counted"),
    [
        ("de", "In der Halle wurden 32 Kinder und fünf Erwachsene getötet.", ["death", "death"]),
        ("fr", "On compte neuf policiers et trois pompiers blessés.", ["injury", "injury"]),
        ("es", "Hubo 32 niños y cinco adultos muertos.", ["death", "death"]),
        ("de", "Bei einem Beben der Stärke 7,1 sind 12 Menschen gestorben.", ["magnitude", "death"]),
        ("es", "Un sismo de 7,1 grados golpeó el puerto con 31 grados.", ["magnitude", "temperature"]),
        ("it", "Una scossa di 6,1 gradi.", ["magnitude"]),
        ("pt", "Um terremoto de 6,1 graus.", ["magnitude"]),
        ("fr", "Un séisme de 6,1 degrés.", ["magnitude"]),
        ("fr", "La magnitude est de 7, 1.", []),
        ("fr", "Plus de 200 personnes ont ainsi péri.", ["death"]),
        ("en", "At least 186 people have so far died.", ["death"]),
        ("es", "En el puerto han perecido al menos 186 personas.", ["death"]),
        ("de", "Nach Angaben der Wehr starben mindestens 226 Menschen.", ["death"]),
    ],
)
def test_what_befell_all_of_a_list_and_what_degrees_are_of(language: str, text: str, counted: list[str]) -> None:
    assert [q.of for q in find(text, language=language)] == counted
