"""The stream: invented headlines in several languages."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.model import StoryItem
from recoupe.stories import Stream, StreamSettings, group
from recoupe.stories.columns import Columns
from recoupe.stories.crowd import Crowds
from recoupe.stories.terms import item_terms, name_key, term


def item(name: str, title: str, language: str = "en", day: int = 1, text: str | None = None) -> StoryItem:
    return StoryItem(id=name, title=title, text=text, language=language, published=f"2031-03-{day:02}T10:00:00Z")


NOISE = [
    item(f"n{n}", title, day=1)
    for n, title in enumerate(
        [
            "Council of Ardmoor votes on new tram budget", "Painter Lio Vance opens exhibition in Belcastro",
            "Glass factory in Tornby closes after ninety years", "Bakers of Ostrava count the cost of flour",
            "Choir festival returns to Helmsund in summer", "Bridge of Corvey gets a second lane for bicycles",
        ]
    )
]  # fmt: skip


def test_same_event_joins_and_another_does_not() -> None:
    items = [
        *NOISE,
        item("a", "Earthquake near Port Quillan kills 12, hundreds missing"),
        item("b", "Chess master Zora Feld resigns from federation"),
        item("c", "Port Quillan earthquake: death toll rises, many missing"),
    ]
    stories = dict(zip([i.id for i in items], group(items), strict=True))
    assert stories["a"] == stories["c"]
    assert stories["b"] != stories["a"]


def test_languages_meet_in_vocabulary_and_names() -> None:
    items = [
        *NOISE,
        item("en", "Earthquake in Port Quillan: rescue of missing children"),
        item("fr", "Séisme à Port Quillan : le sauvetage des enfants disparus", "fr"),
        item("ru", "Землетрясение в Порт-Квиллан: спасение пропавших детей", "ru"),
    ]
    stories = dict(zip([i.id for i in items], group(items), strict=True))
    assert stories["en"] == stories["fr"] == stories["ru"]


def test_the_same_words_weeks_later_are_another_story() -> None:
    first, later = item("a", "Storm floods Port Quillan", day=1), item("b", "Storm floods Port Quillan", day=28)
    stories = group([*NOISE, first, later])
    assert stories[-1] != stories[-2]


def test_ids_are_stable_and_explained() -> None:
    items = [*NOISE, item("a", "Port Quillan earthquake kills 12"), item("b", "Earthquake at Port Quillan")]
    one, two = Stream(), Stream()
    ids = [one.add(i) for i in items]
    assert ids == [two.add(i) for i in items]
    assert [one.add(i) for i in [item("z", "Painter of boats sells Tornby house")]]
    why = one.explain("b")
    assert why is not None
    assert why.story == ids[-1]
    assert not why.began
    assert "quill" in [t for t, _ in why.terms]
    assert one.explain("unknown") is None


def test_memory_is_bounded() -> None:
    stream = Stream(StreamSettings(stories=50, memory=100, reasons=10))
    for n in range(400):
        word = "".join(chr(ord("b") + int(digit)) for digit in f"{n:03}")
        stream.add(item(f"i{n}", f"a{word} e{word} o{word}"))
    assert len(stream) == 50
    assert stream.explain("i0") is None
    assert len(stream._index) < 700


def test_term_and_name_key() -> None:
    assert term("séisme", "fr") == term("earthquakes", "en") == "#earthquake"
    assert term("or", "fr") == "#gold"
    assert term("oranges", "fr") == "orang"
    assert name_key("Ouchakov") == name_key("Ushakov") == name_key("Ушаков")
    assert name_key("Putin") != name_key("Biden")


@settings(max_examples=40)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_never_raises_and_answers_each(titles: list[str]) -> None:
    items = [StoryItem(id=str(n), title=t, text=t[::-1], published=t) for n, t in enumerate(titles)]
    assert group(items) == group(items)
    assert len(group(items)) == len(items)


def test_texts_in_other_languages_meet_by_what_languages_share() -> None:
    """Few of a text's words are in another language, and those that are must do: names, figures, words of the table."""
    texts = {
        "en": "Eleven people lost their lives when the Halvorn went down off Port Quillan on Monday in thick fog. "
        "Rescuers with two boats and a helicopter searched the cold bay until dusk; families waited on the quay "
        "and asked why so old a vessel had been allowed to leave, overloaded as neighbours say it often was.",
        "fr": "Onze personnes ont péri lundi à l'aube dans le naufrage du Halvorn, devant Port Quillan. Les secours "
        "ont fouillé la baie glacée jusqu'au soir, tandis que les proches, massés sur le quai, demandaient pourquoi un "
        "bateau aussi vieux, souvent surchargé selon des voisins, avait pu partir par une brume pareille.",
        "de": "Beim Untergang der Halvorn vor Port Quillan sind am Montag elf Menschen umgekommen. Helfer suchten "
        "die kalte Bucht bis zum Abend ab, während Angehörige am Kai warteten und fragten, warum ein so altes, nach "
        "Worten von Nachbarn oft überladenes Schiff bei solchem Nebel auslaufen durfte.",
    }
    other = (
        "Le conseil d'Ardmoor a voté lundi soir le budget du tramway. Le maire Lio Vance parle de débats avec les "
        "habitants, massés dans la salle, qui demandaient pourquoi une ligne aussi vieille avait pu tenir."
    )
    told = [item(code, "", code, text=text) for code, text in texts.items()]
    items = [*NOISE, *told, item("x", "", "fr", text=other)]
    stories = dict(zip([i.id for i in items], group(items), strict=True))
    assert stories["en"] == stories["fr"] == stories["de"]
    assert stories["x"] != stories["fr"]
    assert _stories_of(texts, items, StreamSettings(join_text=0.7)) == 1
    assert _stories_of(texts, items, StreamSettings(join_text=0.7, join_abroad=1000.0, merge_abroad=2.0)) == 3


