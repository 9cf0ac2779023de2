"""What does not add up within one article."""

from typing import Any

from recoupe import claims
from recoupe.model import Claim, Finding
from tests.claims.helpers import alone, article, claim

NOON = 1_935_835_200.0


def told(at: int, low: float, **fields: Any) -> Claim:
    return claim("a", low, low, at, display=f"{low:g}", sentence=(0, 90), **fields)


def disputed(*made: Claim) -> list[Finding]:
    return [f for f in claims.compare(made, [article("x" * 200, "a")], alone) if f.status == "disputed"]


def test_nations_may_be_fewer_than_all_never_more() -> None:
    total = told(0, 12)
    few = told(20, 8, scope=("group:PT",)), told(30, 3, scope=("group:ES",))
    assert disputed(total, *few) == []
    (finding,) = disputed(total, *few, told(40, 2, scope=("group:BR",)))
    assert finding.attribute == "sum of death"
    assert finding.explanation == "The parts do not add up: 8 + 3 + 2 make 13, not 12."
    assert sorted(v.low for v in finding.values) == [12, 13]


def clocks(length: float) -> list[Finding]:
    of = {"scope": ("event:talks",)}
    start = told(0, NOON, attribute="start", unit="instant", rule="clock", **of)
    end = told(20, NOON + 7200, attribute="end", unit="instant", rule="clock", **of)
    return disputed(start, end, told(40, length, attribute="duration", unit="second", rule="duration", **of))


def test_a_length_is_checked_by_the_clock() -> None:
    assert clocks(7200) == []
    assert clocks(7500) == []  # told in round minutes
    (finding,) = clocks(4 * 3600)
    assert finding.attribute == "length by the clock"
    assert {v.low for v in finding.values} == {7200, 4 * 3600}
