"""A language's table of reported speech, made ready for looking up: `quotes.toml` to a Grammar."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
import regex

from recoupe.languages import load
from recoupe.quotes import view
from recoupe.text.patterns import compiled_by_regex

FINITE, BASE, PARTICIPLE, GERUND, INFINITIVE = "finite", "base", "participle", "gerund", "infinitive"
_FORMS = (FINITE, BASE, PARTICIPLE, GERUND, INFINITIVE)


class Grammar(msgspec.Struct, frozen=True):
    """Words by what they do in a sentence that reports. Keys are lower case with straight apostrophes.

    `alone` are determiners that may be a subject; `leads` phrases before the verb that reports; `cited` verbs whose
    passive names who is quoted; `oblique` words no subject begins with, `weak` endings of an adjective behind an
    article that make the two one more, `agent` what stands before who acts in a passive, `nominative` words that are
    always a subject, `neuter` articles of no "he" or "she", `generic` pronouns of nobody in particular, `pointing`
    ones for what is told; `no_nouns`
    are verbs that report and nothing else ("said"), `ambiguous` their forms that are nouns too, `naming` the forms of
    naming ("called"), `judging` those that name or judge; `governed` the prepositions of these, `governs` the words
    one of which a verb needs before what it calls something ("hält für"), `objectives` what opens it where it stands
    before the verb; `speech` nouns of what somebody says, `possessive` whose it is, `tonic` pronouns behind
    "according to", `named` nouns whose own name stands in marks; `pasts` endings of a past, `narrating` those of
    one that no noun has ("compareció"), `onward` of a verb behind "and" that is the narrator's,
    `manner` of an adverb between an auxiliary and its verb; `opposing` is "but" and
    "while", `relative` what opens a clause with a verb of saying of its own (", which he called"); `degrees` stand
    before an adjective ("very"); `means` is the "by" of "by saying", `occasion` "during". `clausal` verbs report
    without marks only what a "that" opens; `circumstances` open no words that are told, `supposing` stand before
    whoever only might say something ("if Poe says"); `rates` are sources only before a name or an article ("per").
    `authors` is the "by" before who wrote a title; `bodies` are those of `voices` that are no people.

    `verbs` gives, for a form, what it may be: pairs (form, strength), form as in the conjugations, strength
    say, tell, ask, think, call or voice. Phrases are tuples of tokens by their first token. `triggers` are the
    words a report may begin with, `speaking` those that report without words in marks too; `telling` are the verbs,
    `saying` those among them; `phrases` are the words of each phrase by the longest of them, but for those that report
    only where they open a sentence, `opening`; `voices` are nouns of who or what may speak, `things` nouns of what does
    not; `openings` end a participle that opens a sentence, `adverbs` an adverb, `plural_endings` of nouns, `abstract` a
    noun of a quality or an act;
    `marking` words stand before what is written on a thing, `uttered` ones before whose words they are; `people` are
    those `voices` that are somebody, where others may be told apart; `common` are words with a capital only by their
    place; `latter` words mean the one named last; `small` ones begin no name; `finite` auxiliaries part a
    clause; `countries` gives the country of a word ("russe" -> "RU"); `undescribing` words tell nothing of who is
    described with them; `hearers` end the names of media, which are told
    something, `writers` begin words for those who work there.
    """

    code: str
    verbs: Mapping[str, frozenset[tuple[str, str]]]
    habits: Mapping[str, Any]
    starts: frozenset[str]
    triggers: frozenset[str]
    speaking: frozenset[str]
    auxiliaries: frozenset[str]
    have: frozenset[str]
    passive: frozenset[str]
    pronouns: Mapping[str, str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    linking: frozenset[str]
    realm: frozenset[str]
    continuing: frozenset[str]
    stop: frozenset[str]
    complements: frozenset[str]
    close: frozenset[str]
    alone: frozenset[str]
    governed: frozenset[str]
    judging: frozenset[str]
    no_nouns: frozenset[str]
    ambiguous: frozenset[str]
    naming: frozenset[str]
    clausal: frozenset[str]
    circumstances: frozenset[str]
    supposing: frozenset[str]
    degrees: frozenset[str]
    cited: frozenset[str]
    oblique: frozenset[str]
    weak: Mapping[str, str]
    agent: frozenset[str]
    nominative: frozenset[str]
    neuter: frozenset[str]
    named: frozenset[str]
    objectives: frozenset[str]
    generic: frozenset[str]
    pointing: frozenset[str]
    governs: Mapping[str, frozenset[str]]
    reflexive: frozenset[str]
    speech: frozenset[str]
    possessive: Mapping[str, str]
    tonic: Mapping[str, str]
    pasts: tuple[str, ...]
    narrating: tuple[str, ...]
    onward: tuple[str, ...]
    manner: tuple[str, ...]
    leads: Mapping[str, tuple[tuple[str, ...], ...]]
    plurals: frozenset[str]
    joining: frozenset[str]
    opposing: frozenset[str]
    like: frozenset[str]
    that: frozenset[str]
    to: frozenset[str]
    objects: frozenset[str]
    reported: frozenset[str]
    before_comma: frozenset[str]
    breaking: frozenset[str]
    relative: frozenset[str]
    tying: frozenset[str]
    means: frozenset[str]
    occasion: frozenset[str]
    occasions: frozenset[str]
    adverbial: frozenset[str]
    dates: frozenset[str]
    months: frozenset[str]
    authors: frozenset[str]
    bodies: frozenset[str]
    particles: frozenset[str]
    before: Mapping[str, tuple[tuple[str, ...], ...]]
    after: Mapping[str, tuple[tuple[str, ...], ...]]
    only_names: frozenset[tuple[str, ...]]
    rates: frozenset[tuple[str, ...]]
    own: Mapping[str, tuple[tuple[str, ...], ...]]
    impersonal: Mapping[str, tuple[tuple[str, ...], ...]]
    telling: frozenset[str]
    saying: frozenset[str]
    opening: frozenset[str]
    phrases: Mapping[str, tuple[frozenset[str], ...]]
    nouns: frozenset[str]
    openers: frozenset[str]
    titles: frozenset[str]
    empty: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    asides: Mapping[str, tuple[tuple[str, ...], ...]]
    feminine: frozenset[str]
    masculine: frozenset[str]
    offices: Mapping[str, frozenset[str]]
    inversion: regex.Pattern[str] | None
    voices: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    openings: tuple[str, ...]
    adverbs: tuple[str, ...]
    aged: tuple[str, ...]
    abstract: tuple[str, ...]
    hearers: tuple[str, ...]
    writers: tuple[str, ...]
    plural_endings: tuple[str, ...]
    marking: frozenset[str]
    uttered: frozenset[str]
    latter: frozenset[str]
    small: frozenset[str]
    finite: frozenset[str]
    not_names: frozenset[str]
    common: frozenset[str]
    countries: Mapping[str, str]
    undescribing: frozenset[str]

    def silent(self, plain: str, *, behind_quotation: bool, colon: bool) -> bool:
        """Tell whether a sentence (of a `view.unmarked` text) without marks reports nothing: no word of it may begin a
        report, or only such as begin phrases whose other words are missing, or that would have to open it. `colon`: it
        ends with one."""
        words = view.vocabulary(plain)
        if words.isdisjoint(self.triggers if behind_quotation else self.speaking):
            return True
        bare = words.union(word[:-1] for word in words if word[-1] == "'")
        if not bare.isdisjoint(self.telling if behind_quotation or colon else self.saying):
            return False
        if any(phrase <= bare for word in bare if word in self.phrases for phrase in self.phrases[word]):
            return False
        if bare.isdisjoint(self.opening):
            return True
        return len(plain) <= _ONE_PIECE and self.opening.isdisjoint(plain.replace("'", "' ").split(None, 2)[:2])


_ONE_PIECE = 200
"""Characters of a sentence that is surely read in one piece: of its pieces each has an opening."""


def _offices(roles: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return by its words those that stand for one office, itself among them."""
    groups = [frozenset(words.split()) for words in roles.values()]
    return {word: frozenset().union(*(g for g in groups if word in g)) for group in groups for word in sorted(group)}


