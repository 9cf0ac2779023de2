"""Take out of the chosen blocks what is no part of the article, each rule with a reason that holds on any site.

- the headline, its author and its date printed above the body: they are fields of the article;
- furniture lines ("Advertisement", "Read also: ...") by the language tables;
- a block that is nothing but a link to another page: a pointer to another article;
- captions and credits of pictures: they tell of the picture, often an old one;
- boxes whose markup names them newsletter, related, recommended, author: they are the site's, not the article's;
- a last block that introduces the author;
- what follows a heading that announces other articles, when only links and short lines follow.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from recoupe.extract import dates, furniture
from recoupe.extract.html import blocks
from recoupe.extract.html.blocks import Piece
from recoupe.extract.html.title import key
from recoupe.extract.html.visible import Place, Visible
from recoupe.extract.lines import count_words, ends_sentence, paragraph_like
from recoupe.text.patterns import compiled

_LINKED = 0.8  # share of a block's characters inside links from which it is a pointer
_HALF = 0.5  # share of a list item's characters inside links from which it is one beside others
_FEWEST = 3  # links or teasers behind an article that are others'
_PROSE = 2  # paragraphs that make an article before them
_DUMP = 40  # lines of one block from which it is a whole page
_MENU, _MENU_WORDS = 5, 6  # short lines in a row that are a menu, words of a short line
_MANY = 0.34  # share of a text's blocks from which pointers are what the page is about
_BOX_SHARE = 0.3  # a box holds at most this share of the chosen text
_POINT, _MOST_POINTS = 8, 8  # words of a key point, points of one list
_AGE_WORDS = 6  # words of a line that tells how old a piece is
_LABEL = 40  # characters of a heading over comments
_BYLINE_WORDS = 14
_KICKER = 6  # words of a label above a headline, at most
_BESIDE_NAMES = 4  # words beside the authors' names in a byline: "and", a place, an agency
_LEAD = 50  # characters two printings of a standfirst have in common: descriptions are often cut
_LONGEST_FURNITURE = 400  # characters
_TAIL_BLOCKS = 14  # blocks behind a heading that announces other articles
_BOX = compiled(
    r"newsletter|(?:^|[\s_-])(?:related|recommend\w*|read-?(?:more|also|next)|most-?read|outbrain|taboola|sign-?up"
    r"|author-?(?:bio|box|info)|about-?author|bio(?:graphy)?|promo\w*|sponsor(?:ed)?|advertorial|paid-?(?:content|post)|subscri\w+|copyright|disclaimer)(?:$|[\s_-])",
    re.I,
)
_PRINTED = compiled(r"\w")
_LENGTH = compiled(r"\d{1,2}(?::\d\d){1,2}$|\d{1,3}\s?/\s?\d{1,3}$")  # of a video; of a gallery's pictures
_QUOTED = compiled(r"[«»“”„\"]")  # a line of dialogue is no button


class Around(msgspec.Struct, frozen=True):
    """What is known of the article beside its blocks."""

    titles: tuple[str, ...]  # keys of its headline in every printing
    authors: tuple[str, ...]
    outlet: str | None
    heading: Place | None = None  # where the page prints the headline


def trim(pieces: Sequence[Piece], root: Any, shown: Visible, around: Around) -> list[Piece]:
    """Return `pieces` without what is no part of the article, in order."""
    links = _spans(root, shown, ("a",))
    kept = [line for p in pieces if p[1] for line in _lines_of_a_dump(p, links, shown, around.heading)]
    if not kept:
        return []
    total = sum(b - a for _, places in kept for a, b in places)
    boxes = _boxes(shown, total, (min(p[1][0][0] for p in kept), max(p[1][-1][1] for p in kept)))
    captions = _captions(root, shown)
    pointers = _pointers(kept, links, shown)
    out: list[Piece] = []
    body = next((p[1][0][0] for p in kept if prose(_words(p, shown))), 0)
    heading = around.heading if around.heading and around.heading[1] <= body else None
    prose_seen = False
    for kind, places in blocks.apart([p for p, other in zip(kept, pointers, strict=True) if not other], root, shown):
        text = " ".join(shown.text[a:b] for a, b in places)
        if not _PRINTED.search(text) or _LENGTH.match(text):
            continue
        if _inside(places, captions) > 0.9 or _inside(places, boxes) > 0.9 or furniture.caption(text):
            continue
        if (
            len(text) < _LONGEST_FURNITURE
            and not _QUOTED.search(text)
            and furniture.kind_of(text) not in (None, "disclaimer")
        ):
            continue
        if not prose_seen and (_head_line(text, around) or _kicker(text, places, heading)):
            continue
        prose_seen = prose_seen or prose(text)
        out.append((kind, places))
    return _without_tail(out, shown, around)


def _captions(root: Any, shown: Visible) -> list[Place]:
    """Return the places of what tells of pictures: figures, those of a quotation apart."""
    quoting = {figure for quote in root.iter("blockquote") for figure in quote.iterancestors("figure")}
    spans = [shown.spans.get(e, (0, 0)) for e in root.iter("figcaption", "figure") if e not in quoting]
    return merged([span for span in spans if span[0] < span[1]])


def _lines_of_a_dump(piece: Piece, links: list[Place], shown: Visible, heading: Place | None) -> list[Piece]:
    """Return a block of very many lines, a page chosen whole, or of lines around the headline, a table's cells, as its
    lines without the menus; others as they are.
    """
    kind, places = piece
    lines = [(a, b, shown.text[a:b]) for start, end in places for a, b in _split(start, end, shown)]
    around = heading is not None and lines[0][1] < heading[0] and heading[1] < lines[-1][0]
    if len(lines) < _DUMP and not around:
        return [piece]
    short = [count_words(words) <= _MENU_WORDS and not ends_sentence(words) for _, _, words in lines]
    out: list[Piece] = []
    at = 0
    for is_short, group in itertools.groupby(short):
        size = len(list(group))
        run = [(a, b) for a, b, _ in lines[at : at + size]]
        if not (is_short and size >= _MENU and _inside(run, links) >= _HALF):
            out += [(kind, [place]) for place in run]
        at += size
    return out


def _split(start: int, end: int, shown: Visible) -> Iterator[Place]:
    """Yield the places of the lines of `shown.text[start:end]`."""
    for line in shown.text[start:end].split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _pointers(kept: Sequence[Piece], links: list[Place], shown: Visible) -> list[bool]:
    """Return for each block whether it is nothing but a pointer to another page."""
    shares = [_inside(places, links) for _, places in kept]
    found = [share >= _LINKED for share in shares]
    for at, (kind, _) in enumerate(kept):
        # One of a list of links is a pointer though its kicker is none.
        if kind == "list" and not found[at] and shares[at] >= _HALF:
            near = [n for n in (at - 1, at + 1) if 0 <= n < len(kept) and kept[n][0] == "list"]
            found[at] = any(shares[n] >= _LINKED for n in near)
    listed = found
    if is_listing(found):
        found = [False] * len(kept)
    # Behind an article, links and teasers (a linked headline, a line about it) are others' however many they are.
    last, others = len(kept), 0
    while last and (
        (other := listed[last - 1] or _teaser(kept[last - 1], links, shown))
        or furniture.kind_of(_words(kept[last - 1], shown)) not in (None, "disclaimer")
    ):
        last -= 1
        others += other
    if others >= _FEWEST and sum(prose(_words(piece, shown)) for piece in kept[:last]) >= _PROSE:
        found[last:] = [True] * (len(kept) - last)
    return found


def _teaser(piece: Piece, links: list[Place], shown: Visible) -> bool:
    """Say whether a block is a headline that is a link and a line or two about it."""
    lines = [line for start, end in piece[1] for line in _split(start, end, shown)]
    first = shown.text[lines[0][0] : lines[0][1]]
    rest = sum(count_words(shown.text[a:b]) for a, b in lines[1:])
    return len(lines) > 1 and count_words(first) >= 3 and rest <= 30 and _inside([lines[0]], links) >= _LINKED


def prose(text: str) -> bool:
    """Say whether a block is running prose of some length."""
    return paragraph_like(text) and count_words(text) >= 12


def is_listing(pointers: Sequence[bool]) -> bool:
    """Say whether so many blocks are pointers that they are what the page is about."""
    return sum(pointers) > len(pointers) * _MANY and sum(pointers) > 3


def listing(pieces: Sequence[Piece], root: Any, shown: Visible) -> bool:
    """Say whether the chosen blocks are a list of links to articles, as a section's front page has."""
    links = _spans(root, shown, ("a",))
    # "2 hours ago" under each of them says nothing of what they are.
    pieces = [piece for piece in pieces if not _aged(_words(piece, shown))]
    # In a list, beside a link stands when it was published or where.
    pointers = [_inside(places, links) >= (_HALF if kind == "list" else _LINKED) for kind, places in pieces]
    headlines = [pointer and kind == "heading" for pointer, (kind, _) in zip(pointers, pieces, strict=True)]
    others = [places for headline, (_, places) in zip(headlines, pieces, strict=True) if not headline]
    headed = sum(_under_link(places[0][0], shown, links) for places in others)
    if headed * 2 > len(others) and headed > 3:
        return True  # summaries, each under the headline it leads to
    return any(pointers[:2]) and sum(pointers) * 2 >= len(pointers) and sum(pointers) > 5


