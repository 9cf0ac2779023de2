"""What a kept value rests on beside its inputs: this program, its tables, its libraries, this Python."""

from __future__ import annotations

import hashlib
import os
import platform
import sys

import recoupe


def version() -> bytes:
    """Return a digest of every file of the package, and of the names and versions of all installed distributions.

    The files' contents, not their dates: a table edited within one second is another table. A distribution's version
    stands for its contents; any that is installed, changed or removed changes the digest, whether Recoupe uses it or
    not. What is packed of other files of the package tells nothing more: it is used only where it is of these.
    """
    found = hashlib.sha256(f"{sys.version}\0{platform.machine()}\0{sys.byteorder}".encode())
    for name in _distributions():
        found.update(name.encode("utf-8", "surrogateescape") + b"\0")
    root = os.path.dirname(recoupe.__file__)  # paths as strings: hundreds of `Path`s take longer than reading the files
    for folder, below, names in os.walk(root):
        below[:] = sorted(n for n in below if n != "__pycache__")
        for name in sorted(name for name in names if not name.endswith(".packed")):
            with open(os.path.join(folder, name), "rb", buffering=0) as file:
                data = file.read()
            found.update(f"{folder[len(root) :]}/{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
            found.update(data)
    return found.digest()


def _distributions() -> list[str]:
    """Return the names of the folders that say which distributions are installed: "numpy-2.4.6.dist-info"."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            found.update(n for n in os.listdir(folder or ".") if n.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue
    return sorted(found)
