"""The page's own article: its title, its date and author lines, its body, its tags; or a live blog."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec
import regex

from recoupe.extract import live, outlets
from recoupe.extract.clocklines import four_digits, labelled_clock
from recoupe.extract.dates import Ago, Printed, ago, date_line, stamp
from recoupe.extract.flat import dense, headlines, titles
from recoupe.extract.furniture import SECTIONS, byline, caption, disclaimer, kind_of
from recoupe.extract.lines import Line, bullet, count_words, ends_sentence, hashtags, headline_like, paragraph_like
from recoupe.model import Page
from recoupe.text.patterns import compiled_by_regex

_ASIDE_WORDS = 8


class Own(msgspec.Struct, kw_only=True):
    """The lines of the page's own article, and what was found on the way."""

    title: int | None = None
    body: list[Line] = msgspec.field(default_factory=list)
    dates: list[tuple[Line, Printed]] = msgspec.field(default_factory=list)
    moments: list[tuple[Line, Printed]] = msgspec.field(default_factory=list)  # dates printed in the body, all of them
    age: Ago | None = None
    authors: list[str] = msgspec.field(default_factory=list)
    tags: list[str] = msgspec.field(default_factory=list)
    seen: list[Line] = msgspec.field(default_factory=list)  # headlines beside the article
    behind: list[int] = msgspec.field(default_factory=list)  # words of prose from each line on
    notes: list[Line] = msgspec.field(default_factory=list)  # furniture that may name an outlet, a host, a translation


def find(
    page: Page,
    lines: Sequence[Line],
    kinds: Sequence[str | None],
    language: str | None,
    captions: frozenset[int] = frozenset(),
) -> Own | None:
    """Return the page's own article among `lines`; None where there is no running prose.

    Lines that start at `captions` are those of a gallery, which are prose however short they are.
    """
    if dense.noisy(lines, kinds):
        return _in_noise(page, lines, kinds, language)
    told = (n for n, line in enumerate(lines) if line.start in captions or paragraph_like(line.text))
    prose = next((n for n in told if kinds[n] is None), None)
    if prose is None:
        return None
    prose = titles.headed(lines, kinds) or prose
    own = Own(title=titles.choose(lines, kinds, prose, page))
    start = prose if own.title is None else own.title + 1
    _above(own, lines[: start if own.title is None else own.title], kinds)
    at = _heads(own, lines, kinds, start, prose, language)
    _body(own, lines, kinds, at, language)
    own.moments = own.dates
    if page.url is None:
        _trim(own)
    return own


def _in_noise(page: Page, lines: Sequence[Line], kinds: Sequence[str | None], language: str | None) -> Own | None:
    """The same on a page that came with all its menus: only its densest stretch of prose is the body."""
    block = dense.densest(lines, kinds)
    if block is None:
        return None
    own = Own(title=titles.choose(lines, kinds, block[0], page))
    start = block[0] if own.title is None else own.title + 1
    if own.title is not None:
        _dates_above(own, lines, own.title, language)
    at = _heads(own, lines, kinds, start, block[0], language)
    dates = list(own.dates)
    # Inside the body "Comments" is a button of a share bar, not the place where the comments begin.
    inside = ["share" if kind in ("comments", "tags") else kind for kind in kinds]
    # The clock of a live blog's last entry may stand below it.
    end = block[1] + any(labelled_clock(line.text) for line in lines[block[1] : block[1] + 1])
    _body(own, lines[:end], inside, at, language)
    own.moments = own.dates[len(dates) :]
    # Dates further down are those of other pieces the page shows.
    near = lines[min(block[0] + 3, len(lines) - 1)].start
    own.dates = dates + [(line, one) for line, one in own.dates[len(dates) :] if line.start < near]
    entries = live.headings(own.body)
    own.body = [line for n, line in enumerate(own.body) if n in entries or _belongs(own.body, n)]
    own.notes.extend(line for n, line in enumerate(lines) if kinds[n] is not None)
    return own


def _dates_above(own: Own, lines: Sequence[Line], title: int, language: str | None) -> None:
    """A date with its clock time right over the title is the article's; a day alone may be today's."""
    for line in lines[max(0, title - 2) : title]:
        own.dates.extend((line, one) for one in date_line(line.text, language) if len(one.iso) > 10)


