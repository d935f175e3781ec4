"""What the words of a line alone say about it."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from zlib import crc32

BUCKETS = 1 << 14
"""Hash buckets of the words that the lexical model knows."""


def hashed(said: list[str]) -> list[int]:
    """The buckets of a line's first and last words, pairs of words and its length: what the lexical model sees."""
    head, tail = said[:12], said[-4:]
    length = min(6, len(said).bit_length())
    tokens = [f"n{length}", *(f"{length > 3}{word}" for word in {*said[:40]})]
    tokens += [f"^{a} {b}" for a, b in pairwise(head)]
    tokens += [f"{a} {b}$" for a, b in pairwise(tail)]
    if said:
        tokens += [f"^{said[0]}", f"{said[-1]}$"]
    return [_bucket(token) for token in tokens]


@lru_cache(maxsize=1 << 16)
def _bucket(token: str) -> int:
    return crc32(token.encode("utf-8", "replace")) % BUCKETS
