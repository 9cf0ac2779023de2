import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe import claims, pipeline
from recoupe.claims.article import untold
from recoupe.claims.article.ground import scene
from recoupe.claims.article.ground.seconds import iso_seconds, placed
from recoupe.model import Annotated, Claim, Quantity, Time
from tests.claims.helpers import article, count, mentions, name, time


def one(found: list[Claim], attribute: str) -> Claim:
    (claim,) = [c for c in found if c.attribute == attribute]
    return claim


def test_a_clock_time_is_the_start_of_what_starts() -> None:
    text = "The talks in Varnholt will begin at 19:30 GMT and end with a press conference."
    found = claims.find(
        article(text),
        mentions(time(text, "19:30 GMT", "TIME", "2031-05-06T19:30Z", zone="UTC", zone_from="printed")),
        {},
    )
    claim = one(found, "start")
    assert claim.scope == ("event:talks",)
    assert claim.status == "planned"
    assert claim.anchor.exact == "19:30 GMT"
    assert not claim.local


def test_two_clocks_side_by_side_are_one_instant() -> None:
    text = "Le sommet a débuté à 11 heures, heure locale (19h00 GMT)."
    found = claims.find(
        article(text, language="fr"),
        mentions(
            time(text, "11 heures, heure locale", "TIME", "2031-05-06T11:00"),
            time(text, "19h00 GMT", "TIME", "2031-05-06T19:00Z", zone="UTC", zone_from="printed"),
        ),
        {},
    )
    assert len({c.low for c in found}) == 1
    assert [c.local for c in found] == [False, False]


def test_something_said_during_the_talks_is_not_their_start() -> None:
    text = "At 1:25 p.m. the aide Paul Renn told reporters that the session was still going on."
    found = claims.find(article(text), mentions(time(text, "1:25 p.m.", "TIME", "2031-05-06T13:25")), {})
    assert found == []


def test_what_lasted_stands_before_the_verb() -> None:
    text = (
        "L'entretien de Mara Lund avec le roi a duré plus de deux heures et s'est achevé par une conférence de presse."
    )
    span = time(text, "plus de deux heures", "DURATION", "PT2H", mod="MORE_THAN", low=7200.0)
    claim = one(claims.find(article(text, language="fr"), mentions(span), {}), "duration")
    assert claim.scope == ("event:talks",)
    assert (claim.low, claim.high) == (7200.0, None)


def test_hours_later_are_no_duration() -> None:
    text = "The talks resumed two hours later."
    assert claims.find(article(text), mentions(time(text, "two hours", "DURATION", "PT2H")), {}) == []


def test_an_arrival_is_of_someone() -> None:
    text = "Mara Lund landed at 10:54 GMT."
    span = time(text, "10:54 GMT", "TIME", "2031-05-06T10:54Z", zone="UTC", zone_from="printed")
    claim = one(claims.find(article(text), mentions(span, name(text, "Mara Lund")), {"Mara Lund": "e1"}), "arrival")
    assert claim.scope == ("who:e1",)
    assert claim.named == (("e1", "Mara Lund"),)


def test_a_toll_of_another_year_has_another_scope() -> None:
    text = "In 1998 a similar crash killed 20 people."
    span = time(text, "1998", "DATE", "1998")
    claim = one(claims.find(article(text), mentions(span, count(text, "20 people", 20, "death")), {}), "death")
    assert "year:1998" in claim.scope


def test_people_in_the_street_are_protesters() -> None:
    text = "Half a million people took to the streets."
    claim = one(
        claims.find(article(text), mentions(count(text, "Half a million people", 500_000, "person")), {}), "protester"
    )
    assert claim.low == 500_000


def test_two_presidents_are_not_counted() -> None:
    text = "The two leaders smiled."
    assert claims.find(article(text), mentions(count(text, "two leaders", 2, "leader")), {}) == []


def test_a_seat_is_someones() -> None:
    text = "Et le Parti du lac obtient 42 sièges."
    seats = Quantity(start=27, end=36, text="42 sièges", low=42, high=42, unit="thing", of="seat")
    nobodys = Quantity(start=8, end=17, text="42 sièges", low=42, high=42, unit="thing", of="seat")
    assert claims.find(article("Obtient 42 sièges".lower(), language="fr"), mentions(nobodys), {}) == []
    found = claims.find(article(text, language="fr"), mentions(seats, name(text, "Parti du lac", "organisation")), {})
    assert one(found, "seat").scope == ("who:Parti du lac",)


