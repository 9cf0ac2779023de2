"""What a length of time is of: what the words of its own clause say lasted, no event that only stands near it."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims.article import untold
from recoupe.claims.article.ground import scene
from recoupe.claims.article.ground.seconds import DAY, HOUR, MONTH
from recoupe.claims.article.times.lengths import odd
from recoupe.claims.values import bounds, meet
from tests.claims.helpers import article, claim

TALKS = {
    "en": "The talks of the two leaders ended in Vellmar. ",
    "fr": "Les négociations entre les deux dirigeants se sont achevées à Vellmar. ",
    "de": "Die Gespräche der beiden Staatschefs in Vellmar sind zu Ende. ",
    "es": "Las conversaciones de los dos líderes terminaron en Vellmar. ",
    "it": "I colloqui dei due leader sono finiti a Vellmar. ",
    "pt": "As conversações dos dois líderes terminaram em Vellmar. ",
}


def lengths(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    page = article(text, language=language)
    found = claims.find(page, pipeline.annotate(page), {})
    return [(c.attribute, tuple(s for s in c.scope if s.startswith("event:"))) for c in found if c.unit == "second"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They had spoken for about three hours before walking out to a joint news conference."),
        ("fr", "Ils avaient parlé près de trois heures avant de donner une conférence de presse."),
        ("de", "Sie sprachen fast drei Stunden miteinander, bevor sie eine Pressekonferenz gaben."),
        ("es", "Habían conversado durante unas tres horas antes de ofrecer una rueda de prensa."),
        ("it", "Avevano parlato per circa tre ore prima di tenere una conferenza stampa."),
        ("pt", "Tinham conversado durante cerca de três horas antes de dar uma conferência de imprensa."),
    ],
)
def test_people_who_met_and_spoke_so_long_before_the_press_conference_held_talks(language: str, text: str) -> None:
    assert lengths(TALKS[language] + text, language) == [("duration", ("event:talks",))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was the first visit of an Ostrian president in six months."),
        ("fr", "C'est la première visite d'un président ostrien en six mois."),
        ("de", "Es ist der erste Besuch eines ostrischen Präsidenten seit sechs Monaten."),
        ("es", "Es la primera visita de un presidente ostriano en seis meses."),
        ("it", "È la prima visita di un presidente ostriano in sei mesi."),
        ("pt", "É a primeira visita de um presidente ostriano em seis meses."),
    ],
)
def test_the_first_in_so_long_is_a_time_since_and_lasted_nothing(language: str, text: str) -> None:
    assert lengths(text, language) == [("time since last", ())]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He was gone for 55 minutes, paced the garden and talked on the telephone.", "en"),
        ("The doors opened seventeen minutes from the arrest of the driver.", "en"),
        ("The text was read after nearly eight hours behind closed doors.", "en"),
        ("Le ministre a parlé d'un jour que nos enfants apprendront à l'école.", "fr"),
    ],
)
def test_a_length_is_of_no_event_that_only_stands_near_it(text: str, language: str) -> None:
    told = lengths(("talks of leaders. " if language == "en" else "Discours du ministre. ") + text, language)
    assert not {event for _, events in told for event in events} & {"event:arrest", "event:speech"}
    assert "delay" not in {attribute for attribute, _ in told}
    assert ("duration", ("event:talks",)) not in told or "closed doors" in text


@pytest.mark.parametrize(
    ("text", "language", "event"),
    [
        ("La alcaldesa decretó tres días de luto.", "es", "mourning"),
        ("The talks of A, which were held in the old exchange by the river (a former school for girls) and at a hotel "
         "that stands beside the central station of the capital, lasted 19 hours.", "en", "talks"),
        ("Der Handel wurde für eine Dreiviertelstunde ausgesetzt.", "de", "closure"),
        ("La funivia è rimasta ferma 45 minuti.", "it", "closure"),
        ("El metro quedó paralizado durante 45 minutos.", "es", "closure"),
        ("The company said the evacuation took 90 seconds; some speak of four minutes.", "en", "evacuation"),
    ],
)  # fmt: skip
def test_the_words_that_say_what_lasted_are_found(text: str, language: str, event: str) -> None:
    told = lengths(text, language)
    assert told
    assert set(told) == {("duration", (f"event:{event}",))}


def test_two_days_after_something_only_dates_the_page() -> None:
    def told(text: str) -> list[str]:
        page = article(text)
        return [c.display for c in untold.find(scene.build(page, pipeline.annotate(page), {}), [])]

    assert told("Two days after the ship struck the pier the town mourns.") == []
    assert told("It is a day our children will learn of.") == []
    assert told("A queue of three weeks has built up at the harbour.") == ["three weeks"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The maker will shut three plants by 2035 under a deal struck after 14 hours of talks."),
        ("it", "La fonderia sarà ceduta nel 2035: lo prevede l'accordo firmato dopo 14 ore di trattativa."),
        ("fr", "Le groupe fermera trois usines d'ici à 2035, au terme de 14 heures de pourparlers."),
        ("de", "Der Konzern wird bis 2035 drei Werke schließen, so der Beschluss nach 14 Stunden Verhandlungen."),
    ],
)
def test_talks_that_are_over_are_no_plan_of_another_year(language: str, text: str) -> None:
    page = article(text, language=language)
    (claim,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "duration"]
    assert (claim.status, claim.scope) == ("stated", ("event:talks",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 1997, the then presidents Bruno Halvorsen and Igor Melnik of the two states held a two-day summit."),
        ("en", "Their first meeting came two years ago during an assembly in Orle and lasted two hours in a hotel."),
        ("fr", "En 1997, Bruno Halvorsen et Igor Melnik, alors au pouvoir, ont tenu un sommet de deux jours à Orle."),
    ],
)  # fmt: skip
def test_a_date_that_opens_a_sentence_or_is_told_from_today_is_of_all_of_it(language: str, text: str) -> None:
    page = article(text, language=language, published="2026-07-16T12:00:00Z")
    (length,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "second"]
    assert any(s.startswith("year:") for s in length.scope)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The plane of President Halvorsen landed in Orle 30 minutes later than planned."),
        ("fr", "L'avion du président Halvorsen s'est posé à Orle avec 30 minutes de retard, plus tard que prévu."),
        ("de", "Präsident Halvorsen kam 30 Minuten später als geplant in Orle an, mit 30 Minuten Verspätung."),
        ("en", "The highly anticipated talks in Orle lasted 30 minutes."),
    ],
)
def test_what_came_later_than_planned_came(language: str, text: str) -> None:
    page = article(text, language=language)
    found = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "second"]
    assert found
    assert {c.status for c in found} == {"stated"}


def test_of_two_lengths_the_planned_one_is_planned() -> None:
    page = article("The talks in Orle went on for more than two hours, well over the scheduled 30 minutes.")
    found = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "second"]
    assert [c.status for c in found] == ["stated", "planned"]


@pytest.mark.parametrize(
    ("language", "text", "whose"),
    [
        ("en", "The ministers left a two-day NATO summit in anger.", True),
        ("fr", "Le sommet de l'Otan a duré deux jours.", True),
        ("de", "Der zweitägige Gipfel der Europäischen Union endete im Streit.", True),
        ("en", "The summit in Orle lasted two days.", False),
    ],
)
def test_the_meeting_of_a_body_is_that_body_s(language: str, text: str, whose: bool) -> None:
    page = article(text, language=language)
    (length,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "second"]
    assert any(s.startswith("who:") for s in length.scope) == whose


def test_two_who_spoke_so_long_held_talks_where_one_made_a_speech() -> None:
    debate = "The debate in parliament opened in Orle. "
    both = f"{debate}Bruno Halvorsen and Igor Melnik spoke for an hour and a half."
    assert lengths(both, "en") == [("duration", ("event:talks",))]
    one = f"{debate}Bruno Halvorsen spoke for an hour and a half."
    assert lengths(one, "en") == [("duration", ("event:speech",))]


def test_weeks_and_months_are_round_lengths() -> None:
    assert not any(map(odd, (28 * DAY, 21 * DAY, MONTH)))
    assert odd(19 * HOUR)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A mass shooting in Orvel. The man fired for seven minutes."),
        ("fr", "Fusillade à Orvel. L'homme a tiré pendant sept minutes dans la cour."),
        ("de", "Schießerei in Orvel. Der Mann hatte sieben Minuten lang in den Hof gefeuert."),
        ("es", "Tiroteo en Orvel. El hombre disparó durante siete minutos."),
        ("it", "Sparatoria a Orvel. L'uomo ha sparato per sette minuti nel cortile."),
        ("pt", "Tiroteio em Orvel. O homem disparou durante sete minutos."),
    ],
)
def test_how_long_somebody_shot_is_how_long_the_attack_lasted(language: str, text: str) -> None:
    assert lengths(text, language) == [("duration", ("event:attack",))]


def test_an_age_beside_a_detention_is_no_length_of_it() -> None:
    text = "O dono da fábrica, Raul Torvo, de 63 anos, ficará preso por 45 dias."
    page = article(text, language="pt")
    found = claims.find(page, pipeline.annotate(page), {})
    assert [(c.low, c.scope) for c in found if c.unit == "second"] == [(45 * DAY, ("event:custody",))]


def test_many_hours_are_meant_to_the_half() -> None:
    fifteen, sixteen, seventeen = (
        bounds(claim("a", n * HOUR, n * HOUR, unit="second", rule="duration")) for n in (15, 16, 17)
    )
    assert meet(fifteen, sixteen)
    assert not meet(fifteen, seventeen)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A fire on a ferry off Torvik. It was extinguished after nine hours."),
        ("fr", "Incendie sur un ferry à Torvik. Il a été maîtrisé au bout de neuf heures."),
        ("de", "Feuer auf einer Fähre vor Torvik. Es war nach neun Stunden gelöscht."),
        ("es", "Incendio en un ferry frente a Torvik. Quedó extinguido al cabo de nueve horas."),
        ("it", "Incendio su un traghetto a Torvik. È stato domato dopo nove ore."),
        ("pt", "Incêndio num ferry em Torvik. Foi extinto ao fim de nove horas."),
    ],
)
def test_what_was_put_out_after_so_long_burned_so_long(language: str, text: str) -> None:
    assert lengths(text, language) == [("duration", ("event:fire",))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Gespräche in Torvik sind zu Ende. Fahrgäste hatten von 25 Minuten gesprochen."),
        ("fr", "Les discussions de Torvik sont finies. Des voyageurs avaient parlé de 25 minutes."),
        ("es", "Las conversaciones de Torvik acabaron. Los viajeros habían hablado de 25 minutos."),
    ],
)
def test_a_length_that_people_spoke_of_is_not_that_of_their_talks(language: str, text: str) -> None:
    assert ("duration", ("event:talks",)) not in lengths(text, language)


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Three days of talks ended.", False),
        ("The four-hour trial ended.", False),
        ("The trial went on for six hours.", False),
        ("The board needs ten days to decide who may call the strike.", True),
        ("A month since the attack nothing has changed.", True),
    ],
)
def test_a_length_is_called_by_an_event_that_lasted_so_long(text: str, aside: bool) -> None:
    page = article(text, language="en", title="News of the day")
    found = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "duration"]
    assert all(c.aside is aside for c in found)
    assert found or aside
