"""Live blogs of many designs in six languages, as markup and flattened: the same updates come out."""

from __future__ import annotations

import pytest

from recoupe.extract import read
from recoupe.model import Article, Page

TOLD = {
    "fr": [
        (
            "17h42",
            "Le pont rouvre",
            "Le pont sur la Varne a rouvert dans les deux sens après l'inspection des câbles, annonce la préfecture.",
        ),
        (
            "16h05",
            "Deux câbles à remplacer",
            "Les ingénieurs ont trouvé deux câbles abîmés et demandent qu'ils soient remplacés avant l'hiver, "
            "selon la mairie.",
        ),
        (
            "14h30",
            "Circulation coupée",
            "La circulation est coupée entre Saumery et Brelles depuis midi et les cars font un détour de trente "
            "kilomètres.",
        ),
    ],
    "en": [
        (
            "5.42pm",
            "Bridge reopens",
            "The bridge over the Varne has reopened both ways after its cables were inspected, the county says.",
        ),
        (
            "4.05pm",
            "Two cables to go",
            "Engineers have found two frayed cables and want them replaced before the winter, the town hall says.",
        ),
        (
            "2.30pm",
            "Traffic stopped",
            "Traffic has been stopped between Saumery and Brelles since noon and buses take a detour of thirty "
            "kilometres.",
        ),
    ],
    "de": [
        (
            "17:42 Uhr",
            "Brücke wieder offen",
            "Die Brücke über die Varne ist nach der Prüfung der Seile wieder in beide Richtungen offen, teilt "
            "der Kreis mit.",
        ),
        (
            "16:05 Uhr",
            "Zwei Seile müssen weg",
            "Ingenieure haben zwei beschädigte Seile gefunden, die vor dem Winter ersetzt werden müssen, heißt "
            "es im Rathaus.",
        ),
        (
            "14:30 Uhr",
            "Verkehr gestoppt",
            "Der Verkehr zwischen Saumery und Brelles steht seit Mittag still, die Busse fahren einen Umweg von "
            "dreißig Kilometern.",
        ),
    ],
    "es": [
        (
            "17:42 h",
            "El puente reabre",
            "El puente sobre el Varne ha reabierto en los dos sentidos tras la revisión de los cables, informa "
            "la diputación.",
        ),
        (
            "16:05 h",
            "Dos cables por cambiar",
            "Los ingenieros han hallado dos cables dañados y piden que se cambien antes del invierno, según el "
            "ayuntamiento.",
        ),
        (
            "14:30 h",
            "Tráfico cortado",
            "El tráfico está cortado entre Saumery y Brelles desde el mediodía y los autobuses dan un rodeo de "
            "treinta kilómetros.",
        ),
    ],
    "it": [
        (
            "17:42",
            "Il ponte riapre",
            "Il ponte sul Varne ha riaperto nei due sensi dopo il controllo dei cavi, comunica la provincia "
            "questa sera.",
        ),
        (
            "16:05",
            "Due cavi da cambiare",
            "Gli ingegneri hanno trovato due cavi danneggiati e chiedono che siano cambiati prima dell'inverno, "
            "dice il comune.",
        ),
        (
            "14:30",
            "Traffico fermo",
            "Il traffico è fermo tra Saumery e Brelles da mezzogiorno e gli autobus fanno un giro di trenta "
            "chilometri.",
        ),
    ],
    "pt": [
        (
            "17h42",
            "A ponte reabre",
            "A ponte sobre o Varne reabriu nos dois sentidos depois da inspeção dos cabos, informa o distrito "
            "esta tarde.",
        ),
        (
            "16h05",
            "Dois cabos por trocar",
            "Os engenheiros encontraram dois cabos danificados e pedem que sejam trocados antes do inverno, diz "
            "a câmara.",
        ),
        (
            "14h30",
            "Trânsito cortado",
            "O trânsito está cortado entre Saumery e Brelles desde o meio-dia e os autocarros fazem um desvio de "
            "trinta quilómetros.",
        ),
    ],
}
LEADS = {
    "fr": "Suivez en direct la situation autour du pont de la Varne, fermé depuis midi à cause de câbles abîmés.",
    "en": "Follow our live coverage of the bridge over the Varne, closed since noon because of frayed cables.",
    "de": "Verfolgen Sie im Liveticker die Lage an der Brücke über die Varne, die seit Mittag gesperrt ist.",
    "es": "Siga en directo la situación en el puente sobre el Varne, cerrado desde el mediodía por daños "
    "en los cables.",
    "it": "Segui in diretta la situazione al ponte sul Varne, chiuso da mezzogiorno per i cavi danneggiati.",
    "pt": "Acompanhe ao minuto a situação na ponte sobre o Varne, fechada desde o meio-dia por causa dos cabos.",
}
TITLES = {
    "fr": "EN DIRECT. Pont de la Varne : la situation",
    "en": "Varne bridge live: latest updates",
    "de": "Liveticker: Brücke über die Varne gesperrt",
    "es": "Puente del Varne, en directo: última hora",
    "it": "Ponte sul Varne, la diretta",
    "pt": "Ponte do Varne, ao minuto",
}
DESIGNS = {
    "blocks": lambda clock, title, body: (
        f"<div class='lb-item'><span>{clock}</span><h3>{title}</h3><p>{body}</p></div>"
    ),
    "headings in a row": lambda clock, title, body: f"<h2>{clock} - {title}</h2><p>{body}</p>",
    "bold lines": lambda clock, title, body: f"<p><strong>{clock}: {title}</strong></p><p>{body}</p>",
    "a definition list": lambda clock, title, body: f"<dt>{clock}</dt><dd><b>{title}</b><p>{body}</p></dd>",
    "a list": lambda clock, title, body: f"<li><time>{clock}</time> <b>{title}</b><br>{body}</li>",
    "a table": lambda clock, title, body: f"<tr><td>{clock}</td><td><h4>{title}</h4><p>{body}</p></td></tr>",
    "articles with buttons": lambda clock, title, body: (
        f"<article><header><time>{clock}</time><h3>{title}</h3></header><p>{body}</p>"
        "<div><button>Share</button><a href='https://x.example/i'>Twitter</a></div></article>"
    ),
    "the clock below": lambda clock, title, body: (
        f"<div><h3>{title}</h3><p>{body}</p><div>Ana Ruiz, {clock}</div></div>"
    ),
}
WRAPPED = {"a definition list": "dl", "a list": "ul", "a table": "table"}
BETWEEN = (" - ", ": ", " | ", " – ", ". ", "\n")


