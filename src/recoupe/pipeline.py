"""The only place that knows the order of the steps:

    pages
      | extract.read            each page to articles and sightings
      | extract.together        what pages read together teach each other: templates, days of writing
      | names.find              each article: who and where
      | stories.same            which articles are of one event; the others are left out, with the reason
      | extract.refer           the undated ones: the days that the story's other pages leave them
      | times.find              each article: when (zones of its outlet and of the story's places as readings)
      | quantities.find         each article: how many, how much
      | quotes.find             each article: who said what
      | names.link              one entity for all its spellings; whom the story means by "the mayor" (`_spoken`)
      | reuse.compare           passages, origins, the independence range
      | claims.told             each article: what it states
      | claims.compare          what may be compared, and the verdict on it
      | claims.figures, statements, named, main_day
      |                         what is said alike without a value to compare, or the contrary of it
      | claims.timeline         what happened when
      | dossier.build           all of it, ordered for a reader

Every step is pure; so is this: the same pages give the same dossier. What a step makes of one article is asked of a
`memory` first, which gives what the same step made of the same input before, or has it worked out.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence

import msgspec

from recoupe import claims, dossier, extract, names, reuse, stories, times
from recoupe.memory import FORGETFUL, Memory
from recoupe.model import (
    Anchor,
    Annotated,
    Article,
    Claim,
    Dossier,
    Finding,
    Identified,
    Independent,
    LeftOut,
    Name,
    Origin,
    Passage,
    Reading,
    Settings,
    StoryItem,
)
from recoupe.one import Asking, annotate, asking, mentions_of, name, outlet_zone, own, read, said, story_item
from recoupe.text.language import foreign

__all__ = [
    "Progress",
    "annotate",
    "build",
    "compare_words",
    "mentions_of",
    "name",
    "read",
    "silent",
    "story_item",
    "story_stream",
    "together",
]

Progress = Callable[[str, int, int], None]
"""Called with the name of the stage, how many items are done, and of how many."""


class _Named(msgspec.Struct, frozen=True):
    """What the names of one article give the story, and what its opening alone tells: what linking needs of its own
    names, the zones of its places, the keys of its names (`stories.named`; of an update none, it is of its page's
    story), its longer words."""

    names: names.Known
    zones: times.Zones
    keys: stories.Named
    opening: str


class _Mentioned(msgspec.Struct, frozen=True):
    """The other mentions of one article, what it prints, the words of its quotations, what asks for their speakers,
    what its headline mentions."""

    mentions: Annotated
    printed: reuse.Printed
    said: tuple[str, ...]
    asking: tuple[Asking, ...] = ()
    titled: Annotated = Annotated()


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def together(readings: Sequence[Reading], memory: Memory = FORGETFUL) -> tuple[Reading, ...]:
    """Return readings of one run after they have taught each other: host templates gone, days of writing found."""

    return extract.together(readings, _learning(memory, [a for reading in readings for a in reading.articles]))


def _learning(memory: Memory, coming: Sequence[Article] = ()) -> extract.Learn:
    """Return what tells what an article teaches those read with it, and remembers it; some are `coming`."""

    def key(article: Article) -> bytes:
        return memory.key("lesson", article.title, article.text, article.blocks, article.language, article.published)

    keys = {id(article): (article, key(article)) for article in coming}  # with it, so that its number stays its own
    memory.ahead(mine for _, mine in keys.values())

    def learn(article: Article) -> extract.Lesson:
        mine = keys[id(article)][1] if id(article) in keys else key(article)
        # with all pages, then with those of its story
        return memory.recall(mine, extract.Lesson, lambda: extract.learn(article), twice=True)

    return learn


def story_stream() -> stories.Stream:
    """Return a stream that gives each item its story as it comes."""
    return stories.Stream()


def compare_words(articles: Sequence[Article]) -> tuple[tuple[Passage, ...], tuple[Origin, ...]]:
    """Return the passages some articles share, and their origins; quotations found on the way are none."""
    spoken = {a.id: said(a, foreign(a.text, a.language), name(a)) for a in articles}
    return reuse.compare(articles, quotes=spoken)


def build(
    readings: Sequence[Reading],
    failed: Sequence[LeftOut] = (),
    settings: Settings | None = None,
    progress: Progress = silent,
    recognise: names.Recogniser | None = None,
    memory: Memory = FORGETFUL,
) -> Dossier:
    """Return the dossier of the story most of `readings` are about; articles of other stories are named as left out."""
    readings = sorted(readings, key=lambda r: (r.page, r.id))  # whatever order the pages were given in
    readings, again = _once(readings)
    articles = [article for reading in readings for article in reading.articles]
    named, found, keys = _all_named(articles, progress, recognise, memory)
    chosen, left_out = _one_story(articles, named, memory)
    kept = _dated([a for a in articles if a.id in chosen], memory)
    zone = times.event_zone(named[a.id].zones for a in kept)
    mentioned, keys, faults = _all_mentioned(kept, found, keys, zone, progress, memory)
    progress("compare", 0, 1)
    mentions = {a.id: mentioned[a.id].mentions for a in kept}  # but for names, which few ask for
    linked = names.link([(a.id, named[a.id].names) for a in kept])
    passages, origins = _shared(kept, mentioned, keys, memory)
    outlets = {a.id: a.outlet or a.host or a.page for a in kept}
    independent = reuse.Independence(origins, outlets).count
    told = _all_told(kept, mentioned, found, linked, keys, memory)
    texts = {a.id: a for a in kept}
    spoken = {a.id: _spoken(a, mentioned[a.id].asking, linked, texts) for a in kept}
    findings = _findings(kept, linked, told, spoken, independent)
    timeline = claims.timeline(kept, mentions, linked.by_article, independent, findings, told)
    progress("compare", 1, 1)
    material = dossier.Material(
        readings=tuple(readings),
        articles=tuple(kept),
        quotes={a.id: mentions[a.id].quotes for a in kept},
        said={a.id: mentioned[a.id].said for a in kept},
        openings={a.id: named[a.id].opening for a in kept},
        entities=linked.entities,
        entities_of=linked.by_article,
        spoken=spoken,
        findings=tuple(findings),
        timeline=tuple(timeline),
        passages=passages,
        origins=origins,
        left_out=(*left_out, *again, *faults, *failed),
    )
    return dossier.build(material, independent)


def _spoken(
    article: Article, asking: Sequence[Asking], linked: names.Linked, articles: Mapping[str, Article]
) -> dossier.Spoken:
    """Return whom the story means by the speakers an article prints by a role or an origin, and what says so."""
    out: dict[str, tuple[str, Identified]] = {}
    known = linked.by_article[article.id]
    for one in asking:
        if one.words in known or one.name in known or one.words in out:
            continue
        held = linked.holders.who(article.id, one.asked, article.title or "")
        if held is not None:
            printed = _anchor(article, one.start, one.end)
            told = _anchor(articles[held.article], held.start, held.end)
            out[one.words] = held.entity, Identified(printed=printed, told=told, other=held.other)
    return out


def _anchor(article: Article, start: int, end: int) -> Anchor:
    return Anchor(article=article.id, page=article.page, start=start, end=end, exact=article.text[start:end])


def _once(readings: Sequence[Reading]) -> tuple[list[Reading], list[LeftOut]]:
    """Return the readings, each page once, and the pages that were given a second time."""
    first: dict[str, str] = {}
    kept: list[Reading] = []
    again: list[LeftOut] = []
    for reading in readings:
        if reading.articles and reading.id in first:
            again.append(LeftOut(about=reading.page, reason=f"the same page as {first[reading.id]}"))
            continue
        first.setdefault(reading.id, reading.page)
        kept.append(reading)
    return kept, again


def _dated(articles: Sequence[Article], memory: Memory) -> list[Article]:
    """Return the articles of a story, the undated ones with the days that the story's other pages leave them."""
    return list(extract.refer(articles, _learning(memory), one_story=True))


