"""News: what a dossier says that an earlier one did not."""

from __future__ import annotations

import msgspec


class News(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One difference between two dossiers of a story.

    `kind` is new, changed, corrected or withdrawn, or repeats (a new article that says nothing new); `part` is finding,
    value, quote, event or article; `words` say what, in the dossier's own values and the sources' words; `articles` are
    the ids that say so now (new articles alone where there are any; of the old dossier for what was withdrawn).
    `finding` is the id of the new dossier's finding it is of.
    """

    kind: str
    part: str
    words: str
    articles: tuple[str, ...] = ()
    about: str | None = None
    was: str | None = None
    finding: str | None = None
