"""The commands as a user meets them: exit codes, where messages go, what bad input does to the others."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FERRY = ROOT / "examples" / "ferry"


def recoupe(*arguments: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "recoupe.cli.main", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        timeout=120,
        env=os.environ | {"PYTHONHASHSEED": "random"} | environment,
    )


def test_starting_imports_nothing_heavy() -> None:
    heavy = "numpy lxml trafilatura jinja2 rich regex msgspec.json fastwarc"
    code = f"import sys, recoupe.cli.main; print([m for m in {heavy.split()} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_read_writes_one_line_a_page_and_messages_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    done = recoupe("read", "--format", "jsonl", FERRY / "02-quai-du-sud.txt", tmp_path / "empty.txt")
    full, empty = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0
    assert full["articles"][0]["outlet"] == "Quai du Sud"
    assert empty["articles"] == []
    assert empty["reason"]
    assert "empty.txt" in done.stderr.decode()


def test_bad_pages_are_named_and_the_others_read(tmp_path: Path) -> None:
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "nothing").mkdir()
    (tmp_path / "bad.jsonl").write_text('{"text": "Un article entier, avec ses mots."}\n{broken\n')
    done = recoupe(
        "read", tmp_path / "gone.html", tmp_path / "picture.html", tmp_path / "nothing", tmp_path / "bad.jsonl"
    )
    words = done.stderr.decode()
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    for expected in ("gone.html", "PNG", "no pages in this folder", "line 2"):
        assert expected in words
    assert "Traceback" not in words


def test_a_page_of_ten_thousand_links_and_an_unknown_language_are_read(tmp_path: Path) -> None:
    links = "".join(f'<li><a href="/{n}">Headline number {n} of the day</a></li>' for n in range(10_000))
    (tmp_path / "links.html").write_text(f"<html><body><ul>{links}</ul></body></html>")
    (tmp_path / "unknown.txt").write_text("Ek is nie seker nie. " * 30 + "Zxqv wplk drtm. " * 30)
    done = recoupe("read", "--format", "jsonl", tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_annotate_names_the_line_that_is_no_record() -> None:
    good = json.dumps(
        {"id": "a", "text": "« Nous partons vendredi », a dit Ana Duval.", "lang": "fr", "published": "2026-05-13"}
    )
    done = recoupe("annotate", stdin=f'{good}\nnot json\n{{"id": 3}}\n'.encode())
    (line,) = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert "line 2" in done.stderr.decode()
    assert line["id"] == "a"
    assert line["times"][0]["value"] == "2026-05-15"
    assert "rule" not in line["times"][0]
    assert line["quotes"][0]["speaker"][0]["name"] == "Ana Duval"


def test_annotate_explains_each_mention() -> None:
    record = {
        "id": "a",
        "text": "Mayor Ana Duval said 12 people were hurt on Monday.",
        "lang": "en",
        "published": "2026-05-13",
    }
    (line,) = map(json.loads, recoupe("annotate", "--explain", stdin=json.dumps(record).encode()).stdout.splitlines())
    assert line["times"][0]["why"][0] == "read from 2026-05-13: the article was published"
    assert line["quantities"][0]["why"][0] == "'12 people' is exactly 12"
    assert line["names"][0]["rule"]
    (line,) = map(json.loads, recoupe("annotate", stdin=json.dumps(record).encode()).stdout.splitlines())
    assert not {"why", "rule"} & line["times"][0].keys()


def test_annotate_reads_a_title_that_is_part_of_the_text() -> None:
    record = {
        "id": "a",
        "title": "Port will reopen Friday",
        "text": "Port will reopen Friday\n\nIt was shut.",
        "published": "2026-05-13",
    }
    (line,) = map(
        json.loads, recoupe("annotate", stdin=json.dumps({**record, "lang": "en"}).encode()).stdout.splitlines()
    )
    assert [t["value"] for t in line["times"]] == ["2026-05-15"]


def test_stories_writes_a_line_for_a_line() -> None:
    rows = [{"id": n, "title": f"Ferry hits breakwater at Valdemar, {n} dead", "lang": "en"} for n in range(3)]
    done = recoupe("stories", stdin="\n".join(map(json.dumps, rows)).encode())
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert [o["id"] for o in out] == [0, 1, 2]
    assert len({o["story"] for o in out}) == 1


def test_stories_explain_says_why_and_every_run_gives_the_same_ids() -> None:
    rows = [{"id": str(n), "title": f"Ferry hits breakwater at Valdemar, {n} dead", "lang": "en"} for n in range(2)]
    lines = "\n".join(map(json.dumps, rows)).encode()
    done = recoupe("stories", "--explain", stdin=lines)
    began, joined = [json.loads(line) for line in done.stdout.splitlines()]
    assert began["why"]["began"]
    assert not joined["why"]["began"]
    assert joined["title"] == rows[1]["title"]
    assert "valde" in dict(joined["why"]["terms"])
    assert sum(part for _, part in joined["why"]["terms"]) <= joined["why"]["near"] + 0.001
    plain = [json.loads(line) for line in recoupe("stories", stdin=lines).stdout.splitlines()]
    assert plain == [{"id": line["id"], "story": line["story"]} for line in (began, joined)]


def test_reuse_finds_the_passage_two_articles_share() -> None:
    shared = (
        "the harbour master had warned the crew twice that the outer wall was hidden by spray and that no tug could "
        "leave before the wind fell below forty knots that evening"
    )
    rows = [
        {
            "id": "a",
            "lang": "en",
            "outlet": "One",
            "published": "2026-05-12",
            "text": f"Witnesses said {shared}. He left.",
        },
        {
            "id": "b",
            "lang": "en",
            "outlet": "Two",
            "published": "2026-05-13",
            "text": f"It was late. Later {shared}. End.",
        },
    ]
    done = recoupe("reuse", stdin="\n".join(map(json.dumps, rows)).encode())
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    (passage,) = [line["passage"] for line in lines if "passage" in line]
    assert passage["first"] == "a"
    for side in passage["sides"]:
        row = next(r for r in rows if r["id"] == side["article"])
        assert row["text"][side["start"] : side["end"]] == side["exact"]
    assert len([line for line in lines if "origin" in line]) == 1


@pytest.mark.parametrize("form", ["json", "text", "md", "html"])
def test_the_same_pages_give_the_same_bytes(form: str) -> None:
    pages = sorted(FERRY.glob("0[1-4]*"))
    first = recoupe("dossier", "--format", form, "--lang", "en", *pages, PYTHONHASHSEED="1")
    second = recoupe("dossier", "--format", form, "--lang", "en", *reversed(pages), PYTHONHASHSEED="2")
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    assert b"\x1b[" not in first.stdout


def test_a_dossier_of_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    done = recoupe("dossier", "--format", "json", tmp_path / "empty.txt")
    built = json.loads(done.stdout)
    assert done.returncode == 0
    assert built["articles"] == []
    assert built["coverage"]["left_out"][0]["about"].endswith("empty.txt")


def test_interrupting_ends_with_130_and_a_message(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "recoupe.cli.main", "annotate", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a suite run in the background ignores it
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"id": "a", "text": "The lock of Ostrel opened at noon."}\n')
    process.stdin.flush()
    assert process.stdout.readline()  # it is at work, and waits for the next line
    process.send_signal(signal.SIGINT)
    _, words = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"stopped" in words
    assert b"Traceback" not in words


def test_what_is_kept_prints_the_same_and_damage_is_only_said(tmp_path: Path) -> None:
    plain = recoupe("dossier", FERRY, "--format", "json")
    for _ in range(2):
        kept = recoupe("dossier", FERRY, "--format", "json", "--keep", tmp_path / "kept")
        assert (kept.stdout, kept.stderr, kept.returncode) == (plain.stdout, b"", 0)
    (file,) = (tmp_path / "kept").iterdir()
    file.write_bytes(file.read_bytes()[:5000])
    spoilt = recoupe("dossier", FERRY, "--format", "json", RECOUPE_KEEP=str(tmp_path / "kept"))
    assert (spoilt.stdout, spoilt.returncode) == (plain.stdout, 0)
    assert "what was kept is damaged; all is worked out anew" in spoilt.stderr.decode()


def test_a_folder_nothing_can_be_kept_in_costs_no_dossier(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = recoupe("dossier", FERRY / "02-quai-du-sud.txt", "--keep", tmp_path / "file" / "below")
    assert done.returncode == 0
    assert done.stdout
    assert "nothing can be kept here" in done.stderr.decode()
