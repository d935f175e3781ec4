"""The reader: the cleaned text of one article with its mentions marked, read sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.events import Click
from textual.message import Message

from tui.app.actions import Place
from tui.app.article_page import NAME, Sheet, page_sheet
from tui.app.article_text import article_paragraphs, sentence_places
from tui.app.finding import rough_sentences
from tui.app.page import Paragraph, Span
from tui.app.widgets.pane import Page

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.articles.choices import Choice
    from tui.articles.model import Article
    from tui.articles.page import PageBlock


class Reader(Page):
    """One article. The current unit is a sentence, roughly cut as long as the analysis is not there."""

    place = Place.READER

    class Moved(Page.Moved):
        """Another unit became the current one."""

    class Opened(Message):
        """The brief lines that rest on the current sentence are wanted."""

    class Decided(Message):
        """The current block of the page belongs into the article (`keep`), or does not."""

        def __init__(self, keep: bool) -> None:
            super().__init__()
            self.keep = keep

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.article: Article | None = None
        self.analysis: Analysis | None = None
        self.units: list[tuple[int, int, str]] = []
        self._where: dict[str, str] = {}
        self.sheet: Sheet | None = None
        self.evidence: tuple[tuple[int, int], ...] = ()
        self.found: tuple[tuple[int, int], ...] = ()
        self.spot: tuple[int, int] | None = None
        self.off: frozenset[str] = frozenset()

    def show(self, article: Article | None, analysis: Analysis | None, at: int = 0) -> None:
        """Show an article from its beginning, or with the unit at the offset `at` current."""
        self.sheet = None
        self.article, self.analysis = article, analysis
        self.evidence = self.found = ()
        self.spot = None
        self._take_units()
        self.set_paragraphs(article_paragraphs(article, analysis) if article is not None else ())
        self.current = self.unit_at(at)
        self.go_to_row(0)
        if at:
            self.show_current()

    @property
    def page(self) -> bool:
        """Whether the page as it was is shown."""
        return self.sheet is not None

    @property
    def page_block(self) -> PageBlock | None:
        """The current block of the page, if that is shown."""
        return self.sheet.units[self.current].block if self.sheet is not None and self.units else None

    def show_page(self, on: bool, choices: Sequence[Choice] = ()) -> None:
        """Show the page as it was, with what a person chose of it, or the text again, at the same place."""
        article, analysis = self.article, self.analysis
        if article is None or on == self.page:
            return
        if not on:
            self.show(article, analysis, self.place_in_text)
            return
        at = self.place_in_text
        self._show_sheet(page_sheet(article, choices))
        assert self.sheet is not None
        self.current = self.unit_at(self.sheet.at_text(at))
        self.go_to_row(0)
        self.show_current()

    def renew_page(self, article: Article, choices: Sequence[Choice], offset: int) -> None:
        """Show the page of the article whose blocks a person changed, with the block at an offset of the source current."""
        top = self.top
        self.article, self.analysis = article, None
        self._show_sheet(page_sheet(article, choices))
        assert self.sheet is not None
        self.current = self.unit_at(self.sheet.at_source(offset))
        self.go_to_row(top)
        self.show_current()

    def _show_sheet(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.evidence = self.found = ()
        self.spot = None
        self.units = [(unit.start, unit.end, "") for unit in sheet.units]
        self.set_paragraphs(sheet.paragraphs)

    def show_words(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show words of the tool's own instead of an article."""
        self.article = self.analysis = None
        self.sheet = None
        self.evidence = self.found = ()
        self.units = []
        self.current = 0
        self.set_paragraphs(paragraphs)
        self.go_to_row(0)

    def analysed(self, analysis: Analysis) -> None:
        """The analysis of the article came: mark the mentions, go by sentences, and stay in place."""
        if self.article is None:
            return
        if self.page:
            self.analysis = analysis
            return
        offset = self.units[self.current][0] if self.units else 0
        place = self.remember(self.height)
        self.analysis = analysis
        self._take_units()
        self.current = self.unit_at(offset)
        self.set_paragraphs(article_paragraphs(self.article, analysis))
        self.restore(place)

    def _take_units(self) -> None:
        self._where.clear()
        if self.analysis is not None:
            self.units = [(s.start, s.end, s.id) for s in self.analysis.sentences]
        elif self.article is not None:
            text = self.article.text
            rough = (rough_sentences(text, block.start, block.end) for block in self.article.blocks)
            self.units = [(start, end, "") for block in rough for start, end in block]
        else:
            self.units = []

    @property
    def sentence(self) -> str | None:
        """The id of the current sentence."""
        return (self.units[self.current][2] or None) if self.units else None

    @property
    def where(self) -> str:
        """Which sentence is the current one, in words: its id, and its number among those that the statistics count."""
        if self.analysis is not None and not self._where:
            self._where = sentence_places(self.analysis)
        return self._where.get(self.sentence or "", "")

    @property
    def unit_text(self) -> str:
        """The text of the current unit."""
        start, end = self.units[self.current][:2] if self.units else (0, 0)
        return self.words[start:end]

    @property
    def place_in_text(self) -> int:
        """Where the current unit begins in the article's text."""
        start = self.units[self.current][0] if self.units else 0
        return self.sheet.to_text(start) if self.sheet is not None else start

    @property
    def words(self) -> str:
        """What is shown: the article's text, or that of the page."""
        if self.article is None:
            return ""
        return self.sheet.text if self.sheet is not None else self.article.text

    def unit_at(self, offset: int) -> int:
        """The index of the unit that holds `offset`, or of the one before it."""
        return max(0, bisect_right(self.units, offset, key=lambda u: u[0]) - 1)

    def marked_rows(self) -> range:
        """The rows of the current unit."""
        return self._rows(*self.units[self.current][:2]) if self.units else range(0)

    def _rows(self, start: int, end: int) -> range:
        return self.layout_now.rows_of(start, end) if self.layout_now.rows else range(0)

    @property
    def count(self) -> int:
        """How many units there are."""
        return len(self.units)

    def go_to(self, offset: int, *, tell: bool = True) -> None:
        """Make the unit at `offset` the current one, with room around it."""
        self.go(self.unit_at(offset), tell=tell)
        rows = self.marked_rows()
        if rows:
            self.show_rows(rows.start, rows.stop, context=4)

    def set_evidence(self, spans: Sequence[tuple[int, int]], *, show: bool = False) -> None:
        """Mark the sentences under the brief's current line; with `show`, scroll to the first."""
        before = {row for span in self.evidence for row in self._rows(*span)}
        self.evidence = tuple(spans)
        self.redraw(before | {row for span in self.evidence for row in self._rows(*span)})
        if show and self.evidence:
            rows = self._rows(*self.evidence[0])
            self.show_rows(rows.start, rows.stop, context=4)

    def set_found(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark the places that were found."""
        self.found = tuple(spans)
        self.redraw()

    def set_spot(self, span: tuple[int, int] | None) -> None:
        """Mark one place: a mention or something found."""
        before, self.spot = self.spot, span
        self.redraw({row for one in (before, span) if one is not None for row in self._rows(*one)})

    def set_off(self, styles: frozenset[str]) -> None:
        """Switch the marks of kinds of entity off."""
        self.off = styles
        self.redraw()

    def hidden(self, style: str) -> bool:
        """Whether marks of this style are off."""
        return style in self.off

    def overlays(self, index: int) -> Sequence[Span]:
        """The current sentence, the evidence and what was found, in a paragraph."""
        paragraph = self.layout_now.paragraphs[index]
        if paragraph.item == NAME:
            return ()
        start, end = paragraph.start, paragraph.start + len(paragraph.text)
        spans: list[Span] = []

        def add(pairs: Sequence[tuple[int, int]], style: str) -> None:
            spans.extend(
                Span(max(a, start) - start, min(b, end) - start, style)
                for a, b in pairs
                if a < end and b > start
            )

        add(self.evidence, "page--evidence")
        if self.units:
            add((self.units[self.current][:2],), "page--current")
        first = bisect_left(self.found, start, key=lambda f: f[1])
        add(self.found[first : bisect_left(self.found, end, key=lambda f: f[0])], "page--found")
        if self.spot is not None:
            add((self.spot,), "page--spot")
        return spans

    def mark(self, row: int) -> tuple[str, str] | None:
        """A bar beside the current sentence and a thinner one beside evidence."""
        if row in self.marked_rows():
            return "▌", "page--gutter"
        if any(row in self._rows(*span) for span in self.evidence):
            return "│", "page--gutter-evidence"
        return None

    def on_click(self, event: Click) -> None:
        """Make the sentence under the mouse the current one."""
        row = self.scroll_offset.y + event.y
        if not (0 <= row < len(self.layout_now.rows)) or not self.units:
            return
        here = self.layout_now.rows[row]
        if here.paragraph >= 0:
            within = here.start + max(0, event.x - self.left - here.indent)
            self.go(
                self.unit_at(self.layout_now.paragraphs[here.paragraph].start + min(within, here.end - 1))
            )

    def targets(self) -> list[tuple[int, int]]:
        """The sentences that begin on the screen, one a row."""
        found: dict[int, int] = {}
        first = self.unit_at(self.layout_now.offset_of(self.top))
        for number in range(first, len(self.units)):
            row = self._rows(*self.units[number][:2]).start
            if row >= self.top + self.height:
                break
            if row >= self.top:
                found.setdefault(row, number)
        return list(found.items())

    def go_to_target(self, number: int) -> None:
        """To a sentence."""
        self.go(number)

    def turn(self, rows: int) -> None:
        """Scroll, and take the current sentence along so that it stays on the screen."""
        before = self.top
        self.scroll_rows(rows)
        moved = self.top - before
        if moved == 0 or not self.units:
            self.go(len(self.units) - 1 if rows > 0 else 0)
            return
        target = max(self.top, min(self.marked_rows().start + moved, self.top + self.height - 1))
        top = self.top
        unit = self.unit_at(self.layout_now.offset_of(target))
        if rows > 0 and unit + 1 < len(self.units) and self._rows(*self.units[unit][:2]).start < top:
            unit += 1
        self.go(unit)

    def do_enter(self) -> None:
        """To the brief."""
        self.tell(self.Opened())

    def do_put_back(self) -> None:
        """The block of the page belongs into the article."""
        self.tell(self.Decided(True))

    def do_take_out(self) -> None:
        """The block of the page does not belong into the article."""
        self.tell(self.Decided(False))
