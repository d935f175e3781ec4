"""How the days of an expression were found, in words."""

from __future__ import annotations

from .calendar import Period
from .expressions import Day as DayOfMonth
from .expressions import (
    Expression,
    Holiday,
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
from .tense import Tense


def is_relative(expression: Expression) -> bool:
    """Whether the days depend on the day of writing."""
    match expression:
        case Part(_, of) | Open(_, of):
            return is_relative(of)
        case Range(first, last):
            return is_relative(first) and is_relative(last)
        case Weekday() | Shift() | Stretch():
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
        case DayOfMonth() | NumericDay() | Month() | Quarter() | Season() | Holiday():
            return expression.year is None and getattr(expression, "shift", None) is None
        case _:
            return False


_TOLD: dict[Tense | None, str] = {
    "past": ", told as past",
    "future": ", told as to come",
    "present": "",
    None: "",
}


def working(
    text: str,
    expression: Expression,
    period: Period | None,
    written: str | None,
    tense: Tense | None,
    near: str | None,
) -> str | None:
    """A sentence fragment for the reader: the words, the day they count from, the tense; None where all is stated."""
    words = f"“{' '.join(text.split())}”"
    if period is None:
        return (
            f"{words}: no day is known to count from"
            if written is None
            else f"{words}: cannot be known from the text"
        )
    if near:
        return f"{words}, with the year or day of “{near}” before it"
    if (
        isinstance(expression, NumericDay)
        and expression.year is not None
        and expression.first <= 12
        and expression.second <= 12
    ):
        order = "day and month" if period.first and period.first.day == expression.first else "month and day"
        return f"{words} read as {order}"
    if not is_relative(expression) or written is None:
        return None
    return f"{words} from {written}{_TOLD[tense] if takes_tense(expression) else ''}"
