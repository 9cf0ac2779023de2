"""Values of like clauses are set against each other where no table knows that they count one thing."""

from __future__ import annotations

import pytest

from recoupe import pipeline
from recoupe.claims.article import nounless, untold
from recoupe.claims.article.ground import scene
from recoupe.model import Finding, Reading
from tests.claims.helpers import article

FRENCH = "Quelque 4 000 voyageurs sont remontés du métro de Varnholt à la place Orlova, par le tunnel central."
PORTUGUESE = "Ao todo 2500 pessoas subiram do metro de Varnholt à praça Orlova, pela galeria central."


def differing(*texts: tuple[str, str]) -> list[Finding]:
    pages = [
        article(text, f"a{n}", language=language, title=text.split(",")[0]) for n, (language, text) in enumerate(texts)
    ]
    built = pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages])
    return [f for f in built.findings if f.status == "disputed"]


def test_words_alike_in_two_languages_bring_two_counts_together() -> None:
    (found,) = differing(("fr", FRENCH), ("pt", PORTUGUESE))
    assert found.attribute == "passenger"
    assert sorted(str(v.display) for v in found.values) == ["2500 pessoas", "Quelque 4 000 voyageurs"]


def test_what_one_article_prints_side_by_side_is_two_things() -> None:
    both = f"{FRENCH} Plus tard, 2500 personnes ont dormi dans les gares de Varnholt."
    assert differing(("fr", both), ("pt", PORTUGUESE)) == []


def test_a_moment_told_by_other_verbs() -> None:
    french = "À 18 h 49, l'archevêque Mateo Irigoyen est apparu au balcon du palais synodal de Varnholt."
    spanish = "A las 18.55 el arzobispo Mateo Irigoyen se asomaba al balcón del palacio sinodal de Varnholt."
    (found,) = differing(("fr", french), ("es", spanish))
    assert found.unit == "instant"


def test_whole_hours_apart_without_zones_are_two_clocks() -> None:
    french = "À 18 h 49, l'archevêque Mateo Irigoyen est apparu au balcon du palais synodal de Varnholt."
    spanish = "A las 19.49 el arzobispo Mateo Irigoyen se asomaba al balcón del palacio sinodal de Varnholt."
    assert differing(("fr", french), ("es", spanish)) == []


def test_another_year_and_another_person_are_other_things() -> None:
    other = "Il y a deux ans, 2500 voyageurs sont remontés du métro de Varnholt à la place Orlova."
    assert differing(("fr", FRENCH), ("fr", other)) == []
    ages = "Le conducteur Karim Delval, 41 ans, a été blessé dans le tunnel du métro de Varnholt."
    others = "Le machiniste Hugo Lestrade, 44 ans, a été blessé dans le tunnel du métro de Varnholt."
    assert differing(("fr", ages), ("fr", others)) == []


def test_counts_beside_other_names_are_of_other_things() -> None:
    one = "Hugo Delval scored 14 baskets from behind the line before the break, a record of the harbour club."
    other = "Before the break {} had scored 15 baskets from behind the line, a record of the harbour club."
    assert [f.attribute for f in differing(("en", one), ("en", other.format("Hugo Delval")))] == ["en:basket"]
    assert differing(("en", one), ("en", other.format("Karim Lestrade"))) == []


NOTEBOOK = (
    ("fr", "Magdalena Ostrowicz a rempli le cahier en 1971 à Varnholt, quand elle était jeune physicienne."),
    ("en", "Magdalena Ostrowicz filled the notebook in 1971 in Varnholt, when she was a young physicist."),
    ("es", "Magdalena Ostrowicz rellenó el cuaderno en 1972 en Varnholt, cuando era una joven física."),
)


def test_years_of_which_nothing_is_known() -> None:
    (found,) = differing(*NOTEBOOK)
    assert "Magdalena Ostrowicz" in found.scope
    assert [(v.low, len(v.support)) for v in found.values][1] == ("1972-01-01T00:00:00", 1)


def test_years_that_name_nobody_in_common_are_many() -> None:
    assert differing(("fr", "Le cahier a été rempli en 1971 au dépôt."), ("fr", "Le cahier fut rempli en 1972.")) == []