Found = Callable[[], tuple[Name, ...]]
"""Gives the names of one article, found when they are first asked for."""


def _all_named(
    articles: Sequence[Article], progress: Progress, recognise: names.Recogniser | None, memory: Memory
) -> tuple[dict[str, _Named], dict[str, Found], dict[str, bytes]]:
    """Return what the names of each article give the story, what gives the names, and the key of both."""
    named: dict[str, _Named] = {}
    found: dict[str, Found] = {}
    keys = {a.id: memory.key("names", *_named_by(a)) if recognise is None else b"" for a in articles}
    memory.ahead(keys.values())
    for done, article in enumerate(articles):
        progress("names", done, len(articles))
        named[article.id], found[article.id] = _named(article, keys[article.id], recognise, memory)
        if recognise is not None:  # nothing tells the version of another's pipeline: the key is what it found
            keys[article.id] = memory.key("names found", found[article.id](), *_named_by(article))
    return named, found, keys


def _named_by(article: Article) -> tuple[object, ...]:
    """Return what the names of an article rest on."""
    return article.title, article.text, article.language, article.blocks, article.parts, bool(article.part_of)


def _all_mentioned(
    articles: Sequence[Article],
    found: Mapping[str, Found],
    keys: Mapping[str, bytes],
    zone: times.EventZone | None,
    progress: Progress,
    memory: Memory,
) -> tuple[dict[str, _Mentioned], dict[str, bytes], list[LeftOut]]:
    """Return the other mentions of a story's articles, with the key of all of them, and what could not be read of some.

    Names come first, because together they tell where the event is: its `zone`. A fault of ours on one article must not
    lose the others.
    """
    latest = _latest(articles)
    dated = {a.id: msgspec.structs.replace(a, published=latest.get(a.id, a.published)) for a in articles}
    key_of: dict[str, bytes] = {}
    for article in articles:
        # the key of the names holds the text; where the page lies tells nothing but a zone
        rest = msgspec.structs.replace(dated[article.id], text="", blocks=(), page="")
        parts = keys[article.id], rest, article.published, zone, outlet_zone(article)
        key_of[article.id] = memory.key("mentions", *parts)
    memory.ahead(key_of.values())
    out: dict[str, _Mentioned] = {}
    faults: list[LeftOut] = []
    for done, article in enumerate(articles):
        progress("times, quantities, quotes", done, len(articles))
        make = functools.partial(_mentioned, article, dated[article.id], found[article.id], zone)
        try:
            out[article.id] = memory.recall(key_of[article.id], _Mentioned, make)
        except Exception as error:
            why = f"its times, numbers and quotations could not be read: {error!r}; please report it with the page"
            faults.append(LeftOut(about=article.page, reason=why, article=article.id, title=article.title))
            out[article.id], key_of[article.id] = _Mentioned(Annotated(), reuse.printed(article), ()), b""
    return out, key_of, faults


