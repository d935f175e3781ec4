"""One expression of time: a weekday, a period of the calendar, a part of one, a feast."""

from __future__ import annotations

import re
from dataclasses import replace

from .amounts import amounts, amounts_end, cardinal, ordinal, spoken_year
from .calendar import Unit
from .cursor import Parse
from .day_rules import DayRules
from .expressions import (
    Century,
    Day,
    Decade,
    Fiscal,
    Holiday,
    InYear,
    IsoWeek,
    Month,
    Nth,
    NumericDay,
    Offset,
    Part,
    Quarter,
    Season,
    Shift,
    Stretch,
    Weekday,
    WeekOf,
    Within,
    Year,
)
from .lexicon import DAYS, PARTS, PARTS_OF_DAY, SEASONS, SHIFTS, SHORT, UNITS, WEEKDAYS

_PARTS_WITH_OF = frozenset(["end", "beginning", "start", "middle", "rest", "remainder"])
_DEEPEST = 4
"""How deep expressions may be nested: "the end of the first week of last May" is four."""


class PeriodRules(DayRules):
    """Rules for one expression; `atom` tries them all."""

    def atom(self, i: int) -> Parse:
        """One expression: a day, a month, a period of the calendar, a part of one."""
        if self.depth > _DEEPEST:
            return None
        self.depth += 1
        try:
            return self._atom(self.skip(i, "the"))
        finally:
            self.depth -= 1

    def _atom(self, i: int) -> Parse:
        return (
            self._part(i)
            or self._nth(i)
            or self._week_of(i)
            or self._weekday(i)
            or self._in_year(self.month_first(i) or self.day_first(i))
            or self.year_first(i)
            or self.numeric(i)
            or self._shifted(i)
            or self._named(i)
            or self._bare_year(i)
        )

    def _in_year(self, parse: Parse) -> Parse:
        """A day or month, with "next year" or "of last year" behind it."""
        if not parse:
            return None
        expression, end = parse
        j = self.skip(self.skip(end, ","), "of")
        if isinstance(expression, Day | Month) and expression.year is None and self.low(j + 1) == "year":
            shift = SHIFTS.get(self.low(j))
            if shift is not None:
                return InYear(expression, shift), j + 2
        return parse

    def _part(self, i: int) -> Parse:
        """ "early June", "mid-May", "the end of 2008", "later this week"."""
        part = PARTS.get(self.low(i))
        if not part or self.kind(i) != "word":
            return None
        j = self.skip(i + 1, "-")
        if self.low(i) in _PARTS_WITH_OF:
            if self.low(j) != "of":
                return None
            j += 1
        elif self.low(i) != "mid":
            j = self.skip(j, "in")
        if self.low(i) in _PARTS_WITH_OF and self.low(j) in (
            "year",
            "month",
            "week",
        ):
            return Part(part, Shift(UNITS[self.low(j)], 0)), j + 1
        j = self.skip(j, "the")
        if self.low(j) in ("year", "month", "week", "day") and self.low(j - 1) == "the":
            return Part(part, Shift(UNITS[self.low(j)], 0)), j + 1
        if self.low(i) == "earlier" and self.low(j) == "today":
            return Shift("day", 0), j + 1
        inner = self.atom(j)
        if not inner or (isinstance(inner[0], Year) and self.low(j - 1) == "later"):
            return None
        return Part(part, inner[0]), inner[1]

    def _nth(self, i: int) -> Parse:
        """ "first quarter of 2024", "last four months of 2021", "first Monday of next month", "15th day of next month"."""
        number = ordinal(self.lexemes, i)
        value, j = number if number else (-1, i + 1) if self.low(i) in ("last", "final") else (0, i)
        if not value:
            return None
        count = cardinal(self.lexemes, j)
        if count and count[0] == int(count[0]):
            j = count[1]
        if self.low(j) == "half" and value <= 2:
            of = self._of(j + 1)
            return (Nth(value, "half", of[0]), of[1]) if of else None
        if number and value <= 31 and self.low(j) in ("this", "next", "last") and self.low(j + 1) == "month":
            return Nth(value, "day", Shift("month", SHIFTS[self.low(j)])), j + 2
        if number and not count and value <= 31 and (month := self.day_of_shifted(j)):
            return Nth(value, "day", month[0]), month[1]
        unit: Unit | int | None = UNITS.get(self.low(j))
        if unit is None and self.low(j) in WEEKDAYS and not count:
            unit = WEEKDAYS[self.low(j)]
            j = self.day_time(j + 1) - 1
        if unit is None or unit == "hour":
            return None
        if unit == "century" and value > 0 and not count:
            return Century(value), j + 1
        of = self._of(j + 1) if number or self.low(j + 1) == "of" else None
        if of:
            return Nth(value, unit, of[0], int(count[0]) if count else 1), of[1]
        if unit == "quarter" and 0 < value <= 4 and not count:
            year = self.year_after(j + 1)
            return Quarter(year[0] if year else None, value), year[1] if year else j + 1
        return None

    def day_of_shifted(self, i: int) -> Parse:
        """The month of "the 4th of next month"."""
        of = self._shifted(self.skip(i + 1, "the")) if self.low(i) in ("of", "in") else None
        return of if of and of[0] in (Shift("month", -1), Shift("month", 0), Shift("month", 1)) else None

    def _of(self, i: int) -> Parse:
        if self.low(i) not in ("of", "in"):
            return None
        j = self.skip(i + 1, "the", "this")
        if self.low(j) in ("year", "month") and j > i + 1:
            return Shift(UNITS[self.low(j)], 0), j + 1
        return self.atom(i + 1)

    def _week_of(self, i: int) -> Parse:
        """ "the week of May 5", "week starting on", "w/c Feb 4", "week 3 of 2027", "weekend of Halloween"."""
        if self.low(i) == "w" and self.low(i + 1) == "/" and self.low(i + 2) == "c":
            inner = self.atom(i + 3)
            return (WeekOf(inner[0]), inner[1]) if inner else None
        if self.low(i) == "weekend" and self.low(i + 1) == "of":
            inner = self.atom(i + 2)
            if inner and isinstance(inner[0], Holiday):
                return replace(inner[0], weekend=True), inner[1]
            return (WeekOf(inner[0], weekend=True), inner[1]) if inner and isinstance(inner[0], Day) else None
        if self.low(i) != "week":
            return None
        if self.kind(i + 1) == "number" and 1 <= self.lexemes[i + 1].value <= 53:
            year = self.year_after(i + 2)
            return IsoWeek(year[0] if year else None, self.lexemes[i + 1].value), year[1] if year else i + 2
        if self.low(i + 1) in ("of", "starting", "beginning", "ending"):
            inner = self.atom(self.skip(i + 2, "on", "from")) or self.lone_day(self.skip(i + 2, "on"))
            if inner and not isinstance(inner[0], Year):
                return WeekOf(inner[0]), inner[1]
        return None

    def lone_day(self, i: int) -> Parse:
        i = self.skip(i, "the")
        number = ordinal(self.lexemes, i)
        return (Day(None, None, number[0]), number[1]) if number and number[0] <= 31 else None

    def _weekday(self, i: int) -> Parse:
        """ "Friday", "Friday the 26th", "Tuesday, Jan. 15", "Tuesday of next week", "next week on Tuesday"."""
        low = self.low(i)
        if low not in WEEKDAYS or self.kind(i) != "word":
            return None
        number = WEEKDAYS[low]
        j = self.skip(i + 1, ".") if low in SHORT else i + 1
        comma = self.skip(j, ",")
        for at in (comma, self.skip(comma, "the")):
            full = self.month_first(at) or self.day_first(at) or self.year_first(at) or self.numeric(at)
            if full and isinstance(full[0], Day | NumericDay):
                return (replace(full[0], weekday=number) if isinstance(full[0], Day) else full[0]), full[1]
        lone = self.lone_day(comma)
        if (
            not lone
            and self.kind(j) == "number"
            and self.day_number(j)
            and self.low(j + 1) in ("", ".", "!", "?", ",")
        ):
            lone = Day(None, None, self.lexemes[j].value), j + 1
        if lone and isinstance(lone[0], Day):
            return replace(lone[0], weekday=number), lone[1]
        if self.low(j).endswith("s") and self.low(j)[:-1] in PARTS_OF_DAY:
            return None
        j = self.day_time(j)
        k = self.skip(j, "of", "in")
        week = self._shifted(self.skip(k, "the"))
        if week and isinstance(week[0], Shift) and week[0].unit == "week":
            return Within(number, week[0]), week[1]
        if low in SHORT and self.low(i - 1) not in ("on", "last", "next", "this", "or", "and", "week"):
            return None
        return Weekday(number), j

    def _shifted(self, i: int) -> Parse:
        """ "last week", "this past Saturday", "next April", "the past decade", "recent days", "the 3 next weeks"."""
        low = self.low(i)
        if low in UNITS and (self.low(i + 1), self.low(i + 2)) in (("after", "next"), ("before", "last")):
            return Shift(UNITS[low], 2 if self.low(i + 1) == "after" else -2), i + 3
        if low == "day" and (self.low(i + 1), self.low(i + 2)) in (
            ("after", "tomorrow"),
            ("before", "yesterday"),
        ):
            return Shift("day", 2 if self.low(i + 1) == "after" else -2), i + 3
        if low in DAYS:
            return Shift("day", DAYS[low]), self.day_time(i + 1)
        if (
            low in ("recent", "coming", "upcoming")
            and UNITS.get(self.low(i + 1), "hour") != "hour"
            and self.low(i + 1).endswith("s")
        ):
            return Stretch((), -1 if low == "recent" else 1, UNITS[self.low(i + 1)]), i + 2
        before = cardinal(self.lexemes, i) if self.kind(i) == "number" else None
        j = before[1] if before else i
        low = self.low(j)
        if low == "last" and self.low(j + 1) in ("night", "evening", "morning", "afternoon"):
            return Shift("day", -1), j + 2
        if low in ("this", "next") and self.low(j + 1) in PARTS_OF_DAY:
            return Shift("day", 0 if low == "this" else 1), j + 2
        shift = SHIFTS.get(low)
        if shift is None or self.kind(j) != "word":
            return None
        near = low in ("past", "coming") or (low == "this" and self.low(j + 1) in ("past", "coming"))
        if low == "this" and near:
            j += 1
            shift = SHIFTS[self.low(j)]
        j += 1
        low_next = self.low(j)
        if low_next in WEEKDAYS:
            full = self._weekday(j)
            if full and not isinstance(full[0], Weekday):
                return full
            return Weekday(WEEKDAYS[low_next], shift, near), self.day_time(j + 1)
        if low_next in SEASONS:
            return Season(None, SEASONS[low_next], shift), j + 1
        dated = self.month_first(j) or self.day_first(j)
        if dated and isinstance(dated[0], Month | Day):
            return replace(dated[0], shift=shift if dated[0].year is None else None), dated[1]
        if self.kind(j) == "holiday":
            return Holiday(self.low(j), None, shift=shift), j + 1
        return self._shifted_unit(j, shift, near, before[0] if before else None)

    def _shifted_unit(self, j: int, shift: int, near: bool, count: float | None) -> Parse:
        if self.low(j) in ("calendar",):
            j += 1
        unit = UNITS.get(self.low(j))
        if unit and unit != "hour" and count is None and (not near or unit in ("quarter", "weekend")):
            if self.low(j) == "fortnight" or (unit == "day" and self.low(j) == "days"):
                return None
            if unit == "day":
                return Shift("day", shift) if shift == 0 else Offset(
                    ((1, "day"),), shift, from_text=True
                ), j + 1
            on = self.skip(self.skip(j + 1, ","), "on")
            if unit == "week" and self.low(on) in WEEKDAYS:
                return Within(WEEKDAYS[self.low(on)], Shift("week", shift)), self.day_time(on + 1)
            return Shift(unit, shift), j + 1
        if not shift:
            return None
        if self.low(j) in ("few", "several", "many") and UNITS.get(self.low(j + 1), "hour") != "hour":
            return Stretch((), shift, UNITS[self.low(j + 1)]), j + 2
        if count is not None:
            return (Stretch(((count, unit),), shift, unit), j + 1) if unit else None
        if near and unit:
            return Stretch(((1.0, unit),), shift, unit), j + 1
        parse = amounts(self.lexemes, j, business=True)
        if not parse:
            return None
        length = parse[0]
        if len(length) > 1 and self.low(parse[1]) in ("ago", "later", "earlier", "before", "after"):
            # "the last 3 months, and 2 days ago"
            return Stretch((length[0],), shift, length[0][1]), amounts_end(self.lexemes, j)
        return Stretch(tuple(length), shift, length[-1][1]), parse[1]

    def _named(self, i: int) -> Parse:
        """Decades, seasons, quarters, feasts, fiscal years, the weekend."""
        low, kind = self.low(i), self.kind(i)
        if kind == "decade":
            digits = re.sub(r"\D", "", low)
            return Decade(int(digits)), i + 1
        if kind == "holiday":
            weekend = self.low(i + 1) == "weekend"
            year = self.year_after(i + 2 if weekend else i + 1)
            end = year[1] if year else i + 1 + weekend
            if not weekend and self.low(end) == "weekend":
                weekend, end = True, end + 1
            shift = self._shifted(self.skip(end, "of"))
            if shift and isinstance(shift[0], Shift) and shift[0].unit == "year":
                return Holiday(low, None, weekend, shift[0].shift), shift[1]
            return Holiday(low, year[0] if year else None, weekend), end
        if kind == "code" and low in ("h1", "h2"):
            year = self.year_after(i + 1)
            return (Nth(int(low[1]), "half", Year(year[0])), year[1]) if year else None
        if kind == "code" and low[0].isdigit():
            short = low[2:]
            year = (
                (int(short) if len(short) == 4 else 2000 + int(short), i + 1)
                if short
                else self.year_after(i + 1)
            )
            return Quarter(year[0] if year else None, int(low[0])), year[1] if year else i + 1
        if kind == "code":
            number = int(re.sub(r"\D", "", low))
            full = number if number > 99 else 2000 + number
            if low.startswith("q"):
                if self.low(i + 1) == ":":
                    # the mark of a question
                    return None
                year = self.year_after(self.skip(i + 1, "-", "/"))
                return (
                    (Quarter(year[0] if year else None, number), year[1] if year else i + 1)
                    if 1 <= number <= 4
                    else None
                )
            return (Fiscal(full) if low.startswith("fy") else Year(full)), i + 1
        if low in SEASONS and kind == "word":
            year = self.year_after(i + 1)
            if year:
                joint = (
                    year[1]
                    if self.low(year[1]) in ("-", "–", "/") and self.kind(year[1] + 1) == "number"
                    else 0
                )
                return Season(year[0], SEASONS[low]), joint + 2 if joint else year[1]
            if self.low(i - 1) == "the" and self.low(i - 2) in ("in", "during", "over", "of", "until", "by"):
                return Season(None, SEASONS[low]), i + 1
            return None
        if low == "fiscal":
            j = self.skip(i + 1, "year")
            return (Fiscal(self.lexemes[j].value), j + 1) if self.is_year(j) else None
        if low == "weekend" and self.low(i - 1) in ("the", "over", "this", "at"):
            return Shift("weekend", None), i + 1
        return None

    def _bare_year(self, i: int) -> Parse:
        j = self.skip(i, "year")
        j = self.skip(j, "of") if j > i else j
        if self.is_year(j):
            return Year(self.lexemes[j].value), j + 1
        if (
            self.low(i) == "'"
            and self.kind(i + 1) == "number"
            and len(self.low(i + 1)) == 2
            and self.low(i - 1) in ("in", "since")
        ):
            value = self.lexemes[i + 1].value
            return Year((1900 if value > 40 else 2000) + value), i + 2
        spoken = spoken_year(self.lexemes, j)
        return (Year(spoken[0]), spoken[1]) if spoken else None
