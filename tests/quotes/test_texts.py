"""Texts of our own: figures that must not fall.

The French ones marked "kept" were not looked at while the rules were made. Those of `held_texts.jsonl` (French, Spanish
and so on) were written before the rules that read them and measured once at first sight: 24 of 37, 11 of 21,
12 of 19, 12 of 20 quotes had the right words and speaker. They have been read since. Those of `press_texts.jsonl`, with
what the press does to quotations, were at first sight right in 40 of 53, 16 of 21, 15 of 21 and 17 of 21.
"""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from recoupe.quotes import find

HERE = pathlib.Path(__file__).parent
TEXTS = [json.loads(line) for line in (HERE / "fr_texts.jsonl").open(encoding="utf-8")]
PRESS = [json.loads(line) for line in (HERE / "press_texts.jsonl").open(encoding="utf-8")]
HELD = [json.loads(line) for line in (HERE / "held_texts.jsonl").open(encoding="utf-8")]


def right(row: dict[str, Any], quote: dict[str, Any]) -> bool:
    text = row["text"]
    for found in find(text, language=row.get("lang", "fr")):
        if any(quote["words"] in text[a:b] for a, b in found.content):
            names = [s.entity.casefold() for s in found.speaker]
            if quote["speaker"] is None:
                return not names
            if any(quote["speaker"].split()[-1].casefold() in name for name in names):
                return True
    return False


@pytest.mark.parametrize(("kept", "least"), [(False, 0.92), (True, 0.80)])
def test_speakers(kept: bool, least: float) -> None:
    results = [right(row, quote) for row in TEXTS if row["kept"] is kept for quote in row["quotes"]]
    assert sum(results) / len(results) >= least


@pytest.mark.parametrize(("lang", "least"), [("fr", 0.83), ("es", 0.88), ("it", 0.83), ("pt", 0.93)])
def test_four_languages(lang: str, least: float) -> None:
    results = [right(row, quote) for row in HELD if row["lang"] == lang for quote in row["quotes"]]
    assert sum(results) / len(results) >= least


@pytest.mark.parametrize(("lang", "least"), [("fr", 0.88), ("es", 0.85), ("it", 0.80), ("pt", 0.85)])
def test_press(lang: str, least: float) -> None:
    results = [right(row, quote) for row in PRESS if row["lang"] == lang for quote in row["quotes"]]
    assert sum(results) / len(results) >= least
