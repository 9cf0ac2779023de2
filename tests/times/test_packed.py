"""Packed patterns are the patterns, and never in their place when they are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.languages import available
from recoupe.times import packed
from recoupe.times.grammar import grammar

SOURCES = (r"(?P<day>\d{1,2})(?:st|nd) of (?P<month>march|may)(?!\w)", r"[^\w](?:noon|midday)")
TEXT = "till noon on the 2nd of may, then 31st of march"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of two patterns, read as the installed one is."""
    place = tmp_path / "rules.packed"
    packed.write(SOURCES, place)
    monkeypatch.setattr(packed, "PLACE", place)
    packed._patterns.cache_clear()
    yield place
    packed._patterns.cache_clear()


def found(source: str) -> list[tuple[object, ...]]:
    pattern = packed.compiled(source)
    return [(m.span(), m.groupdict(), m.lastgroup) for m in pattern.finditer(TEXT)]


def expected(source: str) -> list[tuple[object, ...]]:
    return [(m.span(), m.groupdict(), m.lastgroup) for m in re.compile(source).finditer(TEXT)]


def test_a_packed_pattern_finds_the_same_without_being_compiled(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [expected(source) for source in SOURCES]
    monkeypatch.setattr(packed.re, "compile", lambda source: pytest.fail("compiled"))
    assert [found(source) for source in SOURCES] == wanted
    assert packed.compiled(SOURCES[0]).pattern == SOURCES[0]


def test_a_pattern_that_is_not_packed_is_compiled(place: Path) -> None:
    assert found(r"\bthen\b") == expected(r"\bthen\b")


@pytest.mark.parametrize("at", range(0, 400, 7))
def test_a_damaged_file_is_passed_over(place: Path, at: int) -> None:
    data = bytearray(place.read_bytes())
    data[-at % len(data)] ^= 0xC1
    place.write_bytes(data)
    assert [found(source) for source in SOURCES] == [expected(source) for source in SOURCES]


def test_a_file_of_another_python_is_not_used(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "PYTHON", "4.0")
    assert packed._patterns() == {}
    assert found(SOURCES[0]) == expected(SOURCES[0])


def test_without_the_file_patterns_are_compiled(place: Path) -> None:
    place.unlink()
    assert found(SOURCES[0]) == expected(SOURCES[0])


def test_every_rule_packs_to_the_pattern_it_compiles_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = {rule.source for code in available() for rule in grammar(code).rules}
    packed.write(sources, tmp_path / "all")
    monkeypatch.setattr(packed, "PLACE", tmp_path / "all")
    packed._patterns.cache_clear()
    assert {source: packed.compiled(source) for source in sources} == {source: re.compile(source) for source in sources}
    packed._patterns.cache_clear()
