"""Who may speak: a wrong speaker is worse than none."""

from __future__ import annotations

import pytest
from tests.quotes.reported import heard

from recoupe.model import Name, Quote
from recoupe.quotes import find


def spoken(text: str, language: str, *persons: str) -> list[tuple[str, str]]:
    """Return (who, words in marks) of the speech whose speaker is known; `persons` are given wherever they stand."""
    return [
        (who(q), " / ".join(text[a:b].strip() for a, b in q.quoted or q.content))
        for q in known(text, language, *persons)
    ]


def known(text: str, language: str, *persons: str) -> list[Quote]:
    found = find(text, language=language, names=given(text, *persons))
    return [q for q in found if q.kind in ("direct", "mixed") and q.speaker and not q.use]


def given(text: str, *persons: str) -> tuple[Name, ...]:
    names = []
    for person in persons:
        at = text.find(person)
        while at >= 0:
            names.append(Name(start=at, end=at + len(person), text=person, type="person", entity=person))
            at = text.find(person, at + 1)
    return tuple(sorted(names, key=lambda n: n.start))


def who(quote: Quote) -> str:
    return quote.speaker[0].entity


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Au bout de trois heures, chacun a décrit des échanges « constructifs ».", "fr"),
        ("La séance a commencé à 13 heures. 18:54, disant que le port était « fermé ».", "fr"),
        ('They walked side by side to a podium reading "Harbour 2031".', "en"),
        ('Behind closed doors, the "two-on-two" talks began at noon.', "en"),
        ('IN BRIEF: "Ten out of ten for the new pier."', "en"),
        ("De son côté, on a évoqué un « retard » du chantier.", "fr"),
        ("Le conseil, qui répond : « La »", "fr"),
    ],
)
def test_nobody_who_cannot_speak(text: str, language: str) -> None:
    assert spoken(text, language) == []


def test_a_sentence_that_opens_with_a_capital_names_nobody() -> None:
    text = "Jeanne Aubrac a parlé du quai. Pas un mot sur la digue.\nElle pense rouvrir « très bientôt » le port."
    assert [w for w, _ in spoken(text, "fr", "Jeanne Aubrac")] == ["Jeanne Aubrac"]


def test_what_somebody_says_is_theirs() -> None:
    text = 'Poe\'s curt, short statement, after the vote, spoke of "great progress" on the quay.'
    assert [w for w, _ in spoken(text, "en", "Poe")] == ["Poe"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We will appeal,” Ann Poe's lawyer said.", "Ann Poe's lawyer"),
        ("“We will appeal,” said the lawyer of Ann Poe.", "the lawyer of Ann Poe"),
        ("“We will appeal,” an Ann Poe adviser said.", "an Ann Poe adviser"),
        ("“We will appeal,” said state officials.", "state officials"),
        ("“We will appeal,” Ann Poe, 47, said.", "Ann Poe"),
        ("“We will appeal,” said a former U.S. customs officer.", "a former U.S. customs officer"),
    ],
)
def test_a_name_inside_a_description_is_not_who_speaks(text: str, name: str) -> None:
    assert [w for w, _ in spoken(text, "en", "Ann Poe")] == [name]


def test_an_infinitive_that_opens_a_sentence_goes_on_with_the_speaker_before() -> None:
    text = "« Rien n'est perdu », a assuré Jeanne Aubrac. Avant de déclarer : « Le port rouvrira lundi matin. »"
    assert {w for w, _ in spoken(text, "fr", "Jeanne Aubrac")} == {"Jeanne Aubrac"}


def test_a_nationality_alone_is_the_one_person_of_that_country() -> None:
    text = "Le ministre norvégien Lars Holt et la ministre danoise Mette Krag ont dîné. Le Norvégien a dit « oui »."
    assert spoken(text, "fr", "Lars Holt", "Mette Krag")[0][0] == "Lars Holt"


def test_an_office_of_one_country_is_not_held_by_a_person_of_another() -> None:
    text = (
        "Le président norvégien Lars Holt a salué « un pas ». « C'est trop peu », a répondu le président du Danemark."
    )
    place = text.index("Danemark")
    denmark = Name(start=place, end=place + 8, text="Danemark", type="place", entity="Danemark")
    quotes = find(text, language="fr", names=(*given(text, "Lars Holt"), denmark))
    assert [who(q) for q in quotes if q.kind == "direct" and "trop peu" in text[slice(*q.content[0])]] == [
        "le président du Danemark"
    ]


def test_clauses_side_by_side_have_each_their_speaker() -> None:
    text = "Jeanne Aubrac a jugé la visite « utile », Luc Amadieu a parlé d'un entretien « franc »."
    assert spoken(text, "fr", "Jeanne Aubrac", "Luc Amadieu") == [("Jeanne Aubrac", "utile"), ("Luc Amadieu", "franc")]


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne Aubrac et Luc Amadieu se sont vus lundi pour un sommet dit « historique », leur premier.",
        "Jeanne Aubrac a parlé dix minutes devant un fond frappé des mots « Sauver la digue ».",
    ],
)
def test_what_is_called_or_written_on_a_thing_is_no_speech(text: str) -> None:
    assert spoken(text, "fr", "Jeanne Aubrac", "Luc Amadieu") == []


