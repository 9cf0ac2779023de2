"""Keys of many lines at once are those of each."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from recoupe.extract.lines import key, keys


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=30), max_size=8))
@example(["\x80", "0`0"])
def test_keys_of_many_lines_are_those_of_each(lines: list[str]) -> None:
    assert keys(lines) == [key(line) for line in lines]
