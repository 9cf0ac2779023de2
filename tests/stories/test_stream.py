"""The stream: invented headlines in several languages."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.model import StoryItem
from recoupe.stories import Stream, StreamSettings, group
from recoupe.stories.terms import name_key, term


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
        stream.add(item(f"i{n}", f"alpha{n} beta{n} gamma{n}"))
    assert len(stream) == 50
    assert stream.explain("i0") is None
    assert len(stream._index) < 700


def test_term_and_name_key() -> None:
    assert term("séisme", "fr") == term("earthquakes", "en") == "#earthquake"
    assert term("or", "fr") == "#gold"
    assert term("oranges", "fr") == "orang"
    assert name_key("Ouchakov") == name_key("Ushakov") == name_key("Ушаков")
    assert name_key("Putin") != name_key("Biden")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_never_raises_and_answers_each(titles: list[str]) -> None:
    items = [StoryItem(id=str(n), title=t, text=t[::-1], published=t) for n, t in enumerate(titles)]
    assert group(items) == group(items)
    assert len(group(items)) == len(items)