def test_lines_that_open_with_a_dash_are_speech_where_the_narrator_says_whose() -> None:
    text = (
        "Le quai est vide.\n— Nous attendons l'eau, dit Jeanne Aubrac. Elle vient.\n– Et après ? demande Luc Amadieu."
    )
    assert spoken(text, "fr", "Jeanne Aubrac", "Luc Amadieu") == [
        ("Jeanne Aubrac", "Nous attendons l'eau / Elle vient."),
        ("Luc Amadieu", "Et après ?"),
    ]


def test_a_list_with_dashes_is_no_dialogue() -> None:
    assert spoken("Au menu :\n— le pont de Marnac, refait en mai\n— la digue, selon le plan", "fr") == []


def test_a_person_of_the_sentence_before_gives_way_to_the_last_speaker_behind_a_preposition() -> None:
    text = (
        "« Je reviendrai », a dit Luc Amadieu. La visite s'est faite sans Paul Mercier. Il a promis un quai « neuf »."
    )
    assert {w for w, _ in spoken(text, "fr", "Luc Amadieu", "Paul Mercier")} == {"Luc Amadieu"}


def test_they_is_no_single_person_and_he_no_body() -> None:
    text = "“We lost the rope,” said Tom Rill. They called the night “endless”."
    assert [w for w, _ in spoken(text, "en", "Tom Rill")] == ["Tom Rill"]
    text = "“The pier is shut,” the Harbour Authority said. He added that “nobody was hurt”."
    at = text.index("Harbour")
    body = Name(start=at, end=at + 17, text="Harbour Authority", type="organisation", entity="Harbour Authority")
    assert [who(q) for q in find(text, language="en", names=(body,)) if q.kind == "mixed" and not q.use] == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "Zwei Züge sind zusammengestoßen, sagte die Polizei.", "die Polizei"),
        ("nl", "Twee treinen zijn gebotst, zei de politie.", "de politie"),
    ],
)
def test_a_whole_clause_before_the_verb_is_what_is_said(language: str, text: str, speaker: str) -> None:
    (quote,) = find(text, language=language)
    assert [s.name for s in quote.speaker] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "persons", "expected"),
    [
        ("fr", "Le ministre des Ports, Ann Poe, juge « bien trop tôt » une visite.", ("Ports", "Ann Poe"), "Ann Poe"),
        ("fr", "Il en faudrait dix, dit Ann Poe, du bureau de l'Ormée, qui veut « tout ».", ("Ann Poe",), "Ann Poe"),
        ("fr", "Ceux du Brat ont fini, dit leur chef, qui sort. Après, dit-il, « tout va ».", (), "leur chef"),
        ("es", '"Quedan cuatro y uno contesta", dijo un rescatista a la TV del puerto.', (), "un rescatista"),
        ("it", "Il ministro del Mare Otto Riga accusa «trecento violenti».", ("Il ministro del Mare",), "Otto Riga"),
        ("it", "Onde di dieci metri la notte scorsa, dice il capitano: «Mai visto un mare così».", (), "il capitano"),
        ("pt", "Dois homens morreram hoje, disse Rui Melo. São de Matos. «Há mais», frisou.", ("Matos",), "Rui Melo"),
        ("de", "Otto Rill saß. Sein Anwalt bestreitet das: „Mein Mandant hat gebremst“", ("Otto Rill",), "Sein Anwalt"),
    ],
)  # fmt: skip
def test_who_is_meant(language: str, text: str, persons: tuple[str, ...], expected: str) -> None:
    names = list(given(text, *persons))
    if language == "it" and persons:
        names = [Name(start=0, end=len(persons[0]), text=persons[0], type="person", entity=persons[0], role=True)]
    (quote,) = [q for q in find(text, language=language, names=names) if q.kind in ("direct", "mixed")]
    assert quote.speaker[0].entity == expected


def test_the_time_of_a_zone_is_nobody() -> None:
    text = "Otto Rill schwieg. Beginn war um 5 Uhr Brenzer Zeit, sie hörte es am Telefon: „Es wurde ganz still.“"
    assert "Uhr Brenzer Zeit" not in [w for w, _ in spoken(text, "de", "Otto Rill")]


