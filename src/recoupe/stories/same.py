"""Which of the articles on some chosen pages are about the main story.

A reader chose the pages, so an article belongs unless it plainly does not: it names too little of what the others
name. The signature of the story are the names and numbers most articles share; keys of names are the same in all
scripts. Updates go where their live page goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from recoupe.model import StoryItem
from recoupe.stories.terms import name_key, words

_LEAD = 250
_COMMON = 0.5
_FEWEST = 0.45


def same(items: Iterable[StoryItem]) -> dict[str, str | None]:
    """Return for each item id None when it belongs to the main story, else the reason why not (English, one line)."""
    ordered = list(items)
    heads = [i for i in ordered if i.part_of is None or not any(o.id == i.part_of for o in ordered)]
    keys = {i.id: _keys(i) for i in heads}
    decisions: dict[str, str | None] = {i.id: None for i in ordered}
    if len(heads) > 2:
        shares = Counter(k for i in heads for k in keys[i.id])
        signature = {k: n / len(heads) for k, n in shares.items() if n >= _COMMON * len(heads)}
        whole = sum(signature.values())
        parts = {i.id: sum(signature[k] for k in keys[i.id] & signature.keys()) / whole for i in heads} if whole else {}
        middle = sorted(parts.values())[len(parts) // 2] if parts else 0.0
        for item in heads:
            if parts and parts[item.id] < _FEWEST * middle:
                decisions[item.id] = "names too little of what the other articles name"
    for item in ordered:
        if item.part_of in decisions and item.part_of is not None:
            decisions[item.id] = decisions[item.part_of]
    return decisions


def _keys(item: StoryItem) -> set[str]:
    """Keys of the capitalised words (all words of scripts without capitals) of the title and the lead, and numbers."""
    text = f"{item.title or ''}\n{item.text or ''}"
    found = set()
    for word in words(text[: _LEAD * 14])[:_LEAD]:
        if not word[0].islower():
            key = name_key(word)
            if key:
                found.add(key)
    return found
