"""What happening a story is about: the event concept its articles open with.

Clock times and lengths that name no event of their own are of it. What surrounds a happening (mourning, the rescue, a
press conference) is never the happening, however many values are told of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recoupe.claims.article.ground import cues
from recoupe.model import Article

LEAD = 500
"""Characters at the head of an article that say what it is about."""

LEAST = 0.25
"""Share of the articles that must open with an event before it is the story's."""

ASIDE = frozenset(
    (
        "mourning", "press", "speech", "stay", "ceremony", "meal", "rescue", "evacuation", "flight", "handshake",
        "result", "alarm", "gates", "separation", "abort", "contact", "curfew", "arrest", "identification", "reading",
        "photo", "quarantine", "custody", "announcement", "trading_halt", "branches", "sitting", "freeing",
        "adoption", "signing",
    )
)  # fmt: skip
"""Events that accompany another."""

DISASTERS = frozenset(("accident", "quake", "explosion", "flood", "storm", "fire", "landslide", "eruption", "attack"))
"""Happenings that kill and destroy."""

OPERATION = frozenset(("accident", "quake", "explosion", "flood", "storm", "landslide"))
"""Happenings that are over at once: what ends afterwards is the work of the rescuers."""


def opening(article: Article) -> frozenset[str]:
    """Return the keys of the events an article opens with, in its title and lead. "Stole" opens on a theft as well."""
    found = _of_lead(article)
    return frozenset(c.key for c in found if c.section == "event" or (c.section, c.key) == ("weak", "robbery"))


def events(article: Article) -> frozenset[str]:
    """Return the keys of the events whose nouns stand in an article's title and lead."""
    return frozenset(c.key for c in _of_lead(article) if c.section == "event")


def deeds(article: Article) -> frozenset[str]:
    """Return the keys of the deeds an article's title and lead speak of."""
    return frozenset(c.key for c in _of_lead(article) if c.section == "deed")


def _of_lead(article: Article) -> tuple[cues.Found, ...]:
    return cues.find(f"{article.title or ''}\n{article.text[:LEAD]}", article.language)


def main_event(opened: Sequence[frozenset[str]]) -> str | None:
    """Return the key of the event most articles open with (`events` of each), None where too few agree."""
    told: Counter[str] = Counter()
    for keys in opened:
        told.update(keys - ASIDE)
    best = min(told, key=lambda key: (-told[key], key), default=None)
    return best if best is not None and told[best] >= max(2.0, LEAST * len(opened)) else None