def updates(page: Page) -> list[Article]:
    return [a for a in read(page).articles if a.kind == "update"]


def expected(language: str) -> list[tuple[str, str, str]]:
    clocks = ("14:30", "16:05", "17:42")
    return [(t, b, f"2026-05-12T{c}") for c, (_, t, b) in zip(clocks, TOLD[language][::-1], strict=True)]


@pytest.mark.parametrize("language", TOLD)
@pytest.mark.parametrize("design", DESIGNS)
def test_markup(design: str, language: str) -> None:
    entries = "".join(DESIGNS[design](*entry) for entry in TOLD[language])
    wrap = WRAPPED.get(design, "div")
    html = (
        f"<!doctype html><html lang={language}><head><title>{TITLES[language]}</title>"
        "<meta property='article:published_time' content='2026-05-12T12:10:00+02:00'>"
        "<meta property='article:modified_time' content='2026-05-12T17:45:00+02:00'></head><body>"
        f"<nav><a href=/>1</a></nav><main><h1>{TITLES[language]}</h1><p>{LEADS[language]}</p>"
        f"<{wrap}>{entries}</{wrap}></main></body></html>"
    )
    found = updates(Page(id="x", page="x", html=html))
    assert [(u.title, u.text, u.published) for u in found] == [
        (title, body, f"{when}:00+02:00") for title, body, when in expected(language)
    ]


@pytest.mark.parametrize("language", TOLD)
@pytest.mark.parametrize("between", BETWEEN)
def test_flattened(between: str, language: str) -> None:
    lines = "\n".join(f"{clock}{between}{title}\n{body}" for clock, title, body in TOLD[language])
    found = updates(Page(id="x", page="x", text=f"{TITLES[language]}\n{LEADS[language]}\n{lines}"))
    assert [(u.title, u.text) for u in found] == [(title, body) for title, body, _ in expected(language)]


def test_attributes_tell_times_that_a_script_shows() -> None:
    entries = "".join(
        f"<div class=entry data-timestamp={1_778_600_520 - n * 4_000} data-id=p{n}><h3>{title}</h3><p>{body}</p></div>"
        for n, (_, title, body) in enumerate(TOLD["en"])
    )
    html = f"<html><head><title>{TITLES['en']}</title></head><body><h1>{TITLES['en']}</h1>{entries}</body></html>"
    found = updates(Page(id="x", page="x", html=html))
    assert [(u.published, u.entry_id) for u in found] == [
        ("2026-05-12T13:28:40Z", "p2"), ("2026-05-12T14:35:20Z", "p1"), ("2026-05-12T15:42:00Z", "p0"),
    ]  # fmt: skip
