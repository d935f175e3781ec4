"""Train the line classifier and the title finder from the development pages; write `tui/articles/weights.npz`.

    python -m benchmarks.cleaning.train ../shared/bench/data/dev/clean-pages

The seed is fixed: the same pages give the same weights on the same machine and library versions.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from multiprocessing import Pool, get_context
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from benchmarks.cleaning.pages import Page, make_pages, plain, read_pages
from benchmarks.cleaning.score import print_scores
from tui.articles.features import CLIP, context_features, page_features
from tui.articles.lexical import BUCKETS, hashed
from tui.articles.lines import judge, threshold
from tui.articles.titles import candidates, title_features, trimmed
from tui.articles.weights import FILE
from tui.articles.words import words

Floats = NDArray[np.float32]

SEED = 7
FOLDS = 5
_SHARED: tuple[str, Floats, Any]
"""What the processes of a fold share: stage, rows and table."""
FORMS = {"main": 1.0, "full": 0.8, "joined": 0.4, "tight": 0.3}
"""The forms that are trained on, and what a page in each of them counts."""
RECALL = 0.7
"""The share of the gold body that a page's text must hold."""
REACH, SAMPLE = 25, 0.2
"""Lines further than this from the body are thinned out to this share (and count for those left out)."""
ROUNDS = 300
TREES = {
    "objective": "cross_entropy",
    "learning_rate": 0.05,
    "num_leaves": 40,
    "max_bin": 127,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "seed": SEED,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
TITLE_ROUNDS = 150
TITLE_TREES = {
    **TREES,
    "objective": "binary",
    "num_leaves": 12,
    "min_data_in_leaf": 15,
    "learning_rate": 0.06,
    "feature_fraction": 0.35,
}


def fold(site: str) -> int:
    """The fold of a page: pages of one site are never in two."""
    return int(hashlib.md5(site.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def read(folder: Path, processes: int) -> list[Page]:
    """The pages in the forms that are trained on."""
    with Pool(processes) as pool:
        made = pool.starmap(make_pages, read_pages(folder), chunksize=8)
    return [page for pages in made for page in pages if page.form in FORMS and len(page.lines) > 1]


class Table:
    """The lines of all pages, one row each."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.sizes = [len(page.lines) for page in pages]
        self.labels = np.concatenate([np.array(page.labels, np.float32) for page in pages])
        self.folds = np.repeat([fold(page.site) for page in pages], self.sizes)
        self.usable = np.repeat(
            [bool(page.gold.get("body")) and page.recall >= RECALL for page in pages], self.sizes
        )
        counts = [np.array([len(words(clip)) for clip in clips(page)], np.float32) for page in pages]
        self.weights = np.concatenate(
            [self._weights(page, count) for page, count in zip(pages, counts, strict=True)]
        )
        self._thin()

    @staticmethod
    def _weights(page: Page, count: Floats) -> Floats:
        """A page counts by its body: a line by the logarithm of its words, divided by that of the whole body."""
        weight = np.log1p(count) + 0.3
        body = float(np.sum(weight * np.array(page.labels, np.float32)) + 10 * np.median(weight))
        return (weight / body * 100 * FORMS[page.form]).astype(np.float32)

    def _thin(self) -> None:
        near = []
        for page in self.pages:
            inside = np.flatnonzero(np.array(page.labels) > 0.3)
            place = np.arange(len(page.lines))
            if len(inside):
                after = np.searchsorted(inside, place)
                right = np.abs(place - inside[np.minimum(after, len(inside) - 1)])
                left = np.abs(place - inside[np.maximum(after - 1, 0)])
                near.append(np.minimum(left, right) <= REACH)
            else:
                near.append(np.zeros(len(place), bool))
        close = np.concatenate(near)
        kept = close | (np.random.default_rng(SEED).random(len(close)) < SAMPLE)
        self.used = kept & self.usable
        self.weights = np.where(close, self.weights, self.weights / SAMPLE)

    def split(self, column: Floats) -> list[Floats]:
        """A column as one array for each page."""
        return np.split(column, np.cumsum(self.sizes)[:-1])


def clips(page: Page) -> list[str]:
    """The beginnings of a page's lines: all that the classifier sees of them."""
    return [page.text[line.start : min(line.end, line.start + CLIP)] for line in page.lines]


def lexical_rows(pages: Sequence[Page]) -> csr_matrix:
    """The hashed words of each line."""
    indexes: list[int] = []
    bounds = [0]
    for page in pages:
        for clip in clips(page):
            indexes += sorted(set(hashed(words(clip))))
            bounds.append(len(indexes))
    ones = np.ones(len(indexes), np.float32)
    return csr_matrix((ones, np.array(indexes), np.array(bounds)), shape=(len(bounds) - 1, BUCKETS))


def fit_words(rows: csr_matrix, labels: Floats, weights: Floats) -> Floats:
    """The log odds of each bucket, and the bias."""
    model = SGDClassifier(loss="log_loss", alpha=2e-5, max_iter=12, tol=None, average=True, random_state=SEED)
    model.fit(rows, labels >= 0.5, sample_weight=weights)
    return np.append(model.coef_[0], model.intercept_[0]).astype(np.float32)


STAGES: dict[str, tuple[dict[str, Any], int]] = {
    "first": (TREES, ROUNDS),
    "second": (TREES, ROUNDS),
    "title": (TITLE_TREES, TITLE_ROUNDS),
}
"""How the trees of each stage are grown, and how many."""


def fit_trees(stage: str, rows: Floats, labels: Floats, weights: Floats | None = None) -> lgb.Booster:
    """The boosted trees of a stage."""
    settings, rounds = STAGES[stage]
    return lgb.train(settings, lgb.Dataset(rows, labels, weight=weights), rounds)


def _fold_chances(number: int) -> Floats:
    stage, rows, table = _SHARED
    seen, unseen = (table.folds != number) & table.used, table.folds == number
    trees = fit_trees(stage, rows[seen], table.labels[seen], table.weights[seen])
    return np.asarray(trees.predict(rows[unseen]), np.float32)


def held_out(stage: str, rows: Floats, table: Table, processes: int) -> Floats:
    """The judgement of each line by trees of a stage that saw no page of its site."""
    global _SHARED
    _SHARED = (stage, rows, table)
    found = np.zeros(len(rows), np.float32)
    with get_context("fork").Pool(processes) as pool:
        for number, part in enumerate(pool.map(_fold_chances, range(FOLDS), chunksize=1)):
            found[table.folds == number] = part
    return found


def held_out_words(rows: csr_matrix, table: Table) -> Floats:
    """The log odds of each line by words of other sites."""
    found = np.zeros(len(table.labels), np.float32)
    for number in range(FOLDS):
        seen, unseen = (table.folds != number) & table.used, table.folds == number
        odds = fit_words(rows[seen], table.labels[seen], table.weights[seen])
        found[unseen] = rows[unseen] @ odds[:-1] + odds[-1]
    return found


def features(page: Page, lexical: Floats) -> Floats:
    """The rows of one page."""
    lines = page.lines
    return page_features(
        clips(page),
        [line.end - line.start for line in lines],
        [line.gap for line in lines],
        [line.indent for line in lines],
        lexical.tolist(),
    )


def in_context(page: Page, chances: Floats, rows: Floats) -> Floats:
    """What the judgement of its neighbours says of each line of one page."""
    return context_features(chances, [line.end - line.start for line in page.lines], rows)


def title_rows(page: Page, chances: Floats) -> tuple[Floats, Floats, list[str]] | None:
    """The lines that may be the title, which of them are, and what each would give."""
    title = page.gold.get("title")
    if not title:
        return None
    part = chances.tolist()
    judged = judge(page.lines, clips(page), part, threshold(part, clips(page)))
    chosen = candidates(page.text, judged)
    said = [page.text[slice(*trimmed(page.text, judged[at].start, judged[at].end))] for at in chosen]
    right = np.array([plain(line) == plain(title) for line in said], np.float32)
    return (title_features(page.text, judged, chosen), right, said) if chosen and right.any() else None


def arrays(model: lgb.Booster, name: str) -> dict[str, NDArray[Any]]:
    """The trees of a model as `tui.articles.trees` reads them."""
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []
    deepest = 0

    def add(node: dict[str, Any], depth: int) -> int:
        nonlocal deepest
        at = len(feature)
        leaf = "leaf_value" in node
        feature.append(0 if leaf else node["split_feature"])
        threshold.append(np.inf if leaf else node["threshold"])
        left.append(at)
        right.append(at)
        value.append(node["leaf_value"] if leaf else 0.0)
        deepest = max(deepest, depth)
        if not leaf:
            left[at] = add(node["left_child"], depth + 1)
            right[at] = add(node["right_child"], depth + 1)
        return at

    roots = [add(tree["tree_structure"], 0) for tree in model.dump_model()["tree_info"]]
    return {
        f"{name}.feature": np.array(feature, np.int16),
        f"{name}.threshold": np.array(threshold, np.float32),
        f"{name}.left": np.array(left, np.int32),
        f"{name}.right": np.array(right, np.int32),
        f"{name}.value": np.array(value, np.float32),
        f"{name}.roots": np.array(roots, np.int32),
        f"{name}.depth": np.array(deepest),
    }


def train(pages: Sequence[Page], processes: int) -> tuple[dict[str, NDArray[Any]], list[Floats]]:
    """The weights, and for each page the judgement of its lines by trees that saw no page of its site."""
    table = Table(pages)
    used = table.used
    lexical = lexical_rows(pages)
    odds = held_out_words(lexical, table)
    each = [features(page, part) for page, part in zip(pages, table.split(odds), strict=True)]
    rows = np.concatenate(each)
    print(
        f"{len(pages)} texts, {len(rows)} lines ({int(used.sum())} used), {rows.shape[1]} features",
        flush=True,
    )
    first = held_out("first", rows, table, processes)
    print_scores(pages, table.split(first), "first stage")
    context = map(in_context, pages, table.split(first), each)
    both = np.concatenate((rows, np.concatenate([*context])), axis=1)
    second = table.split(held_out("second", both, table, processes))
    titles = [found for page, part in zip(pages, second, strict=True) if (found := title_rows(page, part))]
    weights = {
        "words": fit_words(lexical[used], table.labels[used], table.weights[used]).astype(np.float16),
        **arrays(fit_trees("first", rows[used], table.labels[used], table.weights[used]), "first"),
        **arrays(fit_trees("second", both[used], table.labels[used], table.weights[used]), "second"),
        **arrays(fit_titles(titles), "title"),
    }
    return weights, second


def fit_titles(pages: Sequence[tuple[Floats, Floats, list[str]]]) -> lgb.Booster:
    """The trees that tell the title from other lines."""
    rows, right = (
        np.concatenate(part) for part in ([page[0] for page in pages], [page[1] for page in pages])
    )
    return fit_trees("title", rows, right)


def main() -> None:
    """Train, write the weights, and print what the pages score under cross-validation by site."""

    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("pages", type=Path, help="the folder with pages.tar.xz")
    arguments.add_argument("--out", type=Path, default=Path(__file__).parents[2] / "tui" / "articles" / FILE)
    arguments.add_argument("--processes", type=int, default=2)
    args = arguments.parse_args()
    pages = read(args.pages, args.processes)
    weights, chances = train(pages, args.processes)
    np.savez_compressed(args.out, allow_pickle=False, **weights)
    print(f"{args.out}: {args.out.stat().st_size} bytes")
    print_scores(pages, chances, "both stages")


if __name__ == "__main__":
    main()
