"""What several articles say of one name: who holds which post, where it happened, who was there with whom, with what.

    facts (facts.read) -> one name for all its spellings -> facts of one relation, key and name, of two origins at least

A post is told in so many words by each article. A place needs one article that leaves no doubt ("talks in X"); others
may name it beside the event. People listed together are those of whom no third of the story's articles speak.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from recoupe.claims.article.facts.facts import UNUSED
from recoupe.claims.article.facts.posts import FIRMS
from recoupe.claims.article.facts.runs import Fact
from recoupe.claims.article.ground import happening
from recoupe.claims.own import MAIN
from recoupe.claims.sayings import recalled
from recoupe.claims.sayings.support import supports
from recoupe.languages import load
from recoupe.model import Article, Finding, Independent, Support, Value
from recoupe.model.ids import digest
from recoupe.text.normalise import fold

HALF = 0.5
"""A second place of an event is shown where it is told half as often as the first at least."""

UNNAMED = ("beside", "means", UNUSED, "flag", "months", "between", "recalled")
"""Relations that are of no one name."""

KEYED = ("means", "flag", "months", "between")
"""Those of them whose key says all: a line each."""

ONCE = 0.2
"""The share of those who tell a post that need say "former" for the others to be recalling it."""

SPREAD = 0.02
"""The share of the articles that must tell a fact."""

MOST = {"post": 12, "place": 8, "from": 2, "to": 2, "between": 2, "beside": 4, "means": 3, "flag": 1, "months": 2,
        "recalled": 4, "opposing": 3, "abstaining": 3}  # fmt: skip
"""The most facts shown of each kind."""

MANY = 3.0
"""Articles that must name somebody the story is about, at least."""

LISTS = 3
"""Origins that must list people together: two that do so may have met by chance."""

STATES = frozenset(("ceasefire", "debate", "vote", "results", "merger", "closure", "curfew", "epidemic"))
"""Happenings that are wished for, debated or everywhere: their place is told where they are the story's own."""

EVENTS = 3
"""The most events named of one place."""

ENOUGH = 20
"""Lists of people beyond which none is looked for."""

VOTES = ("opposing", "abstaining")
"""Relations of who voted how."""

WEIGHT = {"post": 36.0, "place": 40.0, "from": 44.0, "to": 44.0, "between": 42.0, "beside": 38.0, "means": 34.0,
          "flag": 34.0, "months": 34.0, "recalled": 24.0, "opposing": 44.0, "abstaining": 40.0}  # fmt: skip
KNOWN = 12.0
"""What a post gains at most by who tells it: that everybody says "President X" makes it no news."""

OWN = 14.0
"""Added for the place of what the story is about."""


_Key = tuple[str, str, str]
"""What facts say of one name: relation, key, name."""


def find(
    articles: Sequence[Article],
    told: Mapping[str, Sequence[Fact]],
    names: Mapping[str, str],
    opened: Sequence[frozenset[str]],
    independent: Independent,
    findings: Iterable[Finding] = (),
) -> list[Finding]:
    """Return the facts of names that articles of two origins share. `names` is what the story calls its entities.

    A date that one of `findings` agrees on is not told again, nor one that all tell beside a place.
    """
    by_id = {a.id: a for a in articles}
    facts = [f for a in sorted(by_id) for f in told.get(a, ())]
    called = _Names([f for f in facts if f.relation not in UNNAMED], by_id, names)
    main = happening.main_event(opened)
    named = list(_named(_chosen(_by_name(called), independent), called, main))
    placed = {
        (f.article, f.sentence) for line in named if line.relation == "place" and _when(line.facts) for f in line.facts
    }
    dates = recalled.find(facts, articles, findings)
    out = [
        *named,
        *_listed([f for f in facts if f.relation == "beside"], len(articles), names),
        *(line for relation in KEYED for line in _keyed(relation, facts, by_id)),
        *(_dated(d, names) for d in dates if any((f.article, f.sentence) not in placed for f in d.facts)),
    ]
    least = max(2.0, SPREAD * len(articles))
    kept: list[Finding] = []
    for relation, most in MOST.items():
        found = [_finding(line, by_id, independent) for line in out if line.relation == relation]
        origins = LISTS if relation == "beside" else 2
        found = [f for f in found if f.independent[0] >= origins and len(f.values[0].support) >= least]
        kept += sorted(found, key=lambda f: (-f.weight, f.id))[:most]
    return kept


