"""What two names or two dates frame, and under which flag a ship sails.

    "between the stations A and B"                      two places, no nations              -> between
    "from April to September", "between 1 April and 30 September"       two months without a year -> months
    "Portuguese-flagged", "flag: Portugal"              in an article about a ship                -> flag

Tables: `languages/<code>/facts.toml` (`where.between`, `where.stops`, `months`, `flag`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache

import regex

from recoupe.claims.article.facts.runs import Fact, Run, articles, demonyms, fact
from recoupe.claims.article.ground import quoted
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import FOUR_DIGITS, TOKEN
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.languages import load
from recoupe.model import Time
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_APART = compiled_by_regex(r"[.;!?\n()]", regex.V1)

HAPPENING_THERE = frozenset(("fire", "explosion", "landslide", "flood", "outage", "protest", "evacuation", "rescue"))
"""What happens between two places; talks, matches and collisions are between those who take part."""

BESIDE = 16
"""Characters at most between the word for a flag and the nation, between two months, two places."""

NATION = 5
"""Letters by which a country is known from its nation's adjective: "Portugal", "Portuguese"."""

UNLISTED = 4
"""The same where no table lists the nation, in any language: "Panama", "panaméen"."""


def between(
    ground: Scene, sentence: Sentence, where: Found, first: Run, second: Run, acts: Sequence[Found]
) -> Fact | None:
    """Return what is said to lie between two names that stand behind a word for "between", None for parties.

    That they are places is sure where something moves between them or burns there, or where they are called stations.
    """
    text, language = ground.article.text, ground.article.language
    if any(_is_nation(ground, run) for run in (first, second)) or _APART.search(text, first.end, second.start):
        return None
    words = [fold(m.group()) for m in TOKEN.finditer(text, first.end, second.start)]
    joining = load(language).table("names").get("conjunctions", ())
    if not words or words[0] not in {fold(w) for w in joining} or any(w not in articles(language) for w in words[1:]):
        return None
    of = [a for a in acts if a.end <= where.start and len(TOKEN.findall(text[a.end : where.start])) < 2]
    if any(a.key not in HAPPENING_THERE for a in of):
        return None
    names = tuple(sorted(_called(ground, run) for run in (first, second)))
    whole = Run(first.start, second.end, None)
    sure = bool(of) or where.key == "stops" or any(m.key != "march" for m in sentence.of("mover"))
    return fact(ground, sentence, "between", "", whole, (where.start, second.end), names, tight=sure)


def _is_nation(ground: Scene, run: Run) -> bool:
    return _by_beginning(fold(ground.article.text[run.start : run.end]), ground.article.language) is not None


def _called(ground: Scene, run: Run) -> str:
    return fold(" ".join(ground.article.text[run.start : run.end].split()))


def _by_beginning(folded: str, language: str | None) -> str | None:
    """Return the code of the nation whose adjective shares the most letters with a name, NATION at least ("Austria",
    "Austrian"). A whole word before another tells of none: "Santo Domingo" is not of the "santotomenses"."""
    known = _beginnings(language)
    shared = (folded[:n] for n in range(len(folded), NATION - 1, -1) if folded[n : n + 1] not in {" ", "-"})
    return next((known[letters] for letters in shared if letters in known), None)


@cache
def _beginnings(language: str | None) -> dict[str, str]:
    """Return the code of each nation by the beginnings of its adjectives; of several words, those that reach into the
    last: no "Saint-Denis" is of the "Saint-Luciens". Of two nations with one beginning the one listed first has it."""
    found: dict[str, str] = {}
    for word, code in ((word.rstrip("-"), code) for word, code in demonyms(language).items()):
        last = 1 + max(word.rfind(" "), word.rfind("-"))
        for n in range(max(NATION, last + UNLISTED - 1 if last else 0), len(word) + 1):
            found.setdefault(word[:n], code)
    return found


def months(ground: Scene, sentence: Sentence, said: Sequence[quoted.Span]) -> Iterator[Fact]:
    """Yield each span of months without a year: its key is its first and its last day ("04-01/09-30")."""
    text, language = ground.article.text, ground.article.language
    table = load(language).table("facts").get("months", {})
    opening, joining = ({fold(w) for w in table.get(part, ())} for part in ("from", "to"))
    dates = [t for t in sentence.times if t.type == "DATE" and not t.mod and not FOUR_DIGITS.search(t.text)]
    for first, second in itertools.pairwise(dates):
        begin, end = _day(first, last=False), _day(second, last=True)
        low = max(sentence.start, first.start - BESIDE)
        before = list(TOKEN.finditer(text, low, first.start))
        words = [fold(w) for w in TOKEN.findall(text[first.end : second.start])]
        if not begin or not end or not before or second.start - first.end > BESIDE or quoted.holds(said, first.start):
            continue
        if words and all(w in joining for w in words) and fold(before[-1].group()) in opening:
            whole = Run(before[-1].start(), second.end, None)
            yield fact(ground, sentence, "months", f"{begin}/{end}", whole, (whole.start, whole.end))


def _day(time: Time, *, last: bool) -> str | None:
    """Return the month and day of a date that tells a month, or one of its days; the `last` one of a whole month."""
    parts = time.value.split("-")
    if len(parts) not in (2, 3) or not all(p.isdigit() for p in parts):
        return None
    year, month = int(parts[0]), int(parts[1])
    day = int(parts[2]) if len(parts) > 2 else _last_day(year, month) if last else 1
    return f"{month:02}-{day:02}"


def _last_day(year: int, month: int) -> int:
    import calendar  # takes 2 ms, and few pages ask

    return calendar.monthrange(year, month)[1]


def flags(ground: Scene, sentence: Sentence) -> Iterator[Fact]:
    """Yield the flag a ship is said to sail under. The article must be known to speak of a ship."""
    text, language = ground.article.text, ground.article.language
    words = _flag_words(language)
    tokens = [m.span() for m in TOKEN.finditer(text, sentence.start, sentence.end)]
    for number, (start, end) in enumerate(tokens):
        if fold(text[start:end]) not in words:
            continue
        for other in (number - 1, number + 1, number + 2):
            low, high = tokens[other] if 0 <= other < len(tokens) else (end, end)
            nation = _nation(text[low:high], language)
            gap = text[min(end, high) : max(start, low)]
            if nation and len(gap) < BESIDE and not _APART.search(gap):
                yield fact(ground, sentence, "flag", nation, Run(low, high, None), (start, end))
                break


@cache
def _flag_words(language: str | None) -> frozenset[str]:
    return frozenset(fold(w) for w in load(language).table("facts").get("flag", {}).get("words", ()))


def _nation(word: str, language: str | None) -> str | None:
    """Return the code of a nation named by a word, the beginning of one that no table lists, None for other words."""
    folded = fold(word)
    known = demonyms(language).get(folded)
    if known or not word[:1].isupper() or len(word) < NATION:
        return known
    return _by_beginning(folded, language) or folded[:UNLISTED]
