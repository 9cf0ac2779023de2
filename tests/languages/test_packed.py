"""Packed tables are the tables, and never in their place when they are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.languages import packed


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of one table, packed, read as the installed one is."""
    (tmp_path / "languages" / "xx").mkdir(parents=True)
    path = tmp_path / "languages" / "xx" / "times.toml"
    path.write_text('month = { 1 = ["enero", "ene"] }\nspace_groups = true\nratio = 0.5\n', encoding="utf-8")
    packed.write(tmp_path)
    monkeypatch.setattr(packed, "PACKAGE", tmp_path)
    packed._packed.cache_clear()
    yield path
    packed._packed.cache_clear()


def test_a_packed_table_is_read_without_its_toml_being_parsed(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed.tomli, "loads", lambda text: pytest.fail("parsed"))
    found = packed.read(table)
    assert found == {"month": {"1": ["enero", "ene"]}, "space_groups": True, "ratio": 0.5}
    assert list(found) == ["month", "space_groups", "ratio"]


def test_a_table_changed_since_is_parsed(table: Path) -> None:
    table.write_text('month = { 1 = ["enero"] }\n', encoding="utf-8")
    assert packed.read(table) == {"month": {"1": ["enero"]}}


@pytest.mark.parametrize(("at", "bit"), [(0, 1), (5, 0x80), (30, 1), (-3, 1)])
def test_a_damaged_file_is_passed_over(table: Path, at: int, bit: int) -> None:
    place = packed.PACKAGE / "languages" / packed.NAME
    data = bytearray(place.read_bytes())
    data[at] ^= bit
    place.write_bytes(data)
    assert packed.read(table)["month"] == {"1": ["enero", "ene"]}


def test_without_the_file_tables_are_parsed(table: Path) -> None:
    (packed.PACKAGE / "languages" / packed.NAME).unlink()
    assert packed.read(table)["ratio"] == 0.5


def test_the_same_tables_give_the_same_bytes_and_are_not_written_again(table: Path) -> None:
    place = packed.PACKAGE / "languages" / packed.NAME
    before, written = place.read_bytes(), place.stat().st_mtime_ns
    packed.write(packed.PACKAGE)
    assert (place.read_bytes(), place.stat().st_mtime_ns) == (before, written)


def test_who_has_the_file_open_keeps_it_whole_when_another_takes_its_place(tmp_path: Path) -> None:
    place = tmp_path / "some.packed"
    packed.replace(place, b"the first")
    held = packed.opened(place)
    packed.replace(place, b"second")
    assert bytes(held) == b"the first"
    assert bytes(packed.opened(place)) == b"second"
    assert [path.name for path in tmp_path.iterdir()] == ["some.packed"]


def test_an_empty_file_is_passed_over(table: Path) -> None:
    (packed.PACKAGE / "languages" / packed.NAME).write_bytes(b"")
    assert packed.read(table)["ratio"] == 0.5
