"""A dossier as one HTML file: no network, no build step, readable without JavaScript, on paper, in the dark."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from html import escape
from itertools import zip_longest
from typing import Any

from markupsafe import Markup

from recoupe.dossier import drawing, news, template
from recoupe.dossier import words as tables
from recoupe.dossier.lines import Column, FindingLine, Reference
from recoupe.dossier.links import fragment
from recoupe.dossier.marks import Marks, Piece
from recoupe.dossier.view import ORDER, View
from recoupe.model import Anchor, Article, Dossier

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
    marks = Marks(dossier)
    before, events = main.recent()
    copies, shared = main.copies(), main.quoted_by_both()
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
        marks=marks,
        css=Markup(template.asset("dossier.css")),
        script=Markup(template.asset("dossier.js")),
        posts=_pairs(views, main.lang, None),
        groups=[g for g in groups if g[1] or g[0] == "disputed"],
        rows=rows,
        columns=columns,
        other_columns=silent,
        before=before,
        events=events,
        timeline=drawing.timeline(events),
        copies=copies,
        shared=shared,
        news=news.lines(main),
        arcs=drawing.arcs(main, copies) if drawn else "",
        t=functools.cache(functools.partial(_both_words, views)),
        both=functools.partial(_both, views),
        shown=_shown,
        cell=_cell,
        row=lambda pair: _spans({code: line.row for code, line in pair.items()}),
        ref=functools.partial(_link, main, views, marks),
        printed=functools.partial(_printed, main, marks),
        first_in_each=_first_in_each,
        body=functools.partial(_body, marks),
        headline=lambda article: Markup("".join(_marked(marks.title(article)))),
    )


def _pairs(views: dict[str, View], main: str, status: str | None) -> list[dict[str, FindingLine]]:
    """Return a status's findings, or the posts, as {language: line}; that in the `main` one has the references."""
    by_lang = {
        code: view.findings(status, rests=code == main) if status else view.posts(rests=code == main)
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
    return _spans({code: line.values[number].display for code, line in pair.items()})


def _cell(pair: dict[str, FindingLine], number: int) -> Markup:
    """Return what a cell of the matrix shows of a value."""
    return _spans({code: line.values[number].mark or line.values[number].display for code, line in pair.items()})


def _both_words(views: dict[str, View], *path: str) -> Markup:
    """Return a table's word in every language, of which the page shows one."""
    said = {}
    for code, view in views.items():
        value: Any = view.words
        for key in path:
            value = value.get(key, key)
        said[code] = value
    return _spans(said)


def _both(views: dict[str, View], method: str, *arguments: Any) -> Markup:
    """Return what a view's method says in every language."""
    return _spans({code: getattr(view, method)(*arguments) for code, view in views.items()})


def _spans(said: dict[str, str]) -> Markup:
    if len(set(said.values())) == 1:
        return Markup(escape(next(iter(said.values()))))
    return Markup("".join(f'<span class="w" lang="{code}">{escape(words)}</span>' for code, words in said.items()))


def _link(view: View, views: dict[str, View], marks: Marks, reference: Reference) -> Markup:
    """Return a link that opens the source at the reference's words."""
    mark = marks.of(reference)
    said = []
    if reference.part:
        said.append(f'<i class="note">{_both_words(views, "headline")}</i>')
    if reference.status not in (None, "stated"):
        said.append(f'<i class="note">{_both_words(views, reference.status or "")}</i>')
    if reference.holder:
        said.append(f'<i class="note">{_both_words(views, "according")} {escape(reference.holder)}</i>')
    if reference.copied:
        said.append(f'<i class="note copy" title="{escape(view.words["copied"])}">≡</i>')
    notes = f" {', '.join(said)}" if said else ""
    source = view.articles[reference.article]
    text = source.title or "" if reference.part else source.text
    web = escape(fragment(source.url, reference.exact, text, reference.start) or "")
    out = f' <a class="web" href="{web}" rel="noreferrer" title="{web}">↗</a>' if web else ""
    shown, label = escape(reference.shown), escape(reference.label)
    title = escape(reference.sentence) if reference.sentence else shown
    said_so = f'<b>{label}</b> <q dir="auto">{shown}</q>'
    return Markup(f'<a class="src" href="#{mark}" title="{title}">{said_so}</a>{notes}{out}')


_kind = functools.lru_cache(escape)
"""The kind of a block, of which there are five, as the page writes it."""


def _first_in_each(support: Iterable[Anchor]) -> list[Anchor]:
    """Return the first words of each article, in order."""
    found: dict[str, Anchor] = {}
    for anchor in support:
        found.setdefault(anchor.article, anchor)
    return list(found.values())


def _printed(view: View, marks: Marks, support: Iterable[Anchor], between: str) -> Markup:
    """Return a link to each of some words, by the name of its source."""
    links = [f'<a class="src" href="#{marks.of(s)}"><b>{escape(view.labels[s.article])}</b></a>' for s in support]
    return Markup(between.join(links))


def _body(marks: Marks, article: Article) -> Markup:
    """Return a source's paragraphs with their marks: the bulk of the page, so without the template's care for each."""
    plain = escape(article.text, quote=False) == article.text  # as most are: no piece needs a look
    out = []
    for kind, pieces in marks.paragraphs(article):
        out.append(f'<p class="{_kind(kind)}">')
        out += _marked(pieces, plain=plain)
        out.append("</p>\n")
    return Markup("".join(out))


def _marked(pieces: Iterable[Piece], *, plain: bool = False) -> Iterator[str]:
    """Yield the words of some pieces with their marks; `plain`: none has a character to escape."""
    for piece in pieces:
        words = piece.text if plain else escape(piece.text, quote=False)
        for name in reversed(piece.opens):
            words = f'<span id="{name}">{words}</span>'
        yield f'<mark data-m="{" ".join(piece.covers)}">{words}</mark>' if piece.covers else words
