"""References: the words of sources that a line rests on, each with the name of its source, and which come first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from recoupe.dossier.importance import BIG
from recoupe.dossier.lines import Reference, within
from recoupe.dossier.passages import copied
from recoupe.model import Anchor, Dossier, Support
from recoupe.text import anchors
from recoupe.text.normalise import fold


class References:
    """Makes the references of one dossier; by article `labels` name it and `homes` its source."""

    def __init__(self, dossier: Dossier, labels: Mapping[str, str], homes: Mapping[str, str]) -> None:
        self._articles = {a.id: a for a in dossier.articles}
        self._numbers = {a.id: n for n, a in enumerate(dossier.articles, 1)}
        self._names = {e.id: e.name for e in dossier.entities}
        self._labels, self._homes = labels, homes
        self._copied = copied(dossier)
        self._many = len(dossier.articles) > BIG

    def of(self, support: Support | Anchor, *, bare: bool = False) -> Reference:
        """Return the reference of some words; `bare`: nothing else says what they are of."""
        article = self._articles[support.article]
        sentence = getattr(support, "sentence", None)
        holder = getattr(support, "holder", None)
        copies = () if support.part else self._copied.get(support.article, ())
        told = anchors.words(article, sentence[0], sentence[1], support.part) if sentence else ""
        shown = within(told, support.start - sentence[0], support.end - sentence[0]) if sentence and bare else ""
        return Reference(
            article=support.article,
            start=support.start,
            end=support.end,
            exact=support.exact,
            label=self._labels[support.article],
            number=self._numbers[support.article],
            copied=any(s <= support.start and support.end <= e for s, e in copies),
            status=getattr(support, "status", None),
            holder=self._names.get(holder, holder) if holder else None,
            part=support.part,
            sentence=told,
            shown=shown or support.exact,
        )

    def of_all(self, supports: Iterable[Support], *, bare: bool, each: bool) -> tuple[Reference, ...]:
        """Return a reference for each support; of one article that prints the same words again, the first.

        In a big dossier those first that are witnesses of their own: no copy, and of an outlet that is not yet there.
        `bare`: nothing else says what the words are of, so the first stands within its sentence, or `each` does.
        """
        found: dict[tuple[str | None, ...], Reference] = {}
        for support in supports:
            words = (support.article, fold(support.exact))
            if bare and support.sentence:
                words = (support.article, f"{support.sentence[0]} {support.part}")  # "10 a.m. (0800 GMT)" shows it once
            key = (*words, support.status, support.holder)
            found.setdefault(key, self.of(support, bare=bare))
        told = list(found.values())
        if self._many:
            told = self._witnesses_first(told)
        if bare and not each:
            told[1:] = [msgspec.structs.replace(r, shown=r.exact) for r in told[1:]]
        return tuple(told)

    def _witnesses_first(self, told: list[Reference]) -> list[Reference]:
        seen: Counter[str] = Counter()
        ranks = []
        for r in told:
            home = self._homes[r.article]
            ranks.append((r.copied, seen[home]))
            seen[home] += 1
        return [told[n] for n in sorted(range(len(told)), key=lambda n: (*ranks[n], n))]
