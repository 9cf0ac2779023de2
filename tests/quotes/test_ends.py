"""Where the narrator's words part from what is said, on invented sentences: the words of each quote, and who said
them."""

from __future__ import annotations

import pytest
from tests.quotes.reported import heard

POE, HART = "Ann Poe", "Otto Hart"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Poe said it would be an “insult” if they sailed, openly drawing a line under the feud.",
            [("it would be an “insult” if they sailed", POE)],
        ),
        (
            "“All of it” would go to the crew, Ann Poe said, referencing the council's drive to “sell” berths.",
            [("“All of it” would go to the crew", POE), ("the council's drive to “sell” berths", POE)],
        ),
        (  # the comma stands behind the marks: the words are those of the verb behind it, once
            "“It is late”, said Ann Poe, but the port stays open, “I stay”, said Otto Hart.",
            [("It is late", POE), ("I stay", HART)],
        ),
        (
            "As a boss on “The Pier,” Otto Hart insulted the crew, according to Ann Poe.",
            [("As a boss on “The Pier,” Otto Hart insulted the crew", POE)],
        ),
        (
            "These sailors, Ann Poe explained later in the council meeting, were “well paid” for the night.",
            [("These sailors / were “well paid” for the night", POE)],
        ),
        (
            "Ann Poe said fathers would get nothing, and when pressed on why, the mayor of Ems replied, “Wait.”",
            [("fathers would get nothing", POE), ("Wait.", "the mayor of Ems")],
        ),
        (
            "Asked to describe the boat that made the wave, Ann Poe said, “Not now.”",
            [("Not now.", POE)],
        ),
        (
            "Ann Poe answered a pilot on Monday by saying his refusal was a “made-up” issue.",
            [("his refusal was a “made-up” issue", POE)],
        ),
        (
            "Ann Poe denied it by tweeting that “nobody ever signed a thing.”",
            [("that “nobody ever signed a thing.”", POE)],
        ),
        (
            "Ann Poe said a boat could win by telling the harbour “no” for a year.",
            [("a boat could win by telling the harbour “no” for a year", POE)],
        ),
        (
            "Ann Poe described Otto Hart as a “disgrace” after he insulted pilots everywhere.",
            [("Otto Hart as a “disgrace”", POE)],
        ),
        (
            "Ann Poe criticized the plan as a “ruin” during a stop at the lighthouse.",
            [("the plan as a “ruin”", POE)],
        ),
        (
            "Ann Poe called for repairs to be “speeded up” at once.",
            [("repairs to be “speeded up” at once", POE)],
        ),
        (
            "As far as the feud goes, Ann Poe acknowledged that there are “some” who feel so, “but not many.”",
            [("that there are “some” who feel so, “but not many.”", POE)],
        ),
        (
            "Ann Poe said the floods and protests demand that all towns do “more listening.”",
            [("the floods and protests demand that all towns do “more listening.”", POE)],
        ),
        (
            "Ann Poe said the port was shut, while Otto Hart said it was open.",
            [("the port was shut", POE), ("it was open", HART)],
        ),
        (
            "Ann Poe noted the weight it would have on all young sailors of the five islands and of the whole coast: "
            "“It has opened the port,” Otto Hart wrote.",
            [
                ("the weight it would have on all young sailors of the five islands and of the whole coast", POE),
                ("It has opened the port,", HART),
            ],
        ),
        (
            "Ann Poe says it underlines that Otto Hart is “unfit to lead.”",
            [("it underlines that Otto Hart is “unfit to lead.”", POE)],
        ),
        (
            "Ann Poe said that the town would mention that it rained and called the quay “calm.”",
            [
                ("that the town would mention that it rained", POE),
                ("that it rained", "the town"),
                ("the quay “calm.”", POE),
            ],
        ),
        (
            "After saying the stairs were “too wet to climb,” she was carried down. Ann Poe left.",
            [("the stairs were “too wet to climb,”", "")],
        ),
        (
            "Ann Poe tells Radio Ems’s “Morning Tide” on Friday that “exactly who did it” is not known.",
            [("that “exactly who did it” is not known", POE)],
        ),
        (
            "Ann Poe said she liked the law because “nobody has read it,” she said. “We have no time.”",
            [("she liked the law because “nobody has read it,” / We have no time.", POE)],
        ),
        (
            "What Ann Poe calls “luck” might be work to others.",
            [("luck", POE)],
        ),
        (
            "Otto Hart is “smart as salt,” Ann Poe wrote in a letter to the pilots of Ems, and “full of himself.”",
            [("Otto Hart is “smart as salt,” / full of himself.", POE)],
        ),
        (
            "Ann Poe said she has the one gift for the post: “Patience, and a lot of it.”",
            [("she has the one gift for the post: “Patience, and a lot of it.”", POE)],
        ),
        (
            "Ann Poe called on the council to “really wake up on this” and consider closing the quay.",
            [("the council to “really wake up on this” and consider closing the quay", POE)],
        ),
        (
            "Ann Poe condemned what she called a “plain breach” of the rules.",
            [("what she called a “plain breach” of the rules", POE)],
        ),
        (
            "“You stay?” she said, but Otto Hart was asleep, and then, “I stay,” said Ann Poe.",
            [("You stay?", "she"), ("I stay,", POE)],
        ),
        (
            "Ann Poe praised Otto Hart for showing “the courage of a pilot.”",
            [("Otto Hart for showing “the courage of a pilot.”", POE)],
        ),
        (
            "Ann Poe held up a sign saying “No boats in the old harbour any more.”",
            [("No boats in the old harbour any more.", "")],
        ),
        (
            "As the “quiet tide” movement continues, Ann Poe said that she would stay.",
            [("that she would stay", POE)],
        ),
        (
            "Ann Poe, who calls the log “poor,” said she does not read it.",
            [("the log “poor,”", POE), ("she does not read it", POE)],
        ),
        (
            "Although Ann Poe admitted that they had “been friends,” she claimed they never met.",
            [("that they had “been friends,”", POE), ("they never met", POE)],
        ),
        (
            "Monday on Radio Ems’s “Morning Tide,” Ann Poe said the log is “a joke” to all.",
            [("the log is “a joke” to all", POE)],
        ),
        ("Ann Poe was speaking on Radio Ems’s “Morning Tide” about sails.", []),
        (
            "While some could stay in port, Ann Poe added, most boats would be “very late.”",
            [("While some could stay in port / most boats would be “very late.”", POE)],
        ),
        (
            "Ann Poe tweeted, “Thank you all!” on Friday afternoon.",
            [("Thank you all!", POE)],
        ),
        (
            "Ann Poe describes herself as “quite calm” at sea.",
            [("herself as “quite calm” at sea", POE)],
        ),
        (
            "Ann Poe rejected a claim by Otto Hart that an “odd sum” was raised at his 353,000-crown dinner.",
            [("a claim by Otto Hart that an “odd sum” was raised at his 353,000-crown dinner", POE)],
        ),
        (
            "Ann Poe said officers have a film that shows the wave.",
            [("officers have a film that shows the wave", POE), ("the wave", "a film")],
        ),
        (
            "Ann Poe warned sailors that the wave would come.",
            [("that the wave would come", POE)],
        ),
        (
            "“We are worried,” the pilots wrote in a letter to the mayor, that the port “may close for good.”",
            [("We are worried, / that the port “may close for good.”", "the pilots")],
        ),
        (
            "Ann Poe sees the feud for what it is (Otto Hart once said, “It comes back with each tide”).",
            [("the feud for what it is", POE), ("It comes back with each tide", HART)],
        ),
        (
            "A band called Salt got the crowd to sing for “Mayor Ann Poe.”",
            [],
        ),
        (
            "“It was late,” Ann Poe wrote in her memoir, “Tides of Ems.”",
            [("It was late,", POE)],
        ),
        (
            "Ann Poe’s repeated emphasis on the tide was noted.",
            [],
        ),
        (
            "Ann Poe boasted that, thanks to her “Tide Table Method,” she was the only pilot to sail.",
            [("that, thanks to her “Tide Table Method,” she was the only pilot to sail", POE)],
        ),
        (
            "Ann Poe proposed a vote in May - but Otto Hart rejected the idea as “silly.”",
            [("a vote in May", POE), ("the idea as “silly.”", HART)],
        ),
        (
            "Ann Poe asked the council “Who pays for it then?”",
            [("Who pays for it then?", POE)],
        ),
        (
            "Ann Poe acknowledged in a forum Monday night “it will be hard” to win.",
            [("“it will be hard” to win", POE)],
        ),
        (
            "The crew cheered at her claim during the vote that “we are there.”",
            [("that “we are there.”", "her")],
        ),
        (
            "Some booed, and when Ann Poe rose and said it was late, a man yelled “Stay there!”",
            [("it was late", POE), ("Stay there!", "a man")],
        ),
        (
            "Despite what Ann Poe wrote in a column on sails, Otto Hart said he “may yet sail.”",
            [("he “may yet sail.”", HART)],
        ),
        (
            "Ann Poe said both pilots are “lost at sea,” but she gave one a small compliment: “He tries, he does.”",
            [("both pilots are “lost at sea,”", POE), ("He tries, he does.", POE)],
        ),
        (
            "Ann Poe is telling sailors at a Port Ems, New Holm, tavern that “it is late.”",
            [("that “it is late.”", POE)],
        ),
    ],
)
def test_what_is_said_ends_where_the_narrator_goes_on(text: str, expected: list[tuple[str, str]]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The plan was widely mocked for its promise that it would “save all ports.”", []),
        ("fr", "Anne Pau a finalement condamné « un acte lâche ».", [("un acte lâche", "Anne Pau")]),
        ("fr", "Le gouvernement a promis de fermer le port.", [("de fermer le port", "Le gouvernement")]),
        ("it", "Anna Poli ha duramente criticato «un atto vile».", [("un atto vile", "Anna Poli")]),
        ("es", "Ana Paz ha criticado duramente «un acto vil».", [("un acto vil", "Ana Paz")]),
        (
            "pt",
            "Ana Paz tinha finalmente admitido que o cais estava fechado.",
            [("que o cais estava fechado", "Ana Paz")],
        ),
    ],
)
def test_adverbs_of_manner_stand_inside_the_verb(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert heard(text, language)[: len(expected)] == expected
    assert all(who for _, who in heard(text, language))


def test_what_is_told_of_a_thing_between_commas_parts_nothing() -> None:
    text = "Le feu, qui s'est déclaré samedi au lieu-dit Ems, a brûlé la forêt, selon Anne Pau."
    assert ("Le feu / a brûlé la forêt", "qui") not in heard(text, "fr")


def test_a_word_in_marks_between_given_name_and_family_name_is_a_name() -> None:
    assert heard("“The boat is ours,” said Ann “Salty” Poe on Monday.") == [("The boat is ours,", "Poe")]
    assert heard('“The boat is ours,” said Ann C. "Salty" Poe (Ems).') == [("The boat is ours,", "Poe")]
    assert heard("Poe “Furious” After Vote") == []


def test_words_that_are_signed_do_not_go_on() -> None:
    text = "“He is nobody we would want here.” — Ann Holm Poe\n“No pilot wants him.” And so on."
    assert heard(text)[0] == ("He is nobody we would want here.", "Ann Holm Poe")


def test_the_subject_of_a_verb_that_reports_may_be_a_share_a_secretary_or_a_name_in_ing() -> None:
    assert heard("About four in 10 said they were “angry” with the port.")[0][0] == "they were “angry” with the port"
    text = "“The first line is here,” said former secretary of state Ann Poe, who left."
    assert heard(text) == [("The first line is here,", POE)]
    assert heard("“We live in Ems,” Hemming said.") == [("We live in Ems,", "Hemming")]
    text = "“The answer is no, and it stays no,” the vice mayor nominee riffed on her reply."
    assert heard(text) == [("The answer is no, and it stays no,", "the vice mayor nominee")]


def test_a_quotation_may_be_followed_by_when_it_was_said() -> None:
    assert heard("“There is no room for her in here!” Ann Poe said last week.") == [
        ("There is no room for her in here!", POE)
    ]


def test_a_line_may_begin_with_a_mark_that_has_no_shape() -> None:
    assert heard("Ann Poe left.\n\n\u202a”We stay here for good,” said Otto Hart.") == [
        ("We stay here for good,", HART)
    ]
