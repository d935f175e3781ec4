"""The app: themes, the desk, and what starts after the first picture is on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType

from tui.app.actions import Keymap, keymap
from tui.app.desk import Change, Desk
from tui.app.screens.desk import DeskScreen
from tui.app.themes import DARK_MARKS, LIGHT_MARKS, THEMES


class ReexApp(App[int], inherit_bindings=False):
    """The terminal briefing reader."""

    TITLE = "reex-tui"
    CSS_PATH = "styles/desk.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, paths: Sequence[Path], briefs: Path, keys: Keymap | None = None, command: Sequence[str] = ()
    ) -> None:
        """`command` starts another analysis process than the usual one."""
        super().__init__()
        self.animation_level = "none"
        self.paths = tuple(paths)
        self.keys = keys or keymap()
        self.desk = Desk(self._desk_changed, briefs, command)
        self.desk_screen: DeskScreen | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "reex-dark"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of the marks for themes that are not the tool's own."""
        return DARK_MARKS if self.current_theme.dark else LIGHT_MARKS

    def get_default_screen(self) -> DeskScreen:
        """The desk."""
        self.desk_screen = DeskScreen(self.desk, self.keys)
        return self.desk_screen

    def _desk_changed(self, change: Change | int) -> None:
        if self.desk_screen is not None and self.desk_screen.is_mounted:
            self.desk_screen.desk_changed(change)

    def on_ready(self) -> None:
        """The first picture is there: now read, and start the analysis."""
        self.desk.open(self.paths)
        self.desk.intake.start_worker()

    async def on_unmount(self) -> None:
        """End the analysis with the app."""
        await self.desk.intake.close()
