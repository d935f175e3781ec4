"""The list of articles: two rows each, drawn only where they are seen, so that ten thousand cost no more than ten."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.events import Click, Resize
from textual.message import Message
from textual.strip import Strip

from tui.app.actions import Place
from tui.app.page import cut
from tui.app.shelf import Entry, State
from tui.app.widgets.pane import Pane
from tui.app.widgets.walking import Walked

SIGNS = {
    State.WAITING: "·",
    State.READ: "○",
    State.ANALYSING: "◐",
    State.READY: "●",
    State.SAVED: "✓",
    State.NO_ANALYSIS: "–",
    State.UNREADABLE: "✗",
}
WIDE = 60
"""From this width on an article takes two rows, else three."""
EMPTY = ("No articles.", "o opens a folder.")
"""What stands in the list when there are none."""


def details(entry: Entry, width: int, rows: int) -> list[str]:
    """What stands under the title, in `rows` rows: publisher and date, words and state; or what is wrong."""
    if entry.state is State.UNREADABLE:
        return [cut(entry.problem or "", width), entry.state.value][:rows]
    if entry.state is State.WAITING:
        return [entry.state.value, ""][:rows]
    date = entry.published or "undated"
    words = "" if entry.words is None else f"{entry.words:,} words"
    name = entry.publisher or ""
    if rows > 1:
        room = width - len(date) - 3
        return [
            f"{cut(name, room)} · {date}" if name and room >= 8 else date,
            f"{words} · {entry.state.value}",
        ]
    tail = f"{date} · {words} · {entry.state.value}"
    room = width - len(tail) - 3
    return [cut(f"{cut(name, room)} · {tail}" if name and room >= 8 else tail, width)]


class ArticleList(Walked, Pane):
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
        super().__init__(id, self.draw)
        self.entries: Sequence[Entry] = ()
        self.current = 0
        self._empty: Sequence[str] = ()

    @property
    def rows(self) -> int:
        """How many rows an article takes."""
        return 2 if self.width >= WIDE else 3

    def set_entries(self, entries: Sequence[Entry], current: int = 0, *, looked: bool = False) -> None:
        """Show these; `current` is the index of the current one. Where there are none although it was looked, say so."""
        self.entries = entries
        self.current = current
        self._empty = EMPTY if looked and not entries else ()
        self.resize_to(len(entries) * self.rows or len(self._empty))
        self.show_current()

    def changed(self, index: int) -> None:
        """An entry changed."""
        rows = range(index * self.rows, index * self.rows + self.rows)
        self.redraw(rows)

    def grown(self, current: int) -> None:
        """Entries were put in."""
        self.current = current
        self._empty = ()
        self.resize_to(len(self.entries) * self.rows)

    def choose(self, index: int, *, tell: bool = True) -> None:
        """Make an entry the current one; with `tell`, say so."""
        index = max(0, min(index, len(self.entries) - 1))
        if not self.entries or index == self.current:
            return
        before, self.current = self.current, index
        self.changed(before)
        self.changed(index)
        self.show_current()
        if tell:
            self.tell(self.Chosen(index))

    def show_current(self) -> None:
        """Scroll to where the current entry is seen."""
        self.show_rows(self.current * self.rows, self.current * self.rows + self.rows)

    def on_resize(self, event: Resize) -> None:
        """Keep the current entry on the screen."""
        if self.entries:
            self.resize_to(len(self.entries) * self.rows)
            self.show_current()

    def on_click(self, event: Click) -> None:
        """Choose the article under the mouse."""
        row = self.scroll_offset.y + event.y
        if row < self.row_count:
            self.choose(row // self.rows)

    def draw(self, row: int) -> Strip:
        """Title in the first row; publisher and date, words and state under it."""
        index, below = divmod(row, self.rows)
        if row < len(self._empty):
            words = cut(self._empty[row], max(1, self.width - 3))
            return Strip([Segment("  ", self.base), Segment(words, self.base + self.look("list--dim"))])
        if index >= len(self.entries):  # the width is new, and how many rows there are is not noted yet
            return Strip.blank(self.size.width, self.base)
        entry = self.entries[index]
        base = self.base
        current = index == self.current
        if current:
            base += self.look("list--current")
        room = max(1, self.width - 4)
        bar = Segment("▌" if current else " ", base + self.look("list--sign"))
        if below:
            text = details(entry, room, self.rows - 1)[below - 1]
            look = "list--problem" if entry.state is State.UNREADABLE and below == 1 else "list--dim"
            segments = [bar, Segment("  ", base), Segment(text, base + self.look(look))]
        else:
            text = cut(f"{entry.id} {entry.title or entry.file}".strip(), room)
            look = "list--problem" if entry.problem is not None else "list--ready"
            segments = [
                bar,
                Segment(f"{SIGNS[entry.state]} ", base + self.look(look)),
                Segment(text, base + self.look("list--title")),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def targets(self) -> list[tuple[int, int]]:
        """The articles that begin on the screen."""
        first = -(-self.top // self.rows)
        last = min(len(self.entries), (self.top + self.height - 1) // self.rows + 1)
        return [(n * self.rows, n) for n in range(first, last)]

    def go_to_target(self, number: int) -> None:
        """To an article."""
        self.choose(number)

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self.entries)

    def go(self, index: int) -> None:
        """Choose an article."""
        self.choose(index)

    def turn(self, rows: int) -> None:
        """As many articles further as stand in so many rows, at least one."""
        by = max(1, abs(rows) // self.rows)
        self.choose(self.current + (by if rows > 0 else -by))

    def do_enter(self) -> None:
        """Go to the reader."""
        self.tell(self.Opened())
