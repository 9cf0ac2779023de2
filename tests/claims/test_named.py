"""What articles say alike of names: who holds which post, what a thing is called, where it happened, who was there."""

from __future__ import annotations

import msgspec
import pytest

from recoupe import pipeline
from recoupe.claims import named, told
from recoupe.model import Annotated, Article, Finding, Name, Quote
from tests.claims.helpers import alone, article, at, mentions, name, time


def found(*pages: tuple[Article, Annotated], independent: object = alone) -> list[Finding]:
    read = {a.id: told(a, m, {}, {}) for a, m in pages}
    opened = [read[a.id].opened for a, _ in pages]
    facts = {id_: one.facts for id_, one in read.items()}
    return named([a for a, _ in pages], facts, {}, opened, independent)  # type: ignore[arg-type]


def lines(*pages: tuple[Article, Annotated]) -> set[tuple[str, str, str]]:
    return {(f.attribute, f.scope, f.values[0].display) for f in found(*pages)}


def page(id_: str, language: str, text: str, *people: str) -> tuple[Article, Annotated]:
    return article(text, id_, language=language), mentions(*(name(text, p) for p in people))


HOLDERS = {
    "en": "Prime Minister Olga Brandt will not resign.",
    "fr": "La première ministre Olga Brandt ne démissionnera pas.",
    "es": "La primera ministra, Olga Brandt, no dimitirá.",
    "de": "Regierungschefin Olga Brandt bleibt im Amt.",
    "it": "Olga Brandt, premier, non lascia.",
    "pt": "A primeira-ministra Olga Brandt fica no cargo.",
    "nl": "Premier Olga Brandt stapt niet op.",
}


@pytest.mark.parametrize("code", sorted(set(HOLDERS) - {"en"}))
def test_a_post_is_one_line_in_two_languages(code: str) -> None:
    pages = [page(c, c, HOLDERS[c], "Olga Brandt") for c in ("en", code)]
    (line,) = found(*pages)
    assert (line.attribute, line.status, line.values[0].display) == ("post:prime minister", "agreed", "Olga Brandt")
    assert {s.article for s in line.values[0].support} == {"en", code}
    texts = {a.id: a.text for a, _ in pages}
    assert all(texts[s.article][s.start : s.end] == s.exact for s in line.values[0].support)


def test_one_origin_makes_no_fact() -> None:
    pages = [page(c, c, HOLDERS[c], "Olga Brandt") for c in ("en", "fr")]
    assert found(*pages, independent=lambda ids: (1, len(set(ids)))) == []


def test_who_held_a_post_before_is_told_so() -> None:
    a = page("a", "en", "The former president Ivo Maran was sentenced.", "Ivo Maran")
    b = page("b", "fr", "L'ancien président Ivo Maran a été condamné.", "Ivo Maran")
    assert lines(a, b) == {("post:president", "former", "Ivo Maran")}


def test_somebody_s_lawyer_is_not_that_somebody() -> None:
    a = page("a", "en", "The lawyer of Ivo Maran spoke.", "Ivo Maran")
    b = page("b", "fr", "L'avocat d'Ivo Maran a parlé.", "Ivo Maran")
    c = page("c", "en", "Behind Ivo Maran, the president said nothing.", "Ivo Maran")
    d = page("d", "en", "With Ivo Maran, President Olga Brandt left.", "Ivo Maran", "Olga Brandt")
    assert lines(a, b, c, d) == set()


def test_quoted_words_are_their_speaker_s() -> None:
    text = 'He said: "President Ivo Maran lied to us all."'
    span = (text.index("President"), len(text) - 1)
    quote = Quote(content=(span,), kind="direct")
    pages = [(article(text, id_), Annotated(names=(name(text, "Ivo Maran"),), quotes=(quote,))) for id_ in ("a", "b")]
    assert found(*pages) == []


