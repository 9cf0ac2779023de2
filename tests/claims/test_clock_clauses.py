"""Which verb a clock time is of: that of its own clause, and whose arrival it is."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline, times
from recoupe.claims.article.ground.seconds import iso_seconds
from tests.claims.helpers import alone, article, claim


def clocks(text: str, language: str = "en") -> list[tuple[str, tuple[str, ...]]]:
    page = article(text, language=language)
    found = claims.find(page, pipeline.annotate(page), {})
    return [(c.attribute, tuple(s for s in c.scope if s.startswith(("event:", "who:")))) for c in found]


def test_what_a_clock_stands_before_or_after_did_not_happen_then() -> None:
    seen = "The train was full. Passengers saw sparks at 7:38 a.m., shortly after it had left the station."
    assert clocks(seen) == [("instant", ())]
    assert clocks("The train was full. It left the station at 7:38 a.m., shortly after the bell rang.") == [
        ("departure", ("who:train",))
    ]


def test_an_alarm_so_long_after_was_given_later() -> None:
    text = "Officials shut the lower road at 6:45 a.m. on Thursday, 15 minutes before the sirens went."
    assert ("event:alarm",) not in [scope for _, scope in clocks(text)]
    assert ("occurrence", ("event:alarm",)) in clocks("The sirens went at 7 a.m., an hour before the rain came.")


def test_nothing_began_when_something_else_is_said_to_have_begun_before() -> None:
    text = "She was doing 8 knots, began to sheer and had slowed when she met pier four at 4:52 a.m."
    assert clocks(text)[-1] == ("instant", ())


def test_a_short_sentence_with_a_verb_of_its_own_is_no_item_of_the_schedule_before_it() -> None:
    lead = "The talks of the two leaders are to be held in Vellmar. "
    assert clocks(lead + "It will be 2:30 p.m. in Vellmar.") == [("start", ("event:talks",))]
    assert clocks(lead + "Then the company will cut off all power at 2:30 p.m.") == [("instant", ())]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The talks began at 2:15 p.m. and the announcement came at 10:40 p.m.", "en"),
        ("As conversas começaram às 2h15 e o anúncio foi feito às 10h40.", "pt"),
        ("Las conversaciones empezaron a las 2.15 y el anuncio se hizo a las 10.40.", "es"),
    ],
)
def test_what_follows_and_is_of_the_next_clock(text: str, language: str) -> None:
    assert clocks(text, language)[0] == ("start", ("event:talks",))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The train burned. The first firefighters arrived at 8:05 a.m.", "en"),
        ("Le train brûlait. Les premiers pompiers ne sont arrivés qu'à 8h05.", "fr"),
        ("Der Zug brannte. Die ersten Helfer trafen um 8.05 Uhr ein.", "de"),
        ("El tren ardía. Los primeros bomberos llegaron a las 8.05.", "es"),
        ("Il treno bruciava. I primi soccorritori sono arrivati alle 8.05.", "it"),
        ("O comboio ardia. Os primeiros bombeiros chegaram às 8h05.", "pt"),
    ],
)
def test_who_comes_to_help_is_no_train(text: str, language: str) -> None:
    assert ("arrival", ("who:rescuer",)) in clocks(text, language)


def test_a_subject_that_no_table_knows_is_nobody_named_before() -> None:
    named = "President Alan Marsh landed at 9:30 a.m. "
    assert clocks(named + "He landed again at 10:15 a.m.")[-1][1] == clocks(named)[-1][1]
    assert clocks(named + "The Ostrian delegation with eleven ministers landed at 10:15 a.m.")[-1] == ("arrival", ())
    his = "His three grey armoured helicopters landed at 10:15 a.m."
    assert clocks(named + his)[-1][1] == clocks(named)[-1][1]
    ship = "The ship was new. The Hanne Borgsen, 170 metres long, had left the quay at 5:18 a.m."
    assert clocks(ship)[-1] == ("departure", ("who:ship",))


def test_the_last_to_arrive_has_arrived() -> None:
    text = "Marsh had been the last to arrive, landing at 7:40 p.m. on Thursday."
    page = article(text, published="2031-05-09T18:00Z")
    (time,) = pipeline.annotate(page).times
    assert time.value.startswith("2031-05-08")


@pytest.mark.parametrize(("attribute", "scope"), [("resume", ""), ("end", "rescue")])
def test_an_accident_does_not_go_on(attribute: str, scope: str) -> None:
    texts = {"a": "A ship struck a pier.", "b": "A ship struck a pier."}
    told = [
        claim(id_, 1.9e9, 1.9e9, attribute=attribute, unit="instant", rule="clock", as_of="2030-03-17") for id_ in texts
    ]
    (found,) = claims.compare(told, [article(t, i) for i, t in texts.items()], alone, [frozenset(("accident",))] * 2)
    assert (found.attribute, found.scope) == (attribute, scope)


def test_the_zone_of_a_place_said_once_holds_to_the_end_of_the_sentence() -> None:
    text = "As conversas começaram às 2h15 (horário de Brasília) e o anúncio foi feito às 10h40."
    page = article(text, language="pt")
    first, second = claims.find(page, pipeline.annotate(page), {})
    assert (first.local, second.local) == (False, False)
    assert second.low == (first.low or 0.0) + (8 * 60 + 25) * 60
    both = "Talks began at 7:15 p.m. GMT and the announcement came at 10:40 p.m."
    page = article(both)
    assert claims.find(page, pipeline.annotate(page), {})[-1].local


def test_a_zone_printed_in_a_sentence_tells_more_of_its_clocks_than_where_things_happen() -> None:
    text = "O fogo que começou na terça-feira às 12h40 de Lisboa atravessou a estrada às 15h20."
    page = article(text, language="pt", published="2031-05-07T12:00:00+01:00")
    seen = pipeline.mentions_of(page, (), times.EventZone("Europe/Rome"))
    second = claims.find(page, seen, {})[-1]
    assert (second.local, second.low) == (False, iso_seconds("2031-05-06T14:20:00Z"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("An initial fire alert was sounded at 6:20 p.m. on Monday. A second alarm went off at 6:43 p.m.", "en"),
        ("Une première alerte incendie avait retenti lundi à 18h20, une seconde alerte à 18h43.", "fr"),
        ("Das Feuer war nach einem Alarm um 18.43 Uhr entdeckt. Nach einem ersten Alarm um 18.20 war nichts.", "de"),
        ("El primer aviso llegó el lunes a las 18:20. El segundo aviso se recibió a las 18:43.", "es"),
        ("Un primo allarme al telefono alle 18.20, un secondo allarme alle 18.43.", "it"),
        ("Um primeiro alerta foi recebido às 18h20. Um segundo alerta foi recebido às 18h43.", "pt"),
    ],
)  # fmt: skip
def test_a_second_alert_is_not_the_first_at_another_time(text: str, language: str) -> None:
    page = article(text, language=language)
    found = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "alert"]
    minutes = {c.scope: int((c.low or 0) // 60 % 60) for c in found}
    assert minutes == {(): 20, ("call:second",): 43}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The results of the election were announced at 8 a.m. on Friday.", "en"),
        ("Les résultats définitifs du référendum sont tombés vendredi à 8 heures du matin.", "fr"),
        ("Die Ergebnisse des Referendums lagen am Freitag um 8 Uhr vor.", "de"),
        ("Los resultados del referéndum llegaron el viernes a las 8 horas.", "es"),
        ("I risultati del referendum sono arrivati venerdì alle 8.", "it"),
        ("Os resultados do referendo chegaram na sexta-feira às 8h.", "pt"),
    ],
)
def test_when_the_results_of_a_vote_come_there_is_no_vote(text: str, language: str) -> None:
    told = clocks(text, language)
    assert ("occurrence", ("event:result",)) in told
    assert all("event:vote" not in scope for _, scope in told)


@pytest.mark.parametrize(
    ("text", "language", "attribute"),
    [
        ("The avalanche. The closure of the road was ordered at 1:30 p.m. on Tuesday.", "en", "start"),
        ("The avalanche. The closure of the road ended at 5:30 p.m. on Tuesday.", "en", "end"),
        ("L'avalanche.\n13 h 30 : fermeture de la D117 entre Varnholt et la station.", "fr", "start"),
    ],
)
def test_what_ends_a_vote_begins_a_closure(text: str, language: str, attribute: str) -> None:
    assert (attribute, ("event:closure",)) in clocks(text, language)


def test_snow_that_leaves_is_an_avalanche() -> None:
    assert ("occurrence", ("event:landslide",)) in clocks("À 11 h 42 mardi, départ de l'avalanche.", "fr")


def test_since_when_something_is_shut_nobody_leaves() -> None:
    text = "L'avalanche. Il parle d'un « départ naturel » et dit que la piste était « fermée depuis 10h50 » mardi."
    assert "departure" not in [attribute for attribute, _ in clocks(text, "fr")]


def told_at(text: str, language: str) -> list[tuple[str, bool, bool]]:
    """Return what each clock of a text shows, whether it counts in a zone of its own, and whether its day is open."""
    page = article(text, language=language, published="2031-05-15T18:00:00+02:00")
    found = claims.find(page, pipeline.annotate(page), {})
    return [(c.display, c.local, c.loose) for c in found if c.unit == "instant"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It took off at 16:31 UTC. A call came at 16:38, the last message at 16:46. Dinner began at 19:30.", "en"),
        ("Il a décollé à 16h31 TU. Un appel à 16h38, le dernier message à 16h46. Le dîner a commencé à 19h30.", "fr"),
    ],
)
def test_universal_time_goes_on_for_the_next_hour(text: str, language: str) -> None:
    assert [local for _, local, _ in told_at(text, language)] == [False, False, False, True]


def test_universal_time_in_brackets_or_another_paragraph_does_not_go_on() -> None:
    assert [c[1] for c in told_at("It took off at 3:31 p.m. (1631 GMT). A call came at 16:38.", "en")][-1]
    assert [c[1] for c in told_at("It took off at 16:31 UTC.\nA call came at 16:38 from the deck.", "en")][-1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In the night from Monday to Tuesday the plane landed at 2.30 a.m. in Varnholt.", "en"),
        ("Dans la nuit de lundi à mardi, l'avion s'est posé à 2h30 à Varnholt.", "fr"),
        ("In der Nacht auf Dienstag landete das Flugzeug um 2.30 Uhr in Varnholt.", "de"),
    ],
)
def test_a_night_that_is_named_tells_the_day_of_its_clock(text: str, language: str) -> None:
    assert [loose for *_, loose in told_at(text, language)] == [False]
    assert [loose for *_, loose in told_at("L'avion s'est posé à 2h30 à Varnholt.", "fr")] == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two hours after the end of the talks, at 6:30 p.m. on Thursday, the chair faced reporters."),
        ("de", "Zwei Stunden nach dem Ende der Gespräche, am Donnerstag um 18.30 Uhr, trat sie vor die Presse."),
        ("fr", "Deux heures après la fin du sommet, jeudi à 18h30, elle a parlé devant la presse."),
        ("es", "Dos horas después del final de la cumbre, el jueves a las 18.30, compareció ante la prensa."),
        ("it", "Due ore dopo la fine del vertice, giovedì alle 18.30, ha parlato davanti alla stampa."),
        ("pt", "Duas horas depois do fim da cimeira, quinta-feira às 18h30, falou aos jornalistas."),
    ],
)
def test_what_a_time_is_counted_from_did_not_happen_then(language: str, text: str) -> None:
    assert ("start", ("event:press",)) in clocks(text, language)
    assert ("end", ("event:talks",)) not in clocks(text, language)
    ended = "The talks ended at 6:30 p.m. on Thursday, two hours after the end of the storm."
    assert ("end", ("event:talks",)) in clocks(ended)


def test_a_session_that_is_suspended_neither_begins_nor_ends() -> None:
    assert clocks("The session was suspended at 6:20 a.m. to allow consultations.") == [("instant", ())]
