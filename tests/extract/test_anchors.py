"""For any page, however it is written: every span of an article gives its words back from the page."""

from __future__ import annotations

import html as markup
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe import extract, pipeline
from recoupe.extract.html import visible_text
from recoupe.model import Article, Page, ReadSettings, Segment
from recoupe.sources.decoded import page_of

SAID = """Mayor Ines Valdor said on Monday that 17 boats were lost, « pas encore » dit-elle, Müller & Söhne paid
€3 million at 9h05 : “nothing was signed” – l’année 2025 мост открыли 大桥 \U0001f6a2 \U00020bb7 naïve e\u0301tude AT&T
R&D <3 1<2 fi\u00adnance zero\u200bwidth a\u00a0b x\u202fkm الجسر \u202bمرحبا\u202c ﬁn İstanbul ß"""
WORDS = re.split("[ \n]", SAID)
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=8, max_size=30).map(lambda w: " ".join(w) + ".")
INLINE = ("b", "i", "a href='/x'", "span", "em class=q", "strong", "sup", "mark", "font color=red")


@st.composite
def written(draw: st.DrawFn, words: str) -> str:
    """Return the words as markup: escaped in some way, inline elements opened and closed between them."""
    opened: list[str] = []
    out: list[str] = []
    for word in words.split(" "):
        how = draw(st.integers(0, 11))
        piece = markup.escape(word, quote=how % 2 == 0)
        if how == 1:
            piece = "".join(f"&#{ord(c)};" if not c.isascii() else c for c in piece)
        elif how == 2:
            piece = "".join(f"&#x{ord(c):x};" if c.isalpha() else markup.escape(c) for c in word)
        elif how == 3:
            piece = piece.replace("é", "&eacute;").replace("ü", "&uuml").replace("«", "&laquo;")
        elif how == 4 and len(word) > 3:
            piece = f"{markup.escape(word[:2])}<wbr>{markup.escape(word[2:])}"
        elif how == 5:
            piece = f"<!-- {piece} -->{piece}"
        elif how == 6:
            opened.append(draw(st.sampled_from(INLINE)))
            piece = f"<{opened[-1]}>{piece}"
        elif how == 7 and opened:
            piece += f"</{opened.pop().split()[0]}>"
        out.append(piece)
        out.append(draw(st.sampled_from([" ", " ", " ", "\r\n", "\n  ", "\t", " <br> "])))
    return "".join(out) + "".join(f"</{name.split()[0]}>" for name in reversed(opened))


@st.composite
def paged(draw: st.DrawFn) -> str:
    """Return an HTML page with a headline, paragraphs, lists, live entries, in CRLF or LF."""
    said = draw(st.lists(SENTENCE, min_size=3, max_size=7))
    parts = [draw(written(words)) for words in said]
    kinds = [draw(st.sampled_from(("p", "p", "p", "li", "blockquote", "h2", "pre", "td"))) for _ in parts]
    body = "".join(f"<{kind}>{part}</{kind}>" for kind, part in zip(kinds, parts, strict=True))
    if draw(st.booleans()):
        body += "".join(
            f"<div class=live-entry><time>1{n}:05</time> <p>{part}</p></div>" for n, part in enumerate(parts)
        )
    page = f"<!doctype html>\n<html><head><title>{parts[0][:40]}</title></head>\n<body><article>{body}</article></body>"
    return page.replace("\n", "\r\n") if draw(st.booleans()) else page


def led_back(article: Article, segments: tuple[Segment, ...], shown: str, source: str | None) -> None:
    places = []
    for s in segments:
        words = article.text[s.start : s.end]
        assert shown[s.page_start : s.page_start + len(words)] == words
        if s.source_start is not None and source is not None:
            assert source[s.source_start : s.source_start + len(words)] == words
            places.append((s.page_start, s.source_start))
    ordered = [at for _, at in sorted(places)]
    assert ordered == sorted(ordered)  # the same words, and not those of another place


