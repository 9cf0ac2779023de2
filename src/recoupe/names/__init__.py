"""Names: persons, places and organisations of an article (`find`), and who is who across articles (`link`)."""

from recoupe.names.find import Recognised, Recogniser, find
from recoupe.names.link import Known, Linked, known, link

__all__ = ["Known", "Linked", "Recognised", "Recogniser", "find", "known", "link"]