def test_years_beside_other_nouns_are_of_two_things() -> None:
    """The first years name the people of the second ones, and another deed."""
    one = "The move would please Halvorsen, whose 2019 takeover of the Orle shipyard Melnik has never accepted."
    other = "A 2022 statute bars Halvorsen from all seats Melnik has held since the takeover of the Orle shipyard."
    assert [f for f in differing(("en", one), ("en", other)) if f.unit == "year"] == []
    again = "Melnik has never forgiven Halvorsen the 2021 takeover of the Orle shipyard."
    assert [f.unit for f in differing(("en", one), ("en", again))] == ["year"]


def test_one_article_of_many_may_print_the_wrong_year_to_correct_it() -> None:
    corrects = ("it", "Magdalena Ostrowicz scrisse il quaderno nel 1971 a Varnholt; il 1972 che gira è un errore.")
    (found,) = differing(*NOTEBOOK, corrects, (NOTEBOOK[0][0], NOTEBOOK[0][1].replace("jeune", "toute jeune")))
    assert found.unit == "year"


def test_a_time_limit_told_in_two_lengths() -> None:
    limit = "An election to replace president Ramiro Orlova in Varnholt must be held within {} days, the court said."
    (found,) = differing(("en", limit.format(60)), ("en", limit.format(90).replace("must be", "has to be")))
    assert [v.low for v in found.values] == [60 * 86400.0, 90 * 86400.0]


def test_lengths_almost_the_same_are_rounded() -> None:
    band = "The Paper Lanterns were {} minutes into their set in Varnholt, said guitarist Callum Frith."
    assert differing(("en", band.format("45")), ("en", band.format("47").replace("set", "show"))) == []


def test_the_day_of_an_agency_s_line_and_the_ends_of_a_range_are_no_days_of_anything() -> None:
    line = "VARNHOLT, 17 juin - Les foyers d'Orlova ont été privés de courant, dit l'institut Castel de Varnholt."
    span = "L'institut Castel de Varnholt publie ses chiffres du 12 au 18 juin : les foyers d'Orlova privés de courant."
    assert differing(("fr", line), ("fr", span)) == []


def test_everyday_words_of_two_languages_bring_two_values_together() -> None:
    english = (
        "Firefighters searched the flooded cellars of the school for 14 hours before they gave up, the mayor said."
    )
    german = "Neun Stunden lang durchsuchten Feuerwehrleute die überfluteten Keller der Schule, dann gaben sie auf."
    assert [v.low for (f,) in (differing(("en", english), ("de", german)),) for v in f.values] == [32400.0, 50400.0]


def test_a_part_told_by_nationality_is_not_the_whole() -> None:
    whole = "Police made 63 arrests around the Varnholt stadium on the night of the Orlova final, the prefect said."
    part = "Police arrested 41 Italians around the Varnholt stadium on the night of the Orlova final, the prefect said."
    assert differing(("en", whole), ("en", part)) == []


def test_months_of_one_thing() -> None:
    french = (
        "Le pont suspendu de Varnholt sera livré en mars 2031 par le groupe Castel, selon l'architecte Ilse Brandt."
    )
    spanish = (
        "El grupo Castel entregará en mayo de 2031 el puente colgante de Varnholt, según la arquitecta Ilse Brandt."
    )
    (found,) = differing(("fr", french), ("es", spanish))
    assert [v.low for v in found.values] == ["2031-03-01T00:00:00", "2031-05-01T00:00:00"]


def test_a_day_told_with_a_foreign_clock_is_that_zone_s_day() -> None:
    abroad = "O vulcão Orlova entrou em erupção às 19h18 de segunda-feira, 9 de junho, no horário de Brasília."
    there = "Le volcan Orlova est entré en éruption mardi 10 juin au matin, selon l'institut Castel."
    assert differing(("pt", abroad), ("fr", there)) == []


def test_a_great_number_without_a_noun_counts_what_the_other_sentence_names() -> None:
    french = (
        "Des comprimés d'iode, 12 000 au total, ont été remis aux familles de Varnholt, dit le préfet Karim Delval."
    )
    german = "20.000 Jodtabletten wurden in Varnholt an Familien ausgegeben, sagte der Präfekt Karim Delval."
    (found,) = differing(("fr", french), ("de", german))
    assert {v.display: v.low for v in found.values} == {"12 000": 12000.0, "20.000 Jodtabletten": 20000.0}
    assert found.unit == "thing"


def test_years_phone_numbers_and_codes_are_no_great_numbers() -> None:
    french = "Rappel du modèle T-1400 en 1998 : appelez Varnholt au 04 72 10 30 30, dit le préfet Karim Delval."
    german = "1500 Modelle ruft Varnholt nach 1998 zurück, sagte der Präfekt Karim Delval."
    assert differing(("fr", french), ("de", german)) == []


