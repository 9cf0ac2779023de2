"""Links back to the page on the web: an address with a text fragment, which browsers scroll to and highlight."""

from __future__ import annotations

import functools
from urllib.parse import quote, urlsplit

LONG = 80
"""Characters beyond which a fragment names the first and last words instead of all of them."""
_RARE = 4  # words from which a phrase is likely to stand only once on a page, menus included
_AROUND = 3  # words named on each side of a phrase that is not
_WORD = 40  # characters of a word; a longer one is a run of a script without spaces and is not cut


def fragment(url: str | None, exact: str, text: str = "", start: int = 0) -> str | None:
    """Return `url` with a text fragment (`#:~:text=`) for the words `exact`; None when there is no web address.

    `exact` stands at `start` in `text`, the article's. Short words, and words the article prints twice, are told
    apart by those around them. Syntax: WICG "URL Fragment Text Directives". A browser matches words within one block,
    so only the first line is used.
    """
    if not url or urlsplit(url).scheme not in ("http", "https"):
        return None
    line = exact.strip().split("\n", 1)[0].rstrip()
    words = line.split()
    if not words:
        return None
    said = " ".join(words)
    page = _as_a_browser_looks(text)
    first = said
    if len(said) > LONG and len(words) >= 8:
        first, last = _ends(words, page)
        named = f"{_encoded(first)},{_encoded(last)}"
    else:
        named = _encoded(said)
    at = text.find(line, start)
    if at >= 0 and (len(words) < _RARE or page.count(first.casefold()) > 1):
        before = _near(text[text.rfind("\n", 0, at) + 1 : at].split()[-_AROUND:][::-1])[::-1]
        after = _near(text[at + len(line) :].split("\n", 1)[0].split()[:_AROUND])
        named = f"{_encoded(' '.join(before))}-,{named}" if before else named
        named = f"{named},-{_encoded(' '.join(after))}" if after else named
    return f"{url.split('#', 1)[0]}#:~:text={named}"


@functools.lru_cache(maxsize=1024)
def _as_a_browser_looks(text: str) -> str:
    """Return a text as a browser looks for words in it; one source is referred to from many places."""
    return " ".join(text.split()).casefold()


def _ends(words: list[str], page: str) -> tuple[str, str]:
    """Return the first and the last words of a long line, more than a few where a browser would find others first."""
    most = len(words) // 2
    opening = next((n for n in range(_RARE, most) if page.count(" ".join(words[:n]).casefold()) < 2), most)
    rest = " ".join(words[opening:]).casefold()
    closing = next((n for n in range(_RARE, most) if rest.count(" ".join(words[-n:]).casefold()) < 2), most)
    return " ".join(words[:opening]), " ".join(words[-closing:])


def _near(words: list[str]) -> list[str]:
    """Return the words up to the first that is too long to be one."""
    cut = next((n for n, word in enumerate(words) if len(word) > _WORD), len(words))
    return words[:cut]


def _encoded(words: str) -> str:
    """Percent-encode, with the marks that separate a directive's parts."""
    return quote(words, safe="").replace("-", "%2D")
