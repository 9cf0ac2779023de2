"""Drafts: quotes on their way, and what is made of them when the article has been read."""

from __future__ import annotations

from typing import Any

import msgspec

from recoupe.model import Cue, Quote, Speaker
from recoupe.quotes import view
from recoupe.quotes.grammar import Grammar, grammar
from recoupe.quotes.speakers import Speakers

OPENERS = " \u00a0\u202f«“„\"'‘`"
"""What stands between a word and the words in marks behind it."""
SHORTEST = 8
"""Words of a piece of a sentence that nobody puts in marks but to quote it."""


class Draft(msgspec.Struct, gc=False):
    """A quote on its way: `paragraph` is the one its words reach, `language` the one it was read in."""

    content: list[tuple[int, int]]
    quoted: list[tuple[int, int]]
    kind: str
    speaker: Speaker | None
    cue: tuple[int, int] | None
    rule: str
    paragraph: int
    use: str | None = None
    strength: str = ""
    why: str = ""
    language: str = "und"

    def explained(self) -> str:
        """Return the rule that gave the content, what kind of word reports it, and what gave the speaker."""
        parts = [self.rule]
        if self.strength:
            parts.append(f"cue: {self.strength}")
        if self.speaker is not None:
            parts.append(f"speaker: {self.why or 'who spoke before'}")
        elif self.use is not None:
            parts.append(f"speaker: none, {self.use}")
        return "; ".join(parts)


def finish(text: str, drafts: list[Draft], speakers: Speakers) -> list[Quote]:
    """Return the quotes of drafts, in the order they begin."""
    quotes: list[Quote] = []
    for d in drafts:
        g = speakers.grammar = grammar(d.language)
        if d.quoted and d.kind in ("direct", "mixed"):
            _unsaid(text, g, d)
        if d.use is None and d.kind != "indirect" and (d.speaker is None or speakers.unknown(d.speaker)):
            d.use = "unknown"
        if d.content:
            quotes += _by_marks(text, g, d) if g.habits.get("mixed") == "marks" else (_quote(d),)
    return sorted(quotes, key=lambda q: (q.content[0][0], -q.content[-1][1], q.kind))


def _by_marks(text: str, g: Grammar, d: Draft) -> list[Quote]:
    """Return the quotes of a draft where the language's press makes each stretch of words in marks one of its own."""
    if d.kind == "direct":
        return [_quote(d, content=(part,)) for part in d.content]
    if d.kind != "mixed":
        return [_quote(d)]
    quotes = [_quote(d, kind="indirect", use=None, quoted=())]
    for part in d.quoted:
        use = _narrators(text, g, d, *part)
        if use is not None:
            quotes.append(Quote(content=(part,), kind="marked", use=use, rule=d.explained()))
        else:
            quotes.append(_quote(d, content=(part,), quoted=(), within=d.content[0][0]))
    return quotes


def _quote(d: Draft, **fields: Any) -> Quote:
    """Return the quote a draft is, but for `fields`."""
    given: dict[str, Any] = {
        "content": tuple(d.content), "kind": d.kind, "speaker": (d.speaker,) if d.speaker else (),
        "cue": (Cue(start=d.cue[0], end=d.cue[1]),) if d.cue else (), "rule": d.explained(), "use": d.use,
        "quoted": tuple(d.quoted) if d.kind == "mixed" else (),
    }  # fmt: skip
    return Quote(**(given | fields))


def _unsaid(text: str, g: Grammar, draft: Draft) -> None:
    """One small word in marks, or words written on a thing ("frappé des mots « »"), are nobody's speech."""
    words = [text[a:b].strip(" .,…").lower() for a, b in draft.quoted]
    answer = draft.rule == "quote-verb" and text[draft.quoted[0][1] - 1] in ",.!?"  # "“No,” said Ann Poe"
    if draft.kind == "direct" and len(words) == 1 and (words[0] in g.small or words[0] in g.linking) and not answer:
        draft.kind, draft.use = "marked", "scare"
    elif draft.strength == "call" and draft.speaker is not None and draft.speaker.name.lower() in g.generic:
        draft.kind, draft.use, draft.content = "marked", "scare", draft.quoted[:1]  # "man nennt es „Split“"
    elif draft.kind == "direct" and draft.strength in ("call", "think") and names_a_thing(text, g, draft.quoted[0][0]):
        draft.kind, draft.use = "marked", "title"
    elif g.marking and _written(text, g, *draft.quoted[0]):
        draft.kind, draft.use = "marked", "title"
        draft.content = draft.quoted[:1]
    if draft.kind == "marked":
        draft.speaker = draft.cue = None


def _narrators(text: str, g: Grammar, draft: Draft, start: int, end: int) -> str | None:
    """Return the use of words in marks inside a reported clause that are no saying: a name, the narrator's own word."""
    if (draft.strength != "call" and is_title(text, g, start, end)) or names_a_thing(text, g, start):
        return "title"
    before = text[max(0, start - 30) : start].lower().rstrip(OPENERS).split()
    article = before[-1] if before else ""
    lone = g.habits.get("nouns_capital") and text[start : start + 1].isupper() and text[start:end].isalpha()
    if lone and (article in g.definite if draft.strength == "call" else article not in g.indefinite):
        return "scare"  # "sagte, dass die „Kunden“ warten", but "sprach von „Unsinn“", "es sei ein „Unding“"
    return None


def _written(text: str, g: Grammar, start: int, end: int) -> bool:
    """Tell whether a word that marks what is written on a thing stands right before `[start, end)`."""
    before = text[max(0, start - 40) : start].lower().split()[-4:]
    return any(word.strip('«“"') in g.marking for word in before)


def names_a_thing(text: str, g: Grammar, start: int) -> bool:
    """Tell whether the words in marks at `start` are the name of what stands before them: "the film “Salt”"."""
    before = text[max(0, start - 30) : start].lower().rstrip(OPENERS).split()
    return bool(before) and before[-1] in g.named


def is_title(text: str, g: Grammar, start: int, end: int) -> bool:
    """Up to five words, all capitalised (small words aside), without a stop: a name or a title."""
    words = view.tokens(text, start, end, [])
    plain = [w for w in words if w.kind == view.WORD]
    if not plain or len(plain) > 5 or words[-1].low in ("!", "?", ","):
        return False
    before = text[max(0, start - 40) : start - 1].rstrip(OPENERS).split()
    if g.habits.get("nouns_capital"):
        # every noun has a capital: a lone one is no title, nor is what a small word or "a" opens ("ein „Akt der Not“")
        if len(plain) == 1 and not (before and before[-1][0].isupper()):
            return False
        if not (plain[0].capital or plain[0].low.isdigit()) or (before and before[-1].lower() in g.indefinite):
            return False
    small = g.determiners | g.prepositions | g.linking | g.stop
    return all(w.capital or w.low in small or w.low.isdigit() for w in plain)


def is_speech(text: str, start: int, end: int) -> bool:
    """Tell whether words in marks are a piece of what somebody said, whoever it was: several that begin small, or a
    whole sentence half of whose words are small."""
    words = view.tokens(text, start, end, [])
    plain = [w for w in words if w.kind == view.WORD]
    if len(plain) < SHORTEST:
        return False
    if not plain[0].capital:
        return True
    return words[-1].low in ".?!" and sum(not w.capital for w in plain) >= 0.5 * len(plain)
