"""Starting the app."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.app import pauses
from tui.articles.ahead import Ahead
from tui.settings import Settings


def prepare() -> None:
    """Make a key's answer sooner: called before Textual is imported.

    Textual gathers what a key changes until the next frame, and a busy thread keeps the interpreter's lock for a switch
    interval; both are made shorter here. Looking for unreachable objects waits until there is a pause.
    """
    pauses.put_off()
    os.environ.setdefault("TEXTUAL_FPS", "500")
    sys.setswitchinterval(0.001)


def run(paths: Sequence[Path], *, settings: Settings, review: bool = False, query: str = "") -> int:
    """Open the desk on `paths`; returns the exit code when the reader quits.

    With `review`, the review of the briefs begins as soon as all articles are analysed, of those that `query` finds.

    Raises `KeyConflictError` or `UnknownActionError` when the settings' keys cannot be used.
    """
    ahead = Ahead(paths)
    try:
        prepare()
        from tui.app.app import ReexApp

        app = ReexApp(paths, settings, review=review, query=query)
        app.desk.intake.ahead = ahead
        code = app.run()
        return app.return_code or code or 0
    finally:
        ahead.close()
