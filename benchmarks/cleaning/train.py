"""Train the line classifier and the title finder from the development pages; write `tui/articles/weights.npz`.

    python -m benchmarks.cleaning.train ../shared/bench/data/dev/clean-pages

The seed is fixed: the same pages give the same weights on the same machine and library versions.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import Pool, get_context
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from benchmarks.cleaning.mixed import mixed
from benchmarks.cleaning.pages import Page, make_pages, plain, read_pages
from benchmarks.cleaning.score import print_scores
from tui.articles.extracted import Judged
from tui.articles.features import CLIP, page_features
from tui.articles.lexical import BUCKETS, hashed
from tui.articles.lines import judge, threshold
from tui.articles.net import CLIPPED, Net
from tui.articles.titles import candidates, title_features, trimmed
from tui.articles.weights import FILE
from tui.articles.words import words

Floats = NDArray[np.float32]

SEED = 7
FOLDS = 5
FORMS = {"main": 1.0, "full": 0.8, "joined": 0.4, "tight": 0.3}
"""The forms that are trained on, and what a page in each of them counts."""
RECALL = 0.7
"""The share of the gold body that a page's text must hold."""
NETS = 2
"""Networks that judge together."""
MIXED_FORMS, MIXED = ("main", "full"), 1.0
"""Of which forms, and what a page made of parts of several counts, against a real one."""
TREES = {
    "objective": "binary",
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "seed": SEED,
    "deterministic": True,
    "num_threads": 1,
    "verbose": -1,
}
"""How all boosted trees of these benchmarks are grown."""
TITLE_ROUNDS = 150
TITLE_TREES = {
    **TREES,
    "learning_rate": 0.06,
    "num_leaves": 12,
    "max_bin": 127,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.35,
    "bagging_fraction": 0.7,
    "force_row_wise": True,
}


