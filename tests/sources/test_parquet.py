"""Parquet page records, and what is said where pyarrow is missing."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import pytest

from recoupe.model import Page, PageUnreadable, ReadSettings, RecordError
from recoupe.sources import open_pages

pyarrow = pytest.importorskip("pyarrow")


def opened(file: Path, columns: dict[str, list[object]]) -> list[object]:
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.table(columns), file)
    return list(open_pages([str(file)], ReadSettings(max_bytes=1000)))


def test_a_row_is_a_page(tmp_path: Path) -> None:
    one, two = opened(
        tmp_path / "p.parquet",
        {
            "text": ["One", "Two"],
            "outlet": ["A", None],
            "published": [datetime(2026, 5, 12, 20), None],
            "other": [1, 2],
        },
    )
    assert isinstance(one, Page)
    assert isinstance(two, Page)
    assert (one.text, one.outlet, one.published) == ("One", "A", "2026-05-12T20:00:00")
    assert (two.page, two.outlet) == (f"{tmp_path / 'p.parquet'}#2", None)


def test_bytes_are_decoded_and_bad_rows_named(tmp_path: Path) -> None:
    raw = '<meta charset="latin1"><p>Élan</p>'.encode("latin-1")
    page, big, empty = opened(
        tmp_path / "p.pq", {"html": [raw, b"<p>" + b"a" * 2000, None], "url": ["https://a.example/"] * 3}
    )
    assert isinstance(page, Page)
    assert "Élan" in (page.html or "")
    assert page.url == "https://a.example/"
    assert isinstance(big, PageUnreadable)
    assert "#2" in str(big)
    assert isinstance(empty, RecordError)
    assert "#3" in str(empty)


def test_what_is_no_page_table_is_named(tmp_path: Path) -> None:
    (error,) = opened(tmp_path / "p.parquet", {"title": ["x"]})
    assert "no column" in str(error)
    (wrong,) = opened(tmp_path / "q.parquet", {"text": [3]})
    assert isinstance(wrong, RecordError)
    (tmp_path / "r.parquet").write_bytes(b"PAR1 and nothing more")
    (broken,) = open_pages([str(tmp_path / "r.parquet")], ReadSettings())
    assert isinstance(broken, PageUnreadable)


def test_without_pyarrow_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "p.parquet").write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (error,) = open_pages([str(tmp_path / "p.parquet")], ReadSettings())
    assert "recoupe[parquet]" in str(error)
