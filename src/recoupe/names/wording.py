"""What a description of a person says: "le chancelier allemand", "the mayor of Ems", "l'ancienne conseillère".

Its head noun, what country, body or matter narrows it, and the person it stands beside.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

import msgspec
import regex
from ahocorasick_rs import AhoCorasick

from recoupe.languages import load
from recoupe.model import Name
from recoupe.names.key import stem
from recoupe.names.tables import Lexicon, gazetteer, lexicon, metonyms, stems
from recoupe.text.normalise import fold
from recoupe.text.patterns import compiled_by_regex

_BEFORE = compiled_by_regex(r"(?r)([\p{L}\p{M}\p{N}.-]+'?)[ ]?\Z", regex.V1)
_AFTER = compiled_by_regex(r"[ ]?(\p{L}[\p{L}\p{M}-]*'?)", regex.V1)
_PREFIX = compiled_by_regex(r"(?r)\p{L}+-\Z", regex.V1)
_TITLE = compiled_by_regex(r"((?:\p{Lu}\.)+|\p{L}+)\.?[ ]", regex.V1)
_DESCRIBED = compiled_by_regex(r"(\p{L}+)(?:[ ]|')(?:\p{Ll}[\p{L}\p{M}-]*[ ]){1,3}", regex.V1)
_CLOSING = (",", ".", ")", ";", ":")
_WORDS = compiled_by_regex(r"\p{L}+", regex.V1)
_COMMA = compiled_by_regex(r"[ ]?,?[ ]", regex.V1)


class Role(msgspec.Struct, frozen=True, gc=False):
    """One description: its span, the head noun and its class, what country, body or matter narrows it.

    `noun` is where the head noun stands. `former` tells that a word ("former", "deputy", "acting") makes it another's.
    """

    start: int
    end: int
    head: str
    group: str
    of: str
    matter: str
    definite: bool
    indefinite: bool = False
    noun: tuple[int, int] = (0, 0)
    former: bool = False

    @property
    def narrow(self) -> bool:
        """Tell whether a country, a body or a matter says which of many it is."""
        return bool(self.of or self.matter)


@functools.cache
def _groups(code: str) -> dict[str, str]:
    table = lexicon(code).table.get("role_groups", {})
    return {word: group for group, words in table.items() for word in words}


def found(pattern: AhoCorasick, low: str, compounds: bool) -> Iterator[tuple[int, int]]:
    for _, start, end in pattern.find_matches_as_indexes(low):
        if in_word(low, end):
            continue
        if start and low[start - 1] == "-" and compounds:  # "Kreml-Chef"
            prefix = _PREFIX.search(low, max(0, start - 20), start)
            if prefix is None:
                continue
            start = prefix.start()
        if in_word(low, start - 1):
            continue
        yield start, end


def in_word(low: str, at: int) -> bool:
    """Tell whether the character at `at` is of a word, or a hyphen; there is none at -1."""
    char = low[at : at + 1]
    return char.isalnum() or char == "-"


def read(
    text: str, start: int, end: int, lex: Lexicon, by_start: dict[int, Name], by_end: dict[int, Name], depth: int = 0
) -> Role:
    """Return the description whose head noun is `text[start:end]`, with the words that belong to it."""
    head = text[start:end].lower()
    noun = start, end
    of = ""
    whose, _, bare = head.rpartition("-")
    if whose and bare in lex.roles and lex.nouns_capitalised:  # "US-Präsident", "Kreml-Chef"
        of = _country(text[start : start + len(whose)])
        head = bare if of else head
    elif lex.nouns_capitalised:
        of, head = _compound(text[start:end], lex)
    end, of, matter = _behind(text, end, of, lex, by_start, depth)
    group = _groups(lex.code).get(head, head)
    role = Role(start, end, head, group, of, matter, False, noun=noun)
    return _with_words_before(role, text, lex, by_end)


def _compound(noun: str, lex: Lexicon) -> tuple[str, str]:
    """ "Kremlchef": return the country or body a compound begins with, and the noun it ends with; else "" and all."""
    head = noun.lower()
    cuts = ((_country(noun[:k]), head[k:]) for k in range(3, len(head) - 3) if head[k:] in lex.roles)
    return next((cut for cut in cuts if cut[0]), ("", head))


def _behind(text: str, end: int, of: str, lex: Lexicon, by_start: dict[int, Name], depth: int) -> tuple[int, str, str]:
    """Return where a description ends whose head noun ends at `end`, of what it is and what its matter is: adjectives
    stand behind the noun, then "of" something."""
    while following := _AFTER.match(text, end):
        word = following.group(1).lower()
        if word in lex.demonyms:
            of = of or lex.demonyms[word]
        elif word not in lex.role_adjectives:
            break
        end = following.end()
    linked = _linked(text, end, lex, by_start, depth)
    if linked is None:
        return end, of, ""
    end, what, kind = linked
    if kind != "matter":
        return end, of or what, ""
    again = _linked(text, end, lex, by_start)
    if again and again[2] == "of" and not of:
        end, of = again[0], again[1]
    following = _AFTER.match(text, end)
    if following and following.group(1).lower() in lex.demonyms and not of:
        of, end = lex.demonyms[following.group(1).lower()], following.end()
    return end, of, what


def _with_words_before(role: Role, text: str, lex: Lexicon, by_end: dict[int, Name]) -> Role:
    """Return a description with the words before its head noun: of what country, which one, the article."""
    start, of, matter = role.start, role.of, role.matter
    definite = indefinite = former = False
    while before := _BEFORE.search(text, max(0, start - 40), start):
        bare = before.group(1).lower().rstrip("'")
        stop = before.end(1)
        name = by_end.get(stop) or by_end.get(stop - 2 if text[stop - 2 : stop] == "'s" else -1)
        if bare in lex.role_articles:
            definite = bare in lex.definite
            indefinite = not definite
            if bare not in lex.role_contractions:
                start = before.start(1)
            break
        if bare in lex.role_prefixes or (bare in lex.role_adjectives and not former):
            former = bare in lex.role_prefixes
            start = before.start(1)
        elif lex.adjectives_before and bare in lex.demonyms and not of:
            of, start = lex.demonyms[bare], before.start(1)
        elif lex.adjectives_before and name and name.type != "person" and not of:
            of, start = _seat(name), name.start
        elif lex.adjectives_before and bare in lex.portfolios and not matter:
            matter, start = bare, before.start(1)
        else:
            break
    near = {*_WORDS.findall(fold(text[start : role.noun[1]])), *_WORDS.findall(fold(text[role.noun[1] : role.end]))[:1]}
    return msgspec.structs.replace(
        role, start=start, of=of, matter=matter, definite=definite, indefinite=indefinite,
        former=not near.isdisjoint(qualifying(lex.code)),
    )  # fmt: skip


@functools.cache
def qualifying(code: str) -> frozenset[str]:
    """Return the words that make a post another's than its holder's: "former", "deputy", "acting"."""
    posts = load(code).table("facts").get("post", {})
    return frozenset(fold(word) for key in ("former", "other") for word in posts.get(key, ()))


def _linked(
    text: str, end: int, lex: Lexicon, by_start: dict[int, Name], depth: int = 0
) -> tuple[int, str, str] | None:
    """Return (end, what, kind) of an "of ..." at `end`: a place or body ("of") or a minister's matter ("matter")."""
    at = end
    for _ in range(3):
        following = _AFTER.match(text, at)
        if not following:
            return None
        word = following.group(1).lower()
        name = by_start.get(following.start(1))
        if name is not None and at == end and lex.genitive_behind:
            of = _in_genitive(name)
            return (name.end, of, "of") if of else None
        if name is not None and at > end:
            return (name.end, _seat(name), "of") if name.type != "person" else None
        if at > end and word in lex.roles and depth == 0:
            inner = read(text, following.start(1), following.end(1), lex, by_start, {}, depth + 1)
            return inner.end, inner.of, "of"
        if at > end and word in lex.portfolios:
            stop = following.end(1)
            more = _AFTER.match(text, stop)
            if more and more.group(1).lower() in lex.portfolio_adjectives:
                stop = more.end(1)
            return stop, text[following.start(1) : stop].lower(), "matter"
        if word.rstrip("'") not in lex.link_words:
            return None
        at = following.end(1)
        glued = by_start.get(at)
        if glued is not None:
            return (glued.end, _seat(glued), "of") if glued.type != "person" else None
    return None


