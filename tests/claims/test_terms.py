"""Terms a court sets, and whose they are."""

import pytest

from recoupe import claims
from recoupe.claims.comparison.group import groups
from tests.claims.helpers import article, mentions, name, time


@pytest.mark.parametrize(
    ("text", "words", "value", "language", "attribute", "scope"),
    [
        ("Ana Rell was jailed for six years.", "six years", "P6Y", "en", "prison sentence", ("who:Ana Rell",)),
        ("The court gave her six years in prison.", "six years", "P6Y", "en", "prison sentence", ()),
        ("Six ans de prison pour l'ancien maire.", "Six ans", "P6Y", "fr", "prison sentence", ()),
        ("Le parquet avait requis six ans de prison.", "six ans", "P6Y", "fr", "prison sentence", ("group:sought",)),
        ("Sie erhielt 18 Monate auf Bewährung.", "18 Monate", "P18M", "de", "suspended sentence", ()),
        ("Fue inhabilitada por diez años.", "diez años", "P10Y", "es", "ban from office", ()),
        ("She had governed for six years.", "six years", "P6Y", "en", None, ()),
        ("The runner was suspended for six years.", "six years", "P6Y", "en", None, ()),
        ("She was banned from driving for six years.", "six years", "P6Y", "en", None, ()),
        ("Il a vendu sa ferme après six ans.", "six ans", "P6Y", "fr", None, ()),
        ("Das Gericht verhängte eine Strafe von sechs Jahren.", "sechs Jahren", "P6Y", "de", "prison sentence", ()),
        ("Zij kreeg zes jaar gevangenisstraf.", "zes jaar", "P6Y", "nl", "prison sentence", ()),
        ("Суд назначил ей шесть лет лишения свободы.", "шесть лет", "P6Y", "ru", "prison sentence", ()),
        ("Прокурор просил шесть лет колонии.", "шесть лет", "P6Y", "ru", "prison sentence", ("group:sought",)),
        ("حكمت عليها المحكمة بالسجن ست سنوات.", "ست سنوات", "P6Y", "ar", "prison sentence", ()),
        ("Trois ans ferme pour l'ancien maire.", "Trois ans", "P3Y", "fr", "prison to serve", ()),
    ],
)
def test_a_term(
    text: str, words: str, value: str, language: str, attribute: str | None, scope: tuple[str, ...]
) -> None:
    named = [name(text, "Ana Rell")] if "Ana Rell" in text else []
    found = claims.find(article(text, language=language), mentions(time(text, words, "DURATION", value), *named), {})
    terms = [(c.attribute, c.scope) for c in found if c.rule == "term"]
    assert terms == ([(attribute, scope)] if attribute else [])


def test_a_term_that_names_nobody_is_of_the_one_the_story_is_about() -> None:
    told = "Ana Rell was jailed for six years."
    bare = "The former mayor got seven years in prison."
    made = claims.find(
        article(told, "a"), mentions(time(told, "six years", "DURATION", "P6Y"), name(told, "Ana Rell")), {}
    )
    made += claims.find(article(bare, "b"), mentions(time(bare, "seven years", "DURATION", "P7Y")), {})
    ((key, both),) = groups(made, [])
    assert key.narrow == ("who:Ana Rell",)
    assert len(both) == 2
