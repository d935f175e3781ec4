"""Key points."""

from __future__ import annotations
from collections.abc import Sequence
from .model import Actor, Claim, Figure, KeyPoint, Mention, Question, Signal
from .parsed import Parsed


def find_key_points(
    parsed: Parsed,
    mentions: Sequence[Mention],
    actors: Sequence[Actor],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
    questions: Sequence[Question],
    signals: Sequence[Signal],
) -> tuple[KeyPoint, ...]:
    return ()
