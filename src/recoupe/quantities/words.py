"""The words of a language that quantities are read by: its lexicons and patterns.

They come from `languages/<code>/concepts.toml`. How an entry is written and found in a text is said in `lexicon`;
money has a table of its own (`currencies`), and so have fractions (`bases`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any

from recoupe.languages import load
from recoupe.quantities.lexicon import WORD, Lexicon
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled

BETWEEN = 4
"""Words between a volume and what it flows in at most: "400 Kubikmeter sollen im Sommer jede Sekunde"."""


@functools.cache
def words(code: str) -> Words:
    """Return the lexicons of a language, built once."""
    return Words(code)


class Words:
    """Every lexicon of a language that the quantities room reads."""

    def __init__(self, code: str) -> None:
        table = load(code).table("concepts")
        self.code = code
        self.empty = not table
        on = table.get("prefixes", ())
        self.nouns = Lexicon(
            table.get("nouns", {}),
            compounds=bool(table.get("compounds", False)),
            whole=(w for forms in _demonyms(code).values() for entry in forms for w in _forms(entry)),
            prefixes=on,
        )
        self.verbs = Lexicon(table.get("verbs", {}), prefixes=on)
        self.active = Lexicon(table.get("active", {}), prefixes=on)
        self.cues = Lexicon(table.get("cues", {}), prefixes=on)
        self.toll = Lexicon({"death": table.get("toll", ())}, prefixes=on)
        self.groups = Lexicon(_joined(_demonyms(code), table.get("groups", {})), prefixes=on)
        self.each = Lexicon({"each": table.get("each", ())}, prefixes=on)
        self.before = Lexicon(table.get("qualifiers", {}), prefixes=on)
        self.after = Lexicon(table.get("qualifiers_after", {}), prefixes=on)
        self.among = Lexicon(table.get("among", {}), prefixes=on)
        told = [fold(phrase).rpartition(" ") for phrases in table.get("among", {}).values() for phrase in phrases]
        self.among_leads = tuple(
            sorted(
                {
                    f" {lead}"
                    for lead, _, last in told
                    if lead and any(hit.key in table["among"] for hit in self.nouns.all(last, 0, len(last)))
                }
            )
        )  # "among the", of "among the dead"
        self.those = Lexicon(table.get("those", {}), prefixes=on)
        self.held_after = Lexicon({"x": table.get("held_after", ())}, prefixes=on)
        self.part = Lexicon({"part": table.get("part", ())}, prefixes=on)
        self.down_from = Lexicon({"x": table.get("down_from", ())}, prefixes=on)
        self.against = Lexicon({"x": table.get("against", ())}, prefixes=on)
        self.before_old = frozenset(
            word
            for key in ("down_from", "against")
            for phrase in table.get(key, ())
            for word in WORD.findall(fold(phrase))
        )
        self.in_other_money = frozenset(word for p in table.get("in_other_money", ()) for word in WORD.findall(fold(p)))
        self.number_of = Lexicon({"x": table.get("number_of", ())}, prefixes=on)
        self.difference = Lexicon({"x": table.get("difference", ())}, prefixes=on)
        self.difference_before = _folded(table.get("difference_before", ()))
        self.reaches = Lexicon({"x": table.get("reaches", ())}, prefixes=on)
        self.scales = Lexicon(table.get("scales", {}), prefixes=on)
        self.out_of = Lexicon({"total": table.get("out_of", ())}, prefixes=on)
        self.exclude = Lexicon({"x": table.get("exclude", ())}, prefixes=on)
        self.follow = Lexicon({"x": table.get("exclude_after", ())}, prefixes=on)
        self.score = Lexicon({"score": table.get("score", ())}, prefixes=on)
        self.suspected = _folded(table.get("suspected", ()))
        self.skip = _folded(table.get("skip", ())) | self.suspected
        self.links = _folded(table.get("links", ()))
        self.relatives = _folded(table.get("relatives", ()))
        self.for_sum = _folded(table.get("for_sum", ()))
        self.aux = _folded(table.get("aux", ()))
        self.stop = _folded(table.get("stop", ()))
        self.several_are = _folded(table.get("several_are", ()))
        self.conjunctions = _folded(table.get("conjunctions", ()))
        self.have = frozenset(fold(str(load(code).table("quotes").get("auxiliaries", {}).get("have", ""))).split())
        self.verb_final: bool = table.get("verb_final", False)
        self.plural_ends = tuple(table.get("plural_ends", ()))
        self.one_counts: bool = table.get("one_counts", False)
        self.score_colon: bool = table.get("score_colon", False)
        self.versus = _folded(table.get("versus", ()))
        self.level = _folded(table.get("level", ()))
        self.minus = _folded(table.get("minus", ()))
        self.none = _none(table)
        self.nobody = _folded(table.get("nobody", ()))
        self.joined = _folded(table.get("joined", ()))
        self.none_more = _folded(table.get("none_more", ()))
        self.of_several = Lexicon(table.get("of_several", {}))
        self.separated = _separated(table.get("separated", {}))
        self.separated_behind = _separated(table.get("separated_behind", {}))
        self.adjectives_before: int = table.get("adjectives_before", 0)
        self.genitive_behind: bool = table.get("genitive_behind", False)
        self.plural_follows: bool = table.get("plural_follows", False)
        self.nouns_capitalised: bool = load(code).table("names").get("nouns_capitalised", False)
        self.units = _unit_pattern(table.get("units", {}))
        self.stuff = Lexicon(table.get("stuff", {}), prefixes=on)
        self.hour_of = compiled(rf" ?(?:{'|'.join(table.get('hour_of', ())) or '(?!)'})\b")
        self.penny: str = table.get("penny", "")
        self.percent = Lexicon(table.get("percent", {}))
        self.unit_of = _unit_words(table.get("units", {}))
        self.per_second = _per_second(table.get("per_second", ()))
        self.definite = _folded(table.get("definite", ()))
        self.age_between = [(_pattern(a), _pattern(b)) for a, b in table.get("age_between", ())]
        self.age = _any_of(table.get("age_before", ()))
        self.adverbs = _folded(table.get("adverbs", ()))
        self.amount_to = _folded(table.get("amount_to", ()))
        self.wounds = _folded(table.get("wounds", ()))
        self.age_links = _folded(table.get("age_links", ()))
        self.age_after = _any_of(table.get("age_after", ()))
        times = load(code).table("times")
        self.parts_of_years = _parts_of_years(times.get("unit", {}))
        self.times = _words_of(times.get("unit", {})) | _words_of(times.get("month", {}))


def _separated(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return by their verb the outcomes of verbs in two pieces ("nahm ... fest"): the key and the piece behind."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for key, entries in table.items():
        for entry in entries:
            verb, _, piece = fold(entry).partition(" ... ")
            found[verb] = (*found.get(verb, ()), (key, piece))
    return found


def _none(table: Mapping[str, Any]) -> re.Pattern[str] | None:
    """Return the pattern of words for nobody, None in a language without: pronouns ("nobody") before determiners.

    They stand by their first letters, what stands before these is looked at then: `re` finds one of a few letters fast.
    """
    phrases = [w for part in ("nobody", "none") for w in sorted(table.get(part, ()), key=lambda w: (-len(w), w))]
    by_first: dict[str, list[str]] = {}
    for phrase in map(fold, phrases):
        rest = re.escape(phrase[1:]) + ("" if phrase.endswith("'") else r"(?!\w)")
        by_first.setdefault(phrase[0], []).append(rest)
    forms = (rf"{re.escape(first)}(?<!\w.)(?:{'|'.join(rests)})" for first, rests in sorted(by_first.items()))
    return compiled("|".join(forms)) if phrases else None


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _pattern(pattern: str) -> re.Pattern[str]:
    """Return a pattern with its letters folded, its escapes (\\W) as they are."""
    return compiled(re.sub(r"\\.|[^\\]+", lambda m: m[0] if m[0][0] == "\\" else fold(m[0]), pattern))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of what one of some patterns finds, the first of them that does."""
    return _pattern("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)")


