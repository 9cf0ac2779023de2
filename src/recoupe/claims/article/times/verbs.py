"""Whether the clause of a time tells what happened or is to come: by its nearest verb, as the table `times` has it."""

from __future__ import annotations

import regex

from recoupe.model import Article, Time
from recoupe.text.normalise import small
from recoupe.text.patterns import compiled_by_regex
from recoupe.text.tenses import GROUP, cues

REACH = 110
"""Characters on either side of a time in which the verb of its clause stands."""

BEHIND = 15
"""How much nearer a verb behind a time must be than one before it: a time follows its verb."""

_STOP = compiled_by_regex(r"\n|[!?;:](?=\s|$)|\.(?=\s+(?![a-zà-ÿ(])|\s?$)|[«»“”„\"]", regex.V1)


def past(article: Article, time: Time) -> bool:
    """Tell whether the verb nearest to a time, in its clause, is of what has happened."""
    return _tense(article, time) == BACK


def ahead(article: Article, time: Time) -> bool:
    """Tell whether the verb nearest to a time, in its clause, is of what is to come."""
    return _tense(article, time) == AHEAD


BACK, AHEAD = "back", "ahead"


def _tense(article: Article, time: Time) -> str | None:
    """Return whether the verb nearest to a time is of what has happened or of what is to come, None without one."""
    verbs = cues(article.language)
    if verbs is None:
        return None
    text = article.text
    before = _STOP.split(text[max(0, time.start - REACH) : time.start])[-1]
    behind = _STOP.split(text[time.end : time.end + REACH])[0]
    best: tuple[int, bool] | None = None
    coming = -1  # where the last verb of what is to come ends
    for m in verbs.finditer(small(before)):
        if m.lastgroup not in (BACK, AHEAD):
            continue  # "dès le 4": that it is the first or last of something is told of what was and what will be
        back = m.lastgroup == BACK
        if back and coming >= 0 and GROUP.fullmatch(before, coming, m.start()):
            continue  # "will be switched": the participle goes with its auxiliary
        best, coming = (len(before) - m.end(), back), -1 if back else m.end()
    after = verbs.search(small(behind))
    if after is not None and (best is None or after.start() + BEHIND < best[0]):
        best = after.start() + BEHIND, after.lastgroup == BACK
    return None if best is None else BACK if best[1] else AHEAD
