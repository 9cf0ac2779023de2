"""Bad input as a user meets it: a message that names the page and the remedy, the right exit code, the others read."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

TOOL = [sys.executable, "-m", "recoupe.cli.main"]
GOOD = "The mayor of Valdemar opened the new bridge on Monday, and nine hundred people came to see it.\n"


def recoupe(*arguments: object, cwd: Path, timeout: float = 60) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*TOOL, *map(str, arguments)], cwd=cwd, capture_output=True, timeout=timeout)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    return tmp_path


def zeros(megabytes: int) -> bytes:
    return gzip.compress(b"\0" * 1_000_000 * megabytes)


BAD = {
    "empty.json": (b"", "an empty file"),
    "empty.jsonl": (b"", "an empty file"),
    "big.html": (b"<p>" + b"a" * 50_000_000, "--max-bytes"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
    "nested.json": (b"[" * 100_000, "not whole"),
    "bad.jsonl": (b'{"text": "One."}\n{bad\n', "line 2"),
    "bomb.html.gz": (zeros(60), "larger than 20 MB"),
    "bomb.jsonl.gz": (zeros(80), "line 1: longer than"),
    "damaged.html.gz": (gzip.compress(b"words of it")[:-6], "cannot be unpacked"),
    "plain.html.gz": (b"<p>not packed</p>", "not packed"),
    "broken.warc.gz": (b"\x1f\x8b\x08\x00 broken", "archive"),
    "feed.xml": (b"<rss><channel><item>", "no entries"),
    "list.opml": (b"<opml><body/></opml>", "without addresses"),
}


def test_each_bad_page_is_named_and_the_good_one_read(desk: Path) -> None:
    for name, (data, _) in BAD.items():
        (desk / name).write_bytes(data)
    done = recoupe("read", "--format", "jsonl", *BAD, "nowhere.txt", "", "none/*.txt", "good.txt", cwd=desk)
    said = done.stderr.decode()
    assert done.returncode == 1
    assert "Traceback" not in said
    for name, (_, words) in BAD.items():
        lines = [line for line in said.splitlines() if line.startswith(f"recoupe: {name}")]
        assert any(words in line for line in lines), (name, lines)
    assert "nowhere.txt: no such file" in said
    assert "none/*.txt: no file matches" in said
    assert "an empty name" in said
    assert json.loads(done.stdout.splitlines()[-1])["articles"][0]["text"] == GOOD.strip()


def test_a_dossier_names_what_it_could_not_read(desk: Path) -> None:
    (desk / "picture.html").write_bytes(BAD["picture.html"][0])
    done = recoupe("dossier", "--format", "json", "picture.html", "good.txt", cwd=desk)
    assert done.returncode == 1
    assert "PNG" in done.stderr.decode()
    built = json.loads(done.stdout)
    assert len(built["articles"]) == 1
    assert built["coverage"]["left_out"][0]["about"] == "picture.html"


def test_a_line_of_brackets_alone_is_named_and_the_others_are_read(desk: Path) -> None:
    (desk / "records.jsonl").write_text("[" * 100_000 + "\n" + json.dumps({"text": GOOD}) + "\n")
    done = recoupe("annotate", "records.jsonl", cwd=desk)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("recoupe: records.jsonl#1: line 1")
    assert b"Traceback" not in done.stderr
    assert json.loads(done.stdout)["text"] == GOOD


def test_strange_names_and_links_are_no_trouble(desk: Path) -> None:
    (desk / "a\nb\x1b[31m.jsonl").write_text("{bad\n")
    (desk / "loop").symlink_to("loop")
    (desk / "folder").mkdir()
    (desk / "folder" / "again").symlink_to(desk)
    (desk / "folder" / "page.txt").write_text(GOOD)
    os.mkfifo(desk / "pipe")
    threading.Thread(target=lambda: (desk / "pipe").write_text(GOOD), daemon=True).start()
    done = recoupe("read", "--format", "jsonl", "a\nb\x1b[31m.jsonl", "loop", "folder", "pipe", cwd=desk)
    first, second = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert first.startswith("recoupe: a\\nb\\x1b[31m.jsonl#1: line 1")
    assert "leads nowhere" in second
    assert [json.loads(line)["page"] for line in done.stdout.splitlines()] == ["folder/page.txt", "pipe"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_may_not_be_read_is_named(desk: Path) -> None:
    (desk / "secret.txt").write_text(GOOD)
    (desk / "secret.txt").chmod(0)
    (desk / "closed").mkdir(mode=0)
    done = recoupe("read", "--format", "jsonl", "secret.txt", "closed", "good.txt", cwd=desk)
    assert done.returncode == 1
    assert done.stderr.decode().count("Permission denied") == 2
    assert len(done.stdout.splitlines()) == 1


def test_an_output_that_cannot_be_written_is_named(desk: Path) -> None:
    folder = recoupe("dossier", "good.txt", "--output", ".", cwd=desk)
    missing = recoupe("dossier", "good.txt", "--output", "none/x.html", cwd=desk)
    assert (folder.returncode, missing.returncode) == (2, 1)
    assert "is a directory" in folder.stderr.decode()
    assert "choose another --output" in missing.stderr.decode()


@pytest.mark.parametrize("form", ["jsonl", "text"])
def test_a_reader_that_goes_away_ends_it_quietly(desk: Path, form: str) -> None:
    (desk / "many.jsonl").write_text(json.dumps({"text": GOOD * 20}) + "\n")
    (desk / "many.jsonl").write_text((desk / "many.jsonl").read_text() * 600)
    process = subprocess.Popen(
        [*TOOL, "read", "--format", form, "many.jsonl"], cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == 141
    assert process.stderr.read() == b""


@pytest.mark.parametrize("command", ["read", "dossier"])
def test_interrupting_a_long_read_ends_with_130(desk: Path, command: str) -> None:
    os.mkfifo(desk / "never.jsonl")
    process = subprocess.Popen(
        [*TOOL, command, "good.txt", "never.jsonl"],
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a suite run in the background ignores it
    )
    with (desk / "never.jsonl").open("w") as pipe:  # opens once the tool does
        pipe.write(json.dumps({"text": GOOD}) + "\n")
        pipe.flush()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"stopped" in said
    assert b"Traceback" not in said


def test_packed_records_are_read_in_constant_memory(desk: Path) -> None:
    row = json.dumps({"text": GOOD, "url": "https://a.example/1", "pad": "x" * 1_000_000}).encode() + b"\n"
    with gzip.open(desk / "long.jsonl.gz", "wb", compresslevel=1) as file:
        for _ in range(200):
            file.write(row)
    code = (
        "from recoupe.model import ReadSettings; from recoupe.sources import open_pages\n"
        "n = sum(1 for _ in open_pages(['long.jsonl.gz'], ReadSettings()))\n"
        "print(n, *(int(line.split()[1]) // 1024 for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, timeout=60)
    count, megabytes = map(int, done.stdout.split())
    assert count == 200
    assert megabytes < 120
