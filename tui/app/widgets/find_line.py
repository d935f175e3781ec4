"""The line to type in what to find; the text follows while it is typed."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.widgets import Input

from tui.app.widgets.typed_line import TypedLine


class FindLine(TypedLine):
    """Finds while it is typed in; Enter keeps what was found, Escape goes back."""

    def __init__(self, find: Callable[[str], None], done: Callable[[bool], None]) -> None:
        """`find` is called with what is typed so far, `done` at the end with whether to stay at what was found."""
        super().__init__(lambda words: done(words is not None), id="find", placeholder="find in the text")
        self._find = find

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._find(event.value)
