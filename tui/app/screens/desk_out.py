"""Getting words out of the desk: copying them, and piping them to a command."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.brief_text import citations
from tui.app.screens.desk_actors import DeskActors
from tui.plain import one_line, without_controls

if TYPE_CHECKING:
    from tui.analysis.model import Analysis

HISTORY = "pipe commands"
"""Under which name the library keeps the commands that were piped to."""
COMMANDS_KEPT = 100


class DeskOut(DeskActors, inherit_bindings=False):
    """The desk with copying and piping."""

    # Copying

    def _selected(self) -> str:
        """What the mouse has selected, in one pane or over several."""
        return without_controls(self.get_selected_text() or "").strip("\n")

    def _copy(self, text: str, what: str) -> None:
        if text:
            self.app.copy_to_clipboard(text)
            self.say(f"Copied {what}.")
        else:
            self.say("There is nothing to copy here.")

    def do_copy_sentence(self) -> None:
        """What is selected, or the current sentence on one line."""
        if selected := self._selected():
            self._copy(selected, "the selection")
        else:
            self._copy(one_line(self.reader.unit_text), "the sentence")

    def do_copy_line(self) -> None:
        """The current brief line with its citations."""
        line = self.brief.line
        self._copy(f"{one_line(line.text)} {citations(line)}" if line is not None else "", "the brief line")

    # Piping

    def do_pipe(self) -> None:
        """Ask for the command, with what is piped told in words."""
        self.run_worker(self._ask_pipe(), group="pipe", exclusive=True)

    async def _ask_pipe(self) -> None:
        from tui.app.remembered import recall

        text, what = await self._to_pipe()
        if not text:
            self.say("There is nothing to pipe yet.")
            return
        history = [
            line
            for line in await asyncio.to_thread(recall, self.desk.library, HISTORY) or ()
            if isinstance(line, str)
        ]
        self.ask(f"Pipe {what} to:", lambda words: self._pipe(text, what, words, history), history=history)

    async def _to_pipe(self) -> tuple[str, str]:
        """The text that is piped and what it is called: the selection, else what is in the focused pane."""
        if selected := self._selected():
            return selected, f"the selection ({_words(selected)})"
        article, analysis = self.desk.article, self.desk.analysis
        if self.pane is self.brief and analysis is not None:
            text = await asyncio.to_thread(_brief_document, analysis, self.desk.library)
            return text, f"the brief ({text.count(chr(10))} lines of Markdown)"
        if article is None:
            return "", ""
        return article.text, f"the text of {article.id} ({_words(article.text)})"

    def _pipe(self, text: str, what: str, words: str, history: list[str]) -> None:
        from tui.app.piping import Piping
        from tui.app.screens.output import OutputScreen

        command = words.strip()
        if not command:
            self.say("Nothing was piped: no command was given.")
            return
        kept = [*(line for line in history if line != command), command][-COMMANDS_KEPT:]
        self.remember(HISTORY, kept)
        text = text if text.endswith("\n") else f"{text}\n"
        piping = Piping(command, text, self.desk.settings.pipe_seconds)
        self.app.push_screen(OutputScreen(piping, what, self.keys))

    def remember(self, name: str, value: object) -> None:
        """Keep something for the next start; that it cannot be kept is told."""
        self.run_worker(self._remember(name, value), group=f"remember {name}", exclusive=True)

    async def _remember(self, name: str, value: object) -> None:
        from tui.app.remembered import remember
        from tui.library.store import LibraryError

        try:
            await asyncio.to_thread(remember, self.desk.library, name, value)
        except LibraryError as error:
            self.say(one_line(str(error)))


def _words(text: str) -> str:
    count = len(text.split())
    return f"{count:,} word{'' if count == 1 else 's'}"


def _brief_document(analysis: Analysis, library: Path | None) -> str:
    """The brief as `s` saves it, with what a person decided."""
    from tui.app.desk import decided_brief
    from tui.brief.save import as_document

    return as_document(decided_brief(analysis, library), analysis)
