"""Who said it where two might have: behind a colon, beside an office that another holds, on after a third was named."""

from __future__ import annotations

import pytest
from tests.quotes.test_speakers import given, spoken

from recoupe.quotes import find


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The crew gave the all-clear: “The tower is safe,” said Ann Poe.", "en"),
        ("Les pompiers se montraient rassurants : « La tour est sauvée », a déclaré Ann Poe.", "fr"),
        ("Die Feuerwehr gab Entwarnung: „Der Turm ist gerettet“, sagte Ann Poe.", "de"),
        ("Los bomberos dieron la noticia: “La torre está a salvo”, dijo Ann Poe.", "es"),
        ("I pompieri hanno dato l'annuncio: «La torre è salva», ha detto Ann Poe.", "it"),
        ("Os bombeiros deram a notícia: “A torre está salva”, disse Ann Poe.", "pt"),
    ],
)
def test_who_is_named_behind_a_quotation_said_what_a_colon_leads_to(text: str, language: str) -> None:
    assert [who for who, _ in spoken(text, language, "Ann Poe")] == ["Ann Poe"]


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("On Monday, after a meeting on the “yellow caps”, Ann Poe promised to “stay” here.", "en", "stay"),
        ("Lundi, après une réunion sur les « bonnets », Ann Poe a promis de « rester » là.", "fr", "rester"),
        ("Am Montag, nach einem Treffen zu den „Gelbmützen“, versprach Ann Poe, „zu bleiben“.", "de", "zu bleiben"),
        ("El lunes, tras una reunión sobre los “gorros”, Ann Poe prometió “quedarse” allí.", "es", "quedarse"),
        ("Lunedì, dopo una riunione sui «berretti», Ann Poe ha promesso di «restare» lì.", "it", "restare"),
        ("Na segunda, depois da reunião sobre os “bonés”, Ann Poe prometeu “ficar” ali.", "pt", "ficar"),
    ],
)
def test_a_word_in_marks_that_only_says_after_what_is_not_what_was_said(text: str, language: str, said: str) -> None:
    assert spoken(text, language, "Ann Poe") == [("Ann Poe", said)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("President Otto Valk came. “It is late,” said the president of the guild, Ann Poe.", "en"),
        ("Le président Otto Valk est venu. « Il est tard », a dit le président de la Ligue du port, Ann Poe.", "fr"),
        ("Präsident Otto Valk kam. „Es ist spät“, sagte der Präsident der Fischergilde, Ann Poe.", "de"),
        ("El presidente Otto Valk vino. “Es tarde”, dijo el presidente de la Liga Pesquera, Ann Poe.", "es"),
        ("Il presidente Otto Valk è venuto. «È tardi», ha detto il presidente della Lega ittica, Ann Poe.", "it"),
        ("O presidente Otto Valk veio. “É tarde”, disse o presidente da Liga Pesqueira, Ann Poe.", "pt"),
    ],
)
def test_the_president_of_something_else_is_not_the_president(text: str, language: str) -> None:
    assert [who for who, _ in spoken(text, language, "Otto Valk", "Ann Poe")] == ["Ann Poe"]
    unnamed = [who for who, _ in spoken(text.replace(", Ann Poe", ""), language, "Otto Valk")]
    assert unnamed
    assert "Otto Valk" not in unnamed


def test_a_name_in_brackets_is_not_who_promised() -> None:
    text = "Die Reederei Rill, die mehrere Werften (Salm, Ann Poe, Velmar) führt, versprach, „zu bleiben“."
    assert "Ann Poe" not in [who for who, _ in spoken(text, "de", "Ann Poe")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“I stay,” said Ann Poe. She had faced Olga Rill, who argued for it.\n“It was not easy,” she added.", "en"),
        ("« Je reste », a dit Ann Poe. Face à Olga Rill, qui plaidait pour.\n« C'est dur », a-t-elle poursuivi.", "fr"),
        ("„Ich bleibe“, sagte Ann Poe. Sie stand gegen Olga Rill.\n„Es war hart“, fügte sie hinzu.", "de"),
        ("“Me quedo”, dijo Ann Poe. Se oponía a Olga Rill, que decía que sí.\n“No fue fácil”, añadió ella.", "es"),
    ],
)
def test_who_adds_is_who_spoke_last_and_not_who_was_named_since(text: str, language: str) -> None:
    heard = [who for who, _ in spoken(text, language, "Ann Poe", "Olga Rill")]
    assert (heard[0], heard[-1]) == ("Ann Poe", "Ann Poe")


