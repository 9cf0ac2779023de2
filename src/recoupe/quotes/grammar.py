"""A language's table of reported speech, made ready for looking up: `quotes.toml` to a Grammar."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
import regex

from recoupe.languages import load
from recoupe.quotes import view

FINITE, BASE, PARTICIPLE, GERUND, INFINITIVE = "finite", "base", "participle", "gerund", "infinitive"
_FORMS = (FINITE, BASE, PARTICIPLE, GERUND, INFINITIVE)


class Grammar(msgspec.Struct, frozen=True):
    """Words by what they do in a sentence that reports. Keys are lower case with straight apostrophes.

    `alone` are determiners that may be a subject; `leads` phrases before the verb that reports; `cited` verbs whose
    passive names who is quoted; `oblique` words no subject begins with, `weak` endings of an adjective behind an
    article that make the two one more, `agent` what stands before who acts in a passive, `nominative` words that are
    always a subject, `neuter` articles of no "he" or "she", `generic` pronouns of nobody in particular; `no_nouns`
    are verbs that report and nothing else ("said"), `ambiguous` their forms that are nouns too, `naming` the forms of
    naming ("called"), `judging` those that name or judge; `governed` the prepositions of these, `governs` the words
    one of which a verb needs before what it calls something ("hält für"), `objectives` what opens it where it stands
    before the verb; `speech` nouns of what somebody says, `possessive` whose it is, `tonic` pronouns behind
    "according to", `named` nouns whose own name stands in marks; `pasts` endings of a past, `onward` of a verb behind
    "and" that is the narrator's; `opposing` is "but" and "while", `relative` what opens a clause with a verb of
    saying of its own (", which he called"); `degrees` stand before an adjective ("very"). `clausal` verbs report
    without marks only what a "that" opens; `circumstances` open no words that are told.

    `verbs` gives, for a form, what it may be: pairs (form, strength), form as in the conjugations, strength
    say, tell, ask, think, call or voice. Phrases are tuples of tokens by their first token. `triggers` are the
    words a report may begin with, `speaking` those that report without words in marks too; `telling` are the verbs and
    what leads to them, `phrases` the words of each phrase by the longest of them; `voices` are nouns
    of who or what may speak, `things` nouns of what does not; `openings` end a participle that opens a
    sentence, `adverbs` an adverb, `plural_endings` of nouns, `abstract` a noun of a quality or an act;
    `marking` words stand before what is written on a thing; `common` are words with a capital only by their
    place; `latter` words mean the one named last; `small` ones begin no name; `finite` auxiliaries part a
    clause; `countries` gives the country of a word ("russe" -> "RU"); `undescribing` words tell nothing of who is
    described with them.
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
    governs: Mapping[str, frozenset[str]]
    reflexive: frozenset[str]
    speech: frozenset[str]
    possessive: Mapping[str, str]
    tonic: Mapping[str, str]
    pasts: tuple[str, ...]
    onward: tuple[str, ...]
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
    adverbial: frozenset[str]
    dates: frozenset[str]
    particles: frozenset[str]
    before: Mapping[str, tuple[tuple[str, ...], ...]]
    after: Mapping[str, tuple[tuple[str, ...], ...]]
    only_names: frozenset[tuple[str, ...]]
    impersonal: Mapping[str, tuple[tuple[str, ...], ...]]
    telling: frozenset[str]
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
    things: frozenset[str]
    openings: tuple[str, ...]
    adverbs: tuple[str, ...]
    abstract: tuple[str, ...]
    plural_endings: tuple[str, ...]
    marking: frozenset[str]
    latter: frozenset[str]
    small: frozenset[str]
    finite: frozenset[str]
    not_names: frozenset[str]
    common: frozenset[str]
    countries: Mapping[str, str]
    undescribing: frozenset[str]

    def silent(self, words: set[str], behind_quotation: bool) -> bool:
        """Tell whether a sentence of these words (see `view.vocabulary`), without marks, reports nothing: no word of it
        may begin a report, or only such as begin phrases whose other words are missing ("in", "de")."""
        if words.isdisjoint(self.triggers if behind_quotation else self.speaking):
            return True
        if not words.isdisjoint(self.telling):
            return False
        bare = words.union(word[:-1] for word in words if word[-1] == "'")
        if not bare.isdisjoint(self.telling):
            return False
        return not any(phrase <= bare for word in bare if word in self.phrases for phrase in self.phrases[word])


