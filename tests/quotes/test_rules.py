"""What each rule of reports gives, on invented sentences: the words, and who is said to have said them."""

from __future__ import annotations

import itertools
import time

import pytest
from tests.quotes.reported import heard

from recoupe.model import Name
from recoupe.quotes import find

IN_MARKS = ("direct", "mixed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Said Ann Poe, “The tide is turning.”", ("The tide is turning.", "Ann Poe")),
        ("But, said Ann Poe, “the tide is turning.”", ("the tide is turning.", "Ann Poe")),
        ("Ann Poe went on to say the quay was “a ruin”.", ("the quay was “a ruin”", "Ann Poe")),
        ("Ann Poe was quoted as saying the quay was “a ruin”.", ("the quay was “a ruin”", "Ann Poe")),
        ("Ann Poe is predicting a “long, dry” summer.", ("a “long, dry” summer", "Ann Poe")),
        ("Another said it was “a ruin”.", ("it was “a ruin”", "Another")),
        ("Ann Poe acknowledged, however, “We were late.”", ("We were late.", "Ann Poe")),
        ("But as Ann Poe pointed out, “The tide is turning.”", ("The tide is turning.", "Ann Poe")),
        ("The race “is over now,” as Ann Poe said on Monday.", ("The race “is over now,”", "Ann Poe")),
        ("In both cases, Ann Poe said, the crew had “a free hand”.", ("the crew had “a free hand”", "Ann Poe")),
        (
            "It is a sign, Ann Poe said, that “the tide is turning.”",
            ("It is a sign / that “the tide is turning.”", "Ann Poe"),
        ),
        ("“All the way!” Ann Poe shouted, from the quay.", ("All the way!", "Ann Poe")),
        ("“Go back,” Ann Poe barked and left.", ("Go back,", "Ann Poe")),
        ("Ann Poe's pledge to be “fair to all” was noted.", ("to be “fair to all”", "Ann Poe")),
        (
            "Ann Poe said the crew saw that the quay was “a ruin”.",
            ("the crew saw that the quay was “a ruin”", "Ann Poe"),
        ),
        ("“It is late,” Ann Poe said, according to Tass.", ("It is late,", "Ann Poe")),
        (
            "“The tide tables were wrong all year,” according to Tide Watch.",
            ("The tide tables were wrong all year,", "Tide Watch"),
        ),
        ("“This is fantastic!” beamed Otto Hart of Ems.", ("This is fantastic!", "Otto Hart of Ems")),
        ("“No,” replied Otto Hart.", ("No,", "Otto Hart")),
        ("They sent a letter from the crew that says the quay is “a ruin”.", ("the quay is “a ruin”", "a letter")),
        ("Ann Poe, who in June said the quay was “a ruin”, left.", ("the quay was “a ruin”, left", "Ann Poe")),
        ("Poe and Hart call it “a ruin” of a quay.", ("it “a ruin” of a quay", "Poe")),
        ("Some 21 percent said “not at all likely.”", ("not at all likely.", "Some 21 percent")),
        ("Ann Poe heralded the quay as “a gem” - a bold word.", ("the quay as “a gem”", "Ann Poe")),
        ("“I like it,” Ann Poe said, but “not at night.”", ("I like it, / not at night.", "Ann Poe")),
        (
            "“If you say so,” Ann Poe said, citing the old rule, “you give it all away.”",
            ("If you say so, / you give it all away.", "Ann Poe"),
        ),
        ("Ann Poe's slogan is “the tide is ours.”", ("the tide is ours.", "Ann Poe")),
        ("Her first answer was that the quay was “a ruin”.", ("that the quay was “a ruin”", "Her")),
        ("Ann Poe said it was “a ruin,” because nobody came.", ("it was “a ruin,” because nobody came", "Ann Poe")),
        ("Ann Poe said, “We'll see,” when asked by Tass.", ("We'll see,", "Ann Poe")),
        ("Ann Poe adds that there are two ways: “Stay or go.”", ("that there are two ways: “Stay or go.”", "Ann Poe")),
        (
            "Ann Poe said in the spring, when the quay broke, “I knew nothing.”",
            ("I knew nothing.", "Ann Poe"),
        ),
        (
            "If the old quay is sold, Ann Poe said, “the town might be going under.”",
            ("If the old quay is sold / the town might be going under.", "Ann Poe"),
        ),
        ("Instead, Ann Poe said, “we were late all along.”", ("we were late all along.", "Ann Poe")),
        (
            "When somebody shouted, “Rill,” Ann Poe joked, with a smile, “Come on up!”",
            ("Come on up!", "Ann Poe"),
        ),
        ("Ann Poe calls that “a fairy tale”: nothing was opened.", ("that “a fairy tale”", "Ann Poe")),
        ("Ann Poe told her daughter she was “fine and dry”.", ("she was “fine and dry”", "Ann Poe")),
        ("Ann Poe insists it was “a trick”, but the crew deny it.", ("it was “a trick”", "Ann Poe")),
        ("Ann Poe promised “the whole truth” and shared a picture.", ("the whole truth", "Ann Poe")),
        (
            "“Both scare me,” Ann Poe, 30, of Ems, who was among them, said on Monday. “We need help.”",
            ("Both scare me, / We need help.", "Ann Poe"),
        ),
        (
            "“They will lose,” said a harbour sailor, who, like the others, answered quickly.",
            ("They will lose,", "a harbour sailor"),
        ),
        ("“Would it be open?” Otto Rill pressed. “Say it!”", ("Would it be open? / Say it!", "Otto Rill")),
        (
            "“Let me help,” the vice mayor riffed on that. “It is late.”",
            ("Let me help, / It is late.", "the vice mayor"),
        ),
        ("Coming in to shouts of “Poe!,” Ann Poe said she was “ready now”.", ("she was “ready now”", "Ann Poe")),
    ],
)
def test_english_rules(text: str, expected: tuple[str, str]) -> None:
    assert expected in heard(text, "en", IN_MARKS)


