"""What is kept between runs changes no byte of what is printed, and nothing that anything would change is found."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import recoupe
from recoupe import app, names, pipeline
from recoupe.memory import FORGETFUL, Memory
from recoupe.model import Page, Quantity, Reading, ReadSettings, Settings
from recoupe.names import Recognised
from recoupe.store.version import version

ROOT = Path(__file__).resolve().parents[1]
STORIES = {
    folder.name: sorted(str(p) for p in folder.iterdir() if p.name[0].isdigit())
    for folder in (ROOT / "examples/ferry", *(ROOT / "tests/claims/events" / n for n in ("coach", "election", "truce")))
}


class Shelf:
    """A store in a dictionary that says what it was asked."""

    def __init__(self) -> None:
        self.kept: dict[bytes, bytes] = {}
        self.missed = 0

    def get(self, key: bytes) -> bytes | None:
        self.missed += key not in self.kept
        return self.kept.get(key)

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        return {key: self.kept[key] for key in keys if key in self.kept}  # what is asked for ahead may be missing

    def put(self, key: bytes, value: bytes) -> None:
        self.kept[key] = value


def printed(places: list[str], memory: Memory = FORGETFUL) -> bytes:
    return msgspec.json.encode(app.dossier(places, Settings(), memory=memory)[0])


@st.composite
def growing(draw: st.DrawFn) -> list[list[str]]:
    """Draw a story's pages as they may come: in any order, several at a time, some gone again."""
    pages = draw(st.permutations(STORIES[draw(st.sampled_from(sorted(STORIES)))]))[:8]
    ends = draw(st.lists(st.integers(1, len(pages)), min_size=2, max_size=3))
    return [draw(st.permutations(pages[:end])) for end in ends]


@given(growing())
@settings(max_examples=15)
def test_a_story_that_grows_is_printed_as_from_nothing(states: list[list[str]]) -> None:
    memory = Memory(Shelf(), b"this version")
    for places in states:
        assert printed(places, memory) == printed(places)


WIRE = (
    "The old bridge over the Varne at Orlow gave way shortly after noon while a road crew was laying new tar on its "
    "northern half, and two lorries slid down the broken deck until a row of iron lamps held them above the water. "
    "Nobody was hurt, the town's fire chief said, but the crossing will stay shut until engineers have looked at every "
    "pillar and the mayor has decided whether the summer fair can take place on the meadow beneath it."
)


def test_who_copied_whom_is_printed_as_from_nothing() -> None:
    texts = [
        f"(AFP) - {WIRE}",
        f"{WIRE}\nThe fair is in June.",
        f"Orlow woke to bad news. {WIRE.replace('shortly after noon', 'at about half past twelve')}",
        "The mayor of Orlow spoke to no one on Monday about the bridge and the fair.",
        WIRE,
    ]
    memory = Memory(Shelf())
    pages = [Page(id=str(n), page=f"{n}.txt", text=t, outlet=f"Paper {n}") for n, t in enumerate(texts)]
    for end in range(1, len(pages) + 1):
        fresh, kept = (
            msgspec.json.encode(pipeline.build([pipeline.read(p, ReadSettings(), m) for p in pages[:end]], memory=m))
            for m in (FORGETFUL, memory)
        )
        assert kept == fresh
    assert b'"sides"' in fresh


@pytest.mark.parametrize("name", sorted(STORIES))
def test_what_was_read_once_is_not_read_again(name: str) -> None:
    shelf = Shelf()
    printed(STORIES[name][:-1], Memory(shelf))
    kept = len(shelf.kept)
    printed(STORIES[name][:-1], Memory(shelf))
    assert len(shelf.kept) == kept
    shelf.missed = 0
    whole = printed(STORIES[name], Memory(shelf))
    assert shelf.missed < kept, "one more page must not make most of the others new"
    shelf.missed = 0
    assert printed(STORIES[name], Memory(shelf)) == whole
    assert shelf.missed == 0


def test_whom_words_ask_for_is_read_of_new_pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    places = STORIES["ferry"]
    whole = printed(places, Memory(shelf))
    monkeypatch.setattr(names, "asked", lambda *_: pytest.fail("asked of a page that was read before"))
    assert printed(places, Memory(shelf)) == whole


