"""The tables of the library, as a list of steps that only grows: step N brings a file of version N-1 to version N."""

from __future__ import annotations

import sqlite3

MIGRATIONS = (
    """
    CREATE TABLE articles (
        source TEXT NOT NULL, article TEXT NOT NULL, file TEXT NOT NULL, title TEXT, published TEXT,
        first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, PRIMARY KEY (source, article)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE analyses (
        article TEXT NOT NULL, version TEXT NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (article, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sessions (
        number INTEGER PRIMARY KEY AUTOINCREMENT, started TEXT NOT NULL, ended TEXT, queue TEXT NOT NULL,
        at_source TEXT, at_line TEXT, seconds INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE decisions (
        number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, session INTEGER REFERENCES sessions (number),
        source TEXT NOT NULL, article TEXT NOT NULL, section TEXT NOT NULL, line TEXT NOT NULL, action TEXT NOT NULL,
        value TEXT, exact TEXT, prefix TEXT, suffix TEXT, start INTEGER, end INTEGER,
        undoes INTEGER REFERENCES decisions (number)
    ) STRICT;
    CREATE INDEX decisions_by_source ON decisions (source);
    CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
    CREATE TRIGGER decisions_last BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
    """,
)


class NewerLibraryError(Exception):
    """The file was written by a later version of the tool."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the newest version, one step a transaction. Raises `NewerLibraryError`."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise NewerLibraryError
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        connection.executescript(f"BEGIN IMMEDIATE;\n{step}\nPRAGMA user_version = {number};\nCOMMIT;")
