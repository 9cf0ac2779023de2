"""A dossier seen by a reader of one language."""

from __future__ import annotations

import msgspec

from recoupe.dossier import html, markdown
from recoupe.dossier.view import View
from recoupe.model import Dossier, LeftOut
from tests.dossier.made import dossier


def test_the_title_is_one_in_the_readers_language() -> None:
    known = dossier()
    story = msgspec.structs.replace(
        known.story, title="Fähre rammt Mole", language="de", titles={"fr": "Un ferry heurte la digue"}
    )
    told = msgspec.structs.replace(known, story=story)
    assert (View(told, "fr").heading, View(told, "fr").heading_language) == ("Un ferry heurte la digue", "fr")
    assert (View(told, "en").heading, View(told, "en").heading_language) == ("Fähre rammt Mole", "de")
    page = html.write(told)
    assert "Un ferry heurte la digue" in page
    assert "Fähre rammt Mole" in page


def test_why_something_was_left_out_is_said_in_the_readers_language() -> None:
    built = dossier()
    left = msgspec.structs.replace(built.coverage.left_out[0], reason="another story: does not name Velmora")
    fault = msgspec.structs.replace(left, reason="no such file")
    built = msgspec.structs.replace(built, coverage=msgspec.structs.replace(built.coverage, left_out=(left, fault)))
    said = View(built, "fr").reason
    assert said(left) == "autre sujet : ne nomme pas Velmora"
    assert said(fault) == "no such file"
    assert "autre sujet : ne nomme pas Velmora" in markdown.write(built, lang="fr")


def test_the_first_line_says_how_many_articles_tell_another_story() -> None:
    built = dossier()
    assert "1 article of another story" in View(built, "en").summary()
    assert "1 article d'un autre sujet" in View(built, "fr").summary()
    none = msgspec.structs.replace(built, coverage=msgspec.structs.replace(built.coverage, left_out=()))
    assert "story" not in View(none, "en").summary()


def test_what_is_left_out_is_said_once() -> None:
    left = [LeftOut(about="live.html", reason="empty")] * 3 + [LeftOut(about="b.html", reason="empty", title="B")]
    coverage = msgspec.structs.replace(dossier().coverage, left_out=tuple(left))
    page: Dossier = msgspec.structs.replace(dossier(), coverage=coverage)
    assert [(name, times) for name, _, times in View(page, "en").left_out()] == [("live.html", " (3)"), ("B", "")]


def test_of_what_a_speaker_is_quoted_with_the_readers_language_comes_first() -> None:
    both = [
        msgspec.structs.replace(dossier().quotes[0], words=words, articles=(name,))
        for words, name in (("La ville est en deuil", "a"), ("The town mourns", "c"))
    ]
    shown = msgspec.structs.replace(dossier(), quotes=tuple(both))
    for language, first in (("en", "The town mourns"), ("fr", "La ville est en deuil")):
        ((_, said),) = View(shown, language).speakers()
        assert said[0].words == first


def test_one_speaker_is_listed_once_whatever_their_first_letter() -> None:
    known = dossier()
    lower = msgspec.structs.replace(known.quotes[0], speaker="le maire", entity=None)
    upper = msgspec.structs.replace(known.quotes[0], speaker="Le maire", entity=None, words="Non")
    told = View(msgspec.structs.replace(known, quotes=(lower, upper)), "fr").speakers()
    assert [(who, len(lines)) for who, lines in told] == [("Le maire", 2)]
