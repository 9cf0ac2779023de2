"""Who is meant by "the mayor" or "the American" in one article, as the articles of the story say."""

from __future__ import annotations

import pytest

from recoupe import names


def meant(words: str, *articles: tuple[str, str], title: str = "") -> tuple[str, str] | None:
    """Return who `words` of the last article mean, and the words of the story that say so."""
    found = [(text, language, names.find(text, language=language)) for language, text in articles]
    known = [(str(n), names.known(own, names.posts(text, own, code))) for n, (text, code, own) in enumerate(found)]
    linked = names.link(known)
    text, code, own = found[-1]
    start = text.rindex(words)
    asked = names.asked(text, start, start + len(words), own, code)
    held = linked.holders.who(str(len(found) - 1), asked, title) if asked is not None else None
    if held is None:
        return None
    called = {e.id: e.name for e in linked.entities}
    return called[held.entity], found[int(held.article)][0][held.start : held.end]


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("fr", "le président des Etats-Unis", "Le président américain Peter Hallam s'est tu."),
        ("en", "the American president", "US President Peter Hallam kept silent."),
        ("es", "el presidente de Estados Unidos", "El presidente estadounidense Peter Hallam calló."),
        ("it", "il presidente americano", "Il presidente americano Peter Hallam tace."),
        ("pt", "o presidente americano", "O presidente americano Peter Hallam calou-se."),
        ("de", "der amerikanische Präsident", "Der amerikanische Präsident Peter Hallam schwieg."),
    ],
)
@pytest.mark.parametrize("teacher", ["fr", "de"])
def test_a_post_of_a_country_is_its_holder_in_every_language(
    language: str, words: str, told: str, teacher: str
) -> None:
    other = {
        "fr": "Le président américain Peter Hallam s'est tu.",
        "de": "Der amerikanische Präsident Peter Hallam schwieg.",
    }[teacher]
    who = meant(words, (teacher, other), (language, f"Oslo. Paris, {words}."))
    assert who is not None
    assert who[0] == "Peter Hallam"
    assert "Peter Hallam" in who[1]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "L'Américain"),
        ("en", "The American"),
        ("es", "El estadounidense"),
        ("it", "L'americano"),
        ("pt", "O americano"),
        ("de", "Der Amerikaner"),
    ],
)
def test_a_word_of_origin_is_the_one_person_the_article_names_of_that_country(language: str, words: str) -> None:
    told = ("en", "US President Peter Hallam met the American foreign minister Anna Brun and Oleg Tarin.")
    here = (language, f"Peter Hallam, Oleg Tarin. {words} :")
    who = meant(words, told, here)
    assert (who or ("",))[0] == "Peter Hallam"
    both = (language, f"Peter Hallam, Anna Brun. {words} :")
    assert meant(words, told, both) is None


@pytest.mark.parametrize("words", ["The Americans", "The British", "the mayors", "an American", "his mayor", "a mayor"])
def test_several_people_or_anybody_are_nobody(words: str) -> None:
    told = ("en", "US President Peter Hallam spoke. British Prime Minister Anna Brun spoke. Mayor Jonas Brandt spoke.")
    assert meant(words, told, ("en", f"Peter Hallam, Anna Brun, Jonas Brandt. Then {words} spoke.")) is None


def test_who_is_left_over_of_two_is_from_the_other_country() -> None:
    told = ("en", "Russian President Oleg Tarin met Peter Hallam in Oslo.")
    here = ("fr", "Peter Hallam et Oleg Tarin se sont vus. L'Américain a parlé.")
    assert meant("L'Américain", told, here) == ("Peter Hallam", "Russian President Oleg Tarin")
    third = ("fr", "Peter Hallam, Oleg Tarin et Jonas Brandt se sont vus. L'Américain a parlé.")
    assert meant("L'Américain", told, third) is None
    assert meant("L'Américain", ("en", "Peter Hallam met Oleg Tarin."), here) is None
    swiss = ("en", "Russian President Oleg Tarin met Swiss President Peter Hallam in Oslo.")
    assert meant("L'Américain", swiss, here) is None