def test_ranks_with_the_word_behind_them() -> None:
    english = "Mateo Irigoyen was chosen as archbishop of Varnholt on the fourth ballot, church officials said."
    french = "Mateo Irigoyen a été choisi comme archevêque de Varnholt au cinquième tour, selon des prélats."
    (found,) = differing(("en", english), ("fr", french))
    assert (found.attribute, found.unit) == ("rank", "rank")
    assert [v.display for v in found.values] == ["fourth ballot", "cinquième tour"]
    assert differing(("en", english.replace("the fourth", "a fourth")), ("fr", french)) == []


def test_far_apart_counts_need_sentences_that_are_clearly_alike() -> None:
    english = (
        "A total of 64 domestic flights were cancelled at Varnholt because of the ash of Orlova, the airport said."
    )
    german = "Wegen der Asche des Orlova wurden in Varnholt 118 Inlandsflüge gestrichen, sagte der Flughafen."
    assert len(differing(("en", english), ("de", german))) == 1
    other = "Das Museum in Varnholt zeigt seit gestern 118 Bilder aus der Sammlung eines Malers."
    assert differing(("en", english), ("de", other)) == []


def test_long_lengths_need_them_too() -> None:
    english = "The Varnholt rescue programme will run for three years, minister Ilse Brandt said after the Castel vote."
    german = (
        "Das Rettungsprogramm für Varnholt läuft vier Jahre, sagte Ministerin Ilse Brandt nach der Castel-Abstimmung."
    )
    (found,) = differing(("en", english), ("de", german))
    assert found.unit == "second"


def test_two_months_are_sixty_days() -> None:
    days = "The truce in Varnholt is to last 60 days and can be extended, mediator Ilse Brandt said in Orlova."
    months = (
        "La trêve de Varnholt doit durer deux mois et peut être prolongée, a dit la médiatrice Ilse Brandt à Orlova."
    )
    assert differing(("en", days), ("fr", months)) == []


def agreed(*texts: tuple[str, str]) -> list[Finding]:
    pages = [
        article(text, f"a{n}", language=language, title=text.split(",")[0]) for n, (language, text) in enumerate(texts)
    ]
    built = pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages])
    return [f for f in built.findings if f.status == "agreed" and f.attribute not in ("statement", "place", "figure")]


def test_what_like_sentences_tell_alike_is_agreed() -> None:
    german = "Er hatte die Kirche von Varnholt 16 Jahre lang geführt, der Vorgänger, Leander Orlova."
    english = "His predecessor, Leander Orlova, had led the Church of Varnholt for sixteen years, officials said."
    (found,) = agreed(
        ("de", f"{german} Am Abend regnete es in den Bergen, und viele Pilger suchten Schutz unter den Arkaden."),
        ("en", f"Bells rang over the lake as shopkeepers took down their shutters. {english}"),
    )
    assert [s.exact for s in found.values[0].support] == ["16 Jahre lang", "sixteen years"]


def test_the_same_value_in_other_sentences_is_not() -> None:
    german = "Er hatte die Kirche von Varnholt 16 Jahre lang geführt, der Vorgänger, Leander Orlova."
    english = "The bridge was closed for sixteen years after the flood, engineers in the north said."
    assert agreed(("de", german), ("en", english)) == []


def test_according_to_is_no_rank() -> None:
    portuguese = "Segundo a prefeitura de Varnholt, havia 45 mil pessoas na praça Orlova."
    italian = "In piazza Orlova, secondo la prefettura di Varnholt, 45 mila persone."
    assert not any(f.attribute == "rank" for f in agreed(("pt", portuguese), ("it", italian)))


def test_steps_of_a_scale() -> None:
    german = "Am Orlova galt am Morgen Lawinenwarnstufe vier von fünf, sagte der Bergdienst von Varnholt."
    english = "The avalanche danger on Orlova that morning stood at three out of five, the Varnholt patrol said."
    (found,) = differing(("de", german), ("en", english))
    assert (found.attribute, found.unit) == ("level", "level")
    assert [v.display for v in found.values] == ["three out of five", "Lawinenwarnstufe vier von fünf"]
    share = "On Orlova three out of five skiers wore a helmet that morning, the Varnholt patrol said of the danger."
    assert not any(f.unit == "level" for f in differing(("de", german), ("en", share)))