def _in_genitive(name: Name) -> str:
    """Return what a name right behind a noun says it is of: "Präsident Russlands", "президент России", else ""."""
    country = _country(name.text.removesuffix("s"))
    if not country:
        place = stems().get(stem(name.text)) if name.text[:1] > "\u0400" else None
        country = place.country if place is not None and place.kind == "country" else ""
    return country or (_seat(name) if name.type != "person" else "")


def _country(word: str) -> str:
    """Return the country a name of the tables stands for, or its body; "" for other words."""
    tables = gazetteer()
    body = tables.organisations.get(word)
    if body:
        return metonyms().get(body, body)
    place = tables.places.get(word)
    return place.country if place and place.kind == "country" else ""


def _seat(name: Name) -> str:
    """Return the country a place or a seat of government stands for, else the name itself."""
    tables = gazetteer()
    body = tables.organisations.get(name.text)
    if body:
        return metonyms().get(body, body)
    place = tables.places.get(name.text)
    if place and place.country and place.kind == "country":
        return place.country
    return name.entity


def apposed(text: str, role: Role, by_start: dict[int, Name], by_end: dict[int, Name], lex: Lexicon) -> Name | None:
    """Return the person the role stands beside: "le président X", "le président, X,", "X, président", "X is the
    president"."""
    return _named_behind(text, role, by_start, lex) or _named_before(text, role, by_end, lex)


