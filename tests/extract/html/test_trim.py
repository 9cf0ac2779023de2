"""What is taken out of the chosen blocks, on pages written for it."""

from __future__ import annotations

import pytest

from recoupe.extract import read
from recoupe.extract.html import body, parse, trim, visible
from recoupe.model import Article, Page

PROSE = [
    f"The council of Brévenne voted for bridge number {n} on Monday evening, the mayor told reporters."
    for n in range(4)
]
ARTICLE = "".join(f"<p>{line}</p>" for line in PROSE)
AROUND = trim.Around((), (), None)


def trimmed(html: str, blocks: list[body.Chosen]) -> list[str]:
    """Return the lines kept of `blocks`, which stand in `html` in this order."""
    root = parse.tree(f"<html><body>{html}</body></html>")
    assert root is not None
    shown = visible.of(root)
    pieces, at = [], 0
    for block in blocks:
        start = shown.text.index(block.text, at)
        at = start + len(block.text)
        pieces.append((block.kind, [(start, at)]))
    return [shown.text[a:b] for _, places in trim.trim(pieces, root, shown, AROUND) for a, b in places]


def paragraphs(lines: list[str]) -> list[body.Chosen]:
    return [body.Chosen("paragraph", line) for line in lines]


def test_teasers_behind_an_article_go() -> None:
    heads = [f"Ferry number {n} runs aground" for n in range(5)]
    cards = "".join(
        f"<li><a href='/f{n}'><h4>{head}</h4></a><p>Nobody hurt off Valdemar</p></li>" for n, head in enumerate(heads)
    )
    chosen = paragraphs(PROSE) + [body.Chosen("list", f"{head}\nNobody hurt off Valdemar") for head in heads]
    assert trimmed(ARTICLE + f"<ul>{cards}</ul>", chosen) == PROSE


def test_many_links_behind_an_article_go_but_a_page_of_links_stays() -> None:
    heads = [f"Ferry number {n} runs aground" for n in range(9)]
    links = "".join(f"<p><a href='/f{n}'>{head}</a></p>" for n, head in enumerate(heads))
    assert trimmed(ARTICLE + links, paragraphs(PROSE + heads)) == PROSE
    assert trimmed(links, paragraphs(heads)) == heads


def test_a_list_item_among_links_is_one_though_its_kicker_is_not() -> None:
    html = ARTICLE + (
        "<ul><li><a href='/a'>Ferry runs aground off Valdemar</a></li>"
        "<li>History: <a href='/b'>the old bridge</a></li></ul>" + f"<p>{PROSE[0]}</p>"
    )
    chosen = [
        *paragraphs(PROSE),
        body.Chosen("list", "Ferry runs aground off Valdemar"),
        body.Chosen("list", "History: the old bridge"),
        *paragraphs(PROSE[:1]),
    ]
    assert trimmed(html, chosen) == [*PROSE, PROSE[0]]


@pytest.mark.parametrize(("linked", "kept"), [(True, PROSE), (False, [f"Part {n}" for n in range(60)] + PROSE)])
def test_the_menus_of_a_page_chosen_whole_go(linked: bool, kept: list[str]) -> None:
    """A list without links ("a hundred singers") is no menu."""
    names = [f"Part {n}" for n in range(60)]
    rows = "<br>".join(f"<a href='/{name}'>{name}</a>" if linked else name for name in names)
    whole = body.Chosen("paragraph", "\n".join(names + PROSE))
    assert trimmed(f"<div>{rows}{ARTICLE}</div>", [whole]) == kept


def test_key_points_above_the_body_are_the_articles() -> None:
    points = [
        "The old bridge over the Brenne closes for the whole winter.",
        "Buses run from the station every ten minutes or so.",
    ]
    head = "<h1>Bridge closes</h1><ul><li>" + "</li><li>".join(points) + "</li></ul>"
    links = (
        "<ul><li><a href='/a'>The old bridge over the Brenne closes for the whole winter</a></li><li>Sport</li></ul>"
    )
    for above, found in ((head, points), (links, [])):
        root = parse.tree(f"<html><body>{above}{ARTICLE}</body></html>")
        assert root is not None
        shown = visible.of(root)
        start = shown.text.index(PROSE[0])
        pieces = [("paragraph", [(start, start + len(PROSE[0]))])]
        kept = trim.with_summary(pieces, root, shown, (0, len(shown.text)))
        assert [shown.text[a:b] for _, places in kept for a, b in places] == [*found, PROSE[0]]


def read_page(body: str) -> Article:
    page = f"<html><head><title>Three bridges for Brévenne | Le Fil</title></head><body>{body}</body></html>"
    return read(Page(id="p", page="p", html=page)).articles[0]


LINE = "Par Anne Corbel — Publié le 12 juin 2025 à 18h30, mis à jour le 13 juin 2025 à 7h05 — Lecture 2 min."


def test_what_stands_above_the_prose_of_an_article_is_none_of_it() -> None:
    head = f"<span>Roads and rivers</span><h1>Three bridges for Brévenne</h1><p>{LINE}</p>"
    article = read_page(f"<article>{head}<p>A long vote.</p>{ARTICLE}</article>")
    assert article.text.split("\n") == ["A long vote.", *PROSE]
    assert (article.published, article.modified) == ("2025-06-12T18:30", "2025-06-13T07:05")


def test_words_above_a_heading_that_stands_below_the_prose_stay() -> None:
    article = read_page(f"<p>Dear friends of the valley</p>{ARTICLE}<h1>Three bridges for Brévenne</h1>")
    assert article.text.split("\n")[0] == "Dear friends of the valley"


def test_a_page_of_one_table_begins_behind_its_headline() -> None:
    menu = "<td><a href='/'>Start</a><br><a href='/l'>Local</a><br><a href='/s'>Sport</a></td>"
    cell = "<br><br>".join(("<b>Three bridges for Brévenne</b>", "12 June 2025, 10:40 am, by Karl Ott", *PROSE))
    article = read_page(f"<table><tr><td colspan=2>Le Fil</td></tr><tr>{menu}<td>{cell}</td></tr></table>")
    assert article.title == "Three bridges for Brévenne"
    assert article.text.split("\n") == PROSE