def test_two_nouns_joined_by_and_are_one_subject() -> None:
    text = "“It is late,” the mayor and former captain said."
    assert heard(text, "en", IN_MARKS) == [("It is late,", "the mayor and former captain")]


def test_a_relative_clause_about_words_in_marks_reports_nothing() -> None:
    assert heard("She chose a “chief of tides” who reports to the mayor.", "en", IN_MARKS) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Erik Kolb, der Sprecher, äußerte gegenüber dem Inselblatt: „Wir bleiben hier.“", "Erik Kolb"),
        ("Der Vorsitzende des Vereins, Erik Kolb, tadelte und kritisierte den Plan: „Wir bleiben hier.“", "Erik Kolb"),
        ("Erik Kolb lobte die Stadt und nannte sie „eine Perle“.", "Erik Kolb"),
        ("Den Vorschlag von Anna Rill, den Damm zu öffnen, bezeichnete er als „Unfug“.", "er"),
        ("„Wir bleiben hier“, wird Erik Kolb zitiert.", "Erik Kolb"),
        ("Erik Kolb ist der Ansicht, dass der Damm „zu niedrig“ ist.", "Erik Kolb"),
        ("Die Bewohner am Kai sehen es gelassen: „Wir bleiben alle hier.“", "Bewohner"),
        ("„Der Damm hält“, hatte Erik Kolb in einem Brief erklärt.", "Erik Kolb"),
        ("„Der Damm ist ein Sieb“, so beschrieb ihn Erik Kolb.", "Erik Kolb"),
        ("Das Inselblatt zitiert Erik Kolb mit den Worten: „Der Damm hält.“", "Erik Kolb"),
        ("Den Leuten am Kai sicherte Erik Kolb am Abend zu, dass „alle Boote bleiben“.", "Erik Kolb"),
        ("„Es war spät“, stellte Erik Kolb fest, seien „die Pumpen nicht angelaufen“.", "Erik Kolb"),
        ("Erik Kolb macht klar, dass „der Damm nicht mehr lange hält“.", "Erik Kolb"),
        ("Erik Kolb rät dazu, „bis Montag abzuwarten“.", "Erik Kolb"),
        ("„Der Damm hält nicht ewig“, hieß es in dem Gutachten.", "Gutachten"),
        ("Erik Kolb sprach. Seiner Ansicht nach „ist der Damm zu alt“.", "Erik Kolb"),
        ("Erik Kolb klagt, es gehe zu langsam. Es drohe „ein zweiter Bruch des Damms“.", "Erik Kolb"),
        ("Erik Kolb hat den Plan am Abend als „zu teuer“ bezeichnet.", "Erik Kolb"),
        ("Das ist wichtig, weil Erik Kolb den Damm als „guten Damm“ bezeichnet hat.", "Erik Kolb"),
        ("Der Preis von Holz wird von Erik Kolb als „sehr hoch“ eingestuft.", "Erik Kolb"),
        ("„Der Damm hält nicht ewig“ heißt es dazu in dem Gutachten.", "Gutachten"),
        ("Der alten Zeitung sagte Erik Kolb: „Der Damm hält.“", "Erik Kolb"),
        ("Der Sprecher des Vereins nannte sie „zu langsam“.", "Sprecher"),
    ],
)
def test_german_subjects(text: str, who: str) -> None:
    names = tuple(
        Name(start=at, end=at + len(name), text=name, type="person", entity=name)
        for name in ("Erik Kolb", "Anna Rill")
        if (at := text.find(name)) >= 0
    )
    quotes = [q for q in find(text, language="de", names=names) if q.kind in ("direct", "mixed")]
    assert quotes
    assert all(q.speaker and q.speaker[0].entity.endswith(who) for q in quotes)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # a piece of a sentence is somebody's, a lone noun of the narrator's is not, nor is a name
        ("Auf dem Plakat war „viel zu spät, viel zu teuer und am Ende für niemand“ zu lesen.", [("direct", "unknown")]),
        ("Auf dem Plakat war „viel zu spät und viel zu teuer“ zu lesen.", [("marked", "unknown")]),
        ("Erik Kolb sagte, dass die „Kunden“ warten.", [("indirect", None), ("marked", "scare")]),
        ("Erik Kolb sagte, es sei ein „Unding“.", [("indirect", None), ("mixed", None)]),
        ("Erik Kolb sagte, es sei ein „Akt der Not“.", [("indirect", None), ("mixed", None)]),
        ("Erik Kolb sagte, dass der „Bund der Fischer“ warte.", [("indirect", None), ("marked", "title")]),
        ("Der Roman „Salz“ ist ein Erfolg.", [("marked", "title")]),
        ("Die Gruppe „Hände weg vom alten Hafen“ ist ein Verein.", [("marked", "unknown")]),
    ],
)
def test_what_words_in_marks_are_in_german(text: str, kinds: list[tuple[str, str | None]]) -> None:
    assert [(q.kind, q.use) for q in find(text, language="de")] == kinds


