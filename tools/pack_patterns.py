"""Pack the patterns that pages need, as this Python compiles them: see `recoupe.text.patterns`.

    python tools/pack_patterns.py

They are those that reading the examples and the pages of one invented event asks for, a sentence in each language, all
rules of times, and all ways to name an outlet.
"""

from __future__ import annotations

from pathlib import Path

from recoupe import app
from recoupe.extract import outlets
from recoupe.languages import available
from recoupe.model import Settings
from recoupe.text import patterns
from recoupe.times.grammar import grammar

ROOT = Path(__file__).parents[1]
SENTENCE = "Anna Ruiz (45), 15.8.2025, 19:30: “12 of 30”."


def main() -> None:
    folders = (ROOT / "examples" / "ferry", ROOT / "tests" / "claims" / "events" / "coach")
    for folder in filter(Path.is_dir, folders):
        app.dossier([str(folder)], Settings())
    for code in available():
        app.annotate({"text": SENTENCE, "lang": code})
        for rule in grammar(code).rules:
            patterns.compiled(rule.source)
    for kind in ("says", "published_in", "source", "host"):
        for saying in outlets._sayings(kind):
            outlets._pattern(saying)
    patterns.write(patterns.asked)


if __name__ == "__main__":
    main()
