"""The template of the HTML file, and what is read beside it.

python -m recoupe.dossier.template      compiles it for the runs to come, as setting up does
"""

from __future__ import annotations

import contextlib
import functools
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

TEMPLATES = Path(__file__).parent / "templates"
PACKED = "dossier.html.packed"


@functools.cache
def load(compiled: jinja2.BytecodeCache | None = None) -> jinja2.Template:
    """Return the template, as it was compiled before where that is of use."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        bytecode_cache=compiled or _Packed(),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template("dossier.html.j2")


@functools.cache
def asset(name: str) -> str:
    """Return the text of a file beside the template."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def pack() -> None:
    """Compile the template for the runs to come, where it has changed since."""
    load(_Packing())


class _Packed(jinja2.BytecodeCache):
    """The template as it was compiled when the package was set up (`pack`): compiling takes longer than a short page.

    Of another template, another Python or damaged it is not used. Nothing is written when reading.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(Exception):  # whatever is wrong with it: the template is there
            bucket.bytecode_from_string((TEMPLATES / PACKED).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        pass


class _Packing(_Packed):
    def dump_bytecode(self, bucket: Bucket) -> None:
        (TEMPLATES / PACKED).write_bytes(bucket.bytecode_to_string())


if __name__ == "__main__":
    pack()
