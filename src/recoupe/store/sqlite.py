"""A store in one SQLite file of a folder. It keeps `model.ports.Store`: it may forget, but never lies nor raises.

    values  id (first bytes of the key), check, value     a damaged value fails its check and counts as none
    uses    id, run                                        the run that used a value last: the oldest go first

A file that is no database, is damaged or was laid out by another version is begun anew; a file of something else is
left alone. Two processes share it: each waits a little for the other, then does without. What went wrong is in `notes`,
once each.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path

NAME = "recoupe-kept.sqlite"
APPLICATION = 0x7265636F  # "reco", what `file` and SQLite know the file by
LAYOUT = 1
"""Raised when the tables change."""

LIMIT = 1_000_000_000
"""Bytes the file may have; beyond it what was used longest ago goes."""

BATCH = 8_000_000
"""Bytes held back before they are written: one transaction, and what memory this costs."""

TOGETHER = 500
"""Keys that one question names."""

PATIENCE = 5.0
"""Seconds to wait for another process."""

_TABLES = (
    "CREATE TABLE 'values' (id INTEGER PRIMARY KEY, 'check' BLOB NOT NULL, value BLOB NOT NULL)",
    "CREATE TABLE uses (id INTEGER PRIMARY KEY, run INTEGER NOT NULL)",
    "CREATE TABLE runs (number INTEGER PRIMARY KEY)",
    "INSERT INTO runs VALUES (0)",
)


FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What a damaged file raises: the words of SQLite's own error may quote bytes of it that are no text."""


class SqliteStore:
    """The store in `folder`, made where it is missing. `close` writes what is held back."""

    def __init__(self, folder: str, limit: int = LIMIT) -> None:
        self.notes: list[str] = []
        self._folder = Path(folder)
        self._limit = limit
        self._held: dict[bytes, bytes] = {}
        self._weight = 0
        self._used: set[int] = set()
        self._writes = True
        self._database: sqlite3.Connection | None = None
        self._open()

    def get(self, key: bytes) -> bytes | None:
        held = self._held.get(key)
        if held is not None:
            return held
        rows = self._asked("SELECT * FROM 'values' WHERE id = ?", (_id(key),))
        return self._checked(key, *rows[0]) if rows else None

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """A question for many keys takes a third of the time that one for each takes."""
        asked = sorted(set(keys))
        found = {key: self._held[key] for key in asked if key in self._held}
        for first in range(0, len(asked), TOGETHER):
            by_id = {_id(key): key for key in asked[first : first + TOGETHER] if key not in found}
            marks = ", ".join("?" * len(by_id))
            for row in self._asked(f"SELECT * FROM 'values' WHERE id IN ({marks})", tuple(by_id)):
                key = by_id[row[0]]
                value = self._checked(key, *row)
                if value is not None:
                    found[key] = value
        return found

    def _checked(self, key: bytes, id_: int, check: object, value: object) -> bytes | None:
        """Return the value of a row, None where it is of another key or damaged."""
        if not isinstance(value, bytes) or check != _check(key, value):
            self._note("some of what was kept is damaged; it is worked out anew")
            return None
        self._used.add(id_)
        return value

    def put(self, key: bytes, value: bytes) -> None:
        if self._database is None or not self._writes:
            return
        self._held[key] = value
        self._weight += len(value)
        if self._weight > BATCH:
            self._write()

    def close(self) -> None:
        """Write what is held back, forget what is over the limit, and let the file go."""
        if self._database is not None and self._writes and (self._held or self._used):
            self._write(last=True)
        if self._database is not None:
            with contextlib.suppress(*FAULTS):
                self._database.close()
        self._database = None

    def _open(self) -> None:
        file = self._folder / NAME
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database = self._connected(file)
        except (OSError, *FAULTS) as error:
            self._note(f"nothing can be kept here: {_words(error)}")

    def _connected(self, file: Path) -> sqlite3.Connection | None:
        """Return a connection to the store, a new one where there is none or it is of no use."""
        if file.exists():
            try:
                database, made_by, layout, empty = _looked_at(file)
                if made_by == APPLICATION and layout == LAYOUT:
                    return database
                database.close()
                if empty:
                    return self._laid_out(file)
                if made_by != APPLICATION:
                    self._note(f"{NAME} is something else's; nothing is kept")
                    return None
                self._note("what was kept is of another version; all is worked out anew")
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                if isinstance(error, sqlite3.OperationalError) and not _damaged(error):
                    raise  # locked, or no right to read it: no reason to throw it away
                self._note("what was kept is damaged; all is worked out anew")
            _remove(file)
        return self._laid_out(file)

    def _laid_out(self, file: Path) -> sqlite3.Connection:
        """Return a connection to a new store, or to the one another process has just made."""
        file.touch(mode=0o600)  # what was read on pages is nobody else's; the journal has the rights of the file
        database = _connect(file)
        with database:
            database.execute("BEGIN IMMEDIATE")
            if not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:  # another process was first
                for statement in _TABLES:
                    database.execute(statement)
                database.execute(f"PRAGMA user_version = {LAYOUT}")
                database.execute(f"PRAGMA application_id = {APPLICATION}")
        return database

    def _asked(self, question: str, given: tuple[int, ...]) -> list[tuple[int, object, object]]:
        """Return the rows of the answer, none where the file cannot be read."""
        if self._database is None:
            return []
        try:
            return self._database.execute(question, given).fetchall()
        except FAULTS as error:
            self._failed(error)
            return []

    def _failed(self, error: Exception) -> None:
        """Do without the store after a fault; one that is damaged is begun anew."""
        if isinstance(error, sqlite3.OperationalError) and not _damaged(error):
            self._note(f"what was kept cannot be read: {_words(error)}")
            self._leave()
            return
        self._note("what was kept is damaged; all is worked out anew")
        self._leave()
        _remove(self._folder / NAME)
        self._open()

    def _leave(self) -> None:
        if self._database is not None:
            with contextlib.suppress(*FAULTS):
                self._database.close()
        self._database = None

    def _write(self, last: bool = False) -> None:
        """Write what is held back in one transaction: all of it is kept, or none."""
        held, self._held, self._weight = self._held, {}, 0
        database = self._database
        if database is None:
            return
        try:
            with database:
                database.execute("BEGIN IMMEDIATE")
                rows = [(_id(key), _check(key, value), value) for key, value in held.items()]
                database.executemany("INSERT OR REPLACE INTO 'values' VALUES (?, ?, ?)", rows)
                self._used.update(id_ for id_, _, _ in rows)
                if last:
                    self._mark(database)
        except FAULTS as error:
            if isinstance(error, sqlite3.OperationalError) and not _damaged(error):
                self._note(f"not all could be kept: {_words(error)}")
                self._writes = _locked(error)
            else:
                self._failed(error)

    def _mark(self, database: sqlite3.Connection) -> None:
        """Note what this run used, and forget what was used longest ago where the file has grown over its limit."""
        database.execute("UPDATE runs SET number = number + 1")
        run = database.execute("SELECT number FROM runs").fetchone()[0]
        database.executemany("INSERT OR REPLACE INTO uses VALUES (?, ?)", ((id_, run) for id_ in sorted(self._used)))
        page, pages, free = (
            database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count", "freelist_count")
        )
        over = page * (pages - free) - self._limit
        if over <= 0:
            return
        over += self._limit // 4  # so that the next run need not forget again
        sizes = "SELECT v.id, length(value) FROM 'values' v LEFT JOIN uses u ON u.id = v.id ORDER BY run, v.id"
        gone = []
        for id_, size in database.execute(sizes):
            gone.append((id_,))
            over -= size
            if over <= 0:
                break
        database.executemany("DELETE FROM 'values' WHERE id = ?", gone)
        database.executemany("DELETE FROM uses WHERE id = ?", gone)

    def _note(self, words: str) -> None:
        if words not in self.notes:
            self.notes.append(words)


