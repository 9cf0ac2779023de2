"""The number words of a language, as `numbers` reads them: `languages/<code>/numbers.toml`, folded.

Table: `decimal`, `space_groups`; `units` (value: words that add), `hundred`, `magnitude` (value: words that
multiply), `short` (abbreviated multipliers), `dotted` (they end in a full stop), `goes_on` (multipliers behind
which a number goes on in digits: "11 mil 400"), `collective` (value: "vingtaine"),
`plural` (words that alone mean several of them), `vague` ("several" before a multiplier), `indefinite` ("a"),
`articles`, `joiners` (word: what it may follow), `links` ("of"), `half` (phrases), `phrases` (value or "low..high":
phrases), `ranges`, `between`, `between_the` (articles before its
numbers), `source`, `target` and `change` ("from", "to", verbs of change), `becomes`
("to" that joins no range), `ordinals`, `ordinal_suffix`
(pattern), `compound` (words run together), `teen_tens` (tens that go on to nineteen: "soixante-douze"), `alone`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from recoupe.languages import load
from recoupe.text.letters import DECIMALS
from recoupe.text.normalise import fold, letters
from recoupe.text.patterns import compiled

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_GAP = r"[ \t]{1,2}|-|[ ]?-[ ]?"
_GAP_AT = compiled(_GAP)
_WORD = compiled(r"[^\W\d_]+")
_BEHIND = compiled(rf"(?>{_GAP}|)([^\W\d_]+)")
_DIGIT = compiled(rf"[{DECIMALS}{''.join(FRACTIONS)}](?:(?<=\d)|(?<![^\W\d_].))")


def token_at(text: str, at: int) -> tuple[str, int]:
    """Return the word that begins at `at` and its end; an empty word when there is none."""
    m = _WORD.match(text, at)
    return (m.group(), m.end()) if m else ("", at)


def token_behind(text: str, end: int) -> tuple[str, int]:
    """Return the word behind the gap at `end`, if there is one, and where it ends; an empty word when there is none."""
    m = _BEHIND.match(text, end)
    return (m[1], m.end()) if m else ("", end)


def behind_gap(text: str, at: int) -> int:
    """Return where the next token begins: one space, hyphen or line-internal gap further, `at` where there is none."""
    m = _GAP_AT.match(text, at)
    return m.end() if m else at


@functools.cache
def numerals(code: str) -> Numerals:
    """Return the number words of a language; without a table there are digits only."""
    return Numerals(load(code).table("numbers"))


def _in_word(char: str) -> bool:
    """Tell whether a character, "" at an end of the text, is of a word: a letter or a sign that counts as one."""
    return char.isalnum() and not char.isdecimal()


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _by_word(table: Mapping[str, list[str]]) -> dict[str, float]:
    return {fold(word): float(value) for value, words in table.items() for word in words}


class Numerals:
    """Tables of one language by folded word."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.decimal: str = table.get("decimal", ".")
        self.space_groups: bool = table.get("space_groups", True)
        self.units = _by_word(table.get("units", {}))
        self.hundred = _folded(table.get("hundred", ()))
        self.magnitude = _by_word(table.get("magnitude", {}))
        self.short = _folded(table.get("short", ()))
        self.goes_on = _folded(table.get("goes_on", ()))
        self.collective = _by_word(table.get("collective", {}))
        self._dotted: bool = table.get("dotted", False)
        self.plural = _folded(table.get("plural", ()))
        self.vague = _folded(table.get("vague", ()))
        self.indefinite = _folded(table.get("indefinite", ()))
        self.articles = _folded(table.get("articles", ()))
        self.joiners: dict[str, list[str]] = {fold(k): v for k, v in table.get("joiners", {}).items()}
        self.links = _folded(table.get("links", ()))
        self.ranges = _folded(table.get("ranges", ()))
        self.between = {fold(k): fold(v) for k, v in table.get("between", {}).items()}
        self.between_the = frozenset(map(fold, table.get("between_the", ())))
        self.source = _folded(table.get("source", ()))
        self.change = _folded(table.get("change", ()))
        self.target = _folded(table.get("target", ()))
        self.becomes = _folded(table.get("becomes", ()))
        self.ordinals = _by_word(table.get("ordinals", {}))
        self.standing = _folded(table.get("alone", ()))
        self.vigesimal = frozenset(float(v) for v in table.get("teen_tens", ()))
        half = sorted((fold(p) for p in table.get("half", ())), key=len, reverse=True)
        self.half = compiled(rf"[ -](?:{'|'.join(map(re.escape, half))})(?!\w)") if half else None
        suffix = table.get("ordinal_suffix")
        self.ordinal_suffix = compiled(rf"(?:{suffix})(?!\w)") if suffix else None
        self._going_on = (
            frozenset(self.units) | self.hundred | frozenset(self.magnitude) | frozenset(self.collective)
            | frozenset(self.joiners) | self.indefinite | frozenset(word for p in half for word in _WORD.findall(p)[:1])
        )  # fmt: skip
        self._phrases = self._read_phrases(table.get("phrases", {}))
        self._compound = self._read_compound(table.get("compound", {}))
        self.begins = (
            frozenset(self.units) | self.hundred | frozenset(self.between) | frozenset(self.ordinals) | self.plural
            | self.vague | self.indefinite | (self.standing & frozenset(self.magnitude)) | frozenset(self._phrases)
        )  # fmt: skip
        self.small = self.articles | self.indefinite | {""}
        self.only_articles = frozenset(
            word
            for word in self.articles | self.indefinite
            if self.units.get(word) == (1.0 if word in self.articles else None)
        ).difference(self.between, self.ordinals, self.plural, self.vague, self.magnitude)
        parts = sorted(self._compound, key=len, reverse=True)
        self.prefix = compiled(rf"(?:{'|'.join(parts)}){{2}}") if parts else None
        self._heads = sorted(w for w in self.begins | set(parts) if _WORD.fullmatch(w))
        self._spaced = all(map(str.isascii, self._heads))
        before, behind = (" " if self._spaced else ""), (" " if self._spaced and not parts else "")
        self._finder = AhoCorasick(
            [before + head + behind for head in self._heads],
            matchkind=MatchKind.Standard if behind else MatchKind.LeftmostLongest,
        )
        self._lone = bool(behind)
        self._telling = self.begins - self.small
        self._whole = compiled(rf"(?:{'|'.join(parts)})+") if parts else None
        self._each = compiled("|".join(parts)) if parts else None

    def _read_phrases(self, table: Mapping[str, list[str]]) -> dict[str, list[tuple[str, float, float | None]]]:
        """Return phrases by their first word, the longest first."""
        out: dict[str, list[tuple[str, float, float | None]]] = {}
        for key, phrases in table.items():
            low, _, high = key.partition("..")
            for phrase in map(fold, phrases):
                entry = (phrase, float(low), (float(high) if high else None) if ".." in key else float(low))
                first = _WORD.match(phrase)
                if first:
                    out.setdefault(first.group(), []).append(entry)
        for entries in out.values():
            entries.sort(key=lambda e: -len(e[0]))
        return out

    def _read_compound(self, table: Mapping[str, list[str]]) -> dict[str, float | None]:
        """Return the value of each part of words that run together; None for "and", which has none."""
        return {fold(w): (None if value == "and" else float(value)) for value, words in table.items() for w in words}

    def starts(self, folded: str) -> list[tuple[int, str]]:
        """Return where a number may begin, in order: each digit and sign of a fraction (with ""), and each word that
        begins one (with that word, or with what a word run together begins with)."""
        found = [(m.start(), "") for m in _DIGIT.finditer(folded)]
        spaced = f" {letters(folded)} " if self._spaced else folded
        hits = self._finder.find_matches_as_indexes(spaced, overlapping=self._lone)
        if self._lone and folded.isascii():  # every word of the text stands between two blanks
            found += [(start, self._heads[which]) for which, start, _ in hits]
            found.sort()
            return found
        for which, start, _ in hits:
            if start and _in_word(folded[start - 1]):
                continue
            head = self._heads[which]
            end = start + len(head)
            whole = head in self.begins and not _in_word(folded[end : end + 1])
            if whole or (self.prefix is not None and self.prefix.match(folded, start)):
                found.append((start, head))
        found.sort()
        return found

    def continues(self, word: str) -> bool:
        """Tell whether a number may go on with a word behind its first one."""
        return word in self._going_on or self.value(word) is not None

    def says(self, folded: str) -> bool:
        """Tell whether a number in words may begin in a text, articles aside; the quick way may say so too often."""
        if self._lone:
            return not self._telling.isdisjoint(letters(folded).split())
        return not all(word in self.small for _, word in self.starts(folded))

    def phrase_at(self, text: str, start: int, word: str) -> tuple[float, float | None, int] | None:
        """Return (low, high, end) of the listed phrase that begins with `word` at `start`, None where there is none."""
        for phrase, low, high in self._phrases.get(word, ()):
            end = start + len(phrase)
            if text.startswith(phrase, start) and not text[end : end + 1].isalpha():
                return low, high, end
        return None

    def value(self, word: str) -> float | None:
        """Return what a word adds: a unit, a ten, or a number run together ("zweihundertdrei")."""
        found = self.units.get(word)
        if found is not None or self._whole is None or len(word) > 60 or not self._whole.fullmatch(word):
            return found
        return self._run_together(word)

    @functools.lru_cache(maxsize=2048)  # noqa: B019  one instance a language, kept for the process
    def _run_together(self, word: str) -> float | None:
        assert self._each is not None
        total = current = 0.0
        for part in self._each.findall(word):
            value = self._compound[part]
            if value is None:
                continue
            if value == 1000:
                total, current = total + (current or 1) * 1000, 0.0
            elif value == 100:
                current = (current or 1) * 100 if current < 10 else current + 100
            elif value == 0.5:
                return total + current + 0.5
            else:
                current += value
        return total + current

    def merge(self, current: float | None, value: float) -> float | None:
        """Return the group below a thousand with `value` added, None where it does not go on ("two three")."""
        if current is None:
            return value
        if current >= 1000 or value >= 1000:
            return None
        rest = current % 100
        if value == 20 and rest == 4 and self.vigesimal:
            return current + 76
        if rest in self.vigesimal and 10 <= value < 20:
            return current + value
        if rest >= 20 and rest % 10 == 0 and 0 < value < 10:
            return current + value
        if current >= 100 and rest == 0 and 0 < value < 100:
            return current + value
        return None

    def may_join(self, word: str, current: float | None, value: float) -> bool:
        """Tell whether "and" joins here: after tens a unit, after hundreds or a multiplier (`current` None) less."""
        allowed = self.joiners.get(word, [])
        if current is None:
            return "magnitude" in allowed and value < 1000
        rest = current % 100
        if rest >= 20 and rest % 10 == 0:
            return "tens" in allowed and (value < 10 or (rest in self.vigesimal and value < 20))
        return "hundred" in allowed and current >= 100 and rest == 0 and value < 100

    def alone(self, word: str) -> bool:
        """Tell whether a multiplier counts without a number before it ("cent", "mille", "tausend")."""
        return word in self.standing

    def dotted(self, word: str) -> bool:
        """Tell whether an abbreviated multiplier may end in a full stop ("Mrd.")."""
        return self._dotted and word in self.short
