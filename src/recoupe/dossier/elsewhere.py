"""Findings that have no line of their own: what they tell a reader meets elsewhere in the dossier, or not at all.

two clocks of one instant that others dispute          the dispute says so
a day or a moment that one origin tells                the timeline has it, with the words that say what happened
a day of which no word says what was on it             nowhere: it tells nothing
the lower number of a score                            the higher is shown with it: "5-4"
an ordinal of which no page prints a noun              nowhere: "Fifth Avenue" ranks nothing
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.dossier import labels, own_words
from recoupe.languages import load
from recoupe.model import Dossier, Finding, Support, TimelineEvent

_MOMENTS = frozenset(("instant", "day"))
_OF_NOTHING = frozenset(("date", "instant"))
"""Attributes of a day and of a moment that only an event could name."""


def without_line(dossier: Dossier) -> frozenset[str]:
    """Return the ids of the findings of a dossier that no list of findings shows."""
    told = _sentences(dossier.timeline)
    needless = frozenset(f.id for f in dossier.findings if _needless(f, told))
    needless |= {f.id for f in dossier.findings if _ranks_nothing(f, dossier)}
    return needless | _echoes(dossier.findings) | _lower(dossier.findings)


def _needless(finding: Finding, told: frozenset[tuple[str, str | None, int]]) -> bool:
    """Tell whether a day or moment needs no line: what one origin tells of it the timeline tells better, and what
    several do where they do not say what it is of."""
    nothing = labels.says_little(finding)
    lone = finding.status == "alone"
    if finding.unit not in _MOMENTS or not (lone or (nothing and finding.status == "agreed")):
        return False
    if lone and nothing and finding.attribute in _OF_NOTHING:
        return True
    return all(_sentence(s) in told for v in finding.values for s in v.support)


def _ranks_nothing(finding: Finding, dossier: Dossier) -> bool:
    """Tell whether no page of a rank that does not differ prints what it is of; where all nouns are written large, a
    noun is not told from a name."""
    if finding.attribute != own_words.RANK or finding.status not in ("agreed", "alone"):
        return False
    large = {a.id for a in dossier.articles if load(a.language).table("names").get("nouns_capitalised")}
    supports = [s for v in finding.values for s in v.support]
    return not any(own_words.names_it(s.exact) or (s.article in large and " " in s.exact) for s in supports)


def _sentences(timeline: Iterable[TimelineEvent]) -> frozenset[tuple[str, str | None, int]]:
    """Return the sentences that the lines of a timeline rest on: of which article and part, where they begin."""
    return frozenset(_sentence(s) for event in timeline for s in event.support)


def _sentence(support: Support) -> tuple[str, str | None, int]:
    return support.article, support.part, (support.sentence or (support.start, support.end))[0]


def _echoes(findings: Sequence[Finding]) -> frozenset[str]:
    """Return the ids of the findings of one instant whose sources all stand behind the values of a differing one."""
    differing = [f for f in findings if f.status in ("disputed", "evolving", "rounded") and f.unit == "instant"]
    held = [_places(f) for f in differing]
    same = [f for f in findings if f.status == "same instant"]
    return frozenset(f.id for f in same if any(_places(f) <= places for places in held))


def _lower(findings: Sequence[Finding]) -> frozenset[str]:
    """Return the ids of the lower numbers of scores whose higher ones say all: the same words of the same pages."""
    scores = [f for f in findings if f.unit == "score" and f.status in ("agreed", "alone")]
    higher = [_places(f) for f in scores if HIGHER in _parts(f)]
    return frozenset(f.id for f in scores if LOWER in _parts(f) and _places(f) in higher)


HIGHER, LOWER = "higher", "lower"
"""Parts of the scope of the two numbers of a score."""


def _parts(finding: Finding) -> list[str]:
    return [p.strip() for p in finding.scope.split(",")]


def _places(finding: Finding) -> set[tuple[str, int]]:
    return {s.place for v in finding.values for s in v.support}
