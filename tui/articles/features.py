"""What the line classifier sees of a line: its words, its form, its place, and what stands around it.

Every function takes time linear in the length of the text.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from .kinds import doubled, is_caption, is_list_item, own_kind
from .published import days
from .words import FUNCTION_WORDS, lexicon, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Column = NDArray[np.floating[Any]]

CLIP = 2000
"""Characters of a line that are looked at."""

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s|$)")
_CLOSING = "\"”’')] *"
_KINDS = ("share", "newsletter", "comments", "related", "footer", "navigation", "meta")
_SECTIONS = ("related", "comments", "newsletter", "share", "footer")
_PLACE = re.compile(r"^[A-Z][\w .,'’/()-]{1,50}\s[—–-]{1,2}\s")
_YOU = lexicon("you your yours you're you’re you'll you’ll we our us we're we’re sign click please")
_SAID = lexicon("said says told added according wrote asked announced explained argued noted")
_MARKS = re.compile(r"https?://|www\.|\.com\b|@\w|#\w|[|»›©→]|\$\d|\bpic\.twitter")
_AGO = re.compile(r"\b(?:ago|am|pm|a\.m|p\.m|utc|gmt|est|edt|pst|pdt|bst|ist)\b", re.IGNORECASE)
_REPLY = re.compile(
    r"\bsays?:?$|^(?:reply|permalink|quote|report|upvote|like|log in to reply|reply to)\b|\breply$"
    r"|\bwrote (?:on|at)\b"
    r"|^\W*\d+ (?:likes?|points?|votes?|replies)\b|\bat \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?$"
    r"|\b\d+ (?:minutes|hours|days|months|years) ago$",
    re.IGNORECASE,
)
"""What stands at the head or foot of a reader's comment."""
_BIO = re.compile(
    r"^(?:[A-Z][\w.’'-]+ ){1,4}(?:is|was|has been|covers|writes|joined|works|serves) (?:an? |the )?"
    r"|^(?:about the author|follow )"
    r"|\b(?:freelance|staff writer|senior (?:editor|writer|reporter)|contributing|correspondent"
    r"|can be reached|follow (?:him|her|them))\b",
)


def line_features(clip: str, said: list[str]) -> list[float]:
    """What a line looks like by itself; `said` are its words."""
    length, count = len(clip), len(said)
    raw = clip.split()
    capital = sum(word[:1].isupper() for word in raw)
    upper = sum(len(word) > 1 and word.isupper() for word in raw)
    bare = clip.rstrip(_CLOSING)
    last, first = bare[-1:], clip[:1]
    ends = len(_SENTENCE_END.findall(clip))
    function = sum(word in FUNCTION_WORDS for word in said)
    digits = sum(map(str.isdigit, clip))
    kind = own_kind(clip)
    return [
        math.log1p(length),
        float(count),
        length / (count + 1),
        float(last in (".", "!", "?", "…") and not clip.endswith("...")),
        float(last in (":", ";", ",")),
        float(clip.endswith(("...", "…", "[…]"))),
        float(last == "?"),
        float(ends),
        count / (ends + 1),
        float(first.isupper()),
        float(first.islower()),
        float(first.isdigit()),
        float(first in "\"“‘'«"),
        capital / (len(raw) + 1),
        upper / (len(raw) + 1),
        function / (count + 1),
        digits / (length + 1),
        clip.count(",") / (count + 1),
        float(clip.count("“") + clip.count('"')),
        float(is_list_item(clip)),
        float(first.isdigit() and is_list_item(clip)),
        float(len(_MARKS.findall(clip[:600]))),
        float(bool(days(clip[:200])) if digits > 2 and length < 400 else False),
        float(_AGO.search(clip) is not None if length < 200 else False),
        float(_PLACE.match(clip) is not None),
        float(_BIO.search(clip[:400]) is not None),
        sum(word in _YOU for word in said) / (count + 1),
        float(any(word in _SAID for word in said)),
        float(is_caption(clip)),
        float(doubled(clip)),
        float(len({*said}) / (count + 1)),
        *(float(kind == name) for name in _KINDS),
        float(_REPLY.search(clip) is not None if length < 160 else False),
    ]


