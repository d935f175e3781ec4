"""What a review session shows: the brief with its current line, the evidence in the text, how far it is; and asking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import get_terminal_size
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input

from tui.app.actions import Action, Keymap, Place, key_name
from tui.app.looks import LOOKS
from tui.app.reviewing import Reviewing
from tui.app.widgets.ask_line import AskLine
from tui.app.widgets.bars import Footer, PaneTitle, StatusBar
from tui.app.widgets.brief_pane import BriefPane
from tui.app.widgets.reader import Reader
from tui.app.widgets.review_pane import ReviewPane
from tui.articles.model import Article
from tui.library.model import Action as Decided
from tui.library.store import LibraryError
from tui.plain import one_line
from tui.review import session as steps


class ReviewView(Screen[None], inherit_bindings=False):
    """The brief with its lines to decide on, and the text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    AUTO_FOCUS = "#review"

    def __init__(
        self,
        reviewing: Reviewing,
        article_of: Callable[[str], Article | None],
        keys: Keymap,
        briefs: Path,
        reading_width: int = 80,
    ) -> None:
        """`article_of` gives the article of a source (SHA-256)."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-one"), (90, "-two")]
        self.reviewing = reviewing
        self._article_of = article_of
        self.keys = keys
        self._briefs = briefs
        self.review = ReviewPane("review")
        self.reader = Reader("review-text")
        self.reader.measure = reading_width
        self.brief_title = PaneTitle("review-title", "Review")
        self.text_title = PaneTitle("review-text-title", "Text")
        self.status = StatusBar("review-status")
        self.footer = Footer("review-footer")
        self._shown = ""
        self._said = reviewing.opening
        self._last: Decided | None = None
        self._asking: AskLine | None = None
        self.set_class(True, "-two" if get_terminal_size().columns >= 90 else "-one")

    def compose(self) -> ComposeResult:
        """The brief, the text, and the bars."""
        yield Container(
            Container(self.brief_title, self.review, id="review-brief-pane", classes="pane"),
            Container(self.text_title, self.reader, id="review-text-pane", classes="pane"),
            id="panes",
        )
        yield Container(id="review-ask")
        yield self.status
        yield self.footer

    def on_mount(self) -> None:
        """Show where the session is."""
        self.brief_title.add_class("active")
        self.footer.show([a for a in self.keys.of(Place.REVIEW) if a.short])
        self.call_after_refresh(self.show)
        self.set_interval(30, self._keep_time)

    def _keep_time(self) -> None:
        self._guard(self.reviewing.remember)
        self.show_status()

    # What is shown

    def show(self) -> None:
        """Show the current line, its evidence, and how far the session is."""
        reviewing = self.reviewing
        brief, place, analysis = reviewing.brief, reviewing.place, reviewing.analysis
        if brief is None or place is None or analysis is None:
            self.say("There is nothing to review here.")
            return
        if self._shown != brief.sha256:
            self._shown = brief.sha256
            self.reader.show(self._article_of(brief.sha256), analysis)
            self.text_title.set_title(f"{brief.id} Text", brief.published or "undated")
        self.review.review(brief, reviewing.state_of, reviewing.orphans(), place.line)
        at = reviewing.queue.index(brief) + 1
        self.brief_title.set_title(f"Review {brief.id}", f"article {at} of {len(reviewing.queue)}")
        self._show_evidence()
        self.show_status()

    def _show_evidence(self) -> None:
        line, analysis = self.reviewing.line, self.reviewing.analysis
        if line is None or analysis is None:
            return
        where = {s.id: (s.start, s.end) for s in analysis.sentences}
        spans = list(dict.fromkeys(where[e.sentence] for e in line.evidence if e.sentence in where))
        if spans:
            self.reader.go_to(spans[0][0], tell=False)
        self.reader.set_evidence(spans, show=True)

    def say(self, words: str) -> None:
        """Say something in the status line until the next key."""
        self._said = words
        self.show_status()

    def show_status(self) -> None:
        """Say how far the session is, and how long it has taken."""
        progress = self.reviewing.progress
        left = progress.lines - progress.lines_done
        words = (
            f"{progress.lines_done} of {progress.lines} lines decided, {left} left · "
            f"{progress.articles_done} of {progress.articles} articles · {self.reviewing.seconds // 60} min"
        )
        self.status.show(self._said or words, progress.lines_done, progress.lines)

    # Keys

    async def on_key(self, event: Key) -> None:
        """Look the key up in the registry and do what it stands for."""
        if self._asking is not None:
            if not isinstance(self.focused, Input):
                self._asking.ahead(event)
            return
        action = self.keys.of_key(Place.REVIEW, event.key)
        if action is not None:
            event.stop()
            self._said = ""
            self.perform(action)

    def perform(self, action: Action) -> None:
        """Do an action."""
        name, *arguments = action.does or (action.name,)
        self._guard(lambda: getattr(self, f"do_{name}")(*arguments))

    def _guard(self, act: Callable[[], object]) -> None:
        """Do something that writes; a library that cannot be written is told, and nothing else is done."""
        try:
            act()
        except LibraryError as error:
            self.say(one_line(str(error)))

    def on_footer_pressed(self, event: Footer.Pressed) -> None:
        """A key that was clicked."""
        self.perform(event.action)

    def on_brief_pane_moved(self, event: BriefPane.Moved) -> None:
        """The mouse chose a line."""
        brief, line = self.reviewing.brief, self.review.line
        if brief is not None and line is not None:
            self.reviewing.go(steps.Place(brief.sha256, line.key))
            self.show()

    # Asking and help

    def _ask(self, question: str, take: Callable[[str], object], begin: str = "") -> None:
        box = self.query_one("#review-ask")

        def answered(words: str | None) -> None:
            if self._asking is not None:
                self._asking.remove()
                self._asking = None
            self.remove_class("asking")
            self.review.focus()
            if words is not None:
                self._guard(lambda: take(words))

        self._asking = AskLine(question, answered, begin)
        self.add_class("asking")
        box.mount(self._asking)

    def do_keys(self) -> None:
        """The keys of the review, with search."""
        from tui.app.screens.chooser import Chooser, narrow
        from tui.app.widgets.choices import Choice

        actions = self.keys.of(Place.REVIEW)
        choices = [Choice(a.sentence, "  ".join(map(key_name, a.keys)), a) for a in actions]

        def chosen(action: Action | None) -> None:
            if action is not None:
                self.perform(action)

        self.app.push_screen(Chooser("Keys: Review", lambda query: narrow(choices, query)), chosen)
