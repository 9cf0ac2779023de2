"""The sides of a vote: for, against, abstained, absent."""

import pytest

from recoupe import claims, pipeline
from tests.claims.helpers import article, count, mentions

FOR, AGAINST, ABSTAINED, ABSENT = "votes for", "votes against", "abstentions in the vote", "absent members"


def told(text: str, language: str) -> list[tuple[str, float | None]]:
    return [(c.attribute, c.low) for c in claims.find(article(text, language=language), mentions(), {})]


@pytest.mark.parametrize(
    ("text", "language", "sides"),
    [
        (
            "A total of 61 councillors voted against the budget and 58 in favour, with two abstentions.",
            "en",
            [(AGAINST, 61), (FOR, 58), (ABSTAINED, 2)],
        ),
        ("Verdict de la salle : 58 « oui », 61 « non ».", "fr", [(FOR, 58), (AGAINST, 61)]),
        ("Hubo 61 votos en contra, 58 a favor y dos abstenciones.", "es", [(AGAINST, 61), (FOR, 58), (ABSTAINED, 2)]),
        ("Finisce con 58 sì, 61 no e due astenuti.", "it", [(FOR, 58), (AGAINST, 61), (ABSTAINED, 2)]),
        ("A moção teve 58 votos a favor, 61 contra.", "pt", [(FOR, 58), (AGAINST, 61)]),
        ("Le budget est rejeté par 61 voix contre 58.", "fr", [(AGAINST, 61), (FOR, 58)]),
        ("The budget passed 61-58 in a late vote.", "en", [(FOR, 61), (AGAINST, 58)]),
        ("El voto: la ley se aprobó por 61 votos a 58.", "es", [(FOR, 61), (AGAINST, 58)]),
        ("Votação: a lei foi rejeitada por 61 votos contra 58.", "pt", [(AGAINST, 61), (FOR, 58)]),
        ("The vote is over. Seven of the 126 members stayed away.", "en", [(ABSENT, 7)]),
    ],
)
def test_each_side_has_its_number(text: str, language: str, sides: list[tuple[str, float]]) -> None:
    assert told(text, language) == sides


def test_votes_and_the_word_of_their_side_may_stand_apart() -> None:
    text = "61 Stimmen zählte man gegen den Haushalt, 58 für ihn."
    votes = count(text, "61 Stimmen", 61, "vote", unit="thing")
    found = claims.find(article(text, language="de"), mentions(votes), {})
    assert [(c.attribute, c.low) for c in found] == [(AGAINST, 61), (FOR, 58)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The vote went 61 to 58.", "en"),
        ("Four teachers stayed away from the fair.", "en"),
        ("He said no 7 times and yes once.", "en"),
    ],
)
def test_numbers_without_sides_are_left_out(text: str, language: str) -> None:
    assert not [t for t in told(text, language) if t[0] in (FOR, AGAINST, ABSTAINED, ABSENT)]


@pytest.mark.parametrize(
    "text",
    [
        "El 90 por ciento de los votos fue a favor y el 8 por ciento en contra.",
        "Hubo una votación en el parlamento: un 2 por ciento se abstuvo y el 8 por ciento votó en contra.",
    ],
)
def test_a_share_is_no_number_of_votes(text: str) -> None:
    page = article(text, language="es")
    found = claims.find(page, pipeline.annotate(page), {})
    assert not [c for c in found if c.attribute in (FOR, AGAINST, ABSTAINED, ABSENT)]


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("en", "She was outvoted, by five votes to four, on the new fares.", [5, 4]),
        ("fr", "La décision a été prise par cinq voix contre quatre, selon la maire.", [5, 4]),
        ("de", "Die Rektorin war im Senat mit sechs zu drei Stimmen unterlegen.", [6, 3]),
        ("es", "El consejo decidió el cierre por seis votos a tres.", [6, 3]),
        ("it", "La giunta ha deciso con sei voti contro tre.", [6, 3]),
        ("pt", "A decisão foi tomada por sete votos a dois.", [7, 2]),
    ],
)
def test_what_a_board_decides_has_the_larger_side_for_it(language: str, text: str, sides: list[int]) -> None:
    page = article(text, language=language)
    found = claims.find(page, pipeline.annotate(page), {})
    assert [(c.attribute, c.low) for c in found] == [(FOR, sides[0]), (AGAINST, sides[1])]