_OWN = 31
"""Where the kinds that a line tells itself begin."""
N_LINE = _OWN + len(_KINDS) + 1
_LEN, _WORDS, _FINAL, _CAPITAL, _ITEM = 0, 1, 3, 13, 19
_NEAR = (0, 3, 7, 13, 15, 19, 22)
"""The features of a line that its neighbours see too."""


def page_features(
    clips: Sequence[str],
    lengths: Sequence[int],
    gaps: Sequence[int],
    indents: Sequence[int],
    lexical: Sequence[float],
) -> Matrix:
    """One row for each line: what it looks like, where it stands, what stands around it.

    `clips` are the lines (or their first `CLIP` characters), `lengths` their full lengths, `gaps` the blank lines before
    each, `indents` the white space before it, `lexical` what its words alone say (log odds).
    """
    import numpy as np

    size = len(clips)
    said = [words(clip) for clip in clips]
    own = np.array([line_features(clip, line) for clip, line in zip(clips, said, strict=True)], np.float32)
    own = own.reshape(size, N_LINE)
    full = np.array(lengths, np.float32)
    own[:, _LEN] = np.log1p(full)
    lexic = np.array(lexical, np.float32)
    gap = np.minimum(np.array([*gaps, 2], np.float32), 4)
    prose = ((own[:, _FINAL] > 0) & (own[:, _WORDS] >= 10)) | (full >= 200)
    mass = np.where(prose, np.minimum(full, 4000), 0)
    before = np.concatenate(([0], np.cumsum(mass)[:-1]))
    total = float(mass.sum()) + 1
    place = np.arange(size, dtype=np.float32)
    chars = np.concatenate(([0], np.cumsum(full)[:-1]))
    columns: list[Column] = [
        *own.T,
        lexic,
        gap[:-1],
        gap[1:],
        np.minimum(np.array(indents, np.float32), 12),
        place / max(1, size - 1),
        np.log1p(place),
        np.log1p(size - 1 - place),
        chars / (float(full.sum()) + 1),
        before / total,
        (total - 1 - before - mass) / total,
        mass / total,
        *_since(prose, full),
        *(_window(prose.astype(np.float32), reach) for reach in (2, 5, 15)),
        *(_window(np.log1p(full), reach) for reach in (2, 5, 15)),
        *(_window(own[:, _ITEM], reach) for reach in (3, 10)),
        *(_window(own[:, _CAPITAL], reach) for reach in (3, 10)),
        *(_window(own[:, -1], reach) for reach in (3, 10)),
        np.cumsum(own[:, -1]) / (own[:, -1].sum() + 1),
        *(_window(lexic, reach) for reach in (1, 3, 10)),
        *_sections(own, mass),
        *np.array(_repeats(clips, said, prose.tolist()), np.float32).reshape(size, 11).T,
        *_blocks(gap, own, full),
        np.full(size, math.log1p(size)),
        np.full(size, float(prose.mean()) if size else 0),
        np.full(size, math.log1p(total)),
        np.full(size, float(gap[:-1].mean())),
    ]
    for shift in (-3, -2, -1, 1, 2, 3):
        columns += [_shifted(own[:, index], shift) for index in _NEAR]
        columns += [_shifted(lexic, shift), _shifted(own[:, _OWN : _OWN + len(_KINDS)].max(axis=1), shift)]
    return np.stack(columns, axis=1).astype(np.float32)


