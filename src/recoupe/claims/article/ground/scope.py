"""What narrows a value: who, where, when, which part. Only values of equal scope are ever set against each other.

A scope is a sorted tuple of `kind:key` strings. Kinds: event (which happening), who (whose), group (which part of a
count), period (quarter, half-year, round), year (another year than the article's), day (a printed day), place (places
named beside the value), past (a cue of earlier, record or usual figures), elsewhere, part. What the words beside a
value put into it is told in `circumstances`.
"""

from __future__ import annotations

import functools

NATIONWIDE = "nationwide:"
"""In a scope: of the whole country. Who marched there is another crowd, anything else is told of elsewhere."""


def of_the_country(scope: tuple[str, ...], attribute: str) -> tuple[str, ...]:
    """Return a scope with "nationwide" as what it makes of a count of `attribute`."""
    if NATIONWIDE not in scope:
        return scope
    whole = "group:nationwide" if attribute in ("protester", "striker") else "elsewhere:"
    return (*(s for s in scope if s not in (NATIONWIDE, "elsewhere:")), whole)


@functools.lru_cache(maxsize=1 << 12)
def key(scope: tuple[str, ...], kind: str) -> str | None:
    """Return the first key of `kind` in a scope."""
    prefix = kind + ":"
    return next((s[len(prefix) :] for s in scope if s.startswith(prefix)), None)


@functools.lru_cache(maxsize=1 << 12)
def keys(scope: tuple[str, ...], kind: str) -> frozenset[str]:
    """Return the keys of `kind` in a scope."""
    if not scope:
        return frozenset()
    prefix = kind + ":"
    return frozenset([s[len(prefix) :] for s in scope if s.startswith(prefix)])


def kept(scope: tuple[str, ...], *, place: bool) -> list[str]:
    """Return a scope, without its places where these are not to be kept (`place`)."""
    return [s for s in scope if place or not s.startswith("place:")]
