"""Body or furniture: the trained judgement of a page's blocks; see `benchmarks/cleaning/README.md`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from ..trees import Trees
from .dom import Page, tag_of
from .features import Odds, features

FILE = "weights.npz"
THRESHOLD = 0.45
"""The probability from which a block is body."""
_MOST_BLOCKS = 20_000
_TOP_HEADINGS = frozenset(("h1", "h2", "h3"))


@dataclass(frozen=True)
class Weights:
    """`words` and `names` are the log odds of each hash bucket (the last one is the bias); the trees judge the features."""

    words: Odds
    names: Odds
    trees: Trees


@cache
def load() -> Weights:
    """The shipped weights, read once."""
    with (files(__package__) / FILE).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return Weights(
            arrays["words"].astype(np.float32),
            arrays["names"].astype(np.float32),
            Trees.read(arrays, "trees"),
        )


def body_chances(page: Page) -> list[float]:
    """For each block of the page the probability that it belongs to the article.

    A page of very many blocks is a book or a log rather than an article: of it the headings and the prose are kept.
    """
    if page.root is None or not page.blocks:
        return []
    if len(page.blocks) > _MOST_BLOCKS:
        return [
            float(block.is_prose or (block.is_own and tag_of(block.element) in _TOP_HEADINGS))
            for block in page.blocks
        ]
    weights = load()
    chances = weights.trees.predict(features(page, weights.words, weights.names))
    return [float(chance) for chance in chances]
