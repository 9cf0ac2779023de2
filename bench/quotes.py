"""Quotes against human labels: quoted words at two overlaps, speakers, and speed on one core.

    python bench/quotes.py DATA [LANGUAGE...]     DATA holds <language>.jsonl: {"text", "quotes"}
    python bench/quotes.py --texts FILE           invented texts: {"text", "kept", "quotes": [{"words", "speaker"}]}

A quote is found at .3 (.8) when the letters and digits it shares with a predicted one are at least that part of both
together; a speaker is right when the words that name them overlap. Quoted speech is direct and mixed; "all" has
indirect speech too. Of the texts, a quote is found when its words are inside a predicted one, and its speaker is
right when the last word of the name is in the entity. Prints Markdown tables.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
import time
from typing import Any

from recoupe.model import Quote
from recoupe.quotes import find

Row = dict[str, Any]
SPOKEN = ("direct", "mixed")


def letters(text: str, content: Any) -> frozenset[int]:
    return frozenset(i for a, b in content for i in range(a, b) if text[i].isalnum())


def pairs(gold: list[frozenset[int]], pred: list[frozenset[int]]) -> list[tuple[int, int, float]]:
    """One-to-one matches, the best first."""
    scored = []
    for i, g in enumerate(gold):
        for j, p in enumerate(pred):
            shared = len(g & p)
            if shared:
                scored.append((-shared / len(g | p), i, j))
    found, used_gold, used_pred = [], set(), set()
    for value, i, j in sorted(scored):
        if i not in used_gold and j not in used_pred:
            used_gold.add(i)
            used_pred.add(j)
            found.append((i, j, -value))
    return found


def f1(hit: int, pred: int, gold: int) -> str:
    return f"{2 * hit / (pred + gold):.3f}" if pred + gold else "-"


def measure(path: pathlib.Path, language: str) -> list[str]:
    rows: list[Row] = [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]
    find("a b", language=language)
    started = time.perf_counter()
    found = [find(row["text"], language=language) for row in rows]
    seconds = time.perf_counter() - started
    size = sum(len(row["text"].encode()) for row in rows) / 1e6
    lines = []
    for label in ("quoted", "all"):
        gold_n = pred_n = at30 = at80 = named = right = 0
        for row, quotes in zip(rows, found, strict=True):
            text = row["text"]
            gold = [q for q in row["quotes"] if label == "all" or q["kind"] in SPOKEN]
            pred = [q for q in quotes if q.kind in SPOKEN or (label == "all" and q.kind == "indirect")]
            gold_n, pred_n = gold_n + len(gold), pred_n + len(pred)
            chars = [letters(text, q["content"]) for q in gold], [letters(text, q.content) for q in pred]
            for i, j, value in pairs(*chars):
                at30 += value >= 0.3
                at80 += value >= 0.8
                if value >= 0.3 and gold[i]["speaker"]:
                    named += 1
                    right += same_words(gold[i]["speaker"][0], pred[j])
        speaker = f"{right / named:.3f}" if named else "-"
        lines.append(
            f"| {path.stem} | {label} | {len(rows)} | {gold_n} | {f1(at30, pred_n, gold_n)} "
            f"| {f1(at80, pred_n, gold_n)} | {speaker} | {size / seconds:.2f} |"
        )
    return lines


def same_words(speaker: Row, quote: Quote) -> bool:
    return any(min(speaker["end"], s.end) > max(speaker["start"], s.start) for s in quote.speaker)


def texts(path: pathlib.Path, wrong: bool) -> list[str]:
    rows: list[Row] = [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]
    lines = []
    for kept in (False, True):
        mine = [row for row in rows if row["kept"] is kept]
        gold = found = right = extra = 0
        for row in mine:
            quotes = find(row["text"], language="fr")
            for q in row["quotes"]:
                gold += 1
                holding = [p for p in quotes if any(q["words"] in row["text"][a:b] for a, b in p.content)]
                found += bool(holding)
                ok = any(same_name(q["speaker"], p) for p in holding)
                right += ok
                if wrong and not ok and not kept:
                    print(row["id"], q, [(p.kind, p.rule, [s.entity for s in p.speaker]) for p in holding])
            for p in quotes:
                said = [row["text"][a:b] for a, b in p.content]
                known = any(q["words"] in s or s in q["words"] for q in row["quotes"] for s in said)
                extra += p.kind in SPOKEN and not known
        lines.append(
            f"| {'kept' if kept else 'development'} | {len(mine)} | {gold} | {found / gold:.3f} "
            f"| {right / gold:.3f} | {extra} |"
        )
    return lines


def same_name(speaker: str | None, quote: Quote) -> bool:
    if speaker is None:
        return not quote.speaker
    last = speaker.split()[-1].casefold()
    return any(last in s.entity.casefold() for s in quote.speaker)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path, nargs="?")
    parser.add_argument("languages", nargs="*", default=["en", "de"])
    parser.add_argument("--texts", type=pathlib.Path)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    if options.texts:
        rows = texts(options.texts, options.wrong)
        print("| half | texts | quotes | found | speaker right | extra |\n|---|---|---|---|---|---|")
        print("\n".join(rows))
    if options.data:
        rows = [line for code in options.languages for line in measure(options.data / f"{code}.jsonl", code)]
        print(
            "| set | what | texts | quotes | F1 at .3 | F1 at .8 | speaker | MB/s |\n|---|---|---|---|---|---|---|---|"
        )
        print("\n".join(rows))


if __name__ == "__main__":
    sys.exit(main())
