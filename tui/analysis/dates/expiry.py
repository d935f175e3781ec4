"""When something that was agreed for a time runs out: "a 90-day truce … agreed in mid-May"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tui.analysis.model import Sentence

from .calendar import Period, Unit, add
from .lexicon import NUMBERS

if TYPE_CHECKING:
    from spacy.tokens import Span

_TERM = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})[- ](?P<unit>day|week|month|year)s?[- ](?:\w+\s){{0,2}}?"
    r"(?P<noun>truce|pause|ceasefire|cease-fire|extension|suspension|reprieve|window|freeze|moratorium|waiver|delay|deferral|"
    r"ultimatum|deadline|stay|exemption|armistice|standstill|lull|ban|period)\b",
    re.IGNORECASE,
)
_FAR = 160
"""How many characters may lie between the term and its date."""


@dataclass(frozen=True)
class Expiry:
    """First and last day on which the time may run out, and the sum in words."""

    first: date
    last: date
    working: str


def expiry_of(span: Span, text: str, sentence: Sentence, period: Period) -> Expiry | None:
    """When the term that `text` names with `span` runs out, counted from `period`; None where there is none."""
    if period.first is None or period.last is None or (period.last - period.first).days > 31:
        return None
    start, end = max(sentence.start, span.start_char - _FAR), min(sentence.end, span.end_char + _FAR)
    for match in _TERM.finditer(text, start, end):
        between = text[min(match.end(), span.end_char) : max(match.start(), span.start_char)]
        if ";" in between or re.search(r"\b(?:expires?|ends?|until|ended|expired|lapses?)\b", between):
            continue
        count = int(match["count"]) if match["count"].isdigit() else NUMBERS[match["count"].lower()]
        unit: Unit = match["unit"].lower()  # type: ignore[assignment]
        try:
            first, last = add(period.first, count, unit), add(period.last, count, unit)
        except OverflowError:
            return None
        words = f"{count} {match['unit'].lower()}s from “{' '.join(span.text.split())}”"
        return Expiry(first, last, f"{words} ({match['noun'].lower()})")
    return None
