"""The order of the steps, and what a fault in one of them may cost."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from recoupe import pipeline, quotes
from recoupe.model import Article, Page, ReadSettings


def test_a_fault_on_one_article_loses_only_what_it_could_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "Twelve people died in the fire at Orlow on Monday, police said. It began in a bakery on the main square. "
    texts = [told + "Burnt flour lay everywhere.", told + "Nobody knows why it began."]
    readings = [pipeline.read(Page(id=str(n), page=f"{n}.txt", text=t), ReadSettings()) for n, t in enumerate(texts)]
    find = quotes.find

    def faulty(text: str, **given: Any) -> Any:
        if "Burnt" in text:
            raise IndexError("list index out of range")
        return find(text, **given)

    monkeypatch.setattr(quotes, "find", faulty)
    built = pipeline.build(readings)
    assert len(built.articles) == 2
    (left,) = built.coverage.left_out
    assert left.about == "0.txt"
    assert "could not be read" in left.reason


def test_a_paragraph_in_another_language_is_read_with_its_own_tables() -> None:
    french = (
        "L'incendie du dépôt de Brenas a fait neuf blessés mardi, selon la préfecture, et le trafic reste coupé sur la "
        "route du port pour toute la semaine. Les voisins ont été relogés dans une école du quartier."
    )
    spanish = (
        "«No había nadie en la nave cuando empezó el fuego», aseguró la alcaldesa Ana Ribas el 4 de marzo de 2025, y "
        "confirmó que los bomberos tardaron dieciséis minutos y que hay doce heridos en el hospital de la comarca."
    )
    (article,) = pipeline.read(
        Page(id="1", page="1.txt", text=f"{french}\n\n{spanish}\n\n{french}", language="fr"), ReadSettings()
    ).articles
    found = pipeline.annotate(article)
    at = article.text.index(spanish)
    end = at + len(spanish)
    assert "2025-03-04" in [t.value for t in found.times if at <= t.start < end]
    assert [(q.low, q.of) for q in found.quantities if at <= q.start < end][-1] == (12, "injury")
    assert [q.low for q in found.quantities if not at <= q.start < end] == [9, 9]
    assert [q.speaker[0].entity for q in found.quotes if q.kind == "direct"] == ["Ana Ribas"]
    for mentions in (found.times, found.names, found.quantities):
        assert [m.start for m in mentions] == sorted(m.start for m in mentions)


def test_an_update_tells_the_time_by_the_clock_that_stamps_it() -> None:
    text = "The last passengers left the ship at 21:05, after two hours."
    update = Article(
        id="u", page="live.html", kind="update", title=None, outlet=None, host=None, authors=(),
        published="2031-05-12T21:30:00+02:00", published_evidence=None, language="en", text=text, blocks=(),
    )  # fmt: skip
    (time,) = (t for t in pipeline.annotate(update).times if t.type == "TIME")
    assert (time.begin, time.zone, time.zone_from) == ("2031-05-12T19:05:00Z", "+02:00", "outlet")
    utc = msgspec.structs.replace(update, published="2031-05-12T19:30:00+00:00")
    (time,) = (t for t in pipeline.annotate(utc).times if t.type == "TIME")
    assert time.zone is None
