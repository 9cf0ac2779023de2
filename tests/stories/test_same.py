"""Which articles of chosen pages belong to the story: an invented dam and its valley."""

from __future__ import annotations

from recoupe.model import StoryItem
from recoupe.stories import same


def item(name: str, text: str, language: str = "en", part_of: str | None = None) -> StoryItem:
    return StoryItem(id=name, title=None, text=text, language=language, part_of=part_of)


PAGES = [
    item("a", "The dam above Velmora was opened by minister Ilse Tarkov, said Petra Quillon of the Ostrel council."),
    item("b", "In Velmora the minister, Ilse Tarkov, pressed the button. Petra Quillon stayed away, so did Ostrel."),
    item("c", "Minister Tarkov came to Velmora for the dam; farmers from Ostrel, led by Petra Quillon, stood there."),
    item("d", "Le barrage de Velmora, voulu par Ilse Tarkov, divise : Petra Quillon et Ostrel n'en veulent pas.", "fr"),
    item("e", "Открыта плотина в Вельмора: министр Тарков; совет Острел и Петра Квиллон против.", "ru"),
]


def test_all_languages_belong() -> None:
    assert set(same(PAGES).values()) == {None}


def test_another_story_of_the_same_page_is_left_out_with_a_reason() -> None:
    other = item("x", "Minister Tarkov visited the fish market of Tarnsund, where Lotte Brill sells eels to tourists.")
    reason = same([*PAGES, other])["x"]
    assert reason is not None
    assert "Velmora" in reason


def test_a_text_alone_in_its_language_is_not_judged() -> None:
    other = item("x", "大臣は魚市場を訪れた。", "ja")
    assert same([*PAGES, other])["x"] is None


def test_updates_go_with_their_live_page() -> None:
    live = item("x", "Live from the fish market of Tarnsund with Lotte Brill, Ugo Stern and all their friends.")
    update = item("u", "The eels of minister Tarkov are sold out.", part_of="x")
    decided = same([*PAGES, live, update])
    assert decided["u"] == decided["x"] is not None


def test_a_live_page_names_what_its_updates_name() -> None:
    live = item("x", "Live: the day in the valley, minute by minute.")
    update = item("u", "The dam of Velmora, Tarkov and Petra Quillon of Ostrel.", part_of="x")
    decided = same([*PAGES, live, update])
    assert decided["u"] is decided["x"] is None


def test_a_name_ends_with_its_line_and_short_names_count() -> None:
    lines = ("Tarkov", "Quillon", "Brill", "Tarkov", "Quillon")
    pages = [
        item(str(n), f"A bus from Elvas fell off the road at Vale do Peso, said {who} of Badajoz.\nIt was late.")
        for n, who in enumerate(lines)
    ]
    own = item("e", "Stern saw it all from Badajoz\nIt was late at Vale do Peso.")
    other = item("f", "Fish is sold in the market of Tarnsund\nIt had rained.")
    decided = same([*pages, own, other])
    assert decided["e"] is None
    assert decided["f"] is not None


def test_few_pages_are_all_kept() -> None:
    assert same([item("a", "Velmora."), item("b", "Tarnsund.")]) == {"a": None, "b": None}
    assert same([]) == {}
