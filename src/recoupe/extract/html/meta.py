"""What a page says of itself: title, times, authors, outlet, host, language, address, who may read it."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import msgspec

from recoupe.extract import outlets
from recoupe.extract.html import headings, jsonld, people, published, title
from recoupe.extract.html.visible import Visible
from recoupe.languages import normal_code
from recoupe.model import Evidence, Page
from recoupe.text import language as languages


class Facts(msgspec.Struct):
    """A page's facts, each None or empty where the page does not tell."""

    title: str | None = None
    outlet: str | None = None
    host: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_evidence: Evidence | None = None
    modified: str | None = None
    modified_evidence: Evidence | None = None
    paywalled: bool = False
    main: jsonld.Thing | None = None
    head: tuple[int, int] = (0, 0)
    heading: tuple[int, int] | None = None  # where the page prints its headline
    titles: tuple[str, ...] = ()  # keys of the headline in every printing
    descriptions: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # keys of the names the site goes by
    tags: tuple[str, ...] = ()
    says_article: bool = False  # the page tells machines that it is one article


def metas(root: Any) -> dict[str, str]:
    """Return the meta tags of the page: name, property, itemprop or http-equiv in lower case to the first content."""
    out: dict[str, str] = {}
    for element in root.iter("meta"):
        content = element.get("content")
        if not content or content.isspace():
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name:
                out.setdefault(name.strip().lower(), content.strip())
    return out


class Known(msgspec.Struct, frozen=True):
    """What is known before the facts are read: the body's text and where that begins in the visible text."""

    body: str = ""
    body_start: int | None = None


def read(root: Any, things: list[jsonld.Thing], shown: Visible, page: Page, known: Known) -> Facts:
    """Return what the page says of itself."""
    tags = metas(root)
    facts = Facts()
    facts.url = address(root, tags, page)
    facts.host = outlets.host(facts.url)
    facts.main = main_thing(things, tags, facts.url)
    names = people.site_names(tags, things, facts.main, facts.host)
    titles = headings.collect(root, facts.main, tags, shown, known.body_start)
    facts.title = title.choose(titles, names, (_slug(facts.url), *_crumbs(things)))
    if page.title and not (titles.structured or titles.shared or titles.searched):
        facts.title = jsonld.words(page.title)  # a feed's entry is words without a head
    facts.titles = title.keys(titles, facts.title)
    facts.outlet = people.outlet(tags, things, facts.main) or page.outlet or facts.host
    facts.language = _language(root, tags, facts.main, page, known.body or shown.text)
    facts.heading = titles.heading_place
    facts.head = published.near_head(shown, titles.heading_place, known.body_start)
    site = frozenset(name.lower() for name in (*names, facts.outlet) if name)
    facts.authors = people.authors(root, tags, facts.main, shown, facts.head, site)
    told = ((facts.main or {}).get("description"), tags.get("og:description"), tags.get("description"))
    facts.descriptions = tuple(dict.fromkeys(words for value in told if (words := jsonld.words(value))))
    facts.names = tuple(k for k in dict.fromkeys(title.key(n) for n in (*names, facts.outlet)) if len(k) > 2)
    facts.tags = _tags(root, tags)
    facts.says_article = facts.main is not None or tags.get("og:type") == "article" or "article:published_time" in tags
    facts.paywalled = _paywalled(tags, things, facts.main)
    _times(facts, root, tags, shown, page)
    return facts


def _times(facts: Facts, root: Any, tags: dict[str, str], shown: Visible, page: Page) -> None:
    candidates = published.from_thing(facts.main) + published.from_metas(tags)
    candidates += published.from_elements(root, shown, facts.head)
    if not any(c.moment.exactness == 3 and not c.modified for c in candidates):
        candidates += published.from_lines(shown, facts.head, facts.language)
        candidates += published.from_address(facts.url)
        candidates += published.from_source(page.published)
    best = published.choose(candidates)
    if best:
        facts.published, facts.published_evidence = best.moment.iso, best.evidence
    best = published.choose(candidates, modified=True)
    if best:
        facts.modified, facts.modified_evidence = best.moment.iso, best.evidence


