"""Quotation marks: which opens, which closes, what is inside, and what to do where one is missing.

Marks pair inside a paragraph. A straight or ambiguous mark opens or closes by what stands beside it; a mark that was
mistyped (a closer where an opener belongs) is read by its place. A quotation over several paragraphs opens each of
them and closes the last. An opener without a closer ends with its sentence, or with its paragraph when it began it:
it never swallows the article.
"""

from __future__ import annotations

import functools
import itertools
import re

import msgspec

from recoupe.text.patterns import compiled

_CLOSERS = {
    "«": ("»", "«"), "»": ("«",), "‹": ("›",), "›": ("‹",), "“": ("”", '"', "“"),
    "„": ("“", "”", '"', "‟"), "‟": ("”",),
    "‚": ("‘", "’", "'"), "‘": ("’", "'"), '"': ('"', "”", "“"), "'": ("'", "’"), "``": ("''", '"', "”"),
    "”": ("”", '"'),
    "''": ("''", '"'), "’": ("’",), "＂": ("＂",),
}  # fmt: skip
_SINGLE = frozenset("'‘’‚‹›")


@functools.cache
def _mark() -> re.Pattern[str]:
    # one class of characters first: `re` finds that fast
    return compiled(r"[«»‹›“”„‟\"‚‘’'＂`](?:(?<=')'?|(?<=`)`|(?<=[^'`]))")


@functools.cache
def _sentence_end() -> re.Pattern[str]:
    return compiled(r"[.!?…](?=\s|$)")


MOST = 4000
"""Marks read in one paragraph; more are no prose."""
SMALL = 3
"""Letters of a word too small to be quoted alone ("« une »")."""
_ALIKE = {"“": "“”‟", '"': '"', "«": "«»", "„": "„“"}
"""By the mark a quotation over several paragraphs opens with, the marks that open its other paragraphs."""
REACH = 200
"""Characters a quotation goes on behind a closer that was typed too early."""
LINK = 40
"""Characters of a line without a stop that an arrow opens."""
DEEPEST = 8
"""Quotations open at once; more are typing errors."""


