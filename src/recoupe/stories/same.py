"""Which of the articles on some chosen pages are about the main story.

A reader chose the pages, so an article belongs unless it plainly does not: it names next to nothing of what most of the
others name. What all name is no sign (a page about a summit of two presidents shows pieces about one of them), first
names are none, and an article alone in its language is not judged, since its spellings may hide the names. Updates go
where their live page goes, which names what they name. A side piece that names none of it belongs by its marks.

Where nothing is named by most, the pages are a pile of stories (forty open tabs). The largest of them, as the stream
tells stories apart, is the main one; what names part of what it names belongs, in whatever language.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import chain, pairwise

import msgspec

from recoupe.languages import load, normal_code
from recoupe.model import OTHER_STORY, StoryItem
from recoupe.stories.marks import counted, marks, shares
from recoupe.stories.stream import Stream, StreamSettings
from recoupe.stories.terms import name_key, nouns_capitalised, places, romanised, term
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled

_PILE = StreamSettings(twice=0.0)
"""How a pile is parted: its pages are few, and what is as near to a second story may as well be a third."""


class SameSettings(msgspec.Struct, frozen=True, kw_only=True):
    """`lead`: words of an article that are read. `most`: share of the articles that must name what the story names.

    `least`: share of what the story names below which an article does not belong. `core`: fewest names a story needs
    for a judgement; `fellows`: fewest other articles in the language of the one that is judged. `pile`: fewest articles
    that may be a pile of stories; `part`: share of what its largest story names that an article must name.
    `compatriots`: fewest others of a language by whose names one is judged; `nearly`: share of these that name a thing.
    """

    lead: int = 250
    most: float = 0.5
    least: float = 0.25
    core: int = 3
    fellows: int = 2
    pile: int = 6
    part: float = 0.3
    compatriots: int = 4
    nearly: float = 0.8


_DEFAULT = SameSettings()

_SHORT = 4
"""Letters of the shortest name with too few consonants for a key: it is known by its spelling."""
_ROOT = 3
"""Consonants of the shortest key of a country from which the ending of its people is taken."""

Named = tuple[tuple[str, str], ...]
"""Keys of the names an item opens with, with one written form of each, in the order of the text; then its marks."""


def named(item: StoryItem, settings: SameSettings = _DEFAULT) -> Named:
    """Return whom and what an item names where it begins, by itself, and its marks."""
    found = _names(item, settings.lead)
    found.update((mark, mark[1:]) for mark in sorted(marks(item, settings.lead)))
    return tuple(found.items())


def same(
    items: Iterable[StoryItem],
    settings: SameSettings = _DEFAULT,
    names_of: Callable[[StoryItem], Named] = named,
) -> dict[str, str | None]:
    """Return for each item id None when it belongs to the main story, else the reason why not (one line of English).

    `names_of` is `named`, or what remembers its answers.
    """
    ordered = list(items)
    known = {i.id for i in ordered}
    updates: dict[str, list[str]] = {}
    for item in ordered:
        if item.part_of is not None:
            updates.setdefault(item.part_of, []).append(item.text or "")
    heads = [_whole(i, updates.get(i.id, ())) for i in ordered if i.part_of is None or i.part_of not in known]
    decisions: dict[str, str | None] = {i.id: None for i in ordered}
    decisions.update(_judge(heads, [dict(names_of(head)) for head in heads], settings))
    for item in ordered:
        if item.part_of is not None and item.part_of in known:
            decisions[item.id] = decisions[item.part_of]
    return decisions


def _whole(head: StoryItem, updates: Sequence[str]) -> StoryItem:
    """Return a live page with the words of its updates: what it names, they name."""
    return msgspec.structs.replace(head, text="\n".join((head.text or "", *updates))) if updates else head


def _judge(heads: Sequence[StoryItem], named: Sequence[Mapping[str, str]], settings: SameSettings) -> dict[str, str]:
    told = _core(named, settings)
    core = {key: share for key, share in told.items() if share < 1}
    if len(told) - len(core) > PARTNERS:
        return {}  # all name these together: the two companies of a takeover, and more
    if len(core) < settings.core:
        return _judge_pile(heads, named, settings) if len(told) < settings.core and len(heads) >= settings.pile else {}
    whole = sum(core.values())
    written_in = [normal_code(item.language) for item in heads]
    languages = Counter(written_in)
    told_in = {
        language: _shares(keys for keys, own in zip(named, written_in, strict=True) if own == language)
        for language, count in languages.items()
        if count > settings.compatriots
    }
    out: dict[str, Mapping[str, str]] = {}
    for item, keys, language in zip(heads, named, written_in, strict=True):
        if languages[language] <= settings.fellows:
            continue
        if sum(share for key, share in core.items() if _is_named(key, keys)) >= settings.least * whole:
            continue
        told_there = told_in.get(language)
        if told_there is None or not _in_its_language(keys, told_there, languages[language], core, settings):
            out[item.id] = keys
    storms = _storms(heads, named, told.keys() & set(chain.from_iterable(out.values())), settings.fellows)
    out = {id_: keys for id_, keys in out.items() if storms.isdisjoint(keys)}
    told_by_most = counted(keys for item, keys in zip(heads, named, strict=True) if item.id not in out)
    written = {key: Counter(keys[key] for keys in named if key in keys) for key in core}
    return {id_: _reason(core, keys, written) for id_, keys in out.items() if not shares(keys, told_by_most)}


def _storms(
    heads: Sequence[StoryItem], named: Sequence[Mapping[str, str]], asked: Set[str], fellows: int
) -> frozenset[str]:
    """Return those of the names `asked` right before which so many articles put a word for a storm: a name is of that
    one storm, and who names it tells of it."""
    calling: Counter[str] = Counter()
    for item, keys in zip(heads, named, strict=True):
        if asked.isdisjoint(keys):
            continue
        words, before = _storm_before(normal_code(item.language))
        text = f"{item.title or ''}\n{item.text or ''}".lower()
        if not any(word in text for word in words):
            continue
        ends = [m.end() for m in before.finditer(text)]
        mine = {key: name.lower() for key, name in keys.items() if key in asked}
        calling.update(key for key, name in mine.items() if any(text.startswith(name, end) for end in ends))
    return frozenset(key for key, articles in calling.items() if articles >= fellows)


@functools.cache
def _storm_before(language: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return a language's words for a storm, and their pattern with what stands between them and its name."""
    words = tuple(word.lower() for word in load(language).table("facts").get("post", {}).get("storm", ()))
    listed = "|".join(map(re.escape, words)) or "(?!)"
    return words, compiled(rf"\b(?:{listed})s? [\"“„«'‘]?(?:\u00a0| )?")