def test_a_court_is_no_he() -> None:
    text = "Das Gericht in Ems glaubte dem Zeugen. „Man brachte es nachts“, sagte er."
    ems = Name(start=15, end=18, text="Ems", type="place", entity="Ems")
    said = [q for q in find(text, language="de", names=[ems]) if q.kind == "direct"]
    assert [(q.speaker[0].entity, q.use) for q in said] == [("er", "unknown")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Según la sentencia, Larrieu y sus socios se apropiaron de 214 millones de dólares.", "la sentencia"),
        ("Según la alcaldesa, Ana Ruiz, murieron 14 personas.", "Ana Ruiz"),
    ],
)
def test_a_name_behind_a_comma_is_set_beside_only_where_another_mark_closes_it(text: str, who: str) -> None:
    names = tuple(
        Name(start=at, end=at + len(name), text=name, type="person", entity=name)
        for name in ("Larrieu", "Ana Ruiz")
        if (at := text.find(name)) >= 0
    )
    (quote,) = find(text, language="es", names=names)
    assert quote.speaker[0].entity == who


@pytest.mark.parametrize(
    ("language", "persons", "text", "speaker"),
    [
        ("de", ("Einsatzleiter", "Henk Voss"), "„Wir löschen“, sagte Einsatzleiter Henk Voss dem WDR.", "Henk Voss"),
        (
            "de",
            ("Rill",),
            "Rill kam. „Es war spät“, sagte ein 52 Jahre alter Passagier am Telefon.",
            "ein 52 Jahre alter Passagier",
        ),
        ("de", ("Fraktion", "Anna Rill"), "Die Fraktion. Dazu Anna Rill: „Es gibt keinen Grund.“", "Anna Rill"),
        ("de", (), "Bald zitiert das Abendblatt den Minister mit den Worten: „Ich gehe davon aus.“", "den Minister"),
        ("de", (), "Am Sonntag zogen Schüler zum Rathaus und skandierten Sprüche wie „Falsch“.", "Schüler"),
        (
            "de",
            ("Otto Rill",),
            "Otto Rill, Chef der Organisation „Salzbund“ (SB), kommentierte die Wahl mit den Worten: „Kein Markt.“",
            "Otto Rill",
        ),
        (
            "fr",
            ("Corvelo", "Graça Brat"),
            "La maire de Vila do Corvelo, Graça Brat, assure que le port « n'a rien reçu du tout ».",
            "Graça Brat",
        ),
        (
            "fr",
            (),
            "La digue a cédé, selon des pompiers, qui parlent d'un « paysage de guerre ».",
            "des pompiers",
        ),
        (
            "en",
            ("Otto Rill",),
            "It was late when a rescue capsule said nothing and Otto Rill stepped out.\n“I am glad,” he told his wife.",
            "Otto Rill",
        ),
        (
            "en",
            ("Mary Poe",),
            "For Mary Poe, who runs the Blue Tide Grill on the quay, it was late. “We listened,” she said.",
            "Mary Poe",
        ),
        ("ar", (), "قال وزير النقل إن الميناء مغلق، وفق ما أعلنه وزير الصحة: «لا ماء في المدينة الآن».", "وزير الصحة"),
    ],
)  # fmt: skip
def test_who_speaks_by_the_order_of_the_words(language: str, persons: tuple[str, ...], text: str, speaker: str) -> None:
    assert speaker in [w for w, _ in spoken(text, language, *persons)]


def test_who_stands_behind_of_is_not_who_speaks() -> None:
    text = "Rill a été jugé par le tribunal d'Ems Calvo, qui a dénoncé une « tromperie »."
    assert spoken(text, "fr", "Ems Calvo") == [] or "Ems Calvo" not in [w for w, _ in spoken(text, "fr", "Ems Calvo")]


def test_a_small_word_before_an_adjective_makes_it_no_verb() -> None:
    text = "Jean Brat, élu et sénateur très critique de Luc Rill, affirme que « la mer monte »."
    assert {w for w, _ in spoken(text, "fr", "Jean Brat", "Luc Rill")} <= {"Jean Brat"}


def test_what_another_says_meanwhile_is_theirs() -> None:
    text = "The town council said it would send more boats, while the harbour office called the risk “low”."
    assert spoken(text, "en") == [("the harbour office", "low")]


def test_a_number_of_the_dead_says_nothing() -> None:
    text = "»Solche Dämme halten nicht«, sagt Veit Rill. »Das ist ein Glück.« Sieben Tote sind bisher bestätigt."
    assert {w for w, _ in spoken(text, "de", "Veit Rill")} == {"Veit Rill"}


