"""A small dossier made by hand, for the writers' tests."""

from __future__ import annotations

from recoupe.model import (
    Anchor,
    Article,
    Coverage,
    Dependence,
    Dossier,
    Finding,
    Heading,
    LeftOut,
    Origin,
    Passage,
    Said,
    Support,
    TimelineEvent,
    Value,
)
from tests import made

SHARED = "le quai numéro quatre a été fermé à la circulation jusqu'à nouvel ordre"
TEXTS = {
    "a": f"La collision a eu lieu mardi à 18h40.\nSelon la mairie, {SHARED}. "
    "« La ville est en deuil », a dit Inés Caldera.",
    "b": f"Le ferry a heurté la digue à 19h10 <mardi>.\nDans la soirée, {SHARED}.",
    "c": "The crash came at 6:40 p.m. on Tuesday & nobody saw it.",
}


def article(name: str, outlet: str | None, **more: object) -> Article:
    known = {"title": f"Titre {name}", "published": "2026-05-12", "language": "en" if name == "c" else "fr"} | more
    return made.article(TEXTS[name], name, outlet=outlet, **known)


def support(name: str, words: str, **more: str) -> Support:
    start = TEXTS[name].index(words)
    line = (TEXTS[name].rfind("\n", 0, start) + 1, len(TEXTS[name]))
    return Support(
        article=name, page=f"{name}.txt", start=start, end=start + len(words), exact=words, sentence=line, **more
    )


def anchor(name: str, words: str) -> Anchor:
    start = TEXTS[name].index(words)
    return Anchor(article=name, page=f"{name}.txt", start=start, end=start + len(words), exact=words)


def at(instant: str, *words: Support) -> Value:
    return Value(low=instant, high=instant, display=words[0].exact, support=words)


def dossier() -> Dossier:
    """Three articles of two languages: a dispute, an agreement inside a copied passage, a quotation, a timeline."""
    articles = (article("a", "Un"), article("b", "Deux"), article("c", None, url="https://three.example/x"))
    disputed = Finding(
        id="f1", status="disputed", attribute="start", scope="collision", unit="instant", independent=(2, 3),
        weight=9.0,
        explanation="Un and three.example say 16:40 GMT, Deux 17:10 GMT.",
        values=(
            at("2026-05-12T16:40:00Z", support("a", "18h40"), support("c", "6:40 p.m.")),
            at("2026-05-12T17:10:00Z", support("b", "19h10", holder="la mairie")),
        ),
    )  # fmt: skip
    agreed = Finding(
        id="f2", status="agreed", attribute="closure", scope="quai", independent=(1, 2), explanation="", weight=1.0,
        values=(Value(low=4, high=4, display="4", support=(support("a", "quatre"), support("b", "quatre"))),),
    )  # fmt: skip
    passage = Passage(sides=(anchor("a", SHARED), anchor("b", SHARED)), words=13, first="a")
    said = Said(
        words="La ville est en deuil", kind="direct", speaker="Inés Caldera", entity="e1",
        support=(anchor("a", "La ville est en deuil"),), articles=("a",),
    )  # fmt: skip
    events = (
        TimelineEvent(begin="2019", end=None, display="2019", what="old", support=(support("a", "mardi"),)),
        TimelineEvent(
            begin="2026-05-12T16:40:00Z", end=None, display="12 May, 16:40 GMT", what="La collision a eu lieu",
            support=(support("a", "La collision a eu lieu"),),
        ),
        TimelineEvent(
            begin="2026-05-13", end=None, display="13 May", what="visit", planned=True, support=(support("b", "digue"),)
        ),
    )  # fmt: skip
    return Dossier(
        story=Heading(id="s", title='Un ferry <heurte> la digue & "recule"', first="2026-05-12", last="2026-05-13"),
        articles=articles,
        entities=(),
        timeline=events,
        quotes=(said,),
        findings=(disputed, agreed),
        passages=(passage,),
        origins=(
            Origin(
                id="o1",
                articles=("a", "b"),
                root="a",
                evidence=(Dependence(kind="passage", articles=("a", "b"), words=SHARED),),
            ),
            Origin(id="o2", articles=("c",)),
        ),
        sightings=(),
        coverage=Coverage(
            pages=3, articles=3, origins=(2, 3), outlets=("Deux", "Un"), languages=("en", "fr"),
            left_out=(LeftOut(about="d.txt", title="Handball", reason="another story"),),
        ),
    )  # fmt: skip


def empty() -> Dossier:
    """A dossier of nothing."""
    return Dossier(
        story=Heading(id="s", title=""), articles=(), entities=(), timeline=(), quotes=(), findings=(), passages=(),
        origins=(), sightings=(), coverage=Coverage(pages=1, articles=0, origins=(0, 0), outlets=(), languages=()),
    )  # fmt: skip
