"""One telling number in several articles: what they agree on where no table knows what it counts.

    figures (article.figures) -> one number of one unit, of two origins -> a line, unless a finding has it already

"214 agencies" and "214 Filialen", "948 hPa" and "948 hectopascais": the nouns differ or are unknown, the number tells
that one thing is meant.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recoupe.claims.article.facts.figures import AROUND, Figure, telling, telling_alone
from recoupe.claims.article.ground.patterns import TOKEN
from recoupe.claims.own import LARGE, MAIN, SEVERAL, TELLERS
from recoupe.claims.sayings.support import cited, supports
from recoupe.claims.values import LIKE_SENTENCES
from recoupe.languages import load
from recoupe.model import Article, Finding, Independent, Support, Value
from recoupe.model.ids import digest
from recoupe.text import vocabulary
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled

SPREAD = 0.02
"""The share of the articles that must print a figure."""

MOST = 12
"""The most figures shown."""

BESIDE = "beside:"
"""Begins what a small number is of: the name it stands beside."""

FEW = 4.0
"""The least such articles."""

WEIGHT = 30.0

BEFORE = 8
"""Characters before a number in which its letters stand."""

WIDE = 60
"""A finding whose words are longer than this holds sentences, not values."""

_CODE = compiled(r"(?<![^\W_])[A-Z]{2,4}[ \u00a0-]?\Z")
"""Letters before the number of a flight, a road or a model: "SLH 731"."""

ATTRIBUTE = "figure"
"""What a figure is called of which no table knows the noun."""


def find(
    articles: Sequence[Article],
    told: Mapping[str, Sequence[Figure]],
    independent: Independent,
    findings: Iterable[Finding] = (),
) -> list[Finding]:
    """Return the telling numbers that articles of two origins print, none that one of `findings` holds already."""
    by_id = {a.id: a for a in articles}
    findings = tuple(findings)
    held = {
        article: [(start, end) for start, end in spans if end - start <= WIDE]
        for article, spans in cited(f for f in findings if f.status != "alone").items()
    }
    groups: dict[tuple[float, str, str], list[Figure]] = defaultdict(list)
    main, many = _everywhere(told, len(articles)), _of_many(told)
    for figure in (f for a in sorted(by_id) for f in told.get(a, ())):
        if figure.small:
            for name in set(figure.beside) - main:
                groups[figure.number, figure.unit, BESIDE + name].append(figure)
            continue
        if figure.of in many and figure.number < LARGE and not figure.unit:
            continue
        alone = telling(figure.number, known=False) or bool(figure.unit)
        groups[figure.number, figure.unit, "" if alone else figure.of].append(figure)
    headed = _headed(findings)
    out = []
    placed: set[tuple[str, int]] = set()
    for (number, unit, of), group in sorted(groups.items(), key=lambda item: (item[0][:2], -len(item[1]), item[0][2])):
        if of.startswith(BESIDE) and (
            all(_nouns_written_large(f.language) for f in group) or any((f.article, f.at) in placed for f in group)
        ):
            continue
        group = _akin(group, by_id)
        telling_it = {f.article for f in group}
        heads = [h for h in headed.get((number, unit), ()) if unit and h[1].article not in telling_it]
        telling_it |= {support.article for _, support in heads}
        origins = independent(sorted(telling_it))
        if origins[0] < 2 or len(telling_it) < max(2.0, SPREAD * len(articles)):
            continue
        if not unit and any(_CODE.search(by_id[f.article].text[max(0, f.at - BEFORE) : f.at]) for f in group):
            continue
        one = _one_thing(group) or (heads and not any(f.bare for f in group))
        if one and not any(_overlaps(held.get(f.article, ()), f.at, f.until) for f in group):
            placed.update((f.article, f.at) for f in group)
            name = of.removeprefix(BESIDE) if of.startswith(BESIDE) else ""
            out.append(_finding(_Line(number, unit, name, group, heads), by_id, origins))
    return sorted(out, key=lambda f: (-f.weight, f.id))[:MOST]


def _akin(group: list[Figure], articles: Mapping[str, Article]) -> list[Figure]:
    """Return the figures of a group without those of two digits beside zeros that a numeral prints or a percentage is,
    where no other clause of the group shares a word with theirs: "3,200 jobs", "starting at 9:30: 3,200"."""
    weak = [f for f in group if (f.bare or f.unit == "%") and not telling_alone(f.number)]
    if not weak:
        return group
    said = {(f.article, f.start): _said(f, articles[f.article].text) for f in group}
    return [
        f
        for f in group
        if f not in weak
        or any(o.article != f.article and said[o.article, o.start] & said[f.article, f.start] for o in group)
    ]


def _said(figure: Figure, text: str) -> frozenset[str]:
    """Return what the words of a figure's clause mean, but for the small ones."""
    told = vocabulary.told(fold(text[figure.start : figure.end]), figure.language)
    return frozenset(key for keys in told for key in keys)


def _of_many(told: Mapping[str, Sequence[Figure]]) -> frozenset[str]:
    """Return what is counted of which many articles print several numbers: a match has many points."""
    numbers: dict[str, dict[str, set[float]]] = defaultdict(lambda: defaultdict(set))
    for article, figures in told.items():
        for figure in figures:
            numbers[figure.of][article].add(figure.number)
    several = {of: sum(len(its) > 1 for its in by_article.values()) for of, by_article in numbers.items()}
    return frozenset(of for of, count in several.items() if count >= max(TELLERS, SEVERAL * len(numbers[of])))


