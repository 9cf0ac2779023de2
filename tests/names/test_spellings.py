"""Spellings of one name; names of two people."""

import pytest

from recoupe.names.key import key
from recoupe.names.spellings import same_person


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ouchakov", "Ushakov", "Uschakow", "Ушаков", "Ушакова"),
        ("Zelensky", "Zelenskyy", "Selenskyj", "Zelenskij", "Зеленский"),
        ("Lougansk", "Louhansk", "Luhansk", "Луганск"),
        ("Poutine", "Putin", "Путин"),
    ],
)
def test_spellings_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({key(s) for s in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iouri Ouchakov", "Yury Ushakov"),
        ("Iouri Ouchakov", "Юрия Ушакова"),
        ("Marco Rubio", "Marc Rubio"),
        ("J. Smith", "John Smith"),
        ("Sergueï Lavrov", "Sergei Lavrov"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Claire Martin", "Paul Martin"),
        ("George Bush", "Jeb Bush"),
        ("Paul Martin", "Paula Martin"),
        ("Marie Dupont", "Mario Dupont"),
        ("Anna Hill", "Anna Hall"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert not same_person(one, other)


@pytest.mark.parametrize(("one", "other"), [("George H.W. Bush", "George W. Bush"), ("Ana B. Ruiz", "Ana C. Ruiz")])
def test_other_initials_are_another_person(one: str, other: str) -> None:
    assert not same_person(one, other)
