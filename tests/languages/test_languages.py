"""Every language's tables: they parse, their parts are the documented ones, and its own sentences are read.

A language may bring sentences: `<code>.jsonl` beside this file, one text a line, with what a careful reader finds in
it. A key that is not there is not asked for: `times` (values), `names` (texts), `quantities` ([low, high, of]) and
`quotes` ([content, speaker]). `published` is 12 November 2025 (a Wednesday), 9:00, unless the line says otherwise.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from recoupe import app
from recoupe.languages import TABLES, available, dictionary, load
from recoupe.text.normalise import fold

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KEYS = ROOT / "src/recoupe/quantities/keys.toml"
REFERENCE = (ROOT / "docs/reference/languages.md").read_text(encoding="utf-8")
PUBLISHED = "2025-11-12T09:00:00+01:00"
TEXTS = [
    (file.stem, json.loads(line))
    for file in sorted(HERE.glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]
OWN = {
    "names": {"demonyms", "role_groups", "organisations", "places"},
    "stories": {"vocabulary"},
    "vocabulary": {"vocabulary", "speech"},
}
"""Parts whose keys are countries, names or concepts, not parts of their own."""
KEYED_BY_VALUE = {"times", "numbers", "concepts", "cues", "statements", "facts"}
"""Tables whose parts have values or concepts as keys, which are no parts of their own."""


@pytest.mark.parametrize(("code", "line"), TEXTS, ids=lambda x: x if isinstance(x, str) else x["text"][:40])
def test_its_sentences_are_read(code: str, line: dict[str, Any]) -> None:
    record = {"id": "1", "text": line["text"], "lang": code, "published": line.get("published", PUBLISHED)}
    text, found = line["text"], json.loads(app.annotate(record))
    got: dict[str, Any] = {
        "times": [t["value"] for t in found["times"]],
        "names": [n["text"] for n in found["names"]],
        "quantities": [[q.get("low"), q.get("high"), q.get("of")] for q in found["quantities"]],
        "quotes": [
            [
                " ".join(text[a:b] for a, b in q["content"]),
                " ".join(text[s["start"] : s["end"]] for s in q.get("speaker", ())),
            ]
            for q in found["quotes"]
        ],
    }
    asked = {key: value for key, value in line.items() if key in got}
    assert {key: got[key] for key in asked} == asked


def documented(table: str) -> set[str]:
    """Return the parts that the reference tells of for a table: "- `a`, `b`: what they are"."""
    section = REFERENCE.split(f"\n### {table}.toml\n")[1].split("\n### ")[0]
    heads = re.findall(r"^- ((?:`[^`]+`(?:, )?)+):", re.sub(r"\n +", " ", section), re.M)
    return {part for head in heads for part in re.findall(r"`([^`]+)`", head)}


def parts(table: str, content: Mapping[str, Any]) -> Iterator[str]:
    """Yield the parts a table has, those of its sections as "section.part"."""
    for key, value in content.items():
        sections = isinstance(value, dict) and table not in KEYED_BY_VALUE and key not in OWN.get(table, ())
        if sections and f"{key}.*" not in documented(table):
            yield from (f"{key}.{inner}" for inner in value)
        else:
            yield f"{key}.*" if sections else key


@pytest.mark.parametrize("table", [t for t in TABLES if t != "zones"])
@pytest.mark.parametrize("code", available())
def test_every_part_of_a_table_is_documented(code: str, table: str) -> None:
    assert set(parts(table, load(code).table(table))) <= documented(table)


@pytest.mark.parametrize("code", available())
def test_zones_name_zones_the_database_has(code: str) -> None:
    import zoneinfo

    for table in ("zonename", "zoneplace", "zonenation"):
        for source in (load(code).table("zones"), load(code).table("times")):
            zones = {key.partition("|")[0] for key in source.get(table, {})}
            assert zones - {"local"} <= zoneinfo.available_timezones()


@pytest.mark.parametrize("table", [t for t in TABLES if t != "zones"])
def test_the_code_reads_every_documented_part(table: str) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src/recoupe").rglob("*.py")))
    words = set(re.findall(r"[\w-]+", code))
    missing = {p for p in documented(table) if not set(re.findall(r"[\w-]+", p.removesuffix(".*"))) <= words}
    assert missing == set()


@pytest.mark.parametrize("code", available())
def test_concepts_are_keys_that_every_language_may_have(code: str) -> None:
    table, known = load(code).table("concepts"), tomllib.loads(KEYS.read_text(encoding="utf-8"))
    counted, befell = {*known["person"], *known["thing"]}, set(known["outcomes"])
    nouns, verbs = ("nouns", "of_several", "wholes"), ("verbs", "active", "separated", "separated_behind")
    assert {key for section in nouns for key in table.get(section, {})} <= counted
    assert {key for section in (*verbs, "among", "those") for key in table.get(section, {})} <= befell
    assert set(table.get("cues", {})) <= set(known["measure"])
    assert set(table.get("units", {})) <= {unit for units in known["units"].values() for unit in units}


@pytest.mark.parametrize("code", available())
def test_words_of_news_mean_what_other_languages_know_and_are_folded(code: str) -> None:
    table, known = load(code).table("vocabulary"), load("en").table("vocabulary")
    for part in ("vocabulary", "speech"):
        assert set(table.get(part, {})) <= set(known[part])
    forms = [form for part in ("vocabulary", "speech") for its in table.get(part, {}).values() for form in its]
    assert [f for f in forms if fold(f) != f or not f.strip(".*")] == []
    assert [f for f in forms if not f.endswith(".") and len(f) < 4] == [], "so short a beginning is never looked for"


@pytest.mark.parametrize("code", available())
def test_headline_words_mean_what_other_languages_know(code: str) -> None:
    assert set(load(code).table("stories").get("vocabulary", {})) <= set(load("en").table("stories")["vocabulary"])


@pytest.mark.parametrize("code", available())
def test_demonyms_are_of_countries(code: str) -> None:
    countries = set(load(code).table("names").get("demonyms", {})) - {"EUROPE", "AFRICA", "ASIA", "OTHER"}
    assert all(re.fullmatch("[A-Z]{2}", country) for country in countries)


def test_a_dictionary_knows_a_word_by_its_endings() -> None:
    english = dictionary("en-GB")
    assert all(english.has(word) for word in ("harbour", "harbours", "carried", "organised", "quickly"))
    assert not any(english.has(word) for word in ("berlin", "okwundu", "s", "ed"))
    assert not dictionary("fr")
    assert not dictionary("fr").has("le")
