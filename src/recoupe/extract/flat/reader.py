"""Read a flattened page: the order of the steps, and what each of its parts becomes."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from recoupe.extract import dates, doubled, heads, live, moments, outlets
from recoupe.extract.dates import date_line
from recoupe.extract.daylabels import before_clock, heading
from recoupe.extract.flat import cards, dense, gallery, headlines, own
from recoupe.extract.flat.assemble import Draft, Piece, article, pieces_of, prose_words
from recoupe.extract.flat.own import Own
from recoupe.extract.furniture import SECTIONS, disclaimer, in_parts, kind_of
from recoupe.extract.lines import Line, count_words, hashtags, paragraph_like, split
from recoupe.extract.reference import refer
from recoupe.model import Article, Evidence, Page, Reading, ReadSettings, Segment, Sighting
from recoupe.text.instants import instant
from recoupe.text.language import identify
from recoupe.text.patterns import compiled_by_regex

_CONTROL = compiled_by_regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_FEWEST_WORDS = 5
_WHOLE = 100
_SOME = 40


def read(page: Page, settings: ReadSettings) -> Reading:
    """Return the articles and sightings of a flattened page. Never raises; an empty Reading says why it is empty."""
    text = page.text or ""
    reason = _unreadable(text, settings)
    if reason:
        return Reading(id=page.id, page=page.page, articles=(), sightings=(), reason=reason)
    return _Reader(page).read()


def _unreadable(text: str, settings: ReadSettings) -> str | None:
    if not text.strip():
        return "the page is empty"
    if len(text) > settings.max_bytes:
        return f"the page is larger than {settings.max_bytes:,} characters"
    sample = text[:10_000]
    if len(_CONTROL.findall(sample)) * 20 > len(sample):
        return "the page is not text"
    return None


class _Reader:
    """One reading of one page; holds what the steps hand on to each other."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.sightings: list[Sighting] = []
        self.copies: dict[int, list[Line]] = {}  # start of a line -> its later printings
        self.lines, self.captions = gallery.captions(self._without_copies(split(page.text or "")))
        self.kinds: list[str | None] = [self._kind(line) for line in self.lines]
        self.noisy = dense.noisy(self.lines, self.kinds)
        self.language = page.language or identify(self._prose_sample())

    def _without_copies(self, lines: Sequence[Line]) -> list[Line]:
        twice = doubled.repeats(lines)
        for later, first in twice.items():
            self.copies.setdefault(lines[first].start, []).append(lines[later])
        return [line for n, line in enumerate(lines) if n not in twice]

    def _kind(self, line: Line) -> str | None:
        parts = headlines.ticker(line)
        if parts is not None:
            self.sightings.extend(headlines.sighting(self.page, a, b) for a, b in parts)
            return "menu"
        if count_words(line.text) <= 14:
            if outlets.named(line.text, "published_in"):
                return "date"
            if count_words(line.text) <= 8 and outlets.named(line.text, "says"):
                return "share"
        return kind_of(line.text)

    def _prose_sample(self) -> str:
        prose = [line.text for n, line in enumerate(self.lines) if self.kinds[n] is None and paragraph_like(line.text)]
        return " ".join(prose[:5])[:2000] or (self.page.text or "")[:2000]

    def read(self) -> Reading:
        found = self._own_and_cards()
        own_lines, own_kinds, shown = found
        articles: list[Article] = []
        mine = own.find(self.page, own_lines, own_kinds, self.language, self.captions)
        if mine is not None and _enough(mine.body):
            articles.extend(self._own(mine, own_lines))
            self.sightings.extend(headlines.sightings(self.page, mine.seen))
        elif not shown:
            self.sightings.extend(
                headlines.sightings(
                    self.page, [line for n, line in enumerate(own_lines) if self._headline(n, own_kinds)]
                )
            )
        articles.extend(self._extracts(shown, mine))
        reason = None
        if not articles:
            reason = "only headlines, no article" if self.sightings else "no running text on the page"
        articles = heads.placed(articles, self.page.text or "")
        ordered = sorted(self.sightings, key=lambda s: s.start)
        return Reading(
            id=self.page.id, page=self.page.page, articles=refer(articles), sightings=tuple(ordered), reason=reason
        )

    def _headline(self, n: int, kinds: Sequence[str | None]) -> bool:
        """Say whether line `n` of a page without running text may be a headline: not the name over the menu."""
        return kinds[n] is None and not (n == 0 and len(kinds) > 1 and kinds[1] == "menu")

    def _own_and_cards(self) -> tuple[list[Line], list[str | None], list[cards.Card]]:
        """Return the lines of the page's own article, their kinds, and the cards of others below them."""
        found = cards.find(self.lines, self.kinds, self.language)
        teasers = [] if found or self.noisy else cards.teasers(self.lines, self.kinds)
        if teasers:
            return self.lines[: teasers[0].first], self.kinds[: teasers[0].first], teasers
        if self.noisy:
            return self._in_noise(found)
        prose = next(
            (n for n, line in enumerate(self.lines) if self.kinds[n] is None and paragraph_like(line.text)),
            len(self.lines),
        )
        digest = len(found) >= 3 and all(card.outlet for card in found[:3])
        shown = found if digest else [card for card in found if card.first > prose]
        end = shown[0].first if shown else len(self.lines)
        return self.lines[:end], self.kinds[:end], shown

    def _in_noise(self, found: Sequence[cards.Card]) -> tuple[list[Line], list[str | None], list[cards.Card]]:
        """The same on a page with all its menus: only cards that name outlet and age, behind a body, are cards."""
        strong = [card for card in found if card.outlet and card.ago]
        first = strong[0].first if len(strong) >= 2 else len(self.lines)
        before = prose_words(line for n, line in enumerate(self.lines[:first]) if self.kinds[n] is None)
        if before < _WHOLE:
            return self.lines, self.kinds, []
        return self.lines[:first], self.kinds[:first], strong if len(strong) >= 2 else []

    def _own(self, mine: Own, lines: Sequence[Line]) -> list[Article]:
        title = lines[mine.title].text if mine.title is not None else None
        notes = [line.text for line in self.lines if count_words(line.text) <= 60]
        name, host = own.outlet(self.page, mine, self.lines)
        draft = Draft(kind="article", title=title, outlet=name, host=host, ago=mine.age)
        draft.authors, draft.tags = tuple(dict.fromkeys(mine.authors)), tuple(dict.fromkeys(mine.tags))
        draft.derivative = next((kind for note in notes if (kind := disclaimer(note))), None)
        draft.paywalled = any(_paywall_note(line) for line in mine.notes)
        draft.truncated = any(in_parts(line.text) for line in mine.notes)
        entries = self._entries(mine, title)
        self._date(draft, mine)
        if entries:
            return self._live(draft, mine, entries)
        return [article(self.page, draft, pieces_of(mine.body), self._also_at(pieces_of(mine.body)))]

    def _entries(self, mine: Own, title: str | None) -> list[live.Entry]:
        """Return a live blog's entries; lines of a day and a clock that begin them go from the dates to the body."""
        told = live.says_live(title or "") or any(
            live.says_live(line.text) for line in mine.notes if count_words(line.text) <= 8
        )
        found = self._under_days(mine, told)
        moments = {line.start: one.iso for line, one in mine.moments if len(one.iso) > 10 and one.role == "published"}
        if not told or not moments:
            return found
        body = sorted({*mine.body, *(line for line, _ in mine.moments if line.start in moments)})
        # "11:04 - 1 July" signs a post; a day and then its clock, with a headline of two names behind, is an entry's.
        clocked = [n for n in body if n.start not in moments or before_clock(n.text)]
        ways = ((body, live.stamped(body, moments)), (clocked, live.entries(clocked, told=True)))
        body, more = max(ways, key=lambda way: len(way[1]))
        if len(more) <= len(found):
            return found
        mine.body = body
        mine.dates = [(line, one) for line, one in mine.dates if line.start not in moments]
        return more

    def _under_days(self, mine: Own, told: bool) -> list[live.Entry]:
        """Return a live blog's entries with the days that stand alone on lines above them, which go from the body."""
        labels = {n: label for n, line in enumerate(self.lines) if (label := heading(line.text))}
        starts = {self.lines[n].start for n in labels}
        body = [line for line in mine.body if line.start not in starts]
        found = live.entries(body if labels else mine.body, told=told)
        begins = {body[entry.first].start for entry in found} if labels else set()
        above = {
            self.lines[n].start: label
            for n, label in labels.items()
            if any(line.start in begins for line in self.lines[n + 1 : n + 2])
        }
        if not above:
            return live.entries(mine.body, told=told) if labels else found
        if len(above) < len(labels):
            body = [line for line in mine.body if line.start not in above]
            found = live.entries(body, told=told)
        mine.body = body
        places = sorted(above)
        at = [bisect.bisect(places, body[entry.first].start) - 1 for entry in found]
        # entries that go over midnight are not all of the day above them: their clocks tell which are
        minutes: dict[int, list[int | None]] = defaultdict(list)
        for entry, n in zip(found, at, strict=True):
            minutes[n].append(entry.minute)
        whole = {n for n, clocks in minutes.items() if _of_one_day(clocks)}
        return [
            entry._replace(day=above[places[n]]) if n >= 0 and n in whole and entry.day is None else entry
            for entry, n in zip(found, at, strict=True)
        ]

    def _date(self, draft: Draft, mine: Own) -> None:
        given = moments.recorded(self.page.published)
        if given is not None:
            draft.published = given
            draft.evidence = Evidence(where="record", words=self.page.published or "")
        for line, one in [(n, p) for n in self._date_notes(mine) for p in date_line(n.text, self.language)]:
            evidence = Evidence(where="visible", words=line.text)
            if one.role == "modified" and draft.modified is None:
                draft.modified, draft.modified_evidence = one.iso, evidence
            elif one.role == "published" and draft.published is None:
                draft.published, draft.evidence = one.iso, evidence

        found = dates.in_address(self.page.url)
        if draft.published is None and found:
            draft.published = found
            draft.evidence = Evidence(where="address", words=self.page.url or "", sure="likely")

    def _date_notes(self, mine: Own) -> list[Line]:
        found = [line for line in mine.notes if outlets.named(line.text, "published_in")]
        return list(dict.fromkeys(found + [line for line, _ in mine.dates]))

    def _also_at(self, pieces: Sequence[Piece]) -> list[Segment]:
        """Return where the words of `pieces` are printed again, as segments of the article made of them."""
        found: list[Segment] = []
        at = 0
        for piece in pieces:
            length = piece.end - piece.start
            for copy in self.copies.get(piece.start, ()):
                if copy.end - copy.start == length and copy.text == (self.page.text or "")[piece.start : piece.end]:
                    found.append(Segment(start=at, end=at + length, page_start=copy.start))
            at += length + 1
        return sorted(found, key=lambda s: s.page_start)

    def _live(self, draft: Draft, mine: Own, entries: Sequence[live.Entry]) -> list[Article]:
        draft.kind = "live"
        outside = [*mine.body[: entries[0].first], *mine.body[entries[-1].last :]]
        whole = article(self.page, draft, pieces_of(outside))
        headings = [(line.start, one.iso[:10]) for line, one in mine.dates if len(one.iso) == 10]
        printed: dict[int, dt.date] = {}
        changed = _day(draft.modified)
        for place, entry in enumerate(entries):
            above = [day for start, day in headings if mine.body[0].start < start < mine.body[entry.first].start]
            if entry.moment:
                printed[place] = dt.date.fromisoformat(entry.moment[:10])
            elif entry.day and (day := entry.day.on(changed or _day(draft.published))):
                printed[place] = day
            elif above:
                printed[place] = dt.date.fromisoformat(above[-1])
        if live.newest_first(entries) and len(draft.published or "") == len("2031-05-06"):
            changed = changed or _day(draft.published)  # without an hour it is the day of the state that is printed
        stamp = instant(draft.published) if "T" in (draft.published or "") else None
        if not changed and stamp is not None and live.stamped_last(entries, stamp.hour * 60 + stamp.minute):
            changed = stamp.date()
        days = live.days(entries, _day(draft.published), changed, printed)
        updates = [self._update(whole, mine.body, entry, day) for entry, day in zip(entries, days, strict=True)]
        return [whole, *(reversed(updates) if live.newest_first(entries) else updates)]

    def _update(self, whole: Article, body: Sequence[Line], entry: live.Entry, day: dt.date | None) -> Article:
        lines = list(body[entry.first : entry.last])
        if entry.foot:
            lines.insert(0, lines.pop())
        first = lines[0]
        rest = first.text[entry.skip :].lstrip(" \u00a0\u202f\t")
        head = [Line(first.end - len(rest), first.end, rest)] if rest else []
        lines = [*head, *lines[1:]]
        title = lines.pop(0).text if entry.title and len(lines) > 1 else None
        draft = Draft(kind="update", title=title, outlet=whole.outlet, host=whole.host, part_of=whole.id)
        draft.authors = (entry.author,) if entry.author else ()
        if entry.clock:
            draft.relative = entry.clock
            clock = dates.clock(entry.clock, day) if day and not entry.moment else ""
            draft.published = entry.moment or (day.isoformat() + clock if day and clock else None)
            if draft.published:
                draft.evidence = Evidence(where="visible", words=entry.clock, sure="likely")
        return article(self.page, draft, pieces_of(lines))

    def _extracts(self, shown: Sequence[cards.Card], mine: Own | None) -> list[Article]:
        made: list[Article] = []
        # What a page without a piece of its own says above the others', it says of them.
        alone = bool(shown) and (mine is None or not _enough(mine.body))
        above = [line.text for line in self.lines[: shown[0].body]] if alone else []
        noted = next((kind for line in above if len(line) <= 300 and (kind := disclaimer(line))), None)
        for place, card in enumerate(shown):
            end = shown[place + 1].first if place + 1 < len(shown) else len(self.lines)
            title = self.lines[card.title]
            body, tags = self._card_body(card.body, end if card.last is None else card.last)
            # Under a whole article, teasers of the same host are links to what else it has.
            linked = card.teaser and card.outlet is None and mine is not None and prose_words(mine.body) > _WHOLE
            # Among menus a name beside an age may be an author or a section; a text of some length tells.
            doubtful = self.noisy and not card.twice and prose_words(body[:3]) < _SOME
            if linked or doubtful or not _enough(body):
                outlet = None if doubtful else card.outlet
                self.sightings.append(headlines.sighting(self.page, title.start, title.end, outlet))
                continue
            own_piece = card.teaser and card.outlet in (None, self.page.outlet)
            draft = Draft(
                kind="article" if own_piece else "extract", title=title.text, outlet=card.outlet, ago=card.ago
            )
            draft.derivative = noted if draft.kind == "extract" else None
            draft.truncated, draft.tags = card.teaser, tuple(dict.fromkeys(tags))
            if own_piece:
                draft.outlet = self.page.outlet or outlets.host(self.page.url)
            draft.host = outlets.host(self.page.url) or self.page.outlet
            if card.date is not None:
                draft.published = card.date.iso
                draft.evidence = Evidence(where="visible", words=self.lines[card.body - 1].text)
            made.append(article(self.page, draft, pieces_of(body)))
        return made

    def _card_body(self, start: int, end: int) -> tuple[list[Line], list[str]]:
        """Return the lines of a card's text, and its hashtags."""
        body: list[Line] = []
        tags: list[str] = []
        for n in range(start, end):
            if self.kinds[n] in SECTIONS or self.kinds[n] in ("consent", "legal"):
                break
            if body and (found := hashtags(self.lines[n].text)):
                tags.extend(found)
            elif self.kinds[n] is None:
                body.append(self.lines[n])
        return body, tags


def _day(iso: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def _enough(lines: Sequence[Line]) -> bool:
    return sum(count_words(line.text) for line in lines) >= _FEWEST_WORDS


def _paywall_note(line: Line) -> bool:
    from recoupe.extract.furniture import paywall

    return paywall(line.text)


def _of_one_day(minutes: Sequence[int | None]) -> bool:
    """Tell whether clocks only rise, or only fall."""
    told = [m for m in minutes if m is not None]
    return told in (sorted(told), sorted(told, reverse=True))
