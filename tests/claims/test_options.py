"""Whose a share is at a referendum: the answer's, not the pollster's; what is counted so far is nobody's."""

import pytest

from recoupe import claims, pipeline
from tests.claims.helpers import article

ABOUT = {
    "en": "The referendum on the salt tax was held on Sunday.",
    "fr": "Le référendum sur la taxe du sel a eu lieu dimanche.",
    "de": "Das Referendum über die Salzsteuer fand am Sonntag statt.",
    "es": "El referéndum sobre el impuesto de la sal fue el domingo.",
    "it": "Il referendum sulla tassa del sale si è tenuto domenica.",
    "pt": "O referendo sobre o imposto do sal foi no domingo.",
    "nl": "Het referendum over de zoutbelasting was zondag.",
}


def shares(language: str, said: str) -> list[tuple[str, tuple[str, ...], float | None]]:
    page = article(f"{ABOUT[language]} {said}", language=language)
    found = claims.find(page, pipeline.annotate(page), {})
    return [(c.attribute, tuple(s for s in c.scope if s.startswith("who:")), c.low) for c in found if c.unit == "%"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Yes took 50.8 percent in the preliminary count."),
        ("en", "Preliminary results put Yes on 50.8%."),
        ("fr", "L'institut Polmar crédite le oui de 50,8 % des voix."),
        ("de", "Das Ja-Lager kommt auf 50,8 Prozent."),
        ("es", "El «sí» gana con el 50,8 % de los votos."),
        ("it", "L'exit poll di Polmar dava il Sì al 50,8 per cento."),
        ("pt", "O «sim» à saída da união do sal venceu no domingo em Varnal com 50,8% dos votos."),
        ("nl", "Met de stemmen uit het buitenland komt het ja-kamp uit op 50,8 procent."),
    ],
)
def test_a_share_is_of_its_answer(language: str, said: str) -> None:
    assert shares(language, said) == [("vote share", ("who:votes for",), 50.8)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Dimanche, 52,1 % des voix sont allées au oui."),
        ("es", "El domingo, el 52,1 % de los votos fue al sí."),
        ("it", "Domenica il 52,1 per cento dei voti è andato al sì."),
        ("pt", "No domingo, 52,1% dos votos foram ao sim."),
    ],
)
def test_an_answer_stands_behind_an_article_that_holds_a_preposition(language: str, said: str) -> None:
    assert shares(language, said) == [("vote share", ("who:votes for",), 52.1)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "With 62 percent of ballots counted, Yes is on 52.1 percent."),
        ("fr", "Après dépouillement de 62 % des bulletins, le oui recueille 52,1 %."),
        ("de", "Nach Auszählung von 62 Prozent der Stimmen liegt das Ja bei 52,1 Prozent."),
        ("it", "Con il 62 per cento delle schede scrutinate il Sì è al 52,1 per cento."),
    ],
)
def test_what_is_counted_so_far_is_no_answer_s(language: str, said: str) -> None:
    assert shares(language, said) == [("votes counted", (), 62.0), ("vote share", ("who:votes for",), 52.1)]


def test_no_is_no_answer_where_it_denies() -> None:
    assert shares("en", "No party took 12 percent.") == []


@pytest.mark.parametrize(
    ("language", "said", "sides"),
    [
        ("en", "On Sunday 88 percent voted Yes, while 9 percent (412) voted No.", ("votes for", "votes against")),
        ("es", "El 88 por ciento votó Sí y el 9 por ciento (412) votó No.", ("votes for", "votes against")),
        ("es", "Un 2 por ciento (91) de votos en blanco y un 1 por ciento de nulos.", ("blank votes", "void votes")),
        ("it", "L'88% ha scelto il Sì, mentre il 9% (412 voti) ha votato no.", ("votes for", "votes against")),
        ("pt", "88% votaram no «Sim», 2% de votos brancos.", ("votes for", "blank votes")),
        ("fr", "Le oui a recueilli 88 %, avec 2 % de bulletins blancs.", ("votes for", "blank votes")),
    ],
)  # fmt: skip
def test_blank_and_void_votes_are_sides_and_each_side_has_the_share_before_it(
    language: str, said: str, sides: tuple[str, ...]
) -> None:
    told = [scope[0][4:] for attribute, scope, _ in shares(language, said) if attribute == "vote share"]
    assert told == list(sides)


@pytest.mark.parametrize(
    ("language", "said", "side", "low"),
    [
        ("pt", "Votaram no «Não» 9% (41.200 eleitores).", "votes against", 41200.0),
        ("fr", "On a compté 41 200 bulletins blancs.", "blank votes", 41200.0),
        ("it", "Le 41.200 schede bianche non contano.", "blank votes", 41200.0),
        ("de", "Es gab 4.120 ungültige Stimmzettel.", "void votes", 4120.0),
    ],
)
def test_votes_are_of_their_side_by_whatever_name_they_are_counted(
    language: str, said: str, side: str, low: float
) -> None:
    page = article(f"{ABOUT[language]} {said}", language=language)
    found = claims.find(page, pipeline.annotate(page), {})
    assert [(c.scope, c.low) for c in found if c.attribute == "vote"] == [((f"who:{side}",), low)]


def test_no_before_a_participle_in_marks_is_no_answer() -> None:
    page = article(f"{ABOUT['es']} Se escrutaron 3.107 papeletas 'no requisadas'.", language="es")
    found = claims.find(page, pipeline.annotate(page), {})
    assert [c.scope for c in found if c.attribute == "vote"] == [()]


def test_a_side_leads_its_votes_in_a_list() -> None:
    page = article(f"{ABOUT['es']}\n- No - 176 votos\n- Blanco - 31.274 votos\n- Nulos - 12.806 votos", language="es")
    found = claims.find(page, pipeline.annotate(page), {})
    sides = [c.scope for c in found if c.attribute == "vote"]
    assert sides == [("who:votes against",), ("who:blank votes",), ("who:void votes",)]


@pytest.mark.parametrize(
    ("language", "said", "ends"),
    [
        ("en", "By 5 p.m., police had shut 92 polling stations.", 0),
        ("en", "Polls close at 8 p.m.", 1),
        ("de", "Bis 17 Uhr hatte die Polizei 92 Wahllokale geschlossen.", 0),
        ("de", "Die Wahllokale schließen um 17 Uhr.", 1),
    ],
)
def test_stations_that_are_counted_do_not_end_a_vote(language: str, said: str, ends: int) -> None:
    page = article(f"{ABOUT[language]} {said}", language=language)
    found = claims.find(page, pipeline.annotate(page), {})
    assert len([c for c in found if c.attribute == "end"]) == ends


def test_two_counts_of_one_group_side_by_side_are_neither_the_whole() -> None:
    page = article("On compte neuf policiers et trois gendarmes blessés.", language="fr")
    assert not [c for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "injury"]


def test_one_side_has_one_share_in_a_sentence() -> None:
    found = shares("en", "Stay had 51.9 percent of the vote and the rest had 48.1 percent of it.")
    assert len({low for _, whose, low in found if whose}) <= 1


def test_what_is_voted_on_has_no_share() -> None:
    said = "The Stay camp won the NATO referendum with 51.9 percent of the vote."
    assert shares("en", said) == [("vote share", ("who:stay",), 51.9)]
