"""One fact told in six languages is of one attribute and one event: else its values never meet (`same_fact.toml`)."""

from __future__ import annotations

import datetime as dt
import pathlib
import tomllib
from typing import Any

import pytest

from recoupe import claims, names, pipeline
from recoupe.model import Claim
from tests.claims.helpers import article

LANGUAGES = ("en", "fr", "es", "de", "it", "pt")
FACTS = tomllib.loads((pathlib.Path(__file__).parent / "same_fact.toml").read_text("utf-8"))["fact"]


def told(text: str, language: str) -> list[Claim]:
    page = article(text, language=language, published="2025-06-13T10:00:00Z")
    mentions = pipeline.annotate(page)
    linked = names.link([(page.id, names.known(mentions.names))])
    return claims.find(page, mentions, linked.by_article.get(page.id, {}), {e.id: e.name for e in linked.entities})


def says(claim: Claim, fact: dict[str, Any]) -> bool:
    if claim.attribute != fact["attribute"]:
        return False
    if "event" in fact and [s for s in claim.scope if s.startswith("event:")] != [f"event:{fact['event']}"]:
        return False
    if isinstance(fact["value"], str):
        return fact["value"] in dt.datetime.fromtimestamp(claim.low or 0.0, dt.UTC).isoformat()
    return (claim.low or 0.0) <= fact["value"] <= (claim.high or fact["value"])


@pytest.mark.parametrize(
    ("language", "fact"), [pytest.param(code, f, id=f"{code}-{f['en'][:40]}") for f in FACTS for code in LANGUAGES]
)
def test_a_fact_is_of_one_thing_in_every_language(language: str, fact: dict[str, Any]) -> None:
    found = told(fact[language], language)
    assert any(says(c, fact) for c in found), [(c.display, c.attribute, c.scope, c.low) for c in found]
