"""A headline's toll is of what the text says the same number of."""

from __future__ import annotations

from recoupe import claims, pipeline
from tests.claims.helpers import article


def told(title: str, text: str) -> list[tuple[str, float | None]]:
    page = article(f"{title}\n{text}", title=title)
    return [(c.attribute, c.low) for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "person"]


def test_a_toll_of_those_the_text_says_were_poisoned() -> None:
    found = told("Fair in Lorn: toll rises to 189", "The number of people poisoned rose to 189 on Monday.")
    assert found == [("poisoned", 189), ("poisoned", 189)]


def test_a_toll_is_of_the_dead_where_the_text_says_so_or_nothing() -> None:
    assert told("Flood: toll rises to 18", "Eighteen people died, 30 were hurt.")[0] == ("death", 18)
    assert told("Flood: toll rises to 18", "It rained all night.") == [("death", 18)]
