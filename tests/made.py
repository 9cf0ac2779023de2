"""An article made by hand, of which a page tells nothing but what the test says."""

from __future__ import annotations

from typing import Any

from recoupe.model import Article


def article(text: str, id_: str = "a1", **fields: Any) -> Article:
    given: dict[str, Any] = {
        "page": f"{id_}.txt", "kind": "article", "title": None, "outlet": None, "host": None, "authors": (),
        "published": None, "published_evidence": None, "language": "en", "blocks": (),
    }  # fmt: skip
    return Article(id=id_, text=text, **(given | fields))
