"""How wide the panes are: zoom, the keys and the mouse that resize, and widths that are there at the next start."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from textual.containers import Container
from textual.events import Resize
from textual.timer import Timer

from tui.app.actions import Keymap
from tui.app.desk import Desk
from tui.app.screens.desk_out import DeskOut
from tui.app.widgets.pane_box import PaneBox

WIDTHS = "pane widths"
"""Under which name the library keeps them."""
LEAST, LEAST_TEXT = 20, 30
"""The fewest columns of the list and the brief, and of the text."""
STEP = 4
SETTLED = 0.5
"""Seconds after the last change in which widths are not yet kept."""


def readable(kept: Any) -> dict[str, dict[str, int]]:
    """Widths by room and pane as they were kept; whatever else stands there is left out."""
    rooms = kept.items() if isinstance(kept, dict) else ()
    return {
        str(room): {
            name: width
            for name, width in panes.items()
            if name in ("list", "brief") and isinstance(width, int) and 0 < width < 10_000
        }
        for room, panes in rooms
        if isinstance(panes, dict)
    }


class DeskLayout(DeskOut, inherit_bindings=False):
    """The desk with panes that can be resized. The text takes what the list and the brief leave."""

    def __init__(self, desk: Desk, keys: Keymap) -> None:
        super().__init__(desk, keys)
        self._widths: dict[str, dict[str, int]] = {}
        self._settling: Timer | None = None

    async def furnish(self) -> None:
        """Put the panes in, as wide as they were left."""
        await super().furnish()
        self.run_worker(self._recall_widths(), group="recall widths")

    async def _recall_widths(self) -> None:
        from tui.app.remembered import recall

        kept = readable(await asyncio.to_thread(recall, self.desk.library, WIDTHS))
        if kept and not self._widths:
            self._widths = kept
            self._apply_widths(self.size.width)

    def on_resize(self, event: Resize) -> None:
        """Every room has widths of its own."""
        self._apply_widths(event.size.width)

    def _room_of(self, columns: int) -> str:
        return [name for least, name in self.HORIZONTAL_BREAKPOINTS or () if least <= columns][-1]

    def _boxes(self) -> dict[str, Container]:
        return {name: self.query_one(f"#{name}-pane", Container) for name in ("list", "brief")}

    def _apply_widths(self, columns: int) -> None:
        """Give the panes their widths in this room; zoomed, or alone, a pane takes all."""
        if not self.furnished:
            return
        room = self._room_of(columns)
        alone = room == "-one" or self.has_class("zoomed")
        for name, box in self._boxes().items():
            width = None if alone else self._widths.get(room, {}).get(name)
            if width is None:
                box.styles.clear_rule("width")
            else:
                box.styles.width = max(LEAST, min(width, columns - LEAST_TEXT))

    def do_zoom(self) -> None:
        """Only this pane, or all."""
        self.toggle_class("zoomed")
        self._apply_widths(self.size.width)

    def do_wider(self) -> None:
        """Wider."""
        self._widen(STEP)

    def do_narrower(self) -> None:
        """Narrower."""
        self._widen(-STEP)

    def _widen(self, columns: int) -> None:
        """Widen the focused pane at the cost of the text, or the text at the cost of the pane beside it."""
        if self._room_of(self.size.width) == "-one" or self.has_class("zoomed"):
            self.say("Only one pane is shown: there is nothing to make it wider or narrower by.")
            return
        if self.pane is self.reader:
            name = "brief" if self.brief.is_on_screen else "list"
            columns = -columns
        else:
            name = self.pane.id or "list"
        self._set_width(name, self._boxes()[name].outer_size.width + columns)

    def _set_width(self, name: str, width: int) -> None:
        others = sum(
            box.outer_size.width for other, box in self._boxes().items() if other != name and box.is_on_screen
        )
        most = self.size.width - others - LEAST_TEXT
        width = max(LEAST, min(width, most))
        self._widths.setdefault(self._room_of(self.size.width), {})[name] = width
        self._apply_widths(self.size.width)
        self.say(f"{'Article list' if name == 'list' else 'Brief'}: {width} columns.")
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLED, self._keep_widths)

    def _keep_widths(self) -> None:
        self._settling = None
        self.remember(WIDTHS, self._widths)

    def on_pane_box_dragged(self, event: PaneBox.Dragged) -> None:
        """The mouse drags a divider: the one left of the text ends the list, the one left of the brief begins it."""
        if event.box.id == "reader-pane":
            self._set_width("list", event.x)
        elif self.brief.is_on_screen:
            self._set_width("brief", self.size.width - event.x)

    def on_unmount(self) -> None:
        """Widths that are not kept yet are kept with the end of the app."""
        if self._settling is not None:
            from tui.app.remembered import remember
            from tui.library.store import LibraryError

            with suppress(LibraryError):
                remember(self.desk.library, WIDTHS, self._widths)
