"""Kinds of money that several countries have ("francs", "crowns"): their codes by country, and the kind of a code.

The table is `currencies.toml` beside this module, made by `tools/make_currencies.py`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from pathlib import Path

from recoupe.languages import read_table


@functools.cache
def kinds() -> tuple[Mapping[str, Mapping[str, str]], Mapping[str, str]]:
    """Return the ISO 4217 codes of each kind by country (ISO 3166), and the kind of each kind and of each code that
    is of one kind only."""
    table = read_table(Path(__file__).with_name("currencies.toml"))
    kind_of: dict[str, str] = {}
    for kind, codes in table.items():
        kind_of[kind] = kind
        for code in codes.values():
            kind_of.setdefault(code, kind)
    return table, kind_of


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency's code or a kind of money ("CROWN"): those of measures have small letters."""
    return len(unit) > 2 and unit.isupper()


def settled(units: Iterable[str | None]) -> Mapping[str, str]:
    """Return for each kind of which `units` name one country's money alone, that money's code."""
    table, kind_of = kinds()
    told: dict[str, set[str]] = {}
    for unit in units:
        if unit is not None and unit in kind_of and unit not in table:
            told.setdefault(kind_of[unit], set()).add(unit)
    return {kind: next(iter(codes)) for kind, codes in told.items() if len(codes) == 1}
