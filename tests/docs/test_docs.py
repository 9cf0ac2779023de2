"""The documentation is tested: its commands run, its tables are the code's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from recoupe import model
from recoupe.cli.main import commands
from recoupe.languages import TABLES, available
from recoupe.model import errors
from recoupe.sources.records import PageRecord

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


def fenced(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.S | re.M)


SHELL = {
    p: [line for block in fenced(p, "sh") for line in block.splitlines() if line] for p in PAGES if fenced(p, "sh")
}
PYTHON = [(p.relative_to(ROOT), block) for p in PAGES for block in fenced(p, "python")]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "out").mkdir()
    return tmp_path


@pytest.mark.parametrize("page", SHELL, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_command_of_a_page_runs_in_turn(desk: Path, page: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONUTF8": "1"}
    for line in SHELL[page]:
        command, _, comment = line.partition("  # ")
        expected = int(comment.removeprefix("exit ")) if comment.startswith("exit ") else 0
        assert command.startswith("recoupe "), f"{page}: only commands of recoupe stand in sh blocks"
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=desk,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == expected, f"{command}: {done.stderr}"
        assert done.stdout or "--output" in command, command


@pytest.mark.parametrize(("page", "block"), PYTHON, ids=lambda x: str(x)[:60])
def test_every_python_example_runs(desk: Path, page: Path, block: str) -> None:
    done = subprocess.run([sys.executable, "-c", block], cwd=desk, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_reference_lists_every_command_and_option() -> None:
    text = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## recoupe (\w+)", text, re.M)) == set(commands.commands)
    for name, command in commands.commands.items():
        section = text.split(f"## recoupe {name}")[1].split("\n## ")[0]
        options = {o for p in command.params if isinstance(p, click.Option) for o in p.opts if o.startswith("--")}
        assert options - {"--help"} == set(re.findall(r"--[a-z-]+", section)), name


def test_the_help_and_the_reference_tell_the_defaults_of_the_settings() -> None:
    text = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    options = {o.opts[0]: str(o.help) for o in commands.commands["read"].params if isinstance(o, click.Option)}
    settings = model.ReadSettings()
    for option, value in (("--max-bytes", f"{settings.max_bytes:,}"), ("--max-links", str(settings.max_links))):
        assert f"default {value}" in options[option]
        assert f"default {value}" in next(line for line in text.splitlines() if line.startswith(f"- `{option} "))


def test_the_reference_lists_every_error_with_its_code() -> None:
    text = (ROOT / "docs/reference/errors.md").read_text(encoding="utf-8")
    tree = {n: c.code for n, c in vars(errors).items() if isinstance(c, type) and issubclass(c, Exception)}
    assert dict(re.findall(r"^\| `(\w+)` \| `([\w-]+)` \|", text, re.M)) == tree


def test_the_reference_lists_every_language_and_table() -> None:
    text = (ROOT / "docs/reference/languages.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z]{2})` \|", text, re.M)) == set(available())
    assert set(re.findall(r"^\| `(\w+)\.toml` \|", text, re.M)) == set(TABLES)


RECORDS = {
    "A page record (in)": [PageRecord],
    "A reading": [model.Reading],
    "Article": [model.Article, model.Evidence, model.Block, model.Segment, model.Version, model.Sighting],
    "Mentions": [model.Time, model.Name, model.Quantity, model.Quote, model.Speaker, model.Cue],
    "Dossier": [
        model.Dossier, model.Heading, model.Entity, model.TimelineEvent, model.Said, model.Identified, model.Finding,
        model.Value, model.Support, model.News, model.Passage, model.Anchor, model.Origin, model.Dependence,
        model.Coverage, model.LeftOut,
    ],
}  # fmt: skip
"""The records of each section of the reference."""


@pytest.mark.parametrize("heading", RECORDS)
def test_the_reference_lists_every_field_of_every_record(heading: str) -> None:
    text = (ROOT / "docs/reference/records.md").read_text(encoding="utf-8")
    section = next(part for part in text.split("\n## ") if part.startswith(heading))
    fields = {field for record in RECORDS[heading] for field in record.__struct_fields__}
    assert fields <= set(re.findall(r"[\"`](\w+)[\"`]", section))
    assert set(re.findall(r"\"(\w+)\"\??[,:}]", " ".join(re.findall(r"`\{.*?\}`", section, re.S)))) <= fields
