"""Entries of a chronicle and updates of a live blog as lines of the timeline; lines that say what others say."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe import claims, pipeline
from recoupe.claims.chronology import kept
from recoupe.model import Annotated, Article, Name, TimelineEvent
from tests.claims.helpers import alone, article, mentions, name, time


def drawn(*pages: tuple[Article, Annotated]) -> list[TimelineEvent]:
    return claims.timeline([a for a, _ in pages], {a.id: m for a, m in pages}, {}, alone)


def lines(*pages: tuple[Article, Annotated]) -> list[tuple[str, str]]:
    return [(line.begin, line.what) for line in drawn(*pages)]


def live(text: str, published: str, **fields: Any) -> tuple[Article, Annotated]:
    update = article(text, f"u{published[-5:]}", kind="update", published=published, **fields)
    return update, pipeline.annotate(update)


def test_an_entry_happens_at_the_time_at_its_head() -> None:
    text = "3:05 a.m. GMT.\nNot this line.\n4:10 a.m. GMT. The siren sounds above the town at last. Nobody slept."
    at = {"3:05 a.m. GMT": "2031-05-06T03:05Z", "4:10 a.m. GMT": "2031-05-06T04:10Z"}
    page = article(text, "a"), mentions(*(time(text, w, "TIME", v) for w, v in at.items()))
    assert lines(page) == [("2031-05-06T04:10:00Z", "The siren sounds above the town at last.")]


def test_an_update_happens_when_it_is_published_by_its_outlet_s_clock() -> None:
    text = "Le cortège s'ébranle enfin de la gare. On attend la suite."
    for address, begin in (("https://direct.example.fr/1", "10:15:00Z"), ("https://direct.example.com/1", "10:15:00Z")):
        page = live(text, "2031-01-22T11:15", language="fr", url=address)
        assert lines(page) == [(f"2031-01-22T{begin}", "Le cortège s'ébranle enfin de la gare.")]


def test_an_update_of_many_possible_zones_is_at_no_instant() -> None:
    assert (
        lines(live("The march leaves the station at last.", "2031-01-22T11:15", url="https://live.example.com/1")) == []
    )
    zoned = live("The march leaves the station at last.", "2031-01-22T11:15-05:00", url="https://live.example.com/1")
    assert lines(zoned) == [("2031-01-22T16:15:00Z", "The march leaves the station at last.")]


def test_an_update_that_quotes_or_tells_another_hour_happens_at_no_time_of_its_own() -> None:
    quoting = "La maire à la tribune : « La grève générale va durer encore demain »."
    earlier = "Premiers pavés de la manifestation, à 14h50, près de la gare."
    for text in (quoting, earlier):
        begins = [b for b, _ in lines(live(text, "2031-01-22T15:05+01:00", language="fr"))]
        assert "2031-01-22T14:05:00Z" not in begins


def clocked(id_: str, text: str, words: str, value: str, **fields: Any) -> tuple[Article, Annotated]:
    return article(text, id_, **fields), mentions(time(text, words, "TIME", value))


def test_one_page_a_day_off_joins_the_day_that_others_tell() -> None:
    a = clocked(
        "a", "The vote began at 21:40 GMT on 6 May after long talks.", "21:40 GMT on 6 May", "2031-05-06T21:40Z"
    )
    b = clocked("b", "The vote began at 21:40 GMT, on 6 May, as all saw.", "21:40 GMT", "2031-05-06T21:40Z")
    c = clocked("c", "The vote had begun at 21:41 GMT in the full house.", "21:41 GMT", "2031-05-07T21:41Z")
    (line,) = drawn(a, b, c)
    assert (line.begin[:10], line.independent) == ("2031-05-06", (3, 3))


def test_a_day_told_hour_by_hour_needs_no_line_of_one_page_without_an_hour() -> None:
    hours = [
        clocked(f"h{n}", f"The {what} began at {n}:00 GMT in the town.", f"{n}:00 GMT", f"2031-05-06T{n}:00Z")
        for n, what in ((10, "march"), (12, "talks"), (15, "ceremony"))
    ]
    text = "There was a fire at the port on 6 May, it is said."
    day = article(text, "d"), mentions(time(text, "6 May", "DATE", "2031-05-06"))
    assert len(lines(*hours, day)) == len(lines(*hours)) == 3
    assert len(lines(*hours[:2], day)) == 3


def test_a_signing_is_an_event() -> None:
    text = "The accord, signed on 4 May in Varnholt, runs for a year."
    assert lines((article(text, "a"), mentions(time(text, "4 May", "DATE", "2031-05-04")))) == [("2031-05-04", text)]


def test_of_many_tellings_the_line_shows_what_most_of_them_say() -> None:
    most = "On 4 May the envoys signed the accord on the Varnholt fishing grounds in the harbour hall{}"
    texts = [most.format(end) for end in (".", " at last.", ", it is said.", " again.", " there.")]
    odd = "Signed shirts of the harbour team were sold on 4 May in town."
    pages = [
        (article(text, f"a{n}"), mentions(time(text, "4 May", "DATE", "2031-05-04")))
        for n, text in enumerate([odd, *texts])
    ]
    (line,) = drawn(*pages)
    assert line.what in texts


def test_in_a_big_story_a_day_of_many_happenings_is_no_line() -> None:
    def story(*texts: str) -> list[TimelineEvent]:
        filler = [(article(f"Page {n} tells nothing.", f"f{n:02}"), Annotated()) for n in range(40)]
        pages = [(article(t, f"a{n}"), mentions(time(t, "4 May", "DATE", "2031-05-04"))) for n, t in enumerate(texts)]
        return drawn(*filler, *pages)

    fires = ("A fire at the port of Orsk on 4 May.", "Farmers lit a fire near Lunden on 4 May.")
    one = ("A fire burnt the harbour warehouse of Orsk on 4 May.", "On 4 May fire took the Orsk harbour warehouse.")
    assert story(*fires) == []
    assert len(story(*one)) == 1


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("fr", "Un éboulement coupe la route de la vallée depuis ce matin.", 1),
        ("fr", "Le parcours est raccourci en raison d'un éboulement dans la vallée.", 0),
        ("fr", "Les élus regagnent la salle après le déjeuner, sous la pluie.", 0),
        ("fr", "Conférence de presse imminente dans la grande salle du port.", 0),
        ("fr", "Rappel des règles : le vote commence à la majorité des deux tiers.", 0),
        ("en", "Good morning and welcome: an explosion shook the harbour of this town.", 0),
        ("en", "An explosion shook the harbour of this small town, then a second.", 1),
        ("de", "Die Strecke ist wegen eines Erdrutsches am Nordhang nun kürzer.", 0),
        ("es", "El tramo es más corto debido a un incendio en la ladera norte.", 0),
        ("it", "Il percorso è più corto a causa di un incendio sul versante nord.", 0),
        ("pt", "O percurso é mais curto devido a um incêndio na encosta norte.", 0),
    ],
)
def test_an_entry_tells_what_happens_and_not_what_it_only_mentions(language: str, text: str, count: int) -> None:
    assert len(lines(live(text, "2031-05-06T11:15+02:00", language=language))) == count


@pytest.mark.parametrize(
    ("language", "title", "text", "count"),
    [
        ("en", "Explosion in the harbour", "It was heard in the whole of the old town.", 1),
        ("en", "The lamps of the harbour", "It was heard in the whole of the old town.", 0),
        ("en", "Explosion in the harbour?", "It was heard in the whole of the old town.", 0),
        ("es", "Cuatro muertos", "Lo informó la guardia del puerto.", 1),  # a line shows the title before it
        ("en", "Explosion in the harbour", "“I heard it in my bed,” says Mara Lund at the gate.", 1),
        ("en", "Mara Lund at the gate", "“I heard it in my bed,” says Mara Lund at the gate.", 0),
    ],
)
def test_what_an_update_tells_may_be_told_by_its_title(language: str, title: str, text: str, count: int) -> None:
    page = article(
        text, "u", kind="update", published="2031-05-06T11:15+02:00", language=language, title=title, part_of="l"
    )
    known = pipeline.annotate(page)
    said = claims.told(page, known, {}, {}, pipeline.annotate(article(title, "t", language=language)))
    assert len(said.dated) == count
    assert claims.told(page, known, {}, {}).dated == () or not title.endswith("?")


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "What we know about the explosion in the harbour of this town.", 0),
        ("fr", "Ce qu'il faut retenir de la conférence de presse du maire.", 0),
        ("de", "Das Wichtigste zur Explosion im Hafen der kleinen Stadt.", 0),
        ("es", "Las claves de la explosión en el puerto de la ciudad.", 0),
        ("it", "Cosa sappiamo dell'esplosione nel porto della piccola città.", 0),
        ("pt", "O que se sabe da explosão no porto da pequena cidade.", 0),
        ("en", "The leaders meet for talks on Thursday 8 May in the harbour.", 0),  # that is to come
        ("en", "Recess, all leave for an hour, to the street by the port.", 1),
        ("fr", "Séance levée pour une heure, tous sont dans la rue du port.", 1),
        ("de", "Sitzungspause, alle gehen für eine Stunde auf die Straße.", 1),
        ("es", "Cuarto intermedio, todos están una hora en la calle del puerto.", 1),
        ("it", "Seduta sospesa, tutti sono per un'ora nella via del porto.", 1),
        ("pt", "Sessão suspensa, todos estão por uma hora na rua do porto.", 1),
    ],
)
def test_an_entry_that_sums_up_tells_nothing_and_a_break_is_an_event(language: str, text: str, count: int) -> None:
    begins = [b for b, _ in lines(live(text, "2031-05-06T11:15+02:00", language=language))]
    assert begins.count("2031-05-06T09:15:00Z") == count


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A break. The envoys are said to be tired."),
        ("en", "Back after lunch, and no wine."),
        ("fr", "Reprise de la séance, sans le maire."),
        ("de", "Sitzung fortgesetzt, alle sind da."),
        ("es", "Se reanuda la sesión, sin el alcalde."),
        ("it", "Di nuovo al tavolo, senza il sindaco."),
        ("pt", "De volta à mesa, sem o prefeito."),
        ("fr", "Après dépouillement de 62 % des bulletins, le oui recueille 52,1 %."),
    ],
)
def test_a_short_entry_may_be_a_break_and_counts_so_far_are_news(language: str, text: str) -> None:
    begins = [b for b, _ in lines(live(text, "2031-05-06T11:15+02:00", language=language))]
    assert begins == ["2031-05-06T09:15:00Z"]


def test_the_stamp_of_a_live_blog_tells_the_zone_of_its_updates() -> None:
    def blog(stamp: str) -> list[str]:
        whole = article("The day in the harbour, minute by minute.", "l", kind="live", published=stamp)
        text = "An explosion shook the harbour of this small town."
        update = article(text, "u", kind="update", published="2031-05-06T11:15", part_of="l")
        return [b for b, _ in lines((whole, Annotated()), (update, pipeline.annotate(update)))]

    assert blog("2031-05-06T18:00:00-03:00") == ["2031-05-06T14:15:00Z"]
    assert blog("2031-05-06T21:00:00Z") == []  # the clock of a machine


def test_an_entry_names_people_that_nobody_names_again() -> None:
    opened = "The trial of Mara Lund opened in Varnholt. Many came to see Mara Lund."
    seen = opened.rindex("Mara Lund")
    again = Name(start=seen, end=seen + 9, text="Mara Lund", type="person", entity="Mara Lund")
    arrests = "Otto Brandis, chief of the town's police, says that 17 people were arrested."
    update = article(arrests, "u", kind="update", published="2031-05-06T15:05+01:00")
    page = article(opened, "a"), mentions(name(opened, "Mara Lund"), again)
    entry = update, mentions(name(arrests, "Otto Brandis"))
    assert ("2031-05-06T14:05:00Z", arrests) in lines(page, entry)


@pytest.mark.parametrize(
    ("language", "opening", "text"),
    [
        ("en", "Debate begins.", "The treasurer has the floor, in front of empty seats and a full gallery."),
        ("fr", "Le débat commence.", "La trésorière a la parole, devant des bancs vides et une tribune pleine."),
        ("de", "Die Debatte beginnt.", "Der Kämmerer hat das Wort, vor leeren Bänken und vollen Rängen."),
        ("es", "Comienza el debate.", "La tesorera tiene la palabra ante escaños vacíos y una tribuna llena."),
        ("it", "Comincia il dibattito.", "La tesoriera ha la parola davanti a banchi vuoti e tribune piene."),
        ("pt", "Começa o debate.", "A tesoureira fala para lugares quase todos vazios."),
    ],
)
def test_an_entry_may_tell_what_happens_in_its_first_few_words(language: str, opening: str, text: str) -> None:
    told = f"{opening} {text}"
    entry = live(told, "2031-01-22T11:15+01:00", language=language)
    assert lines(entry) == [("2031-01-22T10:15:00Z", told)]
    assert lines(live(text, "2031-01-22T11:15+01:00", language=language)) == []


def test_a_live_blog_of_many_entries_makes_no_big_story() -> None:
    live = [article("The dyke holds.", "live"), *(article("Rain.", f"u{n}", part_of="live") for n in range(kept.MANY))]
    assert kept.pages([*live, article("Rain again.", "a2")]) == 2


def test_what_others_say_of_an_event_is_not_when_it_happened() -> None:
    for language, text in (
        ("en", "Bakers all over the town react to the resignation of the mayor."),
        ("de", "Die Bäcker der Stadt stehen mit ersten Einschätzungen zum Rücktritt am Ofen."),
        ("fr", "Premières réactions à la démission du maire chez les boulangers de la ville."),
    ):
        told = [b for b, _ in lines(live(text, "2031-05-06T18:55+02:00", language=language))]
        assert told == [], text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "That is where we leave it after the fire in the harbour."),
        ("en", "Good morning. The search goes on after the fire in the harbour."),
        ("fr", "C'est la fin de ce direct sur l'incendie du port de Norvale."),
        ("de", "Wir beenden den Ticker zum Brand im Hafen von Norvale."),
        ("es", "Cerramos este directo sobre el incendio del puerto de Norvale."),
        ("it", "Chiudiamo qui la diretta sull'incendio del porto di Norvale."),
        ("pt", "Ficamos por aqui com o incêndio do porto de Norvale."),
    ],
)
def test_an_entry_that_greets_or_takes_leave_is_no_line(language: str, text: str) -> None:
    assert lines(live(text, "2031-05-06T11:15Z", language=language)) == []
    clause = {"en": "The fire is out in the harbour of Norvale.", "fr": "L'incendie du port de Norvale est éteint."}
    if language in clause:
        assert lines(live(clause[language], "2031-05-06T11:15Z", language=language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The government has adopted a decree. Lawyers read it."),
        ("de", "Die Regierung hat ein Dekret erlassen. Anwälte lesen es."),
    ],
)
def test_a_decree_that_is_adopted_is_what_happened(language: str, text: str) -> None:
    assert len(lines(live(text, "2031-05-06T18:05Z", language=language))) == 1


def test_of_a_titled_update_a_few_words_are_enough() -> None:
    given = {"kind": "update", "published": "2031-05-06T11:15+02:00", "part_of": "l"}
    page = article("Pizzas arrive.", "u", title="Talks adjourned", **given)
    said = claims.told(page, pipeline.annotate(page), {}, {}, pipeline.annotate(article("Talks adjourned", "t")))
    assert [d.what[:2] for d in said.dated] == [("talks", "end")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor, Mara Lund, says that the bridge is long and narrow."),
        ("fr", "La maire, Mara Lund, affirme que le pont est long et étroit."),
        ("es", "La alcaldesa, Mara Lund, afirma que el puente es largo y estrecho."),
        ("en", "The palace says the mayor spoke to the crowd for ten minutes."),
    ],
)
def test_an_entry_that_reports_words_tells_no_deed(language: str, text: str) -> None:
    assert lines(live(text, "2031-05-06T11:15+02:00", language=language)) == []
