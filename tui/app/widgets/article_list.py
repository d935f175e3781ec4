"""The list of articles: two rows each, drawn only where they are seen, so that ten thousand cost no more than ten."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.events import Click, Resize
from textual.message import Message
from textual.strip import Strip

from tui.app.actions import Place
from tui.app.page import shown
from tui.app.shelf import Entry, State
from tui.app.widgets.pane import Pane

SIGNS = {
    State.WAITING: "·",
    State.READ: "○",
    State.ANALYSING: "◐",
    State.READY: "●",
    State.SAVED: "✓",
    State.NO_ANALYSIS: "–",
    State.UNREADABLE: "✗",
}
ROWS = 2
"""Rows an article takes."""


def cut(text: str, width: int) -> str:
    """`text` in at most `width` columns, an ellipsis where something was left out."""
    text = shown(text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 1 else "…"[:width]


def details(entry: Entry, width: int) -> str:
    """Publisher, date, words and state, leaving out from the left what does not fit but the state."""
    if entry.problem is not None:
        return cut(entry.problem, width)
    words = "" if entry.words is None else f"{entry.words:,} words"
    tail = [part for part in (entry.published or "undated", words, entry.state.value) if part]
    if entry.state is State.WAITING:
        tail = [entry.state.value]
    while len(tail) > 1 and len(" · ".join(tail)) > width:
        tail.pop(-2)
    line = " · ".join(tail)
    room = width - len(line) - 3
    if entry.publisher and room >= 8:
        line = f"{cut(entry.publisher, room)} · {line}"
    return cut(line, width)


class ArticleList(Pane):
    """The articles; one is the current one, whose text is in the reader."""

    place = Place.LIST

    class Chosen(Message):
        """Another article became the current one."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Opened(Message):
        """The reader is wanted."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.entries: Sequence[Entry] = ()
        self.current = 0

    def set_entries(self, entries: Sequence[Entry], current: int = 0) -> None:
        """Show these; `current` is the index of the current one."""
        self.entries = entries
        self.current = current
        self._strips.clear()
        self.resize_to(len(entries) * ROWS)
        self.show_current()
        self.refresh()

    def changed(self, index: int) -> None:
        """An entry changed."""
        rows = range(index * ROWS, index * ROWS + ROWS)
        if self.top - ROWS < rows.start < self.top + self.height:
            self.redraw(rows)
        else:
            for row in rows:
                self._strips.pop(row, None)

    def grown(self, current: int) -> None:
        """Entries were put in."""
        self.current = current
        self._strips.clear()
        self.resize_to(len(self.entries) * ROWS)
        self.refresh()

    def choose(self, index: int) -> None:
        """Make an entry the current one."""
        index = max(0, min(index, len(self.entries) - 1))
        if not self.entries or index == self.current:
            return
        before, self.current = self.current, index
        self.changed(before)
        self.changed(index)
        self.show_current()
        self.post_message(self.Chosen(index))

    def show_current(self) -> None:
        """Scroll to where the current entry is seen."""
        self.show_rows(self.current * ROWS, self.current * ROWS + ROWS)

    def on_resize(self, event: Resize) -> None:
        """Keep the current entry on the screen."""
        if self.entries:
            self._strips.clear()
            self.show_current()
            self.refresh()

    def on_click(self, event: Click) -> None:
        """Choose the article under the mouse."""
        row = self.scroll_offset.y + event.y
        if row < self.row_count:
            self.choose(row // ROWS)

    def draw(self, row: int) -> Strip:
        """Title in the first row; publisher, date, words and state in the second."""
        index, second = divmod(row, ROWS)
        entry = self.entries[index]
        base = self.base
        current = index == self.current
        if current:
            base += self.look("list--current")
        width = self.width
        bar = "▌" if current else " "
        sign_look = base + self.look("list--sign")
        room = max(1, width - 4)
        if second:
            name = "list--problem" if entry.problem else "list--dim"
            text = details(entry, room)
            segments = [Segment(bar, sign_look), Segment("  ", base)]
        else:
            name = "list--title"
            text = cut(f"{entry.id} {entry.title or entry.file}".strip(), room)
            look = "list--problem" if entry.problem else "list--ready"
            sign = SIGNS[entry.state]
            segments = [
                Segment(bar, sign_look),
                Segment(f"{sign} ", base + self.look(look)),
            ]
        segments.append(Segment(text, base + self.look(name)))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def do_next(self) -> None:
        """The article below."""
        self.choose(self.current + 1)

    def do_previous(self) -> None:
        """The article above."""
        self.choose(self.current - 1)

    def do_first(self) -> None:
        """The first article."""
        self.choose(0)

    def do_last(self) -> None:
        """The last article."""
        self.choose(len(self.entries) - 1)

    def _page(self) -> int:
        return max(1, self.height // ROWS)

    def do_half_down(self) -> None:
        """Half a page of articles down."""
        self.choose(self.current + max(1, self._page() // 2))

    def do_half_up(self) -> None:
        """Half a page of articles up."""
        self.choose(self.current - max(1, self._page() // 2))

    def do_page_down(self) -> None:
        """A page of articles down."""
        self.choose(self.current + self._page())

    def do_page_up(self) -> None:
        """A page of articles up."""
        self.choose(self.current - self._page())

    def do_enter(self) -> None:
        """Go to the reader."""
        self.post_message(self.Opened())