def test_a_whole_sentence_in_marks_behind_one_about_somebody_is_theirs_not_the_last_speakers() -> None:
    text = "“The quay is a ruin,” said Otto Hart.\nAnn Poe nodded. “We never had the money for it.”"
    assert [who for _, who in heard(text, "en", IN_MARKS)] == ["Otto Hart", "Ann Poe"]


def test_a_headline_in_single_marks_goes_on_with_nothing() -> None:
    text = "“The quay is a ruin,” said Otto Hart. “It was.”\n'A fight from start to finish'\nIt took a year."
    assert [words for words, _ in heard(text, "en", IN_MARKS)] == ["The quay is a ruin, / It was."]


INTERVIEW = """Poe: I Was ‘Never’ There
Ann Poe met Otto Hart.
HART: Were you there? You said “never again” in May.
POE: I was there.
HART: Why?
POE: “Because I had to.”"""


def test_the_labels_of_an_interview_are_who_speaks() -> None:
    found = [q for q in find(INTERVIEW, language="en") if "label" in q.rule]
    assert [(q.kind, INTERVIEW[slice(*q.content[0])], q.speaker[0].entity) for q in found] == [
        ("mixed", "Were you there? You said “never again” in May.", "Otto Hart"),
        ("indirect", "I was there.", "Ann Poe"),
        ("indirect", "Why?", "Otto Hart"),
        ("direct", "Because I had to.", "Ann Poe"),
    ]