def context_features(chances: Matrix, lengths: Sequence[int], rows: Matrix) -> Matrix:
    """What the first judgement of the lines around a line says about it: one row a line.

    `rows` are the page's `page_features`.
    """
    import numpy as np

    size = len(chances)
    full = np.minimum(np.array(lengths, np.float32), 4000)
    mass = chances * full
    total = float(mass.sum()) + 1
    before = np.concatenate(([0], np.cumsum(mass)[:-1]))
    gain = np.where(chances > 0.5, 1, -1) * np.log1p(full) * np.abs(2 * chances - 1)
    low, high = _best_run(gain.tolist())
    place = np.arange(size, dtype=np.float32)
    columns: list[Column] = [
        chances,
        before / total,
        (total - 1 - before - mass) / total,
        *(_window(chances, reach) for reach in (1, 3, 8)),
        np.sign(place - low) * np.log1p(np.abs(place - low)),
        np.sign(high - place) * np.log1p(np.abs(high - place)),
        *_since(chances > 0.7, full),
        *_since(chances < 0.15, full),
        _mean_of_group(chances, _signature(rows)),
        _mean_of_group(chances, np.cumsum(rows[:, N_LINE + 1] > 0)),
    ]
    columns += [_shifted(chances, shift) for shift in (-4, -3, -2, -1, 1, 2, 3, 4)]
    return np.stack(columns, axis=1).astype(np.float32)


def _signature(rows: Matrix) -> Column:
    """A number for the form of a line: item or not, the blank lines around it, the white space before it, its size."""
    import numpy as np

    before, after, indent = range(N_LINE + 1, N_LINE + 4)
    parts = (rows[:, _ITEM], np.minimum(rows[:, before], 2), np.minimum(rows[:, after], 2), rows[:, indent])
    found = np.floor(rows[:, _LEN])
    for part in parts:
        found = found * 13 + part
    return found


def _mean_of_group(chances: Matrix, groups: Column) -> Matrix:
    """The mean judgement of the lines of a line's group."""
    import numpy as np

    _, index, counts = np.unique(groups, return_inverse=True, return_counts=True)
    mean: Matrix = (np.bincount(index, weights=chances) / counts)[index].astype(np.float32)
    return mean


def _best_run(gain: list[float]) -> tuple[int, int]:
    best, start, score, low, high = 0.0, 0, 0.0, 0, 0
    for index, value in enumerate(gain):
        score += value
        if score <= 0:
            start, score = index + 1, 0.0
        elif score > best:
            best, low, high = score, start, index
    return low, high


def _shifted(column: Matrix, shift: int) -> Matrix:
    """The column's value `shift` lines further on; −1 beyond the ends."""
    import numpy as np

    moved = np.full(len(column), -1, np.float32)
    if shift < 0:
        moved[-shift:] = column[:shift]
    elif shift < len(column):
        moved[:-shift] = column[shift:]
    return moved


def _window(column: Matrix, reach: int) -> Matrix:
    """The mean over the lines at most `reach` away, the line itself left out."""
    import numpy as np

    size = len(column)
    sums = np.concatenate(([0.0], np.cumsum(column, dtype=np.float64)))
    place = np.arange(size)
    low, high = np.maximum(place - reach, 0), np.minimum(place + reach + 1, size)
    mean: Matrix = ((sums[high] - sums[low] - column) / np.maximum(high - low - 1, 1)).astype(np.float32)
    return mean


def _since(flags: NDArray[np.bool_], full: Matrix) -> list[Matrix]:
    """Lines, and characters between, to the last and to the next line with the flag."""
    import numpy as np

    found = []
    for step in (1, -1):
        lines, chars, distance, between = [], [], 60.0, 0.0
        for flag, length in zip(flags[::step].tolist(), full[::step].tolist(), strict=True):
            lines.append(min(distance, 60.0))
            chars.append(math.log1p(between))
            distance, between = (1.0, 0.0) if flag else (distance + 1, between + length)
        found += [np.array(lines[::step], np.float32), np.array(chars[::step], np.float32)]
    return found


