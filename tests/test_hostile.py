"""Pages that once took the chain minutes, found by bench/fuzz.py, each cut down to what made it slow.

Processor time is measured, so that a busy machine does not fail them. Each had grown with the square of its length or
worse.
"""

from __future__ import annotations

import time

import msgspec
import pytest

from recoupe import claims, extract, pipeline
from recoupe.model import Page

BODY = "The rope bridge was closed on Monday after walkers saw one of its cables fray, the county said. " * 8
GERMAN = "Die Hängebrücke wurde am Montag gesperrt, weil ein Seil gerissen war, teilte der Landkreis mit. " * 8
HTML = f"<html><body><article><h1>Rope bridge closed</h1><p>{BODY}</p>"
LIMIT = 4.0  # processor seconds; on a slow machine some take a third of it

CASES = {
    "stops without an end": ("text", BODY + "." * 60_000 + "x"),
    "a name without an end": ("text", BODY + "Ostrel Quill " * 9_000),
    "a German name without an end": ("text", GERMAN + "Lund " * 9_000 + "kam."),
    "capitals without an end": ("text", BODY + "US YTH " * 9_000 + "kam"),
    "counts inside a line": ("text", BODY + "".join(f"\nx{n}" + "1. " * 6_400 + "x\n" + BODY for n in range(9))),
    "tables in tables": ("html", HTML + "<table>" * 1_900 + BODY * 4 + "</table>" * 1_900),
    "articles in articles": ("html", "<html><body><p>Some words.</p>" + "<article>" * 2_040 + BODY * 120),
    "links in blocks": ("html", HTML + "<div><a href='/x'>More</a>" * 2_000 + BODY),
    "blocks in blocks": ("html", HTML + "<p>The <iid>" * 1_200),
    "white space in structured data": (
        "html",
        HTML + "<script type='application/ld+json'>{" + " " * 40_000 + "x</script>",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_hostile_pages_end_fast(name: str) -> None:
    kind, content = CASES[name]
    page = Page(id="x", page="x", **{kind: content})
    pipeline.annotate(extract.read(Page(id="w", page="w", text=BODY)).articles[0])  # tables are read once
    begin = time.process_time()
    reading = extract.read(page)
    for article in reading.articles:
        pipeline.annotate(article)
    assert time.process_time() - begin < LIMIT
    assert sum(len(a.text) for a in reading.articles) <= 2 * len(content)


SWITCHED = "the lamps of the quay were switched to red at 6:50 a.m. GMT"
CLOCKS = {
    "in one sentence": f"{SWITCHED} and " * 800,
    "in one sentence, with their zone": "at 2:40 a.m. (2340 GMT) " * 1_200,
    "of prices": "At 9:05 it gained 5.2%. " * 1_000,
}


@pytest.mark.parametrize("name", CLOCKS)
def test_clock_times_without_end_are_told_fast(name: str) -> None:
    page = Page(id="x", page="x", text=BODY, published="2031-05-06T18:00:00Z")
    (article,) = extract.read(page).articles
    article = msgspec.structs.replace(article, text=CLOCKS[name], language="en")
    mentions = {article.id: pipeline.annotate(article)}
    begin = time.process_time()
    claims.timeline([article], mentions, {}, lambda articles: (1, 1))
    assert time.process_time() - begin < LIMIT


BARE = "0123456789"
TEXTS = {
    "nothing": "",
    "a word": "Oui",
    "digits": BARE * 2_000,
    "quotation marks": "“«„\"'" * 4_000,
    "answers": "le oui 52,1 % le non 47,9 % des bulletins " * 400,
    "brackets": "((12:30 " * 2_000,
    "closed brackets": "(12:30) " * 2_000,
}


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "it", "pt", "nl", "ru", "ar", None])
@pytest.mark.parametrize("name", TEXTS)
def test_texts_that_say_nothing_are_read_in_every_language(name: str, language: str | None) -> None:
    page = Page(id="x", page="x", text=BODY)
    (article,) = extract.read(page).articles
    article = msgspec.structs.replace(article, text=TEXTS[name], title="Oui", language=language)
    for published in ("2031-05-06T18:00:00Z", "2031-05", "Tuesday", None):
        article = msgspec.structs.replace(article, published=published)
        claims.timeline([article], {article.id: pipeline.annotate(article)}, {}, lambda articles: (1, 1))


@pytest.mark.parametrize("control", ["&#1;", "&#x1F;", "&#31", "&#xb ", "&#xFFFE;", "&#65535;"])
def test_control_characters_written_as_references_are_blanks(control: str) -> None:
    page = f"<html><body><div>{control}{BODY}<nav>Home</nav>{control}{BODY}{control}<aside>More</aside>{control}</div>"
    (article,) = extract.read(Page(id="x", page="x", html=page)).articles
    assert "The rope bridge was closed on Monday" in article.text


def test_a_number_without_end_lasts_no_time() -> None:
    (article,) = extract.read(Page(id="x", page="x", text=f"{BODY} It lasted {'9' * 400} hours.")).articles
    assert not any("inf" in t.value for t in pipeline.annotate(article).times)
