"""Strange pages by the thousand: does the chain end, in time, without an exception, with spans inside the text?

    python bench/fuzz.py SECONDS PAGES... [--seed N] [--limit SECONDS] [--keep FOLDER]

PAGES are files or folders of pages to mutate (tests/pages, examples). Each round takes a page, mutates it, reads it
and annotates its articles. A page that shows something no page showed before (a kind of article, a rule that fired, a
size) joins the pool: what is rare is mutated further. `--limit` is processor seconds for one page; the kernel ends the
process that passes it, even inside a C library, and the stack is printed. Found cases are kept in FOLDER.
Exit code 1 when anything was found.
"""

from __future__ import annotations

import argparse
import faulthandler
import mmap
import os
import random
import signal
import struct
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from recoupe import extract, pipeline
from recoupe.extract.html import visible_text
from recoupe.model import Annotated, Article, Page

LONGEST = 120_000
POOL = 3_000
SLOW = 1.5
"""Processor seconds from which a page is kept as slow, which is no failure yet."""
TOKENS = [
    "<div>", "</div>", "<p>", "</p>", "<article>", "</article>", "<table><tr><td>", "</table>", "<!--", "-->",
    "<![CDATA[", "]]>", "<script>", "</script>", "<style>", "<template>", "<svg>", "<math>", "<br>",
    "<time datetime='2026-05-12T10:00'>", "<time>", "<meta charset=utf-16>", "<base href='//x'>", "<h2>",
    "<a href='x'>", "<li>", "<blockquote>", "&#0;", "&amp;", "&#xD800;", "&nbsp", "<p hidden>", "<plaintext>",
    "<textarea>", "<noscript>", "<iframe>", "<font", "<p\x00>", "{", "}",
    '{"@type":"LiveBlogPosting","liveBlogUpdate":[', '{"@graph":[', '"datePublished":', "[[[[", "\\u0000", "\n",
    "\n\n", "\r", "\t", "«", "»", "“", "”", '"', "'", "’", "„", "—", "- ", "• ", " : ", "...", "…", "\u00a0",
    "\u202f", "\u200b", "\u200f", "\u202e", "\u0301", "\x00", "\x85", "\u2028", "\ufeff", "\U0001f600", "\ufffd", "ﬁ",
    "İ", "ß", "Ω", "я", "中文", "ا", "٣", "१", "½", "²", "Ⅻ", "9h05 - ", "12.31 Uhr: ", "19:02(IST)", "16:42\n",
    "24:00", "25h61", "00:00", "99999999999999999999", "1.000.000,5", "1e308", "il y a 2 heures", "2 hours ago",
    "hier", "yesterday", "29 février 2025", "31/02/2026", "0000-00-00", "9999-12-31", "12 mai 1", "XXIe siècle",
    "the 1990s", "between 3 and 5", "entre 2 et 3", "10 %", "$5bn", "-5 °C", "a déclaré", "said", "selon",
    "according to", "he said", "a-t-il ajouté", "dit-il", " (AFP)", "Reuters - ", "Publié le ", "Lire aussi",
    "Read also", "Accepter", "Mr ", "President ",
]  # fmt: skip

Mutation = Callable[[random.Random, str, str], str]


def _cut(dice: random.Random, page: str) -> tuple[int, int]:
    start = dice.randrange(len(page) + 1)
    return start, min(len(page), start + int(dice.expovariate(1 / 60)))


def _insert(dice: random.Random, page: str, other: str) -> str:
    at = dice.randrange(len(page) + 1)
    times = dice.choice((1, 1, 1, 2, 5, 40, 700, 4_000))
    return page[:at] + dice.choice(TOKENS) * times + page[at:]


def _delete(dice: random.Random, page: str, other: str) -> str:
    start, end = _cut(dice, page)
    return page[:start] + page[end:]


def _repeat(dice: random.Random, page: str, other: str) -> str:
    start, end = _cut(dice, page)
    return page[:end] + page[start:end] * dice.choice((1, 2, 10, 300, 2_000)) + page[end:]


