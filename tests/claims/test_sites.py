"""What every place and day has its own of: the staff of two plants, the marchers of two days."""

from __future__ import annotations

import msgspec
import pytest

from recoupe import claims, names, pipeline
from recoupe.model import Claim, Finding
from tests.claims.helpers import alone, article


def findings(*pages: tuple[str, str, str]) -> list[Finding]:
    """Return what is not lone on invented pages: their language, their day, their text."""
    made = [
        msgspec.structs.replace(article(text, f"a{n}", language=language), published=f"{day}T20:00:00+02:00")
        for n, (language, day, text) in enumerate(pages)
    ]
    read = {p.id: pipeline.annotate(p) for p in made}
    linked = names.link([(p.id, names.known(read[p.id].names)) for p in made])
    called = {e.id: e.name for e in linked.entities}
    told = [c for p in made for c in claims.find(p, read[p.id], linked.by_article.get(p.id, {}), called)]
    return [f for f in claims.compare(told, made, alone) if f.status != "alone"]


def counted(found: list[Finding], attribute: str) -> list[tuple[str, list[float | str | None]]]:
    return sorted((f.scope, sorted(v.low for v in f.values)) for f in found if f.attribute == attribute)  # type: ignore[type-var]


DAY = "2031-05-08"
ORVANNE = ("en", DAY, "The carmaker Daltec will close two plants. The plant in Orvanne employs 1,840 people.")
HOLM = ("de", DAY, "Der Autobauer Daltec schließt zwei Werke. In Holmstadt sind 1.620 Menschen beschäftigt.")
SAME = ("fr", DAY, "Le constructeur Daltec ferme deux usines. À Orvanne, l'usine emploie 1 900 personnes.")
UNNAMED = ("it", DAY, "La casa automobilistica Daltec chiude. Lo stabilimento impiega 1.840 persone.")
STILL = ("es", DAY, "La empresa Daltec cierra dos plantas. En Holmstadt trabajan 1.620 personas.")


def test_the_staff_of_two_plants_are_two_counts() -> None:
    assert counted(findings(ORVANNE, STILL), "employee") == []
    assert counted(findings(ORVANNE, HOLM, STILL), "employee") == [("Holmstadt", [1620.0])]


def test_the_staff_of_one_plant_is_disputed_under_its_name() -> None:
    found = counted(findings(ORVANNE, HOLM, SAME, STILL), "employee")
    assert found == [("Holmstadt", [1620.0]), ("Orvanne", [1840.0, 1900.0])]


def test_a_plant_not_named_is_the_one_that_has_its_number() -> None:
    found = [f for f in findings(ORVANNE, HOLM, STILL, UNNAMED) if f.scope == "Orvanne"]
    assert [f.status for f in found] == ["agreed"]


def test_of_one_place_a_count_that_names_none_is_meant() -> None:
    other = ("it", DAY, "La casa automobilistica Daltec chiude. Lo stabilimento impiega 1.900 persone.")
    assert counted(findings(ORVANNE, other), "employee") == [("", [1840.0, 1900.0])]


THURSDAY = "On Thursday thousands marched. At 11 a.m. 2,500 people marched to the town hall, according to the union."
SATURDAY = "Le samedi 10 mai, la ville a défilé. Les organisateurs ont compté 3 600 manifestants."
AGAIN = "On Saturday 10 May the town marched. The police counted 2,900 protesters."


def test_the_marchers_of_two_days_are_two_crowds() -> None:
    thursday, saturday = ("en", "2031-05-08", THURSDAY), ("fr", "2031-05-10", SATURDAY)
    assert counted(findings(thursday, saturday), "protester") == []
    found = counted(findings(thursday, saturday, ("en", "2031-05-11", AGAIN)), "protester")
    assert found == [("2031-05-10", [2900.0, 3600.0])]


def test_nobody_counted_a_crowd_before_it_came() -> None:
    before = ("en", "2031-05-08", "The town protests. Some 2,900 protesters marched to the town hall, police said.")
    assert counted(findings(before, ("fr", "2031-05-10", SATURDAY)), "protester") == []
    after = ("en", "2031-05-11", before[2])
    assert counted(findings(after, ("fr", "2031-05-10", SATURDAY)), "protester") != []


