"""The paragraphs of a text that is clean already."""

from __future__ import annotations

import re

from .model import Block

_WRAP = (40, 100)
"""A hard-wrapped line is about this long; a shorter or longer one ends where its paragraph does."""


def paragraphs(text: str) -> tuple[Block, ...]:
    """Body blocks of `text`, which cover all of it but the white space around them.

    Paragraphs end at blank lines; a single line feed ends one too, unless the lines around it look hard-wrapped.
    """
    found: list[Block] = []
    for part in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        start = part.start()
        lines = part.group().split("\n")
        wrapped = len(lines) > 1 and all(_WRAP[0] <= len(line.rstrip()) <= _WRAP[1] for line in lines[:-1])
        for line in [part.group()] if wrapped else lines:
            lead, kept = len(line) - len(line.lstrip()), line.strip()
            if kept:
                found.append(Block("body", start + lead, start + lead + len(kept)))
            start += len(line) + 1
    return tuple(found)
