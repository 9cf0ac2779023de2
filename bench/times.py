"""Times against human labels: strict and relaxed spans, TIMEX3 type and value, and speed on one core.

    python bench/times.py DATA [LANGUAGE...]     DATA holds <language>.jsonl: {"text", "published", "times"}

Prints a Markdown table. `--wrong` lists what differs, `--out FOLDER` writes the predictions.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import sys
import time
from typing import Any

from recoupe.times import find

Span = dict[str, Any]


def f1(hit: int, predicted: int, gold: int) -> str:
    return f"{2 * hit / (predicted + gold):.4f}" if predicted + gold else "-"


def matched(gold: list[Span], pred: list[Span]) -> list[tuple[Span, Span]]:
    """One-to-one pairs that overlap, the longest overlap first."""
    pairs = sorted(
        (
            (min(g["end"], p["end"]) - max(g["start"], p["start"]), -i, -j)
            for i, g in enumerate(gold)
            for j, p in enumerate(pred)
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_pred: set[int] = set()
    found = []
    for size, i, j in pairs:
        if size > 0 and -i not in used_gold and -j not in used_pred:
            used_gold.add(-i)
            used_pred.add(-j)
            found.append((gold[-i], pred[-j]))
    return found


def measure(path: pathlib.Path, language: str, wrong: bool, out: pathlib.Path | None) -> str:
    rows = [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]
    find("1 2", language=language)
    started = time.process_time()
    found = [find(row["text"], language=language, published=row.get("published")) for row in rows]
    seconds = time.process_time() - started
    size = sum(len(row["text"].encode()) for row in rows)
    c: collections.Counter[str] = collections.Counter()
    for row, times in zip(rows, found, strict=True):
        gold = row["times"]
        pred: list[Span] = [
            {
                "start": t.start,
                "end": t.end,
                "text": t.text,
                "type": t.type,
                "value": t.value,
                "mod": t.mod,
                "rule": t.rule,
            }
            for t in times
        ]
        c["gold"] += len(gold)
        c["pred"] += len(pred)
        c["strict"] += len({(g["start"], g["end"]) for g in gold} & {(p["start"], p["end"]) for p in pred})
        pairs = matched(gold, pred)
        c["relaxed"] += len(pairs)
        for g, p in pairs:
            c["type"] += g["type"] == p["type"]
            c["value"] += str(g.get("value")) == p["value"]
        if wrong:
            show(row, gold, pred, pairs)
    if out is not None:
        with (out / path.name).open("w", encoding="utf-8") as sink:
            for row, times in zip(rows, found, strict=True):
                sink.write(json.dumps({"id": row.get("id"), "text": row["text"], "times": [
                    {"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value, "mod": t.mod}
                    for t in times
                ]}) + "\n")  # fmt: skip
    cells = [f1(c[k], c["pred"], c["gold"]) for k in ("strict", "relaxed", "value", "type")]
    return f"| {language} | {len(rows)} | {c['gold']} | {' | '.join(cells)} | {size / seconds / 1e6:.2f} |"


def show(row: dict[str, Any], gold: list[Span], pred: list[Span], pairs: list[tuple[Span, Span]]) -> None:
    hit_gold, hit_pred = {id(g) for g, _ in pairs}, {id(p) for _, p in pairs}
    around = lambda s: row["text"][max(0, s["start"] - 50) : s["end"] + 40].replace("\n", " ")  # noqa: E731
    for g in gold:
        if id(g) not in hit_gold:
            print(f"MISS  {g['text']!r} {g['type']} {g['value']} | {around(g)}")
    for p in pred:
        if id(p) not in hit_pred:
            print(f"EXTRA {p['text']!r} {p['type']} {p['value']} {p['rule']} | {around(p)}")
    for g, p in pairs:
        if (g["start"], g["end"]) != (p["start"], p["end"]):
            print(f"SPAN  {g['text']!r} / {p['text']!r} {p['rule']}")
        if str(g.get("value")) != p["value"]:
            found = f"{p['type']} {p['value']} {p['rule']} {row.get('published')}"
            print(f"VALUE {g['text']!r} {g['type']} {g.get('value')} / {found} | {around(g)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("languages", nargs="*", default=["en", "fr", "de", "es"])
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    rows = [measure(options.data / f"{code}.jsonl", code, options.wrong, options.out) for code in options.languages]
    print("| language | texts | times | strict | relaxed | value | type | MB/s |\n|---|---|---|---|---|---|---|---|")
    print("\n".join(rows))


if __name__ == "__main__":
    sys.exit(main())
