"""The app: themes, the desk, and what starts after the first picture is on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType

from tui.app.actions import keymap
from tui.app.desk import Change, Desk
from tui.app.screens.desk import DeskScreen
from tui.app.themes import DARK_MARKS, LIGHT_MARKS, THEMES
from tui.settings import Settings


class ReexApp(App[int], inherit_bindings=False):
    """The terminal briefing reader."""

    TITLE = "reex-tui"
    CSS_PATH = Path(__file__).with_name("styles") / "desk.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, paths: Sequence[Path], settings: Settings | None = None, command: Sequence[str] = ()
    ) -> None:
        """`command` starts another analysis process than the usual one."""
        super().__init__()
        self.animation_level = "none"
        self.paths = tuple(paths)
        self.settings = settings or Settings()
        self.keys = keymap(self.settings.keys)
        self.desk = Desk(self._desk_changed, self.settings.briefs, command)
        self.desk_screen: DeskScreen | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(
            App.theme, "reex-dark"
        )  # without the second reading of the styles that a change sets off
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of the marks for themes that are not the tool's own."""
        return DARK_MARKS if self.current_theme.dark else LIGHT_MARKS

    def get_default_screen(self) -> DeskScreen:
        """The desk."""
        self.desk_screen = DeskScreen(self.desk, self.keys)
        return self.desk_screen

    def _desk_changed(self, change: Change | int) -> None:
        if self.desk_screen is not None and self.desk_screen.is_mounted and self.is_running:
            self.desk_screen.desk_changed(change)

    async def on_ready(self) -> None:
        """The first picture is there: now put in the panes, read, and start the analysis."""
        assert self.desk_screen is not None
        await self.desk_screen.furnish()
        self.desk.open(self.paths)
        self.desk.intake.start_worker()

    async def on_unmount(self) -> None:
        """End the analysis with the app."""
        await self.desk.intake.close()
