"""The French texts: figures that must not fall. Those marked "kept" were not looked at while the rules were made."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from recoupe.quotes import find

TEXTS = [json.loads(line) for line in (pathlib.Path(__file__).parent / "fr_texts.jsonl").open(encoding="utf-8")]


def right(row: dict[str, Any], quote: dict[str, Any]) -> bool:
    text = row["text"]
    for found in find(text, language="fr"):
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
