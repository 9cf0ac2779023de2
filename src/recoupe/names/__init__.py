"""Names: persons, places and organisations of an article (`find`), and who is who across articles (`link`)."""

from recoupe.names.called import Known, known
from recoupe.names.find import Recognised, Recogniser, find
from recoupe.names.holders import Held
from recoupe.names.link import Linked, link
from recoupe.names.posts import Asked, asked, posts
from recoupe.names.tables import country

__all__ = [
    "Asked", "Held", "Known", "Linked", "Recognised", "Recogniser",
    "asked", "country", "find", "known", "link", "posts",
]  # fmt: skip
