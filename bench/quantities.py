"""Quantities: sentences with expected values, and speed on one core.

    python bench/quantities.py SENTENCES.jsonl [TEXTS.jsonl]

SENTENCES holds {"language", "text", "held", "quantities": [{"low", "high", "of", "group"?}]}; TEXTS holds {"text"} in
English. Prints Markdown tables: precision and recall of (value, concept, group) by language, and megabytes a second.
`--wrong` lists what differs in the sentences that are not held back.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import time
from typing import Any

from recoupe.model.mention import Quantity
from recoupe.quantities import find


def read(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]


def close(found: float | None, expected: float | None) -> bool:
    if found is None or expected is None:
        return found is expected
    return abs(found - expected) <= 1e-6 * max(1.0, abs(expected))


def same(q: Quantity, want: dict[str, Any]) -> bool:
    group = want.get("group")
    values = close(q.low, want["low"]) and close(q.high, want["high"])
    return values and q.of == want["of"] and (group is None or group in q.group)


def accuracy(rows: list[dict[str, Any]], wrong: bool) -> None:
    counts: dict[tuple[str, bool], list[int]] = {}
    for row in rows:
        got = find(row["text"], language=row["language"])
        right = [want for want in row["quantities"] if any(same(q, want) for q in got)]
        count = counts.setdefault((row["language"], row["held"]), [0, 0, 0])
        count[0] += len(right)
        count[1] += len(got)
        count[2] += len(row["quantities"])
        if wrong and not row["held"] and (len(right) < len(row["quantities"]) or len(got) > len(right)):
            print(row["text"], [(q.text, q.low, q.high, q.of, q.group) for q in got], row["quantities"], sep="\n  ")
    print("| language | held back | right | found | expected | precision | recall |\n|---|---|---|---|---|---|---|")
    for (language, held), (right_, found, expected) in sorted(counts.items()):
        print(
            f"| {language} | {'yes' if held else 'no'} | {right_} | {found} | {expected} "
            f"| {right_ / max(1, found):.3f} | {right_ / max(1, expected):.3f} |"
        )


def speed(path: str) -> None:
    texts = [row["text"] for row in read(path)][:400]
    find("12 people", language="en")
    begin = time.process_time()
    found = sum(len(find(text, language="en")) for text in texts)
    seconds = time.process_time() - begin
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"\n{len(texts)} texts, {size:.2f} MB, {found} quantities, {size / seconds:.2f} MB/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences")
    parser.add_argument("texts", nargs="?")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    rows = read(options.sentences)
    accuracy(rows, options.wrong)
    if options.texts:
        speed(options.texts)


if __name__ == "__main__":
    main()