def test_words_of_a_clause_behind_a_name_tell_nothing_of_its_gender() -> None:
    text = "Selon Anna Brat, qui dirige le port, « rien n'est sûr ». Le port est « saturé », a-t-elle ajouté."
    assert spoken(text, "fr", "Anna Brat") == [("Anna Brat", "rien n'est sûr"), ("Anna Brat", "saturé")]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Anna Rill leitet den Hafen. Auch die Leiterin der Werft, Olga Kolb, äußerte sich froh: „Es geht voran.“",
            "Es geht voran",
            "Olga Kolb",
        ),
        (
            "Bereits im Mai 2005 hatte Bürgermeisterin Anna Rill in einer Rede verkündet: „Wir bauen die Mole.“",
            "Wir bauen die Mole",
            "Anna Rill",
        ),
        (
            "In der Meldung auf der eigenen Seite wird Otto Rill wie folgt zitiert: „Wir kommen im Mai zurück.“",
            "Wir kommen im Mai",
            "Otto Rill",
        ),
        ("Passend zum Eis warnte die Leiterin: „Auf der Mole ist es glatt.“", "Auf der Mole", "Leiterin"),
        (
            "Als es hell wurde, griff der Lotse zum Funkgerät und rief: „Dreht sofort ab und wartet!“",
            "Dreht sofort ab",
            "Lotse",
        ),
        (
            "Nach Worten von Olga Kolb bringe das Klarheit. Der Senat hatte gehofft, dass die Mittel „in den Hafen "
            "fließen“ würden.",
            "in den Hafen",
            "Der Senat",
        ),
        (
            "Olga Kolb schwieg. „Die Mole war nicht sicher“, hatte Otto Rill damals gesagt und auf ein Amt gezeigt.",
            "Die Mole war",
            "Otto Rill",
        ),
        (
            "Otto Rill war zufrieden. Seine Antwort auf die Frage nach dem Hafen: „Wir bauen noch drei Jahre.“",
            "Wir bauen noch",
            "Otto Rill",
        ),
        ("In einem Gespräch mit Otto Rill sagte dieser, der Hafen sei „viel zu klein“.", "viel zu klein", "Otto Rill"),
        (
            "Den Ärger über Kolbs Äußerungen zeigt ein Plakat: „Wer hier baut, der baut auf Sand.“",
            "Wer hier baut",
            None,
        ),
    ],
)
def test_german_subjects_behind_the_verb(text: str, words: str, speaker: str | None) -> None:
    found = find(text, language="de", names=given(text, "Anna Rill", "Otto Rill", "Olga Kolb"))
    (quote,) = [q for q in found if q.kind != "indirect" and any(words in text[a:b] for a, b in q.content)]
    assert (quote.speaker[0].entity if quote.speaker else None) == speaker


def test_a_pronoun_of_a_language_whose_bodies_have_gender_may_be_the_body_before_it() -> None:
    text = "« On attend », dit Claude Ronsard. La banque, elle, se tait. Elle a annoncé que le quai rouvrirait."
    assert heard(text, "fr")[-1] == ("que le quai rouvrirait", "La banque")
    text = "« On attend », dit Claude Ronsard. Le banquier se tait. Elle a annoncé que le quai rouvrirait."
    assert heard(text, "fr")[-1] == ("que le quai rouvrirait", "Claude Ronsard")


@pytest.mark.parametrize(
    ("text", "language", "persons", "speaker"),
    [
        # the name a preposition follows is who speaks, not the body behind it
        (
            '"They cut salt in the same breath as jobs," said Ann Poe of the Salt Workers Guild.',
            "en", ("Ann Poe",), "Ann Poe",
        ),
        # the narrator inside the marks is heard before who spoke last
        (
            "L'exploitant affirme avoir donné l'alerte. « Personne n'a rien entendu, jure Rosa Pau, 58 ans. C'est le "
            "chien qui nous a réveillés. »",
            "fr", ("Rosa Pau",), "Rosa Pau",
        ),
        # a place opens the sentence before whose subject "il" is
        ("À Ems, le maire cherche des pelles. « Pas des discours, des pelles », répète-t-il.", "fr", (), "le maire"),
        # where nouns have capitals, what a woman is before her name
        (
            "„Wir sind auf dem Deich“, sagte Deichdirektorin Mara Pohl.",
            "de", ("Deichdirektorin", "Mara Pohl"), "Mara Pohl",
        ),
    ],
)  # fmt: skip
def test_the_head_of_the_phrase_speaks(text: str, language: str, persons: tuple[str, ...], speaker: str) -> None:
    assert {who for who, _ in spoken(text, language, *persons)} == {speaker}


@pytest.mark.parametrize(
    ("text", "language", "persons"),
    [
        # only the article of "L'autre" has a capital
        ("L'autre moitié va à la digue. « Je suis ravie », a-t-elle confié à la radio.", "fr", ()),
    ],
)  # fmt: skip
def test_a_pronoun_is_nobody_rather_than_anybody(text: str, language: str, persons: tuple[str, ...]) -> None:
    assert [who for who, _ in spoken(text, language, *persons) if who not in ("elle", "a-t-elle")] == []


def test_who_is_told_by_age_holds_no_office() -> None:
    text = "« On n'a rien entendu », jure Rosa Pau, 58 ans. Le chef de l'État a promis que « toute la vérité » sortira."
    assert ("Rosa Pau", "toute la vérité") not in spoken(text, "fr", "Rosa Pau")


def test_the_colon_of_a_clock_announces_no_speech() -> None:
    text = "El gerente repitió que la alarma sonó a la 01:55, que la sirena sonó “en todo el valle” y que nadie durmió."
    assert all(not words.startswith("55") for _, words in spoken(text, "es"))


