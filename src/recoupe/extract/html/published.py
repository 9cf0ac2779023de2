"""When a page was published and when it was modified: candidates with their evidence, then a choice.

Each place that may tell (structured data, meta tags, microdata, `time` elements, date lines that people see, the
address) gives candidates. The best-ranked wins; a candidate that names the same local time or day more exactly (with
clock time, with zone) completes it.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from email.utils import parsedate_to_datetime
from typing import Any

import msgspec

from recoupe.model import Evidence

_ISO = re.compile(
    r"(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"(?:(?:[T ]|\s+-\s+|,\s*)(?P<h>\d{1,2}):(?P<i>\d\d)(?::(?P<s>\d\d)(?P<f>[.,]\d+)?)?"
    r"\s*(?P<z>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?(?![\d:]))?",
    re.I,
)
_COMPACT = re.compile(
    r"^(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T?(?P<h>\d\d)(?P<i>\d\d)(?P<s>\d\d)?(?P<z>Z|[+-]\d{4})?)?$"
)
_EPOCH = re.compile(r"^1\d{9}(?:\d{3})?$")
_RFC = re.compile(r"^(?:[A-Z][a-z]{2,8},? )?\d{1,2} [A-Z][a-z]{2}[a-z]* \d{4} \d{1,2}:\d\d(?::\d\d)?(?: \S+)?$")


class Moment(msgspec.Struct, frozen=True):
    """A point in time as exactly as it was told: `iso` is ISO 8601, shorter where less is told."""

    iso: str

    @property
    def day(self) -> str:
        return self.iso[:10]

    @property
    def exactness(self) -> int:
        """0 month or year, 1 day, 2 clock time, 3 clock time and zone."""
        if len(self.iso) < 10:
            return 0
        if len(self.iso) == 10:
            return 1
        return 3 if self.iso.endswith("Z") or re.search(r"[+-]\d\d:\d\d$", self.iso) else 2


class Candidate(msgspec.Struct, frozen=True):
    """A time a page may have been published at; smaller `rank` is better."""

    moment: Moment
    evidence: Evidence
    rank: int


def parse(value: str | None) -> Moment | None:
    """Return the moment a machine-readable value names (ISO 8601 and its careless forms, RFC 2822, Unix time)."""
    if not value:
        return None
    value = value.strip()[:60]
    if _EPOCH.match(value):
        seconds = int(value) / (1000 if len(value) == 13 else 1)
        return Moment(dt.datetime.fromtimestamp(int(seconds), dt.UTC).isoformat().replace("+00:00", "Z"))
    found = _COMPACT.match(value) or _ISO.search(value)
    if found:
        return _from_parts(found.groupdict())
    if _RFC.match(value):
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError):
            return None
        return Moment(moment.isoformat())
    return None


def _from_parts(parts: dict[str, str | None]) -> Moment | None:
    try:
        day = dt.date(int(parts["y"] or 0), int(parts["m"] or 0), int(parts["d"] or 0))
        if parts.get("h") is None:
            return Moment(day.isoformat())
        clock = dt.time(int(parts["h"] or 0), int(parts["i"] or 0), int(parts.get("s") or 0))
    except ValueError:
        return None
    return Moment(f"{day.isoformat()}T{clock.isoformat()}{_zone(parts.get('z'))}")


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        return ""
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


_META_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published",
    "publish-date", "publish_date", "publishdate", "published_time", "published", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date.published", "dcterms.date", "dc.date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "vr:published_time", "article.published", "article:create_date",
    "article_date_original", "originalpublicationdate", "rnews:datepublished", "releasedate", "ptime", "citation_date", "citation_publication_date",
    "date", "article:post_date", "timestamp", "created", "datecreated", "article.created", "shareaholic:article_published_time", "bt:pubdate",
)  # fmt: skip
_META_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "dcterms.modified", "dc.date.modified", "article:modified",
    "lastmod", "last-modified", "revised", "updated_time", "modified", "article.updated", "moddate", "rnews:datemodified", "article:updated_time", "og:modified_time",
)  # fmt: skip


@functools.cache
def _ranks(names: tuple[str, ...]) -> dict[str, int]:
    return {name: index for index, name in enumerate(names)}


def from_metas(metas: dict[str, str]) -> tuple[list[Candidate], list[Candidate]]:
    """Return (published, modified) candidates of the page's meta tags."""
    return _metas(metas, _META_PUBLISHED), _metas(metas, _META_MODIFIED)


def _metas(metas: dict[str, str], names: tuple[str, ...]) -> list[Candidate]:
    out = []
    for name, rank in _ranks(names).items():
        value = metas.get(name)
        moment = parse(value)
        if moment and value:
            out.append(Candidate(moment, Evidence(where="meta", words=f"{name}: {value.strip()}"), 200 + rank))
    return out


def from_thing(thing: dict[str, Any] | None) -> tuple[list[Candidate], list[Candidate]]:
    """Return (published, modified) candidates of the JSON-LD object that describes the article."""
    published, modified = [], []
    for key, rank in (("datePublished", 100), ("dateCreated", 400)):
        found = _value(thing, key)
        if found:
            published.append(Candidate(found[0], Evidence(where="json-ld", words=f"{key}: {found[1]}"), rank))
    found = _value(thing, "dateModified")
    if found:
        modified.append(Candidate(found[0], Evidence(where="json-ld", words=f"dateModified: {found[1]}"), 100))
    return published, modified


def _value(thing: dict[str, Any] | None, key: str) -> tuple[Moment, str] | None:
    value = (thing or {}).get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    moment = parse(value)
    return (moment, value.strip()) if moment else None


def choose(candidates: list[Candidate]) -> Candidate | None:
    """Return the best candidate, completed by one that tells the same time more exactly."""
    ordered = sorted(candidates, key=lambda c: (c.moment.exactness == 0, c.rank))
    if not ordered:
        return None
    best = ordered[0]
    if best.moment.exactness < 3:
        for other in ordered[1:]:
            if other.moment.exactness > best.moment.exactness and _completes(other.moment, best.moment):
                best = other
                if best.moment.exactness == 3:
                    break
    return best


def _completes(more: Moment, less: Moment) -> bool:
    if less.exactness <= 1:
        return more.iso.startswith(less.iso)
    return more.iso[:16] == less.iso[:16]