def test_two_holders_of_one_post_are_told_apart_by_nation() -> None:
    pages = [
        page("a", "en", "The Italian president Carla Neri met Austrian president Jan Holl.", "Carla Neri", "Jan Holl"),
        page("b", "de", "Der italienische Präsident Carla Neri kam, der österreichische Präsident Jan Holl auch.",
             "Carla Neri", "Jan Holl"),
    ]  # fmt: skip
    assert lines(*pages) >= {("post:president", "Italian", "Carla Neri"), ("post:president", "Austrian", "Jan Holl")}


def test_a_dam_and_who_runs_it_are_named() -> None:
    a = page("a", "en", "Water ran over the Alto Verro dam, which the operator Fluvia closed.")
    b = page("b", "fr", "Le barrage d'Alto Verro, dit l'exploitant Fluvia, a tenu.")
    assert lines(a, b) == {("post:dam", "", "Alto Verro"), ("post:operator", "", "Fluvia")}


def test_where_it_happened_needs_no_list_of_places() -> None:
    a = page("a", "en", "The train derailed on a curve near the village of Val do Ferro on Tuesday.")
    b = page("b", "es", "El tren descarriló en una curva, a pocos metros, cerca de Val do Ferro.")
    c = page("c", "en", "The Val do Ferro derailment is being looked into.")
    assert lines(a, b, c) == {("place", "accident", "Val do Ferro")}


def test_a_name_with_an_article_inside_is_whole() -> None:
    a = page("a", "en", "The two presidents met on Tuesday for talks at the Bait al-Sarun palace.")
    b = page("b", "es", "Los dos presidentes se reunieron en el palacio de Bait al-Sarun.")
    assert {line[2] for line in lines(a, b)} == {"Bait al-Sarun"}


def test_what_talks_are_about_is_not_where_they_are_held() -> None:
    texts = {
        "a": "The talks in Lunden went on.",
        "b": "A summit in Lunden on how to end the long war in Morvia was called.",
        "c": "Their meeting, which was to settle the war in Morvia, was held in Lunden.",
    }
    pages = [(article(t, i), mentions(name(t, "Lunden", "place"))) for i, t in texts.items()]
    assert lines(*pages) == {("place", "talks", "Lunden")}


def test_a_german_noun_is_no_place() -> None:
    a = page("a", "de", "Die Waffenruhe trat in Kraft.")
    b = page("b", "de", "Das Treffen im Rathaus, ein Gespräch in Ruhe, ist zu Ende.")
    c = page("c", "de", "Das Treffen im Rathaus, ein Gespräch in Ruhe, begann um zehn.")
    assert lines(a, b, c) == set()


def test_people_listed_together_are_named_once() -> None:
    people = ("Ana Ruiz", "Bo Lind", "Cy Marsh")
    a = page("a", "en", "At the table sat Ana Ruiz, special envoy Bo Lind and Cy Marsh.", *people)
    b = page("b", "fr", "Autour de la table : Bo Lind et Ana Ruiz.", *people[:2])
    c = page("c", "de", "Am Tisch saßen Bo Lind und Ana Ruiz.", *people[:2])
    others = [page(f"x{n}", "en", "Nobody else was named on that day.") for n in range(8)]
    (line,) = found(a, b, c, *others)
    assert (line.attribute, line.values[0].display) == ("beside", "Ana Ruiz, Bo Lind")
    assert found(a, b, *others) == []  # two lists may have met by chance


def test_what_happened_at_one_place_is_one_line() -> None:
    texts = {
        "a": "The talks in Lunden went on. Both presidents had arrived in Lunden before noon.",
        "b": "The summit in Lunden was long. The guests arrived in Lunden by train.",
        "c": "The talks in Lunden had begun late.",
    }
    pages = [(article(t, i), mentions(name(t, "Lunden", "place"))) for i, t in texts.items()]
    assert lines(*pages) == {("place", "talks, arrival", "Lunden")}