def test_a_body_of_another_paragraph_says_nothing_more() -> None:
    text = "La casa dice che sono undici minuti.\nRestano le pere in cucina. «Ne ho mangiate abbastanza», scrive."
    assert "La casa" not in {who for who, words in spoken(text, "it") if words.startswith("Ne ho")}


def test_the_first_of_its_kind_says_nothing() -> None:
    text = "El gerente repitió que la primera alerta se envió a la 01:55 por “un evento de la naturaleza”."
    assert "la primera" not in {who for who, _ in spoken(text, "es")}


@pytest.mark.parametrize(
    ("text", "language", "persons", "speaker"),
    [
        ("« Je pars », a commenté de son côté M. Tadri.", "fr", ("Tadri",), "Tadri"),
        ("«Piangeva», dice al telefono la cugina, Anna Rilli.", "it", ("Anna Rilli",), "Anna Rilli"),
        ('"O sinal estava aberto", disse à TV local um entregador.', "pt", (), "um entregador"),
        ("« Ils avaient juré », soupire une commerçante.", "fr", (), "une commerçante"),
        ("« Le pont est coupé », a raconté un riverain joint par téléphone.", "fr", (), "un riverain"),
        ('"Han aguantado bien", bromeaba ayer su gerente, Pilar Lanza.', "es", ("Pilar Lanza",), "Pilar Lanza"),
        ("«Domani non lo sarà più», scommette un suo ministro.", "it", (), "un suo ministro"),
        (
            '"El río crece", expresó el anfitrión, el primer ministro Rustam Polar, quien leyó.',
            "es",
            ("Rustam Polar",),
            "Rustam Polar",
        ),
    ],
)
def test_the_subject_behind_the_verb_is_found(text: str, language: str, persons: tuple[str, ...], speaker: str) -> None:
    assert [w for w, _ in spoken(text, language, *persons)] == [speaker]


def test_behind_according_to_a_name_opens_the_clause() -> None:
    text = "Selon le rapport, le maire Rustam Polar, élu en 2031, a vu « la digue céder »."
    assert "le rapport" in [who(q) for q in find(text, language="fr", names=given(text, "Rustam Polar"))]


def test_he_is_no_place_named_behind() -> None:
    text = 'Owners insist. One pilot was less sure. "In the dark you go dark," he said.\n\nSalgora handles 90 calls.'
    names = (*given(text, "Salgora"),)
    assert [who(q) for q in find(text, language="en", names=names) if not q.use and q.kind == "direct"] == ["One pilot"]


def test_a_body_is_not_its_spokesman() -> None:
    text = "« Tout va bien », a dit le Kremlin. Dmitri Pankov, porte-parole du Kremlin, n'a rien dit."
    at = text.index("Kremlin")
    names = (
        Name(start=at, end=at + 7, text="Kremlin", type="organisation", entity="Kremlin"),
        *given(text, "Dmitri Pankov"),
    )
    assert [who(q) for q in find(text, language="fr", names=names) if q.speaker][:1] == ["Kremlin"]


def test_what_something_is_of_is_not_what_it_is() -> None:
    text = "Jaro, de l'Agence du Nord, s'est posée. « Le signal est revenu », indique l'agence."
    assert [w for w, _ in spoken(text, "fr", "Jaro")] == ["l'agence"]


def test_where_a_sheet_hangs_did_not_write_it() -> None:
    text = "La gare est loin. Sur le quai de Port Vieux, quelqu'un a laissé une feuille : « Et les pompes ? »"
    assert [w for w, _ in spoken(text, "fr")] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ann Poe : « Nous ne vendrons rien à personne », et « nous restons ici ».", "fr"),
        ('Ann Poe: "We will not sell it to anyone", and "we are staying here".', "en"),
    ],
)
def test_a_second_quotation_behind_a_colon_is_the_same_speakers(text: str, language: str) -> None:
    assert [speaker for speaker, _ in spoken(text, language, "Ann Poe")] == ["Ann Poe", "Ann Poe"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Poe gave up the throne. His daughter, 44, took the oath.\n“I had time,” she told Rill.", "His daughter"),
        ("On Tuesday the king opened a school. “Bees,” he said.\nLars Poe laughed.", "the king"),
        ("Poe left.\nBack at the gate, the painter had dried off. He said it had “rained”.", "the painter"),
        ("Ana Rill has a son. Her son met the crew. “It is late,” she said.", "Ana Rill"),
        ("Owners insist. One pilot who knows the river was less sure. “You go dark,” he said.", "One pilot"),
        ("Another patient I saw was in pain. “It is late,” he said.", "Another patient"),
    ],
)
def test_he_and_she_are_who_opens_the_sentence_before(text: str, speaker: str) -> None:
    names = ("Ana Rill",) if "Ana Rill" in text else ("Poe", "Rill")
    assert [who for who, _ in spoken(text, "en", *names)] == [speaker]


