"""The error tree.

    RecoupeError
    ├── PageError           something about one page; the others go on
    │   ├── PageMissing     no such file, folder, address, or nothing in it
    │   ├── PageUnreadable  bytes that are no page: binary, too large, wrong JSON, wrong encoding
    │   └── PageRefused     an address we may not fetch (robots.txt, private host, too slow, too large)
    ├── RecordError         a line of JSON Lines that is not a record (says which line)
    ├── SettingError        an option that makes no sense or cannot be followed: a file that cannot be written
    └── LanguageError       a language table that is missing or malformed

Every error has a `code` (stable, for programs), what it is `about` (a path, an address, a line) and a `remedy`.
"""

from __future__ import annotations


class RecoupeError(Exception):
    """Base of all errors Recoupe raises on purpose.

    `about` is the page, line or setting concerned; `problem` says what is wrong; `remedy` says what to do.
    """

    code = "error"

    def __init__(self, about: str, problem: str, remedy: str = "") -> None:
        self.about = about
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{about}: {problem}" + (f" ({remedy})" if remedy else ""))


class PageError(RecoupeError):
    code = "page"


class PageMissing(PageError):
    code = "page-missing"


class PageUnreadable(PageError):
    code = "page-unreadable"


class PageRefused(PageError):
    code = "page-refused"


class RecordError(RecoupeError):
    code = "record"


class SettingError(RecoupeError):
    code = "setting"


class LanguageError(RecoupeError):
    code = "language"
