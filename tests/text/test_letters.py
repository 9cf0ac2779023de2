"""Classes of digits for patterns."""

from __future__ import annotations

import re
import sys

from recoupe.text.letters import DECIMALS


def test_the_digits_are_those_of_all_scripts_but_signs_made_of_digits() -> None:
    listed = re.compile(f"[{DECIMALS}]")
    known = {chr(code) for code in range(0x10000) if chr(code).isdecimal()}
    assert {char for code in range(sys.maxunicode + 1) if listed.match(char := chr(code))} == known
