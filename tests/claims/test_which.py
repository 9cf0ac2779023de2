"""Which of several happenings an agreed day or length is of."""

from __future__ import annotations

from recoupe.claims import compare, told, told_apart
from recoupe.model import Annotated, Article, Finding
from tests.claims.helpers import alone, article, mentions, name, time

TALKS = "2031-05-06"
EARLIER = "2030-02-01"


def page(id_: str, text: str, *said: tuple[str, str], who: tuple[str, ...] = ()) -> tuple[Article, Annotated]:
    times = (time(text, words, "DATE" if "T" not in value else "DURATION", value) for words, value in said)
    return article(text, id_), mentions(*times, *(name(text, w, "organisation") for w in who))


def found(*pages: tuple[Article, Annotated]) -> dict[tuple[str, str], str]:
    read = {a.id: told(a, m, {}, {}) for a, m in pages}
    articles = [a for a, _ in pages]
    opened = [read[a.id].opened for a in articles]
    compared = compare([c for a in articles for c in read[a.id].claims], articles, alone, opened)
    agreed: list[Finding] = told_apart(compared, read, {}, alone)
    return {(f.scope, f.values[0].display): f.status for f in agreed if f.status == "agreed"}


def own(id_: str) -> tuple[Article, Annotated]:
    return page(id_, "The talks in the old castle were held on 6 May 2031 as planned.", ("6 May 2031", TALKS))


def other(id_: str, who: str) -> tuple[Article, Annotated]:
    text = f"The talks of {who} were held on 1 February 2030 and nothing came of them."
    return page(id_, text, ("1 February 2030", EARLIER), who=(who,))


def test_other_talks_carry_whom_their_sources_name() -> None:
    pages = [*(own(f"a{n}") for n in range(4)), other("b1", "Entente"), other("b2", "Entente")]
    days = {scope: status for (scope, _), status in found(*pages).items()}
    assert set(days) == {"talks", "talks, 2030, Entente"}


def test_other_talks_of_nobody_in_particular_are_left_out() -> None:
    pages = [*(own(f"a{n}") for n in range(4)), other("b1", "Entente"), other("b2", "Concord")]
    assert {display for _, display in found(*pages)} == {"6 May 2031"}


def test_a_day_on_which_somebody_only_spoke_is_no_day_of_the_talks() -> None:
    text = "The minister said on 4 May 2031 that the talks would come to nothing."
    pages = [*(own(f"a{n}") for n in range(2)), *(page(f"s{n}", text, ("4 May 2031", "2031-05-04")) for n in range(2))]
    assert {display for _, display in found(*pages)} == {"6 May 2031"}
