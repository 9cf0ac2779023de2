"""Names of one article. All events and most people here are invented."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.names import find

WORDS = [
    "Le",
    "chef",
    "du",
    "Kremlin",
    "Pékin",
    "Ana",
    "d'Arc",
    "de",
    "M.",
    "-",
    ",",
    ".",
    "\n",
    "Ã³",
    "l'",
    "New York",
    "l’Otan",
]


def kinds(text: str, language: str) -> dict[str, str]:
    return {n.text: n.type for n in find(text, language=language) if not n.role}


def test_titles_are_no_part_of_a_name() -> None:
    found = kinds(
        "La rencontre a duré deux heures. M. Karsenti a salué le Premier ministre britannique Alan Foxley.", "fr"
    )
    assert found == {"Karsenti": "person", "Alan Foxley": "person"}


def test_places_bodies_and_people_of_a_sentence() -> None:
    text = "Hier à Zaporijjia, l'Otan et le Kremlin ont répondu à Claire Martin, selon l'AFP."
    assert kinds(text, "fr") == {
        "Zaporijjia": "place",
        "Otan": "organisation",
        "Kremlin": "organisation",
        "Claire Martin": "person",
        "AFP": "organisation",
    }


def test_the_first_word_of_a_sentence_is_not_glued_to_a_name() -> None:
    found = kinds(
        "Selon Moscou, rien n'est fait. Mercredi, Pierre Vauclin est parti. Mais Pierre Vauclin revient.", "fr"
    )
    assert found == {"Moscou": "place", "Pierre Vauclin": "person"}


def test_a_common_word_at_the_start_is_no_name() -> None:
    assert kinds("Residents fled. Schools were shut. Hundreds gathered outside.", "en") == {}


def test_a_word_seen_mid_sentence_is_a_name_at_the_start_too() -> None:
    found = [n.text for n in find("Votes went to Mr Okwundu on Monday. Okwundu lost anyway.", language="en")]
    assert found.count("Okwundu") == 2


def test_a_surname_alone_is_the_one_full_name_of_the_article() -> None:
    names = find("Paula Okwundu arrived on Monday. Okwundu said the talks went well.", language="en")
    assert [n.entity for n in names if not n.role] == ["Paula Okwundu", "Paula Okwundu"]


def test_two_bearers_of_a_surname_stay_apart() -> None:
    names = find("Claire Martin met Paul Martin in Lyon. Martin said nothing.", language="en")
    assert [n.entity for n in names if n.type == "person"] == ["Claire Martin", "Paul Martin", "Martin"]


def test_possessive_and_compound_end_the_name() -> None:
    assert kinds("It was Ukraine's worst day, a Berlin-based group told Reuters.", "en") == {
        "Ukraine": "place",
        "Berlin": "place",
        "Reuters": "organisation",
    }


def test_organisations_by_their_head_and_tail() -> None:
    found = kinds("She left the Ministry of Foreign Affairs for Harrow Mining Ltd, near Lake Turkana.", "en")
    assert found == {
        "Ministry of Foreign Affairs": "organisation",
        "Harrow Mining Ltd": "organisation",
        "Lake Turkana": "place",
    }


def test_laws_and_treaties_are_no_names_of_this_kind() -> None:
    assert kinds("They cited the Treaty of Harwick and the Clean Water Act.", "en") == {}


def test_a_headline_in_capitals_gives_only_what_the_article_knows() -> None:
    text = "Okwundu Greets Mayor After Record Storm in Lagos\nPaula Okwundu met the mayor. The storm hit Lagos."
    found = kinds(text, "en")
    assert found == {"Okwundu": "person", "Lagos": "place", "Paula Okwundu": "person"}


def test_german_nouns_are_no_names() -> None:
    found = kinds("Der Zug fuhr am Freitag nach Berlin. Außenministerin Petra Holm sprach mit der Zeitung.", "de")
    assert found == {"Berlin": "place", "Petra Holm": "person"}


def test_spanish_names_with_a_particle() -> None:
    found = kinds("El juez Pedro Herrera de Toledo declaró ayer en Sevilla.", "es")
    assert found == {"Pedro Herrera de Toledo": "person", "Sevilla": "place"}


def test_mojibake_is_read_and_its_offsets_kept() -> None:
    text = "El ministro visitÃ³ MÃ¡laga con JosÃ© Ruiz."
    names = find(text, language="es")
    assert [(n.text, n.type) for n in names] == [("MÃ¡laga", "place"), ("JosÃ© Ruiz", "person")]
    assert all(text[n.start : n.end] == n.text for n in names)


def test_text_cut_into_tokens_keeps_hyphenated_names() -> None:
    assert kinds("Officers said Wong Kai - lun , 43 , was found in Taipei .", "en") == {
        "Wong Kai - lun": "person",
        "Taipei": "place",
    }


@pytest.mark.parametrize("language", ["fr", "en", "es", "de", "it", "pt", "ru", "xx", None])
def test_every_language_takes_an_empty_text(language: str | None) -> None:
    assert find("", language=language) == []


@settings(max_examples=150)
@given(st.text(max_size=120), st.sampled_from(["fr", "en", "de", "es", None]))
def test_spans_are_inside_the_text_and_the_same_each_time(text: str, language: str | None) -> None:
    names = find(text, language=language)
    assert all(0 <= n.start < n.end <= len(text) and text[n.start : n.end] == n.text for n in names)
    plain = [n for n in names if not n.role]
    assert all(a.end <= b.start for a, b in pairwise(plain))
    assert names == find(text, language=language)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_order_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    assert all(text[n.start : n.end] == n.text for n in find(text, language="fr"))


def test_a_bodys_head_written_small_belongs_to_it() -> None:
    found = kinds("Hier, le ministère danois de la Défense a démenti.", "fr")
    assert found == {"ministère danois de la Défense": "organisation"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Selon la porte-parole des garde-côtes, Marvelan, le capitaine a appelé.", "Marvelan"),
        ("en", "The coastguard's spokeswoman, Marvelan, said the captain had called.", "Marvelan"),
    ],
)
def test_a_name_between_commas_behind_a_role_is_a_person(language: str, text: str, name: str) -> None:
    assert (name, "person") in [(n.text, n.type) for n in find(text, language=language) if not n.role]


def test_a_preposition_before_a_common_noun_joins_no_body() -> None:
    text = "Der Bus kam nach Angaben der Polizei von der Fahrbahn ab."
    assert all("Fahrbahn" not in n.text for n in find(text, language="de"))


def test_a_name_says_what_spoke_for_it() -> None:
    """`rule` has the type, the sum and the evidence, so that `--explain` can show them."""
    mayor, body = find("Yesterday Mayor Paula Okwundu wrote to the Harbour Board.", language="en", explain=True)
    assert mayor.rule.startswith("person ")
    assert "title before: mayor" in mayor.rule
    assert "given name" in mayor.rule
    assert body.rule.startswith("organisation ")
    assert "head or tail of a body" in body.rule


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        # The first word of a sentence: its capital says nothing, the dictionary and the lists of names do.
        ("Motorists were told to wait. Pilgrims told a paper otherwise.", []),
        ("Lubanga is president of the club. Vasconcelos walked away.", ["Lubanga", "Vasconcelos"]),
        ("Contacted, Farid Oumarou gave no answer.", ["Farid Oumarou"]),
        ("The harbour of Hong Kong stayed shut.", []),
    ],
)
def test_words_of_the_dictionary_are_no_persons(text: str, persons: list[str]) -> None:
    assert [n.text for n in find(text, language="en") if n.type == "person" and not n.role] == persons


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Coordinator of the Lakeside Growers Forum Nadia Okello spoke.", ["Nadia Okello"]),
        ("The ambassador to Jordan Carlos Okello spoke.", ["Carlos Okello"]),
        ("Members of the Harbour Party and Carlos Okello spoke.", ["Carlos Okello"]),
        ("Under President José Eduardo dos Santos prices rose.", ["José Eduardo dos Santos"]),
        ("Remember Carlos Okello? Nobody does.", ["Carlos Okello"]),
        ("Costa Rican politicians and Sri Lankan players met.", []),
        ("Late in life he turned to Islam and wrote on Islamophobia.", []),
    ],
)
def test_where_a_persons_name_begins_and_ends(text: str, persons: list[str]) -> None:
    assert [n.text for n in find(text, language="en") if n.type == "person" and not n.role] == persons


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry Nelvina left at noon. Later the Nelvina turned back, and Nelvina sank."),
        ("en", "Cyclone Nelvina reached the coast. Nelvina said nothing of its plans."),
        ("fr", "Le ferry « Nelvina » est parti. Nelvina a coulé."),
        ("es", "El ciclón Nelvina tocó tierra. Nelvina dejó dos muertos."),
        ("de", "Der Hurrikan Nelvina zog weiter. Nelvina kam zurück."),
        ("it", "La motonave Nelvina è partita. Nelvina è affondata."),
        ("pt", "O furacão Nelvina chegou. Nelvina perdeu força."),
        ("en", "NOTHING was said. WATCH LIVE as it happens."),
    ],
)
def test_ships_storms_and_shouts_are_no_names(language: str, text: str) -> None:
    assert [n.text for n in find(text, language=language)] == []


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Selon la Ligue nationale de voile, la course est annulée.", ["Ligue nationale de voile"]),
        ("fr", "Le Parti écologiste a voté contre.", ["Parti écologiste"]),
        ("es", "La Federación española de vela calló.", ["Federación española de vela"]),
        ("it", "La Chiesa ortodossa ha risposto.", ["Chiesa ortodossa"]),
        ("pt", "A Liga Marítima reuniu-se.", ["Liga Marítima"]),
        ("de", "Er spielte beim FC Hafenstadt und gegen Dinamo Uferheim.", ["FC Hafenstadt", "Dinamo Uferheim"]),
        ("de", "Das Album erschien bei Harbour Records.", ["Harbour Records"]),
        ("en", "He left the Harbour City Lakers.", ["Harbour City Lakers"]),
        ("it", "Un edificio del XIV secolo.", []),
    ],
)
def test_bodies_with_adjectives_clubs_and_foreign_companies(language: str, text: str, names: list[str]) -> None:
    assert [n.text for n in find(text, language=language) if n.type == "organisation"] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Damit ist der Prozess gegen den Unternehmer Edgar Larrieu zu Ende gegangen.", "Edgar Larrieu"),
        ("Gestern begleitete er Anna Meier zu Fuß nach Hause.", "Anna Meier"),
        ("Gestern sprach der Minister Karl-Theodor zu Rabenstein mit der Presse.", "Karl-Theodor zu Rabenstein"),
    ],
)
def test_a_particle_before_a_noun_of_the_language_carries_no_name_on(text: str, name: str) -> None:
    assert [n.text for n in find(text, language="de") if n.type == "person"] == [name]


@pytest.mark.parametrize(
    ("language", "text", "persons"),
    [
        ("de", "Am Montag sprach Ursula von der Hardt in Brüssel.", ["Ursula von der Hardt"]),
        (
            "de",
            "Der Kronprinz Mohammed bin Salman empfing Hans-Peter von der Heide.",
            ["Mohammed bin Salman", "Hans-Peter von der Heide"],
        ),
        ("de", "Der Trainer Jost van der Beck verlässt den Verein.", ["Jost van der Beck"]),
        ("de", "Ein Mitarbeiter von der Post sprach mit Peter zu Hause.", []),
        ("de", "Nach Angaben von der Polizei war der Hafen leer.", []),
        (
            "fr",
            "Dominique de La Tournerie et Jean-Yves Le Drézen ont signé.",
            ["Dominique de La Tournerie", "Jean-Yves Le Drézen"],
        ),
        ("fr", "La présidente a rencontré Jost van der Beck à Bruxelles.", ["Jost van der Beck"]),
        ("en", "Jost van der Beck met Abdullah al-Rashid on Monday.", ["Jost van der Beck", "Abdullah al-Rashid"]),
        ("en", "A lorry of the Harbour van Company stood there.", []),
        (
            "es",
            "Juan Carlos de los Ríos y Louis van Gaal viajaron a Quito.",
            ["Juan Carlos de los Ríos", "Louis van Gaal"],
        ),
        ("it", "La presidente Elsa van den Berg ha parlato a Roma con la stampa.", ["Elsa van den Berg"]),
        ("it", "Alla cerimonia c'era anche il figlio di Carlo Alberto dalla Chiesa.", ["Carlo Alberto dalla Chiesa"]),
        (
            "pt",
            "Jost van der Beck reuniu-se com João Pedro dos Santos e Marcelo Rebelo de Sousa.",
            ["Jost van der Beck", "João Pedro dos Santos", "Marcelo Rebelo de Sousa"],
        ),
    ],
)
def test_particles_are_part_of_names(language: str, text: str, persons: list[str]) -> None:
    assert [n.text for n in find(text, language=language) if n.type == "person" and not n.role] == persons


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Non è mancato il brivido. Omayun Sedri, primo ministro del Varnal, è uscito."),
        ("en", "Omayun Sedri, prime minister of Varnal, walked out."),
    ],
)
def test_an_unknown_name_that_opens_a_sentence_is_a_person_s_with_a_role_behind_it(language: str, text: str) -> None:
    assert [n.text for n in find(text, language=language) if n.type == "person" and not n.role] == ["Omayun Sedri"]


@pytest.mark.parametrize(
    ("language", "text", "persons"),
    [
        ("fr", "Le ministre des Transports Anno Velkis promet une réponse.", ["Anno Velkis"]),
        ("it", "Il ministro dei Trasporti Anno Velkis promette una risposta.", ["Anno Velkis"]),
        ("es", "El ministro de Asuntos Exteriores Anno Velkis promete una respuesta.", ["Anno Velkis"]),
        ("pt", "O ministro dos Transportes Anno Velkis promete uma resposta.", ["Anno Velkis"]),
        ("fr", "Différents pour chaque culture (Elfes, Nains).", []),
    ],
)
def test_a_portfolio_before_a_name_is_no_part_of_it(language: str, text: str, persons: list[str]) -> None:
    assert [n.text for n in find(text, language=language) if n.type == "person" and not n.role] == persons


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Das sagt der Zeichner Anton Velkis.", {"Anton Velkis": "person"}),
        ("de", "Das sagt der Kranwart Anton Velkis.", {"Anton Velkis": "person"}),
        ("de", "Seine Tochter Katarina trat an.", {"Katarina": "person"}),
        ("de", "Im Blauen Saal war es still.", {"Blauen Saal": "place"}),
        ("de", "Es fielen 21 Schuss Salut.", {}),
        ("en", "Cabbie Martins Velkis, 47, had a fare.", {"Martins Velkis": "person"}),
    ],
)
def test_what_somebody_is_is_no_part_of_the_name(language: str, text: str, found: dict[str, str]) -> None:
    assert kinds(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("pt", "O avião do presidente dos EUA aterrou no domingo.", "EUA"),
        ("it", "Il presidente Usa si dice ottimista.", "Usa"),
        ("es", "Las autoridades de EE.UU. dijeron que no.", "EE.UU."),
        ("es", "Las autoridades de EE. UU. dijeron que no.", "EE. UU."),
    ],
)
def test_a_country_behind_a_post_is_no_person(language: str, text: str, country: str) -> None:
    assert [(n.text, n.type) for n in find(text, language=language) if not n.role] == [(country, "place")]


def test_two_joined_by_a_hyphen_are_nobody() -> None:
    text = "The Rill-Varn talks began. Anna Rill met Otto Varn-Rill on the France-Spain border and in Emilia-Romagna."
    assert [n.text for n in find(text, language="en")] == ["Anna Rill", "Otto Varn-Rill", "Emilia-Romagna"]


def test_a_country_before_a_name_is_no_part_of_it() -> None:
    text = "«Мы готовы помочь», — заявил министр иностранных дел Перу Хорхе Саласар."
    assert "Хорхе Саласар" in {n.text for n in find(text, language="ru")}
