"""What a line is called by the words of its pages, where those are plainer than the name of a concept.

A concept is named by one word in each language, and its table has many: rifles are counted as weapons, supporters as
spectators, so that pages of two languages meet. A reader of one language is shown what its pages say: “three rifles”.
An ordinal has no name but the words it stands with: “fourth ballot”. And a percentage of what is counted in money or
pieces is some part or change of it, and no page need say which: "Budget, in %".
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from recoupe.languages import load
from recoupe.model import Finding, Support
from recoupe.text.normalise import fold
from recoupe.text.tokens import split

PEOPLE_OR_THINGS = ("person", "thing")
RANK = "rank"

SHORT = 2
"""Letters of a word that is no noun: "fourth of"."""

OF_AN_AMOUNT = frozenset(
    (
        "aid", "assets", "budget", "compensation", "cost", "damage", "debt", "deficit", "donation", "exports", "fund",
        "gdp", "imports", "investment", "loan", "loss", "output", "price", "profit", "revenue", "salary", "sales",
        "savings", "tax", "trade", "valuation",
    )
)  # fmt: skip
"""What is told in money or pieces: a percentage is not it."""


def of(finding: Finding, supports: Sequence[Support], language: str) -> str | None:
    """Return the words that call what one value of a finding counts, None where a concept's own name does.

    `supports` are those of pages in the reader's language.
    """
    if finding.status not in ("agreed", "alone") or len(finding.values) != 1:
        return None
    if finding.attribute == RANK:
        told = [s.exact for s in supports if names_it(s.exact)]
    elif finding.unit in PEOPLE_OR_THINGS and not _told_by_verbs(finding.attribute, language):
        names = _forms(finding.attribute, language)
        told = [s.exact for s in supports if _has(s.exact, names)]
        if any(_has(words, names[:1]) for words in told):
            return None
    else:
        return None
    return f"“{' '.join(told[0].split())}”" if told else None


def without_said(finding: Finding, words: str) -> Finding:
    """Return a finding without the parts of its scope that its own `words` say: “eight young men” are men."""
    said = split(fold(words))
    parts = (p.strip() for p in finding.scope.split(","))
    scope = ", ".join(p for p in parts if not any(word.startswith(fold(p)) for word in said))
    return msgspec.structs.replace(finding, scope=scope)


def in_percent(finding: Finding, title: str, words: Mapping[str, Any]) -> str:
    """Return the title of a finding, with "in %" where that is not what its attribute is told in."""
    if finding.unit == "%" and finding.attribute in words["moved"]:
        return str(words["moved"][finding.attribute])
    if finding.unit == "%" and finding.attribute in OF_AN_AMOUNT:
        return str(words["in_percent"]).format(of=title)
    return title


def names_it(words: str) -> bool:
    """Tell whether an ordinal stands with a noun: "fourth ballot", not "the fourth of", nor "In the fourth Vins"."""
    last = words.split()[-1]
    return " " in words and last.islower() and len(last) > SHORT


def _told_by_verbs(attribute: str, language: str) -> bool:
    """Tell whether verbs too tell of whom a count is: the dead, the freed are always called so."""
    return attribute in load(language).table("concepts").get("verbs", {})


def _has(words: str, forms: Sequence[str]) -> bool:
    said = f" {' '.join(split(fold(words)))}"
    return any(f" {form}" in said for form in forms)


@functools.cache
def _forms(attribute: str, language: str) -> tuple[str, ...]:
    """Return the beginnings of the words for what is counted, folded; the first is what it is named by."""
    forms = load(language).table("concepts").get("nouns", {}).get(attribute, ())
    return tuple(" ".join(split(fold(str(form).partition("/")[0]))) for form in forms)
