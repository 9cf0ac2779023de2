"""Page furniture: lines that are on a page beside its journalism.

Recognition is by phrases of the `furniture` tables of all languages at once: a page's furniture is often in another
language than its text. Phrases are compared folded, on whole words. The kinds:

    advert share menu consent legal more subscribe live     the line is dropped
    read_also                                                it is dropped with the headline it announces
    related comments tags other_news                         as a whole line, they open a part that is no body
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import regex
from ahocorasick_rs import AhoCorasick

from recoupe.extract.lines import count_words, ends_sentence, key, keys
from recoupe.languages import available, load
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

SECTIONS = frozenset({"related", "comments", "tags", "other_news"})
_STARTS_WORDS = 40
_CONTAINS_WORDS = 40
_BESIDE = 4  # words beside what tells of another page: its numbers, "next"
_PARTS = ("", " ", "'")
"""What stands between the words of a key."""
_URL = compiled_by_regex(r"^(?:\p{Lu}\p{L}{1,9} ?: ?)?(?:https?://|www\.)\S+$")  # "URL: https://..."
_COPYRIGHT = compiled_by_regex(r"^(?:©|\(c\))\s?(?:19|20)\d\d\b", regex.I)  # "© Reuters" tells whose words they are
_FIGURE = compiled_by_regex(r"[2-9]|\d\d")
_BAR = compiled_by_regex(r"\s+[|·•–—-]\s+")
_COUNT = compiled_by_regex(r"^[\d.,\s()]+|(?<![\d.,\s()])[\d.,\s()]+$")


class _Finder:
    """Finds phrases in a key, on whole words: the leftmost, and of those that begin at one place the longest."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = sorted(set(keys(phrases)) - {""})
        self._automaton = AhoCorasick(self._phrases)

    def __call__(self, folded: str) -> list[tuple[int, str]]:
        """Return where each phrase of `folded` begins, and the phrase; they may overlap."""
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        whole = [(s, -e, n) for n, s, e in hits if folded[s - 1 : s] in _PARTS and folded[e : e + 1] in _PARTS]
        return [(start, self._phrases[n]) for start, _, n in sorted(whole)]

    def search(self, folded: str) -> str | None:
        """Return the first of the phrases in `folded`."""
        return next((phrase for _, phrase in self(folded)), None)

    def opening(self, folded: str) -> str | None:
        """Return the phrase `folded` begins with."""
        return next((phrase for start, phrase in self(folded) if not start), None)

    def every(self, folded: str) -> set[str]:
        """Return the phrases in `folded` that are no part of another, nor overlap the one before."""
        found: set[str] = set()
        done = 0
        for start, phrase in self(folded):
            if start >= done:
                found.add(phrase)
                done = start + len(phrase)
        return found


class _Phrases(NamedTuple):
    exact: Mapping[str, str]
    starts: Mapping[str, tuple[tuple[str, str], ...]]  # first word -> (phrase, kind)
    contains: _Finder
    kinds: Mapping[str, str]
    consent: _Finder


def tables() -> Iterable[Mapping[str, Any]]:
    """Yield the furniture table of every language that has one, in the order of their codes."""
    for code in available():
        table = load(code).table("furniture")
        if table:
            yield table


def listed(part: str, where: str) -> Iterator[Any]:
    """Yield what a part of the tables of all languages lists under `where`."""
    for table in tables():
        yield from table.get(part, {}).get(where, ())


def alternatives(phrases: Iterable[str], folded: Callable[[Iterable[str]], Iterable[str]] = keys) -> str:
    """Return a pattern of folded `phrases`, longest first, that never matches when there are none."""
    ordered = sorted({*folded(phrases)} - {""}, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\ ", " ") for p in ordered) or r"(?!)"


def _keyed(kinds: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str, str]]:
    """Yield the phrases of some kinds, each with its key and its kind."""
    listed = [(phrase, kind) for kind, phrases in kinds.items() for phrase in phrases]
    folded = keys(phrase for phrase, _ in listed)
    return ((phrase, key, kind) for (phrase, kind), key in zip(listed, folded, strict=True))