@pytest.mark.parametrize(
    ("one", "other", "line"),
    [
        ("Judge Ana Ruiz read the ruling.", ("de", "Richterin Ana Ruiz las das Urteil."), ("post:judge", "Ana Ruiz")),
        ("Captain Ana Ruiz spoke first.", ("it", "Il comandante Ana Ruiz parla."), ("post:captain", "Ana Ruiz")),
    ],
)
def test_more_posts_than_those_of_a_government(one: str, other: tuple[str, str], line: tuple[str, str]) -> None:
    pages = [page("a", "en", one, "Ana Ruiz"), page("b", *other, "Ana Ruiz")]
    assert {(attribute, shown) for attribute, _, shown in lines(*pages)} == {line}


def test_things_called_something_and_a_company_that_is_an_airline() -> None:
    a = page("a", "en", "He was taken to the prison of Morvia. The airline Lundia flew on.")
    b = page("b", "fr", "Il a été conduit à la prison de Morvia. La compagnie Lundia vole encore.")
    assert lines(a, b) >= {("post:prison", "", "Morvia"), ("post:airline", "", "Lundia")}


def test_where_a_train_came_from_and_went() -> None:
    a = page("a", "en", "The train had left the city of Borena and was bound for Lunden.")
    b = page("b", "pt", "O comboio vinha de Borena com destino a Lunden.")
    assert lines(a, b) >= {("from", "", "Borena"), ("to", "", "Lunden")}


def test_the_order_of_articles_does_not_matter() -> None:
    pages = [page(c, c, text, "Olga Brandt") for c, text in HOLDERS.items()]
    assert found(*pages) == found(*reversed(pages))


def test_a_name_found_inside_a_longer_one_is_shown_whole() -> None:
    texts = {"a": "The bus crash near Val do Ferro.", "b": "The accident at Val do Ferro."}
    pages = [
        (article(t, i), Annotated(names=(Name(**at(t, "Val"), type="place", entity="Val"),))) for i, t in texts.items()
    ]
    assert lines(*pages) == {("place", "accident", "Val do Ferro")}


def test_a_deputy_and_a_future_president_are_no_presidents() -> None:
    a = page(
        "a", "en", "The deputy president Ivo Maran spoke, and so did acting president Bo Lind.", "Ivo Maran", "Bo Lind"
    )
    b = page(
        "b", "fr", "Le futur président Ivo Maran et le président sortant Bo Lind ont parlé.", "Ivo Maran", "Bo Lind"
    )
    assert not {line for line in lines(a, b) if line[0].startswith("post")}


def test_whom_a_museum_is_led_by_is_no_museum() -> None:
    a = page("a", "en", "The museum director Ana Ruiz closed the Alto Verro museum.", "Ana Ruiz")
    b = page("b", "fr", "Selon la directrice du musée, Ana Ruiz, le musée d'Alto Verro ferme.", "Ana Ruiz")
    assert {line for line in lines(a, b) if line[0] == "post:museum"} == {("post:museum", "", "Alto Verro")}


def recalling(id_: str, text: str, *dates: tuple[str, str], who: str = "") -> tuple[Article, Annotated]:
    found = [*(time(text, words, "DATE", value) for words, value in dates), *([name(text, who)] if who else [])]
    return article(text, id_), mentions(*found)


def test_a_year_with_the_same_name_beside_it_is_recalled() -> None:
    a = recalling("a", "The plane has flown with Fluvia since 2014.", ("2014", "2014"), who="Fluvia")
    b = recalling("b", "Fluvia bought the plane in 2014 in Orsk.", ("2014", "2014"), who="Fluvia")
    c = recalling("c", "The port was closed in 2014.", ("2014", "2014"))
    (line,) = found(a, b, c, *(recalling(f"x{n}", "Nothing was recalled by this page.") for n in range(6)))
    assert (line.attribute, line.scope, line.values[0].low, line.unit) == ("recalled", "Fluvia", "2014", "date")
    assert {s.article for s in line.values[0].support} == {"a", "b"}


