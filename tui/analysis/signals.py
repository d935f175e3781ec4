"""Signals."""

from __future__ import annotations
from collections.abc import Sequence
from .hedges import Hedge
from .model import Claim, Figure, Signal
from .parsed import Parsed


def find_signals(
    parsed: Parsed, figures: Sequence[Figure], claims: Sequence[Claim], hedges: Sequence[Hedge]
) -> tuple[Signal, ...]:
    return ()