@functools.cache
def _phrases() -> _Phrases:
    exact: dict[str, str] = {}
    starts: dict[str, list[tuple[str, str]]] = {}
    kinds: dict[str, str] = {}
    consent: set[str] = set()
    for table in tables():
        for _, folded, kind in _keyed(table.get("exact", {})):
            exact.setdefault(folded, kind)
        for phrase, folded, kind in _keyed(table.get("starts", {})):
            # A phrase with a colon is furniture only with it: "Lire :" is, "Lire ce livre" is not.
            starts.setdefault(folded.split(" ")[0], []).append((fold(phrase) if ":" in phrase else folded, kind))
        kinds.update((folded, kind) for _, folded, kind in _keyed(table.get("contains", {})))
        consent.update(table.get("consent", {}).get("phrases", ()))
    return _Phrases(
        exact=exact,
        starts={word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in starts.items()},
        contains=_Finder(kinds),
        kinds=kinds,
        consent=_Finder(consent),
    )


@functools.lru_cache(maxsize=8192)
def kind_of(line: str) -> str | None:
    """Return the kind of furniture `line` is (see the module), None when it is none. `line` has no break in it."""
    if len(line) > 20_000:
        return None
    folded = key(line)
    if not folded:
        return "menu"
    phrases = _phrases()
    found = phrases.exact.get(folded)
    if not found and (rest := _COUNT.sub("", line)) != line:
        found = phrases.exact.get(key(rest))
    if found:
        return found
    if _URL.match(line):
        return "share"
    words = count_words(line)
    if words <= _STARTS_WORDS:
        if _COPYRIGHT.match(line):
            return "legal"
        prose = words > 8 and ends_sentence(line)
        for phrase, kind in phrases.starts.get(folded.split(" ", 1)[0], ()):
            # One word is too little to condemn a sentence: "Copyright law is changing, and authors worry."
            if _begins(line, folded, phrase) and not (prose and " " not in phrase and ":" not in phrase):
                return kind
        held = phrases.contains.search(folded)
        if held and words <= _CONTAINS_WORDS:
            return phrases.kinds[held]
    if len(phrases.consent.every(folded)) >= (2 if words <= 60 else 3):
        return "consent"
    if disclaimer(line):
        return "disclaimer"
    if in_parts(line):
        return "more"
    return _glued(line) or _row(line) or _prices(line)


def _begins(line: str, folded: str, phrase: str) -> bool:
    if ":" in phrase:
        return fold(line).replace(" :", ":").startswith(phrase.replace(" :", ":"))
    return folded == phrase or folded.startswith(phrase + " ")


_GLUE = compiled_by_regex(r"(?<=\p{Ll})(?=\p{Lu})", regex.V1)


def _glued(line: str) -> str | None:
    """Buttons whose line breaks were lost: "AcceptRefuseSettings". Furniture when every part is."""
    if len(line) > 120:
        return None
    parts = _GLUE.split(line)
    if len(parts) < 2:
        return None
    kinds = [_phrases().exact.get(key(part)) for part in parts]
    return kinds[0] if all(kinds) else None


def _row(line: str) -> str | None:
    """A row of buttons: "Print | Close window | Quay Post". Furniture when most parts are."""
    parts = _BAR.split(line) if len(line) <= 300 else []
    kinds = [kind for part in parts if (kind := _phrases().exact.get(key(part)))]
    return kinds[0] if len(kinds) > 1 and len(kinds) * 2 > len(parts) else None


def _prices(line: str) -> str | None:
    """A row of market prices: "FTSE +0.2% · Gold 4,102". Furniture when a part names a market and each has a number.

    One part may be the label of the row. A headline ("FTSE falls 2% – gold hits 4,100") has verbs.
    """
    parts = _BAR.split(line) if len(line) <= 200 and not line.endswith(".") else []
    if len(parts) < 2 or sum(word[0].islower() for word in line.split()) > _SMALL_WORDS:
        return None
    figures = sum(any(c.isdigit() for c in part) for part in parts)
    market = figures > 1 and figures >= len(parts) - 1 and _finder("market", "words").search(key(line))
    return "menu" if market else None


_SMALL_WORDS = 2
"""Words without a capital in such a row: "prima de riesgo 58", "74 punti"."""


