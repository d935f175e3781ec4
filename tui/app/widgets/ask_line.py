"""A line to type an answer in, at the foot of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Key
from textual.widgets import Input, Static


class AskLine(Horizontal):
    """Asks for words; `answered` is called with them, or with None where the person went back.

    Keys that are typed before the line is there are given to it by `ahead` and are not lost.
    """

    def __init__(
        self,
        question: str,
        answered: Callable[[str | None], None],
        begin: str = "",
        history: Sequence[str] = (),
    ) -> None:
        """`history` holds earlier answers, the latest last; the arrow keys go through them."""
        super().__init__()
        self._answers = [*history, begin]
        self._at = len(history)
        self._question = question
        self._answered = answered
        self._input = Input(begin, compact=True, select_on_focus=False)
        self._ahead: list[Key] = []
        self._there = False

    def compose(self) -> ComposeResult:
        """The question and the line."""
        yield Static(self._question, markup=False)
        yield self._input

    def on_mount(self) -> None:
        """Type at once."""
        self._input.focus()
        self.call_after_refresh(self._catch_up)

    def _catch_up(self) -> None:
        self._there = True
        for key in self._ahead:
            self._take(key)

    def ahead(self, key: Key) -> None:
        """A key that reached the screen although the line is asked for."""
        if self._there:
            self._take(key)
        else:
            self._ahead.append(key)

    def _take(self, key: Key) -> None:
        if key.key == "enter":
            self._answered(self._input.value)
        elif key.key == "escape":
            self._answered(None)
        elif key.is_printable and key.character:
            self._input.insert_text_at_cursor(key.character)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._answered(event.value)

    def on_key(self, event: Key) -> None:
        """Escape goes back; up and down go through earlier answers."""
        if event.key == "escape":
            event.stop()
            self._answered(None)
        elif event.key in ("up", "down") and len(self._answers) > 1:
            event.stop()
            if self._at == len(self._answers) - 1:
                self._answers[-1] = self._input.value
            self._at = max(0, min(self._at + (1 if event.key == "down" else -1), len(self._answers) - 1))
            self._input.value = self._answers[self._at]
            self._input.cursor_position = len(self._input.value)
