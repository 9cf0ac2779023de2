"""Pages from files, folders, globs and records; bad ones are errors that name the page and the remedy."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import zstandard

from recoupe.model import Page, PageMissing, PageUnreadable, ReadSettings, RecordError
from recoupe.sources import open_pages


def opened(*places: object, max_bytes: int = 1_000_000) -> list[object]:
    return list(open_pages([str(p) for p in places], ReadSettings(max_bytes=max_bytes)))


def test_text_and_html_are_told_apart_by_name_and_by_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Une phrase.")
    (tmp_path / "b.html").write_text("plain words")
    (tmp_path / "c").write_text("<!doctype html><p>x</p>")
    text, named, sniffed = opened(tmp_path / "a.txt", tmp_path / "b.html", tmp_path / "c")
    assert isinstance(text, Page)
    assert text.text == "Une phrase."
    assert isinstance(named, Page)
    assert named.html == "plain words"
    assert isinstance(sniffed, Page)
    assert sniffed.html is not None


def test_folder_is_read_in_name_order_whatever_the_disk_says(tmp_path: Path) -> None:
    for name in ("c.txt", "a.txt", "b.html"):
        (tmp_path / name).write_text("words")
    assert [Path(p.page).name for p in opened(tmp_path) if isinstance(p, Page)] == ["a.txt", "b.html", "c.txt"]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("p.html", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "PNG image"),
        ("p.txt", b"%PDF-1.7 ...", "PDF"),
        ("p.txt", bytes(range(256)) * 40, "binary"),
        (
            "p.html",
            b"PK\x03\x04" + b"\x00" * 26 + b"word/document.xml",
            "office document, not a page (save it as text)",
        ),
        ("p.html", b"PK\x03\x04" + b"\x00" * 26 + b"page.html", "ZIP archive, not a page (unpack it)"),
        ("p.webarchive", b"bplist00" + b"\x00" * 26, "Safari"),
    ],
)
def test_bytes_that_are_no_page_are_named(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    (tmp_path / name).write_bytes(data)
    (error,) = opened(tmp_path / name)
    assert isinstance(error, PageUnreadable)
    assert problem in str(error)
    assert name in str(error)


@pytest.mark.parametrize("name", ["saved.mhtml", "saved.mht", "saved.txt"])
def test_a_page_that_a_browser_saved_as_one_file(tmp_path: Path, name: str) -> None:
    head = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://diary.example/ferry\r\nMIME-Version: 1.0\r\n"
    head += b'Content-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n'
    style = b"--x\r\nContent-Type: text/css\r\n\r\nbody {}\r\n"
    page = b"--x\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    (tmp_path / name).write_bytes(head + style + page + b"<p>le bac est arriv=E9</p>\r\n--x--\r\n")
    (saved,) = opened(tmp_path / name)
    assert isinstance(saved, Page)
    assert (saved.html or "").strip() == "<p>le bac est arrivé</p>"
    assert saved.url == "https://diary.example/ferry"
    (tmp_path / name).write_bytes(head + style + b"--x--\r\n")
    (empty,) = opened(tmp_path / name)
    assert isinstance(empty, Page)
    assert empty.html == ""


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("r.json", b'{"url": "x", "text": ', "r.json: JSON that is malformed or not whole"),
        ("r.json", b'[{"text": "a"}, 5]', "record 2: Expected `object`, got `int` (a page record is one JSON object)"),
        ("r.jsonl", b'{"text": "a"}\n{"text": \n', "line 2: Input data was truncated (each line is one JSON object)"),
        ("r.jsonl", b'{"text": "a"}\n{"text": "\xe9"}\n', "line 2: not UTF-8 (save it as UTF-8)"),
    ],
)
def test_broken_records_are_named_as_their_file_has_them(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    (tmp_path / name).write_bytes(data)
    errors = [str(e) for e in opened(tmp_path / name) if isinstance(e, RecordError)]
    assert len(errors) == 1
    assert problem in errors[0]


def test_an_address_that_is_none_of_the_web_is_called_one(tmp_path: Path) -> None:
    (error,) = opened("ftp://diary.example/ferry")
    assert isinstance(error, PageMissing)
    assert "not a web address (give a path, or an address with http:// or https://)" in str(error)


def test_a_page_over_the_limit_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "big.html").write_bytes(b"<p>" + b"a" * 2000)
    (error,) = opened(tmp_path / "big.html", max_bytes=1000)
    assert isinstance(error, PageUnreadable)
    assert "--max-bytes" in str(error)


@pytest.mark.parametrize("place", ["nowhere.html", "none/*.html"])
def test_missing_pages_are_errors_and_the_others_are_read(tmp_path: Path, place: str) -> None:
    (tmp_path / "a.txt").write_text("words")
    missing, page = opened(tmp_path / place, tmp_path / "a.txt")
    assert isinstance(missing, PageMissing)
    assert isinstance(page, Page)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    (error,) = opened(tmp_path)
    assert isinstance(error, PageMissing)
    assert "no pages" in str(error)


def test_an_empty_file_is_a_page_with_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    (page,) = opened(tmp_path / "a.txt")
    assert isinstance(page, Page)
    assert page.text == ""


def test_latin_1_labelled_utf_8_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes('<meta charset="utf-8"><p>Le préfet a été reçu à Orléans.</p>'.encode("latin-1"))
    (page,) = opened(tmp_path / "a.html")
    assert isinstance(page, Page)
    assert "préfet a été reçu" in (page.html or "")


def test_records_one_a_line_and_a_bad_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "pages.jsonl"
    file.write_text('{"text": "one", "outlet": "A"}\n{"text": 3}\nnot json\n{"html": "<p>two"}\n{"url": "x"}\n')
    one, wrong, broken, two, empty = opened(file)
    assert isinstance(one, Page)
    assert (one.text, one.outlet, one.page) == ("one", "A", f"{file}#1")
    assert isinstance(wrong, RecordError)
    assert "line 2" in str(wrong)
    assert isinstance(broken, RecordError)
    assert "line 3" in str(broken)
    assert isinstance(two, Page)
    assert two.html == "<p>two"
    assert isinstance(empty, RecordError)
    assert "neither" in str(empty)


@pytest.mark.parametrize("data", ['{"text": "one"}', '{\n "text":\n "one"\n}', '[{"text": "one"}]'])
def test_json_holds_one_record_or_a_list(tmp_path: Path, data: str) -> None:
    (tmp_path / "p.json").write_text(data)
    (page,) = opened(tmp_path / "p.json")
    assert isinstance(page, Page)
    assert page.text == "one"
    assert page.page == str(tmp_path / "p.json")


def test_ids_do_not_depend_on_the_folder(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("same words")
    a, b = opened(tmp_path / "x" / "a.txt", tmp_path / "y" / "a.txt")
    assert isinstance(a, Page)
    assert isinstance(b, Page)
    assert a.id == b.id


def test_a_pattern_does_not_go_round_in_circles(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    (folder / "below").mkdir(parents=True)
    for name in ("one.txt", "below/two.txt", ".hidden.txt"):
        (folder / name).write_text("The bridge reopened on Tuesday.")
    for name in ("round", "about"):  # two are enough for a walk that never ends
        (folder / "below" / name).symlink_to(folder, target_is_directory=True)
    for pattern in ("pages/**/*.txt", "pages/**"):
        found = [item.page for item in open_pages([str(tmp_path / pattern)], ReadSettings()) if isinstance(item, Page)]
        assert found == [str(folder / "below/two.txt"), str(folder / "one.txt")]


def test_records_that_break_off_say_so_and_lose_nothing(tmp_path: Path) -> None:
    import random

    import zstandard

    draw = random.Random(7)
    lines = b"".join(
        b'{"text": "Ferry %d sails at noon, %d aboard."}\n' % (n, draw.getrandbits(60)) for n in range(9000)
    )
    packed = zstandard.compress(lines)
    file = tmp_path / "pages.jsonl.zst"
    file.write_bytes(packed + packed)
    assert len([page for page in opened(file) if isinstance(page, Page)]) == 18_000
    file.write_bytes(packed[: len(packed) * 2 // 3])
    found = opened(file)
    assert len([page for page in found if isinstance(page, Page)]) > 3_000
    assert isinstance(found[-1], PageUnreadable)
    assert "breaks off" in found[-1].problem


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.json", b'[{"text": "A ferry."}, {"text": "A br', "not whole"),
        ("a.jsonl", b"\n\n", "an empty file"),
        ("a.jsonl", '{"text": "A ferry."}\n'.encode("utf-16"), "UTF-16"),
    ],
)
def test_records_nobody_can_read_are_one_clear_error(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    (tmp_path / name).write_bytes(data)
    (error,) = opened(tmp_path / name)
    assert isinstance(error, RecordError)
    assert problem in error.problem
    assert error.remedy


def test_a_list_among_lines_costs_only_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'["a"]\n{"text": "A ferry."}\n')
    assert [type(item) for item in opened(tmp_path / "a.jsonl")] == [RecordError, Page]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_packed_pages_are_read_and_a_bomb_is_not_unpacked(tmp_path: Path, pack) -> None:  # type: ignore[no-untyped-def]
    suffix = "gz" if pack is gzip.compress else "zst"
    (tmp_path / f"p.html.{suffix}").write_bytes(pack(b"<p>One</p>"))
    (tmp_path / f"q.html.{suffix}").write_bytes(pack(b"a" * 5_000_000))
    page, bomb = opened(tmp_path, max_bytes=100_000)
    assert isinstance(page, Page)
    assert page.html == "<p>One</p>"
    assert isinstance(bomb, PageUnreadable)
    assert "larger" in str(bomb)


def test_packed_records_are_named_as_the_same_unpacked(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_bytes(b'{"text": "A phrase."}\n')
    (tmp_path / "two.jsonl.gz").write_bytes(gzip.compress(b'{"text": "A phrase."}\n'))
    assert [Path(p.page).name for p in opened(tmp_path) if isinstance(p, Page)] == ["one.jsonl#1", "two.jsonl.gz#1"]