def test_two_of_what_another_counts_three_of() -> None:
    french = "Dans la nuit, l'ancre de l'Orsa Orlova a coupé deux câbles de données au fond du détroit de Varnholt."
    german = "Drei Datenkabel am Grund der Meerenge von Varnholt soll der Anker der Orsa Orlova zertrennt haben."
    (found,) = differing(("fr", french), ("de", german))
    assert [v.low for v in found.values] == [2.0, 3.0]


def test_a_month_of_the_year_before() -> None:
    english = "The Varnholt dam was last fully inspected in November 2023, the operator Hidrorlova said on its site."
    german = "Zuletzt vollständig geprüft wurde der Damm von Varnholt im November 2022, so der Betreiber Hidrorlova."
    (found,) = differing(("en", english), ("de", german))
    assert [v.low for v in found.values] == ["2022-11-01T00:00:00", "2023-11-01T00:00:00"]


def test_a_year_that_a_statement_shows_is_not_shown_again() -> None:
    french = "En 2019, un autre ferry de la compagnie Orlova avait fait neuf morts au large de Varnholt."
    spanish = "En 2019, otro ferry de la compañía Orlova dejó nueve muertos cerca de Varnholt."
    more = "La mer était calme ce jour-là, et le port n'avait donné aucune alerte aux équipages."
    told = agreed(("fr", f"{french} {more}"), ("es", f"Los vecinos encendieron velas en el muelle. {spanish}"))
    assert not any(f.unit == "year" for f in told)


def test_who_is_to_be_mayor_has_an_age_today() -> None:
    french = "Marisol Orlova, 44 ans, sénatrice, sera la première femme à diriger Varnholt."
    italian = "Marisol Orlova, 46 anni, senatrice, non ha nessuna intenzione di arrendersi a Varnholt."
    (found,) = differing(("fr", french), ("it", italian))
    assert (found.attribute, [v.low for v in found.values]) == ("age", [44.0, 46.0])


def test_days_to_come_may_lie_weeks_apart() -> None:
    french = (
        "Le nouveau maire de Varnholt doit prêter serment le 5 juin dans la halle Orlova, selon la greffière Koenig."
    )
    german = "Der neue Bürgermeister von Varnholt soll am 20. Juni in der Orlova-Halle vereidigt werden, so Koenig."
    (found,) = differing(("fr", french), ("de", german))
    assert [str(v.low)[:10] for v in found.values] == ["2031-06-05", "2031-06-20"]


def test_terms_are_compared_whether_to_come_or_done() -> None:
    french = "L'acier au-delà d'un quota de 2,6 millions de tonnes paie 40 % de droits, selon l'accord de Varnholt."
    english = "Steel beyond a quota of 2.6 million tonnes will attract 50 per cent under the Varnholt agreement."
    (found,) = differing(("fr", french), ("en", english))
    assert found.unit == "%"


def test_two_firsts_are_two_things() -> None:
    these_two = "It was the first meeting in Varnholt of presidents Irigoyen and Palmera in six years."
    visit = "It was the first visit of president Palmera to Varnholt, with president Irigoyen, in nearly a decade."
    assert differing(("en", these_two), ("en", visit)) == []
    since = "The presidents Irigoyen and Palmera met in Varnholt for the first time since 2019."
    assert differing(("en", since), ("en", since.replace("2019", "the great offensive of 2022"))) == []


def test_ranks_of_two_nouns_and_days_in_a_row_are_nothing_to_compare() -> None:
    third = "Mateo Irigoyen became the third bishop dismissed by the Varnholt synod this season, officials said."
    fifth = "Mateo Irigoyen became the fifth coach dismissed by the Varnholt synod this season, officials said."
    assert differing(("en", third), ("en", fifth)) == []
    assert len(differing(("en", third), ("en", fifth.replace("coach", "bishop")))) == 1
    sixth = "Protesters filled Orlova square in Varnholt for the sixth straight day over the synod's ruling."
    assert differing(("en", sixth), ("en", sixth.replace("sixth", "eighth"))) == []


def test_two_nouns_of_one_language_are_two_things() -> None:
    carries = "Mateo Irigoyen finished the Varnholt season with 404 yards on 106 gallops, the club said."
    catches = "Mateo Irigoyen finished the Varnholt season with 404 yards on 112 snatches, the club said."
    assert differing(("en", carries), ("en", catches)) == []
    assert len(differing(("en", carries), ("en", catches.replace("snatches", "gallops")))) == 1


