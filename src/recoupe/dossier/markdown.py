"""A dossier as Markdown, for pasting into a story file: footnote numbers lead to the list of sources."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.dossier import events, moments, news, passages
from recoupe.dossier.finding_lines import ORDER
from recoupe.dossier.lines import Reference, shortened
from recoupe.dossier.view import View
from recoupe.model import Dossier
from recoupe.text.patterns import compiled_by_regex

_SPECIAL = compiled_by_regex(r"([\\`*_\[\]<>#|~])")


def write(dossier: Dossier, *, lang: str = "en") -> str:
    """Return the dossier as CommonMark; what sources say is escaped, so that it cannot become markup."""
    view = View(dossier, lang)
    sections = (_head, _news, _findings, _posts, _timeline, _quotes, _copies, _sources, _left_out)
    return "\n".join(line for section in sections for line in section(view)).rstrip() + "\n"


def _head(view: View) -> list[str]:
    out = [f"# {_safe(view.heading)}", "", _safe(view.summary()), ""]
    return out if view.dossier.articles else [*out, view.words["nothing"], ""]


def _news(view: View) -> list[str]:
    if view.dossier.since is None:
        return []
    told = [f"- *{kind}*: {_safe(said)}" for kind, said in news.lines(view)]
    return [f"## {view.words['since']}", "", *told, "" if told else view.words["nothing_new"] + "\n"]


def _findings(view: View) -> list[str]:
    out = []
    for status in ORDER:
        heading, lines = view.words["status"][status], view.findings.lines(status)
        if lines:
            out += [f"## {heading} ({len(lines)})", "", f"*{_safe(lines[0].explanation)}*", ""]
        elif status == "disputed":
            out += [f"## {heading}", "", view.words["nothing_disputed"]]
        else:
            continue
        for line in lines:
            out.append(f"- **{_safe(line.title)}** ({line.independent})")
            out += [f"  - {_safe(v.display)}: {_references(view, v.references)}" for v in line.values]
        out.append("")
    return out


def _posts(view: View) -> list[str]:
    posts = view.findings.posts()
    if not posts:
        return []
    out = [f"## {view.words['posts']} ({len(posts)})", ""]
    for line in posts:
        out.append(f"- {_safe(line.line)} {_numbers(r.number for v in line.values for r in v.references)}")
    return [*out, ""]


def _timeline(view: View) -> list[str]:
    if not view.dossier.timeline:
        return []
    out = [f"## {view.words['timeline']}", ""]
    for event in view.dossier.timeline:
        when, what = moments.moment(event.begin, view.lang), events.what(event, view.articles)
        notes = events.notes(event, view.words, view.lang)
        beside = f" *({'; '.join(notes)})*" if notes else ""
        numbers = _numbers(view.numbers[s.article] for s in event.support)
        out.append(f"- **{_safe(when)}**{beside}: {_safe(what)} {numbers}")
    return [*out, ""]


def _quotes(view: View) -> list[str]:
    out = [f"## {view.words['quotes']}", ""] if view.dossier.quotes else []
    for speaker, said in view.speakers():
        out += [f"### {_safe(speaker)}", ""]
        for one in said:
            told = f" *({_safe(view.identified(one))})*" if one.identified else ""
            out.append(f"> {_safe(view.said(one))} {_numbers(view.numbers[a] for a in one.articles)}{told}\n")
    return out


def _copies(view: View) -> list[str]:
    out = [f"## {view.words['copies']}", ""]
    copies = passages.copies(view.dossier)
    for passage in copies:
        sides = " = ".join(_safe(f"[{view.numbers[s.article]}] {view.labels[s.article]}") for s in passage.sides)
        out.append(f"- {sides} ({passage.words} {view.words['words_shared']}): “{_safe(passage.sides[0].exact)}”")
    return [*out, "" if copies else view.words["no_copies"] + "\n"]


def _sources(view: View) -> list[str]:
    out = [f"## {view.words['sources']}", ""]
    for a in view.dossier.articles:
        notes = [view.published(a), *view.marks_of(a), a.url or a.page]
        title = a.title or shortened(a.text, 70)
        entry = f"{view.labels[a.id]}: {title} ({', '.join(n for n in notes if n)})"
        out.append(f"{view.numbers[a.id]}. {_safe(entry)}")
    return out


def _left_out(view: View) -> list[str]:
    left = view.left_out()
    lines = [f"- {_safe(name + times)}: {_safe(view.reason(item))}" for name, item, times in left]
    return ["", f"## {view.words['left_out']}", "", *lines] if left else []


def _numbers(numbers: Iterable[int]) -> str:
    """Return the numbers of some sources, each once, in order: "[1][4]"."""
    return _safe("".join(f"[{n}]" for n in sorted(set(numbers))))


def _references(view: View, references: tuple[Reference, ...]) -> str:
    said = []
    for r in references:
        notes = view.notes(r)
        said.append(f"{r.label} “{r.shown}”" + (f" ({', '.join(notes)})" if notes else "") + f" [{r.number}]")
    return _safe("; ".join(said))


def _safe(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