def test_corrections_and_holders_are_kept() -> None:
    text = "The toll was corrected to 16 dead, according to the prosecutor."
    claim = one(claims.find(article(text), mentions(count(text, "16 dead", 16, "death")), {}), "death")
    assert claim.status == "corrected"
    assert claim.holder == "prosecutor"


def test_a_toll_that_rose_is_updated_and_not_corrected() -> None:
    text = "The toll rose to 16 dead."
    assert (
        one(claims.find(article(text), mentions(count(text, "16 dead", 16, "death")), {}), "death").status == "updated"
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The museum, which drew 640 visitors last year, will stay closed.", "stated"),
        ("The museum will admit 640 visitors.", "planned"),
        ("The museum puts the loss at an estimated 9 million; it drew 640 visitors.", "stated"),
        ("An estimated 640 visitors came.", "estimated"),
    ],
)
def test_a_number_has_the_status_of_its_own_clause(text: str, status: str) -> None:
    found = claims.find(article(text), mentions(count(text, "640 visitors", 640, "visitor")), {})
    assert one(found, "visitor").status == status


@given(st.text(max_size=200), st.integers(0, 199), st.integers(1, 30), st.sampled_from(["TIME", "DATE", "DURATION"]))
def test_any_text_and_any_time_give_anchors_in_the_text(text: str, start: int, length: int, kind: str) -> None:
    start, end = min(start, len(text)), min(start + length, len(text))
    value = {"TIME": "2031-05-06T10:54Z", "DATE": "2031-05-06", "DURATION": "PT2H"}[kind]
    found = claims.find(
        article(text), Annotated(times=(Time(start=start, end=end, text=text[start:end], type=kind, value=value),)), {}
    )
    assert all(text[c.anchor.start : c.anchor.end] == c.anchor.exact for c in found)


def test_each_clock_time_has_the_phase_beside_it() -> None:
    text = "Orlova left port at 14:30 and struck the pier at 18:10. Contact was lost at 6:38; an alarm rang at 6:44."
    clocks = [time(text, c, "TIME", f"2031-05-06T{c.zfill(5)}") for c in ("14:30", "18:10", "6:38", "6:44")]
    found = [(c.attribute, c.display) for c in claims.find(article(text), mentions(*clocks), {})]
    assert found == [("departure", "14:30"), ("occurrence", "18:10"), ("occurrence", "6:38"), ("alert", "6:44")]


def test_a_weekday_without_a_date_is_the_one_nearest_to_the_storys_day() -> None:
    text = "Le train a déraillé mercredi à midi."
    at_noon = time(text, "mercredi à midi", "TIME", "T12:00")
    (claim,) = claims.find(article(text, language="fr", published=None), mentions(at_noon), {})
    assert claim.low is not None
    tuesday = iso_seconds("2031-05-06")
    assert tuesday is not None
    assert claim.low + placed(claim.low, tuesday) == iso_seconds("2031-05-07T12:00")


def test_what_a_value_was_is_past_and_told_with_what_it_became() -> None:
    text = "The court raised his fine from 50 to 80 million euros."
    old = count(text, "50", 50e6, "fine", unit="EUR", old=True)
    new = count(text, "80 million euros", 80e6, "fine", unit="EUR")
    one, two = claims.find(article(text), mentions(old, new), {})
    assert any(s.startswith("past:") for s in one.scope)
    assert (two.was, [s for s in two.scope if s.startswith("past:")]) == ((50e6, 50e6), [])


def test_a_delay_is_of_who_came_late() -> None:
    text = "Selma Brandt came to the talks 40 minutes late."
    late = time(text, "40 minutes", "DURATION", "PT40M")
    found = claims.find(article(text), mentions(name(text, "Selma Brandt"), late), {})
    assert [(c.attribute, c.scope, c.low) for c in found] == [("delay", ("who:Selma Brandt",), 2400.0)]


@pytest.mark.parametrize(
    ("text", "words", "value", "event"),
    [
        ("He had spent fourteen months on remand.", "fourteen months", "P14M", "custody"),
        ("Everyone on the ship must stay aboard for 14 days.", "14 days", "P14D", "quarantine"),
        ("Ein Vertrag über vierzehn Monate.", "vierzehn Monate", "P14M", None),
    ],
)
def test_how_long_somebody_is_held(text: str, words: str, value: str, event: str | None) -> None:
    spoken = article(text, language="de" if text.startswith("Ein") else "en")
    found = claims.find(spoken, mentions(time(text, words, "DURATION", value)), {})
    assert [c.scope for c in found] == ([(f"event:{event}",)] if event else [])


