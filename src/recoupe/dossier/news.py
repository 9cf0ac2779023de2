"""What is new since an earlier dossier (`since`), as lines in the reader's language."""

from __future__ import annotations

from recoupe.dossier import labels, moments
from recoupe.dossier.view import View
from recoupe.model import Finding, News
from recoupe.text.patterns import compiled

_PRINTED = compiled(r"(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}) UTC)?")
"""How a timeline line prints its moment for programs."""


def lines(view: View) -> list[tuple[str, str]]:
    """Return (kind, words) of each difference since the earlier dossier, in the reader's language."""
    findings = {f.id: f for f in view.dossier.findings}
    out = []
    for n in view.dossier.news:
        finding = findings.get(n.finding or "")
        about = view.findings.title(finding) if finding else _about(view, n)
        words, was = _words(view, n, finding), view.words["status"].get(n.was, view.status(n.was))
        numbers = "".join(f"[{k}]" for k in sorted({view.numbers[a] for a in n.articles if a in view.numbers})[:12])
        line = f"{was} → {words}" if n.was else words
        out.append((str(view.words["news"][n.kind]), f"{about}: {line} {numbers}" if about else f"{line} {numbers}"))
    return out


def _about(view: View, news: News) -> str | None:
    """Return what a finding that is no more was about in the reader's words, or when an event was."""
    if news.part == "event" and news.about and (m := _PRINTED.fullmatch(news.about)):
        return moments.moment(f"{m[1]}T{m[2]}Z" if m[2] else m[1], view.lang)
    if news.about is None or news.part not in ("finding", "value"):
        return news.about
    attribute, dot, rest = news.about.partition(" · ")
    return f"{labels.name(attribute, view.words, view.lang)}{dot}{rest}"


def _words(view: View, news: News, finding: Finding | None) -> str:
    """Return the values of a finding, or its new status with them, as the reader's language writes them."""
    if finding is None:
        said = next((q for q in view.dossier.quotes if q.words == news.words), None) if news.part == "quote" else None
        return view.said(said) if said is not None else news.words
    shown = list(dict.fromkeys(view.findings.in_words(finding, v) for v in finding.values))
    if news.part == "finding" and news.kind == "changed":
        return f"{view.words['status'].get(news.words, news.words)} ({' / '.join(shown[:4])})"
    if news.part == "finding" and news.kind == "new":
        return " / ".join(shown[:4])
    return next((view.findings.in_words(finding, v) for v in finding.values if v.display == news.words), news.words)
