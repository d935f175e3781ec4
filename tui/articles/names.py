"""Ids of articles, from the names of their files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from pathlib import PurePath

from tui.plain import slug

_NUMBER = re.compile(r"([0-9]{1,9})(?=[_\-. ]|$)")
_DAY = re.compile(r"\d{4}[-_.]?\d\d[-_.]?\d\d")
_SLUG = 32


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key to sort names by, so that `2.txt` stands before `10.txt`."""
    return tuple(
        (0, int(part), part) if part.isascii() and part.isdigit() else (1, 0, part.casefold())
        for part in re.findall(r"[0-9]{1,18}|[^0-9]+", name)
    )


def article_id(file: str, taken: Collection[str]) -> str:
    """The number at the beginning of the file's name, else a short slug of it; other than all that are `taken`.

    Only ASCII letters, digits and hyphens: it stands in citations and file names.
    """
    stem = PurePath(file).stem
    number = None if _DAY.match(stem) else _NUMBER.match(stem)
    short = slug(stem, _SLUG)
    candidates = [number.group(1)] if number else []
    candidates.append(short or hashlib.sha256(file.encode("utf-8", "surrogateescape")).hexdigest()[:8])
    for candidate in candidates:
        if candidate not in taken:
            return candidate
    base, count = candidates[0], 2
    while f"{base}-{count}" in taken:
        count += 1
    return f"{base}-{count}"