_LISTS = {
    "subject": (
        "determiners", "prepositions", "linking", "stop", "alone", "oblique", "agent", "nominative", "neuter",
        "generic", "pointing", "reflexive", "plurals", "objects", "openers", "titles", "empty", "definite",
        "indefinite", "realm", "continuing",
        "feminine", "masculine", "latter", "occasions",
    ),
    "auxiliaries": ("have", "passive", "degrees", "cited", "to"),
    "complements": (
        "governed", "naming", "clausal", "circumstances", "supposing", "that", "like", "joining", "opposing",
        "breaking", "relative", "tying", "dates", "particles", "means", "occasion",
    ),
    "nouns": ("ambiguous", "named", "speech", "marking", "uttered"),
    "voices": ("people", "things"),
}  # fmt: skip
"""The parts of each section of the table that a field of the same name holds as they are."""


_CRAFT = ("ship", "tug", "rocket", "probe", "band")
"""Kinds of things of the table `facts` whose own name stands in marks."""


@functools.cache
def grammar(language: str | None) -> Grammar:
    """Return the grammar of a language; one without a table knows quotation marks only."""
    table, names = load(language).table("quotes"), load(language).table("names")

    def part(section: str, key: str) -> tuple[str, ...]:
        return tuple(str(table.get(section, {}).get(key, "")).split())

    lists: dict[str, Any] = {key: frozenset(part(section, key)) for section, keys in _LISTS.items() for key in keys}
    craft = load(language).table("facts").get("post", {})
    lists["named"] |= {word for kind in _CRAFT for word in craft.get(kind, ())}  # "the crew of the trawler “Salt”"
    reporting = _verbs_and_phrases(table)
    return Grammar(
        code=load(language).code,
        habits=table.get("habits", {}),
        **lists,
        **reporting,
        pronouns=table.get("subject", {}).get("pronouns", {}),
        tonic=table.get("subject", {}).get("tonic", {}),
        weak=table.get("subject", {}).get("weak", {}),
        possessive=table.get("nouns", {}).get("possessive", {}),
        governs=_governs(table.get("complements", {}).get("needed", ())),
        asides=_phrases(table.get("auxiliaries", {}).get("asides", ())),
        offices=_offices(table.get("roles", {})),
        inversion=_pattern(table.get("inversion", {}).get("pattern")),
        auxiliaries=frozenset(part("auxiliaries", "words")) | lists["have"],
        finite=frozenset(part("auxiliaries", "finite")) | lists["have"] | lists["passive"],
        complements=frozenset(part("complements", "words")),
        close=frozenset(part("complements", "close")) | frozenset(part("complements", "words")),
        objectives=frozenset(part("complements", "objective")),
        adverbial=frozenset(part("complements", "prepositions")),
        nouns=frozenset(part("nouns", "words")),
        voices=frozenset(part("voices", "words"))
        | lists["people"]
        | (_voices(names) - frozenset(part("voices", "things"))),
        bodies=frozenset(part("voices", "words")) - lists["people"],
        pasts=part("auxiliaries", "pasts"),
        narrating=part("auxiliaries", "narrating"),
        onward=part("auxiliaries", "onward"),
        manner=part("auxiliaries", "manner"),
        openings=part("subject", "openings"),
        months=frozenset(w for words in load(language).table("times").get("month", {}).values() for w in words),
        authors=frozenset(load(language).table("furniture").get("byline", {}).get("by", ())),
        adverbs=part("subject", "adverbs"),
        aged=part("subject", "aged"),
        hearers=part("subject", "hearers"),
        writers=part("subject", "writers"),
        plural_endings=part("voices", "plurals"),
        abstract=part("voices", "abstract"),
        small=frozenset().union(
            *(lists[key] for key in ("determiners", "stop", "prepositions", "openers", "dates")),
            part("complements", "prepositions"),
            table.get("subject", {}).get("pronouns", {}),
        ),
        undescribing=frozenset(reporting["verbs"]).union(
            *(lists[key] for key in ("determiners", "stop", "prepositions", "linking", "empty", "have")),
            part("auxiliaries", "words"),
        ),
        not_names=frozenset(names.get("not_names", ())),
        common=frozenset(names.get("common", ())) | frozenset(names.get("function_words", ())),
        countries={word: code for code, forms in names.get("demonyms", {}).items() for word in forms},
    )


