"""Merges and splits: told, explained, taken back."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict

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


def test_texts_in_two_languages_that_began_apart_are_merged_and_parted_again() -> None:
    """The first pages of an event come when nothing is known to be rare, and two languages begin two stories."""
    told = [
        item(
            "en", "", "en", text="The Halvorn went down off Port Quillan; Ilsa Tarn, the mayor, spoke of eleven dead."
        ),
        item("fr", "", "fr", text="Le Halvorn a coulé devant Port Quillan ; la maire Ilsa Tarn parle de onze morts."),
    ]
    stream, story = filled(*told, join_text=2.0, join_abroad=2.0, merge=2.0)
    made = stream.revision
    assert made is not None
    assert (made.kind, made.by, made.into, stream.current(story["fr"])) == ("merge", "stream", story["en"], story["en"])
    assert stream.undo(made.id)
    assert stream.current(made.story) != story["en"]
    apart, _ = filled(*told, join_text=2.0, join_abroad=2.0, merge=2.0, merge_abroad=2.0)
    assert apart.revision is None


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


def centre(stream: Stream, story: str) -> dict[str, float]:
    """The story's terms, without what floating point leaves."""
    return {term: round(weight, 6) for term, weight in stream._stories[story].total.items()}


FIRE = [
    item("f", "Windmill of Aldersand burns down after lightning"),
    item("g", "Aldersand windmill burns: lightning blamed"),
]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_merge_of_a_merge_is_undone_in_any_order(order: tuple[int, int]) -> None:
    stream, story = filled(*QUAKE, *STRIKE, *FIRE)
    a, s, f = story["a"], story["s"], story["f"]
    before = {id_: centre(stream, id_) for id_ in (a, s, f)}
    made = [stream.merge(f, s), stream.merge(s, a)]
    assert [stream.current(id_) for id_ in (a, s, f)] == [a, a, a]
    ids = [revision.id for revision in made if revision]
    assert stream.undo(ids[order[0]])
    assert stream.current(f) == (f if order == (0, 1) else s)
    assert stream.undo(ids[order[1]])
    assert [stream.current(id_) for id_ in (a, s, f)] == [a, s, f]
    assert {id_: centre(stream, id_) for id_ in (a, s, f)} == before


@pytest.mark.parametrize("split_first", [True, False])
def test_a_split_within_a_merge_is_undone_in_any_order(split_first: bool) -> None:
    stream, story = filled(*QUAKE, *STRIKE)
    a, s = story["a"], story["s"]
    before = {id_: centre(stream, id_) for id_ in (a, s)}
    merge = stream.merge(a, s)
    split = stream.split(a, ["s"])
    assert merge
    assert split
    for made in (split, merge) if split_first else (merge, split):
        assert stream.undo(made.id)
    if split_first:  # the item is its first story's again
        assert {id_: centre(stream, id_) for id_ in (a, s)} == before
        assert stream.split(s, ["s"]) is not None
    else:  # the item was taken out of `a`, so it goes back there and is not counted twice
        assert stream.current(split.into) == a
        why = stream.explain("s")
        assert why is not None
        assert why.story == a
        assert stream.split(s, ["t"]) is None  # all that is left of it
        assert stream._stories[s].count == 1


def test_what_a_hand_took_apart_the_stream_does_not_merge_again() -> None:
    titles = ["Quillan earthquake kills twelve", "Quillan harbour district: earthquake kills twelve"]
    stream, story = filled(item("0", titles[0]), item("1", titles[1]), join=0.99, merge=0.4)
    assert stream.revision is not None
    gone = stream.revision.story
    assert stream.undo(stream.revision.id) is not None
    later = stream.add(item("2", titles[1]))
    assert stream.revision is None
    assert later == gone != story["0"]


def test_the_same_split_again_is_another_story() -> None:
    stream, story = filled(*QUAKE, *STRIKE)
    stream.merge(story["a"], story["s"])
    first = stream.split(story["a"], ["s", "t", "s"])
    assert first is not None
    assert first.items == ("s", "t")
    joined = stream.add(item("w", "Night pay strike of Lindhaven ferrymen: third day"))
    assert joined == first.into
    stream.undo(first.id)
    second = stream.split(story["a"], ["s", "t"])
    assert second is not None
    assert (second.id, second.into) != (first.id, first.into)
    assert stream.current(joined) == story["a"]  # it was not named, so it stays


