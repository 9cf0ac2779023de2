"""Whose a share of the votes of a referendum is: the side of the answer it was given for.

"Le oui recueille 52,1 %", "el «no», el 49,4 %", "Yes took 50.8 percent", "das Ja-Lager": the word of a side (the
section `option` of the table `cues`) counts where it is written as a noun: in quotation marks, behind an article,
before a hyphen, or with a capital. Blank and void votes are sides of their own, told behind their number.
"""

from __future__ import annotations

import functools

from recoupe.claims.article.facts.runs import articles
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.scene import Scene, Sentence, nearest
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
_CLOSING = (*"»”“’‘\"')", "\N{NO-BREAK SPACE}")
_BEHIND = compiled_by_regex(r"[\p{L}'’]+[ '’]?$")


def side(scene: Scene, sentence: Sentence, span: tuple[int, int], *, behind_only: bool = False) -> str | None:
    """Return which of `SIDES` the share or the votes at `span` are of, in a referendum, else None."""
    if "vote" not in scene.opening and not any(c.key == "vote" for c in sentence.of("event")):
        return None
    text = scene.article.text
    sides = [c for c in sentence.of("option") if c.key in SIDES and _is_noun(scene, sentence, c)]
    again = _again(text, sentence, span)
    if again is not None:
        spoken = next((c for c in sides if again - BESIDE <= c.end <= again), None)
        share = next((q for q in sentence.quantities if again - BESIDE <= q.end <= again), None)
        if spoken is not None:
            return SIDES[spoken.key]
        return side(scene, sentence, (share.start, share.end)) if share is not None else None
    led = next((c for c in sides if c.end < span[0] and _LED.fullmatch(text, c.end, span[0])), None)
    if led is not None:
        return SIDES[led.key]  # "Blank: 45,485 votes"
    behind = next((c for c in sides if span[1] <= c.start or (c.key in _EMPTY and span[0] <= c.start < span[1])), None)
    if behind is not None and _is_told_of(text, sentence, span, behind):
        if behind.key in _EMPTY or _is_cast(sentence, behind) or _parted(text, sides, span):
            return SIDES[behind.key]
    if behind_only:
        return None
    found = nearest(scene, sentence, span, [c for c in sides if c.end <= span[0] and c.key not in _EMPTY], REACH)
    if found is None and any(q.start == span[0] and q.unit == "%" for q in sentence.quantities):
        found = nearest(scene, sentence, span, [c for c in sides if c.key not in _EMPTY], REACH)
    if found is None:
        return None
    between = (found.end, span[0]) if found.end <= span[0] else (span[1], found.start)
    if any(q.unit == "%" and between[0] <= q.start < between[1] for q in sentence.quantities):
        return None  # "62 % des bulletins, le oui 52,1 %": that one's
    return SIDES[found.key]


def _again(text: str, sentence: Sentence, span: tuple[int, int]) -> int | None:
    """Return where the bracket opens in which votes are told again: "7.87 per cent (176,565 voters)"."""
    opened = text.rfind("(", sentence.start, span[0])
    return opened if opened >= 0 and not text[opened + 1 : span[0]].strip() else None


def _is_told_of(text: str, sentence: Sentence, span: tuple[int, int], side: Found) -> bool:
    """Tell whether a side behind a share or votes is theirs: nothing but their other form stands between ("7.8 percent
    (176,000 votes) voted No", "2 % de votos en blanco")."""
    if side.start < span[1]:
        return True  # "45,586 blank ballots"
    between = _BRACKETS.sub("", text[span[1] : side.start])
    inside = [q for q in sentence.quantities if span[1] <= q.start < side.start]
    return (
        len(between) <= BEHIND
        and not _CLAUSE.search(between)
        and not any(c.isdigit() for c in between)
        and (len(inside) <= 1)
    )


def _parted(text: str, sides: list[Found], span: tuple[int, int]) -> bool:
    """Tell whether a comma parts votes from the side before them: "90% chose Yes, while 7.8% voted No"."""
    before = [c for c in sides if c.end <= span[0]]
    return not before or _CLAUSE.search(text, before[-1].end, span[0]) is not None


BESIDE = 2
"""Characters between what a bracket tells again and the bracket: a space, a quotation mark."""

BEHIND = 40
"""Characters between votes and the side behind them which they were given for."""

SIDES = {"yes": "votes for", "no": "votes against", "blank": "blank votes", "void": "void votes"}
"""What the votes of each key of the section are called."""

_EMPTY = frozenset(("blank", "void"))
_BRACKETS = compiled_by_regex(r"\([^()]*\)")
_LED = compiled_by_regex(r" ?[-–:=] ?")
_CLAUSE = compiled_by_regex(r"[,;:.\n–]")


_ASKED = compiled_by_regex(r"(?i)\b(?:referend|r[eé]f[eé]rend|volksabstimmung|volksentscheid|plebis)")
_LEAD = 1500
"""Characters at the head of an article that say what kind of vote it tells of."""


def is_asked(scene: Scene) -> bool:
    """Tell whether an article is of a vote on a question, in which no body has a share: a referendum."""
    return _ASKED.search(scene.article.text, 0, _LEAD) is not None


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
    return any(c.key in SIDES and start <= c.start < end for c in sentence.of("option"))


def _is_noun(scene: Scene, sentence: Sentence, word: Found) -> bool:
    text = scene.article.text
    if word.key in _EMPTY:
        return True
    before = text[max(sentence.start, word.start - 12) : word.start]
    if (_QUOTED.search(before) and text[word.end : word.end + 1] in _CLOSING) or text[word.end : word.end + 1] == "-":
        return True
    if _is_cast(sentence, word):
        return True  # "the others voted no"
    last = _BEHIND.search(before)
    if last is not None and fold(last.group()).rstrip(" '’") in _before_nouns(scene.article.language):
        return True
    if _LED.match(text, word.end):
        return True
    if word.start == sentence.start and word.key == "no":
        return False  # "No party took a majority"
    capital = text[word.start].isupper() and not load(scene.article.language).table("names").get("nouns_capitalised")
    return capital and not text[word.end : word.end + 1].isalpha()


def _is_cast(sentence: Sentence, word: Found) -> bool:
    """Tell whether a verb of voting stands right before a word: "voted no"."""
    return any(c.key == "cast" and c.end == word.start - 1 for c in sentence.of("option"))


@functools.cache
def _before_nouns(language: str | None) -> frozenset[str]:
    """Return the words before a word of a side that make it a noun: "le oui", "al sì", "das Ja"."""
    words = str(load(language).table("quotes").get("subject", {}).get("determiners", "")).split()
    return articles(language) | {fold(word).rstrip("'’") for word in words}