@functools.cache
def _derivative() -> tuple[_Finder, Mapping[str, str]]:
    """Return what finds the phrases of disclaimers, and the kind of each."""
    kinds: dict[str, str] = {}
    for table in tables():
        for _, folded, kind in _keyed(table.get("derivative", {})):
            kinds[folded] = min(kind, kinds.get(folded, kind))
    return _Finder(kinds), kinds


@functools.lru_cache(maxsize=4096)
def disclaimer(line: str) -> str | None:
    """Return what a host says about words that are not its own: "machine translation", "third-party content".

    An article may speak of machine translation; so it must be a note: at most 60 words.
    """
    if len(line) > 800 or count_words(line) > 60:
        return None
    finder, kinds = _derivative()
    return min((kinds[phrase] for _, phrase in finder(key(line))), default=None)


@functools.cache
def _finder(part: str, where: str) -> _Finder:
    """Return what finds the phrases that a part of the tables lists under `where`."""
    return _Finder(listed(part, where))


def paywall(line: str) -> bool:
    """Say whether `line` tells that the rest is for those who pay. Of a long line its first and last words count."""
    if _finder("paywall", "starts").opening(key(line[:120])):
        return True
    contains = _finder("paywall", "contains")
    return any(contains.search(key(part)) for part in {line[:200], line[-200:]})


@functools.cache
def _parts() -> regex.Pattern[str]:
    phrases = (key(p.format(n="7", m="8")) for p in listed("parts", "several"))
    figures = alternatives(phrases).replace("7", r"\d{1,2}").replace("8", r"(?<last>\d{1,2})")
    return compiled_by_regex(rf"\b(?:{figures})\b")


def in_parts(line: str) -> bool:
    """Say whether `line` tells that its page has only a part of the article: "Page 1 of 3", "Continue on page 2"."""
    if len(line) > 120 or _FIGURE.search(line) is None:
        return False
    folded = key(line)
    found = _parts().search(folded)
    beside = folded[: found.start()] + folded[found.end() :] if found else ""
    return found is not None and int(found["last"]) > 1 and count_words(beside) <= _BESIDE


def caption(line: str) -> bool:
    """Say whether `line` is the caption or credit of a picture, by its first words."""
    if len(line) > 500:
        return False
    marked = line[:1] in "([" or ":" in line[:30] or "/" in line
    return marked and _finder("caption", "starts").opening(key(line[:60])) is not None


def credited(line: str) -> bool:
    """Say whether a short line names the maker of a picture: "(Photo: ...)", "... / Getty Images"."""
    return len(line) <= 500 and _finder("caption", "credits").search(key(line)) is not None


def byline(line: str) -> bool:
    """Say whether `line` names an author: its first words, a name behind them, little else, and no full stop.

    "Par ailleurs, le pont rouvre" begins like one; its next word has no capital (Arabic has none at all).
    """
    if count_words(line) > 14 or len(line) > 120 or (ends_sentence(line) and not line.endswith(("|", "/"))):
        return False
    words = line.split()
    phrase = _finder("byline", "starts").opening(key(line[:60]))
    if phrase is None:
        return False
    rest = words[len(phrase.split()) :]
    small = sum(word[:1].islower() for word in rest)
    return not rest or (rest[0][:1].isalpha() and not rest[0][:1].islower() and small <= 4 and small <= len(rest) / 2)


def without_by(name: str) -> str:
    """Return a name without the "by" before it, and without what a link says before that: "All articles by ..."."""
    words = name.split()
    for at, (word, following) in enumerate(itertools.pairwise(words)):
        # Names hold such words too: "Otto von Bismarck" has no small word before its "von".
        if fold(word) not in _single("by") or not following[:1].isalpha() or following[:1].islower():
            continue
        before = fold(" ".join(words[: at + 1]))
        if any(w[:1].islower() for w in words[:at]) or before in _single("by") or before in _single("starts"):
            return " ".join(words[at + 1 :])
    return name


def joined_names(names: str) -> list[str]:
    """Return the names that "and" joins, in any language."""
    out: list[list[str]] = [[]]
    for word in names.split():
        if fold(word) in _single("joined") and out[-1]:
            out.append([])
        else:
            out[-1].append(word)
    return [" ".join(part) for part in out]


@functools.cache
def _single(where: str) -> frozenset[str]:
    return frozenset(map(fold, listed("byline", where)))
