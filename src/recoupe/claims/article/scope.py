"""What narrows a value: who, where, when, which part. Only values of equal scope are ever set against each other.

A scope is a sorted tuple of `kind:key` strings. Kinds: event (which happening), who (whose), group (which part of a
count), period (quarter, half-year, round), year (another year than the article's), day (a printed day), place (places
named beside the value), past (a cue of earlier, record or usual figures), elsewhere, part.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import NamedTuple

import regex

from recoupe.claims.article import other_figures, places
from recoupe.claims.article.cues import Found
from recoupe.claims.article.patterns import FOUR_DIGITS, ISO_DAY
from recoupe.claims.article.scene import Scene, Sentence, cost, nearest
from recoupe.languages import load
from recoupe.model import Name, Time
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

NATIONWIDE = "nationwide:"
"""In a scope: of the whole country. Who marched there is another crowd, anything else is told of elsewhere."""

NEAR = 90
"""Within this cost a cue of scope narrows a value."""

VERB = 15
"""How far before a clock time its verb stands: "that began at 5 p.m."."""

_CUED = {"previous": "past:", "elsewhere": "elsewhere:", "nationwide": NATIONWIDE, "limit": "limit:"}
"""Cues that make a value one of another time, of another place, of the whole country, or a bound set by rule ("the
limit is 100 km/h")."""

_RATES = frozenset(("day", "month"))
"""Periods that make a number a rate: "120 trucks a day"."""

_BARE = compiled_by_regex(r"(?<![\p{L}\d.,])\d{1,4}(?:[.,]\d+)?(?![\d\p{L}])")
BARE_REACH = 25
"""Characters from a word of limits to the number it leads to, which has no unit of its own ("the alarm level is 5")."""

_EARLIEST = 1700
_ZONE_BEHIND = compiled_by_regex(r" ?(?:GMT|UTC|[A-Z]{2,3}T)\b")

_LINK = compiled_by_regex(r" (?:\p{Ll}{1,4}[ '’])?(?:\p{Ll}{1,3}[ '’])?")


def of_the_country(scope: tuple[str, ...], attribute: str) -> tuple[str, ...]:
    """Return a scope with "nationwide" as what it makes of a count of `attribute`."""
    if NATIONWIDE not in scope:
        return scope
    whole = "group:nationwide" if attribute in ("protester", "striker") else "elsewhere:"
    return (*(s for s in scope if s not in (NATIONWIDE, "elsewhere:")), whole)


@functools.lru_cache(maxsize=1 << 12)
def key(scope: tuple[str, ...], kind: str) -> str | None:
    """Return the first key of `kind` in a scope."""
    prefix = kind + ":"
    return next((s[len(prefix) :] for s in scope if s.startswith(prefix)), None)


@functools.lru_cache(maxsize=1 << 12)
def keys(scope: tuple[str, ...], kind: str) -> frozenset[str]:
    """Return the keys of `kind` in a scope."""
    if not scope:
        return frozenset()
    prefix = kind + ":"
    return frozenset([s[len(prefix) :] for s in scope if s.startswith(prefix)])


class Circumstances(NamedTuple):
    """What a value's sentence says beside it."""

    scope: tuple[str, ...]
    status: str
    holder: str | None
    day: str | None


def reference_day(scene: Scene) -> dt.date | None:
    """Return the day the article is read from: published, else its reference, else None."""
    for value in (scene.article.published, scene.article.reference):
        m = ISO_DAY.match(value or "")
        if m:
            try:
                return dt.date(int(m[1]), int(m[2]), int(m[3]))
            except ValueError:
                continue
    return None


def dated_by_page(scene: Scene) -> bool:
    """Tell whether the page says of which year it is."""
    return FOUR_DIGITS.match(scene.article.published or scene.article.reference or "") is not None


def reference_year(scene: Scene) -> int | None:
    """Return the year the article is of: from its date, else the latest year among its dated mentions."""
    day = reference_day(scene)
    if day:
        return day.year
    m = FOUR_DIGITS.match(scene.article.published or scene.article.reference or "")
    if m:
        return int(m[0])
    dates = (t.value for s in scene.sentences for t in s.times if t.type == "DATE")
    years = [int(found[0]) for found in map(FOUR_DIGITS.match, dates) if found is not None]
    return max(years) if years else None


def circumstances(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> Circumstances:
    """Return scope, status, holder and printed day of the value at `value`."""
    scope: set[str] = set()
    day = None
    reference = reference_day(scene)
    year = reference.year if reference else reference_year(scene)
    for time in sentence.times:
        if time.type != "DATE":
            continue
        if cost(scene, sentence, value, (time.start, time.end)) > NEAR and not _governs(sentence, time):
            continue
        milestones = sentence.of("milestone")
        if milestones and nearest(scene, sentence, (time.start, time.end), milestones, 25) is not None:
            continue  # the year something was opened, not the year of the value beside it
        if _ZONE_BEHIND.match(scene.article.text, time.end):
            continue  # "(1917 GMT)" is a clock time
        if _of_every_year(sentence, time):
            continue
        found_day = ISO_DAY.match(time.value)
        found_year = FOUR_DIGITS.match(time.value)
        if found_year and not _EARLIEST <= int(found_year[0]) <= (year or 0) + 5:
            continue
        if found_year and year and int(found_year[0]) != year and not _close(found_day, reference):
            if not _of_another_clause(scene, sentence, value, time):
                scope.add(f"year:{found_year[0]}")
        elif found_day and day is None:
            day = found_day.group()
    for cue in sentence.cues:
        if cue.section == "scope" and cue.key in _CUED:
            span = (cue.start, cue.end)
            price = cost(scene, sentence, value, span)
            if price <= NEAR // 2 and not _of_another(scene, sentence, value, cue):
                scope.add(_CUED[cue.key])
        elif cue.section == "period" and cost(scene, sentence, value, (cue.start, cue.end)) <= NEAR:
            rate = cue.key in _RATES
            long = rate and scene.article.text.startswith("-", cue.end)  # "a month-long ban"
            if not long and not (rate and _nearer_another(sentence, value, cue)):
                scope.add(f"period:{cue.key}")
    if _of_one_before(scene, sentence, value):
        scope.add("past:")
    for name in sentence.names:
        inside = any(t.start <= name.start < t.end for t in sentence.times)  # "Moscow time"
        if (
            name.type == "place"
            and not name.role
            and not inside
            and not _names_a_body(scene, sentence, name)
            and not places.of_another_value(scene, sentence, value, name)
            and cost(scene, sentence, value, (name.start, name.end)) <= NEAR
        ):
            scope.add(f"place:{scene.entity(name)}")
    scope = other_figures.of_one_period(scope)
    return Circumstances(tuple(sorted(scope)), status(scene, sentence, value), holder(scene, sentence, value), day)


def _governs(sentence: Sentence, time: Time) -> bool:
    """Tell whether a date is of all its sentence says, however far: one that opens it ("In 1997, the two held a two-day
    summit"), or one told from the day of writing ("their first meeting came last July and went on for two hours").

    A year elsewhere may be a noun's ("the 2016 election").
    """
    others = [t for t in sentence.times if t.type == "DATE" and t is not time]
    return not others and (time.start - sentence.start <= OPENING or not FOUR_DIGITS.search(time.text))


OPENING = 12
"""Characters before a date that opens its sentence: "At the end of ", "Back in "."""


def _of_another_clause(scene: Scene, sentence: Sentence, value: tuple[int, int], time: Time) -> bool:
    """Tell whether a year is of another number behind a comma: "five absent, and the deficit, 6.1% last year"."""
    text = scene.article.text
    between = (q for q in sentence.quantities if value[1] <= q.start and q.end <= time.start)
    return any("," in text[value[1] : q.start] for q in between)


def _of_every_year(sentence: Sentence, time: Time) -> bool:
    """Tell whether a month stands in a span of months of no year: "410 cubic metres from April to September"."""
    if _MONTH.fullmatch(time.value) is None or FOUR_DIGITS.search(time.text):
        return False
    others = (t for t in sentence.times if t is not time and _MONTH.fullmatch(t.value))
    return any(0 <= max(t.start - time.end, time.start - t.end) <= SPAN_OF_MONTHS for t in others)


_MONTH = compiled_by_regex(r"\d{4}-\d{2}")
SPAN_OF_MONTHS = 9
"""Characters between the two months of a span: " through ", " bis "."""


def _of_another(scene: Scene, sentence: Sentence, value: tuple[int, int], cue: Found) -> bool:
    """Tell whether a cue is said of another number: "17 dead, not 19 as before", "104, just above the limit of 100"."""
    others = [(q.start, q.end) for q in sentence.quantities if (q.start, q.end) != value]
    if cue.key == "limit":
        own = _gap(value, cue)
        bare = cue.start >= value[1] and _BARE.search(scene.article.text, cue.end, cue.end + BARE_REACH)
        return bool(bare) or any(_gap(other, cue) < own for other in others)
    text = scene.article.text
    if cue.end <= value[0]:  # "up from nine the previous evening, with 12 missing"
        closed = "," in text[cue.end : value[0]]
        return closed and any(end <= cue.start and "," not in text[end : cue.start] for start, end in others)
    between = text[value[1] : cue.start]
    return "," in between and any(value[1] <= start and end <= cue.start for start, end in others)


def _nearer_another(sentence: Sentence, value: tuple[int, int], cue: Found) -> bool:
    """Tell whether another number of the sentence stands nearer to a cue: a rate is of one number."""
    own = _gap(value, cue)
    return any(_gap((q.start, q.end), cue) < own for q in sentence.quantities if (q.start, q.end) != value)


def _parted(sentence: Sentence, value: tuple[int, int], cue: Found) -> bool:
    """Tell whether another number stands between a value and a cue, whichever comes first."""
    first, last = (value[1], cue.start) if cue.start >= value[1] else (cue.end, value[0])
    return any(first <= q.start and q.end <= last for q in sentence.quantities if (q.start, q.end) != value)


def _gap(span: tuple[int, int], cue: Found) -> int:
    return max(cue.start - span[1], span[0] - cue.end, 0)


def _names_a_body(scene: Scene, sentence: Sentence, name: Name) -> bool:
    """Tell whether a place says which police or prefecture speaks ("the police of Carinthia"): no scene of a value."""
    for office in sentence.of("holder"):
        gap = scene.article.text[office.end : name.start] if office.end <= name.start else ""
        if gap and gap.strip(" ") == gap.strip() and _LINK.fullmatch(gap):
            return True
    return False


def _of_one_before(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> bool:
    """Tell whether a relative clause tells a value of another event of the story's kind, after which this one came:
    "it came two weeks after another quake, which had killed 98"."""
    text = scene.article.text
    for cue in sentence.of("scope"):
        if cue.key not in ("after_another", "after_one") or cue.end > value[0]:
            continue
        named = next((c for c in sentence.of("event") if cue.end <= c.start <= cue.end + NAMED), None)
        other = cue.key == "after_another" and (named is None or named.key in scene.opening)
        if other or (named is not None and _comes_so_long(scene, sentence, cue, named.key)):
            words = fold(text[cue.end : value[0]]).replace(",", " ").split()
            if not _relatives(scene.article.language).isdisjoint(words):
                return True
    return False


def _comes_so_long(scene: Scene, sentence: Sentence, cue: Found, event: str) -> bool:
    """Tell whether an event of a kind is said to come so long after another of it: "the quake came two weeks after a
    quake"; "after a quake that killed 217" alone is of the story's own."""
    lengths = [t for t in sentence.times if t.type == "DURATION" and 0 <= cue.start - t.end <= SO_LONG]
    told = (c for c in sentence.of("event") if c.key == event and event in scene.opening)
    return bool(lengths) and any(c.end <= lengths[0].start for c in told)


SO_LONG = 12
"""Characters between a length of time and "after": " à peine ", " only "."""

NAMED = 20
"""Characters behind "after a" in which the event is named: "strong and shallow "."""


@functools.lru_cache(maxsize=32)
def _relatives(language: str | None) -> frozenset[str]:
    """Return the words with which a relative clause begins."""
    return frozenset(map(fold, load(language).table("concepts").get("relatives", ())))


def _close(found: regex.Match[str] | None, reference: dt.date | None) -> bool:
    """Tell whether a day lies within two months of the article's (a new year does not make another scope)."""
    if not found or not reference:
        return False
    try:
        day = dt.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return abs((day - reference).days) <= 60


def status(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> str:
    """Return stated, planned, estimated, denied, corrected, or updated where it follows another of its kind."""
    found = {
        c.key
        for c in sentence.cues
        if c.section == "status"
        and not _in_a_name(scene, c)
        and cost(scene, sentence, value, (c.start, c.end)) <= NEAR
        and not (c.key == "plan" and _plans_another(scene, sentence, value, c))
    }
    for cue, name in (
        ("denial", "denied"),
        ("correction", "corrected"),
        ("update", "updated"),
        ("plan", "planned"),
        ("estimate", "estimated"),
    ):
        if cue in found:
            return of_count(scene, sentence, value, name) if cue == "estimate" else name
    return "stated"


def _in_a_name(scene: Scene, cue: Found) -> bool:
    """Tell whether a word with a capital stands behind one without: "Corriere della Sera" tells no "será"."""
    text = scene.article.text
    if not text[cue.start].isupper() or load(scene.article.language).table("names").get("nouns_capitalised"):
        return False
    return _SMALL_BEFORE.search(text, max(0, cue.start - LONGEST_SMALL), cue.start) is not None


_SMALL_BEFORE = compiled_by_regex(r"\p{Ll}[ \u00a0]$", regex.V1)
LONGEST_SMALL = 3
"""Characters in front of a word that show whether the one before it is small."""


def of_count(scene: Scene, sentence: Sentence, value: tuple[int, int], said: str) -> str:
    """Return the status of a number as `said`, or stated where the words for it are of another clause or number.

    "The museum, which drew 640,000 visitors, will close": nobody plans those visitors.
    """
    key = _OF_ONE.get(said)
    if key is None:
        return said
    for cue in sentence.cues:
        first, last = (value[1], cue.start) if cue.start >= value[1] else (cue.end, value[0])
        if cue.section != "status" or cue.key != key or _APART.search(scene.article.text, first, max(first, last)):
            continue
        if key == "plan" or not (_parted(sentence, value, cue) or _nearer_another(sentence, value, cue)):
            return said
    return "stated"


_APART = compiled_by_regex(r"[,;:()–—]")
_OF_ONE = {"planned": "plan", "estimated": "estimate"}


def _plans_another(scene: Scene, sentence: Sentence, value: tuple[int, int], cue: Found) -> bool:
    """Tell whether a plan is of another clock time, length or clause: "set for 20:00, the match began at 20:37, as it
    would"; "went on for two hours, well over the scheduled 30 minutes".

    ("The call began at 5 p.m., the head said she would appeal": it did begin.)
    """
    own_type = next((t.type for t in sentence.times if t.start <= value[0] < t.end), "TIME")
    others = [t for t in sentence.times if t.type == own_type and not t.start <= value[0] < t.end]
    own = _gap(value, cue)
    nearer = [t for t in others if _gap((t.start, t.end), cue) < own]
    text = scene.article.text
    if "," in text[value[1] : cue.start] and _told_before(scene, sentence, value):
        return True
    beside = [t for t in nearer if "," not in text[t.end : cue.start] + text[cue.end : t.start]]
    return any("," in text[t.end : value[0]] or "," in text[value[1] : t.start] for t in beside)


def _told_before(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> bool:
    """Tell whether the verb of a clock time stands right before it, in its clause: "that began at 5 p.m."."""
    if not any(t.type == "TIME" and t.start <= value[0] < t.end for t in sentence.times):
        return False
    verbs = [c for c in sentence.of("phase") if c.end <= value[0] and "," not in scene.article.text[c.end : value[0]]]
    return nearest(scene, sentence, value, verbs, VERB) is not None


def holder(scene: Scene, sentence: Sentence, value: tuple[int, int]) -> str | None:
    """Return the name of who holds the value: the speaker of its quotation, else who stands behind "according to"."""
    around = [
        (end - start, quote)
        for quote in scene.quotes
        if quote.speaker
        for start, end in quote.content
        if start <= value[0] and value[1] <= end
    ]
    quoted = min(around, key=lambda q: q[0])[1] if around else None  # the innermost words are the nearest holder's
    beside = [c for c in sentence.of("attribution") if not _parted(sentence, value, c)]
    sides = len({c.start for c in sentence.of("holder")}) > 1 and len(sentence.quantities) > 1
    if quoted is not None and not (quoted.kind == "indirect" and sides and beside):
        return _shown(quoted.speaker[0].entity, scene.article.language)
    cue = nearest(scene, sentence, value, beside, NEAR)
    if cue is None:
        return None

    def told(start: int) -> bool:  # "according to the ruling, Larrieu took": what stands behind the comma holds nothing
        return start < cue.end or "," not in scene.article.text[cue.end : start]

    counted = [value, *((q.start, q.end) for q in sentence.quantities)]  # "18 million CFA francs, says the ruling"
    who = [
        n
        for n in sentence.names
        if n.type != "place" and not any(s <= n.start < e for s, e in counted) and told(n.start)
    ]
    name = nearest(scene, sentence, (cue.start, cue.end), who, 25)
    if name is not None:
        return name.entity
    offices = [
        c
        for c in sentence.of("holder")
        if told(c.start) and not any(s <= c.start < e for s, e in counted)  # "I counted eleven army lorries"
    ]
    office = nearest(scene, sentence, (cue.start, cue.end), offices, 25)
    return scene.article.text[office.start : office.end] if office is not None else None


MOST_WORDS = 6
"""Words of the longest name or office that is shown as a holder; more are a clause."""


def _shown(who: str, language: str | None) -> str | None:
    """Return who holds a value as it may be shown: no pronoun, no clause, no phrase cut in its middle ("heads of")."""
    words = fold(who).split()
    small, cut = _small_words(language)
    if not 0 < len(words) <= MOST_WORDS or all(w in small for w in words):
        return None
    if who[0].isdigit() or who[-1] in "'’":  # "05 a.m. in the capital", "the maker had just d'"
        return None
    if words[-1] in _days(language):
        return None  # "el miércoles"
    return None if words[-1] in cut or len(words[-1]) < 2 else who


@functools.lru_cache(maxsize=32)
def _days(language: str | None) -> frozenset[str]:
    """Return the names of weekdays and months: nobody's."""
    times = load(language).table("times")
    return frozenset(fold(w) for part in ("weekday", "month") for forms in times.get(part, {}).values() for w in forms)


@functools.lru_cache(maxsize=32)
def pronouns(language: str | None) -> frozenset[str]:
    """Return the words that go back to someone named before: "he", "their"; "it" and "one" may be nobody."""
    quotes = load(language).table("quotes")
    told = quotes.get("subject", {}).get("pronouns", {}).items()
    back = (word for word, whose in told if whose in _OF_SOMEBODY)
    return frozenset(fold(word) for word in (*back, *quotes.get("nouns", {}).get("possessive", ())))


_OF_SOMEBODY = frozenset(("m", "f", "p", "fp"))
"""What the table `quotes` says of pronouns for him, her and them."""


@functools.lru_cache(maxsize=32)
def _small_words(language: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that name nobody alone, and those no name ends in."""
    subject, concepts = load(language).table("quotes").get("subject", {}), load(language).table("concepts")
    alone = {fold(w) for w in (*subject.get("pronouns", ()), *str(subject.get("determiners", "")).split())}
    return frozenset(alone), frozenset(fold(w) for w in concepts.get("stop", ()))


def dated(time: Time) -> bool:
    """Tell whether a time's value has a whole day."""
    return bool(ISO_DAY.match(time.value))
