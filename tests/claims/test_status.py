"""What is planned: the clock time a plan stands beside, not the other."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from tests.claims.helpers import article


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Set for 8 p.m., the match began at 8:37 p.m., the referee said.",
            {"8 p.m.": "planned", "8:37 p.m.": "stated"},
        ),
        ("The talks began at 8 p.m., and the minister said she would appeal.", {"8 p.m.": "stated"}),
        ("The talks at 8 p.m., it was said, would begin in the hall.", {"8 p.m.": "planned"}),
        ("“We will not reach the harbour”, the captain had called at 8 p.m. from the deck.", {"8 p.m.": "stated"}),
        ("The last call, at 2 p.m. from the deck, was: “We will not reach the harbour.”", {"2 p.m.": "stated"}),
        ("The “planned” start of the talks at 8 p.m. was in the hall.", {"8 p.m.": "planned"}),
        ("The road, shut since Saturday evening, was due to open at 8 p.m. again.", {"8 p.m.": "planned"}),
    ],
)
def test_a_plan_is_of_the_clock_time_beside_it(text: str, status: dict[str, str]) -> None:
    page = article(text)
    told = {c.display: c.status for c in claims.find(page, pipeline.annotate(page), {}, {}) if c.unit == "instant"}
    assert told == status