def main_thing(things: list[jsonld.Thing], tags: dict[str, str], url: str | None) -> jsonld.Thing | None:
    """Return the JSON-LD object that describes the page's own article, None when there is none.

    A page may describe other articles too (teasers, a live blog's updates): the page's own is the one that names this
    address, or repeats the page's title, or tells most of what an article has.
    """
    shared = title.key(tags.get("og:title"))
    path = _path(url)
    best, best_score = None, 0.0
    for order, thing in enumerate(t for t in things if jsonld.is_article(t)):
        headline = title.key(jsonld.words(thing.get("headline") or thing.get("name")))
        score = 1.0 - min(order, 50) / 100
        score += 2.0 * (
            bool(headline) and (headline == shared or headline in shared or shared in headline) and bool(shared)
        )
        score += 2.0 * (bool(path) and path in _addresses(thing))
        score += sum(key in thing for key in ("datePublished", "author", "headline", "publisher", "articleBody")) / 2
        score += "liveBlogUpdate" in thing
        if score > best_score:
            best, best_score = thing, score
        if order > 200:
            break
    return best


def _slug(url: str | None) -> str:
    return unquote(_path(url)).replace("/", " ")


def _crumbs(things: list[jsonld.Thing]) -> list[str]:
    """Return what the breadcrumbs of the page end with: the page's own name."""
    names = []
    for thing in things[:200]:
        items = thing.get("itemListElement")
        if isinstance(items, list) and items and "breadcrumblist" in jsonld.types(thing):
            names += jsonld.names(items[-1])
    return names


def _addresses(thing: jsonld.Thing) -> set[str]:
    values: list[Any] = [thing.get("url"), thing.get("@id")]
    page = thing.get("mainEntityOfPage")
    values += [page.get("@id"), page.get("url")] if isinstance(page, dict) else [page]
    return {_path(v) for v in values if isinstance(v, str)} - {""}


def _path(url: str | None) -> str:
    try:
        return urlsplit(url or "").path.rstrip("/")
    except ValueError:
        return ""


def address(root: Any, tags: dict[str, str], page: Page) -> str | None:
    """Return the page's own address: as fetched, else as it names itself."""
    named = [
        link.get("href", "").strip() for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower()
    ]
    for value in (page.url, tags.get("og:url"), *named, tags.get("twitter:url")):
        if not value:
            continue
        if value.startswith("//"):
            value = "https:" + value
        if value.startswith(("http://", "https://")):
            try:
                if urlsplit(value).hostname:
                    return str(value)
            except ValueError:
                continue
    base = next((str(b.get("href")) for b in root.iter("base") if (b.get("href") or "").startswith("http")), None)
    try:
        return str(urljoin(base, named[0])) if base and named else base
    except ValueError:
        return None


def _language(root: Any, tags: dict[str, str], main: jsonld.Thing | None, page: Page, text: str) -> str | None:
    """Return the language: what the text is in; what the page says decides where the text is too short to tell."""
    stated = [root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang")]
    stated += [tags.get("content-language"), tags.get("og:locale"), jsonld.words((main or {}).get("inLanguage"))]
    said = next((code for value in [*stated, page.language] if len(code := normal_code(value)) == 2), None)
    return languages.identify(text[:3000], said) if len(text) > 200 or said is None else said


def _tags(root: Any, tags: dict[str, str]) -> tuple[str, ...]:
    found = [m.get("content") or "" for m in root.iter("meta") if m.get("property") == "article:tag"]
    if not found:
        found = (tags.get("news_keywords") or tags.get("keywords") or "")[:2000].split(",")
    return tuple(t for t in dict.fromkeys(" ".join(f.split()) for f in found) if 1 < len(t) < 60)[:30]


def _paywalled(tags: dict[str, str], things: list[jsonld.Thing], main: jsonld.Thing | None) -> bool:
    """Say whether the page tells machines that its article is for those who pay."""
    for value in ((main or {}).get("isAccessibleForFree"), tags.get("isaccessibleforfree")):
        if value is not None:
            return str(value).strip().lower() in ("false", "no", "0")
    for thing in things[:60]:
        if (
            jsonld.types(thing) & {"webpage", "creativework"}
            and str(thing.get("isAccessibleForFree")).lower() == "false"
        ):
            return "hasPart" not in thing or main is None
    return (tags.get("article:content_tier") or "").lower() in ("locked", "metered")
