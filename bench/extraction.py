"""HTML pages against human labels: bodies, headlines, dates, instants, live updates; speed beside other extractors.

    python bench/extraction.py DATA [--every N]

DATA holds truth.jsonl, one page a line with "id" and "set", and pages/<id>.html.gz. By set: bodies
("paragraphs", "body" or "sections") score by the F1 of their word 4-grams, mean over pages; "with" and
"without" are words a text must keep or drop; "title" must have the same words, "published" the same day, and
the same minute where it tells a zone; "updates" of a live blog are found when their word pairs overlap by .6
(Dice). Live pages are read with and without structured data. Every extractor that is installed reads the same
pages in the same process; times are processor milliseconds a page. The peers, best in an environment of their own:

    pip install -e . news-please newspaper4k readability-lxml goose3 resiliparse lxml_html_clean 'python-dateutil<3'

An extractor that never tells a title or a time has no figure for it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import logging
import pathlib
import re
import statistics
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Any

Row = dict[str, Any]
Found = dict[str, Any]  # title, published, text, updates
STRUCTURED = re.compile(r"<script[^>]*ld\+json.*?</script>", re.I | re.S)


def words(text: str | None) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").lower())


def grams(text: str | None, size: int) -> Counter[tuple[str, ...]]:
    found = words(text)
    return Counter(tuple(found[i : i + size]) for i in range(max(1, len(found) - size + 1))) if found else Counter()


def dice(a: Counter[tuple[str, ...]], b: Counter[tuple[str, ...]]) -> float:
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()) or 1)


def body(row: Row) -> str:
    if "body" in row:
        return str(row["body"])
    if "paragraphs" in row:
        return "\n".join(p if isinstance(p, str) else p.get("text", "") for p in row["paragraphs"])
    parts = list(row.get("summary") or [])
    for section in row.get("sections", []):
        parts += [*(section.get("headline") or []), *(section.get("paragraphs") or [])]
    return "\n".join(parts)


def instant(value: Any) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(str(value))
    except ValueError:
        return None


def updates(row: Row, found: Found) -> float:
    gold = [grams(f"{u.get('headline') or ''}\n{u.get('body') or ''}", 2) for u in row["updates"] if u.get("visible")]
    mine = [grams(f"{title or ''}\n{text}", 2) for title, text in found.get("updates", [])]
    pairs = sorted(((-dice(g, m), i, j) for i, g in enumerate(gold) for j, m in enumerate(mine)), key=lambda p: p)
    left, right = set(), set()
    for score, i, j in pairs:
        if -score >= 0.6 and i not in left and j not in right:
            left.add(i)
            right.add(j)
    return 2 * len(left) / (len(gold) + len(mine) or 1)


def score(rows: Iterable[Row], found: dict[str, Found], bare: dict[str, Found]) -> dict[str, float]:
    """Return each measure by name."""
    values: dict[str, list[float]] = defaultdict(list)
    kept: Counter[str] = Counter()
    for row in rows:
        mine = found.get(row["id"], {})
        if row["set"] == "live":
            values["live"].append(updates(row, mine))
            values["live, no JSON-LD"].append(updates(row, bare.get(row["id"], {})))
        elif "with" in row:
            text = " ".join(words(f"{mine.get('title') or ''}\n{mine.get('text') or ''}"))
            for name, pieces, want in (("with", row["with"], True), ("without", row["without"], False)):
                inside = sum(" ".join(words(piece)) in text for piece in pieces or [])
                kept["hit" if want else "wrong"] += inside
                kept["missed"] += (len(pieces or []) - inside) if name == "with" else 0
        else:
            values[row["set"]].append(dice(grams(body(row), 4), grams(mine.get("text"), 4)))
        if row.get("title") and row["set"] == "world":
            values["title"].append(words(row["title"]) == words(mine.get("title")))
        if row.get("published") and row["set"] == "world":
            a, b = instant(row["published"]), instant(mine.get("published"))
            values["date"].append(bool(a and b and a.date() == b.date()))
            same = a and b and a.tzinfo and b.tzinfo and abs((a - b).total_seconds()) < 60
            values["instant"].append(bool(same))
    out = {name: statistics.fmean(v) for name, v in values.items()}
    if kept:
        out["segments"] = 2 * kept["hit"] / (2 * kept["hit"] + kept["missed"] + kept["wrong"] or 1)
    return out


def recoupe(page: str) -> Found:
    from recoupe.extract.html import read
    from recoupe.model import Page

    articles = read(Page(id="page", page="page", html=page)).articles
    own = next((a for a in articles if a.kind in ("article", "live")), None)
    parts = [(a.title, a.text) for a in articles if a.kind == "update"]
    if own is None:
        return {"updates": parts}
    return {"title": own.title, "published": own.published, "text": own.text, "updates": parts}


def trafilatura_text(page: str) -> Found:
    import trafilatura

    return {"text": trafilatura.extract(page)}


def trafilatura_whole(page: str) -> Found:
    import trafilatura

    found = trafilatura.bare_extraction(page, with_metadata=True)
    return {"title": found.title, "published": found.date, "text": found.text} if found else {}  # type: ignore[union-attr]


def readability(page: str) -> Found:
    from lxml.html import fromstring
    from readability import Document

    document = Document(page)
    return {"title": document.short_title(), "text": fromstring(document.summary()).text_content()}


def newspaper(page: str) -> Found:
    from newspaper import Article

    article = Article("https://page.example/", fetch_images=False)
    article.download(input_html=page)
    article.parse()
    date = article.publish_date
    return {"title": article.title, "published": date.isoformat() if date else None, "text": article.text}


def news_please(page: str) -> Found:
    from newsplease import NewsPlease

    article = NewsPlease.from_html(page, fetch_images=False)
    date = article.date_publish
    return {"title": article.title, "published": date.isoformat() if date else None, "text": article.maintext}


def goose(page: str) -> Found:
    from goose3 import Goose

    with Goose({"enable_image_fetching": False}) as reader:
        article = reader.extract(raw_html=page)
    return {"title": article.title, "published": article.publish_date, "text": article.cleaned_text}


def resiliparse(page: str) -> Found:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(page)
    return {"title": tree.title, "text": extract_plain_text(tree, main_content=True, alt_texts=False)}


READERS: dict[str, Callable[[str], Found]] = {
    "recoupe": recoupe,
    "trafilatura, text only": trafilatura_text,
    "trafilatura, with metadata": trafilatura_whole,
    "readability-lxml": readability,
    "newspaper4k": newspaper,
    "news-please": news_please,
    "goose3": goose,
    "resiliparse": resiliparse,
}
COLUMNS = ("news-en", "general-en", "world", "segments", "title", "date", "instant", "live", "live, no JSON-LD")
FIELDS = {
    "title": "title",
    "date": "published",
    "instant": "published",
    "live": "updates",
    "live, no JSON-LD": "updates",
}


def run(name: str, rows: list[Row], pages: dict[str, str]) -> str | None:
    reader = READERS[name]
    try:
        for row in rows[:3]:  # imports and tables are loaded before the clock starts
            reader(pages[row["id"]])
    except ImportError:
        return None
    except Exception:  # a peer that fails on one page is still measured
        pass
    found: dict[str, Found] = {}
    failed = 0
    started = time.process_time()
    for row in rows:
        try:
            found[row["id"]] = reader(pages[row["id"]])
        except Exception:
            failed += 1
    spent = (time.process_time() - started) / len(rows) * 1000
    live = [row["id"] for row in rows if row["set"] == "live"]
    bare = {i: reader(STRUCTURED.sub("", pages[i])) for i in live}
    measures = score(rows, found, bare)
    told = {field for one in found.values() for field, value in one.items() if value}
    missing = {c for c, field in FIELDS.items() if field not in told}
    cells = [f"{measures[c]:.3f}" if c in measures and c not in missing else "-" for c in COLUMNS]
    return f"| {name} | {' | '.join(cells)} | {spent:.1f} | {failed} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--every", type=int, default=1, help="read every N-th page only")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    from recoupe.extract.html.charset import decode

    rows = [json.loads(line) for line in (options.data / "truth.jsonl").open(encoding="utf-8") if line.strip()]
    rows = rows[:: options.every]
    folder = options.data / "pages"
    pages = {r["id"]: decode(gzip.decompress((folder / f"{r['id']}.html.gz").read_bytes()), None)[0] for r in rows}
    print(f"{len(rows)} pages\n")
    print(f"| extractor | {' | '.join(COLUMNS)} | ms a page | failed |")
    print("|---|" + "---|" * (len(COLUMNS) + 2))
    for name in READERS:
        line = run(name, rows, pages)
        if line:
            print(line, flush=True)


if __name__ == "__main__":
    main()
