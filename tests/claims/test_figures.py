"""Telling numbers: what two origins print with digits enough is one thing, whatever noun counts it."""

from __future__ import annotations

import pytest

from recoupe import pipeline
from recoupe.claims import figures, told, without_told
from recoupe.model import Article, Finding, Support, Value
from tests.claims.helpers import alone, article


def found(*texts: tuple[str, str], findings: tuple[Finding, ...] = ()) -> list[Finding]:
    pages = [article(text, str(n), language=code) for n, (code, text) in enumerate(texts)]
    read: dict[str, Article] = {a.id: a for a in pages}
    printed = {id_: told(a, pipeline.annotate(a), {}, {}).figures for id_, a in read.items()}
    return figures(pages, printed, alone, findings)


def displays(*texts: tuple[str, str]) -> list[str]:
    return [f.values[0].display for f in found(*texts)]


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("The firm closes 317 branches.", ("de", "Die 317 Filialen werden geschlossen."), "317"),
        ("The pressure at its centre was 938 hPa.", ("fr", "La pression est tombée à 938 hPa au centre."), "938 hPa"),
        ("A dollar cost 3.40 drins on Friday.", ("es", "El dólar costaba 3,40 drines el viernes."), "3.40 drins"),
        ("The yacht is 47 metres long.", ("it", "Lo yacht misura 47 metri in tutto."), "47"),
    ],
)
def test_a_telling_number_is_agreed_on(one: str, other: tuple[str, str], shown: str) -> None:
    (line,) = found(("en", one), other)
    assert line.status == "agreed"
    assert line.values[0].display.startswith(shown)
    assert {s.article: s.exact for s in line.values[0].support} == {"0": one, "1": other[1]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He owned 12 boats.", "They sold 12 houses."),  # small numbers are said of many things
        ("Some 3,000 people came.", "The roof cost 3,000 crowns to mend."),  # so are round ones
        ("The tower dates from 1961.", "She was born in 1961."),  # a year is a date
        ("Flight KX 428 landed late.", "The KX 428 had been full."),  # a code counts nothing
        ("The bridge is 317 metres long.", "The village has 317 people."),  # a measure is no count
        ('"We lost 417 sheep," said Olga Brandt.', "The farm had 417 sheep."),  # a quotation is its speaker's
        (
            "Flight KXA 317 carried tourists to the coast.",
            "All said that flight 317 had been full.",
        ),  # with its letters
    ],
)
def test_what_is_not_telling_is_left(one: str, other: str) -> None:
    assert displays(("en", one), ("en", other)) == []


def test_a_number_that_a_finding_holds_is_not_told_again_and_what_stood_alone_goes() -> None:
    one, other = "The firm closes 317 branches.", "Die 317 Filialen werden geschlossen."
    start = one.index("317")

    def finding(status: str) -> Finding:
        support = Support(article="0", page="0", start=start, end=start + 12, exact="317 branches")
        value = Value(low=317.0, high=317.0, display="317 branches", support=(support,))
        return Finding(
            id="f1", status=status, attribute="bank branch", scope="", values=(value,), unit="thing",
            independent=(1, 1), explanation="", weight=1.0, reason=status,
        )  # fmt: skip

    assert found(("en", one), ("de", other), findings=(finding("disputed"),)) == []
    told_again = found(("en", one), ("de", other), findings=(finding("alone"),))
    assert without_told([finding("alone")], told_again) == []
    assert without_told([finding("rounded")], told_again) == [finding("rounded")]


SHARES = {
    "en": "In Tarnholm 64 percent voted Yes.",
    "fr": "Le oui obtient 61,3 % dans la capitale, Tarnholm et ses mines 64 %.",
    "es": "Tarnholm, con un 64 %, votó sí.",
    "it": "A Tarnholm il 64 per cento ha votato sì.",
    "pt": "Em Tarnholm, 64% votaram sim.",
    "de": "Im Revier Tarnholm, wo 64 Prozent mit Ja stimmten, läuteten die Glocken.",
    "nl": "In Tarnholm stemde 64 procent voor.",
}


@pytest.mark.parametrize("code", sorted(set(SHARES) - {"en"}))
def test_a_small_share_is_told_beside_a_name(code: str) -> None:
    (line,) = found(("en", SHARES["en"]), (code, SHARES[code]))
    assert (line.scope, line.values[0].low, line.unit) == ("Tarnholm", 64.0, "%")
    assert len(line.values[0].support) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "In Tarnholm 64 percent voted Yes."), ("en", "In Velmor 64 percent voted Yes.")),  # another town
        (("en", "In Tarnholm 64 percent voted Yes."), ("fr", "À Tarnholm, 61 % de oui, à Velmor 64 %.")),
        (("de", "Am Montag kamen 64 Prozent."), ("de", "Bis Montag fielen 64 Prozent aus.")),  # a noun is no name
    ],
)
def test_a_small_share_of_another_is_left(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert displays(one, other) == []


def test_a_name_beside_numbers_everywhere_makes_no_number_telling() -> None:
    texts = [("en", f"Tarnholm lost {n} percent of its fields.") for n in (51, 52, 53, 54)]
    assert displays(*texts, ("en", SHARES["en"]), ("fr", SHARES["fr"])) == []


def test_a_number_of_a_headline_meets_the_text_of_another() -> None:
    head = Support(article="1", page="1.txt", start=0, end=6, exact="31.2 %", part="title")
    lone = Finding(
        id="f1", status="alone", attribute="turnout", scope="", unit="%", independent=(1, 1), explanation="",
        values=(Value(low=31.2, high=31.2, display="31.2 %", support=(head,)),),
    )  # fmt: skip
    texts = ("es", "A mediodía ya había votado el 31,2 % del censo."), ("en", "Few came.")
    (line,) = found(*texts, findings=(lone,))
    assert (line.attribute, [s.article for s in line.values[0].support]) == ("turnout", ["0", "1"])
    assert without_told([lone], [line]) == []
    assert found(*texts) == []


def test_the_end_of_a_telephone_number_is_no_figure() -> None:
    said = "Anyone who saw it is asked to ring 0471 388 4719 or the guard."
    assert displays(("en", said), ("en", f"The town spoke on Monday. {said}")) == []


def test_a_numeral_of_two_digits_is_of_what_others_count_where_its_words_are_akin() -> None:
    counted = ("The group cut 3,200 jobs then.", ("fr", "Le groupe a supprimé 3.200 emplois."))
    stray = ("it", "Domani la corsa: partenza alle 9,30, iscritti 3.200.")
    akin = ("it", "Il gruppo taglia: posti di lavoro, 3.200.")
    (line,) = found(("en", counted[0]), counted[1], stray)
    assert {s.article for s in line.values[0].support} == {"0", "1"}
    (line,) = found(("en", counted[0]), counted[1], akin)
    assert {s.article for s in line.values[0].support} == {"0", "1", "2"}
