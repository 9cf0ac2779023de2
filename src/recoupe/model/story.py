"""Story items: what tells of which event an article is."""

from __future__ import annotations

import msgspec


class StoryItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the stories step needs of an article: a line of its stream. `names` are entity keys where known."""

    id: str
    title: str | None = None
    text: str | None = None
    language: str | None = None
    published: str | None = None
    names: tuple[str, ...] = ()
    part_of: str | None = None
