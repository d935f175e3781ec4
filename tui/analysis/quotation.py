"""Whether words are quoted, by the marks of their line alone."""

from __future__ import annotations

_FAR = 20_000
"""Characters of the line before the words that are looked at."""


def in_quotation(text: str, offset: int) -> bool:
    """Whether a quotation of the same line is open at the offset."""
    start = max(0, offset - _FAR)
    before = text[max(start, text.rfind("\n", start, offset) + 1) : offset]
    opened = before.count("“") + before.count("«") - before.count("”") - before.count("»")
    return opened > 0 or before.count('"') % 2 == 1
