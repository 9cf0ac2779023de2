"""Clock times of which no table knows what happened then are lines too, where their instant and day are known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from recoupe import claims, pipeline
from recoupe.claims.article.ground import scene
from recoupe.claims.article.times import day_words, moments, verbs
from recoupe.claims.chronology import other_clocks, story_days
from recoupe.claims.chronology.tellings import Telling
from recoupe.model import Article
from tests.claims.helpers import alone, article
from tests.claims.tellings import SIREN, VOTE, begins, telling


def lines(*texts: str | Article) -> list[tuple[str, str]]:
    """Return the lines of articles, each of which is written on Tuesday 6 May 2031 at 18:00 UTC."""
    pages = [t if isinstance(t, Article) else page(t, f"a{n}") for n, t in enumerate(texts)]
    return [(e.begin, e.what) for e in claims.timeline(pages, {a.id: pipeline.annotate(a) for a in pages}, {}, alone)]


def page(text: str, id_: str = "a", **fields: Any) -> Article:
    return article(text, id_, **({"published": "2031-05-06T18:00:00Z"} | fields))


def told(text: str, *others: str | Article, **fields: Any) -> list[str]:
    """Return when the lines begin that print a text."""
    return [begin for begin, what in lines(page(text, "x", **fields), *others) if what in text]


def test_what_no_table_knows_happened_at_its_instant() -> None:
    assert told("The lamps of the quay were switched to red at 6:50 a.m. GMT.") == ["2031-05-06T06:50:00Z"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The lamps of the quay will be switched to red at 6:50 p.m. GMT."),
        ("en", "The lamps of the quay stayed red until 6:50 a.m. GMT."),
        ("en", "The lamps of the quay were red from 6:50 a.m. to 8:10 a.m. GMT."),
        ("en", "“The lamps of the quay were red at 6:50 a.m. GMT,” Mara Lund said."),
        ("fr", "Les adhérents ont pu répondre de 6h50 GMT à 8h10 GMT."),
        ("es", "Redacción | Villa de la Costa y de la Sierra | 06/05/2031 06:50 GMT\nLa lámpara brilla."),
    ],
)
def test_no_line_is_what_did_not_happen_then(language: str, text: str) -> None:
    assert told(text, language=language) == []


def test_what_is_planned_behind_it_plans_nothing() -> None:
    text = "Work by divers was halted at 5 p.m. GMT and will resume at 8:30 a.m. GMT on Wednesday."
    assert "2031-05-06T17:00:00Z" in told(text)


OWN = "The ferry struck the pier at 8:52 in the harbour. The lamps of the quay were switched to red at 8:50."


def other(text: str, *settled: Telling) -> list[Telling]:
    own = page(text, "x")
    known = pipeline.annotate(own)
    told = {"x": moments.find(scene.build(own, known, {}))}
    return other_clocks.tellings(told, [own], {"x": known}, settled)


def found(text: str, *settled: Telling) -> list[str]:
    return begins(other(text, *settled))


def test_a_bare_clock_is_read_by_that_of_its_page() -> None:
    assert found(OWN) == []  # of no known clock
    settled = telling("x", OWN, "8:52", "2031-05-06T08:52", "06T06:52", SIREN)
    assert found(OWN, settled) == ["06T06:50"]
    printed = telling("x", OWN, "8:52", "2031-05-06T06:52Z", "06T06:52", SIREN, zone="+03:00", zone_from="printed")
    assert found(OWN, printed) == ["06T05:50"]


def test_its_day_is_that_of_its_page_s_other_clocks_where_it_cannot_be_the_last() -> None:
    text = OWN.replace("were switched", "had been switched")  # read on the day before
    named = telling("x", OWN, "8:52", "2031-05-06T08:52", "06T06:52", SIREN, day_named=True)
    assert found(text, named) == ["06T06:50"]


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("On Monday, at 10:20 GMT, divers pulled the van out of the water.", "2031-05-05T10:20:00Z"),
        ("Divers pulled the van out of the water at 10:20 GMT.", "2031-05-06T10:20:00Z"),
    ],
)
def test_its_day_stands_beside_it_or_is_the_last(text: str, begin: str) -> None:
    assert told(text) == [begin]


def test_its_day_is_that_of_the_night_of_two_days_beside_it() -> None:
    text = "It struck the pier at 8:52 on Tuesday. In the night of May 1 to 2, at 2:30, the lamps were turned red."
    settled = telling("x", text, "8:52 on Tuesday", "2031-05-06T08:52", "06T06:52", SIREN, day_named=True)
    assert found(text, settled) == ["02T00:30"]


@pytest.mark.parametrize(
    ("language", "text", "only"),
    [
        ("en", "A curfew from 10 p.m. GMT to 5 a.m. began in Varnholt.", " to 5 a.m."),
        ("en", "A curfew between 22:00 GMT and 05:00 began in Varnholt.", " and 05:00"),
        ("fr", "Un couvre-feu de 22h GMT à 5h a débuté à Varnholt.", " à 5h"),
        ("fr", "Un couvre-feu de 22 heures à 5 heures GMT a débuté à Varnholt.", "22 heures à "),
        ("it", "A Varnholt è iniziato il coprifuoco dalle 22 GMT alle 5.", " alle 5"),
        ("es", "Un toque de queda de 22.00 GMT a 5.00 comenzó en Varnholt.", " a 5.00"),
        ("pt", "Um toque de recolher das 22h GMT às 5h começou em Varnholt.", " às 5h"),
    ],
)
def test_from_when_to_when_it_is_forbidden_to_go_out_is_no_instant(language: str, text: str, only: str) -> None:
    assert told(text, language=language) == []
    assert told(text.replace(only, ""), language=language)


def test_its_day_may_be_that_to_which_the_story_moves_it() -> None:
    night = "The vote ended at 03:50 in the hall."
    told = [telling(i, night, "03:50", "2031-05-06T01:50Z", "06T01:50", VOTE) for i in "abc"]
    text = "On 5 May the hall was shut. Divers were out at noon. At 10:20 GMT the lamps were switched to red."
    (lamp,) = [t for t in other(text) if t.time.text.startswith("10:20")]
    moved = lamp._replace(begin=lamp.begin + 86400.0)
    assert begins(other_clocks.settled([*told, lamp._replace(guessed=True)])) == begins(told)
    assert [t.what[2] for t in other_clocks.settled([moved._replace(guessed=True)])] == [str(int(moved.begin // 60))]


def test_a_clock_behind_another_sentence_s_day_is_no_end_of_it() -> None:
    text = "Il appelle à marcher dès mardi. À 10h20 GMT, la lampe du quai est passée au rouge."
    assert told(text, language="fr") == ["2031-05-06T10:20:00Z"]


def test_in_brackets_stands_the_clock_of_the_readers() -> None:
    own = "It struck at 9:52 local time (8:52 here). The lamps of the quay were switched to red at 9:50."
    place = telling("x", own, "9:52", "2031-05-06T06:52Z", "06T06:52", SIREN, zone="+03:00", zone_from="printed")
    here = telling("x", own, "8:52", "2031-05-06T06:52Z", "06T06:52", SIREN, zone="+02:00", zone_from="printed")
    assert found(own, place, here) == ["06T06:50"]


def test_what_is_announced_at_a_clock_is_announced_then() -> None:
    text = "Mayor Mara Lund announced at 2:40 p.m. GMT that nobody was missing any more."
    assert told(text) == ["2031-05-06T14:40:00Z"]
    twice = "Mayor Mara Lund announced at 4:40 p.m. (1440 GMT) that nobody was missing any more."
    assert told(twice) == ["2031-05-06T14:40:00Z"]


@pytest.mark.parametrize(
    ("language", "text", "words", "past"),
    [
        ("en", "The lamps were switched to red at 6:50.", "6:50", True),
        ("en", "The lamps will be switched to red at 6:50.", "6:50", False),
        ("fr", "Le feu est passé au rouge à 6h50.", "6h50", True),
        ("fr", "Le feu passera au rouge à 6h50.", "6h50", False),
        ("de", "Um 6.50 Uhr wurde der Strom abgeschaltet.", "6.50 Uhr", True),
        ("es", "La luz se apagó a las 6.50.", "6.50", True),
        ("it", "La luce è stata spenta alle 6.50.", "6.50", True),
        ("pt", "A luz foi desligada às 6h50.", "6h50", True),
        ("en", "The tower, 6:50\nThe lamps were red.", "6:50", False),  # the next line is another's
    ],
)
def test_the_verb_nearest_to_a_time_tells_whether_it_is_past(language: str, text: str, words: str, past: bool) -> None:
    whole = page(text, language=language)
    (time,) = [t for t in pipeline.annotate(whole).times if words in t.text]
    assert verbs.past(whole, time) is past


def test_a_clock_in_the_morning_names_no_day() -> None:
    assert not day_words.own_day("las cinco de la mañana", "es")
    assert day_words.own_day("mañana a las cinco", "es")


def test_another_event_moves_a_clock_only_to_a_day_that_is_named() -> None:
    bare = "The lamps went red at 04:45 GMT in the hall."
    mine = telling("a", bare, "04:45 GMT", "2031-05-06T04:45Z", "06T04:45", loose=True)
    said = "The siren sounded at 04:45 GMT in the hall."
    other = telling("b", said, "04:45 GMT", "2031-05-05T04:45Z", "05T04:45", SIREN)
    assert begins(story_days.on_their_day([mine, other]))[0] == "06T04:45"
    assert begins(story_days.on_their_day([mine, other._replace(day_named=True)]))[0] == "05T04:45"


def test_by_how_much_a_price_fell_is_no_event() -> None:
    text = "The share was switched to red at 9:05 a.m. GMT{}."
    assert told(text.format("")) == ["2031-05-06T09:05:00Z"]
    assert told(text.format(", down 5.2%")) == []


def entry(stamp: str, begin: str, words: str = "") -> Telling:
    text = "The lamps went red at 5:18 in the hall."
    one = telling("u", text, "5:18", "2031-05-06T05:18", begin, SIREN, day_named=not words)
    update = article(text, f"u{stamp}", kind="update", part_of="l", published=f"2031-05-06T{stamp}")
    return one._replace(article=update, time=msgspec.structs.replace(one.time, text=words))


def test_an_hour_that_an_entry_tells_is_not_the_clock_of_its_blog() -> None:
    whole = article("The day, minute by minute.", "l", kind="live", published="2031-05-06T18:00")
    said = "The vote ended at 12:00 in the hall."
    others = [telling(i, said, "12:00", "2031-05-06T12:00Z", "06T12:00") for i in "bc"]
    blog = [entry("07:00", "06T06:00"), entry("08:48", "06T04:18", "5:18")]

    def shown(begin: str, **given: bool) -> list[str]:
        other = telling("d", said, "12:00", "2031-05-07T12:00Z", begin, **given)
        told = [*others, other, *blog]
        return begins(story_days.live_days(told, [whole, *(t.article for t in told)]))[3:]

    assert shown("07T02:30") == ["06T06:00", "06T04:18"]  # what 7:00 were if 8:48 stood for 4:18
    assert shown("07T06:00") == ["06T06:00", "06T04:18"]  # its entries do not stand on the day before


def test_a_day_without_a_year_on_a_page_without_a_date_is_of_the_story_s_year() -> None:
    lamps = page("The lamps of the quay were switched to red at 6:50 a.m. EDT on May 2.", "x", published=None)
    found = pipeline.annotate(lamps)
    clocks = {lamps.id: moments.find(scene.build(lamps, found, {}))}
    other = telling("b", "The vote ended at 15:42 GMT.", "15:42 GMT", "2031-05-06T15:42Z", "06T15:42")
    assert begins(other_clocks.tellings(clocks, [lamps], {lamps.id: found}, [other])) == ["02T10:50"]
    assert other_clocks.tellings(clocks, [lamps], {lamps.id: found}, []) == []


def test_a_page_may_be_told_further_for_an_hour_after_its_stamp() -> None:
    bare = "The lamps went red at 13:40 GMT in the hall."
    other = telling("b", "The siren sounded at 19:00 GMT.", "19:00 GMT", "2031-05-05T19:00Z", "05T19:00", SIREN)
    for stamp, begin in (("13:00", "06T13:40"), ("12:30", "05T13:40")):
        mine = telling("a", bare, "13:40 GMT", "2031-05-06T13:40Z", "06T13:40", loose=True,
                       published=f"2031-05-06T{stamp}:00+00:00")  # fmt: skip
        assert begins(story_days.on_their_day([mine, other]))[0] == begin


def test_what_comes_after_its_page_was_the_day_before_where_two_pages_tell_of_it() -> None:
    bare = "The lamps went red at 20:45 GMT in the hall."
    mine = telling("a", bare, "20:45 GMT", "2031-05-06T20:45Z", "06T20:45", loose=True,
                   published="2031-05-06T13:00:00+00:00")  # fmt: skip
    others = [telling(i, f"The siren {i} at 19:00 GMT.", "19:00 GMT", "2031-05-05T19:00Z", begin, SIREN)
              for i, begin in (("b", "05T19:00"), ("c", "05T18:00"))]  # fmt: skip
    later = [telling(i, f"At {h}:00 it rang.", f"{h}:00", f"2031-05-06T{h}:00", f"06T{h}:00", VOTE)
             for i, h in (("d", 10), ("d", 11), ("e", 12))]  # fmt: skip
    assert begins(story_days.on_their_day([mine, *others, *later]))[0] == "05T20:45"


def test_its_day_is_that_of_a_clock_before_it_in_its_paragraph() -> None:
    text = "The fire broke out on Sunday 4 May at 10:41 p.m. GMT. The brigade entered the hall at 11:14 p.m. GMT."
    assert told(text) == ["2031-05-04T22:41:00Z", "2031-05-04T23:14:00Z"]
    assert "2031-05-04T23:14:00Z" not in told(text.replace("GMT. ", "GMT.\n"))


def test_the_clock_of_a_page_goes_back_with_that_of_its_outlet() -> None:
    text = "The ferry struck the pier at 8:52. On 10 March at 8:50, the lamps of the quay were turned red."
    settled = telling("x", text, "8:52", "2031-05-06T08:52", "06T06:52", SIREN)
    own = page(text, "x", url="https://hafen.de/x")
    known = pipeline.annotate(own)
    claimed = {"x": moments.find(scene.build(own, known, {}))}
    (line,) = other_clocks.tellings(claimed, [own], {"x": known}, [settled])
    assert dt.datetime.fromtimestamp(line.begin, tz=dt.UTC).isoformat() == "2031-03-10T07:50:00+00:00"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The quay of the harbour is closed since 6:50 a.m. GMT."),
        ("fr", "Les portes du quai sont fermées depuis 6h50 GMT."),
        ("de", "Das Tor am Kai ist seit 6.50 Uhr GMT geschlossen."),
        ("es", "Las puertas del muelle están cerradas desde las 6.50 GMT."),
        ("pt", "As portas do cais estão fechadas desde as 6h50 GMT."),
    ],
)
def test_since_when_something_is_shut_it_was_shut(language: str, text: str) -> None:
    assert told(text, language=language) == ["2031-05-06T06:50:00Z"]


def test_a_clock_of_no_known_page_may_show_the_minute_that_others_tell() -> None:
    text = "O porto de Varnholt foi tomado pela guarda às 9h41 desta terça-feira."
    own = page(text, "x", language="pt")
    known = pipeline.annotate(own)
    claimed = {"x": moments.find(scene.build(own, known, {}))}
    there = telling(
        "a", "The siren sounded at 10:41.", "10:41", "2031-05-06T10:41", "06T08:41", SIREN
    )  # 9:41 in Lisbon
    met = other_clocks.tellings(claimed, [own], {"x": known}, [there])
    assert begins(met) == ["06T08:41"]
    assert other_clocks.tellings(claimed, [own], {"x": known}, [there._replace(begin=there.begin + 60)]) == []


def test_when_a_witness_was_quoted_is_no_line() -> None:
    text = "« On a compté, on a pleuré », a confié au journal un père sorti du gymnase à 6h50 GMT."
    assert told(text, language="fr") == []
    assert told("Un père est sorti du gymnase à 6h50 GMT.", language="fr") == ["2031-05-06T06:50:00Z"]
