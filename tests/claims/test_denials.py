"""What is denied where it stands: both sides in the article's own words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from recoupe.claims import statements, told
from recoupe.claims.article.facts import denied
from recoupe.claims.article.ground import scene
from recoupe.model import Annotated, Article, Finding, Quote
from tests.claims.helpers import alone, article


def sides(text: str, language: str = "en", quotes: Sequence[Quote] = ()) -> list[tuple[str, str]]:
    of = article(text, language=language)
    read = denied.read(scene.build(of, Annotated(quotes=tuple(quotes)), {}))
    return [(text[d.start : d.end], text[d.low : d.high]) for d in read]


def found(*articles: Article) -> list[Finding]:
    read = {a.id: told(a, Annotated(), {}, {}) for a in articles}
    return [f for f in statements(articles, {}, {}, alone, read) if f.reason == "denied"]


@pytest.mark.parametrize(
    ("text", "language", "said", "gainsaid"),
    [
        (
            "The union says the pumps had stopped at noon, which the operator denies.",
            "en",
            "The union says the pumps had stopped at noon",
            "which the operator denies",
        ),
        (
            "Neighbours say the siren stayed silent all night. The town hall denied this.",
            "en",
            "Neighbours say the siren stayed silent all night.",
            "The town hall denied this",
        ),
        (
            "The harbour office rejected claims by two pilots that the harbour lights had failed.",
            "en",
            "the harbour lights had failed.",
            "The harbour office rejected claims by two pilots",
        ),
        (
            "The pilots said the lights had failed twice; the harbour office disputes that.",
            "en",
            "The pilots said the lights had failed twice",
            "the harbour office disputes that",
        ),
        (
            "Le syndicat affirme que la vanne était rouillée, ce que l'exploitant conteste.",
            "fr",
            "Le syndicat affirme que la vanne était rouillée",
            "ce que l'exploitant conteste",
        ),
        (
            "Selon deux riverains, la sirène est restée muette. La mairie dément.",
            "fr",
            "Selon deux riverains, la sirène est restée muette.",
            "La mairie dément",
        ),
        (
            "Anwohner sagen, die Sirene sei stumm geblieben. Das bestreitet die Stadt.",
            "de",
            "Anwohner sagen, die Sirene sei stumm geblieben.",
            "Das bestreitet die Stadt",
        ),
        (
            "Zwei Lotsen melden, die Lichter seien ausgefallen. Das Hafenamt wies die Vorwürfe zurück.",
            "de",
            "Zwei Lotsen melden, die Lichter seien ausgefallen.",
            "Das Hafenamt wies die Vorwürfe zurück",
        ),
        (
            "Los vecinos aseguran que la sirena no sonó. Lo niega el ayuntamiento.",
            "es",
            "Los vecinos aseguran que la sirena no sonó.",
            "Lo niega el ayuntamiento",
        ),
        (
            "Il sindacato sostiene che la valvola era rotta, circostanza che l'azienda smentisce.",
            "it",
            "Il sindacato sostiene che la valvola era rotta",
            "circostanza che l'azienda smentisce",
        ),
        (
            "O sindicato diz que a válvula estava partida, o que a empresa desmente.",
            "pt",
            "O sindicato diz que a válvula estava partida",
            "o que a empresa desmente",
        ),
    ],
)
def test_a_denial_points_at_what_is_denied(text: str, language: str, said: str, gainsaid: str) -> None:
    assert sides(text, language) == [(said, gainsaid)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The union says the pumps had stopped at noon. The operator did not deny it.", "en"),
        ("The union says the pumps had stopped at noon. The operator may have denied it.", "en"),
        ("The union says the pumps had stopped at noon. The operator neither confirmed nor denied it.", "en"),
        ("The yard asked the bank for a second loan, which was denied.", "en"),
        ("The union put forward a plan for the pumps in May. The operator rejected it.", "en"),
        ("The pumps of the lower lock stopped at noon on Friday.\nThe operator denied it.", "en"),
        ("Did the pumps of the lower lock stop at noon? The operator denied it.", "en"),
        ("So they say. The operator denied it.", "en"),
        ("The lock was opened by its owner in March, who denied it.", "en"),
        ("La oposición pidió un debate sobre las bombas. El gobierno se negó.", "es"),
        ("Die Stadt wählte einen Mann in den Rat, der das große Leck im Damm bestreitet.", "de"),
        ("Le syndicat a demandé une enquête sur la vanne. Le tribunal a rejeté la demande.", "fr"),
        ("Deux riverains parlent de la sirène muette. La mairie dément : « Elle a sonné trois fois. »", "fr"),
    ],
)
def test_what_denies_nothing_that_was_said_is_no_denial(text: str, language: str) -> None:
    assert sides(text, language) == []


def test_quoted_words_deny_nothing_for_the_article() -> None:
    text = "The union says the pumps had stopped at noon. “The operator denied it at once,” a guard said."
    start = text.index("The operator")
    marked = (start, text.index(",”"))
    assert sides(text, quotes=[Quote(content=(marked,), kind="direct")]) == []


EN = "The union says the turbine of the lock has shown vibrations since its inspection, which the operator denies."
FR = "Le syndicat affirme que la turbine donne des vibrations depuis son inspection. L'exploitant dément."


def test_what_two_origins_tell_is_disputed_and_what_one_tells_stands_alone() -> None:
    (one,) = found(article(EN, "a"))
    assert (one.status, [len(v.support) for v in one.values]) == ("alone", [1, 1])
    (both,) = found(article(EN, "a"), article("Later: " + EN, "b"))
    assert (both.status, [len(v.support) for v in both.values]) == ("disputed", [2, 2])


def test_two_denials_of_one_thing_are_one_line_and_of_two_things_two() -> None:
    other = "Two guards say the gate stood open at night, which the operator denies."
    assert len(found(article(EN, "a"), article(FR, "b", language="fr"))) == 1
    assert len(found(article(EN, "a"), article(other, "b"))) == 2


def test_a_page_that_says_so_and_names_no_denial_stands_with_it() -> None:
    same = "The turbine of the lock has shown vibrations since its inspection, the union says."
    (line,) = found(article(EN, "a"), article(same, "b"))
    assert [{s.article for s in v.support} for v in line.values] == [{"a", "b"}, {"a"}]
