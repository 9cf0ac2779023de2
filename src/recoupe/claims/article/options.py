"""Whose a share of the votes of a referendum is: the side of the answer it was given for.

"Le oui recueille 52,1 %", "el «no», el 49,4 %", "Yes took 50.8 percent", "das Ja-Lager": the word of a side (the
section `option` of the table `cues`) counts where it is written as a noun: in quotation marks, behind an article,
before a hyphen, or with a capital.
"""

from __future__ import annotations

import functools

from recoupe.claims.article.cues import Found
from recoupe.claims.article.runs import articles
from recoupe.claims.article.scene import Scene, Sentence, nearest
from recoupe.languages import load
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

REACH = 110
"""Cost between a share and the side it is of: "the Yes to leaving the union won Sunday's referendum with 50.8%"."""

COUNTED = "votes counted"
"""The share of the votes that had been counted when others were told."""

COUNTED_REACH = 30
"""Cost between that share and the word for counting."""

_QUOTED = compiled_by_regex(r"[«“„‚‘\"'(]\s?$")
_BEHIND = compiled_by_regex(r"[\p{L}'’]+[ '’]?$")


def side(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> str | None:
    """Return "votes for" or "votes against" where the share at `span` is of a side of a referendum, else None."""
    if "vote" not in scene.opening and not any(c.key == "vote" for c in sentence.of("event")):
        return None
    sides = [c for c in sentence.of("option") if c.key != "counted" and _is_noun(scene, sentence, c)]
    found = nearest(scene, sentence, span, [c for c in sides if c.end <= span[0]], REACH)
    found = found or nearest(scene, sentence, span, sides, REACH)
    if found is None:
        return None
    between = (found.end, span[0]) if found.end <= span[0] else (span[1], found.start)
    if any(q.unit == "%" and between[0] <= q.start < between[1] for q in sentence.quantities):
        return None  # "62 % des bulletins, le oui 52,1 %": that one's
    return {"yes": "votes for", "no": "votes against"}[found.key]


def is_of_counting(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether the share at `span` is of the votes counted so far: "with 62 percent of ballots counted"."""
    words = [c for c in sentence.of("option") if c.key == "counted"]
    found = nearest(scene, sentence, span, words, COUNTED_REACH)
    if found is None or _side_between(sentence, found.end, span[0]):
        return False
    rivals = [q for q in sentence.quantities if q.unit == "%" and q.start != span[0]]
    rivals = [q for q in rivals if not _side_between(sentence, found.end, q.start)]
    apart = max(found.start - span[1], span[0] - found.end)
    return all(max(found.start - q.end, q.start - found.end) > apart for q in rivals)


def _side_between(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a side stands between: "62 per cento delle schede scrutinate, il Sì è al 52,1"."""
    return any(c.key != "counted" and start <= c.start < end for c in sentence.of("option"))


def _is_noun(scene: Scene, sentence: Sentence, word: Found) -> bool:
    text = scene.article.text
    before = text[max(sentence.start, word.start - 12) : word.start]
    if _QUOTED.search(before) or text[word.end : word.end + 1] == "-":
        return True
    last = _BEHIND.search(before)
    if last is not None and fold(last.group()).rstrip(" '’") in _before_nouns(scene.article.language):
        return True
    if word.start == sentence.start and word.key == "no":
        return False  # "No party took a majority"
    capital = text[word.start].isupper() and not load(scene.article.language).table("names").get("nouns_capitalised")
    return capital and text[word.end : word.end + 1] == " "


@functools.cache
def _before_nouns(language: str | None) -> frozenset[str]:
    """Return the words before a word of a side that make it a noun: "le oui", "al sì", "das Ja"."""
    words = str(load(language).table("quotes").get("subject", {}).get("determiners", "")).split()
    return articles(language) | {fold(word).rstrip("'’") for word in words}
