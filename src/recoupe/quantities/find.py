"""Find the quantities of a text.

text -> numbers -> those of times, codes and addresses out -> unit | age | rank | score | counted noun
     -> what happened to those counted, what is measured -> qualifier, group, part -> Quantity
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

import msgspec

from recoupe.languages import normal_code
from recoupe.model.mention import Quantity, Time
from recoupe.quantities import around, beside, changes, currencies, fractions, none, nouns
from recoupe.quantities.ages import age_end, ranged, someone
from recoupe.quantities.bases import Fraction
from recoupe.quantities.counted import Counted, counted
from recoupe.quantities.elliptic import among, elliptic, kinds, speaks_of_those
from recoupe.quantities.keys import Keys, keys
from recoupe.quantities.led import turned
from recoupe.quantities.lexicon import LAST, NEXT, WORD, Hit
from recoupe.quantities.measured import base, measured
from recoupe.quantities.phones import phones
from recoupe.quantities.scores import colon_scores, scores
from recoupe.quantities.sums import bare_sum
from recoupe.quantities.tolls import toll
from recoupe.quantities.words import Words, words
from recoupe.text import numbers
from recoupe.text.multipliers import MILLION
from recoupe.text.normalise import fold
from recoupe.text.numbers import Number
from recoupe.text.numerals import numerals
from recoupe.text.patterns import compiled

_TORN = re.compile(r", \d(?!\d)")
"""What is left of a decimal number that a space has torn: "magnitude 7, 1"."""
_QUAKE = 24
"""Characters before its degrees in which a quake is named."""
_SHOCKS = frozenset(("earthquake", "aftershock"))
_LISTED = 4
"""Characters between two of a list of people: ", " or a word such as "and"."""
_LONG_CODE = 7
"""Figures in one piece from which on they are the code of a page or a record: a count of millions is grouped."""

_HALF, _TO_HALF, _HALF_TO = 50, ("-50", "/50", ":50"), ("50-", "50/", "50:")
"""What is shared equally is told so: "a 50-50 merger"."""

_NTH = 30
_STOPS = re.compile(r"[.;!?\n]")
_PLAIN_YEAR = compiled(r"(?:1[5-9]|20|21)\d\d$")


def find(text: str, *, language: str | None, times: Sequence[Time] = ()) -> list[Quantity]:
    """Return the quantities of `text` in order, without overlaps but for the two sides of a score.

    `times` are the time expressions of the text: numbers inside them are theirs. A language without a table of
    concepts gives numbers with signs ("25 %", "€50") only. Never raises; linear in the length of the text.
    """
    code = normal_code(language)
    lexicon = words(code)
    folded = fold(text)
    found = numbers.in_folded(folded, language=language)
    finder = _Finder(text, folded, lexicon, [(t.start, t.end) for t in times])
    return finder.quantities(found)


class _Finder:
    """Reads the quantities of one text, left to right; `out` holds those found so far."""

    def __init__(self, text: str, folded: str, lexicon: Words, times: list[tuple[int, int]]) -> None:
        self.text = text
        self.folded = folded
        self.words = lexicon
        self.keys: Keys = keys()
        spans = sorted(times)
        self.time_starts = [s for s, _ in spans]
        self.time_ends = [e for _, e in spans]
        dialled = phones(folded)
        self.phone_starts = [s for s, _ in dialled]
        self.phone_ends = [e for _, e in dialled]
        self.out: list[Quantity] = []
        self.done = 0
        self.colons: list[tuple[int, int, float, float]] = []
        self.shares: list[Fraction] = []

    @property
    def last(self) -> Quantity | None:
        """The quantity found last."""
        return self.out[-1] if self.out else None

    def quantities(self, found: list[Number]) -> list[Quantity]:
        found = _without_rows(found)
        sides = scores(self.folded, found, self.words)
        self.colons = colon_scores(self.folded, self.words)
        self.shares = fractions.fractions(self.folded, found, self.words.code)
        for at, number in enumerate(found):
            self._shares(number.start)
            if number.start < self.done:
                continue
            if at in sides:
                self._score(number.start, found[at + 1].end, (number.low, found[at + 1].low))
                continue
            self._colons(number.start)
            limit = found[at + 1].start if at + 1 < len(found) else len(self.folded)
            quantity = self._quantity(number, limit)
            if quantity is not None:
                quantity = self._between(quantity) or quantity
                self._befell_too(quantity)
                self.out.append(quantity)
                self.done = max(self.done, quantity.end)
        self._colons(len(self.folded))
        self._shares(len(self.folded))
        self._nobody()
        if not found and not self.out:
            return []
        free = [number for number in found if not self._in_time(number)]
        told = kinds(self.folded, self.out, self.words)
        return currencies.settled(changes.changed(self.folded, self.text, free, told, self.time_starts, self.words))

    def _befell_too(self, quantity: Quantity) -> None:
        """Tell of the count before "and" what the verb behind both says: "32 Kinder und fünf Lehrer getötet"."""
        last, outcomes = self.last, self.keys.outcomes
        if last is None or quantity.rule != "verb behind" or quantity.of not in outcomes or last.of in outcomes:
            return
        gap = self.folded[last.end : quantity.start].split()
        links = gap[:1] and gap[0] in self.words.conjunctions and all(word in self.words.links for word in gap[1:])
        if links and last.unit == "person" and last.rule == "noun" and last.of is not None:
            own = () if last.of == "person" else (str(last.of),)
            told = msgspec.structs.replace(last, of=quantity.of, group=(*own, *last.group), rule="verb behind")
            self.out[-1] = told

    def _nobody(self) -> None:
        """Add the counts of nobody beside the others."""
        spans = [(q.start, q.end) for q in self.out]
        for one in none.found(self.folded, self.text, self.words):
            at = bisect.bisect_left(spans, (one.start,))
            if not any(a < one.end and one.start < b for a, b in spans[max(0, at - 2) : at + 1]):
                spans.insert(at, (one.start, one.end))
                self.out.insert(at, one)

    def _shares(self, until: int) -> None:
        """Add the shares told as fractions that begin at `until` or before."""
        while self.shares and self.shares[0].start <= until:
            one = self.shares.pop(0)
            timed = one.key != fractions.POINT and self._overlaps_time(
                one.start, one.end
            )  # "three quarters of a point"
            if one.start < self.done or timed:
                continue
            left = max(self.done, around.clause(self.folded, one.start, one.end)[0])
            share = fractions.told(self.folded, self.text, one, left, self.words)
            self.out.extend((share,) if share else ())
            self.done = share.end if share else one.end

    def _colons(self, until: int) -> None:
        """Add the scores written with a colon that stand before `until`."""
        while self.colons and self.colons[0][0] < until:
            start, end, first, second = self.colons.pop(0)
            if start >= self.done and not self._overlaps_time(start, end):
                self._score(start, end, (first, second))

    # ---- one number ----

    def _quantity(self, number: Number, limit: int) -> Quantity | None:
        if self._in_phone(number) or self._coded(number):
            return None
        if _of_a_clock(self.folded, number):
            return None
        if number.ordinal:
            return None if self._in_time(number) else self._nth(number, limit)
        ages = ranged(self.folded, number, self.words)
        aged = age_end(self.folded, ages, self.last, self.words)
        if aged is not None:
            return self._aged(ages, aged)
        if self._in_time(number) or (number.article and not self._article_counts(number, limit)):
            return None
        left, right = around.clause(self.folded, number.start, number.end)
        left = max(left, self.done)
        number = beside.in_millions(self.folded, number, right, self.words)
        unit = around.measure(
            self.folded, number.start, number.end, self.words, self.keys.kinds, large=number.low >= 1000
        )
        if unit is not None and not number.article:
            return self._measured(number, unit, left, right)
        force = beside.force(self.folded, number, left, self.words)
        if force is not None:
            return self._make(number, (force.start, number.end), (number.low, number.high), None, force.what)
        if self.words.empty or (self._excluded(number, left) and not speaks_of_those(self.folded, number, self.words)):
            return None
        return self._counted(number, left, right, limit)

    def _article_counts(self, number: Number, limit: int) -> bool:
        """Tell whether "one" or "a" may count: a noun of the tables follows, or it is the other side of a vote. Most of
        the numbers of a text are articles, and few of those are more."""
        last = self.last
        if last is not None and last.of in ("vote", "seat"):
            return True
        hit = nouns.behind(self.folded, number, min(limit, number.end + around.REACH), self.words)[0]
        if hit is None or self.folded[hit.start : hit.end] not in self.words.wounds:
            return hit is not None
        # "un muerto y una herida", but "por una herida en el ojo"
        return last is not None and last.unit == "person" and number.start - last.end <= _LISTED

    def _in_phone(self, number: Number) -> bool:
        n = bisect.bisect_right(self.phone_starts, number.start) - 1
        return n >= 0 and number.start < self.phone_ends[n]

    def _in_time(self, number: Number) -> bool:
        return self._overlaps_time(number.start, number.end)

    def _overlaps_time(self, start: int, end: int) -> bool:
        n = bisect.bisect_left(self.time_ends, start + 1)
        return n < len(self.time_starts) and self.time_starts[n] < end

    def _coded(self, number: Number) -> bool:
        """Tell whether the number is part of a code or a name: "4x4", "A1/B2", "Group of Seven", "Air Force One"."""
        first = self.text[number.start]
        if number.spelled and first.isupper() and number.scale == 1 and not number.approximate:
            before = self.text[max(0, number.start - 3) : number.start].rstrip(" \u00a0\"'«»“”‘’(")
            if before and (before[-1].isalpha() or before[-1] == ",") and "\n" not in before:
                return True
        if number.low == number.high == _HALF and (
            self.folded.startswith(_TO_HALF, number.end) or self.folded.endswith(_HALF_TO, 0, number.start)
        ):
            return True  # "50-50"
        if number.scale >= MILLION and self.text[number.end : number.end + 1] == "-":
            return self.text[number.end + 1 : number.end + 2].isupper()  # "eine Millionen-Klage"
        after = self.folded[number.end : number.end + 2]
        before = self.folded[max(0, number.start - 2) : number.start]
        return (
            (len(after) == 2 and after[0] in "/_" and after[1].isalnum())
            or (len(before) == 2 and before[1] in "/_@#")
            or before.endswith(("n°", "nº", "№"))
        )

    def _excluded(self, number: Number, left: int) -> bool:
        """Tell whether the words around say that the number counts nothing ("article 49", "flight 93", "3 fois")."""
        folded, lexicon = self.folded, self.words
        if number.end - number.start >= _LONG_CODE and folded[number.start : number.end].isdecimal():
            return True
        if not number.spelled and around.ending_at(folded, number.start, left, lexicon.exclude):
            return True
        at = number.end
        while at < len(folded) and folded[at] in " -,":
            at += 1
        after = WORD.match(folded, at)
        if after is None:
            return False
        if lexicon.held_after.match(folded, at, after.group()) is not None:
            return False  # "12.000 secondo la polizia": no second, an opinion
        if lexicon.follow.match(folded, at, after.group()) is not None:
            return True
        return after.group() in lexicon.times and folded[number.end : at] in (" ", "-", "")

    def _between(self, second: Quantity) -> Quantity | None:
        """ "between $10 million and $15 million", "de 5 % à 7 %": two values of one unit are an interval."""
        first = self.last
        if first is None or second.rule != "measure" or first.unit != second.unit or second.low is None:
            return None
        if first.rule != "measure" or first.low is None or second.qualifier or first.high != first.low:
            return None
        if second.high is None or first.low >= second.high or self.folded[first.end : second.start].count(" ") > 2:
            return None
        link = self.folded[first.end : second.start].strip(" ")
        before = LAST.search(self.folded, max(0, first.start - 14), first.start)
        number_words = numerals(self.words.code)
        if before is None or number_words.between.get(before[1]) != link:
            return None
        self.out.pop()
        start = before.start()
        return msgspec.structs.replace(
            second, start=start, text=self.text[start : second.end], low=first.low,
            of=second.of if second.of != second.unit else first.of, of_text=second.of_text or first.of_text,
        )  # fmt: skip

    # ---- kinds ----

    def _measured(self, number: Number, unit: around.Measure, left: int, right: int) -> Quantity:
        qualifier, start = self._qualifier(min(unit.start, number.start), left)
        after = around.qualifier_after(self.folded, unit.end, right, self.words)
        low, high = number.low * unit.factor, None if number.high is None else number.high * unit.factor
        if unit.kind == "temperature":
            below = beside.below_zero(self.folded, start, left, self.words)
            if below is not None and high is not None:
                start, low, high = below, -high, -low
        told = beside.converted(self.folded, start, unit.unit, qualifier, self.out, self.words)
        if unit.kind == "money" and told is not None:
            of = told.of if told.of != told.unit else unit.unit
            again = Counted(unit=unit.unit, of=of, of_text=told.of_text, rule="converted")
            return self._make(number, (start, unit.end), (low, high), qualifier, again)
        far = left
        by = self.last.unit if self.last else None
        if (unit.kind == "money" and by == "%") or (unit.unit == "%" and by in ("pp", "bp")):
            # "sales rose 5 % to 3 million", "cut its rate by half a point to 2 %"
            far = around.clause(self.folded, number.start, number.end)[0]
            if qualifier == "up to" and self.folded[start : number.start].strip() in self.words.level:
                qualifier, start = None, min(unit.start, number.start)  # "subieron un 5 % hasta 3 millones"
        what = measured(self.folded, (start, unit.end), (far, right), unit, self.words)
        if what is not None and what.key == "angle":
            unit = msgspec.structs.replace(unit, unit="°")  # "incliné de 8 degrés": no heat
        whole = base(self.folded, unit.end, right, self.words) if unit.unit == "%" else None
        if whole is not None and what is not None and what.key in ("rise", "fall"):
            what = None  # "70 Prozent der Züge fielen aus": a share of the trains, no fall
        group = (whole.key,) if whole is not None else ()
        if unit.unit == "°C" and self._of_a_quake(start, unit.end, left):
            shock = Counted(unit="magnitude", of="magnitude", rule="measure")
            return self._make(number, (start, unit.end), (low, high), qualifier, shock)
        if what is None and (unit.unit in ("°C", "°F") or low < 0):
            heat = Counted(unit=unit.unit, of="temperature", rule="measure")
            return self._make(number, (start, unit.end), (low, high), qualifier, heat)
        if unit.unit == beside.BEAUFORT.unit:
            return self._make(number, (start, unit.end), (low, high), qualifier, beside.BEAUFORT)
        if what is None and whole is None and unit.kind == "percent":
            known = beside.bracketed_share(self.folded, (start, unit.end), self.last)
            if known is not None:
                what_of = Counted(unit="%", of=known.of, of_text=known.of_text, rule="share beside a share")
                return self._make(number, (start, unit.end), (low, high), qualifier, what_of)
        of = what.key if what else unit.unit
        found = Counted(unit=unit.unit, of=of, of_text=self._words(what), group=group, rule="measure")
        return self._make(number, (start, unit.end), (low, high), qualifier, found, after=after)

    def _of_a_quake(self, start: int, end: int, left: int) -> bool:
        """ "un sismo de 7,1 grados": tell whether degrees without a scale of heat are a quake's."""
        told = self.folded[start:end]
        if told.endswith(("c", "°", "celsius")):
            return False
        hits = [h for h in self.words.nouns.all(self.folded, max(left, start - _QUAKE), start) if h.key in _SHOCKS]
        return bool(hits) and len(self.folded[hits[-1].end : start].split()) <= 1

    def _counted(self, number: Number, left: int, right: int, limit: int) -> Quantity | None:
        qualifier, start = self._qualifier(number.start, left)
        what = counted(self.folded, self.text, number, (start, left, right, limit), self.words)
        part = around.ending_at(self.folded, start, left, self.words.part) is not None
        if what is None or what.rule == "unknown noun" or speaks_of_those(self.folded, number, self.words):
            other = elliptic(self.folded, (number, start), self.last, self.words)
            if other is not None and not number.article:
                what, part = other[0], other[1] or part
                end = max(number.end, what.end)
                after = around.qualifier_after(self.folded, end, right, self.words)
                value = (number.low, number.high)
                return self._make(number, (start, end), value, qualifier, what, part=part, after=after)
        if what is None or what.rule == "unknown noun":
            what = beside.votes_against(self.folded, (number, start), self.last, self.words) or what
        if what is None:
            what = self._bare(number, start, left, right)
        what = bare_sum(self.folded, number, (start, left, right), what, self.out, self.words, self.keys.kinds)
        if what is None:
            return None
        if self._anaphoric(number, what, start):
            return None
        end = max(number.end, what.end)
        after = around.qualifier_after(self.folded, end, right, self.words)
        if _PLAIN_YEAR.match(self.text[number.start : number.end]) and what.of is None:
            return None
        if what.of in self.keys.outcomes and number.scale == 1 and number.low != int(number.low):
            return None  # "18,20 I morti": a clock; nobody dies by halves
        part = part or (bool(self.out) and beside.one_more_part(self.folded, what, start, self.out[-1], self.words))
        if part and self.out and what.of is not None:
            what = self._partial(what, start)
        what = among(self.folded, what, start, self.last, self.words)
        return self._make(number, (start, end), (number.low, number.high), qualifier, what, part=part, after=after)

    def _nth(self, number: Number, limit: int) -> Quantity | None:
        """Return the dead of a nation of whom one is told as the third: "a third Frenchman was among the dead".

        ("A third victim" may be the third to be named, or to die in hospital.)
        """
        if not 2 <= number.low <= _NTH:
            return None
        left, right = around.clause(self.folded, number.start, number.end)
        one = Number(start=number.start, end=number.end, low=1.0, high=1.0)  # its noun is of one
        what = counted(self.folded, self.text, one, (number.start, max(left, self.done), right, limit), self.words)
        if what is None:
            return None
        what = among(self.folded, what, number.start, None, self.words)
        if what.of != "death" or not any(len(g) == 2 and g.isupper() for g in what.group):
            return None
        return self._make(number, (number.start, max(number.end, what.end)), (number.low, number.low), None, what)

    def _anaphoric(self, number: Number, what: Counted, start: int) -> bool:
        """ "les deux pays", "these two leaders": two that the text has named already; nothing is counted."""
        if number.low != 2 or number.high != 2 or what.of in self.keys.outcomes:
            return False
        before = LAST.search(self.folded, max(0, start - 16), start)
        return before is not None and before[1] in self.words.definite

    def _partial(self, what: Counted, start: int) -> Counted:
        """ "16 dead, including 3 children": the part is of the same outcome, its own noun is its group."""
        whole = self.out[-1]
        if beside.one_more_part(self.folded, what, start, whole, self.words):
            if whole.of in self.keys.outcomes:
                own = () if what.of == "person" else (str(what.of),)
                return msgspec.structs.replace(what, of=whole.of, group=(*own, *what.group))
            return what
        near = start - whole.end < 60 and not _STOPS.search(self.folded, whole.end, start)
        rival = self.out[-2] if len(self.out) > 1 else None
        rival = None if rival and _STOPS.search(self.folded, rival.end, whole.start) else rival
        if rival and rival.of in self.keys.outcomes and rival.of != whole.of and whole.start - rival.end < 25:
            near = False  # "16 dead and 21 hurt, including 3 children": of which is not said
        if near and whole.of in self.keys.outcomes and what.of not in self.keys.outcomes and what.unit == "person":
            return msgspec.structs.replace(what, of=whole.of, group=(str(what.of), *what.group))
        return what

    def _bare(self, number: Number, start: int, left: int, right: int) -> Counted | None:
        """A number without a noun: a toll ("the death toll rose to 21"), a magnitude, the other side of a vote."""
        if number.article:
            return None
        folded = self.folded
        what = measured(
            folded,
            (start, number.end),
            (left, right),
            around.Measure(number.start, number.end, "", "number"),
            self.words,
        )
        if what is not None:
            torn = what.key == "magnitude" and _TORN.match(folded, number.end)
            return None if torn else Counted(unit=what.key, of=what.key, of_text=self._words(what), rule="measure")
        if number.low != int(number.low):
            return None
        if self._goes_on(number.end) and not turned(folded, start, number.end, self.words):
            return None
        year = _is_year(self.text, number)
        numbered = None if year else toll(folded, self.text, (start, number.end), self.out, self.words)
        if numbered is not None:
            return numbered
        several = around.ending_at(folded, start, max(0, start - 30), self.words.of_several)
        if several is not None:  # "a crew of 14"
            return Counted(unit="person", of=several.key, of_text=self._words(several), rule="number of a body")
        last = self.last
        if last and last.of in ("vote", "seat") and start - last.end < 25:
            gap = WORD.findall(folded, last.start, start)
            if gap and gap[-1] in self.words.versus:
                return Counted(unit=last.unit, of=last.of, of_text=last.of_text, rule="versus")
        return None

    def _goes_on(self, end: int) -> bool:
        """Tell whether a word follows that may be what is counted, so that the number does not stand alone."""
        m = NEXT.match(self.folded, end)
        return m is not None and m[1] not in self.words.stop and m[1] not in self.words.aux

    def _aged(self, number: Number, end: int) -> Quantity:
        left = max(self.done, number.start - 40)
        qualifier, start = self._qualifier(number.start, left)
        who = someone(self.folded, number, self.words)
        age = Counted(unit="year", of="age", group=(who,) if who else (), rule="age")
        unit = NEXT.match(self.folded, number.end)
        part = self.words.parts_of_years.get(unit[1], 1.0) if unit is not None and unit.end() <= end else 1.0
        high = None if number.high is None else number.high * part
        return self._make(number, (start, end), (number.low * part, high), qualifier, age)

    def _score(self, start: int, end: int, sides: tuple[float, float]) -> None:
        text = self.text[start:end]
        for name, value in (("higher", max(sides)), ("lower", min(sides))):
            side = Quantity(
                start=start, end=end, text=text, low=value, high=value, unit="score", of="score", rule="score"
            )
            self.out.append(msgspec.structs.replace(side, group=(name,)))
        self.done = end

    # ---- common ----

    def _qualifier(self, start: int, left: int) -> tuple[str | None, int]:
        hit = around.qualifier(self.folded, start, left, self.words)
        if hit is None or (hit.key == "up to" and self._rose_to(hit)):
            return None, start
        return hit.key, hit.start

    def _rose_to(self, hit: Hit) -> bool:
        """Tell whether "up to" is "to" here, behind a verb of change: "выросло до 214", "subió hasta 21"."""
        if self.folded[hit.start : hit.end] not in self.words.level:
            return False
        return numbers.changing(self.folded, hit.start, numerals(self.words.code))

    def _words(self, hit: Hit | None) -> str | None:
        return self.text[hit.start : hit.end] if hit else None

    def _make(
        self,
        number: Number,
        span: tuple[int, int],
        value: tuple[float, float | None],
        qualifier: str | None,
        what: Counted,
        *,
        part: bool = False,
        after: Hit | None = None,
    ) -> Quantity:
        """Return a number as the quantity of `what` at `span`; `after` is the qualifier behind it ("or more")."""
        start, end = span
        if after is not None:
            end, qualifier = after.end, qualifier or after.key
        if number.approximate and qualifier not in (None, "about") and value[1] is not None:
            value = ((value[0] + value[1]) / 2,) * 2  # "plus d'un millier": more than 1,000, not than 900
        low, high = around.bounds(value[0], value[1], qualifier)
        if qualifier is None and number.approximate:
            qualifier = "about" if number.high is not None else "several"
        return Quantity(
            start=start, end=end, text=self.text[start:end], low=low, high=high, unit=what.unit, of=what.of,
            of_text=what.of_text, qualifier=qualifier, group=what.group, part=part, rule=what.rule,
        )  # fmt: skip


ROW = 16
"""Numbers that begin within the reach of one are a row of a table, or rubbish: no words say what they are."""


def _without_rows(found: list[Number]) -> list[Number]:
    """Return the numbers that do not stand in rows: to read each by its words would take long, for nothing."""
    rows: set[int] = set()
    for at in range(len(found) - ROW):
        if found[at + ROW].start - found[at].start <= around.REACH:
            rows.update(range(at, at + ROW + 1))
    return [number for at, number in enumerate(found) if at not in rows] if rows else found


def _is_year(text: str, number: Number) -> bool:
    return _PLAIN_YEAR.match(text[number.start : number.end]) is not None


def _of_a_clock(folded: str, number: Number) -> bool:
    """Tell whether a number has the digits of a clock, "06.00", which counts nothing."""
    digits = folded[number.start : number.start + 2]
    return digits[:1] == "0" and digits[1:].isdigit()