def fold(site: str) -> int:
    """The fold of a page: pages of one site are never in two."""
    return int(hashlib.md5(site.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def read(folder: Path, processes: int) -> list[Page]:
    """The pages in the forms that are trained on."""
    with Pool(processes) as pool:
        made = pool.starmap(make_pages, read_pages(folder), chunksize=8)
    return [page for pages in made for page in pages if page.form in FORMS and len(page.lines) > 1]


def usable(page: Page) -> bool:
    """Whether a page is learnt from: its body is known, and most of it is in the text."""
    return bool(page.gold.get("body")) and page.recall >= RECALL and max(page.labels) >= 0.5


def line_weights(labels: Floats, counts: Floats, form: str) -> Floats:
    """What each line of a page counts: the logarithm of its words, divided by that of the whole body."""
    weight = np.log1p(counts) + 0.3
    body = float(np.sum(weight * labels) + 10 * np.median(weight))
    return (weight / body * 100 * FORMS[form]).astype(np.float32)


@dataclass(frozen=True)
class Table:
    """Some pages: features, labels and weights of all their lines, how many lines each page has, and its fold."""

    rows: Floats
    labels: Floats
    weights: Floats
    sizes: tuple[int, ...]
    folds: tuple[int, ...]

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
            indexes += sorted(hashed(words(clip)))
            bounds.append(len(indexes))
    ones = np.ones(len(indexes), np.float32)
    return csr_matrix((ones, np.array(indexes), np.array(bounds)), shape=(len(bounds) - 1, BUCKETS))


def fit_words(rows: csr_matrix, labels: Floats, weights: Floats) -> Floats:
    """The log odds of each bucket, and the bias."""
    model = SGDClassifier(loss="log_loss", alpha=2e-5, max_iter=12, tol=None, average=True, random_state=SEED)
    model.fit(rows, labels >= 0.5, sample_weight=weights)
    return np.append(model.coef_[0], model.intercept_[0]).astype(np.float32)


def held_out_words(rows: csr_matrix, labels: Floats, weights: Floats, folds: NDArray[np.int64]) -> Floats:
    """The log odds of each line by words of other sites."""
    found = np.zeros(len(labels), np.float32)
    for number in range(FOLDS):
        seen, unseen = (folds != number) & (weights > 0), folds == number
        odds = fit_words(rows[seen], labels[seen], weights[seen])
        found[unseen] = rows[unseen] @ odds[:-1] + odds[-1]
    return found


_PAGES: tuple[Sequence[Page], Sequence[Floats]]
"""What the processes that compute features share: the pages and the log odds of the words of their lines."""


def _features(job: tuple[list[tuple[int, int]], bool]) -> tuple[Floats, Floats, Floats]:
    """Features, labels and numbers of words of some lines (page, line) that stand together, with blank lines or without."""
    picked, spaced = job
    pages, odds = _PAGES
    lines = [pages[page].lines[line] for page, line in picked]
    texts = [
        pages[page].text[line.start : min(line.end, line.start + CLIP)]
        for (page, _), line in zip(picked, lines, strict=True)
    ]
    said = [words(text) for text in texts]
    rows = page_features(
        texts,
        said,
        [line.end - line.start for line in lines],
        [line.gap if spaced else 0 for line in lines],
        [line.indent for line in lines],
        np.array([odds[page][line] for page, line in picked], np.float32),
    )
    labels = np.array([pages[page].labels[line] for page, line in picked], np.float32)
    return rows, labels, np.array([len(line) for line in said], np.float32)


def make_table(pages: Sequence[Page], odds: Sequence[Floats], processes: int) -> Table:
    """The pages as they are, and after them mixed ones."""
    global _PAGES
    _PAGES = (pages, odds)
    folds = [fold(page.site) for page in pages]
    whole = [([(which, line) for line in range(len(page.lines))], True) for which, page in enumerate(pages)]
    groups: dict[tuple[str, int], list[int]] = {}
    for which, page in enumerate(pages):
        if page.form in MIXED_FORMS and usable(page):
            groups.setdefault((page.form, folds[which]), []).append(which)
    made = [
        (which, mixed(pages, which, donors, SEED * 10_000 + which))
        for donors in groups.values()
        for which in donors
    ]
    made = [(which, job) for which, job in made if job[0]]
    with get_context("fork").Pool(processes) as pool:
        found = pool.map(_features, whole + [job for _, job in made], chunksize=32)
    origin = [*range(len(pages)), *(which for which, _ in made)]
    weights = [
        line_weights(labels, counts, pages[which].form)
        * (0 if not usable(pages[which]) else 1 if at < len(pages) else MIXED)
        for at, (which, (_, labels, counts)) in enumerate(zip(origin, found, strict=True))
    ]
    return Table(
        np.concatenate([rows for rows, _, _ in found]),
        np.concatenate([labels for _, labels, _ in found]),
        np.concatenate(weights).astype(np.float32),
        tuple(len(labels) for _, labels, _ in found),
        tuple(folds[which] for which in origin),
    )


_EVERY = FOLDS
"""The number of the fold that no page is in: its networks learn from all pages."""


def _trained(job: tuple[str, int, int]) -> dict[str, NDArray[np.float16]]:
    """The arrays of one network that saw no page of a fold."""
    from benchmarks.cleaning import nets

    folder, number, seed = job
    rows, labels, weights, sizes, folds = (
        np.load(Path(folder) / f"{name}.npy", mmap_mode="r")
        for name in ("rows", "labels", "weights", "sizes", "folds")
    )
    by_page = np.add.reduceat(weights, np.cumsum(sizes) - sizes)
    chosen = (folds != number) & (by_page > 0)
    lines = np.repeat(chosen, sizes)
    return nets.train(nets.Lines(rows[lines], labels[lines], weights[lines], sizes[chosen].tolist()), seed)


def train_nets(table: Table, processes: int) -> tuple[dict[str, NDArray[Any]], Floats]:
    """The arrays of the networks that learnt from all pages, and the judgement of each line by such that saw no page of its
    site."""
    seen = table.rows[table.weights > 0]
    mean, scale = seen.mean(axis=0), seen.std(axis=0) + 1e-3
    rows = np.clip((table.rows - mean) / scale, -CLIPPED, CLIPPED)
    jobs = [(number, SEED + member) for number in (*range(FOLDS), _EVERY) for member in range(NETS)]
    with tempfile.TemporaryDirectory() as folder:
        columns = {"rows": rows, "labels": table.labels, "weights": table.weights}
        for name, column in {
            **columns,
            "sizes": np.array(table.sizes),
            "folds": np.array(table.folds),
        }.items():
            np.save(Path(folder) / name, column)
        with get_context("spawn").Pool(processes) as pool:
            trained = pool.map(_trained, [(folder, *job) for job in jobs], chunksize=1)
    shipped = {"mean": mean, "scale": scale}
    odds = [np.zeros(size, np.float32) for size in table.sizes]
    for (number, seed), arrays in zip(jobs, trained, strict=True):
        named = {f"net{seed - SEED}.{field}": value for field, value in arrays.items()}
        if number == _EVERY:
            shipped |= named
            continue
        net = Net.read(named, f"net{seed - SEED}")
        for page, part in enumerate(table.split(rows)):
            if table.folds[page] == number:
                odds[page] += net.odds(part) / NETS
    return shipped, (1 / (1 + np.exp(-np.concatenate(odds)))).astype(np.float32)


def judged_lines(page: Page, chances: list[float]) -> tuple[Judged, ...]:
    """The lines of a page by what the networks say alone."""
    said = clips(page)
    return judge(page.lines, said, chances, threshold(chances, said))


def title_rows(page: Page, judged: Sequence[Judged]) -> tuple[Floats, Floats, list[str]] | None:
    """The lines that may be the title, which of them are, and what each would give."""
    title = page.gold.get("title")
    if not title:
        return None
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
    """The weights, and for each page the judgement of its lines by networks that saw no page of its site."""
    sizes = [len(page.lines) for page in pages]
    labels = np.concatenate([np.array(page.labels, np.float32) for page in pages])
    weights = np.concatenate(
        [
            line_weights(
                np.array(page.labels, np.float32),
                np.array([len(words(clip)) for clip in clips(page)], np.float32),
                page.form,
            )
            * usable(page)
            for page in pages
        ]
    )
    folds = np.repeat([fold(page.site) for page in pages], sizes)
    lexical = lexical_rows(pages)
    odds = np.split(held_out_words(lexical, labels, weights, folds), np.cumsum(sizes)[:-1])
    table = make_table(pages, odds, processes)
    print(
        f"{len(pages)} texts and {len(table.sizes) - len(pages)} mixed ones, {len(table.rows)} lines, "
        f"{table.rows.shape[1]} features",
        flush=True,
    )
    networks, chances = train_nets(table, processes)
    parts = table.split(chances)[: len(pages)]
    titles = [
        found
        for page, part in zip(pages, parts, strict=True)
        if (found := title_rows(page, judged_lines(page, part.tolist())))
    ]
    used = weights > 0
    shipped = {
        "words": fit_words(lexical[used], labels[used], weights[used]).astype(np.float16),
        **networks,
        **arrays(fit_titles(titles), "title"),
    }
    return shipped, parts


def fit_titles(pages: Sequence[tuple[Floats, Floats, list[str]]]) -> lgb.Booster:
    """The trees that tell the title from other lines."""
    rows, right = (
        np.concatenate(part) for part in ([page[0] for page in pages], [page[1] for page in pages])
    )
    return lgb.train(TITLE_TREES, lgb.Dataset(rows, right), TITLE_ROUNDS)


def main() -> None:
    """Train, write the weights, and print what the pages score under cross-validation by site."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("pages", type=Path, help="the folder with pages.tar.xz")
    arguments.add_argument("--out", type=Path, default=Path(__file__).parents[2] / "tui" / "articles" / FILE)
    arguments.add_argument("--processes", type=int, default=2)
    arguments.add_argument(
        "--held-out",
        type=Path,
        help="write the judgement of each line by networks that saw no page of its site",
    )
    args = arguments.parse_args()
    pages = read(args.pages, args.processes)
    weights, chances = train(pages, args.processes)
    np.savez_compressed(args.out, allow_pickle=False, **weights)
    print(f"{args.out}: {args.out.stat().st_size} bytes")
    if args.held_out:
        named = {f"{page.form}/{page.id}": part for page, part in zip(pages, chances, strict=True)}
        np.savez_compressed(args.held_out, allow_pickle=False, **named)
    print_scores(pages, chances, "networks")


if __name__ == "__main__":
    main()
