"""What is known beside the text when its times are read."""

from __future__ import annotations

import msgspec


class TimeContext(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence from outside the text.

    `reference` is the ISO day (or instant) that relative words are read from when the article has no `published`;
    `reference_from` says where it comes from. `place_zone` and `outlet_zone` are IANA names of the zone of the event's
    place and of the outlet: they give a *reading* of a clock time printed without a zone, never its value; a place
    that is not `place_sure` gives none of "local time". `declared_zone` is the zone in which the page says all its
    times are told, as good as printed beside each. `between`
    bounds the publication, as ISO days or instants.
    """

    reference: str | None = None
    reference_from: str | None = None
    place_zone: str | None = None
    outlet_zone: str | None = None
    place_sure: bool = True
    declared_zone: str | None = None
    between: tuple[str, str] | None = None