def test_the_second_of_two_clock_times_has_the_verb_of_the_first() -> None:
    text = "President Alan Marsh landed at 9:30, the chancellor Eva Lund at 10:15."
    clocks = [time(text, "9:30", "TIME", "2031-05-06T09:30"), time(text, "10:15", "TIME", "2031-05-06T10:15")]
    found = claims.find(article(text), mentions(*clocks, name(text, "Alan Marsh"), name(text, "Eva Lund")), {})
    assert [(c.attribute, c.scope) for c in found] == [
        ("arrival", ("who:Alan Marsh",)),
        ("arrival", ("who:Eva Lund",)),
    ]


def test_another_verb_is_its_own() -> None:
    text = "Alan Marsh landed at 9:30, Eva Lund said at 10:15 that she would wait."
    clocks = [time(text, "9:30", "TIME", "2031-05-06T09:30"), time(text, "10:15", "TIME", "2031-05-06T10:15")]
    found = claims.find(article(text), mentions(*clocks, name(text, "Alan Marsh"), name(text, "Eva Lund")), {})
    assert [c.scope for c in found] == [("who:Alan Marsh",)]


def test_a_fire_that_leaves_breaks_out() -> None:
    text = "L'incendie est parti à 16h40 d'un hangar."
    found = claims.find(article(text, language="fr"), mentions(time(text, "à 16h40", "TIME", "2031-05-06T16:40")), {})
    assert [(c.attribute, c.scope) for c in found] == [("occurrence", ("event:fire",))]


def test_a_length_is_no_rate() -> None:
    text = "The yearly press conference lasted half an hour."
    span = time(text, "half an hour", "DURATION", "PT30M", low=1800.0, high=1800.0)
    assert one(claims.find(article(text), mentions(span), {}), "duration").scope == ("event:press",)


AGED = [
    ("fr", "Pola Renn, doyenne de l'équipe, a 61 ans.", "61 ans", True),
    ("fr", "À 61 ans, Pola Renn est la doyenne.", "61 ans", True),
    ("it", "La più anziana, Pola Renn, ha 61 anni.", "61 anni", True),
    ("pt", "Aos 61 anos, Pola Renn saiu por último.", "61 anos", True),
    ("fr", "Pola Renn a 20 ans de métier.", "20 ans", False),
]


@pytest.mark.parametrize(("language", "text", "words", "is_age"), AGED)
def test_a_length_of_years_is_an_age_behind_a_name_that_has_it(
    language: str, text: str, words: str, is_age: bool
) -> None:
    years = time(text, words, "DURATION", f"P{words[:2]}Y")
    found = claims.find(article(text, language=language), mentions(name(text, "Pola Renn"), years), {})
    assert [(c.attribute, c.scope, c.low) for c in found] == ([("age", ("who:Pola Renn",), 61.0)] if is_age else [])


@pytest.mark.parametrize(
    ("text", "age"),
    [("Pola Renn, 61, was last out.", 61.0), ("Pola Renn (61) kam zuletzt.", 61.0), ("Pola Renn (61.) traf.", None)],
)
def test_a_bare_number_behind_a_full_name_is_an_age(text: str, age: float | None) -> None:
    found = claims.find(article(text), mentions(name(text, "Pola Renn")), {})
    assert [c.low for c in found] == ([age] if age else [])


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The gallery caved in at 11:20 a.m., shortly after an earthquake.", ()),
        ("The gallery, shaken by an earthquake, collapsed at 11:20 a.m.", ()),
        ("The gallery collapsed at 11:20 a.m. in the earthquake.", ("event:quake",)),
    ],
)
def test_what_happened_is_said_by_its_verb_not_by_another_clause(text: str, scope: tuple[str, ...]) -> None:
    clock = time(text, "11:20 a.m.", "TIME", "2031-05-06T11:20")
    assert [c.scope for c in claims.find(article(text), mentions(clock), {})] == [scope]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The trawler sank 40 minutes later.", "40 minutes"),
        ("en", "The trawler went down within 40 minutes.", "40 minutes"),
        ("fr", "Le chalutier a sombré 40 minutes plus tard.", "40 minutes"),
        ("de", "Nach 40 Minuten war der Kutter versunken.", "40 Minuten"),
        ("es", "El pesquero tardó 40 minutos en hundirse.", "40 minutos"),
        ("it", "Il peschereccio è affondato in 40 minuti.", "40 minuti"),
        ("pt", "O barco afundou-se 40 minutos depois.", "40 minutos"),
    ],
)
def test_how_long_until_a_ship_sank(language: str, text: str, words: str) -> None:
    found = claims.find(article(text, language=language), mentions(time(text, words, "DURATION", "PT40M")), {})
    assert [(c.attribute, c.low) for c in found] == [("time until sinking", 2400.0)]