def test_the_turns_of_a_long_interview_do_not_look_through_all_its_names() -> None:
    def seconds(turns: int) -> float:
        text = "Ann Poe met Otto Hart. Eva Lind met Ben Orr.\n" * turns + "RILL: Why?\nSOLT: Because.\n" * turns
        places = [text.find(person) for person in ("Ann Poe", "Otto Hart", "Eva Lind", "Ben Orr")]
        line = text.index("\n") + 1
        names = [
            Name(start=n * line + at, end=n * line + at + 7, text="", type="person", entity=f"Person {at}")
            for n, at in itertools.product(range(turns), places)
        ]
        began = time.process_time()
        assert sum(q.speaker[0].entity == "RILL" for q in find(text, language="en", names=names)) == turns
        return time.process_time() - began

    seconds(10)  # the tables
    short, long = (min(seconds(turns) for _ in range(3)) for turns in (300, 1200))
    assert long < 8 * short


def test_labels_of_a_list_speak_not() -> None:
    assert not find("Sport: The cup was won.\nWeather: Rain.\nSport: The cup was lost.\nBooks: None.", language="en")


def test_a_passive_without_who_acts_has_no_speaker() -> None:
    text = "Der Plan wurde am Abend als „zu teuer“ bezeichnet."
    assert not [q for q in find(text, language="de") if q.speaker]


def test_a_verb_with_nothing_but_a_small_word_behind_it_reports_nothing() -> None:
    assert find("The mayor says but", language="en") == []


def test_words_that_two_verbs_report_are_told_once() -> None:
    (quote,) = find("Anna Rill sagte dazu: „Der Damm hält noch,“ betonte sie.", language="de")
    assert [(s.name, s.entity) for s in quote.speaker] == [("sie", "Anna Rill")]


def test_what_i_say_outside_marks_is_no_mood_of_somebody_else() -> None:
    text = "Anna Rill sagt: „Der Damm hält.“\nIch glaube, das ist „zu viel“."
    assert [q.kind for q in find(text, language="de")] == ["direct", "marked"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Habló Ana Ríos. «Fue un año largo», confesó.", ("Fue un año largo", "Ana Ríos")),
        ("es", "«Nadie avisó», dijo el martes la alcaldesa Ana Ríos.", ("Nadie avisó", "Ana Ríos")),
        ("it", "Ha parlato Ada Neri. E ha aggiunto: «Restiamo qui.»", ("Restiamo qui.", "Ada Neri")),
        ("it", "“Restiamo qui”: lo ha promesso ieri Ada Neri.", ("Restiamo qui", "Ada Neri")),
        ("pt", "«Ficamos», avisou Clara Seixas, que criticou “a demora”.", ("a demora", "Clara Seixas")),
        ("fr", "Pour le maire, « le plus dur commence ».", ("le plus dur commence", "le maire")),
        ("fr", "Ève Roy a dit aux élus « ne rien savoir ».", ("ne rien savoir", "Ève Roy")),
        ("fr", "Ève Roy dénonce quant à elle « un dossier vide ».", ("un dossier vide", "Ève Roy")),
        ("fr", "Ève Roy parle d'une digue « à bout ».", ("une digue « à bout »", "Ève Roy")),
    ],
)
def test_other_languages(language: str, text: str, expected: tuple[str, str]) -> None:
    found = heard(text, language, IN_MARKS)
    assert any(words == expected[0] and who.endswith(expected[1]) for words, who in found)


