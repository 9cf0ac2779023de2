"""Passages and origins of invented articles."""

from __future__ import annotations

from tests.made import article

from recoupe.model import Quote
from recoupe.reuse import Independence, compare

COPIED = (
    "The harbour authority wants the fishing fleet to leave the northern basin before winter, to give up the disputed "
    "quota and to pay for the broken lock gates that have blocked the canal since March."
)


def test_copied_sentence_is_one_passage_and_one_origin() -> None:
    one = article(f"Skippers met on Monday. {COPIED} Nobody agreed.", "a", published="2031-04-02")
    two = article(f"A quiet week on the coast.\n{COPIED}", "b", published="2031-04-05")
    three = article("Nothing in this text was taken from the two others; it reports on a village fair in June.", "c")
    passages, origins = compare([two, three, one])
    assert [(p.kind, p.first, [s.exact for s in p.sides]) for p in passages] == [
        ("copy", "a", [COPIED.rstrip(".")] * 2)
    ]
    assert [o.articles for o in origins] == [("b", "a"), ("c",)]
    assert origins[0].root == "a"
    assert Independence(origins, {"a": "A", "b": "B", "c": "C"}).count(["a", "b", "c"]) == (2, 3)


def test_edited_copy_is_joined() -> None:
    changed = COPIED.replace("before winter", "by the end of autumn").replace("broken", "damaged")
    passages, _ = compare([article(COPIED, "a"), article(changed, "b")])
    assert [p.kind for p in passages] == ["edited"]
    assert passages[0].sides[1].exact == changed.rstrip(".")


def test_quotation_both_print_makes_nobody_dependent() -> None:
    words = "We will not leave the northern basin before the lock gates are mended and the quota is settled for good"
    one, two = article(f"“{words},” she said.", "a"), article(f"Asked again, she was firm: « {words} ».", "b")
    passages, origins = compare([one, two])
    assert [p.kind for p in passages] == ["quotation"]
    assert len(origins) == 2


def test_quotes_found_elsewhere_count_as_quotation() -> None:
    words = "we will not leave the northern basin before the lock gates are mended and the quota is settled for good"
    one, two = article(f"- {words}", "a"), article(f"- {words}", "b")
    quotes = {"a": [Quote(content=((2, len(one.text)),), kind="direct")]}
    assert [p.kind for p in compare([one, two], quotes=quotes)[0]] == ["quotation"]


def test_list_of_names_is_a_statement() -> None:
    names = "Ada Brandt, Pio Lund, Mara Quist, Olav Terp, Ines Vale, Rolf Yster, Tove Zimmer and Lars Holm Eriksen"
    passages, origins = compare([article(f"Present: {names}.", "a"), article(f"They were {names}.", "b")])
    assert [p.kind for p in passages] == ["statement"]
    assert len(origins) == 2


def test_template_of_one_host_is_no_passage() -> None:
    line = "Readers can discover what our friendly assistant does for them every single day of the week, for free."
    pages = [article(f"{n} was a village. {n}\n{line}\n", n, host="daily.example") for n in "ab"]
    assert compare(pages)[0] == ()


def test_article_printed_twice_is_no_passage() -> None:
    pages = [article(COPIED, n, outlet="Harbour Post") for n in "ab"]
    passages, origins = compare(pages)
    assert passages == ()
    assert [o.articles for o in origins] == [("a", "b")]


def test_order_of_articles_does_not_change_passages() -> None:
    items = [article(COPIED, "a"), article(f"Well. {COPIED}", "b"), article(f"{COPIED} Indeed.", "c")]
    assert compare(items)[0] == compare(items[::-1])[0]
    assert [len(p.sides) for p in compare(items)[0]] == [3]


def test_short_quotation_is_shown_but_no_sign() -> None:
    one = article("The mayor warned of “dark days at the mill” and left.", "a", outlet="Harbour Post")
    two = article("There will be « dark days at the mill », said the mayor.", "b", outlet="Valley Echo")
    passages, origins = compare([one, two])
    assert [(p.kind, p.words, p.sides[1].exact) for p in passages] == [("quotation", 5, "dark days at the mill")]
    assert len(origins) == 2


def test_machine_translation_is_told() -> None:
    _, origins = compare([article("Some words.", "a", derivative="machine translation")])
    assert origins[0].evidence[0].kind == "translation"


def test_the_clause_around_quoted_words_is_the_newsrooms_own() -> None:
    text = COPIED.replace("wants", "said that it “wants”")
    quotes = {n: [Quote(content=((0, len(text)),), kind="mixed")] for n in "ab"}
    assert [p.kind for p in compare([article(text, "a"), article(text, "b")], quotes=quotes)[0]] == ["copy"]
