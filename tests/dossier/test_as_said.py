"""A finding is called what its pages say, in the reader's words."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from recoupe.dossier import labels
from recoupe.dossier import words as tables
from recoupe.dossier.as_said import as_said, called
from recoupe.dossier.view import View
from recoupe.model import Dossier, Entity, Finding, LeftOut, Support, Value
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


def test_what_a_table_has_is_told_in_the_readers_language() -> None:
    told = finding("means", "", "gaz lacrymogènes")
    assert View(made.dossier(), "en").in_words(told, told.values[0]) == "tear gas"
    assert View(made.dossier(), "fr").in_words(told, told.values[0]) == "gaz lacrymogène"


def test_a_name_no_page_of_the_readers_prints_is_told_as_they_spell_it() -> None:
    told = finding("place", "", "Mardi")
    entity = Entity(id="e2", name="Tuesday", type="place", aliases=("Mardi", "Tuesday"), articles=("c",), mentions=2)
    page: Dossier = msgspec.structs.replace(made.dossier(), entities=(entity,))
    assert View(page, "en").in_words(told, told.values[0]) == "Tuesday"
    assert View(page, "fr").in_words(told, told.values[0]) == "Mardi"


def test_what_is_left_out_is_said_once() -> None:
    left = [LeftOut(about="live.html", reason="empty")] * 3 + [LeftOut(about="b.html", reason="empty", title="B")]
    coverage = msgspec.structs.replace(made.dossier().coverage, left_out=tuple(left))
    page: Dossier = msgspec.structs.replace(made.dossier(), coverage=coverage)
    assert [(name, times) for name, _, times in View(page, "en").left_out()] == [("live.html", " (3)"), ("B", "")]


def test_instants_of_one_day_are_clocks_in_the_matrix() -> None:
    lines = View(made.dossier(), "en").finding(made.dossier().findings[0]).values
    assert [line.mark for line in lines] == ["16:40 GMT", "17:10 GMT"]


def test_two_clocks_of_one_sentence_show_it_once() -> None:
    words = (made.support("c", "6:40 p.m."), made.support("c", "Tuesday"))
    value = Value(low="2031-05-06T16:40:00Z", high="2031-05-06T16:40:00Z", display="6:40 p.m.", support=words)
    told = msgspec.structs.replace(made.dossier().findings[0], attribute="instant", scope="", values=(value,))
    (line,) = View(made.dossier(), "en").finding(told).values
    assert len(line.references) == 1


def test_a_reader_meets_the_words_of_his_own_language_first() -> None:
    words = (made.support("a", "La collision"), made.support("c", "The crash came"))
    value = Value(low=None, high=None, display="La collision", support=words)
    told = msgspec.structs.replace(made.dossier().findings[1], attribute="statement", values=(value,))
    shown = [View(made.dossier(), code).finding(told).line for code in ("en", "fr")]
    assert shown == ["“The crash came”", "“La collision”"]
