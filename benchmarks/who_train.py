"""Trains the tagger of `tui.analysis.who` on newswire whose names were marked by hand, and cross-validates it by article.

    python -m benchmarks.who_train ../shared/bench/data/dev/mentions-newswire --folds 5     measures it, with the rules too
    python -m benchmarks.who_train ../shared/bench/data/dev/mentions-newswire               writes the weights

The set has a `gold.jsonl` with one object an article: `id`, `mentions` (`start`, `end`, `label` PER, ORG, LOC or FAC),
and the text in `texts/ID.txt`. Seeds are fixed; the same machine gives the same weights. Folds
write nothing: each article is measured with networks that have not seen it, as `who_mentions.py` counts.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from benchmarks.who_mentions import CLASSES, counts_by_class, line
from tui.analysis.engine import load
from tui.analysis.parsed import Parsed
from tui.analysis.who import tagger
from tui.analysis.who.features import DENSE, TABLE, Floats, Rows, View
from tui.analysis.who.mentions import find_mentions
from tui.analysis.who.spans import Tokens
from tui.analysis.who.tagger import REACH, TAGS, TYPES, Weights, windows
from tui.articles.build import build_plain
from tui.articles.extracted import Extracted

Counts = list[Counter[str]]

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


def examples(folder: Path) -> Iterator[tuple[dict[str, Any], Parsed, Example]]:
    """The articles of the set: what is marked, the parse, and what the networks see."""
    engine = load()
    for text in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(text)
        data = (folder / "texts" / f"{row['id']}.txt").read_bytes()
        article = build_plain(Extracted(data.decode("utf-8")), id=row["id"], file=row["id"], sha256="")
        parsed = engine.parse(article)
        doc = parsed.doc
        tokens = Tokens(parsed)
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
        yield row, parsed, Example(dense, rows, tags)


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


def _unseen(job: tuple[list[Example], list[Example]]) -> list[Floats]:
    """What networks trained on the first articles give for the tokens of each of the second."""
    nets = [train(job[0], seed) for seed in range(NETWORKS)]
    given = []
    for article in job[1]:
        around = windows(np.arange(len(article.dense)), len(article.dense))[1]
        each = [tagger.forward(net, article.dense, article.rows, around) for net in nets]
        given.append(np.asarray(sum(each[1:], each[0]) / np.float32(NETWORKS), np.float32))
    return given


def score(row: dict[str, Any], parsed: Parsed, chances: Floats) -> tuple[Counts, Counts]:
    """The counts of the tagger alone, and of the tagger with the rules, on an article that it has not seen."""
    marked = [(m["start"], m["end"], m["label"]) for m in row["mentions"]]
    gold = [span for span in marked if span[2] != "FAC"]
    facilities = [span for span in marked if span[2] == "FAC"]
    chances[~View(parsed.doc).may_be_name] = np.eye(1, len(TAGS), dtype=np.float32)
    alone = []
    for first, last in tagger.decode(chances):
        tag = TAGS[1 + int(chances[first:last, 1:].sum(0).argmax())]
        span = parsed.doc[first:last]
        alone.append((span.start_char, span.end_char, tag[2:].replace("FAC", "LOC")))
    with patch("tui.analysis.who.candidates.probabilities", lambda _: chances):
        mentions = find_mentions(parsed)
    named = [(m.start, m.end, CLASSES[m.label]) for m in mentions if m.label in CLASSES]
    text = parsed.text
    return counts_by_class(text, gold, facilities, alone), counts_by_class(text, gold, facilities, named)


def total(articles: Sequence[Counts]) -> Counts:
    """The counts of all articles together."""
    return [sum(column, Counter()) for column in zip(*articles, strict=True)]


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
    sets = list(examples(options.folder))
    articles = [article for _, _, article in sets]
    with ProcessPoolExecutor(options.jobs) as pool:
        if options.folds:
            parts = [range(i, len(sets), options.folds) for i in range(options.folds)]
            splits = [
                ([a for i, a in enumerate(articles) if i not in p], [articles[i] for i in p]) for p in parts
            ]
            given = [chances for part in pool.map(_unseen, splits) for chances in part]
            pairs = [
                score(*sets[i][:2], chances)
                for i, chances in zip([i for p in parts for i in p], given, strict=True)
            ]
            print(
                "| F1: exact / normalised / overlap | all | people | organisations | places |\n|---|---|---|---|---|"
            )
            print(line("tagger alone", *total([alone for alone, _ in pairs])))
            print(line("with the rules", *total([ruled for _, ruled in pairs])))
            return
        nets = list(pool.map(train, [articles] * NETWORKS, range(NETWORKS)))
    stored = {f"{key}{n}": net[key].astype(np.float16) for n, net in enumerate(nets) for key in net}
    shape = np.array(load().model.vocab.vectors.shape)
    path = Path(tagger.__file__).with_name(tagger.WEIGHTS)
    np.savez_compressed(path, allow_pickle=False, count=np.array(len(nets)), vectors=shape, **stored)


if __name__ == "__main__":
    main()
