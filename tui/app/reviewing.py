"""A review session on the desk: what is reviewed, where it is, and what was decided. Knows no widget.

Every decision is in the library before the call that made it returns, so that a closed terminal loses nothing.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping, Sequence

from tui.analysis.model import Analysis
from tui.brief.model import Brief, Line
from tui.library.model import Action, Anchor, Decision, Session
from tui.library.store import Library
from tui.review import session as steps
from tui.review.anchors import anchor
from tui.review.decisions import (
    UNTOUCHED,
    LineState,
    TakingBack,
    line_states,
    orphans,
    to_redo,
    to_undo,
    with_added,
    with_decisions,
)
from tui.review.query import Term, holds

WHAT = {
    "accept": "accepted",
    "reject": "rejected",
    "dispute": "disputed",
    "star": "starred",
    "edit": "put in other words",
    "note": "noted",
    "tag": "tagged",
    "clear": "judged no more",
    "add": "added",
}
"""What an action did to a line, in words."""


class Reviewing:
    """The articles under review with their briefs, and the log of what was decided."""

    def __init__(self, accounts: Sequence[tuple[Analysis, Brief]], library: Library) -> None:
        """`accounts` are the analyses that may be reviewed, each with the brief built from it."""
        self.library = library
        self.analyses: Mapping[str, Analysis] = {analysis.sha256: analysis for analysis, _ in accounts}
        self.log: list[Decision] = list(library.decisions())
        self.states: dict[tuple[str, str], LineState] = line_states(self.log)
        self._briefs = {brief.sha256: brief for _, brief in accounts}
        self.queue: tuple[Brief, ...] = ()
        self.session: Session | None = None
        self.place: steps.Place | None = None
        self.opening = ""
        """How the session begins, in words."""
        self._since = time.monotonic()

    def unfinished(self) -> Session | None:
        """The latest session that was left and whose articles are all here."""
        for session in self.library.sessions():
            if session.ended is None and session.queue and set(session.queue) <= set(self._briefs):
                return session
        return None

    def found(self, terms: tuple[Term, ...]) -> bool:
        """Whether a query finds any article."""
        return any(holds(terms, analysis) for analysis in self.analyses.values())

    def start(self, again: Session | None = None, terms: tuple[Term, ...] = ()) -> None:
        """Begin a session, or go on with an earlier one at the same line.

        A new one goes over the articles that a query finds, or without one over all that are not decided on; where all
        are, over all.
        """
        self.library.saw(self.analyses.values())
        if again is not None:
            self.queue = tuple(self._whole(source) for source in again.queue)
            last = steps.Place(again.at_source, again.at_line) if again.at_source and again.at_line else None
            self.session = again
            self.opening = "Gone on with the review that was left, at the same line."
        else:
            if (left := self.unfinished()) is not None:
                self.library.end_session(left.number)
            everything = [self._whole(source) for source in self._briefs]
            if terms:
                chosen = [brief for brief in everything if holds(terms, self.analyses[brief.sha256])]
            else:
                chosen = steps.unreviewed(everything, self.states) or everything
            self.queue = steps.order(chosen)
            self.opening = steps.in_words(self.queue)
            last = None
            self.session = self.library.start_session(brief.sha256 for brief in self.queue)
        self.place = steps.start(self.queue, self.states, last)
        self._since = time.monotonic()
        self.remember()

    def _whole(self, source: str) -> Brief:
        """The tool's brief with the lines that a person added, rejected ones included: they can be taken back."""
        brief = self._briefs[source]
        return with_added(brief, self.analyses[source], self.log)

    @property
    def seconds(self) -> int:
        """The time spent in the session."""
        before = self.session.seconds if self.session is not None else 0
        return before + round(time.monotonic() - self._since)

    @property
    def brief(self) -> Brief | None:
        """The brief that the place is in."""
        place = self.place
        return next((b for b in self.queue if place is not None and b.sha256 == place.source), None)

    @property
    def line(self) -> Line | None:
        """The line that the place is at."""
        brief, place = self.brief, self.place
        if brief is None or place is None:
            return None
        return next((one for one in brief.lines if one.key == place.line), None)

    @property
    def analysis(self) -> Analysis | None:
        """The analysis of the article under review."""
        return self.analyses.get(self.place.source) if self.place is not None else None

    def state_of(self, line: Line) -> LineState:
        """What was done with a line of the current brief."""
        return (
            self.states.get((self.place.source, line.key), UNTOUCHED) if self.place is not None else UNTOUCHED
        )

    def go(self, place: steps.Place | None) -> None:
        """Move to a place, and remember it."""
        if place is not None:
            self.place = place
            self.remember()

    def remember(self) -> None:
        """Write down where the session is."""
        if self.session is not None and self.place is not None:
            self.library.place_session(self.session.number, self.place.source, self.place.line, self.seconds)

    def decide(self, action: Action, value: str | None = None, line: Line | None = None) -> None:
        """Decide on the current line, or on another of the same brief."""
        line, analysis = line or self.line, self.analysis
        if line is None or analysis is None:
            return
        place = anchor(analysis.text, line.evidence[0].start, line.evidence[0].end) if line.evidence else None
        self._append(action, line.section, line.key, value, place)

    def told_by(self, sentence: str) -> Line | None:
        """The line of the bottom line that is this sentence, if there is one."""
        lines = self.brief.section("bottom_line") if self.brief is not None else ()
        return next((line for line in lines if [e.sentence for e in line.evidence] == [sentence]), None)

    def add(self, sentence: str) -> str | None:
        """Add a sentence as a line of the bottom line; returns its key, or None where there is no such sentence."""
        analysis = self.analysis
        found = next((s for s in analysis.sentences if s.id == sentence), None) if analysis else None
        if analysis is None or found is None:
            return None
        key = hashlib.sha256(f"added\n{analysis.text[found.start : found.end]}".encode()).hexdigest()[:12]
        self._append("add", "bottom_line", key, None, anchor(analysis.text, found.start, found.end))
        self._take_added()
        return key

    def undo(self) -> Decision | None:
        """Take the last entry of this session back; returns it."""
        return self._take_back(to_undo(self._own()))

    def redo(self) -> Decision | None:
        """Make the last undo undone; returns the entry that stands again."""
        return self._take_back(to_redo(self._own()))

    def _own(self) -> list[Decision]:
        number = self.session.number if self.session is not None else None
        return [entry for entry in self.log if entry.session == number]

    def _take_back(self, what: TakingBack | None) -> Decision | None:
        if what is None or self.session is None:
            return None
        self._write(self.library.take_back(what.entry, self.session.number))
        decision = what.decision
        if decision.action == "add":
            self._take_added()
        if any(
            b.sha256 == decision.source and any(n.key == decision.line for n in b.lines) for b in self.queue
        ):
            self.go(steps.Place(decision.source, decision.line))
        return decision

    def _append(
        self, action: Action, section: str, key: str, value: str | None, words: Anchor | None
    ) -> None:
        analysis = self.analysis
        assert analysis is not None
        self._write(
            self.library.decide(
                source=analysis.sha256,
                article=analysis.id,
                section=section,
                line=key,
                action=action,
                value=value,
                anchor=words,
                session=self.session.number if self.session is not None else None,
            )
        )

    def _write(self, entry: Decision) -> None:
        self.log.append(entry)
        self.states = line_states(self.log)

    def renew(self, accounts: Sequence[tuple[Analysis, Brief]]) -> None:
        """Take the articles with other names; where the current line is gone, the one in its place becomes current."""
        keys = [line.key for line in self.brief.lines] if self.brief is not None else []
        place = self.place
        self.analyses = {analysis.sha256: analysis for analysis, _ in accounts}
        self._briefs = {brief.sha256: brief for _, brief in accounts}
        self.queue = tuple(self._whole(brief.sha256) for brief in self.queue if brief.sha256 in self._briefs)
        after = self.brief.lines if self.brief is not None else ()
        if self.line is None and place is not None and place.line in keys and after:
            self.go(steps.Place(place.source, after[min(keys.index(place.line), len(after) - 1)].key))

    def _take_added(self) -> None:
        """Take lines that were added, or added no more, into the queue."""
        self.queue = tuple(self._whole(brief.sha256) for brief in self.queue)
        if self.line is None:
            self.place = steps.start(self.queue, self.states)

    @property
    def progress(self) -> steps.Progress:
        """How far the session is."""
        return steps.progress(self.queue, self.states)

    @property
    def summary(self) -> steps.Summary:
        """What came of the session."""
        return steps.summary(self._own(), self.seconds)

    def orphans(self) -> tuple[Decision, ...]:
        """The decisions on lines of the current article that are gone."""
        brief = self.brief
        return orphans(brief, self.log) if brief is not None else ()

    def finished(self) -> Sequence[tuple[Brief, Analysis]]:
        """The briefs of the session as they stand, with their analyses."""
        return [
            (
                with_decisions(self._briefs[b.sha256], self.analyses[b.sha256], self.log),
                self.analyses[b.sha256],
            )
            for b in self.queue
        ]

    def end(self) -> None:
        """End the session: it is not offered again."""
        if self.session is not None:
            self.remember()
            self.library.end_session(self.session.number)