def test_paragraphs_of_one_quotation_are_their_last_ones_speakers() -> None:
    text = "« La digue a cédé la nuit.\n« Mon voisin criait au loin.\n« Depuis, on attend », raconte Ève Roy."
    (quote,) = find(text, language="fr")
    assert quote.kind == "direct"
    assert [text[a:b].strip() for a, b in quote.content] == [
        "La digue a cédé la nuit.",
        "Mon voisin criait au loin.",
        "Depuis, on attend",
    ]
    assert quote.speaker[0].entity == "Ève Roy"


def test_a_word_of_origin_that_no_table_has_is_who_is_described_by_it() -> None:
    text = "Le ministre norsave, Olaf Brenn, a parlé. Le Norsave a jugé l'accord « très utile »."
    assert [who for _, who in heard(text, "fr", IN_MARKS)] == ["Olaf Brenn"]


def test_a_quote_tells_its_rule_and_what_gave_its_speaker() -> None:
    text = "Le maire, Paul Roc, est venu. « Nous y sommes », a-t-il prévenu. Le film « Sel et Fer » sort."
    said, title = find(text, language="fr")
    assert said.rule == "quote-verb; cue: say; speaker: a pronoun for a person of the sentence before"
    assert title.rule == "marks; speaker: none, title"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "it",
            "Il treno, partito alle cinque (ora locale), andava «a una velocità normale», dice un pendolare.",
            "Il treno, partito alle cinque (ora locale), andava «a una velocità normale»",
        ),
        ("it", "Il sindaco Riga insiste sulla «mano ignota», ma la polizia frena ancora.", "mano ignota"),
        ("fr", "La maire Brat a promis « toute la vérité » et décrété trois jours de deuil.", "toute la vérité"),
        ("es", "La alcaldesa Riga prometió «toda la verdad» y pidió calma.", "toda la verdad"),
        ("it", "Il giudice Riga, che aveva chiesto dieci anni, si è detto «né vinto né altro».", "né vinto né altro"),
        (
            "fr",
            "Selon Brat, les débats ne se limiteront pas au port, mais aborderont la « paix sociale » du quai.",
            "les débats ne se limiteront pas au port, mais aborderont la « paix sociale » du quai",
        ),
    ],
)  # fmt: skip
def test_where_what_is_said_begins(language: str, text: str, expected: str) -> None:
    (quote,) = [q for q in find(text, language=language) if q.kind in ("direct", "mixed")]
    assert [text[a:b].strip() for a, b in quote.content] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“We stay where we are.” ― Ann Poe", "Ann Poe"),
        ("en", "“Nobody asked us about it.” — Otto Rill, baker in Ems", "Otto Rill"),
        ("fr", "« Nous restons où nous sommes. » – Jeanne Aubrac", "Jeanne Aubrac"),
    ],
)
def test_words_that_are_signed(language: str, text: str, expected: str) -> None:
    (quote,) = find(text, language=language)
    assert (quote.kind, quote.speaker[0].entity) == ("direct", expected)


def test_a_dash_behind_words_in_marks_signs_nothing_without_a_name() -> None:
    found = find("“We stay where we are.” — The end of the story was sad.", language="en")
    assert [q.speaker for q in found] == [()]