def test_many_work_for_years_in_one_place() -> None:
    one = "Mateo Irigoyen has worked in the dough room of the flour plant for nearly 30 years."
    other = "Ilse Brandt has worked in the dough room of the flour plant for 37 years."
    assert [f for f in differing(("en", one), ("en", other)) if f.unit == "second"] == []
    same = other.replace("Ilse Brandt", "Mateo Irigoyen")
    assert len([f for f in differing(("en", one), ("en", same)) if f.unit == "second"]) == 1


def test_nouns_no_table_knows_are_one_where_they_begin_alike_in_two_languages() -> None:
    told = [
        ("fr", "Le ministre Orlan a promis une enveloppe de 180 millions de talars aux éleveurs de Varnholt."),
        ("en", "Farmers of Varnholt are to share 180 million talars, said the minister Orlan in parliament."),
        ("it", "Agli allevatori di Varnholt andranno 180 milioni di talari, dice il ministro Orlan."),
    ]
    (found,) = [f for f in agreed(*told) if "talar" in f.attribute]
    assert {s.exact for v in found.values for s in v.support} >= {"180 millions de talars", "180 milioni di talari"}


def test_a_share_with_a_bound_is_told() -> None:
    page = article("The data authority can impose on the insurer a fine of up to 4% of its turnover.", language="en")
    ground = scene.build(page, pipeline.annotate(page), {}, {})
    assert [(c.unit, c.low, c.high) for c in untold.find(ground, [])] == [("%", 4.0, 4.0)]


def test_a_noun_of_the_tables_is_not_another_noun_of_its_language() -> None:
    torn = "The storm over Varnholt tore the roofs off {} on the northern bank of the Orle canal, the mayor said."
    assert differing(("en", torn.format("34 boats")), ("en", torn.format("39 gables"))) == []
    assert len(differing(("en", torn.format("34 boats")), ("en", torn.format("39 boats")))) == 1


def test_the_first_and_the_last_minutes_are_two_ends_of_one_time() -> None:
    band = "The Paper Lanterns played on in the dark in Varnholt for {} minutes, said guitarist Callum Frith."
    pages = [("en", band.format("their last 10")), ("en", band.format("their first 20").replace("dark", "rain"))]
    assert differing(*pages) == []
    plain = [(language, text.replace("their last ", "").replace("their first ", "")) for language, text in pages]
    assert differing(*plain)


def test_passengers_beside_their_crew_are_not_all_on_board() -> None:
    few = "Le bac de Varnholt à Orlova emportait {} passagers{} quand il a heurté la pile centrale du tunnel."
    all_ = "O barco de Varnholt para Orlova levava 190 pessoas quando bateu no pilar central do túnel."
    assert differing(("fr", few.format(142, "")), ("pt", all_))
    assert differing(("fr", few.format(142, " et six membres d'équipage")), ("pt", all_)) == []


def test_days_of_clauses_that_share_nothing_but_a_name_are_of_two_things() -> None:
    first = "Des chars ont roulé vers le palais du président Mateo Irigoyen le 16 juin."
    other = "Le président Mateo Irigoyen n'excluait pas une amnistie le 17 juin."
    assert differing(("fr", first), ("fr", other)) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("The market is held on the third Tuesday of May.", "en"), ("le troisième mardi du mois", "fr")],
)
def test_a_weekday_has_no_rank(text: str, language: str) -> None:
    assert [n.kind for n in nounless.find(text, language, ())] == []


def test_one_word_in_common_does_not_tell_what_two_lengths_are_of() -> None:
    stopped = "The ferry office says the ticket machines are working as usual after a stop of 40 minutes."
    early = "Bakers in Varnholt opened an hour earlier than usual for the harbour feast."
    assert differing(("en", stopped), ("en", early)) == []
    again = "The ticket machines of the ferry office stood still for 55 minutes before they were working as usual."
    assert [f.unit for f in differing(("en", stopped), ("en", again))] == ["second"]


def test_a_length_of_nothing_known_is_no_height() -> None:
    high = "The concrete ramp of the Orlova spillway near Varnholt is 74 metres high and was torn away on Wednesday."
    broken = "Some 60 metres of concrete of the Orlova dam's spillway ramp near Varnholt were torn away on Wednesday."
    assert differing(("en", high), ("en", broken)) == []
