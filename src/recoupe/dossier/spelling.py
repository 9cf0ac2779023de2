"""Words of the pages as a reader of one language meets them: names as its pages spell them, its own sentences first."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from recoupe.model import Dossier, Finding, Support
from recoupe.text import anchors


class Spelling:
    """How the pages of a dossier in the language `lang` spell what others name."""

    def __init__(self, dossier: Dossier, lang: str) -> None:
        self._own = {a.id: a for a in dossier.articles if a.language == lang}
        self._spellings = {n: e.aliases for e in dossier.entities for n in (*e.aliases, e.name)}
        self._prints: dict[str, bool] = {}  # whether any of these pages prints a name: a big story asks for one often

    def of(self, name: str, supports: Iterable[Support]) -> str:
        """Return a name as the reader's pages print it beside a finding, where none of them prints this one."""
        known = self._spellings.get(name)
        if known is None:
            return name
        if name not in self._prints:
            self._prints[name] = any(name in a.text for a in self._own.values())
        if self._prints[name]:
            return name
        for support in supports:
            article = self._own.get(support.article)
            if article is not None:
                told = anchors.words(article, *(support.sentence or (support.start, support.end)), support.part)
                printed = [s for s in known if s in told]
                if printed:
                    return max(printed, key=lambda s: (len(s), s))
        return name

    def scope(self, finding: Finding) -> dict[str, str]:
        """Return the names in a finding's scope with their spelling."""
        supports = [s for v in finding.values for s in v.support]
        return {p: self.of(p, supports) for p in finding.scope.split(", ") if p in self._spellings}

    def own_first(self, finding: Finding) -> Finding:
        """Return a finding that only the words of pages name, with those in the reader's language first."""
        values = []
        for value in finding.values:
            own = sorted(value.support, key=lambda s: s.article not in self._own)
            shown = value.display
            if finding.attribute == "statement" and own[0].article in self._own:
                shown = own[0].exact
            values.append(msgspec.structs.replace(value, support=tuple(own), display=shown))
        return msgspec.structs.replace(finding, values=tuple(values))
