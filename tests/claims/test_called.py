"""What a ship, a tug or a probe is called: with its kind before it, behind a comma, or in its article."""

import pytest

from recoupe import pipeline
from recoupe.claims.article.facts import facts
from recoupe.claims.article.ground import scene
from tests.claims.helpers import article


def called(language: str, text: str) -> list[tuple[str, str]]:
    page = article(text, language=language)
    ground = scene.build(page, pipeline.annotate(page), {})
    return [(f.key, text[f.at : f.until]) for f in facts.read(ground) if f.relation == "post"]


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("fr", "Le navire, le Salt Heron, venait d'appareiller.", "ship", "Salt Heron"),
        ("es", "El buque, el Salt Heron, había zarpado.", "ship", "Salt Heron"),
        ("en", "The Salt Heron, a Maltese-flagged feeder ship loaded with coal, hit a pier.", "ship", "Salt Heron"),
        ("fr", "L'étrave du Salt Heron, un porte-conteneurs de 168 mètres, s'est encastrée.", "ship", "Salt Heron"),
        ("it", "La portacontainer Salt Heron ha colpito un pilone.", "ship", "Salt Heron"),
        ("fr", "Le remorqueur, le Varnis, a tiré cinq personnes.", "tug", "Varnis"),
        ("en", "The probe Orna-2 came down.", "probe", "Orna-2"),
    ],
)
def test_what_a_craft_is_called(language: str, text: str, kind: str, name: str) -> None:
    assert called(language, text) == [(kind, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Otto Rill, a ship owner, said so.",
        "Otto Rill, a steward of the ship, fled.",
        "The ship, the minister said, sank.",
    ],
)
def test_who_has_to_do_with_a_ship_is_none(text: str) -> None:
    assert called("en", text) == []
