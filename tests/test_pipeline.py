"""The order of the steps, and what a fault in one of them may cost."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe import pipeline, quotes
from recoupe.model import Page, ReadSettings


def test_a_fault_on_one_article_loses_only_what_it_could_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "Twelve people died in the fire at Orlow on Monday, police said. It began in a bakery on the main square. "
    texts = [told + "Burnt flour lay everywhere.", told + "Nobody knows why it began."]
    readings = [pipeline.read(Page(id=str(n), page=f"{n}.txt", text=t), ReadSettings()) for n, t in enumerate(texts)]
    find = quotes.find

    def faulty(text: str, **given: Any) -> Any:
        if "Burnt" in text:
            raise IndexError("list index out of range")
        return find(text, **given)

    monkeypatch.setattr(quotes, "find", faulty)
    built = pipeline.build(readings)
    assert len(built.articles) == 2
    (left,) = built.coverage.left_out
    assert left.about == "0.txt"
    assert "could not be read" in left.reason
