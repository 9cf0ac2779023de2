"""What several articles name that is one: the groups that linking makes, and those of places and bodies."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from recoupe.names.called import Called, count, most


class Node(msgspec.Struct, frozen=True, gc=False):
    """One entity of one article."""

    article: str
    called: Called


class Group(msgspec.Struct, gc=False):
    """Nodes that mean one entity. Of a person `names` with how often each is mentioned, which all have one `sound`."""

    type: str
    sound: str = ""
    names: dict[str, int] = {}
    nodes: list[Node] = []
    articles: set[str] = set()

    def add(self, node: Node) -> None:
        self.nodes.append(node)
        self.articles.add(node.article)


def things(nodes: Sequence[Node]) -> list[Group]:
    """Join places and bodies by the tables, else by their letters."""
    groups: dict[str, Group] = {}
    for node in nodes:
        mark = node.called.mark
        if mark not in groups:
            groups[mark] = Group("")
        groups[mark].add(node)
    for group in groups.values():
        types: dict[str, int] = {}
        for node in group.nodes:
            for kind, times in node.called.types.items():
                count(types, kind, times)
        group.type = most(types)
    return list(groups.values())
