"""Fit the weights that find the prose in a text without line breaks; write `tui/articles/run_on_weights.npz`.

    python -m benchmarks.cleaning.run_on_train ../shared/bench/data/dev/clean-pages

Each development page (main content, and whole) is put into one line; a token's label is that of its line. Prints the body
F1 of the stretches of prose under cross-validation by site, beside that of the whole line.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.cleaning.pages import Page
from benchmarks.cleaning.score import mean_scores, page_score
from benchmarks.cleaning.train import FOLDS, RECALL, SEED, fold, read
from tui.articles import weights
from tui.articles.run_on import stretches, token_features

Floats = NDArray[np.float32]

FORMS = ("main", "full")
EVERY, NEAR = 3, 15
"""Every third token is learned from, and all of those so near to where prose begins or ends."""
MOST = 1500
"""Tokens of a page that are learned from."""


def tokens_and_labels(page: Page) -> tuple[list[str], NDArray[np.bool_]]:
    """The tokens of a page, and whether the line of each is body."""
    said: list[str] = []
    labels: list[bool] = []
    for line, label in zip(page.lines, page.labels, strict=True):
        found = page.text[line.start : line.end].split()
        said += found
        labels += [label >= 0.5] * len(found)
    return said, np.array(labels)


def sample(page: Page) -> tuple[Floats, NDArray[np.bool_]]:
    """Rows and labels of the tokens of a page that are learned from."""
    said, labels = tokens_and_labels(page)
    changes = np.flatnonzero(np.diff(labels.astype(np.int8)))
    near = (changes[:, None] + np.arange(-NEAR, NEAR + 1)).ravel()
    chosen = np.unique(np.clip(np.concatenate((near, np.arange(0, len(said), EVERY))), 0, len(said) - 1))
    if len(chosen) > MOST:
        chosen = np.sort(np.random.default_rng(SEED).choice(chosen, MOST, replace=False))
    return token_features(said)[chosen], labels[chosen]


def fit(samples: Sequence[tuple[Floats, NDArray[np.bool_]]]) -> Floats:
    """The weight of each column, and the bias."""
    rows, labels = (np.concatenate(part) for part in zip(*samples, strict=True))
    counts = np.concatenate([np.full(len(part), 1000 / len(part)) for _, part in samples])
    model = LogisticRegression(C=1.0, max_iter=200).fit(rows, labels, sample_weight=counts)
    return np.append(model.coef_[0], model.intercept_[0]).astype(np.float32)


def one_line(page: Page) -> str:
    """The text of a page without line breaks."""
    return " ".join(page.text.split())


def main() -> None:
    """Fit, write the weights, and print the scores."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("pages", type=Path, help="the folder with pages.tar.xz")
    arguments.add_argument("--out", type=Path, default=Path(weights.__file__).parent / weights.RUN_ON_FILE)
    arguments.add_argument("--processes", type=int, default=2)
    args = arguments.parse_args()
    pages = [
        page
        for page in read(args.pages, args.processes)
        if page.form in FORMS and page.gold.get("body") and page.recall >= RECALL
    ]
    samples = [sample(page) for page in pages]
    kept: dict[int, str] = {}
    for number in range(FOLDS):
        np.savez_compressed(
            args.out,
            allow_pickle=False,
            run_on=fit(
                [part for page, part in zip(pages, samples, strict=True) if fold(page.site) != number]
            ),
        )
        weights.load_run_on.cache_clear()
        for index, page in enumerate(pages):
            if fold(page.site) == number:
                text = one_line(page)
                kept[index] = "\n".join(text[a:b] for a, b, prose in stretches(text, 0, len(text)) if prose)
    np.savez_compressed(args.out, allow_pickle=False, run_on=fit(samples))
    for form in FORMS:
        for what, found in (("stretches", kept), ("the line", {i: one_line(p) for i, p in enumerate(pages)})):
            scores = mean_scores(
                [page_score(page, found[index]) for index, page in enumerate(pages) if page.form == form]
            )
            print(f"{form:5} {what:10} P {scores[0]:.3f}  R {scores[1]:.3f}  F1 {scores[2]:.3f}")


if __name__ == "__main__":
    main()
