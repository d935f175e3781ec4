"""What a review session shows: the brief with its current line, the evidence in the text, how far it is; and asking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Key

from tui.app.actions import Action, Keymap, Place
from tui.app.chords import Chords
from tui.app.desk import Desk
from tui.app.evidence import Sentences
from tui.app.looks import LOOKS
from tui.app.meant import Here
from tui.app.reviewing import Reviewing
from tui.app.screens.asking import Asking
from tui.app.screens.correcting import Correcting
from tui.app.widgets.bars import Footer, PaneTitle, StatusBar
from tui.app.widgets.brief_pane import BriefPane
from tui.app.widgets.reader import Reader
from tui.app.widgets.review_pane import ReviewPane
from tui.library.model import Action as Decided
from tui.library.store import LibraryError
from tui.plain import one_line
from tui.review import session as steps

if TYPE_CHECKING:
    from tui.analysis.model import Analysis


class ReviewView(Asking, inherit_bindings=False):
    """The brief with its lines to decide on, and the text. Actors are corrected by the line, or by the marked sentence."""

    takes_back = "cu"

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    AUTO_FOCUS = "#review"

    def __init__(
        self,
        reviewing: Reviewing,
        desk: Desk,
        keys: Keymap,
    ) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-one"), (90, "-two")]
        self.reviewing = reviewing
        self.desk = desk
        self.keys = keys
        self._chords = Chords(keys, self.say)
        self._correcting = Correcting(self)
        self.review = ReviewPane("review")
        self.reader = Reader("review-text")
        self.reader.measure = desk.settings.reading_width
        self.brief_title = PaneTitle("review-title", "Review")
        self.text_title = PaneTitle("review-text-title", "Text")
        self.status = StatusBar("review-status")
        self.footer = Footer("review-footer")
        self._shown = ""
        self._said = reviewing.opening
        self._last: tuple[Decided, str | None] | None = None
        self.set_class(True, "-two" if get_terminal_size().columns >= 90 else "-one")

    def compose(self) -> ComposeResult:
        """The brief, the text, and the bars."""
        yield Container(
            Container(self.brief_title, self.review, id="review-brief-pane", classes="pane"),
            Container(self.text_title, self.reader, id="review-text-pane", classes="pane"),
            id="panes",
        )
        yield Container(id="ask")
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
            self.reader.show(self.desk.article_of(brief.sha256), analysis)
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
        spans = Sentences(analysis).spans(line)
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
        if self.goes_to_line(event):
            return
        if (action := self._chords.take(event, Place.REVIEW)) is not None:
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

    # Correcting actors

    def meant(self) -> tuple[str | None, Analysis | None]:
        """The article under review."""
        analysis = self.reviewing.analysis
        return (self.desk.key_of(analysis.sha256) if analysis is not None else None), analysis

    def meant_here(self) -> Here:
        """The line with its evidence, or the sentence that was gone to from there."""
        line, marked = self.reviewing.line, self.reader.units[self.reader.current : self.reader.current + 1]
        here = [(start, end) for start, end, _ in marked if (start, end) not in self.reader.evidence]
        return Here(here) if here or line is None else Here(self.reader.evidence, line.actor)

    def do_correct(self, what: str) -> None:
        """One of the corrections."""
        getattr(self._correcting, what)()

    async def show_corrected(self) -> None:
        """Show the lines with the corrected names, at the same line."""
        self.reviewing.renew(await self.desk.accounts())
        self._shown = ""
        self.show()

    # Asking and help

    def ask(
        self, question: str, take: Callable[[str], object], begin: str = "", history: Sequence[str] = ()
    ) -> None:
        """Ask for words; what cannot be written of the answer is told."""
        super().ask(question, lambda words: self._guard(lambda: take(words)), begin, history)

    def do_keys(self) -> None:
        """The keys of the review, with search."""
        from tui.app.screens.chooser import choose_action

        choose_action(self.app, "Keys: Review", self.keys.of(Place.REVIEW), self.perform)
