"""What an expression of time says, before it is known on which day it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .calendar import PartName, Unit

OpenWord = Literal["since", "after", "until", "by", "before"]


@dataclass(frozen=True)
class Day:
    """A day of a month; what the text leaves out is None. `weekday` is 0 for Monday; `shift` is 1 in "next 6th of April"."""

    year: int | None
    month: int | None
    day: int
    weekday: int | None = None
    shift: int | None = None


@dataclass(frozen=True)
class NumericDay:
    """Three numbers of which the first two are month and day in one order or the other; `year` may be short or missing."""

    first: int
    second: int
    year: int | None
    dotted: bool = False


@dataclass(frozen=True)
class Month:
    year: int | None
    month: int
    shift: int | None = None


@dataclass(frozen=True)
class Year:
    year: int


@dataclass(frozen=True)
class Quarter:
    year: int | None
    number: int


@dataclass(frozen=True)
class Season:
    """`month` is the first of its three; `shift` as in "last summer"."""

    year: int | None
    month: int
    shift: int | None = None


@dataclass(frozen=True)
class Decade:
    """`year` is its first, without the century (80) where the text leaves it out."""

    year: int


@dataclass(frozen=True)
class Century:
    number: int


@dataclass(frozen=True)
class Fiscal:
    """A fiscal year: its days depend on whose it is."""

    year: int | None


@dataclass(frozen=True)
class Weekday:
    """`shift`: None for "Friday", 0 for "this Friday", 1 for "next", -1 for "last"; `near`: "this past", "this coming"."""

    weekday: int
    shift: int | None = None
    near: bool = False


@dataclass(frozen=True)
class Shift:
    """A unit of the calendar counted from the present one: "today", "last week", "this month"; None: "the weekend"."""

    unit: Unit
    shift: int | None


@dataclass(frozen=True)
class Offset:
    """So long before (-1) or after (1) a day: the day of writing, or `anchor`.

    `loose`: "in three days", which may be a duration. `upto` holds the larger count of "10 to 15 years ago". `inside`:
    "within three days". `from_text`: "three days later", which counts from a day that the text gives.
    """

    amounts: tuple[tuple[float, Unit], ...]
    sign: int
    anchor: Expression | None = None
    loose: bool = False
    upto: float | None = None
    inside: bool = False
    from_text: bool = False


@dataclass(frozen=True)
class Stretch:
    """So long up to the present (-1) or from it (1): "the past decade", "next three days"; no amounts: "recent days"."""

    amounts: tuple[tuple[float, Unit], ...]
    sign: int
    unit: Unit


@dataclass(frozen=True)
class Part:
    part: PartName
    of: Expression


@dataclass(frozen=True)
class Nth:
    """The `number`th unit or weekday (0 to 6) of something (-1: the last); `count` of them."""

    number: int
    unit: Unit | int
    of: Expression
    count: int = 1


@dataclass(frozen=True)
class Within:
    """A weekday of a week: "Tuesday of next week"."""

    weekday: int
    of: Expression


@dataclass(frozen=True)
class InYear:
    """A day or month with its year told from the present one: "January 20 next year"."""

    of: Day | Month
    shift: int


@dataclass(frozen=True)
class Holiday:
    name: str
    year: int | None = None
    weekend: bool = False
    shift: int | None = None


@dataclass(frozen=True)
class WeekOf:
    """The week that holds a day, or the weekend of that week."""

    of: Expression
    weekend: bool = False


@dataclass(frozen=True)
class IsoWeek:
    year: int | None
    number: int


@dataclass(frozen=True)
class Range:
    first: Expression
    last: Expression


@dataclass(frozen=True)
class Open:
    """A period open on one side: "since" and "from" (with the thing), "after" (without it), "until", "by", "before"."""

    word: OpenWord
    of: Expression


Expression = (
    Day | NumericDay | Month | Year | Quarter | Season | Decade | Century | Fiscal | Weekday | Shift | Offset | Stretch
    | Part | Nth | Within | InYear | Holiday | WeekOf | IsoWeek | Range | Open
)  # fmt: skip
