"""Jump mode: a letter on everything on the screen that can be gone to. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

LETTERS = "asdghjklqwertyuiopzxcvbnmf"


def labels(count: int) -> Iterator[str]:
    """`count` labels: single letters if they suffice, else pairs of letters, so that none is the beginning of another."""
    if count <= len(LETTERS):
        yield from LETTERS[:count]
    else:
        yield from islice((first + second for first in LETTERS for second in LETTERS), count)
