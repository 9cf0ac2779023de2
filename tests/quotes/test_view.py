"""How sentences look to the rules: tokens and vocabularies."""

from __future__ import annotations

from recoupe.quotes.view import POINT, WORD, tokens, unmarked, vocabulary

PLAIN = "Ann Poe, 54, said — on Monday – that re-elected MPs “left” İzmir."


def lows(text: str) -> list[tuple[str, str, bool]]:
    return [(t.low, t.kind, t.capital) for t in tokens(text, 0, len(text), [])]


def test_an_apostrophe_elsewhere_changes_no_token() -> None:
    assert lows(PLAIN) == lows(f"{PLAIN} It's")[: len(lows(PLAIN))]
    assert lows("It's l'eau") == [("it's", WORD, True), ("l'", WORD, False), ("eau", WORD, False)]
    assert lows("It’s l’eau") == lows("It's l'eau")


def test_a_dash_behind_a_comma_is_no_mark_of_its_own() -> None:
    assert [low for low, *_ in lows("“We go”, — said Poe — and went")] == [
        "“", "we", "go", "”", ",", "said", "poe", "—", "and", "went",
    ]  # fmt: skip
    assert lows("—")[0] == ("—", POINT, False)


def test_places_of_tokens_are_those_of_the_text() -> None:
    for t in tokens(PLAIN, 0, len(PLAIN), []):
        assert PLAIN[t.start : t.end].lower().startswith(t.low[:1])


def test_a_piece_of_an_unmarked_text_has_the_words_of_that_piece() -> None:
    plain = unmarked(PLAIN)
    assert len(plain) == len(PLAIN)
    at = PLAIN.index("that")
    assert vocabulary(plain[at:]) == {"that", "re", "elected", "mps", "left", "izmir"}
    assert vocabulary(unmarked("Qu’elle l'a dit")) == {"qu'", "elle", "l'", "a", "dit"}