def test_a_split_whose_story_went_on_is_not_undone_by_half() -> None:
    stream, story = filled(*QUAKE, *STRIKE)
    stream.merge(story["a"], story["s"])
    split = stream.split(story["a"], ["s", "t"])
    assert split is not None
    again = stream.merge(split.into, story["n0"])
    assert again is not None
    assert stream.undo(split.id) is None
    assert stream.current(split.into) == story["n0"]
    assert stream.undo(again.id) is not None
    assert stream.undo(split.id) is not None
    assert stream.current(split.into) == story["a"]


def test_an_item_sent_again_goes_where_its_story_went() -> None:
    stream, story = filled(*QUAKE, *STRIKE)
    stream.merge(story["a"], story["s"])
    again = stream.add(item("s", STRIKE[0].title or "", day=20))  # too late to be near anything
    assert again == story["a"]
    assert story["s"] not in stream._stories


def test_memory_of_revisions_is_bounded() -> None:
    stream = Stream(StreamSettings(join=2.0, merge=0.0, reasons=20, undoable=5))
    made = []
    for n in range(300):
        stream.add(item(f"i{n}", f"Quillan earthquake kills twelve {n}"))
        made += [stream.revision] if stream.revision else []
    assert len(made) > 200
    ledger = stream._ledger
    assert max(len(kept) for kept in (ledger._made, ledger._away, ledger._before)) <= 5
    assert len(ledger._items) == 20
    assert len(ledger._into) <= 200
    assert stream.undo(made[0].id) is None
    assert stream.undo(made[-1].id) is not None


@pytest.mark.parametrize("seed", range(40))
def test_after_any_decisions_a_story_is_the_sum_of_its_items(seed: int) -> None:
    """Where none gives way to another (`close` 9)."""
    draw = random.Random(seed)
    items = [*NOISE, *QUAKE, *STRIKE, *FIRE]
    stream, _ = filled(*QUAKE, *STRIKE, *FIRE, close=9)
    twin, _ = filled(*QUAKE, *STRIKE, *FIRE, close=9)
    made = []
    for n in range(40):
        kind = draw.choice(("merge", "merge", "split", "undo", "undo", "add"))
        chosen = draw.sample(items, 2)
        one, other = (stream._ledger.story(i.id) or "" for i in chosen)
        if kind == "undo" and made:
            done = draw.choice(made)
            revision, same = stream.undo(done), twin.undo(done)
        elif kind == "split":
            names = [i.id for i in items if stream._ledger.story(i.id) == one]
            taken = draw.sample(names, draw.randint(1, len(names)))
            revision, same = stream.split(one, taken), twin.split(one, taken)
        elif kind == "add":
            items.append(item(f"x{n}", draw.choice(chosen).title or ""))
            assert stream.add(items[-1]) == twin.add(items[-1])
            revision, same = stream.revision, twin.revision
        else:
            revision, same = stream.merge(one, other), twin.merge(one, other)
        assert revision == same
        made += [revision.id] if revision else []
        sums: dict[str, Counter[str]] = defaultdict(Counter)
        counts: Counter[str] = Counter()
        for i in items:
            story, vector = stream._ledger._items[i.id]
            sums[stream.current(story)].update(vector)  # type: ignore[arg-type]
            counts[stream.current(story)] += 1
        assert {id_: living.count for id_, living in stream._stories.items() if living.count} == counts
        for id_, total in sums.items():
            assert centre(stream, id_) == pytest.approx(total, abs=1e-5)


def test_what_is_no_name_joins_nothing() -> None:
    stream = StoryStream(explain=True)
    lines = [
        json.loads(stream.add({"id": n, "title": title, "names": [None, 3, {}, {"entity": "Valdemar"}]}))
        for n, title in enumerate(("Ferry late", "Choir sings"))
    ]
    assert [term for term, _ in lines[0]["why"]["terms"] if term.startswith("@")] == ["@valdemar"]
