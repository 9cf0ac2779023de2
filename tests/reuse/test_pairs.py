"""What two articles share is kept: one more article beside those that were compared gives what all together give."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.made import article

from recoupe.model import Article
from recoupe.reuse import Compared, compare, compare_pairs, printed, search, words
from recoupe.reuse import pairs as pairs_module
from recoupe.reuse.settings import DEFAULT, ReuseSettings, RunSettings

SMALL = ReuseSettings(runs=RunSettings(least=5, gram=3))
WORDS = ["mill", "Orlow", "river", "the", "of", "seven"]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), min_size=2, max_size=6)


def grown(articles: list[Article], settings: ReuseSettings = DEFAULT, before: Compared | None = None) -> Compared:
    by_id = {a.id: a for a in articles}
    prints = {a.id: printed(a, settings=settings) for a in articles}
    keys = {a.id: a.text.encode() + a.id.encode() for a in articles}
    return compare_pairs(by_id, {}, prints, keys, before=before, settings=settings)


def told(found: Compared) -> list[tuple[object, ...]]:
    """Return what is shared by the articles' ids, whatever their order."""
    return sorted((found.articles[s.left], found.articles[s.right], *s[2:]) for s in found.shared)


@settings(max_examples=300)
@given(TEXTS)
def test_one_text_beside_others_shares_what_all_together_share(texts: list[str]) -> None:
    read = [words.read(text) for text in texts]
    grams = [search.grams(text, SMALL.runs) for text in read]
    last = len(texts) - 1
    beside = search.beside(search.row(read[last]), list(zip(read[:-1], grams[:-1], strict=True)), SMALL.runs)
    found = {left: runs for (left, right), runs in search.find(read, SMALL.runs).pairs if right == last}
    flat = {number: [n for run in runs for n in run] for number, runs in beside}
    assert flat == {number: list(memoryview(runs).cast("q")) for number, runs in found.items()}


STORY = (
    "The council of Orlow decided on Tuesday to sell the old mill to a cooperative of twelve farmers who promised to "
    "keep its wheel turning, and to spend the money on the broken bridge that has closed the valley road since March."
)


def edited(seed: int) -> str:
    """Return the story with some words gone, doubled, or others."""
    chance = random.Random(seed)
    out = []
    for word in STORY.split() * 2:
        out += chance.choice([[word]] * 12 + [[], [word, word], ["Again"]])
    return " ".join(out)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 999), min_size=3, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_articles_that_come_one_by_one_share_what_all_together_share(seeds: list[int], chance: random.Random) -> None:
    articles = [article(edited(seed), str(seed), outlet=f"Paper {seed}") for seed in seeds]
    chance.shuffle(articles)
    found = grown(articles[:1])
    for end in range(2, len(articles) + 1):
        found = grown(articles[:end], before=found)
    assert told(found) == told(grown(articles))
    assert compare(articles, compared=found) == compare(articles)


def stories(count: int) -> list[Article]:
    return [article(edited(n), f"a{n}", outlet=f"Paper {n}") for n in range(count)]


def test_what_was_compared_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = stories(5)
    before = grown(articles[:4])
    judged: list[tuple[str, str]] = []
    monkeypatch.setattr(pairs_module, "_one_article", lambda one, other: judged.append((one.id, other.id)))
    assert grown(articles[:4], before=before) is before
    assert judged == []
    grown(articles, before=before)
    assert judged
    assert all("a4" in pair for pair in judged)


def test_an_article_that_changed_is_compared_again_and_one_that_went_is_gone() -> None:
    articles = stories(5)
    before = grown(articles)
    changed = [*articles[1:4], msgspec.structs.replace(articles[4], text=edited(77))]
    assert told(grown(changed, before=before)) == told(grown(changed))


def test_many_new_articles_share_what_all_together_share() -> None:
    many = stories(pairs_module.NEW + 8)
    before = grown(many[5:10])
    assert before.shared
    assert told(grown(many[::-1], before=before)) == told(grown(many))


def test_of_what_a_text_repeats_no_more_places_are_looked_at_than_of_all_together() -> None:
    once = ReuseSettings(runs=RunSettings(repeats=1))
    fair = "Nobody in the town hall spoke of the fair that is held every June on the long meadow below the church. "
    boats = "Seven boats came back to the small harbour and none of them had any fish to sell to the people there. "
    articles = [
        article(f"{fair}{STORY} {fair * 2}{STORY} {fair}", "one"),
        article("The week was quiet on the coast, and the price of herring fell again in all the ports.", "two"),
        article(f"{boats}{STORY} {boats * 3}{STORY} {boats}", "three"),
    ]
    assert told(grown(articles, once)) != told(grown(articles))
    assert told(grown(articles, once, grown(articles[:2], once))) == told(grown(articles, once))
