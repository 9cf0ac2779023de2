"""Blocks as the page prints them, on pages written for it."""

from __future__ import annotations

import pytest

from recoupe.extract.html import blocks, parse, visible

LONG = "The council of Brévenne voted for the bridge on Monday evening, the mayor told reporters."
MORE = "Building is to begin in May, and nobody could say on Monday what the third pier will cost."


def pieces_of(html: str, chosen: list[tuple[str, str]]) -> tuple[list[blocks.Piece], object, visible.Visible]:
    root = parse.tree(f"<html><body>{html}</body></html>")
    assert root is not None
    shown = visible.of(root)
    places = [(kind, shown.text.index(words), len(words)) for kind, words in chosen]
    return [(kind, [(at, at + size)]) for kind, at, size in places], root, shown


def words_of(pieces: list[blocks.Piece], shown: visible.Visible) -> list[tuple[str, str]]:
    return [(kind, "|".join(shown.text[a:b] for a, b in places)) for kind, places in pieces]


def test_a_cell_is_its_elements_without_its_button() -> None:
    html = f"<table><tr><td><h2>A bridge</h2><p>{LONG}</p><p><a href='/1'>Read more</a></p></td></tr></table>"
    pieces, root, shown = pieces_of(html, [("list", f"A bridge\n{LONG}\nRead more")])
    assert words_of(blocks.apart(pieces, root, shown), shown) == [("heading", "A bridge"), ("paragraph", LONG)]


def test_an_advertisement_goes_with_what_it_advertises() -> None:
    html = "<div><p>Anzeige</p><p>Strom von nebenan, jetzt ohne Grundgebühr.</p></div>"
    pieces, root, shown = pieces_of(
        html, [("list", shown_words := "Anzeige\nStrom von nebenan, jetzt ohne Grundgebühr.")]
    )
    assert shown_words in shown.text
    assert blocks.apart(pieces, root, shown) == []


def test_lines_of_one_paragraph_stay_together() -> None:
    html = f"<p>Two roads diverged<br>in a yellow wood</p><p>{LONG}</p>"
    pieces, root, shown = pieces_of(html, [("paragraph", "Two roads diverged\nin a yellow wood"), ("paragraph", LONG)])
    assert blocks.apart(pieces, root, shown) == pieces


HEADED = f"<div><h2>Bridge</h2><p>4 May 2025</p><p>{LONG}</p></div><div><h2>Pier</h2><p>{MORE}</p></div>"


@pytest.mark.parametrize(
    ("html", "headings"),
    [
        (HEADED, ["Bridge", "Pier"]),
        # One heading is no list of pieces; a box's heading stands in the box; a link is a pointer.
        (f"<div><h2>Bridge</h2><p>{LONG}</p></div><p>{MORE}</p>", []),
        (f"<div><h2>Our letter</h2></div><p>{LONG}</p><div><h2>Ferries</h2></div><p>{MORE}</p>", []),
        (HEADED.replace("<h2>Pier</h2>", "<h2><a href='/p'>Pier</a></h2>"), []),
        (HEADED.replace("Pier", "Read also"), []),
    ],
)
def test_headings_of_pieces(html: str, headings: list[str]) -> None:
    pieces, root, shown = pieces_of(html, [("paragraph", LONG), ("paragraph", MORE)])
    found = words_of(blocks.with_headings(pieces, root, shown), shown)
    assert [words for kind, words in found if kind == "heading"] == headings
    assert [words for kind, words in found if kind == "paragraph"] == [LONG, MORE]


THIRD = "The bridge will be wide enough for buses, which the village on the far bank has asked for since 1998."
AROUND = f"<p>{LONG}</p>{{}}<p>{MORE}</p>{{}}<p>{THIRD}</p>"


@pytest.mark.parametrize(
    ("first", "second", "headings"),
    [
        # Each in a row of its own, as pages laid out in boxes have them; the extractor kept another heading.
        ("<div><h2 class=t>What it costs</h2></div>", "<div><h2 class=t>Who pays?</h2></div>", 2),
        ("<div><h2 class=t>What it costs</h2></div>", "<div><h3>Who pays?</h3></div>", 0),  # not made alike
        ("<a href='/1'><h2 class=t>Ferry sold</h2></a>", "<a href='/2'><h2 class=t>Pier shut</h2></a>", 0),
        ("<aside><h2>Our letter</h2></aside>", "<aside><h2>Our app</h2></aside>", 0),
        ("<div><h2>Ferry sold</h2>4 May</div>", "<div><h2>Pier shut</h2>5 May</div>", 0),  # not right before
    ],
)
def test_headings_left_out_between_paragraphs(first: str, second: str, headings: int) -> None:
    html = f"<h3>The bridge</h3>{AROUND.format(first, second)}"
    chosen = [("heading", "The bridge"), ("paragraph", LONG), ("paragraph", MORE), ("paragraph", THIRD)]
    pieces, root, shown = pieces_of(html, chosen)
    found = blocks.with_headings(pieces, root, shown)
    assert sum(kind == "heading" for kind, _ in found) == headings + 1
    assert found == sorted(found, key=lambda piece: piece[1][0])


QUOTED = "A third pier was never part of what we were asked to pay for in spring."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        (QUOTED, [("quote", QUOTED), ("paragraph", "Ada Lind, treasurer")]),
        # Words of the body shown larger; words that lead elsewhere.
        (f"{LONG[:60]}", []),
        (f"<a href='/1'>{QUOTED}</a>", []),
    ],
)
def test_a_quotation_set_apart_is_kept_with_who_said_it(quote: str, found: list[tuple[str, str]]) -> None:
    figure = (
        f"<figure><blockquote><p>{quote}</p></blockquote><figcaption>Ada Lind, treasurer</figcaption><p>“</p></figure>"
    )
    pieces, root, shown = pieces_of(
        AROUND.format(figure, ""), [("paragraph", LONG), ("paragraph", MORE), ("paragraph", THIRD)]
    )
    result = words_of(blocks.with_quotations(pieces, root, shown), shown)
    assert result == [("paragraph", LONG), *found, ("paragraph", MORE), ("paragraph", THIRD)]
