"""A story that a title comes near to and does not join gives its words away."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from tests.stories.test_stream import NOISE, item

from recoupe.model import StoryItem
from recoupe.stories import Stream, StreamSettings
from recoupe.stories.living import Living

NURSES = item("nurses", "Night nurses strike for higher wages at Quillan clinic")
WAREHOUSE = item("warehouse", "Forty workers escape burning furniture warehouse outside Quillan")
NEXT = [
    item("tell", "Quillan warehouse: furniture workers tell of escape"),
    item("owner", "Warehouse owner questioned by Quillan police"),
]
TALKS = item("talks", "Nurses call for talks")


def near_talks(*items: StoryItem, close: float) -> float:
    """Return how near the nurses' next title is to their story once `items` came."""
    stream = Stream(StreamSettings(close=close))
    stories = {i.id: stream.add(i) for i in (*NOISE, *items, TALKS)}
    assert stories["nurses"] == stories["talks"] != stories["warehouse"]
    why = stream.explain("talks")
    assert why is not None
    return why.near


def test_what_two_stories_share_no_longer_counts_for_the_one_not_joined() -> None:
    """Titles of the warehouse name Quillan, so the nurses' story is told by its nurses."""
    told = NURSES, WAREHOUSE, *NEXT
    assert near_talks(*told, close=0.8) > near_talks(*told, close=9) + 0.02


def test_a_title_that_begins_a_story_takes_nothing() -> None:
    assert near_talks(NURSES, WAREHOUSE, close=0.1) == near_talks(NURSES, WAREHOUSE, close=9)


@pytest.mark.parametrize("texts", [(NURSES, WAREHOUSE), NEXT])
def test_texts_take_nothing_and_give_nothing(texts: Sequence[StoryItem]) -> None:
    """Texts have words in common with any text of their subject."""
    items = [item(i.id, "", text=i.title) if i in texts else i for i in (NURSES, WAREHOUSE, *NEXT)]
    for stream in (streams := [Stream(StreamSettings(close=close)) for close in (0, 9)]):
        stories = [stream.add(i) for i in (*NOISE, *items)][-4:]
        assert stories[0] != stories[1] == stories[2] == stories[3]
    one, other = ({id_: story.total for id_, story in stream._stories.items()} for stream in streams)
    assert one == other


def test_a_tenth_of_a_word_stays() -> None:
    story = Living("s", 1)
    story.add({"quillan": 0.8, "nurses": 0.6}, 1.0, 200)
    for _ in range(2):
        story.give_way({"quillan": 0.76, "fire": 0.65})
    assert story.total == pytest.approx({"quillan": 0.008, "nurses": 0.6})
    assert story.length == pytest.approx(math.hypot(0.008, 0.6))
