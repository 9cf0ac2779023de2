"""Recoupe reads what many outlets publish about an event and shows what they agree on, where they differ, who said
what, who copied whom and what is new; every line is anchored to the exact characters it comes from."""

__version__ = "0.1.0"
