"""Train the judgement of HTML blocks from the development pages; write `tui/articles/formats/weights.npz`.

    python -m benchmarks.cleaning.html_train ../shared/bench/data/dev/clean-pages [--check [--held-out FILE]]

Boosted trees over what a block says, its neighbours, the tree of the page, what trafilatura kept, and what the block's
words and class names say by two hashed linear models that have not seen its site. `--check` measures on sites that
nothing was trained on; `--held-out` writes the bodies found there, for `compare.py`. The seed is fixed: the same pages give
the same weights on the same machine and library versions.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from benchmarks.cleaning.html_labels import labels
from benchmarks.cleaning.pages import read_pages
from benchmarks.cleaning.score import mean_scores, precision_recall
from benchmarks.cleaning.train import FOLDS, SEED, TREES, arrays, fold
from tui.articles.formats import dom
from tui.articles.formats.block_features import BUCKETS, name_buckets, word_buckets
from tui.articles.formats.features import KEPT, plain_features, with_odds
from tui.articles.formats.judging import FILE, THRESHOLD
from tui.articles.formats.kinds import is_caption
from tui.articles.formats.page_metadata import find_metadata

Floats = NDArray[np.float32]
Buckets = list[list[int]]

ROUNDS = 300
REACH, SAMPLE = 6, 0.2
"""Blocks further than this from anything that somebody kept are thinned out to this share (and count for those left out)."""
BLOCK_TREES = {
    **TREES,
    "learning_rate": 0.05,
    "num_leaves": 12,
    "max_bin": 63,
    "min_data_in_leaf": 100,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.8,
    "force_col_wise": True,
}


@dataclass
class Marked:
    """A page as it is trained on: its rows, which of them are body, and what the score needs."""

    id: str
    site: str
    rows: Floats
    words: Buckets
    names: Buckets
    body: NDArray[np.bool_]
    texts: list[str]
    left_out: NDArray[np.bool_]
    gold: str
    optional: str

    def weights(self) -> Floats:
        """Words count, and each page as much as any other."""
        words = np.expm1(self.rows[:, 1])
        marked = max(float(words[self.body].sum()), 30.0)
        share = (words + 3) / (words.sum() + 100) * 50 + np.minimum((words + 3) / marked * 50, 50)
        return np.asarray(share, np.float32)


def read(folder: Path) -> Iterator[Marked]:
    """The development pages that have a marked body."""
    for row, html in sorted(read_pages(folder), key=lambda pair: str(pair[0]["id"])):
        page = dom.read(html) if row.get("body") else dom.Page(None)
        if page.root is not None and page.blocks:
            yield _marked(row, page)


def _marked(row: dict[str, Any], page: dom.Page) -> Marked:
    body = "\n".join(row["body"])
    texts = [block.text for block in page.blocks]
    title = find_metadata(page).title_block
    return Marked(
        row["id"],
        row.get("site") or row["id"],
        plain_features(page),
        [word_buckets(block) for block in page.blocks],
        [name_buckets(block) for block in page.blocks],
        np.array(labels(texts, [block.hidden for block in page.blocks], body)),
        texts,
        np.array([is_caption(block) or index == title for index, block in enumerate(page.blocks)]),
        body,
        "\n".join(row.get("optional") or []),
    )


def fit_odds(pages: Sequence[Marked], buckets: Sequence[Buckets]) -> Floats:
    """The log odds of each bucket, and the bias."""
    body = np.concatenate([page.body for page in pages])
    weights = np.sqrt(np.concatenate([page.weights() for page in pages]))
    model = SGDClassifier(loss="log_loss", alpha=1e-4, max_iter=12, tol=None, average=True, random_state=SEED)
    model.fit(_table([one for part in buckets for one in part]), body, sample_weight=weights / weights.mean())
    odds = np.append(model.coef_[0], model.intercept_[0])
    return np.asarray(odds, np.float16).astype(np.float32)


def _table(buckets: Buckets) -> csr_matrix:
    bounds = np.cumsum([0, *map(len, buckets)])
    indexes = np.array([index for one in buckets for index in one])
    return csr_matrix((np.ones(len(indexes), np.float32), indexes, bounds), shape=(len(buckets), BUCKETS))


def odds_of(buckets: Buckets, odds: Floats) -> Floats:
    """The log odds of each block."""
    return np.asarray(_table(buckets) @ odds[:-1] + odds[-1], np.float32)


def fit_trees(pages: Sequence[Marked], rows: Sequence[Floats]) -> lgb.Booster:
    """Trees that tell body from furniture."""
    generator = np.random.default_rng(SEED)
    matrix = np.concatenate(rows)
    body = np.concatenate([page.body for page in pages])
    weights = np.concatenate([page.weights() for page in pages])
    far = np.concatenate([_far(page) for page in pages])
    used = ~far | (generator.random(len(far)) < SAMPLE)
    weights = np.where(far, weights / SAMPLE, weights)[used]
    data = lgb.Dataset(matrix[used], body[used], weight=weights / weights.mean())
    return lgb.train(BLOCK_TREES, data, ROUNDS)


def _far(page: Marked) -> NDArray[np.bool_]:
    near = page.body | (page.rows[:, KEPT : KEPT + 3] > 0).any(axis=1)
    return np.asarray(np.convolve(near.astype(float), np.ones(2 * REACH + 1), "same") == 0)


def held_out_odds(pages: Sequence[Marked], field: str) -> list[Floats]:
    """For each page what the words (or names) of its blocks say by odds from other sites."""
    folds = [fold(page.site) for page in pages]
    found: list[Floats] = []
    by_fold = []
    for number in range(FOLDS):
        others = [page for page, own in zip(pages, folds, strict=True) if own != number]
        by_fold.append(fit_odds(others, [getattr(page, field) for page in others]))
    for page, own in zip(pages, folds, strict=True):
        found.append(odds_of(getattr(page, field), by_fold[own]))
    return found


@dataclass
class Model:
    """All that judges a block."""

    words: Floats
    names: Floats
    trees: lgb.Booster

    def judge(self, page: Marked) -> Floats:
        """The chances of the page's blocks."""
        rows = with_odds(page.rows, odds_of(page.words, self.words), odds_of(page.names, self.names))
        return np.asarray(self.trees.predict(rows), np.float32)


