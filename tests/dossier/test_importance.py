"""What matters first, and what a big dossier folds."""

from __future__ import annotations

import msgspec

from recoupe.dossier import html, text
from recoupe.dossier.importance import BIG, LEAD, weigh
from recoupe.dossier.view import View
from recoupe.model import Article, Dossier, Finding, Support, Value
from tests import made
from tests.dossier.made import article, dossier


def finding(*sides: tuple[str, ...], at: int = 0, **more: object) -> Finding:
    values = tuple(
        Value(low=None, high=None, display=f"value {n}", support=tuple(
            Support(article=a, page=f"{a}.txt", start=at, end=at + 2, exact="La") for a in side
        ))
        for n, side in enumerate(sides)
    )  # fmt: skip
    known: dict[str, object] = {
        "id": "f", "status": "agreed", "attribute": "death", "scope": "", "independent": (2, 2), "explanation": "",
        "weight": 40.0, "values": values,
    }  # fmt: skip
    return Finding(**(known | more))  # type: ignore[arg-type]


def articles(count: int) -> dict[str, Article]:
    return {f"n{k}": msgspec.structs.replace(article("a", f"Outlet {k % 30}"), id=f"n{k}") for k in range(count)}


def test_what_more_articles_tell_and_tell_first_weighs_more() -> None:
    known = articles(10)
    wide, narrow = finding(("n0", "n1", "n2", "n3")), finding(("n0", "n1"))
    assert weigh(wide, known) > weigh(narrow, known) > weigh(finding(("n0", "n1"), at=LEAD), known)


def test_two_camps_come_before_one_stray_page() -> None:
    known = articles(10)
    camps = finding(("n0", "n1", "n2"), ("n3", "n4", "n5"), status="disputed")
    stray = finding(("n0", "n1", "n2", "n4", "n5"), ("n3",), status="disputed")
    assert weigh(camps, known) > weigh(stray, known)


def test_one_slip_against_very_many_comes_behind_a_dispute_of_few() -> None:
    known = articles(200)
    slip = finding(tuple(f"n{k}" for k in range(150)), ("n199",), status="disputed", weight=45.0)
    few = finding(("n0", "n1"), ("n2",), status="disputed")
    assert weigh(slip, known) < weigh(few, known)
    assert weigh(finding(("n0",) * 9, ("n1",), status="disputed", weight=45.0), known) > weigh(few, known)


def test_an_agreed_day_and_an_unnamed_count_come_late_and_a_correction_early() -> None:
    known = articles(10)
    plain = weigh(finding(("n0", "n1")), known)
    assert weigh(finding(("n0", "n1"), attribute="date"), known) < plain
    assert weigh(finding(("n0", "n1"), attribute="en:billboard"), known) < plain
    assert weigh(finding(("n0", "n1"), independent=(1, 2)), known) < plain
    (value,) = finding(("n0", "n1")).values
    corrected = tuple(msgspec.structs.replace(s, status="corrected") for s in value.support)
    changed = finding(("n0", "n1"), values=(msgspec.structs.replace(value, support=corrected),))
    assert weigh(changed, known) > plain


def big() -> Dossier:
    many = tuple(articles(BIG + 50).values())
    lone = finding(("n7",), id="f9", status="alone", attribute="injury")
    return msgspec.structs.replace(dossier(), articles=many, findings=(lone,), passages=(), quotes=(), timeline=())


def test_a_big_dossier_lists_its_sources_by_outlet() -> None:
    view = View(big(), "en")
    assert view.many
    assert not View(dossier(), "en").many
    assert [len(a) for _, a in view.by_outlet()] == [3] * 30
    lines = text.write(big(), text.Page()).split("\n")
    assert "  Outlet 7 [8][38][68]" in lines
    assert html.write(big()).count("<details><summary><b>Outlet ") == 30


def test_a_big_dossier_folds_what_one_origin_tells_and_shows_it_when_asked() -> None:
    assert "value 0" not in text.write(big(), text.Page())
    assert "value 0" in text.write(big(), text.Page(everything=True))


def test_the_matrix_shows_the_outlets_that_say_most() -> None:
    agreed = finding((*tuple(f"n{k}" for k in range(0, 90, 30)), "n29"), id="f2")
    wide = msgspec.structs.replace(big(), findings=(agreed,))
    page = html.write(wide)
    head = page[page.index("<thead>") : page.index("</thead>")]
    assert head.count("<th ") == html.COLUMNS
    assert "Outlet 29" in head
    assert "Outlet 0<" in head


def test_a_statement_is_a_tick_in_the_matrix_and_its_words_are_the_row() -> None:
    said = finding(("a", "b"), attribute="statement", id="f3")
    page = html.write(msgspec.structs.replace(dossier(), findings=(said,)))
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    assert "“… value 0”" in table
    assert table.count("✓") == 2


def title_of(*told: tuple[str, str]) -> str:
    """Return the title of a story of articles, each with its title and its day."""
    from recoupe import pipeline
    from recoupe.model import Reading

    text_ = "Mara Dolen met Jon Aberg in Varnholt on Friday. They talked about the harbour of Varnholt for an hour."
    found = [
        made.article(text_, f"t{n}", title=title, outlet=f"Outlet {n}", published=day)
        for n, (title, day) in enumerate(told)
    ]
    return pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in found]).story.title


def test_a_caption_is_not_the_storys_title() -> None:
    headline = "Mara Dolen meets Jon Aberg to talk about the harbour"
    assert title_of(("Mara Dolen (L) and Jon Aberg", "2031-05-06"), (headline, "2031-05-06")) == headline


def test_the_storys_title_is_of_its_day_and_does_not_shout() -> None:
    headline = "Mara Dolen meets Jon Aberg to talk of the harbour"
    ahead = ("Mara Dolen to meet Jon Aberg", "2031-05-01")
    loud = ("MARA DOLEN meets Jon Aberg in Varnholt", "2031-05-06")
    after = ("Mara Dolen and Jon Aberg", "2031-05-09")
    assert title_of(ahead, loud, (headline, "2031-05-06"), after) == headline


def test_what_hardly_anybody_tells_of_a_big_story_comes_last() -> None:
    big, small = articles(150), articles(10)
    rare, common = finding(("n0", "n1"), weight=60.0), finding(tuple(big), weight=40.0)
    assert weigh(rare, big) < weigh(common, big)
    assert weigh(rare, big) < 60.0 < weigh(rare, small)
