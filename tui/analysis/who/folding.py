"""Names for comparison."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """`name` without case, accents, full stops and differences of white space and apostrophe, for look-up only."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(plain.replace(".", "").replace("’", "'").casefold().split())
