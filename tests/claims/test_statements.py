from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from recoupe.claims import statements
from recoupe.claims.article.facts import clauses
from recoupe.model import Annotated, Article, Finding, Support, Value
from tests.claims.helpers import alone, article, name

FIRST = "The miners of Varnholt rejected the offer of the company on Friday and will stay underground."
OTHER = "On Friday the Varnholt miners rejected the company's offer and they will stay underground."


def found(*articles: Article, names: dict[str, Sequence[Any]] | None = None) -> list[Finding]:
    mentions = {a.id: Annotated(names=tuple((names or {}).get(a.id, ()))) for a in articles}
    return statements(articles, mentions, {}, alone)


def told(finding: Finding) -> list[set[str]]:
    return [{s.article for s in v.support} for v in finding.values]


def test_sentences_that_say_the_same_in_other_words_are_one_statement() -> None:
    filler = "A spokesman for the ministry declined to comment on the question of wages yesterday."
    (finding,) = found(article(FIRST + " " + filler, "a"), article(OTHER, "b"))
    assert (finding.status, finding.attribute, told(finding)) == ("agreed", "statement", [{"a", "b"}])


def test_copied_words_of_one_hand_are_no_second_voice() -> None:
    both = [article(FIRST, "a"), article(FIRST, "b")]
    assert statements(both, {}, {}, lambda ids: (1, len(set(ids)))) == []


def test_other_numbers_say_something_else() -> None:
    a = "Some 300 miners of Varnholt rejected the offer and stay underground, the union said."
    b = "The union said that 500 Varnholt miners stay underground and rejected the offer."
    assert found(article(a, "a"), article(b, "b")) == []


def test_sentences_of_one_article_are_not_compared() -> None:
    assert found(article(FIRST + " " + OTHER, "a")) == []


def test_what_there_was_none_of_is_one_line_in_every_language() -> None:
    pages = {
        "en": "Both delegations left the castle without reaching an agreement.",
        "fr": "Les deux délégations se sont quittées et aucun accord n'a été trouvé.",
        "de": "Nach zwei Tagen wurde keine Einigung erzielt.",
        "es": "Las delegaciones se marcharon sin acuerdo.",
        "it": "Nessun accordo al castello di Varnholt.",
        "pt": "O encontro terminou sem acordo.",
        "nl": "De delegaties vertrokken zonder akkoord.",
    }
    (finding,) = found(*(article(text, code, language=code) for code, text in pages.items()))
    assert told(finding) == [set(pages)]


def test_a_verb_may_deny_a_thing() -> None:
    (finding,) = found(
        article("The mayor read a statement, but questions were not answered.", "a"),
        article("Le maire n'a répondu à aucune des questions de la presse.", "b", language="fr"),
        article("Neither of the two ministers took any questions afterwards.", "c"),
    )
    assert told(finding) == [{"a", "b", "c"}]


def test_a_condition_denies_nothing() -> None:
    a = article("The union says there will be no deal until the mine is safe.", "a")
    b = article("Pas d'accord si la mine reste fermée, dit le syndicat.", "b", language="fr")
    assert found(a, b) == []


def test_no_deal_with_someone_else_is_another_statement() -> None:
    a, b = "No deal was reached in the castle.", "There is no deal with Orvania in this year's budget."
    assert found(article(a, "a"), article(b, "b"), names={"b": [name(b, "Orvania", "place")]}) == []


def test_one_deed_done_to_one_thing_is_one_statement_across_languages() -> None:
    (finding,) = found(
        article("The robbers made off with eight jewels from the museum.", "a"),
        article("Les voleurs ont dérobé huit bijoux dans une vitrine.", "b", language="fr"),
    )
    assert told(finding) == [{"a", "b"}]


def test_quoted_words_are_their_speakers() -> None:
    from recoupe import pipeline

    a = article("“There was no deal,” said Mara Dolen on Friday evening in Varnholt.", "a")
    b = article("“We have no deal,” Mara Dolen told reporters late on Friday.", "b")
    mentions = {x.id: pipeline.annotate(x) for x in (a, b)}
    assert statements([a, b], mentions, {}, alone) == []


def test_who_accepted_and_who_rejected_are_two_sides_only_for_one_doer_and_thing() -> None:
    yes = "Mara Dolen had accepted the offer of the company, her office said."
    no = "Mara Dolen rejected the offer after a long night."
    who = {"a": [name(yes, "Mara Dolen")], "b": [name(no, "Mara Dolen")]}
    (finding,) = found(article(yes, "a"), article(no, "b"), names=who)
    assert (finding.status, told(finding)) == ("disputed", [{"a"}, {"b"}])
    other = no.replace("Mara Dolen", "Jon Aberg")
    who["b"] = [name(other, "Jon Aberg")]
    assert [f.status for f in found(article(yes, "a"), article(other, "b"), names=who)] == []


