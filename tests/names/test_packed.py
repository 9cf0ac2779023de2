"""Packed shared tables are the tables, and never in their place when they are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.names import tables
from recoupe.names.packed import names_from


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A packed file, read as the installed one is."""
    path = tmp_path / "tables.packed"
    monkeypatch.setattr(tables, "_PACKED", path)
    tables.pack()
    tables.gazetteer.cache_clear()
    yield path
    tables.gazetteer.cache_clear()


def test_what_was_packed_is_not_made_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_made", lambda: pytest.fail("made"))
    found = tables.gazetteer()
    assert found.places["Bavière"].name == "Bavaria"
    assert found.places.get("Bavaria-am-Nichts") is None
    assert "Nowacki" in found.family_more
    assert "Nowackis" not in found.family_more


def test_parts_hold_each_name_once_and_all_of_them(file: Path) -> None:
    made, found = tables._made(), tables.gazetteer()
    for name in ("places", "folded"):
        table, packed = getattr(made, name), list(names_from(getattr(found, name), ""))
        assert len(packed) == len(table) > 1000
        assert dict(packed) == dict(table)
    for name in ("given_more", "family_more"):
        words = getattr(made, name)
        assert all(word in getattr(found, name) for word in words)
        assert not any(
            piece in getattr(found, name) for word in words for piece in (word[:-1], word + "x") if piece not in words
        )
    late = dict(names_from(found.places, "\u0400"))
    assert late == dict(names_from(made.places, "\u0400"))
    assert late["Африка"].name == "Africa"
    short = ("organisations", "given", "surnames", "family_first", "mixed", "starts", "given_stems")
    assert all(getattr(found, name) == getattr(made, name) for name in short)


@pytest.mark.parametrize("at", [4, 30, 500_000, -3])
def test_a_damaged_file_is_passed_over(file: Path, at: int) -> None:
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    assert tables.gazetteer().places["Bavière"].name == "Bavaria"


def test_tables_of_other_sources_are_not_used(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr(tables, "_made_of", lambda: b"another list")
    monkeypatch.setattr(tables, "_made", lambda was=tables._made: (made.append(1), was())[1])
    assert tables.gazetteer().organisations
    assert made


def test_the_same_sources_give_the_same_bytes(file: Path) -> None:
    before = file.read_bytes(), file.stat().st_mtime_ns
    tables.pack()
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
