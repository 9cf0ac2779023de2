"""Lexicons: which entry stands where."""

from __future__ import annotations

import pytest

from recoupe.quantities.lexicon import WORD, Lexicon

TABLE = {
    "boat": ["salt boat/s", "boat/s"],
    "crew": ["salt boat crew", "salt"],
    "storm": ["storm of salt", "storm-salt", "tempest*"],
    "mill": ["mühle des salzes"],
}


def test_the_notation_of_entries() -> None:
    lexicon = Lexicon({"soldier": ["soldat/s"], "start": ["debu*"], "crew": ["membres d'équipage"]})
    assert [h.key for h in lexicon.all("soldats debutent membres d'equipage", 0, 35)] == ["soldier", "start", "crew"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("salt boat crew", [("crew", 0, 14)]),  # the longest
        ("salt boats sank", [("boat", 0, 10)]),
        ("salt mine", [("crew", 0, 4)]),  # the short one where the long ones do not go on
        ("salt  boat", [("boat", 0, 10)]),
        ("salt, boat", [("crew", 0, 4), ("boat", 6, 10)]),  # a comma parts
        ("storm-salt", [("storm", 0, 10)]),
        ("storm of", []),
        ("tempests", [("storm", 0, 8)]),
        ("muhle des salzes", [("mill", 0, 16)]),
    ],
)
def test_the_longest_entry_that_begins_with_a_word(text: str, found: list[tuple[str, int, int]]) -> None:
    lexicon = Lexicon(TABLE)
    for _ in range(2):  # the second time it knows which words are in no entry
        assert [(hit.key, hit.start, hit.end) for hit in lexicon.all(text, 0, len(text))] == found


def test_all_is_match_at_each_word() -> None:
    lexicon = Lexicon(TABLE)
    text = "the storm of salt took a salt boat and its boat, salt and storm"
    alone = [lexicon.match(text, m.start(), m[0]) for m in WORD.finditer(text)]
    expected, done = [], 0
    for hit in alone:
        if hit is not None and hit.start >= done:
            expected.append(hit)
            done = hit.end
    assert lexicon.all(text, 0, len(text)) == expected
    assert lexicon.all(text, 4, 9) == []  # an entry that goes on behind the end is none


def test_entries_that_begin_with_no_letter_or_end_in_a_mark() -> None:
    lexicon = Lexicon({"mafia": ["'ndrangheta"], "late": ["24-hour wait*", "wait"], "first": ["2e rang", "co-op/s"]})
    found = [(h.key, h.start, h.end, h.single) for h in lexicon.all("ndrangheta 2e rang co-ops waiting wait", 0, 38)]
    assert found == [
        ("mafia", 0, 10, False),
        ("first", 12, 18, False),
        ("first", 19, 25, False),
        ("late", 34, 38, False),
    ]


def test_words_that_are_whole_are_no_compounds() -> None:
    table = {"land": ["niederland"], "boat": ["rettungsboot"]}
    lexicon = Lexicon(table, compounds=True, whole=("Großniederland",))
    hit = lexicon.match("seerettungsboot", 0, "seerettungsboot")
    assert hit is not None
    assert hit.key == "boat"
    assert lexicon.match("grosniederland", 0, "grosniederland") is None
