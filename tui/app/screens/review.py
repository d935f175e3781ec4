"""The review session: a brief's lines one by one, decided on by keys, every decision kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import cast

from tui.app.reviewing import WHAT
from tui.app.screens.review_view import ReviewView
from tui.app.screens.summary import SummaryScreen
from tui.brief.save import BriefFileError, save_brief
from tui.library.model import Action as Decided
from tui.library.store import LibraryError
from tui.plain import one_line
from tui.review import session as steps


class ReviewScreen(ReviewView, inherit_bindings=False):
    """What the keys of a review do."""

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
        self._last = decided, None
        self._decide(decided, onward=True)

    def do_dispute(self) -> None:
        """Ask for the reason."""
        self.ask("Why is it disputed?", self._take_reason)

    def _take_reason(self, words: str) -> None:
        reason = words.strip() or None
        self._last = "dispute", reason
        self._decide("dispute", reason, onward=True)

    def do_edit(self) -> None:
        """Ask for the wording, beginning with the one there is."""
        if (line := self.reviewing.line) is not None:
            wording = self.reviewing.state_of(line).wording
            self.ask("Wording:", self._take_wording, wording if wording is not None else line.text)

    def _take_wording(self, words: str) -> None:
        if words.strip():
            self._decide("edit", one_line(words))
        else:
            self.say("The wording is left as it was: a line needs words; x rejects it.")

    def do_note(self) -> None:
        """Ask for a note."""
        self.ask("Note:", lambda note: self._decide("note", one_line(note)) if note.strip() else None)

    def do_tag(self) -> None:
        """Ask for a tag; one that is there is taken away."""
        self.ask("Tag:", self._take_tag)

    def _take_tag(self, words: str) -> None:
        tag, line = one_line(words), self.reviewing.line
        if tag and line is not None:
            self._decide("untag" if tag in self.reviewing.state_of(line).tags else "tag", tag)

    def do_star(self) -> None:
        """Star, or unstar."""
        self._decide("star")

    def do_add(self) -> None:
        """The marked sentence becomes a line."""
        sentence, place = self.reader.sentence, self.reviewing.place
        if sentence is None or place is None:
            return
        there = self.reviewing.told_by(sentence)
        key = there.key if there is not None else self.reviewing.add(sentence)
        if key is None:
            return
        self.reviewing.go(steps.Place(place.source, key))
        self.show()
        self.say(
            "This sentence is a line of the bottom line already."
            if there is not None
            else "The sentence was added to the bottom line."
        )

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

        action, reason = last
        count = "1 undecided line" if len(undecided) == 1 else f"{len(undecided)} undecided lines"

        def repeat() -> None:
            for one in undecided:
                self.reviewing.decide(action, reason, one)
            self.show()
            self.say(f"{count.replace('undecided ', '')} {WHAT[action]}; u takes back one at a time.")

        self._confirm(f"{action.capitalize()} the {count} of this section? (y/n)", repeat)

    def _confirm(self, question: str, act: Callable[[], object]) -> None:
        """Do it after a yes."""

        def answered(answer: str) -> None:
            if answer.strip().lower() in ("y", "yes"):
                act()
            else:
                self.say("Nothing was done.")

        self.ask(question, answered)

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
        """The next line to decide on; where there is none, how to end is told."""
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

    # The end

    def do_leave(self) -> None:
        """Back to the desk."""
        self.reviewing.remember()
        self.dismiss(None)

    def do_finish(self) -> None:
        """Write the briefs, end the session, and tell what came of it; asks first while lines are undecided."""

        def finish() -> None:
            self.run_worker(self._finish(), group="finish", exclusive=True)

        progress = self.reviewing.progress
        if left := progress.lines - progress.lines_done:
            lines = "1 line is" if left == 1 else f"{left} lines are"
            self._confirm(f"{lines} not decided yet. Write the briefs and end the review? (y/n)", finish)
        else:
            finish()

    async def _finish(self) -> None:
        saved = 0
        for brief, analysis in self.reviewing.finished():
            try:
                await asyncio.to_thread(save_brief, brief, analysis, self.desk.briefs)
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
            SummaryScreen(self.reviewing.summary, saved, self.desk.briefs), lambda _: self.dismiss(None)
        )
