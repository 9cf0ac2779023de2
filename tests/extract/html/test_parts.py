"""The small readers: JSON-LD, moments, headlines, alignment, visible text, live clocks."""

from __future__ import annotations

import pytest

from recoupe.extract import moments
from recoupe.extract.html import align, jsonld, live, published, title, visible_text
from recoupe.extract.html.live import Entry
from recoupe.extract.html.published import Candidate
from recoupe.extract.moments import Moment
from recoupe.model import Evidence


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('{"@type": "Article"}', 1),
        ('<!-- {"@type": "Article",} -->', 1),
        ('{"a": 1} {"b": 2}', 2),
        ('{"a": "line\nbreak"}', 1),
        ('[{"a": 1}, {"b": ', 1),
        ("not json", 0),
    ],
)
def test_careless_json(text: str, count: int) -> None:
    assert len(jsonld.documents(text)) == count


def test_names_in_every_shape() -> None:
    assert jsonld.names([{"name": "Ada Lorne"}, "Ivo &amp; Co", {"name": ["B. Sorn"]}]) == [
        "Ada Lorne",
        "Ivo & Co",
        "B. Sorn",
    ]


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2025-08-14T19:30:00+0200", "2025-08-14T19:30:00+02:00"),
        ("2025-08-14 19:30", "2025-08-14T19:30:00"),
        ("2025-08-14T19:30:00.123Z", "2025-08-14T19:30:00Z"),
        ("20250814", "2025-08-14"),
        ("Thu, 14 Aug 2025 17:30:00 GMT", "2025-08-14T17:30:00Z"),
        ("Thu Aug 14 19:30:00 CEST 2025", "2025-08-14T19:30:00+02:00"),
        ("1755192600", "2025-08-14T17:30:00Z"),
        ("2025-13-14", None),
        ("soon", None),
        ("", None),
    ],
)
def test_moments(value: str, iso: str | None) -> None:
    found = moments.parse(value)
    assert (found.iso if found else None) == iso


def candidate(iso: str, rank: int) -> Candidate:
    return Candidate(Moment(iso), Evidence(where="meta", words=iso), rank)


@pytest.mark.parametrize(
    ("told", "chosen"),
    [
        (["2025-08-14T19:30:00+02:00", "2025-08-15"], "2025-08-14T19:30:00+02:00"),
        (["2025-08-14", "2025-08-14T19:30:00+02:00"], "2025-08-14T19:30:00+02:00"),
        (["2025-08-14T00:00:00Z", "2025-08-14T19:30:00+02:00"], "2025-08-14T19:30:00+02:00"),
        (["2025-08-14T19:30:12", "2025-08-14T17:30:12Z"], "2025-08-14T17:30:12Z"),
        (["2025-08-14", "2025-08-16T19:30:00+02:00"], "2025-08-14"),
        (["2025-08", "2025-08-14"], "2025-08-14"),
    ],
)
def test_choice_of_a_time(told: list[str], chosen: str) -> None:
    best = published.choose([candidate(iso, rank) for rank, iso in enumerate(told)])
    assert best is not None
    assert best.moment.iso == chosen


@pytest.mark.parametrize(
    ("titles", "chosen"),
    [
        (title.Titles(shared="Frost in May | Valley Post", heading="Frost in May"), "Frost in May"),
        (title.Titles(shared="Frost in May - Valley Post"), "Frost in May"),
        (
            title.Titles(structured="Frost", heading="Frost hits hives", shared="Frost hits hives", searched="Frost"),
            "Frost hits hives",
        ),
        (title.Titles(structured="Hives lost", heading="Frost", shared="Frost", searched="Frost"), "Frost"),
        (
            title.Titles(searched="Frost in May hits the hives | Weather | Valley Post"),
            "Frost in May hits the hives",
        ),
        (title.Titles(searched="Frost : the hives are lost | The Valley Post"), "Frost : the hives are lost"),
        (
            title.Titles(searched="Frost in May hits hives - Brévenne - what we know"),
            "Frost in May hits hives - Brévenne - what we know",
        ),
        (
            title.Titles(searched="Frost in May - the hives", heading_parts=("Frost",), heading="Frost the hives"),
            "Frost the hives",
        ),
        (
            title.Titles(heading="Valley Post", shared="A well-known quarrel - over nothing"),
            "A well-known quarrel - over nothing",
        ),
        (title.Titles(), None),
    ],
)
def test_headline_vote(titles: title.Titles, chosen: str | None) -> None:
    assert title.choose(titles, ["Valley Post"]) == chosen


@pytest.mark.parametrize(
    ("told", "chosen"),
    [
        ((), "Hail over Brevenne"),
        (("news hail brevenne",), "Hail over Brevenne"),
        (("news gruene bienenstoecke verloren 1234.html",), "Grüne Bienenstöcke verloren"),
        (("Grüne Bienenstöcke verloren",), "Grüne Bienenstöcke verloren"),
    ],
)
def test_a_lone_structured_headline_needs_the_address_or_the_breadcrumb(told: tuple[str, ...], chosen: str) -> None:
    shown = "Hail over Brevenne"
    titles = title.Titles(structured="Grüne Bienenstöcke verloren", heading=shown, shared=shown, searched=shown)
    assert title.choose(titles, [], told) == chosen


def test_paragraphs_are_found_in_order_and_around_what_was_cut_out() -> None:
    told = ("The bridge was closed on Monday after a cable frayed.", "Nobody was hurt, the county said on Tuesday.")
    page = f"Menu Open\n{told[0]}\nShare\n{told[1]}\nOpen"
    packed = align.pack(page)
    wanted = [
        "The bridge was closed on Monday after a cable frayed. Nobody was hurt, the county said on Tuesday.",
        "Open",
    ]
    places = align.locate(wanted, packed)
    assert [page[a:b] for a, b in places[0]] == [
        "The bridge was closed on Monday after a cable frayed.",
        "Nobody was hurt, the county said on Tuesday.",
    ]
    assert places[1] == [(len(page) - 4, len(page))]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a <b>b</b>c</p><p>d</p>", "a bc\nd"),
        ("<div>a<br>b<script>x</script><div hidden>y</div></div>", "a\nb"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<p>a\u00a0b  \n c</p>", "a\u00a0b c"),
        ("<p style='color:red; display: none'>x</p><p>y</p>", "y"),
        ("", ""),
    ],
)
def test_visible_text(source: str, text: str) -> None:
    assert visible_text(source) == text


def entry(clock: str) -> Entry:
    hour, minute = clock.split(":")
    return Entry(place=(0, 1), title=None, pieces=[], clock=clock, minute=int(hour) * 60 + int(minute))


@pytest.mark.parametrize(
    ("clocks", "days"),
    [
        (["09:05", "08:47", "23:50", "22:10"], ["09", "09", "08", "08"]),
        (["21:05", "22:47", "00:50", "02:10"], ["08", "08", "09", "09"]),
    ],
)
def test_days_of_clocks(clocks: list[str], days: list[str]) -> None:
    entries = [entry(c) for c in clocks]
    live.date(entries, "2025-07-08T07:00:00+02:00", "2025-07-09T09:10:00+02:00")
    assert [e.moment.iso[8:10] for e in entries if e.moment] == days
    assert all(e.moment and e.moment.iso.endswith("+02:00") for e in entries)


def test_clocks_of_a_page_without_a_day_stay_clocks() -> None:
    entries = [entry("09:05")]
    live.date(entries, None, None)
    assert entries[0].moment is None
