"""Runs every pattern of the package on texts made to be dear; prints those that do not end. See test_patterns.

A pattern whose time grows with the cube of the length or faster does not end in the time given; one that grows with
the square does, and the callers bound what they give it.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import re
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import regex

LENGTH = 1500
SECONDS = 1.5
"""Processor seconds a pattern may take on one text."""
ROOT = Path(__file__).resolve().parent.parent
FOUND: dict[tuple[str, int], Any] = {}
"""Patterns by what they are written as and their flags."""
UNITS = (
    "a", "A", "é", "1", " ", "\n", ".", ",", "'", '"', "«", "»", "-", "–", "(", "[", ":", "/", "+", "_", "\u00a0", "’",
    "a ", "A ", "1 ", "1,", "1.", "1:", "1/", "1-", "a'", "a-", "A.", "A. ", "a,", "a, ", ". ", ".'", '" ', '"a', "(a",
    "a\n", "1 a ", "Aa ", "Aa-", "Aa'", "A a ", "de ", "of the ", "et ", "and ", "between 1 and ", "1 000 ", "1,000,",
    "19:30 ", "vingt et ", "hundred and ", "Ж", "ж ", "ب", "ب ", "„a“", "“a", "a 1 ", "http://a.", "@a ", "#a", "€1 ",
    "1 % ", "A & A ",
)  # fmt: skip


class TooLong(Exception):
    """A pattern did not end in time."""


def late(signum: int, frame: FrameType | None) -> None:
    raise TooLong


def keep_patterns() -> None:
    """Keep every pattern the package compiles from now on."""

    spec = importlib.util.find_spec("recoupe")
    assert spec is not None
    home = str(Path(spec.origin or "").parent)

    def kept(compile_: Any) -> Any:
        def wrapped(pattern: Any, *args: Any, **options: Any) -> Any:
            made = compile_(pattern, *args, **options)
            if sys._getframe(1).f_code.co_filename.startswith(home):
                FOUND[str(made.pattern), int(made.flags)] = made
            return made

        return wrapped

    re.compile = kept(re.compile)
    regex.compile = kept(regex.compile)


def load_all() -> None:
    """Import every module and bring every language and reader to compile what it has."""
    package = importlib.import_module("recoupe")
    for module in pkgutil.walk_packages(package.__path__, "recoupe."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    app, pipeline = importlib.import_module("recoupe.app"), importlib.import_module("recoupe.pipeline")
    settings = importlib.import_module("recoupe.model").Settings()
    pages = [str(ROOT / "examples" / "ferry"), str(ROOT / "tests" / "pages")]
    built, _ = app.dossier(pages, settings)
    importlib.import_module("recoupe.dossier.html").write(built, lang="en")
    for code in importlib.import_module("recoupe.languages").available():
        for text in ('"We agreed at 19:30 GMT," said Ana Ruiz, 41, of Port Sorel. Two hundred and six people died.',):
            pipeline.annotate(app.article_of({"text": text, "lang": code}))
        for rule in importlib.import_module("recoupe.times.grammar").grammar(code).rules:
            assert rule.pattern
    outlets = importlib.import_module("recoupe.extract.outlets")
    for kind in ("says", "published_in", "source", "host"):
        for saying in outlets._sayings(kind):
            assert outlets._pattern(saying)
    for one in importlib.import_module("recoupe.text.patterns").asked:  # some were packed, and not compiled
        made = (regex if one.by_regex else re).compile(one.source, one.flags)
        FOUND[str(made.pattern), int(made.flags)] = made


def texts(source: str) -> list[str]:
    """Return what a pattern is tried on: every unit again and again, and the pattern's own words."""
    own = sorted(set(re.findall(r"[^\W\d_]{2,}(?: [^\W\d_]{2,})*", source)), key=lambda w: (-len(w), w))[:6]
    units = [*UNITS, *own, *(word + " " for word in own)]
    return [(unit * (LENGTH // len(unit) + 1))[:LENGTH] + "\0" for unit in units]


def attack(pattern: Any) -> str | None:
    """Return the beginning of a text on which `pattern` does not end, None where it ends on all."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    for text in texts(source):
        subject = text if isinstance(pattern.pattern, str) else text.encode()
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            if isinstance(pattern, re.Pattern):
                pattern.search(subject)
            else:
                pattern.search(subject, timeout=SECONDS)  # it does not look at signals
        except (TooLong, TimeoutError):
            return text[:40]
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return None


def main() -> None:
    keep_patterns()
    load_all()
    signal.signal(signal.SIGVTALRM, late)
    if sys.argv[1:] == ["--prove"]:  # that what this looks for is found
        FOUND.clear()
        FOUND["re", 0], FOUND["regex", 0] = re.compile(r"(?:a+)+\d"), regex.compile(r"(?:\w+\s?)+\d")
    for pattern in FOUND.values():
        failing = attack(pattern)
        if failing is not None:
            print(f"{pattern.pattern[:200]!r} on {failing!r}")
    print(len(FOUND))


if __name__ == "__main__":
    main()
