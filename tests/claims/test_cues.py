import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.claims.article.ground import cues
from recoupe.languages import available, load


def keys(text: str, language: str, section: str) -> list[str]:
    return [c.key for c in cues.find(text, language) if c.section == section]


def test_case_and_accents_are_folded() -> None:
    assert keys("La réunion a DÉBUTÉ.", "fr", "phase") == ["start"]


def test_several_words_must_follow_each_other() -> None:
    assert keys("a press conference", "en", "event") == ["press"]
    assert keys("the press saw a conference", "en", "event") == []


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "Das Schiff legte um 18 Uhr ab und kehrte nicht zurück.", ["departure"]),
        ("de", "Um sechs Uhr brach im Dachgeschoss ein Feuer aus.", ["occurrence"]),
        ("de", "Die Maschine hob gegen 7.12 Uhr ab, teilte die Firma mit.", ["departure"]),
        ("de", "Das Schiff lief um 18 Uhr. Die Lichter gingen aus.", []),
        ("nl", "De trein reed om 7.12 uur weg.", ["departure"]),
    ],
)
def test_a_verb_in_two_pieces_stands_where_its_first_does(language: str, text: str, wanted: list[str]) -> None:
    assert keys(text, language, "phase") == wanted


def test_the_longest_cue_of_a_section_stands_alone() -> None:
    assert keys("Les bureaux de vote ferment.", "fr", "event") == ["vote"]


def test_a_language_without_a_table_has_no_cues() -> None:
    assert cues.find("The talks began.", "xx") == ()


@pytest.mark.parametrize("language", [code for code in available() if load(code).table("cues")])
def test_tables_hold_known_sections_of_word_lists(language: str) -> None:
    for section, entries in load(language).table("cues").items():
        assert section in cues.SECTIONS
        for words in entries.values():
            assert words
            assert all(isinstance(w, str) and w.strip("* ") for w in words)


@given(st.text())
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for cue in cues.find(text, "fr"):
        assert 0 <= cue.start < cue.end <= len(text)


def test_hostile_text_ends_fast() -> None:
    assert cues.find("7" * 1_000_000, "en") == ()
    assert len(cues.find("start " * 20_000, "en")) == 20_000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The hearing is set for 25 March.", []),
        ("The bridge was shut In March, then opened.", []),
        ("Since last March nobody has come.", []),
        ("the March 14 blaze", []),
        ("The march on the town hall", ["march"]),
        ("They came for the March on the town hall", ["march"]),
    ],
)
def test_a_month_is_no_march(text: str, found: list[str]) -> None:
    assert keys(text, "en", "mover") == found


@pytest.mark.parametrize(
    ("language", "section", "text"),
    [
        ("en", "event", "The envoy's final report was read."),
        ("en", "event", "The patrol was under fire."),
        ("en", "event", "A grand jury met."),
        ("en", "event", "The guard opened fire."),
        ("en", "event", "An opinion poll of 800 people"),
        ("en", "phase", "The car missed a left-hand bend."),
        ("en", "period", "in the financial daily Orrin"),
        ("en", "scope", "a daily maximum of 41 degrees"),
        ("fr", "event", "Une catastrophe humanitaire menace."),
        ("es", "event", "según el informe final"),
        ("it", "event", "nella relazione finale"),
        ("pt", "event", "segundo o relatório final"),
        ("de", "event", "Die Streife geriet unter Feuer."),
    ],
)
def test_words_of_another_sense_are_no_cue(language: str, section: str, text: str) -> None:
    assert keys(text, language, section) == []
