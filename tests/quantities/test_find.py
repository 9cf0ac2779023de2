"""Quantities: what numbers count and measure."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model.mention import Quantity, Time
from recoupe.quantities import find

SENTENCES = [json.loads(line) for line in (Path(__file__).parent / "sentences.jsonl").open(encoding="utf-8")]
NEWS = [json.loads(line) for line in (Path(__file__).parent / "news.jsonl").open(encoding="utf-8")]
LANGUAGES = ["fr", "en", "es", "de", "it", "pt", "ru", "ar", "xx", None]


def close(found: float | None, expected: float | None) -> bool:
    if found is None or expected is None:
        return found is expected
    return abs(found - expected) <= 1e-6 * max(1, abs(expected))


@pytest.mark.parametrize("held", [False, True])
def test_sentences(held: bool) -> None:
    """At least nine in ten expected quantities are found, and nine in ten of those found are expected."""
    right = found = expected = 0
    for row in SENTENCES:
        if row["held"] != held:
            continue
        got = find(row["text"], language=row["language"])
        found += len(got)
        expected += len(row["quantities"])
        for want in row["quantities"]:
            right += any(
                close(q.low, want["low"]) and close(q.high, want["high"]) and q.of == want["of"]
                and ("group" not in want or want["group"] in q.group)
                for q in got
            )  # fmt: skip
    assert right / expected >= 0.9
    assert right / found >= 0.9


@pytest.mark.parametrize("language", ["fr", "en", "es", "pt", "it", "de", "ru", "ar"])
def test_news_of_each_language(language: str) -> None:
    """Nine sentences in ten of news copy give all they count, and nothing else."""
    rows = [row for row in NEWS if row["language"] == language]
    right = 0
    for row in rows:
        got = find(row["text"], language=language)
        right += len(got) <= len(row["quantities"]) and all(
            any(
                close(q.low, want["low"]) and close(q.high, want["high"]) and want.get("of", q.of) == q.of
                and ("group" not in want or want["group"] in q.group) and want.get("unit", q.unit) == q.unit
                for q in got
            )
            for want in row["quantities"]
        )  # fmt: skip
    assert right / len(rows) >= 0.9


@pytest.mark.parametrize(
    ("text", "low", "of"),
    [
        ("أُصيب خمسة وعشرون شخصا.", 25, "injury"),  # a vowel sign inside a word; units before tens
        ("بلغ عدد القتلى 21.", 21, "death"),
        ("ونقلت 7 جثث.", 7, "death"),
        ("بينها 3 من السيارات", 3, "car"),  # the article is written onto the noun
    ],
)
def test_arabic_words_with_something_written_onto_them(text: str, low: float, of: str) -> None:
    found = one(text, "ar")
    assert (found.low, found.of) == (low, of)


def test_of_two_russian_nouns_the_first_is_counted() -> None:
    assert one("34 тысячи жителей области", "ru").of == "resident"


def test_what_a_toll_rose_to_is_no_bound() -> None:
    assert (one("Число погибших выросло до 21.", "ru").low, one("Погибли до 21 человека.", "ru").low) == (21, None)


def one(text: str, language: str) -> Quantity:
    found = find(text, language=language)
    assert len(found) == 1, found
    return found[0]


def test_span_is_the_values_own_words() -> None:
    q = one("On compte au moins 16 morts à Brélan.", "fr")
    assert (q.text, q.low, q.high, q.qualifier, q.of, q.unit) == (
        "au moins 16 morts",
        16,
        None,
        "at least",
        "death",
        "person",
    )


def test_money_with_magnitude() -> None:
    q = one("près de 50 millions de dollars d'aide", "fr")
    assert (q.low, q.high, q.unit, q.of, q.qualifier) == (45e6, 50e6, "USD", "aid", "nearly")
    assert one("a €1.2bn deal", "en").low == 1.2e9
    assert one("50 M€", "fr").low == 50e6


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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le G20 et le vol 93, article 49"), ("fr", "Tél. 01 42 34 56 78"), ("fr", "une maison"),
        ("fr", "l'une des deux"),        ("en", "Air Force One and one of them"), ("en", "in 2019"),
        ("en", "the Group of Seven"),
        ("en", "call +442079460000"),         ("en", "the two leaders"), ("fr", "trois fois plus"),
    ],
)  # fmt: skip
def test_kept_out(language: str, text: str) -> None:
    assert find(text, language=language) == []


def test_numbers_of_times_are_theirs() -> None:
    text = "le 15 août, 12 blessés"
    times = [Time(start=3, end=10, text="15 août", type="DATE", value="2025-08-15")]
    assert [q.text for q in find(text, language="fr", times=times)] == ["12 blessés"]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_never_raises_and_spans_are_inside(text: str, language: str | None) -> None:
    for q in find(text, language=language):
        assert 0 <= q.start < q.end <= len(text)
        assert q.text == text[q.start : q.end]


def test_a_telephone_number_hides_nothing_on_other_lines() -> None:
    text = "The tide took 12 boats.\nCall 020 7946 0018 or (0161) 496 0018 90.\nIn all 31 people were hurt.\n"
    assert [q.text for q in find(text * 2, language="en")] == ["12 boats", "31 people"] * 2


@given(st.lists(st.sampled_from(["16", "morts", "dont", "2-1", "entre", "et", "$", "%", "1/2", ",", ".", "un", "tué"])))
def test_never_raises_on_its_own_words(words: list[str]) -> None:
    find(" ".join(words), language="fr")


@pytest.mark.parametrize("piece", ["1 ", "killed 1 ", "$1", "2-1 won ", "1 dead including ", "5 a b c d e f g "])
def test_hostile_input_ends(piece: str) -> None:
    begin = time.process_time()
    find(piece * (20_000 // len(piece)), language="en")
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Outflow peaked at 1,150 cubic metres a second."),
        ("fr", "Le débit a atteint 1 150 mètres cubes par seconde."),
        ("de", "Der Abfluss stieg auf 1.150 Kubikmeter pro Sekunde."),
        ("es", "El caudal llegó a 1.150 metros cúbicos por segundo."),
        ("it", "La portata è di 1.150 metri cubi al secondo."),
        ("pt", "A vazão chegou a 1.150 metros cúbicos por segundo."),
        ("fr", "Le texte garantit un débit de 1 150 m³ d'eau par seconde."),
        ("en", "A flow of 1,150 cubic metres of water per second is promised."),
    ],
)
def test_a_flow_is_a_volume_a_second(language: str, text: str) -> None:
    assert [(q.low, q.unit, q.of) for q in find(text, language=language)] == [(1150.0, "m3/s", "flow")]


def test_a_volume_a_second_time_is_no_flow() -> None:
    (found,) = find("A tank of 300 cubic metres burst for a second time.", language="en")
    assert found.unit == "m3"


def test_a_row_of_numbers_counts_nothing_and_leaves_the_words_before_it_alone() -> None:
    row = " ".join(str(n % 10) for n in range(4000))
    told = "The flood killed 12 people and destroyed 40 houses."
    found = find(f"{told}\n\nThe table was lost on the way:\n\n{row}\n", language="en")
    assert [(q.low, q.of) for q in found] == [(12.0, "death"), (40.0, "house")]


@pytest.mark.parametrize(
    ("language", "text", "force"),
    [
        ("en", "Force 8 winds were blowing when the trawler capsized.", 8),
        ("de", "Böen der Stärke neun erschwerten die Suche.", 9),
        ("fr", "Il y avait un vent de force 9, rafales comprises.", 9),
        ("nl", "Er stond windkracht 7.", 7),
        ("en", "Winds of 9 Beaufort were measured.", 9),
    ],
)
def test_the_force_of_a_wind(language: str, text: str, force: float) -> None:
    (found,) = find(text, language=language)
    assert (found.low, found.unit, found.of) == (force, "Bft", "wind force")


def test_a_quake_of_that_strength_is_no_wind() -> None:
    assert find("Ein Beben der Stärke 6 hat die Insel erschüttert.", language="de")[0].of == "magnitude"


def test_about_a_number_that_is_not_round_is_nearly_that_number() -> None:
    (some,) = find("Some 212 passengers were there.", language="en")
    (round_,) = find("Some 200 passengers were there.", language="en")
    assert (some.low, some.high) == (207.76, 216.24)
    assert (round_.low, round_.high) == (180.0, 220.0)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("fr", "Plus d'un millier de personnes ont été évacuées.", 1000.0, None),
        ("fr", "Moins d'une centaine de personnes ont été évacuées.", None, 100.0),
        ("en", "More than a dozen people died.", 12.0, None),
        ("es", "Hay más de un centenar de heridos.", 100.0, None),
        ("de", "Mehr als ein Dutzend Menschen starben.", 12.0, None),
        ("fr", "Une centaine de personnes ont été évacuées.", 90.0, 110.0),
    ],
)
def test_more_than_a_round_number_is_more_than_it(
    language: str, text: str, low: float | None, high: float | None
) -> None:
    (found,) = find(text, language=language)
    assert (found.low, found.high) == (low, high)


def test_words_without_end_behind_a_volume_take_no_time() -> None:
    begin = time.process_time()
    (found,) = find("Il faut 400 m³ " + f"{'a' * 60} " * 4 + "de plus.", language="fr")
    assert time.process_time() - begin < 2.0
    assert found.unit == "m3"


@pytest.mark.parametrize(
    ("language", "text", "unit", "of"),
    [
        ("fr", "La sonde est inclinée de 8 degrés.", "°", "angle"),
        ("pt", "Parou com inclinação de 8 graus.", "°", "angle"),
        ("de", "Gelandet ist die Sonde bei 8 Grad südlicher Breite.", "°", "angle"),
        ("en", "It leans at 8 degrees on a slope.", "°", "angle"),
        ("es", "En Tolhuin hacía 8 grados y lloviznaba.", "°C", "temperature"),
    ],
)
def test_degrees_of_a_slope_are_no_heat(language: str, text: str, unit: str, of: str) -> None:
    assert [(q.low, q.unit, q.of) for q in find(text, language=language)] == [(8.0, unit, of)]


@pytest.mark.parametrize(
    ("text", "low", "unit", "of"),
    [
        ("The war has displaced 1.2m people.", 1_200_000, "person", "displaced"),
        ("More than 3m homes were hit.", 3_000_000, "thing", "house"),
        ("The site has 12k users.", 12_000, "person", "user"),
        ("A line of 30m trees fell.", 30, "m", "m"),
        ("The wave was 3m high.", 3, "m", "height"),
    ],
)
def test_a_letter_means_millions_before_those_counted(text: str, low: float, unit: str, of: str) -> None:
    (found,) = find(text, language="en")
    assert (found.low, found.unit, found.of) == (low, unit, of)


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


def test_figures_in_one_long_piece_are_a_code() -> None:
    assert [q.text for q in find("9166103 Climber dead. 1200 climbers came.", language="en")] == ["1200 climbers"]


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


def test_a_share_of_one_half_each_counts_nobody() -> None:
    assert find("Une holding détenue à 50-50 par les deux villes.", language="fr") == []
    assert find("Eine Millionen-Klage und eine Milliarden-Strafe drohen.", language="de") == []


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
