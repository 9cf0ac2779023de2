"""Memory of reading very many pages in one process, and the time a page as they go by.

    python bench/memory.py PAGES... [--count 100000] [--every 10000] [--largest 60000]

PAGES are HTML files or folders of them (.html, .html.gz), of as many designs as there are. They are read again and
again by way of `app.read`, through a pipe of page records, with other words, hosts, addresses and days each time, so
that nothing is known from an earlier round: no page and no host comes twice. Prints memory (resident, now and at most)
and the processor time a page since the last line, the making of the pages included.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import pathlib
import re
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator

SCRIPT = re.compile(r"(<script\b.*?</script>|<style\b.*?</style>|<[^<>]*>)", re.S | re.I)
WORD = re.compile(r"[^\W\d_]{6,}")
HOST = re.compile(r"(https?://)([a-z0-9.-]+)", re.I)
YEAR = re.compile(r"\b20[012]\d(?=-[01]\d-)")
SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "ri",
    "so",
    "tu",
    "va",
    "we",
    "xi",
    "yo",
    "zu",
]


def load(places: list[pathlib.Path], largest: int) -> list[str]:
    """Return the pages of at most `largest` characters, by name."""
    from recoupe.extract.html.charset import decode

    files = sorted(f for p in places for f in (p.rglob("*.html*") if p.is_dir() else [p]))
    raw = (gzip.decompress(f.read_bytes()) if f.suffix == ".gz" else f.read_bytes() for f in files)
    pages = [decode(data, None)[0] for data in raw if len(data) <= largest]
    kept = [page for page in pages if "<" in page]
    for places_json in sorted(f for p in places if p.is_dir() for f in p.rglob("input.json")):
        record = json.loads(places_json.read_text(encoding="utf-8"))
        kept += [record["html"]] if record.get("html") else []
    return kept


def changed(page: str, number: int) -> str:
    """Return the page in other words: long words of its text end otherwise, hosts and years are others."""

    def word(match: re.Match[str]) -> str:
        told = match[0]
        seed = hash_of(told, number)
        return told[:-2] + SYLLABLES[seed % 20] + SYLLABLES[seed // 20 % 20] if seed % 3 == 0 else told

    pieces = SCRIPT.split(page)
    pieces[::2] = [WORD.sub(word, piece) for piece in pieces[::2]]
    page = HOST.sub(lambda m: f"{m[1]}h{number}.{m[2]}", "".join(pieces))
    return YEAR.sub(lambda m: str(2000 + (int(m[0]) + number) % 26), page)


def hash_of(word: str, number: int) -> int:
    value = number
    for character in word[:12]:
        value = (value * 33 + ord(character)) & 0xFFFFFF
    return value


def records(pages: list[str], count: int) -> Iterator[bytes]:
    for number in range(count):
        page = changed(pages[number % len(pages)], number)
        url = f"https://www.h{number}.example/{number}/{hash_of('page', number)}.html"
        fetched = f"{2000 + number % 26}-{number % 12 + 1:02d}-11T10:00:00+00:00"
        yield json.dumps({"url": url, "fetched": fetched, "html": page}).encode() + b"\n"


def feed(pipe: str, pages: list[str], count: int) -> None:
    with open(pipe, "wb") as file:
        for line in records(pages, count):
            file.write(line)


def resident() -> float:
    """Return the memory of this process now, in MB."""
    fields = pathlib.Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * resource.getpagesize() / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=pathlib.Path, nargs="+")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--every", type=int, default=10_000)
    parser.add_argument("--largest", type=int, default=60_000, help="bytes of a page; larger ones take their time")
    options = parser.parse_args()
    from recoupe import app
    from recoupe.model import RecoupeError, Settings

    pages = load(options.pages, options.largest)
    sizes = sorted(map(len, pages))
    print(f"{len(pages)} designs, {sizes[len(sizes) // 2]} characters at the median, {sizes[-1]} at most\n")
    print(
        "| pages | articles | failed | MB now | MB at most | ms a page, making it included |\n|---|---|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as folder:
        pipe = f"{folder}/pages.jsonl"
        os.mkfifo(pipe)
        threading.Thread(target=feed, args=(pipe, pages, options.count), daemon=True).start()
        articles = failed = 0
        last = time.process_time()
        for seen, item in enumerate(app.read([pipe], Settings()), 1):
            if isinstance(item, RecoupeError):
                failed += 1
            else:
                articles += len(item.articles)
            if seen % options.every == 0 or seen == options.count:
                now = time.process_time()
                most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
                spent = (now - last) * 1000 / options.every
                print(f"| {seen} | {articles} | {failed} | {resident():.0f} | {most:.0f} | {spent:.1f} |")
                sys.stdout.flush()
                last = now


if __name__ == "__main__":
    main()
