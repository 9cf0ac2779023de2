"""Capitalised runs of a text, cut into chunks that may be one name each."""

from __future__ import annotations

import functools
import re
import sys

import msgspec
import regex

from recoupe.names.key import script, stem
from recoupe.names.tables import Lexicon, gazetteer, lexicon, run_pattern, stems, word_pattern
from recoupe.text.letters import capitals
from recoupe.text.patterns import compiled, compiled_by_regex

_OPENERS = "\"'«»“”„‘’()[]{}<>*_~•·|–—- \u00a0\u202f\t"
NEXT_WORD = compiled_by_regex(r"[ \u00a0]*([\p{L}\p{M}'-]+)", regex.V1)
LATELY = 16384
"""Words asked about lately whose answers are kept: an article asks of few words, often."""


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of a run: its span, its letters, lower case; `small` marks the words that join ("de", "of")."""

    start: int
    end: int
    text: str
    low: str
    small: bool


class Run(msgspec.Struct, frozen=True, gc=False):
    """Words that follow each other; `initial` when the first one opens a sentence, so that its capital says nothing.

    `pieces` are its words, None where they are plain (see `words_of`): most runs came before and are not cut again.
    """

    start: int
    end: int
    pieces: list[Word] | None
    initial: bool


def runs(text: str, lex: Lexicon) -> list[Run]:
    """Return the capitalised runs of `text` in order. `text` has one kind of apostrophe."""
    found: list[Run] = []
    whole = run_pattern(lex.code)
    joining, inside = _joining(lex.code)
    reached = 0
    for m in _capital(lex.code).finditer(text):
        at = m.start()
        if at < reached:
            continue
        rest, following, behind = m.groups()
        if rest is not None and (following not in joining or (behind and behind not in inside)):  # plain words, as most
            reached = at + 1 + len(rest)
            found.append(Run(at, reached, None, opens_sentence(text, at, lex)))
            continue
        match = _run_at(text, at, reached, whole)
        if match is not None:
            reached = match.end()
            _part(text, _words_of(text, match), lex, found)
    return found


def words_of(run: Run, text: str) -> list[Word]:
    """Return the words of a run; those of a plain one are parted by one space each and hold letters and digits only,
    those that join begin with a small letter."""
    if run.pieces is not None:
        return run.pieces
    words: list[Word] = []
    at = run.start
    for word in text[at : run.end].split(" "):
        end = at + len(word)
        low = word.lower()
        words.append(Word(at, end, word, low, word[0] == low[0]))
        at = end + 1
    return words


def _run_at(text: str, at: int, reached: int, whole: regex.Pattern[str]) -> regex.Match[str] | None:
    """Return the match of the run pattern at the capital at `at`; it is tried at capitals only, which are few."""
    before = text[at - 1] if at else " "
    if before == "-" or before == "\u2060":  # "al-Hamad" begins with its article
        article = _ARTICLE.search(text, max(reached, at - 6), at)
        match = whole.match(text, article.start()) if article else None
        return match or whole.match(text, at)
    return None if before.isalnum() or before in "_@#" else whole.match(text, at)


def _words_of(text: str, match: regex.Match[str]) -> list[tuple[int, int]]:
    words: list[tuple[int, int]] = match.spans("word")
    start, stop = words[-1]
    if text[stop - 1] == ".":  # what follows the run is none of its business: "U." before a capital of another
        last = word_pattern().match(text, start, match.end())
        words[-1] = last.span() if last else words[-1]
    return words


def _part(text: str, pieces: list[tuple[int, int]], lex: Lexicon, found: list[Run]) -> None:
    """Add the runs the capitalised words `pieces` make with the small ones between them."""
    words: list[Word] = []
    end = pieces[0][0]
    for start, stop in pieces:
        if words and start < end:
            continue
        _small(text, end, start, words)
        cut = _elided(text, start, stop, lex)
        if cut:
            if words:
                words.append(
                    Word(start, start + cut, text[start : start + cut], text[start : start + cut - 1].lower(), True)
                )
            start += cut
        while text[stop - 1] == " ":
            stop -= 1
        whole = stop
        stop = _compound(text, start, stop)
        word = text[start:stop].replace("\u2060", "")
        words.append(Word(start, stop, word, word.lower(), False))
        end = stop
        if stop < whole:  # "Beijing-based": what follows belongs to no name
            found.append(Run(words[0].start, stop, words, opens_sentence(text, words[0].start, lex)))
            words = []
            end = whole
    if words:
        found.append(Run(words[0].start, end, words, opens_sentence(text, words[0].start, lex)))


_PLAIN = 40
"""Words of a plain run at most: what goes on longer would be looked at anew from each of its words."""


_POSSESSIVE = (3, 11, 5)
"""Python from which on a possessive group may hold another repeat (CPython issue 106052); runs are the same without."""


@functools.cache
def _capital(code: str) -> re.Pattern[str]:
    """Return the pattern of a capital. `rest` is the rest of a plain word, and of those with capitals right behind it
    or behind one or two words that join, that no run goes on behind, unless the small word there, `next`, joins, and so
    may the small one behind that, `last`: a mark ends it, an English genitive does, and so does a full stop behind more
    letters than titles and initials have."""
    ends = r"(?=[,;:!?)\]\"»”\n]|\Z| [\"«“„(\d]|'s[ ,.;:!?)\n])|(?<=[^\W_]{5})(?=\.)"
    small = rf"(?= (?![{capitals()}])(?P<next>[^\W_]+)(?: (?![{capitals()}])(?P<last>[^\W_]+))?[ ,.;:!?)\n])"
    lex = lexicon(code)
    joins = "|".join(sorted(word for word in lex.connectors | lex.particles if len(word) > 1 and word.isalpha()))
    gap = rf" (?:(?:{joins}) ){{0,2}}" if joins and sys.version_info >= _POSSESSIVE else " "
    plain = rf"[^\W_]*+(?:{gap}[{capitals()}][^\W_]*+){{0,{_PLAIN}}}+"
    return compiled(rf"[{capitals()}](?:(?<![\w@#\u2060-].)(?P<rest>{plain})(?:{ends}|{small}))?", re.S)


@functools.cache
def _joining(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the first of the small words that may join the words of a run, and all of them."""
    lex = lexicon(code)
    phrases = [phrase.split() for phrase in lex.connectors | lex.particles]
    return frozenset(phrase[0] for phrase in phrases), frozenset(word for phrase in phrases for word in phrase)


