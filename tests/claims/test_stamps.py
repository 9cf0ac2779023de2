"""The clock that stamps an update tells when what it says had happened by."""

from __future__ import annotations

import msgspec

from recoupe import pipeline
from recoupe.model import Finding, Reading
from tests.claims.helpers import article

SPANISH = (
    "El mundo miraba. El estadio Orlova de Varnholt abrió sus puertas a las 18.40, hora peninsular, dijo la policía."
)
ENGLISH = "The Orlova stadium in Varnholt opened its gates at 1640 GMT, police in Varnholt said after the match."


def findings(update: str, published: str, *texts: tuple[str, str]) -> list[Finding]:
    pages = [
        article(text, f"a{n}", language=language, title="Varnholt: estadio Orlova", published="2031-05-16")
        for n, (language, text) in enumerate(texts)
    ]
    told = article(update, "live", language="fr", title="Varnholt", published=published)
    pages.append(msgspec.structs.replace(told, kind="update", part_of="blog"))
    return list(pipeline.build([Reading(id=a.id, page=a.page, articles=(a,), sightings=()) for a in pages]).findings)


def instants(found: list[Finding]) -> list[tuple[str, list[list[str]]]]:
    return [(f.status, [[s.exact for s in v.support] for v in f.values]) for f in found if f.unit == "instant"]


OPENS = "Le stade Orlova de Varnholt ouvre ses portes. La foule se presse aux grilles."


def test_an_update_posted_soon_after_agrees() -> None:
    (one,) = instants(findings(OPENS, "2031-05-16T18:55+02:00", ("es", SPANISH), ("en", ENGLISH)))
    assert one[0] in ("agreed", "same instant")
    assert any("ouvre" in exact for exacts in one[1] for exact in exacts)


def test_an_update_posted_hours_later_says_nothing_of_the_hour() -> None:
    found = instants(findings(OPENS, "2031-05-16T21:55+02:00", ("es", SPANISH), ("en", ENGLISH)))
    assert not any("ouvre" in exact for _, values in found for exacts in values for exact in exacts)


def test_an_update_from_before_the_hour_others_give_is_a_dispute() -> None:
    found = instants(findings(OPENS, "2031-05-16T18:05+02:00", ("es", SPANISH), ("en", ENGLISH)))
    assert [status for status, values in found if len(values) > 1] == ["disputed"]


def test_what_is_planned_said_or_over_has_no_stamp() -> None:
    for update in (
        "Le stade Orlova de Varnholt ouvrira ses portes, selon la police. La foule se presse aux grilles.",
        "« Le stade Orlova de Varnholt ouvre ses portes », lance un supporter. La foule se presse aux grilles.",
        "Après l'ouverture, le stade Orlova de Varnholt se remplit peu à peu. La foule se presse aux grilles.",
    ):
        found = instants(findings(update, "2031-05-16T18:05+02:00", ("es", SPANISH), ("en", ENGLISH)))
        assert len(found) == 1
        assert len(found[0][1]) == 1
