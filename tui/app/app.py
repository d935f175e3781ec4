"""The app: themes, the desk, and what starts after the first picture is on the screen."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.events import Event, InputEvent

from tui.app.actions import keymap
from tui.app.desk import Change, Desk, Engine
from tui.app.driver import whole_frames
from tui.app.pauses import LOOK, Pauses
from tui.app.screens.desk import DeskScreen
from tui.app.themes import DARK, DARK_MARKS, LIGHT_MARKS, themes_for
from tui.plain import one_line
from tui.settings import Settings

TERMINAL_CHECK = 2.0
"""Seconds between looks at whether the terminal is still there."""


class ReexApp(App[int], inherit_bindings=False):
    """The terminal briefing reader."""

    TITLE = "reex-tui"
    CSS_PATH = Path(__file__).with_name("styles") / "desk.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        paths: Sequence[Path],
        settings: Settings | None = None,
        command: Sequence[str] = (),
        *,
        review: bool = False,
        query: str = "",
    ) -> None:
        """`command` starts another analysis process than the usual one; `review` begins a review when all is analysed.

        `query` says which articles are reviewed; by default those that are not reviewed yet.
        """
        super().__init__()
        self.animation_level = "none"
        self._review_awaited = review
        self._query = query
        self._pauses: Pauses | None = None
        self.paths = tuple(paths)
        self.settings = settings or Settings()
        if not command and self.settings.model:
            command = (sys.executable, "-m", "tui.worker.main", self.settings.model)
        self.desk = Desk(self._desk_changed, self.settings, command)
        self.desk_screen = DeskScreen(self.desk, keymap(self.settings.keys))
        if review:
            self.desk_screen.said = "The review begins when all articles are analysed."
        for theme in themes_for(None if self.no_color else self.console.color_system):
            self.register_theme(theme)
        known = self.settings.theme in self.available_themes
        # Set without the second reading of all styles that a change of theme sets off.
        self.set_reactive(App.theme, self.settings.theme if known else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())
        if not known:
            self.desk_screen.said = (
                f"There is no theme {self.settings.theme!r}: T shows those that there are."
            )

    def copy_to_clipboard(self, text: str) -> None:
        """Copy to the terminal's clipboard and, where there is one, to the system's."""
        self._clipboard = text
        if not self.is_headless:
            self.run_worker(self._copy_out(text), group="clipboard", exclusive=True)

    async def _copy_out(self, text: str) -> None:
        from tui.app import clipboard

        tmux = clipboard.tmux_command(os.environ)
        if (tmux is None or not await clipboard.run(tmux, text)) and self._driver is not None:
            self._driver.write(clipboard.escape(text, os.environ))
        if (system := clipboard.system_command(os.environ)) is not None:
            await clipboard.run(system, text)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of the marks for themes that are not the tool's own."""
        return DARK_MARKS if self.current_theme.dark else LIGHT_MARKS

    def get_default_screen(self) -> DeskScreen:
        """The desk."""
        return self.desk_screen

    def _desk_changed(self, change: Change | int) -> None:
        if self.is_running and self.desk_screen.is_mounted:
            self.desk_screen.desk_changed(change)
            if self._review_awaited and (self.desk.all_done or self.desk.engine is Engine.STOPPED):
                self._review_awaited = False
                self.desk_screen.review(self._query)

    async def on_ready(self) -> None:
        """The first picture is there: now put in the panes, read, and start the analysis."""
        await self.desk_screen.furnish()
        self.start()
        if not self.is_headless:
            self.set_interval(TERMINAL_CHECK, self._leave_closed_terminal)
            self._pauses = Pauses()
            self.set_interval(LOOK, self._pauses.look)

    def get_driver_class(self) -> type[Driver]:
        """The way to the terminal."""
        return whole_frames(super().get_driver_class())

    async def on_event(self, event: Event) -> None:
        """Note that somebody is there."""
        if isinstance(event, InputEvent):
            self.desk_screen.unasked.pressed()
            if self._pauses is not None:
                self._pauses.pressed()
        await super().on_event(event)

    def start(self) -> None:
        """Read what the paths name, and start the analysis."""
        self.desk.open(self.paths)

    def _leave_closed_terminal(self) -> None:
        """End when nobody can type any more: not every way of closing a terminal sends a signal."""
        poll = select.poll()
        poll.register(sys.__stdin__ or 0, 0)
        if any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in poll.poll(0)):
            self.exit(1)

    async def on_unmount(self) -> None:
        """End the analysis with the app."""
        await self.desk.intake.close()

    def _fatal_error(self) -> None:
        """Instead of a traceback on the screen: a sentence, and the traceback in a file."""
        import tempfile
        import traceback

        details = traceback.format_exc()
        with tempfile.NamedTemporaryFile(
            "w", prefix="reex-tui-", suffix=".log", delete=False, encoding="utf-8"
        ) as file:
            file.write(details)
        last = one_line(details.strip().rpartition("\n")[2])
        self._exit_renderables.append(
            f"reex-tui had to stop because of a fault of its own ({last}). Nothing that was saved is lost; "
            f"please report the fault with the file {file.name}."
        )
        self._close_messages_no_wait()
