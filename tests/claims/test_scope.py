"""What narrows a value: bounds set by rule, a number's own cues, the day of a statement, who holds which figure."""

from __future__ import annotations

import msgspec
import pytest

from recoupe import claims, pipeline
from recoupe.claims.article import scope as scopes
from recoupe.model import Claim, Quantity, Quote, Speaker
from tests.claims.helpers import article, at, count, mentions, name, time


def speed(text: str, words: str, value: float) -> Quantity:
    return Quantity(**at(text, words), low=value, high=value, unit="km/h", of="speed")


def scope_of(found: list[Claim], words: str) -> tuple[str, ...]:
    (claim,) = [c for c in found if c.anchor.exact == words]
    return claim.scope


def test_a_limit_is_not_the_speed() -> None:
    text = "The coach was doing 104 km/h, just above the limit of 100 km/h for coaches."
    found = claims.find(article(text), mentions(speed(text, "104 km/h", 104), speed(text, "100 km/h", 100)), {})
    assert "limit:" not in scope_of(found, "104 km/h")
    assert all("limit:" in c.scope or c.attribute != "speed" for c in found if c.anchor.exact == "100 km/h")


def test_a_cue_of_the_past_is_of_the_number_it_follows() -> None:
    text = "There are 17 dead, and not 19 as in the previous count."
    found = claims.find(article(text), mentions(count(text, "17", 17, "death"), count(text, "19", 19, "death")), {})
    assert "past:" not in scope_of(found, "17")


def test_a_day_on_which_someone_spoke_is_not_the_day_of_the_event() -> None:
    text = "The crash killed four people, prosecutors said on Sunday."
    found = claims.find(article(text), mentions(time(text, "Sunday", "DATE", "2031-05-04")), {})
    assert [c for c in found if c.attribute == "date"] == []


def test_each_side_holds_its_own_figure() -> None:
    text = "Hundreds marched: 400 guards according to the police, 1,200 according to the unions."
    found = claims.find(
        article(text), mentions(count(text, "400 guards", 400, "guard"), count(text, "1,200", 1200, "guard")), {}
    )
    assert [c.holder for c in sorted(found, key=lambda c: c.anchor.start)] == ["police", "unions"]


def test_keys_of_a_scope() -> None:
    assert scopes.key(("event:talks", "limit:"), "limit") == ""


def test_words_that_narrow_counts_narrow_no_measure() -> None:
    text = "A quake of magnitude 6.3 overnight shook the coast."
    found = claims.find(
        article(text), mentions(Quantity(**at(text, "6.3"), low=6.3, high=6.3, unit="magnitude", of="magnitude")), {}
    )
    assert scope_of(found, "6.3") == ()


def test_the_innermost_quotation_tells_the_holder() -> None:
    text = "Hundreds marched, 400 guards according to the unions, many less according to the police."
    found = mentions(count(text, "400 guards", 400, "guard"))
    inner, outer = text.index(" according to the unions"), text.index(" according to the police")
    spoken = (said((0, outer), "police"), said((0, inner), "unions"))
    (claim,) = claims.find(article(text), msgspec.structs.replace(found, quotes=spoken), {})
    assert claim.holder == "unions"


def said(span: tuple[int, int], who: str) -> Quote:
    return Quote(content=(span,), kind="indirect", speaker=(Speaker(start=0, end=1, name=who, entity=who),))


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        ("Anna Rell", "Anna Rell"),
        ("the harbour authority", "the harbour authority"),
        ("Their", None),
        ("who", None),
        ("heads of", None),
        ("The U", None),
        ("a jury of the county that indicted the twelve officers", None),
        ("05 a.m. in the capital", None),
        ("Le constructeur venait d'", None),
    ],
)
def test_a_holder_is_somebody(speaker: str, shown: str | None) -> None:
    text = "The dead are 17, it was said on Sunday."
    spoken = Quote(
        content=((0, len(text)),), kind="indirect", speaker=(Speaker(start=0, end=3, name=speaker, entity=speaker),)
    )
    found = msgspec.structs.replace(mentions(count(text, "17", 17, "death")), quotes=(spoken,))
    (claim,) = claims.find(article(text), found, {})
    assert claim.holder == shown


def test_a_name_behind_the_comma_of_according_to_holds_nothing() -> None:
    text = "According to the ruling, Mara Lund paid a fine of 14 million euros."
    said = count(text, "14 million euros", 14e6, "fine", unit="EUR")
    (claim,) = claims.find(article(text), mentions(said, name(text, "Mara Lund")), {})
    assert claim.holder is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Set for 8 p.m., the match began at 8:37 p.m., the referee said.",
            {"8 p.m.": "planned", "8:37 p.m.": "stated"},
        ),
        ("The talks began at 8 p.m., and the minister said she would appeal.", {"8 p.m.": "stated"}),
        ("The talks at 8 p.m., it was said, would begin in the hall.", {"8 p.m.": "planned"}),
        ("The road, shut since Saturday evening, was due to open at 8 p.m. again.", {"8 p.m.": "planned"}),
    ],
)
def test_a_plan_is_of_the_clock_time_beside_it(text: str, status: dict[str, str]) -> None:
    page = article(text)
    told = {c.display: c.status for c in claims.find(page, pipeline.annotate(page), {}, {}) if c.unit == "instant"}
    assert told == status


def test_what_is_counted_counts_nothing() -> None:
    text = "I counted eleven army lorries on the road to Velmar."
    page = article(text)
    assert [c.holder for c in claims.find(page, pipeline.annotate(page), {}) if c.low == 11] == [None]


@pytest.mark.parametrize(
    ("language", "text", "past"),
    [
        ("en", "A quake shook Brenz. It came two weeks after another quake, which killed 98 people.", True),
        ("en", "A quake shook Brenz. It killed 98 people hours after a drill that drew 300.", False),
        ("en", "A quake shook Brenz. Crews dig two days after a quake that killed 98 people.", False),
        ("es", "Un sismo sacudió Brenz. Tras el sismo hubo miedo, mientras que dejó 98 muertos.", False),
        ("fr", "Un séisme a secoué Brenz. Ce séisme survient dix jours après une secousse qui a fait 98 morts.", True),
        ("es", "Un sismo sacudió Brenz. Llega una semana después de otro que dejó 98 muertos.", True),
        ("it", "Un terremoto ha scosso Brenz. Arriva dopo un altro che ha fatto 98 morti.", True),
        ("pt", "Um sismo abalou Brenz. Chega uma semana depois de outro que fez 98 mortos.", True),
        ("de", "Ein Erdbeben traf Brenz. Das Beben kam zwei Wochen nach einem Beben, das 98 Tote forderte.", True),
    ],
)
def test_the_toll_of_the_event_before_is_past(language: str, text: str, past: bool) -> None:
    page = article(text, language=language)
    (toll,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.low == 98]
    assert ("past:" in toll.scope) is past


@pytest.mark.parametrize(
    "text",
    [
        "Un sismo con epicentro en Lisboa, Portugal, dejó un saldo de 120 muertos.",
        "Hubo 216 muertos, 71 en Lisboa y 86 en Madrid.",
    ],
)
def test_the_place_of_a_centre_or_of_a_part_is_not_the_toll_s(text: str) -> None:
    page = article(text, language="es")
    toll = next(c for c in claims.find(page, pipeline.annotate(page), {}) if c.low in (120, 216))
    assert not [s for s in toll.scope if s.startswith("place:")]