def test_a_year_beside_a_name_the_story_is_about_is_no_memory() -> None:
    a = recalling("a", "Fluvia bought its first plane in 2014.", ("2014", "2014"), who="Fluvia")
    b = recalling("b", "Fluvia lost its mail contract in 2014.", ("2014", "2014"), who="Fluvia")
    others = [recalling(f"x{n}", "Fluvia left in 2017.", ("2017", "2017"), who="Fluvia") for n in range(3)]
    filling = [recalling(f"y{n}", "Nothing was recalled by this page.") for n in range(6)]
    assert found(a, b, *others[:1], *filling)
    assert [f.values[0].low for f in found(a, b, *others, *filling)] == ["2017"]


STRIKE = {
    "en": "The strike of 2014 lasted for weeks.",
    "fr": "En 2014, une grève avait vidé les ateliers.",
    "pt": "Em 2014, uma greve terminara sem acordo.",
}
FURNACE = {
    "it": "Il forno, rifatto nel 2014 con 17 milioni di euro, sarà spento.",
    "de": "2014 hatte der Ofen 17 Millionen Euro gekostet.",
}
MERGER = {
    "fr": "La fusion de 2014 avait capoté.",
    "es": "La compra de Cappelmar, en 2014, salió mal.",
    "en": "Nobody has forgotten Cappelmar, bought in 2014.",
}
SILENT = "Nothing was recalled by this page."


def of_2014(*said: tuple[str, str], silent: int = 9) -> list[set[str]]:
    """Return which of some sentences each line has, by number; other years are recalled beside 2014."""
    said = (*said, ("en", "The mill lost its roof in 1987."), ("en", "A bridge fell in 1994."))
    said = (*said, ("en", "They met the queen in 2003."), ("en", "Rain fell in 2007."))
    pages = [article(text, f"{n}", language=code) for n, (code, text) in enumerate(said)]
    pages += [article(SILENT, f"x{n}", language="en") for n in range(silent)]
    lines = found(*((a, pipeline.annotate(a)) for a in pages))
    assert all(f.values[0].low == "2014" for f in lines if f.attribute == "recalled")
    return sorted(({s.article for s in f.values[0].support} for f in lines if f.attribute == "recalled"), key=sorted)


def test_a_year_joins_only_what_is_of_one_thing() -> None:
    merger, strike, furnace = ("fr", MERGER["fr"]), ("pt", STRIKE["pt"]), ("it", FURNACE["it"])
    photo = ("en", "The picture of the works is from 2014.")
    assert of_2014(merger, strike, furnace, photo) == []
    assert of_2014(merger, strike, furnace, photo, ("fr", STRIKE["fr"])) == [{"1", "4"}]
    assert of_2014(merger, furnace, photo, ("de", FURNACE["de"])) == [{"1", "3"}]
    assert of_2014(strike, ("es", MERGER["es"]), ("en", MERGER["en"])) == [{"1", "2"}]


def test_two_things_of_one_year_are_two_lines() -> None:
    strikes = [(code, STRIKE[code]) for code in ("en", "fr", "pt")]
    furnaces = [(code, FURNACE[code]) for code in ("it", "de")]
    assert of_2014(*strikes, ("fr", MERGER["fr"]), *furnaces) == [{"0", "1", "2"}, {"4", "5"}]


def test_a_sentence_of_two_things_does_not_join_them() -> None:
    both = ("en", "In 2014 the strike lasted for weeks and the furnace cost 17 million euros.")
    strikes = [(code, STRIKE[code]) for code in ("en", "fr", "pt")]
    furnaces = [(code, FURNACE[code]) for code in ("it", "de")]
    assert [one - {"5"} for one in of_2014(*strikes, *furnaces, both)] == [{"0", "1", "2"}, {"3", "4"}]


def test_what_stands_beside_several_dates_does_not_tell_which_is_meant() -> None:
    strikes = [("en", f"The strike of {year} lasted for weeks.") for year in ("1991", "2001")]
    same = [(code, STRIKE[code]) for code in ("fr", "pt")]
    assert of_2014(*same, *strikes[:1]) == [{"0", "1"}]
    assert of_2014(*same, *strikes) == []


