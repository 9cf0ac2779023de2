"""A gallery's captions are what its page says: its counters and the photographers' names are not."""

from __future__ import annotations

import pytest

from recoupe import pipeline
from recoupe.model import Page, ReadSettings

CAPTIONS = {
    "en": (
        "The Varnholt flood in pictures",
        "1 of 4 | The old bridge on Tuesday morning. (Agency)\n"
        "2 of 4 | Some 300 people were taken to a school. (Agency)\n"
        "3 of 4 | A boat in Mill Lane.\n4 of 4 | The river fell on Wednesday. Photo: N. Quist",
        "The old bridge on Tuesday morning.\nSome 300 people were taken to a school.\nA boat in Mill Lane.\n"
        "The river fell on Wednesday.",
    ),
    "fr": (
        "EN IMAGES. La crue de Varnholt",
        "1/3 – Le vieux pont, mardi matin. © L. Orsel\n2/3 – Trois cents habitants ont dormi à l'école. © L. Orsel\n"
        "3/3 – La décrue a commencé mercredi. © Archives",
        "Le vieux pont, mardi matin.\nTrois cents habitants ont dormi à l'école.\nLa décrue a commencé mercredi.",
    ),
    "de": (
        "Das Hochwasser in Bildern",
        "Bild 1 von 3: Die alte Brücke am Dienstag. Foto: Jens Ohm\n"
        "Bild 2 von 3: Etwa 300 Menschen schliefen in der Schule.\n"
        "Bild 3 von 3: Am Mittwoch fiel der Pegel. Foto: Jens Ohm",
        "Die alte Brücke am Dienstag.\nEtwa 300 Menschen schliefen in der Schule.\nAm Mittwoch fiel der Pegel.",
    ),
    "it": (
        "La piena di Varnholt: le foto",
        "1 di 3 | Il vecchio ponte martedì mattina. (Agenzia)\n"
        "2 di 3 | Trecento persone hanno dormito a scuola. (dal web)\n"
        "3 di 3 | Mercoledì il fiume è sceso.",
        "Il vecchio ponte martedì mattina.\nTrecento persone hanno dormito a scuola.\nMercoledì il fiume è sceso.",
    ),
}


@pytest.mark.parametrize("language", sorted(CAPTIONS))
def test_a_gallery_is_read_without_its_counters_and_credits(language: str) -> None:
    title, captions, shown = CAPTIONS[language]
    page = Page(id="p", page="gallery.txt", text=f"{title}\n{captions}\n", language=language)
    (read,) = pipeline.read(page, ReadSettings()).articles
    assert (read.title, read.text) == (title, shown)
    text = page.text or ""
    assert all(text.startswith(read.text[s.start : s.end], s.page_start or 0) for s in read.segments)


def test_scores_and_shares_are_no_counters() -> None:
    lines = ("The council voted on Tuesday, without its mayor.", "2/3 of the members were for it.", "1/3 stayed away.")
    text = "\n".join(lines)
    page = Page(id="p", page="vote.txt", text=f"A vote\n{text}\n", language="en")
    (read,) = pipeline.read(page, ReadSettings()).articles
    assert read.text == text