def train(pages: Sequence[Marked]) -> Model:
    """The linear models, then the trees on what they say of sites that they have not seen."""
    odds = zip(held_out_odds(pages, "words"), held_out_odds(pages, "names"), strict=True)
    rows = [with_odds(page.rows, words, names) for page, (words, names) in zip(pages, odds, strict=True)]
    return Model(
        fit_odds(pages, [page.words for page in pages]),
        fit_odds(pages, [page.names for page in pages]),
        fit_trees(pages, rows),
    )


def check(pages: Sequence[Marked]) -> dict[str, str]:
    """The bodies found on sites that nothing was trained on, by page.

    Prints their score, and that of the blocks that trafilatura keeps.
    """
    folds = [fold(page.site) for page in pages]
    judged: list[tuple[Marked, Floats]] = []
    for number in range(FOLDS):
        model = train([page for page, own in zip(pages, folds, strict=True) if own != number])
        judged += [(page, model.judge(page)) for page, own in zip(pages, folds, strict=True) if own == number]
    kept = [(page, page.rows[:, KEPT]) for page in pages]
    for name, result in (("trafilatura's blocks", kept), ("judged blocks", judged)):
        precision, recall, f1 = score(result)
        print(f"{name}: precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}", flush=True)
    return {page.id: found_body(page, chances) for page, chances in judged}


def found_body(page: Marked, chances: Floats) -> str:
    """The blocks that are kept, captions and title left out."""
    kept = (chances >= THRESHOLD) & ~page.left_out
    return "\n".join(text for text, keep in zip(page.texts, kept, strict=True) if keep)


def score(judged: Sequence[tuple[Marked, Floats]]) -> tuple[float, float, float]:
    """Mean precision and recall of the bodies, captions and title left out, and their harmonic mean."""
    return mean_scores(
        [precision_recall(page.gold, found_body(page, chances), page.optional) for page, chances in judged]
    )


def main() -> None:
    """Read the arguments, train, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", type=Path, help="the folder with pages.tar.xz")
    parser.add_argument("--check", action="store_true", help="measure on unseen sites; write nothing")
    parser.add_argument("--held-out", type=Path, help="with --check: a file for the bodies found, as JSON")
    args = parser.parse_args()
    pages = list(read(args.pages))
    if args.check:
        found = check(pages)
        if args.held_out:
            args.held_out.write_text(json.dumps(found), encoding="utf-8")
        return
    model = train(pages)
    target = Path(str(files("tui.articles.formats") / FILE))
    odds = {"words": model.words.astype(np.float16), "names": model.names.astype(np.float16)}
    np.savez_compressed(target, allow_pickle=False, **odds, **arrays(model.trees, "trees"))
    print(f"{target.name}: {target.stat().st_size / 1024:.0f} KB from {len(pages)} pages")


if __name__ == "__main__":
    main()
