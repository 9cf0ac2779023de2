"""Which of a page's headings and titles is its article's headline, on pages written for it."""

from __future__ import annotations

import pytest

from recoupe.extract import read
from recoupe.model import Page

PROSE = "".join(
    f"<p>The council of Brévenne voted for bridge number {n} on Monday evening, the mayor told reporters.</p>"
    for n in range(3)
)


def headline(head: str, body: str) -> str | None:
    page = f"<html><head>{head}</head><body>{body}{PROSE}</body></html>"
    return read(Page(id="p", page="p", html=page)).articles[0].title


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        # The banner leads home, or is what the search title ends with.
        (
            "<title>Bridges at last - The Valley Diary</title>",
            "<h1><a href='/'>The Valley Diary</a></h1><h2>Bridges at last</h2>",
            "Bridges at last",
        ),
        (
            "<title>Bridges at last | The Valley Diary</title>",
            "<h1>The Valley Diary</h1><h3>Bridges at last</h3>",
            "Bridges at last",
        ),
        # A kicker before the headline is no banner: nothing else prints it.
        (
            "<title>Brévenne | Bridges at last</title>",
            "<h1>Bridges at last</h1><h3>Three votes</h3>",
            "Bridges at last",
        ),
        # A heading that leads to the article itself, or to its part, is a headline.
        ("<title>The Valley Diary</title>", "<h1><a href='/2025/bridges'>Bridges at last</a></h1>", "Bridges at last"),
        # No heading of the first rank.
        (
            "<title>Print view: Three bridges for Brévenne</title>",
            "<p>The Valley Diary</p><h2>Three bridges for Brévenne</h2><h3>A long evening</h3>",
            "Three bridges for Brévenne",
        ),
        (
            "<title>The Valley Diary | News from here</title>",
            "<h2>Three bridges for Brévenne</h2><p>Posted on 4 May 2025</p>",
            "Three bridges for Brévenne",
        ),
        # A label that only sharing needs.
        (
            "<title>x</title><meta property='og:title' content='Press release: Three bridges for Brévenne'>",
            "<h1>Three bridges for Brévenne</h1>",
            "Three bridges for Brévenne",
        ),
        (
            "<title>x</title><meta property='og:title' content='Bridges: Brévenne votes for three of them'>",
            "<h1>Brévenne votes</h1>",
            "Bridges: Brévenne votes for three of them",
        ),
        # An attribute that broke off at the quotation mark it holds.
        (
            '<title>Bridges are "a gift"</title><meta property="og:title" content="Bridges are">',
            "",
            'Bridges are "a gift"',
        ),
    ],
)
def test_headline(head: str, body: str, found: str) -> None:
    assert headline(head, body) == found
