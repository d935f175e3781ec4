"""The desk with corrections of actors: what is meant by the place on it, and showing what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.actions import Keymap
from tui.app.desk import Change, Desk
from tui.app.meant import Here
from tui.app.screens.correcting import Correcting
from tui.app.screens.desk_page import DeskPage

if TYPE_CHECKING:
    from tui.analysis.model import Analysis


class DeskActors(DeskPage, inherit_bindings=False):
    """The desk with corrections of actors. What is corrected is the actor of the brief's line, or one that is named in the
    marked sentence."""

    takes_back = "u"

    def __init__(self, desk: Desk, keys: Keymap) -> None:
        super().__init__(desk, keys)
        self._correcting = Correcting(self)

    def desk_changed(self, change: Change | int) -> None:
        """Show what the desk tells, and what is wrong with files of corrections."""
        if change is Change.LISTED:
            self.said = self.desk.notice or self.said
        super().desk_changed(change)
        if change is Change.NAMES and self.furnished:
            # As a function: a coroutine would be left unrun when another takes its place.
            self.run_worker(self.show_corrected, group="names", exclusive=True)  # type: ignore[arg-type]

    # What is meant

    def meant(self) -> tuple[str | None, Analysis | None]:
        """The article on the desk."""
        return (self.desk.entry.key if self.desk.entry is not None else None), self.desk.analysis

    def meant_here(self) -> Here | None:
        """In the list the whole article; beside the text the line; else the mention that `[` or `]` went to, or the marked
        sentence."""
        if self.pane is self.list:
            return None
        if self.pane is self.brief:
            line = self.brief.line
            return Here(self.evidence(), line.actor) if line is not None else Here()
        if self.reader.page or not self.reader.units:
            return Here()
        start, end, _ = self.reader.units[self.reader.current]
        spot = self.reader.spot
        return Here([spot if spot is not None and start <= spot[0] < end else (start, end)])

    # What the keys do

    def do_correct(self, what: str) -> None:
        """One of the corrections."""
        getattr(self._correcting, what)()

    def do_undo(self) -> None:
        """Take the last correction back, or on the page the last decision about a block."""
        if self.reader.page:
            self.step_block(again=False)
        else:
            self._correcting.undo()

    def do_redo(self) -> None:
        """Make it stand again."""
        if self.reader.page:
            self.step_block(again=True)
        else:
            self._correcting.redo()

    async def show_corrected(self) -> None:
        """Show the article anew, at the same line of the brief."""
        entry = self.desk.entry
        if entry is None or self.desk.analysis is None:
            return
        await self.desk.brief(entry.key)  # so that it is shown at once, and the place in it can be kept
        if self.desk.entry is not entry:  # another article was gone to meanwhile
            self.show_analysis()
            return
        line, at, top = self.brief.line, self.brief.current, self.brief.top
        self.subject = None
        self.show_analysis()
        self.brief.go_to_row(top)
        if line is not None and self.brief.brief is not None:
            keys = [self.brief.brief.lines[n].key for n in self.brief.order]
            self.brief.go(keys.index(line.key) if line.key in keys else at, tell=False)
            if self.pane is self.brief:
                self.reader.set_evidence(self.evidence())