def test_two_attacks_are_two_in_a_story_of_an_attack() -> None:
    said = ("fr", "Un attentat avait tué en 2014 à Velmor."), ("es", "En 2014, un ataque mató al alcalde de Orsk.")
    others = [("en", f"The attack left {n} dead on Friday.") for n in ("seven", "eight", "nine", "ten")]
    assert of_2014(*said, *others, silent=0) == []


def test_a_big_story_joins_years_by_names_alone() -> None:
    """Two hundred memories are not held against each other word by word."""
    strikes = [recalling(f"s{n}", "The strike of 2014 lasted for weeks.", ("2014", "2014")) for n in range(3)]
    named = [recalling(f"n{n}", "Fluvia bought it in 2017.", ("2017", "2017"), who="Fluvia") for n in range(2)]
    filling = [recalling(f"x{n}", SILENT) for n in range(41)]
    assert [(f.scope, f.values[0].low) for f in found(*strikes, *named, *filling)] == [("Fluvia", "2017")]


def test_the_year_before_is_what_anything_is_held_against() -> None:
    """The pages are of 2031."""
    for year, lines in (("2029", 1), ("2030", 0)):
        said = ("The airport had 1,240 guests in {}.", "In {} it was 1,240 guests.", "A strike in {} cost a fortune.")
        pages = [recalling(f"a{n}", text.format(year), (year, year)) for n, text in enumerate(said)]
        filling = [recalling(f"x{n}", "Nothing was recalled by this page.") for n in range(6)]
        assert len(found(*pages, *filling)) == lines


def test_a_season_is_no_year_that_is_recalled() -> None:
    pages = [
        recalling(i, f"Fluvia {said} in the 2014-15 season.", ("2014-15", "2014"), who="Fluvia")
        for i, said in (("a", "won"), ("b", "came third"))
    ]
    assert not found(*pages, *(recalling(f"x{n}", "Nothing was recalled by this page.") for n in range(6)))


def test_two_years_named_together_are_one_span() -> None:
    pages = [
        recalling(i, f"He led the country {words}.", ("2017", "2017"), ("2021", "2021"))
        for i, words in (("a", "from 2017 to 2021"), ("b", "between 2017 and 2021"))
    ]
    (line,) = found(*pages)
    assert (line.values[0].low, line.values[0].high, line.values[0].display) == ("2017", "2021", "2017–2021")


def test_days_of_the_article_s_own_weeks_are_no_memory() -> None:
    pages = [recalling(i, "The port closed on 2 May 2031, we saw.", ("2 May 2031", "2031-05-02")) for i in "ab"]
    assert found(*pages) == []


def test_a_far_day_is_told_by_itself_and_a_date_agreed_before_is_not_told_again() -> None:
    pages = [recalling(i, "The war began on 9 February 2030.", ("9 February 2030", "2030-02-09")) for i in "ab"]
    (line,) = found(*pages)
    assert (line.scope, line.values[0].low) == ("", "2030-02-09")
    read = {a.id: told(a, m, {}, {}).facts for a, m in pages}
    assert named([a for a, _ in pages], read, {}, [frozenset(), frozenset()], alone, [agreed_on(line)]) == []


def agreed_on(line: Finding) -> Finding:
    """A finding of another step on the same words of a date."""
    support = tuple(msgspec.structs.replace(s, start=s.exact.index("9 February")) for s in line.values[0].support)
    return msgspec.structs.replace(line, values=(msgspec.structs.replace(line.values[0], support=support),))