def test_an_hour_before_it_sank_is_no_such_length() -> None:
    text = "An hour before the trawler sank it called for help."
    assert claims.find(article(text), mentions(time(text, "An hour", "DURATION", "PT1H")), {}) == []


def test_a_fire_burned_until_it_was_under_control() -> None:
    text = "Nach 75 Stunden ist der Brand im Tal eingedämmt."
    found = claims.find(article(text, language="de"), mentions(time(text, "75 Stunden", "DURATION", "PT75H")), {})
    assert [(c.attribute, c.scope) for c in found] == [("duration", ("event:fire",))]


def test_words_to_reporters_are_no_speech_of_a_session() -> None:
    text = "Le sommet a pris fin. Devant les journalistes, ils ont parlé une douzaine de minutes."
    length = time(text, "une douzaine de minutes", "DURATION", "PT12M")
    found = claims.find(article(text, language="fr"), mentions(length), {})
    assert [c.scope for c in found if c.unit == "second"] == [("event:press",)]


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("People living within 5 kilometers (3 miles) of the Varnholt plant were moved out.", 5.0),
        ("People were moved out of a zone stretching six miles, or 10 km, around the Varnholt plant.", 10.0),
    ],
)
def test_a_measure_told_again_in_another_unit_is_one_value(text: str, km: float) -> None:
    page = article(text)
    found = [c for c in claims.find(page, pipeline.annotate(page), {}, {}) if c.unit == "km"]
    assert [c.low for c in found] == [km]


def test_litres_are_compared_in_cubic_metres() -> None:
    page = article("12,000 liters of water escaped from the circuit of the Varnholt plant.")
    (claim,) = [c for c in claims.find(page, pipeline.annotate(page), {}, {}) if c.rule == "count"]
    assert (claim.unit, round(claim.low or 0, 1)) == ("m3", 12.0)


def test_an_evening_that_small_hours_end_is_the_day_before() -> None:
    text = (
        "The council of Varnholt met in a session that began at 10:30 p.m. (1930 GMT) and lasted four hours. "
        "Its statement was released at 2:40 a.m. local time."
    )

    a = article(text, published="2031-05-15")
    found = claims.find(a, pipeline.mentions_of(a, (), None), {})
    assert {c.low for c in found if c.attribute == "start"} == {iso_seconds("2031-05-14T19:30:00Z")}


def test_an_evening_is_not_of_the_day_before_what_another_sentence_tells_of_a_morning() -> None:
    text = "The vote in Varnholt began at 9 p.m. The results came on 15 May at 8:30 a.m. in the town hall."
    a = article(text, published="2031-05-15")
    found = claims.find(a, pipeline.mentions_of(a, (), None), {})
    assert {c.low for c in found if c.display == "9 p.m."} == {iso_seconds("2031-05-15T21:00:00Z")}


@pytest.mark.parametrize(
    ("text", "told", "language", "attribute"),
    [
        ("Deux hommes de 32 et 37 ans ont été arrêtés à Gand.", "37 ans", "fr", "age"),
        ("Le chantier a duré entre 32 et, selon la ville, 37 ans.", "37 ans", "fr", "duration"),
        ("Il a régné deux et 4 ans.", "4 ans", "fr", "duration"),
    ],
)
def test_the_second_of_two_numbers_of_years_is_an_age(text: str, told: str, language: str, attribute: str) -> None:
    years = told.split()[0]
    told_of = mentions(time(text, told, "DURATION", f"P{years}Y"))
    ground = scene.build(article(text, language=language), told_of, {}, None)
    assert [(c.attribute, c.scope) for c in untold.find(ground, [])] == [(attribute, ())]


def test_an_age_has_no_year_and_no_place_of_its_sentence() -> None:
    text = "Ana Ruiz, 68, who led the port of Varnholt from 2017 to 2021, was fined."
    years = [time(text, y, "DATE", y) for y in ("2017", "2021")]
    age = Quantity(start=10, end=12, text="68", low=68, high=68, unit="year", of="age")
    who, place = name(text, "Ana Ruiz", "person"), name(text, "Varnholt", "place")
    found = claims.find(article(text), mentions(*years, age, who, place), {})
    assert {c.scope for c in found if c.attribute == "age"} == {("who:Ana Ruiz",)}


