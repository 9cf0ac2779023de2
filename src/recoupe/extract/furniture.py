"""Page furniture: lines that are on a page beside its journalism.

Recognition is by phrases of the `furniture` tables of all languages at once: a page's furniture is often in another
language than its text. Phrases are compared folded, on whole words. The kinds:

    advert share menu consent legal more subscribe live     the line is dropped
    read_also                                                it is dropped with the headline it announces
    related comments tags                                    as a whole line, they open a part that is no body
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import regex

from recoupe.extract.lines import count_words, ends_sentence, key
from recoupe.languages import available, load
from recoupe.text.normalise import fold

SECTIONS = frozenset({"related", "comments", "tags"})
_STARTS_WORDS = 40
_CONTAINS_WORDS = 40
_APOSTROPHE = regex.compile("[ '\u2019]")
_URL = regex.compile(r"^(?:\p{Lu}\p{L}{1,9} ?: ?)?(?:https?://|www\.)\S+$")  # "URL: https://..."
_COPYRIGHT = regex.compile(r"^(?:©|\(c\))\s?(?:19|20)\d\d\b", regex.I)  # "© Reuters" tells whose words they are
_BAR = regex.compile(r"\s+[|·•–—-]\s+")
_COUNT = regex.compile(r"^[\d.,\s()]+|(?<![\d.,\s()])[\d.,\s()]+$")


class _Finder(NamedTuple):
    """Finds phrases in a key. Most lines hold the first word of none, which a set tells faster than a pattern."""

    first: frozenset[str]
    pattern: regex.Pattern[str]

    def search(self, folded: str, words: frozenset[str]) -> regex.Match[str] | None:
        """Return the first of the phrases in `folded`, whose words are `words`."""
        return None if self.first.isdisjoint(words) else self.pattern.search(folded)

    def every(self, folded: str, words: frozenset[str]) -> list[str]:
        """Return each phrase in `folded`, as often as it stands there."""
        return [] if self.first.isdisjoint(words) else self.pattern.findall(folded)


def _finder(phrases: Iterable[str]) -> _Finder:
    keys = {key(p) for p in phrases} - {""}
    first = frozenset(_APOSTROPHE.split(phrase, maxsplit=1)[0] for phrase in keys)
    return _Finder(first, regex.compile(rf"\b(?:{alternatives(keys)})\b"))


def _words(folded: str) -> frozenset[str]:
    return frozenset(_APOSTROPHE.split(folded))


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


def alternatives(phrases: Iterable[str]) -> str:
    """Return a pattern of folded `phrases`, longest first, that never matches when there are none."""
    ordered = sorted({key(p) for p in phrases} - {""}, key=lambda p: (-len(p), p))
    return "|".join(regex.escape(p, special_only=True, literal_spaces=True) for p in ordered) or r"(?!)"


@functools.cache
def _phrases() -> _Phrases:
    exact: dict[str, str] = {}
    starts: dict[str, list[tuple[str, str]]] = {}
    kinds: dict[str, str] = {}
    consent: set[str] = set()
    for table in tables():
        for kind, phrases in table.get("exact", {}).items():
            for phrase in phrases:
                exact.setdefault(key(phrase), kind)
        for kind, phrases in table.get("starts", {}).items():
            for phrase in phrases:
                folded = key(phrase)
                # A phrase with a colon is furniture only with it: "Lire :" is, "Lire ce livre" is not.
                starts.setdefault(folded.split(" ")[0], []).append((fold(phrase) if ":" in phrase else folded, kind))
        for kind, phrases in table.get("contains", {}).items():
            kinds.update((key(p), kind) for p in phrases)
        consent.update(table.get("consent", {}).get("phrases", ()))
    return _Phrases(
        exact=exact,
        starts={word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in starts.items()},
        contains=_finder(kinds),
        kinds=kinds,
        consent=_finder(consent),
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
    found = phrases.exact.get(folded) or phrases.exact.get(key(_COUNT.sub("", line)))
    if found:
        return found
    if _URL.match(line):
        return "share"
    words, apart = count_words(line), _words(folded)
    if words <= _STARTS_WORDS:
        if _COPYRIGHT.match(line):
            return "legal"
        prose = words > 8 and ends_sentence(line)
        for phrase, kind in phrases.starts.get(folded.split(" ", 1)[0], ()):
            # One word is too little to condemn a sentence: "Copyright law is changing, and authors worry."
            if _begins(line, folded, phrase) and not (prose and " " not in phrase and ":" not in phrase):
                return kind
        match = phrases.contains.search(folded, apart)
        if match and words <= _CONTAINS_WORDS:
            return phrases.kinds[match.group()]
    if len(set(phrases.consent.every(folded, apart))) >= (2 if words <= 60 else 3):
        return "consent"
    if disclaimer(line):
        return "disclaimer"
    return _glued(line) or _row(line)


def _begins(line: str, folded: str, phrase: str) -> bool:
    if ":" in phrase:
        return fold(line).replace(" :", ":").startswith(phrase.replace(" :", ":"))
    return folded == phrase or folded.startswith(phrase + " ")


_GLUE = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})", regex.V1)


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


@functools.cache
def _derivative() -> tuple[tuple[str, _Finder], ...]:
    merged: dict[str, list[str]] = {}
    for table in tables():
        for kind, phrases in table.get("derivative", {}).items():
            merged.setdefault(kind, []).extend(phrases)
    return tuple((kind, _finder(merged[kind])) for kind in sorted(merged))


@functools.lru_cache(maxsize=4096)
def disclaimer(line: str) -> str | None:
    """Return what a host says about words that are not its own: "machine translation", "third-party content".

    An article may speak of machine translation; so it must be a note: at most 60 words.
    """
    if len(line) > 800 or count_words(line) > 60:
        return None
    folded = key(line)
    apart = _words(folded)
    for kind, finder in _derivative():
        if finder.search(folded, apart):
            return kind
    return None


@functools.cache
def _paywall() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    starts: list[str] = []
    contains: list[str] = []
    for table in tables():
        starts.extend(table.get("paywall", {}).get("starts", ()))
        contains.extend(table.get("paywall", {}).get("contains", ()))
    return regex.compile(rf"^(?:{alternatives(starts)})\b"), regex.compile(rf"\b(?:{alternatives(contains)})\b")


def paywall(line: str) -> bool:
    """Say whether `line` tells that the rest is for those who pay. Of a long line its first and last words count."""
    starts, contains = _paywall()
    if starts.search(key(line[:120])):
        return True
    return any(contains.search(key(part)) for part in {line[:200], line[-200:]})


@functools.cache
def _line_starts(part: str) -> regex.Pattern[str]:
    phrases = [p for table in tables() for p in table.get(part, {}).get("starts", ())]
    return regex.compile(rf"^(?:{alternatives(phrases)})\b")


def caption(line: str) -> bool:
    """Say whether `line` is the caption or credit of a picture, by its first words."""
    if len(line) > 500:
        return False
    marked = line[:1] in "([" or ":" in line[:30] or "/" in line
    return marked and _line_starts("caption").search(key(line[:60])) is not None


@functools.cache
def _credits() -> regex.Pattern[str]:
    phrases = [p for table in tables() for p in table.get("caption", {}).get("credits", ())]
    return regex.compile(rf"\b(?:{alternatives(phrases)})\b")


def credited(line: str) -> bool:
    """Say whether a short line names the maker of a picture: "(Photo: ...)", "... / Getty Images"."""
    return len(line) <= 500 and _credits().search(key(line)) is not None


def byline(line: str) -> bool:
    """Say whether `line` names an author: its first words, a name behind them, little else, and no full stop.

    "Par ailleurs, le pont rouvre" begins like one; its next word has no capital.
    """
    if count_words(line) > 14 or len(line) > 120 or (ends_sentence(line) and not line.endswith(("|", "/"))):
        return False
    words = line.split()
    match = _line_starts("byline").search(key(line[:60]))
    if match is None:
        return False
    rest = words[len(match.group().split()) :]
    small = sum(word[:1].islower() for word in rest)
    return not rest or (rest[0][:1].isupper() and small <= 4 and small <= len(rest) / 2)
