"""Articles and mentions made by hand: words are looked up in the text, so that offsets are true."""

from __future__ import annotations

from typing import Any

from recoupe import claims, pipeline
from recoupe.model import Anchor, Annotated, Article, Claim, Name, Quantity, Time
from tests import made


def article(text: str, id_: str = "a1", **fields: Any) -> Article:
    return made.article(text, id_, **({"outlet": f"Outlet {id_}", "published": "2031-05-06T20:00:00+02:00"} | fields))


def at(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def time(text: str, words: str, kind: str, value: str, **fields: Any) -> Time:
    return Time(**at(text, words), type=kind, value=value, **fields)


def count(text: str, words: str, low: float | None, of: str, **fields: Any) -> Quantity:
    given: dict[str, Any] = {"high": low, "unit": "person"}
    return Quantity(**at(text, words), low=low, of=of, **(given | fields))


def claim(id_: str, low: float | None, high: float | None, at: int = 0, **fields: Any) -> Claim:
    """A toll at a place of an article, unless `fields` say otherwise."""
    given: dict[str, Any] = {
        "attribute": "death", "scope": (), "unit": "person", "display": str(low), "sentence": (0, 10), "rule": "count",
        "as_of": "2031-05-06", "anchor": Anchor(article=id_, page=f"{id_}.txt", start=at, end=at + 2, exact="xx"),
    }  # fmt: skip
    return Claim(low=low, high=high, **(given | fields))


def name(text: str, words: str, kind: str = "person") -> Name:
    return Name(**at(text, words), type=kind, entity=words)


def mentions(*found: Time | Name | Quantity) -> Annotated:
    return Annotated(
        times=tuple(f for f in found if isinstance(f, Time)),
        names=tuple(f for f in found if isinstance(f, Name)),
        quantities=tuple(f for f in found if isinstance(f, Quantity)),
    )


def alone(ids: Any) -> tuple[int, int]:
    """Every article is an origin of its own."""
    return len(set(ids)), len(set(ids))


def only(text: str, *found: object, language: str = "en") -> list[Claim]:
    """Return the claims of a text with only these mentions."""
    return claims.find(article(text, language=language), mentions(*found), {})  # type: ignore[arg-type]


def measure(text: str, words: str, value: float, unit: str, of: str | None = None) -> object:
    """Return a quantity of a unit that stands in a text with these words."""
    return count(text, words, value, of or unit, unit=unit)


def attributes(text: str, *counts: object, language: str = "en") -> list[tuple[str, str]]:
    """Return (words, attribute) of the claims of a text with only these mentions."""
    return [(c.display, c.attribute) for c in only(text, *counts, language=language)]


def told(text: str, language: str = "en") -> list[Claim]:
    """Return the claims of a text with all mentions found in it."""
    page = article(text, language=language, title="News of the day")
    return claims.find(page, pipeline.annotate(page), {})
