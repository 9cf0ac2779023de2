"""Pictures drawn as SVG on the server: the timeline to scale, and who copied whom as arcs. No script, no font."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from markupsafe import Markup

from recoupe.dossier.view import View
from recoupe.model import Passage, TimelineEvent
from recoupe.text.instants import instant

WIDTH = 960

LANES = 16
"""Events above each other at most: a drawing higher than that shows less than the list below it."""


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """An event of the drawing: where it stands, in pixels, and in which lane."""

    x: float
    to: float
    lane: int
    number: int
    planned: bool
    label: str


def moment(value: str) -> datetime | None:
    """Return the instant at which an ISO value of any precision begins; clocks without a zone are taken as UTC."""
    return instant(value + "-01-01"[len(value) - 4 :] if len(value) in (4, 7) else value)


def timeline(events: Sequence[TimelineEvent]) -> Markup:
    """Return the events on a scale of days, each a dot (or a bar, when it lasts) that leads to its line."""
    dated = [(n, m, e) for n, e in enumerate(events) if (m := moment(e.begin))]
    if len(dated) < 2:
        return Markup("")
    first = min(m for _, m, _ in dated).replace(hour=0, minute=0, second=0, microsecond=0)
    last = max(moment(e.end or "") or m + _length(e.begin) for _, m, e in dated)
    span = max((last - first).total_seconds(), 86_400.0)

    def at(when: datetime) -> float:
        return 20 + (WIDTH - 40) * (when - first).total_seconds() / span

    dots = _lanes([(n, at(m), at(moment(e.end or "") or m + _length(e.begin)), e) for n, m, e in dated])
    if max(d.lane for d in dots) >= LANES:
        return Markup("")
    height = 46 + 22 * (1 + max(d.lane for d in dots))
    ticks = Markup("").join(_tick(at(day), day, height) for day in _days(first, last))
    marks = Markup("").join(_dot(d) for d in dots)
    return Markup(
        '<svg class="scale" viewBox="0 0 {w} {h}" role="img" aria-label="timeline">{ticks}{marks}</svg>'
    ).format(w=WIDTH, h=height, ticks=ticks, marks=marks)


def _length(begin: str) -> timedelta:
    """Return how long a value of this precision lasts: a day for a day, a month for a month."""
    return {4: timedelta(days=365), 7: timedelta(days=30), 10: timedelta(hours=24)}.get(len(begin), timedelta(0))


def _lanes(items: list[tuple[int, float, float, TimelineEvent]]) -> list[Dot]:
    ends: list[float] = []
    dots = []
    for number, x, to, event in sorted(items, key=lambda i: (i[1], i[0])):
        wide = max(to, x + 20)
        lane = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        ends[lane : lane + 1] = [wide + 3]
        label = f"{event.display}: {' '.join(event.what.split())[:160]}"
        dots.append(Dot(x=x, to=to, lane=lane, number=number, planned=event.planned, label=label))
    return dots


def _days(first: datetime, last: datetime) -> list[datetime]:
    total = max(1, math.ceil((last - first).total_seconds() / 86_400))
    step = max(1, math.ceil(total / 14))
    return [first + timedelta(days=d) for d in range(0, total + 1, step)]


def _tick(x: float, day: datetime, height: int) -> Markup:
    return Markup(
        '<line x1="{x:.1f}" x2="{x:.1f}" y1="22" y2="{h}" class="tick"/><text x="{t:.1f}" y="14" class="day">{d}</text>'
    ).format(x=x, t=x + 3, h=height, d=day.strftime("%d.%m"))


def _dot(dot: Dot) -> Markup:
    y = 38 + 22 * dot.lane
    kind = "planned" if dot.planned else "done"
    body = Markup('<rect x="{x:.1f}" y="{y}" width="{w:.1f}" height="14" rx="7" class="bar {k}"/>').format(
        x=dot.x, y=y - 7, w=max(dot.to - dot.x, 14), k=kind
    )
    return Markup(
        '<a href="#e{n}"><title>{label}</title>{body}<text x="{x:.1f}" y="{y}" class="n">{m}</text></a>'
    ).format(n=dot.number, label=dot.label, body=body, x=dot.x + 7, y=y + 4, m=dot.number + 1)


def arcs(view: View, passages: Sequence[Passage]) -> Markup:
    """Return the articles that share words as a list in time order, joined by arcs as thick as the words are many."""
    involved = {s.article for p in passages for s in p.sides}
    rows = [a for a in view.dossier.articles if a.id in involved]
    if not rows:
        return Markup("")
    y = {a.id: 24 + 34 * n for n, a in enumerate(rows)}
    lines = Markup("").join(_arc(y, view, p, n) for n, p in enumerate(passages))
    names = Markup("").join(
        Markup(
            '<circle cx="330" cy="{y}" r="5" class="node"/><text x="318" y="{t}" class="name">{label}</text>'
        ).format(y=y[a.id], t=y[a.id] + 4, label=_clip(view.labels[a.id], 44))
        for a in rows
    )
    return Markup('<svg class="arcs" viewBox="0 0 620 {h}" role="img" aria-label="copies">{lines}{names}</svg>').format(
        h=24 + 34 * len(rows), lines=lines, names=names
    )


def _arc(y: dict[str, int], view: View, passage: Passage, number: int) -> Markup:
    root = passage.first if passage.first in y else passage.sides[0].article
    out = Markup("")
    for side in passage.sides:
        if side.article == root:
            continue
        a, b = y[root], y[side.article]
        reach = 330 + min(260, 40 + abs(b - a) * 0.8)
        label = f"{view.labels[root]} → {view.labels[side.article]}: {passage.words} {view.words['words_shared']}"
        out += Markup(
            '<a href="#p{n}"><title>{label}</title><path d="M336 {a} C{r:.0f} {a} {r:.0f} {b} 336 {b}" class="arc" '
            'style="stroke-width:{w:.1f}"/></a>'
        ).format(n=number, label=label, a=a, b=b, r=reach, w=1.5 + math.log2(max(passage.words, 2)) * 0.9)
    return out


def _clip(words: str, limit: int) -> str:
    return words if len(words) <= limit else words[: limit - 1] + "…"
