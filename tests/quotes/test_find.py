"""Who said what, on invented sentences."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.quotes.reported import said

from recoupe.model import Block, Name, Quote
from recoupe.quotes import find


def test_quotation_then_verb_then_more() -> None:
    text = "“We saw the lights,” said Ann Poe. “Then the boat was gone.”"
    assert said(text) == [("direct", "We saw the lights, / Then the boat was gone.", "Ann Poe")]


def test_subject_before_the_verb_and_a_pronoun_after() -> None:
    text = "Mayor Ann Poe said, “The bridge is safe.” She added that “nobody was hurt.”"
    assert [(k, w) for k, w, _ in said(text)] == [
        ("direct", "The bridge is safe."),
        ("mixed", "that “nobody was hurt.”"),
    ]
    assert all("Ann Poe" in who for _, _, who in said(text))


def test_mixed_content_is_the_clause_and_keeps_the_quoted_words() -> None:
    text = "Tom Rill said the plan was “far too slow” for the islands."
    (quote,) = find(text, language="en")
    assert quote.kind == "mixed"
    assert [text[a:b] for a, b in quote.quoted] == ["far too slow"]
    assert [text[a:b] for a, b in quote.content] == ["the plan was “far too slow” for the islands"]


def test_indirect_speech() -> None:
    assert said("Tom Rill said that the ferry would sail on Friday.") == [
        ("indirect", "that the ferry would sail on Friday", "Tom Rill")
    ]


def test_according_to() -> None:
    assert said("According to Tom Rill, the hull was “in good order”.") == [
        ("mixed", "the hull was “in good order”", "Tom Rill")
    ]


def test_nobody_is_made_to_say_a_scare_quote_or_a_title() -> None:
    scare, title = find("The so-called “fast lane” is empty. The film “Salt and Iron” opens today.", language="en")
    assert (scare.kind, scare.speaker, scare.use) == ("marked", (), "scare")
    assert (title.kind, title.speaker, title.use) == ("marked", (), "title")


def test_a_title_between_commas_stands_beside_its_verb() -> None:
    text = "“It is over,” Ann Poe, the harbour master, told reporters on Monday."
    assert said(text) == [("direct", "It is over,", "Ann Poe")]


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“We waited all night,” Ann Poe said.\n\n“Nobody came to tell us anything.”\n\nThe port is closed."
    assert said(text) == [("direct", "We waited all night, / Nobody came to tell us anything.", "Ann Poe")]


def test_a_block_set_as_a_quotation_needs_no_marks() -> None:
    text = "Ann Poe wrote:\nThe tide took the pier.\nThe port is closed."
    block = Block(kind="quote", start=15, end=38)
    (quote,) = find(text, language="en", blocks=[block])
    assert text[slice(*quote.content[0])] == "The tide took the pier."
    assert quote.speaker[0].entity == "Ann Poe"


def test_a_colon_ends_the_paragraph_before() -> None:
    assert said("Ann Poe wrote:\n\n“The tide took the pier and everything on it.”")[0][2] == "Ann Poe"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("« Tout est calme », a déclaré mardi Jeanne Aubrac.", "Jeanne Aubrac"),
        ("Jeanne Aubrac a parlé. « Tout est calme », a-t-elle ajouté.", "Jeanne Aubrac"),
        ("« Tout est calme, assure Jeanne Aubrac. Rien ne bouge. »", "Jeanne Aubrac"),
        ("Selon Jeanne Aubrac, la digue est « sûre ».", "Jeanne Aubrac"),
        ("Jeanne Aubrac, directrice du port, a jugé la digue « sûre ».", "Jeanne Aubrac"),
        ("La directrice du port Jeanne Aubrac est là. « Tout est calme », affirme la directrice.", "Jeanne Aubrac"),
        ("Comme l'a souligné Jeanne Aubrac, « la digue est sûre ».", "Jeanne Aubrac"),
        ("Jeanne Aubrac a réagi.\nDans une lettre, il est écrit : « La digue est sûre. »", "Jeanne Aubrac"),
        ("« Tout est calme », a dit à l'agence Mer-Info Jeanne Aubrac.", "Jeanne Aubrac"),
    ],
)
def test_french_speakers(text: str, who: str) -> None:
    quotes = [q for q in find(text, language="fr") if q.kind in ("direct", "mixed")]
    assert quotes
    assert all(q.speaker and q.speaker[0].entity.endswith(who) for q in quotes)


@pytest.mark.parametrize(
    ("language", "text", "words", "who"),
    [
        ("de", "„Wir bleiben hier“, sagte Anna Kolb.", "Wir bleiben hier", "Anna Kolb"),
        ("de", "Am Montag erklärte Anna Kolb: „Wir bleiben hier.“", "Wir bleiben hier.", "Anna Kolb"),
        ("es", "«Nos quedamos», añadió Tomás Ibarra.", "Nos quedamos", "Tomás Ibarra"),
        ("it", "«Restiamo qui», ha detto Carlo Venturi.", "Restiamo qui", "Carlo Venturi"),
        ("pt", "“Ficamos aqui”, disse Clara Nogueira.", "Ficamos aqui", "Clara Nogueira"),
    ],
)
def test_other_languages(language: str, text: str, words: str, who: str) -> None:
    assert ("direct", words, who) in said(text, language)


def test_german_reported_mood_goes_on() -> None:
    found = said("Anna Kolb sagte, der Damm sei sicher. Man habe alles geprüft.", "de")
    assert [(k, who) for k, _, who in found] == [("indirect", "Anna Kolb"), ("indirect", "Anna Kolb")]


def test_a_given_name_wins_over_capital_letters() -> None:
    text = "“Enough,” said Poe."
    names = (Name(start=15, end=18, text="Poe", type="person", entity="Ann Poe"),)
    assert said(text, names=names) == [("direct", "Enough,", "Ann Poe")]


def test_a_role_name_is_resolved_by_its_entity() -> None:
    text = "« Assez », a dit la cheffe du port."
    start = text.index("la cheffe")
    role = Name(start=start, end=len(text) - 1, text="la cheffe du port", type="person", entity="Ann Poe", role=True)
    assert said(text, "fr", (role,))[0][2] == "Ann Poe"


def test_a_missing_closer_does_not_swallow_the_article() -> None:
    text = "Ann Poe said “we are done. The port shut at noon.\n" + "The road was quiet. " * 50
    assert all(q.content[-1][1] < 60 for q in find(text, language="en") if q.kind != "indirect")


@pytest.mark.parametrize("language", ["fr", "xx", None])
def test_a_language_without_a_table_still_pairs_marks(language: str | None) -> None:
    assert find("« Oui »", language=language)[0].content == ((1, 6),)


@given(
    st.text(alphabet=st.sampled_from("“”«»„\"'‘’ a.B,:é\n-—)("), max_size=120),
    st.sampled_from(["en", "fr", "de", None]),
)
@settings(max_examples=150)
def test_any_text_gives_spans_inside_it(text: str, language: str | None) -> None:
    first = find(text, language=language)
    assert first == find(text, language=language)
    for quote in first:
        assert_inside(quote, text)


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_never_raises(text: str) -> None:
    for quote in find(text, language="en"):
        assert_inside(quote, text)


def assert_inside(quote: Quote, text: str) -> None:
    spans = [*quote.content, *quote.quoted, *((s.start, s.end) for s in (*quote.speaker, *quote.cue))]
    assert quote.content
    assert all(0 <= a < b <= len(text) for a, b in spans)


@pytest.mark.parametrize(
    "piece", ["“", "” ", '"', "« ", "'", "a ", "said ", "7", "Said Ann, “", "- ", "(", ", ", "“a” said Ann, ", "— a, "]
)
def test_hostile_text_ends_fast(piece: str) -> None:
    def seconds(n: int) -> float:
        text = piece * (n // len(piece))
        started = time.process_time()
        find(text, language="en")
        return time.process_time() - started

    assert seconds(40_000) < 2.0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In Orlow, the baker has been dubbed a “ Loaf Genius ” and the “ Bread King ”, thanks to his crust.", "en"),
        (
            'Porém, ela diz que seu primeiro " disco ", " Vento do Sul ", não fala sobre amor, e que, não tem pressa.',
            "pt",
        ),
    ],
)
def test_marks_side_by_side_behind_a_verb(text: str, language: str) -> None:
    assert all(text[s:e] for q in find(text, language=language) for s, e in q.content)
