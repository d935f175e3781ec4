"""The review session: a brief's lines one by one, the evidence marked in the text beside them, every decision kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from shutil import get_terminal_size
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input

from tui.app.actions import Action, Keymap, Place, key_name
from tui.app.looks import LOOKS
from tui.app.reviewing import WHAT, Reviewing
from tui.app.screens.summary import SummaryScreen
from tui.app.widgets.ask_line import AskLine
from tui.app.widgets.bars import Footer, PaneTitle, StatusBar
from tui.app.widgets.brief_pane import BriefPane
from tui.app.widgets.reader import Reader
from tui.app.widgets.review_pane import ReviewPane
from tui.articles.model import Article
from tui.brief.save import BriefFileError, save_brief
from tui.library.model import Action as Decided
from tui.library.store import LibraryError
from tui.plain import one_line
from tui.review import session as steps


class ReviewScreen(Screen[None], inherit_bindings=False):
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
        self._said = ""
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

    # Deciding

    def _decide(self, action: Decided, value: str | None = None, *, onward: bool = False) -> None:
        if self.reviewing.line is None:
            return
        self.reviewing.decide(action, value)
        if onward:
            self.do_next_undecided()
        else:
            self.show()

    def do_judge(self, action: str) -> None:
        """Accept or reject, and go on; the same judgement again takes it back."""
        line, decided = self.reviewing.line, cast("Decided", action)
        if line is not None and self.reviewing.state_of(line).judgement == WHAT[decided]:
            self._decide("clear")
            return
        self._last = decided
        self._decide(decided, onward=True)

    def do_dispute(self) -> None:
        """Ask for the reason."""
        self._ask(
            "Why is it disputed?", lambda reason: self._decide("dispute", reason.strip() or None, onward=True)
        )

    def do_edit(self) -> None:
        """Ask for the wording, beginning with the one there is."""
        if (line := self.reviewing.line) is not None:
            wording = self.reviewing.state_of(line).wording
            self._ask("Wording:", self._take_wording, wording if wording is not None else line.text)

    def _take_wording(self, words: str) -> None:
        if words.strip():
            self._decide("edit", one_line(words))
        else:
            self.say("The wording is left as it was: a line needs words; x rejects it.")

    def do_note(self) -> None:
        """Ask for a note."""
        self._ask("Note:", lambda note: self._decide("note", one_line(note)) if note.strip() else None)

    def do_tag(self) -> None:
        """Ask for a tag; one that is there is taken away."""
        self._ask("Tag:", self._take_tag)

    def _take_tag(self, words: str) -> None:
        tag, line = one_line(words), self.reviewing.line
        if tag and line is not None:
            self._decide("untag" if tag in self.reviewing.state_of(line).tags else "tag", tag)

    def do_star(self) -> None:
        """Star, or unstar."""
        self._decide("star")

    def do_add(self) -> None:
        """The marked sentence becomes a line."""
        sentence = self.reader.sentence
        key = self.reviewing.add(sentence) if sentence is not None else None
        if key is None:
            self.say("This sentence is a line of its own already.")
            return
        place = self.reviewing.place
        if place is not None:
            self.reviewing.go(steps.Place(place.source, key))
        self.show()
        self.say("The sentence was added to the bottom line.")

    def do_repeat(self) -> None:
        """The last judgement on all undecided lines of the same section, after asking."""
        brief, line, last = self.reviewing.brief, self.reviewing.line, self._last
        if brief is None or line is None or last is None:
            self.say("Nothing was judged yet that could be repeated: a accepts, x rejects.")
            return
        alike = (line, *steps.alike(brief, self.reviewing.states, line))
        undecided = [one for one in alike if self.reviewing.state_of(one).judgement is None]
        if not undecided:
            self.say("All lines of this section are decided.")
            return

        def repeat(answer: str) -> None:
            if answer.strip().lower() not in ("y", "yes"):
                self.say("Nothing was done.")
                return
            for one in undecided:
                self.reviewing.decide(last, None, one)
            self.show()
            self.say(f"{len(undecided)} lines {WHAT[last]}; u takes them back one by one.")

        self._ask(f"{last.capitalize()} all {len(undecided)} undecided lines of this section? (y/n)", repeat)

    def do_undo(self) -> None:
        """Take back."""
        entry = self.reviewing.undo()
        self.show()
        self.say(
            f"Taken back: {WHAT.get(entry.action, entry.action)}."
            if entry
            else "There is nothing to take back."
        )

    def do_redo(self) -> None:
        """Stand again."""
        entry = self.reviewing.redo()
        self.show()
        self.say(
            f"Again: {WHAT.get(entry.action, entry.action)}." if entry else "There is nothing to do again."
        )

    # Moving

    def _step(self, by: int) -> None:
        if (place := self.reviewing.place) is not None:
            self.reviewing.go(steps.step(self.reviewing.queue, place, by))
            self.show()

    def do_next(self) -> None:
        """The next line."""
        self._step(1)

    def do_previous(self) -> None:
        """The line before."""
        self._step(-1)

    def do_next_undecided(self) -> None:
        """The next line to decide on; when there is none, the summary."""
        reviewing = self.reviewing
        if reviewing.place is None:
            return
        there = steps.next_undecided(reviewing.queue, reviewing.states, reviewing.place)
        reviewing.go(there)
        self.show()
        if there is None:
            self.say("All lines are decided: F writes the briefs and ends the session.")

    def _step_article(self, by: int) -> None:
        reviewing = self.reviewing
        if reviewing.place is not None:
            reviewing.go(steps.step_article(reviewing.queue, reviewing.states, reviewing.place, by))
            self.show()

    def do_next_article(self) -> None:
        """The next article."""
        self._step_article(1)

    def do_previous_article(self) -> None:
        """The article before."""
        self._step_article(-1)

    def do_next_sentence(self) -> None:
        """Mark the next sentence."""
        self.reader.go(self.reader.current + 1, tell=False)

    def do_previous_sentence(self) -> None:
        """Mark the sentence before."""
        self.reader.go(self.reader.current - 1, tell=False)

    # Asking, help, and the end

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

    def do_leave(self) -> None:
        """Back to the desk."""
        self.reviewing.remember()
        self.dismiss(None)

    def do_finish(self) -> None:
        """Write the briefs, end the session, and tell what came of it."""
        self.run_worker(self._finish(), group="finish", exclusive=True)

    async def _finish(self) -> None:
        saved = 0
        for brief, analysis in self.reviewing.finished():
            try:
                await asyncio.to_thread(save_brief, brief, analysis, self._briefs)
            except BriefFileError as error:
                self.say(one_line(str(error)))
                return
            saved += 1
        try:
            self.reviewing.end()
        except LibraryError as error:
            self.say(one_line(str(error)))
            return
        self.app.push_screen(
            SummaryScreen(self.reviewing.summary, saved, self._briefs), lambda _: self.dismiss(None)
        )
