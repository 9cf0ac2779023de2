"""Links back to the page on the web: an address with a text fragment, which browsers scroll to and highlight."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

LONG = 80
"""Characters beyond which a fragment names the first and last words instead of all of them."""


def fragment(url: str | None, exact: str) -> str | None:
    """Return `url` with a text fragment (`#:~:text=`) for the words `exact`; None when there is no web address.

    Syntax: WICG "URL Fragment Text Directives". Words are matched by a browser within one block, so only the first
    line is used.
    """
    if not url or urlsplit(url).scheme not in ("http", "https"):
        return None
    words = exact.strip().split("\n", 1)[0].split()
    if not words:
        return None
    said = " ".join(words)
    if len(said) > LONG and len(words) >= 8:
        text = f"{_encoded(' '.join(words[:4]))},{_encoded(' '.join(words[-4:]))}"
    else:
        text = _encoded(said)
    return f"{url.split('#', 1)[0]}#:~:text={text}"


def _encoded(words: str) -> str:
    """Percent-encode, with the marks that separate a directive's parts."""
    return quote(words, safe="").replace("-", "%2D")