def _named_behind(text: str, role: Role, by_start: dict[int, Name], lex: Lexicon) -> Name | None:
    gap = _COMMA.match(text, role.end)
    if gap is None:
        return _behind_origin(text, role, by_start, lex)
    at, comma = gap.end(), "," in gap.group()
    while by_start.get(at) is None and (title := _TITLE.match(text, at)) and _titled(title.group(1), lex):
        at = title.end()  # "the prime minister, H.E. Mr X"
    name = by_start.get(at)
    if name is not None:
        # "the president, Ana Ruiz and her son": a list, unless the name is closed by a comma or a full stop.
        listed = comma and text[name.end : name.end + 1] not in _CLOSING
        return name if name.type == "person" and not listed else None
    if not comma:
        return _behind_origin(text, role, by_start, lex)
    more = _DESCRIBED.match(text, gap.end())  # "the director, the veteran engineer X,"
    if more is None or more.group(1).lower() not in lex.definite:
        return None
    name = by_start.get(more.end())
    if name is None or name.type != "person" or text[name.end : name.end + 1] not in (*_CLOSING, "\n", ""):
        return None
    following = _AFTER.match(text, name.end + 1)
    return None if following and following.group(1).lower() in lex.conjunctions else name


def _titled(word: str, lex: Lexicon) -> bool:
    return word.lower() in lex.titles or word[1:2] == "."  # "H.E."


def _behind_origin(text: str, role: Role, by_start: dict[int, Name], lex: Lexicon) -> Name | None:
    """ "Il premier ardese X": a word of origin that no table knows stands between."""
    word = None if lex.adjectives_before or role.of else _AFTER.match(text, role.end)
    if word is None or not word.group(1).islower() or not word.group(1).endswith(lex.origin_endings or ("\0",)):
        return None
    name = by_start.get(word.end() + 1)
    return name if name is not None and name.type == "person" and text[word.end()] == " " else None


def _named_before(text: str, role: Role, by_end: dict[int, Name], lex: Lexicon) -> Name | None:
    before = text[max(0, role.start - 3) : role.start]
    for opening in (", ", " (", "("):
        if before.endswith(opening):
            name = by_end.get(role.start - len(opening))
            if name is not None and name.type == "person" and (not role.definite or _closed(text, role.end, lex)):
                return name
    at = role.start
    for _ in range(3):  # "X is the first Russian leader"
        word = _BEFORE.search(text, max(0, at - 24), at)
        if word is None:
            return None
        low = word.group(1).lower()
        if low in lex.copulas:
            name = by_end.get(word.start() - 1)
            owned = text[role.end : role.end + 2] in ("'s", "s'")
            return name if name is not None and name.type == "person" and not owned else None
        if low not in lex.role_articles and low not in lex.first:
            return None
        at = word.start()
    return None


def _closed(text: str, end: int, lex: Lexicon) -> bool:
    """Tell whether a role behind a name ends there: "X, the president, ..." but not "for X, the president said"."""
    if text[end : end + 1] in (*_CLOSING, "\n", ""):
        return True
    following = _AFTER.match(text, end)
    return following is not None and following.group(1).lower().rstrip("'") in (lex.link_words | lex.place_prepositions)