def told(text: str, language: str) -> list[Claim]:
    page = article(text, language=language, title="News of the day")
    return claims.find(page, pipeline.annotate(page), {})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The maker is Carrona. Carrona runs three works and employs 740 people."),
        ("en", "A bid for Carrona. Founded in 1874, Carrona runs works in seven countries and employs 740 people."),
        ("fr", "Une offre sur Carrona. Né en 1874, Carrona exploite trois usines et emploie 740 salariés."),
        ("fr", "Sur les 740 salariés de Carrona, beaucoup attendent."),
        ("de", "Die 740 Beschäftigten von Carrona warten."),
        ("es", "Los 740 empleados de Carrona esperan."),
        ("it", "I 740 dipendenti di Carrona aspettano."),
        ("pt", "Os 740 funcionários da Carrona esperam."),
        ("en", "Carrona's 740 employees are waiting."),
    ],
)
def test_staff_are_those_of_whom_they_work_for(language: str, text: str) -> None:
    (claim,) = [c for c in told(text, language) if c.low == 740]
    assert (claim.attribute, claim.scope) == ("employee", ("at:carrona",))


def test_the_first_word_of_a_sentence_employs_nobody() -> None:
    (claim,) = [c for c in told("Furnaces run day and night there, and it employs 740 people.", "en") if c.low == 740]
    assert (claim.attribute, claim.scope) == ("employee", ())


def test_a_plan_dates_no_staff() -> None:
    (claim,) = [c for c in told("Production at Orvanne (1,840 staff) will end in 2033.", "en") if c.low == 1840]
    assert (claim.attribute, claim.scope) == ("employee", ("at:orvanne",))


@pytest.mark.parametrize(
    ("attribute", "language", "text"),
    [
        ("deployed", "fr", "4 000 hommes seront déployés dans la ville."),
        ("deployed", "de", "4000 Sicherheitskräfte waren im Einsatz."),
        ("deployed", "de", "4000 Polizisten riegelten die Stadt ab."),
        ("deployed", "fr", "La ville avait été quadrillée par 4 000 policiers et soldats."),
        ("soldier", "es", "El Ejército ha desplegado 4.000 efectivos."),
        ("soldier", "fr", "L'armée a déployé 4 000 hommes."),
        ("employee", "en", "It makes gearboxes in Orvanne, where 4,000 people work."),
        ("employee", "it", "A Orvanne lavorano 4.000 persone."),
        ("intruder", "en", "Some 4,000 people got inside the palace."),
        ("intruder", "fr", "Environ 4 000 personnes ont pénétré dans le palais."),
        ("intruder", "de", "Rund 4000 Menschen drangen in das Gebäude ein."),
        ("contact", "de", "4000 Kontaktpersonen werden beobachtet."),
        ("contact", "fr", "Les autorités suivent 4 000 personnes qui l'ont côtoyé."),
        ("contact", "pt", "As autoridades acompanham 4 mil contatos do doente."),
        ("farm", "fr", "4 000 exploitations sont touchées."),
        ("farm", "en", "The virus was found on 4,000 holdings."),
        ("treated", "fr", "Les ambulanciers ont traité 4 000 personnes."),
        ("hospitalised", "en", "In all, 4,000 injured were admitted to hospitals."),
        ("hospitalised", "it", "In tutto 4.000 feriti sono finiti in ospedale."),
        ("hospitalised", "pt", "Ao todo, 4.000 pessoas deram entrada no hospital."),
        ("without power", "de", "4000 Häuser waren vom Stromnetz abgeschnitten."),
        ("arrest", "it", "4.000 persone sono in stato di fermo."),
        ("BTC", "es", "Pidieron 4.000 bitcoins."),
        ("deployed", "en", "Some 4,000 officers took part."),
        ("affected", "en", "About 4,000 investors are affected."),
        ("affected", "fr", "4 000 épargnants sont touchés."),
        ("ingot", "en", "The thieves took 4,000 gold bars."),
        ("ingot", "it", "I ladri hanno portato via 4.000 lingotti d'oro."),
        ("rescuer", "en", "Some 4,000 people are taking part in the search."),
        ("rescuer", "fr", "4 000 personnes participent aux recherches."),
        ("rescuer", "it", "4.000 uomini sono impegnati nelle ricerche."),
        ("displaced", "pt", "4.000 pessoas tiveram de sair de casa."),
        ("displaced", "it", "4.000 persone hanno dovuto lasciare le case."),
        ("job", "de", "4000 Stellen fallen weg."),
        ("attended", "en", "Some 4,000 people filled the square."),
        ("spectator", "es", "4.000 simpatizantes llenaron la plaza."),
        ("deployed", "de", "4000 Ermittler waren im Einsatz."),
        ("ransom", "en", "The hackers broke in and later demanded 4,000 euros."),
    ],
)
def test_what_people_did_or_what_befell_them_has_one_name(attribute: str, language: str, text: str) -> None:
    (claim,) = [c for c in told(text, language) if 3000 < (c.low or 0) < 4500]
    assert claim.attribute == attribute


