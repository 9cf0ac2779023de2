"""Packs the tables when a wheel is built: what is installed starts faster, see `languages/packed.py`."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackTables(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        runpy.run_path(str(Path(self.root) / "src" / "recoupe" / "languages" / "packed.py"), run_name="__main__")
