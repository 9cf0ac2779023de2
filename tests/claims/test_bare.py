"""Numbers without a noun: a limit, what each side counts, a crowd."""

import pytest

from recoupe import claims, pipeline
from recoupe.model import Claim
from tests.claims.helpers import article, count, mentions, name


def found(text: str, *counts: object, language: str = "en") -> list[Claim]:
    return claims.find(article(text, language=language), mentions(*counts), {})  # type: ignore[arg-type]


def told(text: str, *counts: object, language: str = "en") -> list[tuple[str, float | None, str | None]]:
    return [(c.attribute, c.low, c.holder) for c in found(text, *counts, language=language)]


def test_each_side_holds_its_own_crowd() -> None:
    text = "Thousands joined the march on Sunday. Unions put the crowd at 45,000, police at 18,500."
    assert told(text) == [("protester", 45_000, "Unions"), ("protester", 18_500, "police")]


def test_a_side_behind_its_number() -> None:
    text = "Manifestation à Brême. Ils étaient 12.000 selon les syndicats, 4.500 selon la police."
    values = {(low, holder) for _, low, holder in told(text, language="fr")}
    assert values == {(12_000, "syndicats"), (4_500, "police")}


def test_no_crowd_without_a_march() -> None:
    assert told("The bridge was closed. Police put the cost at 18,500.") == []


def test_a_bare_limit_is_of_the_speed_before_it() -> None:
    text = "Der Bus fuhr 92 km/h, erlaubt waren dort 60."
    speed = count(text, "92 km/h", 92, "speed", unit="km/h")
    assert told(text, speed, language="de") == [("speed", 92, None), ("speed limit", 60, None)]


def test_a_year_and_a_small_number_are_no_crowd() -> None:
    assert told("The march was the largest since 2019, police said, with 12 floats.") == []


def test_two_sides_count_a_crowd_whatever_the_article_opens_with() -> None:
    text = (
        "The court removed president Ramiro Orlova from office on Friday. "
        "Cheers broke out on Boqueron avenue, where police put the crowd at 45,000 and organisers at 200,000."
    )
    page = article(text)
    found = claims.find(page, pipeline.annotate(page), {}, {})
    crowd = {c.low: c.holder for c in found if c.attribute == "protester"}
    assert crowd == {45_000.0: "police", 200_000.0: "organisers"}


def test_a_side_in_brackets_holds_the_number_before_it() -> None:
    text = 'The march filled the quay. Crowd: "45,000" (unions), "18,500" (the town hall), a sober 22,500.'
    values = {low: holder for _, low, holder in told(text)}
    assert values[45_000] == "unions"
    assert values.get(18_500) is None


def test_sides_and_numbers_take_turns_across_words_between() -> None:
    text = (
        "La manifestación llenó el muelle. Los convocantes las cifraron en 45.000 y el recuento independiente de la "
        "empresa Salt las dejó en 18.500."
    )
    values = {(low, holder) for _, low, holder in told(text, language="es")}
    assert values == {(45_000, "convocantes"), (18_500, "recuento independiente")}


def test_nobody_holds_a_value_for_a_theft() -> None:
    text = "Due uomini sono stati arrestati per il furto al museo Varnholt."
    men = count(text, "Due uomini", 2, "arrest")
    found_ = claims.find(article(text, language="it"), mentions(men, name(text, "Varnholt", "organisation")), {})
    assert {c.holder for c in found_ if c.attribute == "arrest"} == {None}


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("en", "There are 300 people outside the town hall. Organisers say 2,000. The road is open.", [300, 2000]),
        ("fr", "Quelque 900 personnes manifestent. La police en a compté 300. La rue est calme.", [900, 300]),
        ("de", "Am Rathaus stehen 300 Menschen. Die Veranstalter sprechen von 3500. Es ist ruhig.", [300, 3500]),
    ],
)
def test_a_sentence_that_only_says_who_counts_how_many(language: str, text: str, counts: list[int]) -> None:
    page = article(text, language=language)
    found = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "person"]
    assert [round(((c.low or 0) + (c.high or 0)) / 2) for c in found] == counts
    assert len({c.attribute for c in found}) == 1