def _stories_of(ids: Iterable[str], items: Iterable[StoryItem], chosen: StreamSettings) -> int:
    stream = Stream(chosen)
    stories = {i.id: stream.add(i) for i in items}
    return len({stories[id_] for id_ in ids})


WRECK = [
    item(
        "wreck-fr", "", "fr",
        text="Onze personnes ont péri à l'aube dans le naufrage du Halvorn, devant Port Quillan, selon le préfet.",
    ),
    item(
        "wreck-en", "", "en",
        text="Eleven people lost their lives when the Halvorn went down off Port Quillan, the mayor said at noon.",
    ),
]  # fmt: skip


def test_live_pages_of_two_events_do_not_meet_in_being_live() -> None:
    items = [
        *NOISE,
        item("strike", "EN DIRECT – Grève générale : revivez la journée", "fr"),
        item("ship", "EN DIRECT – Le Halvorn échoué devant Quillan", "fr"),
        item("vote", "EN VIVO | Votación en Corvey", "es"),
    ]
    stories = dict(zip([i.id for i in items], group(items), strict=True))
    assert len({stories["strike"], stories["ship"], stories["vote"]}) == 3
    pages = [item("a", "DIRECT. La grève générale en images", "fr"), item("b", "DIRECT. Le Halvorn échoué", "fr")]
    assert len(set(group(pages))) == 2


def test_a_title_alone_joins_the_texts_that_tell_of_it() -> None:
    """The page of a live blog has its words in its updates; beside the many words of texts any title looks far."""
    live = item("live", "EN DIRECT – Naufrage au large de Quillan : suivez les recherches", "fr")
    other = item("other", "EN DIRECT – Le tramway d'Ardmoor : suivez la réouverture", "fr")
    stream = Stream(StreamSettings(join=0.5, crowd=0.0))
    stories = {i.id: stream.add(i) for i in (*NOISE, *WRECK, live, other)}
    assert stories["live"] == stories["wreck-fr"] != stories["other"]
    among_titles = Stream(StreamSettings(join=0.5, crowd=0.0, join_bare=0.5))
    apart = {i.id: among_titles.add(i) for i in (*NOISE, *WRECK, live, other)}
    assert apart["live"] != apart["wreck-fr"]


def test_where_every_noun_has_a_capital_what_another_language_writes_is_the_name() -> None:
    """German nouns no other language has ("Rettungsboot", "Hafenmeister") do not drown the names they stand among."""
    german = item(
        "wreck-de", "", "de",
        text="Rettungskräfte suchten mit Booten, Hubschraubern und Taucherglocken die Hafeneinfahrt ab; der "
        "Hafenmeister sprach von Überladung der Halvorn und warf der Reederei Schlamperei vor. Die Wache von Port "
        "Quillan schwieg. Angehörige warteten im Regen auf Nachricht, Seelsorger verteilten Decken und Tee, und die "
        "Zeitung druckte Fotos der Vermissten neben Anzeigen für Kreuzfahrten.",
    )  # fmt: skip
    stream = Stream(StreamSettings(join_text=1.0, join_abroad=0.5))
    stories = {i.id: stream.add(i) for i in (*NOISE, *WRECK, german)}
    assert stories["wreck-de"] == stories["wreck-fr"] == stories["wreck-en"]


def test_particles_and_lone_figures_are_no_names_that_languages_share() -> None:
    found = item_terms(
        item("x", "", "es", text="A las 7 de la tarde. En Quillan, 47 heridos. De Halvorn, nada. A 3 km."), Columns()
    )
    assert {"quill", "halvo", "47"} <= found.abroad
    assert not found.abroad & {"a", "en", "de", "7", "3"}


