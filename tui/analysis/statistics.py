"""Statistics."""

from __future__ import annotations
from collections.abc import Sequence
from .hedges import Hedge
from .model import Claim, Mention, Statistics
from .parsed import Parsed


def make_statistics(
    parsed: Parsed, mentions: Sequence[Mention], claims: Sequence[Claim], hedges: Sequence[Hedge]
) -> Statistics:
    return Statistics(0, 0, 0, 0.0, None, {}, 0.0, 0)