PER_DAY = [
    ("en", "The line carries 260,000 passengers on a working day."),
    ("fr", "La ligne transporte 260 000 voyageurs les jours ouvrables."),
    ("de", "Die Linie befördert werktags 260.000 Fahrgäste."),
    ("es", "La línea lleva a 260.000 pasajeros los días laborables."),
    ("it", "La linea trasporta 260.000 passeggeri nei giorni feriali."),
    ("pt", "A linha transporta 260 mil passageiros nos dias úteis."),
]


@pytest.mark.parametrize(("language", "text"), PER_DAY)
def test_a_working_day_makes_a_rate(language: str, text: str) -> None:
    (claim,) = [c for c in told(text, language) if c.rule == "count"]
    assert (claim.attribute, claim.scope) == ("passenger", ("period:day",))


def test_a_ban_that_lasts_a_month_makes_no_rate() -> None:
    claims_ = [c for c in told("She found 160,000 euros for farmers and a month-long ban.", "en") if c.unit == "EUR"]
    assert [c.scope for c in claims_] == [()]


def test_homes_without_power_are_counted_as_people_without_it() -> None:
    one, other = told("Some 14,000 homes were without power. Later 12,000 customers lost power.", "en")
    assert (one.attribute, one.unit) == (other.attribute, other.unit) == ("without power", "person")


def test_few_are_told_to_the_last_where_they_make_the_event() -> None:
    assert [c.low for c in told("Zwei Fabriken werden geschlossen.", "de")] == [2]
    assert told("Deux présidents se sont rencontrés.", "fr") == []


def test_money_of_an_invented_country_is_one_in_every_language() -> None:
    found = findings(
        ("en", DAY, "The cabinet gave farmers 180 million dranks in aid."),
        ("fr", DAY, "Le gouvernement débloque 180 millions de dranks pour les fermes."),
        ("it", DAY, "Agli allevatori andranno 180 milioni di dranki."),
    )
    assert [len(v.support) for f in found for v in f.values] == [3]


@pytest.mark.parametrize(
    ("attribute", "first", "other"),
    [
        ("customer", "The exchange has 340,000 customers.", "Ses 340 000 utilisateurs attendent."),
        ("job", "The firm cuts 7,400 jobs.", "7 400 salariés perdront leur emploi."),
        ("attended", "In all, 31,000 people attended.", "31 000 partisans ont rempli la place."),
        ("thief", "Eleven robbers held up the van.", "Onze hommes armés ont braqué le fourgon."),
    ],
)
def test_a_story_has_one_word_for_those_it_counts(attribute: str, first: str, other: str) -> None:
    found = findings(("en", DAY, first), ("en", "2031-05-07", first), ("fr", DAY, other))
    assert [(f.attribute, len(f.values[0].support)) for f in found] == [(attribute, 3)]


def test_those_deployed_in_a_disaster_are_rescuers() -> None:
    page = article("Un tremblement de terre a secoué la ville. Les 4 000 sauveteurs sont mobilisés.", language="fr")
    (claim,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if 3000 < (c.low or 0) < 4500]
    assert claim.attribute == "rescuer"


def test_those_held_after_a_protest_are_under_arrest() -> None:
    page = article("Police broke up a protest in the capital. Some 4,000 people were being held.", title="Protest")
    (claim,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if 3000 < (c.low or 0) < 4500]
    assert claim.attribute == "arrest"


def test_what_two_sides_hold_is_of_one_thing() -> None:
    text = (
        "À 11 heures, le cortège s'est ébranlé vers l'hôtel de ville de la petite cité ouvrière : "
        "2 500 personnes selon le syndicat, 900 selon la police."
    )
    assert [c.attribute for c in told(text, "fr") if c.rule == "count"] == ["protester", "protester"]


def test_the_beasts_of_a_cull_are_its_birds() -> None:
    birds = "Some 385,000 birds were dealt with by Tuesday evening, the chief vet said."
    again = "By Tuesday evening some 385,000 birds had been dealt with."
    found = findings(
        ("en", DAY, birds), ("fr", DAY, "Quelque 412 000 bêtes ont été abattues."), ("en", "2031-05-07", again)
    )
    assert [f.attribute for f in found if len(f.values) > 1] == ["bird"]