def _belongs(body: Sequence[Line], n: int) -> bool:
    """Among prose from a noisy page, keep prose, items of lists, captions, and subheadings right over prose."""
    line = body[n]
    if paragraph_like(line.text) or bullet(line.text) or caption(line.text) or ends_sentence(line.text):
        return count_words(line.text) >= 2
    return 2 <= count_words(line.text) <= 14 and n + 1 < len(body) and paragraph_like(body[n + 1].text)


def _above(own: Own, lines: Sequence[Line], kinds: Sequence[str | None]) -> None:
    """What stands over the title: headlines of others in a list, a date line with its cue, or nothing."""
    plain = [line for n, line in enumerate(lines) if kinds[n] is None]
    own.notes.extend(line for n, line in enumerate(lines) if kinds[n] is not None)
    if headlines.is_list(plain):
        own.seen.extend(plain)


def _heads(
    own: Own, lines: Sequence[Line], kinds: Sequence[str | None], start: int, prose: int, language: str | None
) -> int:
    """Read the lines between title and text; return where the body begins."""
    clocks = [n for n in range(start, prose) if labelled_clock(lines[n].text) or four_digits(lines[n].text)]
    entries = live.headings(lines) if clocks else frozenset()  # "15h05 – Le port rouvre" heads the first of them
    for n in range(start, prose):
        line = lines[n]
        if kinds[n] is not None:
            own.notes.append(line)
        elif not _meta(own, line, language) and (
            count_words(line.text) > _ASIDE_WORDS or bullet(line.text) or n in entries
        ):
            return n
    return max(prose, start)


def _meta(own: Own, line: Line, language: str | None) -> bool:
    """Take a date line, a byline or an age; say whether `line` was one."""
    found = date_line(line.text, language)
    age = None if found else ago(line.text)
    aged = age is not None and stamp(line.text, language) is not None
    if aged and own.age is None:
        own.age = age
    own.dates.extend((line, one) for one in found)
    end = min([p.start for p in found] + ([age.start] if age else []) + [len(line.text)])
    if byline(line.text[:end]):
        own.authors.extend(_authors(line.text[:end]))
        return True
    if found or aged:
        own.notes.append(line)
        return True
    return False


_NAME = r"\p{Lu}[\p{L}\p{M}'’.-]+(?: (?:de|du|van|von|bin|al|la|le|di|da|el))?"
_AUTHOR = compiled_by_regex(rf"{_NAME}(?: {_NAME}){{1,3}}", regex.V1)


def _authors(line: str) -> list[str]:
    _, _, names = line.strip().partition(" ")
    return [m.group().strip() for m in _AUTHOR.finditer(names)][:6]


def _body(own: Own, lines: Sequence[Line], kinds: Sequence[str | None], at: int, language: str | None) -> None:
    own.behind = _behind(lines, kinds)
    while at < len(lines):
        line, kind = lines[at], kinds[at]
        if kind is None and own.body and hashtags(line.text):
            own.tags.extend(hashtags(line.text))
        elif kind is None:
            if own.body and count_words(line.text) <= 14 and (byline(line.text) or date_line(line.text, language)):
                if not _meta(own, line, language):
                    own.body.append(line)
            else:
                own.body.append(line)
        elif kind in SECTIONS and own.body:
            at = _section(own, lines, kinds, at)
            continue
        elif kind in ("consent", "legal") and own.body and _rest_is_small(own, at):
            own.notes.extend(lines[at:])
            return
        else:
            own.notes.append(line)
            if kind == "read_also" and at + 1 < len(lines) and kinds[at + 1] is None and _label(line.text):
                if headline_like(lines[at + 1].text):
                    own.seen.append(lines[at + 1])
                    at += 1
        at += 1


def _label(text: str) -> bool:
    return text.rstrip().endswith(":") or count_words(text) <= 4


def _behind(lines: Sequence[Line], kinds: Sequence[str | None]) -> list[int]:
    """Return, for each line, how many words of prose stand from it to the end."""
    words = [
        count_words(line.text) if kinds[n] is None and paragraph_like(line.text) else 0 for n, line in enumerate(lines)
    ]
    return list(itertools.accumulate(reversed(words)))[::-1]