def test_a_family_name_is_whom_the_article_names_far_more_often_than_the_first_of_that_name() -> None:
    text = "Photo: Anne Poe at the pier.\n" + "Otto Poe came.\n" * 6 + "“We stay,” Poe said."
    assert [who for who, _ in spoken(text, "en", "Anne Poe", "Otto Poe")] == ["Otto Poe"]


def test_a_family_name_that_the_names_leave_alone_is_nobody_elses() -> None:
    text = "Poe came with Anne Poe. “We stay,” Poe said."
    inside = text.index("Anne Poe") + len("Anne ")
    names = tuple(n for n in given(text, "Anne Poe", "Poe") if n.start != inside)
    said = [q for q in find(text, language="en", names=names) if q.speaker and not q.use]
    assert [q.speaker[0].entity for q in said] == ["Poe"]


def test_a_pronoun_and_its_verb_in_one_word_are_nobody_by_name() -> None:
    assert spoken("We’ve always called the harbour “our bread”.", "en") == []


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("President Otto Valk met the guild leader Ann Poe. Valk left.", "Otto Valk"),
        ("President Otto Valk met French President Ann Poe. There was snow.", "Otto Valk"),
        ("President Otto Valk and President Ann Poe met. Poe left. Valk said no.", "Otto Valk"),
        ("President Otto Valk and President Ann Poe met. Valk left. Poe said no.", "Ann Poe"),
    ],
)
def test_the_president_is_one_called_so_who_spoke_last_or_has_no_other_country(before: str, who: str) -> None:
    text = f"{before} “It is late,” the president said."
    assert spoken(text, "en", "Otto Valk", "Ann Poe")[-1][0] == who


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("Le samedi à quinze heures le maire démentait : « Il n'y a rien à craindre ici. »", "fr", "le maire"),
        ("El lunes a las tres el alcalde insistía: «Aquí no hay nada que temer».", "es", "el alcalde"),
        ("« Rien n'est perdu », a lancé un peu plus tard M. Rivoal devant la mairie.", "fr", "Rivoal"),
        ("«Nada se pierde», dijo un poco más tarde el señor Rivas en la plaza.", "es", "Rivas"),
        ("«Niente è perso», ha detto poco dopo il signor Rivi in piazza.", "it", "Rivi"),
        ("„Nichts ist verloren“, sagte etwas später Karl Rill vor dem Rathaus.", "de", "Karl Rill"),
        ("“Nothing is lost,” said a little later Karl Rill on the quay.", "en", "Karl Rill"),
        ("« Les beaux jours », par Anne Rivoal : « Les joueurs sont observés comme jamais. »", "fr", "Anne Rivoal"),
        (
            "Die Polizei sagt, er sei fort. Die Firma widerspricht: Die Karte sei „im Mai gesperrt“ worden.",
            "de",
            "Die Firma",
        ),
        ("La polizia accusa. L'azienda smentisce: la carta era stata «bloccata a maggio».", "it", "L'azienda"),
        ("A polícia acusa. A empresa contesta: o cartão foi «bloqueado em maio» pela loja.", "pt", "A empresa"),
    ],
)
def test_days_adverbs_and_titles_before_who_speaks_are_no_part_of_them(text: str, language: str, who: str) -> None:
    assert spoken(text, language, "Karl Rill", "Anne Rivoal", "Rivoal", "Rivas", "Rivi")[-1][0] == who


def test_what_a_relative_clause_is_about_is_not_who_announces() -> None:
    text = "Une équipe qui détenait 4 % des barques coulées annonce une marche « avant Pâques »."
    assert all("barques" not in who for who, _ in spoken(text, "fr"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Imagine if Ann Poe had said, “No, I will not talk to the crew.”", "en"),
        ("Asked whether Ann Poe would ask for the boats, Otto Valk called the idea “pretty silly”.", "en"),
        ("Anything Ann Poe says to undercut the treaty that is “illegal” helps Rill.", "en"),
    ],
)
def test_who_only_might_say_something_has_said_nothing(text: str, language: str) -> None:
    assert "Ann Poe" not in [who for who, _ in spoken(text, language, "Ann Poe", "Otto Valk")]


