"""Ages of someone whose name stands elsewhere in the article."""

from __future__ import annotations

from recoupe.claims.article.facts.clauses import Clause
from recoupe.claims.comparison.unnamed import of_the_one_named
from recoupe.model import Claim
from tests.claims.helpers import claim


def age(id_: str, years: float, who: str) -> Claim:
    return claim(id_, years, years, attribute="age", unit="year", scope=(f"who:{who}",))


def naming(id_: str, *entities: str) -> dict[str, list[Clause]]:
    empty: dict[str, tuple[()]] = dict.fromkeys(("numbers", "amounts", "days", "deeds", "none_of"), ())
    flags = dict.fromkeys(("denies", "unsure", "bare", "planned"), False)
    clause = Clause(
        article=id_, start=0, end=1, language="en", stems="", entities=frozenset(entities), keys=frozenset(), **empty,
        **flags,
    )  # type: ignore[arg-type]  # fmt: skip
    return {id_: [clause]}


TOLD = [age("a", 41, "Ivo Tarn"), age("b", 41, "Ivo Tarn")]


def test_a_man_of_about_the_age_of_the_one_named_is_he() -> None:
    found = of_the_one_named([*TOLD, age("c", 42, "man")], naming("c", "Ivo Tarn"))
    assert found[-1].scope == ("who:Ivo Tarn",)


def test_a_man_of_another_age_or_beside_another_name_is_someone_else() -> None:
    assert of_the_one_named([*TOLD, age("c", 47, "man")], naming("c", "Ivo Tarn"))[-1].scope == ("who:man",)
    assert of_the_one_named([*TOLD, age("c", 42, "man")], naming("c", "Udo Merl"))[-1].scope == ("who:man",)
    two = [*TOLD, age("c", 42, "man"), age("c", 41, "Ivo Tarn")]
    assert of_the_one_named(two, naming("c", "Ivo Tarn"))[2].scope == ("who:man",)
