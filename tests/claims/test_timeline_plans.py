"""What of a timeline is to come, what only had been planned, and the day of an hour whose page names none."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims.article.times import verbs
from recoupe.claims.chronology import words
from recoupe.model import Article, TimelineEvent
from tests.claims.helpers import alone, article, mentions, time
from tests.claims.tellings import telling


def lines_of(*articles: Article) -> list[TimelineEvent]:
    return claims.timeline(articles, {a.id: pipeline.annotate(a) for a in articles}, {}, alone)


def test_what_one_of_two_pages_tells_as_done_is_no_plan() -> None:
    before = article("The appeal trial in Varnholt is to open on 4 May.", "a", published="2031-04-20")
    after = article("The appeal trial in Varnholt opened on 4 May.", "b", published="2031-05-04")
    assert [e.planned for e in lines_of(before, after)] == [False]
    assert [e.planned for e in lines_of(before)] == [True]


def test_a_line_to_come_is_said_by_a_page_that_tells_it_so() -> None:
    texts = ("The summit will open on 12 May in the old harbour hall.", "The summit is to open on 12 May in Varnholt.")
    (line,) = lines_of(*(article(t, f"a{n}", published="2031-05-06") for n, t in enumerate(texts)))
    assert line.planned
    assert line.what in texts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry collision should have been heard at 7:05 p.m. GMT, they thought."),
        ("fr", "L'accident aurait dû se produire à 19h05 GMT, selon le scénario."),
        ("it", "La riunione avrebbe dovuto cominciare alle 19.05 GMT nel porto."),
        ("es", "La reunión debía comenzar a las 19.05 GMT en el puerto."),
        ("pt", "A reunião deveria ter começado às 19h05 GMT no porto."),
    ],
)
def test_what_should_have_been_is_no_line(language: str, text: str) -> None:
    assert lines_of(article(text, "a", language=language)) == []


def test_what_was_instead_is_a_line() -> None:
    text = "The meeting should have opened at 7:05 p.m. GMT; the meeting opened at 9:20 p.m. GMT on 6 May 2031."
    known = mentions(
        time(text, "7:05 p.m. GMT", "TIME", "2031-05-06T19:05Z"),
        time(text, "9:20 p.m. GMT", "TIME", "2031-05-06T21:20Z"),
    )
    lines = claims.timeline([article(text, "a", published="2031-05-07")], {"a": known}, {}, alone)
    assert [e.begin for e in lines] == ["2031-05-06T21:20:00Z"]


def test_a_plan_told_afterwards_by_one_page_is_no_line() -> None:
    plan = "The meeting in Varnholt is planned for 19:05 GMT on 6 May 2031."
    for published, count in (("2031-05-05", 1), ("2031-05-08", 0)):
        assert len(lines_of(article(plan, "a", published=published))) == count


def test_a_line_does_not_begin_with_the_dateline() -> None:
    text = "VARNHOLT, May 6 (Agency) - The summit opened on Tuesday in the old harbour hall before a large crowd."
    known = mentions(time(text, "Tuesday", "DATE", "2031-05-06"))
    (line,) = claims.timeline([article(text, "a")], {"a": known}, {}, alone)
    assert line.what == "The summit opened on Tuesday in the old harbour hall before a large crowd."
    assert text[line.support[0].start : line.support[0].end] == line.what


def test_a_minute_that_others_tell_of_a_day_is_of_that_day_on_a_page_that_names_none() -> None:
    named = "The power outage ended at 3:10 a.m. GMT on Friday 9 May 2031 in Varnholt."
    bare = "The grid accident was over at 3:10 a.m. GMT, officials said."
    known = {
        "a": mentions(
            time(named, "3:10 a.m. GMT on Friday 9 May 2031", "TIME", "2031-05-09T03:10Z"),
        ),
        "b": mentions(time(bare, "3:10 a.m. GMT", "TIME", "2031-05-08T03:10Z")),
    }
    pages = [article(named, "a", published="2031-05-09"), article(bare, "b", published="2031-05-10")]
    assert {e.begin[:10] for e in claims.timeline(pages, known, {}, alone)} == {"2031-05-09"}


def test_a_live_blog_stands_on_the_day_whose_hours_others_tell() -> None:
    live = Article(
        id="live", page="live.txt", kind="live", title=None, outlet="Direct", host=None, authors=(), text="",
        published="2031-05-07", published_evidence=None, language="fr", blocks=(),
    )  # fmt: skip
    entries = [
        article(text, f"u{n}", kind="update", published=f"2031-05-06T{hour}+02:00", language="fr", part_of="live")
        for n, (hour, text) in enumerate(
            (
                ("19:37", "Le défilé commence enfin dans le centre de la ville."),
                ("22:24", "La manifestation se termine sous la pluie, place du Port."),
            )
        )
    ]
    other = article(
        "The protest march began at 7:37 p.m. CEST on Wednesday 7 May 2031 in Varnholt.", "x", published="2031-05-08"
    )
    found = lines_of(live, *entries, other)
    assert {e.begin[:10] for e in found} == {"2031-05-07"}
    assert len(found) == 2


def test_an_entry_s_own_day_is_surer_than_one_that_pages_carried_over() -> None:
    entry = article(
        "Le ministre Otto Rill démissionne devant la presse réunie.", "u", kind="update", language="fr",
        published="2031-05-07T08:30+02:00", part_of="live",
    )  # fmt: skip
    pages = [article(t, i, published="2031-05-07T12:00:00Z") for i, t in (("a", RESIGNED), ("b", RESIGNED + " Rain."))]
    known = {p.id: mentions(time(RESIGNED, "6:30 GMT", "TIME", "2031-05-06T06:30Z", zone="UTC")) for p in pages}
    found = claims.timeline([entry, *pages], {"u": pipeline.annotate(entry), **known}, {}, alone)
    assert [e.begin for e in found] == ["2031-05-07T06:30:00Z"]


RESIGNED = "The minister Otto Rill announced his resignation at 6:30 GMT in front of the press."


def test_an_entry_that_only_tells_what_is_to_come_happens_at_no_time() -> None:
    for text, count in (
        ("La manifestation commence place du Port, sous la pluie.", 1),
        ("La manifestation devrait commencer place du Port avant midi.", 0),
    ):
        page = article(text, "u", kind="update", published="2031-05-06T11:15+02:00", language="fr")
        assert len([e for e in lines_of(page) if e.begin == "2031-05-06T09:15:00Z"]) == count


def test_the_place_an_agency_writes_from_is_cut_even_where_its_day_dates_the_line() -> None:
    text = "VARNHOLT - The summit that all had waited for came on Tuesday 6 May in the old harbour hall."
    known = mentions(time(text, "Tuesday 6 May", "DATE", "2031-05-06"))
    (line,) = claims.timeline([article(text, "a")], {"a": known}, {}, alone)
    assert line.what.startswith("The summit that all")


def test_an_hour_of_the_day_after_its_page_is_to_come_whatever_its_words() -> None:
    text = "Tomorrow at 7:05 p.m. GMT the harbour opens its gates for the ceremony in Varnholt."
    known = mentions(time(text, "7:05 p.m. GMT", "TIME", "2031-05-06T19:05", zone="Europe/London", zone_from="place"))
    for published, planned in (("2031-05-05", True), ("2031-05-06", False)):
        page = article(text, "a", published=published)
        found = claims.compare(claims.find(page, known, {}, {}), [page], alone)
        assert [e.planned for e in claims.timeline([page], {"a": known}, {}, alone, found)] == [planned]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The talks in Varnholt must end by 6 p.m. GMT on 9 May 2031."),
        ("fr", "Les négociations de Varnholt doivent finir d'ici le 9 mai 2031 à 18h GMT."),
        ("de", "Die Verhandlungen in Varnholt sollen spätestens am 9. Mai 2031 um 18 Uhr GMT enden."),
        ("es", "Las negociaciones de Varnholt terminarán a más tardar el 9 de mayo de 2031 a las 18.00 GMT."),
        ("it", "I negoziati di Varnholt finiranno entro il 9 maggio 2031 alle 18 GMT."),
        ("pt", "As negociações de Varnholt vão terminar o mais tardar em 9 de maio de 2031 às 18h GMT."),
    ],
)
def test_a_deadline_that_one_page_tells_is_no_line(language: str, text: str) -> None:
    one, other = (article(text, i, language=language) for i in "ab")
    assert lines_of(one) == []
    assert lines_of(one, other)


COLLISION = [article(f"The collision of the ferry Lumen in Varnholt was on 5 May 2031, {i} said.", i) for i in "abde"]


def test_a_plan_of_others_long_after_the_story_is_no_line() -> None:
    for of, count in (("The chamber of farmers", 1), ("The firm of the Lumen", 2)):
        later = article(f"{of} will hold a meeting on 19 May 2031 at 20:00 GMT.", "c")
        assert len(lines_of(*COLLISION, later)) == count


def test_a_weekday_before_the_story_that_one_page_tells_is_no_line() -> None:
    for day, count in (("Saturday", 1), ("3 May 2031", 2)):
        assert len(lines_of(*COLLISION, article(f"The trial began at 20:00 GMT on {day}.", "c"))) == count


@pytest.mark.parametrize(
    "unclear",
    [
        "He and Mara Lund opened the summit at 20:00 GMT, and it was raining.",
        "Opening of the summit by Mara Lund at 20:00 GMT: rain, wind and speeches.",
    ],
)
def test_a_line_says_who_did_it_and_that_it_happened(unclear: str) -> None:
    clear = "A mayor opened the summit at 20:00 GMT."  # shorter than a line should be
    for ids in ("ab", "ba"):
        (line,) = lines_of(article(unclear, ids[0]), article(clear, ids[1]))
        assert line.what == clear


def test_a_line_is_said_by_the_sentence_that_tells_its_hour_exactly() -> None:
    texts = ("Mara Lund opened the summit at about 20:00 GMT in the harbour.", "The summit opened there at 20:02 GMT.")
    for ids in ("ab", "ba"):
        (line,) = lines_of(*(article(t, i) for t, i in zip(texts, ids, strict=True)))
        assert line.what == texts[1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le 17 août 2031, les trois ministres se réuniront à Varnholt pour le sommet."),
        ("es", "El 17 de agosto de 2031 los tres ministros se reunirán en Varnholt para la cumbre."),
        ("it", "Il 17 agosto 2031 i tre ministri si riuniranno a Varnholt per il vertice."),
    ],
)
def test_a_verb_of_what_is_to_come_plans_on_a_page_without_a_date(language: str, text: str) -> None:
    (line,) = lines_of(article(text, "a", language=language, published=None))
    assert line.planned


def test_a_page_is_told_further_for_an_hour() -> None:
    text = "The appeal trial in Varnholt opened at 12:00 GMT on 6 May 2031 in the old hall."
    early, late = (article(text, "a", published=f"2031-05-06T{clock}:00Z") for clock in ("11:45", "10:45"))
    assert [e.planned for e in lines_of(early)] == [False]
    assert [e.planned for e in lines_of(late)] == [True]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Les poules de Varnholt mouraient en nombre dès le 4 mai 2031.", "4 mai 2031"),
        ("it", "I feriti di Varnholt sono stati portati via entro il 4 maggio 2031.", "4 maggio 2031"),
    ],
)
def test_that_it_was_the_first_or_the_last_makes_no_plan(language: str, text: str, day: str) -> None:
    page = article(text, "a", language=language)
    assert not verbs.ahead(page, time(text, day, "DATE", "2031-05-04"))


@pytest.mark.parametrize(
    ("language", "text", "day", "planned"),
    [
        ("en", "A look at what the harbour expects of tomorrow's appeal trial, it was reported.", "tomorrow", True),
        ("fr", "Le procès en appel de demain a été décrit par un journal de Varnholt.", "demain", True),
        ("de", "Über den Berufungsprozess von morgen hat eine Zeitung in Varnholt berichtet.", "morgen", True),
        ("en", "The appeal trial in Varnholt opened on Wednesday in the old hall.", "Wednesday", False),
    ],
)
def test_what_is_tomorrow_is_to_come_whatever_the_verb(language: str, text: str, day: str, planned: bool) -> None:
    page = article(text, "a", language=language, published="2031-05-06T08:00:00Z")
    weekday = day == "Wednesday"  # read a week off, perhaps
    one = telling(
        "a",
        text,
        day,
        "2031-05-07",
        "07T00:00",
        clock=False,
        weekday=weekday,
        published=page.published,
        language=language,
    )
    assert words.line([one], {language: 1}, alone, set()).planned == planned
