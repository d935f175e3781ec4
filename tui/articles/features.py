"""What the line classifier sees of a line: its words, its form, its place, and what stands around it.

Every function takes time linear in the length of the text.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from .line_features import (
    CAPITAL,
    CODE,
    COUNT,
    DATED,
    FINAL,
    ITEM,
    KINDS,
    LENGTH,
    META,
    N_LINE,
    OWN,
    REPLY,
    line_features,
)
from .words import FUNCTION_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Column = NDArray[np.floating[Any]]
    Flags = NDArray[np.bool_]

CLIP = 2000
"""Characters of a line that are looked at."""

_SECTIONS = ("related", "comments", "newsletter", "share", "footer")
_FREQUENT = 25
"""The words of a page's prose that count as its most frequent; of equally frequent ones those first in the alphabet."""


def page_features(
    clips: Sequence[str],
    said: Sequence[list[str]],
    lengths: Sequence[int],
    gaps: Sequence[int],
    indents: Sequence[int],
    lexical: Column,
) -> Matrix:
    """One row for each line: what it looks like, where it stands, what stands around it.

    `clips` are the lines (or their first `CLIP` characters), `said` their words, `lengths` their full lengths, `gaps` the
    blank lines before each, `indents` the white space before it, `lexical` what its words alone say (log odds).
    """
    import numpy as np

    size = len(clips)
    own = np.array([line_features(clip, line) for clip, line in zip(clips, said, strict=True)], np.float32)
    own = own.reshape(size, N_LINE)
    full = np.array(lengths, np.float32)
    long = own[:, LENGTH] = np.log1p(full)
    gap = np.minimum(np.array([*gaps, 2], np.float32), 4)
    indent = np.minimum(np.array(indents, np.float32), 12)
    prose = ((own[:, FINAL] > 0) & (own[:, COUNT] >= 10)) | (full >= 200)
    mass = np.where(prose, np.minimum(full, 4000), 0)
    before = _sums(mass)[:-1]
    total = float(mass.sum()) + 1
    place = np.arange(size, dtype=np.float32)
    reply = own[:, REPLY]
    content = [{word for word in line if len(word) > 3} - FUNCTION_WORDS for line in said]
    columns: list[Column] = [
        *own.T,
        lexical,
        gap[:-1],
        gap[1:],
        indent,
        place / max(1, size - 1),
        np.log1p(place),
        np.log1p(size - 1 - place),
        _sums(full)[:-1] / (float(full.sum()) + 1),
        before / total,
        (total - 1 - before - mass) / total,
        mass / total,
        mass / (float(mass.max(initial=0)) + 1),
        *_distances(prose, full),
        *_distances((own[:, META] > 0) | (own[:, DATED] > 0), full),
        *_distances(reply > 0, full),
        *_windows(prose.astype(np.float32), (2, 5, 15)),
        *_windows(long, (2, 5, 15)),
        *_windows(own[:, ITEM], (3, 10)),
        *_windows(own[:, CAPITAL], (3, 10)),
        *_windows(reply, (3, 10)),
        *_windows(own[:, CODE], (3, 15)),
        *_windows(lexical, (1, 3, 10)),
        np.cumsum(reply) / (reply.sum() + 1),
        *_sections(own, mass),
        *_repeats(clips, said, content, prose),
        *_blocks(gap[:-1] > 0, own[:, ITEM], full, lexical),
        *_form(np.stack((own[:, ITEM], gap[:-1], gap[1:], indent, np.floor(long)), axis=1), lexical),
        *_core(content, lexical, full, prose),
    ]
    whole = (
        math.log1p(size),
        float(prose.mean()),
        math.log1p(total),
        float(gap[:-1].mean()),
        float(own[:, CODE].mean()),
        math.log1p(float(reply.sum())),
        math.log1p(float(own[:, DATED].sum())),
        float(own[:, ITEM].mean()),
        float((lexical * mass).sum() / total),
    )
    rows = np.empty((size, len(columns) + len(whole)), np.float32)
    for index, column in enumerate(columns):
        rows[:, index] = column
    rows[:, len(columns) :] = whole
    return rows


