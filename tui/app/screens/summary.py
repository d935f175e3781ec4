"""What came of a review session."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Static

from tui.plain import one_line
from tui.review.session import Summary


def _counted(what: str, count: int) -> str:
    return what if count == 1 else f"{what}s"


class SummaryScreen(Screen[None], inherit_bindings=False):
    """What came of a session."""

    def __init__(self, summary: Summary, saved: int, briefs: Path) -> None:
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-tall")]
        rows = (
            ("accepted", summary.accepted),
            ("rejected", summary.rejected),
            ("disputed", summary.disputed),
            ("in your words", summary.edited),
            ("starred", summary.starred),
            (_counted("note", summary.notes), summary.notes),
            (_counted("tag", summary.tags), summary.tags),
            (_counted("minute", summary.minutes), summary.minutes),
        )
        self.words = [
            "The review is done.",
            "",
            *(f"{count:>6}  {what}" for what, count in rows),
            "",
            f"{saved} {_counted('brief', saved)} written to {one_line(str(briefs))}.",
            "",
            "Any key goes back to the desk.",
        ]

    def compose(self) -> ComposeResult:
        """The counts."""
        yield Static("\n".join(self.words), id="summary", markup=False)

    def on_key(self, event: Key) -> None:
        """Back."""
        event.stop()
        self.dismiss(None)
