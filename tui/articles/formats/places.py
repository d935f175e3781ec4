"""Where the text of an HTML page stands in its source.

The tree knows no offsets, so the source is scanned once for its character data, and the blocks of the page, which come
in the same order, are looked for in it, forward only.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ..model import Stretch

_RAW_TEXT = frozenset(("script", "style", "title", "textarea", "noscript", "iframe", "xmp", "noframes"))
_MARKUP = re.compile(r"<(?:(!--)|(/?[a-zA-Z][^\s/>]{0,40})|[!?/])")
_TAG_END = re.compile(r"=\s*[\"']|>")
_WORDS = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^\s&]+|&")
_WORD = re.compile(r"\S+")
_NEAR, _FAR, _SHORT = 300, 100_000, 12
"""How many characters ahead a block is looked for: a short one would be found anywhere."""


class Place(NamedTuple):
    """From a block's first to past its last character in the source, and what of it stands there letter for letter."""

    start: int
    end: int
    stretches: tuple[Stretch, ...]


def _tag_end(source: str, at: int) -> int:
    """The offset past the tag that begins before `at`."""
    while found := _TAG_END.search(source, at):
        if found.group() == ">":
            return found.end()
        closing = source.find(found.group()[-1], found.end())
        if closing < 0:
            break
        at = closing + 1
    return len(source)


def character_data(source: str) -> Iterator[tuple[int, int]]:
    """The stretches of `source` between its tags, without comments, scripts and the like."""
    at = 0
    lowered: str | None = None
    while found := _MARKUP.search(source, at):
        if found.start() > at:
            yield at, found.start()
        name = (found.group(2) or "").lower()
        if found.group(1):
            closing = source.find("-->", found.end() - 2)
            at = len(source) if closing < 0 else closing + 3
            continue
        at = _tag_end(source, found.end())
        if name in _RAW_TEXT and source[at - 2 : at] != "/>":
            if lowered is None:
                lowered = source.lower() if len(source.lower()) == len(source) else source
            closing = lowered.find(f"</{name}", at)
            at = len(source) if closing < 0 else closing
    if at < len(source):
        yield at, len(source)


def visible(source: str, start: int, end: int) -> tuple[str, tuple[Stretch, ...]]:
    """The text that `source[start:end]` shows, which begins and ends outside of tags, and what of it stands there letter
    for letter."""
    from .dom import BLOCK_TAGS, neat

    fragment = source[start:end]
    parts: list[str] = []
    at = 0
    row = False
    for low, high in character_data(fragment):
        tags = {
            one.group(2).strip("/").lower() for one in _MARKUP.finditer(fragment, at, low) if one.group(2)
        }
        cell = not tags.isdisjoint(("td", "th"))
        row |= cell
        parts.append(" | " if cell else " " if "br" in tags or not tags.isdisjoint(BLOCK_TAGS) else "")
        parts.append(html.unescape(fragment[low:high]))
        at = high
    raw = " ".join("".join(parts).split())
    text = neat(raw)
    place = SourceText(fragment).find(raw, row=row) if text == raw else None
    found = place.stretches if place is not None else ()
    return text, tuple(Stretch(s.start, s.end, s.source_start + start) for s in found)


class SourceText:
    """The visible characters of a source without white space, and where each word of them stands."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._cursor = 0
        words: list[str] = []
        starts: list[int] = []
        places: list[tuple[int, int, bool]] = []
        total = 0
        for begin, end in character_data(source):
            for match in _WORDS.finditer(source, begin, end):
                word = match.group()
                literal = True
                if word[0] == "&" and len(word) > 1:
                    decoded = "".join(html.unescape(word).split())
                    literal = decoded == word
                    word = decoded
                    if not word:
                        continue
                words.append(word)
                starts.append(total)
                places.append((match.start(), match.end(), literal))
                total += len(word)
        self._flat = "".join(words)
        self._starts, self._places = starts, places

    def find(self, text: str, *, row: bool = False) -> Place | None:
        """The next place of `text` after the last one found; None when it cannot be told. Of a `row` its cells' places."""
        if not row or " | " not in text:
            return self._find(text)
        at, cells = 0, []
        for cell in text.split(" | "):
            if found := self._find(cell):
                cells.append((at, found))
            at += len(cell) + 3
        if not cells:
            return None
        moved = [
            Stretch(part.start + at, part.end + at, part.source_start)
            for at, cell in cells
            for part in cell.stretches
        ]
        return Place(cells[0][1].start, cells[-1][1].end, tuple(moved))

    def _find(self, text: str) -> Place | None:
        squeezed = "".join(text.split())
        if not squeezed:
            return None
        window = (_NEAR if len(squeezed) < _SHORT else _FAR) + len(squeezed)
        at = self._flat.find(squeezed, self._cursor, self._cursor + window)
        if at < 0:
            return None
        self._cursor = at + len(squeezed)
        return self._place(text, at, at + len(squeezed))

    def _place(self, text: str, begin: int, end: int) -> Place:
        source, stretches = self._source, list[Stretch]()
        words = _WORD.finditer(text)
        word = next(words)
        flat_word = begin  # where `word` begins among the characters without white space
        index = bisect_right(self._starts, begin) - 1
        first = last = -1
        while index < len(self._starts) and self._starts[index] < end:
            flat, (source_start, source_end, literal) = self._starts[index], self._places[index]
            flat_end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._flat)
            at, stop = max(flat, begin), min(flat_end, end)
            shift = source_start - flat if literal else 0
            first = (at + shift if literal else source_start) if first < 0 else first
            last = stop + shift if literal else source_end
            while at < stop:
                while flat_word + len(word.group()) <= at:
                    flat_word += len(word.group())
                    word = next(words)
                part = min(stop, flat_word + len(word.group())) - at
                if literal:
                    _join(stretches, source, word.start() + at - flat_word, part, at + shift)
                at += part
            index += 1
        return Place(first, last, tuple(stretches))


def _join(stretches: list[Stretch], source: str, start: int, length: int, source_start: int) -> None:
    """Add a literal part; parts that only one white space character divides, in text and source, become one."""
    if stretches:
        before = stretches[-1]
        gap = start - before.end
        before_end = before.source_start + before.end - before.start
        if gap == source_start - before_end and (gap == 0 or source[before_end:source_start].isspace()):
            stretches[-1] = Stretch(before.start, start + length, before.source_start)
            return
    stretches.append(Stretch(start, start + length, source_start))
