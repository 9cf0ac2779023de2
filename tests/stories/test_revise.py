"""Merges and splits: told, explained, taken back."""

from __future__ import annotations

import json

import pytest
from tests.stories.test_stream import NOISE, item

from recoupe.app import StoryStream
from recoupe.model import RecordError, StoryItem
from recoupe.stories import Stream, StreamSettings

QUAKE = [
    item("a", "Quillan earthquake kills twelve in harbour district"),
    item("b", "Harbour district of Quillan: earthquake kills twelve"),
]
STRIKE = [
    item("s", "Ferrymen of Lindhaven strike over night pay"),
    item("t", "Lindhaven ferrymen strike: night pay talks fail"),
]


def filled(*items: StoryItem, **settings: float) -> tuple[Stream, dict[str, str]]:
    stream = Stream(StreamSettings(**settings))
    return stream, {i.id: stream.add(i) for i in (*NOISE, *items)}


def test_a_merge_by_hand_is_explained_and_can_be_undone() -> None:
    stream, story = filled(*QUAKE, *STRIKE)
    made = stream.merge(story["s"], story["a"])
    assert made is not None
    assert (made.kind, made.story, made.into, made.by) == ("merge", story["s"], story["a"], "hand")
    assert stream.current(story["s"]) == story["a"]
    assert stream.add(item("u", "Ferrymen of Lindhaven: night pay strike goes on")) == story["a"]
    undone = stream.undo(made.id)
    assert undone is not None
    assert undone.undone
    assert stream.current(story["s"]) == story["s"]
    assert stream.add(item("v", "Lindhaven ferrymen vote to end strike over night pay")) == story["s"]
    assert stream.undo(made.id) is None


def test_two_stories_that_grow_alike_are_merged_by_the_stream() -> None:
    titles = ["Quillan earthquake kills twelve", "Quillan harbour district: earthquake kills twelve"]
    stream, story = filled(item("0", titles[0]), item("1", titles[1]), join=0.99, merge=0.4)
    assert stream.revision is not None  # each began a story, and these two are one
    assert (stream.revision.by, stream.revision.into) == ("stream", story["0"])
    assert stream.revision.terms


def test_a_split_takes_items_out_and_back() -> None:
    stream, story = filled(*QUAKE, *STRIKE)
    home = story["a"]
    stream.merge(story["s"], home)
    made = stream.split(home, ["s", "t"])
    assert made is not None
    assert made.kind == "split"
    assert any(term.startswith("ferry") for term, _ in made.terms)
    assert stream.add(item("w", "Night pay strike of Lindhaven ferrymen: third day")) == made.into
    assert stream.undo(made.id) is not None
    assert stream.current(made.into) == home


def test_what_is_not_its_own_cannot_be_split_off() -> None:
    stream, story = filled(*QUAKE, *STRIKE)
    assert stream.split(story["a"], ["s"]) is None
    assert stream.split(story["a"], ["a", "b"]) is None  # nothing would be left
    assert stream.split("nobody", ["a"]) is None


def test_decisions_come_in_the_stream_of_records() -> None:
    stream = StoryStream()
    lines = [json.loads(stream.add({"id": i.id, "title": i.title, "lang": "en"})) for i in (*NOISE, *QUAKE, *STRIKE)]
    story = {line["id"]: line["story"] for line in lines}
    made = json.loads(stream.add({"merge": [story["a"], story["s"]]}))["revision"]
    assert made["into"] == story["a"]
    assert json.loads(stream.add({"undo": made["id"]}))["revision"]["undone"]
    with pytest.raises(RecordError, match="cannot be done"):
        stream.add({"undo": made["id"]})
