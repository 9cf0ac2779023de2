"""Datelines: where a piece was written, before its first words ("LANVERN (AP) — The mayor said"): nobody who speaks."""

from __future__ import annotations

import regex

from recoupe.text.patterns import compiled_by_regex

_AGENCY = r"(?: ?\([\p{L} /.]{2,30}\))?"
_WRITTEN = r"(?:, (?:\p{L}+ )?\d{1,2}[^\n–—-]{0,20})?"
_CAPITALS = rf"\p{{Lu}}[\p{{Lu}} .'’/-]{{2,40}}{_WRITTEN}{_AGENCY} ?[-–—]{{1,2}} ?(?=[\p{{Lu}}\p{{Pi}}\p{{Ps}}\"])"
_TOWN = rf"\p{{Lu}}\p{{Ll}}[\p{{L}}'’-]*+(?:[ /]\p{{Lu}}[\p{{L}}'’-]++)?{_WRITTEN}{_AGENCY} [-–—] (?=\p{{Lu}})"
_DATELINE = compiled_by_regex(rf"(?:{_CAPITALS}|{_TOWN})", regex.V1)
_DASH = compiled_by_regex(r"[^\n]{0,90} [-–—] ", regex.V1)
_CLOSED = '"”»“'


def behind(text: str, start: int, end: int) -> int:
    """Return where the words of the paragraph `[start, end)` begin: behind its dateline, else at `start`.

    A second dash closes what is set beside a name ("Ann Poe - Mayor of Ems - said"); nothing but marks behind the first
    are the words of the one named ("ANN POE - “We stay.”").
    """
    found = _DATELINE.match(text, start, end)
    if found is None or _DASH.match(text, found.end(), end):
        return start
    return start if text[end - 1] in _CLOSED and not text[found.end()].isalpha() else found.end()
