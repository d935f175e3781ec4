"""From lexemes to expressions of time: a parser that takes the longest expression at each place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..wordset import word_set
from .amounts import amounts, cardinal
from .cursor import Parse
from .expressions import (
    Day,
    Expression,
    Fiscal,
    Month,
    Nth,
    Offset,
    Open,
    OpenWord,
    Quarter,
    Range,
    Shift,
    Year,
)
from .lexicon import DAYS, MONTHS, NUMBERS, ORDINALS, PARTS, SEASONS, SHIFTS, UNITS, WEEKDAYS
from .period_rules import PeriodRules

_JOINTS = frozenset(["to", "-", "–", "—", "~", "through", "thru", "until", "till", "and"])
_REPEATING = frozenset(["every", "each", "per", "all"])
_STARTS = word_set(
    "a an as couple end fiscal final from between greater half less over prior recent starting effective the up w since "
    "after before until till by no on in within"
) | frozenset(
    [*UNITS, *DAYS, *MONTHS, *NUMBERS, *ORDINALS, *PARTS, *SEASONS, *SHIFTS, *WEEKDAYS, *_REPEATING]
)
"""Words with which an expression can start."""


_OPENINGS: dict[str, OpenWord] = {
    "since": "since", "starting": "since", "starting on": "since", "starting in": "since", "starting from": "since",
    "beginning": "since", "beginning on": "since", "beginning in": "since", "effective": "since", "as early as": "since",
    "no earlier than": "since", "on or after": "since", "after": "after", "later than": "after", "greater than": "after",
    "before": "before", "earlier than": "before", "less than": "before", "prior to": "before", "until": "until",
    "till": "until", "up to": "until", "up until": "until", "as late as": "until", "by": "by", "no later than": "by",
    "on or before": "by",
}  # fmt: skip
"""Words before an expression that leave it open on one side."""


@dataclass(frozen=True)
class Found:
    """An expression and its lexemes, `first` to `last` (exclusive); `core` is where it starts without "since"."""

    expression: Expression
    first: int
    last: int
    core: int


class Grammar(PeriodRules):
    """The rules for ranges, open periods and distances, and the search for all expressions of a sentence."""

    def find(self) -> list[Found]:
        """All expressions, left to right, none overlapping another."""
        found: list[Found] = []
        i = 0
        while i < len(self.lexemes):
            lexeme = self.lexemes[i]
            starts = (
                lexeme.low in _STARTS
                if lexeme.kind == "word"
                else lexeme.kind not in ("mark", "other", "time") or lexeme.low == "'"
            )
            parse = self._at(i) if starts else None
            if parse is None:
                i += 1
                continue
            found.append(parse)
            i = parse.last
        return found

    def _at(self, i: int) -> Found | None:
        if self.low(i) in _REPEATING:
            return Found(Fiscal(None), i, self._repeated(i + 1), -1)
        if self.low(i) == "over" and self.low(i + 1) == "the" and self.low(i + 2) == "weekend":
            return Found(Shift("weekend", None), i, i + 3, i)
        core = i
        opened = self._open(i)
        if opened:
            core = opened[2]
            return Found(opened[0], i, opened[1], core)
        parse = self.expression(i)
        if not parse:
            return self._day_list(i)
        expression, end = parse
        after = self._onward(end)
        if after:
            expression, end = Open("since" if after[0] else "until", expression), after[1]
        return Found(expression, i, end, core)

    def _repeated(self, i: int) -> int:
        """The index behind what "every" repeats: "every other Friday", "each month"."""
        i = self.skip(self.skip(i, "other", "single", "of"), "the")
        if self.low(i) in UNITS or self.low(i) in WEEKDAYS or self.low(i) in SEASONS:
            return self.day_time(i + 1)
        number = cardinal(self.lexemes, i)
        if number and self.low(number[1]) in UNITS:
            return number[1] + 1
        month = self.month_first(i) or self.day_first(i)
        return month[1] if month else i

    def _day_list(self, i: int) -> Found | None:
        """The first day of "18 and 19 June"."""
        number = self.day_number(i)
        if number and self.low(number[1]) in ("and", "or", ","):
            rest = self.day_first(number[1] + 1)
            if rest and isinstance(rest[0], Day):
                return Found(replace(rest[0], day=number[0]), i, number[1], i)
        return None

    def _onward(self, i: int) -> tuple[bool, int] | None:
        """ "onwards", "or later", "and earlier" behind an expression: whether it is the start, and the index after."""
        if self.low(i) in ("onward", "onwards"):
            return True, i + 1
        if self.low(i) in ("or", "and"):
            closed = self.kind(i + 2) in ("", "mark")
            if closed and self.low(i + 1) in ("later", "after", "greater", "beyond", "onward", "onwards"):
                return True, i + 2
            if closed and self.low(i + 1) in ("earlier", "before"):
                return False, i + 2
        return None

    def _open(self, i: int) -> tuple[Expression, int, int] | None:
        """An expression that is open on one side, with the index where the thing that it names starts."""
        phrase = [self.low(i), self.low(i + 1), self.low(i + 2)]
        if phrase[0] == "from":
            return self._from(i + 1)
        length = next((n for n in (3, 2, 1) if " ".join(phrase[:n]) in _OPENINGS), 0)
        if not length:
            return None
        word = _OPENINGS[" ".join(phrase[:length])]
        j = i + length
        parse = self.expression(j, ranges=False)
        if not parse or self.low(parse[1]) == "'s":
            return None
        return Open(word, parse[0]), parse[1], j

    def _from(self, i: int) -> tuple[Expression, int, int] | None:
        """What follows "from" where "on" or "onwards" ends it."""
        parse = self.expression(i, ranges=False)
        if not parse:
            return None
        after = self._onward(parse[1])
        if after and after[0]:
            return Open("since", parse[0]), after[1], i
        if self.low(parse[1]) == "on" and self.kind(parse[1] + 1) != "word":
            return Open("since", parse[0]), parse[1] + 1, i
        return None

    def expression(self, i: int, ranges: bool = True) -> Parse:
        """A range, an offset, or one expression."""
        if ranges:
            found = self._range(i)
            if found:
                return found
        return self._offset(i) or self.atom(i)

    def _range(self, i: int) -> Parse:
        opening = self.low(i) if self.low(i) in ("from", "between", "starting") else ""
        j = self.skip(i + 1, "in", "on") if opening else i
        days = self._day_range(self.skip(j, "the"), opening == "between")
        if days:
            return days
        first = self._offset(j) or self.atom(j)
        if not first:
            return None
        joint = self.low(first[1])
        if joint not in _JOINTS or (joint == "and") != (opening == "between" and joint == "and"):
            return None
        if joint == "to" and not opening and self.low(first[1] + 1) in ("date", "be"):
            return None
        j = self.skip(first[1] + 1, "in", "on")
        if self.low(j) in ("now", "present", "date") and opening:
            return Range(first[0], Shift("day", 0)), j + 1
        last = self._offset(j) or self.atom(j)
        if not last:
            return self._short_end(first, j)
        return self._joined(first[0], last[0]), last[1]

    def _joined(self, first: Expression, last: Expression) -> Range:
        """A range whose first end takes the year that only the last end has ("Jan-Feb 2017")."""
        if (
            isinstance(first, Month | Day)
            and isinstance(last, Month | Day)
            and first.year is None
            and last.year
        ):
            over = (first.month or 0) > (last.month or 0)
            first = replace(first, year=last.year - over)
        if isinstance(first, Quarter) and isinstance(last, Quarter) and first.year is None:
            first = replace(first, year=last.year)
        return Range(first, last)

    def _short_end(self, first: tuple[Expression, int], j: int) -> Parse:
        """The end of "June 5-7", "2019-20", "April 27 to the third"."""
        start = first[0]
        j = self.skip(j, "the")
        number = self.day_number(j)
        if isinstance(start, Day) and start.month and number:
            year = self.year_after(number[1])
            month, number_value = start.month, number[0]
            if number_value < start.day:
                month = month % 12 + 1
            end = Day(year[0] if year else start.year, month, number_value)
            return self._joined(start, end), year[1] if year else number[1]
        if (
            isinstance(start, Year)
            and self.kind(j) == "number"
            and len(self.low(j)) == 2
            and self.low(j - 1) in "-–"
        ):
            value = start.year // 100 * 100 + self.lexemes[j].value
            if start.year < value < start.year + 20:
                return Range(start, Year(value)), j + 1
        return None

    def _day_range(self, i: int, between: bool) -> Parse:
        """ "9 to 12 of June", "ninth and seventeenth of April"."""
        first = self.day_number(i)
        if not first or self.low(first[1]) not in _JOINTS or (self.low(first[1]) == "and" and not between):
            return None
        second = self.day_number(self.skip(first[1] + 1, "the"))
        month = self.day_of_shifted(second[1]) if second else None
        if second and month and first[0] < second[0]:
            return Range(Nth(first[0], "day", month[0]), Nth(second[0], "day", month[0])), month[1]
        last = self.day_first(self.skip(first[1] + 1, "the"))
        if not last or not isinstance(last[0], Day) or first[0] >= last[0].day:
            return None
        return Range(replace(last[0], day=first[0], weekday=None), last[0]), last[1]

    def _offset(self, i: int) -> Parse:
        """ "two weeks ago", "in three days", "3 days after Christmas", "10 to 15 years ago", "three days later"."""
        cue = self.low(i) if self.low(i) in ("in", "within") else ""
        j = self.skip(i + 1, "the", "next", "a") if cue == "within" else i + 1 if cue else i
        parse = amounts(self.lexemes, j)
        if not parse or not parse[0]:
            return None
        found, end = tuple(parse[0]), parse[1]
        upto = parse[2]
        low = self.low(end)
        if low == "ago":
            return Offset(found, -1, upto=upto), end + 1
        if low == "from" and self.low(end + 1) in ("now", "today"):
            return Offset(found, 1, inside=self.low(i - 1) == "for"), end + 2
        if low in ("starting", "beginning"):
            anchor = self.atom(self.skip(end + 1, "on", "from"))
            return (Offset(found, 1, anchor[0], inside=True), anchor[1]) if anchor else None
        if low in ("before", "after", "from", "since"):
            anchor = self.atom(end + 1)
            if anchor and not isinstance(anchor[0], Offset):
                return Offset(found, -1 if low == "before" else 1, anchor[0]), anchor[1]
        if low in ("later", "earlier") and not cue:
            return Offset(found, 1 if low == "later" else -1, from_text=True), end + 1
        if cue:
            return Offset(found, 1, loose=True, inside=cue == "within", upto=upto), end
        return None
