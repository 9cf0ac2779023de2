"""The concept keys of `keys.toml`, the same in every language: outcomes, people, kinds of unit."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

import msgspec

from recoupe.languages import read_table


class Keys(msgspec.Struct, frozen=True, gc=False):
    """The concept keys: which are outcomes, which are people; the kinds of unit a measure takes, and of each unit."""

    outcomes: frozenset[str]
    person: frozenset[str]
    measure: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]


@functools.cache
def keys() -> Keys:
    """Return the concept keys, read once from the package's table."""
    table = read_table(Path(__file__).with_name("keys.toml"))
    kinds = {unit: kind for kind, units in table["units"].items() for unit in units}
    return Keys(
        frozenset(table["outcomes"]),
        frozenset(table["person"]),
        {key: frozenset(kinds) for key, kinds in table["measure"].items()},
        kinds,
    )
