"""Read the JSON-LD of a page: every object in every `application/ld+json` script, as plain dicts.

Tolerant of what newsrooms print: `@graph`, lists of lists, HTML comments or CDATA around the JSON, line breaks inside
strings, trailing commas, several documents in one script, a script cut off in the middle (what was complete is kept).
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any

from recoupe.text.patterns import compiled

Thing = dict[str, Any]

_WRAPPED = compiled(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)\s*|(?<!\s)\s*(?:-->|//\s*\]\]>|\]\]>);?\s*$"
)
_TRAILING_COMMA = compiled(r",(\s*[}\]])")
LIVE = "liveblogposting"
"""The type of a live blog."""
TAG = compiled(r"<[^<>]{1,2000}>")
_DEPTH = 40  # nesting followed; a page nests articles about ten deep
_LIMIT = 20_000  # objects kept of one page

_ARTICLES = (
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle "
    "reviewnewsarticle asknewsarticle liveblogposting blogposting socialmediaposting report techarticle "
    "advertisercontentarticle satiricalarticle scholarlyarticle posting"
)
ARTICLES = frozenset(_ARTICLES.split())


def things(root: Any) -> list[Thing]:
    """Return every typed object of the JSON-LD scripts under `root`, outer ones before what they hold."""
    out: list[Thing] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for document in documents(script.text or ""):
            for thing in _walk(document, 0):
                out.append(thing)
                if len(out) >= _LIMIT:
                    return out
    return out


def documents(text: str) -> list[Any]:
    """Return the JSON values in `text`: one in a sound script, more in a careless one, none in a hopeless one."""
    text = _WRAPPED.sub("", _WRAPPED.sub("", text)).strip().rstrip(";")
    if not text:
        return []
    try:
        return [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        pass
    mended = _TRAILING_COMMA.sub(r"\1", text)
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    position = 0
    for _ in range(200):
        starts = [at for at in (mended.find("{", position), mended.find("[", position)) if at >= 0]
        if not starts:
            break
        position = min(starts)
        try:
            value, position = decoder.raw_decode(mended, position)
            found.append(value)
        except (ValueError, RecursionError):
            position += 1
    return found


def _walk(value: Any, depth: int) -> Iterator[Thing]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for item in value.values():
            if isinstance(item, (dict, list)):
                yield from _walk(item, depth + 1)


def types(thing: Thing) -> frozenset[str]:
    """Return the types of `thing` in lower case, without the schema's address."""
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return frozenset(k.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for k in kinds if isinstance(k, str))


def is_article(thing: Thing) -> bool:
    """Return whether `thing` is a piece of journalism."""
    return bool(types(thing) & ARTICLES)


def words(value: Any) -> str | None:
    """Return a JSON-LD text as people read it: entities decoded, tags gone, white space collapsed; None when empty."""
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str) and v.strip()), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    if "&" in value:
        value = html.unescape(html.unescape(value))
    if "<" in value:
        value = TAG.sub(" ", value)
    return " ".join(value.split()) or None


def names(value: Any, depth: int = 0) -> list[str]:
    """Return the names in an `author` or `publisher` value: a text, an object with `name`, or a list of these."""
    if depth > 4:
        return []
    if isinstance(value, str):
        found = words(value)
        return [found] if found else []
    if isinstance(value, dict):
        return names(value.get("name"), depth + 1)
    if isinstance(value, list):
        return [name for item in value[:50] for name in names(item, depth + 1)]
    return []
