"""Currencies by name, symbol and code. Names and codes are those of the Unicode CLDR, by way of Babel."""

from __future__ import annotations

import re

from babel import Locale

from .currency_table import ADJECTIVES, COINS, COMMON_WORDS, CROWNS, SHORT_NAMES, SHY_NOUNS, SUBUNITS
from .currency_table import NOUNS as _NEWS_NOUNS
from .currency_table import SYMBOLS as _NEWS_SYMBOLS

_PLAIN_LETTERS = str.maketrans("áéíóúāłʻ", "aeioual'")
_NO_MONEY = re.compile(r"\b(?:Unit|Units|Value|Index|Funds|Cupon|Rights)\b")
_SUPRANATIONAL = frozenset({"XOF", "XAF", "XPF", "XCD", "XEU"})


def _build() -> tuple[dict[str, str], dict[str, str]]:
    codes, nouns = dict(COINS), dict[str, str]()
    heads: dict[str, set[str]] = {}
    for code, title in sorted(Locale("en").currencies.items()):
        if (code.startswith("X") and code not in _SUPRANATIONAL) or _NO_MONEY.search(str(title)):
            continue  # metals, funds, units of account
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
        head = "pound" if code == "GBP" else codes[code].split()[-1]
        nouns[f"{adjective} {head}"] = nouns[f"{adjective} {head}s"] = codes[code]
    for adjective, code in CROWNS.items():
        nouns[f"{adjective} crown"] = nouns[f"{adjective} crowns"] = codes[code]
    for subunit in SUBUNITS:
        nouns.setdefault(subunit, subunit)
        nouns.setdefault(_plural(subunit), subunit)
    return codes, nouns


def _by_country() -> dict[tuple[str, str], str]:
    """The first four letters of a country's adjective and the currency's noun → unit ("malaysia ringgit")."""
    found: dict[tuple[str, str], str] = {}
    for noun, unit in NOUNS.items():
        first, _, last = noun.rpartition(" ")
        if len(first) >= 4 and " " in unit:
            found.setdefault((first[:4], last), unit)
    return found


def named_currency(phrase: str) -> str | None:
    """The unit that a phrase of one to four words in lower case names, or None.

    A country that the CLDR writes in another way is known by its beginning; of any other words before a currency's noun
    ("cook islands dollars") the noun decides.
    """
    if unit := NOUNS.get(phrase):
        return unit
    first, _, last = phrase.rpartition(" ")
    if not first or _NO_ADJECTIVE.search(first):
        return None
    if unit := _COUNTRIES.get((first[:4], {"$": "dollar", "£": "pound"}.get(last, last))):
        return unit
    return None if last not in NOUNS or last in SHY_NOUNS or last in _GENERIC else NOUNS[last]


def _plural(name: str) -> str:
    return name if name.endswith("s") else name + "s"


def _any_of(spellings: list[str]) -> str:
    return "|".join(
        re.escape(spelling) for spelling in sorted(spellings, key=lambda item: (-len(item), item))
    )


CODES, NOUNS = _build()
"""ISO 4217 code → unit, and name in lower case (singular or plural) → unit."""

_COUNTRIES = _by_country()
_GENERIC = frozenset({"cent", "cents", "pence", "penny", "pound", "pounds", "crown", "crowns"})
_NO_ADJECTIVE = re.compile(
    r"[^\w .'’ʻ]|[,;]|\b(?:and|or|of|in|to|for|per|an?|the|at|on|by|with|from|is|was|were|are|as|than|worth|into"
    r"|dollars?|euros?|cents?|pounds?|yen|percent|points?|times)\b"
)

SYMBOLS = {symbol: CODES[code] for symbol, code in _NEWS_SYMBOLS.items()}
SYMBOLS |= {symbol.lower(): unit for symbol, unit in SYMBOLS.items() if "$" in symbol and " " not in symbol}
"""Symbol → unit."""

_LETTERED = [symbol for symbol in SYMBOLS if symbol[0].isalpha() and symbol not in ("元", "円")]
_SIGNS = [symbol for symbol in SYMBOLS if symbol not in _LETTERED]
_TRAILING = [sign for sign in SYMBOLS if (len(sign) == 1 and not sign.isascii()) or sign[-1] in "$£¥"]
_TRAILING += ("zł", "Kč", "kč", "kn", "kr", "Ft", "Rs", "RM", "RMB", "ரூ", "රු", "лв", "TL", "Rp")

BEFORE = re.compile(
    rf"(?:(?<![^\W\d_])(?<![^\W\d_]-)(?P<word>{_any_of(_LETTERED)})|(?P<sign>{_any_of(_SIGNS)})"
    r"|(?<![A-Za-z])(?P<scale>M|K|B|bn|mn|m|k)?(?P<code>[A-Z]{3,4}))(?P<gap>[ \u00a0]?)$"
)
"""A currency, or capitals that may be a code, that end where a number begins; for a short slice before the number."""

AFTER_CODE = re.compile(
    r"[ \u00a0]?(?:(?P<scale>M|K|B|bn|mn|m|k)?(?P<code>[A-Z]{3,4})=?|(?P<small>[a-z]{3}))(?![A-Za-z])"
)
"""Letters behind a number that may be a code, with a magnitude before them ("MGBP") or in lower case."""

AFTER_SIGN = re.compile(rf"[ \u00a0]?(?P<sign>{_any_of(_TRAILING)})(?!\w)")
"""A symbol behind a number."""

PLACES = {
    "US": "dollar", "U.S.": "dollar", "USD": "dollar", "(US)": "dollar", "(U.S.)": "dollar", "CAD": "canadian dollar",
    "Cdn": "canadian dollar", "Canadian": "canadian dollar", "AUD": "australian dollar", "NZD": "new zealand dollar",
    "Australian": "australian dollar", "HKD": "hong kong dollar", "SGD": "singapore dollar", "TWD": "new taiwan dollar",
}  # fmt: skip
AFTER_PLACE = re.compile(rf" ?(?P<place>{_any_of(list(PLACES))})(?!\w)")
"""Which dollar is meant, said behind the amount ("$76 US")."""
