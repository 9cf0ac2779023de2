"""How many, how much: the quantities of a text with their unit, what they count and how exact they are."""

from recoupe.quantities.explain import explained
from recoupe.quantities.find import find

__all__ = ["explained", "find"]
