"""The features by which a page's blocks are told to be body or furniture, one row a block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from . import jsonld
from .block_features import (
    FINAL,
    HEADING,
    LINKS,
    NOISE,
    SIZE,
    STOPS,
    WORD,
    WORDS,
    block_features,
    name_buckets,
    noise_in,
    word_buckets,
)  # fmt: skip
from .containers import Container, Tree
from .dom import Page, PageBlock
from .kept import main_text, shares

Matrix = NDArray[np.float32]
Odds = NDArray[np.float32]

_WINDOW = (-3, -2, -1, 1, 2, 3)
KEPT = SIZE + 20
"""The column of what trafilatura kept; beside it what it keeps when unsure, and what JSON-LD repeats."""


def _around(tree: Tree, node: Container, total: int) -> list[float]:
    """What the containers above say."""
    row: list[float] = []
    for step in (1, 2, 3, 5):
        up = node.up(step)
        row += [
            up.chars / total,
            up.link_chars / (up.chars or 1),
            np.log1p(up.blocks),
            up.prose / (up.chars or 1),
        ]
    top = tree.top
    above, far = 0, node
    if top is not None:
        inside: Container | None = node
        steps = 0
        while inside is not None and inside is not top:
            inside, steps = inside.parent, steps + 1
        above = steps if inside is not None else -1
        far = _meeting(node, top)
        row += [
            above,
            top.depth - far.depth,
            node.up(1).score / (top.score or 1),
            node.up(2).score / (top.score or 1),
        ]
    else:
        row += [-1, -1, 0, 0]
    return [float(value) for value in row]


def _meeting(a: Container, b: Container) -> Container:
    """The lowest container that holds both."""
    while a is not b:
        if a.depth >= b.depth and a.parent is not None:
            a = a.parent
        elif b.parent is not None:
            b = b.parent
        else:
            break
    return b


def _shifted(column: Matrix, steps: int, fill: float) -> Matrix:
    out = np.full_like(column, fill)
    if steps > 0:
        out[:-steps] = column[steps:] if steps < len(column) else out[:-steps]
    elif -steps < len(column):
        out[-steps:] = column[:steps]
    return out


def _means(values: Matrix, weights: Matrix, groups: Sequence[int]) -> Matrix:
    """For each row the weighted mean of `values` in its group."""
    ids = np.asarray(groups)
    top = int(ids.max()) + 1 if len(ids) else 0
    sums = np.bincount(ids, values * weights, top)
    totals = np.bincount(ids, weights, top)
    means: Matrix = (sums[ids] / np.maximum(totals[ids], 1e-6)).astype(np.float32)
    return means


def features(page: Page, word_odds: Odds, name_odds: Odds) -> Matrix:
    """One row for each block of the page.

    The odds are those of each bucket of words and of names, the last one that of a block without any.
    """
    words = np.array([odds_of(word_buckets(block), word_odds) for block in page.blocks], np.float32)
    names = np.array([odds_of(name_buckets(block), name_odds) for block in page.blocks], np.float32)
    return with_odds(plain_features(page), words, names)


def odds_of(buckets: Sequence[int], odds: Odds) -> float:
    """The log odds that a block with these buckets is body."""
    return float(odds[buckets].sum() + odds[-1])


def with_odds(plain: Matrix, words: Matrix, names: Matrix) -> Matrix:
    """The plain features and what the words and the names of each block and its neighbours say."""
    columns = [words, names]
    for column in (words, names):
        columns += [_shifted(column, steps, 0.0) for steps in (-2, -1, 1, 2)]
        columns += [_running(column, 4), _running(column[::-1], 4)[::-1]]
    return np.hstack([plain, np.stack(columns, axis=1)]).astype(np.float32)


def plain_features(page: Page) -> Matrix:
    """The features but for the words and names."""
    blocks = page.blocks
    assert page.root is not None
    tree = Tree(blocks)
    texts = [block.text for block in blocks]
    title = _title_words(page)
    seen = Counter(texts)
    total = sum(len(text) for text in texts) or 1
    rows = [
        block_features(block, node, seen, title) + _around(tree, node, total)
        for block, node in zip(blocks, tree.of, strict=True)
    ]
    own = np.array(rows, dtype=np.float32)
    kept = np.array(shares(texts, main_text(page)), dtype=np.float32)
    recalled = np.array(shares(texts, main_text(page, recall=True)), dtype=np.float32)
    stated = np.array(shares(texts, _stated_body(page)), dtype=np.float32)
    words = np.expm1(own[:, WORDS])
    signatures = [node.signature for node in tree.of]
    sizes = np.bincount(signatures)[signatures] if signatures else np.zeros(0)
    columns = [
        own,
        kept[:, None],
        recalled[:, None],
        stated[:, None],
        np.full((len(blocks), 1), float(stated.sum() > 0), dtype=np.float32),
        _places(words, kept),
        _neighbours(own, kept, recalled),
        _means(kept, words + 1, signatures)[:, None],
        _means(own[:, WORDS], np.ones_like(words), signatures)[:, None],
        np.log1p(sizes).astype(np.float32)[:, None],
        _sections(blocks, tree, own),
    ]
    for step in (1, 2, 3):
        ids = _ids([node.up(step) for node in tree.of])
        columns.append(_means(kept, words + 1, ids)[:, None])
    return np.hstack(columns).astype(np.float32)


def _ids(nodes: Sequence[Container]) -> list[int]:
    known: dict[int, int] = {}
    return [known.setdefault(id(node), len(known)) for node in nodes]


def _title_words(page: Page) -> frozenset[str]:
    assert page.root is not None
    titles = ["".join(element.itertext()) for element in list(page.root.iter("title"))[:1]]
    return frozenset(
        word.lower() for title in titles for word in WORD.findall(title) if word.lower() not in STOPS
    )


def _stated_body(page: Page) -> str:
    """The article's text where the page's JSON-LD repeats it."""
    assert page.root is not None
    bodies = [
        item["articleBody"] for item in jsonld.items(page.root) if isinstance(item.get("articleBody"), str)
    ]
    return max(bodies, key=len, default="")


def _places(words: Matrix, kept: Matrix) -> Matrix:
    """Where the block stands on the page, and against what trafilatura kept."""
    count = len(words)
    index = np.arange(count)
    before = np.cumsum(words) - words
    total = max(float(words.sum()), 1.0)
    mass = words * kept
    kept_before = np.cumsum(mass) - mass
    kept_total = max(float(mass.sum()), 1.0)
    where = np.flatnonzero((kept > 0.5) & (words > 7))
    first, last = (int(where[0]), int(where[-1])) if len(where) else (0, count - 1)
    return np.stack(
        [
            index / max(count, 1),
            before / total,
            np.log1p(words.sum()) + 0 * words,
            np.log1p(before),
            kept_before / kept_total,
            np.full(count, kept_total / total),
            np.clip(index - first, -30, 30),
            np.clip(index - last, -30, 30),
            np.log1p(kept_total - kept_before - mass),
        ],
        axis=1,
    ).astype(np.float32)


def _neighbours(own: Matrix, kept: Matrix, recalled: Matrix) -> Matrix:
    """The same of the blocks before and after."""
    seen = (kept, own[:, WORDS], own[:, FINAL], own[:, LINKS], own[:, HEADING])
    columns = [_shifted(column, steps, -1.0) for steps in _WINDOW for column in seen]
    prose = own[:, WORDS] * (own[:, FINAL] > 0) * (own[:, LINKS] < 0.5)
    for width in (3, 8):
        for column in (kept, recalled, prose, own[:, LINKS]):
            columns += [_running(column, width), _running(column[::-1], width)[::-1]]
    return np.stack(columns, axis=1)


def _running(column: Matrix, width: int) -> Matrix:
    """For each row the mean of the `width` rows before it."""
    sums = np.concatenate([[0.0], np.cumsum(column)])
    index = np.arange(len(column))
    low = np.maximum(index - width, 0)
    means: Matrix = ((sums[index] - sums[low]) / np.maximum(index - low, 1)).astype(np.float32)
    return means


def _sections(blocks: Sequence[PageBlock], tree: Tree, own: Matrix) -> Matrix:
    """The last heading: how far, how high, and which noise words it has."""
    rows = []
    distance, level, noise = 30.0, 0.0, [0.0] * NOISE
    share = 0.0
    for index, block in enumerate(blocks):
        height = own[index, HEADING]
        if height:
            distance, level = 0.0, float(height)
            noise = noise_in(block.text[:200])
            share = float(own[index, LINKS])
        rows.append([distance, level, share, *noise])
        distance = min(30.0, distance + 1)
    return np.array(rows, dtype=np.float32)