def held(page: Page) -> None:
    shown = visible_text(page.html) if page.html is not None else page.text or ""
    for article in extract.together([extract.read(page)])[0].articles:
        led_back(article, article.segments, shown, page.html)
        if article.title_start is not None:
            assert shown.startswith(article.title or "?", article.title_start)
        inside = {n for s in article.segments for n in range(s.start, s.end)}
        assert all(n in inside for n, c in enumerate(article.text) if not c.isspace())
        for repeat in article.also_at:
            assert 0 <= repeat.page_start <= len(shown)
        found = pipeline.annotate(article)
        for mention in (*found.times, *found.names, *found.quantities):
            assert article.text[mention.start : mention.end] == mention.text
            ends = [n for n in range(mention.start, mention.end) if n in inside]
            assert ends[0] == mention.start
            assert ends[-1] == mention.end - 1


@settings(max_examples=20)
@given(paged())
def test_any_way_of_writing_html(source: str) -> None:
    held(Page(id="x", page="x", html=source))


CODECS = ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-15", "koi8-r", "gb18030", "shift_jis", "utf-16-be"]


@settings(max_examples=20)
@given(paged(), st.sampled_from(CODECS), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "ascii", "windows-1251"]))
def test_any_encoding_even_a_wrong_one(source: str, codec: str, declared: str | None) -> None:
    data = source.encode(codec, "xmlcharrefreplace")
    for found in page_of("x.html", data, ReadSettings(), charset=declared):
        if isinstance(found, Page):
            held(found)


@settings(max_examples=20)
@given(st.lists(SENTENCE, min_size=1, max_size=9), st.sampled_from(["\n", "\r\n", "\n\n", "\r", " \u2028", "\n\t- "]),
       st.sampled_from(["", "Live: boats\n", "Publié le 12 mai 2025 à 9h05\n", "\ufeff"]))  # fmt: skip
def test_any_flattened_text(said: list[str], between: str, head: str) -> None:
    held(Page(id="x", page="x", text=head + between.join(said)))
    held(Page(id="x", page="x", text=head + between.join(f"1{n}h05 - {words}" for n, words in enumerate(said))))


@settings(max_examples=10)
@given(st.lists(paged(), min_size=4, max_size=4), SENTENCE)
def test_after_a_template_is_taken_away(sources: list[str], line: str) -> None:
    pages = [
        Page(
            id=f"{n}",
            page=f"{n}",
            outlet="Quay",
            html=s.replace("</article>", f"<p>{markup.escape(line)}</p></article>"),
        )
        for n, s in enumerate(sources)
    ]
    for page, reading in zip(pages, extract.together([extract.read(p) for p in pages]), strict=True):
        for article in reading.articles:
            led_back(article, article.segments, visible_text(page.html or ""), page.html)


@pytest.mark.parametrize("source", [
    "<p>One said <b>said</b> said.</p>" * 3 + "<p>The mayor <i>said</i> said <b>said</b> that said is said, " * 9,
    "<script>var a = 'The mayor said';</script><p title='The mayor said'>The mayor said" + " that it is over" * 9,
])  # fmt: skip
def test_words_that_stand_in_many_places(source: str) -> None:
    held(Page(id="x", page="x", html=f"<html><body><article>{source}"))


def test_words_beside_entities_have_their_place_in_the_source() -> None:
    said = (
        "The mayor&rsquo;s caf&eacute; &ldquo;stays open until ten&rdquo;, the harbour council said on Monday evening."
    )
    page = f"<html><body><article><h1>A caf&eacute;</h1><p>{said}</p><p>Nobody objected to that.</p></article>"
    (article,) = extract.read(Page(id="x", page="x", html=page)).articles
    held(Page(id="x", page="x", html=page))
    found = [article.text[s.start : s.end] for s in article.segments if s.source_start is not None]
    assert "stays open until ten" in found
    assert ", the harbour council said on Monday evening." in found
