"""Captures of one live blog: one live blog, its updates once, what was edited kept as versions."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from recoupe import extract
from recoupe.extract.html import visible_text
from recoupe.model import Article, Page, Reading

URL = "https://harbour.example/live/orvel"
Entry = tuple[str, str, str, str]  # id, time, headline, words

SHELTER = (
    "b7",
    "2026-05-04T13:10:00+02:00",
    "School opens as a shelter",
    "The school in Orvel has opened its gym with sixty beds for those who had to leave the lower village.",
)
ROAD = (
    "b5",
    "2026-05-04T11:30:00+02:00",
    "Pass road shut",
    "Police have shut the road to the pass because a slope began to slip below the second bend this morning.",
)
TOLL = (
    "b3",
    "2026-05-04T10:05:00+02:00",
    "Four people hurt",
    "Four people were hurt when a jetty gave way at the camp site, the district said in a first statement.",
)
TOLL_LATER = (
    TOLL[0],
    TOLL[1],
    "Three people hurt",
    "Three people were hurt when a jetty gave way at the camp site, the district said, correcting itself.",
)
WARNING = (
    "b1",
    "2026-05-04T08:00:00+02:00",
    "Warning for the valley",
    "The weather service has put the whole valley on its second highest warning until midnight on Monday.",
)
EARLY, LATE = (ROAD, TOLL, WARNING), (SHELTER, ROAD, TOLL_LATER)


def capture(
    name: str, entries: Sequence[Entry], *, ids: bool = True, url: str | None = URL, flat: bool = False
) -> Page:
    if flat:
        shown = "\n".join(f"{e[1][11:16]} - {e[2]}\n{e[3]}" for e in entries)
        lead = "Rain has swollen the lake for three days. We report as it happens."
        text = f"Live: flood in Orvel\nPublished on 4 May 2026 at 07:50\n{lead}\n{shown}"
        return Page(id=name, page=name, text=text, url=url, outlet="Harbour Radio")
    told = [
        {"@type": "BlogPosting", "headline": e[2], "datePublished": e[1], "articleBody": e[3]}
        | ({"@id": f"{URL}#{e[0]}"} if ids else {})
        for e in entries
    ]
    data = {"@type": "LiveBlogPosting", "headline": "Flood in Orvel", "datePublished": WARNING[1], "url": url or "",
            "dateModified": max(e[1] for e in entries), "liveBlogUpdate": told}  # fmt: skip
    shown = "".join(f"<div><h3>{e[2]}</h3><p>{e[3]}</p></div>" for e in entries)
    return Page(id=name, page=name, url=url, html=(
        "<html lang=en><head><title>Flood in Orvel</title>"
        f"<script type='application/ld+json'>{json.dumps(data)}</script>"
        f"<meta property='og:site_name' content='Harbour Radio'></head><body><main><h1>Flood in Orvel</h1>"
        f"<p>Rain has swollen the lake at Orvel for three days, and the lower village is under water.</p>{shown}</main>"
    ))  # fmt: skip


def together(*pages: Page) -> dict[str, Reading]:
    return {r.page: r for r in extract.together([extract.read(page) for page in pages])}


def updates(reading: Reading) -> list[Article]:
    return [a for a in reading.articles if a.kind == "update"]


@pytest.mark.parametrize("ids", [True, False])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_latest_words_are_the_article(ids: bool, order: tuple[int, int]) -> None:
    pages = (capture("early", EARLY, ids=ids), capture("late", LATE, ids=ids))
    if not ids:  # without an id the headline or most words must agree
        pages = (capture("early", (ROAD, (*TOLL[:2], TOLL_LATER[2], TOLL[3]), WARNING), ids=False), pages[1])
    found = together(*(pages[n] for n in order))
    toll, road, shelter = updates(found["late"])
    assert [toll.text, road.text, shelter.text] == [TOLL_LATER[3], ROAD[3], SHELTER[3]]
    assert [v.text for v in toll.versions] == [TOLL[3]]
    assert not road.versions
    assert not shelter.versions
    assert [u.text for u in updates(found["early"])] == [WARNING[3]]
    assert [a.kind for r in found.values() for a in r.articles].count("live") == 1
    (live,) = (a for a in found["late"].articles if a.kind == "live")
    assert {u.part_of for r in found.values() for u in updates(r)} == {live.id}
    assert [v.page for v in live.versions] == ["early"]


def test_a_version_is_anchored_on_its_own_page() -> None:
    early = capture("early", EARLY)
    (version,) = updates(together(early, capture("late", LATE))["late"])[0].versions
    assert version.page == "early"
    shown = visible_text(early.html or "")
    assert version.text == "\n".join(shown[s.page_start : s.page_start + s.end - s.start] for s in version.segments)


def test_three_captures_keep_each_version_once_oldest_first() -> None:
    middle = (TOLL[0], TOLL[1], TOLL[2], "Five people were hurt when a jetty gave way, the district said at eleven.")
    pages = [capture("a", EARLY), capture("b", ((*SHELTER[:1], "2026-05-04T12:00:00+02:00", *SHELTER[2:]), middle)),
             capture("c", (SHELTER, TOLL_LATER)), capture("d", (SHELTER, TOLL_LATER))]  # fmt: skip
    found = together(*pages)
    toll = updates(found["d"])[0]
    assert [v.text[:4] for v in toll.versions] == ["Four", "Five"]
    assert found["c"].articles == ()
    assert found["c"].reason == "an earlier capture of the live blog on d"


def test_flattened_captures() -> None:
    later = (*TOLL[:3], TOLL[3].replace("Four", "Three") + " It corrects itself.")
    pages = (capture("early", EARLY, flat=True), capture("late", (SHELTER, ROAD, later, WARNING), flat=True))
    found = together(*pages)
    assert [[v.text[:4] for v in u.versions] for u in updates(found["late"])] == [[], ["Four"], [], []]
    assert found["early"].articles == ()


def test_other_live_blogs_of_an_address_that_all_share_stay_apart() -> None:
    fire = (
        "z9",
        "2026-05-04T09:00:00+02:00",
        "Fire in the depot",
        "A fire has broken out in the bus depot of Hallen, and the ring road is closed in both directions today.",
    )
    other = capture("other", (fire, (*fire[:1], "2026-05-04T09:30:00+02:00", "Fire is out", fire[3][::-1])))
    other = Page(id="other", page="other", url=URL, html=(other.html or "").replace("Flood in Orvel", "Fire in Hallen"))
    found = together(capture("early", EARLY), other)
    assert all(a.kind == "live" for r in found.values() for a in r.articles[:1])


def test_same_words_twice_on_one_page_are_two_updates() -> None:
    goal = "Goal! The home side is in front again after a free kick that nobody in the wall saw coming at all."
    twice = [(f"g{n}", f"2026-05-04T1{n}:00:00+02:00", "Goal", goal) for n in (3, 2, 1)]
    assert len(updates(together(capture("a", twice), capture("b", twice))["b"])) == 3
