"""Findings as a reader is shown them."""

from __future__ import annotations

import msgspec

from recoupe.dossier.view import View
from recoupe.model import Dossier, Entity, Finding, Value
from tests.dossier.made import dossier, support


def finding(attribute: str, scope: str, value: Value, unit: str | None = None) -> Finding:
    return Finding(
        id=f"f-{attribute}-{scope}", status="agreed", attribute=attribute, scope=scope, values=(value,), unit=unit,
        independent=(2, 2), explanation="",
    )  # fmt: skip


def told_by(word: str) -> Value:
    return Value(low=None, high=None, display=word, support=(support("c", "The crash"),))


def test_values_that_read_alike_are_one_line_with_all_their_sources() -> None:
    built = dossier()
    first = built.findings[0].values[0]
    planned = msgspec.structs.replace(first, support=(support("c", "6:40 p.m.", status="planned"),))
    twice = msgspec.structs.replace(built.findings[0], values=(*built.findings[0].values, planned))
    (line,) = View(msgspec.structs.replace(built, findings=(twice,)), "fr").findings.lines("disputed")
    assert [len(v.references) for v in line.values] == [3, 1]


def test_about_a_number_stands_with_the_number_and_each_side_says_what_it_is_of() -> None:
    known = dossier()
    values = (
        Value(low=720.0, high=880.0, display="environ 800", qualifier="about", support=(support("b", "19h10"),)),
        Value(low=800.0, high=800.0, display="800", support=(support("a", "18h40"),)),
        Value(low=1200.0, high=1200.0, display="1200", support=(support("c", "6:40 p.m."),)),
    )
    weights = msgspec.structs.replace(known.findings[0], attribute="weight", scope="port", unit="t", values=values)
    (line,) = View(msgspec.structs.replace(known, findings=(weights,)), "en").findings.lines("disputed")
    assert [v.display for v in line.values] == ["800 t", "1,200 t"]
    nearly = msgspec.structs.replace(values[0], high=800.0, low=720.0, qualifier="nearly")
    (other,) = View(
        msgspec.structs.replace(known, findings=(msgspec.structs.replace(weights, values=(nearly, *values[1:])),)), "en"
    ).findings.lines("disputed")
    assert {v.display for v in other.values} == {"800 t", "nearly 800 t", "1,200 t"}, (
        "what reaches to one side is another"
    )
    assert [r.shown for r in line.values[1].references] == ["The crash came at 6:40 p.m. on Tuesday & nobody saw it."]
    agreed = msgspec.structs.replace(weights, status="agreed", values=values[:2])
    (line,) = View(msgspec.structs.replace(known, findings=(agreed,)), "en").findings.lines("agreed")
    assert [len(r.shown) > len(r.exact) for r in line.values[0].references] == [True, False]


def test_a_date_behind_the_storys_days_is_not_recalled() -> None:
    known = dossier()

    def line(day: str) -> str:
        dated = msgspec.structs.replace(
            known.findings[0], status="agreed", attribute="recalled", scope="", unit="date",
            values=(Value(low=day, high=day, display=day, support=(support("a", "18h40"),)),),
        )  # fmt: skip
        return View(msgspec.structs.replace(known, findings=(dated,)), "en").findings.lines("agreed")[0].line

    assert line("1993") == "Date recalled — 1993"
    assert line("2999-05") == "Date ahead — May 2999"


def test_what_a_table_has_is_told_in_the_readers_language() -> None:
    told = finding("means", "", told_by("gaz lacrymogènes"))
    assert View(dossier(), "en").findings.in_words(told, told.values[0]) == "tear gas"
    assert View(dossier(), "fr").findings.in_words(told, told.values[0]) == "gaz lacrymogène"


def test_a_name_no_page_of_the_readers_prints_is_told_as_they_spell_it() -> None:
    told = finding("place", "", told_by("Mardi"))
    entity = Entity(id="e2", name="Tuesday", type="place", aliases=("Mardi", "Tuesday"), articles=("c",), mentions=2)
    page: Dossier = msgspec.structs.replace(dossier(), entities=(entity,))
    assert View(page, "en").findings.in_words(told, told.values[0]) == "Tuesday"
    assert View(page, "fr").findings.in_words(told, told.values[0]) == "Mardi"


def test_instants_of_one_day_are_clocks_in_the_matrix() -> None:
    lines = View(dossier(), "en").findings.line(dossier().findings[0]).values
    assert [line.mark for line in lines] == ["16:40 GMT", "17:10 GMT"]


def test_a_reader_meets_the_words_of_his_own_language_first() -> None:
    words = (support("a", "La collision"), support("c", "The crash came"))
    value = Value(low=None, high=None, display="La collision", support=words)
    told = msgspec.structs.replace(dossier().findings[1], attribute="statement", values=(value,))
    shown = [View(dossier(), code).findings.line(told).line for code in ("en", "fr")]
    assert shown == ["“The crash came”", "“La collision”"]


def test_elsewhere_is_said_only_beside_what_is_told_of_here() -> None:
    ten, twelve = (Value(low=n, high=n, display=str(n), support=(support("a", "18h40"),)) for n in (10, 12))
    there = finding("death", "elsewhere", ten, unit="person")
    here = finding("death", "", twelve, unit="person")
    only = View(msgspec.structs.replace(dossier(), findings=(there,)), "en")
    both = View(msgspec.structs.replace(dossier(), findings=(here, there)), "en")
    assert [line.title for line in only.findings.lines("agreed")] == ["Deaths"]
    assert [line.title for line in both.findings.lines("agreed")] == ["Deaths", "Deaths · elsewhere"]
