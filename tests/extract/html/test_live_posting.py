"""One live blog, its updates told by structured data in every way publishers do: the same updates come out."""

from __future__ import annotations

import html as markup
import json
from typing import Any

import pytest

from recoupe.extract import read
from recoupe.model import Article, Page

UPDATES = [
    ("Second gate opened", "2026-03-02T15:40:00+01:00", ["The wardens have opened the second gate of the sluice.",
     "The meadow below it will be under water by the evening, they say, and walkers should keep to the dyke."]),
    ("Ferry stops early", "2026-03-02T13:05:00+01:00", ["The Brannock ferry made its last crossing at one o'clock.",
     "Whoever is still on the far bank can take the bus over the bridge at Holm free of charge until midnight."]),
    ("Water over the towpath", "2026-03-02T11:20:00+01:00", ["The river is over the towpath at the old mill.",
     "Two boats came loose in the night and were caught by the fire service before they reached the weir."]),
    ("Warning for the lower town", "2026-03-02T09:15:00+01:00", ["The lower town was warned of high water by noon.",
     "Sandbags can be had at the school from ten o'clock, four for each house, the county said on Monday."]),
]  # fmt: skip
LEAD = "The river Brannock is rising after a week of rain in the hills. Follow the day along its banks with us here."


def page(structured: object = None, *, clocks: bool = False, attributes: tuple[str, str, str] = ("", "", "")) -> str:
    blog, entry, body = attributes
    shown = "".join(
        f"<div class=x {entry}>{f'<span>{when[11:16]}</span>' if clocks else ''}{dated(when) if entry else ''}"
        f"<h3>{title}</h3><div {body}>{''.join(f'<p>{line}</p>' for line in lines)}</div></div>"
        for title, when, lines in UPDATES
    )
    script = f"<script type='application/ld+json'>{json.dumps(structured)}</script>" if structured else ""
    return (
        f"<html lang=en><head><title>Brannock flood</title>{script}</head><body><main><h1>Brannock flood</h1>"
        f"<p>{LEAD}</p><div {blog}>{shown}</div></main></body></html>"
    )


def dated(when: str) -> str:
    return f"<meta itemprop='datePublished' property='schema:datePublished' content='{when}'>"


def told(write: Any = "\n".join, **more: Any) -> list[dict[str, Any]]:
    return [
        {"@type": "BlogPosting", "headline": title, "datePublished": when, "articleBody": write(lines)} | more
        for title, when, lines in UPDATES
    ]


def live(**fields: Any) -> dict[str, Any]:
    return {
        "@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Brannock flood",
        "datePublished": "2026-03-02T09:00:00+01:00", "dateModified": "2026-03-02T15:45:00+01:00",
    } | fields  # fmt: skip


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def with_id(number: int, item: dict[str, Any]) -> dict[str, Any]:
    return item | {"@id": f"https://brannock.example/live#u{number}"}


NAMED = [with_id(n, item) for n, item in enumerate(told())]
NAMES = [{"@id": item["@id"]} for item in NAMED]
WAYS = {
    "plain": live(liveBlogUpdate=told()),
    "one at a time, a list in a list": live(liveBlogUpdate=[[item] for item in told()]),
    "oldest first": live(liveBlogUpdate=told()[::-1]),
    "told twice": live(liveBlogUpdate=told() + told()),
    "two scripts' worth": [live(liveBlogUpdate=told()[:2]), live(liveBlogUpdate=told()[2:])],
    "under a graph, by reference": {"@graph": [live(liveBlogUpdate=NAMES), *NAMED]},
    "by bare reference": {"@graph": [live(liveBlogUpdate=[n["@id"] for n in NAMES]), *NAMED]},
    "an item list": live(
        liveBlogUpdate={"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": i} for i in told()]}
    ),
    "each names its blog": {
        "@graph": [live(**{"@id": "https://brannock.example/live"}), *told(isPartOf={"@id": "https://brannock.example/live"})]
    },
    "parts of a live blog": live(hasPart=[{"@type": "WebPageElement", "cssSelector": ".x"}, *told()]),
    "blog posts": live(blogPost=told()),
    "parts of a plain article": live(**{"@type": "NewsArticle"}, hasPart=told()),
    "main entity of a page": {"@type": "WebPage", "mainEntity": live(liveBlogUpdate=told())},
    "type as a list and an address": live(
        **{"@type": ["https://schema.org/LiveBlogPosting", "Article"]}, liveBlogUpdate=told()
    ),
    "markup in the body": live(liveBlogUpdate=told(paragraphs)),
    "escaped markup": live(liveBlogUpdate=told(lambda lines: markup.escape(paragraphs(lines)))),
    "markup escaped twice": live(liveBlogUpdate=told(lambda lines: markup.escape(markup.escape(paragraphs(lines))))),
    "paragraphs run together": live(liveBlogUpdate=told(" ".join)),
    "without even a space": live(liveBlogUpdate=told("".join)),
    "body as a list": live(liveBlogUpdate=told(list)),
    "as text": live(liveBlogUpdate=[{("text" if k == "articleBody" else k): v for k, v in i.items()} for i in told()]),
    "broken off": live(liveBlogUpdate=told(lambda lines: lines[0] + " The …")),
    "headline again in the body": live(
        liveBlogUpdate=[i | {"articleBody": f"{i['headline']}\n{i['articleBody']}"} for i in told()]
    ),
    "only a modification date": live(
        liveBlogUpdate=[{("dateModified" if k == "datePublished" else k): v for k, v in i.items()} for i in told()]
    ),
}  # fmt: skip
SHORT_OF_WORDS = {"broken off"}


