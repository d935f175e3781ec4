"""The line that is an article's title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .extracted import BODY_KINDS, Judged
from .kinds import own_kind

_REACH = 400
"""Lines that are looked at for the title."""
_SITE = re.compile(r"\s+(?:[|·»«–—-]|::)\s+")


def find_title(text: str, judged: Sequence[Judged], stated: str | None = None) -> tuple[int, int] | None:
    """The span of the title: of the line that says `stated`, or, without it, of the line that looks most like a title."""
    first = next((i for i, line in enumerate(judged) if line.kind == "body"), len(judged))
    best, best_score = None, 0.0
    counts: dict[str, int] = {}
    for line in judged[:_REACH]:
        key = text[line.start : line.end].casefold()
        counts[key] = counts.get(key, 0) + 1
    wanted = stated.casefold() if stated else None
    opening = set(
        re.findall(
            r"[^\W\d_]{4,}",
            " ".join(text[line.start : line.end][:800] for line in judged[first : first + 4]).casefold(),
        )
    )
    for index, line in enumerate(judged[: min(_REACH, first + 3)]):
        said = text[line.start : min(line.end, line.start + 400)]
        if wanted is not None:
            if said.casefold() == wanted:
                return line.start, line.end
            continue
        words = said.split()
        if not 2 <= len(words) <= 32 or len(said) > 220 or own_kind(said) not in (None, "navigation"):
            continue
        if line.kind == "body" and said[-1:] in ".;:":
            continue
        score = 1.0 + min(3, counts[said.casefold()] - 1)
        names = set(re.findall(r"[^\W\d_]{4,}", said.casefold()))
        score += 2.5 * len(names & opening) / (len(names) + 1)
        score += 0.6 if 5 <= len(words) <= 20 else 0
        score -= 0.15 * max(0, first - index) ** 0.5
        score -= 1.0 if said[-1:] == "." else 0
        score -= 1.0 if said[:1] in "•/" or " / " in said else 0
        if line.kind in BODY_KINDS and index > first:
            score -= 1.5
        if score > best_score:
            best, best_score = line, score
    return (best.start, best.end) if best else None
