"""Open questions: what a text leaves open, asked as an analyst would ask it, and how much each matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..hedges import Hedge
from ..model import Actor, Claim, DateMention, Figure, Mention, Question, Signal
from ..parsed import Parsed
from .candidates import Candidate, asked, hedged
from .patterns import clocks, contested_posts, lost, one_sided, rounds, undated
from .rank import choose
from .voices import Voices

__all__ = ["find_questions"]


def find_questions(
    parsed: Parsed,
    actors: Sequence[Actor],
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    dates: Sequence[DateMention],
    hedges: Sequence[Hedge],
    signals: Sequence[Signal],
    mentions: Sequence[Mention] = (),
) -> tuple[Question, ...]:
    """The questions worth asking, in reading order, at most one to a sentence; salience (0 to 1) ranks them."""
    if not parsed.sentences:
        return ()
    voices = Voices(parsed, actors, claims, mentions)
    candidates = [
        *asked(parsed),
        *(_clear(candidate, voices) for candidate in hedged(parsed, hedges, voices)),
        *clocks(parsed),
        *rounds(parsed),
        *one_sided(parsed),
        *lost(parsed, signals),
        *undated(parsed, signals),
        *contested_posts(parsed, actors),
    ]
    return choose(parsed, candidates, signals)


def _clear(candidate: Candidate, voices: Voices) -> Candidate:
    question, left = voices.explained(candidate.question, candidate.start, candidate.end, candidate.index)
    return replace(candidate, question=question, strength=left * candidate.strength)
