"""Names as the model finds them, cut to what the name is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .gazetteer import country, demonym, seat
from .spans import LABELS, Name, is_address, trim
from .titles import strip_titles

if TYPE_CHECKING:
    from spacy.tokens import Doc

_JOINT = re.compile(r"(?<=\w|\.)[-–—/](?=\w)")
_STANCE = re.compile(r"(?:anti|pro|non|ex|post|pre|Sino|Indo)[-–]", re.IGNORECASE)


def candidates(doc: Doc, text: str) -> list[Name]:
    """The model's entities with our labels, without titles, articles, 's and white space; pairs are two names."""
    found: list[Name] = []
    for entity in doc.ents:
        label = LABELS.get(entity.label_)
        if label is None or is_address(entity.text):
            continue
        for start, end in _pair(text, *trim(text, entity.start_char, entity.end_char)):
            start, end = strip_titles(text, start, end) if label in ("PERSON", "ORG") else (start, end)
            start, end = trim(text, start, end)
            piece = text[start:end]
            if not any(letter.isalpha() for letter in piece):
                continue
            if country(piece):
                found.append(Name(start, end, "ORG" if country(piece) == "European Union" else "PLACE"))
            elif demonym(piece):
                found.append(Name(start, end, "GROUP"))
            else:
                found.append(Name(start, end, label))
    return found


def _pair(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of "U.S.-China" and the "China" of "anti-China"; anything else as it is."""
    piece = text[start:end]
    if match := _STANCE.match(piece):
        start += match.end()
        piece = text[start:end]
    cuts = list(_JOINT.finditer(piece))
    bounds = [0, *(cut.start() for cut in cuts), len(piece)]
    parts = [(bounds[i] + (1 if i else 0), bounds[i + 1]) for i in range(len(bounds) - 1)]
    if len(parts) > 1 and all(_known(piece[a:b]) for a, b in parts):
        yield from ((start + a, start + b) for a, b in parts)
    elif start < end:
        yield start, end


def _known(piece: str) -> bool:
    return bool(country(piece) or seat(piece) or demonym(piece))
