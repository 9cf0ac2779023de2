"""The headline of a page: a vote between what the page prints and what it tells machines.

A page names its article up to five times: JSON-LD `headline`, `h1`, `og:title`, `twitter:title`, `title`. They differ:
`title` is worded for search engines and `og:title` for sharing, both often with the outlet's name behind them; `h1` may
hold a kicker. The newsroom's own headline is preferred: JSON-LD's, except where the page shows and shares another one
and JSON-LD's is only the search title again, or nothing else on the page (its address, its breadcrumb) repeats it.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable

import msgspec

from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled

SEPARATOR = compiled(r"\s+(?:[|–—·•‹›«»:⁄~]|-{1,2}|::|//)\s+|\s*[｜|]\s*|(?<=[^\W\d_a-zA-Z])：|\s+@\s*")
_WORD = compiled(r"[^\W_]+")
_SHORTEST = 8  # letters beyond which a printing of the headline tells where another printing ends
SECTION = 3  # words a section's name has at most, and a headline at least
_LABEL = 4  # words that a title has more than the headline it repeats, at most
_MORE_BEFORE = 4  # words before a site's name that still belong to it
_SAME_END = 4  # words that two titles end with alike: what stands before them is a kicker
# "Headline-Site" of scripts that write no spaces: their sentences hold no hyphen.
_UNSPACED = compiled(r"(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af！？」』”])[-_]{1,2}[^-_\s]{2,8}$")
_STAMP = compiled(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\s*[-–—|:]\s+(?=\S)")


class Titles(msgspec.Struct, frozen=True):
    """What the page calls its article, by place; None where it does not."""

    structured: str | None = None
    heading: str | None = None
    shared: str | None = None
    tweeted: str | None = None
    searched: str | None = None
    heading_parts: tuple[str, ...] = ()
    heading_place: tuple[int, int] | None = None  # in the visible text
    headings: tuple[str, ...] = ()  # keys of the headings of lower rank, where there is one of the first
    banner: str | None = None  # the site's name in a heading of the first rank


@functools.lru_cache(maxsize=4096)
def key(text: str | None) -> str:
    """Return the words of `text` in lower case: what two printings of one headline have in common."""
    return " ".join(_WORD.findall((text or "").lower().replace("\u00ad", "")))


def choose(titles: Titles, outlets: Iterable[str | None], told: Iterable[str | None] = ()) -> str | None:
    """Return the headline; `outlets` are the names the site goes by, which are cut from the end of a title.

    `told` is what else repeats the newsroom's own headline: the words of the address, the last crumb of a breadcrumb.
    """
    return _whole(_voted(titles, outlets, told), titles)


def _whole(chosen: str | None, titles: Titles) -> str | None:
    """Return a headline without the day before it, and as another place of the page prints it where it is cut off."""
    if not chosen:
        return None
    begun = chosen.rstrip(".… ")
    if chosen.endswith(("…", "...")) and key(begun).count(" ") + 1 >= SECTION:
        for other in (titles.heading, titles.structured, titles.shared):
            if other and key(other).startswith(key(begun) + " ") and not other.endswith(("…", "...")):
                return _unstamped(other)
    return _unstamped(chosen)


def _voted(titles: Titles, outlets: Iterable[str | None], told: Iterable[str | None]) -> str | None:
    names = frozenset(key(name) for name in outlets if name) - {""}
    parts = [part for part in titles.heading_parts if 2 * len(key(part)) > len(key(titles.heading))]
    others = tuple(
        key(t) for t in (titles.heading, titles.structured, titles.shared, *parts) if t and len(key(t)) > _SHORTEST
    )
    structured = bare(titles.structured, names, others)
    shared = bare(titles.shared, names, others)
    searched = bare(titles.searched, names, others)
    heading = titles.heading
    if key(heading) in names:
        heading = None
    if structured:
        if heading and key(heading) == key(shared) != key(structured):
            # The page shows and shares another headline: is JSON-LD's the search title, or an older or newer one?
            known = key(structured)
            if known == key(searched) or not any(_repeats(key(words), known) for words in told if words):
                return max(heading, shared or "", key=len)  # with the mark between a kicker and the headline
        return structured
    if not titles.shared and (named := _before(titles, key(heading))):
        return named
    if heading and shared and (_labelled(key(shared), key(heading)) or _searched_only(titles, shared)):
        return heading
    if heading and shared and searched and _stray(key(shared), key(heading), key(searched)):
        return searched if key(heading).endswith(" " + key(searched)) else heading
    for part in titles.heading_parts if key(heading) != key(shared) else ():
        # "Kicker - Headline" in one h1: the part that the shared title ends with is the headline.
        if shared and key(part) != key(shared) and len(key(part)) > 20 and key(shared).endswith(key(part)):
            return part
    return shared or bare(titles.tweeted, names, others) or heading or searched


def _before(titles: Titles, heading: str) -> str | None:
    """Return what stands before the site's name in "Headline | Site" where a heading of the first rank holds that name.

    A heading (its key) is the site's name when it leads to the front page, or when the page has a heading of the words
    before it too.
    """
    searched = titles.searched or ""
    for cut in SEPARATOR.finditer(searched):
        head, tail = searched[: cut.start()].strip(), key(searched[cut.end() :])
        # "Headline - Section - Site": the section's name may be the heading as well as the site's.
        site = tail == heading or tail.startswith(heading + " ")
        if head and tail and (tail == key(titles.banner) or (heading and site and key(head) in titles.headings)):
            return head
    return None


def _labelled(shared: str, heading: str) -> bool:
    """Say whether a shared title (its key) is the heading with a label: "Recipe: ...", "... by Some Author"."""
    more = shared.count(" ") - heading.count(" ")
    if not 0 < more <= _LABEL or heading.count(" ") + 1 < SECTION:
        return False
    return shared.startswith(heading + " ") or shared.endswith(" " + heading)


def _searched_only(titles: Titles, shared: str) -> bool:
    """Say whether the shared title is only the search title again, site's name and all, and the heading words the same
    otherwise; a heading that ends as the shared title does (bare: `shared`) has a kicker before it.
    """
    if titles.shared != titles.searched or key(shared) == key(titles.shared):
        return False
    mine, other = key(titles.heading).split(), key(shared).split()
    alike = sum(a == b for a, b in zip(mine[: -_SAME_END - 1 : -1], other[::-1], strict=False))
    return len(mine) >= SECTION and alike < min(_SAME_END, len(other)) and _related(mine, other)


def _stray(shared: str, heading: str, searched: str) -> bool:
    """Say whether a shared title is of something else (a section, an invitation): the page's heading and its search
    title share words, and it has none of them (all keys).
    """
    mine, others, stray = heading.split(), searched.split(), shared.split()
    few = min(len(mine), len(others)) < SECTION
    long = {word for word in stray if len(word) > 3}
    return not few and _related(mine, others) and bool(long) and not long & {*mine, *others}


def _related(words: list[str], others: list[str]) -> bool:
    """Say whether half of the long words of the shorter title are in the longer one."""
    mine, theirs = ({w for w in part if len(w) > 3} for part in (words, others))
    return bool(mine and theirs) and 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def _repeats(told: str, headline: str) -> bool:
    """Say whether `told` has every long word of `headline` (both keys), accents apart."""
    words = [word for word in _plain(headline).split() if len(word) > 3]
    return bool(words) and set(words) <= set(_plain(told).split())


def _plain(words: str) -> str:
    """Return a key without accents; an address may write an umlaut with an e and a sharp s as two."""
    return re.sub("(?<=[aou])e|(?<=s)s", "", fold(words))


def keys(titles: Titles, chosen: str | None) -> tuple[str, ...]:
    """Return the words of each printing of the headline, by which its repetition above the body is known."""
    printed = (chosen, titles.heading, titles.structured, titles.shared, titles.searched, titles.banner)
    return tuple(k for k in dict.fromkeys(key(t) for t in printed if t) if len(k) > 8)


def bare(title: str | None, names: frozenset[str], others: tuple[str, ...]) -> str | None:
    """Return `title` without the outlet's name behind it (or before it), None when nothing is left.

    What stands behind a separator goes when the page prints what stands before as a title of its own; when it is a name
    of the site; and when it is the section that such a name follows ("Headline | Politics | Valley Post").
    """
    if not title:
        return None
    cuts = [m.span() for m in SEPARATOR.finditer(title)][-6:]
    for start, _ in cuts:
        if key(title[:start]) in others:
            return title[:start].strip() or None
    end, joined = len(title), ""
    for (start, stop), (after, _) in itertools.pairwise(cuts):
        if key(title[stop:after]) in names and key(title[:start]).count(" ") + 1 >= SECTION:
            return title[:start].strip()  # "Headline | Site | What the site is"
    # A site's whole name may hold a separator itself ("Valley Post - News from Brévenne").
    whole = next((i for i, (start, stop) in enumerate(cuts) if key(title[:start]) and key(title[stop:]) in names), None)
    if whole is not None:
        end, joined = cuts[whole][0], title[cuts[whole][0] : cuts[whole][1]].strip()
    for start, stop in reversed(cuts[:whole]):
        head, tail, sign = key(title[:start]), key(title[stop:end]), title[start:stop].strip()
        section = joined and sign == joined and tail.count(" ") < SECTION and head.count(" ") >= SECTION
        if not head or not tail or not (section or _named(tail, names, head)):
            break
        end, joined = start, sign
    if end == len(title) and cuts and key(title[: cuts[0][0]]) in names:
        return title[cuts[0][1] :].strip() or None
    return _unspaced(_unstamped(title[:end].strip())) or None


def _unstamped(title: str) -> str:
    """Return a title without the date that stands before it."""
    stamp = _STAMP.match(title)
    return title[stamp.end() :] if stamp else title


def _unspaced(title: str) -> str:
    """Return a title without the names that hyphens join to it in a script without spaces."""
    while (site := _UNSPACED.search(title)) and site.start() >= 2 * len(site[0]):
        title = title[: site.start()]
    return title


def _named(tail: str, names: frozenset[str], head: str) -> bool:
    """Say whether `tail` is a name of the site: equal, or one within the other with few words more."""
    squeezed, words = tail.replace(" ", ""), tail.count(" ") + 1
    begun = {"".join(tail.split()[:count]) for count in (words, words - 1)}
    for name in names:
        if squeezed == name.replace(" ", "") or (name.startswith(tail) and len(tail) > 3):
            return True
        more = words - name.count(" ") - 1
        if tail.endswith(" " + name) and more <= _MORE_BEFORE:
            return True  # "The Valley Post", "Sport | Valley Post" written without its bar
        if name.replace(" ", "") in begun and head.count(" ") >= SECTION:
            return True  # "Valley News" of the site Valley, "Valley Post Online" of the host valleypost
    return False
