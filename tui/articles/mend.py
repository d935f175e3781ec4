"""Decoded text → text that is fit to read, with the way back to where each part of it came from."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_EDITS = re.compile(
    r"(?P<newline>\r\n)"
    r"|(?P<entity>&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|amp|quot|apos|nbsp|[lr][ds]quo|[nm]dash|hellip|lt|gt);)"
    r"|(?P<drop>\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]"  # CSI
    r"|(?:\x1b[PX\]^_]|(?<![\x80-\uffff])[\x90\x98\x9d-\x9f])"
    r"[^\x07\x1b\x9c\r\n]{0,4096}(?:\x07|\x1b\\|\x9c)"  # OSC, DCS and their like
    r"|(?<![\x80-\uffff])\x9b[0-?]{0,64}[ -/]{0,8}[@-~]"
    r"|\x1b[ -/]{0,8}[0-~]?"
    r"|[\x00-\x08\x0e-\x1f\x7f\xad\u200b\u2060\u2066-\u2069\u202a-\u202e\ufeff\ud800-\udfff])"
)
_BREAKS = str.maketrans(dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"))
_TOKEN = re.compile(r"[^ \t\n]{1,4000}")
_NOT_SHOWN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u200b\u2060\u2066-\u2069\u202a-\u202e\u2028\u2029\ufeff\ud800-\udfff]"
)

Edit = tuple[int, int, str]
"""Start, end, and what stands there instead."""


@dataclass(frozen=True)
class Mended:
    """`text`, and the pieces of it that stand in the source unchanged but for the kind of white space.

    `pieces` are (start in `text`, end in `text`, start in the source), in order. What no piece covers was changed.
    `length` is that of the source.
    """

    text: str
    pieces: tuple[tuple[int, int, int], ...]
    length: int

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The pieces within `text[start:end]`, cut to it."""
        index = max(0, bisect_right(self.pieces, start, key=lambda piece: piece[0]) - 1)
        while index < len(self.pieces) and self.pieces[index][0] < end:
            first, last, origin = self.pieces[index]
            index += 1
            low, high = max(first, start), min(last, end)
            if low < high:
                yield low, high, origin + low - first

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` came from, what was changed within it included."""
        return self._origin(start, after=False), self._origin(end, after=True)

    def _origin(self, at: int, *, after: bool) -> int:
        """The place in the source of the boundary `at`; where that was changed, the end of the piece beside it."""
        if after:
            index = bisect_right(self.pieces, at - 1, key=lambda piece: piece[0]) - 1
            if index >= 0 and at <= self.pieces[index][1]:
                first, _, origin = self.pieces[index]
                return origin + at - first
            return self.pieces[index + 1][2] if index + 1 < len(self.pieces) else self.length
        index = bisect_right(self.pieces, at, key=lambda piece: piece[0]) - 1
        if index < 0:
            return 0
        first, last, origin = self.pieces[index]
        return origin + min(at, last) - first


def mend(source: str) -> Mended:
    """`source` with line feeds for line ends, without terminal escapes, control and invisible characters, in NFC, with
    left-over character references and mojibake put right.

    Mojibake is found and mended by ftfy, word by word; quotation marks and dashes stay as they are. Time and memory are
    linear in the length.
    """
    first = _apply(source.translate(_BREAKS), _clean_edits(source))
    second = _apply(first.text, _word_edits(first.text))
    if len(second.pieces) == 1 and second.text == first.text:
        return first
    pieces = [
        (low - start + origin_start, high - start + origin_start, origin)
        for origin_start, end, start in second.pieces
        for low, high, origin in first.stretches(start, start + end - origin_start)
    ]
    return Mended(second.text, tuple(pieces), len(source))


def _clean_edits(source: str) -> Iterator[Edit]:
    for match in _EDITS.finditer(source):
        if match.lastgroup == "newline":
            yield match.start(), match.start() + 1, ""
        elif match.lastgroup == "entity":
            yield match.start(), match.end(), _NOT_SHOWN.sub("", html.unescape(match.group()))
        else:
            yield match.start(), match.end(), ""


def _word_edits(text: str) -> Iterator[Edit]:
    if text.isascii():
        return
    from ftfy.badness import is_bad

    start = 0
    for line in text.splitlines(keepends=True):
        if not line.isascii():
            bad = is_bad(line)
            if bad or _NOT_SHOWN.search(line) or not unicodedata.is_normalized("NFC", line):
                for match in _TOKEN.finditer(line):
                    word = match.group()
                    if word.isascii():
                        continue
                    fixed = _fixed(word, bad)
                    if fixed != word:
                        yield start + match.start(), start + match.end(), fixed
        start += len(line)


@lru_cache(maxsize=1 << 16)
def _fixed(word: str, bad: bool) -> str:
    from ftfy import fix_encoding
    from ftfy.fixes import fix_c1_controls

    fixed = fix_c1_controls(fix_encoding(word) if bad else word)
    return unicodedata.normalize("NFC", _NOT_SHOWN.sub("", fixed))


def _apply(text: str, edits: Iterable[Edit]) -> Mended:
    """`text` after the edits, which come in order and do not overlap."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    at = length = 0
    for start, end, instead in edits:
        if start > at:
            parts.append(text[at:start])
            pieces.append((length, length + start - at, at))
            length += start - at
        parts.append(instead)
        length += len(instead)
        at = end
    if at < len(text):
        parts.append(text[at:])
        pieces.append((length, length + len(text) - at, at))
    return Mended("".join(parts), tuple(pieces), len(text))
