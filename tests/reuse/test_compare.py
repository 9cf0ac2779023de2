"""Passages and origins of invented articles."""

from __future__ import annotations

from typing import Any

from recoupe.model import Article, Quote
from recoupe.reuse import compare, independent

COPIED = (
    "The harbour authority wants the fishing fleet to leave the northern basin before winter, to give up the disputed "
    "quota and to pay for the broken lock gates that have blocked the canal since March."
)


def article(name: str, text: str, **more: Any) -> Article:
    fields: dict[str, Any] = {
        "id": name, "page": name, "kind": "article", "title": None, "outlet": None, "host": None, "authors": (),
        "published": None, "published_evidence": None, "language": "en", "text": text, "blocks": (),
    }  # fmt: skip
    return Article(**(fields | more))


def test_copied_sentence_is_one_passage_and_one_origin() -> None:
    one = article("a", f"Skippers met on Monday. {COPIED} Nobody agreed.", published="2031-04-02")
    two = article("b", f"A quiet week on the coast.\n{COPIED}", published="2031-04-05")
    three = article("c", "Nothing in this text was taken from the two others; it reports on a village fair in June.")
    passages, origins = compare([two, three, one])
    assert [(p.kind, p.first, [s.exact for s in p.sides]) for p in passages] == [
        ("copy", "a", [COPIED.rstrip(".")] * 2)
    ]
    assert [o.articles for o in origins] == [("b", "a"), ("c",)]
    assert origins[0].root == "a"
    assert independent(["a", "b", "c"], origins, {"a": "A", "b": "B", "c": "C"}) == (2, 3)


def test_edited_copy_is_joined() -> None:
    changed = COPIED.replace("before winter", "by the end of autumn").replace("broken", "damaged")
    passages, _ = compare([article("a", COPIED), article("b", changed)])
    assert [p.kind for p in passages] == ["edited"]
    assert passages[0].sides[1].exact == changed.rstrip(".")


def test_quotation_both_print_makes_nobody_dependent() -> None:
    words = "We will not leave the northern basin before the lock gates are mended and the quota is settled for good"
    one, two = article("a", f"“{words},” she said."), article("b", f"Asked again, she was firm: « {words} ».")
    passages, origins = compare([one, two])
    assert [p.kind for p in passages] == ["quotation"]
    assert len(origins) == 2


def test_quotes_found_elsewhere_count_as_quotation() -> None:
    words = "we will not leave the northern basin before the lock gates are mended and the quota is settled for good"
    one, two = article("a", f"- {words}"), article("b", f"- {words}")
    quotes = {"a": [Quote(content=((2, len(one.text)),), kind="direct")]}
    assert [p.kind for p in compare([one, two], quotes=quotes)[0]] == ["quotation"]


def test_list_of_names_is_a_statement() -> None:
    names = "Ada Brandt, Pio Lund, Mara Quist, Olav Terp, Ines Vale, Rolf Yster, Tove Zimmer and Lars Holm Eriksen"
    passages, origins = compare([article("a", f"Present: {names}."), article("b", f"They were {names}.")])
    assert [p.kind for p in passages] == ["statement"]
    assert len(origins) == 2


def test_template_of_one_host_is_no_passage() -> None:
    line = "Readers can discover what our friendly assistant does for them every single day of the week, for free."
    pages = [article(n, f"{n} was a village. {n}\n{line}\n", host="daily.example") for n in "ab"]
    assert compare(pages)[0] == ()


def test_article_printed_twice_is_no_passage() -> None:
    pages = [article(n, COPIED, outlet="Harbour Post") for n in "ab"]
    passages, origins = compare(pages)
    assert passages == ()
    assert [o.articles for o in origins] == [("a", "b")]


def test_order_of_articles_does_not_change_passages() -> None:
    items = [article("a", COPIED), article("b", f"Well. {COPIED}"), article("c", f"{COPIED} Indeed.")]
    assert compare(items)[0] == compare(items[::-1])[0]
    assert [len(p.sides) for p in compare(items)[0]] == [3]


def test_short_quotation_is_shown_but_no_sign() -> None:
    one = article("a", "The mayor warned of “dark days at the mill” and left.", outlet="Harbour Post")
    two = article("b", "There will be « dark days at the mill », said the mayor.", outlet="Valley Echo")
    passages, origins = compare([one, two])
    assert [(p.kind, p.words, p.sides[1].exact) for p in passages] == [("quotation", 5, "dark days at the mill")]
    assert len(origins) == 2


def test_machine_translation_is_told() -> None:
    _, origins = compare([article("a", "Some words.", derivative="machine translation")])
    assert origins[0].evidence[0].kind == "translation"


def test_the_clause_around_quoted_words_is_the_newsrooms_own() -> None:
    text = COPIED.replace("wants", "said that it “wants”")
    quotes = {n: [Quote(content=((0, len(text)),), kind="mixed")] for n in "ab"}
    assert [p.kind for p in compare([article("a", text), article("b", text)], quotes=quotes)[0]] == ["copy"]