def test_a_person_named_long_before_is_no_he() -> None:
    text = "Lars Poe left.\n" + "The rain went on.\n" * 60 + "“It is late,” he said."
    assert [who for who, _ in spoken(text, "en", "Lars Poe")] == []


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("La directrice générale y voit un signe, parle de « respect ».", "fr", "La directrice générale"),
        (
            "O «sim» venceu com 50 votos, anunciou a comissão eleitoral faltavam 40 minutos para a uma.",
            "pt",
            "a comissão eleitoral",
        ),
        ("“O sinal estava verde”, disse um entregador de 23 anos.", "pt", "um entregador de 23 anos"),
    ],
)
def test_a_description_ends_before_a_clause_of_its_own(text: str, language: str, speaker: str) -> None:
    assert [who for who, _ in spoken(text, language)] == [speaker]


def test_a_minister_of_whom_one_is_named_before_is_not_who_spoke_last() -> None:
    text = (
        "Le bilan monte, a reconnu Otto Valk, chef des services. La motion visant Ana Rill a été repoussée. "
        "La ministre a promis de revoir l'aide « s'il le faut »."
    )
    assert [who for who, _ in spoken(text, "fr", "Otto Valk", "Ana Rill")] == ["Ana Rill"]


def test_a_verb_alone_is_of_the_person_the_paragraph_is_about() -> None:
    text = "“Me voy”, dijo Otto Valk.\nAna Rill dobla el periódico. Votó temprano. “Hemos quedado en callar”, dice."
    assert [who for who, _ in spoken(text, "es", "Otto Valk", "Ana Rill")] == ["Otto Valk", "Ana Rill"]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("La patronne de Velmar, Ana Rill, au journal : « Nous n'avons pas versé un centime. »", "fr", "Ana Rill"),
        ("Témoignage d'Ana Rill, à Port-Aulne : « Un monsieur très poli m'a appelée. »", "fr", "Ana Rill"),
        ("Depois, a voz rouca de Ana Rill: “Estamos lá e estamos bem”.", "pt", "Ana Rill"),
        ("Sul molo di Porto Velmar, un cartello: «E le pompe, chi le paga?»", "it", None),
    ],
)
def test_before_a_colon_a_name_that_says_whose_is_no_speaker(text: str, language: str, speaker: str | None) -> None:
    heard = [who for who, _ in spoken(text, language, "Ana Rill", "Porto Velmar" if speaker is None else "Velmar")]
    assert heard == ([] if speaker is None else [speaker])


def test_the_narrator_between_two_dashes_says_who_speaks() -> None:
    text = "Il governo tace. «La differenza - spiega il deputato Otto Valk - è che noi contiamo anche loro»."
    assert spoken(text, "it", "Otto Valk") == [("Otto Valk", "La differenza / è che noi contiamo anche loro")]


def test_a_report_that_holds_the_narrator_s_verb_is_not_told_twice() -> None:
    text = "The autopsy found a break “consistent with a blow”, the family's lawyer says."
    assert [who for who, _ in spoken(text, "en")] == ["the family's lawyer"]


def test_what_somebody_says_in_substance_is_theirs() -> None:
    text = "Les cygnes ont bon dos, dit en substance un biologiste : les trois étangs ont la « même eau »."
    assert [who for who, _ in spoken(text, "fr")] == ["un biologiste"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The port is “shut”, according to data seen by this newspaper.", "en"),
        ("Le port est « fermé », selon nos informations.", "fr"),
        ("Der Hafen sei „zu“, nach Informationen dieser Zeitung.", "de"),
        ("El puerto está «cerrado», según pudo comprobar este diario.", "es"),
        ("Il porto è «chiuso», secondo questo giornale.", "it"),
        ("O porto está «fechado», segundo este jornal.", "pt"),
    ],
)
def test_the_outlet_itself_is_no_speaker(text: str, language: str) -> None:
    assert [s.entity for q in find(text, language=language) for s in q.speaker] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Velmar health authorities said the water was “safe”.", "Velmar health authorities"),
        ("The Velmar prime minister said the water was “safe”.", "The Velmar prime minister"),
        ("The Velmar-based insurer said the water was “safe”.", "The Velmar-based insurer"),
        ("Sanoria, the insurer in Ems, Brenz and Velmar, said the water was “safe”.", "Sanoria"),
        ("Ann Poe of Velmar said the water was “safe”.", "Ann Poe"),
    ],
)
def test_a_place_in_a_description_is_not_who_speaks(text: str, speaker: str) -> None:
    at = text.index("Velmar")
    place = Name(start=at, end=at + 6, text="Velmar", type="place", entity="Velmar")
    names = tuple(sorted((place, *given(text, "Ann Poe")), key=lambda n: n.start))
    assert [who(q) for q in find(text, language="en", names=names) if q.speaker] == [speaker]


def test_a_body_s_name_before_its_kind_is_who_speaks() -> None:
    text = "The Tide news agency said the water was “safe”."
    names = (Name(start=4, end=8, text="Tide", type="organisation", entity="Tide"),)
    assert [who(q) for q in find(text, language="en", names=names) if q.speaker] == ["Tide"]


