"""What a dossier tells of one event, against what a careful reader lists: disputes, agreed facts, timeline.

    python bench/events.py EVENT...                            (bench/events/* are invented ones)
    python bench/events.py GOLD.json DOSSIER.json PAGES

EVENT is a folder of page records ("01_outlet.json") with their gold.json: its dossier is made by the `recoupe` beside
this Python, and a table is printed, a line an event and their sum. The second form measures one dossier, as JSON.

GOLD holds `disputes`: [{"attribute", "findable", "values": [{"value", "pages": ["01", ...], "surface": [words]}]}];
DOSSIER is what `recoupe dossier --format json` gives; PAGES is the folder of page records, named by number
("01_x.json"). A dispute is found when one finding marked disputed, evolving or rounded sets two of its values against
each other. A finding marked disputed that meets no listed dispute is printed as unmatched: read it.

Where GOLD holds `agreed` ([{"fact", "pages", "surface"}]), a fact is found when one value of a finding that is not
`alone` rests on the surface words of two of its pages. Where it holds `timeline` ([{"when", "what", "pages"}]), an
entry is found when a line that one of its pages tells stands within ten minutes of its instant, or on its day; lines
that meet no entry are printed: read them.
"""

from __future__ import annotations

import collections
import datetime as dt
import json
import pathlib
import re
import subprocess
import sys
import unicodedata
from typing import Any

DIFFERING = ("disputed", "evolving", "rounded")


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).replace("’", "'")).strip().lower()


def number(page: str) -> str:
    found = re.match(r"\d+", pathlib.Path(page).name)
    return found.group() if found else page


def met(value: dict[str, Any], wanted: list[dict[str, Any]], pages: set[str]) -> set[int]:
    """Return which of a dispute's values the support of one printed value tells."""
    out = set()
    for support in value["support"]:
        page, exact = number(support["page"]), fold(support["exact"])
        if page not in pages:
            continue
        for index, gold in enumerate(wanted):
            for where, surface in zip(gold["pages"], gold["surface"], strict=True):
                words = fold(surface)
                if where == page and (words in exact or (exact in words and len(exact) >= 2) or _same(words, exact)):
                    out.add(index)
    return out


def _same(words: str, exact: str) -> bool:
    """Tell whether two ways to cut out one value overlap: "212 French passengers", "some 212 French"."""
    figures = re.findall(r"\d+", words)
    return bool(figures) and figures == re.findall(r"\d+", exact) and len(set(words.split()) & set(exact.split())) > 0


def measure(gold: dict[str, Any], dossier: dict[str, Any], pages: set[str]) -> dict[str, Any]:
    """Return what was found by class, what was missed, and the unmatched disputes.

    What the gold lists as `minor_disputes` differs too: it is not asked for, and no error where it is printed.
    """
    total: collections.Counter[str] = collections.Counter()
    found: collections.Counter[str] = collections.Counter()
    matched: set[int] = set()
    missed = []
    for dispute in (*gold["disputes"], *gold.get("minor_disputes", ())):
        asked = dispute in gold["disputes"]
        kind = dispute.get("findable", "?")
        total[kind] += asked
        hit = False
        for index, finding in enumerate(dossier["findings"]):
            if finding["status"] not in DIFFERING:
                continue
            told = [met(v, dispute["values"], pages) for v in finding["values"]]
            if any(a and b and a != b for n, a in enumerate(told) for b in told[n + 1 :]):
                hit = True
                matched.add(index)
        found[kind] += hit and asked
        if asked and not hit:
            missed.append(dispute["attribute"])
    printed = [n for n, f in enumerate(dossier["findings"]) if f["status"] == "disputed"]
    return {
        "found": sum(found.values()),
        "of": sum(total.values()),
        "by_class": {k: [found[k], total[k]] for k in sorted(total)},
        "disputed": len(printed),
        "unmatched": [dossier["findings"][n]["attribute"] for n in printed if n not in matched],
        "missed": missed,
    }