def _headed(findings: Iterable[Finding]) -> dict[tuple[float, str], list[tuple[str, Support]]]:
    """Return by number and unit what lone findings tell of headlines: (what it is of, where it stands)."""
    out: dict[tuple[float, str], list[tuple[str, Support]]] = defaultdict(list)
    for finding in findings:
        for value in finding.values if finding.status == "alone" else ():
            if isinstance(value.low, float) and value.low == value.high and finding.unit:
                told = ((finding.attribute, s) for s in value.support if s.part is not None)
                out[value.low, finding.unit].extend(told)
    return out


def _nouns_written_large(language: str | None) -> bool:
    """Tell whether a language writes every noun as names are written."""
    return bool(load(language).table("names").get("nouns_capitalised"))


def _everywhere(told: Mapping[str, Sequence[Figure]], articles: int) -> frozenset[str]:
    """Return the names that stand beside numbers all through a story: theirs are many."""
    naming = Counter(name for figures in told.values() for name in {n for f in figures for n in f.beside})
    return frozenset(name for name, number in naming.items() if number > max(FEW, MAIN * articles))


def without_told(findings: Sequence[Finding], figures: Sequence[Finding]) -> list[Finding]:
    """Return findings without those that stand alone with a number one of `figures` tells of several articles.

    And without values that agree by their sentences where a statement shows these sentences.
    """
    shown = {(s.article, s.part, f.values[0].low): (s.start, s.end) for f in figures for s in f.values[0].support}

    def told(finding: Finding) -> bool:
        return finding.status == "alone" and all(
            low <= support.start and support.end <= high
            for value in finding.values
            for support in value.support
            for low, high in (shown.get((support.article, support.part, value.low), (0, -1)),)
        )

    said: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for support in (
        s for f in findings if (f.attribute, f.status) == ("statement", "agreed") for s in f.values[0].support
    ):
        said[support.article].append((support.start, support.end))

    def held(finding: Finding) -> bool:
        return finding.reason == LIKE_SENTENCES and all(
            any(s.part is None and low <= s.start and s.end <= high for low, high in said[s.article])
            for v in finding.values
            for s in v.support
        )

    return [f for f in findings if not told(f) and not held(f)]


def _one_thing(group: Sequence[Figure]) -> bool:
    """Tell whether a number is of one thing: counted by two articles, or a numeral of two before one word.

    The number of a flight or a model has no noun behind it. Three articles need no more.
    """
    counted = {f.article for f in group if not f.bare}
    written = {f.article for f in group if f.bare and f.number != int(f.number)}
    behind: dict[str, set[str]] = defaultdict(set)
    for figure in group:
        if figure.bare and figure.behind:
            behind[figure.behind].add(figure.article)
    beside = max(map(len, behind.values()), default=0)
    return max(len(counted), len(written), beside) > 1 or bool(counted and len({f.article for f in group}) > 2)


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    low = bisect.bisect_left(spans, (start - WIDE,))
    high = bisect.bisect_left(spans, (end,))
    return any(start < e for _, e in spans[low:high])


class _Line(NamedTuple):
    """A line to be: a number and its unit, the name it stands beside, the figures and headlines that print it."""

    number: float
    unit: str
    name: str
    figures: Sequence[Figure]
    heads: Sequence[tuple[str, Support]]


def _finding(line: _Line, articles: Mapping[str, Article], origins: tuple[int, int]) -> Finding:
    group = line.figures
    nouns = Counter(of for _, of in {(f.article, f.of) for f in group} if of)
    nouns.update(of for of, _ in line.heads)
    noun = min(nouns, key=lambda of: (-nouns[of], of), default="")
    told = sorted(group, key=lambda f: (f.of != noun, f.article, f.at))
    support = supports(((f.article, f.start, f.end, None) for f in told), articles) + [s for _, s in line.heads]
    shown = _words(group, noun, articles)
    value = line.number if noun or line.unit else None  # a numeral is shown in its own words
    return Finding(
        id="f" + digest("figure", f"{line.number:.10g}", line.unit, *(f"{s.article}:{s.start}" for s in support)),
        status="agreed",
        attribute=noun or ATTRIBUTE,
        scope=_printed(line, articles),
        values=(Value(low=value, high=value, display=shown, support=tuple(support)),),
        unit=line.unit or None,
        independent=origins,
        explanation=f"{len(support)} articles print it.",
        weight=WEIGHT + min(30.0, 4.0 * origins[0]),
        reason="agreed",
    )


def _printed(line: _Line, articles: Mapping[str, Article]) -> str:
    """Return the name beside a number: the story's id of it, else as it is printed."""
    for figure in line.figures:
        text = articles[figure.article].text[max(0, figure.at - 2 * AROUND) : figure.until + 2 * AROUND]
        for word in TOKEN.findall(text):
            if fold(word) == line.name and word[:1].isupper():
                return str(word)
    return line.name


def _words(group: Sequence[Figure], noun: str, articles: Mapping[str, Article]) -> str:
    """Return a number with its noun as most articles print it; the word behind a numeral where two have it."""
    behind = Counter(word for _, word in {(f.article, f.behind) for f in group if f.behind})
    printed: Counter[str] = Counter()
    of_it = [f for f in group if f.of == noun] or group
    for figure in {(f.article, f.at): f for f in of_it}.values():
        text = articles[figure.article].text
        until = text.find(" ", figure.until + 1) if behind[figure.behind] > 1 else figure.until
        printed[" ".join(text[figure.at : until].split()).rstrip(",.;:")] += 1
    return min(printed, key=lambda w: (-printed[w], len(w), w))
