"""Names by a spaCy pipeline that is installed on this machine (`pip install spacy`, and a pipeline for the language).

Never a dependency: spaCy is imported when a pipeline is asked for. What it finds takes the place of our own candidates;
entities, roles and everything after them are made as ever. Its answers are those of a trained model: the promise "same
pages, same bytes" then holds for one version of spaCy, of the pipeline and of the machine's arithmetic only.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

from recoupe.model import SettingError
from recoupe.names import Recognised

_TYPES = {
    "PER": "person", "PERSON": "person", "LOC": "place", "GPE": "place", "FAC": "place", "ORG": "organisation",
}  # fmt: skip
_UNUSED = ("parser", "tagger", "morphologizer", "lemmatizer", "trainable_lemmatizer", "attribute_ruler", "textcat")


class SpacyNames:
    """A recogniser over one or more pipelines; each serves the language it was made for."""

    def __init__(self, pipelines: Sequence[str]) -> None:
        """Load the pipelines, by name or by folder. Raises SettingError if spaCy or one of them is not there."""
        try:
            spacy: Any = importlib.import_module("spacy")
        except ImportError as error:
            raise SettingError("spacy", "spaCy is not installed", "pip install spacy") from error
        self._by_language: dict[str, Any] = {}
        for name in pipelines:
            try:
                pipeline = spacy.load(name, exclude=_UNUSED)
            except (OSError, ValueError) as error:
                raise SettingError(name, f"no spaCy pipeline: {error}", f"python -m spacy download {name}") from error
            self._by_language[pipeline.lang] = pipeline

    def __call__(self, text: str, language: str) -> list[Recognised] | None:
        """Return the persons, places and organisations of `text` in order; None where no pipeline has the language."""
        pipeline = self._by_language.get(language)
        if pipeline is None:
            return None
        pipeline.max_length = max(pipeline.max_length, len(text) + 1)
        found = []
        for entity in pipeline(text).ents:
            kind = _TYPES.get(entity.label_)
            if kind:
                found.append(Recognised(entity.start_char, entity.end_char, kind, f"spacy {entity.label_}"))
        return found