def test_a_side_that_tells_something_else_counts_nobody() -> None:
    page = article("There are 300 people outside the town hall. Police closed gate 80.")
    assert [c.low for c in claims.find(page, pipeline.annotate(page), {})] == [300]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "About 2,000 people banged pots outside the bank."),
        ("fr", "Quelque 2 000 personnes ont tapé sur des casseroles devant la banque."),
        ("es", "Unas 2.000 personas hicieron sonar cacerolas frente al banco."),
        ("de", "Rund 2000 Menschen skandierten Parolen vor der Bank."),
        ("it", "Circa 2.000 persone hanno battuto le pentole davanti alla banca."),
        ("pt", "Cerca de 2.000 pessoas bateram panelas diante do banco."),
        ("fr", "Quelque 2 000 personnes ont scandé des slogans devant la banque."),
    ],
)
def test_who_makes_a_noise_at_a_door_protests(language: str, text: str) -> None:
    page = article(text, language=language)
    assert [c.attribute for c in claims.find(page, pipeline.annotate(page), {})] == ["protester"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police put Saturday's attendance at 3,500. Some 4,200 people visited the fair on Saturday."),
        ("fr", "La police a estimé l'affluence de samedi à 3 500. Quelque 4 200 personnes ont visité la foire."),
        ("de", "Die Polizei schätzte die Besucherzahl auf 3500. Rund 4200 Menschen besuchten die Messe."),
        ("es", "La policía cifró la asistencia en 3.500. Unas 4.200 personas pasaron por el recinto."),
        ("it", "La polizia stima l'affluenza in 3.500. Circa 4.200 persone hanno visitato la fiera."),
        ("pt", "A polícia estimou a afluência em 3.500. Cerca de 4.200 pessoas passaram pelo recinto."),
    ],
)
def test_who_came_to_a_fair_attended_it_and_did_not_march(language: str, text: str) -> None:
    page = article(text, language=language)
    found = claims.find(page, pipeline.annotate(page), {})
    assert [c.attribute for c in found if c.unit == "person"] == ["attended", "attended"]


def read(text: str, language: str) -> list[tuple[str, float | None, str]]:
    page = article(text, language=language)
    return [(c.attribute, c.low, c.unit) for c in claims.find(page, pipeline.annotate(page), {}) if c.rule == "count"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The firm speaks of 140 tonnes of dead fish and firefighters of 260."),
        ("fr", "Le groupe parle de 140 tonnes de poissons, les pompiers bénévoles de 260."),
        ("de", "Die Firma spricht von 140 Tonnen Fisch, die Feuerwehr von 260."),
        ("es", "La empresa habla de 140 toneladas de peces y los bomberos de 260."),
        ("it", "L'azienda parla di 140 tonnellate di pesci, i pompieri di 260."),
        ("pt", "A empresa fala em 140 toneladas de peixe, os bombeiros em 260."),
    ],
)
def test_the_number_of_another_side_is_of_the_same(language: str, text: str) -> None:
    assert read(text, language) == [("fish", 140.0, "t"), ("fish", 260.0, "t")]


@pytest.mark.parametrize(
    "text",
    [
        "The firm speaks of 140 tonnes of dead fish and of 260.",
        "The firm speaks of 140 tonnes of dead fish and crews of 260 men.",
        "The firm bought boats of 140 tonnes of fish and crews of 260.",
        "The firm speaks of 140 tonnes of dead fish, at 2,900 the quay is full of 260.",
        "The firm speaks of 140 tonnes of dead fish and scientists of 26,000.",
    ],
)
def test_a_number_that_says_something_else_is_not(text: str) -> None:
    assert [low for attribute, low, _ in read(text, "en") if attribute == "fish"] == [140.0]


def test_a_sentence_that_says_only_who_counts_how_many_counts_things_too() -> None:
    english = "Across the region 900 jobs will go, says Carron. Unions say 1,400."
    german = "In der Region fallen 900 Stellen weg, sagt Carron. Gewerkschafter rechnen mit 1.400."
    assert ("job", 1400.0, "thing") in read(german, "de")
    assert ("job", 1400.0, "thing") in read(english, "en")
