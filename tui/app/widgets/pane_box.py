"""What holds a pane with its bars. Its left border is the divider, which the mouse can drag."""

from __future__ import annotations

from textual.containers import Container
from textual.events import MouseDown, MouseMove, MouseUp
from textual.message import Message
from textual.widget import Widget


class PaneBox(Container):
    """A pane with its title, beside others."""

    ALLOW_SELECT = False  # else dragging the divider would select text

    class Dragged(Message):
        """The divider is dragged to the column `x` of the screen."""

        def __init__(self, box: PaneBox, x: int) -> None:
            super().__init__()
            self.box = box
            self.x = x

    def __init__(self, *children: Widget, id: str) -> None:
        super().__init__(*children, id=id, classes="pane")
        self._dragging = False

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of the divider."""
        if event.x == 0 and event.button == 1 and self.styles.border_left[0]:
            self._dragging = True
            self.add_class("dragging")
            self.capture_mouse()
            event.stop()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Follow the mouse."""
        if self._dragging:
            self.post_message(self.Dragged(self, event.screen_x))

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let go."""
        if self._dragging:
            self._dragging = False
            self.remove_class("dragging")
            self.release_mouse()
            event.stop()