def _in_its_language(
    keys: Mapping[str, str], told: Mapping[str, int], articles: int, core: Mapping[str, float], settings: SameSettings
) -> bool:
    """Tell whether an article names what nearly all others of its language name, where that begins like a name most
    others have: a city may have another name in each language ("Genua", "Genova").

    `told` counts the articles of that language that have a key, this one with them.
    """
    others = articles - 1
    begun = {key.lstrip("=")[:BEGUN] for key in core if not _is_named(key, keys)}
    least = max(settings.nearly * others, settings.most * others, 2)
    for key in {key[1:] if key[0] in "+?" else key for key in keys} - core.keys():
        n = told.get(key, 0) - (key in keys)
        within = told.get(f"~{key[1:]}", 0) - (f"~{key[1:]}" in keys)
        if n >= least and key.lstrip("=")[:BEGUN] in begun and _is_name(key, n, within):
            return True
    return False


PARTNERS = 1
"""Names that all pages have and that tell no story yet: those about one of two presidents name him too."""

BEGUN = 2
"""Letters that the names of a city mostly begin with in any language."""


def _judge_pile(
    heads: Sequence[StoryItem], named: Sequence[Mapping[str, str]], settings: SameSettings
) -> dict[str, str]:
    """Return the articles outside the largest story of a pile, with the reason. Of equal ones the first counts."""
    stream = Stream(_PILE)
    came = sorted(heads, key=lambda item: (item.published or "", item.id))
    story_of = {item.id: stream.add(item) for item in came}
    stories = [stream.current(story_of[item.id]) for item in heads]
    sizes = Counter(stories)
    main = max(sizes, key=lambda story: (sizes[story], -stories.index(story)))
    members = [keys for keys, story in zip(named, stories, strict=True) if story == main]
    core = _core(members, settings)
    whole = sum(core.values())
    told_by_members = counted(members)
    return {
        item.id: f"{OTHER_STORY}; articles about it: {sizes[story]}"
        for item, keys, story in zip(heads, named, stories, strict=True)
        if story != main
        and not 0 < settings.part * whole <= sum(s for key, s in core.items() if _is_named(key, keys))
        and not shares(keys, told_by_members)
    }


