"""Floor 2: the dossier, everything known of one story, ready to read or to send.

`build` gathers what the steps found; `text`, `markdown` and `html` write it for people. Finding is apart from writing.
"""

from recoupe.dossier.build import LEAD, Material, build, opening

__all__ = ["LEAD", "Material", "build", "opening"]
