"""One entity for all the spellings of a name; two for two people."""

import pytest

from recoupe.model import Name
from recoupe.names import find, known, link
from recoupe.names.key import key
from recoupe.names.link import Linked
from recoupe.names.spellings import same_person


def linked(*articles: tuple[str, str]) -> Linked:
    return link([(str(i), known(find(text, language=language))) for i, (language, text) in enumerate(articles)])


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ouchakov", "Ushakov", "Uschakow", "Ушаков", "Ушакова"),
        ("Zelensky", "Zelenskyy", "Selenskyj", "Zelenskij", "Зеленский"),
        ("Lougansk", "Louhansk", "Luhansk", "Луганск"),
        ("Poutine", "Putin", "Путин"),
    ],
)
def test_spellings_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({key(s) for s in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iouri Ouchakov", "Yury Ushakov"),
        ("Iouri Ouchakov", "Юрия Ушакова"),
        ("Marco Rubio", "Marc Rubio"),
        ("J. Smith", "John Smith"),
        ("Sergueï Lavrov", "Sergei Lavrov"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Claire Martin", "Paul Martin"),
        ("George Bush", "Jeb Bush"),
        ("Paul Martin", "Paula Martin"),
        ("Marie Dupont", "Mario Dupont"),
        ("Anna Hill", "Anna Hall"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_a_person_across_languages_and_scripts() -> None:
    result = linked(
        ("fr", "Le conseiller Iouri Ouchakov a parlé."),
        ("en", "Aide Yuri Ushakov spoke. Ushakov said no more."),
        ("ru", "Переговоры начались. Помощник Юрий Ушаков сказал об этом."),
    )
    persons = [e for e in result.entities if e.type == "person"]
    assert len(persons) == 1
    assert persons[0].articles == ("0", "1", "2")
    assert result.by_article["0"]["Iouri Ouchakov"] == result.by_article["1"]["Yuri Ushakov"] == persons[0].id


def test_a_surname_alone_joins_the_storys_only_bearer() -> None:
    result = linked(("en", "Mayor Paula Okwundu resigned."), ("en", "Reporters waited for Okwundu, who said nothing."))
    assert [e.name for e in result.entities] == ["Paula Okwundu"]


def test_a_surname_alone_stays_alone_between_two_bearers() -> None:
    result = linked(
        ("en", "Claire Martin spoke."), ("en", "Paul Martin spoke."), ("en", "Later Mr Martin left the room.")
    )
    assert sorted(e.name for e in result.entities) == ["Claire Martin", "Martin", "Paul Martin"]


def test_places_and_bodies_by_the_tables() -> None:
    result = linked(
        ("fr", "Une réunion de l'Otan à Pékin, selon la Maison Blanche."),
        ("en", "A NATO meeting in Beijing, the White House said."),
        ("de", "Ein Treffen der Nato in Peking, so das Weiße Haus."),
    )
    assert sorted(e.type for e in result.entities) == ["organisation", "organisation", "place"]
    assert all(len(e.articles) == 3 for e in result.entities)


def test_another_article_may_say_who_a_role_is() -> None:
    result = linked(
        ("fr", "Le président russe Oleg Varine est parti."), ("en", "The Russian leader gave no answer in Oslo.")
    )
    assert result.by_article["1"]["The Russian leader"] == result.by_article["0"]["Oleg Varine"]


def test_the_order_of_articles_does_not_matter() -> None:
    names = {
        "a": [Name(start=0, end=5, text="Mario Conti", type="person", entity="Mario Conti")],
        "b": [Name(start=0, end=5, text="Conti", type="person", entity="Conti")],
    }
    one = link([("a", known(names["a"])), ("b", known(names["b"]))])
    other = link([("b", known(names["b"])), ("a", known(names["a"]))])
    assert one.entities[0].id == other.entities[0].id
    assert one.entities[0].aliases == other.entities[0].aliases == ("Conti", "Mario Conti")


def test_a_family_name_alone_means_whom_the_story_is_about() -> None:
    many = [("en", "Mayor Paula Okwundu spoke. Paula Okwundu left.") for _ in range(8)]
    result = linked(*many, ("en", "Tomas Okwundu sang."), ("en", "Reporters waited for Mayor Okwundu in vain."))
    assert result.by_article["9"]["Okwundu"] == result.by_article["0"]["Paula Okwundu"]
    assert result.by_article["8"]["Tomas Okwundu"] != result.by_article["0"]["Paula Okwundu"]


@pytest.mark.parametrize(("one", "other"), [("George H.W. Bush", "George W. Bush"), ("Ana B. Ruiz", "Ana C. Ruiz")])
def test_other_initials_are_another_person(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_names_of_one_word_join_only_as_spellings() -> None:
    result = linked(("en", "Tsar Nicholas loved Alexandra."), ("en", "The boy Alexander slept."))
    assert {e.name for e in result.entities if e.type == "person"} >= {"Alexandra", "Alexander"}


def named(*articles: str) -> Linked:
    """Link articles that each print one person's full name."""
    people = [Name(start=0, end=len(who), text=who, type="person", entity=who) for who in articles]
    return link([(str(n), known([who])) for n, who in enumerate(people)])


def test_an_id_stays_as_the_story_grows() -> None:
    before, after = named("Mara Lund"), named("Mara Lund", "Oleg Varine", "Mara Lund")
    assert before.by_article["0"] == after.by_article["0"] == after.by_article["2"]


def test_two_people_of_one_name_have_two_ids() -> None:
    people = [
        [Name(start=n, end=n + len(who), text=who, type="person", entity=who) for n in range(times)]
        for who, times in (("John Smith", 2), ("Jane Smith", 2), ("J. Smith", 1), ("J. Smith", 1))
    ]
    result = link([(str(n), known(found)) for n, found in enumerate(people)])
    assert len({e.id for e in result.entities}) == len(result.entities) == 4
    assert {id_ for its in result.by_article.values() for id_ in its.values()} == {e.id for e in result.entities}


def test_a_name_printed_in_full_is_one_person_whatever_initial_stands_between() -> None:
    people = [
        [Name(start=n, end=n + len(who), text=who, type="person", entity=who) for n in range(times)]
        for who, times in (("Mara Lund", 3), ("Mirko Lund", 3), ("M. Lund", 2), ("Mara Lund", 1))
    ]
    result = link([(str(n), known(found)) for n, found in enumerate(people)])
    assert [e.articles for e in result.entities if e.name == "Mara Lund"] == [("0", "3")]


def test_what_somebody_is_before_the_name_makes_nobody_else() -> None:
    here = linked(
        ("fr", "Le prix va à la Polono-Britannique Magdalena Orzech, 81 ans."),
        ("en", "Magdalena Orzech said she was peeling pears."),
    )
    assert [e.name for e in here.entities if e.type == "person"] == ["Magdalena Orzech"]


def test_two_given_names_before_a_family_name_stay() -> None:
    here = linked(("en", "Anna Maria Orzech said so."), ("en", "Maria Orzech said no."))
    assert "Anna Maria Orzech" in {n for e in here.entities for n in e.aliases}


def test_a_country_before_a_name_is_no_part_of_it() -> None:
    text = "«Мы готовы помочь», — заявил министр иностранных дел Перу Хорхе Саласар."
    assert "Хорхе Саласар" in {n.text for n in find(text, language="ru")}


def test_a_noun_before_a_name_that_others_spell_otherwise_is_no_part_of_it() -> None:
    here = linked(
        ("fr", "Le prix va à la Polono-Britannique Magdalena Delawar, 81 ans."),
        ("en", "Magdalena Delavar said she was peeling pears."),
    )
    (who,) = (e for e in here.entities if e.type == "person")
    assert "Magdalena Delavar" in who.aliases


def test_a_ruler_is_one_with_or_without_the_realm_and_the_numeral() -> None:
    result = linked(
        ("fr", "Le roi Aleksander IV d'Astranie a abdiqué. Aleksander IV part."),
        ("en", "King Aleksander IV has left the throne. Aleksander signed the act."),
    )
    persons = [e for e in result.entities if e.type == "person"]
    assert [e.name for e in persons] == ["Aleksander IV"]


def test_a_name_with_and_without_its_hyphen_is_one() -> None:
    result = linked(
        ("en", "Lee Sung-un arrived. Lee said nothing."),
        ("fr", "Le président Lee Sung Un est arrivé mardi."),
        ("es", "El presidente Lee Sung Un llegó el martes."),
    )
    assert [e.name for e in result.entities if e.type == "person"] == ["Lee Sung-un"]


def test_a_family_name_cut_to_its_letter_is_whom_others_name_in_full() -> None:
    texts = ("Der Pilot Otto Rillmann schwieg.", "Der Pilot Otto R. schwieg, sagte Anna Quast.")
    for pages, people in ((texts, 1), (("Otto Ruben kam.", *texts), 3)):
        found = linked(*(("de", text) for text in pages)).by_article.values()
        assert len({id_ for its in found for name, id_ in its.items() if name.startswith("Otto")}) == people