_ARTICLE = compiled_by_regex(r"(?r)(?:al|el|as|ash|an|ad|ar|at|az|ul|ur)(?:-|\u2060-\u2060)$", regex.V1)


def even(text: str) -> str:
    """Return `text`, same length, with one kind of apostrophe and space.

    Text that was cut into tokens prints "Chi - wai" for "Chi-wai"; its hyphens are marked to be read as such.
    """
    out = text
    if not text.isascii():
        for odd, even_one in _EVEN:
            out = out.replace(odd, even_one)
    if " - " in out and not _HYPHEN.search(out):
        out = _SPACED.sub("\u2060-\u2060", out)
    return out


_EVEN = tuple(zip("\u2019\u2018\u02bc\u2011\u2010\u00a0\u202f\u2060", "'''--   ", strict=True))
_HYPHEN = compiled_by_regex(r"\p{L}-\p{L}", regex.V1)
_SPACED = compiled_by_regex(r"(?<=\p{L}) - (?=\p{L})", regex.V1)
_SYLLABLE = compiled_by_regex(
    r"(?:[bcdfghjklmnpqrstwxyz]|ch|sh|zh|ts|hs|kw|ky|hy|gy|my|ph|th|kh)?[yw]?[aeiouü]{1,3}(?:n|ng|k|t|p|m|l|h|r|b)?",
    regex.V1,
)


def _compound(text: str, start: int, stop: int) -> int:
    """Return where the name in a hyphenated word ends: "Beijing-based" is Beijing, "Chi-wai" stays whole."""
    cut = text.rfind("-", start, stop)
    if cut < 0:
        return stop
    tail = text[cut + 1 : stop].lstrip("\u2060")
    if not tail[:1].islower() or (_SYLLABLE.fullmatch(tail) and not text[start:cut].isupper()):
        return stop
    return cut - 1 if text[cut - 1] == "\u2060" else cut


