"""No pattern of the package blows up: each is run on texts made to be dear, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).with_name("attack_patterns.py")


def _run(*arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, _SCRIPT, *arguments], capture_output=True, text=True, timeout=600, check=True
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="a pattern is stopped by a signal")
def test_no_pattern_blows_up() -> None:
    *failing, count = _run()
    assert failing == []
    assert int(count) > 500, "most patterns were not met"


@pytest.mark.skipif(sys.platform == "win32", reason="a pattern is stopped by a signal")
def test_a_pattern_that_blows_up_is_found() -> None:
    assert len(_run("--prove")) == 3
