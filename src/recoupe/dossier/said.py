"""Who said what, one line a quotation however many articles print it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from recoupe.dossier.renderings import DEFINITE, INDEFINITE, Saying, alike
from recoupe.languages import load
from recoupe.model import Anchor, Article, Entity, Identified, Independent, Quote, Said
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled
from recoupe.text.tokens import split

CONTAINED = 4
"""Words a quotation must have to be taken for part of a longer one: shorter ones are said too often to tell."""

MARKED = 4
"""The same of words in marks within the narrator's sentence: that they stand in marks says that they were said so."""

Spoken = Mapping[str, tuple[str, Identified]]
"""By the words an article prints a speaker with: the entity who is meant, and what of the story says so."""

_OPENER = compiled(r"([^\W\d_]+['’]?)\s*(?=\S)")
"""The first word of a line, with the apostrophe of an elided one."""
_MARKS = tuple("\"“„«‘'‚‹»")


class _Printed(msgspec.Struct, frozen=True):
    """A quotation as one article prints it: its folded words in a line, those in `marks` where it is the narrator's
    sentence, and who says it (entity id or None), in the words `by`."""

    key: str
    marks: str
    entity: str | None
    name: str | None
    by: Anchor
    kind: str
    anchors: tuple[Anchor, ...]
    article: str
    language: str | None
    openers: frozenset[str]
    objects: frozenset[str]
    identified: Identified | None


def words_said(article: Article, quote: Quote) -> str:
    """Return the folded words of a quotation with one space between them; of those that are not gathered none."""
    if quote.kind not in ("direct", "mixed") or not quote.speaker or quote.use:
        return ""
    return _line(article, quote.content)


def _line(article: Article, spans: Sequence[tuple[int, int]]) -> str:
    return " ".join(split(fold(" ".join(article.text[s:e] for s, e in spans))))


def gather(
    articles: Iterable[Article],
    quotes: Mapping[str, Sequence[Quote]],
    said: Mapping[str, Sequence[str]],
    entities_of: Mapping[str, Mapping[str, str]],
    spoken: Mapping[str, Spoken],
    entities: Mapping[str, Entity],
    independent: Independent,
) -> tuple[Said, ...]:
    """Return the quotations with a speaker, most printed first within the speaker most quoted first.

    `quotes` are each article's quotations and `said` their words (`words_said`); `spoken` tells who is meant by
    speakers printed by a role or an origin. Indirect speech is left to the findings; scare quotes and titles of works
    are nobody's words.
    """
    persons = _persons(entities.values())
    printed = [
        _print(article, quote, words, entities_of.get(article.id, {}), spoken.get(article.id, {}), persons)
        for article in articles
        for quote, words in zip(quotes[article.id], said[article.id], strict=True)
        if quote.kind in ("direct", "mixed") and quote.speaker and not quote.use
    ]
    groups = _rendered(_group(printed))
    often: dict[str, int] = {}
    who = {id(g): (p := _speaker(g)).entity or p.name or "" for g in groups}
    for group in groups:
        often[who[id(group)]] = often.get(who[id(group)], 0) + 1
    ordered = sorted(groups, key=lambda g: (-often[who[id(g)]], who[id(g)], -len(g)))
    return tuple(_said(group, entities, independent) for group in ordered)


