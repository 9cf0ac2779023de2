"""Which language a text is in, and what a page's own word on it counts."""

import threading

import pytest

from recoupe.text import language
from recoupe.text.language import foreign, identify

FRENCH = (
    "Le conseil municipal a voté mardi soir la construction d'un nouveau pont sur la rivière, après trois heures de "
    "débat ; les travaux doivent commencer au printemps prochain et durer deux ans, selon la mairie."
)


def test_words_that_are_surely_of_another_language_win() -> None:
    assert identify(FRENCH) == "fr"
    assert identify(FRENCH, "en") == "fr"


def test_a_declared_language_stands_for_short_or_doubtful_words() -> None:
    assert identify("Karsênia, Dorana, Lomgrad", "pt") == "pt"
    assert identify("", "de") == "de"
    assert identify("") is None


def test_a_headline_of_foreign_names_does_not_decide_alone() -> None:
    text = (
        "Séisme de Kurosawa-Yamagata\n"
        + "The tremor was felt in the whole of the province, officials said on Monday. " * 3
    )
    assert identify(text) == "en"


SPANISH = "No vamos a cerrar el hospital de Brenas por una huelga que nadie ha explicado a los vecinos de la comarca."


def test_a_paragraph_plainly_in_another_language_is_foreign() -> None:
    text = f"{FRENCH}\n\n{SPANISH}\n{FRENCH}"
    (one,) = foreign(text, "fr-FR")
    assert text[one.start : one.end] == SPANISH
    assert one.language == "es"
    assert not foreign(text.replace(SPANISH, ""), "fr")


def test_short_lines_names_and_quoted_words_are_of_the_article() -> None:
    assert not foreign(f"{FRENCH}\nNo vamos a cerrar el hospital", "fr")
    assert not foreign(f"{FRENCH}\n" + "Ana Ribas, José Cuenca de los Ríos, Marta Peñalba, El Faro del Sur. " * 2, "fr")
    assert not foreign(f"La maire a dit pour finir : « {SPANISH} »", "fr")
    assert not foreign(SPANISH, None)
    assert not foreign(SPANISH, "ja")


def test_the_model_is_loaded_beside_and_what_fails_there_is_silent(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def broken() -> None:
        asked.append(threading.current_thread().name)
        raise OSError("no model")

    monkeypatch.setattr(language, "_model", broken)
    language.prepare()
    for thread in threading.enumerate():
        if thread.name == "language model":
            thread.join()
    assert asked == ["language model"]
    assert capfd.readouterr() == ("", "")
