"""Values of headlines: marked as the headline's, and never against what the text itself is clear of."""

from __future__ import annotations

from recoupe import pipeline
from recoupe.dossier import html, markdown, text
from recoupe.model import Dossier, Finding, Page, ReadSettings, Support, Value

FIRE = "The fire began on Monday evening in a bakery on the main square of Orlow, police said. "


def dossier(*pages: tuple[str, str]) -> Dossier:
    made = [
        Page(id=str(n), page=f"{n}.txt", text=f"{title}\n{body}", title=title, published="2031-05-06")
        for n, (title, body) in enumerate(pages)
    ]
    return pipeline.build([pipeline.read(page, ReadSettings()) for page in made])


def deaths(made: Dossier) -> Finding:
    (finding,) = [f for f in made.findings if f.attribute == "death"]
    return finding


def sources(value: Value) -> list[tuple[str, str | None]]:
    return [(s.page, s.part) for s in value.support]


def titled(finding: Finding) -> list[Support]:
    return [s for v in finding.values for s in v.support if s.part]


THREE = (
    ("Orlow mourns after bakery fire", FIRE + "At least 12 people died in the flames, the mayor told reporters."),
    ("Fourteen dead in Orlow fire", FIRE + "The flames went out after midnight. The street remains closed."),
    ("Orlow: 12 dead as bakery burns", FIRE + "The flames killed 12 people, all of whom lived above the shop."),
)


def test_a_value_that_stands_in_a_headline_only_is_compared_and_anchored_in_it() -> None:
    made = dossier(*THREE)
    finding = deaths(made)
    (words,) = titled(finding)
    article = next(a for a in made.articles if a.id == words.article)
    assert finding.status in ("disputed", "evolving")
    assert words.page == "1.txt"
    assert (article.title or "")[words.start : words.end] == words.exact == "Fourteen dead"
    assert words.page_start == 0
    assert words.sentence == (0, len(article.title or ""))


def test_a_headline_that_repeats_its_text_is_no_second_source() -> None:
    assert ("2.txt", None) in [p for v in deaths(dossier(*THREE)).values for p in sources(v)]
    assert ("2.txt", "title") not in [p for v in deaths(dossier(*THREE)).values for p in sources(v)]


def test_a_toll_of_the_headline_that_its_text_does_not_have_is_told_apart() -> None:
    apart = ("Fifteen dead in Orlow bakery fire", FIRE + "The flames killed 12 people above the shop.")
    finding = deaths(dossier(THREE[0], apart, THREE[2]))
    assert [sources(v) for v in finding.values if v.low == 15] == [[("1.txt", "title")]]
    assert ("1.txt", None) in [p for v in finding.values if v.low == 12 for p in sources(v)]


def test_a_date_of_a_headline_dates_the_page_and_nothing_else() -> None:
    made = dossier(("Situation report of 9 May 2031, 18:00", THREE[0][1]), *THREE[1:])
    assert not any(s.part for f in made.findings if f.attribute != "death" for v in f.values for s in v.support)


def test_readers_are_told_that_words_are_a_headline() -> None:
    made = dossier(*THREE)
    assert "“Fourteen dead” (headline)" in text.write(made, text.Page())
    assert "“Fourteen dead” (titre)" in markdown.write(made, lang="fr")
    page = html.write(made)
    heading = page[page.index("<h3>", page.index("<aside")) :]
    assert "Fourteen dead</span></mark> in Orlow fire</h3>" in heading


def test_a_toll_of_the_headline_is_of_whom_the_text_counts() -> None:
    poisoned = "The number of people poisoned at the bakery fair in Orlow was cut to 189 on Monday. "
    others = [(title, poisoned + FIRE) for title in ("Orlow fair: toll cut to 189", "Orlow counts again")]
    assert not [f for f in dossier(*others).findings if f.attribute == "death"]
