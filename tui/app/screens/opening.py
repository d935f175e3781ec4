"""Asking for a folder or file to open, with completion."""

from __future__ import annotations

import os
from collections.abc import Sequence

from textual.events import Key
from textual.widgets import Input

from tui.app.page import shown
from tui.app.screens.chooser import Chooser
from tui.app.widgets.choices import Choice
from tui.files import with_home

MOST = 2000
"""How many names of a folder are offered."""


def candidates(typed: str) -> list[Choice]:
    """What the typed path may become: the names in its folder that begin with its last part, folders first.

    Hidden names are offered when the last part begins with a dot. A folder that cannot be read offers nothing.
    """
    head, _, last = typed.rpartition("/")
    folder = with_home((head + "/") if typed.startswith("/") or head else ".")
    found = []
    try:
        with os.scandir(folder) as names:
            for name in names:
                if name.name.casefold().startswith(last.casefold()) and (
                    last.startswith(".") or not name.name.startswith(".")
                ):
                    try:
                        is_folder = name.is_dir()
                    except OSError:
                        is_folder = False
                    found.append((not is_folder, name.name))
                    if len(found) >= MOST:
                        break
    except (OSError, ValueError):
        return []
    prefix = f"{head}/" if head or typed.startswith("/") else ""
    return [
        Choice(shown(name) + sign, "folder" if sign else "", prefix + name + sign)
        for sign, name in (("" if is_file else "/", name) for is_file, name in sorted(found))
    ]


def common(choices: Sequence[Choice]) -> str:
    """The longest beginning that all the choices' paths share, letter by letter."""
    first, last = min(choices).value, max(choices).value
    return str(
        first[: next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))]
    )


class OpenPath(Chooser):
    """Gives the path to open as text, or None."""

    def __init__(self) -> None:
        super().__init__(
            "Open a folder or file",
            candidates,
            hints=("Tab complete", "↑ ↓ choose", "Enter open", "Esc back"),
        )
        self._moved = False

    def take(self) -> None:
        """Open what was typed, or what was chosen in the list."""
        line = self.query_one("#query", Input)
        choice = self.list.choice
        if choice is not None and (self._moved or not line.value):
            self.dismiss(choice.value)
        elif line.value.strip():
            self.dismiss(line.value)

    def on_key(self, event: Key) -> None:
        """Complete with Tab. Textual calls the handler of `Chooser` too."""
        if event.key != "tab":
            moves = ("down", "up", "pagedown", "pageup", "ctrl+n", "ctrl+p")
            self._moved = event.key in moves or (self._moved and not event.is_printable)
            return
        event.stop()
        event.prevent_default()
        line = self.query_one("#query", Input)
        if not self.list.choices:
            return
        chosen = self.list.choice if self._moved else None
        line.value = chosen.value if chosen is not None else common(self.list.choices)
        line.cursor_position = len(line.value)
        self._moved = False