BOUND = {
    "en": "The ferry sank. She was on her way to Velmor with 30 people.",
    "fr": "Le ferry a coulé. Il venait d'appareiller pour Velmor avec 30 personnes.",
    "de": "Die Fähre sank. Sie war auf dem Weg nach Velmor.",
    "es": "El ferry se hundió. Había zarpado rumbo a Velmor.",
    "it": "Il traghetto è affondato. Era appena uscito, diretto a Velmor.",
    "pt": "O navio afundou. Tinha partido com destino a Velmor.",
    "nl": "Het schip zonk. De veerboot was op weg naar Velmor.",
}


@pytest.mark.parametrize("code", sorted(set(BOUND) - {"en"}))
def test_where_a_ship_was_bound_is_told_in_a_sentence_that_names_no_ship(code: str) -> None:
    assert ("to", "", "Velmor") in lines(*(page(c, c, BOUND[c]) for c in ("en", code)))


def test_a_berth_goes_by_its_number() -> None:
    told = lines(
        page("a", "en", "The ship had sailed from Berth 7 at dawn."),
        page("b", "en", "The vessel came from Berth 7, officials said."),
    )
    assert ("from", "", "Berth 7") in told


def test_nobody_comes_from_where_a_length_is_measured() -> None:
    a = page("a", "en", "The ship was sailing 9 miles from Velmor at dawn.")
    b = page("b", "en", "The vessel sailed on, 9 miles from Velmor, officials said.")
    assert ("from", "", "Velmor") not in lines(*((text, pipeline.annotate(text)) for text, _ in (a, b)))


FLAGS = {
    "en": "The ship, Portuguese-flagged, hit a pier.",
    "fr": "Le navire, pavillon portugais, a heurté une pile.",
    "de": "Das Schiff fuhr unter portugiesischer Flagge.",
    "es": "El buque, de bandera portuguesa, chocó.",
    "it": "La nave, che batte bandiera portoghese, ha urtato un pilone.",
    "pt": "O navio, com bandeira de Portugal, bateu num pilar.",
}


@pytest.mark.parametrize("code", sorted(set(FLAGS) - {"en"}))
def test_a_ship_s_flag_is_one_line_in_two_languages(code: str) -> None:
    told = found(*(page(c, c, FLAGS[c]) for c in ("en", code)))
    assert [(f.attribute, len(f.values[0].support)) for f in told] == [("flag", 2)]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("The ship, Liberian-flagged, hit a pier.", "The ship, flying the flag of Liberia, hit a pier.")),
        ("fr", ("Le navire, pavillon mauritanien, a coulé.", "Le navire sous pavillon de Mauritanie a coulé.")),
        ("es", ("El buque, de bandera nigeriana, chocó.", "El buque, con bandera de Nigeria, chocó.")),
    ],
)
def test_a_flag_s_country_is_that_of_the_most_like_people(language: str, texts: tuple[str, str]) -> None:
    told = found(*(page(f"a{n}", language, text) for n, text in enumerate(texts)))
    assert [(f.attribute, len(f.values[0].support)) for f in told] == [("flag", 2)]


def test_flags_on_land_are_no_ship_s() -> None:
    pages = [page(c, "en", "Outside the court a Portuguese flag was raised. " + c) for c in "ab"]
    assert lines(*pages) == set()


BETWEEN = {
    "en": "The train stopped between Tarnholm and Velmor.",
    "fr": "Entre Tarnholm et Velmor, la fumée était épaisse.",
    "de": "Der Zug blieb zwischen den Stationen Tarnholm und Velmor stehen.",
    "es": "El incendio entre Tarnholm y Velmor duró una hora.",
    "it": "Il treno si è fermato tra Tarnholm e Velmor.",
    "nl": "De brand woedde tussen de haltes Tarnholm en Velmor.",
}
SAINTS = {
    "es": "El tren se detuvo entre Santo Orbino y Velmor.",
    "en": "The train stopped between Cape Orbin and Velmor.",
}
"""Places whose first word begins the word for some people: "santotomenses", Cape Verdeans."""

PEOPLE = dict.fromkeys(("de", "fr"), ("Tarnholm", "Velmor"))
"""What the names step takes for somebody is somewhere all the same."""


