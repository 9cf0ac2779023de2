"""One entity across articles: people, places and bodies, and who a role is."""

from recoupe.model import Name
from recoupe.names import find, known, link
from recoupe.names.link import Linked


def linked(*articles: tuple[str, str]) -> Linked:
    return link([(str(i), known(find(text, language=language))) for i, (language, text) in enumerate(articles)])


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


def test_a_family_name_used_again_and_again_is_not_of_the_relative_named_once() -> None:
    others = [("en", "President Karl Rill came. " + "Karl Rill spoke again. " * 9)] * 3
    own = ("en", "Rill spoke. Rill came. Rill left. Then Rill slept. His daughter, Anna Rill, sells hats.")
    result = linked(*others, own)
    who = {e.id: e.name for e in result.entities}
    assert {name: who[known] for name, known in result.by_article["3"].items()} == {
        "Rill": "Karl Rill",
        "Anna Rill": "Anna Rill",
    }
    once = ("en", "Rill spoke. Then Anna Rill, who sells hats, left.")
    assert linked(*others, once).by_article["3"].keys() == {"Anna Rill"}
