"""Where prose begins and ends in a text that has lost its line breaks.

Each token gets the log odds that it stands in prose, from its own form and that of those around it; a Viterbi path through
two states, prose and furniture, turns them into stretches. `benchmarks/cleaning/run_on_train.py` fits the weights.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .words import FUNCTION_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TOKEN = re.compile(r"\S{1,400}")
_AROUND = ".,;:!?\"“”‘’'()[]…"
_OPENS = re.compile(r"[\"“‘(\[]*[A-Z0-9•]")
_WINDOWS = ((-4, 0), (0, 5), (-15, 0), (0, 16), (-60, 0), (0, 61))
"""Tokens before and after the one that is judged, whose forms are counted."""
_FORMS, _ENDS = 7, 3
_EDGE = 150
"""Tokens from the beginning and the end of the text in which the place counts."""
COLUMNS = (_FORMS + _ENDS) * (1 + len(_WINDOWS)) + 2

SCALE = 0.1
"""What a token's log odds count: its neighbours say nearly the same."""
SWITCH, BREACH = 2.0, 6.0
"""The cost of a change of state where a sentence may begin or has ended, and elsewhere."""


def tokens(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of what white space separates in `text[start:end]`."""
    return [match.span() for match in _TOKEN.finditer(text, start, end)]


def _form(token: str) -> int:
    """0 function word, 1 other word in lower case, 2 capitalised, 3 capitals, 4 number, 5 symbol, 6 function word with a
    capital."""
    bare = token.strip(_AROUND)
    if not bare or not bare[0].isalnum():
        return 5
    if bare[0].isdigit():
        return 4
    is_function_word = bare.lower() in FUNCTION_WORDS
    if bare[0].islower():
        return 0 if is_function_word else 1
    if is_function_word:
        return 6
    return 3 if len(bare) > 1 and bare.isupper() else 2


def _end(token: str) -> int:
    """1 the end of a sentence, 2 a comma, 3 a colon, 0 else."""
    bare = token.rstrip("\"”’')]")
    last = bare[-1:]
    return (
        1
        if last in (".", "!", "?", "…") and len(bare) > 3
        else 2
        if last in (",", ";")
        else 3 * (last == ":")
    )


def token_features(said: list[str]) -> NDArray[np.float32]:
    """One row for each token: its form and ending, those of the tokens around it, and how near the edges are."""
    import numpy as np

    size, kinds = len(said), _FORMS + _ENDS
    own = np.zeros((size, kinds), np.float32)
    own[np.arange(size), [_form(token) for token in said]] = 1
    ends = np.array([_end(token) for token in said])
    for end in range(1, _ENDS + 1):
        own[:, _FORMS + end - 1] = ends == end
    sums = np.concatenate((np.zeros((1, kinds)), np.cumsum(own, axis=0, dtype=np.float64)))
    at = np.arange(size)
    columns: list[NDArray[np.float32]] = [own]
    for low, high in _WINDOWS:
        counted = sums[np.clip(at + high, 0, size)] - sums[np.clip(at + low, 0, size)]
        columns.append((counted / (high - low)).astype(np.float32))
    edges = np.stack((np.minimum(at, _EDGE), np.minimum(size - 1 - at, _EDGE)), axis=1) / _EDGE
    return np.concatenate((*columns, edges), axis=1, dtype=np.float32)


def stretches(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """`text[start:end]` cut into furniture and sentences of prose: start, end, whether it is prose; in reading order.

    The time is linear in the length.
    """
    from .weights import load_run_on

    spans = tokens(text, start, end)
    if not spans:
        return []
    said = [text[low:high] for low, high in spans]
    weights = load_run_on()
    odds = (token_features(said) @ weights[:-1] + weights[-1]) * SCALE
    opens = [_OPENS.match(token) is not None for token in said]
    ended = [_end(token) == 1 for token in said]
    prose = _path(odds.tolist(), opens, ended)
    found: list[tuple[int, int, bool]] = []
    first = 0
    for index in range(len(spans)):
        last = index + 1 == len(spans)
        if last or prose[index] != prose[index + 1] or (prose[index] and ended[index] and opens[index + 1]):
            found.append((spans[first][0], spans[index][1], prose[index]))
            first = index + 1
    return found


def _path(odds: list[float], opens: list[bool], ended: list[bool]) -> list[bool]:
    """For each token whether it is prose, on the likeliest path (Viterbi 1967)."""
    furniture, prose = 0.0, -SWITCH
    into_furniture, into_prose = bytearray(len(odds)), bytearray(len(odds))
    for index, gain in enumerate(odds):
        from_furniture = furniture - (SWITCH if opens[index] else BREACH)
        from_prose = prose - (SWITCH if index and ended[index - 1] else BREACH)
        into_prose[index] = from_furniture > prose
        into_furniture[index] = from_prose > furniture
        prose, furniture = max(prose, from_furniture) + gain, max(furniture, from_prose)
    state = prose > furniture
    found = [False] * len(odds)
    for index in range(len(odds) - 1, -1, -1):
        found[index] = state
        if (into_prose if state else into_furniture)[index]:
            state = not state
    return found
