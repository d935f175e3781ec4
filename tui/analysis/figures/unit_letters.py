"""Symbols of one or two letters that mean a unit only where the text speaks of its quantity."""

from __future__ import annotations

import re

from ..model import FigureKind

_ROWS: tuple[tuple[str, str, FigureKind, str], ...] = (
    ("A", "ampere", "other", r"current|amp|fuse|circuit|electri|charg|batter|socket|wire"),
    ("N", "newton", "other", r"force|newton|thrust|tension|load"),
    ("J", "joule", "other", r"energy|joule|heat|impact|kinetic"),
    ("K", "kelvin", "other", r"temperature|kelvin|cryogen|absolute zero|superconduct"),
    ("T", "tesla", "other", r"magnet|tesla field|MRI"),
    ("F", "farad", "other", r"capacit"),
    ("H", "henry", "other", r"inductan|inductor"),
    ("C", "coulomb", "other", r"electric charge|coulomb"),
    ("S", "siemens", "other", r"conductan"),
    ("G", "gauss", "other", r"magnet|gauss"),
    (
        "R",
        "south african rand",
        "money",
        r"price|cost|paid|pay|rand|fee|salary|worth|johannesburg|south africa",
    ),
    ("P", "poise", "other", r"viscos"),
    ("kn", "knot", "rate", r"wind|ship|vessel|boat|sail|speed|nautical"),
    ("kt", "knot", "rate", r"wind|ship|vessel|boat|sail|speed|nautical|gust|aircraft"),
    ("d", "day", "duration", r"half-life|duration|incubat"),
    ("b", "bit", "other", r"\bbits?\b|encod|data rate"),
    ("B", "byte", "other", r"\bbytes?\b|file size|packet|memory"),
)


def _build() -> dict[str, tuple[re.Pattern[str], tuple[str, FigureKind]]]:
    return {letters: (re.compile(cues, re.I), (name, kind)) for letters, name, kind, cues in _ROWS}


LETTERS_BY_CONTEXT = _build()
"""Symbol → what must stand near it, and the unit that it then is."""
