"""Events of the timeline as lines."""

from __future__ import annotations

import msgspec

from recoupe.dossier import events, html, markdown, text
from tests.dossier.made import dossier


def test_the_entry_of_a_live_blog_goes_on_from_its_title() -> None:
    made = dossier()
    for kind, title, shown in (
        ("update", "Choc dans le port", "Choc dans le port: La collision a eu lieu"),
        ("update", "Choc !", "Choc ! La collision a eu lieu"),
        ("update", "La collision", "La collision a eu lieu"),
        ("article", "Choc dans le port", "La collision a eu lieu"),
    ):
        first = msgspec.structs.replace(made.articles[0], kind=kind, title=title)
        assert events.what(made.timeline[1], {first.id: first}) == shown


def test_one_old_page_does_not_date_the_story() -> None:
    made = dossier()
    copies = tuple(msgspec.structs.replace(made.articles[0], id=f"n{k}") for k in range(20))
    old = msgspec.structs.replace(copies[0], published="2019-01-02")
    before, own = events.recent(msgspec.structs.replace(made, articles=(old, *copies[1:])))
    assert [e.begin for e in before] == ["2019"]
    assert len(own) == len(made.timeline) - 1


def test_the_hours_at_which_others_put_an_event_stand_beside_it_in_every_format() -> None:
    made = dossier()
    event = msgspec.structs.replace(made.timeline[1], otherwise=("2026-05-12T17:00:00Z",))
    told = msgspec.structs.replace(made, timeline=(event,))
    assert "others say 12 May 2026, 17:00 GMT" in markdown.write(told)
    assert "others say 12 May 2026, 17:00 GMT" in " ".join(text.write(told, text.Page()).split())
    assert "d'autres disent" in markdown.write(told, lang="fr")
    assert "17:00 GMT" in html.write(told)
    assert "others say" not in markdown.write(made)
