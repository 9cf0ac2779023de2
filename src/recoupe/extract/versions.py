"""Several captures of one live blog are one live blog: its last capture, with what was edited kept as versions.

Captures are pages of one address (else of one host and headline). The last is the one that tells of the latest time.
An update is the same when it has the same id; else when its clock time is the same and so are its headline or most of
its words. Of the same update the words of the last capture are the article; other words of earlier ones are its
versions. An update that only an earlier capture shows stays: the page has moved on or it was withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from recoupe.extract.lines import key
from recoupe.model import Article, Reading, Version
from recoupe.text.instants import instant
from recoupe.text.normalise import fold

_ALIKE = 0.5  # share of words by which two updates of one minute are the same
_MOST = 20  # updates of one minute that are compared
_CLOCK = 16  # characters of an ISO time that tells hour and minute


def merge(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return `readings` with each live blog once, and each of its updates once. Pure; same order out."""
    blogs: dict[tuple[str, str], list[int]] = {}
    for number, reading in enumerate(readings):
        for article in reading.articles:
            if article.kind == "live" and (name := _blog(article)):
                blogs.setdefault(name, []).append(number)
    out = list(readings)
    for numbers in blogs.values():
        # An address holds one live blog; a page that holds several is left as it is.
        if len(set(numbers)) == len(numbers) and all(_lives(out[n]) == 1 for n in numbers):
            ordered = sorted(numbers, key=lambda n: _age(out[n]))
            if len(ordered) > 1:
                last = _shown(out[ordered[-1]])
                ordered = [n for n in ordered if last & _shown(out[n])]
            _merge(out, ordered)
    return tuple(out)


def _blog(live: Article) -> tuple[str, str] | None:
    """Return what captures of one live blog have in common."""
    if live.url:
        return "url", live.url.split("#", 1)[0].split("?", 1)[0].rstrip("/").lower()
    where = live.host or live.outlet
    return (where, key(live.title)) if where and live.title else None


def _lives(reading: Reading) -> int:
    return sum(article.kind == "live" for article in reading.articles)


def _shown(reading: Reading) -> set[str]:
    """Return what two captures of one live blog share at least one of: its headline, the names and words of updates."""
    live = [a for a in reading.articles if a.kind in ("live", "update")]
    return {key(a.title) for a in live if a.title} | {a.entry_id for a in live if a.entry_id} | {_text(a) for a in live}


def _age(reading: Reading) -> tuple[float, str, str]:
    """Return the latest time a capture tells of, as a key to sort by; captures of one time go by their page's name."""
    said = (value for a in reading.articles for value in (a.published, a.modified))
    return max(map(_moment, said), default=0.0), reading.page, reading.id


def _moment(value: str | None) -> float:
    """Return an ISO time in seconds, one without a zone as if it were UTC; 0 for none."""
    found = instant(value)
    return found.timestamp() if found is not None else 0.0


def _merge(out: list[Reading], numbers: Sequence[int]) -> None:
    """Merge the captures `out[n]` for n in `numbers`, oldest first."""
    last = numbers[-1]
    (live,) = (a for a in out[last].articles if a.kind == "live")
    known: list[Article] = []
    holders: list[int] = []
    places = _Places()
    for number in reversed(numbers):
        updates = [a for a in out[number].articles if a.kind == "update"]
        for update in sorted(updates, key=lambda a: _moment(a.modified), reverse=True):
            at = places.same(update, known)
            if at is None:
                places.add(update, len(known))
                known.append(update)
                holders.append(number)
            else:
                known[at] = _with(known[at], update)
        if number != last:
            (earlier,) = (a for a in out[number].articles if a.kind == "live")
            live = _with(live, earlier)
    by_id = {update.id: (update, number) for update, number in zip(known, holders, strict=True)}
    for number in numbers:
        kept: list[Article] = []
        for article in out[number].articles:
            if article.kind == "live":
                kept += [live] if number == last else []
            elif article.kind != "update":
                kept.append(article)
            elif article.id in by_id and by_id[article.id][1] == number:
                kept.append(msgspec.structs.replace(by_id[article.id][0], part_of=live.id))
        reason = None if kept else f"an earlier capture of the live blog on {out[last].page}"
        out[number] = msgspec.structs.replace(out[number], articles=tuple(kept), reason=reason)


class _Places:
    """Finds the update that another is a version of, by its id, else by its minute."""

    def __init__(self) -> None:
        self._by_id: dict[str, int] = {}
        self._by_words: dict[str, int] = {}
        self._by_minute: dict[str, list[int]] = {}

    def add(self, update: Article, at: int) -> None:
        if update.entry_id:
            self._by_id[update.entry_id] = at
        self._by_words.setdefault(_text(update), at)
        if minute := _minute(update):
            self._by_minute.setdefault(minute, []).append(at)

    def same(self, update: Article, known: Sequence[Article]) -> int | None:
        if update.entry_id and update.entry_id in self._by_id:
            return self._by_id[update.entry_id]
        near = self._by_minute.get(_minute(update), [])[:_MOST]
        at = self._by_words.get(_text(update))
        if at is not None and not _apart(update, known[at]):
            return at
        return next((at for at in near if not _apart(update, known[at]) and _alike(update, known[at])), None)


def _minute(update: Article) -> str:
    published = update.published or ""
    moment = _moment(published) if len(published) >= _CLOCK else 0.0
    return f"{moment // 60:.0f}" if moment else update.relative_time or ""


def _text(article: Article) -> str:
    return key(article.text)


def _apart(a: Article, b: Article) -> bool:
    """Say whether one page tells two updates apart: by their ids or their minutes."""
    ids, minutes = (a.entry_id, b.entry_id), (_minute(a), _minute(b))
    return a.page == b.page and any(all(pair) and pair[0] != pair[1] for pair in (ids, minutes))


def _alike(a: Article, b: Article) -> bool:
    if a.title and b.title and key(a.title) == key(b.title):
        return True
    left, right = set(fold(a.text).split()), set(fold(b.text).split())
    return len(left & right) >= _ALIKE * max(1, min(len(left), len(right)))


def _with(latest: Article, earlier: Article) -> Article:
    """Return `latest` with what `earlier` says otherwise as versions, oldest first."""
    said = {_words(latest.title, latest.text)}
    versions: list[Version] = []
    for version in (*_versions(earlier), *latest.versions):
        words = _words(version.title, version.text)
        if words not in said:
            said.add(words)
            versions.append(version)
    return msgspec.structs.replace(latest, versions=tuple(versions)) if versions else latest


def _versions(article: Article) -> Iterable[Version]:
    yield from article.versions
    yield Version(
        article=article.id,
        page=article.page,
        title=article.title,
        text=article.text,
        published=article.published,
        modified=article.modified,
        segments=article.segments,
    )


def _words(title: str | None, text: str) -> tuple[str, str]:
    return key(title or ""), key(text)
