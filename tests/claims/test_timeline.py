from recoupe import claims
from recoupe.model import Annotated
from tests.claims.helpers import alone, article, mentions, name, time


def test_one_line_for_an_event_that_two_articles_tell() -> None:
    first = "The talks in Varnholt began at 19:30 GMT on Tuesday."
    second = "Les pourparlers de Varnholt ont commencé à 19h28 GMT."
    known = {
        "a": mentions(time(first, "19:30 GMT", "TIME", "2031-05-06T19:30Z")),
        "b": mentions(time(second, "19h28 GMT", "TIME", "2031-05-06T19:28Z")),
    }
    (line,) = claims.timeline([article(first, "a"), article(second, "b", language="fr")], known, {}, alone)
    assert line.independent == (2, 2)
    assert line.begin.startswith("2031-05-06T19:")
    assert line.what in (first, second)


def test_lines_stand_in_the_order_things_happened_and_plans_are_marked() -> None:
    text = "The summit will open on 12 May. The attack took place on 4 May, officials said."
    known = {"a": mentions(time(text, "12 May", "DATE", "2031-05-12"), time(text, "4 May", "DATE", "2031-05-04"))}
    lines = claims.timeline([article(text, "a")], known, {}, alone)
    assert [(line.begin, line.planned) for line in lines] == [("2031-05-04", False), ("2031-05-12", True)]


def test_a_day_without_an_event_is_no_line() -> None:
    text = "The spokeswoman said so on 4 May in a short note."
    known = {"a": mentions(time(text, "4 May", "DATE", "2031-05-04"))}
    assert claims.timeline([article(text, "a")], known, {}, alone) == []


def test_old_background_of_one_article_is_left_out() -> None:
    text = "The summit opened on 4 May this year. An earlier summit was held on 3 June 2024 in Orsk."
    known = {"a": mentions(time(text, "4 May", "DATE", "2031-05-04"), time(text, "3 June 2024", "DATE", "2024-06-03"))}
    assert [line.begin for line in claims.timeline([article(text, "a")], known, {}, alone)] == ["2031-05-04"]


def test_arrivals_of_two_people_are_two_lines() -> None:
    text = "Mara Lund landed at 10:54 GMT. Piotr Vance landed at 11:05 GMT."
    found = mentions(
        time(text, "10:54 GMT", "TIME", "2031-05-06T10:54Z"),
        time(text, "11:05 GMT", "TIME", "2031-05-06T11:05Z"),
        name(text, "Mara Lund"),
        name(text, "Piotr Vance"),
    )
    assert len(claims.timeline([article(text, "a")], {"a": found}, {}, alone)) == 2


def test_no_mentions_no_lines() -> None:
    assert claims.timeline([article("Nothing.", "a")], {"a": Annotated()}, {}, alone) == []


def test_a_clock_time_without_a_day_joins_the_day_others_tell() -> None:
    first = "The talks in Varnholt began at 19:30 GMT on Tuesday 6 May."
    second = "The talks began at 19:26 GMT behind closed doors."
    known = {
        "a": mentions(
            time(first, "19:30 GMT", "TIME", "2031-05-06T19:30Z"), time(first, "Tuesday 6 May", "DATE", "2031-05-06")
        ),
        "b": mentions(time(second, "19:26 GMT", "TIME", "2031-05-07T19:26Z")),
    }
    articles = [article(first, "a"), article(second, "b", published="2031-05-07T05:00:00+02:00")]
    assert [line.begin[:10] for line in claims.timeline(articles, known, {}, alone)] == ["2031-05-06"]
