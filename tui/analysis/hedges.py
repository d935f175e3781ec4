"""Hedges."""

from __future__ import annotations
from dataclasses import dataclass
from .parsed import Parsed


@dataclass(frozen=True)
class Hedge:
    """A word or phrase that makes its sentence less than certain. `start`/`end` are offsets of the cue."""

    start: int
    end: int
    sentence: str
    kind: str


def find_hedges(parsed: Parsed) -> tuple[Hedge, ...]:
    return ()
