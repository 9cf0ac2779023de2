"""Who published a page's words and where they are seen, by what the page itself says.

The ways of saying it come from the `furniture` tables (`[outlet]`): "Publié dans {outlet} le", "{outlet} uses cookies",
"{outlet} does not guarantee the accuracy" (which names a host, not the outlet of the words).
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

import regex

from recoupe.extract.furniture import listed
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_NAME = r"(?P<outlet>[\p{Lu}\p{N}](?:[^\n,;:!?()\"«»“”.]|\.(?=\w)){0,50}?)"

_GAPS = compiled_by_regex(r"[\s'’:]+")


class _Saying(NamedTuple):
    """A way of saying who published; `word`, its longest in lower case, is in every line that says it so."""

    before: str
    after: str
    word: str


@functools.cache
def _sayings(kind: str) -> tuple[_Saying, ...]:
    made = []
    for phrase in listed("outlet", kind):
        before, _, after = phrase.partition("{outlet}")
        words = _GAPS.split(f"{before} {after}".lower())
        made.append(_Saying(before, after, max(words, key=len)))
    return tuple(made)


@functools.cache
def _pattern(saying: _Saying) -> regex.Pattern[str]:
    before, after = saying.before, saying.after
    left = rf"(?i:(?<!\p{{L}}){_loose(before)})" if before else r"(?:^|(?<=[.!?] ))"
    # A name at the end of a phrase ends with the line or a mark; "sur" may be glued to what follows it.
    right = rf"(?i:{_loose(after)})" if after else r"(?=[.,;:!?()]|$)"
    return compiled_by_regex(left + _NAME + right, regex.V1 | regex.M)


def _loose(part: str) -> str:
    words = regex.escape(part, special_only=True, literal_spaces=True)
    return words.replace(" :", r"\s?:").replace("'", "['’]").replace(" ", r"[ \u00a0\u202f]{1,3}")


def named(line: str, kind: str) -> str | None:
    """Return the name `line` gives of the outlet (`kind` says, published_in, source) or the host (`kind` host)."""
    if len(line) > 4000:
        return None
    low = line.lower()
    for saying in _sayings(kind):
        match = _pattern(saying).search(line) if saying.word in low else None
        if match and not fold(match["outlet"]).startswith(("nous", "us ")):
            return str(match["outlet"]).strip()
    return None


def most_named(lines: Iterable[str], kind: str) -> str | None:
    """Return the name most lines give (the first of equals), None when no line does."""
    counts = Counter(name for line in lines if (name := named(line, kind)))
    return counts.most_common(1)[0][0] if counts else None


def host(url: str | None) -> str | None:
    """Return the host of an address without "www.", None when it has none."""
    if not url:
        return None
    try:
        name = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name and "." in name else None