def _offices(roles: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return by its words those that stand for one office, itself among them."""
    groups = [frozenset(words.split()) for words in roles.values()]
    return {word: frozenset().union(*(g for g in groups if word in g)) for group in groups for word in sorted(group)}


@functools.cache
def grammar(language: str | None) -> Grammar:
    """Return the grammar of a language; one without a table knows quotation marks only."""
    table = load(language).table("quotes")
    names = load(language).table("names")

    def words(section: str, key: str) -> frozenset[str]:
        return frozenset(str(table.get(section, {}).get(key, "")).split())

    subject = table.get("subject", {})
    inversion = table.get("inversion", {}).get("pattern")
    according = table.get("according", {})
    verbs = _verbs(table)
    before, after = _phrases(according.get("before", ())), _phrases(according.get("after", ()))
    impersonal = _phrases(table.get("impersonal", {}).get("phrases", ()))
    starts = frozenset(before) | frozenset(after) | frozenset(impersonal)
    leads = _phrases(table.get("auxiliaries", {}).get("leads", ()))
    first_parts = frozenset(word.split("-")[0] for word in starts)
    reported = words("complements", "reported")
    openings = starts | reported | first_parts
    strong = frozenset(("say", "tell", "ask"))
    return Grammar(
        code=load(language).code,
        verbs=verbs,
        starts=starts,
        triggers=openings | frozenset(leads) | frozenset(verbs),
        speaking=openings | frozenset(low for low, uses in verbs.items() if any(use[1] in strong for use in uses)),
        habits=table.get("habits", {}),
        auxiliaries=words("auxiliaries", "words") | words("auxiliaries", "have"),
        have=words("auxiliaries", "have"),
        passive=words("auxiliaries", "passive"),
        pronouns=subject.get("pronouns", {}),
        determiners=words("subject", "determiners"),
        prepositions=words("subject", "prepositions"),
        linking=words("subject", "linking"),
        stop=words("subject", "stop"),
        complements=words("complements", "words"),
        close=words("complements", "close") | words("complements", "words"),
        alone=words("subject", "alone"),
        leads=leads,
        governed=words("complements", "governed"),
        judging=frozenset(low for low, uses in verbs.items() if any(use[1] == "call" for use in uses)),
        no_nouns=frozenset(
            low for low, uses in verbs.items() if not low.endswith("s") and all(use[0] == FINITE for use in uses)
        ),
        ambiguous=words("nouns", "ambiguous"),
        naming=words("complements", "naming"),
        clausal=words("complements", "clausal"),
        circumstances=words("complements", "circumstances"),
        degrees=words("auxiliaries", "degrees"),
        cited=words("auxiliaries", "cited"),
        oblique=words("subject", "oblique"),
        weak=subject.get("weak", {}),
        agent=words("subject", "agent"),
        nominative=words("subject", "nominative"),
        neuter=words("subject", "neuter"),
        named=words("nouns", "named"),
        objectives=words("complements", "objective"),
        generic=words("subject", "generic"),
        governs=_governs(table.get("complements", {}).get("needed", ())),
        reflexive=words("subject", "reflexive"),
        speech=words("nouns", "speech"),
        possessive=table.get("nouns", {}).get("possessive", {}),
        tonic=subject.get("tonic", {}),
        pasts=tuple(str(table.get("auxiliaries", {}).get("pasts", "")).split()),
        onward=tuple(str(table.get("auxiliaries", {}).get("onward", "")).split()),
        plurals=words("subject", "plurals"),
        that=words("complements", "that"),
        to=words("auxiliaries", "to"),
        objects=words("subject", "objects"),
        like=words("complements", "like"),
        reported=reported,
        before_comma=frozenset(according.get("before_comma", ())),
        joining=words("complements", "joining"),
        opposing=words("complements", "opposing"),
        breaking=words("complements", "breaking"),
        relative=words("complements", "relative"),
        tying=words("complements", "tying"),
        adverbial=words("complements", "prepositions"),
        dates=words("complements", "dates"),
        particles=words("complements", "particles"),
        before=before,
        after=after,
        only_names=frozenset(tuple(p.split()) for p in according.get("only_names", ())),
        impersonal=impersonal,
        telling=reported | frozenset(leads) | frozenset(verbs),
        phrases=_by_longest(before, after, impersonal),
        nouns=words("nouns", "words"),
        openers=words("subject", "openers"),
        titles=words("subject", "titles"),
        empty=words("subject", "empty"),
        definite=words("subject", "definite"),
        indefinite=words("subject", "indefinite"),
        asides=_phrases(table.get("auxiliaries", {}).get("asides", ())),
        feminine=words("subject", "feminine"),
        masculine=words("subject", "masculine"),
        offices=_offices(table.get("roles", {})),
        inversion=regex.compile(inversion) if inversion else None,
        voices=words("voices", "words") | _voices(names),
        things=words("voices", "things"),
        openings=tuple(str(table.get("subject", {}).get("openings", "")).split()),
        adverbs=tuple(str(table.get("subject", {}).get("adverbs", "")).split()),
        plural_endings=tuple(str(table.get("voices", {}).get("plurals", "")).split()),
        abstract=tuple(str(table.get("voices", {}).get("abstract", "")).split()),
        marking=words("nouns", "marking"),
        latter=words("subject", "latter"),
        finite=words("auxiliaries", "finite") | words("auxiliaries", "have") | words("auxiliaries", "passive"),
        not_names=frozenset(names.get("not_names", ())),
        small=words("subject", "determiners")
        | words("subject", "stop")
        | words("subject", "prepositions")
        | words("subject", "openers")
        | words("complements", "dates")
        | words("complements", "prepositions")
        | frozenset(subject.get("pronouns", {})),
        common=frozenset(names.get("common", ())) | frozenset(names.get("function_words", ())),
        undescribing=frozenset(verbs).union(
            *(words("subject", key) for key in ("determiners", "stop", "prepositions", "linking", "empty")),
            words("auxiliaries", "words") | words("auxiliaries", "have"),
        ),
        countries={word: code for code, forms in names.get("demonyms", {}).items() for word in forms},
    )


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
    found: dict[str, set[tuple[str, str]]] = {}
    conjugations = table.get("conjugations", {})
    for strength, lists in table.get("verbs", {}).items():
        for key, stems in lists.items():
            for stem in stems.split():
                if key in _FORMS:
                    found.setdefault(stem, set()).add((key, strength))
                    continue
                for form, endings in conjugations[key].items():
                    for ending in endings:
                        found.setdefault(stem + ending, set()).add((form, strength))
    return {form: frozenset(uses) for form, uses in found.items()}


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
