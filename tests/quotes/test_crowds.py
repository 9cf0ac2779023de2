"""Those without a name say what they shout, not who spoke to them; who took a picture says nothing."""

from __future__ import annotations

import pytest

from recoupe.model import Name
from recoupe.quotes import find


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "President Ann Poe spoke to supporters who chanted: “Never!”", "supporters"),
        ("fr", "Ann Poe a parlé face à des partisans qui criaient : « Jamais ! »", "des partisans"),
        ("de", "Präsidentin Ann Poe sprach vor Anhängern, die riefen: „Niemals!“", "Anhängern"),
        ("es", "La presidenta Ann Poe habló ante unos partidarios que gritaban: «¡Jamás!»", "unos partidarios"),
        ("it", "La presidente Ann Poe ha parlato davanti a sostenitori che gridavano: «Mai!»", "sostenitori"),
        ("pt", "A presidente Ann Poe falou para uns apoiantes que gritavam: «Nunca!»", "uns apoiantes"),
    ],
)
def test_a_crowd_says_what_it_shouts(language: str, text: str, who: str) -> None:
    (quote,) = find(text, language=language)
    assert quote.speaker[0].name == who


def test_who_took_a_picture_says_nothing() -> None:
    text = "Un bac, le 6 mai.REUTERS/Nik Rill\n\nLe Premier ministre a déclaré que tout est « totalement maîtrisé »."
    photographer = Name(start=25, end=33, text="Nik Rill", type="person", entity="Nik Rill")
    (quote,) = find(text, language="fr", names=[photographer])
    assert quote.speaker[0].entity == "Le Premier ministre"