def _core(named: Sequence[Mapping[str, str]], settings: SameSettings) -> dict[str, float]:
    """Return the names that many of some articles have, with the share of them; what only begins sentences is none."""
    shares = _shares(named)
    least = max(settings.most * len(named), 2)
    return {
        key: n / len(named)
        for key, n in shares.items()
        if n >= least and _is_name(key, n, shares[f"~{key[1:]}"] if key[0] == "=" else 0)
    }


def _shares(named: Iterable[Mapping[str, str]]) -> Counter[str]:
    """Count the articles that have a key."""
    return Counter(chain.from_iterable(named))


def _is_name(key: str, n: int, within: int) -> bool:
    """Tell whether a key that `n` articles have is a name by itself, not what mostly begins sentences.

    `within` counts those that have a spelling ("=") within a sentence ("~").
    """
    return key[0] not in "~+^%?" and not (key[0] == "=" and 2 * within < n)


def _is_named(key: str, keys: Mapping[str, str]) -> bool:
    """Tell whether an article has a name, be it not as the last word of one, or names the people of a country."""
    return key in keys or f"+{key}" in keys or f"?{key}" in keys


def _reason(core: Mapping[str, float], keys: Mapping[str, str], written: Mapping[str, Mapping[str, int]]) -> str:
    missing = sorted((key for key in core if not _is_named(key, keys)), key=lambda key: (-core[key], key))[:3]
    words = []
    for key in missing:
        forms = written[key]
        words.append(min(forms, key=lambda form: (-forms[form], form)))
    return f"{OTHER_STORY}: does not name {', '.join(words)}"


def _names(item: StoryItem, lead: int) -> dict[str, str]:
    """Keys of the names in the title and the lead, with one written form of each.

    A name is a capitalised word, in scripts without capitals any word, or a word for a country or its people, in
    capitals or not. A key that begins with "=" is a spelling, with "~" one within a sentence, where only names have
    capitals, with "+" that of a country whose people a small word is ("roumaine"), and with "?" what another capital
    follows ("Volta" of "Volta Motors"). Of several capitalised words in a row the last counts, the family name, and
    what a company's form stands behind ("Volta AG"); so does what heads a compound of a language whose nouns all have
    capitals ("Volta-Aktie").
    """
    language = normal_code(item.language)
    peoples = _peoples(language)
    text = f"{item.title or ''}\n{item.text or ''}"[: lead * 14]
    found: dict[str, str] = {}
    spans = places(text)[:lead]
    nouns = nouns_capitalised(language)
    for (start, end), (following, ends) in pairwise([*spans, (len(text) + 2, 0)]):
        meaning = term(text[start:end], language)
        if meaning.startswith("#") and meaning[1:].isupper():
            found.setdefault(meaning, text[start:end])
        if text[start:end].islower() and romanised(text[start:end]) in peoples:
            found.update((f"+{key}", text[start:end]) for key in _of_people(text[start:end]))
            continue
        if meaning.startswith("#") or text[start].islower():
            continue
        if text[start].isdecimal():
            continue
        runs_on = following == end + 1 and text[end] != "\n" and not (nouns and text[end] == "-")
        runs_on = runs_on and text[following:ends] not in _tails(language)
        if text[start].isupper() and runs_on and text[following : following + 1].isupper():
            first = name_key(text[start:end])
            if first:
                found.setdefault(f"?{first}", text[start:end])
            continue
        word = text[start:end]
        key = name_key(word)
        if not key and len(word) >= _SHORT:
            key = f"={fold(word)}"
            if text[start - 1 : start] == " " and text[start - 2 : start - 1].islower():
                found.setdefault(f"~{fold(word)}", word)
        if key:
            found.setdefault(key, word)
    return found


@functools.cache
def _peoples(language: str) -> frozenset[str]:
    """Return a language's words for the people of a country: "roumaine", "serbo"."""
    table = load(language).table("names").get("demonyms", {})
    return frozenset(romanised(word) for words in table.values() for word in words if " " not in word)


@functools.cache
def _tails(language: str) -> frozenset[str]:
    """Return what stands behind the name of a company: "AG", "Group"."""
    return frozenset(load(language).table("names").get("organisation_tails", ()))


def _of_people(word: str) -> tuple[str, ...]:
    """Return the keys under which a country may be named whose people `word` is: "uruguayenne" for Uruguay."""
    key = name_key(word)
    return (key, key[:-1]) if len(key) > _ROOT else (key,) if key else ()
