"""Days, months and years as they are written out: "June 9, 2025", "the 4th of July", "2020/Sep/23", "5/3/18"."""

from __future__ import annotations

import re

from .amounts import cardinal, ordinal, spoken_year
from .cursor import Cursor, Parse
from .expressions import Day, Month, NumericDay, Quarter
from .lexicon import MONTHS, PARTS_OF_DAY, SHORT, WEEKDAYS


class DayRules(Cursor):
    """Rules that take an index and give what stands there with the index behind it, or None."""

    def month(self, i: int) -> tuple[int, int] | None:
        low = self.low(i)
        if low not in MONTHS or self.kind(i) != "word":
            return None
        return MONTHS[low], self.skip(i + 1, ".") if low in SHORT else i + 1

    def day_number(self, i: int) -> tuple[int, int] | None:
        """The number of a day in a month: 9, 9th, ninth."""
        named = ordinal(self.lexemes, i)
        if named and named[0] <= 31:
            return named
        if self.kind(i) == "number" and len(self.low(i)) <= 2 and 1 <= self.lexemes[i].value <= 31:
            return self.lexemes[i].value, i + 1
        return None

    def month_first(self, i: int) -> Parse:
        """ "June 9, 2025", "Jan. 5", "June 2025", "April the ninth"."""
        month = self.month(i)
        if not month:
            return None
        number, j = month
        k = self.skip(self.skip(j, ",", "-", "/"), "the")
        day = self.day_number(k)
        if (
            not day
            and self.low(k) in ("twenty", "thirty")
            and (spoken := cardinal(self.lexemes, k))
            and spoken[0] <= 31
        ):
            day = int(spoken[0]), spoken[1]
        if day and not (
            self.low(j) == "-"
            and self.kind(k) == "number"
            and self.kind(k + 1) == "word"
            and self.low(k + 1) in MONTHS
        ):
            year = self.year_after(day[1]) or self.year_after(self.day_time(day[1]))
            return Day(year[0] if year else None, number, day[0]), year[1] if year else day[1]
        year = self.year_after(self.skip(j, "-", "/"))
        if year and self.low(year[1]) in ("-", "/"):
            day = self.day_number(year[1] + 1)
            if day:
                return Day(year[0], number, day[0]), day[1]
        return Month(year[0] if year else None, number), year[1] if year else j

    def day_first(self, i: int) -> Parse:
        """ "9 June 2025", "the 4th of July", "23/Sep/2020"."""
        day = self.day_number(i)
        if (
            not day
            and (spoken := cardinal(self.lexemes, i))
            and self.kind(i) == "word"
            and self.lexemes[i].value > 0
            and spoken[0] <= 31
        ):
            day = int(spoken[0]), spoken[1]
        if not day:
            return None
        j = self.skip(self.skip(day[1], "day"), "of", "-", "/")
        month = self.month(j)
        if not month:
            return None
        year = self.year_after(self.skip(month[1], "-", "/"))
        return Day(year[0] if year else None, month[0], day[0]), year[1] if year else month[1]

    def year_first(self, i: int) -> Parse:
        """ "2017 April", "2020/Sep/23", "2019 Q3"."""
        if not self.is_year(i):
            return None
        year = self.lexemes[i].value
        j = self.skip(i + 1, "-", "/")
        if re.fullmatch(r"q[1-4]", self.low(j)):
            return Quarter(year, int(self.low(j)[1])), j + 1
        month = self.month(j)
        if not month:
            return None
        day = self.day_number(self.skip(month[1], "-", "/"))
        return (Day(year, month[0], day[0]), day[1]) if day else (Month(year, month[0]), month[1])

    def is_year(self, i: int) -> bool:
        return self.kind(i) == "number" and len(self.low(i)) == 4 and 1000 <= self.lexemes[i].value < 2200

    def year_after(self, i: int) -> tuple[int, int] | None:
        """A year behind a day, month, quarter or feast: "2025", ", 2025", "of 2025", "of '87"."""
        j = self.skip(self.skip(i, ","), "of", "in")
        j = self.skip(j, "year") if j > i else j
        if self.is_year(j):
            return self.lexemes[j].value, j + 1
        short = self.skip(j, "'", "’", "‘")
        if (
            (short > j or self.low(j - 1) == "of")
            and self.kind(short) == "number"
            and len(self.low(short)) == 2
        ):
            value = self.lexemes[short].value
            return (1900 if value > 40 else 2000) + value, short + 1
        return spoken_year(self.lexemes, j)

    def numeric(self, i: int) -> Parse:
        if self.kind(i) != "date":
            return None
        low = self.low(i)
        parts = [int(part) for part in re.split(r"[-/.]", low)]
        if len(parts) == 1:
            return Day(int(low[:4]), int(low[4:6]), int(low[6:])), i + 1
        if len(parts) == 3:
            if parts[0] > 31:
                return Day(parts[0], parts[1], parts[2]), i + 1
            return NumericDay(parts[0], parts[1], parts[2], "." in low), i + 1
        if max(parts) > 31:
            return Month(max(parts), min(parts)), i + 1
        if "date" in (self.kind(i - 1), self.kind(i + 1)):
            # a row of a table: "24/13 75/56"
            return None
        clear = 12 < max(parts) <= 31 and min(parts) <= 12 and low != "24/7"
        cued = self.low(i - 1) in ("on", "from", "to", "until", "by", "before", "after", "since", "for")
        return (
            (NumericDay(parts[0], parts[1], None), i + 1)
            if clear or cued or self.low(i - 1) in WEEKDAYS
            else None
        )

    def day_time(self, i: int) -> int:
        """The index behind a part of the day and a time of day: "evening", "late afternoon"."""
        j = self.skip(i, "late", "early", "mid")
        if self.low(j) in PARTS_OF_DAY:
            i = j + 1
        while self.kind(i) == "time" or (self.low(i) == "to" and self.kind(i + 1) == "time"):
            i += 1
        return i
