"""Messages, progress and JSON Lines in and out."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import IO, Any

import click
import msgspec

from recoupe.model import ReadSettings, RecordError, RecoupeError, Settings

READING = ("max_bytes", "allow_private", "max_links", "cache")
"""The options of every command that reads pages, named as in ReadSettings."""


def settings(options: dict[str, Any]) -> Settings:
    """Return the settings the options on reading ask for, and take them out of `options`."""
    asked = {name: options.pop(name) for name in READING}
    read = ReadSettings(**{name: value for name, value in asked.items() if value is not None})
    return Settings(read=read, spacy=options.pop("spacy", ()))


def error(problem: RecoupeError) -> None:
    """Say on standard error what is wrong with which page, and the remedy."""
    click.echo(f"recoupe: {_one_line(str(problem))}", err=True)


def note(about: str, words: str) -> None:
    """Say on standard error something a reader should know of a page."""
    click.echo(f"recoupe: {_one_line(about)}: {_one_line(words)}", err=True)


def _one_line(words: str) -> str:
    """Return words without line breaks and control characters: a file's name must not write to the terminal."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in words)


def line(data: bytes) -> None:
    """Write one line of JSON to standard output at once: the next program may be waiting for it."""
    out = sys.stdout.buffer
    out.write(data + b"\n")
    out.flush()


def records(lines: IO[bytes]) -> Iterator[dict[str, Any] | RecordError]:
    """Yield each line's JSON object, or the error of that line; lines of `read` give their articles one by one."""
    name = getattr(lines, "name", "-")
    for number, data in enumerate(lines, 1):
        if not data.strip():
            continue
        try:
            record = msgspec.json.decode(data)
        except (ValueError, RecursionError) as problem:
            yield RecordError(f"{name}#{number}", f"line {number}: {problem}", "each line is one JSON object")
            continue
        if not isinstance(record, dict):
            yield RecordError(f"{name}#{number}", f"line {number}: not an object", "each line is one JSON object")
        elif isinstance(record.get("articles"), list):
            yield from (article for article in record["articles"] if isinstance(article, dict))
        else:
            yield record


def stream(lines: IO[bytes], work: Callable[[dict[str, Any]], bytes]) -> int:
    """Write `work(record)` for each record; return the exit code. A record that fails is named, the others go on."""
    failures = 0
    for number, record in enumerate(records(lines), 1):
        try:
            if isinstance(record, RecoupeError):
                raise record
            line(work(record))
        except RecoupeError as problem:
            failures += 1
            error(problem)
        except msgspec.ValidationError as problem:
            failures += 1
            error(RecordError(f"record {number}", str(problem), "see the contract in docs/reference"))
    return int(failures > 0)


def collect(lines: IO[bytes], into: list[dict[str, Any]]) -> int:
    """Append every good record to `into`; name the others; return the exit code."""
    failures = 0
    for record in records(lines):
        if isinstance(record, RecoupeError):
            failures += 1
            error(record)
        else:
            into.append(record)
    return int(failures > 0)


@contextlib.contextmanager
def progress(*, wanted: bool = True) -> Iterator[Callable[[str, int, int], None]]:
    """Give a function that shows a stage's progress on a terminal's standard error, and does nothing elsewhere.

    Messages that come meanwhile stand above it.
    """
    if not wanted or not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
    )
    tasks: dict[str, Any] = {}
    with bar:

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage)
            bar.update(tasks[stage], completed=done, total=total or None)

        yield show
