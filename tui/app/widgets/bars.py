"""The bars: a pane's title, the statistics under the text, the status line and the footer."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from tui.app.actions import Action, key_name
from tui.app.page import shown
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

    def show(self, line: str, legend: Sequence[tuple[str, str]]) -> None:
        """Show a line of statistics and the legend: text and style, "" for a kind that is off."""
        self._line, self._legend = line, legend
        self.refresh(layout=True)

    def render(self) -> Content:
        """The statistics, then the legend."""
        parts: list[Content] = []
        for text, style in self._legend:
            look = self.screen.get_visual_style(style, partial=True) if style else "dim"
            parts.append(Content(text.replace(" ", "\u00a0")).stylize(look))
        legend = Content("  ").join(parts)
        return Content("\n").join([Content(self._line), legend]) if self._line else legend


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
