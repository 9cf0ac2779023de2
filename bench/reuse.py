"""Shared passages: exactness, speed, memory.

    python bench/reuse.py ARTICLES.jsonl          exact against all pairs, on lines with "text"
    python bench/reuse.py --made 100000           made articles: throughput and memory, beside datasketch when installed

The reference is written apart from the code it measures: every n-gram of words as a tuple in one dictionary.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from recoupe.reuse import edited, runs, words
from recoupe.reuse.corpus import Corpus, corpus_of


def reference(texts: Sequence[str], length: int) -> set[tuple[int, int]]:
    """Pairs of texts that share a run of `length` words: all n-grams, no hashing of ours, no sampling."""
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        found = words.words(text)
        for i in range(len(found) - length + 1):
            holders[tuple(found[i : i + length])].add(number)
    return {pair for held in holders.values() if len(held) > 1 for pair in combinations(sorted(held), 2)}


def exact(path: Path, lengths: Sequence[int] = (12, 25)) -> None:
    texts = [json.loads(line)["text"] for line in path.open(encoding="utf-8") if line.strip()]
    print(f"{len(texts)} articles, {sum(map(len, texts)) / 1e6:.1f} million characters")
    begin = time.perf_counter()
    corpus = corpus_of(map(words.read, texts))
    found = runs.find(corpus)
    took = time.perf_counter() - begin
    wrong = sum(not _maximal(corpus, *row) for row in _rows(found))
    print(f"{len(found)} maximal runs of 12 words and more in {took:.2f} s; not equal or not maximal: {wrong}")
    for length in lengths:
        begin = time.perf_counter()
        truth = reference(texts, length)
        slow = time.perf_counter() - begin
        ours = {(row[0], row[1]) for row in _rows(found) if row[4] >= length}
        difference = f"missed {len(truth - ours)}, invented {len(ours - truth)}"
        print(f"{length} words: {len(truth)} pairs; {difference}; reference {slow:.1f} s")
    begin = time.perf_counter()
    joined = sum(1 for _ in edited.join(edited.Found(runs.pairs(found), corpus.text)))
    print(f"{joined} passages after joining, {time.perf_counter() - begin:.2f} s; peak memory {_peak():.0f} MB")


def _rows(found: runs.Runs) -> Iterator[tuple[int, int, int, int, int]]:
    columns = (found.left, found.right, found.left_start, found.right_start, found.words)
    return zip(*(column.tolist() for column in columns), strict=True)


def _maximal(corpus: Corpus, left: int, right: int, x: int, y: int, n: int) -> bool:
    a, b = corpus.text(left), corpus.text(right)
    longer_before = x > 0 and y > 0 and a[x - 1] == b[y - 1]
    longer_after = x + n < len(a) and y + n < len(b) and a[x + n] == b[y + n]
    return a[x : x + n] == b[y : y + n] and not longer_before and not longer_after


def _word(number: int) -> str:
    """A word of its own for each number: syllables as digits to the base 40."""
    syllables = [consonant + vowel for consonant in "bdgklmrt" for vowel in "aeiou"]
    return syllables[number // 1600] + syllables[number // 40 % 40] + syllables[number % 40]


def made(count: int, length: int = 400, copies: float = 0.1) -> Iterator[tuple[str, int | None]]:
    """Yield made articles and, for one in ten, which earlier one they take about half of their words from.

    Words follow Zipf's law over 50,000 made words; a copy changes every fortieth word or so.
    """
    draw = np.random.default_rng(7)
    vocabulary = np.array([_word(n) for n in range(50_000)])
    weights = 1 / (np.arange(50_000) + 3.0)
    weights /= weights.sum()
    kept: list[np.ndarray] = []
    for number in range(count):
        body = draw.choice(50_000, size=length, p=weights)
        source = None
        if kept and draw.random() < copies:
            at = int(draw.integers(len(kept)))
            source = at * 10
            body[: length // 2] = kept[at][: length // 2]
            body[draw.random(length) < 1 / 40] = draw.integers(50_000)
        if number % 10 == 0:
            kept.append(body)
        yield " ".join(vocabulary[body]), source


def scale(count: int) -> None:
    print("| articles | words | tokens s | runs s | join s | articles/s | passages | copies found | peak MB |")
    print("|---|---|---|---|---|---|---|---|---|")
    for size in sorted({count // 100, count // 10, count}):
        planted: dict[int, int] = {}

        def texts(size: int = size, planted: dict[int, int] = planted) -> Iterator[str]:
            for number, (text, source) in enumerate(made(size)):
                if source is not None:
                    planted[number] = source
                yield text

        making = time.perf_counter()
        for _ in texts():
            pass
        making = time.perf_counter() - making
        begin = time.perf_counter()
        corpus = corpus_of(map(words.read, texts()))
        tokens = time.perf_counter() - begin - making
        begin = time.perf_counter()
        found = runs.find(corpus)
        searched = time.perf_counter() - begin
        begin = time.perf_counter()
        passages = list(edited.join(edited.Found(runs.pairs(found), corpus.text)))
        joined = time.perf_counter() - begin
        pairs = {(m.left, m.right) for m in passages}
        hit = sum((s, n) in pairs for n, s in planted.items())
        rate = size / (tokens + searched + joined)
        print(
            f"| {size} | {len(corpus.ids)} | {tokens:.1f} | {searched:.1f} | {joined:.1f} | {rate:.0f} "
            f"| {len(passages)} | {hit}/{len(planted)} | {_peak():.0f} |",
            flush=True,
        )
    _datasketch(min(count, 3000))


def _datasketch(count: int) -> None:
    """The same made articles with MinHash and LSH, for pairs alone: it names no passage."""
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        print("datasketch is not installed")
        return
    items = list(made(count))
    begin = time.perf_counter()
    index = MinHashLSH(threshold=0.3, num_perm=128)
    hit = planted = 0
    for number, (text, source) in enumerate(items):
        found = words.words(text)
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(found[i : i + 5]).encode() for i in range(len(found) - 4)])
        near = index.query(sketch)
        index.insert(str(number), sketch)
        planted += source is not None
        hit += source is not None and str(source) in near
    took = time.perf_counter() - begin
    begin = time.perf_counter()
    corpus = corpus_of(words.read(text) for text, _ in items)
    ours = {(m.left, m.right) for m in edited.join(edited.Found(runs.pairs(runs.find(corpus)), corpus.text))}
    own = time.perf_counter() - begin
    mine = sum((source, n) in ours for n, (_, source) in enumerate(items) if source is not None)
    print(f"{count} articles: datasketch {count / took:.0f}/s, copies {hit}/{planted}")
    print(f"{count} articles: recoupe {count / own:.0f}/s, copies {mine}/{planted}, with their passages")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path)
    parser.add_argument("--made", type=int)
    chosen = parser.parse_args()
    if chosen.articles:
        exact(chosen.articles)
    if chosen.made:
        scale(chosen.made)
