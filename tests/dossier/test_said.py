"""Quotations as the dossier prints them: their words without the narrator's joints, their speakers by the story."""

from __future__ import annotations

import pytest

from recoupe.dossier.said import gather, words_said
from recoupe.model import Anchor, Entity, Identified, Quote, Said, Speaker
from tests.made import article

RILL = Entity(id="e1", name="Ann Rill", type="person", aliases=("Ann Rill",), articles=("a1",), mentions=1)


def printed(text: str, content: tuple[tuple[int, int], ...], speaker: str, why: Identified | None = None) -> Said:
    at = text.index(speaker)
    quote = Quote(
        content=content,
        kind="mixed",
        speaker=(Speaker(start=at, end=at + len(speaker), name=speaker, entity=speaker),),
    )
    a1 = article(text, outlet="Un", language="fr")
    (said,) = gather(
        [a1],
        {"a1": (quote,)},
        {"a1": [words_said(a1, quote)]},
        {"a1": {"Ann Rill": "e1"}},
        {"a1": {speaker: ("e1", why)}} if why else {},
        {"e1": RILL},
        lambda ids: (1, 1),
    )
    return said


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("Ann Rill dit que la digue est « sûre ».", "que", "sûre »", "la digue est « sûre »"),
        ("Ann Rill dit qu' « aucune digue » ne tient.", "qu'", "tient", "« aucune digue » ne tient"),
        ("Ann Rill dit qu’une « digue » ne tient pas.", "qu’une", "pas", "une « digue » ne tient pas"),
        ("Ann Rill la décrit comme « sûre ».", "comme", "sûre »", "« sûre »"),
        ("Ann Rill la dit comme une « digue ».", "comme", "digue »", "comme une « digue »"),
        ("Ann Rill : la digue est « sûre » dit-on «", "la", "on «", "la digue est « sûre » dit-on"),
    ],
)
def test_words_begin_and_end_with_what_is_said(text: str, first: str, last: str, words: str) -> None:
    span = (text.index(first), text.rindex(last) + len(last))
    assert printed(text, (span,), "Ann Rill").words == words


def test_a_speaker_printed_by_an_origin_is_who_the_story_says_and_the_words_that_say_so_are_kept() -> None:
    text = "Ann Rill est arrivée. L'Américaine s'est dite « prête à tout »."
    start = text.index("« prête")
    assert printed(text, ((start, len(text) - 1),), "L'Américaine").speaker == "L'Américaine"
    why = Identified(
        printed=Anchor(article="a1", page="", start=22, end=34, exact="L'Américaine"),
        told=Anchor(article="a2", page="", start=3, end=24, exact="l'Américaine Ann Rill"),
    )
    said = printed(text, ((start, len(text) - 1),), "L'Américaine", why)
    assert (said.speaker, said.identified) == ("Ann Rill", (why,))


@pytest.mark.parametrize(
    ("printed_as", "speaker"),
    [("Rill", "Ann Rill"), ("Poe", "Poe"), ("rill", "rill"), ("PM Ann Rill", "Ann Rill"), ("Jo Rill", "Jo Rill")],
)
def test_a_last_name_alone_or_a_name_behind_what_somebody_is_means_the_person_of_the_story(
    printed_as: str, speaker: str
) -> None:
    text = f"{printed_as} s'est dite « prête à tout »."
    start = text.index("« prête")
    assert printed(text, ((start, len(text) - 1),), printed_as).speaker == speaker


def sayings(*lines: tuple[str, str, str]) -> list[set[str]]:
    """Return which articles share a line: each prints (text, content, words in marks) of Ann Rill."""
    articles, quotes = [], {}
    for n, (text, content, marks) in enumerate(lines):
        page = article(text, f"a{n}", outlet=f"O{n}")
        at, inside = text.index(content), text.index(marks) if marks else -1
        quotes[page.id] = (
            Quote(
                content=((at, at + len(content)),),
                quoted=((inside, inside + len(marks)),) if marks else (),
                kind="mixed" if marks else "direct",
                speaker=(Speaker(start=0, end=8, name="Ann Rill", entity="Ann Rill"),),
            ),
        )
        articles.append(page)
    words = {a.id: [words_said(a, q) for q in quotes[a.id]] for a in articles}
    known = {a.id: {"Ann Rill": "e1"} for a in articles}
    return [set(s.articles) for s in gather(articles, quotes, words, known, {}, {"e1": RILL}, lambda ids: (1, 1))]


WHOLE = "We sold the boats because the harbour silted up years ago"


def test_words_in_marks_that_stand_in_a_longer_saying_are_that_saying() -> None:
    part = 'Ann Rill blames lazy engineers of the old ministry for a quay that "silted up years ago" and for debts.'
    whole = (f'Ann Rill: "{WHOLE}."', WHOLE, "")
    rest = 'lazy engineers of the old ministry for a quay that "silted up years ago" and for debts'
    assert sayings(whole, (part, rest, "silted up years ago")) == [{"a0", "a1"}]
    short = 'Ann Rill speaks of "years ago" as of yesterday.'
    assert len(sayings(whole, (short, '"years ago" as of yesterday', "years ago"))) == 2


def test_the_same_words_in_marks_within_two_narrators_sentences_are_one_saying() -> None:
    one = 'Ann Rill called the harbour board a "burden" on fishermen.'
    other = 'Ann Rill describes the new port\'s harbour board as a "burden".'
    third = 'Ann Rill calls sardines a "burden" nobody would buy at that price.'
    found = sayings(
        (one, 'the harbour board a "burden" on fishermen', "burden"),
        (other, 'the new port\'s harbour board as a "burden"', "burden"),
        (third, 'sardines a "burden" nobody would buy at that price', "burden"),
    )
    assert sorted(map(sorted, found)) == [["a0", "a1"], ["a2"]]


def test_who_is_printed_by_a_role_beside_the_words_another_names_them_with_is_shown_with_both() -> None:
    english = '"The river came up through the kitchen floor," Ann Rill said.'
    french = "« La rivière est montée par le plancher de la cuisine », dit la gouverneure."
    pages = [article(english, "a0", outlet="O0", language="en"), article(french, "a1", outlet="O1", language="fr")]
    quotes = {}
    for page, (words, who) in zip(
        pages,
        (("The river came up through the kitchen floor", "Ann Rill"), (french[2:53], "la gouverneure")),
        strict=True,
    ):
        at, by = page.text.index(words), page.text.index(who)
        speaker = Speaker(start=by, end=by + len(who), name=who, entity=who)
        quotes[page.id] = (Quote(content=((at, at + len(words)),), kind="direct", speaker=(speaker,)),)
    words = {a.id: [words_said(a, q) for q in quotes[a.id]] for a in pages}
    found = gather(pages, quotes, words, {"a0": {"Ann Rill": "e1"}, "a1": {}}, {}, {"e1": RILL}, lambda ids: (1, 1))
    assert [(s.speaker, s.entity, set(s.articles)) for s in found] == [("Ann Rill", "e1", {"a0", "a1"})]
    assert [(why.printed.exact, why.told.exact) for why in found[0].identified] == [("la gouverneure", "Ann Rill")]
