"""Which blocks of an HTML page belong to its body, told by the body that people marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from benchmarks.cleaning.pages import RUN

_WORD = re.compile(r"\w+")
_SHORT = 8
_SHARE = 0.5


def labels(texts: Sequence[str], hidden: Sequence[bool], body: str) -> list[bool]:
    """For each block whether it is body.

    A long block is when half of its runs of four words stand in the body and no block before it took them (what is shown
    comes before what is hidden). A short one is when its words stand in the body between those of its long neighbours.
    """
    wanted = _WORD.findall(body)
    free = Counter(_runs(wanted))
    first_at: dict[tuple[str, ...], int] = {}
    for index, run in enumerate(_runs(wanted)):
        first_at.setdefault(run, index)
    words = [_WORD.findall(text) for text in texts]
    found = [False] * len(texts)
    places: list[tuple[int, int] | None] = [None] * len(texts)
    for index in sorted(range(len(texts)), key=lambda i: hidden[i]):
        own = _runs(words[index])
        if len(words[index]) < _SHORT:
            continue
        counted = Counter(own)
        taken = sum(min(count, free[run]) for run, count in counted.items())
        if taken >= _SHARE * len(own):
            found[index] = True
            for run, count in counted.items():
                free[run] -= min(count, free[run])
            there = [first_at[run] for run in own if run in first_at]
            places[index] = (there[0], there[-1] + RUN)
    joined = f" {' '.join(wanted)} "
    starts = [0]
    for word in wanted:
        starts.append(starts[-1] + len(word) + 1)
    ends = _after(places)
    low = 0
    for index, said in enumerate(words):
        if (place := places[index]) is not None:
            low = place[1]
        elif said and len(said) < _SHORT and not hidden[index]:
            high = ends[index] if ends[index] is not None else len(wanted)
            assert high is not None
            at = joined.find(
                f" {' '.join(said)} ", max(0, starts[min(low, len(wanted))] - 1), starts[high] + 2
            )
            if at >= 0:
                found[index] = True
                low = joined.count(" ", 0, at + 1) - 1 + len(said)
    return found


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]


def _after(places: Sequence[tuple[int, int] | None]) -> list[int | None]:
    """For each block where in the body the next long one begins."""
    found: list[int | None] = [None] * len(places)
    following: int | None = None
    for index in range(len(places) - 1, -1, -1):
        found[index] = following
        if (place := places[index]) is not None:
            following = place[0]
    return found