def _persons(entities: Iterable[Entity]) -> dict[str, str]:
    """Return the one person of the story with each full name, and with each last name, which an article may print
    alone."""
    found: dict[str, set[str]] = {}
    for entity in entities:
        if entity.type == "person" and " " in entity.name:
            for name in (entity.name.split()[-1], entity.name, *(a for a in entity.aliases if " " in a)):
                found.setdefault(fold(name), set()).add(entity.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _called(speaker: str, persons: Mapping[str, str]) -> str | None:
    """Return the person a speaker whom the article's names have not is called by, alone or behind what he is ("PM Ann
    Poe")."""
    if not speaker[:1].isupper():
        return None
    words = speaker.split()
    names = (" ".join(words[k:]) for k in range(max(1, len(words) - 1)))
    return next((persons[name] for name in map(fold, names) if name in persons), None)


def _print(
    article: Article,
    quote: Quote,
    words: str,
    known: Mapping[str, str],
    spoken: Spoken,
    persons: Mapping[str, str],
) -> _Printed:
    anchors = tuple(
        Anchor(article=article.id, page=article.page, start=s, end=e, exact=article.text[s:e]) for s, e in quote.content
    )
    speaker = quote.speaker[0]
    entity = known.get(speaker.entity) or known.get(speaker.name)
    identified = None
    if entity is None and speaker.entity in spoken:
        entity, identified = spoken[speaker.entity]
    if entity is None:
        entity = _called(speaker.entity, persons)
    openers = objects = frozenset[str]()
    if quote.kind == "mixed":
        openers = _words(article.language, "complements", "that")
        objects = _words(article.language, "subject", "objects") | _words(article.language, "complements", "like")
    name = speaker.entity or speaker.name
    marks = _line(article, quote.quoted)
    by = Anchor(
        article=article.id,
        page=article.page,
        start=speaker.start,
        end=speaker.end,
        exact=article.text[speaker.start : speaker.end],
    )
    return _Printed(
        words, marks, entity, name, by, quote.kind, anchors, article.id, article.language, openers, objects, identified
    )


@functools.cache
def _words(language: str | None, section: str, key: str) -> frozenset[str]:
    """Return the words of a part of a language's table of quotations: those that open a reported clause ("that"), the
    pronouns something is said of ("him")."""
    return frozenset(str(load(language).table("quotes").get(section, {}).get(key, "")).split())


def _group(printed: list[_Printed]) -> list[list[_Printed]]:
    """Join prints of the same words by the same speaker; a shorter print, and one whose words in marks are part of
    another, joins the longest that contains it."""
    groups: list[list[_Printed]] = []
    homes: dict[tuple[str | None, str], list[_Printed]] = {}
    holding: dict[str | None, dict[str, list[tuple[str, list[_Printed]]]]] = {}
    for item in sorted(printed, key=lambda p: -p.key.count(" ") - bool(p.key)):
        who = item.entity or item.name
        home = homes.get((who, item.key))
        if home is None:
            line, words = f" {item.key} ", item.key.split()
            said = holding.setdefault(who, {})
            home = _holding(item.key, CONTAINED, said)
            if home is None:
                home = []
                groups.append(home)
                longer = line, home
                for word in dict.fromkeys(words):
                    said.setdefault(word, []).append(longer)
            homes[who, item.key] = home
        home.append(item)
    for group in groups:
        who = group[0].entity or group[0].name if group else None
        whole = _holding(group[0].marks, MARKED, holding[who], group) if group else None
        if whole is not None:
            whole += group
            group.clear()
    return [group for group in groups if group]


def _holding(
    words: str, least: int, said: Mapping[str, Sequence[tuple[str, list[_Printed]]]], but: Sequence[_Printed] = ()
) -> list[_Printed] | None:
    """Return the first group, `but` one, with a line that contains these words, of `least` words at least. Such a line
    holds all of them: those that hold the rarest are enough to look at."""
    each = words.split()
    if len(each) < least or not said.keys() >= set(each):
        return None
    near = min((said[word] for word in each), key=len)
    return next((group for line, group in near if group and group is not but and f" {words} " in line), None)


def _rendered(groups: list[list[_Printed]]) -> list[list[_Printed]]:
    """Join prints of one saying in other words or another language; the one most printed goes first, a direct one."""
    sayings = [
        Saying(
            g[0].entity,
            " ".join(a.exact for a in g[0].anchors),
            g[0].language,
            frozenset(p.article for p in g),
            g[0].marks,
            _nameless(g[0]),
        )
        for g in groups
    ]
    joined = [[groups[n] for n in numbers] for numbers in alike(sayings)]
    ranked = (sorted(g, key=lambda p: (-len({q.article for q in p}), p[0].kind != "direct")) for g in joined)
    return [[p for part in parts for p in part] for parts in ranked]


def _nameless(printed: _Printed) -> str:
    """Return how words in marks are said that have no named speaker: "the governor", "a girl"; "" of others."""
    if printed.entity is not None or printed.kind != "direct" or not printed.name:
        return ""
    first = printed.name.replace("’", "'").lower().replace("'", "' ").split()[0]
    return DEFINITE if first in _words(printed.language, "subject", "definite") else INDEFINITE


def _speaker(group: Sequence[_Printed]) -> _Printed:
    """Return the print of a saying that tells who says it: the first that has somebody's name."""
    return next((p for p in group if p.entity is not None), group[0])


def _same(printed: _Printed, teller: _Printed) -> Identified | None:
    """Return why "the governor" of one outlet is whom another names: both print the same words."""
    if printed.entity is not None or teller.entity is None:
        return None
    return Identified(printed=printed.by, told=teller.by)


def _tidy(words: str, openers: frozenset[str], objects: frozenset[str]) -> str:
    """Return words as a line: white space folded, without the commas, the "that" and the "him as" which join them to
    the narrator's sentence, nor a mark that opens nothing."""
    line = " ".join(words.split()).rstrip(" ,;:«„").lstrip(" ,;:»”")
    opener = _OPENER.match(line)
    if opener is not None and opener[1].replace("’", "'") in openers:
        return line[opener.end() :]
    rest = line
    while opener is not None and opener[1].lower() in objects:
        rest = rest[opener.end() :]
        opener = _OPENER.match(rest)
    return rest if rest[:1] in _MARKS else line  # "(described) him as “calm”"


def _said(group: list[_Printed], entities: Mapping[str, Entity], independent: Independent) -> Said:
    first, teller = group[0], _speaker(group)
    articles = tuple(dict.fromkeys(p.article for p in group))
    entity = entities.get(teller.entity or "")
    return Said(
        words=" […] ".join(_tidy(a.exact, first.openers, first.objects) for a in first.anchors),
        kind=first.kind,
        speaker=entity.name if entity else teller.name,
        entity=teller.entity,
        support=tuple(a for p in group for a in p.anchors),
        articles=articles,
        independent=independent(articles),
        identified=tuple(why for p in group if (why := p.identified or _same(p, teller)) is not None),
    )
