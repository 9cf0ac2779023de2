"""Who goes on speaking where a verb has no subject, and who cannot be the one: cited, spoken to, or spoken of."""

from __future__ import annotations

import pytest
from tests.quotes.test_speakers import spoken


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Que Otto Valk se marche es lo mejor, explicó Ana Pons. «No habrá otro», afirmó.", "es"),
        ("Que Otto Valk saia é o melhor, explicou Ana Pons. «Não haverá outro», afirmou.", "pt"),
        ("Che Otto Valk se ne vada è meglio, ha spiegato Ana Pons. «Non ce n'è un altro», ha detto.", "it"),
    ],
)
def test_a_verb_without_a_subject_is_of_who_spoke_in_the_sentence_before(text: str, language: str) -> None:
    assert [who for who, _ in spoken(text, language, "Otto Valk", "Ana Pons")] == ["Ana Pons"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El notario duda de que Ana Pons venda el molino. «No le hace falta», comenta.", "es"),
        ("O notário duvida de que Ana Pons venda o moinho. «Não precisa», comenta.", "pt"),
    ],
)
def test_whom_a_clause_is_about_is_not_who_goes_on(text: str, language: str) -> None:
    assert "Ana Pons" not in [who for who, _ in spoken(text, language, "Ana Pons")]


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("La guía contó que Ana Pons juró que el mapa ardió. «Yo lo guardé», dijo.", "es", "La guía"),
        ("A guia contou que Ana Pons garantiu que o mapa ardeu. «Eu guardei-o», disse.", "pt", "A guia"),
    ],
)
def test_who_is_cited_by_another_does_not_go_on(text: str, language: str, who: str) -> None:
    assert [said for said, _ in spoken(text, language, "Ana Pons")] == [who]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“We lack sand,” said, for her part, Ann Poe, head of the guild.", "en"),
        ("« Le sable manque », regrette, pour sa part, Ann Poe, cheffe de la guilde.", "fr"),
        ("„Uns fehlt Sand“, sagte ihrerseits Ann Poe, Chefin der Gilde.", "de"),
        ("«Falta arena», lamenta, por su parte, Ann Poe, jefa del gremio.", "es"),
        ("«Manca la sabbia», lamenta, da parte sua, Ann Poe, capo della gilda.", "it"),
        ("«Falta areia», lamenta, por sua vez, Ann Poe, chefe da guilda.", "pt"),
    ],
)
def test_a_set_phrase_between_commas_parts_a_verb_from_who_speaks(text: str, language: str) -> None:
    assert [who for who, _ in spoken(text, language, "Ann Poe")] == ["Ann Poe"]


@pytest.mark.parametrize(
    ("text", "language", "media"),
    [
        ("Otto Valk llegó tarde. «Faltan remos», dijo a la cadena Velmar.", "es", "Velmar"),
        ("Otto Valk chegou tarde. «Faltam remos», disse à rede Velmar.", "pt", "Velmar"),
        ("Otto Valk è arrivato tardi. «Mancano remi», ha detto alla rete Velmar.", "it", "Velmar"),
    ],
)
def test_to_whom_it_is_said_does_not_say_it(text: str, language: str, media: str) -> None:
    assert media not in [who for who, _ in spoken(text, language)]


def test_who_hands_words_out_does_not_say_them() -> None:
    text = "«Não há pressa», disse num bilhete guardado pela viúva do faroleiro de Porto Rill, Otto Valk."
    assert spoken(text, "pt") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sulla porta pendeva un cartello per Otto Valk: «Chiudi la chiusa di notte».", "it"),
        ("There was a board for Otto Valk by the door: “Shut the lock at night, please.”", "en"),
    ],
)
def test_whom_a_preposition_governs_does_not_speak_behind_a_colon(text: str, language: str) -> None:
    assert "Otto Valk" not in [who for who, _ in spoken(text, language, "Otto Valk")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ann Poe left early. “My oars went to Ann Poe,” said the chancellor.", "en"),
        ("Ann Poe est partie tôt. « Mes rames sont chez Ann Poe », a dit la ministre.", "fr"),
    ],
)
def test_nobody_names_himself_in_what_he_says(text: str, language: str) -> None:
    assert "Ann Poe" not in [who for who, _ in spoken(text, language, "Ann Poe")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Devant un « vieux » bac de pêcheurs, « rien ne bouge avant midi », note Ann Poe.", "fr"),
        ("Ante una «vieja» barca de pescadores, «nada se mueve hasta las doce», cree Ann Poe.", "es"),
    ],
)
def test_words_behind_an_aside_in_marks_are_not_the_subject(text: str, language: str) -> None:
    assert {who for who, _ in spoken(text, language, "Ann Poe")} == {"Ann Poe"}
