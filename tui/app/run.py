"""Starting the app."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui.settings import Settings


def run(paths: Sequence[Path], *, settings: Settings) -> int:
    """Open the desk on `paths`; returns the exit code when the reader quits.

    Raises `KeyConflictError` or `UnknownActionError` when the settings' keys cannot be used.
    """
    from tui.app.app import ReexApp

    app = ReexApp(paths, settings)
    code = app.run()
    return app.return_code or code or 0
