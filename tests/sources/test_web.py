"""Addresses and what they name: feeds, OPML and sitemaps, with a local server standing in for the web."""

from __future__ import annotations

import http.server
from collections.abc import Iterator

import pytest
from tests.served import served

from recoupe.model import Page, PageMissing, PageRefused, ReadSettings, RecoupeError
from recoupe.sources import open_pages
from recoupe.sources.fetch import Fetcher, FetchSettings
from recoupe.sources.web import Web

asked: list[str] = []
LONG = "The bridge over the Orel reopened on Tuesday after nine months of repairs. " * 12
RSS = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay Post</title>
<item><title>Whole</title><link>/whole</link><content:encoded><![CDATA[<p>{LONG}</p>]]></content:encoded></item>
<item><title>Teaser</title><link>BASE/two</link><description>A few words.</description></item>
<item><title>Lost</title><link>BASE/lost</link><description>What the feed says of it.</description></item>
<item><title>Bare</title><link>BASE/one</link></item></channel></rss>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>BASE/one</loc><news:news><news:publication><news:name>Quay Post</news:name><news:language>en</news:language>
</news:publication><news:publication_date>2026-05-12T20:15:00+02:00</news:publication_date>
<news:title>Bridge reopens</news:title></news:news></url><url><loc> /two </loc><lastmod>2026-05-13</lastmod>
</url></urlset>"""
SITE = {
    "/one": "<html><p>One</p></html>",
    "/two": "<html><p>Two</p></html>",
    "/rss": RSS,
    "/sitemap.xml": SITEMAP,
    "/index.xml": "<sitemapindex><sitemap><loc>BASE/sitemap.xml</loc></sitemap>"
    "<sitemap><loc>BASE/index.xml</loc></sitemap></sitemapindex>",
    "/feeds.opml": '<opml version="2.0"><body><outline text="x"><outline type="rss" xmlUrl="BASE/rss"/></outline>'
    '<outline xmlUrl="BASE/sitemap.xml"/></body></opml>',
    "/cut.xml": SITEMAP[: SITEMAP.index("<url><loc> /two")],
    "/down1": "<sitemapindex><sitemap><loc>/down2</loc></sitemap></sitemapindex>",
    "/down2": "<sitemapindex><sitemap><loc>/down3</loc></sitemap></sitemapindex>",
    "/down3": "<sitemapindex><sitemap><loc>/down4</loc></sitemap></sitemapindex>",
    "/down4": "<sitemapindex><sitemap><loc>/down5</loc></sitemap></sitemapindex>",
    "/bomb.xml": '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<urlset><url><loc>&b;</loc></url><url><loc>BASE/one</loc></url></urlset>",
}


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        asked.append(self.path)
        body = SITE.get(self.path, "").replace("BASE", f"http://{self.headers['Host']}").encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with served(Site) as address:
        yield address


def opened(*places: str, max_links: int = 100) -> list[Page | RecoupeError]:
    asked.clear()
    settings = ReadSettings(max_links=max_links, allow_private=True)
    fetcher = Fetcher(FetchSettings(delay=0.0, retries=0, allow_private=True))
    return list(open_pages(places, settings, Web(settings, fetcher)))


def urls(found: list[Page | RecoupeError], site: str) -> list[str | None]:
    return [p.url.removeprefix(site) if isinstance(p, Page) and p.url else None for p in found]


def test_a_feed_at_an_address_gives_its_words_and_fetches_what_it_only_teases(site: str) -> None:
    whole, teaser, lost, words, bare = opened(f"{site}/rss")
    assert isinstance(whole, Page)
    assert LONG.strip() in (whole.html or "")
    assert isinstance(teaser, Page)
    assert (teaser.page, teaser.title, teaser.outlet) == (f"{site}/two", "Teaser", "Quay Post")
    assert "Two" in (teaser.html or "")
    assert isinstance(lost, PageMissing)
    assert isinstance(words, Page)
    assert "What the feed says of it." in (words.html or "")
    assert isinstance(bare, Page)
    assert "/whole" not in asked


def test_a_sitemap_says_what_its_pages_do_not(site: str) -> None:
    one, two = opened(f"{site}/sitemap.xml")
    assert isinstance(one, Page)
    assert isinstance(two, Page)
    assert (one.outlet, one.language, one.title) == ("Quay Post", "en", "Bridge reopens")
    assert (one.published, two.published) == ("2026-05-12T20:15:00+02:00", None)
    assert two.url == f"{site}/two"


def test_lists_name_lists_and_nothing_is_fetched_twice(site: str) -> None:
    assert urls(opened(f"{site}/index.xml"), site) == ["/one", "/two"]
    found = opened(f"{site}/feeds.opml")
    assert [u for u in urls(found, site) if u] == ["/whole", "/two", "/lost", "/one"]
    assert len(asked) == len(set(asked))


def test_an_opml_file_given_by_name_is_followed_and_one_in_a_folder_is_not(site: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "list.xml").write_text(SITE["/sitemap.xml"].replace("BASE", site).replace(" /two ", f"{site}/two"))
    assert urls(opened(str(tmp_path / "list.xml")), site) == ["/one", "/two"]
    (error,) = opened(str(tmp_path))
    assert isinstance(error, PageRefused)
    assert asked == []


def test_a_sitemap_that_breaks_off_says_so(site: str) -> None:
    one, error = opened(f"{site}/cut.xml")
    assert urls([one], site) == ["/one"]
    assert isinstance(error, PageRefused)
    assert "breaks off" in error.problem


def test_no_more_links_than_allowed_and_no_deeper(site: str) -> None:
    one, error = opened(f"{site}/sitemap.xml", max_links=1)
    assert isinstance(one, Page)
    assert "--max-links" in str(error)
    (deep,) = opened(f"{site}/down1")
    assert isinstance(deep, PageRefused)
    assert "/down5" not in asked


def test_entities_of_a_list_are_not_resolved(site: str) -> None:
    assert [u for u in urls(opened(f"{site}/bomb.xml"), site) if u] == ["/one"]
    assert not any("aaaa" in path for path in asked)
