"""Packed patterns are the patterns, and never in their place when they are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from recoupe.languages import available
from recoupe.text import patterns
from recoupe.text.patterns import Asked
from recoupe.times.grammar import grammar

BY_RE = (r"(?P<day>\d{1,2})(?:st|nd) of (?P<month>march|may)(?!\w)", r"[^\w](?:noon|midday)")
BY_REGEX = r"(?P<name>\p{Lu}\p{Ll}+)(?: (?P<last>\p{Lu}\p{Ll}+))*+"
TEXT = "till Noon on the 2nd of may, Ana Ruiz; then 31st of march"
ALL = (*(Asked(source, int(re.IGNORECASE), False) for source in BY_RE), Asked(BY_REGEX, int(regex.V1), True))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of three patterns, read as the installed one is."""
    place = tmp_path / "patterns.packed"
    patterns.write(ALL, place)
    monkeypatch.setattr(patterns, "PLACE", place)
    patterns._patterns.cache_clear()
    yield place
    patterns._patterns.cache_clear()


def found(one: Asked) -> list[tuple[object, ...]]:
    make = patterns.compiled_by_regex if one.by_regex else patterns.compiled
    return [(m.span(), m.groupdict(), m.lastgroup) for m in make(one.source, one.flags).finditer(TEXT)]


def expected(one: Asked) -> list[tuple[object, ...]]:
    make = regex.compile if one.by_regex else re.compile
    return [(m.span(), m.groupdict(), m.lastgroup) for m in make(one.source, one.flags).finditer(TEXT)]


def test_a_packed_pattern_finds_the_same_without_being_compiled(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [expected(one) for one in ALL]
    assert all(wanted)
    with monkeypatch.context() as patched:
        patched.setattr(patterns.re, "compile", lambda *_: pytest.fail("compiled"))
        patched.setattr(patterns.regex, "compile", lambda *_: pytest.fail("compiled"))
        assert [found(one) for one in ALL] == wanted
        assert patterns.compiled(BY_RE[0], re.IGNORECASE).pattern == BY_RE[0]


@pytest.mark.parametrize("one", [Asked(r"\bthen\b", 0, False), Asked(BY_REGEX, 0, True), Asked(BY_RE[0], 0, False)])
def test_a_pattern_that_is_not_packed_or_with_other_flags_is_compiled(place: Path, one: Asked) -> None:
    assert found(one) == expected(one)


@pytest.mark.parametrize("at", range(0, 700, 7))
def test_a_damaged_file_is_passed_over(place: Path, at: int) -> None:
    data = bytearray(place.read_bytes())
    data[-at % len(data)] ^= 0xC1
    place.write_bytes(data)
    assert [found(one) for one in ALL] == [expected(one) for one in ALL]


def test_a_file_of_another_python_is_not_used(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "PYTHON", "4.0")
    assert patterns._patterns() == {}
    assert found(ALL[0]) == expected(ALL[0])


def test_without_the_file_patterns_are_compiled(place: Path) -> None:
    place.unlink()
    assert found(ALL[0]) == expected(ALL[0])


def test_every_rule_packs_to_the_pattern_it_compiles_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = {rule.source for code in available() for rule in grammar(code).rules}
    patterns.write([Asked(source, 0, False) for source in sources], tmp_path / "all")
    monkeypatch.setattr(patterns, "PLACE", tmp_path / "all")
    patterns._patterns.cache_clear()
    made = {source: patterns.compiled(source) for source in sources}
    assert made == {source: re.compile(source) for source in sources}
    patterns._patterns.cache_clear()