def _verbs_and_phrases(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a Grammar that tell what may report: verbs, phrases, and the words these begin with."""
    according = table.get("according", {})
    verbs = _verbs(table)
    before, after = _phrases(according.get("before", ())), _phrases(according.get("after", ()))
    impersonal = _phrases(table.get("impersonal", {}).get("phrases", ()))
    leads = _phrases(table.get("auxiliaries", {}).get("leads", ()))
    starts = frozenset(before) | frozenset(after) | frozenset(impersonal)
    reported = frozenset(str(table.get("complements", {}).get("reported", "")).split())
    only_names = frozenset(tuple(phrase.split()) for phrase in according.get("only_names", ()))
    anywhere = {
        first: [phrase for phrase in phrases if len(phrase) > 1 or phrase not in only_names]
        for first, phrases in before.items()
    }
    openings = starts | reported | frozenset(word.split("-")[0] for word in starts)

    used: dict[frozenset[tuple[str, str]], list[str]] = {}  # few, of many verbs
    for low, uses in verbs.items():
        used.setdefault(uses, []).append(low)

    def strong(strengths: tuple[str, ...]) -> frozenset[str]:
        return frozenset().union(*(lows for uses, lows in used.items() if any(use[1] in strengths for use in uses)))

    saying = strong(("say", "tell", "ask"))
    return {
        "verbs": verbs,
        "starts": starts,
        "triggers": openings | frozenset(leads) | frozenset(verbs),
        "speaking": openings | saying,
        "telling": reported | frozenset(verbs),
        "saying": reported | saying,
        "opening": frozenset(first for first, *more in only_names if not more),
        "judging": strong(("call",)),
        "no_nouns": frozenset(
            low
            for uses, lows in used.items()
            if all(use[0] == FINITE for use in uses)
            for low in lows
            if not low.endswith("s")
        ),
        "leads": leads,
        "reported": reported,
        "before": before,
        "after": after,
        "before_comma": frozenset(according.get("before_comma", ())),
        "only_names": only_names,
        "rates": frozenset(tuple(phrase.split()) for phrase in according.get("rates", ())),
        "own": _phrases(according.get("own", ())),
        "impersonal": impersonal,
        "phrases": _by_longest(anywhere, after, impersonal),
    }


def _pattern(pattern: str | None) -> regex.Pattern[str] | None:
    return compiled_by_regex(pattern) if pattern else None


def _governs(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    """Read lines "words: verbs": one of the words stands before what the verbs call something."""
    parted = [line.split(":") for line in lines]
    return {verb: frozenset(needed.split()) for needed, verbs in parted for verb in verbs.split()}


def _voices(names: Mapping[str, Any]) -> frozenset[str]:
    """Return the nouns of people and bodies that the table of names knows: the last word of each in English order."""
    heads = [
        str(phrase).lower().split()
        for key in ("roles", "organisation_heads", "organisation_common", "organisation_first", "organisation_cues")
        for phrase in names.get(key, ())
    ]
    at = -1 if names.get("adjectives_before") else 0
    return frozenset(parts[at] for parts in heads if parts) | frozenset(p[0] for p in heads if len(p) == 1)


def _verbs(table: Mapping[str, Any]) -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, frozenset[tuple[str, str]]] = {}
    conjugations = table.get("conjugations", {})
    for strength, lists in table.get("verbs", {}).items():
        for key, stems in lists.items():
            for stem in stems.split():
                for form, endings in ((key, ("",)),) if key in _FORMS else conjugations[key].items():
                    use = (form, strength)
                    for ending in endings:
                        found[stem + ending] = _joined(found.get(stem + ending, _UNUSED), use)
    return found


_UNUSED: frozenset[tuple[str, str]] = frozenset()


@functools.cache
def _joined(uses: frozenset[tuple[str, str]], use: tuple[str, str]) -> frozenset[tuple[str, str]]:
    """Return some uses with one more: many verbs have the same."""
    return uses | {use}


def _by_longest(*groups: Mapping[str, Iterable[tuple[str, ...]]]) -> dict[str, tuple[frozenset[str], ...]]:
    """Return the words of phrases by the longest of them, which few sentences have."""
    found: dict[str, list[frozenset[str]]] = {}
    for phrase in (phrase for group in groups for phrases in group.values() for phrase in phrases):
        words = frozenset(view.vocabulary(view.unmarked(" ".join(phrase))))
        found.setdefault(max(words, key=lambda word: (len(word), word)), []).append(words)
    return {word: tuple(sets) for word, sets in found.items()}


def _phrases(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Group phrases by their first token, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        parts = tuple(phrase.split())
        by_first.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(group, key=lambda p: (-len(p), p))) for first, group in by_first.items()}
