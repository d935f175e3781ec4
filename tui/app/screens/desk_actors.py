"""The desk with corrections of actors: what is meant by the place on it, and showing what has changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.app.actions import Keymap
from tui.app.desk import Change, Desk
from tui.app.screens.correcting import Correcting
from tui.app.screens.desk_page import DeskPage

if TYPE_CHECKING:
    from tui.analysis.model import Actor, Analysis, Mention


class DeskActors(DeskPage, Correcting, inherit_bindings=False):
    """The desk with corrections of actors. What is corrected is the actor of the brief's line, or one that is named in the
    marked sentence."""

    takes_back = "u"

    def __init__(self, desk: Desk, keys: Keymap, reading_width: int = 80) -> None:
        super().__init__(desk, keys, reading_width)

    def desk_changed(self, change: Change | int) -> None:
        """Show what the desk tells, and what is wrong with files of corrections."""
        if change is Change.LISTED:
            self.said = self.desk.notice or self.said
        super().desk_changed(change)
        if change is Change.NAMES and self.furnished:
            # As a function: a coroutine would be left unrun when another takes its place.
            self.run_worker(self._show_corrected, group="names", exclusive=True)  # type: ignore[arg-type]

    # What is meant

    def _meant(self) -> tuple[str | None, Analysis | None]:
        """The article on the desk."""
        return (self.desk.entry.key if self.desk.entry is not None else None), self.desk.analysis

    def _mentions_here(self, analysis: Analysis) -> list[Mention]:
        """The mention that `[` or `]` went to, else those in the marked sentence; beside the text, those of the line."""
        line = self.brief.line
        if self.pane is self.brief:
            spans = self.evidence() if line is not None else []
            if line is not None and line.actor is not None:
                return [m for m in analysis.mentions if m.actor == line.actor]
        elif self.reader.page or not self.reader.units:
            spans = []
        else:
            start, end, _ = self.reader.units[self.reader.current]
            spot = self.reader.spot
            spans = [spot if spot is not None and start <= spot[0] < end else (start, end)]
        return [m for m in analysis.mentions if any(a <= m.start < b for a, b in spans)]

    def _actors_here(self, analysis: Analysis) -> list[Actor]:
        """The actors that may be meant; from the list of articles, all of the article."""
        line = self.brief.line
        if self.pane is self.list:
            return sorted(analysis.actors, key=lambda actor: -actor.salience)
        if self.pane is self.brief and line is not None and line.actor is not None:
            ids = [line.actor]
        else:
            ids = [m.actor for m in self._mentions_here(analysis) if m.actor is not None]
            sentence = None if self.pane is self.brief else self.reader.sentence
            ids += [c.actor for c in analysis.claims if c.sentence == sentence and c.actor is not None]
        known = {actor.id: actor for actor in analysis.actors}
        return [known[one] for one in dict.fromkeys(ids) if one in known]

    def do_drop_mention(self) -> None:
        """Drop what is named here; the list of articles names nobody."""
        if self.pane is self.list:
            self.say("Go to a sentence or a line that names what is to be dropped.")
        else:
            super().do_drop_mention()

    def do_undo(self) -> None:
        """Take the last correction back, or on the page the last decision about a block."""
        if self.reader.page:
            self.step_block(again=False)
        else:
            self.do_undo_correction()

    def do_redo(self) -> None:
        """Make it stand again."""
        if self.reader.page:
            self.step_block(again=True)
        else:
            self.do_redo_correction()

    # Showing

    async def _show_corrected(self) -> None:
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

    def _ask(
        self, question: str, take: Callable[[str], None], begin: str = "", history: Sequence[str] = ()
    ) -> None:
        """Ask for words at the foot of the screen; the arrow keys bring earlier answers back."""
        from tui.app.widgets.ask_line import AskLine

        def answered(words: str | None) -> None:
            self.close_line()
            if words is not None:
                take(words)

        ask = AskLine(question, answered, begin, history)
        self.open_line(ask, ask.line)
