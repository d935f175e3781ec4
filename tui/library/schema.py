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
    """
    ALTER TABLE decisions ADD COLUMN who TEXT;
    CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """,
)


class NewerLibraryError(Exception):
    """The file was written by a later version of the tool."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the newest version, one step a transaction. Raises `NewerLibraryError`."""
    if (version := _version(connection)) > len(MIGRATIONS):
        raise NewerLibraryError
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        try:
            connection.executescript(f"BEGIN IMMEDIATE;\n{step}\nPRAGMA user_version = {number};\nCOMMIT;")
        except sqlite3.OperationalError:
            if connection.in_transaction:
                connection.rollback()
            if _version(connection) < number:  # else another process has made this step meanwhile
                raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
