"""A finding is called what its pages say, in the reader's words."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from recoupe.dossier import labels
from recoupe.dossier import words as tables
from recoupe.dossier.as_said import as_said, called
from recoupe.model import Finding, Support, Value
from tests.dossier import made


def said(name: str, *unsaid: str) -> Support:
    return Support(article=name, page="", start=0, end=1, exact="18h40", unsaid=unsaid)


def moment(*words: Support) -> Finding:
    value = Value(low="2031-05-06T16:40:00Z", high="2031-05-06T16:40:00Z", display="18h40", support=words)
    return Finding(
        id="f1", status="agreed", attribute="end", scope="protest, march", values=(value,), independent=(1, 1),
        explanation="", unit="instant",
    )  # fmt: skip


def test_what_hardly_any_page_says_is_left_out() -> None:
    told = as_said(moment(said("a"), said("b", "end", "protest"), said("c", "end", "protest")))
    assert (told.attribute, told.scope) == ("instant", "march")
    assert not any(s.unsaid for v in told.values for s in v.support)


def test_what_half_of_the_pages_or_two_say_stays() -> None:
    two = moment(said("a"), said("b"), *(said(name, "end", "protest") for name in "cdef"))
    half = moment(said("a"), said("b", "end", "protest"))
    assert [(f.attribute, f.scope) for f in map(as_said, (two, half))] == [("end", "protest, march")] * 2


def test_days_of_nothing_are_no_dispute() -> None:
    words = [said("a", "vote"), said("b", "vote"), said("c", "vote")]
    day = msgspec.structs.replace(moment(*words), attribute="date", unit="day", scope="vote", status="disputed")
    agreed, told = (msgspec.structs.replace(day, **change) for change in ({"status": "agreed"}, {"scope": ""}))
    assert list(called([day])) == []
    assert [(f.status, f.scope) for f in called([agreed, told])] == [("agreed", ""), ("disputed", "")]


def finding(attribute: str, scope: str, display: str = "x", **more: Any) -> Finding:
    value = Value(low=None, high=None, display=display, support=(made.support("c", "The crash"),))
    return Finding(
        id="f9", status="agreed", attribute=attribute, scope=scope, values=(value,), independent=(2, 2),
        explanation="", **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("attribute", "scope", "en", "fr"),
    [
        ("age", "boy", "boy", "garçon"),
        ("age", "worker", "worker", "ouvrier"),
        ("arrest", "boy", "boys", "garçons"),
        ("date", "adoption", "adoption", "adoption"),
        ("place", "signing", "signing", "signature"),
        ("revenue", "earlier, 2030", "2030", "2030"),
        ("revenue", "earlier", "earlier", "auparavant"),
    ],
)
def test_a_scope_is_said_of_one_or_of_many(attribute: str, scope: str, en: str, fr: str) -> None:
    told = finding(attribute, scope)
    shown = [labels.scope(told, {}, tables.load(code), code, lambda key: "") for code in ("en", "fr")]
    assert shown == [en, fr]
