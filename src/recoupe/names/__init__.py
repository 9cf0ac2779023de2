"""Names: persons, places and organisations of an article (`find`), and who is who across articles (`link`)."""

from recoupe.names.find import Recognised, Recogniser, find
from recoupe.names.link import Linked, link

__all__ = ["Linked", "Recognised", "Recogniser", "find", "link"]
