"""The page as it was: going by its blocks, putting back what was set aside, taking out what was kept."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.message import Message

from tui.app.actions import Action, Keymap, Place
from tui.app.desk import Desk
from tui.app.screens.desk_find import DeskFind
from tui.app.widgets.reader import Reader
from tui.plain import one_line

if TYPE_CHECKING:
    from tui.articles.choices import Choice
    from tui.articles.model import Article

SHOWN = 40
"""Characters of a block that the status line quotes."""

PAGE_KEYS = {
    "next": "block",
    "put_back": "put back",
    "take_out": "take out",
    "undo": "undo",
    "redo": "redo",
    "page": "the text",
    "next_pane": "pane",
    "keys": "keys",
    "quit": "quit",
}
"""The actions in the footer while the page is read, with what they do there."""

PAGE = "The page as it was: + puts a block back, - takes one out, F shows the text."
NOT_THE_PAGE = "F shows the page as it was: there + puts a block back, and - takes one out."


def quoted(text: str) -> str:
    """The beginning of a block, in quotation marks."""
    words = one_line(text)
    return f"“{words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + '…'}”"


class DeskPage(DeskFind, inherit_bindings=False):
    """The desk with decisions about the blocks of a page."""

    def __init__(self, desk: Desk, keys: Keymap) -> None:
        super().__init__(desk, keys)
        self._deciding = asyncio.Lock()

    def _hear(self, message: Message) -> bool:
        if isinstance(message, Reader.Decided):
            self._decided(message.keep)
            return True
        return super()._hear(message)

    def do_page(self) -> None:
        """The page, or the text."""
        entry = self.desk.entry
        if self.reader.article is None or entry is None:
            self.say("There is no page to show.")
            return
        self.do_clear()
        marks = self.desk.blocks.marks(entry.key)
        self.reader.show_page(not self.reader.page, marks.choices)
        gone = f" Decisions whose block is gone: {marks.gone}." if marks.gone else ""
        if self.reader.page and self.pane is not self.reader:
            self.go_to_pane("reader")
        self.say(PAGE + gone if self.reader.page else "The cleaned text.")

    def show_status(self) -> None:
        """Say in words what is going on; the footer has the keys of the page while that is read."""
        super().show_status()
        if self.reader.article is not None:
            name = "Page as it was" if self.reader.page else "Text"
            self.reader_title.set_title(f"{self.reader.article.id} {name}", self.reader_title.note)
        if self.pane is self.reader:
            self.footer.show(self._main_keys(Place.READER))

    def _main_keys(self, place: Place) -> list[Action]:
        if place is not Place.READER or not self.reader.page:
            return super()._main_keys(place)
        known = {action.name: action for action in (*self.keys.of(Place.DESK), *self.keys.of(place))}
        return [known[name]._replace(short=short) for name, short in PAGE_KEYS.items()]

    def _words(self) -> str:
        one = self.reader.page_block
        if one is None or self.pane is not self.reader:
            return super()._words()
        at = f"block {self.reader.current + 1} of {len(self.reader.units)}"
        if one.block is None:
            return f"{at} · set aside: {one.kind} · + puts it back"
        return f"{at} · in the article: {one.kind}" + ("" if one.kind == "title" else " · - takes it out")

    def _decided(self, keep: bool) -> None:
        """What the person wants of the current block."""
        from tui.articles.choices import Choice

        entry, article, one = self.desk.entry, self.reader.article, self.reader.page_block
        if one is None or entry is None or article is None:
            self.say(NOT_THE_PAGE)
        elif article.plain:
            self.say("All of this file is taken as it is: there are no blocks to choose from.")
        elif keep == (one.block is not None):
            already = (
                "in the article already: - takes it out" if keep else "set aside already: + puts it back"
            )
            self.say(f"This block is {already}.")
        elif one.kind == "title":
            self.say("The title stays: it names the article.")
        elif not one.placed:
            self.say("It is not known where this block stands in the file: it cannot be taken out.")
        else:
            said = f"{'Put back' if keep else 'Taken out'}: {quoted(one.text)}; u takes that back."
            choice = Choice(one.start, one.end, keep)
            self.run_worker(self._decide(entry.key, article, choice, said), group="blocks")

    async def _decide(self, key: str, article: Article, choice: Choice, said: str) -> None:
        from tui.library.store import LibraryError

        async with self._deciding:
            try:
                made = await asyncio.to_thread(
                    self.desk.blocks.decide, key, article, choice, self.desk.library
                )
            except LibraryError as error:
                self.say(one_line(str(error)))
                return
            await self._show_remade(key, made)
        self.say(said)

    def step_block(self, *, again: bool) -> None:
        """Take the last decision about a block of this article back, or make it stand again."""
        if (entry := self.desk.entry) is not None:
            self.run_worker(self._step_block(entry.key, again), group="blocks")

    async def _step_block(self, key: str, again: bool) -> None:
        from tui.library.store import LibraryError

        step = self.desk.blocks.redo if again else self.desk.blocks.undo
        async with self._deciding:
            try:
                found = await asyncio.to_thread(step, key, self.desk.library)
            except LibraryError as error:
                self.say(one_line(str(error)))
                return
            if found is None:
                self.say(
                    "There is no block to decide on again."
                    if again
                    else "No block of this page was decided on since the start: + and - change one at a time."
                )
                return
            decision, made = found
            await self._show_remade(key, made, decision.anchor.start if decision.anchor else None)
        back = (decision.action == "keep-block") == again
        words = quoted(decision.anchor.exact if decision.anchor else "")
        self.say(f"{'In the article again' if back else 'Set aside again'}: {words}.")

    async def _show_remade(self, key: str, article: Article, at: int | None = None) -> None:
        """Show an article whose blocks were changed: its page at the current block, or at an offset of the source."""
        await self.desk.remake(key, article)
        entry, one = self.desk.entry, self.reader.page_block
        if entry is None or entry.key != key:
            return
        self.subject = None
        if one is not None:
            choices = self.desk.blocks.marks(key).choices
            self.reader.renew_page(article, choices, one.start if at is None else at)
        else:
            self.reader.show(article, None, self.reader.place_in_text)
        self.show_analysis()
