"""Lines on a terminal: nothing wider than it, nothing lost, nothing that moves its cursor."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from recoupe.dossier.terminal import Styled, Terminal, columns


def written(*pieces: str | Styled, width: int = 20, colour: bool = False, indent: int = 0) -> list[str]:
    terminal = Terminal(width, colour=colour)
    terminal.write(*pieces, indent=indent)
    return terminal.text().split("\n")[:-1]


def test_lines_break_between_words_across_pieces() -> None:
    lines = written("two ferries ", Styled("collided off", "bold"), " Velmora")
    assert lines == ["two ferries collided", "off Velmora"]


def test_a_word_wider_than_a_line_is_cut_and_stays_whole() -> None:
    assert written("at Donaudampfschifffahrt", width=10, indent=2) == ["  at", "  Donaudam", "  pfschiff", "  fahrt"]


def test_a_chinese_character_takes_two_columns_and_an_accent_none() -> None:
    assert columns("渡轮相撞") == 8
    assert columns("Ca\u0301diz") == 5
    assert written("渡轮相撞事故", width=5) == ["渡轮", "相撞", "事故"]


def test_what_a_page_says_moves_no_cursor() -> None:
    assert written("a\x1b[2J\rb\tc") == ["a[2Jb c"]


def test_colours_stand_around_words_and_not_around_the_ends_of_lines() -> None:
    lines = written("not ", Styled("before Monday ", "dim"), width=12, colour=True)
    assert lines == ["not \x1b[2mbefore\x1b[0m", "\x1b[2mMonday\x1b[0m"]


def test_rows_stand_in_two_columns() -> None:
    terminal = Terminal(24)
    terminal.rows([("9:05", ["the ferry left the quay"]), ("noon", [""])], style="bold", indent=2)
    assert terminal.text() == "  9:05  the ferry left\n        the quay\n  noon\n"


@given(st.lists(st.text("ab \n–é渡", max_size=30), max_size=4), st.integers(4, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(pieces: list[str], width: int) -> None:
    lines = written(*pieces, width=width)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", "".join(pieces))
    assert all(columns(line) <= width for line in lines)