def _aged(text: str) -> bool:
    return count_words(text) <= _AGE_WORDS and bool(dates.ago(text) or dates.date_line(text))


def _under_link(start: int, shown: Visible, links: list[Place]) -> bool:
    """Say whether the line above is a headline that is a link."""
    end = shown.text.rfind("\n", 0, start)
    line = (shown.text.rfind("\n", 0, max(end, 0)) + 1, end)
    return end > 0 and count_words(shown.text[line[0] : line[1]]) >= 3 and _inside([line], links) >= _LINKED


def with_lead(pieces: list[Piece], descriptions: Sequence[str], head: Place, shown: Visible) -> list[Piece]:
    """Return `pieces` with the standfirst before them where the extractor left it out.

    The standfirst is the line between headline and body that the page also gives as its description.
    """
    if not pieces:
        return pieces
    first = min(a for _, places in pieces[:3] for a, _ in places)
    wanted = [key(d)[:_LEAD] for d in descriptions if len(key(d)) >= _LEAD]
    if not wanted or any(key(_words(piece, shown))[:_LEAD] in wanted for piece in pieces[:12]):
        return pieces
    at = shown.text.rfind("\n", 0, head[0]) + 1
    for line in shown.text[at:first].split("\n"):
        if len(line) >= _LEAD and key(line)[:_LEAD] in wanted:
            return [("paragraph", [(at, at + len(line))]), *pieces]
        at += len(line) + 1
    return pieces


