"""What happened when: dated events in order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from recoupe.model import Annotated, Article, TimelineEvent

Independent = Callable[[Collection[str]], tuple[int, int]]


def timeline(
    articles: Sequence[Article],
    mentions_by_article: Mapping[str, Annotated],
    entities: Mapping[str, Mapping[str, str]],
    independent: Independent,
) -> list[TimelineEvent]:
    """Return the dated events of a story."""
    return []
