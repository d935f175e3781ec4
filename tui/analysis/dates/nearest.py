"""Days that are told without their year, month or week: which of them is meant, by the day of writing and the tense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from . import calendar
from .calendar import ONE, Period, add, day
from .expressions import Day, Holiday, NumericDay, Weekday
from .tense import Tense


@dataclass(frozen=True)
class Setting:
    """What an expression is read by: the day of writing and the tense around it.

    `near` is a period that the text stated just before; a missing year is taken from it when there is no day of writing.
    `day_first` is the order of "3/4/2025" in this text. `direct`: the expression hangs on the verb itself.
    """

    written: date | None
    tense: Tense | None
    near: Period | None = None
    day_first: bool = False
    direct: bool = True


class UnknownError(Exception):
    """The days cannot be known."""


def written_day(setting: Setting) -> date:
    if setting.written is None:
        raise UnknownError
    return setting.written


_HALF_A_YEAR = 183


def yearless(make: Callable[[int], Period | None], setting: Setting, shift: int | None = None) -> Period:
    """The one of the years' periods that the tense asks for: the last that has begun, or the next that has not ended."""
    written = setting.written
    if written is None:
        if setting.near and setting.near.first and setting.near.precision in ("day", "month"):
            found = make(setting.near.first.year)
            if found:
                return found
        raise UnknownError
    # Nine years, for a 29 February
    made = [period for year in range(written.year - 8, written.year + 9) if (period := make(year))]
    past = [period for period in made if period.first and period.first <= written]
    future = [period for period in made if period.last and period.last >= written]
    if not past or not future:
        raise UnknownError
    before, after = past[-1], future[0]
    if shift == 0:
        if before.last and before.last >= written:
            return before
        return next((period for period in made if period.first and period.first.year == written.year), before)
    if shift == -1:
        return before if before.last and before.last < written else past[-2]
    if shift == 1:
        return after if after.first and after.first > written else future[1]
    assert before.first
    assert after.first
    behind, ahead = written - before.first, after.first - written
    if setting.tense == "past" and (
        setting.direct or behind.days < _HALF_A_YEAR or ahead.days > _HALF_A_YEAR
    ):
        return before
    if setting.tense == "future" or (setting.tense == "present" and setting.direct):
        return after
    if setting.tense == "present" and before.precision == "month" and ahead.days > 31:
        # "a poll in January shows …"
        return before
    return before if behind <= ahead else after


def resolve_day(expression: Day, setting: Setting) -> Period:
    year, month, number, weekday = expression.year, expression.month, expression.day, expression.weekday
    if month is None:
        return lone_day(number, weekday, setting)
    if year is None:

        def make(year: int) -> Period | None:
            found = calendar.make_day(year, month, number)
            return day(found) if found else None

        if weekday is not None and setting.written:
            # "Tuesday, Jan. 15" fits one of the years around.
            for other in (setting.written.year, setting.written.year + 1, setting.written.year - 1):
                found = calendar.make_day(other, month, number)
                if found and found.weekday() == weekday and abs((found - setting.written).days) < 300:
                    return day(found)
        return yearless(make, setting, expression.shift)
    found = calendar.make_day(year, month, number)
    if found is None:
        raise UnknownError
    return day(found)


def lone_day(number: int, weekday: int | None, setting: Setting) -> Period:
    """ "The 21st", "Friday the 26th": the nearest month in which that is."""
    written = written_day(setting)
    steps = [0, -1, 1] if setting.tense == "past" else [0, 1, -1]
    steps += [
        step
        for more in range(2, 14)
        for step in ((-more, more) if setting.tense == "past" else (more, -more))
    ]
    for step in steps:
        base = add(written.replace(day=1), step, "month")
        found = calendar.make_day(base.year, base.month, number)
        if found and (weekday is None or found.weekday() == weekday):
            return day(found)
    raise UnknownError


def resolve_numeric(expression: NumericDay, setting: Setting) -> Period:
    first, second, year = expression.first, expression.second, expression.year
    if year is not None and year < 100:
        year += 2000 if year <= 68 else 1900
    european = expression.dotted or setting.day_first
    month, number = (second, first) if first > 12 or (european and second <= 12) else (first, second)
    if not 1 <= month <= 12:
        raise UnknownError
    return resolve_day(Day(year, month, number), setting)


_NOW = 2025
"""The year that a text without a day counts from, for decades alone."""


def decade_of_century(short: int, setting: Setting) -> int:
    """ "The '80s" are the last that have begun."""
    now = setting.written.year if setting.written else _NOW
    return next(year for year in range(now // 10 * 10, 0, -10) if year % 100 == short)


def resolve_weekday(expression: Weekday, setting: Setting) -> Period:
    written = written_day(setting)
    ahead = (expression.weekday - written.weekday()) % 7
    behind = (written.weekday() - expression.weekday) % 7
    if expression.near:
        return day(
            written + timedelta(days=ahead or 7)
            if expression.shift == 1
            else written - timedelta(days=behind or 7)
        )
    if expression.shift is not None:
        monday = calendar.week(written).first
        assert monday
        return day(monday + timedelta(days=7 * expression.shift + expression.weekday))
    if setting.tense == "past":
        return day(written - timedelta(days=behind))
    if setting.tense == "future" or (setting.tense == "present" and setting.direct) or ahead <= 3:
        return day(written + timedelta(days=ahead))
    return day(written - timedelta(days=behind))


def resolve_holiday(expression: Holiday, setting: Setting) -> Period:
    name = expression.name.replace("’", "'")
    if name == "9/11":
        return day(date(2001, 9, 11))

    def make(year: int) -> Period:
        found = calendar.holiday(" ".join(name.split()), year)
        if not expression.weekend:
            return day(found)
        saturday = calendar.weekend(found).first
        assert saturday
        if found.weekday() == 0:
            return Period(found - 2 * ONE, found, "days")
        return Period(min(found, saturday), max(found, saturday + ONE), "days")

    if expression.year is not None:
        return make(expression.year)
    return yearless(make, setting, expression.shift)
