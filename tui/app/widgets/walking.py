"""What the keys of a pane of items do: go through the items one by one, or page by page."""

from __future__ import annotations

from typing import Protocol


class Items(Protocol):
    """Items one below the other, one of which is the current one."""

    @property
    def current(self) -> int:
        """The index of the current item."""

    @property
    def count(self) -> int:
        """How many items there are."""

    @property
    def height(self) -> int:
        """The rows on the screen."""

    def go(self, index: int) -> None:
        """Make an item the current one: the first for an index before it, the last for one beyond."""

    def turn(self, rows: int) -> None:
        """Go so many rows down, or up."""


class Walked:
    """Goes through items; a pane of them has this beside `Pane`."""

    def do_next(self: Items) -> None:
        """The next item."""
        self.go(self.current + 1)

    def do_previous(self: Items) -> None:
        """The item before."""
        self.go(self.current - 1)

    def do_first(self: Items) -> None:
        """The first item."""
        self.go(0)

    def do_last(self: Items) -> None:
        """The last item."""
        self.go(self.count - 1)

    def do_half_down(self: Items) -> None:
        """Half a page down."""
        self.turn(max(1, self.height // 2))

    def do_half_up(self: Items) -> None:
        """Half a page up."""
        self.turn(-max(1, self.height // 2))

    def do_page_down(self: Items) -> None:
        """A page down; two rows stay in sight."""
        self.turn(max(1, self.height - 2))

    def do_page_up(self: Items) -> None:
        """A page up."""
        self.turn(-max(1, self.height - 2))
