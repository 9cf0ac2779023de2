"""Claims from the votes of a parliament or a board: how many for, against, abstaining, absent.

    "148 lawmakers voted against the government and 139 in favour"     a number and the word of its side
    "À la fin, 139 « oui », 148 « non »"                                short words: right behind the number, two sides
    "passed by 148 votes to 139", "rejeté par 148 voix contre 139"      the side that won stands first

Where no verb says which side won, "148 to 139" tells two numbers and not whose they are: left out.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence

import msgspec

from recoupe.claims.article.ground import circumstances
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import WORD
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.languages import load
from recoupe.model import Claim, Quantity
from recoupe.text import numbers
from recoupe.text.normalise import fold
from recoupe.text.numbers import Number
from recoupe.text.patterns import compiled_by_regex

DISSENT = "dissenting votes"
"""Votes against from those who were to vote for: "four deputies of the coalition voted no"."""

ATTRIBUTES = {
    "for": "votes for", "against": "votes against", "own_side": DISSENT,
    "abstained": "abstentions in the vote", "absent": "absent members",
}  # fmt: skip
REACH = 60
"""Characters from a number to the word of its side."""

BESIDE = 4
"""Characters from a number to a short word of a side ("139 « oui »")."""

LARGEST = 5000
"""No chamber has more members: more votes are a people's."""

MOST = 12
"""A sentence with more numbers is a table."""

_ANOTHER_NUMBER = compiled_by_regex(r" \d")
_PARTING = compiled_by_regex(r"[,;:()\n]|\.\s")


def find(scene: Scene) -> list[Claim]:
    """Return the claims of a vote's sides in an article, in order."""
    out: list[Claim] = []
    for sentence in scene.sentences:
        strong = [c for c in sentence.of("ballot") if c.key != "own_side"]
        short = sentence.of("ballot_short")
        if strong or len({c.key for c in short}) > 1 or _may_be_scored(scene, sentence):
            out.extend(_claims(scene, sentence, strong, short))
    return out


def _claims(scene: Scene, sentence: Sentence, strong: list[Found], short: list[Found]) -> list[Claim]:
    text = scene.article.text
    counted = [
        Number(start=n.start + sentence.start, end=n.end + sentence.start, low=n.low, high=n.high)
        for n in numbers.find(text[sentence.start : sentence.end], language=scene.article.language)
        if not n.ordinal and not n.approximate and n.low == n.high and 0 < n.low <= LARGEST and n.low == int(n.low)
    ]
    whole = _out_of(scene.article.language)
    totals = {c.end for c in sentence.of("scope") if c.key == "total"}
    counted = [
        n
        for n in counted
        if not any(t.start < n.end and n.start < t.end for t in sentence.times)
        and not any(q.unit == "%" and q.start < n.end and n.start <= q.end for q in sentence.quantities)
        and not _ANOTHER_NUMBER.match(text, n.end)  # "un 2 por ciento", "a 2 per cent"
        and (
            n.start - 1 in totals  # "a total of 148"
            or not fold(text[max(sentence.start, n.start - 12) : n.start]).rstrip().endswith(whole)  # "12 of the 300"
        )
    ]
    if len(counted) > MOST:
        return []
    found = {n.start: _side(text, n, counted, (strong, short), sentence.quantities) for n in counted}
    found |= _scored(scene, sentence, counted)
    sides = {start: side for start, side in found.items() if side is not None}
    told = {side.key for side in sides.values()}
    about = bool(scene.opening & _VOTES) or any(c.key in _VOTES for c in sentence.of("event"))
    if not {"for", "against"} <= told and not (about and any(side in strong for side in sides.values())):
        return []  # both sides tell a vote; one word of a side needs an article about one
    return [_claim(scene, sentence, n, _of_own_side(sentence, n, sides[n.start])) for n in counted if n.start in sides]


