"""Showing what the other floors return: on the terminal, or in a file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from recoupe.model import Dossier, Reading, SettingError

if TYPE_CHECKING:
    from rich.console import Console


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How a dossier is to be shown: its form, where to, in which language, how wide, how much."""

    form: str
    output: str | None = None
    lang: str | None = None
    width: int | None = None
    everything: bool = False


def form_of(output: str | None) -> str:
    """Return the form that a file's name asks for; text when there is none."""
    by_suffix = {".html": "html", ".htm": "html", ".json": "json", ".md": "md"}
    return by_suffix.get(Path(output).suffix.lower(), "text") if output else "text"


def dossier(built: Dossier, look: Look) -> None:
    """Write the dossier to standard output or `look.output`. Raises SettingError where that cannot be written."""
    lang = look.lang or reader_language()
    data: str | bytes
    end = b""
    if look.form == "text":
        from recoupe.dossier import text

        terminal = sys.stdout.isatty() and not look.output
        width = look.width or (os.get_terminal_size().columns if terminal else 100)
        colour = terminal and "NO_COLOR" not in os.environ
        data = text.write(built, text.Page(lang=lang, width=width, colour=colour, everything=look.everything))
    elif look.form == "html":
        from recoupe.dossier import html

        data = html.write(built, lang=lang, told=look.lang is not None)
    elif look.form == "md":
        from recoupe.dossier import markdown

        data = markdown.write(built, lang=lang)
    else:
        data, end = msgspec.json.format(msgspec.json.encode(built), indent=1), b"\n"  # large: not to be copied
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    if look.output is None:
        sys.stdout.buffer.writelines((data, end))
        return
    try:
        with open(look.output, "wb") as file:
            file.writelines((data, end))
    except OSError as error:
        raise SettingError(look.output, error.strerror or str(error), "choose another --output") from error


def reader_language() -> str:
    """Return the reader's language as the environment tells it: fr, else en."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def reading(item: Reading) -> None:
    """Print what a page holds, an article a line."""
    from rich.text import Text

    from recoupe.dossier.lines import shortened

    console = _console()
    console.print(Text(item.page, style="bold"))
    for a in item.articles:
        marks = [m for m, on in (("cut off", a.truncated), ("paywalled", a.paywalled)) if on]
        marks += [a.derivative] if a.derivative else []
        when = a.published or a.relative_time or "no date"
        title = a.title or shortened(a.text, 60)
        line = f"  {a.kind:8} {when:26} {a.outlet or a.host or '?'}: {title}"
        console.print(Text(f"{line}  [{', '.join(marks)}]" if marks else line), soft_wrap=True)
    if item.sightings:
        console.print(Text(f"  {len(item.sightings)} headline sightings"))


def languages() -> None:
    """Print each table with its number of entries in each language; "-" where a language lacks it."""
    from rich.table import Table

    from recoupe.languages import TABLES, available, load

    table = Table("table", *available(), box=None)
    for name in TABLES:
        found = [load(code).table(name) for code in available()]
        table.add_row(name, *(str(_entries(t)) if t else "-" for t in found))
    _console().print(table)


def _console() -> Console:
    """Return a console on standard output that leaves a closed pipe to `main`, which knows its exit code."""
    from rich.console import Console

    class Quiet(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Quiet(highlight=False)


def _entries(value: object) -> int:
    if isinstance(value, dict):
        return sum(map(_entries, value.values()))
    return len(value) if isinstance(value, list) else 1