def test_where_nouns_have_capitals_a_verb_is_not_counted() -> None:
    text = "Wir sind um fünf los und zählten acht Kähne."
    lost = Quantity(start=12, end=20, text="fünf los", low=5, high=5, unit="thing", of="de:los")
    boats = Quantity(start=33, end=43, text="acht Kähne", low=8, high=8, unit="thing", of="de:kahn")
    found = claims.find(article(text, language="de"), mentions(lost, boats), {})
    assert [c.anchor.exact for c in found] == ["acht Kähne"]


def test_pages_of_calculations_are_no_estimate() -> None:
    text = "La jeune femme remplit alors 54 pages de calculs en onze jours."
    found = claims.find(article(text, language="fr"), mentions(count(text, "54 pages", 54, "page")), {})
    assert one(found, "page").status == "stated"


def test_the_name_of_money_holds_nothing() -> None:
    text = "Se perdieron 18 millones de francos CFA, dice la sentencia, que son 21 millones de dólares."
    francs = count(text, "18 millones de francos CFA", 18e6, "loss", unit="CFA")
    dollars = count(text, "21 millones de dólares", 21e6, "loss", unit="USD")
    found = claims.find(article(text, language="es"), mentions(francs, dollars, name(text, "CFA", "organisation")), {})
    assert "CFA" not in {c.holder for c in found}


@pytest.mark.parametrize(
    ("words", "language", "said"),
    [
        ("nearly three hours", "en", "nearly"),
        ("environ trois heures", "fr", "about"),
        ("more than three hours", "en", "more than"),
        ("fino a tre ore", "it", "up to"),
        ("mindestens drei Stunden", "de", "at least"),
        ("at least two to three hours", "en", None),
        ("three hours", "en", None),
    ],
)
def test_what_words_say_of_a_length_is_said_as_of_any_number(words: str, language: str, said: str | None) -> None:
    text = {
        "en": "The talks lasted {}.", "fr": "Les pourparlers ont duré {}.", "it": "I colloqui sono durati {}.",
        "de": "Die Gespräche dauerten {}.",
    }[language].format(words)  # fmt: skip
    page = article(text, language=language)
    assert one(claims.find(page, pipeline.annotate(page), {}), "duration").qualifier == said


def test_two_clocks_that_no_two_zones_are_apart_are_two_moments() -> None:
    page = article("The cable broke at 07:28, the spare one at 08:06 GMT.", published="2031-05-15T12:00:00Z")
    found = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "instant"]
    assert [c.low for c in found] == [iso_seconds("2031-05-15T07:28:00Z"), iso_seconds("2031-05-15T08:06:00Z")]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("It comes a day after three workers died in the fire.", False),
        ("Three workers die there a day, the union said.", True),
    ],
)
def test_a_day_after_is_no_rate(text: str, rate: bool) -> None:
    page = article(text)
    (toll,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "death"]
    assert ("period:day" in toll.scope) == rate


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Les derniers passagers ont quitté le navire à 21h05.", False),
        ("en", "The last passengers left the ship at 9:05 p.m.", False),
        ("de", "Die letzten Passagiere verließen das Schiff um 21.05 Uhr.", False),
        ("fr", "À 15h30 est parti le train.", True),
        ("de", "Um 14.30 Uhr verließ das Schiff den Hafen.", True),
    ],
)
def test_what_people_leave_does_not_leave(language: str, text: str, who: bool) -> None:
    page = article(text, language=language)
    gone = one(claims.find(page, pipeline.annotate(page), {}), "departure")
    assert any(s.startswith("who:") for s in gone.scope) == who


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The bomb exploded between 7:28 a.m. and 8:06 a.m.", "between 7:28 a.m. and 8:06 a.m"),
        ("fr", "L'explosion s'est produite entre 7 h 28 et 8 h 06.", "entre 7 h 28 et 8 h 06"),
        ("de", "Die Explosion ereignete sich zwischen 7.28 Uhr und 8.06 Uhr.", "zwischen 7.28 Uhr und 8.06 Uhr"),
        ("es", "La explosión se produjo entre las 7.28 y las 8.06.", "entre las 7.28 y las 8.06"),
        ("it", "L'esplosione è avvenuta tra le 7.28 e le 8.06.", "tra le 7.28 e le 8.06"),
        ("pt", "A explosão ocorreu entre as 7h28 e as 8h06.", "entre as 7h28 e as 8h06"),
    ],
)
def test_what_happened_between_two_clocks_happened_at_one_moment(language: str, text: str, words: str) -> None:
    page = article(text, language=language, published="2031-05-15T12:00:00Z")
    (found,) = (c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "instant")
    assert found.display.rstrip(".") == words
    assert (found.high or 0) - (found.low or 0) == 38 * 60