@pytest.mark.parametrize("code", sorted(set(BETWEEN) - {"en"}))
def test_a_place_between_two_others(code: str) -> None:
    lead = {"fr": "Le train a brûlé. "}.get(code, "")
    told = lines(page("en", "en", BETWEEN["en"]), page(code, code, lead + BETWEEN[code], *PEOPLE.get(code, ())))
    assert {attribute for attribute, _, _ in told} == {"between"}


@pytest.mark.parametrize("code", sorted(SAINTS))
def test_a_place_that_begins_as_a_people_s_word_does(code: str) -> None:
    assert "between" in {attribute for attribute, _, _ in lines(*(page(id_, code, SAINTS[code]) for id_ in "ab"))}


@pytest.mark.parametrize(
    "text",
    ["The train carried aid. The talks between Tarnholm and Velmor go on.",
     "The train stopped between Portugal and Spain.",
     "Relations between Tarnholm and Velmor are bad."],
)  # fmt: skip
def test_talks_nations_and_parties_are_no_places(text: str) -> None:
    assert "between" not in {attribute for attribute, _, _ in lines(page("a", "en", text), page("b", "en", text))}


MONTHS = {
    "en": ("The river is closed from April through September.", "April", "September"),
    "fr": ("Le fleuve est fermé d'avril à septembre.", "avril", "septembre"),
    "de": ("Der Fluss ist von April bis September gesperrt.", "April", "September"),
    "es": ("El río se cierra entre abril y septiembre.", "abril", "septiembre"),
    "it": ("Il fiume è chiuso da aprile a settembre.", "aprile", "settembre"),
    "pt": ("O rio fecha entre abril e setembro.", "abril", "setembro"),
    "ru": ("Река закрыта с апреля по сентябрь.", "апреля", "сентябрь"),
}


def seasonal(code: str, text: str, first: str, second: str, *, until: str = "2031-09") -> tuple[Article, Annotated]:
    times = time(text, first, "DATE", "2031-04"), time(text, second, "DATE", until)
    return article(text, code, language=code), mentions(*times)


@pytest.mark.parametrize("code", sorted(set(MONTHS) - {"en"}))
def test_months_from_and_to_are_one_line_in_two_languages(code: str) -> None:
    told = found(*(seasonal(c, *MONTHS[c]) for c in ("en", code)))
    assert [(f.attribute, len(f.values[0].support)) for f in told] == [("months", 2)]


def test_months_and_their_first_and_last_day_are_the_same() -> None:
    text = "The river is closed between 1 April and 30 September."
    days = mentions(time(text, "1 April", "DATE", "2031-04-01"), time(text, "30 September", "DATE", "2031-09-30"))
    assert len(found(seasonal("en", *MONTHS["en"]), (article(text, "b", language="en"), days))) == 1


def test_other_months_are_not_agreed_on() -> None:
    text = "The river is closed from April to October."
    assert found(seasonal("en", *MONTHS["en"]), seasonal("fr", text, "April", "October", until="2031-10")) == []


def test_plans_for_one_year_are_several_plans() -> None:
    texts = ("The car goes on sale in 2034.", "A second line opens in 2034.", "Work is to end in 2034.")
    pages = [
        (article(t, str(n), language="en"), mentions(time(t, "2034", "DATE", "2034"))) for n, t in enumerate(texts)
    ]
    others = [page(f"q{n}", "en", f"Number {n} says nothing of it.") for n in range(9)]
    assert found(*pages, *others) == []


def test_where_others_met_in_another_year_is_told_with_the_year() -> None:
    texts = "Olga Brandt recalled the talks in Velmor in 2024.", "The last talks in Velmor, in 2024, had failed."
    pages = [(article(t, t[:4], language="en"), mentions(time(t, "2024", "DATE", "2024"))) for t in texts]
    assert lines(*pages) == {("place", "talks, 2024", "Velmor")}
    today = page("c", "en", "The talks in Velmor began.")
    assert lines(*pages, today) == {("place", "talks", "Velmor"), ("recalled", "", "2024")}


