"""Times in invented news: values, instants, intervals, extents."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.model.mention import Time
from recoupe.times import TimeContext, find
from recoupe.times.find import _windows
from recoupe.times.grammar import grammar

THURSDAY = "2031-05-15"


def only(text: str, language: str, published: str | None = THURSDAY, **context: str) -> Time:
    found = find(text, language=language, published=published, context=TimeContext(**context))  # type: ignore[arg-type]
    assert len(found) == 1, [(t.text, t.value) for t in found]
    return found[0]


@pytest.mark.parametrize(
    ("language", "text", "exact", "kind", "value"),
    [
        ("fr", "Le bac est parti lundi de Valdemar.", "lundi", "DATE", "2031-05-12"),
        ("fr", "Le conseil doit voter samedi.", "samedi", "DATE", "2031-05-17"),
        ("fr", "Reçu jeudi matin à la mairie.", "jeudi matin", "TIME", "2031-05-15TMO"),
        ("fr", "Pris dans la nuit de mardi à mercredi.", "la nuit de mardi à mercredi", "TIME", "2031-05-13TNI"),
        ("fr", "Le port a ouvert en mars 2024.", "mars 2024", "DATE", "2024-03"),
        ("fr", "Le pont rouvrira le 3 juin prochain.", "le 3 juin prochain", "DATE", "2031-06-03"),
        ("fr", "Ils ont parlé 2 heures 15 en tout.", "2 heures 15", "DURATION", "PT2H15M"),
        ("fr", "Un chantier de trois ans et demi.", "trois ans et demi", "DURATION", "P3Y6M"),
        ("fr", "Il reviendra demain.", "demain", "DATE", "2031-05-16"),
        ("fr", "La foire a lieu chaque année.", "chaque année", "SET", "P1Y"),
        ("fr", "Des murs de la fin du XVIIe siècle.", "la fin du XVIIe siècle", "DATE", "16"),
        ("en", "The ferry sank last week.", "last week", "DATE", "2031-W19"),
        ("en", "Profit rose in the third quarter of 2030.", "the third quarter of 2030", "DATE", "2030-Q3"),
        ("en", "The council will meet Tuesday.", "Tuesday", "DATE", "2031-05-20"),
        ("en", "The council met Tuesday.", "Tuesday", "DATE", "2031-05-13"),
        ("en", "The bridge closed three years ago.", "three years ago", "DATE", "2028"),
        ("en", "The mine opened in the 1990s.", "the 1990s", "DATE", "199"),
        ("en", "Trains run every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        ("en", "It was built in nineteen eighty-four.", "nineteen eighty-four", "DATE", "1984"),
        ("es", "El puerto cerró el lunes pasado.", "el lunes pasado", "DATE", "2031-05-12"),
        ("en", "The crews were the first to be moved on Tuesday.", "Tuesday", "DATE", "2031-05-13"),
        ("es", "Los hallaron el ocho de mayo.", "el ocho de mayo", "DATE", "2031-05-08"),
        ("pt", "Foram achados a oito de maio.", "oito de maio", "DATE", "2031-05-08"),
        ("it", "Li hanno trovati il due maggio.", "il due maggio", "DATE", "2031-05-02"),
        ("fr", "On les a trouvés le deux mai.", "le deux mai", "DATE", "2031-05-02"),
        ("es", "La obra duró dos años y medio.", "dos años y medio", "DURATION", "P2Y6M"),
        ("de", "Das Schiff lief gestern Abend ein.", "gestern Abend", "TIME", "2031-05-14TEV"),
        ("de", "Das Fest war am 3. Mai 2030.", "3. Mai 2030", "DATE", "2030-05-03"),
        ("de", "Am Samstagabend brannte es.", "Samstagabend", "TIME", "2031-05-10TEV"),
        ("it", "Il traghetto è partito tre giorni fa.", "tre giorni fa", "DATE", "2031-05-12"),
        ("it", "Il porto riaprirà domani.", "domani", "DATE", "2031-05-16"),
        ("pt", "A ponte fechou na sexta-feira passada.", "sexta-feira passada", "DATE", "2031-05-09"),
        ("ru", "Паром ушёл вчера.", "вчера", "DATE", "2031-05-14"),
        ("es", "El alcalde habló a media mañana.", "media mañana", "TIME", "2031-05-15TMO"),
        ("pt", "O autarca falou a meio da manhã.", "meio da manhã", "TIME", "2031-05-15TMO"),
        ("pt", "O autarca falou a meio da tarde.", "meio da tarde", "TIME", "2031-05-15TAF"),
    ],
)  # fmt: skip
def test_value(language: str, text: str, exact: str, kind: str, value: str) -> None:
    time = only(text, language)
    assert (time.text, time.type, time.value) == (exact, kind, value)


@pytest.mark.parametrize(
    ("text", "exact", "value"),
    [
        ("Die Filialen öffnen um zehn Uhr.", "zehn Uhr", "2031-05-15T10:00"),
        ("Sie tagten bis acht Uhr abends.", "acht Uhr abends", "2031-05-15T20:00"),
    ],
)
def test_german_hours_are_spelled_out(text: str, exact: str, value: str) -> None:
    time = only(text, "de")
    assert (time.text, time.value) == (exact, value)


@pytest.mark.parametrize(
    ("language", "text", "exact", "value"),
    [
        ("fr", "Départ vendredi vers 19H30 GMT.", "vendredi vers 19H30 GMT", "2031-05-16T19:30Z"),
        ("fr", "Arrivée le 16 mai à 3h30, heure de Pékin.", "le 16 mai à 3h30, heure de Pékin", "2031-05-15T19:30Z"),
        ("en", "It starts on May 20 at 9 a.m. Moscow time.", "May 20 at 9 a.m. Moscow time", "2031-05-20T06:00Z"),
        ("de", "Beginn am 20. Mai um 18.15 Uhr MESZ.", "20. Mai um 18.15 Uhr MESZ", "2031-05-20T16:15Z"),
        ("es", "Será el 20 de mayo a las 08.00 GMT.", "el 20 de mayo a las 08.00 GMT", "2031-05-20T08:00Z"),
        ("it", "Comincia oggi alle 21.30, ora italiana.", "oggi alle 21.30, ora italiana", "2031-05-15T19:30Z"),
        ("ru", "Начало 20 мая в 22:00 мск.", "20 мая в 22:00 мск", "2031-05-20T19:00Z"),
    ],
)  # fmt: skip
def test_printed_zone_gives_the_instant(language: str, text: str, exact: str, value: str) -> None:
    time = only(text, language)
    assert (time.text, time.value, time.zone_from) == (exact, value, "printed")


def test_no_zone_stays_local_and_the_place_gives_a_reading() -> None:
    time = only("The vote began at 8:00 a.m. in the hall.", "en", place_zone="America/Lima", outlet_zone="Europe/Rome")
    assert time.value == "2031-05-15T08:00"
    assert time.readings == ("2031-05-15T06:00Z", "2031-05-15T13:00Z")
    assert (time.zone, time.zone_from, time.begin) == ("Europe/Rome", "outlet", "2031-05-15T06:00:00Z")


def test_standard_time_in_summer_has_both_readings() -> None:
    time = only("A sessão começa às 15h30 no horário padrão do leste dos EUA.", "pt")
    assert (time.value, time.readings) == ("2031-05-15T19:30Z", ("2031-05-15T20:30Z",))


@pytest.mark.parametrize(
    ("language", "text", "first", "second"),
    [
        ("en", "At 11:00 a.m. local time (10:00 p.m. Moscow time).", "2031-05-15T19:00Z", "2031-05-15T19:00Z"),
        ("de", "Abflug um 17.45 Uhr Ortszeit (03.45 Uhr MESZ).", "2031-05-16T01:45Z", "2031-05-16T01:45Z"),
        ("fr", "Départ peu après 16h heure locale, soit minuit GMT.", "2031-05-16T00:00Z", "2031-05-16T00:00Z"),
    ],
)  # fmt: skip
def test_two_clocks_are_one_instant(language: str, text: str, first: str, second: str) -> None:
    assert [t.value for t in find(text, language=language, published=THURSDAY)] == [first, second]


@pytest.mark.parametrize(
    ("language", "text", "mod", "low", "high"),
    [
        ("fr", "Près de deux heures.", "APPROX", 5760.0, 7200.0),
        ("fr", "Une douzaine de minutes.", "APPROX", 576.0, 864.0),
        ("fr", "Six à sept heures.", None, 21600.0, 25200.0),
        ("en", "More than two-and-a-half hours.", "MORE_THAN", 9000.0, None),
        ("en", "About 2 1/2 hours.", "APPROX", 7200.0, 10800.0),
        ("en", "Up to 3 days.", "EQUAL_OR_LESS", 0.0, 259200.0),
        ("it", "Quasi tre ore.", "APPROX", 8640.0, 10800.0),
        ("pt", "Cerca de quatro horas.", "APPROX", 11520.0, 17280.0),
    ],
)  # fmt: skip
def test_duration_interval(language: str, text: str, mod: str | None, low: float, high: float | None) -> None:
    time = only(text, language)
    assert time.type == "DURATION"
    assert (time.mod, time.low, time.high) == (mod, low, high)


def test_relative_age_is_an_interval_before_the_reference() -> None:
    time = only("Posted 6 hours ago.", "en", "2031-05-15T18:00:00+00:00")
    assert (time.begin, time.end_time) == ("2031-05-15T11:00:00Z", "2031-05-15T12:00:00Z")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Il revient demain.", ""),
        ("fr", "Le 16 août, à midi passé.", "XXXX-08-16"),
        ("en", "It closed last week.", ""),
    ],
)
def test_nothing_is_guessed_without_a_reference(language: str, text: str, value: str) -> None:
    assert find(text, language=language)[0].value == value


def test_reference_stands_in_for_published() -> None:
    assert only("Il revient demain.", "fr", None, reference="2031-01-31").value == "2031-02-01"


def test_bounds_of_publication_give_a_value_where_they_agree() -> None:
    context = TimeContext(between=("2031-05-14", "2031-05-15"))
    weekday, tomorrow = find("Le conseil a voté lundi et revote demain.", language="fr", context=context)
    assert weekday.value == "2031-05-12"
    assert (tomorrow.value, tomorrow.readings) == ("", ("2031-05-15", "2031-05-16"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Jeanne Dumont, 41 ans, a nagé une seconde fois."),
        ("en", "You may march on; the 6-year-old boy won 6.43 to 2."),
        ("fr", "La tour est belle et le résultat net."),
    ],
)
def test_these_are_no_times(language: str, text: str) -> None:
    assert find(text, language=language, published=THURSDAY) == []


def test_unknown_language_has_none() -> None:
    assert find("Friday 3 May 2030", language="xx", published=THURSDAY) == []


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["vendredi", "le", "3", "mai", "19h30", "GMT", "(", ")", ",", "heure de Pékin", "ans", "deux", "2024", "\n",
             "hier", "nuit de", "à", "12/13/2020", "31 février", "99", "siècle", "prochain", "😀", "XXe"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_any_words_give_spans_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    found = find(text, language="fr", published=THURSDAY)
    assert found == find(text, language="fr", published=THURSDAY)
    end = 0
    for time in found:
        assert end <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == time.text
        assert time.rule
        end = time.end


@settings(max_examples=100)
@given(
    st.text(max_size=200), st.sampled_from(["en", "fr", "de", "es", "it", "pt", "ru", "ar", None]), st.text(max_size=12)
)
def test_never_raises(text: str, language: str | None, published: str) -> None:
    find(text, language=language, published=published)


@pytest.mark.parametrize("unit", ["1", "1990 ", "(", "19:30 ", "last ", "a", "1/", "the the ", "two ", "'90s "])
def test_long_monotony_ends(unit: str) -> None:
    find(unit * (40_000 // len(unit)), language="en", published=THURSDAY)


@pytest.mark.parametrize(
    ("text", "exact", "value"),
    [
        ("Sun and Wed are short names.", [], []),
        ("Fares rose to $40 a week on the ferry.", [], []),
        ("They hoped to appeal against Tuesday's ruling.", ["Tuesday"], ["2031-05-13"]),
        ("The harbour reopens in September.", ["September"], ["2031-09"]),
        ("Rates fell over the past two weeks.", ["the past two weeks"], ["P2W"]),
        ("It was the worst storm of the past decade.", ["the past decade"], ["P10Y"]),
        ("Sales for the quarter ended March 31 doubled.", ["the quarter", "March 31"], ["2031-Q1", "2031-03-31"]),
        ("It earned less in the year ended March 31.", ["the year", "March 31"], ["P1Y", "2031-03-31"]),
        ("He left in June 2030 and returned later that year.", ["June 2030", "later that year"], ["2030-06", "2030"]),
        ("He was held on Monday. The next morning he was free.", ["Monday", "The next morning"],
         ["2031-05-12", "2031-05-13TMO"]),
        ("Three quarters of it burned on Monday. Yesterday, it smoked.", ["Monday", "Yesterday"],
         ["2031-05-12", "2031-05-14"]),
        ("The poll was held on Election Day 2030.", ["Election Day 2030"], ["2030-11-05"]),
        ("Shares fell on Monday from the previous Friday.", ["Monday", "the previous Friday"],
         ["2031-05-12", "2031-05-09"]),
    ],
)  # fmt: skip
def test_english_values_that_hang_on_the_words_around(text: str, exact: list[str], value: list[str]) -> None:
    found = find(text, language="en", published=THURSDAY)
    assert ([t.text for t in found], [t.value for t in found]) == (exact, value)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Environ 1900 agents étaient déployés et 2000 personnes évacuées."),
        ("es", "Había 1900 agentes desplegados y 2000 personas evacuadas."),
        ("it", "Erano schierati 1900 agenti e 2000 persone evacuate."),
        ("pt", "Estiveram no terreno 1900 polícias e 2000 pessoas evacuadas."),
        ("de", "Die Polizei war mit 1900 Beamten im Einsatz, 2000 Fans warteten."),
    ],
)
def test_a_number_of_what_it_counts_is_no_year(language: str, text: str) -> None:
    assert find(text, language=language, published="2031-05-06") == []


def test_a_clock_in_the_english_way_is_read_in_french() -> None:
    time = only("Rendez-vous devant la mairie, 8pm.", "fr")
    assert (time.text, time.value) == ("8pm", "2031-05-15T20:00")


@pytest.mark.parametrize(("word", "value"), [("ET", "2031-05-16T00:00Z"), ("et", "2031-05-15T20:00")])
def test_a_word_that_is_a_zone_in_capitals_is_a_word_in_small_letters(word: str, value: str) -> None:
    found = find(f"Départ à 20h {word} retour dans la nuit.", language="fr", published=THURSDAY)
    assert value in [t.value for t in found]


def test_words_that_are_zones_in_capitals_alone_start_no_search() -> None:
    rules = grammar("fr")
    text = "Elle est partie et il est revenu."
    assert {"et", "est"} <= rules.shouted
    assert not list(_windows(text, text.lower(), rules))
    assert list(_windows(text, text.lower(), msgspec.structs.replace(rules, shouted=frozenset())))


def test_a_clock_is_not_on_a_day_named_in_passing_months_before() -> None:
    text = (
        "La Cour a mis fin vendredi au mandat du président, mis en accusation le 11 décembre par les députés. "
        "La lecture, commencée à 10h07, avait duré 31 minutes."
    )
    clock = next(t for t in find(text, language="fr", published="2026-03-13") if t.text == "10h07")
    assert clock.value == "2026-03-13T10:07"
    told = "He was impeached on December 11 by the deputies. The reading began at 10:07."
    clock = next(t for t in find(told, language="en", published="2026-03-13") if t.text == "10:07")
    assert clock.value == "2025-12-11T10:07"  # nothing says that it was another day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Nella notte tra il 6 e il 7 maggio il ponte ha chiuso alle 21.44 e riaperto alle 2.10."),
        ("it", "La notte tra martedì 6 e mercoledì 7 maggio il ponte ha chiuso alle 21.44 e riaperto alle 2.10."),
        ("es", "En la noche del 6 al 7 de mayo el puente cerró a las 21.44 y reabrió a las 2.10."),
        ("es", "En la noche del martes 6 al miércoles 7 de mayo el puente cerró a las 21.44 y reabrió a las 2.10."),
        ("pt", "Na noite de 6 para 7 de maio a ponte fechou às 21h44 e reabriu às 2h10."),
        ("en", "In the night of May 6 to 7 the bridge closed at 9:44 p.m. and reopened at 2:10 a.m."),
        ("en", "Overnight from Tuesday to Wednesday the bridge closed at 9:44 p.m. and reopened at 2:10 a.m."),
    ],
)
def test_a_night_between_two_days_has_its_evening_and_its_small_hours(language: str, text: str) -> None:
    found = [t.value for t in find(text, language=language, published="2031-05-07") if "T" in t.value]
    assert found == ["2031-05-06TNI", "2031-05-06T21:44", "2031-05-07T02:10"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They spoke for half-an-hour in Varnholt.", "half-an-hour", "PT30M"),
        ("They spoke for about an hour-and-a-half in Varnholt.", "about an hour-and-a-half", "PT1H30M"),
        ("It opened at half past four in the afternoon.", "half past four in the afternoon", "2026-05-14T16:30"),
    ],
)
def test_halves_of_hours(text: str, words: str, value: str) -> None:
    (found,) = find(text, language="en", published="2026-05-14")
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fr", "1130 opérations ont été reportées, et près de 1100 actes.", []),
        ("de", "Verschoben wurden 1130 Eingriffe.", []),
        ("en", "In 1066 William won.", ["1066"]),
        ("de", "Die Burg wurde im Jahr 1130 gebaut.", ["1130"]),
        ("fr", "En 1930, 1130 ouvriers y travaillaient.", ["1930"]),
    ],
)
def test_four_digits_that_count_are_no_year(language: str, text: str, values: list[str]) -> None:
    assert [t.value for t in find(text, language=language, published="2031-05-16")] == values


def test_a_deadline_years_ahead_lends_its_day_to_no_clock_of_another_sentence() -> None:
    text = (
        "Le protocole, conclu mercredi à 4 h 50, vaut jusqu'au 31 décembre 2030. "
        "Les comptes du premier semestre 2026 seront publiés à 7h00."
    )
    *_, last = find(text, language="fr", published="2026-05-13T06:00:00+02:00")
    assert last.value == "2026-05-13T07:00"


def test_two_towns_are_no_hour() -> None:
    text = "La fusione delle due città, e delle due case, piace alle tre province."
    assert find(text, language="it", published="2031-05-07") == []
    (time,) = find("Il ponte è crollato alle due di notte.", language="it", published="2031-05-07")
    assert time.value.startswith("2031-05-07T02:00")


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Der Konzern streicht 5400 Stellen, davon 1900 in Lorn.", []),
        ("fr", "Le groupe supprime 5.400 postes, dont 1900 en Lornie.", []),
        ("en", "The group cuts 5,400 jobs, of which 1900 in Lorn.", []),
        ("en", "He won three medals, including 1998 in Lorn.", ["1998"]),
    ],
)
def test_a_part_of_a_larger_number_is_no_year(language: str, text: str, found: list[str]) -> None:
    assert [t.value for t in find(text, language=language, published="2031-03-14")] == found
