"""Whether the clause of a time tells what happened: by the verb nearest to it, as the table `times` lists them."""

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
    verbs = cues(article.language)
    if verbs is None:
        return False
    text = article.text
    before = _STOP.split(text[max(0, time.start - REACH) : time.start])[-1]
    behind = _STOP.split(text[time.end : time.end + REACH])[0]
    best: tuple[int, bool] | None = None
    ahead = -1  # where the last verb of what is to come ends
    for m in verbs.finditer(small(before)):
        back = m.lastgroup == "back"
        if back and ahead >= 0 and GROUP.fullmatch(before, ahead, m.start()):
            continue  # "will be switched": the participle goes with its auxiliary
        best, ahead = (len(before) - m.end(), back), -1 if back else m.end()
    after = verbs.search(small(behind))
    if after is not None and (best is None or after.start() + BEHIND < best[0]):
        best = after.start() + BEHIND, after.lastgroup == "back"
    return best is not None and best[1]
