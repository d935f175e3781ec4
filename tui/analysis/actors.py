"""Actors."""

from __future__ import annotations
from collections.abc import Sequence
from .model import Actor, Mention
from .parsed import Parsed


def find_actors(parsed: Parsed, mentions: Sequence[Mention]) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    return (), tuple(mentions)
