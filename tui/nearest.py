"""What somebody may have meant by a name that there is not."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str], otherwise: str = ".") -> str:
    """How a sentence about a wrong name ends: with the nearest known name, or as it does `otherwise`."""
    near = get_close_matches(name, list(known), 1)
    return f"; did you mean {near[0]}?" if near else otherwise
