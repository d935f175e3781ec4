"""The library: one SQLite file a user with the articles seen, cached analyses, decisions, review sessions, and what the app
remembers.

A `Library` belongs to the thread that opened it; each thread opens its own.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
import platformdirs
from msgspec.structs import replace

from tui.analysis.model import Analysis, from_json, to_json
from tui.articles.model import Article

from .model import Action, Anchor, Decision, Seen, Session
from .schema import NewerLibraryError, migrate

ENVIRONMENT = "REEX_LIBRARY"
BUSY_SECONDS = 5.0
_COLUMNS = (
    "number, at, session, source, article, section, line, action, value,"
    " exact, prefix, suffix, start, end, undoes, who"
)


class LibraryError(Exception):
    """The library cannot be used; the message is a sentence: what, which file, what to do."""


def default_path() -> Path:
    """Where the library is: `REEX_LIBRARY`, else `library.sqlite` in the user's data folder."""
    named = os.environ.get(ENVIRONMENT)
    return (
        Path(named)
        if named
        else Path(platformdirs.user_data_dir("reex-tui", appauthor=False)) / "library.sqlite"
    )


def fingerprint(article: Article) -> str:
    """Names what an analysis is made from: the article without its id and file name, which may change."""
    return hashlib.sha256(msgspec.json.encode(replace(article, id="", file=""))).hexdigest()


def now() -> str:
    """This moment in UTC, as it is written into the library."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def account_name() -> str | None:
    """What the computer calls the person at it, or None."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user number without a name, as in a container
        return None


