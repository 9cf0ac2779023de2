"""Invented sentences with their times marked by hand, each checked for span, value and what is wanted beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.times.marked import Sentence, right, sentences

from recoupe.text.normalise import fold
from recoupe.times.grammar import grammar
from recoupe.times.triggers import EDGE

SENTENCES = list(sentences(Path(__file__).parent / "sentences.txt"))
KNOWN = {"Die Feier zum 50-jährigen Bestehen ist im Oktober."}
"""Sentences still read wrongly: a bare month five months ahead, with no tense that tells."""


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: f"{s.language} {s.text[:60]}")
def test_sentence(sentence: Sentence) -> None:
    found = sentence.found()
    told = [(t.text, t.type, t.value, t.begin, t.end_time, t.zone, t.zone_from, t.readings, t.mod) for t in found]
    same = len(found) == len(sentence.times) and all(
        (time.start, time.end) == (want.start, want.end) and right(want, time)
        for want, time in zip(sentence.times, found, strict=False)
    )
    assert same is (sentence.text not in KNOWN), (sentence.text, told)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: f"{s.language} {s.text[:60]}")
def test_whatever_has_a_day_or_a_clock_has_an_interval(sentence: Sentence) -> None:
    for time in sentence.found():
        if time.type in ("DATE", "TIME") and time.value[:4].isdigit():
            assert time.begin is not None, time
            assert time.end_time is not None, time
            assert time.begin <= time.end_time


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: f"{s.language} {s.text[:60]}")
def test_a_rule_is_left_out_only_where_it_finds_nothing(sentence: Sentence) -> None:
    folded = EDGE + fold(sentence.text)
    for rule in grammar(sentence.language).rules:
        near = not rule.need or any(word in folded for word in rule.need)
        assert near or rule.pattern.search(folded) is None, (rule.name, rule.need)