def test_the_state_of_a_country_is_not_whoever_is_of_it() -> None:
    text = "French builder Velmar has closed. The French state said it would “help”."
    assert [who for who, _ in spoken(text, "en", "Velmar")] == ["The French state"]


def test_an_image_says_nothing() -> None:
    text = "As imagens lembraram a muitos o 8 de janeiro, quando o porto ficou «fechado»."
    assert [who for who, _ in spoken(text, "pt")] == []


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Ses auteurs se taisent. « Il est sorti pour être vu », glisse l'un d'eux.", "fr", "l'un d'eux"),
        ("La polizia parla. «Una consultazione, niente altro», minimizza il suo portavoce.", "it", "il suo portavoce"),
    ],
)
def test_one_of_them_and_a_spokesman_speak_behind_a_verb_of_voice(text: str, language: str, speaker: str) -> None:
    assert [who for who, _ in spoken(text, language)] == [speaker]


def test_whoever_spoke_before_is_he_though_no_table_knows_the_word() -> None:
    text = (
        "Avelka se défend. Otto Karman réclame. Les cygnes ont bon dos, dit un glaciologue : l'eau est la même. "
        "« Un oiseau ne suit pas un camion », ironise-t-il."
    )
    assert [who for who, _ in spoken(text, "fr", "Avelka", "Otto Karman")] == ["un glaciologue"]


@pytest.mark.parametrize(
    ("who", "said_to"),
    [
        ("ein Sprecher des Zoos", " der Salzer Presse-Agentur"),
        ("die Sprecherin der Stadt Salz", " der dpa"),
        ("der Chef der Neuen Zeitung", ""),
        ("ein Reporter der Neuen Zeitung", ""),
    ],
)
def test_the_medium_it_was_said_to_is_no_part_of_who_said_it(who: str, said_to: str) -> None:
    (quote,) = find(f"„Es ist kalt“, sagte {who}{said_to}.", language="de")
    assert quote.speaker[0].name == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("it", "Il voto di Carlo Rossi è nullo. Lo ha annunciato il ministro, Ugo Neri: «Si rivota».", "Ugo Neri"),
        ("it", "Il voto è nullo per Carlo Rossi, lo dice il premier Ugo Neri: «Si rivota».", "Ugo Neri"),
        ("es", "El voto de Carlos Ruiz es nulo. Lo confirmó la ministra, Ana Paz: «Se repite».", "Ana Paz"),
        ("fr", "Paul Vidal est arrivé. Comme l'a dit la ministre, Anne Rill : « On revote ».", "Anne Rill"),
        ("fr", "« On revote », a dit samedi 16 juillet Anne Rill face à la foule.", "Anne Rill"),
        ("es", "«Se repite», dijo el martes 14 de marzo el ministro Ugo Paz.", "Ugo Paz"),
        ("it", "«Si rivota», ha detto martedì 14 marzo il ministro Ugo Neri.", "Ugo Neri"),
        ("de", "„Es ist gut“, sagte am frühen Samstagmorgen der türkische Minister Otto Rill.", "Otto Rill"),
        ("de", "„Es ist gut“, sagte am Dienstagabend der Minister Otto Rill.", "Otto Rill"),
        ("de", "Die Lage sei im Griff, sagte Otto Rill am Montag.", "Otto Rill"),
        ("fr", 'LANVERN - "On revote", a dit samedi Anne Rill.', "Anne Rill"),
        ("de", "Lanvern - Die Lage sei im Griff, sagte Otto Rill.", "Otto Rill"),
    ],
)
def test_who_speaks_by_habits_of_agencies(language: str, text: str, who: str) -> None:
    others = ("Carlo Rossi", "Carlos Ruiz", "Paul Vidal")
    names = [
        Name(start=text.index(w), end=text.index(w) + len(w), text=w, type="person", entity=w)
        for w in (*others, "Ugo Neri", "Ana Paz", "Anne Rill", "Ugo Paz", "Otto Rill")
        if w in text
    ]
    (quote,) = find(text, language=language, names=names)
    assert quote.speaker[0].entity == who


@pytest.mark.parametrize(
    "text",
    ["LANVERN (AP) — The mayor said it was late.", "Lanvern - The mayor said it was late."],
)
def test_where_a_piece_was_written_is_nobody(text: str) -> None:
    (quote,) = find(text, language="en")
    assert quote.speaker[0].name == "The mayor"


