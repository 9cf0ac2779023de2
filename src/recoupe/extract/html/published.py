"""When a page was published and when it was modified: candidates with their evidence, then a choice.

Each place that may tell gives candidates: structured data, meta tags, microdata, `time` elements beside the headline,
date lines that people see there, the address. The best-ranked wins. A candidate that tells the same time more exactly
(its clock time, its zone) completes it.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from typing import Any

import msgspec

from recoupe.extract import dates
from recoupe.extract.html.visible import Visible
from recoupe.extract.moments import Moment, parse
from recoupe.model import Evidence
from recoupe.text.patterns import compiled

_NEAR = 900  # characters around the headline and the body's begin within which a date is the article's own
_OFFSET_STEP = dt.timedelta(minutes=15)


class Candidate(msgspec.Struct, frozen=True):
    """A time the page may have been published or modified at; smaller `rank` is better."""

    moment: Moment
    evidence: Evidence
    rank: int
    modified: bool = False


# Names are compared without their separators ("article:published_time" = "articlepublishedtime"), best first.
_PUBLISHED_NAMES = (
    "articlepublishedtime ogarticlepublishedtime ogpublishedtime datepublished articlepublished publishdate "
    "publishedtime publishedat published pubdate publicationdate parselypubdate sailthrudate dcdateissued "
    "dctermsissued issued dctermscreated dcdatecreated dcdatepublished cxenseparserecspublishtime "
    "cxenseparsepublishtime vrpublishedtime articlecreatedate articledateoriginal originalpublicationdate "
    "rnewsdatepublished releasedate ptime citationdate citationpublicationdate dcsextarticlefirstpublished "
    "btpubdate articlepostdate shareaholicarticlepublishedtime firstpublished dctermsdate dcdate date timestamp "
    "created datecreated articlecreated displaydate"
)
_PUBLISHED = _PUBLISHED_NAMES.split()
_MODIFIED_NAMES = (
    "articlemodifiedtime datemodified ogupdatedtime ogarticlemodifiedtime ogmodifiedtime dctermsmodified "
    "dcdatemodified articlemodified articleupdatedtime articleupdated lastmod lastmodified revised updatedtime "
    "modified moddate rnewsdatemodified dateupdated"
)
_MODIFIED = _MODIFIED_NAMES.split()
_NAME_SEPARATORS = compiled(r"[^a-z0-9]+")


@functools.cache
def _ranks() -> dict[str, tuple[int, bool]]:
    ranks = {name: (200 + index, False) for index, name in enumerate(_PUBLISHED)}
    return ranks | {name: (200 + index, True) for index, name in enumerate(_MODIFIED)}


def from_metas(metas: dict[str, str]) -> list[Candidate]:
    """Return the candidates in the page's meta tags."""
    out = []
    for name, value in metas.items():
        found = _ranks().get(_NAME_SEPARATORS.sub("", name))
        moment = _told(value) if found else None
        if found and moment:
            out.append(Candidate(moment, Evidence(where="meta", words=f"{name}: {value.strip()}"), found[0], found[1]))
    return out


def _told(value: str) -> Moment | None:
    """Return the moment of a machine-readable value; a value written for people is read as a date line."""
    moment = parse(value)
    if moment is None and 6 < len(value) < 60:
        printed = dates.printed(value)
        moment = Moment(printed[0].iso) if printed else None
    return moment


_KEYS = (("datePublished", 100, False), ("dateCreated", 400, False), ("dateModified", 100, True))


def from_thing(thing: dict[str, Any] | None) -> list[Candidate]:
    """Return the candidates in the JSON-LD object that describes the article."""
    out = []
    for key, rank, modified in _KEYS:
        value = (thing or {}).get(key)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict):
            value = value.get("@value")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and (moment := _told(value)):
            out.append(Candidate(moment, Evidence(where="json-ld", words=f"{key}: {value.strip()}"), rank, modified))
    return out


