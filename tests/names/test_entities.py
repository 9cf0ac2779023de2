"""The cases of `entities.txt`: who is one, who is two; the ids of both."""

from pathlib import Path

import pytest

from recoupe.model import Name
from recoupe.names import find, known, link
from recoupe.names.link import Linked

LINES = Path(__file__).with_name("entities.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" || ") for line in LINES if line and not line.startswith("#")]


def entity(mention: str, articles: list[list[str]]) -> str:
    """Return the id of the entity of "0:words" in `articles` ([language, text])."""
    found = [find(text, language=language) for language, text in articles]
    linked = link([(str(i), known(names)) for i, names in enumerate(found)])
    at, words = mention.split(":", 1)
    name = next((n for n in found[int(at)] if n.text == words), None)
    assert name is not None, (words, [n.text for n in found[int(at)]])
    return linked.by_article[at].get(name.entity, mention)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[-1])
def test_one_entity_or_two(case: list[str]) -> None:
    articles = [part.split(": ", 1) for part in case[:-1]]
    joint = " = " if " = " in case[-1] else " / "
    mentions = case[-1].split(joint)
    found = {entity(mention, articles) for mention in mentions}
    assert len(found) == (1 if joint == " = " else len(mentions))


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 70


def named(*articles: str) -> Linked:
    """Link articles that each print one person's full name."""
    people = [Name(start=0, end=len(who), text=who, type="person", entity=who) for who in articles]
    return link([(str(n), known([who])) for n, who in enumerate(people)])


def test_an_id_stays_as_the_story_grows() -> None:
    before, after = named("Mara Lund"), named("Mara Lund", "Oleg Varine", "Mara Lund")
    assert before.by_article["0"] == after.by_article["0"] == after.by_article["2"]


def test_two_people_of_one_name_have_two_ids() -> None:
    people = [
        [Name(start=n, end=n + len(who), text=who, type="person", entity=who) for n in range(times)]
        for who, times in (("John Smith", 2), ("Jane Smith", 2), ("J. Smith", 1), ("J. Smith", 1))
    ]
    result = link([(str(n), known(found)) for n, found in enumerate(people)])
    assert len({e.id for e in result.entities}) == len(result.entities) == 4
    assert {id_ for its in result.by_article.values() for id_ in its.values()} == {e.id for e in result.entities}
