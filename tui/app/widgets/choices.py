"""A list to choose from, under a line to type in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import Click, Resize
from textual.message import Message
from textual.strip import Strip

from tui.app.page import cut
from tui.app.widgets.pane import Pane


class Choice(NamedTuple):
    """Something to choose: what it is called, a note beside it, what choosing it gives, and an unseen name to find it by."""

    text: str
    note: str
    value: Any
    name: str = ""


class Choices(Pane, can_focus=False):
    """The choices; one is the current one. Drawn only where they are seen."""

    class Highlighted(Message):
        """Another choice became the current one."""

    class Taken(Message):
        """A choice was clicked."""

    def __init__(self, id: str) -> None:
        super().__init__(id, self.draw)
        self.choices: Sequence[Choice] = ()
        self.current = 0

    def show(self, choices: Sequence[Choice], current: int = 0) -> None:
        """Show these."""
        self.choices = choices
        self.current = current
        self.resize_to(max(1, len(choices)))
        self.show_rows(current, current + 1)
        self.post_message(self.Highlighted())

    def on_resize(self, event: Resize) -> None:
        """Keep the current choice in sight."""
        self.show_rows(self.current, self.current + 1)

    @property
    def choice(self) -> Choice | None:
        """The current choice."""
        return self.choices[self.current] if self.choices else None

    def step(self, by: int) -> None:
        """Go down, or up."""
        if not self.choices:
            return
        before, self.current = self.current, max(0, min(self.current + by, len(self.choices) - 1))
        if self.current != before:
            self.redraw((before, self.current))
            self.show_rows(self.current, self.current + 1, context=0)
            self.post_message(self.Highlighted())

    def on_click(self, event: Click) -> None:
        """Take what is under the mouse."""
        row = self.scroll_offset.y + event.y
        if row < len(self.choices):
            self.step(row - self.current)
            self.post_message(self.Taken())

    def draw(self, row: int) -> Strip:
        """What it is called, and the note at the right; or that there is nothing to choose."""
        if not self.choices:
            return Strip([Segment(cut(" nothing found", self.width), self.base + self.look("list--dim"))])
        choice = self.choices[row]
        base = self.base + self.look("list--current") if row == self.current else self.base
        width = self.width - 2
        note = cut(choice.note, max(0, min(width // 2, width - 12)))
        text = cut(choice.text, max(1, width - cell_len(note) - (2 if note else 0)))
        gap = width - cell_len(text) - cell_len(note)
        return Strip(
            [
                Segment("▌" if row == self.current else " ", base + self.look("list--sign")),
                Segment(text + " " * gap, base),
                Segment(note, base + self.look("list--dim")),
            ]
        ).adjust_cell_length(self.size.width, base)
