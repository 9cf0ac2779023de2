"""What is new since an earlier dossier."""

from __future__ import annotations

import msgspec

from recoupe.dossier import text
from recoupe.dossier.since import compare
from tests.dossier.made import at, dossier, support


def test_the_same_dossier_has_no_news() -> None:
    assert compare(dossier(), dossier()) == ()


def test_a_new_value_and_a_new_status_are_told_with_their_articles() -> None:
    new = dossier()
    value = at("2026-05-12T17:40:00Z", support("c", "6:40 p.m.", status="corrected"))
    first = msgspec.structs.replace(new.findings[0], status="evolving", values=(*new.findings[0].values, value))
    new = msgspec.structs.replace(new, findings=(first, new.findings[1]))
    changed, corrected = compare(dossier(), new)
    assert (changed.kind, changed.was, changed.words) == ("changed", "disputed", "evolving")
    assert (corrected.kind, corrected.part, corrected.words, corrected.articles) == (
        "corrected", "value", "6:40 p.m.", ("c",),
    )  # fmt: skip


def test_what_is_gone_is_withdrawn() -> None:
    new = msgspec.structs.replace(dossier(), findings=dossier().findings[:1])
    (gone,) = compare(dossier(), new)
    assert (gone.kind, gone.part, gone.about) == ("withdrawn", "finding", "closure · quai")


def test_a_new_article_that_adds_nothing_is_said_to_repeat() -> None:
    full = dossier()
    old = msgspec.structs.replace(full, articles=full.articles[:2])
    (repeats,) = compare(old, full)
    assert (repeats.kind, repeats.articles) == ("repeats", ("c",))


def test_the_reader_is_told() -> None:
    new = msgspec.structs.replace(dossier(), since="s", news=())
    assert "Nothing new since" in text.write(new, text.Page())