def _named(article: Article, key: bytes, recognise: names.Recogniser | None, memory: Memory) -> tuple[_Named, Found]:
    """Return what the names of one article give the story, and what gives the names; both have a `key`."""

    @functools.cache
    def found() -> tuple[Name, ...]:
        return memory.recall(memory.key("found", key), tuple[Name, ...], lambda: tuple(name(article, recognise)))

    def make() -> _Named:
        mine = own(article, Annotated(names=found())).names
        known = names.known(mine, names.posts(article.text, mine, article.language))
        zones_named = times.zones_named(found(), article.language, names.country, article.text)
        keys = () if article.part_of else stories.named(story_item(article))
        return _Named(known, zones_named, keys, dossier.opening(article.text))

    return memory.recall(key, _Named, make), found


def _mentioned(article: Article, dated: Article, found: Found, zone: times.EventZone | None) -> _Mentioned:
    """Return the other mentions of one article whose names are known, read as of when it is `dated`."""
    mentions = own(article, mentions_of(dated, found(), zone))
    return _Mentioned(
        msgspec.structs.replace(mentions, names=()),
        reuse.printed(article, mentions.quotes),
        tuple(dossier.words_said(article, quote) for quote in mentions.quotes),
        asking(article, mentions.quotes, found()),
        mentions_of(claims.headline(dated), (), zone),
    )


def _shared(
    articles: Sequence[Article], mentioned: Mapping[str, _Mentioned], keys: Mapping[str, bytes], memory: Memory
) -> tuple[tuple[Passage, ...], tuple[Origin, ...]]:
    """Return the passages some articles share, and their origins. What is mentioned has `keys`, of the articles too."""

    by_id = {a.id: a for a in articles}
    quoted = {a.id: mentioned[a.id].mentions.quotes for a in articles}
    printed = {a.id: mentioned[a.id].printed for a in articles}

    def pairs(before: reuse.Compared | None) -> reuse.Compared:
        return reuse.compare_pairs(by_id, quoted, printed, keys, before=before)

    # kept by the article of the lowest id: one more is seldom below it, and where it is all are compared again
    key = memory.key("shared", keys[min(by_id)] if by_id else b"")
    compared = memory.renew(key, reuse.Compared, pairs)
    return reuse.compare(articles, quotes=quoted, printed=printed, compared=compared)


