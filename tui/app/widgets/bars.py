"""The bars: a pane's title, the statistics under the text, the status line and the footer."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.events import Click, Resize
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.app.actions import Action, key_name
from tui.app.page import Layout, Paragraph, Span, pieces, shown
from tui.app.widgets.article_list import cut


class PaneTitle(Widget):
    """The title of a pane; its look tells whether the pane has the focus."""

    def __init__(self, id: str, title: str) -> None:
        super().__init__(id=id)
        self.title = title
        self.note = ""

    def set_title(self, title: str, note: str = "") -> None:
        """Show `title`, and `note` at the right where there is room."""
        if (title, note) != (self.title, self.note):
            self.title, self.note = title, note
            self.refresh()

    def render(self) -> Content:
        """One line."""
        sign = "▸ " if self.has_class("active") else "  "
        width = self.size.width
        note = shown(self.note)
        title = cut(self.title, max(1, width - 3 - (cell_len(note) + 2 if note else 0)))
        gap = width - 1 - len(sign) - cell_len(title) - cell_len(note)
        if note and gap >= 2:
            return Content(f"{sign}{title}{' ' * gap}").append(Content.styled(note, "dim"))
        return Content(sign + cut(self.title, max(1, width - 3)))


class Facts(Widget):
    """Statistics of the article, and the kinds of entity with their keys: what their marks look like and how many."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
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
        if self._rows.width != self.size.width:
            self._lay_out()

    def _lay_out(self) -> None:
        """The rows; the screen is laid out anew only if there are more or fewer of them than before."""
        text, spans = "", []
        for words, style in self._legend:
            text += "  " if text else ""
            spans.append(Span(len(text), len(text) + len(words), style or "page--dim"))
            text += words.replace(" ", "\u00a0")
        paragraphs = [Paragraph(self._line, style="page--dim")] if self._line else []
        self._rows = Layout(
            [*paragraphs, Paragraph(text, spans)] if text else paragraphs, self.size.width or 80
        )
        if self.styles.height is None or self.styles.height.value != len(self._rows.rows):
            self.styles.height = len(self._rows.rows)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Textual's line API."""
        base = self.rich_style
        width = self.size.width
        if y >= len(self._rows.rows):
            return Strip.blank(width, base)
        row = self._rows.rows[y]
        segments = []
        for piece in pieces(self._rows.paragraphs[row.paragraph], row):
            look = base
            for name in piece.styles:
                look += self.screen.get_component_rich_style(name, partial=True)
            segments.append(Segment(piece.text, look))
        return Strip(segments).adjust_cell_length(width, base)


class StatusBar(Widget):
    """What is going on, in words; at the right how far the folder is."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._words = ""
        self._done = self._total = 0

    def show(self, words: str, done: int, total: int) -> None:
        """Say `words`; draw the bar unless everything is done."""
        if (words, done, total) != (self._words, self._done, self._total):
            self._words, self._done, self._total = words, done, total
            self.refresh()

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words

    def render(self) -> Content:
        """One line."""
        width = self.size.width - 2
        tail = Content("")
        if self._done < self._total:
            cells = 20 if width >= 90 else 10
            full = cells * self._done // self._total
            tail = Content.assemble(
                ("━" * full, self.screen.get_visual_style("status--bar", partial=True)),
                ("─" * (cells - full), self.screen.get_visual_style("status--rest", partial=True)),
                f" {self._done}/{self._total}",
            )
        words = cut(self._words, max(1, width - tail.cell_length - 2))
        gap = max(1, width - cell_len(words) - tail.cell_length)
        return Content(f" {words}{' ' * gap}") + tail


class Footer(Widget):
    """The main keys of the focused pane; a click does what the key does."""

    class Pressed(Message):
        """An action was clicked."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._actions: Sequence[Action] = ()

    def show(self, actions: Sequence[Action]) -> None:
        """Show the keys of these actions, as many as there is room for; the last two are always shown."""
        self._actions = actions
        self.refresh()

    def _labels(self) -> list[tuple[Action, str, str]]:
        labels = [(a, key_name(a.keys[0]), a.short) for a in self._actions if a.keys]
        width = self.size.width - 1
        while len(labels) > 2 and sum(len(k) + len(s) + 3 for _, k, s in labels) > width:
            labels.pop(-3)
        return labels

    def render(self) -> Content:
        """One line."""
        look = self.screen.get_visual_style("footer--key", partial=True)
        return Content.assemble(
            " ", *(part for _, key, short in self._labels() for part in ((key, look), f" {short}  "))
        )

    def on_click(self, event: Click) -> None:
        """Do what the key under the mouse does."""
        at = 1
        for action, key, short in self._labels():
            end = at + len(key) + len(short) + 3
            if at <= event.x < end:
                self.post_message(self.Pressed(action))
                return
            at = end
