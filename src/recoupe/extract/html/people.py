"""Who wrote a page's words and who published them."""

from __future__ import annotations

import itertools
import re
from typing import Any

from recoupe.extract import furniture
from recoupe.extract.html import jsonld
from recoupe.extract.html.visible import Visible
from recoupe.text.patterns import compiled

_ADDRESS = compiled(r"https?://|www\.|@[\w-]{2,}|\.(?:com|net|org)\b|/")
_SPLIT = compiled(r"\s*(?:;|\|| • | · )\s*|,\s+(?=\S+\s+\S)|\s+(?:&)\s+")
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
_BUTTON = 3  # words, most of them small, that are no name
_SEVERAL = 3  # names marked on a page from which some may be of teasers
_BRACKET = compiled(r"\s*\([^()]{0,40}\)$")  # "Ann Author (ann)"
_AGENCY = compiled(r",\s*([a-z]{2,6})$")  # "Ann Author, dpa"
_PERSON = compiled(r"[^\W\d_][\w.'’-]{0,29}(?: [\w.'’-]{1,30}){1,3}")
_CLASS = compiled(
    r"(?:^|[\s_-])(?:author|autor|autorin|autore|auteur|byline|writer)(?:s|en|es|i)?(?:[_-]?name)?(?:$|[\s_-])", re.I
)
_BESIDE = compiled(r"comment|bio|desc|avatar|image|photo|social|follow|teaser|related|job|title|role", re.I)
_HREF = compiled(r"/(?:authors?|autor|autoren|autores|autori|autore|auteurs?|writers?|reporters?)/", re.I)
_NO_NAME = compiled(r"[\d?!]")
_LONGEST_NAME = 4  # words
_MOST_MARKED = 100
_LONGEST_BYLINE = 100  # characters
# What programs call the one account that everybody writes with.
_ACCOUNTS = frozenset(
    ("admin", "administrator", "super user", "superuser", "unknown", "publisher", "editor", "author", "wordpressadmin")
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


def outlet(tags: dict[str, str], things: list[jsonld.Thing], main: jsonld.Thing | None) -> str | None:
    """Return who published the page: og:site_name, the JSON-LD publisher, the site's own name."""
    site = jsonld.words(tags.get("og:site_name") or tags.get("og:site:name"))
    publishers = jsonld.names((main or {}).get("publisher"))
    named = [jsonld.words(t.get("name")) for t in things[:60] if jsonld.types(t) & _SITES]
    for name in (site, *publishers, *named, tags.get("application-name"), tags.get("publisher")):
        if name and len(name) < 80 and not _ADDRESS.match(name):
            return name
    return None


def authors(
    root: Any,
    tags: dict[str, str],
    main: jsonld.Thing | None,
    shown: Visible,
    head: tuple[int, int],
    site: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """Return the authors, in the page's order, each once: JSON-LD, then meta tags, microdata, the byline people see.

    `site` are the names the site goes by, in small letters: where machines are told no other, people may be.
    """
    told = (
        _cleaned(jsonld.names((main or {}).get("author")))
        or _cleaned(jsonld.names((main or {}).get("creator")))
        or _cleaned([value for tag in _AUTHOR_TAGS if (value := tags.get(tag))][:1])
    )
    if any(name.lower() not in site for name in told):
        return told
    marked = _cleaned(_marked(root, shown))
    people = tuple(name for name in marked if name.lower() not in site)
    if 0 < len(people) <= _SEVERAL:
        return people
    # The authors of teasers are marked too: the line above the body is the article's.
    return _byline(shown, head) or _classed(shown, head, site) or people or told or marked


def _cleaned(values: list[str]) -> tuple[str, ...]:
    out: list[str] = []
    for value in values:
        for name in _names(value[:400]):
            if 2 < len(name) < 70 and not _ADDRESS.search(name) and name not in out and _may_be_named(name):
                out.append(name)
    # "All articles by Ann Author" is the name in a link to more of hers.
    longer = {name for name in out if any(other.lower() in name.lower() for other in out if other != name)}
    return tuple(name for name in out if name not in longer)[:20]


def _names(value: str) -> list[str]:
    """Return the names in what a page tells of authors: apart, without "by" before them."""
    joined = [part for name in _SPLIT.split(value) for part in _apart(name)]
    return [_BRACKET.sub("", furniture.without_by(name)).strip(" ,.;:-–—") for name in joined]


def _apart(name: str) -> list[str]:
    """Return the names that "and" joins, and an agency's behind a comma ("Ann Author, dpa"), where all are people's."""
    agency = _AGENCY.search(name)
    parts = furniture.joined_names(name[: agency.start()] if agency else name)
    if not all(_is_person(furniture.without_by(part)) for part in parts):
        return [name]
    return [*parts, agency[1]] if agency else parts


def _is_person(name: str) -> bool:
    return _PERSON.fullmatch(name) is not None and not any(word[0].islower() for word in name.split())


def _may_be_named(name: str) -> bool:
    """Say whether words may be who wrote an article: no account's number or name, no words of a button."""
    words = name.split()
    button = len(words) >= _BUTTON and sum(word[:1].islower() for word in words) * 2 > len(words)
    return any(map(str.isalpha, name)) and name.lower() not in _ACCOUNTS and "→" not in name and not button


def _marked(root: Any, shown: Visible) -> list[str]:
    out: list[str] = []
    for element in root.xpath("//@rel[.='author']/.. | //@itemprop[.='author']/.."):
        span = shown.spans.get(element)
        if span and 2 < span[1] - span[0] < 80:
            out.append(" ".join(shown.text[span[0] : span[1]].split()))
        if len(out) >= 8:
            break
    return list(dict.fromkeys(out))


def _classed(shown: Visible, head: tuple[int, int], site: frozenset[str]) -> tuple[str, ...]:
    """Return the names near the headline in elements whose class or address says "author", none when they are many."""
    spans: list[tuple[int, int]] = []
    beside: set[tuple[int, int]] = set()
    for element, (start, end) in shown.spans.items():
        if start > head[1]:
            break  # in the order of the page
        if not (head[0] <= start and end <= head[1] and 1 < end - start < _LONGEST_BYLINE):
            continue
        named = element.get("class") or ""
        if _BESIDE.search(named):
            beside.add((start, end))
        elif _CLASS.search(named) or (element.tag == "a" and _HREF.search(element.get("href") or "")):
            spans.append((start, end))
    spans = list(dict.fromkeys(spans))[:_MOST_MARKED]
    inner = [s for s in spans if not any(o != s and s[0] <= o[0] and o[1] <= s[1] for o in spans) and s not in beside]
    lines = [shown.text[start:end] for start, end in dict.fromkeys(inner)]
    names = _cleaned([line.rpartition(": ")[2] for line in lines if "\n" not in line])
    people = tuple(name for name in names if name.lower() not in site and _may_be_person(name))
    return people if len(people) <= _SEVERAL else ()


def _may_be_person(name: str) -> bool:
    """Say whether marked words may be a name of a person or a desk: few, no figures, no small word at their end."""
    words = name.split()
    return (
        len(words) <= _LONGEST_NAME
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and _NO_NAME.search(name) is None
    )


def _byline(shown: Visible, head: tuple[int, int]) -> tuple[str, ...]:
    """Return the names in a line such as "By Ann Author and Bo Writer, Quayside": the words in capitals of each."""
    for line in shown.text[head[0] : head[1]].split("\n"):
        found = _named(line) if furniture.byline(line) else []
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _named(line: str) -> list[str]:
    """Return the names in a line that names authors; a place in capitals behind a name is none."""
    found: list[str] = []
    parts = furniture.joined_names(furniture.without_by(line).replace(", ", " , "))
    for words in (words for part in parts for words in part.split(" , ")):
        name = " ".join(itertools.takewhile(_begins_name, words.split())).strip(" ,.;:-–—")
        if _is_person(name) and not (found and name.isupper()):
            found.append(name)
    return found


def _begins_name(word: str) -> bool:
    return word[:1].isalpha() and not word[:1].islower() and not any(map(str.isdigit, word))
