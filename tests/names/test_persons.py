"""One person by all that a story calls them; two of one name."""

from recoupe.model import Name
from recoupe.names import find, known, link
from recoupe.names.link import Linked


def linked(*articles: tuple[str, str]) -> Linked:
    return link([(str(i), known(find(text, language=language))) for i, (language, text) in enumerate(articles)])


def test_a_surname_alone_joins_the_storys_only_bearer() -> None:
    result = linked(("en", "Mayor Paula Okwundu resigned."), ("en", "Reporters waited for Okwundu, who said nothing."))
    assert [e.name for e in result.entities] == ["Paula Okwundu"]


def test_a_surname_alone_stays_alone_between_two_bearers() -> None:
    result = linked(
        ("en", "Claire Martin spoke."), ("en", "Paul Martin spoke."), ("en", "Later Mr Martin left the room.")
    )
    assert sorted(e.name for e in result.entities) == ["Claire Martin", "Martin", "Paul Martin"]


def test_a_family_name_alone_means_whom_the_story_is_about() -> None:
    many = [("en", "Mayor Paula Okwundu spoke. Paula Okwundu left.") for _ in range(8)]
    result = linked(*many, ("en", "Tomas Okwundu sang."), ("en", "Reporters waited for Mayor Okwundu in vain."))
    assert result.by_article["9"]["Okwundu"] == result.by_article["0"]["Paula Okwundu"]
    assert result.by_article["8"]["Tomas Okwundu"] != result.by_article["0"]["Paula Okwundu"]


def test_names_of_one_word_join_only_as_spellings() -> None:
    result = linked(("en", "Tsar Nicholas loved Alexandra."), ("en", "The boy Alexander slept."))
    assert {e.name for e in result.entities if e.type == "person"} >= {"Alexandra", "Alexander"}


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