def test_words_that_only_begin_like_a_word_of_the_table_do_not_mean_it() -> None:
    pairs = [
        ("Victoria", "en", "#win"), ("taxi", "en", "#tax"), ("planet", "en", "#plane"), ("testified", "en", "#test"),
        ("danach", "de", "#DK"), ("indicar", "es", "#IN"), ("principal", "fr", "#king"), ("serviço", "pt", "#RS"),
        ("generale", "it", "#gender"),
    ]  # fmt: skip
    for word, language, key in pairs:
        assert term(word, language) != key, word
    assert [term("victories", "en"), term("taxes", "en"), term("dänische", "de"), term("Sérvia", "pt")] == [
        "#win", "#tax", "#DK", "#RS",
    ]  # fmt: skip


def test_more_is_asked_of_a_title_where_many_came_of_late() -> None:
    near = [item("a", "Port Quillan harbour closed", day=20), item("b", "Strike at Port Quillan over wages", day=20)]
    others = [item(f"o{n}", f"Word{n} other{n} thing{n}", day=20) for n in range(1500)]
    weeks_before = [item(f"w{n}", f"Word{n} other{n} thing{n}", day=1) for n in range(1500)]
    in_french = [item(f"f{n}", f"Word{n} other{n} thing{n}", "fr", day=20) for n in range(1500)]

    def joined(before: list[StoryItem]) -> bool:
        stream = Stream(StreamSettings(crowd=1.0))
        stories = [stream.add(i) for i in [*before, *near]]
        return stories[-1] == stories[-2]

    assert joined([])
    assert not joined(others)
    assert joined(weeks_before)
    assert joined(in_french)


def test_what_papers_call_one_event_is_one_term() -> None:
    storms = [("typhoon", "en"), ("hurricane", "en"), ("ouragan", "fr"), ("Taifun", "de"), ("huracán", "es")]
    assert {term(word, language) for word, language in storms} == {"#storm"}
    assert {term(word, "en") for word in ("killed", "kills", "dies", "dead")} == {"#death"}
    assert term("murdered", "en") == "#murder"


def test_an_update_goes_where_its_live_page_went() -> None:
    live = StoryItem(id="live", title="Live: the Port Quillan dam, hour by hour", text="", language="en")
    update = StoryItem(id="u", title=None, text="Buses wait at the town hall.", language="en", part_of="live")
    alone = StoryItem(id="v", title=None, text="Buses wait at the town hall.", language="en", part_of="unknown")
    stream = Stream()
    story = stream.add(live)
    for other in NOISE:
        stream.add(other)
    assert stream.add(update) == story
    why = stream.explain("u")
    assert why is not None
    assert (why.part_of, why.began) == ("live", False)

    apart = Stream()
    first = apart.add(live)
    assert apart.add(alone) != first
    why = apart.explain("v")
    assert why is not None
    assert why.part_of is None


def test_an_update_follows_its_live_page_through_a_split() -> None:
    stream = Stream()
    story = stream.add(item("a", "Port Quillan dam breaks"))
    assert stream.add(item("live", "Port Quillan dam breaks: live")) == story
    made = stream.split(story, ["live"])
    assert made is not None
    update = StoryItem(id="u", title="Buses wait at the town hall", language="en", part_of="live")
    assert stream.add(update) == made.into


def test_one_wrong_date_does_not_change_what_is_asked_for_long() -> None:
    crowds = Crowds(fade=10.0, most=50_000)
    for n in range(2000):
        usual = crowds.come("en", 20_000.0 + n / 1000)
    for wrong in (2_900_000.0, -700_000.0):
        crowds.come("en", wrong)
        after = [crowds.come("en", 20_002.0 + n / 1000) for n in range(1000)]
        assert usual - 2.1 < after[0] < usual
        assert abs(after[-1] - usual) < 0.5
    undated = [crowds.come("en", None) for _ in range(60_000)]
    assert undated[-1] == undated[-2]  # no more than the stories that may live


def test_a_text_near_to_two_stories_begins_no_third() -> None:
    one = item("one", "", text="The Halvorn ferry ran aground off Quillan. Divers searched the hull for two sailors.")
    two = item("two", "", text="Crowds lit candles in Quillan for the Halvorn crew. A choir sang on the quay at dusk.")
    both = item("both", "", text="Quillan asks what became of the Halvorn. Its owner kept silent; a judge asked.")
    for twice, stories in ((0.0, 3), (1.0, 2)):
        stream = Stream(StreamSettings(join_text=0.4, twice=twice))
        found = [stream.add(i) for i in (*NOISE, one, two, both)]
        assert len(set(found[-3:])) == stories
