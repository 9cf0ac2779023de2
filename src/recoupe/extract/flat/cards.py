"""Cards: other outlets' pieces that a page shows one below the other, each with its outlet and its age.

Le Journal                 Title of the piece             Le Journal · 6 hours ago
6 hours ago        or      Le Journal · 6 hours ago   or  Title of the piece
- Le Journal               Text of the piece ...          Text of the piece ...
Title of the piece
Text of the piece ...
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from recoupe.extract import outlets
from recoupe.extract.dates import Ago, Printed, Stamp, ago, stamp
from recoupe.extract.furniture import byline
from recoupe.extract.lines import BULLETS, Line, count_words, ends_sentence, headline_like, key, paragraph_like

_TITLE_LENGTH = 300


class Card(NamedTuple):
    """A card's header: lines `[first, body)`; its text follows until the next card or `last`. `title` is a line.

    `teaser` says that the card ends in a link to the whole piece, `twice` that the outlet is printed twice.
    """

    first: int
    body: int
    title: int
    outlet: str | None
    ago: Ago | None
    date: Printed | None
    last: int | None = None
    teaser: bool = False
    twice: bool = False


def find(lines: Sequence[Line], kinds: Sequence[str | None], language: str | None) -> list[Card]:
    """Return the cards among `lines` in order. The dateline of the page's own article may be among them: see `own`."""
    cards: list[Card] = []
    at = 0
    while at < len(lines):
        found = stamp(lines[at].text, language) if kinds[at] is None else None
        card = _card(lines, kinds, at, found) if found else None
        if card is not None and (not cards or card.first >= cards[-1].body):
            cards.append(card)
            at = card.body
        else:
            at += 1
    return cards


def teasers(lines: Sequence[Line], kinds: Sequence[str | None]) -> list[Card]:
    """Return the items of a newsletter or digest: headline, some text, "Read more at The Journal". Two make a list."""
    found: list[Card] = []
    floor = 0
    for at, kind in enumerate(kinds):
        if kind != "more":
            continue
        titles = [
            n
            for n in range(max(floor, at - 8), at - 1)
            if _title(lines[n], kinds[n])
            and headline_like(lines[n].text)
            and not paragraph_like(lines[n].text)
            and kinds[n + 1] is None
            and paragraph_like(lines[n + 1].text)
        ]
        if titles:
            outlet = outlets.named(lines[at].text, "source")
            found.append(Card(titles[-1], titles[-1] + 1, titles[-1], outlet, None, None, at, True))
        floor = at + 1
    return found if len(found) >= 2 else []


def _card(lines: Sequence[Line], kinds: Sequence[str | None], at: int, found: Stamp) -> Card | None:
    outlet, first, after = found.outlet or None, at, at + 1
    if outlet is None and at and kinds[at - 1] is None and _name(lines[at - 1]):
        outlet, first = lines[at - 1].text, at - 1
    # "- Le Journal": the outlet once more, as the crawler met it.
    twice = after < len(lines) and outlet is not None and key(lines[after].text.lstrip(BULLETS)) == key(outlet)
    after += twice
    if outlet is None and after < len(lines) and lines[after].text[0] in BULLETS and _name(lines[after], bulleted=True):
        outlet = lines[after].text.lstrip(BULLETS + " \u00a0")
        after += 1
    # A name beside a day is an author as often as an outlet; a piece that names no outlet is the page's own.
    if outlet is None or byline(outlet) or (found.ago is None and not twice):
        return None
    # "50 photos", "2 min read", "1:13", another age: beside an age stand many things.
    if not twice and (ago(outlet) is not None or not outlet[:1].isalpha()):
        return None
    if after < len(lines) and _title(lines[after], kinds[after]) and not _headed(lines, kinds, first):
        return Card(first, after + 1, after, outlet, found.ago, found.date, twice=twice)
    if first and _title(lines[first - 1], kinds[first - 1]) and lines[first].gap <= 1:
        return Card(first - 1, after, first - 1, outlet, found.ago, found.date, twice=twice)
    return None


def _headed(lines: Sequence[Line], kinds: Sequence[str | None], first: int) -> bool:
    """Say whether the stamp stands under its title and not over it: close to the line before, apart from the next."""
    return (
        first > 0
        and _title(lines[first - 1], kinds[first - 1])
        and lines[first].gap == 0
        and first + 1 < len(lines)
        and (lines[first + 1].gap > 0 or paragraph_like(lines[first + 1].text))
    )


def _name(line: Line, *, bulleted: bool = False) -> bool:
    text = line.text.lstrip(BULLETS + " \u00a0") if bulleted else line.text
    return (
        0 < count_words(text) <= 6
        and len(text) <= 60
        and not ends_sentence(text)
        and (text[:1].isupper() or text[:1].isdigit() or text[:1].isalpha())
        and text[-1:] not in tuple(":,;")
    )


def _title(line: Line, kind: str | None) -> bool:
    fits = kind is None and count_words(line.text) >= 3 and len(line.text) <= _TITLE_LENGTH
    return fits and not line.text.endswith("…") and not byline(line.text) and stamp(line.text) is None
