"""The brief beside the text: its lines one by one, each with the sentences that it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.events import Click
from textual.message import Message

from tui.app.actions import Place
from tui.app.brief_text import brief_paragraphs
from tui.app.page import Paragraph, Span
from tui.app.widgets.pane import Page

if TYPE_CHECKING:
    from tui.brief.model import Brief, Line, Section


class BriefPane(Page):
    """The lines of a brief; one is the current one."""

    place = Place.BRIEF

    class Moved(Page.Moved):
        """Another line became the current one."""

    class Jumped(Message):
        """The sentence of the current line is wanted."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.brief: Brief | None = None
        self.order: list[int] = []
        self.resting: frozenset[int] = frozenset()
        self.drawn = False

    def show(
        self,
        brief: Brief,
        headings: Mapping[Section, str] | None = None,
        paragraphs: Sequence[Paragraph] | None = None,
        *,
        drawn: bool = False,
    ) -> None:
        """Show a brief, or lines in the shape of one under other headings or as `paragraphs`, from the beginning.

        With `drawn`, a line is drawn down the margin with a dot at each item.
        """
        paragraphs = brief_paragraphs(brief, headings) if paragraphs is None else paragraphs
        self.drawn = drawn
        self.brief = brief
        self.order = list(dict.fromkeys(p.item for p in paragraphs if p.item >= 0))
        self.current = 0
        self.resting = frozenset()
        self.set_paragraphs(paragraphs)
        self.go_to_row(0)

    def show_words(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show words of the tool's own instead of a brief."""
        self.brief = None
        self.drawn = False
        self.order = []
        self.current = 0
        self.resting = frozenset()
        self.set_paragraphs(paragraphs)
        self.go_to_row(0)

    @property
    def line(self) -> Line | None:
        """The current line."""
        return self.brief.lines[self.order[self.current]] if self.brief is not None and self.order else None

    def marked_rows(self) -> range:
        """The rows of the current line."""
        return self.layout_now.rows_of_item(self.order[self.current]) if self.order else range(0)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.order)

    def rest_on(self, sentence: str | None) -> None:
        """Mark the lines that rest on a sentence, and see to it that the first is in sight."""
        lines = self.brief.lines if self.brief is not None else ()
        now = frozenset(
            n
            for n, line in enumerate(lines)
            if sentence and any(e.sentence == sentence for e in line.evidence)
        )
        if now == self.resting:
            return
        rows = {row for item in self.resting | now for row in self.layout_now.rows_of_item(item)}
        self.resting = now
        self.redraw(rows)
        if now:
            shown = self.layout_now.rows_of_item(min(now, key=self.order.index))
            self.show_rows(shown.start, shown.stop)

    def go_to_resting(self) -> bool:
        """Make the first line that rests on the marked sentence the current one; False when there is none."""
        if not self.resting:
            return False
        self.go(min(self.order.index(item) for item in self.resting), tell=False)
        return True

    def overlays(self, index: int) -> Sequence[Span]:
        """The current line, and the lines that rest on the reader's sentence."""
        paragraph = self.layout_now.paragraphs[index]
        if paragraph.item < 0:
            return ()
        if self.order and paragraph.item == self.order[self.current] and self.has_focus:
            return (Span(0, len(paragraph.text), "page--current"),)
        if paragraph.item in self.resting:
            return (Span(0, len(paragraph.text), "page--evidence"),)
        return ()

    def mark(self, row: int) -> tuple[str, str] | None:
        """A bar beside the current line and a thinner one beside lines that rest on the reader's sentence."""
        if row in self.marked_rows():
            return "▌", "page--gutter"
        index = self.layout_now.rows[row].paragraph
        if index >= 0 and self.layout_now.paragraphs[index].item in self.resting:
            return "│", "page--gutter-evidence"
        if self.drawn and index >= 0 and (item := self.layout_now.paragraphs[index].item) >= 0:
            return "●" if self.layout_now.rows_of_item(item).start == row else "│", "page--dim"
        return None

    def on_focus(self) -> None:
        """The current line is tinted only here."""
        self.redraw()

    def on_blur(self) -> None:
        """The current line is no longer tinted."""
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Make the line under the mouse the current one; a second click jumps to its sentence."""
        row = self.scroll_offset.y + event.y
        if not 0 <= row < len(self.layout_now.rows):
            return
        index = self.layout_now.rows[row].paragraph
        item = self.layout_now.paragraphs[index].item if index >= 0 else -1
        if item >= 0:
            self.go(self.order.index(item))
            if event.chain == 2:
                self.do_enter()

    def targets(self) -> list[tuple[int, int]]:
        """The lines that begin on the screen."""
        starts = ((self.layout_now.rows_of_item(item).start, n) for n, item in enumerate(self.order))
        return [(row, n) for row, n in starts if self.top <= row < self.top + self.height]

    def go_to_target(self, number: int) -> None:
        """To a line."""
        self.go(number)

    def turn(self, rows: int) -> None:
        """To the line that stands about so many rows further."""
        marked = self.marked_rows()
        if not marked:
            self.scroll_rows(rows)
            return
        target = marked.start + rows
        starts = [self.layout_now.rows_of_item(item).start for item in self.order]
        if rows > 0:
            self.go(next((n for n, start in enumerate(starts) if start >= target), len(starts) - 1))
        else:
            self.go(next((n for n, start in reversed(list(enumerate(starts))) if start <= target), 0))

    def do_enter(self) -> None:
        """To the sentence."""
        self.tell(self.Jumped())
