"""What an article says of names in its own voice: which post somebody holds, what a thing is called, where it happened.

    runs of capitals, with the names found in them
      -> a post or a kind of thing right beside one ("President X", "X, the mayor of Y", "the ship Z")   -> post
      -> a word for where right before one, an event before that or beside ("talks in X", "the X accord") -> place
      -> "from" or "bound for" before one, in a sentence or an article about what moves                  -> from, to
      -> two names or months that frame something, the flag of a ship (framed)                  -> between, months, flag
      -> people named one after the other ("A and B")                                                    -> beside
      -> what force was used with ("tear gas", "a shotgun")                                              -> means
      -> "voted against", "abstained" right behind a name                                -> opposing, abstaining
      -> a year, a month or a day far from the article's own, with what is told of it (dates)            -> recalled

Names are taken as printed, not as typed: a hall or a village that no list knows is a place by what stands before it.
Quoted words are left out: they are their speaker's. Tables: `languages/<code>/facts.toml`.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest

import regex

from recoupe.claims.article.facts import dates, framed, posts, runs
from recoupe.claims.article.facts.runs import BEFORE, LAST, PLAIN_GAP, Fact, Run, describing, fact, words_around
from recoupe.claims.article.ground import cues, quoted
from recoupe.claims.article.ground.cues import Found
from recoupe.claims.article.ground.patterns import TOKEN
from recoupe.claims.article.ground.scene import Scene, Sentence
from recoupe.languages import load
from recoupe.model import Name
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_MARK = compiled_by_regex(r"[,;:.!?()\n«»“”\"]", regex.V1)
_NUMBER = compiled_by_regex(r"[ \u00a0]\d{1,3}(?![\p{L}\p{N}:.,]\d)", regex.V1)
BETWEEN = 2
"""Words at most between an event and the word for where: "talks on ending the war in X" are not held in X."""

NEAR = 6
"""The same for words that only tell where: "near", "off"."""

LENGTHS = frozenset(("km", "mi", "nmi"))

LEADING = 5
"""Words at most from the word for where to the name."""

LONGEST = 3
"""Words a phrase for where has beside its first: "off the coast of"."""

LISTED = 5
"""Words at most between two people of a list: "A, special envoy B"."""

ASIDE = frozenset(
    ("stay", "speech", "flight", "mourning", "identification", "reading", "photo", "contact", "recall", "result")
)  # fmt: skip
"""Events whose place tells nothing of the story."""


def read(ground: Scene) -> list[Fact]:
    """Return what the article of a scene says of names, in the order of its text."""
    language = ground.article.language
    if not load(language).table("facts"):
        return []
    said = quoted.spans(ground.quotes)
    told = [c for c in cues.find(ground.article.text, language, "statements") if not quoted.holds(said, c.start)]
    found = [c for c in told if c.section in cues.FACTS]
    denials = [c.start for c in told if c.section == "negation"]
    starts = [c.start for c in found]
    movers = {c.key for s in ground.sentences for c in s.of("mover")} - {"march"}
    out: list[Fact] = []
    for sentence in ground.sentences:
        mine = found[bisect.bisect_left(starts, sentence.start) : bisect.bisect_left(starts, sentence.end)]
        held = [c for c in mine if c.section == "post"]
        out += _lists(ground, sentence, held, said)
        acts = [c for c in mine if c.section == "act"] + sentence.of("event") + sentence.of("weak")
        acts = [c for c in acts if c.key not in ASIDE] + [c for c in sentence.of("phase") if c.key == "arrival"]
        moving = [*sentence.of("mover"), *(c for c in sentence.of("event") if c.key == "flight")]
        out += dates.recalled(ground, sentence, said)
        out += _means(ground, sentence, mine, denials)
        out += framed.months(ground, sentence, said)
        if "ship" in movers:
            out += framed.flags(ground, sentence)
        votes = [c for c in mine if c.section == "vote"]
        if held or acts or moving or movers or votes:
            named = runs.find(ground, sentence, held)
            out += _votes(ground, sentence, votes, named)
            out += posts.find(ground, sentence, held, named)
            out += _places(ground, sentence, acts, named, moving=bool(moving), travelling=bool(movers))
    return sorted(out, key=lambda f: (f.start, f.end, f.relation, f.key, f.at))


@cache
def _leading(language: str | None) -> frozenset[str]:
    """Return the words that may stand between "in" and a place: articles, "village of", nationalities."""
    table = load(language).table("names")
    words = [w for part in ("role_articles", "definite", "link_words", "place_links", "place_cues", "facility_heads")
             for w in table.get(part, ())]  # fmt: skip
    words += [w for forms in table.get("demonyms", {}).values() for w in forms]
    words += [w for phrase in table.get("place_before", ()) for w in phrase.split()]
    return frozenset(fold(w) for w in words)


def _places(
    ground: Scene, sentence: Sentence, acts: Sequence[Found], runs: Sequence[Run], *, moving: bool, travelling: bool
) -> Iterator[Fact]:
    other = _other_dates(ground, sentence)
    for run, following in zip_longest(runs, runs[1:]):
        if any(t.start < run.end and run.start < t.end for t in sentence.times):
            continue
        where = _leads(ground, sentence, run)
        if where is not None and where.key in ("between", "stops"):
            lying = framed.between(ground, sentence, where, run, following, acts) if following is not None else None
            if lying is not None:
                yield lying
            continue
        if where is not None and where.key in ("from", "to", "bound"):
            if any(q.unit in LENGTHS and q.start < where.start <= q.end + 1 for q in sentence.quantities):
                continue  # "9 miles from the Lorvan"
            if moving or (travelling and where.key == "bound"):
                relation = "to" if where.key == "bound" else where.key
                yield fact(ground, sentence, relation, "", _numbered(ground, sentence, run), (where.start, where.end))
            continue
        if not _is_a_place(ground, sentence, run):
            continue
        led = [e for e in acts if where is not None and _right_before(ground, sentence, e, where)]
        if where is not None and where.key == "near":
            led = [e for e in led if e.key != "signing"]  # "signed a back off the Falcons"
        if led:
            best = max(led, key=lambda c: c.start)
            yield fact(ground, sentence, "place", best.key, run, (best.start, best.end), other)
            continue
        beside = [a for a in acts if a.key != "match" and _joined(ground, a, run)]  # a match has teams, and a cup
        for act in acts if where is not None else beside:
            yield fact(ground, sentence, "place", act.key, run, (act.start, act.end), other, tight=False)


def _is_a_place(ground: Scene, sentence: Sentence, run: Run) -> bool:
    """Tell whether something may happen at a name: not at letters ("the NYPD"), nor at what whoever is named behind it
    is of ("Lorvan Gov. A. Falk", "Lorvan, A. Falk's home")."""
    text = ground.article.text
    known = run.name is not None and run.name.type == "place"
    said = text[run.start : run.end]
    if len(said) == 1 or (said.isupper() and not known and len(said) <= LETTERS):
        return False
    last = fold(said.rpartition(" ")[2])
    if " " in said and last in titles(ground.article.language):
        return False
    people = (n for n in sentence.names if n.type == "person" and n is not run.name)
    return not any(0 <= n.start - run.end <= TITLE and "," not in text[run.end : n.start] for n in people)


LETTERS = 6
"""Capitals of the longest abbreviation."""

TITLE = 2
"""Characters from the place somebody is of to the name: a blank, a dot."""


@cache
def titles(language: str | None) -> frozenset[str]:
    """Return the words before a name that say what somebody is: "Gov", "Sen"."""
    return frozenset(fold(w).rstrip(".") for w in load(language).table("names").get("titles", ()))


def _other_dates(ground: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Return the dates a sentence tells that are not of the article's own weeks: "their meeting in X in 2017"."""
    own = (ground.article.published or ground.article.reference or "")[:10]
    told = {t.value for t in sentence.times if t.type == "DATE" and dates.DATE.fullmatch(t.value) and not t.mod}
    return tuple(sorted(d for d in told if not dates.near(d, own))) if own else ()


