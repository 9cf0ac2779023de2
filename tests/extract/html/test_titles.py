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
        # What is shared is the search title again, the site's name and all: the page prints the headline.
        (
            "<title>Bridges of Brévenne • Valley Diary</title>"
            "<meta property='og:title' content='Bridges of Brévenne • Valley Diary'>"
            "<meta property='og:site_name' content='Valley Diary'>",
            "<h1>Bridges of Brévenne: why the council wants three of them now</h1>",
            "Bridges of Brévenne: why the council wants three of them now",
        ),
        # The same with a kicker before the headline.
        (
            "<title>Council wants three bridges at last • Valley Diary</title>"
            "<meta property='og:title' content='Council wants three bridges at last • Valley Diary'>"
            "<meta property='og:site_name' content='Valley Diary'>",
            "<h1>Roads Council wants three bridges at last</h1>",
            "Council wants three bridges at last",
        ),
        # What is shared is the site's name, or a section, or an invitation.
        (
            "<title>.: Valley Diary :.</title><meta property='og:title' content='Valley Diary'>"
            "<meta property='og:site_name' content='Valley Diary'>",
            "<h1>Three bridges for Brévenne</h1>",
            "Three bridges for Brévenne",
        ),
        (
            "<title>Three bridges for Brévenne</title><meta property='og:title' content='Press releases'>",
            "<h1>County council of Orvel: Three bridges for Brévenne</h1>",
            "Three bridges for Brévenne",
        ),
        # A site's name that is written in more words than its host, or followed by what the site is.
        (
            "<meta property='og:url' content='https://www.valleydiary.example/bridges'>"
            "<title>Ada Lind: Three bridges - valley diary online</title>"
            "<meta property='og:title' content='Ada Lind: Three bridges - valley diary online'>",
            "<h1>Three bridges</h1>",
            "Ada Lind: Three bridges",
        ),
        (
            "<title>Three bridges for Brévenne | Valley Diary | Read it now</title>"
            "<meta property='og:site_name' content='Valley Diary'>",
            "",
            "Three bridges for Brévenne",
        ),
        # The day before a headline; a site's name behind a hyphen where a script writes no spaces.
        ("<title>04.05.2025 - Three bridges for Brévenne</title>", "", "Three bridges for Brévenne"),
        ("<title>布列芬议会投票决定修建三座桥-山谷日报网</title>", "", "布列芬议会投票决定修建三座桥"),
        ("<title>x</title>", "<h1>04.05.2025 - Three bridges for Brévenne</h1>", "Three bridges for Brévenne"),
        # What is cut off for sharing is whole elsewhere; an ellipsis may also be meant.
        (
            "<meta property='og:title' content='Three bridges for Brévenne after...'>",
            "<h1>Three bridges for Brévenne after a long vote</h1>",
            "Three bridges for Brévenne after a long vote",
        ),
        (
            "<meta property='og:title' content='All in good time...'>",
            "<h1>All in good time…</h1>",
            "All in good time...",
        ),
        # The section's name in the first heading, as the search title has it behind the headline.
        (
            "<title>Bridges at last - Traffic - The Valley Diary</title>",
            "<h1>Traffic</h1><h2>Bridges at last</h2>",
            "Bridges at last",
        ),
        # A page that tells no headline at all prints one above its text.
        (
            "<title>The Valley Diary</title>",
            "<h1><a href='/'>The Valley Diary</a></h1><h2>Three bridges at last</h2>",
            "Three bridges at last",
        ),
        # An invitation to share has none of the heading's long words.
        (
            "<meta property='og:title' content='Will you join us?'><title>Three bridges for us at last</title>",
            "<h1>Three bridges at last for us</h1>",
            "Three bridges at last for us",
        ),
        # The last crumb of the trail in a heading for search engines; the article has its headline in the next rank.
        (
            "<title>Bridges in Brévenne: what is planned | Valley Diary</title>"
            "<meta property='og:site_name' content='Valley Diary'>"
            "<meta property='og:title' content='The long vote: Three bridges for Brévenne'>"
            "<script type='application/ld+json'>"
            '{"@type": "NewsArticle", "headline": "Bridges in Brévenne: what is planned"}</script>',
            "<ol><li><a href='/'>Start</a></li><li><a href='/roads'>Roads</a></li>"
            "<li><h1>Bridges in Brévenne: what is planned</h1></li></ol>"
            "<h2><span>The long vote </span><span>Three bridges for Brévenne</span></h2>",
            "The long vote: Three bridges for Brévenne",
        ),
        # The same without a headline below: the crumb has it, or the page shares it under no heading.
        (
            "<meta property='og:title' content='Three bridges for Brévenne'>"
            "<script type='application/ld+json'>"
            '{"@type": "NewsArticle", "headline": "Bridges in Brévenne: what is planned"}</script>',
            "<div class='breadcrumbs'><span>Roads</span><h1>Bridges in Brévenne: what is planned</h1></div>"
            "<h2>Who pays for it</h2>",
            "Bridges in Brévenne: what is planned",
        ),
        # A heading of the page's navigation, and labels that no title repeats.
        (
            "<title>Brévenne builds at last</title>",
            "<h1>Three bridges built</h1><nav><h1>Where Brévenne builds at last: all posts</h1></nav>",
            "Three bridges built",
        ),
        ("<title>Bridges at last</title>", "<div><h1>Page</h1><h1>User</h1></div>", "Bridges at last"),
        # A page without any heading prints a part of its search title, behind the name of a section.
        (
            "<title>Friends of the valley - Three bridges for Brévenne - Press - News</title>",
            "<p>Menu</p><p>Press : Three bridges for Brévenne</p><p>Written by Ada on 4 May 2025</p>"
            "<p>After a debate that went on until long after midnight, and that nobody will forget, the council of "
            "the valley voted for three bridges.</p>",
            "Three bridges for Brévenne",
        ),
        # Headings of a side column, then the post's own, which leads to its lasting address.
        (
            "<title>The Valley Diary</title>",
            "".join(f"<h3>Side column of many words {n}</h3><p>Links</p>" for n in range(20))
            + "<h2><a rel='bookmark' href='/?p=7'>Bridges!</a></h2><h3>What others say of it</h3>",
            "Bridges!",
        ),
        # How a word is read stands above it.
        (
            "<title>x</title>",
            "<h1><ruby>谷<rt>たに</rt></ruby>の<ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>ができる</h1>",
            "谷の橋ができる",
        ),
    ],
)
def test_headline(head: str, body: str, found: str) -> None:
    assert headline(head, body) == found


def test_of_many_headings_like_nothing_else_the_one_above_the_body_is_the_headline() -> None:
    beside = "<h1>Our newsletter is love in an inbox</h1>"
    page = f"<title>Gift guide</title><body><h1>Three bridges at last</h1>{PROSE}{beside}"
    assert read(Page(id="p", page="p", html=page)).articles[0].title == "Three bridges at last"


def test_a_noscript_that_leaves_a_division_open_does_not_hold_the_page() -> None:
    page = f"<body><noscript><div class='no'></noscript><div><h1>Three bridges at last</h1>{PROSE}</div></body>"
    (article,) = read(Page(id="p", page="p", html=page)).articles
    assert article.title == "Three bridges at last"
    assert "bridge number 2" in article.text