class Library:
    """An open library. Every change is a transaction that is on the disk when the call returns."""

    def __init__(self, path: Path, who: str | None = None) -> None:
        """Open the file at `path`, made when it is not there. Raises `LibraryError`.

        `who` is the name that decisions are kept under; by default the account's.
        """
        self.path = path
        self.who = who or account_name()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA foreign_keys = ON")
            migrate(self._db)
        except NewerLibraryError as error:
            raise LibraryError(
                f"{path} was written by a later version of reex-tui; update reex-tui, or name another file with --library."
            ) from error
        except sqlite3.DatabaseError as error:
            raise LibraryError(
                f"{path} cannot be used as a library ({error}); move it away, or name another file with --library."
            ) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise LibraryError(
                f"{path} cannot be opened ({reason}); name another file with --library."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield self._db
            self._db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise LibraryError(
                f"{self.path} cannot be written ({error}); check the disk and its rights."
            ) from error
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def saw(self, articles: Iterable[Article | Analysis]) -> None:
        """Remember under which file name and title these articles were seen."""
        moment = now()
        rows = [(a.sha256, a.id, a.file, a.title, a.published, moment, moment) for a in articles]
        with self._change() as db:
            db.executemany(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, article) DO UPDATE SET"
                " file = excluded.file, title = excluded.title, published = excluded.published,"
                " last_seen = excluded.last_seen",
                rows,
            )

    def seen(self) -> dict[str, Seen]:
        """How each article was seen last, by the SHA-256 of its source."""
        rows = self._db.execute(
            "SELECT source, file, title, published, first_seen, last_seen FROM articles ORDER BY last_seen"
        )
        return {source: Seen(*row) for source, *row in rows}

    def analysis(self, article: Article, version: str) -> Analysis | None:
        """The cached analysis of the article by this version of the analyser, if there is one."""
        row = self._db.execute(
            "SELECT packed FROM analyses WHERE article = ? AND version = ?", (fingerprint(article), version)
        ).fetchone()
        if row is None:
            return None
        try:
            found = from_json(zlib.decompress(row[0]))
        except (zlib.error, msgspec.MsgspecError):  # a cache that cannot be read is made anew
            return None
        return replace(found, id=article.id, file=article.file)

    def keep_analysis(self, article: Article, version: str, analysis: Analysis) -> None:
        """Cache an analysis; those of other versions are dropped."""
        packed = zlib.compress(to_json(analysis), 6)
        with self._change() as db:
            db.execute("DELETE FROM analyses WHERE version <> ?", (version,))
            db.execute(
                "INSERT OR REPLACE INTO analyses VALUES (?, ?, ?)", (fingerprint(article), version, packed)
            )

    def decide(
        self,
        *,
        source: str,
        article: str,
        section: str,
        line: str,
        action: Action,
        value: str | None = None,
        anchor: Anchor | None = None,
        undoes: int | None = None,
        session: int | None = None,
    ) -> Decision:
        """Add an entry to the log of decisions; returns it with its number and time."""
        moment = now()
        quoted = msgspec.structs.astuple(anchor) if anchor else (None,) * 5
        row = (moment, session, source, article, section, line, action, value, *quoted, undoes, self.who)
        with self._change() as db:
            number = db.execute(
                "INSERT INTO decisions (at, session, source, article, section, line, action, value, exact, prefix, suffix,"
                " start, end, undoes, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            ).lastrowid
        assert number is not None
        return Decision(
            number, moment, session, source, article, section, line, action, value, anchor, undoes, self.who
        )

    def take_back(self, entry: Decision, session: int | None = None) -> Decision:
        """Add an entry that takes another one back; returns it."""
        return self.decide(
            source=entry.source,
            article=entry.article,
            section=entry.section,
            line=entry.line,
            action="undo",
            undoes=entry.number,
            session=session,
        )

    def decisions(self, source: str | None = None) -> tuple[Decision, ...]:
        """The log in its order: of one source, or all of it. Raises `LibraryError`."""
        where, values = ("WHERE source = ?", (source,)) if source is not None else ("", ())
        try:
            rows = self._db.execute(f"SELECT {_COLUMNS} FROM decisions {where} ORDER BY number", values)
            return tuple(_decision(row) for row in rows.fetchall())
        except sqlite3.DatabaseError as error:
            raise LibraryError(
                f"{self.path} cannot be read ({error}); move it away, or name another file with --library."
            ) from error

    def start_session(self, queue: Iterable[str]) -> Session:
        """Begin a review session over the sources in `queue`."""
        sources, moment = tuple(queue), now()
        with self._change() as db:
            number = db.execute(
                "INSERT INTO sessions (started, queue) VALUES (?, ?)",
                (moment, msgspec.json.encode(sources).decode()),
            ).lastrowid
        assert number is not None
        return Session(number, moment, None, sources, None, None, 0)

    def place_session(self, session: int, source: str | None, line: str | None, seconds: int) -> None:
        """Remember where a session is, and the seconds spent in it so far."""
        with self._change() as db:
            db.execute(
                "UPDATE sessions SET at_source = ?, at_line = ?, seconds = ? WHERE number = ?",
                (source, line, seconds, session),
            )

    def end_session(self, session: int) -> None:
        """End a session: it is not offered again."""
        with self._change() as db:
            db.execute("UPDATE sessions SET ended = ? WHERE number = ?", (now(), session))

    def keep(self, name: str, value: str) -> None:
        """Keep `value` under `name` for the next start, in place of what was there."""
        with self._change() as db:
            db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, value))

    def kept(self, name: str) -> str | None:
        """What was kept under `name`."""
        row = self._db.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row is not None else None

    def sessions(self) -> tuple[Session, ...]:
        """All sessions, the latest first; one without an `ended` can be taken up again."""
        rows = self._db.execute(
            "SELECT number, started, ended, queue, at_source, at_line, seconds FROM sessions ORDER BY number DESC"
        )
        return tuple(_session(row) for row in rows.fetchall())


def decisions_in(path: Path | None) -> tuple[Decision, ...]:
    """The log of the library at `path`, by default the user's; where there is no file, none is made.

    Raises `LibraryError`.
    """
    path = path or default_path()
    if not path.exists():
        return ()
    with Library(path) as library:
        return library.decisions()


def _decision(row: tuple[Any, ...]) -> Decision:
    (
        number,
        at,
        session,
        source,
        article,
        section,
        line,
        action,
        value,
        exact,
        prefix,
        suffix,
        start,
        end,
        undoes,
        who,
    ) = row
    anchor = None if exact is None else Anchor(exact, prefix, suffix, start, end)
    return Decision(number, at, session, source, article, section, line, action, value, anchor, undoes, who)


def _session(row: tuple[Any, ...]) -> Session:
    number, started, ended, queue, at_source, at_line, seconds = row
    return Session(number, started, ended, tuple(msgspec.json.decode(queue)), at_source, at_line, seconds)