def with_summary(pieces: list[Piece], root: Any, shown: Visible, head: Place) -> list[Piece]:
    """Return `pieces` with the key points before them where the extractor left them out.

    A list of sentences between headline and body, none of them a link, sums the article up.
    """
    if not pieces:
        return pieces
    first = min(a for _, places in pieces[:3] for a, _ in places)
    found: dict[Any, list[Place]] = {}
    for item in root.iter("li"):
        span = shown.spans.get(item)
        if span and head[0] <= span[0] and span[1] <= first and item.find(".//li") is None:
            words = shown.text[span[0] : span[1]]
            if "\n" not in words and count_words(words) >= _POINT and item.find(".//a") is None:
                found.setdefault(item.getparent(), []).append(span)
    points = [place for places in found.values() if 2 <= len(places) <= _MOST_POINTS for place in places]
    points = [p for p in points if furniture.kind_of(shown.text[p[0] : p[1]]) is None]
    return [*(("list", [place]) for place in points), *pieces]


def _head_line(text: str, around: Around) -> bool:
    """Say whether a line above the body is the headline again, the byline or the date line."""
    if len(text) > 400:
        return False
    words = key(text)
    for title in around.titles:
        if words == title or (title in words and len(words) < 1.6 * len(title)) or (words in title and len(words) > 20):
            return True
    if count_words(text) <= _BYLINE_WORDS and not ends_sentence(text):
        rest = f" {words} "
        for name in around.authors:
            rest = rest.replace(f" {key(name)} ", " ")  # "Ann Author and Bo Writer", "Ann Author in Quayside"
        if len(rest.split()) <= _BESIDE_NAMES and len(rest) < len(words):
            return True
    return furniture.byline(text) or bool(dates.date_line(text))


def _kicker(text: str, places: list[Place], heading: Place | None) -> bool:
    """Say whether a line is the label above the headline: its section, its subject."""
    above = heading is not None and places[-1][1] <= heading[0]
    return above and count_words(text) <= _KICKER and not ends_sentence(text) and text[-1:] != ","


