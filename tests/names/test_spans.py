"""Runs of capitalised words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.names import spans
from recoupe.names.tables import lexicon
from recoupe.text.letters import capitals

PIECES = [
    "Ana", "Ruiz", "Bank", "of", "de", "d'", "der", "and", "said", "U.", "St.", "II", "Beijing-based", "L'Eau",
    "O'Hara", "al-Hamad", "the", "la", "in", "von", "den", "y", "\u0301", "'s", "&",
    ",", ".", ";", "\n", '"', "(", ")", "7", "Ärzte", "É", "İzmir", "x",
]  # fmt: skip
BY_THE_PATTERN = re.compile(f"[{capitals()}](?P<rest>(?!))?(?P<next>(?!))?(?P<last>(?!))?")
"""Any capital, never known to begin a plain word."""


def told(text: str, code: str) -> list[tuple[list[tuple[int, int, str, bool]], bool]]:
    found = spans.runs(text, lexicon(code))
    return [([(w.start, w.end, w.text, w.small) for w in spans.words_of(run, text)], run.initial) for run in found]


@pytest.mark.parametrize("code", ["en", "fr", "de", "es"])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=10), glue=st.sampled_from([" ", "", "  "]))
def test_runs_of_plain_words_are_those_of_the_pattern(code: str, pieces: list[str], glue: str) -> None:
    text = spans.even(glue.join(pieces))
    quick = told(text, code)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spans, "_capital", lambda code: BY_THE_PATTERN)
        assert told(text, code) == quick


def test_words_behind_one_another_are_one_run() -> None:
    ((words, initial),) = told("It is Ana Ruiz Gil, who left", "en")[1:]
    assert ([text for _, _, text, _ in words], initial) == (["Ana", "Ruiz", "Gil"], False)
