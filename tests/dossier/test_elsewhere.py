"""What has no line among the findings, for a reader meets it elsewhere."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from recoupe.dossier.elsewhere import without_line
from recoupe.model import Finding, Support, TimelineEvent, Value
from tests.dossier.made import dossier

SENTENCE = (10, 60)


def told(article: str = "a", sentence: tuple[int, int] = SENTENCE) -> Support:
    return Support(article=article, page="a.txt", start=sentence[0] + 5, end=30, exact="on Friday", sentence=sentence)


def finding(**fields: Any) -> Finding:
    value = Value(low="2031-05-09", high="2031-05-09", display="on Friday", support=(told(),))
    given = {
        "id": "day", "status": "alone", "attribute": "date", "scope": "trial", "values": (value,), "unit": "day",
        "independent": (1, 1), "explanation": "", "weight": 1.0,
    }  # fmt: skip
    return Finding(**(given | fields))


def hidden(found: Finding, *lines: Support) -> bool:
    event = TimelineEvent(begin="2031-05-09", end=None, display="9 May", what="The jury met.", support=lines)
    whole = msgspec.structs.replace(dossier(), findings=(found,), timeline=(event,) if lines else ())
    return found.id in without_line(whole)


def test_what_one_origin_tells_of_a_day_is_a_line_of_the_timeline_alone() -> None:
    assert hidden(finding(), told())
    assert not hidden(finding(), told(sentence=(70, 90)))
    assert not hidden(finding(), told("b"))


def test_a_day_that_several_tell_keeps_its_line_where_it_says_what_was_on_it() -> None:
    assert not hidden(finding(status="agreed"), told())
    assert hidden(finding(status="agreed", scope=""), told())


@pytest.mark.parametrize(("attribute", "scope"), [("date", ""), ("date", "2030, Lorvik"), ("instant", "")])
def test_a_lone_day_of_nothing_has_no_line(attribute: str, scope: str) -> None:
    assert hidden(finding(attribute=attribute, scope=scope))


def test_a_lone_moment_that_no_timeline_has_keeps_its_line() -> None:
    assert not hidden(finding(attribute="resume", scope="", unit="instant"))
    assert not hidden(finding(attribute="death", scope="", unit="person"), told())


def test_both_numbers_of_a_score_are_one_line() -> None:
    higher = finding(id="higher", status="agreed", attribute="score", unit="score", scope="higher")
    lower = finding(id="lower", status="agreed", attribute="score", unit="score", scope="lower")
    elsewhere = without_line(msgspec.structs.replace(dossier(), findings=(higher, lower), timeline=()))
    assert elsewhere == {"lower"}
    assert without_line(msgspec.structs.replace(dossier(), findings=(lower,), timeline=())) == set()


@pytest.mark.parametrize(
    ("words", "language", "shown"),
    [
        ("fourth ballot", "en", True),
        ("Fourth Avenue", "en", False),
        ("4th", "en", False),
        ("vierter Wahlgang", "de", True),
    ],
)
def test_a_rank_of_which_no_page_prints_a_noun_has_no_line(words: str, language: str, shown: bool) -> None:
    support = Support(article="a", page="a.txt", start=0, end=9, exact=words)
    value = Value(low=4.0, high=4.0, display=words, support=(support,))
    rank = finding(id="rank", status="agreed", attribute="rank", unit="rank", scope="", values=(value,))
    articles = tuple(msgspec.structs.replace(a, language=language) for a in dossier().articles)
    whole = msgspec.structs.replace(dossier(), articles=articles, findings=(rank,), timeline=())
    assert ("rank" in without_line(whole)) is not shown