@pytest.mark.parametrize(
    ("language", "text", "persons", "speaker"),
    [
        ("fr", "Le chef du gouvernement, Ann Poe, va. « Oui », dit le gouvernement.", ("Ann Poe",), "le gouvernement"),
        ("de", "Der Chef der Regierung, Ann Poe, ging. „Gut“, sagte die Regierung.", ("Ann Poe",), "die Regierung"),
        ("en", "Government spokesman Ann Poe sat. “All is well,” the government said.", ("Ann Poe",), "the government"),
        ("en", "Government spokesman Otto Rill sat. “All is well,” the spokesman said.", ("Otto Rill",), "Otto Rill"),
        ("es", "Frente al paso de la flota el alcalde, Ann Poe, denunció «un abuso».", ("Ann Poe",), "Ann Poe"),
        ("pt", "O chefe do porto descarta qualquer acordo: «Esperemos que não volte.»", (), "O chefe do porto"),
        ("fr", "Les électeurs devaient répondre : « Voulez-vous un port ? »", (), "Les électeurs"),
    ],
)  # fmt: skip
def test_what_somebody_is_head_of_is_not_the_head(
    language: str, text: str, persons: tuple[str, ...], speaker: str
) -> None:
    assert who(known(text, language, *persons)[-1]) == speaker


def test_what_is_demanded_is_nobody() -> None:
    text = "Otto Rill told crowds it “will shame us”, while the mayor, Ann Poe, demanded an end to it."
    assert "an end" not in [w for w, _ in spoken(text, "en", "Otto Rill", "Ann Poe")]


def test_he_is_who_a_paragraph_opened_with_since_another_spoke() -> None:
    text = "“All shut,” said Ann Poe.\n\nOtto Rill, a clerk, had come to vote. It was long.\n\n“We left,” he said."
    assert spoken(text, "en", "Ann Poe", "Otto Rill")[-1] == ("Otto Rill", "We left,")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anna Varn promised that she would work with Otto Rill, who said: “We will solve this.”"),
        ("es", "Anna Varn prometió que colaborará con Otto Rill, quien aseguró: “We will solve this.”"),
        ("fr", "Anna Varn a promis de travailler avec Otto Rill, qui a déclaré : « We will solve this. »"),
        ("it", "Anna Varn ha promesso di lavorare con Otto Rill, che ha detto: «We will solve this.»"),
        ("pt", "Anna Varn prometeu trabalhar com Otto Rill, que disse: “We will solve this.”"),
    ],
)
def test_who_is_named_before_a_who_says_the_words_in_marks(language: str, text: str) -> None:
    assert spoken(text, language, "Anna Varn", "Otto Rill") == [("Otto Rill", "We will solve this.")]


def test_an_office_of_a_country_is_not_the_one_who_was_called_by_another_s() -> None:
    text = (
        "Anna Rill et Odo Varn se sont vus. Le président américain a déclaré : « C’est un honneur ». "
        "Le dirigeant nord-coréen a pour sa part affirmé : « Nous sommes ici »."
    )
    roles = given(text, "Anna Rill", "Odo Varn")
    at = text.find("Le président américain")
    role = Name(
        start=at, end=at + 22, text="Le président américain", type="person", entity="Le président américain", role=True
    )
    found = find(text, language="fr", names=(*roles, role))
    assert [who(q) for q in found if q.kind == "direct"] == ["Le président américain", "Le dirigeant nord-coréen"]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "„Das reicht uns noch lange nicht“ sagte Otto Rill am Abend.", "Otto Rill"),
        ("de", "„Das reicht uns nicht“, sagte Otto Rill im Anschluss an die Sitzung.", "Otto Rill"),
        ("de", "„Das reicht nicht“, sagte ein Sprecher im Ministerium.", "ein Sprecher im Ministerium"),
        ("de", "Der Kahn gehört der Hafenstadt zufolge „niemandem mehr“.", "der Hafenstadt"),
        ("fr", "« Cela ne suffit pas », a dit Ann Poe à la sortie de la réunion.", "Ann Poe"),
        ("en", "Mayor Ann Poe on Thursday called the log “slow and damp”.", "Mayor Ann Poe"),
        ("en", "Mayor Ann Poe on Thursday said it was late, saying it would be “slow and damp”.", "Mayor Ann Poe"),
        ("pt", "“Isto não pode continuar assim”, disse Ann Poe depois da reunião.", "Ann Poe"),
        ("pt", "“Isto não pode continuar assim”, disse Ann Poe ontem.", "Ann Poe"),
    ],
)
def test_when_and_where_it_was_said_is_no_part_of_who(language: str, text: str, who: str) -> None:
    (quote,) = (q for q in find(text, language=language) if q.kind in ("direct", "mixed") and q.speaker)
    assert [s.name for s in quote.speaker] == [who]


def test_a_source_behind_its_preposition_is_no_part_of_what_it_says() -> None:
    (quote,) = find("Das Boot sank dem Minister zufolge am Montag.", language="de")
    assert [s.name for s in quote.speaker] == ["dem Minister"]
    assert "Minister" not in "Das Boot sank dem Minister zufolge am Montag."[slice(*quote.content[0])]


def test_who_took_the_picture_says_nothing() -> None:
    text = (
        "Le ministre Otto Rill sur le port, le 5 mai - Odo Varn [POOL/ABC]\n\n"
        "Venu par la mer, il a vu les habitants. « Nous rebâtirons le port », a-t-il dit."
    )
    assert [s for s, _ in spoken(text, "fr", "Otto Rill", "Odo Varn")] == ["Otto Rill"]
