"""When two figures tell the same quantity."""

from __future__ import annotations

import re

from .model import Figure
from .wordset import word_set

_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_STOP = word_set(
    "the a an of in on at to for and or by with from its his her their this that is are was were be as it over after"
)


def content_words(*parts: str | None) -> frozenset[str]:
    """The words of some phrases that carry meaning, in lower case, roughly in the singular."""
    found = _WORD.findall(" ".join(part for part in parts if part).lower())
    return frozenset(
        word[:-1] if word.endswith("s") and len(word) > 4 else word for word in found if word not in _STOP
    )


def same_figure(a: Figure, b: Figure) -> bool:
    """Whether two figures give the same value of the same thing.

    Value, upper end and unit must agree, and the words of measure and subject overlap, or be missing on one side. The
    qualifier may differ: "approximately 70%" and "70%" of one thing are one figure, told with and without a hedge.
    """
    if (
        a.unit != b.unit
        or not _equal(a.value, b.value)
        or not _equal(a.high, b.high)
        or a.rhetorical != b.rhetorical
    ):
        return False
    first, second = content_words(a.measure), content_words(b.measure)
    if first and second:
        return bool(first & second)
    own, other = content_words(a.measure, a.subject), content_words(b.measure, b.subject)
    return not own or not other or bool(own & other)


def _equal(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))
