"""What readers see: nothing lost, nothing that is not anchored, nothing of the sources that becomes markup."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from recoupe import model, pipeline
from recoupe.dossier import html, markdown, template, text
from recoupe.dossier.lines import within
from recoupe.dossier.marks import Marks
from recoupe.model import ReadSettings
from tests.dossier.made import dossier, empty


class Page(HTMLParser):
    """Collects ids, links and visible words of an HTML page, and complains about tags that do not match."""

    VOID = frozenset({"meta", "input", "br", "link", "img", "line", "circle", "rect", "path"})

    def __init__(self, source: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(source)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"]] if found.get("id") else []
        self.links += [found["href"] or ""] if tag == "a" else []
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style", "script"):
            self.words += data


def test_every_link_of_the_page_leads_to_something_on_it() -> None:
    page = Page(html.write(dossier()))
    assert len(page.ids) == len(set(page.ids))
    inside = {link for link in page.links if not link.startswith("https://three.example/x")}
    assert {link.removeprefix("#") for link in inside} <= set(page.ids)
    assert any("#:~:text=" in link and "6%3A40%20p.m." in link for link in page.links)


def test_the_page_holds_all_words_of_the_sources_as_words() -> None:
    page = Page(html.write(dossier()))
    for article in dossier().articles:
        for line in article.text.split("\n"):
            assert line in page.words


def test_the_page_needs_no_network_and_forbids_it() -> None:
    source = html.write(dossier())
    assert "default-src 'none'" in source
    assert not re.search(r"""<(?:script|link|img|iframe)[^>]*(?:src|href)=""", source)


def test_both_languages_are_in_the_page_and_one_is_chosen() -> None:
    source = html.write(dossier(), lang="fr")
    assert '<html lang="fr">' in source
    assert "Qui a copié qui" in source
    assert "Who copied whom" in source
    assert re.search(r'id="in-fr" checked', source)


def test_a_page_told_its_language_does_not_ask_the_browser() -> None:
    assert '<html lang="fr">' in html.write(dossier(), lang="fr")
    assert '<html lang="fr" data-told>' in html.write(dossier(), lang="fr", told=True)


def test_marks_cut_an_article_without_losing_a_character() -> None:
    built = dossier()
    marks = Marks(built)
    for article in built.articles:
        pieces = [p for _, paragraph in marks.paragraphs(article) for p in paragraph]
        assert "".join(p.text for p in pieces).replace("\n", "") == article.text.replace("\n", "")
        opened = [m for p in pieces for m in p.opens]
        assert len(opened) == len(set(opened))
        assert {m for p in pieces for m in p.covers} == set(opened)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_text_fits_the_width(width: int) -> None:
    for line in text.write(dossier(), text.Page(width=width)).split("\n"):
        assert len(line) <= width


def test_text_has_colours_only_when_asked() -> None:
    assert "\x1b[" not in text.write(dossier(), text.Page())
    assert "\x1b[" in text.write(dossier(), text.Page(colour=True))


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", ["DISPUTED (1)", "2 to 3 independent origins"]), ("fr", ["CONTESTÉ (1)", "2 à 3 origines indépendantes"])],
)
def test_text_speaks_the_readers_language(lang: str, expected: list[str]) -> None:
    written = text.write(dossier(), text.Page(lang=lang))
    for words in [*expected, "16:40 GMT", "17:10 GMT", "“19h10”", "Inés Caldera", "Handball"]:
        assert words in written


def test_markdown_escapes_what_sources_say() -> None:
    written = markdown.write(dossier())
    assert r"Un ferry \<heurte\> la digue" in written
    assert "- **Start** (2 to 3 independent origins)" in written, "what only words of another language tell is not said"
    assert "- **Début · collision** (2 à 3 origines indépendantes)" in markdown.write(dossier(), lang="fr")


@pytest.mark.parametrize("write", [html.write, markdown.write, lambda d: text.write(d, text.Page())])
def test_an_empty_dossier_says_that_there_is_nothing(write) -> None:  # type: ignore[no-untyped-def]
    assert "Nothing to compare" in write(empty())


@pytest.mark.parametrize("packed", [None, b"", b"not a template", b"j2\x00" * 40])
def test_a_packed_template_that_is_no_use_is_not_used(
    packed: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = html.write(dossier())
    folder = tmp_path / "templates"
    shutil.copytree(template.TEMPLATES, folder)
    (folder / template.PACKED).unlink(missing_ok=True)
    if packed is not None:
        (folder / template.PACKED).write_bytes(packed)
    monkeypatch.setattr(template, "TEMPLATES", folder)
    template.load.cache_clear()
    try:
        assert html.write(dossier()) == made
    finally:
        template.load.cache_clear()


def test_an_article_without_a_title_is_listed_by_its_first_words() -> None:
    built = dossier()
    untitled = tuple(msgspec.structs.replace(a, title=None) for a in built.articles)
    said = markdown.write(msgspec.structs.replace(built, articles=untitled))
    assert "La collision a eu lieu mardi à 18h40. Selon la mairie, le quai numéro… (" in said
    assert "The crash came at 6:40 p.m. on Tuesday & nobody saw it. (" in said


def test_where_nothing_else_says_what_a_value_is_of_its_sentence_does() -> None:
    known = dossier()
    bare = msgspec.structs.replace(known.findings[0], attribute="instant", scope="")
    story = msgspec.structs.replace(known, findings=(bare,))
    shown = "Le ferry a heurté la digue à 19h10 &lt;mardi&gt;."
    assert shown in html.write(story)
    assert "“Le ferry a heurté la digue à 19h10 <mardi>." in " ".join(text.write(story, text.Page()).split())
    assert "“Le ferry" not in text.write(known, text.Page())


def test_a_long_sentence_is_cut_between_words_on_either_side() -> None:
    sentence = (
        "It was the first visit of a president to the islands in nearly a decade, and the shortest one of all so far."
    )
    start = sentence.index("nearly")
    told = within(sentence, start, start + len("nearly a decade"))
    assert told == "… first visit of a president to the islands in nearly a decade, and the shortest one of all so far."


DENIED = (
    "The union says the turbine of the lock has shown vibrations since its inspection, which the operator denies.",
    "Two guards say the gate of the lock stood open all night. The operator denied it.",
)


DEMENTI = "Le syndicat affirme que la turbine donne des vibrations depuis son inspection. L'exploitant dément."


@pytest.mark.parametrize(("lang", "label"), [("en", "Said and denied"), ("fr", "Affirmé et démenti")])
def test_what_is_said_and_denied_stands_with_both_sides_in_every_form(lang: str, label: str) -> None:
    texts = [
        ("en", f"Trouble at the lock of Ems\n{DENIED[0]}"),
        ("en", f"Nightly visit to the lock of Ems\n{DENIED[1]}"),
        ("fr", f"Écluse\n{DEMENTI}"),
    ]
    pages = [
        model.Page(id=f"p{n}", page=f"p{n}.txt", text=words, published="2031-05-06T10:00:00Z", language=language)
        for n, (language, words) in enumerate(texts)
    ]
    built = pipeline.build([pipeline.read(page, ReadSettings()) for page in pages])
    assert sorted(f.status for f in built.findings if f.reason == "denied") == ["alone", "disputed"]
    forms = html.write(built, lang=lang), markdown.write(built, lang=lang), text.write(built, text.Page(lang=lang))
    for written in (" ".join(form.split()) for form in forms):
        assert label in written
        assert "which the operator denies" in written
        assert "The operator denied it" in written
