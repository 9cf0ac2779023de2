"""Which line is the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recoupe.extract.clocklines import labelled_clock
from recoupe.extract.dates import date_line
from recoupe.extract.furniture import byline, caption, credited
from recoupe.extract.lines import Line, bullet, count_words, ends_sentence, headline_like, key, paragraph_like
from recoupe.model import Page
from recoupe.text.patterns import compiled

_STEM = 5
_LONGEST_SENTENCE = 220
_FARTHEST = 60  # lines between a title and its text
_DISTANCE = 0.15
_TOLD = 4.0
_NOTE = compiled(r"\(.*\)")  # "(Adds details)"


def choose(lines: Sequence[Line], kinds: Sequence[str | None], prose: int, page: Page) -> int | None:
    """Return which of the lines up to `prose` (the first line of running prose) is the title, None when none is.

    A title stands before the text, is no sentence with a full stop, and is betrayed by a second printing, by a date
    line or byline behind it. A lone sentence before the text is a title only when the text begins by saying it again,
    and never in a record that has its address beside it: there the text is the body.
    """
    if page.title:
        for n in range(min(prose + 1, len(lines))):
            if kinds[n] is None and key(lines[n].text) == key(page.title):
                return n
    copies = Counter(key(line.text) for line in lines[:2000])
    beginning = " ".join(line.text for line in lines[prose : prose + 12])[:2500]
    top = _on_top(lines, kinds, prose, page.language, beginning)
    if top is not None:
        return top
    body = _stems(beginning)
    best, best_score = None, 0.0
    for n in range(max(0, prose - _FARTHEST), prose):
        if kinds[n] is None and _may_be(lines[n], page.language):
            score = _score(lines, kinds, n, prose, copies[key(lines[n].text)]) + _told(lines[n], body)
            # Of two printings the one next to the text: what stands between them is furniture.
            if score > best_score or (score == best_score and best is not None and _same(lines, best, n)):
                best, best_score = n, score
    if best is not None:
        over = best - 1
        # A headline and its deck both tell the text: the upper one is the title.
        if over >= 0 and kinds[over] is None and _may_be(lines[over], page.language) and not _same(lines, best, over):
            if count_words(lines[over].text) >= 5 and _told(lines[over], body) >= _TOLD * 0.3:
                return over
        return best
    return prose if page.url is None and _said_again(lines, kinds, prose) else None


def _on_top(
    lines: Sequence[Line], kinds: Sequence[str | None], prose: int, language: str | None, body: str
) -> int | None:
    """Return the first line of the page where it is a headline over a deck, a byline or a date, and then the text.

    It says in a word or more what the text says; a crumb of the page's menu has marks between its words.
    """
    own = [n for n in range(prose) if kinds[n] is None]
    if not own or len(own) > _UNDER + 1 or not _may_be(lines[own[0]], language):
        return None
    text = lines[own[0]].text
    again = [n for n in own if _same(lines, own[0], n)]  # of two printings the one next to the text
    if count_words(text) < _SHORTEST or _CRUMBS.search(text):
        return None
    return again[-1] if _stems(text, _SHORT_STEM) & _stems(body, _SHORT_STEM) else None


_UNDER = 2
"""Lines between a headline and the text: a deck, and who wrote it."""

_SHORTEST = 4
"""Words of a headline that stands on top; a kicker has fewer."""

_SHORT_STEM = 4

_CRUMBS = compiled(r" [|>·•/–—] |»|›")


def headed(lines: Sequence[Line], kinds: Sequence[str | None]) -> int | None:
    """Return the first line of prose behind a headline with its date line, when little prose stands before it.

    What stands before is a note of the page that no table knows.
    """
    before = 0
    for n, line in enumerate(lines[:200]):
        if kinds[n] is None and paragraph_like(line.text):
            before += count_words(line.text)
        if kinds[n] is None and _may_be(line, None) and n + 1 < len(lines) and _dated(lines[n + 1], kinds[n + 1]):
            prose = [m for m in range(n + 2, len(lines)) if kinds[m] is None and paragraph_like(lines[m].text)]
            behind = sum(count_words(lines[m].text) for m in prose)
            return prose[0] if prose and before * 4 < behind else None
    return None


def _dated(line: Line, kind: str | None) -> bool:
    return kind == "date" or (kind is None and bool(date_line(line.text)))


def _same(lines: Sequence[Line], one: int, other: int) -> bool:
    return key(lines[one].text) == key(lines[other].text)


def _may_be(line: Line, language: str | None) -> bool:
    return (
        headline_like(line.text)
        and sum(word.isalpha() for word in key(line.text).replace("'", " ").split()) >= 3
        and not bullet(line.text)
        and not byline(line.text)
        and not caption(line.text)
        and not credited(line.text)
        and not date_line(line.text, language)
        and not _NOTE.fullmatch(line.text)
        and labelled_clock(line.text) is None  # the headline of an entry
    )


def _score(lines: Sequence[Line], kinds: Sequence[str | None], n: int, prose: int, copies: int) -> float:
    words = count_words(lines[n].text)
    score = 1.0 + min(words, 10) / 5 - (1.0 if words > 25 else 0.0)
    score += 1.5 if 1 < copies <= 4 else 0.0
    following = range(n + 1, min(n + 9, prose + 1, len(lines)))
    dated = [m - n for m in following if _dates(lines[m], kinds[m])]
    if dated:
        score += 2.0 if dated[0] <= 3 else 1.0
    between = [m for m in range(n + 1, prose) if kinds[m] is None]
    # Many lines between a line and the text make it a headline of a list rather than the title.
    return score - _DISTANCE * max(0, len(between) - 1)


def _told(line: Line, body: set[str]) -> float:
    """A title's words come back in the text; those of a button or of another headline do not."""
    stems = _stems(line.text)
    return _TOLD * len(stems & body) / len(stems) if stems else 0.0


def _dates(line: Line, kind: str | None) -> bool:
    return kind == "date" or byline(line.text) or bool(date_line(line.text))


def _said_again(lines: Sequence[Line], kinds: Sequence[str | None], prose: int) -> bool:
    line = lines[prose]
    following = next((n for n in range(prose + 1, len(lines)) if kinds[n] is None), None)
    if following is None or len(line.text) > _LONGEST_SENTENCE or not paragraph_like(lines[following].text):
        return False
    if ends_sentence(line.text[:-1]) or any(mark + " " in line.text for mark in ".!?"):
        return False
    stems = _stems(line.text)
    shared = stems & _stems(lines[following].text[:400])
    return len(shared) >= 4 or (len(shared) >= 3 and len(shared) >= len(stems) * 0.3)


def _stems(text: str, length: int = _STEM) -> set[str]:
    """First letters of the longer words: one for "russe" and "russes"."""
    return {word[:length] for word in key(text).replace("'", " ").split() if len(word) >= length}
