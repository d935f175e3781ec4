"""Numbers and lengths of time in words."""

from __future__ import annotations

from collections.abc import Sequence

from .calendar import Unit
from .lexicon import NUMBERS, ORDINALS, TENS, UNITS, Lexeme

_JOINTS = frozenset(["to", "or", "-", "–", ","])


def _low(lexemes: Sequence[Lexeme], i: int) -> str:
    return lexemes[i].low if i < len(lexemes) else ""


def cardinal(lexemes: Sequence[Lexeme], i: int) -> tuple[float, int] | None:
    """A number (3, twenty-one, a couple of, half a) at `i`, and the index after it."""
    if i >= len(lexemes):
        return None
    lexeme, low = lexemes[i], lexemes[i].low
    if lexeme.kind == "number" and lexeme.value < 1000:
        return float(lexeme.value), i + 1
    if low in TENS:
        j = i + 2 if _low(lexemes, i + 1) == "-" else i + 1
        rest = NUMBERS.get(_low(lexemes, j), 0)
        return (float(TENS[low] + rest), j + 1) if 0 < rest < 10 else (float(TENS[low]), i + 1)
    if low in NUMBERS:
        return float(NUMBERS[low]), i + 1
    if low in ("a", "an"):
        if _low(lexemes, i + 1) == "couple":
            return 2.0, i + 3 if _low(lexemes, i + 2) == "of" else i + 2
        return 1.0, i + 1
    if low == "couple":
        return 2.0, i + 2 if _low(lexemes, i + 1) == "of" else i + 1
    if low == "half" and _low(lexemes, i + 1) in ("a", "an"):
        return 0.5, i + 2
    return None


def ordinal(lexemes: Sequence[Lexeme], i: int) -> tuple[int, int] | None:
    """An ordinal (9th, ninth, twenty-first) at `i`, and the index after it."""
    if i >= len(lexemes):
        return None
    lexeme, low = lexemes[i], lexemes[i].low
    if lexeme.kind == "ordinal":
        return lexeme.value, i + 1
    if low in ORDINALS:
        return ORDINALS[low], i + 1
    if low in TENS:
        j = i + 2 if _low(lexemes, i + 1) == "-" else i + 1
        rest = ORDINALS.get(_low(lexemes, j), 0)
        return (TENS[low] + rest, j + 1) if 0 < rest < 10 else None
    return None


def amounts(
    lexemes: Sequence[Lexeme], i: int, business: bool = False
) -> tuple[list[tuple[float, Unit]], int, float | None] | None:
    """A length of time at `i` ("2 weeks and 2 days", "a year and a half"), the index after it, and the larger count of
    "10 to 15 years"."""
    found: list[tuple[float, Unit]] = []
    upto = None
    end = i
    while True:
        number = cardinal(lexemes, i)
        if not number:
            break
        count, j = number
        if (
            not found
            and _low(lexemes, j) in _JOINTS
            and (second := cardinal(lexemes, j + 1))
            and second[0] > count
        ):
            upto, j = second
        if _low(lexemes, j) == "and" and _low(lexemes, j + 1) == "a" and _low(lexemes, j + 2) == "half":
            count, j = count + 0.5, j + 3
        if business and _low(lexemes, j) in ("business", "working") and _low(lexemes, j + 1) == "days":
            return [(count, "business day")], j + 2, None
        unit = UNITS.get(_low(lexemes, j))
        if not unit or unit == "weekend" or _low(lexemes, j) == "second":
            break
        found.append((count * 2 if _low(lexemes, j).startswith("fortnight") else count, unit))
        end = i = j + 1
        if _low(lexemes, i) == "and" and _low(lexemes, i + 1) == "a" and _low(lexemes, i + 2) == "half":
            found[-1] = (found[-1][0] + 0.5, unit)
            return found, i + 3, upto
        if _low(lexemes, i) in ("and", ","):
            i += 1
    return (found, end, upto) if found else None


def spoken_year(lexemes: Sequence[Lexeme], i: int) -> tuple[int, int] | None:
    """A year in words at `i` ("nineteen eighty-six", "two thousand and fifteen"), and the index after it."""
    if _low(lexemes, i) == "two" and _low(lexemes, i + 1) == "thousand":
        j = i + 3 if _low(lexemes, i + 2) == "and" else i + 2
        rest = cardinal(lexemes, j)
        if rest and rest[0] < 100 and lexemes[j].kind == "word" and lexemes[j].low in NUMBERS:
            return 2000 + int(rest[0]), rest[1]
        return 2000, i + 2
    if _low(lexemes, i) not in ("nineteen", "eighteen", "twenty"):
        return None
    hundreds = NUMBERS[_low(lexemes, i)] * 100
    j = i + 1
    if _low(lexemes, j) == "hundred":
        j = j + 2 if _low(lexemes, j + 1) == "and" else j + 1
    rest = cardinal(lexemes, j)
    if rest and 10 <= rest[0] < 100 and lexemes[j].kind == "word" and lexemes[j].low in NUMBERS:
        return hundreds + int(rest[0]), rest[1]
    return None


def amounts_end(lexemes: Sequence[Lexeme], i: int) -> int:
    """The index behind the first number and unit at `i`."""
    number = cardinal(lexemes, i)
    return number[1] + 1 if number else i
