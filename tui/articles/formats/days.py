"""Days as pages write them, made ISO days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<between>[-/.])(?P<month>\d{1,2})(?P=between)(?P<day>\d{1,2})(?!\d)",
        rf"(?<![a-z]){_MONTH}\s*{_DAY}\s*,?\s+{_YEAR}",
        rf"(?<!\d){_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"(?<![a-z\d]){_YEAR}[\s-]+{_MONTH}[\s-]+{_DAY}(?!\d)",
    )
)
_NUMBERS = re.compile(
    r"(?<![\d./])(?P<a>\d{1,2})(?P<between>[/.-])(?P<b>\d{1,2})(?P=between)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_COMPACT = re.compile(r"^\s*(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:\d{4,6}|T\d.*)?\s*$")
_IN_ADDRESS = re.compile(
    r"[/_-](?P<year>20\d\d|199\d)(?P<between>[/_-])(?P<month>\d{1,2})(?P=between)(?P<day>\d{1,2})(?=[/_.-]|$)"
)
_COMPACT_IN_ADDRESS = re.compile(r"/(?P<year>20\d\d|199\d)(?P<month>\d\d)(?P<day>\d\d)(?=[/-])")
_EARLIEST = date(1990, 1, 1)


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else _MONTHS[month.lower()]
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found.isoformat() if found >= _EARLIEST else None


def days_in(text: str, *, month_first: bool | None = None) -> Iterator[tuple[int, int, str]]:
    """Start, end and ISO day of each day that `text` writes in full, in reading order.

    Of numbers only ("4/5/2024") the month comes first or last as `month_first` says; None: such days are left out unless
    only one reading is possible.
    """
    found = [
        (match.start(), match.end(), _iso(match["year"], match["month"], match["day"]))
        for form in _FORMS
        for match in form.finditer(text)
    ]
    for match in _NUMBERS.finditer(text):
        a, b = match["a"], match["b"]
        two_ways = max(int(a), int(b)) <= 12 and int(a) != int(b)
        first = (month_first and match["between"] != ".") if two_ways else int(a) <= 12
        if first is not None:
            month, day = (a, b) if first else (b, a)
            found.append((match.start(), match.end(), _iso(match["year"], month, day)))
    end = -1
    for start, stop, iso in sorted((start, stop, iso) for start, stop, iso in found if iso):
        if start >= end:
            yield start, stop, iso
            end = stop


def day_of(value: str | None, *, month_first: bool | None = None) -> str | None:
    """The ISO day in a field that holds a time stamp or a written day; None for anything else."""
    if not value or len(value) > 200:
        return None
    if compact := _COMPACT.match(value):
        return _iso(compact["year"], compact["month"], compact["day"])
    return next((day for _, _, day in days_in(value, month_first=month_first)), None)


def day_in_address(url: str | None) -> str | None:
    """The day that a page's address carries (`/2025/06/09/`)."""
    for form in (_IN_ADDRESS, _COMPACT_IN_ADDRESS):
        if url and (match := form.search(url)) and (day := _iso(match["year"], match["month"], match["day"])):
            return day
    return None
