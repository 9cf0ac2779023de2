"""Who is told by an age: the one person of that age, else whom a "he" or a "she" would mean."""

from __future__ import annotations

import pytest
from tests.quotes.test_speakers import spoken


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Otto Rill, 24, won in Ems. Karl Valk was second. “It was close,” said the 24-year-old.", "en"),
        ("Otto Rill (24 ans) a gagné. Karl Valk était deuxième. « C'est dur », a dit le coureur de 24 ans.", "fr"),
        ("Otto Rill (24) gewann in Ems. Zweiter wurde Karl Valk. „Das war knapp“, sagte der 24-Jährige.", "de"),
        ("Otto Rill (24 años) ganó. Karl Valk fue segundo. «Fue por poco», dijo el corredor de 24 años.", "es"),
        ("Otto Rill, 24 anni, ha vinto. Karl Valk era secondo. «È stata dura», ha detto il 24enne.", "it"),
        ("Otto Rill (24 anos) venceu. Karl Valk foi segundo. «Foi por pouco», disse o corredor de 24 anos.", "pt"),
    ],
)
def test_an_age_is_the_one_person_who_is_so_old(text: str, language: str) -> None:
    assert [who for who, _ in spoken(text, language, "Otto Rill", "Karl Valk")] == ["Otto Rill"]


def test_an_age_that_nobody_is_told_to_have_is_whom_a_pronoun_would_mean() -> None:
    text = "Anna Rill gewann in Ems. „Das war knapp“, sagte die 24-Jährige."
    assert [who for who, _ in spoken(text, "de", "Anna Rill")] == ["Anna Rill"]


def test_an_age_before_a_name_is_of_that_name() -> None:
    text = "Anna Rill (27) gewann in Ems. „Das war knapp“, sagte die 27-jährige Lolly."
    assert "Anna Rill" not in [who for who, _ in spoken(text, "de", "Anna Rill")]