def _small(text: str, start: int, stop: int, words: list[Word]) -> None:
    """Add the joining words that stand between `start` and `stop`."""
    if not words or stop - start <= 1:
        return
    position = start
    for part in text[start:stop].replace("\u00a0", " ").split(" "):
        if part:
            words.append(Word(position, position + len(part), part, part.lower().rstrip("'"), True))
        position += len(part) + 1


def _elided(text: str, start: int, stop: int, lex: Lexicon) -> int:
    """Return the length of a shortened article glued to the word ("L'Ukraine"), with its apostrophe; 0 for none."""
    mark = text.find("'", start, stop)
    if mark < 0 or not lex.elisions or text[start:mark].lower() not in lex.elisions:
        return 0
    rest = text[mark + 1 : stop]
    return mark + 1 - start if rest[:1].isupper() else 0


def opens_sentence(text: str, start: int, lex: Lexicon) -> bool:
    """Tell whether the word at `start` is capital by its place: behind a full stop, a line break, an opening quote."""
    if start > 1 and text[start - 1] == " " and text[start - 2].isalpha():
        return False  # most runs stand behind a word
    i = start - 1
    quote = False
    while i >= 0 and text[i] in _OPENERS:
        quote = quote or text[i] in '"«“„•–—'
        i -= 1
    if i < 0 or text[i] in "!?…\n\r" or quote:
        return True
    if text[i] in ":;":
        return text[i] == ":"
    if text[i] == ".":
        j = i
        while j > 0 and (text[j - 1].isalpha()):
            j -= 1
        word = text[j:i].lower()
        return not ((word in lex.titles and len(word) <= 4) or (len(word) == 1 and text[j].isupper()))
    return False


def known(words: list[Word], begin: int, end: int) -> tuple[str, str] | None:
    """Return (type, canonical name) when `words[begin:end]` are a name of the shared tables."""
    return lookup(joined(words, begin, end)) if end - begin <= LONGEST else None


LONGEST = 20
"""Words of the longest name the tables may hold: a run of capitals that goes on for pages is none of theirs."""


@functools.lru_cache(maxsize=LATELY)
def lookup(name: str) -> tuple[str, str] | None:
    """Return (type, canonical name) of a name of the shared tables, in any case where the language has cases."""
    tables = gazetteer()
    if name in tables.organisations:
        return "organisation", tables.organisations[name]
    if name in tables.places:
        return "place", tables.places[name].name
    if len(name) > 6 and name.endswith("s"):  # "Nigerias": a genitive
        place = tables.places.get(name[:-1])
        if place and place.kind in ("country", "region"):
            return "place", place.name
    if name[0] > "\u0400" and script(name) == "cyrillic":
        place = stems().get(" ".join(map(stem, name.split())))
        if place:
            return "place", place.name
    if len(name) > 4 and name.isupper() and name.isalpha():  # a dateline: "HELSINKI"
        place = tables.places.get(name.title())
        if place and (place.kind != "city" or place.people >= 100):
            return "place", place.name
    if " " in name:
        return tables.folded.get(name.lower())
    return None


@functools.lru_cache(maxsize=LATELY)
def is_given(word: str) -> bool:
    """Tell whether a word, or the first half of "Jean-Pierre", is a given name of the tables; Cyrillic in any case."""
    tables = gazetteer()
    if word in tables.given or word.split("-")[0] in tables.given:
        return True
    return word[0] > "\u0400" and stem(word) in tables.given_stems


def is_somebodys(word: str) -> bool:
    """Tell whether a word is the name of many people somewhere, given or family, and no word of a language's tables."""
    tables = gazetteer()
    return word in tables.family_more or word in tables.given_more


def joined(words: list[Word], begin: int, end: int) -> str:
    """Return the words as one name with single spaces; a shortened word keeps its apostrophe."""
    out = ""
    for word in words[begin:end]:
        out += word.text if not out or out.endswith("'") else " " + word.text
    return out


def is_table_name(form: str) -> str:
    """Return the type of `form` when it is a country, region, larger city or body of the tables, else ""."""
    tables = gazetteer()
    if form in tables.organisations and len(form) > 2:
        return "organisation"
    place = tables.places.get(form)
    return "place" if place and len(form) > 3 and (place.kind != "city" or place.people >= 300) else ""
