"""Which values of a story meet one: what an index gives is what trying each would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.claims.values import Interval, Meeting, meet

_NUMBER = st.one_of(
    st.integers(-20, 5000).map(float),
    st.floats(0, 1e12),
    st.sampled_from([1.75e9, 1.75e9 + 0.4, 1.75e9 + 60, float("inf")]),
)
_VALUE = st.tuples(_NUMBER, _NUMBER).map(lambda ends: (min(ends), max(ends))) | _NUMBER.map(lambda n: (n, n))


@given(st.lists(_VALUE, max_size=30), st.lists(_VALUE, max_size=5), _VALUE)
def test_what_meets_a_value_is_found_whatever_its_width_and_when_it_was_added(
    held: list[Interval], added: list[Interval], value: Interval
) -> None:
    index = Meeting(held)
    for other in added:
        index.add(other)
    assert sorted(index.met(value)) == sorted({other for other in (*held, *added) if meet(value, other)})
