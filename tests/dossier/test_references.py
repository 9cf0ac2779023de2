"""The words a line rests on: which are copied, which come first."""

from __future__ import annotations

import msgspec

from recoupe.dossier.view import View
from recoupe.model import Support, Value
from tests.dossier.made import dossier, support


def test_only_words_inside_a_passage_count_as_copied_and_only_on_the_later_side() -> None:
    view = View(dossier(), "en")
    (line,) = view.findings.lines("agreed")
    assert [(r.article, r.copied) for r in line.values[0].references] == [("a", False), ("b", True)]
    (disputed,) = view.findings.lines("disputed")
    assert not any(r.copied for v in disputed.values for r in v.references)


def test_two_clocks_of_one_sentence_show_it_once() -> None:
    words = (support("c", "6:40 p.m."), support("c", "Tuesday"))
    value = Value(low="2031-05-06T16:40:00Z", high="2031-05-06T16:40:00Z", display="6:40 p.m.", support=words)
    told = msgspec.structs.replace(dossier().findings[0], attribute="instant", scope="", values=(value,))
    (line,) = View(dossier(), "en").findings.line(told).values
    assert len(line.references) == 1


def test_a_big_dossier_names_its_own_witnesses_first() -> None:
    few = dossier()
    many = tuple(
        msgspec.structs.replace(few.articles[0], id=f"n{k:02}", outlet=f"Outlet {k // 2}", title=None)
        for k in range(60)
    )
    told = Value(
        low=4, high=4, display="4",
        support=tuple(Support(article=a.id, page=a.page, start=0, end=2, exact="La") for a in many),
    )  # fmt: skip
    agreed = msgspec.structs.replace(few.findings[0], status="agreed", values=(told,))
    whole = msgspec.structs.replace(few, articles=many, findings=(agreed,), quotes=(), timeline=(), passages=())
    (line,) = View(whole, "en").findings.lines("agreed")
    outlets = [r.label.partition(" (")[0] for r in line.values[0].references]
    assert len(set(outlets[:30])) == 30
