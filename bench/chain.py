"""Speed of the whole chain: start-up, each stage, and a dossier, in processor seconds.

    python bench/chain.py PAGES [RUNS]

PAGES is a folder of pages. Each run is a fresh process; the median is printed. Beside it, in the same run, what Python
needs to start, and (for HTML pages) what trafilatura alone needs to extract the same pages: ratios hold on other
machines.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time

STAGES = """
import json, sys, time
from recoupe import app, pipeline
from recoupe.model import Settings, RecoupeError
clock = time.process_time
out = {}
begin = clock()
readings = [r for r in app.read([sys.argv[1]], Settings()) if not isinstance(r, RecoupeError)]
out["read, first time (with imports)"] = clock() - begin
begin = clock()
readings = [r for r in app.read([sys.argv[1]], Settings()) if not isinstance(r, RecoupeError)]
out["read"] = clock() - begin
articles = [a for r in readings for a in r.articles]
begin = clock()
pipeline.build(readings)
out["build, first time (with imports and tables)"] = clock() - begin
begin = clock()
for article in articles:
    pipeline.annotate(article)
out["annotate"] = clock() - begin
begin = clock()
pipeline.build(readings)
out["annotate and compare"] = clock() - begin
out["characters"] = sum(len(a.text) for a in articles)
print(json.dumps(out))
"""
PEER = """
import glob, sys, time
import trafilatura
pages = [open(p, encoding="utf-8", errors="replace").read() for p in glob.glob(sys.argv[1] + "/*.htm*")]
begin = time.process_time()
for page in pages:
    trafilatura.extract(page)
print(time.process_time() - begin if pages else "nan")
"""


def processor_seconds(*command: str) -> float:
    """Return user and system seconds of a command, as the operating system counts them."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    pages, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    tool = [sys.executable, "-m", "recoupe.cli.main"]
    rows: dict[str, list[float]] = {}
    for _ in range(runs):
        rows.setdefault("python -c pass", []).append(processor_seconds(sys.executable, "-c", "pass"))
        rows.setdefault("recoupe --version", []).append(processor_seconds(*tool, "--version"))
        begin = time.perf_counter()
        rows.setdefault("recoupe dossier, whole process", []).append(processor_seconds(*tool, "dossier", pages))
        rows.setdefault("... wall clock", []).append(time.perf_counter() - begin)
        stages = subprocess.run([sys.executable, "-c", STAGES, pages], check=True, capture_output=True, text=True)
        for name, seconds in json.loads(stages.stdout).items():
            rows.setdefault(name, []).append(seconds)
        peer = subprocess.run([sys.executable, "-c", PEER, pages], check=True, capture_output=True, text=True)
        rows.setdefault("trafilatura alone, the HTML pages among them", []).append(float(peer.stdout))
    print("| what | seconds (median) | least | most |\n|---|---|---|---|")
    for name, values in rows.items():
        if name == "characters":
            print(f"| {name} of articles | {values[0]:,.0f} | | |")
        else:
            print(f"| {name} | {statistics.median(values):.3f} | {min(values):.3f} | {max(values):.3f} |")


if __name__ == "__main__":
    main()
