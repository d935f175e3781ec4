"""The bars: a pane's title, the statistics under the text, the status line and the footer."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.events import Click, Resize
from textual.message import Message
from textual.strip import Strip

from tui.app.actions import Action
from tui.app.key_names import key_name
from tui.app.page import Layout, Paragraph, Span, cut, pieces
from tui.app.widgets.painting import Bar

INDENT = 2
"""Columns left of the statistics."""

SHORT = 20
"""Columns of a pane's title that its note does not take away."""
LEAST = 8
"""Columns of a cut note that still tell something."""


def cut_note(note: str, width: int) -> str:
    """A note in at most `width` columns: of "name · date" the name is cut first, and left out where little would remain."""
    head, dot, date = note.rpartition(" · ")
    if cell_len(note) > width and dot:
        room = width - cell_len(dot + date)
        note = f"{cut(head, room)}{dot}{date}" if room >= LEAST else date
    return cut(note, width) if cell_len(note) <= width or width >= LEAST else ""


class PaneTitle(Bar):
    """The title of a pane; its look tells whether the pane has the focus."""

    ALLOW_SELECT = False

    def __init__(self, id: str, title: str) -> None:
        super().__init__(id, self.draw)
        self.title = title
        self.note = ""

    def set_title(self, title: str, note: str = "") -> None:
        """Show `title`, and `note` at the right where there is room."""
        if (title, note) != (self.title, self.note):
            self.title, self.note = title, note
            self.repaint()

    def draw(self, row: int) -> Strip:
        """One line. A short title is shown whole before the note; where either must give way, its beginning stays."""
        base = self.painted.base
        sign = "▸ " if self.has_class("active") else "  "
        room = self.size.width - len(sign) - 1
        note = cut_note(self.note, room - 2 - min(cell_len(self.title), SHORT))
        title = cut(self.title, max(1, room - (cell_len(note) + 2 if note else 0)))
        gap = room - cell_len(title) - cell_len(note)
        return Strip([Segment(f"{sign}{title}{' ' * gap}", base), Segment(note, base + Style(bold=False))])


class Facts(Bar):
    """Statistics of the article, and the kinds of entity with their keys: what their marks look like and how many."""

    ALLOW_SELECT = False

    def __init__(self, id: str) -> None:
        super().__init__(id, self.draw)
        self._line = ""
        self._legend: Sequence[tuple[str, str]] = ()
        self._rows = Layout((), 1)

    def show(self, line: str, legend: Sequence[tuple[str, str]]) -> None:
        """Show a line of statistics and the legend: text and style, "" for a kind that is off."""
        self._line, self._legend = line, legend
        self._lay_out()

    @property
    def text(self) -> str:
        """What stands there."""
        return "\n".join(p.text.replace("\u00a0", " ") for p in self._rows.paragraphs)

    def on_resize(self, event: Resize) -> None:
        """Wrap anew."""
        if self._rows.width != self._width:
            self.styles.height = 0
            self._lay_out()

    @property
    def _width(self) -> int:
        return max(1, self.size.width - INDENT - 1)

    def _lay_out(self) -> None:
        """The rows. They never become fewer, so that the text above keeps its place from article to article."""
        text, spans = "", []
        for words, style in self._legend:
            text += "  " if text else ""
            spans.append(Span(len(text), len(text) + len(words), style or "page--dim"))
            text += words.replace(" ", "\u00a0")
        paragraphs = [Paragraph(self._line, style="page--dim")] if self._line else []
        self._rows = Layout(
            [*paragraphs, Paragraph(text, spans)] if text else paragraphs,
            self._width if self.size.width else 80,
        )
        if self.styles.height is None or self.styles.height.value < len(self._rows.rows):
            self.styles.height = len(self._rows.rows)
        self.repaint()

    def draw(self, row: int) -> Strip:
        """One row."""
        base = self.painted.base
        segments = [Segment(" " * INDENT, base)]
        if row < len(self._rows.rows):
            here = self._rows.rows[row]
            for piece in pieces(self._rows.paragraphs[here.paragraph], here):
                look = base
                for name in piece.styles:
                    look += self.painted.look(name)
                segments.append(Segment(piece.text, look))
        return Strip(segments)


class StatusBar(Bar):
    """What is going on, in words; at the right how far the folder is."""

    ALLOW_SELECT = False

    def __init__(self, id: str) -> None:
        super().__init__(id, self.draw)
        self._words = ""
        self._done = self._total = 0

    def show(self, words: str, done: int, total: int) -> None:
        """Say `words`; draw the bar unless everything is done."""
        if (words, done, total) != (self._words, self._done, self._total):
            self._words, self._done, self._total = words, done, total
            self.repaint()

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words

    def draw(self, row: int) -> Strip:
        """One line."""
        base, look = self.painted.base, self.painted.look
        width = self.size.width - 2
        tail: list[Segment] = []
        if self._done < self._total:
            cells = 20 if width >= 90 else 10
            full = cells * self._done // self._total
            tail = [
                Segment("━" * full, base + look("status--bar")),
                Segment("─" * (cells - full), base + look("status--rest")),
                Segment(f" {self._done}/{self._total}", base),
            ]
        long = sum(segment.cell_length for segment in tail)
        words = cut(self._words, max(1, width - long - 2))
        gap = max(1, width - cell_len(words) - long)
        return Strip([Segment(f" {words}{' ' * gap}", base), *tail])


class Footer(Bar):
    """The main keys of the focused pane; a click does what the key does."""

    ALLOW_SELECT = False

    class Pressed(Message):
        """An action was clicked."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    def __init__(self, id: str) -> None:
        super().__init__(id, self.draw)
        self._actions: Sequence[Action] = ()

    def show(self, actions: Sequence[Action]) -> None:
        """Show the keys of these actions, as many as there is room for; the last two are always shown."""
        if list(actions) != list(self._actions):
            self._actions = actions
            self.repaint()

    def _labels(self) -> list[tuple[Action, str, str]]:
        labels = [(a, key_name(a.keys[0]), a.short) for a in self._actions if a.keys]
        width = self.size.width - 1
        while len(labels) > 2 and sum(len(k) + len(s) + 3 for _, k, s in labels) > width:
            labels.pop(-3)
        return labels

    def draw(self, row: int) -> Strip:
        """One line."""
        base = self.painted.base
        look = base + self.painted.look("footer--key")
        labels = ((Segment(key, look), Segment(f" {short}  ", base)) for _, key, short in self._labels())
        return Strip([Segment(" ", base), *(segment for label in labels for segment in label)])

    def on_click(self, event: Click) -> None:
        """Do what the key under the mouse does."""
        at = 1
        for action, key, short in self._labels():
            end = at + len(key) + len(short) + 3
            if at <= event.x < end:
                self.post_message(self.Pressed(action))
                return
            at = end
