"""Disjoint sets of numbers: what is joined, step by step, is one."""

from __future__ import annotations


class Groups:
    """The numbers below `count`, each a set of its own until it is joined to another."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def find(self, number: int) -> int:
        """Return what stands for the set of `number`; the way to it gets shorter each time it is gone."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    def join(self, one: int, other: int) -> bool:
        """Make one set of two; tell whether they were two."""
        parent = self._parent
        while parent[one] != one:  # `find`, without the call: sets are joined more often than anything else is done
            parent[one] = one = parent[parent[one]]
        while parent[other] != other:
            parent[other] = other = parent[parent[other]]
        if one < other:
            parent[other] = one
        else:
            parent[one] = other
        return one != other

    def sets(self) -> list[list[int]]:
        """Return the sets in the order of their first numbers, each in order."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._parent)):
            found.setdefault(self.find(number), []).append(number)
        return list(found.values())
