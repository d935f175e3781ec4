"""Which unit stands behind a number, and what it is per."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import FigureKind
from ..wordset import word_set
from .currencies import named_currency
from .currency_table import SHY_NOUNS
from .money import currency_after
from .quantity import Numeral, Unit
from .unit_letters import LETTERS_BY_CONTEXT
from .unit_names import SCALED
from .unit_table import ATTACHED, NAMES, PREFIXES, RATE_WORDS, SYMBOLS

_WORD = r"[^\W\d_][\w.'ʻ’]{0,40}|[$£](?!\s?\d)"
_NEXT = re.compile(
    r"(?P<gap>[ \u00a0]?[\[(<]?|[ \u00a0]?[-‑–])(?P<w1>[^\W\d_][\w.°'ʻ’·²³]{0,40}(?:\^-?\d)?)"
    rf"(?:[ -](?P<w2>{_WORD})(?:[ -](?P<w3>{_WORD})(?:[ -](?P<w4>{_WORD}))?)?)?"
)
_SIGN = re.compile(r"[ \u00a0-]?(?P<sign>%[- ]points?|%|％|٪|‰|°\s?[CFKRcf]\b|º\s?[CF]\b|℃|℉|°|º|″|′|Ω|Ω)")
_FEET_INCHES = re.compile(r"['’′]\s?(?P<inches>\d{1,2})(?:\"|”|″|'')?(?!\w)")
_FOOT_MARK, _OPEN_QUOTE = re.compile(r"'(?=[\s.,;)])"), re.compile(r"(?<!\w)['‘]")
_INCH_MARK = re.compile(
    r" ?[\"”](?=\s?(?:long|wide|tall|high|deep|thick|in diameter|x\b|by\b|screen|display|tv\b|pipe))", re.I
)
_DIMENSION = re.compile(
    r"\s*(?:long|wide|tall|high|deep|thick|across|in diameter|of (?:rain|snow)|x\b|by\b|$|[.,;)])", re.I
)
_TRADE = re.compile(r"[A-Za-z]+(?:/d)?")
_SQUARE = {
    "square": "square",
    "sq": "square",
    "sq.": "square",
    "cubic": "cubic",
    "cu": "cubic",
    "cu.": "cubic",
}
_EXPONENT = {"2": "square", "²": "square", "^2": "square", "3": "cubic", "³": "cubic", "^3": "cubic"}
_POWER = re.compile(r" (?P<word>squared|cubed)\b|(?P<sign>\^[23]|[²³]|[23])(?!\d)")
_COMPOSED = re.compile(r"[A-Za-zµμΩ%°]+(?:\^?[23]|[²³]|\^?-1|⁻¹)?(?:/[A-Za-zµμ]+(?:\^?[23]|[²³])?)*(?!\w)")
_INVERSE = re.compile(r"([A-Za-zµ]+)(?:\^?-1|⁻¹)")
_FACTOR = re.compile(r"([A-Za-zµμΩ%°]+?)(\^?[23]|[²³])?")
_SLASH = re.compile(r" ?/ ?([A-Za-zµμ]+)(\^?[23]|[²³])?(?![A-Za-z\d])")
_PER = re.compile(
    r" (?:per|each|every|for each|for every) (?P<noun>(?:square |cubic )?[A-Za-z]+(?:-[a-z]+)?)|-per-(?P<tied>[a-z]+)"
    r"|[ -]an?[ -](?P<article>[A-Za-z]+(?:-hour)?)(?![-\w])|(?P<annum> p\.a\.| pa\b)"
)
_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)\]]|(?:and|or|to|in|on|at|by|for|with|of|from|is|was|per|wide|long|tall)\b)"
)
_MONEY_NEAR = re.compile(
    r"£|\b(?:sterling|pence|paid|pay|pays|costs?|prices?|priced|worth|fined?|salary|spend|spent|profits?|revenues?|fees?|bills?)\b",
    re.I,
)
_MASS_NEAR = re.compile(
    r"\b(?:weigh\w*|weight|heav\w*|lighter|lost|gained|lift\w*|overweight|beef|meat|catch|caught|thrust|force)\b",
    re.I,
)
_NO_SYMBOLS = word_set("a in In as at AM PM in. a.")
_TITLE_CASE_NAMES = word_set(
    "stop hand stone bar league point grain quad cup mach minute therm day month second mole gray henry knots"
)
_SPACED = word_set("g t l L V W C F")


def unit_after(text: str, numeral: Numeral) -> Unit | None:
    """The unit behind a number, with its rate ("dollars a barrel", "km/h", "% a year"); None where there is none."""
    unit = _sign(text, numeral) or currency_after(text, numeral)
    if unit is None and (match := _NEXT.match(text, numeral.end)):
        unit = _named(text, numeral, match)
    return unit and rate_of(text, unit)


def rate_of(text: str, unit: Unit) -> Unit:
    """The unit with what it is per ("a barrel", "per tonne", "/h"), where that follows."""
    if match := _SLASH.match(text, unit.end):
        per = _per_name(match[1], short=True)
        if per and match[2]:
            per = f"{_EXPONENT[match[2]]} {per}"
    elif match := _PER.match(text, unit.end):
        word = (match["noun"] or match["tied"] or match["article"] or "year").lower()
        if word == "cent" or (match["article"] and _singular(word) not in RATE_WORDS):
            return unit
        per = _per_name(word)
    else:
        return unit
    if per is None:
        return unit
    kind: FigureKind = "percent" if unit.kind == "percent" else "rate"
    return replace(unit, end=match.end(), name=f"{unit.name} per {per}", kind=kind)


def _per_name(word: str, short: bool = False) -> str | None:
    if word in ("h", "hr"):
        return "hour"
    if word in ("annum", "yr"):
        return "year"
    if found := SYMBOLS.get(word) if short else None:
        return found[0]
    if found := NAMES.get(word.lower()):
        return found[0]
    return None if short and word.lower() not in RATE_WORDS else _singular(word.lower())


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _sign(text: str, numeral: Numeral) -> Unit | None:
    match = _SIGN.match(text, numeral.end)
    if match and not (match["sign"] in "′″" and numeral.plain and (numeral.value or 0) > 1000):
        sign = match["sign"]
        if "%" in sign and sign != "%":
            return Unit(match.start("sign"), match.end(), "percentage point", "percent")
        name, kind = SYMBOLS[re.sub(r"\s", "", sign)]
        return Unit(match.start("sign"), match.end(), name, kind)
    if (match := _FEET_INCHES.match(text, numeral.end)) and numeral.plain and int(match["inches"]) < 12:
        return Unit(numeral.end, match.end(), "foot", "distance")
    if _FOOT_MARK.match(text, numeral.end) and not _OPEN_QUOTE.search(
        text, max(text.rfind("\n", 0, numeral.start) + 1, numeral.start - 400), numeral.start
    ):
        return Unit(numeral.end, numeral.end + 1, "foot", "distance")
    if match := _INCH_MARK.match(text, numeral.end):
        return Unit(match.start(), match.end(), "inch", "distance")
    return None


def _named(text: str, numeral: Numeral, match: re.Match[str]) -> Unit | None:
    """The longest run of up to four words behind a number that is a unit's name."""
    if (
        (trade := _TRADE.match(text, match.start("w1")))
        and trade.group() in SCALED
        and _ENDS.match(text, trade.end())
    ):
        factor, name, kind = SCALED[trade.group()]
        return Unit(trade.start(), trade.end(), name, kind, factor)
    hyphen = match["gap"].strip() in ("-", "‑", "–")
    if hyphen and match["gap"][0] in " \u00a0":
        return None  # a dash between words
    start = match.start("w1")
    ends = [match.end(name) for name in ("w4", "w3", "w2", "w1") if match[name] is not None]
    if "/" not in text[ends[-1] : ends[-1] + 1]:
        for end in ends:
            for stop in {end: None, end - len(text[start:end]) + len(text[start:end].rstrip(".,'")): None}:
                form = text[start:stop].replace("-", " ") if stop > ends[-1] else text[start:stop]
                if form and (found := _lookup(text, form, numeral, start, stop)):
                    return _closed(text, _power(text, Unit(start, stop, *found, hyphen=hyphen)))
    first, second = match["w1"].lower(), match["w2"] and match["w2"].rstrip(".,'")
    if first in _SQUARE and second:
        base = NAMES.get(second.lower().rstrip(".")) or SYMBOLS.get(second.rstrip("."))
        if base and base[1] == "distance":
            return Unit(
                start, match.start("w2") + len(second), f"{_SQUARE[first]} {base[0]}", "other", hyphen=hyphen
            )
    return _composed(text, numeral, start, hyphen)


