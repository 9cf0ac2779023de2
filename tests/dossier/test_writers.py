"""What readers see: nothing lost, nothing that is not anchored, nothing of the sources that becomes markup."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from recoupe.dossier import html, markdown, template, text
from recoupe.dossier.lines import within
from recoupe.dossier.marks import Marks
from recoupe.dossier.view import View
from recoupe.model import Value
from tests.dossier.made import dossier, empty, support


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


def test_only_words_inside_a_passage_count_as_copied_and_only_on_the_later_side() -> None:
    view = View(dossier(), "en")
    (line,) = view.findings("agreed")
    assert [(r.article, r.copied) for r in line.values[0].references] == [("a", False), ("b", True)]
    (disputed,) = view.findings("disputed")
    assert not any(r.copied for v in disputed.values for r in v.references)


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


def test_values_that_read_alike_are_one_line_with_all_their_sources() -> None:
    built = dossier()
    first = built.findings[0].values[0]
    planned = msgspec.structs.replace(first, support=(support("c", "6:40 p.m.", status="planned"),))
    twice = msgspec.structs.replace(built.findings[0], values=(*built.findings[0].values, planned))
    (line,) = View(msgspec.structs.replace(built, findings=(twice,)), "fr").findings("disputed")
    assert [len(v.references) for v in line.values] == [3, 1]


def test_why_something_was_left_out_is_said_in_the_readers_language() -> None:
    built = dossier()
    left = msgspec.structs.replace(built.coverage.left_out[0], reason="another story: does not name Velmora")
    fault = msgspec.structs.replace(left, reason="no such file")
    built = msgspec.structs.replace(built, coverage=msgspec.structs.replace(built.coverage, left_out=(left, fault)))
    said = View(built, "fr").reason
    assert said(left) == "autre sujet : ne nomme pas Velmora"
    assert said(fault) == "no such file"
    assert "autre sujet : ne nomme pas Velmora" in markdown.write(built, lang="fr")


def test_the_first_line_says_how_many_articles_tell_another_story() -> None:
    built = dossier()
    assert "1 article of another story" in View(built, "en").summary()
    assert "1 article d'un autre sujet" in View(built, "fr").summary()
    none = msgspec.structs.replace(built, coverage=msgspec.structs.replace(built.coverage, left_out=()))
    assert "story" not in View(none, "en").summary()


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


def test_about_a_number_stands_with_the_number_and_each_side_says_what_it_is_of() -> None:
    known = dossier()
    values = (
        Value(low=720.0, high=880.0, display="environ 800", qualifier="about", support=(support("b", "19h10"),)),
        Value(low=800.0, high=800.0, display="800", support=(support("a", "18h40"),)),
        Value(low=1200.0, high=1200.0, display="1200", support=(support("c", "6:40 p.m."),)),
    )
    weights = msgspec.structs.replace(known.findings[0], attribute="weight", scope="port", unit="t", values=values)
    (line,) = View(msgspec.structs.replace(known, findings=(weights,)), "en").findings("disputed")
    assert [v.display for v in line.values] == ["800 t", "1,200 t"]
    nearly = msgspec.structs.replace(values[0], high=800.0, low=720.0, qualifier="nearly")
    (other,) = View(
        msgspec.structs.replace(known, findings=(msgspec.structs.replace(weights, values=(nearly, *values[1:])),)), "en"
    ).findings("disputed")
    assert {v.display for v in other.values} == {"800 t", "nearly 800 t", "1,200 t"}, (
        "what reaches to one side is another"
    )
    assert [r.shown for r in line.values[1].references] == ["The crash came at 6:40 p.m. on Tuesday & nobody saw it."]
    agreed = msgspec.structs.replace(weights, status="agreed", values=values[:2])
    (line,) = View(msgspec.structs.replace(known, findings=(agreed,)), "en").findings("agreed")
    assert [len(r.shown) > len(r.exact) for r in line.values[0].references] == [True, False]


def test_the_title_is_one_in_the_readers_language() -> None:
    known = dossier()
    story = msgspec.structs.replace(
        known.story, title="Fähre rammt Mole", language="de", titles={"fr": "Un ferry heurte la digue"}
    )
    told = msgspec.structs.replace(known, story=story)
    assert (View(told, "fr").heading, View(told, "fr").heading_language) == ("Un ferry heurte la digue", "fr")
    assert (View(told, "en").heading, View(told, "en").heading_language) == ("Fähre rammt Mole", "de")
    page = html.write(told)
    assert "Un ferry heurte la digue" in page
    assert "Fähre rammt Mole" in page


def test_a_date_behind_the_storys_days_is_not_recalled() -> None:
    known = dossier()

    def line(day: str) -> str:
        dated = msgspec.structs.replace(
            known.findings[0], status="agreed", attribute="recalled", scope="", unit="date",
            values=(Value(low=day, high=day, display=day, support=(support("a", "18h40"),)),),
        )  # fmt: skip
        return View(msgspec.structs.replace(known, findings=(dated,)), "en").findings("agreed")[0].line

    assert line("1993") == "Date recalled — 1993"
    assert line("2999-05") == "Date ahead — May 2999"


def test_the_entry_of_a_live_blog_goes_on_from_its_title() -> None:
    made = dossier()
    for kind, title, shown in (
        ("update", "Choc dans le port", "Choc dans le port: La collision a eu lieu"),
        ("update", "Choc !", "Choc ! La collision a eu lieu"),
        ("update", "La collision", "La collision a eu lieu"),
        ("article", "Choc dans le port", "La collision a eu lieu"),
    ):
        first = msgspec.structs.replace(made.articles[0], kind=kind, title=title)
        view = View(msgspec.structs.replace(made, articles=(first, *made.articles[1:])), "en")
        assert view.what(made.timeline[1]) == shown
