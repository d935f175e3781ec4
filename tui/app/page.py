"""Paragraphs laid out in rows of a given width. Pure: no screen, no styles but their names.

A paragraph's text is never changed in length on its way to the screen, so an index into it is an index into what was
given; a character that a terminal would obey is shown as a space.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size, split_graphemes

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u0386\u0400-\u0482\u2010-\u2027\u20ac]*"
)
_WORD = re.compile(r"\S+\s*")


def shown(text: str) -> str:
    """`text` as it may reach the screen: the same length, with a space for every control character."""
    return _CONTROL.sub(" ", text)


def cut(text: str, width: int) -> str:
    """`text` in at most `width` columns, an ellipsis where something was left out."""
    text = shown(text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 1 else "…"[:width]


class Span(NamedTuple):
    """Where in a paragraph a style applies, by the style's name."""

    start: int
    end: int
    style: str


class Paragraph:
    """Text that is wrapped as one.

    `start` is the offset of the text in the article that it comes from; `first` and `rest` are the indents of the first
    and the other rows; `gap` is the number of empty rows above; `item` is the index of the thing that it belongs to;
    `sign` stands before the first row, in its indent.
    """

    def __init__(
        self,
        text: str,
        spans: Iterable[Span] = (),
        style: str = "",
        start: int = 0,
        *,
        first: int = 0,
        rest: int = 0,
        gap: int = 0,
        item: int = -1,
        sign: str = "",
    ) -> None:
        self.text = shown(text)
        self.spans = tuple(sorted(spans))
        self.style = style
        self.start = start
        self.first = first
        self.rest = rest
        self.gap = gap
        self.item = item
        self.sign = sign
        self._starts = tuple(s.start for s in self.spans)
        self._longest = max((s.end - s.start for s in self.spans), default=0)

    def indent_of(self, row: Row) -> str:
        """What stands before the text of a row of this paragraph: spaces, or the sign."""
        return (
            f"{self.sign:>{row.indent}}"
            if self.sign and row.indent == self.first and row.start == 0
            else " " * row.indent
        )

    def spans_within(self, start: int, end: int) -> Iterator[Span]:
        """The spans that share a character with `text[start:end]`."""
        first = bisect_left(self._starts, start - self._longest)
        for span in self.spans[first : bisect_left(self._starts, end)]:
            if span.end > start:
                yield span


class Row(NamedTuple):
    """One row: `text[start:end]` of a paragraph after `indent` columns; an empty row has paragraph -1."""

    paragraph: int
    start: int
    end: int
    indent: int


class Piece(NamedTuple):
    """A stretch of a row with one set of styles, the later ones above the earlier."""

    text: str
    styles: tuple[str, ...]


def _graphemes(word: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each part of a word wider than a row ends, and how wide it is."""
    used = 0
    for start, _end, cells in split_graphemes(word)[0]:
        if used + cells > width and used:
            yield start, used
            used = 0
        used += cells
    yield len(word), used


def wrap(text: str, width: int, first: int = 0, rest: int = 0) -> list[tuple[int, int]]:
    """The rows of `text`: their starts and ends, white space at the end of a row not counted in.

    Breaks after white space, and after a no-break space only where there is no other in the row; a word wider than a row is
    broken between graphemes. `width` is in columns.
    """
    room, later = max(1, width - first), max(1, width - rest)
    rows: list[tuple[int, int]] = []
    size = len(text.rstrip())
    if size == 0:
        return [(0, 0)]
    at = 0
    if _NARROW.fullmatch(text):
        while size - at > room:
            cut = text.rfind(" ", at, at + room + 1)
            if cut <= at:
                cut = text.rfind("\u00a0", at, at + room + 1)
            if cut <= at:
                cut = at + room
            rows.append((at, at + len(text[at:cut].rstrip())))
            at = cut
            while at < size and text[at] in " \u00a0":
                at += 1
            room = later
        rows.append((at, size))
        return rows
    used = 0
    at = end = len(text) - len(text.lstrip())
    for match in _WORD.finditer(text, at):
        word = match.group().rstrip()
        cells = cell_len(word)
        if used and used + cells > room:
            rows.append((at, end))
            at, used, room = match.start(), 0, later
        if cells > room:
            for cut, part in _graphemes(word, min(room, later)):
                end = match.start() + cut
                if cut < len(word):
                    rows.append((at, end))
                    at, room = end, later
                cells = part
            used = 0
        end = match.start() + len(word)
        used += cells + cell_len(text[end : match.end()])
    rows.append((at, end))
    return rows


class Layout:
    """Paragraphs in rows of `width` columns."""

    def __init__(self, paragraphs: Sequence[Paragraph], width: int) -> None:
        self.paragraphs = tuple(paragraphs)
        self.width = width
        self.rows: list[Row] = []
        self._first: list[int] = []
        self._items: dict[int, tuple[int, int]] = {}
        for index, p in enumerate(self.paragraphs):
            self.rows += [Row(-1, 0, 0, 0)] * (p.gap if self.rows else 0)
            self._first.append(len(self.rows))
            self.rows += [
                Row(index, start, end, p.rest if n else p.first)
                for n, (start, end) in enumerate(wrap(p.text, width, p.first, p.rest))
            ]
            if p.item >= 0:
                first, _ = self._items.get(p.item, (index, index))
                self._items[p.item] = first, index
        self._offsets = [p.start for p in self.paragraphs]

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph that an offset of the article falls into, or of the one before it."""
        return max(0, bisect_right(self._offsets, offset) - 1)

    def row_at(self, paragraph: int, index: int) -> int:
        """The row that shows the character at `index` of a paragraph."""
        if not self.rows:
            return 0
        first = self._first[paragraph]
        after = self._first[paragraph + 1] if paragraph + 1 < len(self._first) else len(self.rows)
        row = (
            bisect_right(
                self.rows, index, first, after, key=lambda r: r.start if r.paragraph >= 0 else 1 << 60
            )
            - 1
        )
        return max(first, row)

    def rows_of(self, start: int, end: int) -> range:
        """The rows that show `start` to `end` of the article."""
        first = self.paragraph_at(start)
        last = self.paragraph_at(max(start, end - 1))
        if not self.paragraphs:
            return range(0)
        top = self.row_at(first, start - self.paragraphs[first].start)
        return range(top, self.row_at(last, max(start, end - 1) - self.paragraphs[last].start) + 1)

    def rows_of_item(self, item: int) -> range:
        """The rows of the paragraphs that belong to `item`."""
        if item not in self._items:
            return range(0)
        first, last = self._items[item]
        return range(self._first[first], self.row_at(last, len(self.paragraphs[last].text)) + 1)

    def offset_of(self, row: int) -> int:
        """The article's offset at the start of the row, or of the next one with text."""
        for r in self.rows[max(0, row) :]:
            if r.paragraph >= 0:
                return self.paragraphs[r.paragraph].start + r.start
        return 0


def pieces(paragraph: Paragraph, row: Row, overlays: Iterable[Span] = ()) -> list[Piece]:
    """A row of a paragraph cut where styles change; `overlays` are spans of the paragraph that lie above its own."""
    start, end = row.start, row.end
    spans = [*paragraph.spans_within(start, end), *(o for o in overlays if o.start < end and o.end > start)]
    if not spans:
        return [Piece(paragraph.text[start:end], ())]
    cuts = sorted({start, end, *(max(start, s.start) for s in spans), *(min(end, s.end) for s in spans)})
    return [
        Piece(paragraph.text[a:b], tuple(s.style for s in spans if s.start <= a and s.end >= b))
        for a, b in pairwise(cuts)
    ]
