"""The toll of an event before the story's is of the past."""

from __future__ import annotations

import pytest

from recoupe import claims, pipeline
from tests.claims.helpers import article


@pytest.mark.parametrize(
    ("language", "text", "past"),
    [
        ("en", "A quake shook Brenz. It came two weeks after another quake, which killed 98 people.", True),
        ("en", "A quake shook Brenz. It killed 98 people hours after a drill that drew 300.", False),
        ("en", "A quake shook Brenz. Crews dig two days after a quake that killed 98 people.", False),
        ("es", "Un sismo sacudió Brenz. Tras el sismo hubo miedo, mientras que dejó 98 muertos.", False),
        ("fr", "Un séisme a secoué Brenz. Ce séisme survient dix jours après une secousse qui a fait 98 morts.", True),
        ("es", "Un sismo sacudió Brenz. Llega una semana después de otro que dejó 98 muertos.", True),
        ("it", "Un terremoto ha scosso Brenz. Arriva dopo un altro che ha fatto 98 morti.", True),
        ("pt", "Um sismo abalou Brenz. Chega uma semana depois de outro que fez 98 mortos.", True),
        ("de", "Ein Erdbeben traf Brenz. Das Beben kam zwei Wochen nach einem Beben, das 98 Tote forderte.", True),
    ],
)
def test_the_toll_of_the_event_before_is_past(language: str, text: str, past: bool) -> None:
    page = article(text, language=language)
    (toll,) = [c for c in claims.find(page, pipeline.annotate(page), {}) if c.low == 98]
    assert ("past:" in toll.scope) is past
