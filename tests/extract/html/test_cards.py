"""Pieces of other outlets on a page that lists them."""

from __future__ import annotations

from recoupe.extract import read
from recoupe.model import Page

PIECES = (
    ("https://skerry.example/1", "Two hurt as ferry hits pier at Tarn", "The Skerry Times", "3 hours ago",
     "Two of the crew were hurt when the evening ferry struck the pier at Tarn on Tuesday, the coastguard said."),
    ("https://gazette.example/2", "Captain had reported steering fault", "Tarn Gazette", "5 hours ago",
     "The captain of the ferry had reported a fault in the steering a day before, says the log of the port."),
    ("https://kanal.example/3", "Fähre rammt Pier: zwei Verletzte", "Kanal Nord", "2 days ago",
     "Zwei von der Besatzung sind verletzt worden, als eine Fähre am Dienstagabend die Pier von Tarn rammte."),
)  # fmt: skip


def listing(item: str) -> str:
    made = (item.format(*piece) for piece in PIECES)
    return (
        "<title>Ferry hits pier: what the papers say | NewsPile</title><meta property=og:site_name content=NewsPile>"
        f"<h1>Ferry hits pier: what the papers say</h1><ul>{''.join(made)}</ul>"
    )


def test_outlet_and_age_behind_a_linked_headline_make_an_extract() -> None:
    html = listing("<li><a href='{0}'>{1}</a> <span>{2}</span> · <span>{3}</span><p>{4}</p></li>")
    found = read(Page(id="p", page="p", html=html)).articles
    assert [(a.kind, a.title, a.outlet, a.host, a.relative_time, a.text) for a in found] == [
        ("extract", title, outlet, "NewsPile", ago, text) for _, title, outlet, ago, text in PIECES
    ]


def test_a_site_that_dates_its_own_teasers_lists_no_others() -> None:
    html = listing("<li><a href='/own/{3}'>{1}</a> <span>{3}</span><p>{4}</p></li>")
    assert not [a for a in read(Page(id="p", page="p", html=html)).articles if a.kind == "extract"]