def _sums(column: Column) -> Column:
    """The sums of the first 0, 1, 2 … values."""
    import numpy as np

    sums = np.zeros(len(column) + 1)
    np.cumsum(column, dtype=np.float64, out=sums[1:])
    return sums


def _windows(column: Matrix, reaches: Sequence[int]) -> list[Column]:
    """For each reach the mean over the lines at most so far away, the line itself left out."""
    import numpy as np

    size = len(column)
    sums = _sums(column)
    place = np.arange(size)
    found = []
    for reach in reaches:
        low, high = np.maximum(place - reach, 0), np.minimum(place + reach + 1, size)
        found.append((sums[high] - sums[low] - column) / np.maximum(high - low - 1, 1))
    return found


def _last(flags: Flags) -> NDArray[np.intp]:
    """For each line the index of the last line before it that has the flag, −1 where there is none."""
    import numpy as np

    last = np.full(len(flags), -1)
    last[1:] = np.maximum.accumulate(np.where(flags, np.arange(len(flags)), -1))[:-1]
    return last


def _distances(flags: Flags, full: Matrix) -> list[Column]:
    """Lines, and characters between (logarithm), to the last and to the next line with the flag."""
    return [*_since(flags, full), *(column[::-1] for column in _since(flags[::-1], full[::-1]))]


def _since(flags: Flags, full: Matrix) -> list[Column]:
    import numpy as np

    last = _last(flags)
    place = np.arange(len(flags))
    sums = _sums(full)
    distance = np.where(last < 0, 60, np.minimum(place - last, 60))
    return [distance, np.log1p(np.maximum(sums[:-1] - sums[last + 1], 0))]


def _sections(own: Matrix, mass: Column) -> list[Column]:
    """For each kind of section heading: lines since the last one, and the prose between (logarithm)."""
    import numpy as np

    sums = _sums(mass)
    place = np.arange(len(own))
    found: list[Column] = []
    for name in _SECTIONS:
        last = _last(own[:, OWN + KINDS.index(name)] > 0)
        found.append(np.where(last < 0, 80, np.minimum(place - last, 80)))
        found.append(np.where(last < 0, -1, np.log1p(np.maximum(sums[:-1] - sums[last + 1], 0))))
    return found


def _blocks(begins: Flags, item: Matrix, full: Matrix, lexical: Column) -> list[Column]:
    """The block (lines without a blank one between) that a line stands in: its lines, its mean length, the place in it,
    its share of list items, what its words say."""
    import numpy as np

    size = len(full)
    if not size:
        return [full] * 6
    first = begins.copy()
    first[0] = True
    starts = np.flatnonzero(first)
    index = np.cumsum(first) - 1
    count = np.diff(np.append(starts, size))
    place = np.arange(size) - starts[index]

    def mean(column: Column) -> Column:
        found: Column = (np.add.reduceat(column, starts) / count)[index]
        return found

    return [
        np.log1p(count)[index],
        np.log1p(mean(full)),
        mean(item),
        np.minimum(place, 60),
        np.minimum(count[index] - 1 - place, 60),
        mean(lexical),
    ]


def _form(parts: Matrix, lexical: Column) -> list[Column]:
    """What the words of the lines of the same form say (item or not, blank lines around, white space before, size), and the
    share of such lines."""
    import numpy as np

    key = parts @ np.array((1, 2, 10, 50, 650), np.float32)
    _, index, counts = np.unique(key, return_inverse=True, return_counts=True)
    mean = np.bincount(index, weights=lexical) / counts
    return [mean[index], (counts / len(parts))[index]]