def _numbered(ground: Scene, sentence: Sentence, run: Run) -> Run:
    """Return a name with the number it ends in: "Berth 7" is no other berth. A number that counts is none of its."""
    number = _NUMBER.match(ground.article.text, run.end)
    counted = [(t.start, t.end) for t in sentence.times] + [(q.start, q.end) for q in sentence.quantities]
    if number is None or any(start < number.end() and run.end < end for start, end in counted):
        return run
    return run._replace(end=number.end())


def _joined(ground: Scene, act: Found, run: Run) -> bool:
    """Tell whether a name and an event stand side by side: "the X accord", "l'accord de X"."""
    text = ground.article.text
    if run.end <= act.start:
        return text[run.end : act.start] in (" ", "\u00a0", "-")
    words = TOKEN.findall(text[act.end : run.start]) if act.end <= run.start <= act.end + 20 else [""] * 4
    known = _leading(ground.article.language)
    return bool(words) and len(words) <= 2 and all(fold(w) in known for w in words)


def _leads(ground: Scene, sentence: Sentence, run: Run) -> Found | None:
    """Return the word for where that leads to a name, past an article, "the village of" or a nationality."""
    text, language = ground.article.text, ground.article.language
    low = max(sentence.start, run.start - BEFORE)
    last = LAST.search(text, low, run.start)
    if last is None or fold(last.group(1)) not in _ends(language):
        return None  # most names follow another word: no need to look further
    words = [m.span() for m in TOKEN.finditer(text, low, run.start)][-LEADING - LONGEST :]
    folded = [fold(text[s:e]) for s, e in words]
    known, wheres = _leading(language), _wheres(language)
    for until in range(len(words) - 1, max(-1, len(words) - LEADING), -1):
        for first in range(max(0, until - LONGEST), until + 1):
            phrase = " ".join(folded[first : until + 1])
            if phrase in wheres and not _MARK.search(text, words[first][0], run.start):
                return Found(words[first][0], words[until][1], "where", wheres[phrase])
        if folded[until] not in known:
            return None
    return None


