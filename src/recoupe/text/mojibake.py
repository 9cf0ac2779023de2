"""Mojibake: UTF-8 that was read as Latin-1 ("espaÃ±ola"), put right with the way back."""

from __future__ import annotations

import regex

from recoupe.text.patterns import compiled_by_regex

_PAIR = compiled_by_regex(r"[\u00c3\u00c2][\u0080-\u00bf]|\u00e2\u0080[\u0080-\u00bf]", regex.V1)


def repair(text: str) -> tuple[str, list[int]] | None:
    """Return the text put right and, for each of its characters (and its end), the offset in `text`.

    None when nothing is to mend. Only pairs that are a two-byte letter of UTF-8 in Latin-1, or a three-byte mark of
    punctuation, are mended, wherever they stand; "Ã" alone stays.
    """
    if "\u00c3" not in text and "\u00c2" not in text and "\u00e2\u0080" not in text:
        return None
    parts: list[str] = []
    offsets: list[int] = []
    end = 0
    for match in _PAIR.finditer(text):
        parts.append(text[end : match.start()])
        offsets.extend(range(end, match.start() + 1))
        parts.append(match.group().encode("latin-1").decode("utf-8"))
        end = match.end()
    if not end:
        return None
    parts.append(text[end:])
    offsets.extend(range(end, len(text) + 1))
    return "".join(parts), offsets
