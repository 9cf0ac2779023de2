"""Strange pages by the thousand: does the chain end, in time, without an exception, with spans inside the text?

    python bench/fuzz.py SECONDS PAGES... [--seed N] [--limit SECONDS] [--keep FOLDER]

PAGES are files or folders of pages to mutate (tests/pages, examples). Each round takes a page, mutates it, reads it
and annotates its articles; some are read as bytes first, as feeds, lists and records are (`sources.contents`). It is
guided by coverage: a page that runs a line of the program no page ran before, shows something new (a kind of article,
a rule that fired, a size) or takes longer for its length joins the pool and is mutated further. The pool is kept in
FOLDER, so that a hang does not lose it. `--limit` is processor seconds for one page; the kernel ends the process that
passes it, even inside a C library, and the stack is printed. Found cases are kept in FOLDER. Exit code 1 when anything
was found.
"""

from __future__ import annotations

import argparse
import faulthandler
import itertools
import mmap
import os
import random
import signal
import struct
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import recoupe
from lines_run import LinesRun
from recoupe import extract, pipeline
from recoupe.extract.html import visible_text
from recoupe.model import Annotated, Article, Page, ReadSettings, RecoupeError
from recoupe.sources import contents
from recoupe.sources.lists import Link

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

FEED_TOKENS = [
    "<rss>", "<channel>", "<item>", "</item>", "<entry>", "<link href='http://a.example/x'/>", "<content type='xhtml'>",
    "<!DOCTYPE a [<!ENTITY a 'bbbb'>]>", "&a;", "<pubDate>", "<updated>", "<urlset>", "<sitemapindex>", "<url><loc>",
    "<opml>", "<outline xmlUrl='http://a.example/f'/>", "<?xml version='1.0' encoding='utf-16'?>", '{"html":"',
    '{"text":"', '"url":"', '"items":[', "http://[", "\\ud800", "\x1f\x8b", "xmlns:n='http://a.example/n'",
]  # fmt: skip
SUFFIXES = (".html", ".txt", ".xml", ".json", ".jsonl", ".opml")
CHARSETS = ("utf-8", "latin-1", "utf-16", "cp1252", "utf-8-sig", "shift_jis", "koi8-r")

Source = tuple[str, str]
"""How a page's file name ends, and the page."""
Mutation = Callable[[random.Random, str, str], str]


def _cut(dice: random.Random, page: str) -> tuple[int, int]:
    start = dice.randrange(len(page) + 1)
    return start, min(len(page), start + int(dice.expovariate(1 / 60)))


def _insert(dice: random.Random, page: str, other: str) -> str:
    at = dice.randrange(len(page) + 1)
    times = dice.choice((1, 1, 1, 2, 5, 40, 700, 4_000))
    return page[:at] + dice.choice(FEED_TOKENS if dice.random() < 0.1 else TOKENS) * times + page[at:]


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


