"""Who came to what people gather for."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from tests.claims.helpers import article


def counted(language: str, text: str) -> set[str]:
    page = article(text, language=language, title="Nouvelles")
    return {c.attribute for c in claims.find(page, pipeline.annotate(page), {}) if c.unit == "person"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The county fair drew 4,200 people on its last day."),
        ("fr", "La kermesse avait attiré quelque 4 200 personnes."),
        ("de", "Auf dem Festgelände waren nach Angaben der Stadt 4200 Besucher."),
        ("es", "La verbena reunía a unas 4.200 personas."),
        ("it", "Alla sagra c'erano 4.200 persone."),
        ("pt", "A romaria reunia 4.200 pessoas."),
    ],
)
def test_those_who_came_attended(language: str, text: str) -> None:
    assert counted(language, text) == {"attended"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Some 4,200 people queued on Sunday to give blood."),
        ("fr", "La kermesse a fait vivre 4 200 personnes."),
        ("de", "Das Museum zählte 4200 Besucher im Jahr."),
    ],
)
def test_others_did_not(language: str, text: str) -> None:
    assert "attended" not in counted(language, text)