def _lookup(text: str, form: str, numeral: Numeral, start: int, end: int) -> tuple[str, FigureKind] | None:
    lower = form.lower().replace("’", "'")
    if lower in ("pound", "pounds"):
        return _pounds(text, numeral, start, end)
    if currency := named_currency(lower):
        large = numeral.scaled or (numeral.value or 0) >= 100
        sure = form.islower() if lower in (*SHY_NOUNS, "sen") else True
        return (currency, "money") if sure and (large or lower not in SHY_NOUNS) else None
    tied = text[start - 1] in "-‑"
    if lower == "second" and numeral.value != 1 and not tied:
        return None  # an ordinal
    if form[:1].isupper() and lower in _TITLE_CASE_NAMES and not tied:
        return None  # "2 Henry", "12 Stone"
    head, _, tail = lower.partition(" ")
    if tail and head in PREFIXES:
        lower = head + tail  # "kilo meters"
    return NAMES.get(lower) or _symbol(text, form, numeral, start, end)


def _symbol(text: str, form: str, numeral: Numeral, start: int, end: int) -> tuple[str, FigureKind] | None:
    if form in ("am", "pm"):
        decimals = text[numeral.start : numeral.end].partition(".")[2]
        if not decimals or len(decimals) == 2:
            return None  # a time of the day
    elif form == "in":
        number = text[numeral.start : numeral.end]
        if not ("/" in number or "." in number or start == numeral.end) or not _DIMENSION.match(text, end):
            return None
        return "inch", "distance"
    elif form in _NO_SYMBOLS:
        return None
    if (told := LETTERS_BY_CONTEXT.get(form)) and told[0].search(text, max(0, numeral.start - 80), end + 60):
        return told[1]
    if (found := SYMBOLS.get(form)) is None:
        return None
    if form in ATTACHED:
        if start == numeral.end:
            usable = form not in ("S", "H", "B", "K") and not (form == "T" and numeral.plain)
        else:
            usable = form == "m" or bool(form in (*_SPACED, "h", "s") and _ENDS.match(text, end))
        if not usable:
            return None
    return {"C": ("celsius", "other"), "F": ("fahrenheit", "other")}.get(form, found)  # type: ignore[return-value]


