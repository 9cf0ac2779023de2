"""Which articles of chosen pages belong to the story: an invented dam and its valley."""

from __future__ import annotations

import msgspec

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


def test_who_names_both_whom_all_name_tells_their_story() -> None:
    """Of a takeover all pages name the two companies: one that names nobody else is the earliest, or a statement."""
    speakers = ("Lund", "Stern")
    telling = [f"Caldor bids for Vernat: Iris {who} of Tarnsund spoke in Ostrel of Velmora." for who in speakers]
    pages = [item(str(n), text) for n, text in enumerate(telling * 3)]
    early = item("x", "Caldor may have an eye on the shares of Vernat, as an agency heard last week.")
    assert same([*pages, early])["x"] is None
    assert same([*pages, item("y", "Caldor sold its yachts last week, as an agency heard.")])["y"] is not None


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


def test_what_a_company_s_form_or_another_noun_follows_is_a_name_too() -> None:
    pages = [
        *(item(n, "Today Ilse Tarkov of Voltara spoke of Ostrel, of Velmora and of Quillon.") for n in "abc"),
        *(item(n, "Heute sprach Ilse Tarkov über Voltara, Ostrel, Velmora und Quillon.", "de") for n in "def"),
        item("g", "Ilse Tarkov spoke of Velmora and of Quillon, and of nothing else."),
    ]
    german = item("x", "Die Voltara-Aktie und die Ostrel-Werke verlieren an Wert.", "de")
    english = item("y", "Voltara AG and Ostrel Group lose 20 percent of what they are worth.")
    longer = item("z", "Voltara Motors NV and Ostrel Valley Works lose 20 percent of what they are worth.")
    decided = same([*pages, german, english, longer])
    assert decided["x"] is decided["y"] is decided["z"] is None


def test_few_pages_are_all_kept() -> None:
    assert same([item("a", "Velmora."), item("b", "Tarnsund.")]) == {"a": None, "b": None}
    assert same([]) == {}


EELS = [
    item("p", "The fish market of Tarnsund closes: Lotte Brill sells her last eels on Friday, said mayor Ugo Stern."),
    item("q", "Mayor Ugo Stern closes the fish market. In Tarnsund the eels of Lotte Brill will be missed, he said."),
    item("r", "No more eels: the fish market of Tarnsund closes on Friday, and Lotte Brill with it, the mayor said."),
]
ODD = [
    item("s", "The national choir sang in the rain on the Marble Steps, and Oda Finn conducted with an umbrella."),
    item("t", "A new asteroid was seen by the observatory of Kalmark; it is the size of a barn, said Yrsa Holt."),
    item("u", "Shares of the tyre maker Gummox fell by a tenth after its chief executive, Bo Ranke, left the firm."),
]


def test_of_a_pile_of_stories_the_largest_is_the_main_one_in_all_its_languages() -> None:
    decided = same([*EELS, *ODD, *PAGES])
    assert [id_ for id_, reason in decided.items() if reason is None] == ["a", "b", "c", "d", "e"]
    assert decided["q"] == "another story; articles about it: 3"
    assert decided["t"] == "another story; articles about it: 1"


def test_of_a_pile_without_a_story_the_first_article_is_told() -> None:
    lone = [EELS[0], *ODD, PAGES[0], item("v", "Der Fluss Orrn trat bei Hult über die Ufer, sagte Ina Wessel.", "de")]
    assert [id_ for id_, reason in same(lone).items() if reason is None] == ["p"]


def test_a_people_in_small_letters_names_its_country() -> None:
    pages = [
        item("a", "Romania passed the law of premier Radu Tarkov at dawn, said Petra Quillon."),
        item("b", "In Romania the law of Radu Tarkov is through, and Petra Quillon left the hall."),
        item("c", "Petra Quillon called the law of Radu Tarkov a mistake; Romania will see."),
        item("d", "La Roumanie a voté la loi de Radu Tarkov, malgré Petra Quillon.", "fr"),
        item("e", "La Roumanie vote, Radu Tarkov jubile, Petra Quillon quitte la salle.", "fr"),
        item("f", "Radu Tarkov a gagné, dit Petra Quillon, et la Roumanie attend.", "fr"),
    ]
    analysis = item("x", "Ce que contient vraiment la loi roumaine, article par article et année par année.", "fr")
    other = item("y", "Ce que contient vraiment la loi portugaise, article par article et année par année.", "fr")
    decided = same([*pages, analysis, other])
    assert decided["x"] is None
    assert decided["y"] is not None


