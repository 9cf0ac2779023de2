"""How rare words are; invented words."""

from __future__ import annotations

from recoupe.stories.rarity import Rarity


def test_a_word_of_one_story_told_often_stays_rarer_than_a_word_of_many_stories() -> None:
    rarity = Rarity(200)
    for n in range(40):
        told = {"often": 1.0, "grommet": 1.0} if n else {}
        rarity.count(["often", "grommet"], "en", told, 0.5, 0.5 if n else 1.0)
        rarity.count(["many", f"other{n}"], "en", {}, 0.5, 1.0)
    vector = rarity.vector({"often": 1.0, "many": 1.0, "never": 1.0}, "en", 1.0, 50)
    assert vector["never"] > vector["often"] > vector["many"]


def test_a_title_of_a_story_that_is_there_makes_no_other_word_much_rarer() -> None:
    """Where its words count half, so does it: else every word would seem rarer the more one story is told."""
    few, often = Rarity(200), Rarity(200)
    for rarity, times in ((few, 1), (often, 300)):
        for n in range(times):
            rarity.count(["common"], "en", {"common": 1.0} if n else {}, 0.5, 0.5 if n else 1.0)
    assert "common" in few.vector({"common": 1.0}, "en", 1.0, 50)
    assert "common" not in often.vector({"common": 1.0}, "en", 1.0, 0)


def test_a_small_word_is_not_rare_where_its_language_has_just_begun() -> None:
    terms = {"les": 1.0, "gromm": 1.0}
    known, unknown = (Rarity(200).vector(terms, "fr", 1.0, 100, small) for small in (0.1, 0.0))
    assert known["les"] < 0.7 * known["gromm"]
    assert unknown["les"] == unknown["gromm"]
