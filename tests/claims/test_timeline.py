from recoupe import claims, pipeline
from recoupe.model import Annotated, Finding, Support, Value
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


def test_a_day_that_only_dates_what_is_said_is_no_line() -> None:
    said = "Mara Lund said on Friday that the talks were useful to everybody."
    met = "The talks in Varnholt began on Friday in the old harbour hall."
    for text, lines in ((said, 0), (met, 1)):
        known = pipeline.annotate(article(text, "a"))
        assert len(claims.timeline([article(text, "a")], {"a": known}, {}, alone)) == lines


def test_of_a_long_sentence_the_clause_that_tells_the_event_is_shown() -> None:
    text = (
        "The summit opened on 4 May in the old harbour hall of Varnholt; nobody in the room seemed to believe that "
        "the bridge, the canal, the three locks and the railway would all be paid for by the same small town that had "
        "asked for them."
    )
    known = {"a": mentions(time(text, "4 May", "DATE", "2031-05-04"))}
    (line,) = claims.timeline([article(text, "a")], known, {}, alone)
    assert line.what == "The summit opened on 4 May in the old harbour hall of Varnholt"


def test_one_instant_printed_on_two_clocks_is_one_line() -> None:
    text = "The talks start at 11:00 a.m. local time (19:00 GMT) and end with a press conference."
    known = mentions(
        time(text, "11:00 a.m. local time", "TIME", "2031-05-06T19:00Z"),
        time(text, "19:00 GMT", "TIME", "2031-05-06T19:00Z"),
    )
    assert len(claims.timeline([article(text, "a")], {"a": known}, {}, alone)) == 1


def test_what_lies_after_the_article_is_planned() -> None:
    text = "Three days of mourning begin on Monday; the funeral ceremony begins on 12 May in Varnholt."
    known = {"a": mentions(time(text, "12 May", "DATE", "2031-05-12"))}
    (line,) = claims.timeline([article(text, "a")], known, {}, alone)
    assert line.planned


def test_a_story_of_many_articles_keeps_what_two_origins_tell() -> None:
    both = "The summit in Varnholt opened on 4 May in the harbour hall."
    one = "The protest in Varnholt began on 5 May in the harbour."
    texts = {f"a{n:02}": both for n in range(45)} | {"b": one}
    days = {both: ("4 May", "2031-05-04"), one: ("5 May", "2031-05-05")}
    known = {k: mentions(time(t, days[t][0], "DATE", days[t][1])) for k, t in texts.items()}
    lines = claims.timeline([article(t, k) for k, t in texts.items()], known, {}, alone)
    assert [line.begin for line in lines] == ["2031-05-04"]


def test_instants_that_findings_settled_are_the_lines() -> None:
    from recoupe.claims.chronology import of_findings

    text = "Il est arrivé à Varnholt vers 20h57."
    known = {"a": mentions(time(text, "20h57", "TIME", "T20:57"))}
    support = Support(article="a", page="a.txt", start=29, end=34, exact="20h57", sentence=(0, 36), status="stated")
    low, high = "2031-05-06T18:42:00Z", "2031-05-06T19:12:00Z"
    finding = Finding(
        id="f1", status="alone", attribute="arrival", scope="Mara Lund", independent=(1, 1), explanation="", weight=1.0,
        unit="instant", values=(Value(low=low, high=high, display="20h57", support=(support,)),),
    )  # fmt: skip
    (telling,) = of_findings.tellings([finding], {"a": article(text, "a")}, known, {"a": ()}, {"Mara Lund": "e1"})
    assert telling.what == ("", "arrival", "e1")
    (line,) = claims.timeline([article(text, "a", language="fr")], known, {}, alone, [finding])
    assert (line.begin, line.what) == ("2031-05-06T18:57:00Z", text)
