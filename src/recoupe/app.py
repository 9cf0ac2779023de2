"""The one place that joins sources to the pipeline. What `cli`, `web` and `api` call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from recoupe import collecting, pipeline, sources
from recoupe.dossier.since import compare as compare_dossiers
from recoupe.memory import FORGETFUL, Memory
from recoupe.model import (
    Article,
    Dossier,
    LeftOut,
    PageUnreadable,
    Reading,
    RecordError,
    RecoupeError,
    Settings,
    StoryItem,
)
from recoupe.model.ids import digest
from recoupe.names import Recogniser
from recoupe.text.language import identify

TOGETHER = 500
"""Pages that are read together: what they repeat is their host's template, what they tell dates each other."""
WEIGHT = 20_000_000
"""Characters (and what is kept of them) of the pages read together: large pages are fewer."""


def read(
    places: Iterable[str],
    settings: Settings,
    progress: pipeline.Progress = pipeline.silent,
    memory: Memory = FORGETFUL,
) -> Iterator[Reading | RecoupeError]:
    """Yield what each page holds, in the order given; a page that cannot be read is its error.

    Up to TOGETHER pages, of WEIGHT at most, are held back, because pages teach each other; beyond that memory stays
    constant.
    """
    held: list[Reading] = []
    weight = count = 0
    for page in sources.open_pages(places, settings.read):
        if isinstance(page, RecoupeError):
            yield page
            continue
        try:
            reading = pipeline.read(page, settings.read, memory)
        except Exception as error:  # a fault of ours on one page must not lose the others
            yield PageUnreadable(page.page, f"could not be read: {error!r}", "please report it with the page")
            continue
        held.append(reading)
        count += 1
        progress("read", count, 0)
        weight += _weight(reading)
        if len(held) == TOGETHER or weight > WEIGHT:
            yield from pipeline.together(held, memory)
            held, weight = [], 0
    yield from pipeline.together(held, memory)


def _weight(reading: Reading) -> int:
    """Return about how many bytes a reading keeps: its characters, and a hundred for each record of a place."""
    places = sum(len(a.segments) + len(a.blocks) + 4 for a in reading.articles) + len(reading.sightings)
    return sum(len(a.text) for a in reading.articles) + 100 * places


@contextmanager
def keeping(folder: str | None) -> Iterator[tuple[Memory, list[str]]]:
    """Give a memory that keeps in `folder` what steps make of each page, and a list for what went wrong with keeping.

    The list is whole when the block ends. Without a folder nothing is kept. What is kept changes no result.
    """
    if folder is None:
        yield FORGETFUL, []
        return
    from recoupe.store.sqlite import SqliteStore
    from recoupe.store.version import version

    store = SqliteStore(folder)
    try:
        yield Memory(store, version()), store.notes
    finally:
        store.close()


@collecting.meanwhile_seldom()
def dossier(
    places: Sequence[str],
    settings: Settings,
    progress: pipeline.Progress = pipeline.silent,
    memory: Memory = FORGETFUL,
) -> tuple[Dossier, list[RecoupeError]]:
    """Return the dossier of the pages at `places`, and the errors of those that could not be read."""
    readings: list[Reading] = []
    errors: list[RecoupeError] = []
    for item in read(places, settings, progress, memory):
        if isinstance(item, RecoupeError):
            errors.append(item)
        else:
            readings.append(item)
    failed = [LeftOut(about=e.about, reason=e.problem) for e in errors]
    failed += [LeftOut(about=r.page, reason=r.reason) for r in readings if r.reason and not r.articles]
    return pipeline.build(readings, failed, settings, progress, recogniser(settings), memory), errors


def news(built: Dossier, since: str) -> Dossier:
    """Return the dossier with what is new in it since the one in the file `since`. Raises RecordError."""
    try:
        old = msgspec.json.decode(Path(since).read_bytes(), type=Dossier)
    except (OSError, ValueError, RecursionError) as error:
        raise RecordError(since, f"no dossier: {error}", "give a file written by --format json") from error
    return msgspec.structs.replace(built, since=old.story.id, news=compare_dossiers(old, built))


