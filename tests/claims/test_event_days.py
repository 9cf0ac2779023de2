"""A planned clock time without a day is on the day most articles tell of its event; what is put off has a new one."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims.comparison import event_days
from recoupe.model import Claim
from tests.claims.helpers import alone, article, claim

DAY = 86400.0
SUNDAY = 1936224000.0  # 11 May 2031
MONDAY = SUNDAY + DAY
TALKS = ("event:talks",)


def day(id_: str, low: float, scope: tuple[str, ...] = TALKS) -> Claim:
    return claim(id_, low, low + DAY - 1, attribute="date", scope=scope, unit="day")


def clock(low: float, **fields: object) -> Claim:
    given = {"attribute": "start", "scope": TALKS, "unit": "instant", "status": "planned", "loose": True}
    return claim("x", low, low, **({"as_of": "2031-05-11"} | given | fields))  # type: ignore[arg-type]


def lows(*claims: Claim) -> float | None:
    return event_days.placed(claims)[-1].low


AGREED = [day(i, MONDAY) for i in "abc"]


def test_a_plan_read_on_the_day_of_its_page_is_on_that_of_its_event() -> None:
    assert lows(*AGREED, clock(SUNDAY + 46800)) == MONDAY + 46800


def test_the_readings_of_the_clock_move_with_it() -> None:
    (*_, moved) = event_days.placed([*AGREED, clock(SUNDAY + 46800, readings=((SUNDAY + 36000, SUNDAY + 36000),))])
    assert moved.readings == ((MONDAY + 36000, MONDAY + 36000),)


def test_a_clock_with_its_day_beside_it_stays() -> None:
    assert lows(*AGREED, clock(SUNDAY + 46800, loose=False)) == SUNDAY + 46800


def test_what_has_happened_stays() -> None:
    assert lows(*AGREED, clock(SUNDAY + 46800, status="stated")) == SUNDAY + 46800


def test_another_event_stays() -> None:
    assert lows(*AGREED, clock(SUNDAY + 46800, scope=("event:vote",))) == SUNDAY + 46800


def test_where_articles_do_not_agree_nothing_moves() -> None:
    assert lows(*AGREED, day("d", SUNDAY), day("e", SUNDAY), clock(SUNDAY + 46800)) == SUNDAY + 46800


def test_the_plan_of_a_page_written_later_stays() -> None:
    assert lows(*AGREED, clock(MONDAY + DAY + 46800, as_of="2031-05-13")) == MONDAY + DAY + 46800


PUT_OFF = {
    "en": "The company put off its annual meeting from 19 May to 16 June.",
    "fr": "L'assemblée générale de la société a été reportée du 19 mai au 16 juin.",
    "de": "Die Hauptversammlung der Firma wird vom 19. Mai auf den 16. Juni verschoben.",
    "es": "La junta general de la empresa se aplazó del 19 de mayo al 16 de junio.",
    "it": "L'assemblea generale della società è stata rinviata dal 19 maggio al 16 giugno.",
    "pt": "A assembleia geral da empresa foi adiada de 19 de maio para 16 de junho.",
}


@pytest.mark.parametrize("language", sorted(PUT_OFF))
def test_the_day_from_which_something_was_put_off_is_what_its_day_was(language: str) -> None:
    before = article("The annual meeting of the company will be on 19 May.", "a", published="2031-03-13")
    after = article(PUT_OFF[language], "b", language=language, published="2031-03-20")
    told = [c for page in (before, after) for c in claims.find(page, pipeline.annotate(page), {})]
    (found,) = [f for f in claims.compare(told, [before, after], alone) if f.unit == "day"]
    assert (found.status, [v.low for v in found.values]) == ("evolving", ["2031-05-19T00:00:00", "2031-06-16T00:00:00"])
