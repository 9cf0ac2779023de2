"""What the HTML page holds hundreds of: references, sources, quotations, events. Written without the template, which
takes more care for each word than these need and more time than all else that makes the page."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from html import escape
from typing import Any

from markupsafe import Markup
from markupsafe import escape as escape_all

from recoupe.dossier import events
from recoupe.dossier.lines import Reference
from recoupe.dossier.links import fragment
from recoupe.dossier.marks import Marks, Piece
from recoupe.dossier.moments import moment
from recoupe.dossier.view import View
from recoupe.model import Anchor, Article, Dossier, Identified, Said, TimelineEvent

SOURCES = 5
"""Sources of an event that are shown."""

PRINTS = 8
"""Prints of a quotation that are shown."""

RIGHT_TO_LEFT = frozenset(("ar", "he", "fa", "ur"))


class Items:
    """The items of one page, in every language of `views`; `main` is the view of the page's own."""

    def __init__(self, dossier: Dossier, main: View, views: dict[str, View]) -> None:
        self.marks = Marks(dossier)
        self._view = main
        self._views = views
        self.word = functools.cache(self._word)

    def _word(self, *path: str) -> Markup:
        """Return a table's word in every language, of which the page shows one."""
        said = {}
        for code, view in self._views.items():
            value: Any = view.words
            for key in path:
                value = value.get(key, key)
            said[code] = value
        return spans(said)

    def both(self, method: str, *arguments: Any) -> Markup:
        """Return what a view's method says in every language."""
        return spans({code: getattr(view, method)(*arguments) for code, view in self._views.items()})

    def references(self, references: Iterable[Reference]) -> Markup:
        """Return a list's items, a link each that opens the source at the reference's words."""
        return Markup("".join(f"<li>{self.reference(r)}</li>" for r in references))

    def reference(self, reference: Reference) -> Markup:
        """Return a link that opens the source at the reference's words."""
        mark = self.marks.of(reference)
        said = []
        if reference.part:
            said.append(f'<i class="note">{self.word("headline")}</i>')
        if reference.status not in (None, "stated"):
            said.append(f'<i class="note">{self.word(reference.status or "")}</i>')
        if reference.holder:
            said.append(f'<i class="note">{self.word("according")} {escape(reference.holder)}</i>')
        if reference.copied:
            said.append(f'<i class="note copy" title="{escape(self._view.words["copied"])}">≡</i>')
        notes = f" {', '.join(said)}" if said else ""
        source = self._view.articles[reference.article]
        text = source.title or "" if reference.part else source.text
        web = escape(fragment(source.url, reference.exact, text, reference.start) or "")
        out = f'\u00a0<a class="web" href="{web}" rel="noreferrer" title="{web}">↗</a>' if web else ""
        shown, label = escape(reference.shown), escape(reference.label)
        title = escape(reference.sentence) if reference.sentence else shown
        said_so = f'<b>{label}</b> <q dir="auto">{shown}</q>'
        return Markup(f'<a class="src" href="#{mark}" title="{title}">{said_so}</a>{notes}{out}')

    def event(self, event: TimelineEvent, number: int | None) -> Markup:
        """Return an event of the timeline; one that is drawn there has a `number`."""
        at = f' id="e{number}" value="{number + 1}"' if number is not None else ""
        beside = f' <i class="note">{self.word("planned")}</i>' if event.planned else ""
        if event.otherwise:
            other = spans({c: ", ".join(moment(at, c) for at in event.otherwise) for c in self._views})
            beside += f' <i class="note">({self.word("told_otherwise")} {other})</i>'
        sources = events.sources(event, self._view.references)
        links = "".join(f"{self.reference(r)} " for r in sources[:SOURCES])
        more = f"+{len(sources) - SOURCES}" if len(sources) > SOURCES else ""
        when = spans({code: moment(event.begin, code) for code in self._views})
        told = escape_all(events.what(event, self._view.articles))
        what = f"<time>{when}</time>{beside} <bdi>{told}</bdi>"
        return Markup(f'<li{at} tabindex="0">{what}\n<span class="refs inline">{links}{more}</span></li>\n')

    def quotations(self, said: Iterable[Said]) -> Markup:
        """Return quotations, each with the names of those who print it."""
        return Markup("".join(map(self._quotation, said)))

    def _quotation(self, said: Said) -> str:
        articles = len(said.articles)
        more = f"+{articles - PRINTS}" if articles > PRINTS else ""
        prints = self.printed(_first_in_each(said.support)[:PRINTS], " ")
        words = f'<p dir="auto">{escape_all(self._view.said(said))}</p>'
        why = "".join(map(self._identified, said.identified[:1]))
        return (
            f'<blockquote tabindex="0">{words}<footer class="refs inline">{prints} {more}{why}</footer></blockquote>\n'
        )

    def _identified(self, why: Identified) -> str:
        """Return who the speaker is whom an article prints otherwise, and the words that tell so."""
        told = self.word("who_that_is_not" if why.other else "who_that_is")
        begin = f'<br><i class="note">{self.word("printed_as")}</i> {self.printed([why.printed], " ")}'
        return f'{begin}<i class="note">, {told}</i> {self.printed([why.told], " ")}'

    def printed(self, support: Iterable[Anchor], between: str) -> Markup:
        """Return a link to each of some words, by the name of its source."""
        label, of = self._view.labels, self.marks.of
        links = [f'<a class="src" href="#{of(s)}"><b>{escape(label[s.article])}</b></a>' for s in support]
        return Markup(between.join(links))

    def entry(self, article: Article, title: str) -> Markup:
        """Return an article's line, by its `title`, in the list of all."""
        view = self._view
        of = f' lang="{escape_all(article.language)}"' if article.language else ""
        when = f"<time>{self.both('published', article)}</time>" if article.published else ""
        link = f'<a href="#a-{escape_all(article.id)}"><b>{escape_all(view.labels[article.id])}</b>'
        link += f': <span{of} dir="auto">{escape_all(title)}</span></a>'
        notes = self._notes(article, " ")
        return Markup(f'<li value="{view.numbers[article.id]}">{link} <small>{when}{notes}</small></li>\n')

    def _notes(self, article: Article, before: str) -> str:
        """Return what a reader should know of an article, in every language."""
        said = {code: f"{before}{escape_all(', '.join(v.marks_of(article)))}" for code, v in self._views.items()}
        return "".join(f'<span class="w" lang="{code}">{words}</span>' for code, words in said.items())

    def source(self, article: Article) -> Markup:
        """Return a source: who published what and when, then its paragraphs with their marks."""
        view, marks = self._view, self.marks
        of = f' lang="{escape_all(article.language)}"' if article.language else ""
        of += ' dir="rtl"' if article.language in RIGHT_TO_LEFT else ""
        title = f"<h3>{''.join(map(_marked, marks.title(article)))}</h3>" if article.title else ""
        when = f"<time>{self.both('published', article)}</time> " if article.published else ""
        notes = self._notes(article, "")
        url = escape_all(article.url or "")
        web = url.startswith(("http://", "https://"))
        where = f'<a href="{url}" rel="noreferrer">{url}</a>' if web else f"<span>{escape_all(article.page)}</span>"
        evidence = article.published_evidence
        why = f" <q>{escape_all(evidence.words)}</q>" if evidence else ""
        close = (
            f'<p class="close"><a href="#top" title="{escape_all(view.words["close"])}">× {self.word("close")}</a></p>'
        )
        label = escape_all(view.labels[article.id])
        head = f'<article class="source" id="a-{escape_all(article.id)}"{of}>\n{close}\n<h2>{label}</h2>\n{title}'
        meta = f'<p class="meta">{when}{notes} {where}{why}</p>\n'
        return Markup("".join((head, meta, *_body(marks, article), "</article>\n")))