def updates(source: str) -> list[Article]:
    return [a for a in read(Page(id="x", page="x", html=source)).articles if a.kind == "update"]


@pytest.mark.parametrize("way", WAYS)
def test_structured_data_in_every_way(way: str) -> None:
    found = updates(page(WAYS[way], clocks=way in SHORT_OF_WORDS))
    assert [(u.title, u.published) for u in found] == [(title, when) for title, when, _ in UPDATES[::-1]]
    assert [u.text for u in found] == ["\n".join(lines) for _, _, lines in UPDATES[::-1]]


@pytest.mark.parametrize("attributes", [
    ("itemscope itemtype='https://schema.org/LiveBlogPosting'",
     "itemprop=liveBlogUpdate itemscope itemtype='https://schema.org/BlogPosting'", "itemprop=articleBody"),
    ("vocab='https://schema.org/' typeof=LiveBlogPosting", "property='schema:liveBlogUpdate' typeof=BlogPosting", ""),
])  # fmt: skip
def test_microdata_and_rdfa(attributes: tuple[str, str, str]) -> None:
    found = updates(page(attributes=attributes))
    assert [(u.title, u.published) for u in found] == [(title, when) for title, when, _ in UPDATES[::-1]]
    assert [u.text for u in found] == ["\n".join(lines) for _, _, lines in UPDATES[::-1]]


def test_times_that_are_missing_come_from_the_page() -> None:
    bare = [{k: v for k, v in item.items() if k != "datePublished"} for item in told()]
    found = updates(page(live(liveBlogUpdate=bare), clocks=True))
    assert [u.published for u in found] == [when for _, when, _ in UPDATES[::-1]]


def test_one_time_for_all_is_the_pages_own() -> None:
    found = updates(page(live(liveBlogUpdate=told(datePublished="2026-03-02T09:00:00+01:00")), clocks=True))
    assert [u.published for u in found] == [when for _, when, _ in UPDATES[::-1]]


def test_what_only_structured_data_tells_has_no_words_on_the_page() -> None:
    extra = {
        "@type": "BlogPosting",
        "headline": "Told to machines",
        "articleBody": "Nobody who opens it can read this.",
    }
    assert len(updates(page(live(liveBlogUpdate=[extra, *told()])))) == 4


def test_an_article_in_two_parts_is_no_live_blog() -> None:
    parts = [{"@type": "WebPageElement", "isAccessibleForFree": False}, told()[0]]
    assert updates(page(live(**{"@type": "NewsArticle"}, hasPart=parts))) == []


def test_an_update_of_one_line_has_no_headline_beside_it() -> None:
    source = page(live(liveBlogUpdate=[{"@type": "BlogPosting", "headline": LEAD}, *told()]))
    assert [(u.title, u.text) for u in updates(source) if u.text == LEAD] == [(None, LEAD)]


def test_clocks_inside_a_declared_update_are_times_not_updates() -> None:
    times = [
        "14:02 The first boat leaves the quay with nine people aboard.",
        "14:10 The second follows.",
        "14:31 Both have reached the island, the harbour office says.",
    ]
    told = [
        ("The crossing, minute by minute", " ".join(times), "2025-05-04T14:40:00+02:00"),
        ("Ferries stop", "No ferry will sail before the evening because of the wind.", "2025-05-04T15:05:00+02:00"),
        ("Wind drops", "The wind has dropped, and the first ferry sails at eight.", "2025-05-04T18:20:00+02:00"),
    ]
    updates = ",".join(
        f'{{"@type":"BlogPosting","headline":"{h}","articleBody":"{b}","datePublished":"{d}"}}' for h, b, d in told
    )
    shown = "".join(
        f"<div class='post'><h3>{h}</h3>" + "".join(f"<p>{line}</p>" for line in (times if not n else [b])) + "</div>"
        for n, (h, b, _) in enumerate(told)
    )
    page = (
        '<html><head><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm at Valdemar",'
        f'"liveBlogUpdate":[{updates}]}}</script></head><body><h1>Storm at Valdemar</h1>{shown}</body></html>'
    )
    found = [a for a in read(Page(id="x", page="x", html=page)).articles if a.kind == "update"]
    assert [a.title for a in found] == [h for h, _, _ in told]
    assert all(line in found[0].text for line in times)
