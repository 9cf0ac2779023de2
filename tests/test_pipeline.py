"""The order of the steps, and what a fault in one of them may cost."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from recoupe import app, pipeline, quotes
from recoupe.memory import Memory
from recoupe.model import Page, Reading, ReadSettings, Settings
from tests.made import article


class InMind:
    """A store that is forgotten with the test."""

    def __init__(self) -> None:
        self._held: dict[bytes, bytes] = {}

    def get(self, key: bytes) -> bytes | None:
        return self._held.get(key)

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        return {key: value for key in keys if (value := self.get(key)) is not None}

    def put(self, key: bytes, value: bytes) -> None:
        self._held[key] = value


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
    update = article(text, kind="update", published="2031-05-12T21:30:00+02:00")
    (time,) = (t for t in pipeline.annotate(update).times if t.type == "TIME")
    assert (time.begin, time.zone, time.zone_from) == ("2031-05-12T19:05:00Z", "+02:00", "outlet")
    utc = msgspec.structs.replace(update, published="2031-05-12T19:30:00+00:00")
    (time,) = (t for t in pipeline.annotate(utc).times if t.type == "TIME")
    assert time.zone is None


def test_records_are_known_again_in_another_file(tmp_path: Path) -> None:
    texts = [f"The ferry Aurora sank off Varnholt on {day} May 2031, killing {n} people, said the mayor." for day, n in
             ((3, 12), (4, 14), (5, 15))]  # fmt: skip
    lines = [json.dumps({"text": text, "outlet": f"Paper {n}"}) for n, text in enumerate(texts)]
    early, late = tmp_path / "early.jsonl", tmp_path / "late.jsonl"
    early.write_text("\n".join(lines[:2]), "utf-8")
    late.write_text("\n".join(reversed(lines)), "utf-8")
    asked: list[str] = []

    class Counting(Memory):
        def recall(self, key: bytes, kind: Any, make: Callable[[], Any], *, twice: bool = False) -> Any:
            def counted() -> Any:
                asked.append(getattr(kind, "__name__", str(kind)))
                return make()

            return super().recall(key, kind, counted, twice=twice)

    kept = Counting(InMind())
    read = [r for r in app.read([str(early)], Settings(), memory=kept) if isinstance(r, Reading)]
    pipeline.build(read, memory=kept)
    before = Counter(asked)
    asked.clear()
    read = [r for r in app.read([str(late)], Settings(), memory=kept) if isinstance(r, Reading)]
    built = pipeline.build(read, memory=kept)
    assert before["Reading"] == 2
    assert Counter(asked)["Reading"] == 1  # the new record alone
    assert {s.page for f in built.findings for v in f.values for s in v.support} <= {f"{late}#{n}" for n in (1, 2, 3)}
    again = [r for r in app.read([str(late)], Settings()) if isinstance(r, Reading)]
    assert msgspec.json.encode(built) == msgspec.json.encode(pipeline.build(again))


def test_a_page_given_twice_is_read_once(tmp_path: Path) -> None:
    record = json.dumps({"text": "The ferry Aurora sank off Varnholt on 3 May 2031, killing 12 people, he said."})
    for name in ("one", "two"):
        (tmp_path / f"{name}.json").write_text(record, "utf-8")
    places = [str(tmp_path / f"{name}.json") for name in ("two", "one")]
    built = pipeline.build([r for r in app.read(places, Settings()) if isinstance(r, Reading)])
    assert [a.page for a in built.articles] == [places[1]]
    assert [(o.about, o.reason) for o in built.coverage.left_out] == [(places[0], f"the same page as {places[1]}")]


def test_who_the_chief_executive_is_one_page_may_ask_of_another() -> None:
    told = "The plant at Orlow will close on Monday, the maker of pumps said. Some 900 people work at the Orlow plant. "
    texts = [
        told + "Chief Executive Peter Hallam spoke to nobody.",
        told + 'Peter Hallam and Anna Brun came late. The chief executive said: "We close now."',
    ]
    readings = [pipeline.read(Page(id=str(n), page=f"{n}.txt", text=t), ReadSettings()) for n, t in enumerate(texts)]
    (said,) = pipeline.build(readings).quotes
    (why,) = said.identified
    assert (said.speaker, why.printed.exact, why.told.exact) == (
        "Peter Hallam",
        "The chief executive",
        "Chief Executive Peter Hallam",
    )
    assert why.told.article != why.printed.article


def test_who_holds_a_value_is_called_as_the_story_calls_them() -> None:
    texts = [
        "L'incendie de Brenas est éteint. Le maire de Brenas a dit que 45 maisons ont été détruites.",
        "Otto Rillard, maire de Brenas, est arrivé mardi. L'incendie a détruit 40 maisons à Brenas.",
        "Otto Rillard, maire de Brenas, est là. Le feu a détruit 40 maisons à Brenas, selon les pompiers.",
    ]
    readings = [pipeline.read(Page(id=str(n), page=f"{n}.txt", text=t), ReadSettings()) for n, t in enumerate(texts)]
    held = {s.exact: s.holder for f in pipeline.build(readings).findings for v in f.values for s in v.support}
    assert held["45 maisons"] == "Otto Rillard"
