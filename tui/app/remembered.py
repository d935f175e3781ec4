"""Small things that the app remembers from one start to the next, kept in the library: pane widths, commands."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def recall(library: Path | None, name: str) -> Any:
    """What was remembered under `name`, or None; also where the library cannot be read. Makes no file."""
    import sqlite3

    import msgspec

    from tui.library.store import Library, LibraryError, default_path

    path = library or default_path()
    if not path.exists():
        return None
    try:
        with Library(path) as there:
            kept = there.kept(name)
        return msgspec.json.decode(kept) if kept is not None else None
    except (LibraryError, sqlite3.Error, msgspec.DecodeError):
        return None


def remember(library: Path | None, name: str, value: Any) -> None:
    """Remember what JSON can hold under `name`. Raises `LibraryError`."""
    import msgspec

    from tui.library.store import Library, default_path

    with Library(library or default_path()) as there:
        there.keep(name, msgspec.json.encode(value).decode())
