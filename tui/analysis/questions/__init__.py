"""Open questions: what a text leaves open, asked as an analyst would ask it, and how much each matters."""

from __future__ import annotations

from collections.abc import Sequence

from ..hedges import Hedge
from ..model import Actor, Claim, DateMention, Figure, Question, Signal
from ..parsed import Parsed
from .candidates import asked, hedged
from .patterns import clocks, contested_posts, lost, one_sided, rounds, undated
from .rank import choose

__all__ = ["find_questions"]


def find_questions(
    parsed: Parsed,
    actors: Sequence[Actor],
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    dates: Sequence[DateMention],
    hedges: Sequence[Hedge],
    signals: Sequence[Signal],
) -> tuple[Question, ...]:
    """The questions worth asking, in reading order, at most one to a sentence; salience (0 to 1) ranks them."""
    if not parsed.sentences:
        return ()
    candidates = [
        *asked(parsed),
        *hedged(parsed, hedges),
        *clocks(parsed),
        *rounds(parsed),
        *one_sided(parsed),
        *lost(parsed, signals),
        *undated(parsed, signals),
        *contested_posts(parsed, actors),
    ]
    return choose(parsed, candidates, signals)
