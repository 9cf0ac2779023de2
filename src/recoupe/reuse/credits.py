"""Credits: which agency an article says its words come from, and which publisher stands behind an outlet.

A credit stands where credits stand: in `Article.credits`, as a dateline ("PARIS (AFP) -"), alone in brackets at the
head or foot ("(Reuters)"), alone on a line ("AFP"), or behind a word of credit ("avec AFP", "source: Europa Press").
"told Reuters" or "selon l'AFP" inside the text is no credit: the outlet reports what the agency was told.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import regex

from recoupe.languages import read_table
from recoupe.model import Article
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_HEAD = 400
_FOOT = 300


@functools.cache
def _table() -> Mapping[str, Any]:
    return read_table(Path(__file__).with_name("agencies.toml"))


@functools.cache
def _keys() -> dict[str, str]:
    return {name: agency["key"] for agency in _table()["agency"] for name in agency["names"]}


@functools.lru_cache(maxsize=256)
def _credit(names: tuple[str, ...]) -> regex.Pattern[str]:
    """A credit at the head, at the foot or alone on a line to one of `names`; each name found is in group `agency`.

    The pattern says each name ten times: only those a text has are written into it.
    """
    name = "(?P<agency>" + "|".join(map(regex.escape, sorted(names, key=lambda n: (-len(n), n)))) + ")"
    some = rf"{name}(?:\s?(?:[,/&+]|-|et|and|und|y|e)\s?{name}){{0,3}}"
    before, closing = (
        "|".join(map(regex.escape, sorted(_table()["forms"][which], key=lambda n: (-len(n), n))))
        for which in ("before", "closing")
    )
    gap = r"[^\S\n]*"  # on one line: lines of nothing but spaces would be tried from every one of them to every other
    forms = (
        rf"[(\[]\s?(?:(?i:{before})\s?:?\s)?(?:\p{{Lu}}[\p{{L}} -]{{0,20}}[/,]\s?)?{some}\s?[)\]]",
        rf"(?m:^){gap}(?:[\p{{L}} .]{{1,30}}\s)?(?i:{before})\s?:?\s?(?:the\s|l\'|la\s)?{some}{gap}(?m:[.]?$)",
        rf"(?m:^){gap}[-–—]?{gap}{some}{gap}[.]?{gap}(?m:$)",
        rf"(?i:\b(?:{closing}))\s?:?\s(?:the\s|l\'|la\s)?{some}{gap}(?m:[.)]?$)",
        rf"(?m:^)\p{{Lu}}[\p{{L}}\p{{N}} /,.-]{{1,40}}[,–—-]\s?{some}\s?[–—:.-]\s",  # PARIS, AFP -
    )
    return regex.compile("|".join(forms), regex.V1)


def credited(article: Article) -> tuple[str, ...]:
    """Return the keys of the agencies `article` credits, sorted, each once."""
    found = {_keys()[c] for c in article.credits if c in _keys()}
    found |= {key for c in article.credits for name, key in _keys().items() if _whole(name, c)}
    body = article.text
    parts = {body[:_HEAD], body[-_FOOT:]}
    names = tuple(name for name in _keys() if any(name in part for part in parts))  # one pattern for both
    for part in parts:
        for m in _credit(names).finditer(part) if names else ():
            if not _in_caption(article, body.find(m.group())):
                found.update(_keys()[name] for name in m.captures("agency"))
    agency = agency_of(article)
    return tuple(sorted(found | ({agency} if agency else set())))


def _whole(name: str, words: str) -> bool:
    at = words.find(name)
    return at >= 0 and not (words[at - 1 : at].isalnum() or words[at + len(name) : at + len(name) + 1].isalnum())


def _in_caption(article: Article, at: int) -> bool:
    return any(b.kind == "caption" and b.start <= at < b.end for b in article.blocks)


@functools.cache
def _agency_outlets() -> dict[str, str]:
    return {fold(o): a["key"] for a in _table()["agency"] for o in a["outlets"]}


@functools.cache
def _publishers() -> dict[str, str]:
    return {fold(o): p["name"] for p in _table()["publisher"] for o in p["outlets"]}


def agency_of(article: Article) -> str | None:
    """Return the agency that publishes `article` itself, None when its outlet is no agency."""
    return _look_up(_agency_outlets(), article.outlet)


def publisher(outlet: str | None) -> str | None:
    """Return the publisher of `outlet` (a name or a host) where the table knows it."""
    return _look_up(_publishers(), outlet)


def _look_up(table: Mapping[str, str], outlet: str | None) -> str | None:
    key = fold(outlet or "").strip()
    while key:
        if key in table:
            return table[key]
        head, dot, key = key.partition(".")  # www.example.org, example.org
        if not dot or " " in head:
            return None
    return None


@functools.cache
def _rights() -> regex.Pattern[str]:
    return compiled_by_regex("|".join(regex.escape(fold(r)) for r in _table()["forms"]["rights"]))


def is_rights(words: str) -> bool:
    """Say whether `words` are a notice of rights."""
    return bool(_rights().search(fold(words)))
