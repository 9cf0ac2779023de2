"""Which passages of a dossier make articles dependent, which are quoted by both, and what of an article is copied."""

from __future__ import annotations

from recoupe.model import Dossier, Passage


def copies(dossier: Dossier) -> list[Passage]:
    """Return the passages that make articles dependent, longest first."""
    return sorted(filter(_dependent, dossier.passages), key=lambda p: -p.words)


def quoted_by_both(dossier: Dossier) -> list[Passage]:
    """Return the passages that are quotations or statements, longest first: shared, but no sign of copying."""
    return sorted((p for p in dossier.passages if not _dependent(p)), key=lambda p: -p.words)


def copied(dossier: Dossier) -> dict[str, list[tuple[int, int]]]:
    """Return, by article, the spans whose words stand in an earlier article (or, undated, the first of the list)."""
    order = {a.id: n for n, a in enumerate(dossier.articles)}
    spans: dict[str, list[tuple[int, int]]] = {}
    for p in filter(_dependent, dossier.passages):
        root = p.first or min((s.article for s in p.sides), key=lambda a: order.get(a, len(order)))
        for side in p.sides:
            if side.article != root:
                spans.setdefault(side.article, []).append((side.start, side.end))
    return spans


def _dependent(passage: Passage) -> bool:
    return passage.kind in ("copy", "edited")