def test_one_train_between_two_names_does_not_make_them_places() -> None:
    sure = page("a", "en", "The train was a quarrel between Tarnholm and Velmor.")
    others = [page(n, "en", f"The train {n} ran between Tarnholm and Velmor.") for n in "bc"]
    plain = [page(n, "en", f"A train waits. Relations between Tarnholm and Velmor are bad {n}.") for n in "def"]
    assert "between" in {attribute for attribute, _, _ in lines(sure, *others)}
    assert "between" not in {attribute for attribute, _, _ in lines(sure, *plain)}


def test_force_that_somebody_denies_is_agreed_on_by_nobody() -> None:
    used = [page("a", "en", "Police used tear gas in Varnholt."), page("b", "fr", "La police a tiré des lacrymogènes.")]
    denied = page("c", "fr", "Le ministère a démenti tout recours aux gaz lacrymogènes.")
    asked = page("d", "es", "¿Hubo gases lacrimógenos?")
    shown = [[f.attribute for f in found(*pages)] for pages in (used, [*used, denied], [used[0], asked])]
    assert shown == [["means"], [], []]


SUSPECTS = {
    "en": "Police identified the suspect as Danil Verek, a former sapper.",
    "fr": "La police a diffusé la photo d'un suspect : Danil Verek, 34 ans.",
    "es": "El sospechoso, Danil Verek, de 34 años, huyó en una furgoneta.",
    "de": "Der mutmaßliche Täter, Danil Verek, floh in einem Lieferwagen.",
    "it": "Il sospettato, Danil Verek, è fuggito su un furgone.",
    "pt": "A polícia identificou o suspeito como Danil Verek.",
}


@pytest.mark.parametrize("code", sorted(set(SUSPECTS) - {"en"}))
def test_a_suspect_is_named_in_two_languages(code: str) -> None:
    pages = [page(c, c, SUSPECTS[c], "Danil Verek") for c in ("en", code)]
    assert lines(*pages) == {("post:suspect", "", "Danil Verek")}


VOTED = {
    "en": "The deal passed. Niekland voted against. Salmor abstained.",
    "fr": "Le texte est adopté. Le Niekland a voté contre. Salmor s'est abstenu.",
    "es": "El texto se aprobó. Niekland votó en contra. Salmor se abstuvo.",
    "de": "Der Text ist angenommen. Niekland stimmte dagegen. Salmor enthielt sich.",
    "it": "Il testo è passato. Niekland ha votato contro. Salmor si è astenuto.",
    "pt": "O texto passou. Niekland votou contra. Salmor absteve-se.",
}


@pytest.mark.parametrize("code", sorted(set(VOTED) - {"en"}))
def test_who_voted_against_and_who_abstained_is_agreed_in_two_languages(code: str) -> None:
    pages = [page(c, c, VOTED[c]) for c in ("en", code)]
    assert lines(*pages) == {("opposing", "", "Niekland"), ("abstaining", "", "Salmor")}


def test_who_voted_in_two_ways_did_so_in_two_votes() -> None:
    against, abstained = "Niekland voted against.", "Niekland abstained."
    pages = [
        page(c, "en", f"It passed. {text}")
        for c, text in zip("abcd", (against, against, abstained, abstained), strict=True)
    ]
    assert lines(*pages) == set()
    would = [page(c, "en", "Niekland would have voted against it.") for c in ("a", "b")]
    assert lines(*would) == set()


def test_a_thing_called_by_words_in_marks_is_called_all_of_them() -> None:
    pages = [
        page("a", "pt", 'O arrastão "Virgem do Monte" saiu ao amanhecer.'),
        page("b", "en", "The trawler “Virgem do Monte” left at dawn."),
    ]
    assert {line for line in lines(*pages) if line[0].startswith("post:")} == {("post:ship", "", "Virgem do Monte")}