def _connect(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    # A power cut may lose or spoil the file; the checks find that out. Waiting for the disk would cost each run more.
    database.execute("PRAGMA synchronous = OFF")
    return database


def _looked_at(file: Path) -> tuple[sqlite3.Connection, int, int, bool]:
    """Return a connection to a file, by what and in which layout it was made, and whether it holds nothing."""
    database = _connect(file)
    with contextlib.ExitStack() as closing:
        closing.callback(database.close)
        database.execute("BEGIN")  # one state of the file: another process may be making it just now
        made_by = database.execute("PRAGMA application_id").fetchone()[0]
        layout = database.execute("PRAGMA user_version").fetchone()[0]
        empty = not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        database.execute("COMMIT")
        if made_by == APPLICATION and layout == LAYOUT:
            database.execute("SELECT number FROM runs").fetchone()  # its tables are there
        closing.pop_all()
    return database, made_by, layout, empty


def _damaged(error: sqlite3.Error) -> bool:
    """Tell whether SQLite says that the file's contents are wrong, not that it could not do what was asked."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def _locked(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _remove(file: Path) -> None:
    for name in (file, file.with_name(file.name + "-journal")):
        name.unlink(missing_ok=True)


def _id(key: bytes) -> int:
    return int.from_bytes(key[:8], "big", signed=True)


def _check(key: bytes, value: bytes) -> bytes:
    """Return what proves that `value` was put under `key`, all of it: the rest of the key, and a sum of both."""
    return key[8:] + zlib.crc32(value, zlib.crc32(key)).to_bytes(4, "big")


def _words(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