def test_a_mayor_of_a_place_is_that_mayor() -> None:
    told = ("en", "Anna Brun, the mayor of Bergen, spoke. Jonas Brandt, the mayor of Malmö, did not.")
    assert meant("la maire de Bergen", told, ("fr", "Alors la maire de Bergen a parlé.")) == (
        "Anna Brun",
        "Anna Brun, the mayor of Bergen",
    )
    assert meant("le maire de Hambourg", told, ("fr", "Alors le maire de Hambourg a parlé.")) is None


def test_a_mayor_of_no_place_is_the_one_the_article_names() -> None:
    told = ("es", "La alcaldesa, Anna Brun, habló.")
    named = ("fr", "Anna Brun est là. Mais la maire a parlé.")
    assert meant("la maire", told, named) == ("Anna Brun", "La alcaldesa, Anna Brun")
    assert meant("le maire", told, ("fr", "À Gênes le maire a parlé.")) is None  # another town's
    assert meant("la maire", told, ("fr", "Mais la maire a parlé."), title="Anna Brun démissionne") is not None
    two = ("es", "La alcaldesa, Anna Brun, habló. El alcalde Jonas Brandt calló.")
    assert meant("la maire", two, named) is None


def test_the_chief_executive_two_articles_name_is_no_other() -> None:
    one = ("en", "Chief Executive Peter Hallam spoke.")
    other = ("it", "L'amministratore delegato Peter Hallam ha parlato.")
    here = ("fr", "Pour finir, le directeur général a parlé.")
    assert meant("le directeur général", one, other, here) is not None
    assert meant("le directeur général", one, here) is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "l'ancien président américain"),
        ("fr", "le porte-parole du président américain"),
        ("fr", "le vice-président américain"),
        ("fr", "le président polonais"),
        ("fr", "le ministre américain des Affaires étrangères"),
        ("en", "the former American president"),
        ("en", "the deputy American president"),
        ("en", "a spokesman for the American president"),
        ("de", "der ehemalige amerikanische Präsident"),
        ("es", "el ex presidente estadounidense"),
        ("it", "l'ex presidente americano"),
        ("pt", "o ex presidente americano"),
    ],
)
def test_another_post_is_not_its_holder(language: str, words: str) -> None:
    told = ("en", "US President Peter Hallam spoke. French Foreign Minister Anna Brun spoke.")
    assert meant(words, told, (language, f"Peter Hallam, Anna Brun. {words} :")) is None


def test_a_former_holder_does_not_hold_the_post() -> None:
    told = ("en", "Former US President Jonas Brandt spoke. US President Peter Hallam spoke.")
    here = ("fr", "Oslo. Le président américain a parlé.")
    assert meant("Le président américain", told, here) == ("Peter Hallam", "US President Peter Hallam")
    assert meant("Le président américain", ("en", "Former US President Jonas Brandt spoke."), here) is None


def test_a_minister_is_found_however_his_matter_is_parted_from_the_noun() -> None:
    told = ("de", "Der französische Außenminister Jonas Brandt schwieg.")
    words = "le ministre français des Affaires étrangères"
    who = meant(words, told, ("fr", f"Oslo. Paris, {words}."))
    assert (who or ("",))[0] == "Jonas Brandt"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Oleg Tarin is the first Russian leader in Alaska."),
        ("fr", "Oleg Tarin est le premier dirigeant russe à venir."),
        ("de", "Oleg Tarin ist der erste russische Präsident in Alaska."),
        ("en", "The Russian leader, the veteran fisherman Oleg Tarin, spoke."),
        ("en", "At the invitation of the Russian Prime Minister, H.E. Mr Oleg Tarin, they met."),
        ("fr", "Le Russe Oleg Tarin a parlé."),
        ("de", "Der Präsident Russlands Oleg Tarin schwieg."),
        ("ru", "Олег Тарин будет первым российским лидером на Аляске."),
        ("ru", "Президент России Олег Тарин не приедет."),
    ],
)
def test_how_an_article_says_who_is_russian(language: str, text: str) -> None:
    who = meant("Le Russe", (language, text), ("fr", "Oleg Tarin est là. Le Russe a parlé."))
    assert (who or ("",))[0] == "Oleg Tarin"