class _Names:
    """One key for all spellings of a name: its entity where the story has one, else its words.

    `facts` are facts of names, each with the key of its name.
    """

    def __init__(self, facts: Sequence[Fact], articles: Mapping[str, Article], names: Mapping[str, str]) -> None:
        self._names = names
        printed = [articles[fact.article].text[fact.at : fact.until] for fact in facts]
        folded = {words: fold(" ".join(words.split())) for words in set(printed)}
        entities = Counter((folded[w], fact.entity) for w, fact in zip(printed, facts, strict=True) if fact.entity)
        best: dict[str, tuple[int, str]] = {}
        for (name, entity), number in entities.items():
            best[name] = min(best.get(name, (0, "")), (-number, entity))
        key = {words: best[name][1] if name in best else name for words, name in folded.items()}
        self.facts = [(fact, key[words]) for fact, words in zip(facts, printed, strict=True)]
        self._words: dict[str, Counter[str]] = defaultdict(Counter)
        for words, number in Counter(printed).items():
            self._words[key[words]][words] = number

    def shown(self, name: str) -> str:
        """Return the words most used for a name."""
        return min(self._words[name], key=lambda w: (-self._words[name][w], w))

    def full(self, name: str) -> str:
        """Return what the story calls a name."""
        return self._names.get(name) or self.shown(name)


def _by_name(called: _Names) -> dict[_Key, list[Fact]]:
    """Return facts of one relation, key and name together."""
    groups: dict[_Key, list[Fact]] = defaultdict(list)
    for fact, name in called.facts:
        groups[fact.relation, fact.key, name].append(fact)
    for name in [name for relation, key, name in groups if (relation, key) == ("post", "company")]:
        kinds = [("post", key, name) for key in sorted(FIRMS - {"company"}) if ("post", key, name) in groups]
        if kinds:  # an airline is a company too: what says more of it is shown
            groups[max(kinds, key=lambda k: len(groups[k]))] += groups.pop(("post", "company", name))
    return groups


def _chosen(groups: Mapping[_Key, list[Fact]], independent: Independent) -> list[tuple[_Key, list[Fact]]]:
    """Return the groups of two origins to show: places of an event that most tell, a post once."""
    sizes = {k: len({f.article for f in g}) for k, g in groups.items()}
    first: dict[tuple[str, str], int] = defaultdict(int)
    for (relation, key, _), size in sizes.items():
        first[relation, key] = max(first[relation, key], size)
    out = []
    for (relation, key, name), group in sorted(groups.items()):
        if not any(f.tight for f in group) or not any(f.native for f in group):
            continue
        if independent(sorted({f.article for f in group}))[0] < 2:
            continue
        if relation in VOTES and any(r in VOTES for r, _, who in groups if who == name and r != relation):
            continue  # of two votes
        if relation not in ("post", *VOTES) and all(f.person for f in group):
            continue
        if relation not in ("post", *VOTES) and sizes[relation, key, name] < HALF * first[relation, key]:
            continue
        if relation == "post" and not key.startswith("former "):
            before = groups.get((relation, f"former {key}", name), [])
            if len({f.article for f in before}) >= ONCE * sizes[relation, key, name]:
                continue  # "then-president": nobody calls one who is in office a former one
        out.append(((relation, key, name), group))
    return out


def _named(chosen: Sequence[tuple[_Key, list[Fact]]], called: _Names, main: str | None) -> Iterator[_Line]:
    """Yield a line for each post and each place: what happened at one is one line, the story's own event first."""
    holders = Counter(key for (relation, key, _), _ in chosen if relation == "post")
    places = {k: g for k, g in chosen if k[0] == "place" and (k[1] not in STATES or k[1] == main)}
    held = {k: len({f.article for f in g}) for k, g in places.items()}
    for (relation, key, name), group in chosen:
        if relation != "place":
            shown = called.full(name) if relation == "post" else called.shown(name)
            scope = _scope(relation, key, group, alone=holders[key] < 2)
            yield _Line(relation, key, scope, name, shown, group, WEIGHT[relation])
            continue
        there = sorted((k for k in held if k[2] == name), key=lambda k: (k[1] != main, -held[k], k))
        if (relation, key, name) in there[:1]:
            events = ", ".join([*(k[1] for k in there[:EVENTS]), *_when([f for k in there for f in places[k]])])
            weight = WEIGHT[relation] + (OWN if key == main else 0.0)
            yield _Line(relation, key, events, name, called.shown(name), [f for k in there for f in places[k]], weight)


def _when(facts: Sequence[Fact]) -> list[str]:
    """Return the date all facts of a place tell beside it, none of the story's own days: last year's talks in X."""
    told = [f.beside for f in facts]
    shared = sorted({d for dates in told for d in dates if all(any(o.startswith(d) for o in its) for its in told)})
    return shared[-1:]


