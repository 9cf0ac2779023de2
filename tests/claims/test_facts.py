"""One fact said in six languages is one claim: the same attribute, scope and value, whatever words say it.

`facts.jsonl`: a fact a line, with a `lead` (what the article opens with) and what is `said`, by language; `value` is a
number, "@13:15" a clock time where the article is read, "12.5y" a length of years; `scope` is left open where it is
null. `open` lists the languages that do not tell it yet.
"""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from recoupe import claims, names, pipeline
from recoupe.claims.article.ground import cues
from recoupe.languages import load
from recoupe.model import Claim
from tests.claims.helpers import article

FACTS = [json.loads(line) for line in pathlib.Path(__file__).with_name("facts.jsonl").read_text("utf-8").splitlines()]
COMPARED = ("group", "who", "event", "part", "past", "elsewhere")
YEAR = 31_557_600.0


def wanted(value: str) -> float:
    if value.startswith("@"):
        hours, minutes = value[1:].split(":")
        return int(hours) * 3600.0 + int(minutes) * 60.0
    return float(value[:-1]) * YEAR if value.endswith("y") else float(value)


def told(fact: dict[str, Any], language: str) -> list[tuple[Claim, list[str]]]:
    """Return the claims of what is said behind the lead, with what of their scope is compared, in names."""
    lead = fact["lead"][language]
    page = article(f"{lead}\n{fact['said'][language]}", language=language, title=lead)
    mentions = pipeline.annotate(page)
    linked = names.link([(page.id, names.known(mentions.names))])
    called = {e.id: e.name for e in linked.entities}
    out = []
    for claim in claims.find(page, mentions, linked.by_article.get(page.id, {}), called):
        if claim.anchor.start > len(lead):
            parts = [s.partition(":") for s in claim.scope]
            scope = sorted(f"{kind}:{called.get(key, key)}" for kind, _, key in parts if kind in COMPARED)
            out.append((claim, scope))
    return out


def tells(claim: Claim, scope: list[str], fact: dict[str, Any]) -> bool:
    value = wanted(fact["value"])
    low, high = claim.low, claim.high
    middle = (low + high) / 2 if low is not None and high is not None else low or high or 0.0
    if claim.unit == "instant":
        middle %= 86_400.0
    same = claim.attribute == fact["attribute"] and abs(middle - value) <= 0.051 * max(value, 1.0)
    return same and (fact["scope"] is None or scope == sorted(fact["scope"]))


@pytest.mark.parametrize(
    ("fact", "language"),
    [(f, language) for f in FACTS for language in f["said"] if language not in f.get("open", ())],
    ids=lambda x: x if isinstance(x, str) else f"{x['subject']}: {x['fact']}",
)
def test_a_fact_is_the_same_claim_in_every_language(fact: dict[str, Any], language: str) -> None:
    found = told(fact, language)
    assert any(tells(c, scope, fact) for c, scope in found), [(c.display, c.attribute, s) for c, s in found]


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru"])
def test_no_word_is_a_cue_and_none(language: str) -> None:
    table = load(language).table("cues")
    for section in cues.SECTIONS:
        keys = table.get(section, {})
        none = set(keys.get(cues.NONE, ()))
        assert not [(key, word) for key, words in keys.items() if key != cues.NONE for word in words if word in none]
