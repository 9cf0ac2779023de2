"""Which stories have a term: an inverted index whose lists are short."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping

from recoupe.stories.vectors import strongest


class Index:
    """Stories by the terms that weigh most in them. `places`: most stories an entry remembers, the last ones;
    `asked`: terms of a vector that are entered and looked up."""

    def __init__(self, places: int, asked: int) -> None:
        self._places = places
        self._asked = asked
        self._stories: dict[str, deque[str]] = {}

    def __len__(self) -> int:
        return len(self._stories)

    def enter(self, story: str, vector: Mapping[str, float]) -> None:
        """Enter a story, the last one of its terms now."""
        for term, _ in strongest(vector, self._asked):
            stories = self._stories.get(term)
            if stories is None:
                stories = self._stories[term] = deque(maxlen=self._places)
            if stories and stories[-1] == story:
                continue
            if story in stories:
                stories.remove(story)
            stories.append(story)

    def having(self, vector: Mapping[str, float]) -> Iterator[tuple[str, float, str]]:
        """Yield each term of `vector` with its weight and a story that has it; the story may be gone."""
        for term, weight in strongest(vector, self._asked):
            for story in self._stories.get(term, ()):
                yield term, weight, story

    def sweep(self, living: Collection[str]) -> None:
        """Forget the stories that are gone."""
        for term in list(self._stories):
            alive = [story for story in self._stories[term] if story in living]
            if alive:
                self._stories[term] = deque(alive, maxlen=self._places)
            else:
                del self._stories[term]
