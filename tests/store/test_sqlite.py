"""The store's contract: what is put comes back or is gone; it never lies, never raises, never stops a run."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recoupe.store import sqlite
from recoupe.store.sqlite import NAME, SqliteStore


def key(n: int) -> bytes:
    return n.to_bytes(4, "big") * 8


def filled(folder: Path, values: int = 50) -> Path:
    store = SqliteStore(str(folder))
    for n in range(values):
        store.put(key(n), b"value %d " % n * 40)
    store.close()
    assert store.notes == []
    return folder / NAME


def found(folder: Path, values: int = 50) -> tuple[int, list[str]]:
    """Return how many of the values of `filled` are still there, and the notes; a wrong value fails."""
    store = SqliteStore(str(folder))
    there = 0
    together = store.get_many(key(n) for n in range(values))
    for n in range(values):
        value = store.get(key(n))
        assert value in (None, b"value %d " % n * 40)
        assert together.get(key(n), value) == value
        there += value is not None
    store.close()
    return there, store.notes


@given(st.dictionaries(st.binary(min_size=20, max_size=32), st.binary(max_size=3000), max_size=12))
@settings(max_examples=25)
def test_what_is_put_comes_back_in_another_run(values: dict[bytes, bytes]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for put in (True, False):
            store = SqliteStore(folder)
            for k, v in values.items():
                if put:
                    store.put(k, v)
                assert store.get(k) == v
            assert store.get_many([*values, b"another key, of no value"]) == values
            assert store.get(b"another key, of no value") is None
            store.close()
        assert store.notes == []


def test_keys_that_begin_alike_are_two_keys(tmp_path: Path) -> None:
    store = SqliteStore(str(tmp_path))
    store.put(b"12345678" + b"a" * 24, b"a")
    store.close()
    store = SqliteStore(str(tmp_path))
    assert store.get(b"12345678" + b"b" * 24) is None
    store.close()


@pytest.mark.parametrize("part", [0.0, 0.001, 0.3, 0.7, 0.99])
def test_a_file_cut_short_is_worked_out_anew(tmp_path: Path, part: float) -> None:
    file = filled(tmp_path)
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * part)])
    there, notes = found(tmp_path)
    assert there < 50
    assert notes or part == 0.0
    filled(tmp_path)
    assert found(tmp_path) == (50, [])


@given(st.lists(st.tuples(st.floats(0, 0.9999), st.binary(min_size=1, max_size=200)), min_size=1, max_size=5))
@example([(0.10546875, b"\x80")])  # SQLite quotes a byte that is no text in the words of its error
@settings(max_examples=60)
def test_damage_anywhere_gives_no_wrong_value(damage: list[tuple[float, bytes]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = filled(Path(folder))
        data = bytearray(file.read_bytes())
        for place, with_ in damage:
            start = int(place * len(data))
            data[start : start + len(with_)] = with_[: len(data) - start]
        file.write_bytes(data)
        found(Path(folder))
        store = SqliteStore(folder)
        store.put(key(1000), b"more")
        store.close()


def test_one_spoilt_value_is_said_and_the_others_stay(tmp_path: Path) -> None:
    file = filled(tmp_path)
    data = file.read_bytes()
    assert data.count(b"value 7 value 7") > 0
    file.write_bytes(data.replace(b"value 7 value 7", b"value 7 value 8", 1))
    there, notes = found(tmp_path)
    assert there == 49
    assert "damaged" in notes[0]


def test_a_file_of_no_database_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("Not a database at all, but a letter of some length.\n" * 40)
    there, notes = found(tmp_path)
    assert there == 0
    assert "damaged" in notes[0]
    filled(tmp_path)
    assert found(tmp_path) == (50, [])


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / NAME) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.execute("INSERT INTO recipes VALUES ('soup')")
    before = (tmp_path / NAME).read_bytes()
    store = SqliteStore(str(tmp_path))
    store.put(key(1), b"one")
    assert store.get(key(1)) is None
    store.close()
    assert "something else's" in store.notes[0]
    assert (tmp_path / NAME).read_bytes() == before


def test_another_versions_layout_is_begun_anew(tmp_path: Path) -> None:
    file = filled(tmp_path)
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version = 0")
    there, notes = found(tmp_path)
    assert there == 0
    assert "another version" in notes[0]
    filled(tmp_path)
    assert found(tmp_path) == (50, [])


def test_what_is_kept_is_for_its_owner_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert filled(tmp_path).stat().st_mode & 0o077 == 0


def test_no_folder_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = SqliteStore(str(tmp_path / "file" / "below"))
    store.put(key(1), b"one")
    assert store.get(key(1)) is None
    store.close()
    assert "nothing can be kept" in store.notes[0]


def test_a_file_that_may_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    monkeypatch.setattr(
        sqlite, "_connect", lambda file: sqlite3.connect(f"file:{file}?mode=ro", uri=True, isolation_level=None)
    )
    store = SqliteStore(str(tmp_path))
    assert store.get(key(3)) is not None
    store.put(key(1000), b"more")
    store.close()
    assert "not all could be kept: attempt to write a readonly database" in store.notes


def test_a_full_disk_loses_only_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    connect = sqlite._connect

    def small(file: Path) -> sqlite3.Connection:
        database = connect(file)
        database.execute("PRAGMA max_page_count = 20")
        return database

    monkeypatch.setattr(sqlite, "_connect", small)
    monkeypatch.setattr(sqlite, "BATCH", 100_000)
    store = SqliteStore(str(tmp_path))
    for n in range(1000, 1100):
        store.put(key(n), bytes(10_000))
    store.close()
    assert store.notes == ["not all could be kept: database or disk is full"]
    monkeypatch.undo()
    assert found(tmp_path) == (50, [])


def test_a_file_another_process_holds_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.05)
    other = sqlite3.connect(filled(tmp_path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store = SqliteStore(str(tmp_path))
    assert store.get(key(1)) is None
    store.put(key(1000), b"more")
    store.close()
    other.close()
    assert any("locked" in n for n in store.notes)
    assert found(tmp_path) == (50, [])


def test_a_file_held_while_writing_is_written_when_it_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.05)
    monkeypatch.setattr(sqlite, "BATCH", 10)
    other = sqlite3.connect(filled(tmp_path), isolation_level=None)
    store = SqliteStore(str(tmp_path))
    other.execute("BEGIN IMMEDIATE")
    store.put(key(1000), b"lost to the other")
    other.execute("COMMIT")
    store.put(key(1001), b"kept again")
    store.close()
    store = SqliteStore(str(tmp_path))
    assert (store.get(key(1000)), store.get(key(1001))) == (None, b"kept again")
    store.close()
    other.close()


def _writing(folder: str, first: int) -> None:
    store = SqliteStore(folder)
    for n in range(first, first + 200):
        store.put(key(n), b"value %d " % n * 40)
    store.close()
    assert store.notes == []


def test_two_processes_at_once_both_keep(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=_writing, args=(str(tmp_path), first)) for first in (0, 100)]
    for process in both:
        process.start()
    for process in both:
        process.join(60)
    assert [process.exitcode for process in both] == [0, 0]
    assert found(tmp_path, 300) == (300, [])


def test_what_was_used_longest_ago_goes_when_the_file_is_large(tmp_path: Path) -> None:
    for first in (0, 100, 200):
        store = SqliteStore(str(tmp_path))
        store.get(key(0))
        for n in range(first, first + 50):
            store.put(key(n), bytes([n % 256]) * 10_000)
        store.close()
    store = SqliteStore(str(tmp_path), limit=1_200_000)
    store.get(key(0))
    store.put(key(1000), b"more")
    store.close()
    store = SqliteStore(str(tmp_path))
    kept = [n for n in (0, *range(1, 50), *range(200, 250), 1000) if store.get(key(n)) is not None]
    store.close()
    assert kept == [0, *range(200, 250), 1000]
    assert store.notes == []
