"""A timeline settles no dispute: each clock time keeps its own line and its own sentence."""

from __future__ import annotations

from recoupe import claims, pipeline
from recoupe.model import Page, ReadSettings
from tests.claims.helpers import alone, article, mentions, time


def test_two_starts_half_an_hour_apart_are_two_lines_said_by_their_own_sentences() -> None:
    early = "The summit talks began at 7:30 p.m. GMT in the harbour hall."
    late = "The summit talks began at 8 p.m. GMT in the harbour hall."
    vague = "The summit talks began on Tuesday in the old harbour hall."
    told = {
        "a": (early, time(early, "7:30 p.m. GMT", "TIME", "2031-05-06T19:30Z")),
        "b": (late, time(late, "8 p.m. GMT", "TIME", "2031-05-06T20:00Z")),
        "c": (vague, time(vague, "Tuesday", "DATE", "2031-05-06")),
    }
    articles = [article(text, id_) for id_, (text, _) in told.items()]
    lines = claims.timeline(articles, {id_: mentions(when) for id_, (_, when) in told.items()}, {}, alone)
    clocks = {line.begin: line.what for line in lines if "T" in line.begin}
    assert clocks == {"2031-05-06T19:30:00Z": early, "2031-05-06T20:00:00Z": late}


BLOG = """DIRECT. Séisme à Varnholt : suivez la journée
16 mai 2031 – Toutes les heures sont locales
12h05 – Les pompiers sortent trois survivants d'un immeuble de la rue du Lavoir.
11h05 – Une réplique du séisme frappe la vieille ville, où les habitants campent.
10h05 – La préfète demande à chacun de rester dehors jusqu'à demain.
9h42 – Le séisme frappe Varnholt et coupe toutes les lignes de téléphone."""


def build(*texts: tuple[str, str, str]) -> dict[str, str]:
    """Return the sentences of the timeline of a story by their instants; pages are (language, stamp, text)."""
    pages = [
        Page(id=f"p{n}", page=f"p{n}.txt", text=text, published=stamp, language=language)
        for n, (language, stamp, text) in enumerate(texts)
    ]
    found = pipeline.build([pipeline.read(page, ReadSettings()) for page in pages]).timeline
    return {line.begin: line.what for line in found if "T" in line.begin}


def test_a_live_blog_of_local_hours_counts_by_the_clock_that_the_story_tells_of_its_place() -> None:
    blog = ("fr", "2031-05-16T20:00:00+02:00", BLOG)
    told = "Quake hits Varnholt\nThe earthquake struck Varnholt at 9:42 a.m. local time (1442 GMT) on Friday, {}."
    pages = [("en", "2031-05-16T22:00:00Z", told.format(who)) for who in ("the mayor said", "said the fire brigade")]
    assert "Une réplique" in build(blog, *pages).get("2031-05-16T16:05:00Z", "")
    assert not any("réplique" in what for what in build(blog).values())
