"""The tagger: small neural networks over the model's parse that say which tokens name people, organisations and places.

Each network has one hidden layer for a token and one for a window of five tokens. Trained by `benchmarks/who_train.py`
on newswire marked by hand; the networks' answers are averaged.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .features import TENSOR, VECTOR, WORD, Floats, Rows, View

if TYPE_CHECKING:
    from spacy.tokens import Doc

TYPES = ("PER", "ORG", "LOC", "FAC")
TAGS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BILU"))
"""Outside, and for each type the beginning, inside and last token of a name and the only token of one."""

REACH = 2
"""Tokens of the window to either side."""

_PART = 4096
"""Tokens that are looked at together."""

WEIGHTS = "tagger.npz"

Weights = dict[str, Floats]


class Networks(NamedTuple):
    """The networks. Their first layers stand side by side, apart for what a word has wherever it stands (`word`), for what
    it has where it stands (`here`) and for the rows of the table; `vectors` is the shape of the model's vectors."""

    nets: tuple[Weights, ...]
    vectors: tuple[int, ...]
    word: Floats
    here: Floats
    table: Floats
    bias: Floats


@cache
def networks() -> Networks:
    """The networks as they were trained and stored."""
    with np.load(BytesIO(files(__package__).joinpath(WEIGHTS).read_bytes()), allow_pickle=False) as stored:
        vectors = tuple(int(size) for size in stored["vectors"])
        numbers = range(int(stored["count"]))
        first = {key: [stored[f"{key}{n}"].astype(np.float32) for n in numbers] for key in "AEa"}
        nets = tuple({key: stored[f"{key}{n}"].astype(np.float32) for key in "BbCcS"} for n in numbers)
    dense = np.concatenate(first["A"], axis=1)
    context, flags = VECTOR + TENSOR, VECTOR + TENSOR + WORD
    return Networks(
        nets,
        vectors,
        word=np.concatenate([dense[:VECTOR], dense[context:flags]]),
        here=np.concatenate([dense[VECTOR:context], dense[flags:]]),
        table=np.concatenate(first["E"], axis=1),
        bias=np.concatenate(first["a"]),
    )


def windows(asked: Rows, count: int) -> tuple[Rows, Rows]:
    """Of a text of `count` tokens, those that the windows of the tokens `asked` hold, and `around` for `forward`."""
    window = asked[:, None] + np.arange(-REACH, REACH + 1)
    seen = np.unique(np.clip(window, 0, count - 1))
    around = np.searchsorted(seen, window)
    around[(window < 0) | (window >= count)] = len(seen)
    return seen, around


def forward(weights: Weights, dense: Floats, rows: Rows, around: Rows) -> Floats:
    """The probabilities of the tags, tokens × tags.

    `around` has for each token the rows of `dense` of the tokens of its window, one past the last where there is none.
    """
    token = np.maximum(dense @ weights["A"] + weights["E"][rows].sum(1) + weights["a"], 0)
    return upper(weights, np.concatenate([token, np.zeros((1, token.shape[1]), np.float32)]), around)


def upper(weights: Weights, token: Floats, around: Rows) -> Floats:
    """The same from the first layer on: `token` is that, with a last row of zeros."""
    near = np.maximum(token[around].reshape(len(around), -1) @ weights["B"] + weights["b"], 0)
    scores = near @ weights["C"] + token[around[:, REACH]] @ weights["S"] + weights["c"]
    scores = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(scores / scores.sum(1, keepdims=True), np.float32)


def lower(known: Networks, view: View, at: Rows) -> Floats:
    """The first layers of all networks for the tokens `at`, with a last row of zeros."""
    words, which = np.unique(view.inverse[at], return_inverse=True)
    dense, rows = view.forms(words)
    layer = (dense @ known.word + known.bias + known.table[rows].sum(1))[which]
    dense, rows = view.here(at)
    layer += dense @ known.here
    for column in rows.T:
        layer += known.table[column]
    return np.concatenate([np.maximum(layer, 0, out=layer), np.zeros((1, layer.shape[1]), np.float32)])


_OUTSIDE = np.eye(1, len(TAGS), dtype=np.float32)[0]


def probabilities(doc: Doc) -> Floats | None:
    """The probabilities of the tags, tokens × tags; None where the parse is not of the model that the networks know."""
    known = networks()
    if not len(doc) or doc.vocab.vectors.shape != known.vectors or len(doc.tensor) != len(doc):
        return None
    view = View(doc)
    chances = np.tile(_OUTSIDE, (len(doc), 1))
    names = np.flatnonzero(view.may_be_name)
    for first in range(0, len(names), _PART):
        asked = names[first : first + _PART]
        seen, around = windows(asked, len(doc))
        layers = np.split(lower(known, view, seen), len(known.nets), axis=1)
        total = sum(upper(net, layer, around) for net, layer in zip(known.nets, layers, strict=True))
        chances[asked] = total / np.float32(len(known.nets))
    return chances


def _moves() -> Floats:
    allowed = np.full((len(TAGS), len(TAGS)), -np.inf, np.float32)
    for i, before in enumerate(TAGS):
        for j, after in enumerate(TAGS):
            inside = after[0] in "IL"
            if inside == (before[0] in "BI") and (not inside or before[2:] == after[2:]):
                allowed[i, j] = 0
    return allowed


_MOVES = _moves()
_CERTAIN = 0.99


def decode(chances: Floats) -> list[tuple[int, int]]:
    """The most probable names, as first token and the one after the last (Viterbi over the stretches that may hold any)."""
    outside = np.concatenate([[True], chances[:, 0] > _CERTAIN, [True]])
    edges = np.flatnonzero(outside[1:] != outside[:-1])
    scores = np.log(chances + 1e-9)
    alone = (scores + _MOVES[0] + _MOVES[:, 0]).argmax(1).tolist()
    found: list[tuple[int, int]] = []
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        path = _best(scores[first:last]) if last - first > 1 else [alone[first]]
        start = None
        for i, tag in enumerate(path):
            place = TAGS[tag][0]
            if place in "BU":
                start = first + i
            if place in "LU" and start is not None:
                found.append((start, first + i + 1))
    return found


def _best(scores: Floats) -> list[int]:
    best = scores[0] + _MOVES[0]
    back = []
    for row in scores[1:]:
        paths = best[:, None] + _MOVES
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    tag = int((best + _MOVES[:, 0]).argmax())
    path = [tag]
    for pointers in reversed(back):
        tag = int(pointers[tag])
        path.append(tag)
    return path[::-1]
