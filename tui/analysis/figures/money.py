"""Currencies before and behind a number."""

from __future__ import annotations

import re

from ..wordset import word_set
from .currencies import AFTER_CODE, AFTER_PLACE, AFTER_SIGN, BEFORE, CODES, PLACES, SYMBOLS
from .currency_table import COMMON_WORDS
from .quantity import Numeral, Unit

_MAGNITUDE = {"M": 1e6, "m": 1e6, "mn": 1e6, "K": 1e3, "k": 1e3, "B": 1e9, "bn": 1e9, "": 1.0}
_SHY = word_set("PS R K BD JD KD QR SR RO TL LE DM FF Sh kn Ft kr Bs Dh")
_PENNY = re.compile(r"(?P<sign>[ ]?¢|[pc]\b(?![.-]\w))")
_VIDEO = frozenset({240, 360, 480, 576, 720, 1080, 1440, 2160, 4320})
_CODE_AGAIN = re.compile(r" ?(?P<code>[A-Z]{3})=?(?!\w)")
_WINDOW = 9


def currency_before(text: str, numeral: Numeral, floor: int = 0) -> Unit | None:
    """The currency that stands right before a number ("$", "US $", "EUR", "MAUD"), looked for from `floor` on."""
    begin = max(floor, numeral.start - _WINDOW)
    match = BEFORE.search(text[begin : numeral.start])
    if match is None:
        return None
    start = begin + match.start()
    if code := match["code"]:
        if code not in CODES or (code.lower() in COMMON_WORDS and numeral.plain):
            return None  # "COP27"
        return Unit(start, numeral.start, CODES[code], "money", _MAGNITUDE[match["scale"] or ""])
    symbol = match["word"] or match["sign"]
    if symbol in _SHY:
        sure = numeral.scaled or "." in text[numeral.start : numeral.end] or (numeral.value or 0) >= 10
        if match["gap"] or not sure or (symbol == "PS" and numeral.plain):
            return None
    return Unit(start, numeral.start, SYMBOLS[symbol], "money")


def currency_after(text: str, numeral: Numeral) -> Unit | None:
    """The symbol or code of a currency right behind a number ("10 €", "48.5 MGBP", "164p"); nouns are units like others."""
    end = numeral.end
    if match := AFTER_SIGN.match(text, end):
        return Unit(match.start("sign"), match.end(), SYMBOLS[match["sign"]], "money")
    if match := AFTER_CODE.match(text, end):
        code, small = match["code"], match["small"]
        if small == "rmb":
            code = "CNY"
        elif small and small not in COMMON_WORDS:
            code = small.upper()
        if code in CODES:
            return Unit(match.start(), match.end(), CODES[code], "money", _MAGNITUDE[match["scale"] or ""])
    if match := _PENNY.match(text, end):
        cents = match["sign"] != "p"
        if match["sign"].strip() == "¢" or not numeral.plain or not (cents or numeral.value in _VIDEO):
            return Unit(match.start(), match.end(), "cent" if cents else "penny", "money")
    return None


def amount_in(text: str, before: Unit, end: int) -> Unit:
    """The currency before an amount that ends at `end`, made more exact by what follows ("$76 US", "¥590 JPY")."""
    name = before.name
    if name == "dollar" and (place := AFTER_PLACE.match(text, end)):
        return Unit(before.start, place.end(), PLACES[place["place"]], "money")
    if (again := _CODE_AGAIN.match(text, end)) and again["code"] in CODES:
        return Unit(before.start, again.end(), CODES[again["code"]], "money")
    if (again := re.compile(rf" {re.escape(name)}s?(?!\w)", re.I).match(text, end)) is not None:
        return Unit(before.start, again.end(), name, "money")
    return Unit(before.start, end, name, "money")
