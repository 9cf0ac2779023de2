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


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Ils ont pris l'argent hier. Demain, nous serons encore debout.", "fr"),
        ("Ayer se llevaron el dinero. Mañana estaremos otra vez de pie.", "es"),
        ("Gestern nahmen sie das Geld. Morgen stehen wir wieder.", "de"),
        ("Ieri hanno preso i soldi. Domani saremo ancora in piedi.", "it"),
        ("Ontem levaram o dinheiro. Amanhã estaremos novamente de pé.", "pt"),
    ],
)
def test_everyday_words_mean_the_same_in_every_language(words: str, language: str) -> None:
    assert one(("Yesterday they took the money. Tomorrow we will stand again.", "en"), (words, language))


FLOOD = Saying("e1", "The river came up through the kitchen floor", "en", frozenset(("a0",)))


@pytest.mark.parametrize(
    ("nameless", "words", "same"),
    [
        ("definite", "La rivière est montée par le plancher de la cuisine", True),
        ("indefinite", "La rivière est montée par le plancher de la cuisine", False),
        ("definite", "La rivière est montée jusqu'à l'école", False),
    ],
)
def test_the_mayor_of_one_outlet_is_whom_another_names_with_the_same_words(
    nameless: str, words: str, *, same: bool
) -> None:
    other = Saying(None, words, "fr", frozenset(("a1",)), nameless=nameless)
    assert ([0, 1] in alike([FLOOD, other, *OTHERS])) == same


def test_a_girl_here_and_a_pupil_there_say_one_thing_but_two_named_people_never_do() -> None:
    words = "La rivière est montée par le plancher de la cuisine"
    girl = FLOOD._replace(speaker=None, nameless="indefinite")
    pupil = Saying(None, words, "fr", frozenset(("a1",)), nameless="indefinite")
    assert [0, 1] in alike([girl, pupil, *OTHERS])
    named = pupil._replace(speaker="e2", nameless="")
    the_girl = girl._replace(nameless="definite", articles=frozenset(("a2",)))
    assert not any({0, 1} <= set(group) for group in alike([FLOOD, named, the_girl, *OTHERS]))


def test_an_outlet_may_print_but_one_sentence_of_a_saying() -> None:
    whole = ("Nobody drowns in this harbour. But nobody swims here for free either, and nobody ever will", "en")
    assert one(whole, ("In diesem Hafen ertrinkt niemand", "de"))
    assert not one(whole, ("In diesem Hafen schläft niemand", "de"))
