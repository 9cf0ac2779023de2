"""Names: persons, places and organisations of an article (`find`), and who is who across articles (`link`)."""

from recoupe.names.find import find

__all__ = ["find"]
