"""Where a search for a time may begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.text.normalise import fold
from recoupe.times.grammar import grammar
from recoupe.times.triggers import EDGE

PIECES = [
    "eighteen", "twenty ten", "montagabend", "funfjahrige", "zweitagige", "jaren 80", "'85", "1990s", "19h30", "12.5.",
    "3/4", "2019", "5pm", "5 p.m.", "-quarter", "x", "_", "þ", "1", "l'", "\n", "«", "the",
]  # fmt: skip


@pytest.mark.parametrize("code", ["en", "fr", "de", "es", "it", "pt", "nl", "ru"])
@given(data=st.data())
def test_the_automaton_finds_what_the_pattern_does(code: str, data: st.DataObject) -> None:
    triggers = grammar(code).triggers
    assert triggers is not None
    pieces = st.sampled_from([*PIECES, *sorted(grammar(code).trigger_class)])
    glue = data.draw(st.sampled_from([" ", "  ", "", "-", ".", "'"]))
    text = fold(glue.join(data.draw(st.lists(pieces, max_size=8))))
    assert [m.span() for m in triggers.find(text)] == [m.span() for m in triggers.pattern.finditer(EDGE + text)]


def test_words_of_a_phrase_may_be_a_line_apart() -> None:
    triggers = grammar("en").triggers
    assert triggers is not None
    (found,) = triggers.find("he left the\n day  before yesterday")
    assert found[0] == " the\n day  before yesterday"