def _without_tail(pieces: list[Piece], shown: Visible, around: Around) -> list[Piece]:
    """Cut what follows a heading that announces other articles, and a last block about the author."""
    names = [key(name) for name in around.authors if " " in name]
    outlet = key(around.outlet)
    low = max(len(pieces) - _TAIL_BLOCKS, len(pieces) // 2)
    for at in range(low, len(pieces)):
        text = _words(pieces[at], shown)
        if count_words(text) <= 6:
            bare = " ".join(key(text).replace(outlet, " ").split()) if outlet else key(text)
            if furniture.kind_of(text) in furniture.SECTIONS or furniture.kind_of(bare) in furniture.SECTIONS:
                return pieces[:at]
    while len(pieces) > 2:
        words = key(_words(pieces[-1], shown))
        if any(words.startswith(name) for name in names) and _introduces(_words(pieces[-1], shown), outlet):
            pieces = pieces[:-1]
        else:
            break
    return pieces


def before_offers(pieces: list[Piece], shown: Visible) -> list[Piece]:
    """Return `pieces` up to the line that asks for money to read on, when no prose follows it: offers do."""
    last = next((n for n in range(len(pieces) - 1, -1, -1) if prose(_words(pieces[n], shown))), None)
    if last is None:
        return pieces
    for at in range(last + 1, len(pieces)):
        between = shown.text[pieces[at - 1][1][-1][1] : pieces[at][1][-1][1]].split("\n")
        if any(len(line) < _LONGEST_FURNITURE and furniture.paywall(line) for line in between):
            return pieces[:at]
    return pieces


def lines_beside(shown: Visible, taken: Sequence[Place], far: int, most: int) -> list[str]:
    """Return the first `most` lines between the places `taken`, in order, and `far` characters on, up to comments."""
    ends = [*(start for start, _ in taken[1:]), taken[-1][1] + far]
    parts = [shown.text[end:following] for (_, end), following in zip(taken, ends, strict=True)]
    lines = (line for part in parts for line in part.split("\n") if line.strip())
    own = itertools.takewhile(lambda line: len(line) > _LABEL or furniture.kind_of(line) != "comments", lines)
    return list(itertools.islice(own, most))


def _introduces(text: str, outlet: str) -> bool:
    return count_words(text) <= 120 and ("@" in text or (bool(outlet) and outlet in key(text)))


def _words(piece: Piece, shown: Visible) -> str:
    return " ".join(shown.text[a:b] for a, b in piece[1])


def _spans(root: Any, shown: Visible, tags: tuple[str, ...]) -> list[Place]:
    """Return the places of elements, in order; of links only those that lead to another page."""
    found = []
    for element in root.iter(*tags):
        span = shown.spans.get(element)
        if span and span[0] < span[1] and not (element.get("href") or "").startswith(("#", "javascript:")):
            found.append(span)
    return merged(found)


def _boxes(shown: Visible, total: int, within: Place) -> list[Place]:
    """Return the places of boxes that are the site's, as their markup names them, where they touch `within`."""
    found = []
    known: dict[str, bool] = {"": False}
    for element, (start, end) in shown.spans.items():
        if start < end and end > within[0] and start < within[1] and end - start < total * _BOX_SHARE:
            for name in (element.get("class") or "", element.get("id") or ""):
                is_box = known.get(name)
                if is_box is None:
                    is_box = known[name] = _BOX.search(name) is not None
                if is_box:
                    found.append((start, end))
    return merged(found)


def merged(spans: list[Place]) -> list[Place]:
    """Return `spans` in order, those that overlap as one."""
    out: list[Place] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _inside(places: Sequence[Place], spans: list[Place]) -> float:
    """Return the share of `places` that stands inside `spans` (sorted, apart)."""
    whole = sum(b - a for a, b in places)
    if not spans or not whole:
        return 0.0
    covered = 0
    for start, end in places:
        at = max(0, bisect.bisect_right(spans, (start, 1 << 60)) - 1)
        while at < len(spans) and spans[at][0] < end:
            covered += max(0, min(end, spans[at][1]) - max(start, spans[at][0]))
            at += 1
    return covered / whole
