"""Sentences that are passed over because no word of theirs reports: nothing is lost by it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe import quotes
from recoupe.quotes import view
from recoupe.quotes.grammar import Grammar, grammar

HERE = Path(__file__).parent
TEXTS = [json.loads(line) for file in sorted(HERE.glob("*_texts.jsonl")) for line in file.open(encoding="utf-8")]


@pytest.mark.parametrize(
    ("language", "sentence", "silent"),
    [
        ("en", "The old bridge was there in the morning.", True),
        ("en", "Poe was quoted as saying so in the morning.", False),
        ("en", "They called it a bridge in the end.", True),
        ("en", "They called it a bridge in the end:", False),
        ("en", "In the words of Poe the bridge holds.", False),
        ("fr", "Un pont pour elle et les siens.", True),
        ("fr", "Pour Ann Poe, le pont tient.", False),
        ("fr", "Et pour Ann Poe, le pont tient.", False),
        ("fr", "Un pont tient, selon Ann Poe.", False),
    ],
)
def test_a_sentence_reports_by_a_verb_of_saying_a_whole_phrase_or_how_it_opens(
    language: str, sentence: str, silent: bool
) -> None:
    plain, colon = view.unmarked(sentence), sentence.endswith(":")
    assert grammar(language).silent(plain, behind_quotation=False, colon=colon) is silent


def test_what_is_passed_over_reports_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(row["text"], row.get("lang", "fr")) for row in TEXTS]
    found = [quotes.find(text, language=language) for text, language in texts]
    monkeypatch.setattr(Grammar, "silent", lambda *_, **__: False)
    for (text, language), before in zip(texts, found, strict=True):
        assert quotes.find(text, language=language) == before
