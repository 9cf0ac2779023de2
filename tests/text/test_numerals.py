"""Where a number may begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.text.normalise import fold
from recoupe.text.numerals import numerals


@pytest.mark.parametrize("code", ["en", "fr", "es", "pt"])
@given(data=st.data())
def test_numbers_begin_at_digits_and_at_words_of_the_table(code: str, data: st.DataObject) -> None:
    listed = numerals(code)
    words = st.sampled_from(
        [*sorted(listed.begins), "boat", "aone", "ß", "é", "3", "1/2", "½", ".", "\n", "'", "ы", "_"]
    )
    text = fold("".join(data.draw(st.lists(st.one_of(words, st.just(" ")), max_size=12))))
    expected = [(m.start(), m[0]) for m in re.finditer(r"[^\W\d_]+", text) if m[0] in listed.begins]
    found = listed.starts(text)
    assert [one for one in found if one[1]] == [one for one in expected if text[one[0] - 1 : one[0]] != "½"]
    assert listed.says(text) or all(word in listed.small for _, word in found)
    assert not listed.says("boat 3 1/2")
