"""How the clock of a live blog's entry is printed: in brackets, behind a day or a word, below the entry."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.extract import read
from recoupe.extract.clocklines import labelled_clock
from recoupe.extract.daylabels import DayLabel, alone, before_clock
from recoupe.extract.html import parse, visible
from recoupe.model import Article, Page

CLOCKS = ((14, 5), (13, 40), (12, 15), (9, 30))  # newest first, as printed
WORDS = {
    "de": (
        ("Deich bei Norwall hält", "Der Deich habe auch der zweiten Flut standgehalten, sagten Ingenieure am Mittag."),
        ("Schule bleibt zu", "Die Lindenschule bleibt am Freitag geschlossen, schrieb die Rektorin an die Eltern."),
        ("Bundeswehr hilft", "Zweihundert Soldaten füllen am Kai Sandsäcke, teilte der Landkreis am Vormittag mit."),
        ("Erste Warnungen", "Der Wetterdienst hat für die Küste seit neun Jahren wieder die höchste Stufe ausgerufen."),
    ),
    "en": (
        ("The barrier holds", "Engineers said the flood barrier at Norwick had held through the second tide."),
        ("School closed", "Harrow Lane primary will stay shut on Friday, the head teacher wrote to parents."),
        ("Army called in", "Two hundred soldiers are filling sandbags along the quay, the county said."),
        ("First warnings", "The weather office has raised its warning for the coast to red for the first time."),
    ),
    "es": (
        ("El dique resiste", "Los ingenieros aseguran que el dique de Navera ha aguantado la segunda marea."),
        ("Colegio cerrado", "El colegio de los Tilos seguirá cerrado el viernes, escribió la directora a los padres."),
        ("Llega el ejército", "Doscientos soldados llenan sacos de arena en el muelle, informa la delegación."),
        ("Primeros avisos", "El servicio de meteorología ha declarado la alerta roja en toda la costa."),
    ),
    "fr": (
        ("La digue tient bon", "Les ingénieurs assurent que la digue de Sorval a tenu pendant la deuxième marée."),
        ("L’école fermée", "L’école des Tilleuls restera close vendredi, a écrit la directrice aux parents."),
        ("L’armée en renfort", "Deux cents soldats remplissent des sacs de sable le long du quai, dit la préfecture."),
        ("Premières alertes", "Le service météo a placé toute la côte en vigilance rouge, une première."),
    ),
    "it": (
        ("La diga tiene", "Gli ingegneri assicurano che la diga di Norvalle ha retto alla seconda marea."),
        ("Scuola chiusa", "La scuola dei Tigli resterà chiusa venerdì, ha scritto la preside ai genitori."),
        ("Arriva l’esercito", "Duecento soldati riempiono sacchi di sabbia sul molo, fa sapere la prefettura."),
        ("Primi avvisi", "Il servizio meteo ha proclamato l’allerta rossa su tutta la costa."),
    ),
    "pt": (
        ("O dique aguenta", "Os engenheiros garantem que o dique de Norvale resistiu à segunda maré."),
        ("Escola fechada", "A escola das Tílias continuará fechada na sexta-feira, escreveu a diretora aos pais."),
        ("Chega o exército", "Duzentos soldados enchem sacos de areia no cais, informou a câmara municipal."),
        ("Primeiros avisos", "O instituto do tempo colocou toda a costa em alerta vermelho."),
    ),
}
TITLES = {
    "de": "Sturm Ines im Liveticker: Die Lage an der Küste",
    "en": "Storm Ines live: latest as the coast floods",
    "es": "Temporal Inés, en directo: las inundaciones",
    "fr": "Tempête Inès : suivez la situation en direct",
    "it": "Tempesta Ines, la diretta dalla costa",
    "pt": "Tempestade Inês ao minuto: a situação na costa",
}
STYLES = [
    ("de", "+++ {h:02}:{m:02} Uhr +++"),
    ("de", "[{h:02}:{m:02} Uhr]"),
    ("de", "Update {h}.{m:02} Uhr:"),
    ("de", "Donnerstag, 12. Juni, {h:02}:{m:02} Uhr:"),
    ("de", "12.06.2025, {h:02}:{m:02} -"),
    ("en", "[{h:02}:{m:02}]"),
    ("en", "Posted at {h:02}:{m:02}"),
    ("en", "{h:02}{m:02} GMT"),
    ("en", "June 12, {h:02}:{m:02}"),
    ("es", "({h:02}.{m:02} h)"),
    ("es", "{h:02}:{m:02}h"),
    ("es", "A las {h:02}:{m:02} |"),
    ("fr", "[{h}h{m:02}]"),
    ("fr", "À {h} h {m:02} :"),
    ("fr", "Il y a 2 h • {h}:{m:02}"),
    ("fr", "Le 12/06 à {h}h{m:02} -"),
    ("it", "Ore {h}.{m:02}"),
    ("it", "h {h}:{m:02}"),
    ("it", "12 giugno - {h:02}:{m:02}"),
    ("pt", "{h}h{m:02}min"),
    ("pt", "Às {h}h{m:02} –"),
]
DESIGNS = {
    "a paragraph": "<p><strong>{clock} {title}</strong></p><p>{words}</p>",
    "an element of its own": "<article><div>{clock}</div><h3>{title}</h3><p>{words}</p></article>",
    "a row": "<tr><td>{clock}</td><td><b>{title}</b><br>{words}</td></tr>",
}


def page(language: str, style: str, design: str) -> str:
    entries = "".join(
        design.format(clock=style.format(h=h, m=m), title=title, words=words)
        for (h, m), (title, words) in zip(CLOCKS, WORDS[language], strict=True)
    )
    entries = f"<table>{entries}</table>" if entries.startswith("<tr") else f"<div>{entries}</div>"
    title, lead = TITLES[language], " ".join(words for _, words in WORDS[language])
    return (
        f"<html><head><title>{title}</title><meta property='article:published_time' content='2025-06-12T07:00:00Z'>"
        f"</head><body><h1>{title}</h1><p>{lead}</p>{entries}<footer><a href='/i'>Imprint</a></footer></body></html>"
    )


def flat(html: str, published: str = "2025-06-12T07:00:00Z") -> Page:
    return Page(id="p", page="p", text=visible.of(parse.tree(html)).text, published=published)


def told(articles: tuple[Article, ...]) -> list[tuple[str | None, str | None, str]]:
    return [((a.published or "")[:16], a.title, a.text) for a in articles if a.kind == "update"]


def expected(language: str) -> list[tuple[str | None, str | None, str]]:
    entries = [
        (f"2025-06-12T{h:02}:{m:02}", title, words)
        for (h, m), (title, words) in zip(CLOCKS, WORDS[language], strict=True)
    ]
    return entries[::-1]


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(("language", "style"), STYLES)
def test_html(language: str, style: str, design: str) -> None:
    html = page(language, style, DESIGNS[design])
    assert told(read(Page(id="p", page="p", html=html)).articles) == expected(language)


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(("language", "style"), STYLES)
def test_flattened(language: str, style: str, design: str) -> None:
    assert told(read(flat(page(language, style, DESIGNS[design]))).articles) == expected(language)


@pytest.mark.parametrize(("language", "style"), [("en", "{h:02}:{m:02} BST"), ("it", "Ore {h}:{m:02}")])
def test_clocks_below_their_entries(language: str, style: str) -> None:
    html = page(language, style, "<div><h4>{title}</h4><p>{words}</p><small>{clock}</small></div>")
    assert told(read(flat(html)).articles) == expected(language)


def test_a_clock_under_the_text_of_an_article_is_none_of_it() -> None:
    text = "\n".join(("Storm floods the coast", *(words for _, words in WORDS["en"]), "14:05"))
    (article,) = read(Page(id="p", page="p", text=text)).articles
    assert article.kind == "article"
    assert article.text.endswith("for the first time.")


@pytest.mark.parametrize(
    "line",
    [
        "Um 14.05 Uhr Ortszeit brach der Deich",
        "At 14:05 Norwick said it was safe",
        "À 14h05 Paris a prévenu les communes",
        "Am 12. Juni um 14.05 Uhr Ortszeit brach der Deich",
        "2024 ist ein Jahr der Fluten",
        "12.06. war ein Donnerstag",
        "(14,05 Millionen Euro)",
        "[14:05 Uhr mehr dazu im Archiv]",
    ],
)
def test_sentences_and_figures_are_no_clock_headings(line: str) -> None:
    assert labelled_clock(line) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Donnerstag, 12. Juni, 14.05 Uhr", (12, 6, None)),
        ("12.06.2025, 14:05", (12, 6, 2025)),
        ("le 25/12 à 9h30", (25, 12, None)),
        ("06/12 14:05", (None, None, None)),  # June or December
        ("Jueves, 14:05", (None, None, None)),
        ("12 de junio de 2025, 14:05 h", (12, 6, 2025)),
        ("June 12, 2.05pm", (12, 6, None)),
    ],
)
def test_days_before_clocks(line: str, day: tuple[int | None, int | None, int | None]) -> None:
    label = before_clock(line)
    assert label is not None
    assert (label.day, label.month, label.year) == day


@pytest.mark.parametrize("line", ["12.06 - 14.05 Uhr", "14:05", "12 juin", "3 Juni-Tage 14", "Mai 68, 14 films"])
def test_no_days_before_clocks(line: str) -> None:
    assert before_clock(line) is None


def test_the_year_is_the_one_that_comes_closest() -> None:
    assert DayLabel(0, False, 30, 12).on(dt.date(2026, 1, 2)) == dt.date(2025, 12, 30)
    assert DayLabel(0, False, 2, 1).on(dt.date(2025, 12, 30)) == dt.date(2026, 1, 2)
    assert DayLabel(0, False, 29, 2).on(dt.date(2025, 3, 1)) == dt.date(2024, 2, 29)
    assert DayLabel(0, False, 31, 6).on(dt.date(2025, 3, 1)) is None
    assert DayLabel(0, False, 12, 6).on(None) is None


@pytest.mark.parametrize("kind", ["html", "flat"])
def test_days_that_no_running_clock_could_tell(kind: str) -> None:
    """Two days lie between the entries, and the clock rises down the page."""
    days = ("2 gennaio", "30 dicembre", "30 dicembre", "29 dicembre")
    rows = zip(days, ("09:30", "14:05", "08:15", "12:40"), WORDS["it"], strict=True)
    entries = "".join(f"<p><b>{day}, {clock} - {title}</b></p><p>{words}</p>" for day, clock, (title, words) in rows)
    html = (
        "<title>Tempesta Ines, la diretta</title><meta property='article:published_time' content='2025-12-29T08:00Z'>"
        "<meta property='article:modified_time' content='2026-01-02T10:00Z'>"
        f"<h1>Tempesta Ines, la diretta</h1><p>{WORDS['it'][0][1]} {WORDS['it'][2][1]}</p><div>{entries}</div>"
    )
    source = Page(id="p", page="p", html=html) if kind == "html" else flat(html, "2025-12-29T08:00Z")
    assert [when for when, *_ in told(read(source).articles)] == [
        "2025-12-29T12:40", "2025-12-30T08:15", "2025-12-30T14:05", "2026-01-02T09:30",
    ]  # fmt: skip


DAYS = {
    "de": ("Samstag, 8. März", "Montag, 10. März"),
    "en": ("Saturday 8 March", "Monday, March 10"),
    "es": ("Sábado, 8 de marzo", "Lunes 10 de marzo"),
    "fr": ("Samedi 8 mars", "Lundi 10 mars :"),
    "it": ("Sabato 8 marzo", "10 marzo"),
    "pt": ("Sábado, 8 de março", "Segunda-feira, 10 de março"),
}


@pytest.mark.parametrize("language", DAYS)
@pytest.mark.parametrize("kind", ["html", "flat"])
def test_a_day_alone_above_its_entries_is_theirs_and_no_part_of_them(kind: str, language: str) -> None:
    """The week as it happened, told forwards and published on its last day."""
    first, second = DAYS[language]
    clocks = ("08:15", "14:50", "03:10", "16:20")
    words = [text for _, text in WORDS[language]]
    posts = [f"<p><b>{clock}</b> {text}</p>" for clock, text in zip(clocks, words, strict=True)]
    title = TITLES[language]
    html = (
        f"<html lang='{language}'><title>{title}</title>"
        "<meta property='article:published_time' content='2031-03-12T20:00Z'>"
        f"<h1>{title}</h1><div><h3>{first}</h3>{posts[0]}{posts[1]}<h3>{second}</h3>{posts[2]}{posts[3]}</div>"
    )
    source = Page(id="p", page="p", html=html) if kind == "html" else flat(html, "2031-03-12T20:00Z")
    found = told(read(source).articles)
    days = ("08T08:15", "08T14:50", "10T03:10", "10T16:20")
    assert [when for when, *_ in found] == [f"2031-03-{day}" for day in days]
    assert [text for *_, text in found] == words


def test_entries_over_midnight_are_not_all_of_the_day_above_them() -> None:
    rows = zip(("0h20", "23h40", "22h15", "21h30"), (words for _, words in WORDS["fr"]), strict=True)
    text = "\n".join((TITLES["fr"], "Mercredi 12 mars 2031", *(f"{clock} – {words}" for clock, words in rows)))
    found = told(read(Page(id="p", page="p", text=text, published="2031-03-13")).articles)
    assert sorted(when for when, *_ in found) == [
        "2031-03-12T21:30", "2031-03-12T22:15", "2031-03-12T23:40", "2031-03-13T00:20",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["Lundi", "8 mars, 300 morts", "March of the 8 barges", "12.06", "Le 8 mars à Valdor"])
def test_what_is_not_only_a_day(line: str) -> None:
    assert alone(line) is None


@pytest.mark.parametrize("kind", ["html", "flat"])
def test_who_wrote_an_entry_stands_before_its_clock(kind: str) -> None:
    names = ("Jane Orrel", "Sam Pike", "Jane Orrel", "Sam Pike")
    entries = "".join(
        f"<div><b>{name}</b> <span>{h % 12 or 12}.{m:02}{'pm' if h >= 12 else 'am'}</span><p>{words}</p></div>"
        for name, (h, m), (_, words) in zip(names, CLOCKS, WORDS["en"], strict=True)
    )
    html = page("en", "{h}", "").replace("<div></div>", f"<div>{entries}</div>")
    found = read(Page(id="p", page="p", html=html) if kind == "html" else flat(html)).articles
    assert [(when, text) for when, _, text in told(found)] == [(when, text) for when, _, text in expected("en")]
    assert [a.authors for a in found if a.kind == "update"] == [(name,) for name in reversed(names)]


def test_comments_signed_with_a_clock_are_no_live_blog() -> None:
    comments = "\n".join(f"Sam Pike {hour}.05am\nI have lived here for thirty years and have seen worse than that."
                         for hour in (11, 10, 9, 8))  # fmt: skip
    text = "\n".join(("Storm floods the coast", *(words for _, words in WORDS["en"]), comments))
    assert {a.kind for a in read(Page(id="p", page="p", text=text)).articles} == {"article"}


WHOLE_HOURS = [
    ("en", "7.15pm{}\n6.40pm{}\n5.05pm{}", ["17:05", "18:40", "19:15"]),  # a saved page may lose the space
    ("en", "All times BST\n1905: {}\n1840: {}\n0905: {}", ["09:05", "18:40", "19:05"]),
    ("fr", "10h05 {}\n9h20 {}\n9h {}", ["09:00", "09:20", "10:05"]),
    ("de", "10.05 Uhr: {}\n9.20 Uhr: {}\n9 Uhr: {}", ["09:00", "09:20", "10:05"]),
]


@pytest.mark.parametrize(("language", "shape", "clocks"), WHOLE_HOURS)
def test_clocks_of_few_figures_and_of_four(language: str, shape: str, clocks: list[str]) -> None:
    words = [body for _, body in WORDS[language]]
    text = f"{TITLES[language]}\n{shape.format(*words[:3])}"
    page = Page(id="p", page="p", text=text, published="2031-05-06T20:00", language=language)
    updates = [a for a in read(page).articles if a.kind == "update"]
    assert sorted((a.published or "")[11:16] for a in updates) == clocks
    assert all(a.text in words for a in updates)


def test_a_list_of_years_is_no_live_blog() -> None:
    words = [body for _, body in WORDS["en"]]
    text = f"{TITLES['en']}\n2018: {words[0]}\n2012: {words[1]}\n2006: {words[2]}"
    assert [a.kind for a in read(Page(id="p", page="p", text=text)).articles] == ["article"]


DAYS_ABOVE = [("en", "SUNDAY", "MONDAY"), ("fr", "Dimanche", "Lundi"), ("de", "Sonntag", "Montag"),
              ("es", "Domingo", "Lunes"), ("it", "Domenica", "Lunedì"), ("pt", "Domingo", "Segunda-feira")]  # fmt: skip


@pytest.mark.parametrize(("language", "first", "second"), DAYS_ABOVE)
def test_four_figures_over_an_entry_are_a_clock_and_a_weekday_heads_its_entries(
    language: str, first: str, second: str
) -> None:
    words = [body for _, body in WORDS[language]]
    head = f"{TITLES[language]}\nGMT\n{first}\n1410\n{words[0]}\n1805\n{words[1]}\n{second}\n0605\n{words[2]}"
    page = Page(
        id="p", page="p", text=head, published="2031-05-05T17:20:00+00:00", language=language, url="https://a.b"
    )
    updates = [a for a in read(page).articles if a.kind == "update"]
    assert [((a.published or "")[:16], a.text) for a in updates] == [
        ("2031-05-04T14:10", words[0]), ("2031-05-04T18:05", words[1]), ("2031-05-05T06:05", words[2])
    ]  # fmt: skip


def test_numbers_of_four_figures_that_run_both_ways_are_no_clocks() -> None:
    words = [body for _, body in WORDS["en"]]
    text = f"{TITLES['en']}\n{words[3]}\n1410\n{words[0]}\n0605\n{words[1]}\n1805\n{words[2]}"
    (page,) = read(Page(id="p", page="p", text=text.replace("live", "told"))).articles
    assert page.kind == "article"
