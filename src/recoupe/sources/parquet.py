"""Parquet: a page record a row, in the columns of `records.PageRecord`; others are not even read. Constant memory.

Needs pyarrow, which is large: it comes with `pip install 'recoupe[parquet]'`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from recoupe.model import Page, PageUnreadable, ReadSettings, RecordError, RecoupeError
from recoupe.sources.decoded import page_of
from recoupe.sources.records import PageRecord, page_of_record

SUFFIXES = (".parquet", ".pq")
_TOGETHER = 64  # rows decoded at a time


def read(place: str, settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    """Yield the page of each row. `html` and `text` hold words or bytes; a row that is no page is named by number."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield PageUnreadable(place, "Parquet needs pyarrow", "pip install 'recoupe[parquet]'")
        return
    number = 0
    try:
        with ParquetFile(place, memory_map=True, pre_buffer=False) as file:
            known = [name for name in PageRecord.__struct_fields__ if name in file.schema_arrow.names]
            if not {"html", "text"} & set(known):
                yield PageUnreadable(place, "no column 'html' or 'text'", "name the columns as page records do")
                return
            for batch in file.iter_batches(_TOGETHER, columns=known, use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    yield from _row(f"{place}#{number}", row, settings)
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        words = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        yield PageUnreadable(place, f"broken after {number} pages: {words}", "check that the file is whole")


def _row(about: str, row: dict[str, Any], settings: ReadSettings) -> Iterator[Page | RecoupeError]:
    said = {name: _words(value) for name, value in row.items() if value is not None}
    for name in ("html", "text"):
        if isinstance(said.get(name), bytes):
            rest = {k: v for k, v in said.items() if k not in ("html", "text")}
            for page in page_of(about, said[name], settings, html=name == "html"):
                yield msgspec.structs.replace(page, **rest) if isinstance(page, Page) else page
            return
    try:
        yield page_of_record(about, msgspec.convert(said, PageRecord), settings)
    except msgspec.ValidationError as error:
        yield RecordError(about, str(error), "a page record holds words, as text or bytes")


def _words(value: object) -> Any:
    return value.isoformat() if isinstance(value, datetime | date) else value
