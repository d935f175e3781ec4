"""How the days of an expression were found, in words."""

from __future__ import annotations

from .calendar import Period
from .expressions import Day as DayOfMonth
from .expressions import (
    Expression,
    Holiday,
    InYear,
    Month,
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
)
from .nearest import Setting
from .tense import Tense


def is_relative(expression: Expression) -> bool:
    """Whether the days depend on the day of writing."""
    match expression:
        case Part(_, of) | Open(_, of):
            return is_relative(of)
        case Range(first, last):
            return is_relative(first) and is_relative(last)
        case Weekday() | Shift() | Stretch() | InYear():
            return True
        case Offset(anchor=anchor):
            return anchor is None or is_relative(anchor)
        case DayOfMonth() | NumericDay() | Month() | Quarter() | Season() | Holiday():
            return expression.year is None
        case _:
            inner = getattr(expression, "of", None)
            return inner is not None and is_relative(inner)


def takes_tense(expression: Expression) -> bool:
    """Whether the tense chose between two readings."""
    match expression:
        case Part(_, of) | Open(_, of):
            return takes_tense(of)
        case Range(first, _):
            return takes_tense(first)
        case Weekday(_, shift) | Shift(_, shift):
            return shift is None
        case Offset(loose=loose):
            return loose
        case DayOfMonth() | NumericDay() | Month() | Quarter() | Season() | Holiday():
            return expression.year is None and getattr(expression, "shift", None) is None
        case _:
            return False


_TOLD: dict[Tense | None, str] = {"past": ", told as past", "future": ", told as to come"}


def working(
    text: str, expression: Expression, period: Period | None, setting: Setting, near: str | None
) -> str | None:
    """How the days were found, for the reader: the words, the day they count from, the tense; None where all is stated.

    `near` is the expression in the text that lent its year or day.
    """
    words = f"“{' '.join(text.split())}”"
    if period is None:
        unknown = (
            "no day is known to count from" if setting.written is None else "cannot be known from the text"
        )
        return f"{words}: {unknown}"
    if near:
        return f"{words}, with the year or day of “{near}” before it"
    if isinstance(expression, NumericDay) and expression.year is not None:
        if expression.first > 12 or expression.second > 12:
            return None
        order = "day and month" if period.first and period.first.day == expression.first else "month and day"
        return f"{words} read as {order}"
    if setting.written is None or not is_relative(expression):
        return None
    told = (
        _TOLD.get(setting.tense, ", the nearest")
        if takes_tense(expression) and not _loose(expression)
        else ""
    )
    return f"{words} from {setting.written.isoformat()}{told}"


def _loose(expression: Expression) -> bool:
    return isinstance(expression, Offset)
