"""Open questions."""

from __future__ import annotations
from collections.abc import Sequence
from .hedges import Hedge
from .model import Actor, Claim, DateMention, Figure, Question, Signal
from .parsed import Parsed


def find_questions(
    parsed: Parsed,
    actors: Sequence[Actor],
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    dates: Sequence[DateMention],
    hedges: Sequence[Hedge],
    signals: Sequence[Signal],
) -> tuple[Question, ...]:
    return ()
