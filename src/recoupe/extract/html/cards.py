"""Aggregator pages: other outlets' pieces embedded in a page, each a card with outlet, age, headline and text.

A card is one of several elements of one make, each with a line that tells a time ("Le Journal · 6 hours ago"). Most of
what looks so is the site's own: teasers with their authors, comments, embedded posts. So a card counts only with
running text and with a sign that the words are another outlet's: its markup names the source, or its headline leads to
another site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from recoupe.extract import dates, outlets
from recoupe.extract.dates import Ago, Stamp
from recoupe.extract.furniture import kind_of
from recoupe.extract.html import repeats
from recoupe.extract.html.links import same_site
from recoupe.extract.html.title import key
from recoupe.extract.html.visible import HEADINGS, Place, Visible
from recoupe.extract.lines import count_words, paragraph_like
from recoupe.text.patterns import compiled

_FEWEST = 2  # cards that make an aggregator
_WORDS = 25  # words of running text in a card
_WORDS_AWAY = 12  # the same where the headline leads to another site
_FIGURE = compiled(r"\d")
_STAMP_LENGTH = 90
_HEADLINE = 15  # characters of a linked headline, at least
_LOOKED = 600  # short lines with a figure looked at for a stamp
_SOURCE = compiled(r"source|publisher|provider|outlet|(?:media|site|paper|journal)[-_]?name|newspaper", re.I)
_COMMENT = compiled(r"comment|disqus|repl(?:y|ies)|discussion", re.I)


class Card(msgspec.Struct, frozen=True):
    """Another outlet's piece on the page. `place` is all of it, `pieces` its text."""

    place: Place
    title: str
    outlet: str
    ago: Ago | None
    published: str | None
    stamp: str
    pieces: list[tuple[str, list[Place]]]
    url: str | None


class _Stamped(msgspec.Struct, frozen=True):
    start: int
    line: str
    stamp: Stamp


def find(shown: Visible, names: Sequence[str], host: str | None, language: str | None) -> list[Card]:
    """Return the cards of other outlets on the page; `names` are the keys of the site's own names."""
    behind = _behind(shown, language)
    figured = _stamps(shown.text, language)
    if len(figured) + len(behind) < _FEWEST:
        return []
    stamps = sorted([*_stamps(shown.text, language, figured), *behind], key=lambda s: s.start)
    at = repeats.innermost(shown)
    stamps = [s for s in stamps if s.start in at]
    starts = [s.start for s in stamps]
    out: list[Card] = []
    for group in repeats.groups([at[s] for s in starts], starts, shown, _FEWEST):
        if not repeats.alike([head for head, _ in group.heads]) or _quoted_or_comments(group.heads[0][0]):
            continue
        several = host is None and _sites(group.heads, stamps, shown) > 1
        made = [_card(head, stamps[number], shown, host, several=several) for head, number in group.heads]
        kept = [c for c in made if c is not None and not _own(key(c.outlet), names)]
        if len(kept) >= _FEWEST:
            out.extend(kept)
    return sorted(out, key=lambda c: c.place)


def _stamps(text: str, language: str | None, figured: Sequence[_Stamped] | None = None) -> list[_Stamped]:
    """Return the lines with a figure that tell a time ("3 hours ago"); where these are known, as `figured`, also the
    lines without one ("an hour ago")."""
    found: list[_Stamped] = []
    known = {s.start: s.stamp for s in figured or ()}
    at = looked = 0
    for line in text.split("\n"):
        figure = len(line) <= _STAMP_LENGTH and _FIGURE.search(line) is not None
        if looked < _LOOKED and (figure or (figured is not None and len(line) <= _STAMP_LENGTH)):
            looked += 1
            stamp = known.get(at) if figure and figured is not None else _stamp(line, language, figure=figure)
            if stamp is not None:
                found.append(_Stamped(at, line, stamp))
        at += len(line) + 1
    return found


def _stamp(line: str, language: str | None, *, figure: bool) -> Stamp | None:
    """Return what a line tells of its time; without a figure only an age can."""
    return dates.stamp(line, language) if figure or dates.ago(line) else None


