"""The days that a text writes in full, as scrapers leave them: glued to other words, or in numbers with two readings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:19|20)\d\d"
_HINT = re.compile(rf"{_YEAR}|\d([/-])\d\d?\1\d\d")
"""What every written day holds."""
_NAMED = re.compile(
    rf"(?P<m1>(?:(?<![^\W\d_])|(?-i:(?<=[a-z])(?=[A-Z]))){_MONTH})\.?[\s-]{{0,3}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:,\s{{0,3}}|\s{{1,3}}|-)(?:at\s)?(?P<y1>{_YEAR})(?!\d{{3}})"
    rf"|(?<![\d/.-])(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]{{0,3}}(?P<m2>{_MONTH})\.?,?[\s-]{{0,3}}"
    rf"(?P<y2>{_YEAR})(?!\d{{3}})"
    rf"|(?<!\d)(?P<y3>{_YEAR})[\s-](?P<m3>{_MONTH})[\s-](?P<d3>\d{{1,2}})(?!\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    rf"(?<![\d/.-])(?:(?P<y>{_YEAR})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?![\d/]|-\d)"
    rf"|(?P<a>\d{{1,2}})(?P<t>[/.-])(?P<b>\d{{1,2}})(?P=t)(?P<z>{_YEAR}(?!\d{{3}})|\d\d(?!\d))(?!/|[.-]\d))"
)
_AMERICAN = re.compile(
    r"\b(?:colors?|favor(?:ite|ed|s)?|flavors?|labor|neighbor\w*|behaviors?|humor|rumors?|centers?|theaters?|fibers?|liters?"
    r"|defense|offense|travel(?:ed|ing|ers?)|cancel(?:ed|ing)|label(?:ed|ing)|gray|programs|analyz\w+|organiz\w+|realiz\w+"
    r"|recogniz\w+|skeptic\w*|aluminum|tires|moms?|math)\b"
)
_BRITISH = re.compile(
    r"\b(?:colours?|favour(?:ite|ed|s)?|flavours?|labour|neighbour\w*|behaviours?|humour|rumours?|centres?|theatres?|fibres?"
    r"|litres?|defence|offence|travell(?:ed|ing|ers?)|cancell(?:ed|ing)|labell(?:ed|ing)|grey|programmes?|analys(?:e[ds]?|ing)"
    r"|organis\w+|realis(?:e\w*|ing)|recognis\w+|sceptic\w*|aluminium|tyres?|mums?|maths|whilst)\b|£"
)


class WrittenDay(Struct, frozen=True):
    """An ISO day at `start`–`end` of a text.

    `form` is `name` (of the month), `iso` (the year first) or `numbers`; `other` is the second reading of numbers that allow
    two: `day` is then the one with the month first.
    """

    start: int
    end: int
    day: str
    form: str
    other: str | None = None


def written_days(text: str) -> list[WrittenDay]:
    """The full days in `text`, in reading order."""
    if _HINT.search(text) is None:
        return []
    found = []
    for match in _NAMED.finditer(text):
        which = next(number for number in "123" if match["y" + number])
        month = _MONTHS.index(match["m" + which][:3].lower()) + 1
        if day := _iso(match["y" + which], str(month), match["d" + which]):
            found.append(WrittenDay(*match.span(), day, "name"))
    for match in _NUMBERS.finditer(text):
        if match["y"]:
            if day := _iso(match["y"], match["m"], match["d"]):
                found.append(WrittenDay(*match.span(), day, "iso"))
            continue
        year = match["z"]
        if len(year) == 2:
            if match["t"] == ".":
                continue
            year = "20" + year
        month_first, day_first = _iso(year, match["a"], match["b"]), _iso(year, match["b"], match["a"])
        if day := month_first or day_first:
            two = month_first and day_first and month_first != day_first
            found.append(WrittenDay(*match.span(), day, "numbers", day_first if two else None))
    return sorted(found, key=lambda one: one.start)


def days(text: str) -> list[tuple[int, int, str]]:
    """The full days in `text` that can be read in one way only: start, end, ISO day.

    Of numbers with full stops the first is the day, as nearly everywhere that they are in use.
    """
    found = []
    for one in written_days(text):
        if one.other is None:
            found.append((one.start, one.end, one.day))
        elif "." in text[one.start : one.end]:
            found.append((one.start, one.end, one.other))
    return found


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def month_first(texts: Iterable[str]) -> bool | None:
    """Whether days in numbers are written with the month first in `texts`; None where nothing or both is to be seen."""
    seen = set()
    for text in texts:
        for match in _NUMBERS.finditer(text):
            if match["a"] and (match["t"] != "." or len(match["z"]) == 4):
                first, second = int(match["a"]), int(match["b"])
                if first > 12 >= second:
                    seen.add(False)
                elif second > 12 >= first:
                    seen.add(True)
    return seen.pop() if len(seen) == 1 else None


def american(text: str) -> bool | None:
    """Whether the spelling of `text` is American (True) or British (False); None where it does not tell.

    Americans write the month first, nearly all others who write English the day.
    """
    ours, theirs = len(_AMERICAN.findall(text)), len(_BRITISH.findall(text))
    if ours + theirs < 2 or 3 * min(ours, theirs) > max(ours, theirs):
        return None
    return ours > theirs
