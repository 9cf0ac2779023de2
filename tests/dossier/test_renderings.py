"""Quotations of one speaker that are the same saying, edited, cut or in other languages."""

from __future__ import annotations

import pytest

from recoupe.dossier.renderings import Saying, alike

OTHERS = (
    Saying("e1", "Nous ouvrirons le port demain aux familles des marins", "fr", frozenset(("x1",))),
    Saying("e1", "The minister has no right to sell our schools", "en", frozenset(("x2",))),
    Saying("e1", "Die Fähre fährt wieder, wenn der Sturm vorbei ist", "de", frozenset(("x3",))),
)
"""Sayings of the same speaker that are none of those looked at: what is rare is told by them."""


def one(*words: tuple[str, str], speaker: str | None = "e1", shared: bool = False) -> bool:
    """Tell whether sayings (words, language) are one."""
    mine = [
        Saying(speaker, said, language, frozenset(("a0",) if shared else (f"a{n}",)))
        for n, (said, language) in enumerate(words)
    ]
    groups = alike([*mine, *OTHERS])
    assert sorted(n for g in groups for n in g) == list(range(len(mine) + len(OTHERS)))
    return groups[0] == list(range(len(mine)))


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("La rivière a été patiente, elle ne le sera pas toujours", "fr"),
        ("El río ha sido paciente, no lo será siempre", "es"),
        ("Der Fluss war geduldig, er wird es nicht immer sein", "de"),
        ("Il fiume è stato paziente, non lo sarà sempre", "it"),
        ("O rio foi paciente, não o será sempre", "pt"),
        ("The river was patient and it will not be for ever", "en"),
    ],
)
def test_a_translation_is_the_same_saying(words: str, language: str) -> None:
    assert one(("The river has been patient. It will not be so for ever", "en"), (words, language))


def test_two_hands_that_put_it_into_one_language_print_the_same() -> None:
    assert one(("Le port est ouvert, le bateau peut partir", "fr"), ("Le port est ouvert : le bateau va partir", "fr"))


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (("The river has been patient", "en"), ("La rivière n'a pas été patiente", "fr")),  # denies
        (("The river rose 4 metres", "en"), ("La rivière est montée de 5 mètres", "fr")),  # counts otherwise
        (("The river has been patient with the town", "en"), ("La rivière a noyé l'école", "fr")),
        (("The river", "en"), ("La rivière a été patiente avec nous tous, gens de la ville et du port", "fr")),
        (("There is snow on the road", "en"), ("Le pape est mort", "fr")),
    ],
)
def test_other_sayings_stay_apart(first: tuple[str, str], other: tuple[str, str]) -> None:
    assert not one(first, other)


def test_what_one_article_prints_apart_is_two_sayings() -> None:
    words = ("The river has been patient", "en"), ("La rivière a été patiente", "fr")
    assert one(*words)
    assert not one(*words, shared=True)


def test_nobody_known_says_nothing_twice() -> None:
    assert not one(("The river has been patient", "en"), ("La rivière a été patiente", "fr"), speaker=None)
