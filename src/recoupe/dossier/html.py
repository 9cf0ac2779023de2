"""A dossier as one HTML file: no network, no build step, readable without JavaScript, on paper, in the dark."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from markupsafe import Markup

from recoupe.dossier import drawing, events, news, passages, template
from recoupe.dossier import words as tables
from recoupe.dossier.finding_lines import ORDER
from recoupe.dossier.items import Items, spans
from recoupe.dossier.lines import Column, FindingLine, Reference
from recoupe.dossier.view import View
from recoupe.model import Dossier

SHOWN = {"disputed": 30, "evolving": 30, "rounded": 8, "same instant": 8, "agreed": 12, "alone": 0}
"""Findings of each status shown unfolded; the rest opens on demand."""

SHOWN_OF_MANY = SHOWN | {"disputed": 10, "evolving": 6, "rounded": 2, "same instant": 1}
"""The same of a big story, where the last of a status are of its margins."""

ROWS = 40
"""Findings of the matrix at most, those that matter most first."""

COLUMNS = 24
"""Sources of the matrix at most: those that say most of what is compared."""

ARCS = 60
"""Articles that share words at most for a drawing of who copied whom: more are a tangle."""


def write(dossier: Dossier, *, lang: str = "en", told: bool = False) -> str:
    """Return the whole file, in both languages. It opens in the browser's, else in `lang`; `told`: in `lang` anyway."""
    views = {code: View(dossier, code) for code in tables.LANGUAGES}
    main = views[lang if lang in views else "en"]
    before, own = events.recent(dossier)
    copies, shared = passages.copies(dossier), passages.quoted_by_both(dossier)
    limits = SHOWN_OF_MANY if main.many else SHOWN
    groups = [(status, _pairs(views, main.lang, status), limits[status]) for status in ORDER]
    rows, columns, silent = _matrix(main, [p for _, pairs, _ in groups[:5] for p in pairs])
    drawn = len({s.article for p in copies for s in p.sides}) <= ARCS
    return template.load().render(
        dossier=dossier,
        lang=main.lang,
        told=told,
        view=main,
        views=views,
        items=Items(dossier, main, views),
        css=Markup(template.asset("dossier.css")),
        script=Markup(template.asset("dossier.js")),
        posts=_pairs(views, main.lang, None),
        groups=[g for g in groups if g[1] or g[0] == "disputed"],
        rows=rows,
        columns=columns,
        other_columns=silent,
        before=before,
        events=own,
        foremost=events.foremost,
        timeline=drawing.timeline(own),
        copies=copies,
        shared=shared,
        news=news.lines(main),
        arcs=drawing.arcs(main, copies) if drawn else "",
        shown=_shown,
        as_of=_as_of,
        cell=_cell,
        row=lambda pair: spans({code: line.row for code, line in pair.items()}),
    )


def _pairs(views: dict[str, View], main: str, status: str | None) -> list[dict[str, FindingLine]]:
    """Return a status's findings, or the posts, as {language: line}; that in the `main` one has the references."""
    by_lang = {
        code: view.findings.lines(status, rests=code == main) if status else view.findings.posts(rests=code == main)
        for code, view in views.items()
    }
    return [dict(zip(by_lang, lines, strict=True)) for lines in zip_longest(*by_lang.values())]


def _matrix(
    view: View, pairs: list[dict[str, FindingLine]]
) -> tuple[list[tuple[dict[str, FindingLine], list[Any]]], list[Column], int]:
    """Return the rows and columns of the matrix, and how many sources it leaves out: those that say least."""
    rows, columns = _matrix_rows(view, pairs)[:ROWS], view.columns()
    said = [sum(bool(cells[n]) for _, cells in rows) for n in range(len(columns))]
    chosen = sorted(sorted(range(len(columns)), key=lambda n: (-said[n], n))[:COLUMNS])
    if len(chosen) == len(columns):
        return rows, columns, 0
    kept = [(pair, [cells[n] for n in chosen]) for pair, cells in rows]
    return [r for r in kept if any(r[1])], [columns[n] for n in chosen], len(columns) - len(chosen)


def _matrix_rows(view: View, pairs: list[dict[str, FindingLine]]) -> list[tuple[dict[str, FindingLine], list[Any]]]:
    """Return (finding, cells): a cell lists (value number, reference) of what the column's articles say."""
    columns = view.columns()
    home = {a: n for n, c in enumerate(columns) for a in c.articles}
    rows: list[tuple[dict[str, FindingLine], list[Any]]] = []
    for pair in pairs:
        cells: list[tuple[tuple[int, Reference], ...]] = [()] * len(columns)
        for number, value in enumerate(pair[view.lang].values):
            for r in value.references:
                at = home[r.article]
                if all(n != number for n, _ in cells[at]):
                    cells[at] += ((number, r),)
        if sum(map(bool, cells)) > 1:
            rows.append((pair, cells))
    return rows


def _shown(pair: dict[str, FindingLine], number: int) -> Markup:
    """Return a finding's value in every language."""
    return spans({code: line.values[number].display for code, line in pair.items()})


def _as_of(pair: dict[str, FindingLine], number: int) -> Markup:
    """Return as of when a finding's value was told, in every language."""
    return spans({code: line.values[number].as_of or "" for code, line in pair.items()})


def _cell(pair: dict[str, FindingLine], number: int) -> Markup:
    """Return what a cell of the matrix shows of a value."""
    return spans({code: line.values[number].mark or line.values[number].display for code, line in pair.items()})