def _core(content: Sequence[set[str]], lexical: Column, full: Matrix, prose: Flags) -> list[Column]:
    """Where a line stands to the run of lines whose words look most like a body, and what it shares with its prose."""
    import numpy as np

    size = len(content)
    gain = np.tanh(lexical / 2) * np.log1p(np.minimum(full, 4000)) - 0.5
    low, high = _best_run(gain.tolist())
    known: Counter[str] = Counter()
    for index in range(low, min(high + 1, size)):
        if prose[index]:
            known.update(content[index])
    once, twice = {*known}, {word for word, count in known.items() if count > 1}
    place = np.arange(size)
    inside = (place >= low) & (place <= high)
    shared = [
        len(line & (twice if own else once)) / (len(line) + 1)
        for line, own in zip(content, (inside & prose).tolist(), strict=True)
    ]
    return [
        np.sign(place - low) * np.log1p(np.abs(place - low)),
        np.sign(high - place) * np.log1p(np.abs(high - place)),
        inside,
        np.full(size, float(full[low : high + 1].sum()) / (float(full.sum()) + 1)),
        np.array(shared),
    ]


def _best_run(gain: list[float]) -> tuple[int, int]:
    best, start, score, low, high = 0.0, 0, 0.0, 0, 0
    for index, value in enumerate(gain):
        score += value
        if score <= 0:
            start, score = index + 1, 0.0
        elif score > best:
            best, low, high = score, start, index
    return low, high


def _repeats(
    clips: Sequence[str], said: Sequence[list[str]], content: Sequence[set[str]], prose: Flags
) -> list[Column]:
    """How much of a line is said elsewhere on the page."""
    import numpy as np

    keys = [" ".join(line[:60]) for line in said]
    heads = [" ".join(line[:5]) if len(line) >= 5 else "" for line in said]
    counts, head_counts = Counter(keys), Counter(heads)
    prose_with: Counter[str] = Counter()
    others_with: Counter[str] = Counter()
    is_prose = prose.tolist()
    for line, own in zip(content, is_prose, strict=True):
        (prose_with if own else others_with).update(line)
    ranked = nsmallest(_FREQUENT, prose_with.items(), key=lambda item: (-item[1], item[0]))
    frequent = {word for word, count in ranked if count > 1}
    in_prose = [{*prose_with}, *({word for word, count in prose_with.items() if count > n} for n in (1, 2))]
    in_others = [{word for word, count in others_with.items() if count > 1}, {*others_with}]
    seen: set[str] = set()
    last = {key: index for index, key in enumerate(keys)}
    rows = []
    for index, (key, line, own) in enumerate(zip(keys, content, is_prose, strict=True)):
        share = 1 / (len(line) + 1)
        rows.append(
            (
                min(6, counts[key] - 1),
                key in seen,
                last[key] > index,
                min(6, head_counts[heads[index]] - 1) if heads[index] else -1,
                len(line & in_prose[own]) * share,
                len(line & in_prose[own + 1]) * share,
                len(line & frequent) * share,
                len(line & in_others[own]) * share,
                _shared(line, content[index - 1]) if index else 0,
                _shared(line, content[index + 1]) if index + 1 < len(content) else 0,
            )
        )
        seen.add(key)
    return [*np.array(rows, np.float32).reshape(len(rows), 10).T, np.array(_glued(clips), np.float32)]


def _shared(one: set[str], other: set[str]) -> float:
    """The share of the words of the shorter line that the other has too."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _glued(clips: Sequence[str]) -> list[bool]:
    """Which lines are other lines of the page glued together: a contents list in one line."""
    heads: dict[str, list[str]] = {}
    tight = ["".join(clip.split()) for clip in clips]
    for line in {*tight}:
        if 8 <= len(line) <= 200:
            heads.setdefault(line[:8], []).append(line)
    for same in heads.values():
        same.sort(key=lambda piece: (-len(piece), piece))
    found = []
    for line in tight:
        at = pieces = 0
        while 20 <= len(line) <= 1500 and at < len(line):
            for piece in heads.get(line[at : at + 8], ())[:20]:
                if piece != line and line.startswith(piece, at):
                    at, pieces = at + len(piece), pieces + 1
                    break
            else:
                break
        found.append(pieces >= 2 and at >= 0.8 * len(line))
    return found