@pytest.mark.parametrize(
    "text",
    [
        "Oleg Tarin is the Russian leader's guest.",
        "Oleg Tarin is not the Russian leader.",
        "The Russian leader, the veteran fisherman Oleg Tarin and two others spoke.",
    ],
)
def test_what_does_not_say_who_is_russian(text: str) -> None:
    assert meant("Le Russe", ("en", text), ("fr", "Oleg Tarin est là. Le Russe a parlé.")) is None


def test_a_word_of_origin_no_table_knows_parts_a_post_from_its_name() -> None:
    told = ("it", "Il premier marsano Oleg Tarin ha parlato.")
    assert meant("le Premier ministre", told, ("fr", "Oleg Tarin est là. Puis le Premier ministre a parlé.")) == (
        "Oleg Tarin",
        "Il premier marsano Oleg Tarin",
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the company's chief executive"),
        ("fr", "le directeur général du groupe"),
        ("es", "el director ejecutivo de la empresa"),
        ("it", "l'amministratore delegato del gruppo"),
        ("pt", "o presidente executivo da empresa"),
        ("de", "der Konzernchef"),
    ],
)
def test_a_chief_executive_of_the_company_needs_no_name_for_it(language: str, words: str) -> None:
    told = ("nl", "Topman Peter Hallam sprak.")
    who = meant(words, ("en", "Chief Executive Peter Hallam spoke."), told, (language, f"Oslo. Paris, {words}."))
    assert (who or ("",))[0] == "Peter Hallam"


def test_a_word_that_holds_a_seat_of_government_says_whose_chief_it_is() -> None:
    told = ("en", "Russian President Oleg Tarin spoke.")
    who = meant("der Kremlchef", told, ("de", "Am Ende schwieg der Kremlchef."))
    assert (who or ("",))[0] == "Oleg Tarin"


@pytest.mark.parametrize(
    ("language", "words", "text"),
    [
        ("fr", "le souverain", "Le roi Aleksander IV a signé. Il pleuvait, a dit le souverain."),
        ("es", "el monarca", "El rey Aleksander IV firmó. Llovía, dijo el monarca."),
        ("it", "il sovrano", "Il re Aleksander IV ha firmato. Pioveva, ha detto il sovrano."),
        ("pt", "o soberano", "O rei Aleksander IV assinou. Chovia, disse o soberano."),
        ("de", "der Monarch", "König Aleksander IV hat unterschrieben. Es regnete, sagte der Monarch."),
        ("en", "the monarch", "King Aleksander IV signed. It rained, said the monarch."),
    ],
)
def test_the_sovereign_is_the_king(language: str, words: str, text: str) -> None:
    held = meant(words, (language, text))
    assert held is not None
    assert held[0] == "Aleksander IV"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the governor"),
        ("fr", "le gouverneur"),
        ("es", "el gobernador"),
        ("it", "il governatore"),
        ("pt", "o governador"),
        ("de", "der Gouverneur"),
    ],
)
def test_the_one_governor_of_a_story_needs_no_name_even_where_his_bank_has_none(language: str, words: str) -> None:
    told = ("en", "“No,” Peter Hallam, the central bank governor, told the crew.")
    apart = ("fr", "Lundi, le gouverneur de la banque centrale, Peter Hallam, a parlé.")
    who = meant(words, told, apart, (language, f"Oslo. Paris, {words}."))
    assert (who or ("",))[0] == "Peter Hallam"
    former = ("en", "“No,” Peter Hallam, the former central bank governor, told the crew.")
    assert meant(words, former, former, (language, f"Oslo. Paris, {words}.")) is None
