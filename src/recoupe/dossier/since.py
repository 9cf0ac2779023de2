"""What is new in a dossier since an earlier one: findings, quotations and timeline lines, not mere pages."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.model import Dossier, Finding, News, Said, TimelineEvent, Value
from recoupe.text.normalise import fold


def compare(old: Dossier, new: Dossier) -> tuple[News, ...]:
    """Return what appeared, changed, was corrected or withdrawn from `old` to `new`, what matters most first.

    Findings are the same when attribute and scope are; quotations when speaker and words are; events when their time
    and words are. An article that adds none of these is said to repeat.
    """
    news = [*_findings(old, new), *_quotes(old, new), *_events(old, new)]
    telling = {a for n in news for a in n.articles}
    known = {a.id for a in old.articles}
    present = {a.id for a in new.articles}
    for article in new.articles:
        if article.id not in known and article.id not in telling and article.kind != "update":
            title = article.title or article.text[:80]
            news.append(News(kind="repeats", part="article", words=title, articles=(article.id,)))
    news += [
        News(kind="withdrawn", part="article", words=a.title or a.text[:80], articles=(a.id,))
        for a in old.articles
        if a.id not in present
    ]
    return tuple(news)


def _findings(old: Dossier, new: Dossier) -> Iterable[News]:
    before = {(f.attribute, f.scope): f for f in old.findings}
    for finding in new.findings:
        about = f"{finding.attribute} · {finding.scope}"
        was = before.pop((finding.attribute, finding.scope), None)
        if was is None:
            words = " / ".join(v.display for v in finding.values)
            yield News(kind="new", part="finding", words=words, articles=_articles(finding.values), about=about)
            continue
        if was.status != finding.status:
            yield News(
                kind="changed",
                part="finding",
                words=finding.status,
                was=was.status,
                articles=_articles(finding.values),
                about=about,
            )
        yield from _values(was, finding, about)
    for (attribute, scope), finding in before.items():
        words = " / ".join(v.display for v in finding.values)
        articles = _articles(finding.values)
        yield News(kind="withdrawn", part="finding", words=words, articles=articles, about=f"{attribute} · {scope}")


def _values(was: Finding, now: Finding, about: str) -> Iterable[News]:
    before = {(v.low, v.high): v for v in was.values}
    for value in now.values:
        if (value.low, value.high) not in before:
            corrected = any(s.status == "corrected" for s in value.support)
            kind = "corrected" if corrected else "new"
            yield News(kind=kind, part="value", words=value.display, articles=_articles([value]), about=about)
    after = {(v.low, v.high) for v in now.values}
    for key, value in before.items():
        if key not in after:
            yield News(kind="withdrawn", part="value", words=value.display, articles=_articles([value]), about=about)


def _articles(values: Iterable[Value]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.article for v in values for s in v.support))


def _quotes(old: Dossier, new: Dossier) -> Iterable[News]:
    def key(said: Said) -> tuple[str, str]:
        return fold(said.speaker or ""), fold(said.words)

    before = {key(s) for s in old.quotes}
    for said in new.quotes:
        if key(said) not in before:
            yield News(kind="new", part="quote", words=said.words, articles=said.articles, about=said.speaker)


def _events(old: Dossier, new: Dossier) -> Iterable[News]:
    def key(event: TimelineEvent) -> tuple[str, str]:
        return event.begin, fold(event.what)

    before = {key(e): e for e in old.timeline}
    for event in new.timeline:
        was = before.get(key(event))
        articles = tuple(dict.fromkeys(s.article for s in event.support))
        if was is None:
            yield News(kind="new", part="event", words=event.what, articles=articles, about=event.display)
        elif was.planned and not event.planned:
            yield News(kind="changed", part="event", words=event.what, articles=articles, about=event.display)
