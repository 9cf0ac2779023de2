"""Feeds: an entry is a page; what is broken is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.extract import read
from recoupe.model import Page, PageUnreadable, ReadSettings
from recoupe.sources import feeds, open_pages

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Quai du Sud</title><language>fr</language>
<item><title>Le pont rouvre</title><link>https://quai.example/pont</link>
<pubDate>Tue, 12 May 2026 20:15:00 +0200</pubDate>
<content:encoded><![CDATA[<p>Le pont a rouvert mardi.</p>]]></content:encoded></item>
<item><title>Sans texte</title><link>https://quai.example/vide</link></item></channel></rss>"""
JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": [
{"id": "1", "url": "https://quay.example/1", "content_text": "The bridge reopened.",
"date_published": "2026-05-12T20:15:00+02:00"}]}"""


def opened(place: Path, max_bytes: int = 100_000) -> list[object]:
    return list(open_pages([str(place)], ReadSettings(max_bytes=max_bytes)))


@pytest.mark.parametrize(("name", "data"), [("f.xml", RSS), ("f.rss", RSS)])
def test_an_entry_of_a_feed_is_a_page(tmp_path: Path, name: str, data: str) -> None:
    (tmp_path / name).write_text(data)
    (page,) = opened(tmp_path / name)
    assert isinstance(page, Page)
    assert (page.outlet, page.title, page.url) == ("Quai du Sud", "Le pont rouvre", "https://quai.example/pont")
    assert page.published == "2026-05-12T20:15:00+02:00"
    assert "Le pont a rouvert mardi." in (page.html or "")


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_feed_that_breaks_off_gives_what_it_has_and_says_so(tmp_path: Path, charset: str) -> None:
    whole = RSS.replace("?>", f' encoding="{charset}"?>', 1)
    (tmp_path / "f.xml").write_bytes(whole[: whole.index("<item><title>Sans")].encode(charset))
    page, error = opened(tmp_path / "f.xml")
    assert isinstance(page, Page)
    assert isinstance(error, PageUnreadable)
    assert "breaks off after 1 entries" in error.problem
    (tmp_path / "f.xml").write_bytes(whole.encode(charset))
    assert len(opened(tmp_path / "f.xml")) == 1


def test_an_item_of_a_json_feed_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "f.json").write_text(JSON_FEED)
    (page,) = opened(tmp_path / "f.json")
    assert isinstance(page, Page)
    assert (page.text, page.outlet, page.published) == ("The bridge reopened.", "Quay", "2026-05-12T20:15:00+02:00")


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("<pubDate>Tue, 12 May 2026 20:15:00 +0530</pubDate>", "2026-05-12T20:15:00+05:30"),
        ("<pubDate>Tue, 12 May 2026 20:15:00 EST</pubDate>", "2026-05-12T20:15:00-05:00"),
        ("<pubDate>12 May 2026 20:15 GMT</pubDate>", "2026-05-12T20:15:00+00:00"),
        ("<dc:date>2026-05-12T20:15:00-03:00</dc:date>", "2026-05-12T20:15:00-03:00"),
        ("<a:updated>2026-05-12T20:15:00Z</a:updated>", "2026-05-12T20:15:00Z"),
        ("<pubDate>soon</pubDate>", None),
    ],
)
def test_the_zone_a_feed_prints_is_kept(printed: str, published: str | None) -> None:
    feed = (
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:a='http://www.w3.org/2005/Atom'><channel>"
        f"<item><title>Bridge</title><description>The bridge reopened.</description>{printed}</item></channel></rss>"
    )
    (page,) = feeds.read("f", feed.encode())
    assert isinstance(page, Page)
    assert page.published == published


def test_an_entry_with_markup_keeps_the_headline_and_outlet_of_its_feed(tmp_path: Path) -> None:
    body = (
        "<h2>What the inspectors found</h2><p>The harbour bridge of Valdemar was shut to lorries on Monday after "
        "inspectors found cracks in two of its bearings.</p><p>The post <a href='#'>Bridge</a> appeared first on "
        "<a href='#'>Quay Post</a>.</p>"
    )
    item = f"<title>Bridge shut to lorries &amp;amp; buses</title><description><![CDATA[{body}]]></description>"
    (tmp_path / "f.xml").write_text(
        "<rss version='2.0'><channel><title>Quay Post</title><item>"
        f"<link>https://quay.example/bridge</link>{item}</item></channel></rss>"
    )
    (page,) = open_pages([str(tmp_path / "f.xml")], ReadSettings())
    assert isinstance(page, Page)
    (article,) = read(page).articles
    assert (article.title, article.outlet) == ("Bridge shut to lorries & buses", "Quay Post")
    assert "first on" not in article.text