def test_a_clause_with_its_own_subject_is_no_part_of_what_was_said_before() -> None:
    text = 'Ann Poe called the fire "an attack on all of us," but she also noted the "calm work" of the crews.'
    first, second = find(text, language="en")
    assert text[slice(*first.content[0])] == 'the fire "an attack on all of us,"'
    assert text[slice(*second.content[0])] == 'the "calm work" of the crews'


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('The crowd chanted "What harbour?" and kept going until two.', "What harbour?", "The crowd"),
        ('Ann Poe drove past the quay, shouting "You lied!" at the crew.', "You lied!", "Ann Poe"),
        ('Outside the town hall, two nurses walked by, singing "It is our time."', "It is our time.", "two nurses"),
    ],
)
def test_words_that_are_shouted_stand_in_marks_alone(text: str, words: str, speaker: str) -> None:
    (quote,) = [q for q in find(text, language="en") if q.kind == "direct"]
    assert [text[a:b] for a, b in quote.content] == [words]
    assert quote.speaker[0].entity == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Als „verpasste Chance“ beurteilte der Abgeordnete Otto Rill das Gesetz.", "verpasste Chance"),
        ("Von einer „Gefahr für alle“ sprach der Minister Otto Rill.", "Gefahr für alle"),
        ("Der Minister Otto Rill wies die Vorwürfe als „haltlos“ zurück.", "haltlos"),
    ],
)
def test_what_something_is_called_in_german(text: str, words: str) -> None:
    (quote,) = [q for q in find(text, language="de") if q.kind in ("direct", "mixed")]
    assert [text[a:b] for a, b in quote.content] == [words]
    assert "Otto Rill" in quote.speaker[0].entity


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Otto Rill hält mit seinem „Salzboot“ den Rekord."),
        ("de", "Das nennt man einen „Aktiensplit“."),
        ("de", "Otto Rill nannte in der Zeitung „Salzbote“ drei Gründe."),
        ("fr", "On appelle cela un « partage »."),
        ("en", "They run a blog called the “Salt Tide”."),
        ("en", "A group of rowers opened a bar, named “Salt”."),
        ("en", "The interest rates of the “Salt Bank” fell."),
    ],
)
def test_names_of_things_and_words_of_everybody_are_nobodys_speech(language: str, text: str) -> None:
    assert not [q for q in find(text, language=language) if q.kind in ("direct", "mixed")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le feu s'est déclaré vers 7h40 sous la troisième voiture d'un train qui en compte six."),
        ("en", "A fund was set up. Commitments announced this day amount to 2.4 billion over six years."),
        ("es", "El incendio declarado el martes obligó a cerrar tres estaciones."),
    ],
)
def test_what_breaks_out_or_is_promised_says_nothing(language: str, text: str) -> None:
    assert not [q for q in find(text, language=language) if q.speaker]


def test_a_body_with_a_thing_in_its_name_speaks() -> None:
    (quote,) = find("The fire service said the blaze began at 7 a.m.", language="en")
    assert quote.speaker[0].name == "The fire service"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", '"Mi hijo pesa menos que antes", alcanzó a decir la madre.', "la madre"),
        ("it", "«Se tornassero tutti, sarebbe un trionfo», confida un negoziatore.", "un negoziatore"),
        ("fr", "« Elle m'a appelé hier soir », sanglote son frère.", "son frère"),
        ("pt", '"Eles vão recuar como em 2019", aposta a professora.', "a professora"),
    ],
)
def test_verbs_of_voice(language: str, text: str, speaker: str) -> None:
    (quote,) = [q for q in find(text, language=language) if q.kind == "direct"]
    assert quote.speaker[0].entity == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ann Poe held private talks with the crew all day."),
        ("en", "The mayor continues to lead the harbour poll."),
        ("en", "Ann Poe tweeted from the old quay on the way home."),
        ("en", "She has a lead in pledged votes because the crew is small."),
        ("de", "Otto Rill äußerte sich über den Hafen."),
        ("de", "Die Zahl ist von der Polizei bestätigt worden."),
        ("de", "Anna Rill schrieb mehrere Lieder über das Meer."),
    ],
)
def test_deeds_and_places_are_no_speech(language: str, text: str) -> None:
    assert find(text, language=language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ann Poe held that the crew was late."),
        ("en", "Ann Poe wrote that the quay is closed."),
        ("de", "Otto Rill bestätigte, dass der Hafen geschlossen bleibt."),
    ],
)
def test_verbs_of_deeds_report_what_that_opens(language: str, text: str) -> None:
    (quote,) = find(text, language=language)
    assert quote.kind == "indirect"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Habló Ana Ríos. La cifra, avisan, «va a crecer»."),
        ("it", "Ha parlato Ada Neri. La cifra, avvisano, «crescerà ancora»."),
        ("pt", "Falou Clara Seixas. O número, avisam, «vai crescer»."),
    ],
)
def test_a_verb_of_several_without_its_subject_is_of_nobody_named_alone(language: str, text: str) -> None:
    assert all(not q.speaker for q in find(text, language=language))
