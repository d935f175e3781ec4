"""The day on which an article was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from .day_features import Candidate, candidates, day_features, place
from .extracted import Judged
from .titles import first_prose
from .written_days import days

__all__ = ["days", "find_published"]

ENOUGH = 0.2
"""The least probability of a day to be that of publication; under cross-validation by site, lower ones were wrong more often
than right."""
SURE = 0.8
"""The same for the day of an update, where the first day may well not be on the page."""
_URL = re.compile(r"https?://\S+?/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?!\d)")


def find_published(
    text: str, judged: Sequence[Judged], title: tuple[int, int] | None
) -> tuple[str, bool] | None:
    """The ISO day of publication that a page states, and whether only an address says so; or None.

    A day on which the article is said to have come out first is taken before any other; else the one that the day model
    finds most likely. See `benchmarks/cleaning/README.md` for how it was trained, and for what it cannot know: whether a
    page that shows nothing but the day of its last update came out on that day.
    """
    found = candidates(text, judged, title)
    if not any(one.allowed for one in found):
        return _in_address(text, judged)
    from .weights import load_days

    chances = load_days().predict(day_features(text, judged, title, found)).tolist()
    first = [place(text, judged, one.line, one.written).is_first for one in found]
    day = likeliest(found, first, chances)
    return (day, False) if day is not None else _in_address(text, judged)


def likeliest(found: Sequence[Candidate], first: Sequence[bool], chances: Sequence[float]) -> str | None:
    """The ISO day of publication by its probability; one on which the article is said to have come out first goes before."""
    best, day = 0.0, None
    for one, is_first, chance in zip(found, first, chances, strict=True):
        sure = 1.0 if is_first else chance
        if one.allowed and sure >= (SURE if one.doubtful else ENOUGH) and sure > best:
            best, day = sure, one.day
    return day


def _in_address(text: str, judged: Sequence[Judged]) -> tuple[str, bool] | None:
    """The day in a web address that stands alone in a line above the body."""
    for line in judged[: first_prose(judged) + 1]:
        match = _URL.match(text, line.start, line.end)
        if match and " " not in text[line.start : line.end].strip():
            try:
                return date(*map(int, match.groups())).isoformat(), True
            except ValueError:
                continue
    return None
