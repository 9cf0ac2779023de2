"""On which floor something happened."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from recoupe.claims import compare
from recoupe.model import Claim
from tests.claims.helpers import alone, article


def floors(text: str, language: str, id_: str = "a1") -> list[Claim]:
    page = article(text, id_, language=language)
    return [c for c in claims.find(page, pipeline.annotate(page), {}) if c.attribute == "on floor"]


@pytest.mark.parametrize(
    ("language", "text", "floor", "what"),
    [
        ("en", "The gunman fired from the ninth floor.", 9, "group:attack"),
        ("en", "He fell from a 16th-storey window.", 16, "group:fall"),
        ("fr", "L'homme vit au dix-neuvième étage. Le feu s'est déclaré au 6e étage.", 6, "group:fire"),
        ("de", "Der Brand brach aus im 6. Stock.", 6, "group:fire"),
        ("de", "Der Mann schoss aus der vierzehnten Etage.", 14, "group:attack"),
        ("es", "El hombre disparó desde la planta 16.", 16, "group:attack"),
        ("it", "Ha sparato dal sedicesimo piano.", 16, "group:attack"),
        ("pt", "O homem disparou do 16.º andar.", 16, "group:attack"),
        ("en", "Fire on a ferry. It broke out on deck 5.", 5, "group:fire"),
        ("fr", "Le feu a pris au pont 5 du ferry.", 5, "group:fire"),
        ("de", "Feuer auf einer Fähre. Es war auf Deck 5 ausgebrochen.", 5, "group:fire"),
        ("es", "El incendio del ferry empezó en la cubierta 5.", 5, "group:fire"),
        ("it", "Il rogo del traghetto è divampato al ponte 5.", 5, "group:fire"),
        ("pt", "O incêndio do ferry começou no convés 5.", 5, "group:fire"),
    ],
)
def test_a_floor_is_told_with_what_happened_on_it(language: str, text: str, floor: int, what: str) -> None:
    assert [(c.low, c.scope) for c in floors(text, language)] == [(floor, (what,))]


@pytest.mark.parametrize("text", ["She lives on the ninth floor.", "The gunman fired from a tower of 9 floors."])
def test_other_floors_are_not_told(text: str) -> None:
    assert not floors(text, "en")


def test_pages_that_tell_the_floor_beside_it_differ() -> None:
    told = ["from the ninth floor", "from the 9th floor", "from the eighth floor", "from the second floor"]
    pages = [article(f"The gunman fired {words}.", f"a{n}", language="en") for n, words in enumerate(told)]
    found = compare([c for page in pages for c in floors(page.text, "en", page.id)], pages, alone)
    assert [(f.status, [v.low for v in f.values]) for f in found if f.status == "disputed"] == [("disputed", [9, 8])]
