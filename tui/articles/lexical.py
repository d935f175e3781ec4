"""What the words of a line alone say about it."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from zlib import crc32

BUCKETS = 1 << 14
"""Hash buckets of the words that the lexical model knows."""


def hashed(said: list[str]) -> set[int]:
    """The buckets of a line's first and last words, pairs of words and its length: what the lexical model sees."""
    count = len(said)
    codes = [*map(_code, said[:40])]
    tail = codes[-4:] if count <= 40 else [*map(_code, said[-4:])]
    size = 1 if count > 7 else 0
    found = {(code + 7919 * size) % BUCKETS for code in codes}
    found.add(min(6, count.bit_length()))
    found.update([(31 * one + 17 * two + 1) % BUCKETS for one, two in pairwise(codes[:12])])
    found.update([(37 * one + 13 * two + 2) % BUCKETS for one, two in pairwise(tail)])
    if said:
        found.add((41 * codes[0] + 3) % BUCKETS)
        found.add((43 * tail[-1] + 4) % BUCKETS)
    return found


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    return crc32(word.encode("utf-8", "replace"))
