"""The line to type in what to find; the text follows while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.events import Key
from textual.widgets import Input

if TYPE_CHECKING:
    from tui.app.screens.desk import DeskScreen


class FindLine(Input):
    """Finds while it is typed in; Enter keeps what was found, Escape goes back."""

    def __init__(self) -> None:
        super().__init__(id="find", compact=True, placeholder="find in the text")

    @property
    def desk_screen(self) -> DeskScreen:
        """The screen that it belongs to."""
        return self.screen  # type: ignore[return-value]

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.desk_screen.find_words(event.value)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.desk_screen.find_done(keep=True)

    def on_key(self, event: Key) -> None:
        """Escape ends the search."""
        if event.key == "escape":
            event.stop()
            self.desk_screen.find_done(keep=False)
