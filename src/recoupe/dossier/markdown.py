"""A dossier as Markdown, for pasting into a story file: footnote numbers lead to the list of sources."""

from __future__ import annotations

import regex

from recoupe.dossier.view import ORDER, Reference, View
from recoupe.model import Dossier

_SPECIAL = regex.compile(r"([\\`*_\[\]<>#|~])")


def write(dossier: Dossier, *, lang: str = "en") -> str:
    """Return the dossier as CommonMark; what sources say is escaped, so that it cannot become markup."""
    view = View(dossier, lang)
    words = view.words
    out = [f"# {_safe(dossier.story.title or words['untitled'])}", "", _safe(view.summary()), ""]
    if not dossier.articles:
        out += [words["nothing"], ""]
    if dossier.since is not None:
        news = view.news()
        out += [f"## {words['since']}", "", *(f"- *{kind}*: {_safe(said)}" for kind, said in news)]
        out += ["" if news else words["nothing_new"] + "\n"]
    for status in ORDER:
        lines = view.findings(status)
        if not lines:
            out += [f"## {words['status'][status]}", "", words["nothing_disputed"], ""] if status == "disputed" else []
            continue
        out += [f"## {words['status'][status]} ({len(lines)})", "", f"*{_safe(lines[0].explanation)}*", ""]
        for line in lines:
            out.append(f"- **{_safe(line.title)}** ({line.independent})")
            out += [f"  - {_safe(v.display)}: {_references(view, v.references)}" for v in line.values]
        out.append("")
    posts = view.posts()
    if posts:
        out += [f"## {words['posts']} ({len(posts)})", ""]
        for line in posts:
            numbers = "".join(f"[{n}]" for n in sorted({r.number for v in line.values for r in v.references}))
            out.append(f"- {_safe(line.line)} {_safe(numbers)}")
        out.append("")
    if dossier.timeline:
        out += [f"## {words['timeline']}", ""]
        for event in dossier.timeline:
            planned = f" *({words['planned']})*" if event.planned else ""
            numbers = "".join(f"[{n}]" for n in sorted({view.numbers[s.article] for s in event.support}))
            out.append(f"- **{_safe(view.when(event))}**{planned}: {_safe(view.what(event))} {_safe(numbers)}")
        out.append("")
    if dossier.quotes:
        out += [f"## {words['quotes']}", ""]
        for speaker, said in view.speakers():
            out += [f"### {_safe(speaker)}", ""]
            for one in said:
                numbers = "".join(f"[{n}]" for n in sorted({view.numbers[a] for a in one.articles}))
                out.append(f"> {_safe(view.said(one))} {_safe(numbers)}\n")
    out += [f"## {words['copies']}", ""]
    copies = view.copies()
    for passage in copies:
        sides = " = ".join(_safe(f"[{view.numbers[s.article]}] {view.labels[s.article]}") for s in passage.sides)
        out.append(f"- {sides} ({passage.words} {words['words_shared']}): “{_safe(passage.sides[0].exact)}”")
    out += ["" if copies else words["no_copies"] + "\n", f"## {words['sources']}", ""]
    for a in dossier.articles:
        notes = [a.published or "", *view.marks_of(a), a.url or a.page]
        title = a.title or a.text[:70] + "…"
        entry = f"{view.labels[a.id]}: {title} ({', '.join(n for n in notes if n)})"
        out.append(f"{view.numbers[a.id]}. {_safe(entry)}")
    if dossier.coverage.left_out:
        out += ["", f"## {words['left_out']}", ""]
        out += [
            f"- {_safe(item.title or item.about)}: {_safe(view.reason(item))}" for item in dossier.coverage.left_out
        ]
    return "\n".join(out).rstrip() + "\n"


def _references(view: View, references: tuple[Reference, ...]) -> str:
    said = []
    for r in references:
        notes = [n for n in (view.status(r.status), r.holder and f"{view.words['according']} {r.holder}") if n]
        notes += [view.words["copied"]] if r.copied else []
        said.append(f"{r.label} “{r.exact}”" + (f" ({', '.join(notes)})" if notes else "") + f" [{r.number}]")
    return _safe("; ".join(said))


def _safe(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
