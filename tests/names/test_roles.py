"""Roles that stand for a person."""

from recoupe.names import find


def roles(text: str, language: str) -> list[tuple[str, str]]:
    return [(n.text, n.entity) for n in find(text, language=language) if n.role]


def test_an_apposition_teaches_who_holds_a_role() -> None:
    text = "Le chancelier allemand Jonas Brandt est arrivé à Oslo. Le chancelier allemand a refusé de parler."
    assert roles(text, "fr")[-1] == ("Le chancelier allemand", "Jonas Brandt")


def test_another_word_for_the_leader_of_the_same_country() -> None:
    text = "Le président russe Oleg Varine a parlé. Le chef du Kremlin n'a rien promis."
    assert roles(text, "fr")[-1] == ("Le chef du Kremlin", "Oleg Varine")


def test_a_role_nobody_holds_is_itself() -> None:
    assert roles("Le ministre polonais de la Défense viendra demain.", "fr") == [
        ("Le ministre polonais de la Défense", "Le ministre polonais de la Défense")
    ]


def test_two_leaders_of_one_country_leave_the_role_open() -> None:
    text = "The Polish president Jan Nowik met the Polish prime minister Ewa Sokol. The Polish leader left early."
    assert roles(text, "en")[-1] == ("The Polish leader", "The Polish leader")


def test_a_former_adviser_is_the_one_named_before() -> None:
    text = "Rose Hallen, la conseillère de la présidence, a témoigné. « Non », raconte l'ancienne conseillère."
    assert roles(text, "fr")[-1] == ("l'ancienne conseillère", "Rose Hallen")


def test_a_list_is_no_apposition() -> None:
    text = "Une rencontre entre le président russe, Anna Brun et elle-même."
    assert ("le président russe", "Anna Brun") not in roles(text, "fr")


def test_a_name_before_the_subject_is_no_apposition() -> None:
    text = "Pour Oleg Varine, le président américain a trop attendu."
    assert roles(text, "fr") == [("le président américain", "le président américain")]


def test_a_minister_is_not_the_president() -> None:
    text = "French President Luc Morel spoke. The French defence minister did not."
    assert roles(text, "en")[-1] == ("The French defence minister", "The French defence minister")
