#!/usr/bin/env python3
"""Everything a fresh machine needs, with Python 3.11 or later and nothing else.

    python3 tasks.py example     set up, then read the pages of examples/ferry into one dossier
    python3 tasks.py test        set up, then run all tests
    python3 tasks.py check       lint, form, types, import contract: what must hold beside the tests
    python3 tasks.py format      put the code in the house's form

Everything is installed into .venv beside this file; nothing else on the machine changes.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
CODE = ("src", "tests", "bench", "tools", "tasks.py")
"""What is linted and kept in form."""


def run(*command: object, quiet: bool = False) -> None:
    """Run a command in the project's folder; stop with its exit code when it fails."""
    done = subprocess.run(
        [str(c) for c in command], cwd=ROOT, stdout=subprocess.DEVNULL if quiet else None, check=False
    )
    if done.returncode:
        sys.exit(done.returncode)


def set_up(extra: str) -> None:
    """Make .venv and install the project into it; again only when what it needs has changed."""
    if sys.version_info < (3, 11):  # noqa: UP036 - said in words, before pip says it in hundreds
        sys.exit(f"Recoupe needs Python 3.11 or later; this is {sys.version.split()[0]}")
    wanted = (ROOT / "pyproject.toml").read_bytes() + (ROOT / "constraints.txt").read_bytes() + str(ROOT).encode()
    stamp = VENV / f".installed{extra}-{hashlib.sha256(wanted).hexdigest()[:16]}"
    if stamp.exists():
        compile_package()
        return
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        try:
            venv.create(VENV, with_pip=True)
        except subprocess.CalledProcessError:
            sys.exit("this Python cannot make virtual environments; install its 'venv' package (Debian: python3-venv)")
    print(f"setting up {VENV.name}{extra} ...", file=sys.stderr)
    pip = (BIN / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*pip, "-c", ROOT / "constraints.txt", "-e", f"{ROOT}{extra}")
    stamp.touch()
    compile_package()


def compile_package() -> None:
    """Write the bytecode, and pack the tables, the template of HTML and the patterns: start-up is a third
    faster."""
    run(BIN / "python", "-m", "compileall", "-q", ROOT / "src" / "recoupe")
    run(BIN / "python", ROOT / "src" / "recoupe" / "languages" / "packed.py")
    run(BIN / "python", "-c", "from recoupe.names import tables; tables.pack()")
    run(BIN / "python", "-m", "recoupe.dossier.template")
    run(BIN / "python", ROOT / "tools" / "pack_patterns.py")


def example() -> None:
    """Read the example pages into a dossier: a page for the terminal, and one HTML file."""
    set_up("")
    (ROOT / "out").mkdir(exist_ok=True)
    run(BIN / "recoupe", "dossier", "examples/ferry", "--output", "out/ferry.html")
    run(BIN / "recoupe", "dossier", "examples/ferry")
    print("\nThe same as a page to open in a browser: out/ferry.html", file=sys.stderr)


def test() -> None:
    """Run all tests; arguments go to pytest."""
    set_up("[dev]")
    run(BIN / "python", "-m", "pytest", *sys.argv[2:])


def check() -> None:
    """Lint, form, types, import contract."""
    set_up("[dev]")
    run(BIN / "ruff", "check", *CODE)
    run(BIN / "ruff", "format", "--check", "--quiet", *CODE)
    run(BIN / "mypy")
    run(BIN / "lint-imports")


def format() -> None:
    """Put the code in the house's form."""
    set_up("[dev]")
    run(BIN / "ruff", "check", "--fix", "--quiet", *CODE)
    run(BIN / "ruff", "format", "--quiet", *CODE)


if __name__ == "__main__":
    tasks = {"example": example, "test": test, "check": check, "format": format}
    if len(sys.argv) < 2 or sys.argv[1] not in tasks:
        sys.exit(__doc__)
    tasks[sys.argv[1]]()
