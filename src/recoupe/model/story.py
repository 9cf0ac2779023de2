"""Stories: the articles about one event."""

from __future__ import annotations

import msgspec


class Story(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`id` does not change as the story grows; `articles` are ids in the order they came."""

    id: str
    articles: tuple[str, ...]
    title: str | None = None
    terms: tuple[str, ...] = ()


class StoryItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the stories step needs of an article: a line of its stream. `names` are entity keys where known."""

    id: str
    title: str | None = None
    text: str | None = None
    language: str | None = None
    published: str | None = None
    names: tuple[str, ...] = ()
    part_of: str | None = None
