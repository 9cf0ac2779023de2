"""Which words of an article are somebody else's."""

from recoupe.claims.article.ground import quoted
from recoupe.model import Quote


def test_quoted_words_end_where_their_marks_do() -> None:
    said = quoted.spans([Quote(content=((20, 30), (5, 9)), kind="direct"), Quote(content=((40, 45),), kind="mixed")])
    assert said == [(5, 9), (20, 30), (40, 45)]
    assert [place for place in (4, 5, 8, 9, 25, 30, 44, 45) if quoted.holds(said, place)] == [5, 8, 25, 44]


def test_a_title_and_what_is_told_without_marks_are_the_articles_own_words() -> None:
    title = Quote(content=((0, 9),), kind="mixed", use="title")
    assert quoted.spans([title, Quote(content=((10, 30),), kind="indirect")]) == []
    assert not quoted.holds([], 3)
