"""Texts whose marks were set apart before they were stored: "a 48 - year - old", "26, 000", "5. 9".

Corpora do so that were cut into tokens and joined again with blanks. Such a text has a blank on both sides of every
hyphen and behind the signs within its numbers; one that has a tight hyphen or decimal is never taken for it.
"""

from __future__ import annotations

import functools

from recoupe.text.patterns import compiled

_SET_APART = compiled(r"[^\W_] - [^\W_]+ - [^\W\d_]|\d[.,] 000(?!\d)|(?<![\w.])[ap]\. m\.|(?<![\w.])u\. ?s\. [a-z]", 2)
_TIGHT = compiled(r"[^\W_]-[^\W_]|\d[.,]\d")
"""What no such text has: a word with its hyphen, a number with its sign."""


@functools.lru_cache(maxsize=8)
def is_spaced(text: str) -> bool:
    """Tell whether the marks of a text are set apart: it is asked where a sign and a blank stand between digits."""
    return _SET_APART.search(text) is not None and _TIGHT.search(text) is None
