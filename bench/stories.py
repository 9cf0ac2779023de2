"""Stories: agreement with human labels, and a long stream: time an item and memory as it grows.

    python bench/stories.py LABELLED.jsonl        lines {"id", "title" | "text", "lang", "published", "story"}
    python bench/stories.py --made 1000000        made titles: flat time an item, bounded memory

Beside it in the same run, with scikit-learn and networkx when installed: the peers of `stories_peers`, TF-IDF with
average-link clustering and the recipe of Taranis AI's bot, each with the threshold that is best on the answer.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

import stories_peers
from recoupe.model import StoryItem
from recoupe.stories import Stream

Row = Mapping[str, Any]


def item(row: Row) -> StoryItem:
    return StoryItem(
        id=str(row["id"]),
        title=row.get("title"),
        text=row.get("text"),
        language=row.get("lang"),
        published=row.get("published"),
    )


def b_cubed(rows: Sequence[Row], said: Mapping[str, Any]) -> tuple[float, float, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998), each item counted once."""
    gold = Counter(r["story"] for r in rows)
    ours = Counter(said[r["id"]] for r in rows)
    both = Counter((r["story"], said[r["id"]]) for r in rows)
    precision = sum(n * n / ours[key[1]] for key, n in both.items()) / len(rows)
    recall = sum(n * n / gold[key[0]] for key, n in both.items()) / len(rows)
    return precision, recall, 2 * precision * recall / (precision + recall)


def labelled(path: Path) -> None:
    rows = [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]
    languages = [lang for lang, n in Counter(r.get("lang") for r in rows).most_common() if n >= 100]
    begin = time.perf_counter()
    stream = Stream()
    said: dict[str, Any] = {r["id"]: stream.add(item(r)) for r in rows}
    print(f"{len(rows)} items in {time.perf_counter() - begin:.1f} s, {len(set(said.values()))} stories")
    print("| | language | precision | recall | B-cubed F1 |")
    print("|---|---|---|---|---|")
    _table("stream, one pass", rows, said, languages)
    for peer in ("average_link", "taranis"):
        _peer(peer, rows, languages)


def _table(name: str, rows: Sequence[Row], said: Mapping[str, Any], languages: Sequence[str]) -> None:
    for scope in ["all", *(languages if len(languages) > 1 else [])]:
        chosen = [r for r in rows if scope in ("all", r.get("lang"))]
        print("| {} | {} | {:.3f} | {:.3f} | {:.3f} |".format(name, scope, *b_cubed(chosen, said)))


def _peer(name: str, rows: Sequence[Row], languages: Sequence[str]) -> None:
    """Print the table of a peer of `stories_peers`, its free threshold chosen by the answer."""
    texts = [r.get("title") or r.get("text") or "" for r in rows]
    ids = [r["id"] for r in rows]
    begin = time.process_time()
    try:
        labels = getattr(stories_peers, name)(texts, lambda found: b_cubed(rows, dict(zip(ids, found, strict=True)))[2])
    except ImportError as error:
        print(f"{error.name} is not installed: no {name}")
        return
    spent = time.process_time() - begin
    _table(f"{name}, best threshold ({spent:.0f} s)", rows, dict(zip(ids, labels, strict=True)), languages)


def made(count: int) -> Iterator[StoryItem]:
    """Yield made titles: stories are born all the time, live some days and are told by five items on average.

    Each story has six words of its own out of a vocabulary of 200,000 and each title takes four of them and four common
    words; two thousand titles make a day.
    """
    draw = np.random.default_rng(11)
    stories: list[np.ndarray] = []
    for n in range(count):
        if not stories or draw.random() < 0.2:
            stories.append(draw.integers(0, 200_000, 6))
            if len(stories) > 3000:
                stories.pop(0)
        own = stories[-1 - min(int(draw.exponential(800)), len(stories) - 1)]
        words = [_word(int(w)) for w in draw.permutation(own)[:4]]
        words += [_word(200_000 + min(int(draw.zipf(1.3)), 5000)) for _ in range(4)]
        day, second = divmod(n * 43, 86_400)
        date = f"{2030 + day // 336}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}"
        clock = f"{second // 3600:02}:{second // 60 % 60:02}:00Z"
        yield StoryItem(id=str(n), title=" ".join(words), language="en", published=f"{date}T{clock}")


def _word(number: int) -> str:
    syllables = [consonant + vowel for consonant in "bdgklmrt" for vowel in "aeiou"]
    found = ""
    while number or not found:
        number, rest = divmod(number, 40)
        found += syllables[rest]
    return found


def scale(count: int) -> None:
    stream = Stream()
    print("| items | processor microseconds an item | living stories | peak MB |")
    print("|---|---|---|---|")
    step = max(1, count // 10)
    spent = 0.0
    for n, title in enumerate(made(count), 1):
        begin = time.process_time()
        stream.add(title)
        spent += time.process_time() - begin
        if n % step == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"| {n} | {spent / step * 1e6:.0f} | {len(stream)} | {peak:.0f} |", flush=True)
            spent = 0.0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", nargs="?", type=Path)
    parser.add_argument("--made", type=int)
    chosen = parser.parse_args()
    if chosen.labelled:
        labelled(chosen.labelled)
    if chosen.made:
        scale(chosen.made)
