"""A line to type an answer in, at the foot of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from tui.app.widgets.typed_line import TypedLine


class AskLine(Horizontal):
    """Asks for words; `answered` is called with them, or with None where the person went back."""

    def __init__(
        self,
        question: str,
        answered: Callable[[str | None], None],
        begin: str = "",
        history: Sequence[str] = (),
    ) -> None:
        """`history` holds earlier answers, the latest last; the arrow keys go through them."""
        super().__init__()
        self._question = question
        self.line = TypedLine(answered, begin, history)

    def compose(self) -> ComposeResult:
        """The question and the line."""
        yield Static(self._question, markup=False)
        yield self.line
