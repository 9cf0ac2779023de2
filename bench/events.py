"""Disputes between pages of one event: found of those a careful reader lists, and printed ones he would strike.

    python bench/events.py GOLD.json DOSSIER.json PAGES

GOLD holds `disputes`: [{"attribute", "findable", "values": [{"value", "pages": ["01", ...], "surface": [words]}]}];
DOSSIER is what `recoupe dossier --format json` gives; PAGES is the folder of page records, named by number
("01_x.json"). A dispute is found when one finding marked disputed, evolving or rounded sets two of its values against
each other. A finding marked disputed that meets no listed dispute is printed as unmatched: read it.
"""

from __future__ import annotations

import collections
import json
import pathlib
import re
import sys
import unicodedata
from typing import Any

DIFFERING = ("disputed", "evolving", "rounded")


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).replace("’", "'")).strip().lower()


def number(page: str) -> str:
    found = re.match(r"\d+", pathlib.Path(page).name)
    return found.group() if found else page


def met(value: dict[str, Any], wanted: list[dict[str, Any]], pages: set[str]) -> set[int]:
    """Return which of a dispute's values the support of one printed value tells."""
    out = set()
    for support in value["support"]:
        page, exact = number(support["page"]), fold(support["exact"])
        if page not in pages:
            continue
        for index, gold in enumerate(wanted):
            for where, surface in zip(gold["pages"], gold["surface"], strict=True):
                words = fold(surface)
                if where == page and (words in exact or (exact in words and len(exact) >= 2)):
                    out.add(index)
    return out


def measure(gold: dict[str, Any], dossier: dict[str, Any], pages: set[str]) -> dict[str, Any]:
    """Return what was found by class, what was missed, and the unmatched disputes."""
    total: collections.Counter[str] = collections.Counter()
    found: collections.Counter[str] = collections.Counter()
    matched: set[int] = set()
    missed = []
    for dispute in gold["disputes"]:
        kind = dispute.get("findable", "?")
        total[kind] += 1
        hit = False
        for index, finding in enumerate(dossier["findings"]):
            if finding["status"] not in DIFFERING:
                continue
            told = [met(v, dispute["values"], pages) for v in finding["values"]]
            if any(a and b and a != b for n, a in enumerate(told) for b in told[n + 1 :]):
                hit = True
                matched.add(index)
        found[kind] += hit
        if not hit:
            missed.append(dispute["attribute"])
    printed = [n for n, f in enumerate(dossier["findings"]) if f["status"] == "disputed"]
    return {
        "found": sum(found.values()),
        "of": sum(total.values()),
        "by_class": {k: [found[k], total[k]] for k in sorted(total)},
        "disputed": len(printed),
        "unmatched": [dossier["findings"][n]["attribute"] for n in printed if n not in matched],
        "missed": missed,
    }


def main(arguments: list[str]) -> None:
    if len(arguments) != 3:
        sys.exit(__doc__)
    gold, dossier, folder = (pathlib.Path(a) for a in arguments)
    pages = {number(p.name) for p in folder.glob("[0-9]*.json")}
    result = measure(json.loads(gold.read_text("utf-8")), json.loads(dossier.read_text("utf-8")), pages)
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
