"""What holds of any flattened page."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.extract import read, template
from recoupe.model import Article, Page, Reading, ReadSettings

LINES = st.sampled_from(
    [
        "Le port d'Orvane ferme ses quais",
        "La digue a cédé lundi soir, a annoncé la préfecture, et trois hameaux ont été évacués.",
        "The mine will close in March, two years before the date agreed with the workers.",
        "6 hours ago",
        "The Skerry Times",
        "- The Skerry Times",
        "Publicité",
        "Commentaires",
        "Hashtags",
        "Tags",
        "  • Un quai rouvre",
        "12.31 Uhr: Schule geräumt.",
        "9h05 - Le vent faiblit",
        "Publié dans Le Courrier des Vals le 14 - 10 - 2025",
        "A headline of some words    Another headline of words    A third one of words    And the fourth of them",
        "Read more at North Quay Radio",
        "This page may contain third-party content.",
        "",
        "\u00a0\u2028",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(LINES, max_size=30).map("\n".join), st.lists(LINES, max_size=30).map("\r\n".join))


def reading(text: str, **record: str) -> Reading:
    return read(Page(id="p", page="p.txt", text=text, **record))  # type: ignore[arg-type]


def check(article: Article, text: str) -> None:
    covered = 0
    for segment in article.segments:
        length = segment.end - segment.start
        assert length > 0
        assert article.text[segment.start : segment.end] == text[segment.page_start : segment.page_start + length]
        assert not article.text[covered : segment.start].strip()
        covered = segment.end
    assert not article.text[covered:].strip()
    for copy in article.also_at:
        length = copy.end - copy.start
        assert article.text[copy.start : copy.end] == text[copy.page_start : copy.page_start + length]
    ends = 0
    for block in article.blocks:
        assert ends <= block.start < block.end <= len(article.text)
        ends = block.end


@settings(max_examples=150)
@given(TEXTS)
def test_every_segment_leads_back_to_the_page(text: str) -> None:
    found = reading(text)
    for article in found.articles:
        check(article, text)
    for sighting in found.sightings:
        assert text[sighting.start : sighting.end] == sighting.words
    assert bool(found.articles) == (found.reason is None)
    assert len({a.id for a in found.articles}) == len(found.articles)
    assert found == reading(text)


OWN = (
    "The roof of the mine at Varnholt came down on Tuesday night, and nineteen men of the late shift were cut off.\n"
    "A drill was on its way from the coast, the rescue centre said, and would be at work in the afternoon.\n"
    "Families stood at the gate all day, wrapped in blankets, and waited for the names to be read out to them."
)
OTHER = "A rockslide took ninety metres of the mountain road, the prefect said on Tuesday, and nobody was hurt."


@pytest.mark.parametrize(
    "label", ["Also today", "Dans le reste de l'actualité", "Weitere Meldungen", "Otras noticias", "Altre notizie"]
)
def test_prose_behind_other_news_is_of_no_article(label: str) -> None:
    (found,) = reading(f"Mine collapses at Varnholt\n{OWN}\n{label}\n{OTHER}").articles
    assert "names to be read out" in found.text
    assert "rockslide" not in found.text


def test_other_news_with_more_behind_than_before_is_a_label_like_any_other() -> None:
    (found,) = reading(f"Mine collapses at Varnholt\n{OTHER}\nAlso today\n{OWN}").articles
    assert "names to be read out" in found.text


@pytest.mark.parametrize("text", ["", " \n\u00a0\n", "\ufeff"])
def test_an_empty_page_says_so(text: str) -> None:
    assert reading(text).reason == "the page is empty" or not reading(text).articles


def test_bytes_that_are_no_text_say_so() -> None:
    assert reading("\x89PNG\r\n\x1a\n" + "\x00\x01\x02abc" * 100).reason == "the page is not text"


def test_a_page_beyond_the_limit_says_so() -> None:
    found = read(Page(id="p", page="p", text="word " * 100), ReadSettings(max_bytes=100))
    assert found.reason == "the page is larger than 100 characters"


def test_an_unknown_language_is_read() -> None:
    text = "Ang pantalan ng Orvane ay isinara noong Lunes, ayon sa alkalde ng bayan at sa mga mangingisda."
    assert reading(text).articles[0].text == text


HOSTILE = [
    "a" * 1_000_000,
    "9" * 1_000_000,
    "« " * 300_000,
    "12:30 " * 150_000,
    "12:30\n" * 50_000,
    "Headline of words    " * 40_000,
    "6 hours ago\n" * 20_000,
    "The Skerry Times\n6 hours ago\nA headline of some words\n" * 5_000,
    "The same line of eight words stands here again.\n" * 20_000,
    "Lundi 12 mai " * 50_000,
    ". " * 300_000,
    "\n" * 500_000 + "x",
    "A | B | " * 100_000,
    "• one item of a list\n" * 20_000,
    "cookies " * 100_000,
    "The mine will close in March, two years before the date.\n" + "Comments\n" * 20_000,
    "The mine will close in March, two years before the date.\n© 2026\n" * 5_000,
    "The mine will close in March, as agreed.\nComments\nThe port will open in May, as was hoped.\n" * 5_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:14]))
def test_hostile_pages_end_soon(text: str) -> None:
    begin = time.process_time()
    reading(text)
    assert time.process_time() - begin < 4


def host_page(number: int, extra: str) -> Reading:
    words = " ".join(f"wort{number}x{n}" for n in range(30))
    text = f"Headline number {number} of the day\nFirst {words}.\n{extra}\nLast {words}.\n"
    return read(Page(id=str(number), page=f"{number}.txt", text=text, url=f"https://harbour.example/{number}"))


def test_what_three_pages_of_a_host_repeat_is_its_template() -> None:
    note = "The Harbour Post has told the town's news since 1902, whatever the weather."
    found = template([host_page(n, note) for n in range(3)])
    for number, one in enumerate(found):
        article = one.articles[0]
        assert note not in article.text
        assert article.text.startswith(f"First wort{number}x0")
        text = f"Headline number {number} of the day\n"
        assert article.segments[0].page_start == len(text)
        assert [article.text[b.start : b.end].split(" ")[0] for b in article.blocks] == ["First", "Last"]
        assert article.text[article.segments[1].start : article.segments[1].end].startswith("Last")


def test_what_happened_so_far_is_no_template() -> None:
    """A newsroom prints one paragraph under each piece on an event: it speaks of what they speak of."""
    so_far = "The ferry Orvela sank off Skerry Head on 12 March, and 31 people were taken from the water by the crew."
    about = "The Harbour Post has told the town's news since 1902, whatever the weather and the price of paper."
    leads = (
        "Divers have reached the wreck of the Orvela, which lies off Skerry Head in forty metres, the navy said.",
        "The owner of the Orvela knew of cracks in its hull, a letter read in court says. It passed Skerry Head daily.",
        "A service for those lost on the Orvela was held at Skerry Head on Sunday, with boats from nine harbours.",
    )
    readings = [
        read(Page(id=str(n), page=f"{n}", text=f"Headline number {n} of the day\n{lead}\n{so_far}\n{about}\n",
                  url=f"https://harbour.example/{n}"))
        for n, lead in enumerate(leads)
    ]  # fmt: skip
    for one in template(readings):
        assert so_far in one.articles[0].text
        assert about not in one.articles[0].text


def test_two_pages_are_too_few_for_a_template() -> None:
    note = "An agency paragraph that two pages of one host print, as they may, word for word."
    readings = [host_page(n, note) for n in range(2)]
    assert template(readings) == tuple(readings)


def test_a_button_named_comments_does_not_end_the_article() -> None:
    body = "The mine will close in March, two years before the date agreed with the workers.\n" * 2
    text = f"Copper mine to close early\nThe price of copper has fallen again this year.\nComments\n{body}"
    assert reading(text).articles[0].text.endswith("agreed with the workers.")


def test_comments_behind_the_article_are_none_of_it() -> None:
    body = "The mine will close in March, two years before the date agreed with the workers, said its owner.\n"
    text = f"Copper mine to close early\n{body}Comments\nanna77\nWhat a shame for the valley, I say.\n"
    assert reading(text).articles[0].text == body.strip()


@pytest.mark.parametrize(
    "line",
    [
        "Accès libre – Il vous reste 2 articles gratuits ce mois-ci",
        "You have 3 free articles left this month",
        "Le quedan 2 artículos gratuitos este mes",
        "Noch 2 freie Artikel in diesem Monat",
        "Ti restano 3 articoli gratuiti questo mese",
        "Restam-lhe 2 artigos gratuitos este mês",
    ],
)
def test_a_line_that_counts_free_articles_is_no_headline(line: str) -> None:
    body = "The lock of Ostrel was opened again on Tuesday after nine months of work, and boats passed it all day long."
    (article,) = reading(f"The lock of Ostrel opens\n{line}\n{body}\n{body.replace('boats', 'barges')}\n").articles
    assert article.title == "The lock of Ostrel opens"
    assert line not in article.text


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("2031-05", "2031-05"),
        ("2031-05-06T07:08+02:00", "2031-05-06T07:08+02:00"),
        ("Tue, 06 May 2031 07:08:09 GMT", "2031-05-06T07:08:09Z"),
        ("20310506T070809Z", "2031-05-06T07:08:09Z"),
        ("0001-01-01T00:00:00Z", None),  # what programs write for none
        ("9999-12-31", None),
        ("2031-05-66", None),
        ("soon", None),
    ],
)
def test_the_moment_of_a_record_is_told_in_iso_8601(given: str, told: str | None) -> None:
    prose = "La ville a dépensé deux millions d’euros pour refaire le toit, et les lecteurs reviennent samedi."
    (article,) = reading(f"À Sorval, la bibliothèque rouvre enfin\n\n{prose}", published=given).articles
    assert article.published == told


def test_an_author_stands_before_the_dates_of_a_long_line() -> None:
    line = "Par Anne Corbel — Publié le 12 juin 2025 à 18h30, mis à jour le 13 juin 2025 à 7h05 — Lecture 2 min."
    prose = "La ville a dépensé deux millions d’euros pour refaire le toit, et les lecteurs reviennent samedi."
    (article,) = reading(f"À Sorval, la bibliothèque rouvre enfin\n{line}\n{prose}\n{prose[:-1]} matin.").articles
    assert article.authors == ("Anne Corbel",)
    assert article.published == "2025-06-12T18:30"
    assert article.text.startswith("La ville")


BODY = (
    "Il fuoco è scoppiato nella lavanderia del traghetto, al largo di Selvana, ed è stato domato dopo nove ore.\n"
    "La notte dei soccorsi è finita all'alba, quando gli ultimi passeggeri sono scesi a terra nel porto di Selvana.\n"
)


@pytest.mark.parametrize(
    ("title", "under"),
    [
        (
            "La notte dei pescatori",
            "Il porto di Selvana ha accolto i naufraghi del traghetto. Il racconto, ora per ora",
        ),
        ("Traghetto, a Selvana una notte di paura", "dal nostro inviato"),
        ("Traghetto, a Selvana una notte di paura", "A cura della sezione Cronaca – 15 gennaio 2026, 11:05"),
        ("UPDATE 4-Traghetto in fiamme davanti a Selvana", "(Aggiorna il bilancio, aggiunge il porto)"),
        ("Traghetto in fiamme: quel che sappiamo", "Last updated 10:45 a.m. in Selvana"),
        ("Quattro ore nel buio", "Inchiesta riservata agli abbonati"),
    ],
)
def test_a_headline_on_top_is_the_title_whatever_stands_under_it(title: str, under: str) -> None:
    (article,) = reading(
        f"{title}\n{under}\n{BODY}".replace("quando gli ultimi", "quattro ore dopo, quando gli ultimi")
    ).articles
    assert article.title == title


def test_crumbs_of_a_menu_are_no_title() -> None:
    (article,) = reading(
        f"Cronaca | Mare e coste | Selvana notte\nTraghetto, a Selvana una notte di paura\n{BODY}"
    ).articles
    assert article.title == "Traghetto, a Selvana una notte di paura"
