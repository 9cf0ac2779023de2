"""What a page has not: the other pages of an article, what only those who pay may read, what only a script prints."""

from __future__ import annotations

import json
from typing import Any

import pytest

from recoupe.extract import read
from recoupe.extract.html import visible_text
from recoupe.model import Article, Page, Reading

LINES = [
    f"The council of Brévenne voted for bridge number {n} on Monday evening, the mayor told reporters there."
    for n in range(5)
]
PROSE = "".join(f"<p>{line}</p>" for line in LINES)
URL = "https://diary.example/brevenne/three-bridges"


def article(behind: str, head: str = "", url: str | None = URL) -> Article:
    page = f"<title>Three bridges</title>{head}<body><h1>Three bridges</h1>{PROSE}{behind}</body>"
    (found,) = read(Page(id="p", page="p", html=page, url=url)).articles
    return found


@pytest.mark.parametrize(
    ("behind", "head"),
    [
        ("<div>Page 1 of 3 <a href='?page=2'>Next</a></div>", ""),
        ("<div>Page 3 of 3 <a href='?page=2'>Previous</a></div>", ""),
        ("<p><a href='/x/2'>Continue reading on page 2</a></p>", ""),
        ("<p><a href='/x/seite-2'>Weiter auf Seite 2</a></p>", ""),
        ("<p><a href='/x/2'>Lire la suite en page 2</a></p>", ""),
        ("", "<link rel=next href='/brevenne/three-bridges/2'>"),
        ("", "<link rel=next href='three-bridges-2'>"),
        ("", "<link rel=next href='?page=2'>"),
        ("<a rel=next href='/brevenne/three-bridges/seite-2'>weiter</a>", ""),
    ],
)
def test_one_page_of_several_is_cut_off(behind: str, head: str) -> None:
    found = article(behind, head)
    assert found.truncated
    assert found.text == "\n".join(LINES)


@pytest.mark.parametrize(
    ("behind", "head", "url"),
    [
        ("<a rel=next href='/brevenne/four-bridges'>Next article</a>", "", URL),
        ("", "<link rel=next href='/brevenne/bridges-13'>", "https://diary.example/brevenne/bridges-12"),
        ("", "<link rel=next href='/brevenne/three-bridges/page/2'>", URL),  # a list of articles
        ("", "<link rel=next href='?page=2&teasers=1'>", URL),
        ("", "<link rel=next href='/2'>", "https://diary.example/"),
        ("", "<link rel=next href='http://[broken/2'>", URL),
        ("", "<link rel=next href='/brevenne/three-bridges/2'>", None),
        ("<p>Page 1 of 1</p>", "", URL),
        ("<p>The report names the mayor on page 3 of 12, as readers of the Diary will have noticed.</p>", "", URL),
        ("<h2>Comments</h2><p>Page 1 of 3</p>", "", URL),
    ],
)
def test_a_whole_article_is_not(behind: str, head: str, url: str | None) -> None:
    assert not article(behind, head, url).truncated


def test_a_flattened_page_of_several() -> None:
    text = "\n".join(["Three bridges for Brévenne", *LINES, "Page 1 of 2"])
    (found,) = read(Page(id="p", page="p", text=text)).articles
    assert (found.truncated, found.text) == (True, "\n".join(LINES))


@pytest.mark.parametrize(
    "offer",
    [
        "<div class=wall><h3>Subscribe to read the full story</h3><p>Only 1 a week for three months</p></div>",
        "<p>Weiterlesen mit Küstenblatt Plus</p><p>Jetzt testen für 1 Euro im ersten Monat</p>",
        "<p>Sign in to read the rest of this article</p><p>New here? It takes a minute</p>",
    ],
)
def test_offers_behind_a_teaser_are_no_text(offer: str) -> None:
    found = article(offer)
    assert (found.paywalled, found.truncated) == (True, True)
    assert found.text == "\n".join(LINES)


def test_an_advert_to_subscribe_inside_an_article_cuts_nothing_off() -> None:
    found = article(f"<p>Subscribe to read our newsletter</p>{PROSE.replace('Monday', 'Tuesday')}")
    assert not found.truncated
    assert "Tuesday" in found.text


def drawn(script: str, shown: str = "<div id=root></div>") -> str:
    return f"<html><head><title>Three bridges - Valley Diary</title></head><body>{shown}{script}</body></html>"


def scripted(script: str, shown: str = "<div id=root></div>") -> Reading:
    return read(Page(id="p", page="p", html=drawn(script, shown)))


def structured(body: str, **more: Any) -> str:
    thing = {"@type": "NewsArticle", "headline": "Three bridges", "articleBody": body, **more}
    return f"<script type='application/ld+json'>{json.dumps(thing)}</script>"


def state(value: Any) -> str:
    return f"<script id=__NEXT_DATA__ type='application/json'>{json.dumps({'props': value})}</script>"


@pytest.mark.parametrize(
    "script",
    [
        structured("\n\n".join(LINES)),
        structured(PROSE),
        state({"article": {"title": "Three bridges", "body": [{"kind": "p", "text": line} for line in LINES]}}),
        state({"title": "Three bridges", "html": PROSE, "more": [{"summary": LINES[0][:70] + " of the town."}]}),
        f"<script>window.__STATE__ = {json.dumps({'head': 'Three bridges', 'html': PROSE})};</script>",
    ],
)
def test_what_only_a_script_prints_is_read(script: str) -> None:
    (found,) = scripted(script).articles
    assert found.text == "\n".join(LINES)
    visible = visible_text(drawn(script))
    assert [visible[s.page_start :][: s.end - s.start] for s in found.segments] == LINES
    assert found.title == "Three bridges" or found.title == "Three bridges - Valley Diary"


@pytest.mark.parametrize(
    "script",
    [
        # Phrases of a program, under no headline; several articles; a broken state.
        state({"messages": {f"m{n}": line for n, line in enumerate(LINES)}}),
        state({"list": [{"title": "Three bridges", "body": [f"{line} {n}." for line in LINES]} for n in range(3)]}),
        "<script>window.__STATE__ = {'title': 'Three bridges', 'html': ...};</script>",
        "<script>" + "window.a = " + "[" * 10_000 + "</script>",
    ],
)
def test_a_state_without_one_article_gives_none(script: str) -> None:
    assert scripted(script).articles == ()


def test_a_teaser_stays_a_teaser() -> None:
    """What a page shows the beginning of, it shows as far as it wants to."""
    found = scripted(structured("\n".join(LINES)), f"<h1>Three bridges</h1><p>{LINES[0]}</p>").articles
    assert [(a.text, a.truncated) for a in found] == [(LINES[0], True)]


def test_text_that_a_menu_parts_is_cut_at_words() -> None:
    said = "the mayor said that the bridge of Valdor would be closed for the whole month, and boats take its place."
    rest = said.replace("bridge", "harbour")
    source = f"<html><body><div>Before the bridge<nav>Home</nav> {said} {rest}</div></body></html>"
    (article,) = read(Page(id="p", page="p", html=source)).articles
    assert said in article.text
