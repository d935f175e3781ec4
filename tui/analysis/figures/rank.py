"""How much a figure matters to a reader, and whether it is a manner of speaking."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..model import Figure
from ..same_figure import content_words

_BASE = {
    "percent": 0.6,
    "money": 0.6,
    "rate": 0.5,
    "mass": 0.45,
    "distance": 0.4,
    "duration": 0.35,
    "count": 0.35,
    "other": 0.35,
}


def salience(
    figure: Figure, topic: frozenset[str], foremost: frozenset[str], position: float, repeated: bool
) -> float:
    """0 to 1. `topic` is what the article is about, `foremost` the names of its main actors, `position` from 0 to 1."""
    score = _base(figure)
    small = figure.kind == "count" and 0 < abs(figure.value or 0.0) < 100
    if content_words(figure.measure, figure.subject) & topic:
        score += 0.1 if small else 0.2
    if small and content_words(figure.subject) & foremost:
        score += 0.08
    if figure.measure is None:
        score -= 0.1 if figure.unit else 0.25
    if repeated:
        score += 0.1
    score += 0.08 * (1 - position)
    if figure.rhetorical:
        score = min(score, 0.1) * 0.5
    return round(min(1.0, max(0.0, score)), 3)


def _base(figure: Figure) -> float:
    """What a figure of its kind and size is worth before anything is known of the article."""
    if figure.value is None or (figure.unit or "").startswith(("hour per", "day per")):
        return 0.2  # "a handful", "seven days a week"
    if figure.kind not in ("count", "other"):
        return _BASE[figure.kind]
    if figure.value == 0 and (figure.measure or "").startswith("of "):
        return _BASE["percent"]  # "virtually none of the ore": as good as a share
    value = abs(figure.value)
    for limit, score in ((1, 0.08), (9, 0.18), (99, 0.25)):
        if value <= limit:
            return score
    return min(0.6, 0.28 + 0.06 * math.log10(value))


def topic_words(title: str | None, names: Sequence[str]) -> frozenset[str]:
    """What an article is about: the words of its title and of its foremost actors."""
    return content_words(title, *names)
