"""Who wrote a page's words and who published them."""

from __future__ import annotations

import re
from typing import Any

from recoupe.extract import furniture
from recoupe.extract.html import jsonld
from recoupe.extract.html.visible import Visible

_ADDRESS = re.compile(r"https?://|www\.|@[\w-]{2,}|\.(?:com|net|org)\b|/")
_SPLIT = re.compile(r"\s*(?:;|\|| • | · )\s*|,\s+(?=\S+\s+\S)|\s+(?:&)\s+")
_AUTHOR_TAGS = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dcsext.author",
)
_SITES = frozenset(("organization", "newsmediaorganization", "website", "corporation"))


def site_names(
    tags: dict[str, str], things: list[jsonld.Thing], main: jsonld.Thing | None, host: str | None
) -> list[str | None]:
    """Return the names the site goes by, its host and the labels of its host among them."""
    names: list[str | None] = [
        tags.get(k) for k in ("og:site_name", "og:site:name", "application-name", "twitter:site", "publisher")
    ]
    names += jsonld.names((main or {}).get("publisher"))
    for thing in things[:60]:
        if jsonld.types(thing) & _SITES:
            names += jsonld.names(thing.get("name"))
    if host:
        names += [host, *(label for label in host.split(".")[:-1] if len(label) > 3)]
    return names


def outlet(tags: dict[str, str], things: list[jsonld.Thing], main: jsonld.Thing | None, host: str | None) -> str | None:
    """Return who published the page: og:site_name, the JSON-LD publisher, the site's own name; else the host."""
    site = jsonld.words(tags.get("og:site_name") or tags.get("og:site:name"))
    publishers = jsonld.names((main or {}).get("publisher"))
    named = [jsonld.words(t.get("name")) for t in things[:60] if jsonld.types(t) & _SITES]
    for name in (site, *publishers, *named, tags.get("application-name"), tags.get("publisher")):
        if name and len(name) < 80 and not _ADDRESS.match(name):
            return name
    return host


def authors(
    root: Any, tags: dict[str, str], main: jsonld.Thing | None, shown: Visible, head: tuple[int, int]
) -> tuple[str, ...]:
    """Return the authors, in the page's order, each once: JSON-LD, then meta tags, microdata, the byline people see."""
    return (
        _cleaned(jsonld.names((main or {}).get("author")) or jsonld.names((main or {}).get("creator")))
        or _cleaned([value for tag in _AUTHOR_TAGS if (value := tags.get(tag))][:1])
        or _cleaned(_marked(root, shown))
        or _cleaned(_byline(shown, head))
    )


def _cleaned(values: list[str]) -> tuple[str, ...]:
    out: list[str] = []
    for value in values:
        for name in _SPLIT.split(value[:400]):
            name = name.strip(" ,.;:-–—")
            if 2 < len(name) < 70 and not _ADDRESS.search(name) and name not in out:
                out.append(name)
    return tuple(out[:20])


def _marked(root: Any, shown: Visible) -> list[str]:
    out: list[str] = []
    for element in root.xpath('//*[@rel="author" or @itemprop="author"]'):
        span = shown.spans.get(element)
        if span and 2 < span[1] - span[0] < 80:
            out.append(" ".join(shown.text[span[0] : span[1]].split()))
        if len(out) >= 8:
            break
    return list(dict.fromkeys(out))


def _byline(shown: Visible, head: tuple[int, int]) -> list[str]:
    """Return the name in a line such as "By Ann Author": the words in capitals behind its first word."""
    for line in shown.text[head[0] : head[1]].split("\n"):
        if furniture.byline(line):
            words = line.split()[1:]
            name: list[str] = []
            for word in words:
                if word[:1].isupper():
                    name.append(word.strip(",."))
                    if word.endswith((",", ".")) and len(word) > 2:
                        break
                else:
                    break
            if 2 <= len(name) <= 4:
                return [" ".join(name)]
    return []
