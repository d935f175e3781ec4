"""Rows that go to the screen as they are drawn, each drawn once.

Textual puts border, padding and effects around each row of a widget and passes the row through the filters of the app,
anew for every frame and for all rows of the widget. What is painted here has none of these around it and is passed
through the filters when it is drawn, so that a frame costs what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget


class Rows:
    """The rows of a widget that has no border and no padding.

    `draw` gives a row by its number; it is called again only when the row was forgotten, or the width or the look of the
    widget changed.
    """

    def __init__(self, widget: Widget, draw: Callable[[int], Strip]) -> None:
        self._widget = widget
        self._draw = draw
        self._strips: dict[int, Strip] = {}
        self._looks: dict[str, Style] = {}
        self._painted_with: tuple[object, ...] = ()
        self._sure = False
        self._base = Style.null()
        self._behind = Color(0, 0, 0)
        self._filters: Sequence[LineFilter] = ()

    def forget(self, rows: Iterable[int] | None = None) -> None:
        """Draw these rows anew when they are needed, or all."""
        if rows is None:
            self._strips.clear()
        else:
            for row in rows:
                self._strips.pop(row, None)

    def restyled(self) -> None:
        """The styles may have changed: Textual tells so far more often than they do."""
        self._sure = False

    @property
    def base(self) -> Style:
        """The style of the widget itself."""
        self._check()
        return self._base

    def look(self, name: str) -> Style:
        """The style called `name`; all are the screen's, so that they are worked out once."""
        self._check()
        if (look := self._looks.get(name)) is None:
            look = self._looks[name] = self._widget.screen.get_component_rich_style(name, partial=True)
        return look

    def _check(self) -> None:
        if self._sure:
            return
        widget = self._widget
        self._base = widget.rich_style
        self._behind = widget.background_colors[1]
        self._filters = widget.get_line_filters()
        painted_with = (self._base, self._behind, widget.app.theme, *self._filters)
        if painted_with != self._painted_with:
            self._painted_with = painted_with
            self._strips.clear()
            self._looks.clear()
        self._sure = True

    def row(self, number: int, width: int) -> Strip:
        """One row, `width` columns wide."""
        strip = self._strips.get(number)
        if strip is None or strip.cell_length != width:
            strip = self._draw(number).adjust_cell_length(width, self._base)
            for line_filter in self._filters:
                strip = strip.apply_filter(line_filter, self._behind)
            self._strips[number] = strip
        return strip

    def lines(self, crop: Region, first: int = 0) -> list[Strip]:
        """What `Widget.render_lines` gives; `first` is the row at the top."""
        self._check()
        width = self._widget.size.width
        lines = [self.row(first + y, width) for y in crop.line_range]
        start, end = crop.column_span
        return lines if start <= 0 and end >= width else [line.crop(start, end) for line in lines]


class Bar(Widget):
    """A widget that paints its few rows itself."""

    def __init__(self, id: str, draw: Callable[[int], Strip]) -> None:
        """`draw` gives a row by its number; shorter ones are filled up."""
        super().__init__(id=id)
        self.painted = Rows(self, draw)

    def repaint(self) -> None:
        """Draw all rows anew."""
        self.painted.forget()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew when the theme changes."""
        super().notify_style_update()
        self.painted.restyled()

    def render_line(self, y: int) -> Strip:
        """Textual's line API."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's line API."""
        return self.painted.lines(crop)


class PaneScrollBar(ScrollBar):
    """A vertical scroll bar that paints its few kinds of cells once."""

    def __init__(self) -> None:
        super().__init__(vertical=True, name="vertical", thickness=1)
        self._cells: dict[Segment, Strip] = {}

    def notify_style_update(self) -> None:
        """Draw anew when the theme changes."""
        super().notify_style_update()
        self._cells.clear()

    def _cell(self, segment: Segment) -> Strip:
        if (strip := self._cells.get(segment)) is None:
            behind = Style(bgcolor=self.background_colors[1].rich_color)
            strip = Strip([Segment(segment.text, behind + (segment.style or behind))], 1)
            for line_filter in self.get_line_filters():
                strip = strip.apply_filter(line_filter, self.background_colors[1])
            self._cells[segment] = strip
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's line API."""
        made = self.render()
        assert isinstance(made, ScrollBarRender)
        assert isinstance(made.style, Style)
        assert made.style.bgcolor is not None
        assert made.style.color is not None
        bar = made.render_bar(
            self.size.height,
            ceil(made.virtual_size),
            made.window_size,
            made.position,
            back_color=made.style.bgcolor,
            bar_color=made.style.color,
        )
        return [self._cell(Segment(*cell)) for cell in bar.segments[crop.y : crop.bottom]]