def agreed(gold: dict[str, Any], dossier: dict[str, Any]) -> dict[str, Any]:
    """Return how many of the listed facts one printed value of two pages tells, and which are missed."""
    told = [
        [(number(s["page"]), fold(s["exact"])) for s in value["support"]]
        for finding in dossier["findings"]
        if finding["status"] != "alone"
        for value in finding["values"]
    ]
    missed = []
    for fact in gold.get("agreed", ()):
        words = [(page, fold(s)) for page, s in zip(fact["pages"], fact["surface"], strict=True)]
        met = ({p for p, s in words for q, exact in value if p == q and (s in exact or exact in s)} for value in told)
        if not any(len(pages) > 1 for pages in met):
            missed.append(fact["fact"])
    total = len(gold.get("agreed", ()))
    return {"found": total - len(missed), "of": total, "missed": missed}


def timeline(gold: dict[str, Any], dossier: dict[str, Any]) -> dict[str, Any]:
    """Return how many of the listed entries a line tells, which are missed, and the lines that meet none."""
    lines = [(e["begin"], {number(s["page"]) for s in e["support"]}, e["what"]) for e in dossier["timeline"]]
    used: set[int] = set()
    missed = []
    for entry in gold.get("timeline", ()):
        near = [
            n
            for n, (begin, pages, _) in enumerate(lines)
            if pages & set(entry["pages"]) and _near(begin, entry["when"])
        ]
        used.update(near)
        if not near:
            missed.append(f"{entry['when']} {entry['what']}")
    total = len(gold.get("timeline", ()))
    unmatched = [f"{begin} {what}" for n, (begin, _, what) in enumerate(lines) if n not in used]
    return {"found": total - len(missed), "of": total, "missed": missed, "lines": len(lines), "unmatched": unmatched}


def _near(a: str, b: str) -> bool:
    if len(a) <= 10 or len(b) <= 10:
        return a[:10] == b[:10] and len(b) <= 10
    first, second = (dt.datetime.fromisoformat(x.replace("Z", "+00:00")) for x in (a, b))
    return abs(first - second) <= dt.timedelta(minutes=10)


CLASSES = ("compare", "compare+zone", "compare+scope", "understanding")
"""Classes of disputes: comparable values, clocks of two zones, what is counted, what needs understanding."""

COLUMNS = (
    "event", "values", "zones", "what is counted", "understanding", "unlisted of printed", "agreed", "timeline",
    "lines met by none",
)  # fmt: skip


def of_folder(folder: pathlib.Path) -> collections.Counter[str]:
    """Return what is found of an event, and of how much, by class."""
    pages = sorted(folder.glob("[0-9]*.json"))
    command = [pathlib.Path(sys.executable).with_name("recoupe"), "dossier", *pages, "--format", "json"]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    gold, dossier = json.loads((folder / "gold.json").read_text("utf-8")), json.loads(done.stdout)
    result = measure(gold, dossier, {number(p.name) for p in pages})
    facts, entries = agreed(gold, dossier), timeline(gold, dossier)
    told: collections.Counter[str] = collections.Counter()
    for kind, (found, of) in result["by_class"].items():
        told[kind] += found
        told[f"of {kind}"] += of
    told["unlisted"], told["printed"] = len(result["unmatched"]), result["disputed"]
    told["agreed"], told["of agreed"] = facts["found"], facts["of"]
    told["timeline"], told["of timeline"] = entries["found"], entries["of"]
    told["lines by none"], told["lines"] = len(entries["unmatched"]), entries["lines"]
    return told


def row(name: str, told: collections.Counter[str]) -> str:
    cells = [f"{told[kind]} of {told[f'of {kind}']}" for kind in CLASSES]
    cells.append(f"{told['unlisted']} of {told['printed']}")
    cells += [f"{told[kind]} of {told[f'of {kind}']}" for kind in ("agreed", "timeline")]
    return f"| {name} | {' | '.join(cells)} | {told['lines by none']} of {told['lines']} |"


def main(arguments: list[str]) -> None:
    folders = [pathlib.Path(a) for a in arguments]
    if folders and all((f / "gold.json").is_file() for f in folders):
        print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
        whole: collections.Counter[str] = collections.Counter()
        for folder in folders:
            whole += (told := of_folder(folder))
            print(row(folder.name, told), flush=True)
        print(row("all", whole))
        return
    if len(arguments) != 3:
        sys.exit(__doc__)
    gold, dossier, folder = folders
    pages = {number(p.name) for p in folder.glob("[0-9]*.json")}
    wanted, printed = json.loads(gold.read_text("utf-8")), json.loads(dossier.read_text("utf-8"))
    result = measure(wanted, printed, pages)
    result |= {"agreed": agreed(wanted, printed), "timeline": timeline(wanted, printed)}
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
