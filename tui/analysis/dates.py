"""Dates."""

from __future__ import annotations
from .model import DateMention
from .parsed import Parsed


def find_dates(parsed: Parsed) -> tuple[DateMention, ...]:
    return ()
