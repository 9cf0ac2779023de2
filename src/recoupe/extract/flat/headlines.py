"""Headlines that a page shows without their pieces: tickers and lists of links. They become sightings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.extract.furniture import kind_of
from recoupe.extract.lines import Line, bullet, count_words, ends_sentence
from recoupe.model import Page, Sighting
from recoupe.text.language import identify
from recoupe.text.patterns import compiled_by_regex

_GAP = compiled_by_regex(r"[ \t\u00a0\u2003]{3,}|[ \u00a0](?:[|•·■◆►▪]|\+{2,3}|/{2,3})[ \u00a0]")
_CRUMB = compiled_by_regex(r" (?:>|›|»|/|\||·) ")
_FEWEST_PARTS = 4


def ticker(line: Line) -> list[tuple[int, int]] | None:
    """Return the parts `[start, end)` of a line of headlines with wide gaps between them; None for any other line.

    An empty list is a line of menu words.
    """
    parts: list[tuple[int, int]] = []
    at = 0
    for gap in _GAP.finditer(line.text):
        if gap.start() > at:
            parts.append((at, gap.start()))
        at = gap.end()
    if at < len(line.text):
        parts.append((at, len(line.text)))
    if len(parts) < _FEWEST_PARTS:
        return [] if crumbs(line.text) else None
    words = [line.text[a:b] for a, b in parts]
    if sum(ends_sentence(w) and not w.endswith(("?", "!")) for w in words) > len(words) * 0.3:
        return None
    if sum(count_words(w) for w in words) <= 3 * len(words) or crumbs(line.text):
        return []
    return [(line.start + a, line.start + b) for a, b in parts if count_words(line.text[a:b]) >= 3]


def crumbs(text: str) -> list[str]:
    """Return the parts of the way to a page ("Home > World > Europe") or of a bar of sections, else nothing."""
    parts = [part.strip() for part in _CRUMB.split(text)] if len(text) <= 200 else []
    return parts if len(parts) >= 3 and all(count_words(part) <= 3 for part in parts[:-1]) else []


def sighting(page: Page, start: int, end: int, outlet: str | None = None) -> Sighting:
    """Return the headline that stands at `[start, end)` of the page's text."""
    words = (page.text or "")[start:end]
    return Sighting(page=page.page, words=words, outlet=outlet, language=identify(words), start=start, end=end)


def sightings(page: Page, lines: Iterable[Line]) -> list[Sighting]:
    """Return the lines that could be headlines (four words or more) as sightings."""
    found = []
    for line in lines:
        skip = bullet(line.text)
        words = count_words(line.text[skip:])
        if 4 <= words <= 34 and len(line.text) <= 250 and kind_of(line.text) is None:
            found.append(sighting(page, line.start + skip, line.end))
    return found


def is_list(lines: Sequence[Line]) -> bool:
    """Say whether `lines` are a list of headlines: at least four, most of five words or more, none a sentence."""
    long = sum(count_words(line.text) >= 5 for line in lines)
    return len(lines) >= 4 and long * 2 >= len(lines) and not any(line.text.endswith(".") for line in lines)
