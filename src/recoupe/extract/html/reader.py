"""One HTML page to its Reading: the order of the readers in this folder, nothing else."""

from __future__ import annotations

from recoupe.extract.html import align, body, build, jsonld, meta, parse, visible
from recoupe.model import Article, Page, Reading, ReadSettings
from recoupe.model.ids import digest


def read(page: Page, settings: ReadSettings) -> Reading:
    """Return the articles and sightings of `page.html`."""
    source = page.html or ""
    root = parse.tree(source)
    if root is None:
        return _empty(page, "the page holds no HTML")
    shown = visible.of(root)
    if not shown.text:
        return _empty(page, "the page shows no text")
    chosen = body.choose(root, fast=settings.profile == "fast")
    places = align.locate([block.text for block in chosen], align.pack(shown.text))
    text = build.put_together(
        [(block.kind, where) for block, where in zip(chosen, places, strict=True)], shown, build.Source(source)
    )
    known = meta.Known(text.text, text.segments[0].page_start if text.segments else None)
    facts = meta.read(root, jsonld.things(root), shown, page, known)
    if not text.text:
        return _empty(page, "no article was found on the page")
    article = Article(
        id=digest(page.id, "article", "0"),
        page=page.page,
        kind="article",
        title=facts.title,
        outlet=facts.outlet,
        host=facts.host,
        authors=facts.authors,
        published=facts.published,
        published_evidence=facts.published_evidence,
        language=facts.language,
        text=text.text,
        blocks=text.blocks,
        segments=text.segments,
        url=facts.url,
        modified=facts.modified,
        modified_evidence=facts.modified_evidence,
        paywalled=facts.paywalled,
    )
    return Reading(id=page.id, page=page.page, articles=(article,), sightings=())


def _empty(page: Page, reason: str) -> Reading:
    return Reading(id=page.id, page=page.page, articles=(), sightings=(), reason=reason)
