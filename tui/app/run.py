"""Starting the app."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.app import pauses
from tui.settings import Settings


def prepare() -> None:
    """Make a key's answer sooner: called before Textual is imported.

    Textual gathers what a key changes until the next frame, and a busy thread keeps the interpreter's lock for a switch
    interval; both are made shorter here. Looking for unreachable objects waits until there is a pause.
    """
    pauses.put_off()
    os.environ.setdefault("TEXTUAL_FPS", "500")
    sys.setswitchinterval(0.001)


class NoTerminalError(Exception):
    """There is no terminal that the reader can be drawn on; the message is a sentence."""


def check_terminal(environment: Mapping[str, str]) -> None:
    """Raises `NoTerminalError` where keys or drawing cannot work."""
    instead = "`reex-tui brief PATH…` writes the same briefs without a screen."
    term = environment.get("TERM", "")
    if term in ("dumb", "unknown"):
        raise NoTerminalError(
            f"The reader cannot be drawn on a terminal that cannot move its cursor (TERM={term}). {instead}"
        )
    streams = (sys.__stdin__, sys.__stderr__)  # Textual reads keys from the one and draws on the other
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise NoTerminalError(f"The reader needs a terminal to draw on and to take keys from. {instead}")


def run(paths: Sequence[Path], *, settings: Settings, review: bool = False, query: str = "") -> int:
    """Open the desk on `paths`; returns the exit code when the reader quits.

    With `review`, the review of the briefs begins as soon as all articles are analysed, of those that `query` finds.

    Raises `KeyConflictError` or `UnknownActionError` when the settings' keys cannot be used, and `NoTerminalError` where
    there is nothing to draw on.
    """
    check_terminal(os.environ)
    prepare()
    from tui.app.app import ReexApp

    app = ReexApp(paths, settings, review=review, query=query)
    code = app.run()
    return app.return_code or code or 0
