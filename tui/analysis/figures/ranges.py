"""Quantities that belong together: ranges, feet with inches, dollars with cents, shared units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..wordset import word_set
from .quantity import Quantity

_JOIN = re.compile(
    r"\s?[-–—‑~]\s?|-?\s+(?:up )?to(?: about| around| as many as| as much as| nearly)?[\s-]+|-to-|\s+through\s+|\s*/\s*"
    r"|\s+(?:and|&)\s+|,\s+|,?\s+or\s+",
    re.I,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|an? )?$", re.I)
_SHARED = re.compile(
    r"-?,?\s+(?:and|or|to|versus|vs\.?|then|plus)\s+|-?,\s+(?:(?:and|or)\s+)?|\s*[/&]\s*", re.I
)
_FROM = re.compile(r"\b(?:from|of|between)\s+(?:\w+\s+)?$", re.I)
_TAIL_NOUN = re.compile(r"\s+[a-z]{3,}")
_DASH_BEFORE = re.compile(r"[-–]\s?$")
_DIGIT_COMMA = re.compile(r"\d,\s*$")
_TIME_UNITS = word_set("year month week day hour minute second decade")
_CENTS_TAIL = re.compile(r"[-\w%]|\s+(?!(?:and|or|in|for|more|to|on|is)\b)[a-z]|\.\d|,\d")
_END = re.compile(r"\s*(?:[.,;:)]|$)|\s+(?:and|or)\b")


def joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """`found` with its compounds and ranges made one, and units shared along "5- or 6-inch"."""
    return _share_units(text, list(_ranges(text, list(_compounds(text, found)))))


def _compounds(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Join "5 feet and 2 inches", "17 USD 25", "one dollar and two"."""
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        value = _compound(text, first, second) if second and second.start - first.end <= 6 else None
        if second and value is not None:
            yield replace(first, end=second.end, value=value)
            index += 2
        else:
            yield first
            index += 1


def _compound(text: str, first: Quantity, second: Quantity) -> float | None:
    if first.value is None or second.value is None or first.high or second.high:
        return None
    between = text[first.end : second.start]
    if not re.fullmatch(r",?\s+(?:and )?", between):
        return None
    if first.unit == "foot" and second.unit == "inch" and second.value < 12:
        return first.value + second.value / 12
    whole = first.value == int(first.value) and 0 < second.value < 100 and not first.number.scaled
    if first.kind != "money" or not whole or "," in between:
        return None
    if second.unit == "cent":
        return first.value + second.value / 100
    if second.unit is not None or not (second.number.plain or second.number.form == "words"):
        return None
    if _CENTS_TAIL.match(text, second.end) or ("and" in between and not _END.match(text, second.end)):
        return None
    return first.value + second.value / 100


def _ranges(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        third = found[index + 2] if index + 2 < len(found) else None
        both = _range(text, first, second, third) if second else None
        yield both or first
        index += 2 if both else 1


def _range(text: str, first: Quantity, second: Quantity, third: Quantity | None) -> Quantity | None:
    between = text[first.end : second.start]
    if len(between) > 16 or first.value is None or second.value is None or first.high or second.high:
        return None
    if not _JOIN.fullmatch(between) or not _units_agree(first, second):
        return None
    word, start = between.strip(" -").lower(), first.start
    if _is_lead(text, first, second):
        return None
    if word in ("and", "&"):
        head = _BETWEEN.search(text[max(0, first.start - 22) : first.start])
        if not head:
            return None
        start = first.start - len(head.group())
    elif word == ",":
        if not _is_guess(text, first, second, third):
            return None
    elif word in ("or", ", or"):
        spelled = first.number.form == second.number.form == "words"
        if first.unit or not spelled or second.value - first.value != 1:
            return None
    elif word == "/":
        if not first.kind == second.kind == "money":
            return None
    elif "to" not in word and word != "through":
        tight = first.unit or second.unit or first.number.form == "words"
        if second.number.signed or not (tight or _is_loose_range(text, first, second)):
            return None
    low, high = _alike(first, second, first.value, second.value)
    longer = max((second, first), key=lambda quantity: len(quantity.unit or ""))
    unit, kind = longer.unit, longer.kind
    end, hyphen = second.end, second.hyphen
    return replace(
        first,
        start=start,
        end=end,
        last=second.number,
        value=low,
        high=high,
        unit=unit,
        kind=kind,
        hyphen=hyphen,
    )


def _is_lead(text: str, first: Quantity, second: Quantity) -> bool:
    """The shares of two sides, the larger first ("leads 48 percent to 45 percent"), are no range."""
    if first.kind != "percent" or first.value is None or second.value is None or first.value <= second.value:
        return False
    return not _FROM.search(text[max(0, first.start - 24) : first.start])


def _units_agree(first: Quantity, second: Quantity) -> bool:
    if first.unit is None:
        return second.unit is not None or "fraction" not in (first.number.form, second.number.form)
    if second.unit is None:
        return first.kind == "money"
    return (
        first.unit == second.unit
        or second.unit.startswith(first.unit + " per ")
        or first.unit.startswith(second.unit + " per ")
    )


def _is_guess(text: str, first: Quantity, second: Quantity, third: Quantity | None) -> bool:
    """Whether two numbers with a comma are one guess ("15, 20 years") rather than two of a list."""
    if first.value is None or second.value is None or first.unit or second.unit not in _TIME_UNITS:
        return False
    small = first.number.form == second.number.form and first.value < second.value <= 100
    if not small or second.value - first.value not in (1, 2, 3, 5, 10):
        return False
    if third and third.start - second.end < 8 and "," in text[second.end : third.start]:
        return False
    return not _DIGIT_COMMA.search(text[max(0, first.start - 3) : first.start])


def _is_loose_range(text: str, first: Quantity, second: Quantity) -> bool:
    """Two bare numbers with a dash: a range, not a score, a season or a telephone number."""
    if first.value is None or second.value is None or first.value >= second.value:
        return False
    tail = _TAIL_NOUN.match(text, second.end)
    return tail is not None and not _DASH_BEFORE.search(text[max(0, first.start - 2) : first.start])


def _alike(first: Quantity, second: Quantity, low: float, high: float) -> tuple[float, float]:
    """ "$20 to $30 million": the first number shares the scale of the second, where it is the smaller one as written."""
    if second.number.scaled and not first.number.scaled:
        size = next((size for size in (1e12, 1e9, 1e6, 1e3) if abs(high) >= size), 1.0)
        if abs(low) < abs(high) / size:
            return low * size, high
    return low, high


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give "5" the unit of "6 inches" in "5 and 6 inches", from right to left."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        if first.unit is not None or second.unit is None or second.kind == "money" or first.value is None:
            continue
        between = text[first.end : second.start]
        if (
            len(between) <= 9
            and first.number.form == second.number.form != "vague"
            and _SHARED.fullmatch(between)
        ):
            shared[index] = replace(first, unit=second.unit, kind=second.kind, hyphen=second.hyphen)
    return shared
