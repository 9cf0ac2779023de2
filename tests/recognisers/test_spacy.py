"""Names by somebody else: through the same door, with the same records; spaCy only where it is installed."""

import json
from pathlib import Path

import pytest

from recoupe import app, names
from recoupe.model import SettingError, Settings
from recoupe.names import Recognised

TEXT = "Mayor Paula Okwundu wrote to Nordbank. Okwundu lives in Leeds. The mayor of Leeds left."


def finder(text: str, language: str) -> list[Recognised] | None:
    if language != "en":
        return None
    return [Recognised(text.index(w), text.index(w) + len(w), kind, "told") for w, kind in SPANS]


SPANS = (("Paula Okwundu", "person"), ("Nordbank", "organisation"))


def test_what_is_told_takes_the_place_of_our_own() -> None:
    found = names.find(TEXT, language="en", recognise=finder, explain=True)
    assert [(n.text, n.type) for n in found if not n.role] == list(SPANS)
    assert "told" in found[0].rule or "told" in found[1].rule


def test_a_language_it_does_not_know_is_ours() -> None:
    found = names.find("La maire Paula Okwundu a parlé.", language="fr", recognise=finder)
    assert [n.text for n in found if not n.role] == ["Paula Okwundu"]


def test_spacy_that_is_not_there_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    with pytest.raises(SettingError, match="pip install spacy"):
        app.recogniser(Settings(spacy=("en_core_web_sm",)))


def test_a_pipeline_of_spacy_finds_the_names(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Paula Okwundu"}, {"label": "ORG", "pattern": "Nordbank"}])
    pipeline.to_disk(tmp_path / "pipeline")
    recognise = app.recogniser(Settings(spacy=(str(tmp_path / "pipeline"),)))
    line = json.loads(app.annotate({"text": TEXT, "lang": "en"}, explain=True, recognise=recognise))
    told = [(n["text"], n["type"], n["rule"]) for n in line["names"] if not n.get("role")]
    assert told == [
        ("Paula Okwundu", "person", "person 5.0: spacy PERSON"),
        ("Nordbank", "organisation", "organisation 5.0: spacy ORG"),
    ]
    with pytest.raises(SettingError):
        app.recogniser(Settings(spacy=(str(tmp_path / "nothing"),)))
