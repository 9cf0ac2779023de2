"""The cases of `entities.txt`: who is one, who is two."""

from pathlib import Path

import pytest

from recoupe.names import find, known, link

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
