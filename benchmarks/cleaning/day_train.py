"""Train the finder of the published day on the development pages; write `tui/articles/day_weights.npz`.

    python -m benchmarks.cleaning.day_train ../shared/bench/data/dev/clean-pages held_out.npz

`held_out.npz` holds the judgement of each line by networks that saw no page of its site, as `train.py --held-out` writes it.
Prints what the pages score under cross-validation by site. The seed is fixed.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import lightgbm as lgb
import numpy as np
from numpy.typing import NDArray

from benchmarks.cleaning.held_out import judged_pages
from benchmarks.cleaning.train import FOLDS, TREES, arrays, fold
from tui.articles.day_features import Candidate, candidates, day_features, place
from tui.articles.extracted import Judged
from tui.articles.published import likeliest
from tui.articles.titles import find_title
from tui.articles.weights import DAYS_FILE

Floats = NDArray[np.float32]

FORMS = {"main": 1.0, "full": 0.7}
"""The forms of text that are trained on, and what a page in each of them counts."""
ROUNDS = 200
DAY_TREES = {
    **TREES,
    "learning_rate": 0.05,
    "num_leaves": 8,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "force_row_wise": True,
}


@dataclass(frozen=True)
class Dated:
    """A page with a gold day: its candidates, one row of features each, and which of them are right."""

    form: str
    site: str
    day: str
    on_page: bool
    found: list[Candidate]
    first: list[bool]
    rows: Floats
    right: NDArray[np.bool_]


def dated(form: str, gold: dict[str, Any], text: str, judged: Sequence[Judged]) -> Dated:
    """One page as the model sees it."""
    day = gold["date"][:10]
    title = find_title(text, judged)
    found = candidates(text, judged, title)
    rows = day_features(text, judged, title, found) if found else np.zeros((0, 0), np.float32)
    return Dated(
        form,
        gold.get("site") or gold["id"],
        day,
        is_on_page(text, day),
        found,
        [place(text, judged, one.line, one.written).is_first for one in found],
        rows,
        np.array([one.day == day for one in found]),
    )


def is_on_page(text: str, day: str) -> bool:
    """Whether a text shows an ISO day in any usual form."""
    when = date.fromisoformat(day)
    year, month, number = f"{when:%Y}", when.month, when.day
    name = rf"(?:{when:%B}|{when:%b}|sept)"
    short = rf"(?:{year}|{year[2:]})(?!\d)"
    forms = (
        rf"{year}[-/.]0?{month}[-/.]0?{number}(?!\d)",
        rf"(?<!\d)0?{number}(?:st|nd|rd|th)?[\s-]*(?:of )?{name}\.?,?[\s-]*{year}",
        rf"{name}\.?\s*0?{number}(?:st|nd|rd|th)?,?\s*(?:at )?{year}",
        rf"(?<!\d)0?{number}[/.-]0?{month}[/.-]{short}",
        rf"(?<!\d)0?{month}[/.-]0?{number}[/.-]{short}",
    )
    return any(re.search(form, text, re.IGNORECASE) for form in forms)


def fit(pages: Sequence[Dated]) -> lgb.Booster:
    """The trees that tell a page's day of publication from its other days."""
    pages = [page for page in pages if page.found]
    weights = []
    for page in pages:
        right = max(1, int(page.right.sum()))
        wrong = max(1, len(page.right) - int(page.right.sum()))
        weights.append(FORMS[page.form] * np.where(page.right, 1 / right, wrong**-0.5))
    return lgb.train(
        DAY_TREES,
        lgb.Dataset(
            np.concatenate([page.rows for page in pages]),
            np.concatenate([page.right for page in pages]),
            weight=np.concatenate(weights),
        ),
        ROUNDS,
    )


def print_scores(pages: Sequence[Dated]) -> None:
    """How often the day is right where it stands on the page, and wrong where one is given, by trees of other sites."""
    days: dict[int, str | None] = {}
    for number in range(FOLDS):
        model = fit([page for page in pages if fold(page.site) != number])
        for index, page in enumerate(pages):
            if fold(page.site) == number:
                chances = np.asarray(model.predict(page.rows)).tolist() if page.found else []
                days[index] = likeliest(page.found, page.first, chances)
    for form in FORMS:
        rows = [(page, days[index]) for index, page in enumerate(pages) if page.form == form]
        on_page = [(page, day) for page, day in rows if page.on_page]
        given = [(page, day) for page, day in rows if day]
        right = sum(day == page.day for page, day in on_page)
        wrong = sum(day != page.day for page, day in given)
        print(
            f"{form:5} right {right / len(on_page):.3f} of {len(on_page)} on the page, "
            f"wrong {wrong / len(given):.3f} of {len(given)} given"
        )


def main() -> None:
    """Train, write the weights, and print the scores."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("pages", type=Path, help="the folder with pages.tar.xz")
    arguments.add_argument("held_out", type=Path, help="the file that train.py --held-out wrote")
    arguments.add_argument(
        "--out", type=Path, default=Path(__file__).parents[2] / "tui" / "articles" / DAYS_FILE
    )
    args = arguments.parse_args()
    pages = [
        dated(page.form, page.gold, page.text, judged)
        for page, judged in judged_pages(args.pages, args.held_out)
        if page.form in FORMS and page.gold.get("date")
    ]
    np.savez_compressed(args.out, allow_pickle=False, **arrays(fit(pages), "day"))
    print(f"{args.out}: {args.out.stat().st_size} bytes")
    print_scores(pages)


if __name__ == "__main__":
    main()
