"""Stories: which articles are about one event.

items in time order -> terms -> nearest living story -> id          (Stream, one decision an item)
articles of chosen pages -> names most share -> belongs or not      (same)
"""

from collections.abc import Iterable

from recoupe.model import StoryItem
from recoupe.stories.revise import Revision
from recoupe.stories.same import Named, named, same
from recoupe.stories.stream import Stream, StreamSettings, Why

__all__ = ["Named", "Revision", "Stream", "StreamSettings", "Why", "group", "named", "same"]


def group(items: Iterable[StoryItem]) -> list[str]:
    """Return the story id of each item, in the order given: a stream from its beginning."""
    stream = Stream()
    return [stream.add(item) for item in items]