def _all_told(
    articles: Sequence[Article],
    mentioned: Mapping[str, _Mentioned],
    found: Mapping[str, Found],
    linked: names.Linked,
    keys: Mapping[str, bytes],
    memory: Memory,
) -> dict[str, claims.Told]:
    """Return what each article tells. Its mentions have `keys`; whom its names mean may change with other articles."""
    called = {e.id: e.name for e in linked.entities}
    names_of = {a.id: {id_: called[id_] for id_ in linked.by_article[a.id].values()} for a in articles}
    key_of = {a.id: memory.key("told", keys[a.id], linked.by_article[a.id], names_of[a.id]) for a in articles}
    memory.ahead(key_of.values())

    def make(article: Article) -> claims.Told:
        mine = mentioned[article.id]
        whole = own(article, msgspec.structs.replace(mine.mentions, names=found[article.id]()))
        return claims.told(article, whole, linked.by_article[article.id], names_of[article.id], mine.titled)

    return {
        a.id: claims.lying_at(a.page, memory.recall(key_of[a.id], claims.Told, functools.partial(make, a)))
        for a in articles
    }


def _findings(
    articles: Sequence[Article],
    linked: names.Linked,
    told: Mapping[str, claims.Told],
    spoken: Mapping[str, dossier.Spoken],
    independent: Independent,
) -> list[Finding]:
    """Return all findings of a story: values that may be compared, then what is said alike without one."""
    called = {e.id: e.name for e in linked.entities}
    stated = [
        _held(claim, {**{who: id_ for who, (id_, _) in spoken[a.id].items()}, **linked.by_article[a.id]}, called)
        for a in articles
        for claim in (*told[a.id].claims, *told[a.id].untold)
    ]
    opened = [told[a.id].opened for a in articles]
    said = {a.id: told[a.id].clauses for a in articles}
    compared = claims.compare(stated, articles, independent, opened, said, called)
    found = claims.told_apart(compared, told, called, independent)
    printed = claims.figures(articles, {a.id: told[a.id].figures for a in articles}, independent, found)
    found += claims.statements(articles, {}, linked.by_article, independent, told, found)
    found += claims.named(articles, {a.id: told[a.id].facts for a in articles}, called, opened, independent, found)
    found += claims.main_day(articles, {a.id: told[a.id].dated for a in articles}, opened, independent, found)
    return claims.without_told(found, printed) + printed


def _held(claim: Claim, known: Mapping[str, str], called: Mapping[str, str]) -> Claim:
    """Return a claim whose holder is called as the story calls them, "le directeur général" by his name."""
    who = known.get(claim.holder or "")
    return claim if who is None else msgspec.structs.replace(claim, holder=called[who])


def _latest(articles: Sequence[Article]) -> dict[str, str]:
    """Return, by live blog, the time of its last update: its own words are edited until then."""
    found: dict[str, str] = {}
    for article in articles:
        if article.part_of and article.published and article.published > found.get(article.part_of, ""):
            found[article.part_of] = article.published
    return found


def _one_story(
    articles: Sequence[Article], named: Mapping[str, _Named], memory: Memory
) -> tuple[set[str], list[LeftOut]]:
    """Return the ids of the articles of the main story, and the others as left out with the reason."""
    texts = {a.id: a.text for a in articles}

    def names_of(item: StoryItem) -> stories.Named:
        if not item.part_of and item.text == texts[item.id]:
            return named[item.id].keys
        # a live page comes with the words of its updates
        return memory.recall(memory.key("story", item), stories.Named, lambda: stories.named(item))

    decisions: Mapping[str, str | None] = stories.same([story_item(a) for a in articles], names_of=names_of)
    chosen = {id_ for id_, reason in decisions.items() if reason is None}
    out = [
        LeftOut(about=a.page, reason=decisions[a.id] or "", article=a.id, title=a.title)
        for a in articles
        if a.id not in chosen
    ]
    return chosen, out
