"""Times of the page itself: stamps before a text's first words, pictures of the archives."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims.article.times import stray
from tests.claims.helpers import alone, article, time


def test_a_clock_before_the_first_words_of_a_line_is_a_stamp() -> None:
    text = "7.15pm The harbour master has opened the lock after the fire in the silo."
    assert stray.clock(article(text), time(text, "7.15pm", "TIME", "2031-05-06T19:15"))


@pytest.mark.parametrize(
    "text", ["7.15pm: The lock opened.", "At 7.15pm The Hague's court rose.", "7.15pm the lock opened."]
)
def test_a_clock_with_a_word_or_a_mark_beside_it_is_none(text: str) -> None:
    assert not stray.clock(article(text), time(text, "7.15pm", "TIME", "2031-05-06T19:15"))


def test_in_a_chronicle_clocks_before_the_first_words_tell_when_things_happened() -> None:
    text = "7.15pm The lock opened.\n7.40pm The barge left the harbour."
    assert not stray.clock(article(text), time(text, "7.15pm", "TIME", "2031-05-06T19:15"))


def test_a_stamp_dates_no_event() -> None:
    page = article("7.15pm The silo explosion in Varnholt has destroyed two barges in the harbour.", language="en")
    assert [c for c in claims.find(page, pipeline.annotate(page), {}, {}) if c.unit == "instant"] == []


ARCHIVE = [
    ("en", "In this 12 March 2030 file photo Mara Lund opens the trial of Otto Brandis in Kolmar."),
    ("fr", "Mara Lund ouvre le procès d'Otto Brandis à Kolmar, le 12 mars 2030 (photo d'archives)."),
    ("de", "Archivbild: Mara Lund eröffnet am 12. März 2030 den Prozess gegen Otto Brandis in Kolmar."),
    ("es", "Mara Lund abre el juicio a Otto Brandis en Kolmar el 12 de marzo de 2030, en una foto de archivo."),
    ("it", "Mara Lund apre il processo a Otto Brandis a Kolmar il 12 marzo 2030, in una foto d'archivio."),
    ("pt", "Mara Lund abre o julgamento de Otto Brandis em Kolmar a 12 de março de 2030, em foto de arquivo."),
]


@pytest.mark.parametrize(("language", "text"), ARCHIVE)
def test_a_picture_of_the_archives_dates_nothing(language: str, text: str) -> None:
    page = article(text, language=language)
    found = pipeline.annotate(page)
    assert any(t.value == "2030-03-12" for t in found.times)
    assert [c for c in claims.find(page, found, {}, {}) if c.unit == "day"] == []
    assert claims.timeline([page], {page.id: found}, {}, alone) == []
