"""What is new since an earlier dossier."""

from __future__ import annotations

import functools
from collections.abc import Callable

import msgspec
import pytest

from recoupe.dossier import html, markdown, text
from recoupe.dossier.news import lines as news_lines
from recoupe.dossier.since import compare
from recoupe.dossier.view import View
from recoupe.model import Dossier, News
from tests.dossier.made import anchor, at, dossier, support


def test_the_same_dossier_has_no_news() -> None:
    assert compare(dossier(), dossier()) == ()


def before_c() -> Dossier:
    """The made dossier before its third article came."""
    full = dossier()
    return msgspec.structs.replace(full, articles=full.articles[:2])


def test_a_new_value_and_a_new_status_are_told_with_the_new_articles() -> None:
    new = dossier()
    value = at("2026-05-12T17:40:00Z", support("c", "6:40 p.m.", status="corrected"))
    first = msgspec.structs.replace(new.findings[0], status="evolving", values=(*new.findings[0].values, value))
    new = msgspec.structs.replace(new, findings=(first, new.findings[1]))
    corrected, changed = compare(before_c(), new)
    assert (changed.kind, changed.was, changed.words, changed.finding) == ("changed", "disputed", "evolving", first.id)
    assert (corrected.kind, corrected.part, corrected.words, corrected.articles) == (
        "corrected", "value", "6:40 p.m.", ("c",),
    )  # fmt: skip


def test_a_finding_that_grew_under_another_id_and_scope_is_the_same() -> None:
    new = dossier()
    first = msgspec.structs.replace(new.findings[0], id="f99", scope="collision, ferry")
    new = msgspec.structs.replace(new, findings=(first, *new.findings[1:]))
    assert [n for n in compare(before_c(), new) if n.part in ("finding", "value")] == []


def test_what_only_moved_between_findings_is_no_news() -> None:
    new = msgspec.structs.replace(dossier(), findings=dossier().findings[:1])
    assert compare(dossier(), new) == ()


def test_what_no_page_prints_any_more_is_withdrawn() -> None:
    full = dossier()
    gone_words = {s.exact for v in full.findings[1].values for s in v.support}
    edited = tuple(
        msgspec.structs.replace(
            a, id=a.id + "2", text=functools.reduce(lambda t, w: t.replace(w, "-"), gone_words, a.text)
        )
        for a in full.articles
    )
    new = msgspec.structs.replace(full, articles=edited, findings=full.findings[:1], quotes=(), timeline=())
    withdrawn = [n for n in compare(full, new) if n.kind == "withdrawn"]
    assert [(n.part, n.about) for n in withdrawn] == [("finding", "closure · quai")]


def test_a_page_that_is_gone_is_withdrawn_and_an_edited_one_is_not() -> None:
    full = dossier()
    less = msgspec.structs.replace(full, articles=full.articles[:2])
    assert [(n.kind, n.part, n.articles) for n in compare(full, less) if n.part == "article"] == [
        ("withdrawn", "article", ("c",))
    ]
    edited = (*full.articles[:2], msgspec.structs.replace(full.articles[2], id="d"))
    assert [n for n in compare(full, msgspec.structs.replace(full, articles=edited)) if n.part == "article"] == []


def test_a_longer_print_of_a_known_quotation_is_not_new() -> None:
    full = dossier()
    (said,) = full.quotes
    longer = msgspec.structs.replace(
        said,
        words=said.words + ", a-t-elle dit",
        articles=(*said.articles, "c"),
        support=(anchor("c", "nobody"), *said.support),
    )
    new = msgspec.structs.replace(full, quotes=(longer,))
    assert [n for n in compare(before_c(), new) if n.part == "quote"] == []


def test_a_plan_that_came_true_is_told_as_changed() -> None:
    full = dossier()
    event = full.timeline[0]
    planned = msgspec.structs.replace(before_c(), timeline=(msgspec.structs.replace(event, planned=True),))
    done = msgspec.structs.replace(event, planned=False, support=(*event.support, support("c", "6:40 p.m.")))
    (changed,) = [n for n in compare(planned, msgspec.structs.replace(full, timeline=(done,))) if n.part == "event"]
    assert (changed.kind, changed.was, changed.articles) == ("changed", "planned", ("c",))


def test_a_new_article_that_adds_nothing_is_said_to_repeat() -> None:
    full = dossier()
    old = msgspec.structs.replace(full, articles=full.articles[:2])
    (repeats,) = compare(old, full)
    assert (repeats.kind, repeats.articles) == ("repeats", ("c",))


WRITERS = (lambda built: text.write(built, text.Page()), markdown.write, html.write)


@pytest.mark.parametrize("write", WRITERS, ids=("text", "markdown", "html"))
def test_the_reader_is_told(write: Callable[[Dossier], str]) -> None:
    new = msgspec.structs.replace(dossier(), since="s", news=())
    assert "Nothing new since" in write(new)
    assert "Nothing new since" not in write(dossier())
    told = News(kind="withdrawn", part="article", words="The pier is closed.")
    assert "The pier is closed." in write(msgspec.structs.replace(new, news=(told,)))


def test_a_page_that_prints_another_value_now_was_corrected() -> None:
    full = dossier()
    text_now = full.articles[1].text.replace("19h10", "19h20")
    edited = msgspec.structs.replace(full.articles[1], id="b2", text=text_now)
    said = msgspec.structs.replace(support("b", "19h10"), article="b2", exact="19h20")
    values = (full.findings[0].values[0], at("2026-05-12T17:20:00Z", said))
    now = msgspec.structs.replace(
        full,
        articles=(full.articles[0], edited, full.articles[2]),
        findings=(msgspec.structs.replace(full.findings[0], values=values), full.findings[1]),
    )
    (corrected,) = [n for n in compare(full, now) if n.kind == "corrected"]
    assert (corrected.was, corrected.words, corrected.articles) == ("19h10", "19h20", ("b2",))


def test_a_new_event_and_a_new_quotation_read_as_their_lines_do() -> None:
    built = dossier()
    one = built.quotes[0]
    news = (
        News(kind="new", part="event", words="The pier is closed.", articles=(), about="2031-05-06 19:30 UTC"),
        News(kind="new", part="quote", words=one.words, articles=(), about=one.speaker),
    )
    (_, event), (_, quote) = news_lines(View(msgspec.structs.replace(built, news=news), "en"))
    assert event.startswith("6 May 2031, 19:30 GMT: The pier is closed.")
    assert View(built, "en").said(one) in quote
