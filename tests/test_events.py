"""The invented events of `bench/events` are what they say: every word their gold lists stands on its page."""

import json
from pathlib import Path
from typing import Any

import pytest

EVENTS = sorted(p.parent for p in (Path(__file__).parents[1] / "bench" / "events").glob("*/gold.json"))


@pytest.mark.parametrize("event", EVENTS, ids=lambda p: p.name)
def test_the_words_of_the_gold_stand_on_their_pages(event: Path) -> None:
    texts = {p.name.split("_")[0]: json.loads(p.read_text("utf-8"))["text"] for p in event.glob("[0-9]*.json")}
    gold = json.loads((event / "gold.json").read_text("utf-8"))
    disputes = [*gold["disputes"], *gold.get("minor_disputes", ())]
    listed: list[dict[str, Any]] = [*(v for d in disputes for v in d["values"]), *gold["agreed"]]
    assert len(texts) >= 14
    assert len(gold["disputes"]) >= 12
    for one in listed:
        for page, words in zip(one["pages"], one["surface"], strict=True):
            assert words in texts[page], (page, words)


def test_there_are_forty_one() -> None:
    assert len(EVENTS) == 41
