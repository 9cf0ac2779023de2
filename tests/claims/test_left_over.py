"""Values that are left over, of one day, of two acts or ahead are set against no others. Pages invented."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.model import Finding, Reading
from tests.claims.helpers import article


def disputes(*texts: str, language: str = "en", published: str | None = "2031-05-08T20:00:00+02:00") -> list[Finding]:
    pages = [
        article(text, f"a{n}", language=language, title=text.split(".")[0], published=published)
        for n, text in enumerate(texts)
    ]
    built = pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages])
    return [f for f in built.findings if f.status == "disputed"]


TALKS = (
    "The talks in Torvik are over. The talks of the two leaders lasted two hours, an aide said.",
    "The talks in Torvik are over. The talks lasted two hours, said the envoy.",
    "In Torvik the talks ended. The talks lasted two hours and nobody smiled.",
)
LEFT = (
    "The talks in Torvik are over. A talk of more than ten minutes with reporters followed.",
    "The talks in Torvik are over. A 15-minute talk of the senators had been heated.",
)


def test_lengths_left_over_are_of_two_talks() -> None:
    assert [f for f in disputes(*TALKS, *LEFT) if f.attribute == "duration"] == []


def test_two_lengths_alone_are_still_a_dispute() -> None:
    longer = "The talks in Torvik are over. The talks of the two leaders lasted three hours, an aide said."
    assert [f.attribute for f in disputes(TALKS[0], longer)] == ["duration"]


RIOT = "Clashes between youths and the police went on in Lorvan. The protest had begun on Saturday."


@pytest.mark.parametrize(
    ("language", "riot", "day", "total"),
    [
        ("en", RIOT, "The police made 86 arrests on Saturday.", "More than 200 people were arrested."),
        (
            "fr",
            "Des affrontements entre jeunes et policiers ont éclaté à Lorvan. La manifestation continue.",
            "La police a procédé à 86 arrestations samedi.",
            "Plus de 200 personnes ont été arrêtées.",
        ),
        (
            "de",
            "In Lorvan kam es zu Zusammenstößen zwischen Jugendlichen und Polizei. Die Proteste gehen weiter.",
            "Am Samstag gab es 86 Festnahmen.",
            "Mehr als 200 Menschen wurden festgenommen.",
        ),
    ],
)
def test_the_arrests_of_one_day_are_not_all(language: str, riot: str, day: str, total: str) -> None:
    pages = f"{riot} {day}", f"{riot} {total}", f"{riot} {total} Shops burned."
    assert [f for f in disputes(*pages, language=language) if f.attribute == "arrest"] == []


def test_the_arrests_of_no_day_are_disputed() -> None:
    pages = f"{RIOT} The police made 186 arrests.", f"{RIOT} More than 200 people were arrested."
    assert [f.attribute for f in disputes(*pages)] == ["arrest"]


def test_lengths_of_no_event_need_a_word_beside_both() -> None:
    pages = (
        "Daltec closed a hole. As users of Daltec fear, the next regular Patch Tuesday is three weeks away.",
        "Daltec drew back its fixes. It was the worst Patch Tuesday for users of Daltec in a run that saw one month go "
        "by without fault.",
    )
    assert [f for f in disputes(*pages) if f.unit == "second"] == []


def test_two_years_of_two_acts_are_no_dispute() -> None:
    pages = (
        "Karl Osten denied that he had meddled in the 2026 election, and the envoy believes him.",
        "Karl Osten means to run again in the 2030 election, said the envoy.",
    )
    assert [f for f in disputes(*pages) if f.unit == "year"] == []
    pages = (
        "The meeting ends Torvik's effort to isolate Norvania after its 2024 annexation of Brenz, said Karl Osten.",
        "Karl Osten said Torvik failed to stop Norvania's efforts in the 2026 election.",
    )
    assert [f for f in disputes(*pages) if f.unit == "year"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "A dos días de la ceremonia, la ciudad cuenta más casos."),
        ("fr", "À deux jours de la cérémonie, la ville compte plus de cas."),
        ("it", "A due giorni dalla cerimonia, la città conta più casi."),
        ("pt", "A dois dias da cerimônia, a cidade conta mais casos."),
    ],
)
def test_what_lies_ahead_so_long_did_not_last_so_long(language: str, text: str) -> None:
    page = article(text, language=language, title="News")
    assert [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "second"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Organisers said they were expecting 10,000 protesters."),
        ("fr", "La police s'attend à 10 000 manifestants."),
        ("de", "Die Polizei rechnete mit 10.000 Demonstranten."),
        ("es", "Se esperaban 10.000 manifestantes."),
        ("it", "La polizia si aspetta 10.000 manifestanti."),
        ("pt", "Os organizadores esperavam 10.000 manifestantes."),
        ("en", "She is due to march with the crowd — 10,000 protesters from the whole valley — for 90 minutes."),
    ],
)
def test_a_crowd_that_is_expected_is_planned(language: str, text: str) -> None:
    page = article(text, language=language, title="News")
    told = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit in ("person", "second")]
    assert told
    assert told[-1].status == "planned"


def test_two_clocks_of_an_undated_page_have_one_zone() -> None:
    page = article("The cable was cut between 07:28 and 08:06 UTC.", published=None)
    first, second = pipeline.annotate(page).times
    assert (first.value, second.value) == ("T07:28Z", "T08:06Z")


def test_what_never_stops_did_not_last_a_day() -> None:
    page = article("The talks in Torvik are over. In a 24-hour, instant-news world there is no second try.")
    assert [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "second" and c.scope] == []


def test_a_strike_of_a_day_is_told() -> None:
    page = article("Drivers began a 24-hour strike at the port.")
    assert "duration" in {c.attribute for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "second"}


@pytest.mark.parametrize(
    ("language", "exact", "round_"),
    [
        ("en", "The clinic was founded in 2012.", "The clinic was founded nearly two decades ago."),
        ("fr", "La clinique a été fondée en 2012.", "La clinique a été fondée il y a près de vingt ans."),
        ("de", "Die Klinik wurde 2012 gegründet.", "Die Klinik wurde vor fast zwei Jahrzehnten gegründet."),
        ("es", "La clínica fue fundada en 2012.", "La clínica fue fundada hace casi dos décadas."),
        ("pt", "A clínica foi fundada em 2012.", "A clínica foi fundada há quase duas décadas."),
    ],
)
def test_so_many_years_ago_is_a_round_number(language: str, exact: str, round_: str) -> None:
    assert disputes(exact, round_, language=language) == []


def test_a_sum_converted_at_the_rate_of_another_day_is_no_dispute() -> None:
    pages = (
        "Thieves robbed a jeweller in Lorvan. The loot was worth 85 million euros ($108 million).",
        "Thieves robbed a jeweller in Lorvan. The loot was worth $111 million.",
        "Thieves robbed a jeweller in Lorvan. They took loot worth $111 million.",
    )
    assert [f for f in disputes(*pages) if f.unit == "USD"] == []


def test_how_long_somebody_waited_is_no_length_of_talks() -> None:
    pages = (
        "In Torvik, Karl Osten left Edda Brandvik waiting for about an hour at the Orlova Palace, the envoy said.",
        "In Torvik, Karl Osten and Edda Brandvik sat down at the Orlova Palace for 90 minutes, the envoy said.",
    )
    assert [f for f in disputes(*pages) if f.unit == "second"] == []
