"""Entities: who or what several names mean."""

from __future__ import annotations

import msgspec

from recoupe.model.anchor import Anchor


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`name` is the form most used for it in the story; `aliases` all forms seen, sorted; `roles` words that stood for
    it; `articles` the ids of those that name it, `mentions` how often."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    articles: tuple[str, ...]
    mentions: int
    roles: tuple[str, ...] = ()
    first: Anchor | None = None
