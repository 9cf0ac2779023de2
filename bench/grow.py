"""One more article into a large story: what it costs with what was kept, beside a run from nothing.

    python bench/grow.py RECORDS.jsonl [RUNS]

RECORDS are the page records of one story, one a line. All but the last make a dossier with --keep in an empty folder;
then the last one is added, RUNS times (5) from the same kept state, for each format, and in a process that has made
the dossier before, as a program that follows a story does; then the same pages are read again with nothing new; then
all from nothing. Printed: processor seconds, wall clock and peak memory of each process,
the size of what is kept, and whether the outputs are the same to the byte.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from recoupe import app
from recoupe.model import Settings

FORMATS = ("json", "text", "html")


class Cost(NamedTuple):
    processor: float
    wall: float
    memory: float  # megabytes


def cost(*command: object) -> Cost:
    """Run a command to its end and return what it cost."""
    begin = time.perf_counter()
    process = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit {process.returncode}: {command}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - begin, used.ru_maxrss / 1024)


def asked_again(pages: Path, kept: Path, before: Path, runs: int) -> list[Cost]:
    """Return what one more page costs a process that runs on, from the same kept state each time."""
    costs = []
    for _ in range(runs + 1):
        shutil.rmtree(kept)
        shutil.copytree(before, kept)
        wall, processor = time.perf_counter(), time.process_time()
        with app.keeping(str(kept)) as (memory, _):
            app.dossier([str(pages)], Settings(), memory=memory)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        costs.append(Cost(time.process_time() - processor, time.perf_counter() - wall, most))
    return costs[1:]  # the first loads tables and compiles patterns


def row(what: str, costs: list[Cost]) -> str:
    least = min(costs)
    middle = [statistics.median(values) for values in zip(*costs, strict=True)]
    return (
        f"| {what} | {middle[0]:.2f} | {least.processor:.2f} | {middle[1]:.2f} | {max(c.memory for c in costs):.0f} |"
    )


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    lines = Path(sys.argv[1]).read_bytes().splitlines(keepends=True)
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        story, kept, before = folder / "story.jsonl", folder / "kept", folder / "before"
        tool = (sys.executable, "-m", "recoupe.cli.main", "dossier", story, "--lang", "en")
        story.write_bytes(b"".join(lines[:-1]))
        table = [
            row(f"{len(lines) - 1} pages, nothing kept yet", [cost(*tool, "--keep", kept, "-o", folder / "0.json")])
        ]
        shutil.copytree(kept, before)
        story.write_bytes(b"".join(lines))
        for form in FORMATS:
            costs = []
            for _ in range(runs):
                shutil.rmtree(kept)
                shutil.copytree(before, kept)
                costs.append(cost(*tool, "--keep", kept, "--format", form, "-o", folder / f"kept.{form}"))
            table.append(row(f"one more page, {form}", costs))
        table.append(row("one more page, in a running process", asked_again(story, kept, before, runs)))
        again = [cost(*tool, "--keep", kept, "-o", folder / "again.json") for _ in range(runs)]
        table.append(row("the same pages again, json", again))
        alone = folder / "one.jsonl"
        alone.write_bytes(lines[-1])
        one = [cost(*tool[:4], alone, "-o", folder / "one.json") for _ in range(runs)]
        table.append(row("that page alone, nothing kept", one))
        for form in FORMATS:
            table.append(
                row(
                    f"all {len(lines)} from nothing, {form}",
                    [cost(*tool, "--format", form, "-o", folder / f"new.{form}")],
                )
            )
        print("| what | processor s, median | least | wall s | peak MB |\n|---|---|---|---|---|")
        print("\n".join(table))
        print(f"\nkept: {sum(f.stat().st_size for f in kept.iterdir()) / 1e6:.0f} MB")
        for form in FORMATS:
            same = (folder / f"kept.{form}").read_bytes() == (folder / f"new.{form}").read_bytes()
            print(f"{form}: {'the same to the byte' if same else 'NOT the same'}")


if __name__ == "__main__":
    main()