def mutated(dice: random.Random, pool: list[Source]) -> Source:
    """Return a page made from one or two of `pool`, mostly of those that joined last."""
    suffix, page = pool[dice.randrange(len(pool)) if dice.random() < 0.6 else -dice.randrange(1, len(pool) // 4 + 2)]
    for _ in range(dice.choice((1, 1, 2, 3, 6, 12))):
        page = dice.choice(MUTATIONS)(dice, page, dice.choice(pool)[1])[:LONGEST]
    return suffix if dice.random() < 0.97 else dice.choice(SUFFIXES), page


def pages(dice: random.Random, suffix: str, source: str) -> Iterator[Page]:
    """Yield the pages of a mutated file: itself, or what its bytes hold."""
    if suffix in (".html", ".txt") and dice.random() < 0.9:
        yield Page(id="x", page="x", **{"html" if suffix == ".html" else "text": source})
        return
    data = source.encode(dice.choice(CHARSETS) if dice.random() < 0.3 else "utf-8", "replace")
    if dice.random() < 0.02:
        data = dice.randbytes(9) + data
    name = f"x{suffix}" if dice.random() < 0.8 else ""
    found = contents.read("x", data, ReadSettings(), name=name, follow=_nothing, from_web=dice.random() < 0.5)
    for item in itertools.islice(found, 20):
        assert isinstance(item, Page | RecoupeError), "a page or an error of ours"
        if isinstance(item, Page):
            yield item


def _nothing(place: str, links: Iterable[Link]) -> Iterator[Page | RecoupeError]:
    for _ in links:
        pass
    yield from ()


def traits(page: Page) -> Iterator[object]:
    """Read and annotate one page; yield what it shows. Raises AssertionError where a span is not what it says."""
    reading = extract.read(page)
    visible = visible_text(page.html) if page.html is not None else page.text or ""
    assert bool(reading.articles) == (reading.reason is None), "a reason when there is nothing, and only then"
    yield page.html is None, reading.reason, len(reading.articles).bit_length(), len(reading.sightings).bit_length()
    for sighting in reading.sightings:
        assert visible[sighting.start : sighting.end] == sighting.words, "a sighting's words"
    for article in reading.articles:
        yield article.kind, bool(article.title), bool(article.published), article.language, article.truncated
        size = len(article.text).bit_length()
        yield article.kind, size, article.derivative, bool(article.also_at), bool(article.parts)
        for s in article.segments:
            words = article.text[s.start : s.end]
            assert visible[s.page_start : s.page_start + s.end - s.start] == words, "a segment"
            if s.source_start is not None:
                assert (page.html or "")[s.source_start : s.source_start + len(words)] == words, "a source offset"
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


def work(first: int, pool: list[Source], options: argparse.Namespace, state: mmap.mmap, end: float) -> None:
    """Try pages until `end`, in a process of its own: `state` tells the parent how far it came."""
    faulthandler.register(signal.SIGPROF, all_threads=False, chain=True)
    lines = LinesRun(os.path.dirname(recoupe.__file__))
    lines.start()
    seen: set[object] = set()
    number, slowest = first, struct.unpack("<QdB", state[:17])[1]
    for suffix, source in pool:
        for page in pages(random.Random(source[:200]), suffix, source):
            seen.update(traits(page))
    originals, begun = len(pool), len(lines)
    lines.new()
    while time.time() < end:
        dice = random.Random(f"{options.seed}-{number}")
        suffix, source = mutated(dice, pool)
        (options.keep / f"running{suffix}").write_text(source, encoding="utf-8", errors="surrogatepass", newline="")
        state[:17] = struct.pack("<QdB", number, slowest, SUFFIXES.index(suffix))
        begin = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, options.limit)
        shown: set[object] = set()
        try:
            for page in pages(dice, suffix, source):
                shown.update(traits(page))
        except Exception:
            signal.setitimer(signal.ITIMER_PROF, 0)
            report(options.keep, "crash", number, suffix, traceback.format_exc())
            state[17:25] = struct.pack("<Q", struct.unpack("<Q", state[17:25])[0] + 1)
            shown = set()
        signal.setitimer(signal.ITIMER_PROF, 0)
        took = time.process_time() - begin
        slowest = max(slowest, took)
        if took > SLOW:
            report(options.keep, "slow", number, suffix, f"{took:.1f} s of processor time, {len(source)} characters")
        shown.add(("time", len(source).bit_length(), int(took * 20).bit_length()))
        if lines.new() or shown - seen:
            seen |= shown
            pool.append((suffix, source))
            (options.keep / "pool" / f"{number:08d}{suffix}").write_text(
                source, encoding="utf-8", errors="surrogatepass", newline=""
            )
            if len(pool) > POOL:
                del pool[originals]
        number += 1
        state[25:41] = struct.pack("<QQ", begun, len(lines))
    state[:17] = struct.pack("<QdB", number, slowest, 0)


def report(folder: Path, what: str, number: int, suffix: str, words: str) -> None:
    """Keep the page that is being tried and say what it did."""
    running = folder / f"running{suffix}"
    kept = folder / f"{what}-{number}{suffix}"
    kept.write_bytes(running.read_bytes())
    print(f"## {what}: {kept}\n{words.rstrip()}\n", flush=True)


def load(places: list[str]) -> list[Source]:
    """Return every page in some files and folders, by name."""
    files: list[Path] = []
    for place in map(Path, places):
        files += sorted(place.rglob("*")) if place.is_dir() else [place]
    chosen = [f for f in files if f.suffix in SUFFIXES and f.is_file() and f.name != "expected.json"]
    return [(f.suffix, f.read_text(encoding="utf-8", errors="replace")[:LONGEST]) for f in chosen]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seconds", type=float)
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--limit", type=float, default=10.0)
    parser.add_argument("--keep", type=Path, default=None)
    options = parser.parse_args()
    options.keep = options.keep or Path(tempfile.mkdtemp(prefix="recoupe-fuzz-"))
    (options.keep / "pool").mkdir(parents=True, exist_ok=True)
    pool, end, hangs = load(options.pages), time.time() + options.seconds, 0
    if not pool:
        parser.error("no pages there")
    state = mmap.mmap(-1, 48)
    number, slowest = 0, 0.0
    while time.time() < end:
        child = os.fork()
        if not child:
            work(number, pool + load([str(options.keep / "pool")])[-POOL // 2 :], options, state, end)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        number, took, kind = struct.unpack("<QdB", state[:17])
        slowest = max(slowest, took)
        if status:
            hangs += 1
            signalled = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else f"exit {status >> 8}"
            words = "longer than the limit" if signalled == "SIGPROF" else f"ended by {signalled}"
            report(options.keep, "hang", number, SUFFIXES[kind], words)
            number += 1
            if number == 1 and signalled != "SIGPROF":
                return 1  # the pages themselves cannot be read: nothing to mutate
    crashes, begun, lines = struct.unpack("<QQQ", state[17:41])
    print(f"{number} pages, {crashes} crashes, {hangs} hangs; slowest within the limit {slowest:.1f} s; {options.keep}")
    print(
        f"{lines} lines run, {begun} of them by the pages given; {len(load([str(options.keep / 'pool')]))} pages kept"
    )
    return int(bool(crashes or hangs))


if __name__ == "__main__":
    sys.exit(main())