def _parts_of_years(units: Mapping[str, Iterable[str]]) -> dict[str, float]:
    """Return what part of a year each word for a month, a week or a day is."""
    return {fold(w): 1 / n for unit, n in (("month", 12), ("week", 52), ("day", 365)) for w in units.get(unit, ())}


def _words_of(table: Any) -> frozenset[str]:
    return frozenset(fold(w).rstrip(".") for words in table.values() for w in words) if table else frozenset()


def _demonyms(code: str) -> dict[str, list[str]]:
    return {str(k): list(v) for k, v in load(code).table("names").get("demonyms", {}).items() if isinstance(v, list)}


def _joined(first: Mapping[str, list[str]], second: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return both tables; a key of both has the words of both."""
    return {key: [*first.get(key, ()), *second.get(key, ())] for key in {**first, **second}}


def _per_second(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Return the pattern of the words between a volume and "per second", with these: "of water per second"."""
    words = "|".join(re.escape(fold(phrase)) for phrase in phrases)
    word = r"'?[^\W\d_]++(?:'[^\W\d_]++)?"  # cut in one way only: else words without end are tried in all ways
    return compiled(rf"(?:[^\S\n]{word}){{0,{BETWEEN}}}[^\S\n](?:{words})(?!\w)") if words else None


def _unit_words(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {fold(form): unit for unit, words in table.items() for w in words for form in _unit_forms(w, unit)}


def _unit_forms(entry: str, unit: str) -> list[str]:
    """Return the forms of a unit's word; in a short sign of a ratio the stroke is part of it ("km/h", "км/ч")."""
    sign = "/" in unit and " " not in entry and len(entry.partition("/")[2]) <= 2
    return [entry] if sign else _forms(entry)


def _forms(entry: str) -> list[str]:
    if "/" in entry and entry != "m/s" and not entry.endswith(("/h", "/heure")):
        base, *endings = entry.split("/")
        return [base, *(base + e for e in endings)]
    return [entry]


def _unit_pattern(table: Mapping[str, list[str]]) -> re.Pattern[str] | None:
    words = sorted(_unit_words(table), key=len, reverse=True)
    return compiled(rf"(?:{'|'.join(map(re.escape, words))})(?![^\W_])") if words else None