def _may_be_scored(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether votes or a decision are spoken of and two numbers at least stand in a sentence."""
    if any(q.of == "vote" for q in sentence.quantities):
        return True  # "five votes to four"
    about = any(c.key in _VOTES for c in sentence.of("event"))
    return about and len(_DIGITS.findall(scene.article.text, sentence.start, sentence.end)) > 1


_DIGITS = compiled_by_regex(r"\d+")


def _scored(scene: Scene, sentence: Sentence, counted: list[Number]) -> dict[int, Found | None]:
    """Return the sides of two numbers with words such as "votes to" between them, by where each starts.

    The side that won stands first: those for what was passed, those against what was voted down.
    """
    language, text = scene.article.language, scene.article.text
    for one, other in itertools.pairwise(counted):
        if one.low <= other.low or fold(text[one.end : other.start]).strip() not in _words(language, "votes_to"):
            continue
        through, down = (_nearest_word(scene, sentence, one.start, key) for key in ("voted_through", "voted_down"))
        if through is None and down is None:
            continue
        won, lost = ("for", "against") if down is None or (through is not None and through < down) else _SIDES_TURNED
        cues = (Found(n.end, n.end, "ballot", key) for n, key in ((one, won), (other, lost)))
        return dict(zip((one.start, other.start), cues, strict=True))
    return {}


_SIDES_TURNED = ("against", "for")


def _nearest_word(scene: Scene, sentence: Sentence, at: int, part: str) -> int | None:
    """Return how far from a place the nearest word of a list stands in a sentence; "*" ends the beginning of words."""
    listed = _words(scene.article.language, part)
    begins = tuple(w[:-1] for w in listed if w.endswith("*"))
    found = (
        abs(m.start() - at)
        for m in WORD.finditer(scene.article.text, sentence.start, sentence.end)
        if (word := fold(m[0])) in listed or word.startswith(begins)
    )
    return min(found, default=None)


@functools.lru_cache(maxsize=64)
def _words(language: str | None, part: str) -> frozenset[str]:
    return frozenset(map(fold, load(language).table("concepts").get(part, ())))


_VOTES = frozenset(("vote", "adoption", "debate", "sitting"))


def _of_own_side(sentence: Sentence, number: Number, side: Found) -> Found:
    """Return the word of a side, as that of dissent where those counted are of the side that was to vote for."""
    own = [c for c in sentence.of("ballot") if c.key == "own_side" and number.end <= c.start and c.end <= side.start]
    dissents = side.key == "against" and own and number.low <= MOST_DISSENTERS
    return msgspec.structs.replace(side, key="own_side") if dissents else side


MOST_DISSENTERS = 80
"""More votes against are those of an opposition."""


@functools.lru_cache(maxsize=32)
def _out_of(language: str | None) -> tuple[str, ...]:
    """Return the words before the number of all members, each with the space that begins it."""
    words = load(language).table("concepts").get("out_of", ())
    return tuple(f" {fold(w)}" for w in words)


def _side(
    text: str, number: Number, counted: list[Number], cues: tuple[list[Found], list[Found]],
    quantities: Sequence[Quantity],
) -> Found | None:  # fmt: skip
    """Return the word of the side a number is of: the first behind it in its clause, else one right before it."""
    strong, short = cues
    following = min((n.start for n in counted if n.start > number.end), default=len(text))
    for cue in sorted((*strong, *short), key=lambda c: (c.start, -c.end)):
        votes = any(q.of == "vote" and q.start <= number.start < q.end < cue.start for q in quantities)
        reach = REACH if votes or cue.section == "ballot" else BESIDE
        if number.end <= cue.start <= min(number.end + reach, following):
            if _PARTING.search(text, number.end, cue.start):
                return None
            scored = text[cue.end : following].isspace()  # "61 voix contre 58"
            return None if scored else cue
    before = [c for c in strong if 0 <= number.start - c.end <= BESIDE]
    return before[-1] if before and not _behind_another(before[-1], number, counted, text) else None


def _behind_another(cue: Found, number: Number, counted: list[Number], text: str) -> bool:
    """Tell whether another number before it has a side's word already: "139 in favour, 4 abstained"."""
    return any(
        n.end <= cue.start and cue.start - n.end <= REACH and not _PARTING.search(text, n.end, cue.start)
        for n in counted
        if n is not number
    )


def _claim(scene: Scene, sentence: Sentence, number: Number, side: Found) -> Claim:
    span = (number.start, number.end)
    around = circumstances.find(scene, sentence, span)
    return Claim(
        attribute=ATTRIBUTES[side.key],
        scope=(),
        low=number.low,
        high=number.high,
        unit="thing",
        display=scene.article.text[number.start : number.end],
        anchor=scene.anchor(*span),
        sentence=(sentence.start, sentence.end),
        status="stated" if around.status == "denied" else around.status,  # "148 rejected him": a vote, no denial
        holder=around.holder,
        as_of=scene.article.published,
        rule="count",
    )