class Marked(msgspec.Struct, gc=False):
    """Words in quotation marks: `[start, end)` with the marks, `[inner_start, inner_end)` without.

    `depth` is 0 for one that stands in the narrator's text. `closed` tells that its closer was found; `carries` that
    the quotation goes on in the next paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool = True
    carries: bool = False


class _Open(msgspec.Struct, gc=False):
    mark: str
    start: int
    inner: int


@functools.cache
def _space() -> frozenset[str]:
    return frozenset(" \t\u00a0\u202f\u2009\u200a")


def pair(text: str, start: int, end: int, next_opens: str = "") -> list[Marked]:
    """Return the marked spans of the paragraph `text[start:end]`, in order of their start.

    `next_opens` is the mark that opens the next paragraph, "" where none does: one like it left open here may carry on.
    """
    stack: list[_Open] = []
    found: list[Marked] = []
    for m in itertools.islice(_mark().finditer(text, start, end), MOST):
        mark, at, after = m.group(), m.start(), m.end()
        if mark in ("'", "’") and not stack and _inside_word(text, at, end):
            continue
        _one(text, (start, end), mark, (at, after), stack, found)
    _leftover(text, (start, end), stack, found, next_opens)
    found.sort(key=lambda s: (s.start, -s.end))
    return _nest(found)


def opens(text: str, start: int, end: int) -> str:
    """Return the opening mark the paragraph `text[start:end]` begins with, "" where it begins with none."""
    m = _mark().match(text, start, end)
    if m is None or m[0] in ("’", "›") or (m[0] == "'" and _inside_word(text, start, end)):
        return ""
    return m[0]


def _inside_word(text: str, at: int, end: int) -> bool:
    return at > 0 and text[at - 1].isalnum() and at + 1 < end and text[at + 1].isalnum()


def _one(
    text: str, bounds: tuple[int, int], mark: str, at: tuple[int, int], stack: list[_Open], found: list[Marked]
) -> None:
    start, end = bounds
    left = text[at[0] - 1] if at[0] > start else " "
    right = text[at[1]] if at[1] < end else " "
    may_open, may_close = _roles(text, bounds, mark, at, left, right)
    if mark in ("'", "’", "‘") and stack and stack[-1].mark not in _SINGLE and not may_open:
        return  # an apostrophe inside a quotation
    level = next((i for i in range(len(stack) - 1, -1, -1) if mark in _CLOSERS.get(stack[i].mark, ())), -1)
    if level >= 0 and stack[level].mark in "»›":
        may_open, may_close = False, True  # the other way round: »...«
    if level >= 0 and may_close and not (may_open and _reopens(stack, level, mark)):
        # what was opened above and never closed is no quotation
        opener = stack[level]
        del stack[level:]
        inner = opener.inner
        inner_end = at[0]
        found.append(Marked(opener.start, at[1], inner, inner_end, 0))
        return
    if may_close and not may_open and not stack and _mistyped(text, found, at, mark):
        return
    if may_open:
        if stack and stack[-1].inner == at[0] and stack[-1].mark not in _SINGLE and mark not in _SINGLE:
            return  # two double marks in a row open one quotation
        if stack and stack[-1].mark == mark and mark != "“":
            stack.pop()  # opened again: the one before was never closed
        if len(stack) >= DEEPEST:
            del stack[1]
        stack.append(_Open(mark, at[0], at[1]))


def _mistyped(text: str, found: list[Marked], at: tuple[int, int], mark: str) -> bool:
    """ "« une » invitation est partie « , a dit": the closer behind one small word was typed too early."""
    last = found[-1] if found else None
    if last is None or mark not in "«»" or last.depth or text[last.start] not in "«»":
        return False
    inner = text[last.inner_start : last.inner_end].strip()
    small = 0 < len(inner) <= SMALL and inner.islower() and " " not in inner
    if not small or at[0] - last.end > REACH or _sentence_end().search(text, last.end, at[0]):
        return False
    last.end, last.inner_end = at[1], at[0]
    return True


def _roles(
    text: str, bounds: tuple[int, int], mark: str, at: tuple[int, int], left: str, right: str
) -> tuple[bool, bool]:
    """Return whether a mark may open, and may close, by its shape and by what stands beside it."""
    wide = _space()
    begins = left.isspace() or left in "([{—–-/:\"'“«„‘>'’" or at[0] == bounds[0]
    ends = right.isspace() or not (right.isalnum() or right in "([{$€£¿¡#@")
    if mark in "«„‚‟‹" or mark == "``":
        if mark == "«":
            rest = text[at[1] : at[1] + 2].lstrip("".join(wide))[:1]
            closes_badly = rest in (",", ".", ";", ")", "?", "!", "") and left.isspace()
            return not closes_badly, closes_badly
        return True, False
    if mark in "»›":
        opens_badly = begins and not ends and left not in "»›"
        return opens_badly, True
    if mark == "”":
        # "” ... the quay is shut,” said Ann Poe": where a paragraph begins, nothing is there to close
        return at[0] == bounds[0] or (begins and right.isalnum() and left != '"'), True
    if mark == "“":
        closes = not left.isspace() and (ends or not begins)
        # “il bilancio è di 20 feriti“, riferisce: behind a word and before a comma nothing opens
        return (not right.isspace() and not (closes and ends and not begins)) or left in wide, closes
    if mark == "‘":
        return begins and not right.isspace(), not left.isspace() and ends
    if mark in ("'", "’"):
        opener = begins and right.isalnum() and mark == "'"
        return opener, not left.isspace() and ends
    # straight: opens before a word behind a space, closes behind a word
    if mark == "''":
        return begins and right.isalnum(), True
    opener = begins and not right.isspace()
    closer = not left.isspace() or right.isspace() or ends
    return opener or (begins and ends and left.isspace() and right in wide), closer


def _reopens(stack: list[_Open], level: int, mark: str) -> bool:
    """A mark that may do both closes what is open, unless it is the nesting kind."""
    return mark in ("“", "‘", "'") and stack[level].mark not in ("„", "‚")


def _leftover(text: str, bounds: tuple[int, int], stack: list[_Open], found: list[Marked], next_opens: str) -> None:
    start, end = bounds
    for n, opener in enumerate(stack):
        if opener.mark in ("'", "‘", "’", "‹", "›", "''", "”") or n:
            continue
        whole = opener.start == start
        if whole and opener.mark == "«" and end - start < LINK and text[start:end].rstrip()[-1:].isalnum():
            continue  # "« Back to the list": an arrow
        carries = bool(next_opens) and next_opens in _ALIKE.get(opener.mark, "")
        stop = end
        if not whole and not carries:
            m = _sentence_end().search(text, opener.inner, end)
            stop = m.end() if m else end
        later = min((s.start for s in found if s.start > opener.start), default=end)
        if not carries and not whole:
            stop = min(stop, later)
        found[:] = [s for s in found if not (opener.start < s.start and s.end <= stop) or s.depth]
        found.append(Marked(opener.start, stop, opener.inner, stop, 0, False, carries))


def _nest(found: list[Marked]) -> list[Marked]:
    """Set depths; drop what crosses another."""
    kept: list[Marked] = []
    stack: list[Marked] = []
    for span in found:
        while stack and stack[-1].end <= span.start:
            stack.pop()
        if stack and span.end > stack[-1].end:
            continue
        span.depth = len(stack)
        if span.inner_end > span.inner_start:
            kept.append(span)
            stack.append(span)
    return kept