def _pounds(text: str, numeral: Numeral, start: int, end: int) -> tuple[str, FigureKind]:
    """Pounds are money when they come in millions or near words of money, else mass."""
    around = text[max(0, start - 80) : end + 60]
    if text[end : end + 4] == " of " or _MASS_NEAR.search(around):
        return "pound", "mass"
    if (numeral.scaled and (numeral.value or 0) >= 1e5) or _MONEY_NEAR.search(around):
        return "pound sterling", "money"
    return "pound", "mass"


def _power(text: str, unit: Unit) -> Unit:
    match = _POWER.match(text, unit.end)
    if match is None or unit.kind != "distance":
        return unit
    power = (
        {"squared": "square", "cubed": "cubic"}[match["word"]] if match["word"] else _EXPONENT[match["sign"]]
    )
    return replace(unit, end=match.end(), name=f"{power} {unit.name}", kind="other")


def _closed(text: str, unit: Unit) -> Unit:
    """A unit in brackets of its own ("20 [kg]") with the closing one."""
    closing = {"[": "]", "<": ">"}.get(text[unit.start - 1])
    return replace(unit, end=unit.end + 1) if closing and text[unit.end : unit.end + 1] == closing else unit


def _composed(text: str, numeral: Numeral, start: int, hyphen: bool) -> Unit | None:
    """Products and quotients of symbols: "A/cm2", "kV/cm", "µg/m³", "Js", "s-1"."""
    match = _COMPOSED.match(text, start)
    if match is None:
        return None
    names: list[str] = []
    for index, part in enumerate(match.group().split("/")):
        if index == 0 and (inverse := _INVERSE.fullmatch(part)):
            base = SYMBOLS.get(inverse[1])
            names.append(f"inverse {base[0]}" if base else "")
        elif factor := _FACTOR.fullmatch(part):
            name = _factor(factor[1], index)
            names.append(f"{_EXPONENT[factor[2]]} {name}" if factor[2] and name else name)
        else:
            return None
    if not all(names) or (
        len(names) == 1 and match.group().isalpha() and not _is_product(match.group(), start == numeral.end)
    ):
        return None
    return Unit(start, match.end(), " per ".join(names), "rate" if len(names) > 1 else "other", hyphen=hyphen)


def _factor(symbol: str, index: int) -> str:
    if symbol in ("h", "hr"):
        return "hour"
    found = SYMBOLS.get(symbol) or (NAMES.get(symbol.lower()) if index or len(symbol) > 3 else None)
    if found:
        return found[0]
    for cut in range(1, len(symbol)) if index == 0 and len(symbol) <= 4 else ():
        left, right = SYMBOLS.get(symbol[:cut]), SYMBOLS.get(symbol[cut:])
        if left and right and symbol[cut:] in ("s", "m", "h"):
            return f"{left[0]} {right[0]}"
    return ""


def _is_product(symbol: str, attached: bool) -> bool:
    """Whether letters that are no symbol of their own may be a product of two ("45 Js", "1cds")."""
    return (
        symbol not in SYMBOLS
        and len(symbol) <= 4
        and (attached or symbol[0].isupper())
        and symbol[1:].islower()
    )