def spans(said: dict[str, str]) -> Markup:
    """Return what is said in every language, of which the page shows one."""
    if len(set(said.values())) == 1:
        return Markup(escape(next(iter(said.values()))))
    return Markup("".join(f'<span class="w" lang="{code}">{escape(words)}</span>' for code, words in said.items()))


_kind = functools.lru_cache(escape)
"""The kind of a block, of which there are five, as the page writes it."""


def _first_in_each(support: Iterable[Anchor]) -> list[Anchor]:
    """Return the first words of each article, in order."""
    found: dict[str, Anchor] = {}
    for anchor in support:
        found.setdefault(anchor.article, anchor)
    return list(found.values())


def _body(marks: Marks, article: Article) -> list[str]:
    """Return a source's paragraphs with their marks, in pieces."""
    plain = escape(article.text, quote=False) == article.text  # as most are: no piece needs a look
    out = []
    for kind, pieces in marks.paragraphs(article):
        out.append(f'<p class="{_kind(kind)}">')
        out += [_marked(piece, plain=plain) for piece in pieces]
        out.append("</p>\n")
    return out


def _marked(piece: Piece, *, plain: bool = False) -> str:
    """Return the words of a piece with its marks; `plain`: they have no character to escape."""
    words = piece.text if plain else escape(piece.text, quote=False)
    for name in reversed(piece.opens):
        words = f'<span id="{name}">{words}</span>'
    return f'<mark data-m="{" ".join(piece.covers)}">{words}</mark>' if piece.covers else words
