"""A live blog without its updates' words."""

from __future__ import annotations

from pathlib import Path

from recoupe.extract.html import read, visible_text
from recoupe.extract.parts import own_words
from recoupe.model import Page

SOURCE = (Path(__file__).parents[2] / "pages" / "html-live-markup-en" / "input.html").read_text(encoding="utf-8")


def test_the_lead_stays_and_leads_back() -> None:
    whole, *updates = read(Page(id="x", page="x", html=SOURCE)).articles
    alone, visible = own_words(whole), visible_text(SOURCE)
    assert alone.text.startswith("The lake at Orvel has flooded")
    assert not [u.title for u in updates if u.text[:30] in alone.text]
    assert all(u.text[:30] in whole.text for u in updates)
    assert alone.id == whole.id
    assert all(
        alone.text[s.start : s.end] == visible[s.page_start : s.page_start + s.end - s.start] for s in alone.segments
    )
    assert "".join(alone.text.split()) == "".join("".join(alone.text[s.start : s.end].split()) for s in alone.segments)


def test_an_article_without_updates_is_itself() -> None:
    update = read(Page(id="x", page="x", html=SOURCE)).articles[1]
    assert own_words(update) is update
