"""Floor 2: the dossier, everything known of one story, ready to read or to send.

`build` gathers what the steps found; `text`, `markdown` and `html` write it for people. Finding is apart from writing.
"""

from recoupe.dossier.build import Material, build, opening
from recoupe.dossier.said import Spoken, words_said

__all__ = ["Material", "Spoken", "build", "opening", "words_said"]
