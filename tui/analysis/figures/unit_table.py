"""Units of measure by name and by symbol.

Names follow pint's ("kilometer", "metric ton" excepted: "tonne"), so that a unit can be handed on; symbols and prefixes
are those of the SI brochure, customary ones those of NIST Special Publication 811. Each row: unit's name, its other
spellings, without a plural where an added "s" makes it.
"""

from __future__ import annotations

from ..model import FigureKind
from ..wordset import word_set
from .unit_names import UNITS

PREFIXES = {
    "quetta": "Q", "ronna": "R", "yotta": "Y", "zetta": "Z", "exa": "E", "peta": "P", "tera": "T", "giga": "G",
    "mega": "M", "kilo": "k", "hecto": "h", "deca": "da", "deci": "d", "centi": "c", "milli": "m",
    "micro": "µ", "nano": "n", "pico": "p", "femto": "f", "atto": "a", "zepto": "z", "yocto": "y",
}  # fmt: skip
"""Prefix of a unit's name → prefix of its symbol."""

_BINARY = {"kibi": "Ki", "mebi": "Mi", "gibi": "Gi", "tebi": "Ti", "pebi": "Pi", "exbi": "Ei"}

# name, spellings, kind, symbols, prefixes whose symbols are in use (names take all prefixes)
_PREFIXED: tuple[tuple[str, str, FigureKind, str, str], ...] = (
    ("meter", "meter metre", "distance", "m", "k h d c m µ μ n p f a M G"),
    ("gram", "gram gramme", "mass", "g gm gr", "k m µ μ n p f c d h M G T"),
    ("tonne", "tonne", "mass", "t", "k M G"),
    ("ton", "ton", "mass", "", ""),
    ("liter", "liter litre", "other", "l L", "m c d h µ μ k M G n p"),
    ("watt", "watt", "other", "W", "k M G T P m µ μ n p"),
    ("watt hour", "watthour watt-hour", "other", "Wh", "k M G T P m"),
    ("watt peak", "", "other", "Wp", "k M G"),
    ("joule", "joule", "other", "J", "k M G T P E Z m µ μ n"),
    ("volt", "volt", "other", "V", "k M G m µ μ n"),
    ("ampere", "ampere amp", "other", "A", "k m µ μ n p"),
    ("ampere hour", "ampere-hour amp-hour amphour", "other", "Ah", "m k"),
    ("volt ampere", "volt-ampere volt-amp", "other", "VA", "k M G m"),
    ("hertz", "hertz", "other", "Hz hz", "k K M G T P m"),
    ("byte", "byte", "other", "B", "k K M G T P E Z Y"),
    ("bit", "bit", "other", "b bit", "k K M G T P E"),
    ("bit per second", "", "rate", "bps bit/s b/s", "k K M G T"),
    ("byte per second", "", "rate", "Bps B/s", "k K M G T"),
    ("pascal", "pascal", "other", "Pa", "h k M G m µ"),
    ("bar", "", "other", "", "m k"),
    ("newton", "newton", "other", "N", "k M m"),
    ("newton meter", "newton-meter newton-metre", "other", "Nm N·m", "k M m"),
    ("ohm", "ohm", "other", "Ω Ω", "k M G m µ"),
    ("calorie", "calorie calory", "other", "cal", "k"),
    ("electronvolt", "electronvolt electron-volt", "other", "eV", "k M G T P m"),
    ("becquerel", "becquerel", "other", "Bq", "k M G T P"),
    ("sievert", "sievert", "other", "Sv", "m µ μ n"),
    ("gray", "", "other", "Gy", "m µ μ c k"),
    ("mole", "", "other", "mol", "m µ μ n k p"),
    ("farad", "farad", "other", "F", "m µ μ n p"),
    ("henry", "", "other", "H", "m µ μ n"),
    ("tesla", "", "other", "T", "m µ μ n"),
    ("weber", "", "other", "Wb", "m µ"),
    ("lumen", "lumen", "other", "lm", "k M"),
    ("lux", "lux", "other", "lx", "k"),
    ("candela", "candela", "other", "cd", "m k"),
    ("coulomb", "coulomb", "other", "C", "m µ n p k"),
    ("siemens", "siemens", "other", "S", "m µ k"),
    ("kelvin", "kelvin", "other", "K", "m µ n"),
    ("second", "second", "duration", "s", "m µ μ n p f a"),
    ("year", "year", "duration", "yr", "M G k"),
    ("parsec", "parsec", "distance", "pc", "k M G"),
    ("decibel", "decibel", "other", "dB dBA", ""),
    ("pixel", "pixel", "count", "px", ""),
)

RATE_WORDS = word_set("""
    second sec minute min hour hr h day night week fortnight month quarter season year yr annum decade century share
    barrel bbl ounce oz pound lb ton tonne kilo kilogram kg gram gallon gal litre liter bushel mile kilometre kilometer
    km metre meter foot acre hectare unit head person piece bottle ticket game megawatt-hour mwh kwh kilowatt-hour
    mmbtu pop shot copy room household vehicle employee worker capita time trip
""")
"""What may follow "a" or "an" in a rate ("a barrel", "an hour"); after "per" any noun may."""

ATTACHED = word_set("m s h g t l L A V J N C F K T H S B b bit gr Em Gm R")
"""Symbols that count only when tied to the digits, or where the context speaks for them."""


def _build() -> tuple[dict[str, tuple[str, FigureKind]], dict[str, tuple[str, FigureKind]]]:
    names: dict[str, tuple[str, FigureKind]] = {}
    symbols: dict[str, tuple[str, FigureKind]] = {}
    for name, spellings, kind, signs, signed in _PREFIXED:
        for spelling in spellings.split():
            for prefix in ("", *PREFIXES, *(_BINARY if name in ("byte", "bit") else ())):
                full = (prefix + name, kind)
                names[prefix + spelling] = names[prefix + spelling + "s"] = full
                if prefix == "deca":
                    names["deka" + spelling] = names["deka" + spelling + "s"] = full
        for sign in signs.split():
            symbols[sign] = (name, kind)
            for letter in signed.split():
                prefix = "micro" if letter == "μ" else "kilo" if letter == "K" else _by_symbol(letter)
                symbols[letter + sign] = (prefix + name, kind)
    for prefix, letters in _BINARY.items():
        symbols[letters + "B"] = (prefix + "byte", "other")
    for kind, rows in UNITS.items():
        for row in rows.strip().splitlines():
            name, _, spellings = row.partition(":")
            entry = (name.strip(), kind)
            names[name.strip()] = entry
            for spelling in spellings.strip().split("|"):
                (names if spelling.islower() and len(spelling) > 2 else symbols)[spelling] = entry
                if len(spelling) > 4:
                    names[spelling.lower()] = entry
    return names, symbols


def _by_symbol(letter: str) -> str:
    return next(prefix for prefix, symbol in PREFIXES.items() if symbol == letter)


NAMES, SYMBOLS = _build()
"""Spelling in lower case → (unit, kind); symbol with its case → (unit, kind)."""
