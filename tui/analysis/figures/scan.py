"""From a text to its quantities: numbers with units, ranges and qualifiers, by the letters alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .money import amount_in, currency_before
from .number_words import SCALES
from .numerals import find_numerals
from .qualifiers import qualifier_after, qualifier_before
from .quantity import Numeral, Quantity, Unit
from .ranges import joined
from .unit_table import NAMES
from .units import rate_of, unit_after

_LETTER = re.compile(r"[ ]?(mm|MM|[mMtTB])\b(?!['’/²³^])")
_LETTER_FACTORS = {"m": 1e6, "M": 1e6, "mm": 1e6, "MM": 1e6, "t": 1e12, "T": 1e12, "B": 1e9}
_COUNTED = re.compile(r"\s+(?:of\b|(?:[a-z-]+\s)?[a-z]+s\b|people\b)")
_NEXT_WORD = re.compile(r"\s+([A-Za-z]+)")
_SCALE_WORD = re.compile(r"[ -](hundred|thousand|million|billion|trillion|lakh|crore)s?\b", re.I)
_LETTER_HYPHEN = re.compile(r"(?<!\bsub)(?<!\bminus)(?<!\bto)(?<!\bnear)(?<=[^\W\d_])-$", re.I)
_MINUS = re.compile(r"(?:(?<=[\s(])|^)([-−])$")
_NOUN_TIED = re.compile(r"[-‑][A-Za-z]|[-‑],? (?:and|or|to|,)")
_OF_UNIT = re.compile(r" of(?: an?| the)?(?= )| an?(?= )")
_PARENTHESIS = re.compile(r"\s?[(\[]\s?")
_AFTER_NOUN = re.compile(r"(?: [a-z-]+){1,2}? or (more|so|less|fewer)\b")
_AFTER_NOUN_NAMES = {"more": "at least", "so": "about", "less": "at most", "fewer": "at most"}


def quantities(text: str) -> list[Quantity]:
    """Every quantity of `text` in reading order, without overlap. What is a date, a name or a label is still among them."""
    found: list[Quantity] = []
    for numeral in find_numerals(text):
        quantity = _with_unit(text, numeral, found[-1].end if found else 0)
        if quantity and not (found and quantity.start < found[-1].end):
            found.append(quantity)
    return list(_qualified(text, joined(text, found)))


def _with_unit(text: str, numeral: Numeral, floor: int) -> Quantity | None:
    before = currency_before(text, numeral, floor)
    if before is None and _is_in_word(text, numeral):
        return None
    factor, end = before.factor if before else 1.0, numeral.end
    if not numeral.scaled and numeral.form == "digits" and (letter := _LETTER.match(text, end)):
        if before:
            factor, end = factor * _LETTER_FACTORS[letter[1]], letter.end()
        elif _is_magnitude(text, letter):
            factor, end = _LETTER_FACTORS[letter[1]], letter.end()
    scaled = numeral.scaled or end > numeral.end
    number = replace(numeral, end=end, scaled=scaled, plain=numeral.plain and not scaled)
    if before:
        unit: Unit | None = rate_of(text, amount_in(text, before, end))
    else:
        unit = unit_after(text, number) or _unit_of_part(text, number)
        if _opens_word(text, number, unit):
            return None
    if unit and not before:
        factor *= unit.factor
        if unit.kind == "money" and (scale := _SCALE_WORD.match(text, unit.end)):
            factor *= SCALES[scale[1].lower()]
            unit = rate_of(text, replace(unit, end=scale.end()))
    start = before.start if before else numeral.start
    if before and (minus := _MINUS.search(text[max(0, start - 2) : start])):
        start, factor = start - len(minus[1]), -factor
    value = None if numeral.value is None else numeral.value * factor
    if (
        unit
        and unit.name == "foot"
        and (inches := re.search(r"\d+", text[unit.start : unit.end]))
        and value is not None
    ):
        value += int(inches.group()) / 12
    return Quantity(
        start=start,
        end=max(end, unit.end) if unit else end,
        number=replace(number, value=value),
        value=value,
        high=None if numeral.high is None else numeral.high * factor,
        unit=unit.name if unit else None,
        kind=unit.kind if unit else None,
        hyphen=unit.hyphen if unit else _NOUN_TIED.match(text, end) is not None,
    )


def _is_in_word(text: str, numeral: Numeral) -> bool:
    """Digits behind letters: "H20", "S-400", "Covid-19"."""
    if numeral.form != "digits":
        return False
    if _LETTER_HYPHEN.search(text[max(0, numeral.start - 7) : numeral.start]):
        return numeral.plain
    before = text[numeral.start - 1 : numeral.start]
    return before.isalpha() or before == "_"


def _opens_word(text: str, number: Numeral, unit: Unit | None) -> bool:
    """Digits before letters that are no unit ("1st", "3D", "24703m212"), and decades ("1980s", "the 80s")."""
    if not number.plain or not (
        text[number.end : number.end + 1].isalpha() or text[number.end : number.end + 1] == "_"
    ):
        return False
    if unit is None:
        return True
    decade = (number.value or 0) % 10 == 0 or 1100 <= (number.value or 0) <= 2199
    return unit.name == "second" and decade and text[unit.start : unit.end] == "s"


def _is_magnitude(text: str, letter: re.Match[str]) -> bool:
    """Whether a letter behind a number without a currency is a magnitude ("35m devices") and not a unit ("37m long")."""
    sign, tied = letter[1], letter.group()[0] != " "
    if sign in ("mm", "MM", "t", "T"):
        return False
    if _COUNTED.match(text, letter.end()) or (sign == "M" and tied):
        return True
    following = _NEXT_WORD.match(text, letter.end())
    return (
        sign == "m"
        and following is not None
        and following[1].lower() in NAMES
        and following[1].lower() != "in"
    )


def _unit_of_part(text: str, numeral: Numeral) -> Unit | None:
    """The unit behind "of" or an article: "hundreds of miles", "millions of dollars", "half an hour"."""
    if numeral.form not in ("vague", "fraction"):
        return None
    match = _OF_UNIT.match(text, numeral.end)
    if match is None:
        return None
    unit = unit_after(text, replace(numeral, end=match.end(), scaled=True, plain=False))
    whole = "of" in match.group()
    if unit is None or (
        whole and (unit.kind == "percent" or (unit.kind == "duration" and "the" in match.group()))
    ):
        return None
    return unit


def _qualified(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Add the qualifiers before and behind; a conversion in brackets has that of the number before it."""
    floor, last = 0, None
    for quantity in found:
        start, end, name = quantity.start, quantity.end, None
        if before := qualifier_before(text, start, floor):
            name, start = before
        elif last and quantity.unit and _PARENTHESIS.fullmatch(text[floor : quantity.start]):
            name = last
        if behind := qualifier_after(text, end) or qualifier_after(text, quantity.number.end):
            name, end = name or behind[0], max(end, behind[1])
        elif not quantity.unit and (noun := _AFTER_NOUN.match(text, end)):
            name = name or _AFTER_NOUN_NAMES[noun[1]]
        if quantity.number.form == "vague" and quantity.value == 0:
            name = "nearly"  # "virtually none"
        floor, last = end, name
        yield replace(quantity, start=start, end=end, qualifier=name)