def test_a_denied_deed_is_the_contrary_and_a_wish_is_not() -> None:
    yes, no = "Mara Dolen signed the treaty and the deal.", "Mara Dolen did not sign the deal, aides said."
    wish = "Mara Dolen would not sign the deal, aides feared."
    for text, expected in ((no, ["disputed"]), (wish, [])):
        who = {"a": [name(yes, "Mara Dolen")], "b": [name(text, "Mara Dolen")]}
        assert [f.status for f in found(article(yes, "a"), article(text, "b"), names=who)] == expected


def test_one_sentence_but_for_its_negation_is_a_contradiction() -> None:
    filler = [article(f"The {w} of the harbour spoke about {w}s at length today.", w) for w in ("pilot", "guard")]
    yes = article("The northern lock of the Varnholt canal was damaged in the collision.", "a")
    no = article("The northern lock of the Varnholt canal was not damaged in the collision.", "b")
    (finding,) = found(yes, no, *filler)
    assert (finding.status, told(finding)) == ("disputed", [{"a"}, {"b"}])


def test_clauses_are_cut_where_another_begins() -> None:
    text = "The mayor rode in the first car, and the guests left at noon; the band went home late."
    cut = [text[c.start : c.end] for c in clauses.read(article(text), Annotated(), {})]
    assert cut == ["The mayor rode in the first car", "and the guests left at noon", "the band went home late."]


def test_eight_stolen_jewels_are_not_nine() -> None:
    eight = article("The robbers made off with 8 jewels from the museum.", "a")
    nine = article("Die Täter erbeuteten 9 Juwelen aus einer Vitrine.", "b", language="de")
    assert found(eight, nine) == []


def test_rejecting_someones_offer_rejects_nobody() -> None:
    yes, no = "Jon Aberg accepted Mara Dolen's word on it.", "But Jon Aberg rejected Mara Dolen's offer of help."
    who = {k: [name(t, "Jon Aberg"), name(t, "Mara Dolen")] for k, t in (("a", yes), ("b", no))}
    assert found(article(yes, "a"), article(no, "b"), names=who) == []


def test_in_a_story_of_many_articles_two_deals_are_any_deals() -> None:
    few = [article("No deal was reached in the castle.", "a"), article("There is still no deal, they say.", "b")]
    filler = [article(f"Word number {n} of the harbour{n} pilots {n * 7}.", f"x{n:02}") for n in range(60)]
    assert len(found(*few)) == 1
    assert found(*few, *filler) == []


def test_a_photographers_credit_is_no_statement() -> None:
    credit = "Photograph by Mara Dolen / Harbour Press / Varnholt Pictures"
    assert found(article(credit, "a"), article(credit, "b")) == []


def test_planes_of_nobody_named_are_not_one_plane() -> None:
    assert not found(
        article("The first plane touched down in Varnholt a few minutes late.", "a"),
        article("Un avion s'est posé à Orsk peu avant midi.", "b", language="fr"),
    )


def test_what_somebody_is_quoted_with_is_no_statement_of_the_articles() -> None:
    said = "They will go on building the new bridge over the old harbour canal,” Mara Lund wrote on the town's board."
    assert not found(article(said, "a"), article(said.replace("wrote", "said"), "b"))


def test_the_words_shown_say_least_beside_what_the_others_say() -> None:
    (finding,) = found(
        article("Robbers from Orsk made off with eight jewels, five coins and Mara Lund's crown of 1855.", "a"),
        article("On that night the robbers made off with eight jewels from the museum in the harbour.", "b"),
    )
    assert finding.values[0].display.startswith("On that night")


def test_what_holds_a_disputed_value_is_agreed_by_nobody() -> None:
    a = "Some 300 miners of Varnholt rejected the offer and stay underground, the union said."
    b = "The union said that some 300 Varnholt miners stay underground and rejected the offer."
    pages = [article(a, "a"), article(b, "b")]
    assert len(statements(pages, {}, {}, alone)) == 1
    at = a.index("300")
    support = Support(article="a", page="a.txt", start=at, end=at + 3, exact="300")
    dispute = Finding(
        id="f1", status="disputed", attribute="miner", scope="", independent=(2, 2), explanation="",
        values=(Value(low=300.0, high=300.0, display="300", support=(support,)),),
    )  # fmt: skip
    assert statements(pages, {}, {}, alone, None, [dispute]) == []


def test_one_thing_of_two_places_is_not_one_statement_in_two_languages() -> None:
    texts = {
        "fr": "Une vaste panne de courant touche la Morvie et une partie de la Doranie, selon des médias.",
        "pt": "A eletricidade regressou de madrugada a todo o território da Morvia e da Dorania.",
        "en": "A huge power outage swept Morvia and Dorania, officials said.",
    }
    places = {"fr": ("Morvie", "Doranie"), "pt": ("Morvia", "Dorania"), "en": ("Morvia", "Dorania")}
    pages = [article(text, code, language=code) for code, text in texts.items()]
    mentions = {c: Annotated(names=tuple(name(texts[c], p, "place") for p in places[c])) for c in texts}
    same = {"Morvie": "e1", "Morvia": "e1", "Doranie": "e2", "Dorania": "e2"}
    entities = {c: {p: same[p] for p in places[c]} for c in texts}
    (line,) = statements(pages, mentions, entities, alone)
    assert told(line) == [{"fr", "en"}]


