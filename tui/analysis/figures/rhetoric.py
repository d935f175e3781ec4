"""Numbers that are a manner of speaking."""

from __future__ import annotations

import re

from ..quotation import in_quotation
from .quantity import Quantity

_WORTH = re.compile(r"\bworth(?:less)?\b(?:\s+(?:about|maybe|like|around|just|only))*\s*$", re.I)
_SURE = re.compile(r"\s+(?:sure|certain|behind|committed|confident|right|correct)\b", re.I)
_HUGE = frozenset({1e2, 1e3, 1e6, 1e9, 1e12})


def is_rhetorical(text: str, quantity: Quantity) -> bool:
    """Whether a number is a manner of speaking: "a million times", "110 percent" behind it, a quoted "worth about $2"."""
    number = quantity.number
    if (
        number.form == "words"
        and number.value in _HUGE
        and text[number.start : number.start + 2].lower() in ("a ", "a-")
    ):
        following = text[number.end : number.end + 12]
        if re.match(r"\s+times\b", following) or re.match(r"\s+(?:reasons|ways)\b", following):
            return True
    if (
        quantity.unit == "percent"
        and quantity.value in (100, 101, 110, 150, 200, 1000, 1e6)
        and in_quotation(text, quantity.start)
    ):
        before = text[max(0, quantity.start - 24) : quantity.start].lower()
        if _SURE.match(text, quantity.end):
            return True
        return quantity.value != 100 and bool(
            re.search(r"\b(?:give|gave|giving|agree|sure|certain|behind|committed)\b", before)
        )
    if (
        quantity.kind == "money"
        and not number.scaled
        and (quantity.value or 0) < 10
        and in_quotation(text, quantity.start)
    ):
        return bool(_WORTH.search(text[max(0, quantity.start - 30) : number.start].rstrip("$£€ ")))
    return False
