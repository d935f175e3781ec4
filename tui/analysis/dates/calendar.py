"""Days and periods: the arithmetic, without language."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from tui.analysis.model import Precision

Unit = Literal[
    "hour", "day", "business day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century"
]

ONE = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """First and last day, both in it; None where it is open."""

    first: date | None
    last: date | None
    precision: Precision


def day(value: date) -> Period:
    return Period(value, value, "day")


def make_day(year: int, month: int, number: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month(year: int, number: int) -> Period:
    return Period(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), "month")


def quarter(year: int, number: int) -> Period:
    return Period(month(year, 3 * number - 2).first, month(year, 3 * number).last, "quarter")


def half(year: int, number: int) -> Period:
    return Period(month(year, 6 * number - 5).first, month(year, 6 * number).last, "season")


def season(year: int, start_month: int) -> Period:
    """Three months from `start_month`, as meteorologists count them in the north; winter begins in December of `year`."""
    end_year, end_month = (year, start_month + 2) if start_month < 11 else (year + 1, start_month - 10)
    return Period(date(year, start_month, 1), month(end_year, end_month).last, "season")


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def decade(first_year: int) -> Period:
    return Period(date(first_year, 1, 1), date(first_year + 9, 12, 31), "decade")


def century(number: int) -> Period:
    """The century called `number`, as people round it: the 21st is 2000 to 2099."""
    return Period(date(max(1, 100 * number - 100), 1, 1), date(100 * number - 1, 12, 31), "century")


def week(inside: date) -> Period:
    """Monday to Sunday (ISO 8601)."""
    monday = inside - timedelta(days=inside.weekday())
    return Period(monday, monday + 6 * ONE, "week")


def weekend(inside: date) -> Period:
    """Saturday and Sunday of that week."""
    monday = inside - timedelta(days=inside.weekday())
    return Period(monday + 5 * ONE, monday + 6 * ONE, "days")


def around(unit: Unit, inside: date, shift: int = 0) -> Period:
    """The calendar's `unit` that holds `inside`, moved by `shift` of its own kind."""
    moved = add(inside, shift, unit)
    match unit:
        case "week":
            return week(moved)
        case "weekend":
            return weekend(moved)
        case "month":
            return month(moved.year, moved.month)
        case "quarter":
            return quarter(moved.year, (moved.month + 2) // 3)
        case "year":
            return year(moved.year)
        case "decade":
            return decade(moved.year // 10 * 10)
        case "century":
            return century(moved.year // 100 + 1)
        case _:
            return day(moved)


def add(start: date, count: float, unit: Unit) -> date:
    """`start` moved by `count` units; a day that a month has not becomes its last.

    Raises OverflowError beyond the year 9999.
    """
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months:
        whole, rest = divmod(count * months, 1)
        index = start.year * 12 + start.month - 1 + int(whole)
        year_number, month_number = divmod(index, 12)
        if not 1 <= year_number <= 9999:
            raise OverflowError("year out of range")
        last = calendar.monthrange(year_number, month_number + 1)[1]
        return date(year_number, month_number + 1, min(start.day, last)) + timedelta(days=round(rest * 30))
    if unit == "business day":
        return _add_business_days(start, int(count))
    days = {"hour": 0, "day": 1, "weekend": 7, "week": 7}[unit]
    return start + timedelta(days=round(count * days))


def _add_business_days(start: date, count: int) -> date:
    weeks, rest = divmod(abs(count), 5)
    step = ONE if count > 0 else -ONE
    moved = start + 7 * weeks * step
    while rest:
        moved += step
        rest -= moved.weekday() < 5
    return moved


PartName = Literal["start", "early", "mid", "late", "end", "earlier", "later", "rest"]


def part(period: Period, name: PartName, today: date | None = None) -> Period:
    """The early, middle or late part of a period; "earlier", "later" and "rest" are cut at `today`.

    Months go by tens of days, years by thirds, decades by "early" (0 to 3), "mid" (4 to 6), "late" (7 to 9).
    """
    first, last = period.first, period.last
    if first is None or last is None or first == last:
        return period
    if name == "earlier":
        if today and first <= today <= last:
            return Period(first, today, "days")
        return replace(part(period, "early"), precision="days")
    if name == "rest":
        return Period(today if today and first <= today <= last else first, last, "days")
    if name == "later":
        if today and first <= today <= last and period.precision in ("month", "year"):
            return Period(today, last, "days")
        late = part(period, "late")
        if today and late.first and today > late.first:
            return Period(min(today, last), last, "days")
        return replace(late, precision="days")
    third = 0 if name in ("start", "early") else 1 if name == "mid" else 2
    if period.precision == "month":
        bounds = ((1, 10), (10, 20), (16 if name == "end" else 21, last.day))[third]
        if name == "start":
            bounds = (1, 15)
        return Period(first.replace(day=bounds[0]), first.replace(day=bounds[1]), "days")
    if period.precision == "year":
        months = ((1, 4), (5, 8), (9, 12))[third]
        return Period(month(first.year, months[0]).first, month(first.year, months[1]).last, "season")
    if period.precision == "decade":
        years = ((0, 3), (4, 6), (7, 9))[third]
        return Period(date(first.year + years[0], 1, 1), date(first.year + years[1], 12, 31), "decade")
    length = (last - first).days + 1
    if period.precision == "week":
        start, end = ((0, 2), (2, 3), (3, 6))[third]
    else:
        start, end = (round(length * third / 3), round(length * (third + 1) / 3) - 1)
    return Period(first + timedelta(days=start), first + timedelta(days=end), period.precision)


def nth_weekday(within: Period, weekday: int, number: int) -> date | None:
    """The `number`th such weekday of a period (from 1; -1 is the last), or None."""
    if within.first is None or within.last is None:
        return None
    if number > 0:
        found = (
            within.first
            + timedelta(days=(weekday - within.first.weekday()) % 7)
            + timedelta(weeks=number - 1)
        )
    else:
        found = (
            within.last - timedelta(days=(within.last.weekday() - weekday) % 7) + timedelta(weeks=number + 1)
        )
    return found if within.first <= found <= within.last else None


def easter(number: int) -> date:
    """Easter Sunday of that year (anonymous Gregorian computus, Meeus, Jones and Butcher)."""
    a, (b, c) = number % 19, divmod(number, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month_number, day_number = divmod(h + m - 7 * n + 114, 31)
    return date(number, month_number, day_number + 1)


_FIXED = {
    "new year's day": (1, 1), "new year's": (1, 1), "new year": (1, 1), "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "saint patrick": (3, 17), "saint patrick's day": (3, 17), "st. patrick's day": (3, 17), "st patrick's day": (3, 17),
    "april fools' day": (4, 1), "april fool's day": (4, 1), "earth day": (4, 22), "may day": (5, 1), "juneteenth": (6, 19),
    "independence day": (7, 4), "bastille day": (7, 14), "halloween": (10, 31), "guy fawkes night": (11, 5),
    "veterans day": (11, 11), "armistice day": (11, 11), "christmas eve": (12, 24), "christmas": (12, 25),
    "christmas day": (12, 25), "boxing day": (12, 26),
}  # fmt: skip
_FROM_EASTER = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter": 0, "easter sunday": 0,
    "easter monday": 1,
}  # fmt: skip
_BY_WEEKDAY = {
    "martin luther king day": (1, 0, 3), "martin luther king jr. day": (1, 0, 3), "presidents' day": (2, 0, 3),
    "presidents day": (2, 0, 3), "mother's day": (5, 6, 2), "memorial day": (5, 0, -1), "father's day": (6, 6, 3),
    "labor day": (9, 0, 1), "columbus day": (10, 0, 2), "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4),
}  # fmt: skip
_AFTER_THANKSGIVING = {"black friday": 1, "cyber monday": 4}

HOLIDAYS = (*_FIXED, *_FROM_EASTER, *_BY_WEEKDAY, *_AFTER_THANKSGIVING)
"""Days with a name, as the United States and Europe keep them."""


def holiday(name: str, number: int) -> date:
    """The day called `name` (one of `HOLIDAYS`) in year `number`."""
    if name in _FIXED:
        return date(number, *_FIXED[name])
    if name in _FROM_EASTER:
        return easter(number) + _FROM_EASTER[name] * ONE
    if name in _AFTER_THANKSGIVING:
        return holiday("thanksgiving", number) + _AFTER_THANKSGIVING[name] * ONE
    month_number, weekday, count = _BY_WEEKDAY[name]
    found = nth_weekday(month(number, month_number), weekday, count)
    assert found is not None  # each month has four of each weekday
    return found
