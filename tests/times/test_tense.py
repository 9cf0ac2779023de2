"""Which way a weekday points: by the words of its own clause, inside or outside a quotation."""

import pytest

from recoupe.times import find

WEDNESDAY = "2026-05-13"
LAST, NEXT = "2026-05-08", "2026-05-15"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "« Nous partons vendredi », a dit Ana Duval.", NEXT),
        ("fr", "Ana Duval a dit : « Nous partons vendredi. »", NEXT),
        ("fr", "« Le bac est vieux. Il quitte le port vendredi », a dit Ana Duval.", NEXT),
        ("fr", "« Nous avons vu le bac vendredi », dira Ana Duval.", LAST),
        ("fr", "Un avion doit ramener les rescapés vendredi.", NEXT),
        ("fr", "« Nous partons », a dit vendredi Ana Duval.", LAST),
        ("en", '"We leave Friday," Ana Duval said.', NEXT),
        ("en", "“We saw it Friday,” she will say.", LAST),
        ("en", '"We leave," Ana Duval said Friday.', LAST),
        ("en", 'They will open the "Port" Friday.', NEXT),
        ("en", "The deal was “Black Friday” for the port.", LAST),
        ("de", "„Wir fahren am Freitag“, sagte Ana Duval.", NEXT),
        ("de", "„Wir fahren“, sagte Ana Duval am Freitag.", LAST),
        ("de", "»Wir fahren am Freitag«, sagte Ana Duval.", NEXT),
        ("es", "«Salimos el viernes», dijo Ana Duval.", NEXT),
        ("it", "«Partiamo venerdì», ha detto Ana Duval.", NEXT),
        ("pt", "“Partimos sexta-feira”, disse Ana Duval.", NEXT),
    ],
)
def test_a_quotation_has_its_own_tense(language: str, text: str, value: str) -> None:
    (time,) = find(text, language=language, published=WEDNESDAY)
    assert time.value == value


@pytest.mark.parametrize(
    ("language", "text", "exact"),
    [
        ("fr", "Le port est bien différent d'aujourd'hui.", "aujourd'hui"),
        ("fr", "À ce jour, trois bacs ont coulé.", "À ce jour"),
        ("en", "To date, three ferries have sunk.", "To date"),
        ("en", "Ferries nowadays are quick.", "nowadays"),
        ("en", "The port was quite different from today.", "today"),
        ("es", "El puerto era muy distinto de hoy.", "hoy"),
        ("it", "Ad oggi sono affondati tre traghetti.", "Ad oggi"),
        ("de", "Bis heute sind drei Fähren gesunken.", "Bis heute"),
        ("pt", "O porto era diferente de hoje.", "hoje"),
    ],
)
def test_these_times_are_no_day(language: str, text: str, exact: str) -> None:
    (time,) = find(text, language=language, published=WEDNESDAY)
    assert (time.text, time.value) == (exact, "PRESENT_REF")


def test_today_alone_is_a_day() -> None:
    (time,) = find("The ferry left today.", language="en", published=WEDNESDAY)
    assert time.value == WEDNESDAY
    assert find("Keep it up to date.", language="en", published=WEDNESDAY) == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "The museum will stay closed on Friday.", NEXT),
        ("en", "The vote will be held Friday.", NEXT),
        ("fr", "Le musée restera fermé vendredi.", NEXT),
        ("es", "El museo será inaugurado el viernes.", NEXT),
        ("en", "Prosecutors said the suspect died Friday.", LAST),
    ],
)
def test_a_participle_goes_with_its_auxiliary(language: str, text: str, value: str) -> None:
    (time,) = find(text, language=language, published=WEDNESDAY)
    assert time.value == value
