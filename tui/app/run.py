"""Starting the app."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def run(paths: Sequence[Path], *, briefs: Path) -> int:
    """Open the desk on `paths`, save briefs in the folder `briefs`; returns the exit code when the reader quits."""
    from tui.app.app import ReexApp

    app = ReexApp(paths, briefs)
    code = app.run()
    return app.return_code or code or 0