def article_of(record: Mapping[str, Any]) -> Article:
    """Return the article a loose record describes: `text`, and `id`, `lang`, `published`, ... where it has them.

    Raises RecordError when there is no text.
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise RecordError(str(record.get("id", "record")), "no 'text'", "each line holds an article's text")
    language = record.get("language") or record.get("lang") or identify(text)
    known = {k: v for k, v in record.items() if k in Article.__struct_fields__ and v is not None}
    blank: dict[str, Any] = dict.fromkeys(("title", "outlet", "host", "published", "published_evidence"))
    defaults = blank | {"id": digest("article", text), "page": "-", "kind": "article", "authors": (), "blocks": ()}
    return msgspec.convert(
        defaults | known | {"text": text, "language": language, "id": str(known.get("id", defaults["id"]))}, Article
    )


def recogniser(settings: Settings) -> Recogniser | None:
    """Return the finder of names the settings ask for, None for our own. Raises SettingError if it is not there."""
    if not settings.spacy:
        return None
    from recoupe.recognisers.spacy import SpacyNames

    return SpacyNames(settings.spacy)


def annotate(record: Mapping[str, Any], *, explain: bool = False, recognise: Recogniser | None = None) -> bytes:
    """Return the record as a line of JSON with its times, names, quantities and quotes. Raises RecordError."""
    found = msgspec.to_builtins(pipeline.annotate(article_of(record), recognise, explain=explain))
    lists = {kind: found.get(kind, []) for kind in ("times", "names", "quantities", "quotes")}
    if not explain:
        for mentions in lists.values():
            for mention in mentions:
                mention.pop("rule", None)
    return msgspec.json.encode({**record, **lists})


class StoryStream:
    """`stories`, one record at a time, in the order they come. `explain`: with why each is in its story."""

    def __init__(self, *, explain: bool = False) -> None:
        self._stream = pipeline.story_stream()
        self._explain = explain

    def add(self, record: Mapping[str, Any]) -> bytes:
        """Return `{"id", "story"}` as a line of JSON, with the `revision` it brought about, if any.

        A record may be a decision instead: `{"merge": [story, story]}`, `{"split": story, "items": [id, ...]}`,
        `{"undo": revision}`; its line is `{"revision": ...}`. Raises RecordError when it cannot be done.
        """
        if any(kind in record for kind in ("merge", "split", "undo")):
            return msgspec.json.encode({"revision": self._decide(record)})
        known = {k: v for k, v in record.items() if k in StoryItem.__struct_fields__ and v is not None}
        known.setdefault("language", record.get("lang"))
        known["names"] = [name for name in map(_name_of, record.get("names") or ()) if name]
        item = msgspec.convert(known | {"id": str(record.get("id", ""))}, StoryItem)
        line: dict[str, Any] = {"id": record.get("id"), "story": self._stream.add(item)}
        if self._stream.revision is not None:
            line["revision"] = self._stream.revision
        if self._explain:
            line |= {"title": item.title, "why": self._stream.explain(item.id)}
        return msgspec.json.encode(line)

    def _decide(self, record: Mapping[str, Any]) -> Any:
        match record:
            case {"merge": [str(one), str(other)]}:
                made = self._stream.merge(one, other)
            case {"split": str(story), "items": [*items]}:
                made = self._stream.split(story, [str(i) for i in items])
            case {"undo": str(revision)}:
                made = self._stream.undo(revision)
            case _:
                made = None
        if made is None:
            known = "stories that live, items the stream remembers, a revision not yet undone"
            raise RecordError("decision", "cannot be done", f"name {known}")
        return made


def _name_of(name: object) -> str:
    """Return who a record's name is, a plain string or what `annotate` writes; "" for anything else."""
    said = name.get("entity") or name.get("text") if isinstance(name, dict) else name
    return said if isinstance(said, str) else ""


def reuse(records: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield the passages, then the origins, of some articles: a line of JSON each."""
    articles = [article_of(record) for record in records]
    passages, origins = pipeline.compare_words(articles)
    yield from (msgspec.json.encode({"passage": p}) for p in passages)
    yield from (msgspec.json.encode({"origin": o}) for o in origins)