def _behind(shown: Visible, language: str | None) -> list[_Stamped]:
    """Return the stamps that stand behind a linked headline on its own line."""
    found: list[_Stamped] = []
    first = next(iter(shown.spans), None)
    for element in first.getroottree().iter("a") if first is not None else ():
        start, end = shown.spans.get(element, (0, 0))
        if end - start > _HEADLINE and shown.text[end : end + 1] not in ("\n", "") and len(found) < _LOOKED:
            stop = shown.text.find("\n", end, end + _STAMP_LENGTH)
            line = shown.text[end:stop].lstrip() if stop > end else ""
            if any(c.isdigit() for c in line) and (stamp := dates.stamp(line, language)):
                found.append(_Stamped(stop - len(line), line, stamp))
    return found


def _quoted_or_comments(element: Any) -> bool:
    """Say whether an element is inside a quotation (an embedded post) or markup that calls itself comments."""
    for place in (element, *list(element.iterancestors())[:12]):
        if place.tag == "blockquote" or _COMMENT.search(f"{place.get('class') or ''} {place.get('id') or ''}"):
            return bool(place.tag != "body")
    return False


def _own(name: str, names: Sequence[str]) -> bool:
    return any(name == n or name in n.split() or n in name for n in names if n)


def _sites(heads: Sequence[tuple[Any, int]], stamps: Sequence[_Stamped], shown: Visible) -> int:
    """Return to how many sites the headlines of some cards lead."""
    there = {outlets.host(_title(head, shown, stamps[number].start)[1]) for head, number in heads}
    return len(there - {None})


def _card(head: Any, stamped: _Stamped, shown: Visible, host: str | None, *, several: bool) -> Card | None:
    """Return the card in `head`; `several` says that the page names no site and its cards lead to more than one."""
    span = shown.spans[head]
    title, link = _title(head, shown, stamped.start)
    if title is None or head.find(".//blockquote") is not None:
        return None
    outlet = _source(head, shown) or ""
    there = outlets.host(link)
    foreign = there is not None and (several if host is None else not same_site(there, host))
    if not outlet and foreign:
        outlet = stamped.stamp.outlet
    if not outlet or count_words(outlet) > 8:
        return None
    pieces = []
    words = prose = at = 0
    at = span[0]
    for line in shown.text[span[0] : span[1]].split("\n"):
        place = (at, at + len(line))
        at = place[1] + 1
        if place[0] == stamped.start or title[0] <= place[0] < title[1] or key(line) == key(outlet):
            continue
        if line.strip() and kind_of(line) is None:
            pieces.append(("paragraph", [place]))
            words += count_words(line)
            prose += paragraph_like(line)
    if words < (_WORDS_AWAY if foreign else _WORDS) or not prose:
        return None
    dated = stamped.stamp.date
    return Card(
        place=span,
        title=" ".join(shown.text[title[0] : title[1]].split()),
        outlet=outlet,
        ago=stamped.stamp.ago,
        published=dated.iso if dated else None,
        stamp=stamped.line,
        pieces=pieces,
        url=link if link and link.startswith("http") else None,
    )


def _title(head: Any, shown: Visible, stamp: int) -> tuple[Place | None, str | None]:
    """Return where a card's headline stands, and where it leads: its heading, else its first link of some words."""
    for tags in (HEADINGS, ("a",)):
        for element in head.iter(*tags):
            span = shown.spans.get(element)
            if tags == ("a",) and span and not _whole_line(shown.text, span, stamp):
                continue
            if span and span[0] != stamp and 3 <= count_words(shown.text[span[0] : span[1]]) <= 40:
                link = element if element.tag == "a" else next(element.iter("a"), None)
                if link is None:
                    link = next((a for a in element.iterancestors("a")), None)
                return span, (link.get("href") if link is not None else None)
    return None, None


def _whole_line(text: str, span: Place, stamp: int) -> bool:
    """Say whether nothing else stands on the line, a stamp behind apart."""
    ends = text[span[1] : span[1] + 1] in ("", "\n") or (span[1] <= stamp and not text[span[1] : stamp].strip())
    return text[span[0] - 1 : span[0]] in ("", "\n") and ends


def _source(head: Any, shown: Visible) -> str | None:
    """Return the words of the element that the card's markup calls its source."""
    for element in head.iter():
        name = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if element is not head and _SOURCE.search(name) and (span := shown.spans.get(element)):
            words = " ".join(shown.text[span[0] : span[1]].split())
            if words and len(words) <= 60:
                stamp = dates.stamp(words)
                return (stamp.outlet or None) if stamp else words
    return None