def from_elements(root: Any, shown: Visible, near: tuple[int, int]) -> list[Candidate]:
    """Return the candidates in microdata and in the `time` elements inside `near`, the article's head."""
    out: list[Candidate] = []
    for element in root.xpath("//time | //@itemprop/.. | //@property/.."):  # three times as fast as asking each element
        tag = element.tag
        if tag == "meta":
            continue
        prop = (element.get("itemprop") or element.get("property") or "").lower()
        told = prop.rsplit(":", 1)[-1] in ("datepublished", "datemodified", "datecreated")
        if not told and tag != "time":
            continue
        span = shown.spans.get(element)
        words = shown.text[span[0] : span[1]] if span else ""
        value = element.get("datetime") or element.get("content") or words
        moment = _told(value)
        if moment is None:
            continue
        evidence = Evidence(where="microdata", words=value.strip())
        if told:
            out.append(Candidate(moment, evidence, 150 + (len(out) > 0), prop.endswith("modified")))
        elif span and near[0] <= span[0] <= near[1]:
            marked = f"{element.get('class') or ''} {element.get('pubdate') or ''} {element.get('id') or ''}".lower()
            modified = any(word in marked for word in ("updat", "modif"))
            sure = "certain" if "publish" in marked or "pubdate" in marked else "likely"
            rank = 300 if sure == "certain" else 320
            out.append(
                Candidate(
                    moment, Evidence(where="microdata", words=value.strip(), sure=sure), rank + len(out), modified
                )
            )
        if len(out) >= 40:
            break
    return out


def from_lines(shown: Visible, near: tuple[int, int], language: str | None) -> list[Candidate]:
    """Return the candidates in the date lines that people see near the headline."""
    out: list[Candidate] = []
    start = max(0, shown.text.rfind("\n", 0, near[0]) + 1)
    for line in shown.text[start : near[1]].split("\n"):
        for printed in dates.date_line(line, language):
            moment = Moment(printed.iso)
            words = line[printed.start : printed.end] if len(line) > 160 else line
            evidence = Evidence(where="visible", words=words, sure="likely")
            out.append(Candidate(moment, evidence, 500 + len(out), printed.role == "modified"))
    return out


_IN_ADDRESS = compiled(r"(?<!\d)((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH_IN_ADDRESS = compiled(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])(?=/)")


def from_address(url: str | None) -> list[Candidate]:
    """Return the candidate in the page's address: "/2025/08/14/", "/2025-08-14-", "/2025/08/"."""
    if not url:
        return []
    found = _IN_ADDRESS.search(url)
    if found:
        try:
            day = dt.date(int(found[1]), int(found[3]), int(found[4])).isoformat()
        except ValueError:
            return []
        return [Candidate(Moment(day), Evidence(where="address", words=found[0], sure="likely"), 600)]
    found = _MONTH_IN_ADDRESS.search(url)
    if found:
        words = found[0].strip("/")
        return [Candidate(Moment(f"{found[1]}-{found[2]}"), Evidence(where="address", words=words, sure="likely"), 700)]
    return []


def choose(candidates: Iterable[Candidate], *, modified: bool = False) -> Candidate | None:
    """Return the best candidate of a role, completed by one that tells the same time more exactly."""
    ordered = sorted((c for c in candidates if c.modified == modified), key=lambda c: (c.moment.exactness == 0, c.rank))
    if not ordered:
        return None
    best = ordered[0]
    for other in ordered[1:]:
        if best.moment.exactness == 3 and not _placeholder(best.moment):
            break
        if _completes(other.moment, best.moment):
            best = other
    return best


def _placeholder(moment: Moment) -> bool:
    """Say whether the clock time is midnight sharp: what a system writes that knows the day only."""
    return moment.iso[10:19] == "T00:00:00"


def _completes(more: Moment, less: Moment) -> bool:
    if less.exactness <= 1 or _placeholder(less):
        return more.exactness > 1 and not _placeholder(more) and more.iso.startswith(less.iso[:10])
    if more.exactness != 3 or less.exactness != 2:
        return False
    if more.iso[:16] == less.iso[:16]:
        return True
    a, b = more.value, less.value
    if a is None or b is None or b.second == 0:
        return False
    # One instant, once as local time without its zone and once with a zone: whole steps apart.
    apart = abs(a.replace(tzinfo=None) - b)
    return apart <= dt.timedelta(hours=14) and apart % _OFFSET_STEP == dt.timedelta(0)


def near_head(shown: Visible, heading: tuple[int, int] | None, body: int | None) -> tuple[int, int]:
    """Return the part of the visible text that is the article's head: around its headline and where its body begins."""
    places = [p for p in (heading[0] if heading else None, body) if p is not None]
    if not places:
        return 0, min(len(shown.text), 2 * _NEAR)
    low = places[0]
    high = max(p for p in places if p - low < 4 * _NEAR)
    return max(0, low - _NEAR // 2), min(len(shown.text), high + _NEAR // 2)


def from_source(value: str | None) -> list[Candidate]:
    """Return the candidate that a feed or a page record gave beside the page."""
    moment = _told(value) if value else None
    if moment is None or value is None:
        return []
    return [Candidate(moment, Evidence(where="feed", words=value.strip(), sure="likely"), 550)]
