"""What the panes share: rows drawn one by one, kept until they change, and moving by the row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.selection import Selection
from textual.strip import Strip

from tui.app.actions import Place
from tui.app.page import Layout, Paragraph, Row, Span, pieces
from tui.app.widgets.painting import PaneScrollBar, Rows
from tui.app.widgets.walking import Walked


class Pane(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolled pane that draws its rows itself.

    Keys are not bound here: the screen looks them up in the registry of actions and calls the method of the action's name.
    """

    place: ClassVar[Place]
    row_count: int = 0

    def __init__(self, id: str, draw: Callable[[int], Strip]) -> None:
        """`draw` gives a row by its number; shorter ones are filled up."""
        super().__init__(id=id)
        self.painted = Rows(self, self._draw_labelled)
        self._draw_row = draw
        self.labels: dict[int, str] = {}
        self.hear: Callable[[Message], bool] | None = None

    def tell(self, message: Message) -> None:
        """Tell the screen what happened here.

        A screen that sets `hear` is told at once, so that what it changes is drawn in the same frame; what it does not take
        (False), and with other screens everything, is posted.
        """
        if self.hear is None or not self.hear(message):
            self.post_message(message)

    def targets(self) -> list[tuple[int, int]]:
        """What can be gone to on the screen: its first row, and the number that `go_to_target` takes."""
        return []

    def go_to_target(self, number: int) -> None:
        """Go to one of the targets."""

    def set_labels(self, labels: dict[int, str]) -> None:
        """Put a label at the left of some rows, by row, or take all away."""
        before, self.labels = self.labels, labels
        self.redraw(before.keys() | labels.keys())

    @property
    def width(self) -> int:
        """The columns that a row has."""
        return self.scrollable_content_region.width

    @property
    def height(self) -> int:
        """The rows on the screen."""
        return self.scrollable_content_region.height

    @property
    def top(self) -> int:
        """The first row on the screen."""
        return round(self.scroll_y)

    @property
    def base(self) -> Style:
        """The style of the pane itself."""
        return self.painted.base

    def look(self, name: str) -> Style:
        """The style called `name`."""
        return self.painted.look(name)

    def _draw_labelled(self, row: int) -> Strip:
        if row >= self.row_count:
            return Strip.blank(self.size.width, self.base)
        strip = self._draw_row(row)
        if (label := self.labels.get(row)) is not None:
            strip = Strip.join([Strip([Segment(label, self.look("page--label"))]), strip.crop(len(label))])
        return strip

    def render_line(self, y: int) -> Strip:
        """Textual's line API: what is under the mouse."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's line API: what is on the screen."""
        return self.painted.lines(crop, self.scroll_offset.y)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar; made when it is first asked for, as Textual does."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = PaneScrollBar()
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def notify_style_update(self) -> None:
        """Draw anew when the theme changes."""
        super().notify_style_update()
        self.painted.restyled()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw anew when the mouse selects."""
        self.redraw()

    def redraw(self, rows: Iterable[int] | None = None) -> None:
        """Draw these rows anew, or all of them."""
        if rows is None:
            self.painted.forget()
            self.refresh(self.size.region)
            return
        seen = range(self.top, self.top + self.height)
        for row in rows:
            self.painted.forget((row,))
            if row in seen:
                self.refresh(Region(0, row - seen.start, self.size.width, 1))

    def resize_to(self, rows: int) -> None:
        """Note how many rows there are. The place and size of the pane stay, so nothing is laid out anew."""
        self.painted.forget()
        self.row_count = rows
        self.set_reactive(Pane.virtual_size, Size(0, rows))
        if self.is_attached:
            self.vertical_scrollbar.window_virtual_size = rows
        self.refresh(self.size.region)

    def go_to_row(self, row: int) -> None:
        """Make `row` the first on the screen, as far as there are rows."""
        self.scroll_to(y=max(0, min(row, self.row_count - self.height)), animate=False, immediate=True)

    def show_rows(self, start: int, end: int, context: int = 2) -> None:
        """Scroll as little as needed for the rows from `start` to before `end`, and some around them, to be seen."""
        height = self.height
        context = min(context, max(0, (height - (end - start)) // 2))
        if start - context < self.top:
            self.go_to_row(start - context)
        elif end + context > self.top + height:
            self.go_to_row(min(start, end + context - height))

    def scroll_rows(self, count: int) -> None:
        """Scroll without moving the mark."""
        self.go_to_row(self.top + count)


class Page(Walked, Pane):
    """A pane that shows paragraphs, which may belong to items: one item is the current one."""

    class Moved(Message):
        """Another item became the current one."""

    current = 0

    measure = 80
    """The widest row of text, in columns."""
    margin: ClassVar[int] = 2
    """Columns left of the text, for the mark beside the current item."""

    def __init__(self, id: str) -> None:
        super().__init__(id, self.draw)
        self.layout_now = Layout((), 1)
        self._height_before = 0
        self._left = self.margin

    def set_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these; where the pane stands in them is the caller's business."""
        self.layout_now = Layout(paragraphs, self.text_width)
        self.resize_to(len(self.layout_now.rows))

    @property
    def text_width(self) -> int:
        """The columns that the text is wrapped to."""
        return max(1, min(self.measure, self.width - self.margin - 1))

    @property
    def left(self) -> int:
        """The column at which the text begins: a text narrower than the pane stands in its middle."""
        return self.margin + max(0, self.width - self.margin - 1 - self.layout_now.width) // 2

    def on_resize(self, event: Resize) -> None:
        """Wrap anew at another width, and keep the place."""
        if self.layout_now.paragraphs and self.height:
            place = self.remember(self._height_before)
            if self.text_width != self.layout_now.width:
                self.set_paragraphs(self.layout_now.paragraphs)
            else:
                self.redraw()
            self.restore(place)
        self._height_before = self.height

    def remember(self, height: int) -> tuple[int, int, int]:
        """The place in the text: paragraph and index at the top of the screen, and how far down the marked rows stand.

        `height` is that of the pane while it was looked at; marked rows out of sight do not count.
        """
        rows = self.layout_now.rows
        marked = self.marked_rows()
        down = marked.start - self.top if marked and 0 <= marked.start - self.top < max(1, height) else -1
        for row in rows[self.top :]:
            if row.paragraph >= 0:
                return row.paragraph, row.start, down
        return 0, 0, down

    def restore(self, place: tuple[int, int, int]) -> None:
        """Go back to a place that was remembered at another width."""
        paragraph, index, down = place
        marked = self.marked_rows()
        if down >= 0 and marked:
            self.go_to_row(marked.start - min(down, max(0, self.height - len(marked))))
        elif self.layout_now.rows:
            top = self.layout_now.row_at(paragraph, index)
            self.go_to_row(0 if (paragraph, index) == (0, 0) else top)

    @property
    def count(self) -> int:
        """How many items there are."""
        return 0

    def marked_rows(self) -> range:
        """The rows of the current item."""
        return range(0)

    def show_current(self) -> None:
        """Scroll to where the current item is seen."""
        if rows := self.marked_rows():
            self.show_rows(rows.start, rows.stop)

    def go(self, index: int, *, tell: bool = True) -> None:
        """Make an item the current one, and show the page from its beginning with the first; with `tell`, say so."""
        index = max(0, min(index, self.count - 1))
        moved = index != self.current and self.count > 0
        if moved:
            before = self.marked_rows()
            self.current = index
            self.redraw((*before, *self.marked_rows()))
            self.show_current()
        if index == 0:
            self.go_to_row(0)
        if moved and tell:
            self.tell(self.Moved())

    def turn(self, rows: int) -> None:
        """Scroll."""
        self.scroll_rows(rows)

    def overlays(self, index: int) -> Sequence[Span]:
        """What lies above a paragraph's own styles."""
        return ()

    def mark(self, row: int) -> tuple[str, str] | None:
        """The sign in the margin of a row and its style."""
        return None

    def hidden(self, style: str) -> bool:
        """Whether a style is switched off."""
        return False

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's line API; what is the same for every row is worked out once."""
        self._left = self.left
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A row with the places in it that the mouse selects by. They are not on the screen, where they would make each
        row's styles others.
        """
        row = self.scroll_offset.y + y
        shown = row < self.row_count and self.layout_now.rows[row].paragraph >= 0
        strip = super().render_line(y)
        return strip.apply_offsets(0, row) if shown else strip

    def draw(self, row: int) -> Strip:
        """One row of a paragraph with its styles, the sign in the margin, and what the mouse has selected."""
        here: Row = self.layout_now.rows[row]
        base = self.base
        left = self._left
        sign = self.mark(row)
        if sign is None:
            margin = [Segment(" " * left, base)]
        else:
            look = self.look(sign[1])
            margin = [Segment(" " * (left - 2), base), Segment(sign[0], base + look), Segment(" ", base)]
        if here.paragraph < 0:
            return Strip(margin)
        paragraph = self.layout_now.paragraphs[here.paragraph]
        if paragraph.style:
            base += self.look(paragraph.style)
        segments = [*margin, Segment(paragraph.indent_of(here), base)] if here.indent else margin
        overlays = [*self.overlays(here.paragraph), *self._selected(row, here)]
        for piece in pieces(paragraph, here, overlays):
            segments.append(Segment(piece.text, self._over(base, piece.styles)))
        return Strip(segments)

    def _over(self, base: Style, names: Sequence[str]) -> Style:
        for name in names:
            if name == "screen--selection":
                base += self.screen.get_component_rich_style(name)
            elif not self.hidden(name):
                base += self.look(name)
        return base

    def _selected(self, row: int, here: Row) -> Sequence[Span]:
        selection = self.text_selection
        span = self._span_of(selection, row, here) if selection is not None else None
        return (Span(*span, "screen--selection"),) if span is not None else ()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as it was before it was wrapped: a space for a soft break, a line feed between paragraphs."""
        out: list[str] = []
        last = -1
        for number, row in enumerate(self.layout_now.rows):
            if row.paragraph < 0 or not (span := self._span_of(selection, number, row)):
                continue
            start, end = span
            text = self.layout_now.paragraphs[row.paragraph].text[start:end]
            if out:
                out.append("\n" if row.paragraph != last else " ")
            out.append(text)
            last = row.paragraph
        return ("".join(out), "\n") if out else None

    def _span_of(self, selection: Selection, number: int, row: Row) -> tuple[int, int] | None:
        """What is selected of a row, as a stretch of its paragraph."""
        span = selection.get_span(number)
        if span is None:
            return None
        shift = row.start - row.indent - self.left
        start = max(row.start, span[0] + shift)
        end = row.end if span[1] == -1 else min(row.end, span[1] + shift)
        return (start, end) if end > start else None
