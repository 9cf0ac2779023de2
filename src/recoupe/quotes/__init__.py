"""Quotes: who said what. Direct, mixed and indirect speech with its words, its cue and its speaker."""

from recoupe.quotes.find import find

__all__ = ["find"]