def _rest_is_small(own: Own, at: int) -> bool:
    return own.behind[at] * 2 < own.behind[0] - own.behind[at]


def _section(own: Own, lines: Sequence[Line], kinds: Sequence[str | None], at: int) -> int:
    """Read a part under a label ("Comments", "Related articles", "Tags"); return where the body goes on.

    Prose behind related headlines is the article going on around a box, prose behind "Comments" is comments, and
    behind "Other news" it is other news.
    """
    kind = kinds[at]
    own.notes.append(lines[at])
    end = at + 1
    while end < len(lines) and (kinds[end] is not None or not paragraph_like(lines[end].text)):
        if kinds[end] in SECTIONS:
            break
        end += 1
    inside = [line for n, line in enumerate(lines[at + 1 : end], at + 1) if kinds[n] is None]
    own.notes.extend(line for n, line in enumerate(lines[at + 1 : end], at + 1) if kinds[n] is not None)
    if kind == "tags":
        tags = list(itertools.takewhile(_tag, inside))
        own.tags.extend(line.text.lstrip("#") for line in tags)
        inside = inside[len(tags) :]
    to_its_end = kind in ("comments", "other_news")
    if to_its_end and own.behind[at] > own.behind[0] - own.behind[at]:
        return at + 1  # more text behind than before: a button of a share bar
    if to_its_end:
        while end < len(lines) and kinds[end] not in SECTIONS:
            end += 1
        return end
    heading = inside[-1] if inside and end < len(lines) and kinds[end] is None and _subheading(inside[-1]) else None
    own.seen.extend(line for line in inside if line is not heading)
    if heading is not None:
        own.body.append(heading)
    return end


def _tag(line: Line) -> bool:
    return count_words(line.text) <= 4 and (line.gap == 0 or line.text.startswith("#"))


def _subheading(line: Line) -> bool:
    return count_words(line.text) <= 6 and line.gap > 0


def _trim(own: Own) -> None:
    """Drop what is left behind the last sentence of a saved page: a list of headlines, or a lone menu word.

    Where the text came with its address it is a body already, and stays whole.
    """
    last, clocked = len(own.body), live.headings(own.body)
    while last and _loose(own.body[last - 1]) and last - 1 not in clocked:
        last -= 1
    tail = own.body[last:]
    if not last or not tail:
        return
    if len(tail) >= 3:
        own.seen.extend(line for line in tail if headline_like(line.text))
        del own.body[last:]
    elif all(count_words(line.text) <= (8 if line.gap else 4) for line in tail):
        del own.body[last:]


def _loose(line: Line) -> bool:
    return (
        not ends_sentence(line.text)
        and not bullet(line.text)
        and not paragraph_like(line.text)
        and line.text[-1:] not in tuple("»”\"':")
    )


def outlet(page: Page, own: Own, lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """Return the outlet of the page's own words and the host they were seen on, as far as the page tells."""
    short = [line.text for line in lines if count_words(line.text) <= 60]
    host = outlets.most_named((t for t in short if disclaimer(t)), "host") or outlets.host(page.url)
    name = page.outlet or outlets.most_named(short, "published_in") or _said(own, lines) or _bar(lines)
    if name is None and outlets.most_named((t for t in short if disclaimer(t)), "host") is None:
        name = outlets.host(page.url)
    return name, host


def _bar(lines: Sequence[Line]) -> str | None:
    """The name that opens a bar of sections: "El Faro Viejo | Portada | Sucesos | Suscríbete"."""
    for line in lines[:3]:
        parts = headlines.crumbs(line.text)
        if len(parts) >= 3 and count_words(parts[0]) >= 2 and any(kind_of(part) for part in parts[1:]):
            return parts[0] if parts[0][:1].isupper() and kind_of(parts[0]) is None else None
    return None


def _said(own: Own, lines: Sequence[Line]) -> str | None:
    furniture = [line.text for line in lines if kind_of(line.text) is not None or (count_words(line.text) <= 10)]
    return outlets.most_named(furniture, "says")
