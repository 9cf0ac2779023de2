"""Scores names against labelled files: `python bench/names.py FILE.jsonl LANGUAGE [FILE LANGUAGE ...]`.

A line of a file is `{"text", "names": [{"start", "end", "type"}, ...]}`; types person, place and organisation count,
others are left out of the gold but a name found there is an error. A name is right when start, end and type are
(strict). Prints one Markdown row a file, with characters read a second of processor time.
"""

from __future__ import annotations

import json
import pathlib
import sys
import time
from collections import Counter

from recoupe import names

KINDS = ("person", "place", "organisation")


def measure(path: pathlib.Path, language: str) -> str:
    count: Counter[tuple[str, str]] = Counter()
    characters, spent = 0, 0.0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            begun = time.process_time()
            found = names.find(row["text"], language=language)
            spent += time.process_time() - begun
            characters += len(row["text"])
            gold = {(n["start"], n["end"], n["type"]) for n in row["names"] if n["type"] in KINDS}
            mine = {(n.start, n.end, n.type) for n in found if not n.role}
            for label, items in (("gold", gold), ("found", mine), ("right", gold & mine)):
                count.update((label, kind) for _, _, kind in items)
    totals = [sum(count[label, k] for k in KINDS) for label in ("right", "found", "gold")]
    cells = [f1(*totals)]
    cells += [f1(count["right", k], count["found", k], count["gold", k]) for k in KINDS]
    return f"| {path.name} | {' | '.join(cells)} | {characters / max(spent, 1e-9) / 1e6:.2f} |"


def f1(right: int, found: int, gold: int) -> str:
    return f"{2 * right / max(1, found + gold):.3f}"


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if not arguments or len(arguments) % 2:
        sys.exit(__doc__)
    print("| file | strict F1 | person | place | organisation | M characters/s |\n|---|---|---|---|---|---|")
    for file, code in zip(arguments[::2], arguments[1::2], strict=True):
        print(measure(pathlib.Path(file), code))
