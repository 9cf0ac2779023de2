"""Which lines of a package ran for the first time: the feedback of bench/fuzz.py. No dependency.

From Python 3.12 on `sys.monitoring` tells each line once and then costs nothing. Before, `sys.settrace` is asked, but
only for functions that still have a line nobody saw, and for each of them only a few times between two questions: a
page is then read in about twice its time instead of ten times.
"""

from __future__ import annotations

import sys
from types import CodeType, FrameType
from typing import Any

_CALLS = 20
"""Calls of one function that are looked at between two questions (before Python 3.12)."""
_STEPS = 3_000
"""Lines of one function that are looked at between two questions (before Python 3.12)."""


class LinesRun:
    """Counts the lines of the files under `folder` that run; `new()` says how many ran for the first time."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._seen: set[tuple[CodeType, int]] = set()
        self._new = 0
        self._missing: dict[CodeType, int] = {}
        self._calls: dict[CodeType, int] = {}
        self._steps: dict[CodeType, int] = {}

    def __len__(self) -> int:
        return len(self._seen)

    def start(self) -> None:
        """Look at every line from now on."""
        monitoring: Any = getattr(sys, "monitoring", None)
        if monitoring is None:
            sys.settrace(self._called)
            return
        monitoring.use_tool_id(monitoring.COVERAGE_ID, "recoupe")
        monitoring.register_callback(monitoring.COVERAGE_ID, monitoring.events.LINE, self._monitored)
        monitoring.set_events(monitoring.COVERAGE_ID, monitoring.events.LINE)

    def new(self) -> int:
        """Return how many lines ran for the first time since the last question."""
        found, self._new = self._new, 0
        self._calls.clear()
        self._steps.clear()
        return found

    def _monitored(self, code: CodeType, line: int) -> object:
        if code.co_filename.startswith(self._folder):
            self._saw(code, line)
        return sys.monitoring.DISABLE  # type: ignore[attr-defined]

    def _saw(self, code: CodeType, line: int) -> None:
        if (code, line) not in self._seen:
            self._seen.add((code, line))
            self._new += 1
            if code in self._missing:
                self._missing[code] -= 1

    def _called(self, frame: FrameType, event: str, _: object) -> Any:
        code = frame.f_code
        missing = self._missing.get(code)
        if missing is None:
            inside = code.co_filename.startswith(self._folder)
            missing = len({line for _, _, line in code.co_lines() if line is not None}) if inside else 0
            self._missing[code] = missing
        if missing <= 0:
            return None
        self._saw(code, frame.f_lineno)
        calls = self._calls.get(code, 0)
        if calls >= _CALLS:
            return None
        self._calls[code] = calls + 1
        return self._stepped

    def _stepped(self, frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            code = frame.f_code
            self._saw(code, frame.f_lineno)
            steps = self._steps[code] = self._steps.get(code, 0) + 1
            if steps > _STEPS or self._missing[code] <= 0:
                frame.f_trace = None
                return None
        return self._stepped