def _sections(own: Matrix, mass: Matrix) -> list[Matrix]:
    """For each kind of section heading: lines and prose since the last one, and whether one comes later."""
    import numpy as np

    found = []
    for name in _SECTIONS:
        column = own[:, _OWN + _KINDS.index(name)].tolist()
        since, prose, distance, amount = [], [], 80.0, -1.0
        for flag, length in zip(column, mass.tolist(), strict=True):
            since.append(min(distance, 80.0))
            prose.append(math.log1p(amount) if amount >= 0 else -1.0)
            if flag:
                distance, amount = 1.0, 0.0
            else:
                distance += 1
                amount += length if amount >= 0 else 0
        found += [np.array(since, np.float32), np.array(prose, np.float32)]
    return found


def _repeats(clips: Sequence[str], said: list[list[str]], prose: list[bool]) -> list[list[float]]:
    """How much of a line is said elsewhere on the page."""
    keys = [" ".join(line[:60]) for line in said]
    heads = [" ".join(line[:5]) for line in said]
    counts, head_counts = Counter(keys), Counter(heads)
    lines_with: Counter[str] = Counter()
    prose_with: Counter[str] = Counter()
    content = [{word for word in line if len(word) > 3 and word not in FUNCTION_WORDS} for line in said]
    for line, is_prose in zip(content, prose, strict=True):
        lines_with.update(line)
        if is_prose:
            prose_with.update(line)
    frequent = {word for word, count in prose_with.most_common(25) if count > 1}
    seen: set[str] = set()
    found = []
    last = {key: index for index, key in enumerate(keys)}
    glued = _glued(clips)
    for index, (key, line, is_prose) in enumerate(zip(keys, content, prose, strict=True)):
        own = 1 if is_prose else 0
        size = len(line) + 1
        found.append(
            [
                float(min(6, counts[key] - 1)),
                float(key in seen),
                float(last[key] > index),
                float(min(6, head_counts[heads[index]] - 1)) if len(said[index]) >= 5 else -1.0,
                sum(prose_with[word] > own for word in line) / size,
                sum(prose_with[word] > own + 1 for word in line) / size,
                sum(word in frequent for word in line) / size,
                sum(lines_with[word] - prose_with[word] > 1 - own for word in line) / size,
                float(glued[index]),
                _shared(line, content[index - 1]) if index else 0.0,
                _shared(line, content[index + 1]) if index + 1 < len(content) else 0.0,
            ]
        )
        seen.add(key)
    return found


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
    found = []
    for line in tight:
        at = pieces = 0
        while 20 <= len(line) <= 1500 and at < len(line):
            match = max(
                (
                    piece
                    for piece in heads.get(line[at : at + 8], ())[:20]
                    if piece != line and line.startswith(piece, at)
                ),
                key=len,
                default=None,
            )
            if match is None:
                break
            at, pieces = at + len(match), pieces + 1
        found.append(pieces >= 2 and at >= 0.8 * len(line))
    return found


def _blocks(gap: Matrix, own: Matrix, full: Matrix) -> list[Matrix]:
    """The block (lines without a blank one between) that a line stands in: its lines, its mean length, the place in it."""
    import numpy as np

    size = len(full)
    starts = [index for index in range(size) if index == 0 or gap[index] > 0]
    ends = [*starts[1:], size] if starts else []
    sums = [0.0, *accumulate(full.tolist())]
    items = [0.0, *accumulate(own[:, _ITEM].tolist())]
    rows = []
    for low, high in zip(starts, ends, strict=True):
        count = high - low
        mean, share = (sums[high] - sums[low]) / count, (items[high] - items[low]) / count
        rows += [
            (math.log1p(count), math.log1p(mean), share, float(index - low), float(high - 1 - index))
            for index in range(low, high)
        ]
    return list(np.minimum(np.array(rows, np.float32).reshape(size, 5), 60).T)