@cache
def _ends(language: str | None) -> frozenset[str]:
    """Return the words that may stand right before a place that something leads to."""
    return _leading(language) | {phrase.rpartition(" ")[2] for phrase in _wheres(language)}


@cache
def _wheres(language: str | None) -> Mapping[str, str]:
    """Return the key of each phrase for where."""
    table = load(language).table("facts").get("where", {})
    return {" ".join(TOKEN.findall(fold(words))): key for key, phrases in table.items() for words in phrases}


def _right_before(ground: Scene, sentence: Sentence, event: Found, where: Found) -> bool:
    """Tell whether an event stands right before a word for where: names, times and few words at most lie between."""
    if event.end > where.start or any(c in ground.article.text[event.end : where.start] for c in ";:.()\n"):
        return False
    held = [(n.start, n.end) for n in sentence.names] + [(t.start, t.end) for t in sentence.times]
    words = [
        m
        for m in TOKEN.finditer(ground.article.text, event.end, where.start)
        if not any(s <= m.start() < e for s, e in held)
    ]
    return len(words) <= (NEAR if where.key == "near" else BETWEEN)


def _lists(ground: Scene, sentence: Sentence, posts: Sequence[Found], said: Sequence[quoted.Span]) -> Iterator[Fact]:
    """Yield each list of people: "A and B", "A, special envoy B and the minister C"."""
    people = [n for n in sentence.names if n.type == "person" and not n.role and not quoted.holds(said, n.start)]
    people.sort(key=lambda n: n.start)
    listed: list[Name] = []
    for name in people:
        if listed and not _goes_on(ground, posts, listed[-1].end, name.start):
            yield from _list(ground, sentence, listed)
            listed = []
        listed.append(name)
    yield from _list(ground, sentence, listed)


def _list(ground: Scene, sentence: Sentence, listed: Sequence[Name]) -> Iterator[Fact]:
    who = tuple(sorted({ground.entity(n) for n in listed}))
    if len(who) > 1:
        span = (listed[0].start, listed[-1].end)
        yield fact(ground, sentence, "beside", "", Run(*span, listed[0]), span, who)


def _goes_on(ground: Scene, posts: Sequence[Found], end: int, start: int) -> bool:
    """Tell whether a list of people goes on between two places: a comma or "and", and words of their posts."""
    if start - end > BEFORE:
        return False
    language = ground.article.language
    between = ground.article.text[end:start]
    words = [(m.start(), fold(m.group())) for m in TOKEN.finditer(between)]
    joined = between[:1] == "," or (bool(words) and words[0][1] in _joining(language))
    if not joined or len(words) > LISTED or not PLAIN_GAP.fullmatch(between[1:] if between[:1] == "," else between):
        return False
    return all(
        w in _joining(language) or w in describing(language) or any(p.start <= end + at < p.end for p in posts)
        for at, w in words
    )


@cache
def _joining(language: str | None) -> frozenset[str]:
    return frozenset(fold(w) for w in load(language).table("names").get("conjunctions", ()))


def _means(ground: Scene, sentence: Sentence, found: Sequence[Found], denials: Sequence[int]) -> Iterator[Fact]:
    """Yield what force was used with, each once a sentence, and what it is said not to have been.

    A question tells neither.
    """
    seen = set()
    text = ground.article.text
    if sentence.block == "heading" or "?" in text[sentence.start : sentence.end]:
        return
    if any(c.key == "seized" for c in sentence.of("deed")):
        return  # what was found on somebody was not used
    denials_of = [c for c in sentence.of("status") if c.key == "denial"]
    for means in (c for c in found if c.section == "means"):
        doubted = bisect.bisect_left(denials, means.start) > bisect.bisect_left(denials, sentence.start)
        if means.key not in seen:
            seen.add(means.key)
            run = Run(means.start, means.end, None)
            denied = any(c.end <= means.start and not _MARK.search(text, c.end, means.start) for c in denials_of)
            relation = UNUSED if doubted or denied else "means"
            yield fact(ground, sentence, relation, means.key, run, words_around(ground, sentence, run))


VOTES = {"against": "opposing", "abstained": "abstaining"}
"""The relation of who voted so."""


def _votes(ground: Scene, sentence: Sentence, votes: Sequence[Found], named: Sequence[Run]) -> Iterator[Fact]:
    """Yield who voted against it or abstained: the name right before these words."""
    for vote in votes:
        for run in (r for r in named if r.end <= vote.start <= r.end + BEFORE):
            if ground.article.text[run.end : vote.start].strip() in ("", ","):
                yield fact(ground, sentence, VOTES[vote.key], "", run, (vote.start, vote.end))


UNUSED = "means denied"
"""The relation of what it is said that nobody used."""
