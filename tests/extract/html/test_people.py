"""Who wrote an article, on pages that say so in the ways real ones do."""

from __future__ import annotations

import json

import pytest

from recoupe.extract import read
from recoupe.model import Page

PROSE = "".join(
    f"<p>The council of Brévenne voted for bridge number {n} on Monday evening, the mayor told reporters there.</p>"
    for n in range(4)
)


def authors(told: str | None, line: str) -> tuple[str, ...]:
    thing = {"@type": "NewsArticle", "headline": "Three bridges", "publisher": {"name": "Valley Diary"}}
    script = json.dumps(thing | ({"author": {"name": told}} if told else {}))
    page = (
        f"<head><title>Three bridges for Brévenne</title><script type='application/ld+json'>{script}</script></head>"
        f"<body><h1>Three bridges for Brévenne</h1>{line}{PROSE}</body>"
    )
    return read(Page(id="p", page="p", html=page)).articles[0].authors


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Von Ada Lind", ("Ada Lind",)),
        ("Written by Ada Lind", ("Ada Lind",)),
        ("Ada Lind und Bo Karl, dpa", ("Ada Lind", "Bo Karl", "dpa")),
        ("Ada Lind et Bo Karl", ("Ada Lind", "Bo Karl")),
        ("Ada Lind (adl)", ("Ada Lind",)),
        ("Otto von Ammer", ("Otto von Ammer",)),
        ("José Ruiz y Prado", ("José Ruiz y Prado",)),
        ("Landesamt für Wald und Wasser", ("Landesamt für Wald und Wasser",)),
        ("Alle Beiträge von Ada Lind anzeigen →", ()),
        ("Zeige alle Beiträge von Ada Lind", ("Ada Lind",)),
        ("104211", ()),
        ("admin", ()),
        ("View my complete profile", ()),
    ],
)
def test_what_machines_are_told(told: str, found: tuple[str, ...]) -> None:
    assert authors(told, "") == found


@pytest.mark.parametrize(
    ("told", "line", "found"),
    [
        # The site's name is no person; the line that readers see has one.
        ("Valley Diary", "<p>By Ada Lind</p>", ("Ada Lind",)),
        ("Valley Diary", "<p>4 May 2025</p>", ("Valley Diary",)),
        (None, "<p>Von Ada Lind, Bo Karl und Cäcilie Ost, Brévenne</p>", ("Ada Lind", "Bo Karl", "Cäcilie Ost")),
        (None, "<p>Par Ada Lind le 4 mai 2025</p>", ("Ada Lind",)),
        # What leads to more by an author is no second author; many marked names are those of teasers.
        (None, "<a rel=author>Ada Lind</a> <a rel=author>All articles of Ada Lind</a>", ("Ada Lind",)),
        (
            None,
            "<p>By Ada Lind</p>" + "".join(f"<a rel=author>Writer {n * 'o'}ne</a>" for n in range(1, 6)),
            ("Ada Lind",),
        ),
        ("Ada Lind", "<p>By Bo Karl</p>", ("Ada Lind",)),
        # Arabic has no capitals.
        (None, "<p>بقلم ليلى الحداد</p>", ("ليلى الحداد",)),
        # Markup may name what the words do not; not the writer of a comment, nor what he does.
        (None, "<div class='article__author'>Ada Lind</div>", ("Ada Lind",)),
        (None, "<span class=post-author-name>Interview: Ada Lind</span>", ("Ada Lind",)),
        (
            None,
            "<p><a href='/autoren/ada-lind'>Ada Lind</a> und <a href='/autoren/bo'>Bo Karl</a></p>",
            ("Ada Lind", "Bo Karl"),
        ),
        (None, "<div class=author><b class=author-job>Transport Editor</b></div>", ()),
        (None, "<div class=comment-author>Ada Lind</div><div class=author>Published on</div>", ()),
        (None, "".join(f"<i class=author>Writer {n * 'o'}ne</i><br>" for n in range(1, 6)), ()),
    ],
)
def test_what_readers_see(told: str | None, line: str, found: tuple[str, ...]) -> None:
    assert authors(told, line) == found


@pytest.mark.parametrize("line", ["Ada Lind", "Ada Lind in Brévenne", "Ada Lind and Bo Karl", "Ada Lind avec AFP"])
def test_the_line_of_known_authors_is_no_text(line: str) -> None:
    script = json.dumps({"@type": "NewsArticle", "author": [{"name": "Ada Lind"}, {"name": "Bo Karl"}]})
    head = f"<head><script type='application/ld+json'>{script}</script></head>"
    page = f"{head}<body><h1>Three bridges</h1><p>{line}</p>{PROSE}"
    (article,) = read(Page(id="p", page="p", html=page)).articles
    assert article.text.startswith("The council")
