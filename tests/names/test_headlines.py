"""Loud lines: prose is told from them without a look at its words, which must change nothing."""

from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from recoupe.names.headlines import loud_lines

WORDS = ["the", "Harbour", "HARBOUR", "Élan", "élan", "œuvre", "Ulm", "boats", "O'Neil", "Брод", "брод", "12", "a", ","]


def by_its_words(line: str) -> bool:
    words = regex.findall(r"\p{L}[\p{L}\p{M}'-]*", line)
    longer = [w for w in words if len(w) > 3]
    if len(longer) < 3 or len(words) < 4 or len(regex.findall(" [a-z]{4}", line)) > 0.3 * (len(line) / 4 + 1):
        return False
    capital, upper = sum(w[0].isupper() for w in longer), sum(w.isupper() for w in longer)
    return (capital >= 0.8 * len(longer) and line.count(",") <= 1) or upper >= 0.7 * len(longer)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join))
def test_a_line_is_loud_by_its_words(line: str) -> None:
    assert bool(loud_lines(line)) is by_its_words(line)
