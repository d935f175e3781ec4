"""Trains the tagger of `tui.analysis.who` on newswire whose names were marked by hand, and cross-validates it by article.

    python benchmarks/who_train.py ../shared/bench/data/dev/mentions-newswire --folds 5     measures, writes nothing
    python benchmarks/who_train.py ../shared/bench/data/dev/mentions-newswire               writes the weights

The set has a `gold.jsonl` with one object an article: `id`, `mentions` (`start`, `end`, `label` PER, ORG, LOC or FAC),
and the text in `texts/ID.txt`. Seeds are fixed; the same machine gives the same weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tui.analysis.engine import load
from tui.analysis.sentences import mark_block_starts
from tui.analysis.who import tagger
from tui.analysis.who.features import DENSE, TABLE, Floats, Rows, View
from tui.analysis.who.spans import Tokens
from tui.analysis.who.tagger import REACH, TAGS, TYPES, Weights, windows
from tui.articles.build import build_plain
from tui.articles.extracted import Extracted

HIDDEN = 64
EPOCHS = 14
RATE = 2e-3
DROP = np.float32(0.3)
DECAY = 1e-2
NETWORKS = 3


@dataclass(frozen=True)
class Example:
    """An article as the networks see it, with the tag of each token."""

    dense: Floats
    rows: Rows
    tags: Rows


def window(hidden: Floats) -> Floats:
    """Each row with the rows `REACH` before and after it, zeros beyond the ends."""
    n, width = hidden.shape
    padded = np.zeros((n + 2 * REACH, width), np.float32)
    padded[REACH : REACH + n] = hidden
    return np.concatenate([padded[i : i + n] for i in range(2 * REACH + 1)], axis=1)


def examples(folder: Path) -> Iterator[Example]:
    """The articles of the set."""
    model = load().model
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        data = (folder / "texts" / f"{row['id']}.txt").read_bytes()
        article = build_plain(Extracted(data.decode("utf-8")), id=row["id"], file=row["id"], sha256="")
        doc = model.make_doc(article.text)
        mark_block_starts(doc, article)
        doc = model(doc)
        tokens = Tokens(doc)
        tags = np.zeros(len(doc), np.int64)
        for mention in row["mentions"]:
            first, last = tokens.cover(mention["start"], mention["end"])
            if not tags[first:last].any():
                kind = 1 + 4 * TYPES.index(mention["label"])
                tags[first:last] = kind + 1
                tags[first], tags[last - 1] = kind, kind + 2
                if last - first == 1:
                    tags[first] = kind + 3
        dense, rows = View(doc).part(np.arange(len(doc)))
        yield Example(dense, rows, tags)


def train(articles: Sequence[Example], seed: int) -> Weights:
    """One network, by Adam on one article at a time, the rate falling to nothing, dropout on all layers."""
    random = np.random.default_rng(seed)

    def fresh(rows: int, columns: int, scale: float) -> Floats:
        return (random.standard_normal((rows, columns)) * scale).astype(np.float32)

    wide = (2 * REACH + 1) * HIDDEN
    weights: Weights = {
        "A": fresh(DENSE, HIDDEN, 0.7 * np.sqrt(2 / DENSE)),
        "E": fresh(TABLE, HIDDEN, 0.2),
        "a": np.zeros(HIDDEN, np.float32),
        "B": fresh(wide, HIDDEN, np.sqrt(2 / wide)),
        "b": np.zeros(HIDDEN, np.float32),
        "C": fresh(HIDDEN, len(TAGS), 0.5 * np.sqrt(2 / HIDDEN)),
        "c": np.zeros(len(TAGS), np.float32),
        "S": fresh(HIDDEN, len(TAGS), 0.3 * np.sqrt(2 / HIDDEN)),
    }
    first = {key: np.zeros_like(value) for key, value in weights.items()}
    second = {key: np.zeros_like(value) for key, value in weights.items()}
    steps = EPOCHS * len(articles)
    step = 0
    for _ in range(EPOCHS):
        for index in random.permutation(len(articles)):
            slopes = gradient(weights, articles[index], random)
            rate = RATE * (1 - step / steps) + 1e-5
            step += 1
            for key, slope in slopes.items():
                first[key] = 0.9 * first[key] + 0.1 * slope
                second[key] = 0.999 * second[key] + 0.001 * slope * slope
                scale = np.sqrt(second[key] / (1 - 0.999**step)) + 1e-8
                move = first[key] / (1 - 0.9**step) / scale + DECAY * weights[key]
                weights[key] = (weights[key] - rate * move).astype(np.float32)
    return weights


def gradient(weights: Weights, article: Example, random: np.random.Generator) -> Weights:
    """The slopes of the cross-entropy of one article, with a fresh mask of dropout."""

    def mask(shape: tuple[int, ...]) -> Floats:
        kept = random.random(shape, dtype=np.float32) > DROP
        return kept.astype(np.float32) / (1 - DROP)

    count = len(article.tags)
    dense = article.dense * mask(article.dense.shape)
    token_in = dense @ weights["A"] + weights["E"][article.rows].sum(1) + weights["a"]
    token_mask = mask(token_in.shape)
    token = np.maximum(token_in, 0) * token_mask
    near = window(token)
    near_in = near @ weights["B"] + weights["b"]
    near_mask = mask(near_in.shape)
    hidden = np.maximum(near_in, 0) * near_mask
    scores = hidden @ weights["C"] + token @ weights["S"] + weights["c"]
    chances = np.exp(scores - scores.max(1, keepdims=True))
    error = chances / chances.sum(1, keepdims=True)
    error[np.arange(count), article.tags] -= 1
    error /= count
    slopes: Weights = {"C": hidden.T @ error, "c": error.sum(0), "S": token.T @ error}
    back = (error @ weights["C"].T) * near_mask * (near_in > 0)
    slopes["B"], slopes["b"] = near.T @ back, back.sum(0)
    spread = back @ weights["B"].T
    gathered = np.zeros((count + 2 * REACH, HIDDEN), np.float32)
    for i in range(2 * REACH + 1):
        gathered[i : i + count] += spread[:, i * HIDDEN : (i + 1) * HIDDEN]
    back = (gathered[REACH : REACH + count] + error @ weights["S"].T) * token_mask * (token_in > 0)
    slopes["A"], slopes["a"] = dense.T @ back, back.sum(0)
    table = np.zeros_like(weights["E"])
    for column in article.rows.T:
        order = np.argsort(column, kind="stable")
        values = column[order]
        starts = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
        table[values[starts]] += np.add.reduceat(back[order], starts, axis=0)
    slopes["E"] = table
    return slopes


def _hits(job: tuple[list[Example], list[Example]]) -> tuple[int, int, int]:
    """Right, found and wanted names (FAC as LOC) of the networks trained on the first articles, in the second."""
    kinds = {tag: tag[2:].replace("FAC", "LOC") for tag in TAGS}
    nets = [train(job[0], seed) for seed in range(NETWORKS)]
    right = found = wanted = 0
    for article in job[1]:
        around = windows(np.arange(len(article.dense)), len(article.dense))[1]
        chances = sum(tagger.forward(net, article.dense, article.rows, around) for net in nets) / np.float32(
            NETWORKS
        )
        assert isinstance(chances, np.ndarray)
        truth = {
            (a, b, kinds[TAGS[article.tags[a]]])
            for a, b in tagger.decode(np.eye(len(TAGS), dtype=np.float32)[article.tags])
        }
        guess = {
            (a, b, kinds[TAGS[1 + int(chances[a:b, 1:].sum(0).argmax())]]) for a, b in tagger.decode(chances)
        }
        right += len(truth & guess)
        found += len(guess)
        wanted += len(truth)
    return right, found, wanted


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--folds", type=int, default=0, help="cross-validate with this many parts and write nothing"
    )
    parser.add_argument("--jobs", type=int, default=1, help="networks trained at the same time")
    options = parser.parse_args()
    articles = list(examples(options.folder))
    with ProcessPoolExecutor(options.jobs) as pool:
        if options.folds:
            parts = [articles[i :: options.folds] for i in range(options.folds)]
            splits = [([a for p in parts if p is not part for a in p], part) for part in parts]
            right, found, wanted = map(sum, zip(*pool.map(_hits, splits), strict=True))
            precision, recall = 100 * right / max(1, found), 100 * right / max(1, wanted)
            f1 = 200 * right / max(1, found + wanted)
            print(f"tagger alone, exact: P {precision:.1f}  R {recall:.1f}  F1 {f1:.1f}")
            return
        nets = list(pool.map(train, [articles] * NETWORKS, range(NETWORKS)))
    stored = {f"{key}{n}": net[key].astype(np.float16) for n, net in enumerate(nets) for key in net}
    shape = np.array(load().model.vocab.vectors.shape)
    path = Path(tagger.__file__).with_name(tagger.WEIGHTS)
    np.savez_compressed(path, allow_pickle=False, count=np.array(len(nets)), vectors=shape, **stored)


if __name__ == "__main__":
    main()
