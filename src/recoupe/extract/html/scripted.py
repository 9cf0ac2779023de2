"""Articles that a page's script would print: the text of a page that shows none, out of what the page brings along.

Pages drawn in the browser carry their article twice at most: in JSON-LD (`articleBody`) for search engines, and in the
state that their program starts from (`__NEXT_DATA__`, `window.__STATE__ = {...}`). Where nothing of it is shown, it is
put into the tree as the browser would, so that every reader of the page finds it.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Any

from recoupe.extract.html import jsonld, parse, visible
from recoupe.extract.html.align import squeeze
from recoupe.extract.html.visible import Visible
from recoupe.extract.lines import paragraph_like

Path = tuple[Any, ...]

_LONGEST_HEADLINE = 400
_PROSE = 60  # characters from which a sentence counts as prose
_SHOWN = 300  # characters of prose from which a page shows its text itself
_BEGINNING = 40  # letters by which an article is known again
_FEWEST = 200  # characters an article has
_MOST = 0.75  # share of a state's prose that its article holds
_DEPTH = 40
_LARGEST = 2_000_000  # characters of a script that is read
_SEVERAL = 3  # paragraphs from which a part of a list is an article of its own


def shown(root: Any, things: list[jsonld.Thing]) -> Visible:
    """Return the visible text of the tree `root`, with the article that only a script prints put into both."""
    found = visible.of(root)
    return visible.of(root) if _put(root, things, found) else found


def _put(root: Any, things: list[jsonld.Thing], shown: Visible) -> bool:
    """Put the article that only scripts tell into the tree `root`; say whether there was one."""
    body = root.find("body")
    prose = (len(line) for line in shown.text.split("\n") if len(line) >= _PROSE and paragraph_like(line))
    if body is None or any(size >= _SHOWN for size in itertools.accumulate(prose)):
        return False
    paragraphs = _told(things) or _state(root, things)
    # What shows its beginning shows what it wants to: the rest may be for those who pay.
    if sum(map(len, paragraphs)) < _FEWEST or squeeze(paragraphs[0])[:_BEGINNING] in squeeze(shown.text):
        return False
    article = body.makeelement("article", {})
    for words in paragraphs:
        paragraph = body.makeelement("p", {})
        paragraph.text = words
        article.append(paragraph)
    body.append(article)
    return True


def _told(things: list[jsonld.Thing]) -> list[str]:
    """Return the paragraphs of the longest body that JSON-LD tells."""
    bodies = [thing.get("articleBody") for thing in things if jsonld.is_article(thing)]
    return _paragraphs(max((body for body in bodies if isinstance(body, str)), key=len, default=""))


def _paragraphs(words: str) -> list[str]:
    """Return the paragraphs of a text, which may be HTML."""
    if "</p>" in words or "<br" in words:
        root = parse.tree(words)
        words = visible.of(root).text if root is not None else ""
    return [text for line in words.splitlines() if (text := jsonld.words(line))]


def _state(root: Any, things: list[jsonld.Thing]) -> list[str]:
    """Return the paragraphs of the article in a program's state, none unless it names the page's own headline."""
    heads = [(m.get("content") or "") for m in root.iter("meta") if m.get("property") == "og:title"]
    heads += [root.findtext(".//title") or "", *(jsonld.words(t.get("headline")) or "" for t in things[:20])]
    named = {" ".join(head.split()) for head in heads if len(head.split()) > 1}
    best: list[str] = []
    for script in root.iter("script"):
        source = script.text or ""
        if "ld+json" in (script.get("type") or "") or not _FEWEST < len(source) <= _LARGEST:
            continue
        for document in _documents(source, (script.get("type") or "").lower()):
            strings = list(_strings(document, ()))
            if any(_is_headline(text, named) for _, text in strings):
                best = max(best, _article(strings), key=lambda found: sum(map(len, found)))
    return best


def _documents(source: str, kind: str) -> list[Any]:
    """Return the JSON value that is the script, or that it gives to a name of the window."""
    if "json" not in kind:
        name, _, source = source.partition("=")
        if not name.strip().startswith(("window.", "window[", "self.", "var ", "const ", "globalThis.")):
            return []
    try:
        return [json.JSONDecoder(strict=False).raw_decode(source.strip())[0]]
    except (ValueError, RecursionError):
        return []


def _strings(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the strings of a JSON value, each with the names and numbers that lead to it."""
    if isinstance(value, str):
        yield path, value
    elif len(path) < _DEPTH and isinstance(value, dict | list):
        for name, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _strings(part, (*path, name))


def _is_headline(text: str, named: set[str]) -> bool:
    words = " ".join(text.split()) if len(text) < _LONGEST_HEADLINE else ""
    return " " in words and any(head == words or head.startswith(words + " ") for head in named)


def _article(strings: list[tuple[Path, str]]) -> list[str]:
    """Return the paragraphs of the part that holds most of the prose; none where that is a list of pieces."""
    found = [(path, text) for path, words in strings if len(words) >= _PROSE for text in _paragraphs(words)]
    found = [(path, text) for path, text in found if len(text) >= _PROSE and paragraph_like(text)]
    for depth in range(_DEPTH):
        parts: dict[Any, list[tuple[Path, str]]] = {}
        for path, text in found:
            parts.setdefault(path[depth] if depth < len(path) else None, []).append((path, text))
        size = sum(len(text) for _, text in found)
        chief = next((part for part in parts.values() if sum(len(t) for _, t in part) >= _MOST * size), [])
        if not chief or None in parts:
            return _of_one([part for name, part in parts.items() if name is not None] or [found])
        found = chief
    return []


def _of_one(parts: list[list[tuple[Path, str]]]) -> list[str]:
    """Return the paragraphs of parts, none where several are as long as articles."""
    if sum(len(part) >= _SEVERAL for part in parts) > 1:
        return []
    return list(dict.fromkeys(text for part in parts for _, text in part))
