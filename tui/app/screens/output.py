"""What a command printed to which a text was piped, and how it ended."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Key
from textual.screen import Screen

from tui.app.actions import Action, Keymap, Place
from tui.app.chords import Chords
from tui.app.looks import LOOKS
from tui.app.page import Paragraph
from tui.app.piping import Piping
from tui.app.widgets.bars import Footer, PaneTitle, StatusBar
from tui.app.widgets.pane import Page
from tui.plain import one_line, without_controls

LINES = 20_000
"""The lines that are shown at most."""
OFTEN = 0.25
"""Seconds between looks at what a running command has printed."""
_STRUCK_OVER = re.compile(".\b")


def output_text(printed: bytes) -> str:
    """What was printed as text, without anything that a terminal would obey; a return alone begins a line."""
    text = printed.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return without_controls(_STRUCK_OVER.sub("", text)).expandtabs(8).rstrip("\n")


class OutputPane(Page):
    """Lines of output, scrolled: none of them is the current one."""

    place = Place.OUTPUT
    measure = 10_000

    def do_next(self) -> None:
        """A line down."""
        self.scroll_rows(1)

    def do_previous(self) -> None:
        """A line up."""
        self.scroll_rows(-1)

    def do_first(self) -> None:
        """To the first line."""
        self.go_to_row(0)

    def do_last(self) -> None:
        """To the last line."""
        self.go_to_row(self.row_count)


class OutputScreen(Screen[None], inherit_bindings=False):
    """Runs the command and shows its output as it comes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    AUTO_FOCUS = "#output"

    def __init__(self, piping: Piping, what: str, keys: Keymap) -> None:
        """`what` says in words what is piped."""
        super().__init__()
        self.piping = piping
        self.keys = keys
        self.output = OutputPane("output")
        self.heading = PaneTitle("output-title", one_line(f"{what} | {piping.command}"))
        self.status = StatusBar("output-status")
        self.footer = Footer("output-footer")
        self._changed = False
        self._chords = Chords(keys, self._say)
        self._going_on = "The command runs; q ends it."

    def compose(self) -> ComposeResult:
        """Title, output, bars."""
        yield Container(self.heading, self.output, classes="pane")
        yield self.status
        yield self.footer

    def on_mount(self) -> None:
        """Run the command."""
        self.heading.add_class("active")
        self.footer.show([action for action in self.keys.of(Place.OUTPUT) if action.short])
        self._say("")
        self.run_worker(self._run(), group="pipe")
        self.set_interval(OFTEN, self._look)

    async def _run(self) -> None:
        await self.piping.run(self._printed)
        self._changed = True
        self._look()
        self._going_on = (
            self.piping.ended if self.piping.printed else f"{self.piping.ended} It printed nothing."
        )
        self._say("")

    def _say(self, words: str) -> None:
        """Say something in the status line, or again what is going on."""
        self.status.show(words or self._going_on, 0, 0)

    def _printed(self) -> None:
        self._changed = True

    def _look(self) -> None:
        if not self._changed:
            return
        self._changed = False
        lines = output_text(self.piping.printed).split("\n")
        shown = [Paragraph(line) for line in lines[:LINES]]
        if len(lines) > LINES:
            shown.append(Paragraph(f"{len(lines) - LINES:,} more lines are not shown.", style="page--dim"))
        top = self.output.top
        self.output.set_paragraphs(shown)
        self.output.go_to_row(top)

    def on_key(self, event: Key) -> None:
        """Look the key up in the registry and do what it stands for."""
        if (action := self._chords.take(event, Place.OUTPUT)) is not None:
            self.perform(action)
        event.stop()

    def on_footer_pressed(self, event: Footer.Pressed) -> None:
        """A key that was clicked."""
        self.perform(event.action)

    def perform(self, action: Action) -> None:
        """Do an action, here or in the output."""
        name = f"do_{action.name}"
        getattr(self if hasattr(self, name) else self.output, name)()

    def do_copy(self) -> None:
        """Copy what the mouse selected, or all."""
        selected = self.get_selected_text()
        self.app.copy_to_clipboard(selected or output_text(self.piping.printed))
        self._say(f"Copied {'the selection' if selected else 'the output'}.")

    def do_close(self) -> None:
        """Back; a command that still runs is ended first."""
        if not self.piping.ended:
            self.piping.cancel()
        else:
            self.dismiss(None)
