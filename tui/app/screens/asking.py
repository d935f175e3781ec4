"""A screen that asks for words at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.events import Key
from textual.screen import Screen
from textual.widget import Widget

from tui.app.widgets.typed_line import TypedLine


class Asking(Screen[None], inherit_bindings=False):
    """A screen with room for a line to type in (`#ask`), which takes the keys until it is answered."""

    line: TypedLine | None = None
    _opened: Widget
    _before: Widget | None = None

    def open_line(self, widget: Widget, line: TypedLine) -> None:
        """Show a line to type in, alone or in `widget`, in place of one that is open; it takes the keys from now on."""
        if self.line is not None:
            self.close_line()
        self.line, self._opened, self._before = line, widget, self.focused
        self.add_class("asking")
        self.query_one("#ask").mount(widget)

    def close_line(self) -> None:
        """Take the line away, and give the keys back to what had them."""
        self.line = None
        self.remove_class("asking")
        self.set_focus(self._before, scroll_visible=False)
        self.call_later(self._opened.remove)

    def ask(
        self, question: str, take: Callable[[str], object], begin: str = "", history: Sequence[str] = ()
    ) -> None:
        """Ask for words, beginning with `begin`; the arrow keys bring earlier answers back. Escape takes nothing."""
        from tui.app.widgets.ask_line import AskLine

        def answered(words: str | None) -> None:
            self.close_line()
            if words is not None:
                take(words)

        ask = AskLine(question, answered, begin, history)
        self.open_line(ask, ask.line)

    def goes_to_line(self, event: Key) -> bool:
        """Whether a key is for the line, although it reached the screen; it is handed over."""
        if self.line is None:
            return False
        event.stop()
        self.line.ahead(event)
        return True

    def on_typed_line_settled(self, event: TypedLine.Settled) -> None:
        """What was typed while a line was opened has come."""
        event.line.settle()
