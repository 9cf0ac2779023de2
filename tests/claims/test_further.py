"""Counts of others of a kind already counted."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from tests.claims.helpers import article


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police seized 13 guns in the shed. At the farm they found another four guns."),
        ("fr", "La police a saisi 13 armes dans la remise. À la ferme elle a trouvé quatre autres armes."),
        ("de", "Die Polizei fand 13 Waffen im Schuppen. Auf dem Hof lagen vier weitere Waffen."),
        ("es", "La policía halló 13 armas en el cobertizo. En la granja había otras cuatro armas."),
        ("it", "La polizia ha trovato 13 armi nel capanno. Nella fattoria c'erano altre quattro armi."),
        ("pt", "A polícia achou 13 armas no barracão. Na quinta havia outras quatro armas."),
    ],
)
def test_others_of_a_kind_are_told_apart(language: str, text: str) -> None:
    page = article(text, language=language)
    found = {c.low: "group:further" in c.scope for c in claims.find(page, pipeline.annotate(page), {})}
    assert found == {13: False, 4: True}


def test_the_only_count_of_a_kind_is_of_no_others() -> None:
    page = article("Nine people died. At the farm police found another four guns.")
    found = claims.find(page, pipeline.annotate(page), {})
    assert not any("group:further" in c.scope for c in found)