def _scope(relation: str, key: str, group: Sequence[Fact], *, alone: bool) -> str:
    """Return of a post whether it was held before, and its nation where several hold one."""
    if relation != "post":
        return key
    nations = Counter(n for f in group for n in f.beside[:1])
    nation = min(nations, key=lambda n: (-nations[n], n)) if nations and not alone else None
    adjectives = load("en").table("names").get("demonyms", {}).get(nation, ())
    parts = ["former"] if key.startswith("former ") else []
    return ", ".join([*parts, *(a.capitalize() for a in adjectives[:1])])


def _listed(facts: Sequence[Fact], articles: int, names: Mapping[str, str]) -> Iterator[_Line]:
    """Yield a line for people whom lists name together."""
    for who, group in _together(facts, articles):
        yield _Line("beside", "", "", " ".join(who), ", ".join(names.get(w, w) for w in who), group, WEIGHT["beside"])


def _together(facts: Sequence[Fact], articles: int) -> list[tuple[tuple[str, ...], list[Fact]]]:
    """Return people whom lists of two articles at least name together, with these lists; the story's own left out."""
    naming: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        for who in fact.beside:
            naming[who].add(fact.article)
    main = {w for w, named in naming.items() if len(named) >= max(MANY, MAIN * articles)}
    pairs: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        for pair in combinations([w for w in fact.beside if w not in main], 2):
            pairs[pair].append(fact)
    out: list[tuple[tuple[str, ...], list[Fact]]] = []
    for _, mine in sorted(pairs.items(), key=lambda item: (-len({f.article for f in item[1]}), item[0])):
        if len({f.article for f in mine}) < 2:
            continue
        people = tuple(sorted(set.intersection(*(set(f.beside) for f in mine)) - main))
        if not any(len({*people} & {*other}) > 1 for other, _ in out):
            out.append((people, mine))
        if len(out) >= ENOUGH:
            break
    return out


def _keyed(relation: str, facts: Sequence[Fact], articles: Mapping[str, Article]) -> Iterator[_Line]:
    """Yield a line for what was done with what, or what lies where, in the words most used for it.

    What anybody says was not used is agreed on by nobody.
    """
    denied = {f.key for f in facts if relation == "means" and f.relation == UNUSED}
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.relation == relation and fact.key not in denied:
            told[fact.key or ", ".join(fact.beside)].append(fact)
    for key, group in sorted(told.items()):
        if sum(f.tight for f in group) < HALF * len(group):
            continue  # what is said to lie between two people in passing does not
        words = Counter(articles[f.article].text[f.at : f.until] for f in group)
        yield _Line(relation, key, "", key, min(words, key=lambda w: (-words[w], w)), group, WEIGHT[relation])


def _dated(date: recalled.Date, names: Mapping[str, str]) -> _Line:
    scope, name = names.get(date.of, date.of), date.day + date.until
    return _Line("recalled", date.day, scope, name, date.day, date.facts, WEIGHT["recalled"], date.until)


class _Line(NamedTuple):
    """A line to be: what is said of a name, in which scope, and the facts that say so."""

    relation: str
    key: str
    scope: str
    name: str
    shown: str
    facts: Sequence[Fact]
    weight: float
    until: str = ""


def _finding(line: _Line, articles: Mapping[str, Article], independent: Independent) -> Finding:
    told = sorted(line.facts, key=lambda f: (not f.tight, f.article, f.start))
    support = supports(((f.article, f.start, f.end, f.sentence) for f in told), articles)
    origins = independent(sorted(s.article for s in support))
    return Finding(
        id="f" + digest("fact", line.relation, line.key, line.name, *(f"{s.article}:{s.start}" for s in support)),
        status="agreed",
        attribute=f"post:{line.key.removeprefix('former ')}" if line.relation == "post" else line.relation,
        scope=line.scope,
        values=(_value(line, support),),
        unit="date" if line.relation == "recalled" else None,
        independent=origins,
        explanation=f"{len(support)} articles say so.",
        weight=line.weight + min(KNOWN if line.relation == "post" else 30.0, 4.0 * origins[0]),
        reason="agreed",
    )


def _value(line: _Line, support: Sequence[Support]) -> Value:
    shown = " ".join(line.shown.split())
    if line.relation != "recalled":
        return Value(low=None, high=None, display=shown, support=tuple(support))
    until = line.until or shown
    display = shown if until == shown else f"{shown}–{until}"
    return Value(low=shown, high=until, display=display, support=tuple(support))
