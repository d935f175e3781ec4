"""From an expression of time to the days that it stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tui.analysis.model import Precision

from . import calendar
from .calendar import ONE, Period, add, around, day, part
from .expressions import (
    Century,
    Day,
    Decade,
    Expression,
    Fiscal,
    Holiday,
    InYear,
    IsoWeek,
    Month,
    Nth,
    NumericDay,
    Offset,
    Open,
    Part,
    Quarter,
    Range,
    Season,
    Shift,
    Stretch,
    Weekday,
    WeekOf,
    Within,
    Year,
)
from .nearest import (
    Setting,
    UnknownError,
    decade_of_century,
    resolve_day,
    resolve_holiday,
    resolve_numeric,
    resolve_weekday,
    written_day,
    yearless,
)

COARSE = frozenset(["week", "month", "quarter", "season", "year", "decade", "century"])


def resolve(expression: Expression, setting: Setting) -> Period | None:
    """First and last day of `expression`, or None where they cannot be known."""
    try:
        return _resolve(expression, setting)
    except (UnknownError, ValueError, OverflowError):
        return None


def _resolve(expression: Expression, setting: Setting) -> Period:
    match expression:
        case Day():
            return resolve_day(expression, setting)
        case NumericDay():
            return resolve_numeric(expression, setting)
        case Month(year, number, shift):
            return _of_year(lambda year: calendar.month(year, number), year, shift, setting)
        case Quarter(year, number):
            return _of_year(lambda year: calendar.quarter(year, number), year, None, setting)
        case Season(year, start, shift):
            return _of_year(lambda year: calendar.season(year, start), year, shift, setting)
        case Year(number):
            return calendar.year(number)
        case Decade(number):
            return calendar.decade(number if number > 99 else decade_of_century(number, setting))
        case Century(number):
            return calendar.century(number)
        case Weekday():
            return resolve_weekday(expression, setting)
        case Shift():
            return _shift(expression, setting)
        case Offset():
            return _offset(expression, setting)
        case Stretch():
            return _stretch(expression, setting)
        case Part(name, of):
            return part(_resolve(of, setting), name, setting.written)
        case Nth():
            return _nth(expression, setting)
        case Within(weekday, of):
            week = _resolve(of, setting)
            if week.first is None:
                raise UnknownError
            return day(week.first + timedelta(days=weekday))
        case InYear(of, shift):
            return _resolve(replace(of, year=written_day(setting).year + shift), setting)
        case Holiday():
            return resolve_holiday(expression, setting)
        case WeekOf(of, weekend):
            inner = _resolve(of, setting)
            if inner.first is None:
                raise UnknownError
            return calendar.weekend(inner.first) if weekend else calendar.week(inner.first)
        case IsoWeek(year, number):
            return calendar.week(date.fromisocalendar(year or written_day(setting).year, number, 1))
        case Range():
            return _range(expression, setting)
        case Open():
            return _open(expression, setting)
        case Fiscal():
            raise UnknownError


def _of_year(make: Callable[[int], Period], year: int | None, shift: int | None, setting: Setting) -> Period:
    return yearless(make, setting, shift) if year is None else make(year)


def _shift(expression: Shift, setting: Setting) -> Period:
    written = written_day(setting)
    if expression.shift is not None:
        return around(expression.unit, written, expression.shift)
    # "the weekend": the last in the past tense, else the coming one; on a Saturday or Sunday, this one
    this = calendar.weekend(written)
    assert this.first
    return around("weekend", written, -1) if setting.tense == "past" and written < this.first else this


def _sum(start: date, amounts: tuple[tuple[float, calendar.Unit], ...], sign: int) -> date:
    for count, unit in amounts:
        start = add(start, sign * count, unit)
    return start


def _precision(unit: calendar.Unit) -> Precision:
    """How exact a day is that was counted in such units."""
    match unit:
        case "hour" | "business day":
            return "day"
        case "weekend":
            return "week"
        case "half":
            return "season"
        case _:
            return unit


def _offset(expression: Offset, setting: Setting) -> Period:
    if expression.from_text:
        start = _story_day(expression, setting)
    elif expression.anchor:
        inner = _resolve(expression.anchor, setting)
        start = inner.first if expression.sign < 0 or isinstance(expression.anchor, Year) else inner.last
    else:
        start = written_day(setting)
    if start is None:
        raise UnknownError
    found = _sum(start, expression.amounts, expression.sign)
    unit = expression.amounts[-1][1]
    precision = _precision(unit)
    if expression.inside:
        return Period(start, found, "days")
    if expression.upto is not None:
        other = add(start, expression.sign * expression.upto, unit)
        return Period(min(found, other), max(found, other), precision)
    if expression.from_text and setting.near and setting.near.precision in ("month", "year"):
        return around(setting.near.precision, found)
    return Period(found, found, precision)


def _story_day(expression: Offset, setting: Setting) -> date | None:
    """The day that "three days later" counts from; years may be counted from a year."""
    near = setting.near
    units = {unit for _, unit in expression.amounts}
    if near and (
        near.precision == "day" or (near.precision in units and near.precision in ("month", "year"))
    ):
        return near.first
    return None


def _stretch(expression: Stretch, setting: Setting) -> Period:
    written = written_day(setting)
    sign = expression.sign
    if not expression.amounts:
        return Period(None, written, "days") if sign < 0 else Period(written + ONE, None, "days")
    if expression.unit == "hour":
        return day(written)
    if expression.unit == "quarter" and len(expression.amounts) == 1:
        near, last = (
            around("quarter", written, sign),
            around("quarter", written, sign * int(expression.amounts[0][0])),
        )
        return (
            Period(last.first, near.last, "quarter") if sign < 0 else Period(near.first, last.last, "quarter")
        )
    far = _sum(written, expression.amounts, sign)
    return Period(far, written, "days") if sign < 0 else Period(written + ONE, far, "days")


def _nth(expression: Nth, setting: Setting) -> Period:
    of = _resolve(expression.of, setting)
    number, unit, count = expression.number, expression.unit, expression.count
    if of.first is None or of.last is None:
        raise UnknownError
    if isinstance(unit, int):
        found = calendar.nth_weekday(of, unit, number)
        if found is None:
            raise UnknownError
        return day(found)
    if unit == "week":
        return _nth_week(of, number, count)
    if unit == "half":
        middle = of.first + (of.last - of.first) / 2 + ONE
        if of.precision == "year":
            middle = add(of.first, 1, "half")
        return Period(of.first, middle - ONE, "season") if number == 1 else Period(middle, of.last, "season")
    if number > 0:
        first = add(of.first, number - 1, unit)
        last = add(first, count, unit) - ONE
    else:
        last = of.last
        first = add(of.last + ONE, -count, unit)
    if not of.first <= first <= last <= of.last:
        raise UnknownError
    return Period(first, last, "days" if count > 1 else _precision(unit))


def _nth_week(of: Period, number: int, count: int) -> Period:
    """Weeks belong to the month or year that holds their Thursday (ISO 8601)."""
    assert of.first
    assert of.last
    start = calendar.week(of.first).first
    end = calendar.week(of.last).first
    assert start
    assert end
    if of.precision != "week":
        start += 7 * ONE if start + 3 * ONE < of.first else 0 * ONE
        end -= 7 * ONE if end + 3 * ONE > of.last else 0 * ONE
    monday = start + timedelta(weeks=number - 1) if number > 0 else end - timedelta(weeks=count - 1)
    return Period(monday, monday + timedelta(days=7 * count - 1), "week")


def _range(expression: Range, setting: Setting) -> Period:
    """From the first day of one to the last certain day of the other.

    A range to a month or year is sure to reach its first day ("from 2014 to 2018"), one to "the end of" it the last.
    """
    if setting.tense != "past" and setting.written and isinstance(expression.first, Month | Quarter | Season):
        try:
            going_on = _range(expression, replace(setting, tense="past"))
            if going_on.last and _month_end(going_on.last) >= setting.written:
                return going_on
        except UnknownError:
            pass
    first = _resolve(expression.first, setting)
    start = _edge(expression.first, first)
    last_setting = setting
    if start and setting.written and _has_no_year(expression.last):
        # What follows in a range comes after its start.
        last_setting = replace(setting, written=start, tense="future")
    elif start:
        last_setting = replace(setting, near=first)
    last = _resolve(expression.last, last_setting)
    end = (
        last.last
        if isinstance(expression.last, Part) and expression.last.part == "end"
        else _edge(expression.last, last)
    )
    if start is None or end is None or end < start:
        raise UnknownError
    return Period(start, end, first.precision if first.precision in COARSE else "days")


def _month_end(inside: date) -> date:
    return add(inside.replace(day=1), 1, "month") - ONE


def _has_no_year(expression: Expression) -> bool:
    inner = expression.of if isinstance(expression, Part) else expression
    if isinstance(inner, Weekday):
        return inner.shift is None
    return isinstance(inner, Day | NumericDay | Month | Quarter | Season | Holiday) and inner.year is None


def _edge(expression: Expression, period: Period) -> date | None:
    """Where a range starts or ends that names `period`: its first day, the middle of "the middle of", after "the end of"."""
    if isinstance(expression, Part) and period.first and period.last:
        if expression.part == "end":
            return period.last
        if expression.part == "mid":
            length = 30 if isinstance(expression.of, Month) else (period.last - period.first).days
            return (
                period.first.replace(day=16)
                if length == 30
                else period.first + timedelta(days=length // 2 + 1)
            )
    return period.first


def _open(expression: Open, setting: Setting) -> Period:
    inner = _resolve(expression.of, setting)
    first, last = inner.first, inner.last
    match expression.word:
        case "since":
            return Period(first, None, inner.precision)
        case "after":
            if isinstance(expression.of, Part) and expression.of.part == "start":
                return Period(first, None, inner.precision)
            return Period(last + ONE if last else None, None, inner.precision)
        case "before":
            end = (
                last + ONE
                if isinstance(expression.of, Part) and expression.of.part == "end" and last
                else first
            )
            return Period(None, end - ONE if end else None, inner.precision)
        case "until":
            exact = inner.precision not in COARSE or (
                isinstance(expression.of, Part) and expression.of.part == "end"
            )
            return Period(None, last if exact else first, inner.precision)
        case _:
            return Period(None, last, inner.precision)
