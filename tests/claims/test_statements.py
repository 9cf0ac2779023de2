from recoupe.claims import statements
from tests.claims.helpers import article

FIRST = "The miners of Varnholt rejected the offer of the company on Friday and will stay underground."
OTHER = "On Friday the Varnholt miners rejected what the company offered; they will stay underground."


def test_sentences_that_say_the_same_in_other_words_are_one_statement() -> None:
    filler = "A spokesman for the ministry declined to comment on the question of wages yesterday."
    (group,) = statements.same([article(FIRST + " " + filler, "a"), article(OTHER, "b")])
    assert {t.article for t in group} == {"a", "b"}


def test_copied_words_are_no_second_voice() -> None:
    assert statements.same([article(FIRST, "a"), article(FIRST, "b")]) == []


def test_other_numbers_say_something_else() -> None:
    a = "Some 300 miners of Varnholt rejected the offer and stay underground, the union said."
    b = "The union said that 500 Varnholt miners stay underground and rejected the offer."
    assert statements.same([article(a, "a"), article(b, "b")]) == []


def test_sentences_of_one_article_are_not_compared() -> None:
    assert statements.same([article(FIRST + " " + OTHER, "a")]) == []