def test_a_page_edited_by_one_letter_is_another(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    told = "Twelve people died in the fire at Orlow on Monday, police said. It began in a bakery on the main square."
    memory = Memory(Shelf())
    for text in (told, told.replace("Twelve", "Eleven"), told):
        page.write_text(text)
        assert printed([str(page)], memory) == printed([str(page)])


def counted(make: Callable[[], Any]) -> tuple[Callable[[], Any], list[int]]:
    calls: list[int] = []

    def work() -> Any:
        calls.append(1)
        return make()

    return work, calls


@pytest.mark.parametrize(
    "other",
    [
        lambda shelf: (Memory(shelf, b"2"), ("step", "a", 1)),
        lambda shelf: (Memory(shelf, b"1"), ("other", "a", 1)),
        lambda shelf: (Memory(shelf, b"1"), ("step", "a", 2)),
        lambda shelf: (Memory(shelf, b"1"), ("step", "a1")),
        lambda shelf: (Memory(shelf, b"1"), ("step", ("a", 1))),
    ],
    ids=["version", "step", "input", "inputs run together", "inputs nested"],
)
def test_what_anything_would_change_is_not_found(other: Callable[[Shelf], tuple[Memory, tuple[Any, ...]]]) -> None:
    shelf = Shelf()
    memory = Memory(shelf, b"1")
    memory.recall(memory.key("step", "a", 1), str, lambda: "kept")
    assert memory.recall(memory.key("step", "a", 1), str, lambda: "new") == "kept"
    memory, inputs = other(shelf)
    assert memory.recall(memory.key(*inputs), str, lambda: "new") == "new"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Quantity, Quantity(start=0, end=1, text="5", low=5, high=5.0)),  # 5 would come back as 5.0
        (list[str], ("a",)),
        (float, float("nan")),
        (str, "\ud800"),
        (object, object()),
    ],
    ids=["a whole number", "a tuple", "no number", "half a character", "no record"],
)
def test_what_would_not_come_back_the_same_is_not_kept(kind: Any, value: Any) -> None:
    memory = Memory(Shelf())
    work, calls = counted(lambda: value)
    for _ in range(2):
        assert memory.recall(memory.key("step"), kind, work) is value
    assert len(calls) == 2


def test_what_cannot_be_written_down_has_no_key_nor_has_what_follows() -> None:
    memory = Memory(Shelf())
    broken = memory.key("step", "\ud800")
    assert broken == memory.key("next", broken) == b""
    work, calls = counted(lambda: "value")
    assert [memory.recall(broken, str, work) for _ in range(2)] == ["value", "value"]
    assert len(calls) == 2


def test_what_is_asked_for_twice_is_looked_up_once() -> None:
    looked_up: list[bytes] = []

    class Asked(Shelf):
        def get(self, key: bytes) -> bytes | None:
            looked_up.append(key)
            return super().get(key)

    memory = Memory(Asked())
    key = memory.key("sum", 1, 2)
    for _ in range(2):  # made, then kept
        assert [memory.recall(key, int, lambda: 1 + 2, twice=True) for _ in range(2)] == [3, 3]
    assert looked_up == [key, key]


def test_what_grows_is_told_what_it_was_and_written_where_it_is_another() -> None:
    written: list[bytes] = []

    class Written(Shelf):
        def put(self, key: bytes, value: bytes) -> None:
            written.append(key)
            super().put(key, value)

    shelf = Written()
    memory = Memory(shelf)
    key = memory.key("all so far")
    assert memory.renew(key, list[int], lambda before: [*(before or []), 1]) == [1]
    assert memory.renew(key, list[int], lambda before: [*(before or []), 2]) == [1, 2]
    assert memory.renew(key, list[int], lambda before: before or []) == [1, 2]
    assert written == [key, key]
    assert FORGETFUL.renew(b"", list[int], lambda before: [1] if before is None else []) == [1]


def test_a_fault_is_not_kept() -> None:
    memory = Memory(Shelf())

    def faulty() -> str:
        raise IndexError("list index out of range")

    with pytest.raises(IndexError):
        memory.recall(memory.key("step"), str, faulty)
    assert memory.recall(memory.key("step"), str, lambda: "mended") == "mended"


def test_names_of_a_trained_pipeline_are_not_kept() -> None:
    text = "Oleg Varine met Mara Lund in Orlow."
    reading = pipeline.read(Page(id="1", page="1.txt", text=text), ReadSettings())
    memory = Memory(Shelf())

    def found(who: str) -> list[str]:
        def recognise(text: str, language: str | None) -> list[Recognised]:
            return [Recognised(text.index(who), text.index(who) + len(who), "person", "told")]

        return [e.name for e in pipeline.build([reading], recognise=recognise, memory=memory).entities]

    assert found("Oleg Varine") == ["Oleg Varine"]
    assert found("Mara Lund") == ["Mara Lund"]


def test_readings_come_back_whole() -> None:
    shelf = Shelf()
    for page in STORIES["ferry"]:
        (first,) = app.read([page], Settings(), memory=Memory(shelf))
        (again,) = app.read([page], Settings(), memory=Memory(shelf))
        assert isinstance(first, Reading)
        assert msgspec.json.encode(first) == msgspec.json.encode(again)


def test_a_word_more_in_a_table_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "src/recoupe/languages", tmp_path / "languages")
    (tmp_path / "__init__.py").write_text("")
    monkeypatch.setattr(recoupe, "__file__", str(tmp_path / "__init__.py"))
    before = version()
    assert version() == before
    table = tmp_path / "languages/en/cues.toml"
    table.write_text(table.read_text(encoding="utf-8") + "# a word\n", encoding="utf-8")
    after = version()
    assert after != before
    table.rename(table.with_name("renamed.toml"))
    assert version() not in (before, after)


def test_a_library_that_changes_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = version()
    (tmp_path / "trafilatura-9.9.9.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert version() != before


def test_python_looks_for_rubbish_as_often_as_before_once_a_dossier_is_made() -> None:
    before, within = gc.get_threshold(), list[int]()

    def progress(stage: str, done: int, total: int) -> None:
        within.append(gc.get_threshold()[0])

    app.dossier(STORIES["coach"][:2], Settings(), progress)
    assert min(within) > before[0]
    assert gc.get_threshold() == before
