"""Runs: nothing missed, nothing invented, against all pairs counted the plain way."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.reuse import edited, passages, runs, search, words
from recoupe.reuse.corpus import Corpus, corpus_of
from recoupe.reuse.settings import RunSettings

SMALL = RunSettings(least=5, gram=3)
TEXTS = st.lists(st.lists(st.sampled_from(["ab", "cd", "ef"]), max_size=30).map(" ".join), max_size=6)


def corpus(texts: list[str]) -> Corpus:
    return corpus_of(map(words.read, texts))


def plain_way(texts: list[str], least: int) -> set[tuple[int, int, int, int, int]]:
    split = [words.words(t) for t in texts]
    found = set()
    for left, right in combinations(range(len(texts)), 2):
        a, b = split[left], split[right]
        for x in range(len(a)):
            for y in range(len(b)):
                if x and y and a[x - 1] == b[y - 1]:
                    continue
                n = 0
                while x + n < len(a) and y + n < len(b) and a[x + n] == b[y + n]:
                    n += 1
                if n >= least:
                    found.add((left, right, x, y, n))
    return found


@settings(max_examples=200)
@given(TEXTS)
def test_every_maximal_run_and_no_other(texts: list[str]) -> None:
    found = runs.find(corpus(texts), SMALL)
    columns = (found.left, found.right, found.left_start, found.right_start, found.words)
    assert set(zip(*(c.tolist() for c in columns), strict=True)) == plain_way(texts, 5)


@settings(max_examples=200)
@given(TEXTS)
def test_few_words_are_looked_through_without_numpy_and_give_the_same(texts: list[str]) -> None:
    few = search.find([words.read(text) for text in texts], SMALL)
    assert isinstance(few.pairs, list)
    known = corpus(texts)
    assert few.pairs == list(runs.pairs(runs.find(known, SMALL)))
    assert [few.text(n) == few.text(0) for n in range(len(texts))] == [
        known.text(n) == known.text(0) for n in range(len(texts))
    ]


def test_what_is_said_over_and_over_is_left_to_numpy() -> None:
    texts = [words.read(text) for text in ("so it goes " * 200, "and so it goes " * 200)]
    assert not isinstance(search.find(texts).pairs, list)


def test_common_lines_are_compared_with_the_first_ones_only() -> None:
    line = "one line that stands on very many pages of this made site every single day"
    texts = [f"{line} x{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(200)]
    found = runs.find(corpus(texts), RunSettings(most=3))
    assert len(found) < 200 * 12
    assert set(found.right.tolist()) == set(range(1, 200))


@settings(max_examples=60)
@given(st.lists(st.text(max_size=200), max_size=5))
def test_passages_of_any_text_lie_inside_it(texts: list[str]) -> None:
    for match in passages([*texts, *texts]):
        assert 0 <= match.left_span[0] < match.left_span[1] <= len(words.words([*texts, *texts][match.left]))
        assert match.equal == sum(n for _, _, n in match.pieces)


def test_cut_clause_is_one_passage() -> None:
    whole = (
        "the council of the valley decided on tuesday after a long and bitter debate in the old hall to sell the mill "
        "to a cooperative of twelve farmers who promised to keep the wheel turning for the children of the village"
    )
    cut = whole.replace("after a long and bitter debate in the old hall ", "")
    matches = list(edited.join(search.find([words.read(whole), words.read(cut)])))
    assert [(m.equal, len(m.pieces)) for m in matches] == [(len(cut.split()), 2)]


def test_hostile_texts_end_fast() -> None:
    for text in ("a " * 20_000, "1" * 200_000, "«" * 200_000, "\n" * 200_000, '"a' * 50_000):
        passages([text, text])
