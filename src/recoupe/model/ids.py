"""Identifiers: short, readable, the same for the same input on every machine."""

from __future__ import annotations

import hashlib


def digest(*parts: str, length: int = 10) -> str:
    """Return `length` hexadecimal characters that stand for `parts` (BLAKE2b; parts are kept apart)."""
    h = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        h.update(len(data).to_bytes(8, "big") + data)
    return h.hexdigest()[:length]
