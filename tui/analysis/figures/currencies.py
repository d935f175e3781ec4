"""Currencies by name, symbol and code. Names and codes are those of the Unicode CLDR, by way of Babel."""

from __future__ import annotations

import re

from babel import Locale

from .currency_table import ADJECTIVES, COINS, COMMON_WORDS, SHORT_NAMES
from .currency_table import NOUNS as _NEWS_NOUNS
from .currency_table import SYMBOLS as _NEWS_SYMBOLS

_PLAIN_LETTERS = str.maketrans("áéíóúāłʻ", "aeioual'")
_SUPRANATIONAL = frozenset({"XOF", "XAF", "XPF", "XCD", "XDR", "XEU"})


def _build() -> tuple[dict[str, str], dict[str, str]]:
    codes, nouns = dict(COINS), dict[str, str]()
    heads: dict[str, set[str]] = {}
    for code, title in sorted(Locale("en").currencies.items()):
        if code.startswith("X") and code not in _SUPRANATIONAL:
            continue  # metals, funds, tests
        full = re.sub(r"\s*\(.*", "", str(title).lower()).replace(" & ", " and ")
        past = "(" in str(title)
        codes[code] = name = SHORT_NAMES.get(code, full)
        for form in (full, full.translate(_PLAIN_LETTERS)):
            if not past or form not in nouns:
                nouns[form] = nouns[_plural(form)] = name
        if not past:
            heads.setdefault(full.translate(_PLAIN_LETTERS).split()[-1], set()).add(name)
    for head, names in heads.items():
        if len(head) > 2 and head not in COMMON_WORDS:
            own = next(iter(names)) if len(names) == 1 else head
            nouns.setdefault(head, own)
            nouns.setdefault(_plural(head), own)
    nouns |= {noun: codes.get(code, code) for noun, code in _NEWS_NOUNS.items()}
    for adjective, code in ADJECTIVES.items():
        head = "pound" if code == "GBP" else "dollar"
        nouns[f"{adjective} {head}"] = nouns[f"{adjective} {head}s"] = codes[code]
    return codes, nouns


def _plural(name: str) -> str:
    return name if name.endswith("s") else name + "s"


def _any_of(spellings: list[str]) -> str:
    return "|".join(
        re.escape(spelling) for spelling in sorted(spellings, key=lambda item: (-len(item), item))
    )


CODES, NOUNS = _build()
"""ISO 4217 code → unit, and name in lower case (singular or plural) → unit."""

SYMBOLS = {symbol: CODES[code] for symbol, code in _NEWS_SYMBOLS.items()}
SYMBOLS |= {symbol.lower(): unit for symbol, unit in SYMBOLS.items() if len(symbol) > 2 and "$" in symbol}
"""Symbol → unit."""

_LETTERED = [symbol for symbol in SYMBOLS if symbol[0].isalpha() and symbol not in ("元", "円")]
_SIGNS = [symbol for symbol in SYMBOLS if symbol not in _LETTERED]
_TRAILING = [sign for sign in _SIGNS if len(sign) == 1] + [
    "zł",
    "Kč",
    "kn",
    "kr",
    "Ft",
    "Rs",
    "RMB",
    "ரூ",
    "රු",
    "лв",
    "TL",
]
_ANY_CODE = _any_of(list(CODES))
_SMALL_CODE = _any_of([code.lower() for code in CODES if code.lower() not in COMMON_WORDS])

BEFORE = re.compile(
    rf"(?:(?<![^\W\d_])(?P<word>{_any_of(_LETTERED)})|(?P<sign>{_any_of(_SIGNS)})"
    rf"|(?<![A-Za-z])(?P<scale>M|K|B|bn|mn|m|k)?(?P<code>{_ANY_CODE}))(?P<gap>[ \u00a0]?)$"
)
"""A currency that ends where a number begins; to be searched in a short slice before it."""

AFTER_CODE = re.compile(
    rf"[ \u00a0]?(?:(?P<scale>M|K|B|bn|mn|m|k)?(?P<code>{_ANY_CODE})=?|(?P<small>rmb|{_SMALL_CODE}))(?![A-Za-z])"
)
"""A code behind a number, with a magnitude before it ("MGBP") or in lower case."""

AFTER_SIGN = re.compile(rf"[ \u00a0]?(?P<sign>{_any_of(_TRAILING)})(?!\w)")
"""A symbol behind a number."""

PLACES = {
    "US": "dollar", "U.S.": "dollar", "USD": "dollar", "(US)": "dollar", "(U.S.)": "dollar", "CAD": "canadian dollar",
    "Cdn": "canadian dollar", "Canadian": "canadian dollar", "AUD": "australian dollar", "NZD": "new zealand dollar",
    "Australian": "australian dollar", "HKD": "hong kong dollar", "SGD": "singapore dollar", "TWD": "new taiwan dollar",
}  # fmt: skip
AFTER_PLACE = re.compile(rf" ?(?P<place>{_any_of(list(PLACES))})(?!\w)")
"""Which dollar is meant, said behind the amount ("$76 US")."""