def _splice(dice: random.Random, page: str, other: str) -> str:
    start, end = dice.randrange(len(page) + 1), dice.randrange(len(other) + 1)
    return page[:start] + other[end : end + 3_000] + page[dice.randrange(start, len(page) + 1) :]


def _swap(dice: random.Random, page: str, other: str) -> str:
    lines = page.split("\n")
    a, b = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


def _digits(dice: random.Random, page: str, other: str) -> str:
    start, end = _cut(dice, page)
    return (
        page[:start]
        + "".join(dice.choice("0123456789") if c.isdigit() else c for c in page[start : end + 200])
        + page[end + 200 :]
    )


def _character(dice: random.Random, page: str, other: str) -> str:
    at = dice.randrange(len(page) + 1)
    strange = chr(dice.choice((dice.randrange(128), dice.randrange(0x3000), dice.randrange(0xE000, 0x110000))))
    return page[:at] + strange * dice.choice((1, 1, 3, 5_000)) + page[at + 1 :]


def _case(dice: random.Random, page: str, other: str) -> str:
    start, end = _cut(dice, page)
    return page[:start] + dice.choice((str.upper, str.lower, str.title))(page[start : end + 100]) + page[end + 100 :]


def _nest(dice: random.Random, page: str, other: str) -> str:
    at, depth = dice.randrange(len(page) + 1), dice.choice((3, 50, 2_000))
    tag = dice.choice(("div", "span", "b", "ul", "table", "blockquote", "font", "a"))
    return page[:at] + f"<{tag}>" * depth + page[at:] + f"</{tag}>" * dice.choice((0, depth))


def _joined(dice: random.Random, page: str, other: str) -> str:
    return page.replace("\n", dice.choice((" ", "", "\n\n", "\r\n")))


MUTATIONS: tuple[Mutation, ...] = (
    _insert, _insert, _delete, _repeat, _splice, _swap, _digits, _character, _case, _nest, _joined,
)  # fmt: skip


def mutated(dice: random.Random, pool: list[tuple[bool, str]]) -> tuple[bool, str]:
    """Return (is it HTML, page) made from one or two of `pool`."""
    is_html, page = dice.choice(pool)
    for _ in range(dice.choice((1, 1, 2, 3, 6, 12))):
        page = dice.choice(MUTATIONS)(dice, page, dice.choice(pool)[1])[:LONGEST]
    return is_html if dice.random() < 0.97 else not is_html, page


def traits(is_html: bool, page: str) -> Iterator[object]:
    """Read and annotate one page; yield what it shows. Raises AssertionError where a span is not what it says."""
    reading = extract.read(Page(id="x", page="x", **{"html" if is_html else "text": page}))
    visible = visible_text(page) if is_html else page
    assert bool(reading.articles) == (reading.reason is None), "a reason when there is nothing, and only then"
    yield is_html, reading.reason, len(reading.articles).bit_length(), len(reading.sightings).bit_length()
    for sighting in reading.sightings:
        assert visible[sighting.start : sighting.end] == sighting.words, "a sighting's words"
    for article in reading.articles:
        yield article.kind, bool(article.title), bool(article.published), article.language, article.truncated
        yield (
            article.kind,
            len(article.text).bit_length(),
            article.derivative,
            bool(article.also_at),
            bool(article.parts),
        )
        for s in article.segments:
            assert visible[s.page_start : s.page_start + s.end - s.start] == article.text[s.start : s.end], "a segment"
        assert all(0 <= b.start < b.end <= len(article.text) for b in article.blocks), "a block"
        found = pipeline.annotate(article)
        _inside(article, found)
        for kind in ("times", "names", "quantities", "quotes"):
            mentions = getattr(found, kind)
            yield kind, len(mentions).bit_length()
            yield from ((kind, getattr(m, "rule", None), getattr(m, "kind", None)) for m in mentions)


def _inside(article: Article, found: Annotated) -> None:
    for mention in (*found.times, *found.names, *found.quantities):
        assert article.text[mention.start : mention.end] == mention.text, f"the span of {mention!r}"
    for quote in found.quotes:
        assert quote.content, "a quote without words"
        assert all(0 <= a < b <= len(article.text) for a, b in quote.content), f"the span of {quote!r}"
        for part in (*quote.speaker, *quote.cue):
            assert 0 <= part.start <= part.end <= len(article.text), f"the span of {part!r}"


