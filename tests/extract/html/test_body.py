"""The tree that the extractor is given."""

from __future__ import annotations

import time

import pytest
from lxml.etree import tostring

from recoupe.extract.html import body, parse, visible


def light(html: str) -> str:
    root = parse.tree(f"<html><head><title>T</title></head><body>{html}</body></html>")
    assert root is not None
    return tostring(body.light(root, visible.of(root)).find("body"), encoding="unicode")


FILLER = "<p>" + "The council voted for the bridge on Monday evening. " * 8 + "</p>"


@pytest.mark.parametrize(
    ("html", "inside", "outside"),
    [
        ("<p>One<img src=x>two<svg><g/></svg>three</p>", ["<p>Onetwothree</p>"], ["img", "svg"]),
        ("<p><img>One<b>two</b><i></i>three</p>", ["<p>One<b>two</b>three</p>"], ["img", "<i"]),
        ("<nav>News Sport</nav>behind", ["behind"], ["nav", "Sport"]),
        ("<table><tr><td></td><td>7</td></tr></table>", ["<td/><td>7</td>"], []),
        ("<p>One</p><a href='/x'><img></a>", ["<a href="], ["img"]),
        ('<script>x()</script><script type="application/ld+json">{}</script>', ["ld+json"], ["x()"]),
        ("<nav><h1>Bridge opens</h1></nav>", ["Bridge opens"], []),
    ],
)
def test_the_extractor_gets_what_shows_text(html: str, inside: list[str], outside: list[str]) -> None:
    made = light(FILLER + html)
    assert all(words in made for words in inside)
    assert not any(words in made for words in outside)


def test_a_menu_that_was_never_closed_keeps_its_article() -> None:
    assert "The council voted" in light("<nav>News Sport" + FILLER)


def test_many_dropped_elements_are_quick() -> None:
    """Text behind each of many elements without text is put together once, not again for each."""
    root = parse.tree("<html><body><p>" + "<img>text" * 20_000 + "</p></body></html>")
    assert root is not None
    started = time.process_time()
    assert body.light(root, visible.of(root)).text_content() == "text" * 20_000
    assert time.process_time() - started < 2
