"""Figures."""

from __future__ import annotations
from collections.abc import Sequence
from ..model import Actor, DateMention, Figure, Mention
from ..parsed import Parsed


def find_figures(
    parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor], dates: Sequence[DateMention]
) -> tuple[Figure, ...]:
    return ()
