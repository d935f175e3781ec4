"""How the panes are tied together: what moving in one marks in another, the way back, the mentions of a subject."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from tui.app.actions import Keymap
from tui.app.desk import Desk
from tui.app.evidence import Sentences
from tui.app.history import History, Visit
from tui.app.screens.desk_view import SIDES, DeskView
from tui.app.subject import Subject, of_line, of_sentence
from tui.app.widgets.article_list import ArticleList
from tui.app.widgets.brief_pane import BriefPane
from tui.app.widgets.pane import Page
from tui.app.widgets.reader import Reader


class DeskLinks(DeskView, inherit_bindings=False):
    """The desk with its panes tied together."""

    def __init__(self, desk: Desk, keys: Keymap) -> None:
        super().__init__(desk, keys)
        self.history = History()
        self.subject: Subject | None = None
        self._left_at: dict[str, int] = {}
        for pane in (self.list, self.reader, self.brief):
            pane.hear = self._hear

    def _hear(self, message: Message) -> bool:
        match message:
            case ArticleList.Chosen():
                self.go_to_article(message.index)
            case ArticleList.Opened():
                self.go_to_pane("reader")
            case Reader.Moved():
                self._reader_moved()
            case Reader.Opened():
                self._reader_opened()
            case BriefPane.Moved():
                self._brief_moved()
            case BriefPane.Jumped():
                self._brief_jumped()
            case _:
                return False
        return True

    # Panes

    def _step_pane(self, step: int) -> None:
        names = list(SIDES)
        self.go_to_pane(names[(names.index(self.pane.id or "list") + step) % len(names)])

    def do_next_pane(self) -> None:
        """Focus to the right."""
        self._step_pane(1)

    def do_previous_pane(self) -> None:
        """Focus to the left."""
        self._step_pane(-1)

    def _other(self) -> Page:
        return self.brief if self.pane is self.reader else self.reader

    def do_scroll_other_down(self) -> None:
        """Scroll the pane beside."""
        self._other().scroll_rows(1)

    def do_scroll_other_up(self) -> None:
        """Scroll the pane beside."""
        self._other().scroll_rows(-1)

    # Articles

    def go_to_article(self, index: int, offset: int | None = None) -> None:
        """Show the article at `index` of the list, at `offset`, or where it was left."""
        if (entry := self.desk.entry) is not None and self.reader.article is not None:
            self._left_at[entry.key] = self.reader.place_in_text
        self.desk.choose(index)
        self.subject = None
        entry = self.desk.entry
        self.show_article(
            self._left_at.get(entry.key, 0) if entry is not None and offset is None else offset or 0
        )
        self.show_status()

    def do_next_article(self) -> None:
        """The article below in the list."""
        self.list.do_next()

    def do_previous_article(self) -> None:
        """The article above in the list."""
        self.list.do_previous()

    # Reader and brief

    def _reader_moved(self) -> None:
        self.reader.set_evidence(())
        self.brief.rest_on(self.reader.sentence)
        self.show_status()

    def _reader_opened(self) -> None:
        self.brief.rest_on(self.reader.sentence)
        if self.brief.go_to_resting():
            self.go_to_pane("brief")
        else:
            self.say("No line of the brief rests on this sentence.")

    def _brief_moved(self) -> None:
        self.brief.rest_on(None)
        self.reader.show_page(False)
        self.reader.set_evidence(self.evidence(), show=True)
        self.subject = None
        self.show_status()

    def _brief_jumped(self) -> None:
        spans = self.evidence()
        if not spans:
            return
        self.leave()
        self.reader.show_page(False)
        self.reader.go_to(spans[0][0], tell=False)
        self.reader.set_evidence(spans)
        self.go_to_pane("reader")

    def evidence(self) -> list[tuple[int, int]]:
        """The sentences that the brief's current line rests on."""
        line = self.brief.line
        if line is None or self.reader.analysis is None:
            return []
        return Sentences(self.reader.analysis).spans(line)

    # The way back

    def here(self) -> Visit | None:
        """The place that the person is at."""
        entry = self.desk.entry
        return (
            Visit(entry.key, self.reader.place_in_text, self.pane.id or "list") if entry is not None else None
        )

    def leave(self) -> None:
        """Remember this place before a jump."""
        if (here := self.here()) is not None:
            self.history.leave(here)

    def _visit(self, step: Callable[[Visit], Visit | None], none: str) -> None:
        here = self.here()
        there = step(here) if here is not None else None
        self.reader.show_page(False)
        if here is None or there is None or self.desk.shelf.entry(there.key) is None:
            self.say(none)
            return
        if there.key != here.key:
            index = self.desk.shelf.index(there.key)
            self.list.choose(index, tell=False)
            self.go_to_article(index, there.offset)
        else:
            self.reader.go_to(there.offset)
        self.go_to_pane(there.pane)

    def do_back(self) -> None:
        """To the place before."""
        self._visit(self.history.back, "There is no place to go back to.")

    def do_forward(self) -> None:
        """To the place gone back from."""
        self._visit(self.history.forward, "There is no place to go forward to.")

    # Mentions of the same subject

    def _take_subject(self) -> Subject | None:
        """What is walked along: the subject so far while it stands in the current sentence, else that of what is marked."""
        analysis = self.reader.analysis
        if analysis is None or not self.reader.units:
            return None
        if self.pane is self.brief and self.subject is None and self.brief.line is not None:
            return of_line(analysis, self.brief.line)
        start, end, _ = self.reader.units[self.reader.current]
        if self.subject is not None and (self.reader.spot is None or self.subject.within(start, end)):
            return self.subject
        return of_sentence(analysis, start, end) or self.subject

    def _walk(self, forward: bool) -> None:
        self.reader.show_page(False)
        before = self.subject
        self.subject = subject = self._take_subject()
        if subject is None:
            self.say("Nothing is named here whose other mentions could be gone to.")
            return
        start, end, _ = self.reader.units[self.reader.current]
        spot = self.reader.spot
        at = spot[0] if spot is not None and subject == before and start <= spot[0] < end else start - forward
        index = subject.after(at) if forward else subject.before(at)
        if index is None:
            self.say(f"{subject.name}: no {'later' if forward else 'earlier'} mention.")
            return
        self.leave()
        self.reader.go_to(subject.spans[index][0])
        self.reader.set_spot(subject.spans[index])
        self.say(f"{subject.name}: {index + 1} of {len(subject.spans)}")

    def do_next_mention(self) -> None:
        """The next place of the same subject."""
        self._walk(True)

    def do_previous_mention(self) -> None:
        """The place before of the same subject."""
        self._walk(False)
