"""Mentions."""

from __future__ import annotations
from .model import Mention
from .parsed import Parsed


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    return ()