HARBOUR = [
    item(
        "a",
        "The dam above Velmora broke at dawn, said minister Ilse Tarkov. Petra Quillon fled, and so did the Holts; "
        "Rufus Holt counted 1,247 houses under water. On Friday it rained.",
    ),
    item(
        "b",
        "Velmora lies under water. Ilse Tarkov came by boat, past 1247 houses; baker Rufus Holt said to Petra Quillon "
        "that the dam had cracks. It was Friday.",
    ),
    item(
        "c",
        "In Velmora the water took 1 247 houses, and minister Ilse Tarkov has told Petra Quillon and Rufus Holt that "
        "the dam was sound. On Friday they met.",
    ),
]


def test_a_side_piece_belongs_by_a_name_and_a_figure_of_its_story() -> None:
    portrait = item("x", "He bakes bread, and never learnt to swim. That morning Rufus Holt saw 1,247 roofs go by.")
    nameless = item("y", "He bakes bread, and never learnt to swim. That morning the baker saw 1,247 roofs go by.")
    elsewhere = item("z", "He bakes bread, and never learnt to swim. That morning Rufus Holt sold 1,300 rolls in 2031.")
    weekday = item("w", "The fair of Tarnsund had 1,247 guests, and Lotte Brill sold eels to most of them on Friday.")
    decided = same([*HARBOUR, portrait, nameless, elsewhere, weekday])
    assert [id_ for id_, reason in decided.items() if reason is None] == ["a", "b", "c", "x"]


def test_a_page_that_names_nothing_belongs_by_two_figures() -> None:
    numbered = [msgspec.structs.replace(i, text=f"{i.text} At 9:52 the siren went off.") for i in HARBOUR]
    live = item("x", "The wall has gone. At 9:52 we ran. The town hall counts 1,247 roofs under water.")
    once = item("y", "The bridge has gone. At 9:52 we ran. The town hall counts 1,300 roofs under water.")
    decided = same([*numbered, live, once])
    assert [id_ for id_, reason in decided.items() if reason is None] == ["a", "b", "c", "x"]


def test_of_a_pile_a_side_piece_belongs_by_a_name_and_a_figure_of_the_largest_story() -> None:
    portrait = item("x", "He bakes bread, and never learnt to swim. That morning Rufus Holt saw 1,247 roofs go by.")
    decided = same([*HARBOUR, *ODD, EELS[0], portrait])
    assert [id_ for id_, reason in decided.items() if reason is None] == ["a", "b", "c", "x"]


def test_a_city_has_another_name_in_each_language() -> None:
    italian = [
        item(f"i{n}", f"Il ponte Orlandi di Belvora è crollato, dice Rina Testi; a Belvora e a Nervia {n} morti.", "it")
        for n in range(7)
    ]
    german = [item(f"g{n}", f"In Belfau ist die Brücke eingestürzt, es gibt {n} Tote.", "de") for n in range(6)]
    eels = item("x", "Auf dem Fischmarkt von Tarnsund verkauft Lotte Brill Aale.", "de")
    known = [msgspec.structs.replace(g, text=f"{g.text} Der Orlandi von Belvora, sagt Testi.") for g in german[:3]]
    decided = same([*italian, *known, *german[3:], eels])
    assert [id_ for id_, reason in decided.items() if reason is not None] == ["x"]


def test_who_names_the_storm_of_a_story_tells_of_it() -> None:
    pages = [
        item("a", "Hurricane Odessa tore through Velmora and Ostrel, said minister Tarkov."),
        item("b", "In Velmora and Ostrel people wait: Hurricane Odessa has gone, minister Tarkov said."),
        item("c", "The storm Odessa left Ostrel and Velmora in the dark; minister Tarkov came."),
        item("d", "Odessa in pictures: boats of Tarnsund on a hill, Lotte Brill and her eels, Ugo Stern at his door."),
    ]
    assert same(pages)["d"] is None
    texts = [(p.text or "").replace("Hurricane ", "").replace("storm ", "") for p in pages]
    calm = [msgspec.structs.replace(p, text=text) for p, text in zip(pages, texts, strict=True)]
    assert same(calm)["d"] is not None
