"""Patterns that several files of claims look with."""

from __future__ import annotations

import regex

from recoupe.text.patterns import compiled_by_regex

WORD = compiled_by_regex(r"\p{L}+", regex.V1)
"""A word: letters alone."""

LONG_WORD = compiled_by_regex(r"\p{L}{3,}", regex.V1)
"""A word that may mean something by itself: no article, hardly a preposition."""

TOKEN = compiled_by_regex(r"[\p{L}\p{M}]+|\p{N}+", regex.V1)
"""A word with its accents, however they are written, or the figures of a number."""

FOUR_DIGITS = compiled_by_regex(r"\d{4}")
"""As many as a year has."""

WHOLE_DAY = compiled_by_regex(r"^\d{4}-\d{2}-\d{2}(?:T|$)")
"""The value of a time whose day is known whole: a date or a date-time, no part of a day."""

ISO_DAY = compiled_by_regex(r"^(\d{4})-(\d{2})-(\d{2})")
"""Year, month and day, its groups, that an ISO date or date-time begins with."""
