"""The visible text of an HTML page, in a defined normal form, with the place of each element and text node in it.

Normal form
- The text of `body`, in document order, without what no browser shows as text: scripts, styles, templates, `noscript`,
  form fields' options, embedded media, and elements hidden by their own markup (`hidden`, `style="display:none"`); and
  without what is set above words to tell how they are read (`rt`): it would split them. Style sheets are not evaluated.
  Parts that a script moves into place (React's streamed segments) are text; and where hardly anything else is left,
  hidden elements are text too: a script reveals them. An article that only a script prints is text (`scripted`).
- A run of HTML white space is one space; no-break spaces stay as they are. Zero-width characters and soft hyphens stay.
- The boundary of a block element and `<br>` are one line break; a table cell ends with a space. No line is empty, no
  line begins or ends with a space. Inside `pre` the source's line breaks are kept.

Linear in the size of the page; no recursion, so nesting depth does not matter.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from recoupe.text.patterns import compiled

Place = tuple[int, int]
"""`[start, end)` in the visible text."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby s "
    "samp small span strike strong sub sup time tt u var wbr picture source svg button output meter progress "
    "input"
)
INLINE = frozenset(_INLINE.split())
_SKIPPED = (
    "script style noscript template head title svg math iframe object embed applet audio video canvas select "
    "datalist textarea map frame frameset noframes noembed input meter progress dialog rp rt"
)
SKIPPED = frozenset(_SKIPPED.split())
_CELLS = frozenset(("td", "th"))
_HIDDEN = compiled(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_SPACE = compiled("[ \t\n\r\f\x0b\x0c\x1c-\x1f\x85]+")
_BLANK = " \t\r\f\x0b\u00a0\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u3000\ufeff"


class Run(msgspec.Struct, frozen=True, gc=False):
    """One text node's words: `visible[start:end]`."""

    start: int
    end: int


class Visible(msgspec.Struct):
    """A page's visible text. `spans` has `[start, end)` of each element that was entered; `runs` the text nodes."""

    text: str
    spans: dict[Any, tuple[int, int]]
    runs: list[tuple[int, int]]


_HARDLY_ANYTHING = 400  # characters


def of(root: Any) -> Visible:
    """Return the visible text of the tree `root`."""
    body = root.find("body") if root.tag != "body" else root
    shown = _walked(root if body is None else body, hidden=False)
    if len(shown.text) < _HARDLY_ANYTHING:
        revealed = _walked(root if body is None else body, hidden=True)
        if len(revealed.text) > 3 * len(shown.text):
            return revealed
    return shown


def _walked(body: Any, *, hidden: bool) -> Visible:
    builder = _Builder(hidden)
    builder.walk(body)
    return Visible(builder.finish(), builder.spans, builder.runs)


class _Builder:
    """Collects pieces of text; a pending separator is written only when more text follows."""

    def __init__(self, hidden: bool) -> None:
        self.hidden = hidden  # hidden elements are text
        self.pieces: list[str] = []
        self.length = 0
        self.pending = ""  # "", " " or "\n"
        self.spans: dict[Any, tuple[int, int]] = {}
        self.runs: list[tuple[int, int]] = []

    def walk(self, body: Any) -> None:
        """Visit the elements under `body` in document order without recursion."""
        hidden, text = self.hidden, self._text
        stack: list[tuple[Any, Any, int, str]] = []  # element, its children, start, what it leaves pending at its end
        preformatted = 0
        self.pending = "\n"
        if body.text:
            text(body.text, preformatted)
        stack.append((body, iter(body), 0, "\n"))
        while stack:
            element, children, start, left = stack[-1]
            for child in children:
                tag = child.tag
                if tag in SKIPPED or skipped(child, hidden):
                    if child.tail:
                        text(child.tail, preformatted)
                    continue
                ends = "" if tag in INLINE else " " if tag in _CELLS else "\n"
                if ends == "\n":
                    self.pending = "\n"
                # Where text of this element will begin: behind the separator that is still to be written.
                begin = self.length + 1 if self.pending and self.length else self.length
                if tag == "pre":
                    preformatted += 1
                if child.text:
                    text(child.text, preformatted)
                if len(child):
                    stack.append((child, iter(child), begin, ends))
                    break
                preformatted -= tag == "pre"
                self._leave(child, begin, ends)
                if child.tail:
                    text(child.tail, preformatted)
            else:
                stack.pop()
                preformatted -= element.tag == "pre"
                self._leave(element, start, left)
                if stack and element.tail:
                    text(element.tail, preformatted)

    def _leave(self, element: Any, start: int, ends: str) -> None:
        self.spans[element] = (start if start < self.length else self.length, self.length)
        if ends == "\n" or (ends and not self.pending):
            self.pending = ends

    def _text(self, text: str, preformatted: int) -> None:
        if text.isspace() and not preformatted and text.isascii():
            self.pending = self.pending or " "
            return
        if preformatted and "\n" in text:
            for index, line in enumerate(text.split("\n")):
                if index:
                    self.pending = "\n"
                self._line(line)
            return
        self._line(text)

    def _line(self, text: str) -> None:
        words = " ".join(text.split()) if text.isascii() else _SPACE.sub(" ", text)
        stripped = words.strip(" ")
        if not stripped:
            if text and not self.pending:
                self.pending = " "
            return
        if not self.pending and text[0] in " \t\n\r\f":
            self.pending = " "
        at_line_start = self.pending == "\n" or not self.length
        if at_line_start:
            stripped = stripped.lstrip(_BLANK)
            if not stripped:
                return
        if self.pending and self.length:
            self.pieces.append(self.pending)
            self.length += 1
        start = self.length
        self.pieces.append(stripped)
        self.length += len(stripped)
        self.runs.append((start, self.length))
        self.pending = " " if text[-1] in " \t\n\r\f" else ""

    def finish(self) -> str:
        return "".join(self.pieces)


def skipped(element: Any, hidden: bool) -> bool:
    """Return whether no browser shows `element` as text; `hidden` lets elements pass that hide themselves."""
    tag = element.tag
    if not isinstance(tag, str) or tag in SKIPPED:
        return True
    if hidden:
        return False
    if element.get("hidden") is not None:
        return not (element.get("id") or "").startswith("S:")
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None
