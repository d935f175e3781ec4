"""Claims."""

from __future__ import annotations
from collections.abc import Sequence
from .model import Actor, Claim, Mention
from .parsed import Parsed


def find_claims(parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor]) -> tuple[Claim, ...]:
    return ()