def work(first: int, pool: list[tuple[bool, str]], options: argparse.Namespace, state: mmap.mmap, end: float) -> None:
    """Try pages until `end`, in a process of its own: `state` tells the parent how far it came."""
    faulthandler.register(signal.SIGPROF, all_threads=False, chain=True)
    seen: set[object] = set()
    for is_html, page in pool:
        seen.update(traits(is_html, page))
    originals, number, slowest = len(pool), first, struct.unpack("<QdB", state[:17])[1]
    while time.time() < end:
        dice = random.Random(f"{options.seed}-{number}")
        is_html, page = mutated(dice, pool)
        suffix = "html" if is_html else "txt"
        (options.keep / f"running.{suffix}").write_text(page, encoding="utf-8", errors="surrogatepass", newline="")
        state[:17] = struct.pack("<QdB", number, slowest, is_html)
        begin = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, options.limit)
        try:
            shown = set(traits(is_html, page))
        except Exception:
            signal.setitimer(signal.ITIMER_PROF, 0)
            report(options.keep, "crash", number, suffix, traceback.format_exc())
            state[17:25] = struct.pack("<Q", struct.unpack("<Q", state[17:25])[0] + 1)
            shown = set()
        signal.setitimer(signal.ITIMER_PROF, 0)
        took = time.process_time() - begin
        slowest = max(slowest, took)
        if took > SLOW:
            report(options.keep, "slow", number, suffix, f"{took:.1f} s of processor time, {len(page)} characters")
        if shown - seen:
            seen |= shown
            pool.append((is_html, page))
            if len(pool) > POOL:
                del pool[originals]
        number += 1
    state[:17] = struct.pack("<QdB", number, slowest, 0)


def report(folder: Path, what: str, number: int, suffix: str, words: str) -> None:
    """Keep the page that is being tried and say what it did."""
    running = folder / f"running.{suffix}"
    kept = folder / f"{what}-{number}.{suffix}"
    kept.write_bytes(running.read_bytes())
    print(f"## {what}: {kept}\n{words.rstrip()}\n", flush=True)


def load(places: list[str]) -> list[tuple[bool, str]]:
    """Return (is it HTML, page) for every page in some files and folders, by name."""
    files: list[Path] = []
    for place in map(Path, places):
        files += sorted(place.rglob("*")) if place.is_dir() else [place]
    chosen = [f for f in files if f.suffix in (".html", ".txt") and f.is_file()]
    return [(f.suffix == ".html", f.read_text(encoding="utf-8", errors="replace")[:LONGEST]) for f in chosen]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seconds", type=float)
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--limit", type=float, default=10.0)
    parser.add_argument("--keep", type=Path, default=None)
    options = parser.parse_args()
    options.keep = options.keep or Path(tempfile.mkdtemp(prefix="recoupe-fuzz-"))
    options.keep.mkdir(parents=True, exist_ok=True)
    pool, end, hangs = load(options.pages), time.time() + options.seconds, 0
    if not pool:
        parser.error("no .html or .txt pages there")
    state = mmap.mmap(-1, 32)
    number, slowest = 0, 0.0
    while time.time() < end:
        child = os.fork()
        if not child:
            work(number, pool, options, state, end)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        number, took, is_html = struct.unpack("<QdB", state[:17])
        slowest = max(slowest, took)
        if status:
            hangs += 1
            signalled = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else f"exit {status >> 8}"
            words = "longer than the limit" if signalled == "SIGPROF" else f"ended by {signalled}"
            report(options.keep, "hang", number, "html" if is_html else "txt", words)
            number += 1
            if number == 1 and signalled != "SIGPROF":
                return 1  # the pages themselves cannot be read: nothing to mutate
    crashes = struct.unpack("<Q", state[17:25])[0]
    print(f"{number} pages, {crashes} crashes, {hangs} hangs; slowest within the limit {slowest:.1f} s; {options.keep}")
    return int(bool(crashes or hangs))


if __name__ == "__main__":
    sys.exit(main())
