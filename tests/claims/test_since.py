"""How long after what: a length of time that is counted from a phase."""

import pytest

from recoupe import claims
from tests.claims.helpers import article, mentions, time


@pytest.mark.parametrize(
    ("text", "words", "language", "attribute"),
    [
        ("The jet fell nine minutes after taking off from Orlow.", "nine minutes", "en", "time after departure"),
        ("The jet fell nine minutes after takeoff.", "nine minutes", "en", "time after departure"),
        ("The alarm rang nine minutes before takeoff.", "nine minutes", "en", None),
        ("L'avion est tombé neuf minutes après le décollage.", "neuf minutes", "fr", "time after departure"),
        ("A queda ocorreu 11 minutos após a decolagem.", "11 minutos", "pt", "time after departure"),
        ("He spoke nine minutes after, and the train left.", "nine minutes", "en", None),
    ],
)
def test_minutes_after_a_departure(text: str, words: str, language: str, attribute: str | None) -> None:
    found = claims.find(article(text, language=language), mentions(time(text, words, "DURATION", "PT9M")), {})
    assert [c.attribute for c in found if c.attribute.startswith("time after")] == ([attribute] if attribute else [])
