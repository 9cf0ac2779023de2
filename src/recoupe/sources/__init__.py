"""Floor 4: where pages come from. `open_pages` is the door: it gives a Page, or the error of that page, one at a time.

One file a technology: `files` (paths, folders, globs, standard input), `records` (.json and .jsonl page records),
`feeds` (RSS, Atom, JSON Feed), `warc` (archives), `fetch` (addresses); `decoded` turns bytes into a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recoupe.model import Page, ReadSettings, RecoupeError


def open_pages(places: Iterable[str], settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    """Yield the pages at `places` (paths, folders, globs, addresses, "-") in the order given, errors among them.

    A page that cannot be opened is an error in the stream, never an exception: the others are still read.
    """
    from recoupe.sources import files

    for place in places:
        yield from files.open_place(place, settings)
