"""Spans of names: how they are cut, and which tokens they cover."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from ..model import Label

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ..parsed import Parsed


class Name(NamedTuple):
    """A stretch of the text that names something; offsets are code points, end exclusive."""

    start: int
    end: int
    label: Label


LABELS: dict[str, Label] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "NORP": "GROUP",
    "EVENT": "EVENT",
    "LAW": "LAW",
    "PRODUCT": "PRODUCT",
}
"""The labels of the model (those of OntoNotes 5) and ours; dates, quantities, works of art … are no mentions."""

_LEAD = re.compile(r"(?:[\s\"'“”‘’«»\[\](){}*•·,;:.–—/-]+|(?:the|a|an)\s+)+", re.IGNORECASE)
_TRAIL = re.compile(r"(?:['’]s|['’]|[\s\"“”‘«»\[({*•·,;:!?–—/-])+$")
_URL = re.compile(r"https?:|www\.|@|\.(?:com|org|net|html?|php)\b", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(?:\b\w\.)+$|\b(?:Corp|Inc|Ltd|Co|Jr|Sr|St|Bros|Mt|No)\.$")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without a leading article and without trailing 's, quotation marks and stops; one line only."""
    while True:
        piece = text[start:end]
        stripped = piece.lstrip()
        if stripped != piece:
            start += len(piece) - len(stripped)
            continue
        if "\n" in piece:
            end = start + piece.index("\n")
            continue
        if match := _LEAD.match(piece):
            start += match.end()
            continue
        if match := _TRAIL.search(piece):
            end = start + match.start()
            continue
        if piece.endswith(".") and not _ABBREVIATED.search(piece):
            end -= 1
            continue
        for opening, closing in ("()", "[]"):
            if piece.endswith(closing) and opening not in piece:
                end -= 1
                break
        else:
            return start, end


def is_address(piece: str) -> bool:
    """Whether it is an address of the web or of mail, which names nobody."""
    return bool(_URL.search(piece))


class Tokens:
    """Which tokens a stretch of the text covers."""

    def __init__(self, parsed: Parsed) -> None:
        self.doc = parsed.doc
        self.starts = parsed.offsets

    def cover(self, start: int, end: int) -> tuple[int, int]:
        """First token and the one after the last that share a character with the stretch."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return first, max(first + 1, bisect_left(self.starts, end))

    def root(self, start: int, end: int) -> Token:
        """The token of the stretch that hangs from a token outside of it; the last such one."""
        first, last = self.cover(start, end)
        for index in range(last - 1, first - 1, -1):
            head = self.doc[index].head.i
            if (head < first or head >= last or head == index) and self.doc[index].dep_ != "punct":
                return self.doc[index]
        return self.doc[last - 1]
