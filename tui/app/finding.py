"""Finding words and rough sentences in a text. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

MOST = 10_000
"""How many places are looked for."""


def find(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where `words` stand in `text`: any white space for a space; capitals count only if `words` has some."""
    parts = words.split()
    if not parts:
        return ()
    pattern = re.compile(
        r"\s+".join(re.escape(part) for part in parts), re.IGNORECASE if words == words.lower() else 0
    )
    found: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        found.append(match.span())
        if len(found) == MOST:
            break
    return tuple(found)


_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W\da-z_]|[\"'“‘(\[]?\d)")


def rough_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where sentences seem to begin and end in `text[start:end]`: a guess to go by until the analysis has the sentences.

    A sentence ends at a full stop, question or exclamation mark after two letters, before a capital letter or a digit.
    """
    cuts = [start, *(match.end() for match in _SENTENCE_END.finditer(text, start, end)), end]
    return [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(cuts) if text[a:b].strip()]


def nearest(found: Sequence[tuple[int, int]], offset: int) -> int:
    """The index of the first place at or after `offset`, or 0 when there is none after it."""
    at = bisect_right(found, (offset, -1))
    return at if at < len(found) else 0