def test_a_document_is_no_he() -> None:
    text = "Mayor Otto Valk rose. The communique says the port is closed. He said: “It cost us two years.”"
    assert spoken(text, "en", "Otto Valk")[-1][0] == "Otto Valk"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The mayor said on Monday there are no signs that the “old guard” cheats.", "no signs"),
        ("The mayor said Monday there was no proof that the “old guard” cheated.", "no proof"),
    ],
)
def test_what_is_denied_behind_a_day_is_not_told_without_its_denial(text: str, said: str) -> None:
    (quote,) = [q for q in find(text, language="en") if q.speaker]
    assert said in " ".join(text[a:b] for a, b in quote.content)


@pytest.mark.parametrize(
    ("text", "language", "heard"),
    [
        ("Havia luzes, contam os homens do palangreiro “Boa Hora”, o primeiro a chegar.", "pt", []),
        ("Il y avait des lueurs, racontent les hommes du chalutier « Bonne Heure », venus tôt.", "fr", []),
        ("Sen. Ann Poe, R-Ky., meanwhile, suggested he stay “at home”.", "en", [("Ann Poe", "at home")]),
    ],
)
def test_what_is_told_of_who_speaks_and_the_name_of_their_ship_are_not_said(
    text: str, language: str, heard: list[tuple[str, str]]
) -> None:
    assert spoken(text, language, "Ann Poe") == heard


def test_what_is_told_of_somebody_unnamed_is_not_what_they_say() -> None:
    text = "Alle poste, racconta una donna che vive qui da anni, «si fa la fila con la sedia»."
    (quote,) = [q for q in find(text, language="it") if q.speaker]
    assert [text[a:b] for a, b in quote.content] == ["si fa la fila con la sedia"]


@pytest.mark.parametrize(
    ("text", "language", "printed", "who_it_is"),
    [
        ("La alcaldesa compareció a las 18.30 y aseguró que el puente aguanta.", "es", "La alcaldesa", "La alcaldesa"),
        ("A ministra chegou a Ems às 18.30 e disse que a ponte resiste.", "pt", "A ministra", "A ministra"),
        ("Die Ministerin kam um 18.30 Uhr an und sagte, die Brücke halte.", "de", "Die Ministerin", "Ministerin"),
        ("Ann Poe faced reporters in Ems on Thursday and said that the bridge holds.", "en", "Ann Poe", "Ann Poe"),
        ("La alcaldesa avisó: «Ni beber, ni lavar», repite la doctora Ann Poe.", "es", "la doctora Ann Poe", "Ann Poe"),
        (
            "Il comune avvisa: «Né bere, né lavare», ripete la dottoressa Ann Poe.",
            "it",
            "la dottoressa Ann Poe",
            "Ann Poe",
        ),
        ("A câmara avisou: «Nem beber, nem lavar», repete a médica Ann Poe.", "pt", "a médica Ann Poe", "Ann Poe"),
        ("Das Amt hat gewarnt: „Nicht trinken“, wiederholt die Ärztin Ann Poe.", "de", "die Ärztin Ann Poe", "Ann Poe"),
        ("La empresa calló. Los bomberos: «Vengan a ver», dijo uno de ellos.", "es", "uno de ellos", "uno de ellos"),
    ],
)
def test_who_spoke_is_printed_without_what_he_did_before_and_before_whoever_a_colon_follows(
    text: str, language: str, printed: str, who_it_is: str
) -> None:
    quotes = find(text, language=language, names=given(text, "Ann Poe"))
    assert [(text[s.start : s.end], s.entity) for q in quotes for s in q.speaker] == [(printed, who_it_is)]


def test_she_is_nobody_of_several() -> None:
    text = (
        "Trois anciens collaborateurs ont dit avoir vu la lettre. Elle était à la tribune. "
        "« Je demande un calendrier », a-t-elle lancé."
    )
    quotes = find(text, language="fr", names=())
    assert [s.entity for q in quotes if q.kind == "direct" for s in q.speaker] == ["elle"]