def test_a_denial_of_something_else_denies_nothing() -> None:
    known = "Authorities in Varnholt believe they know the identity of the man who damaged the northern lock"
    held = f"{known} but nobody has been taken into custody so far."
    filler = [article(f"The {w} of the harbour spoke about {w}s at length today.", w) for w in ("pilot", "guard")]
    assert not [f for f in found(article(f"{known}.", "a"), article(held, "b"), *filler) if f.status == "disputed"]


def test_what_every_page_of_a_meeting_names_makes_no_two_sentences_one() -> None:
    """The two of them, where they are and their talks stand in every line: only what is beside these says anything."""
    texts = {
        "en": "Anna Rill and Odo Varn made the last preparations for their talks in Morvia on the island.",
        "de": "Anna Rill und Odo Varn sind zu ihren ersten gemeinsamen Gesprächen in Morvia angekommen.",
        "fr": "Anna Rill et Odo Varn se serrent la main devant les drapeaux avant les entretiens en Morvia.",
    }
    texts["it"] = "Anna Rill e Odo Varn passeggiano nel giardino dopo i colloqui in Morvia."
    pages = [article(text, code, language=code) for code, text in texts.items()]
    mentions = {
        code: Annotated(names=(name(text, "Anna Rill"), name(text, "Odo Varn"), name(text, "Morvia", "place")))
        for code, text in texts.items()
    }
    entities = {key: {"Anna Rill": "e1", "Odo Varn": "e2", "Morvia": "e3"} for key in texts}
    assert statements(pages, mentions, entities, alone) == []


def test_who_somebody_is_says_nothing_of_them() -> None:
    one = "El presidente de la República de Morvia, Odo Varn, y la alcaldesa Anna Rill terminaron el encuentro."
    other = "El presidente de la República de Morvia, Odo Varn, y el embajador de Dorania visitan mañana la catedral."
    pages = [article(one, "a", language="es"), article(other, "b", language="es")]
    named = {p.id: Annotated(names=(name(p.text, "Morvia", "place"), name(p.text, "Odo Varn"))) for p in pages}
    assert statements(pages, named, {}, alone) == []


def test_an_italian_is_cuts_no_clause_as_an_and_does() -> None:
    text = "Il presidente, Odo Varn, è arrivato al porto, e la banda è partita."
    cut = [text[c.start : c.end] for c in clauses.read(article(text, language="it"), Annotated(), {})]
    assert cut == ["Il presidente, Odo Varn, è arrivato al porto", "e la banda è partita."]


def test_a_prime_minister_is_not_the_first_to_do_something() -> None:
    for code, text in {
        "fr": "Il a rencontré le premier ministre au château de Varnholt.",
        "es": "Se reunió con el primer ministro en el castillo de Varnholt.",
        "it": "Ha incontrato il primo ministro al castello di Varnholt.",
        "pt": "Encontrou-se com o primeiro-ministro no castelo de Varnholt.",
    }.items():
        (clause,) = clauses.read(article(text, language=code), Annotated(), {})
        assert "manner:first" not in clause.keys, code


def test_what_is_said_to_the_reader_is_no_statement_of_the_articles() -> None:
    a = article("The port reopened at noon. A link to this page has been posted to your timeline.", "a")
    b = article("Ferries are running late today. A link to this page has been posted to your timeline.", "b")
    assert found(a, b) == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "In this file photo the miners of Varnholt leave the flooded pit by the northern gate in silence."),
        ("fr", "Photo d'archives : les mineurs de Varnholt quittent le puits inondé par la porte nord en silence."),
        ("de", "Archivbild: Die Bergleute von Varnholt verlassen schweigend den gefluteten Schacht am Nordtor."),
        ("es", "Foto de archivo: los mineros de Varnholt dejan en silencio el pozo inundado por la puerta norte."),
        ("it", "Foto d'archivio: i minatori di Varnholt lasciano in silenzio il pozzo allagato dal cancello nord."),
        ("pt", "Foto de arquivo: os mineiros de Varnholt deixam em silêncio o poço inundado pela porta norte."),
    ],
)
def test_the_line_of_a_picture_states_nothing(language: str, line: str) -> None:
    assert found(article(line, "a", language=language), article(line, "b", language=language)) == []


def test_a_statement_is_shown_by_a_clause_that_opens_its_sentence() -> None:
    part = "They came home, where the miners rejected the offer of the company on Friday and will stay underground."
    (finding,) = found(article(part, "a"), article(FIRST, "b"), names={"b": [name(FIRST, "Varnholt", "place")]})
    assert finding.values[0].display == FIRST
