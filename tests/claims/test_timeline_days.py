"""Days and words of a timeline: what a page leaves open its story tells, and what is no happening is no line."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims.article.ground import scene
from recoupe.claims.article.times import dated, day_words
from recoupe.claims.chronology import kept, lines, story_days, words
from recoupe.model import Annotated, Article, TimelineEvent
from tests.claims.helpers import alone, article, mentions, name, time
from tests.claims.tellings import at, telling


def lines_of(articles: list[Article], known: dict[str, Annotated] | None = None) -> list[TimelineEvent]:
    known = known or {a.id: pipeline.annotate(a) for a in articles}
    return claims.timeline(articles, known, {}, alone)


def test_a_weekday_read_a_week_off_goes_to_the_day_the_others_tell() -> None:
    texts = {
        "a": "The summit talks in Varnholt opened on Monday 12 May in the harbour hall.",
        "b": "The summit talks in Varnholt open on 12 May in the harbour hall.",
        "c": "Lund meets Vance for summit talks on Monday in the harbour hall.",
    }
    days = {"a": ("Monday 12 May", "2031-05-12"), "b": ("12 May", "2031-05-12"), "c": ("Monday", "2031-05-05")}
    known = {k: mentions(time(t, days[k][0], "DATE", days[k][1])) for k, t in texts.items()}
    (line,) = lines_of([article(t, k) for k, t in texts.items()], known)
    assert (line.begin, line.independent) == ("2031-05-12", (3, 3))


def test_a_weekday_of_another_event_stays() -> None:
    texts = {
        "a": "The summit talks in Varnholt opened on 12 May in the harbour hall.",
        "b": "The ceasefire around Varnholt expired on Monday without a word.",
    }
    known = {
        "a": mentions(time(texts["a"], "12 May", "DATE", "2031-05-12")),
        "b": mentions(time(texts["b"], "Monday", "DATE", "2031-05-05")),
    }
    assert [e.begin for e in lines_of([article(t, k) for k, t in texts.items()], known)] == ["2031-05-05", "2031-05-12"]


@pytest.mark.parametrize(
    ("language", "text", "clock"),
    [
        ("en", "The search for survivors of the fire went on until 9:30 p.m. in the harbour.", "9:30 p.m."),
        ("fr", "Les recherches après l'incendie ont continué jusqu'à 21h30 dans le port.", "21h30"),
        ("de", "Die Suche nach dem Brand ging bis 21.30 Uhr im Hafen weiter.", "21.30 Uhr"),
        ("es", "La búsqueda tras el incendio siguió hasta las 21.30 en el puerto.", "21.30"),
        ("it", "Le ricerche dopo l'incendio sono andate avanti fino alle 21.30 nel porto.", "21.30"),
        ("pt", "As buscas após o incêndio seguiram até às 21h30 no porto.", "21h30"),
    ],
)
def test_nothing_happens_at_the_end_of_until(language: str, text: str, clock: str) -> None:
    page = article(text, "a", language=language)
    assert day_words.until(page, time(text, clock, "TIME", "T21:30"))
    assert not day_words.until(page, time(text, text.split()[1], "TIME", "T21:30"))


def test_the_length_of_a_video_is_no_clock_time() -> None:
    text = "Vance on the summit talks: we shall see 1:24\nThe summit talks began at 1:24 in the harbour hall."
    page = article(text, "a")
    first = time(text, "1:24", "TIME", "T01:24")
    at = text.rindex("1:24")
    assert day_words.of_a_recording(page, first)
    assert not day_words.of_a_recording(
        page, type(first)(start=at, end=at + 4, text="1:24", type="TIME", value="T01:24")
    )


def test_a_day_outside_a_quotation_does_not_date_what_is_quoted() -> None:
    text = 'Mara Lund, freed on 4 May, called it "a verdict written long before the trial opened" in the hall.'
    assert lines_of([article(text, "a")]) == []


def test_what_somebody_quoted_tells_of_yesterday_is_no_line() -> None:
    own = "The strike in Varnholt began on Sunday, 4 May 2031, at the harbour of Mara Lund."
    quoted = '"Yesterday the strike began for me too, and I had chosen my coat," said Mara Lund of Varnholt.'
    plain = "Yesterday the strike began in the docks of Varnholt too, with Mara Lund."
    for added, days in ((quoted, ["2031-05-04"]), (plain, ["2031-05-04", "2031-05-06"])):
        pages = [
            article(own, "a", published="2031-05-06T20:00:00+02:00"),
            article(f"{own} {added}", "b", published="2031-05-07T20:00:00+02:00"),
        ]
        assert [e.begin for e in lines_of(pages)] == days


def test_some_words_of_a_statement_do_not_make_its_hour_a_witness_s() -> None:
    stated = 'Lansmere confirmed its interest on Tuesday at 4:45 p.m. GMT, saying it was "considering its options".'
    witness = '"I saw them leave Lansmere together, all nine of them," a guard said on Tuesday at 4:45 p.m. GMT.'
    for text, kept_line in ((stated, True), (witness, False)):
        words, value = "Tuesday at 4:45 p.m. GMT", "2031-05-06T16:45Z"
        line = telling("a", text, words, value, "06T16:45", ("", "clock", "1"), day_named=True)._replace(
            sentence=(0, len(text))
        )
        known = {"a": pipeline.annotate(line.article)}
        story = kept.Story(
            articles=3, main=None, centre=line.begin // 86_400 * 86_400, lasting=False, days={}, common=frozenset(),
            people={}, mentions=known, ours=lambda *_: True, independent=alone,
        )  # fmt: skip
        assert story.keeps([line]) == kept_line


def test_other_news_on_a_page_is_no_line() -> None:
    own = "The trial of Mara Lund opened on 4 May in Varnholt."
    other = "Also today: the trial of Otto Brandis in Kolmar opened on 5 May."
    texts = {"a": f"{own} {other}", "b": own}
    known = {
        "a": mentions(
            time(texts["a"], "4 May", "DATE", "2031-05-04"), time(texts["a"], "5 May", "DATE", "2031-05-05"),
            name(texts["a"], "Mara Lund"), name(texts["a"], "Varnholt", "place"),
            name(texts["a"], "Otto Brandis"), name(texts["a"], "Kolmar", "place"),
        ),
        "b": mentions(time(own, "4 May", "DATE", "2031-05-04"), name(own, "Mara Lund"), name(own, "Varnholt", "place")),
    }  # fmt: skip
    assert [e.begin for e in lines_of([article(t, k) for k, t in texts.items()], known)] == ["2031-05-04"]


def test_one_instant_under_two_names_is_one_line() -> None:
    first = "The clashes in the harbour began at 14:20 GMT on 4 May."
    second = "The protest in the harbour began at 14:20 GMT on 4 May."
    known = {
        k: mentions(time(t, "14:20 GMT", "TIME", "2031-05-04T14:20Z"), time(t, "4 May", "DATE", "2031-05-04"))
        for k, t in {"a": first, "b": second}.items()
    }
    (line,) = lines_of([article(first, "a"), article(second, "b")], known)
    assert line.independent == (2, 2)


def test_a_sentence_of_two_times_is_shown_whole_once() -> None:
    text = (
        "The ferry Alma, which left the harbour of Orsk at 14:30 GMT, crashed into the pier of Varnholt at 18:10 GMT."
    )
    known = mentions(
        time(text, "14:30 GMT", "TIME", "2031-05-04T14:30Z"), time(text, "18:10 GMT", "TIME", "2031-05-04T18:10Z")
    )
    page = article(text, "a", published="2031-05-05")
    found = claims.compare(claims.find(page, known, {}, {}), [page], alone)
    lines = claims.timeline([page], {"a": known}, {}, alone, found)
    assert len({line.what for line in lines}) == len(lines) == 2


def told(texts: dict[str, str], times: dict[str, tuple[str, str, str]], **dates: str | None) -> list[tuple[str, int]]:
    """Return when each line begins and how many articles tell it; `dates` are those of some articles."""
    known = {k: mentions(time(t, *times[k])) if k in times else mentions() for k, t in texts.items()}
    pages = [article(t, k, published=dates[k]) if k in dates else article(t, k) for k, t in texts.items()]
    return [(e.begin, len({s.article for s in e.support})) for e in lines_of(pages, known)]


OPENED = "The summit talks in Varnholt opened on 2 May in the harbour hall."


def test_what_is_told_as_past_is_not_ahead_of_its_page() -> None:
    texts = {
        "a": OPENED,
        "b": OPENED,
        "c": "The riot that followed the opening of the summit broke out on Friday night.",
    }
    days = dict.fromkeys("ab", ("2 May", "DATE", "2031-05-02")) | {"c": ("Friday night", "DATE", "2031-05-09TNI")}
    assert told(texts, days) == [("2031-05-02", 3)] or ("2031-05-02", 1) in told(texts, days)
    planned = texts | {"c": "The next summit talks are planned for Friday night in the harbour hall."}
    assert ("2031-05-09", 1) in told(planned, days)


def test_a_page_without_a_date_takes_year_and_week_from_the_others() -> None:
    texts = {"a": OPENED, "b": OPENED, "c": OPENED.replace("2 May", "Friday"), "d": OPENED}
    days = dict.fromkeys("ab", ("2 May", "DATE", "2031-05-02"))
    days |= {"c": ("Friday", "DATE", "2031-03-14"), "d": ("2 May", "DATE", "2027-05-02")}
    assert told(texts, days, c=None, d=None) == [("2031-05-02", 4)]


def test_one_page_s_hour_of_another_zone_goes_to_the_line_of_the_others() -> None:
    said = "The train derailed at {} near the harbour."
    clocks = {"a": "10.20", "b": "10.20", "c": "10.20", "d": "11.20"}
    texts = {k: said.format(clock) for k, clock in clocks.items()}
    times = {k: (c, "TIME", f"2031-05-06T{c.replace('.', ':')}Z") for k, c in clocks.items()}
    assert told(texts, times) == [("2031-05-06T10:20:00Z", 4)]
    clocks |= {"e": "11.20"}
    texts = {k: f"The museum opened its branches at {c} for the night." for k, c in clocks.items()}
    times |= {"e": times["d"]}
    assert {begin for begin, _ in told(texts, times)} == {"2031-05-06T10:20:00Z", "2031-05-06T11:20:00Z"}


def test_a_weekday_on_which_its_page_came_out_is_that_day() -> None:
    texts = dict.fromkeys("ab", OPENED) | {
        "c": "The old harbour hall saw the talks open on Friday, its keeper tells us."
    }
    days = dict.fromkeys("ab", ("2 May", "DATE", "2031-05-02")) | {"c": ("Friday", "DATE", "2031-05-09")}
    assert ("2031-05-09", 1) in told(texts, days, c="2031-05-09")
    assert told(texts, days, c="2031-05-10") == [("2031-05-02", 3)]


def test_a_weekday_that_one_page_of_several_tells_is_a_line_where_it_is_over() -> None:
    texts = dict.fromkeys("abc", OPENED) | {"d": "The ceasefire around Varnholt ends on Monday at last."}
    days = dict.fromkeys("abc", ("2 May", "DATE", "2031-05-02")) | {"d": ("Monday", "DATE", "2031-05-12")}
    assert told(texts, days) == [("2031-05-02", 3)]
    over = texts | {"d": texts["d"].replace("ends", "ended")}
    assert ("2031-05-05", 1) in told(over, days | {"d": ("Monday", "DATE", "2031-05-05")})
    dated = texts | {"d": texts["d"].replace("Monday", "12 May")}
    assert ("2031-05-12", 1) in told(dated, days | {"d": ("12 May", "DATE", "2031-05-12")})


def test_a_part_that_begins_with_who_says_it_is_shown_in_its_sentence() -> None:
    text = "The ferry left the harbour at 14:30 GMT, according to the owner it crashed into the pier at 18:10 GMT."
    known = mentions(
        time(text, "14:30 GMT", "TIME", "2031-05-04T14:30Z"), time(text, "18:10 GMT", "TIME", "2031-05-04T18:10Z")
    )
    page = article(text, "a", published="2031-05-05")
    found = claims.compare(claims.find(page, known, {}, {}), [page], alone)
    shown = {line.what for line in claims.timeline([page], {"a": known}, {}, alone, found)}
    assert not any(words.startswith("according") for words in shown)


def test_a_part_that_begins_with_and_is_shown_in_its_sentence() -> None:
    text = "The contact was lost at 14:30 GMT by the crew, and restored through the mast at 18:10 GMT."
    page = article(text, "a", published="2031-05-06T20:00:00Z")
    known = pipeline.annotate(page)
    found = claims.compare(claims.find(page, known, {}, {}), [page], alone)
    lines = claims.timeline([page], {"a": known}, {}, alone, found)
    assert [line.what for line in lines] == [text, text]


def test_what_happened_since_is_a_line_where_it_names_the_story() -> None:
    first = "An explosion shook Varnholt on 4 May, and the Varnholt harbour burnt."
    pages = [article(first, i, published="2031-05-04T20:00:00Z") for i in "abcd"]

    def since(text: str) -> list[str]:
        late = article(text, "z", published="2031-05-06T20:00:00Z")
        return [e.begin for e in lines_of([*pages, late]) if e.begin > "2031-05-05"]

    assert since("On Tuesday divers pulled the van out of the Varnholt harbour.") == ["2031-05-06"]
    assert since("On Tuesday divers pulled the van out of the river there.") == []
    assert since("On Tuesday divers will pull the van out of the Varnholt harbour.") == []
    assert since("The Varnholt school reopens its rooms on 18 May for all.") == ["2031-05-18"]
    assert since("The Varnholt archive is to be complete on 18 May 2038 for all.") == []


def test_a_place_nobody_names_again_in_a_paragraph_of_the_story_is_of_it() -> None:
    own = "The trial of Mara Lund opened on 4 May in Varnholt."
    texts = {"a": f"{own}{{}}In Kolmar the trial of her brother opened on 5 May.", "b": own}

    def begins(between: str) -> list[str]:
        told = {k: t.format(between) for k, t in texts.items()}
        known = {}
        for k, t in told.items():
            found = [time(t, "4 May", "DATE", "2031-05-04"), name(t, "Mara Lund"), name(t, "Varnholt", "place")]
            more = [time(t, "5 May", "DATE", "2031-05-05"), name(t, "Kolmar", "place")] if "Kolmar" in t else []
            known[k] = mentions(*found, *more)
        return [e.begin for e in lines_of([article(t, k) for k, t in told.items()], known)]

    assert begins(" ") == ["2031-05-04", "2031-05-05"]
    assert begins("\n") == ["2031-05-04"]


def test_a_weekday_before_the_story_s_day_is_a_line_where_two_pages_tell_of_it() -> None:
    resigned = "Mayor Ana Duval of Ostrel resigned on Wednesday, 7 May 2031, after the flood."
    told = "On Monday the lower town of Ostrel had filled with water before Ana Duval woke."
    again = "Ana Duval woke too late in Ostrel on Monday, when the cellars had filled."
    pages = [
        (a := article(text, str(n), published="2031-05-08"), pipeline.annotate(a))
        for n, text in enumerate((resigned, resigned, resigned, f"{resigned} {told}", f"{resigned} {again}"))
    ]

    def days(*chosen: int) -> list[str]:
        some = [pages[n] for n in chosen]
        return [e.begin for e in claims.timeline([a for a, _ in some], {a.id: m for a, m in some}, {}, alone)]

    assert "2031-05-05" in days(0, 1, 2, 3, 4)
    assert "2031-05-05" not in days(0, 1, 2, 3)


def test_what_begins_and_ends_at_one_hour_of_the_day_is_two_lines() -> None:
    first, last = ("strike", "start", ""), ("strike", "end", "")
    begun = [
        telling(i, "The strike begins at noon on Tuesday.", "noon on Tuesday", "2031-05-06T12:00", "06T12:00", first)
        for i in "abc"
    ]
    ended = telling(
        "d", "The strike ends at noon on Thursday.", "noon on Thursday", "2031-05-08T12:00", "08T12:00", last
    )
    assert [g[0].begin for g in lines.merged([*begun, ended])] == [at("06T12:00"), at("08T12:00")]


def test_the_weekday_of_a_page_without_a_date_is_not_years_off() -> None:
    talks = ("talks", "start", "")
    long_ago = at("12T00:00") - 52 * 7 * 86400.0
    told = [telling(i, "The talks opened.", "opened", "", "12T00:00", talks)._replace(begin=long_ago) for i in "ab"]
    bare = telling("c", "Talks on Monday.", "Monday", "", "12T00:00", talks, weekday=True, guessed=True, published=None)
    assert story_days.in_their_week([*told, bare])[-1].begin == at("12T00:00")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "the next day at 9"), ("fr", "la veille à 21h30"), ("de", "am Tag darauf um 9 Uhr"),
     ("es", "al día siguiente"), ("it", "il giorno dopo alle 9"), ("pt", "no dia seguinte às 9h")],
)  # fmt: skip
def test_a_day_told_by_several_words_is_a_day_of_its_own(language: str, words: str) -> None:
    assert day_words.own_day(words, language)
    assert not day_words.own_day("9 Uhr" if language == "de" else "9h", language)


def test_what_a_page_announces_is_on_no_day_before_it() -> None:
    start = ("vote", "start", "")
    past = [
        telling(i, "It began at 11:42.", "11:42", "2031-05-05T11:42Z", "05T11:42", start, day_named=True) for i in "ab"
    ]
    plan = {"planned": True, "announced": True, "published": "2031-05-06T08:00:00Z"}
    ahead = telling("c", "It is to begin at 11:42.", "11:42", "", "06T11:42", start, **plan)
    assert [g[0].begin for g in lines.merged([*past, ahead])] == [at("05T11:42"), at("06T11:42")]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The ministers met to consider the request of 2 May on the harbour of Norvale.", "2 May"),
        ("en", "The ministers met as the share fell 9% from Friday's closing price in Norvale.", "Friday"),
        ("fr", "Les ministres se sont réunis sur la demande du 2 mai du port de Norvale.", "2 mai"),
        ("de", "Die Minister trafen sich zum Antrag vom 2. Mai des Hafens von Norvale.", "2. Mai"),
        ("es", "Los ministros se reunieron con la acción un 9% bajo el cierre del viernes en Norvale.", "viernes"),
        ("it", "I ministri si sono riuniti sulla richiesta del 2 maggio del porto di Norvale.", "2 maggio"),
        ("pt", "Os ministros reuniram-se sobre o pedido de 2 de maio do porto de Norvale.", "2 de maio"),
    ],
)
def test_a_day_of_a_noun_dates_nothing_else_of_its_sentence(language: str, text: str, day: str) -> None:
    page = article(text, "a", language=language)
    assert day_words.of_a_noun(page, time(text, day, "DATE", "2031-05-02"))
    assert lines_of([page]) == []


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "On the evening of 2 May the fire broke out in the harbour.", "2 May"),
        ("fr", "À compter du 2 mai le port est fermé.", "2 mai"),
        ("de", "Am Abend des 2. Mai brach im Hafen ein Feuer aus.", "2. Mai"),
        ("es", "En la noche del viernes estalló un incendio en el puerto.", "viernes"),
        ("it", "Nella notte di venerdì è scoppiato un incendio nel porto.", "venerdì"),
        ("pt", "Na noite de sexta-feira começou um incêndio no porto.", "sexta-feira"),
    ],
)
def test_a_day_behind_a_part_of_it_is_no_noun_s(language: str, text: str, day: str) -> None:
    assert not day_words.of_a_noun(article(text, "a", language=language), time(text, day, "DATE", "2031-05-02"))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Customers withdrew more during the fire between 2 and 4 May in Norvale.", "4 May"),
        ("fr", "Les retraits après l'incendie entre le 2 et le 4 mai furent élevés.", "4 mai"),
        ("de", "Die Abflüsse nach dem Brand zwischen dem 2. und dem 4. Mai waren hoch.", "4. Mai"),
        ("es", "Las retiradas tras el incendio entre el 2 y el 4 de mayo fueron altas.", "4 de mayo"),
        ("it", "I ritiri dopo l'incendio tra il 2 e il 4 maggio furono alti.", "4 maggio"),
        ("pt", "Os levantamentos após o incêndio entre 2 e 4 de maio foram altos.", "4 de maio"),
    ],
)
def test_nothing_happens_at_the_end_of_what_went_on_between_two_times(language: str, text: str, day: str) -> None:
    assert day_words.until(article(text, "a", language=language), time(text, day, "DATE", "2031-05-04"))
    assert not day_words.until(article(day, "a", language=language), time(day, day, "DATE", "2031-05-04"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Five people have been arrested in Norvale since 4 May."),
        ("fr", "Cinq personnes ont été arrêtées à Norvale depuis le 4 mai."),
        ("de", "Fünf Personen wurden in Norvale festgenommen, seit dem 4. Mai."),
        ("es", "Cinco personas han sido detenidas en Norvale desde el 4 de mayo."),
        ("it", "Cinque persone sono state arrestate a Norvale dal 4 maggio."),
        ("pt", "Cinco pessoas foram detidas em Norvale desde 4 de maio."),
    ],
)
def test_what_is_only_counted_since_a_day_did_not_happen_on_it(language: str, text: str) -> None:
    assert lines_of([article(text, "a", language=language)]) == []


def test_what_is_told_by_the_way_is_shown_with_that_of_which_it_is_told() -> None:
    text = (
        "Mara Lund, whose resignation the council had refused on 3 May 2031, left her office in Varnholt on 5 May 2031."
    )
    told = {e.begin: e.what for e in lines_of([article(text, "a")])}
    assert told["2031-05-05"] == text
    assert told.get("2031-05-03") in (None, "Mara Lund, whose resignation the council had refused on 3 May 2031")


@pytest.mark.parametrize(
    ("language", "aside", "plain"),
    [
        ("en", "The banks, which closed on 3 May, will reopen soon.", "The banks of Varnholt closed on 3 May, early."),
        ("fr", "Les banques, fermées depuis le 3 mai, vont rouvrir.", "Les banques ont fermé leurs portes le 3 mai."),
        ("de", "Die Banken, die am 3. Mai schlossen, öffnen bald.", "Die Banken haben am 3. Mai geschlossen, früh."),
        ("es", "Los bancos, que cerraron el 3 de mayo, abrirán.", "Los bancos cerraron el 3 de mayo, temprano."),
        ("it", "Le banche, che hanno chiuso il 3 maggio, riaprono.", "Le banche hanno chiuso il 3 maggio, presto."),
        ("pt", "Os bancos, que fecharam a 3 de maio, vão abrir.", "Os bancos fecharam a 3 de maio, cedo."),
    ],
)  # fmt: skip
def test_a_line_says_it_in_a_clause_of_its_own(language: str, aside: str, plain: str) -> None:
    pages = [article(t, i, language=language) for i, t in (("a", aside), ("b", plain))]
    days = [next(t for t in pipeline.annotate(p).times if t.value == "2031-05-03") for p in pages]
    (told,) = {d.text for d in days}
    by_the_way = [
        words.by_the_way(telling(p.id, p.text, told, "2031-05-03", "03T00:00", language=language)) for p in pages
    ]
    assert by_the_way == [True, False]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norland said on Tuesday that it had given 250 million crowns to the Varnholt fund."),
        ("fr", "La Norlande a déclaré mardi qu'elle avait donné 250 millions de couronnes à Varnholt."),
        ("es", "Norlandia dijo el martes que había dado 250 millones de coronas a Varnholt."),
    ],
)
def test_what_was_said_is_the_news_of_a_page_of_that_day(language: str, text: str) -> None:
    def dated_days(text: str, published: str) -> list[str]:
        page = article(text, "a", language=language, published=published)
        known = pipeline.annotate(page)
        return [d.time.value for d in claims.told(page, known, {}, {}).dated]

    assert dated_days(text, "2031-05-06T20:00:00Z") == ["2031-05-06"]
    assert dated_days(text, "2031-05-07T20:00:00Z") == []
    assert dated_days("Autre chose. " * 60 + text, "2031-05-06T20:00:00Z") == []


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Five people died when two trains collided at Varnholt in an accident, the police said on Tuesday.", []),
        ("The police said on Tuesday that they would question the driver of the train.", [dated.LATELY]),
    ],
)
def test_what_was_said_is_the_news_of_its_day_unless_it_is_of_something_that_happened(
    text: str, tells: list[tuple[str, str, str]]
) -> None:
    page = article(text, "a", published="2031-05-06T12:00:00+02:00")
    assert [found.what for found in dated.find(scene.build(page, pipeline.annotate(page), {}))] == tells
