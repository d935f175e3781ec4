"""Learn the weights with which `tui.analysis.claims.judge` tells statements from what only has their form.

    python benchmarks/claims_judge.py ../shared/bench/data/dev/claims-polnear            cross-validates and prints
    python benchmarks/claims_judge.py ../shared/bench/data/dev/claims-polnear --write    also writes the weights

A candidate is right when 80 % of its letters lie inside one attribution marked by hand (PolNeAR). The model is a
logistic regression with an L2 penalty, solved by Newton's method: the same data gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.analysis.claims import judge
from tui.analysis.claims.direct import find_direct
from tui.analysis.claims.indirect import as_found, candidates, fragments
from tui.analysis.claims.parts import Page
from tui.analysis.claims.quotes import find_quotes
from tui.analysis.engine import load
from tui.analysis.parsed import Parsed
from tui.analysis.sentences import mark_block_starts, split_sentences
from tui.articles.build import build_plain
from tui.articles.extracted import Extracted

PENALTY = 10.0
RAREST = 8
FOLDS = 10
THRESHOLD = math.log(0.75 / 0.25)
"""Log-odds that a candidate needs: its chance of being right is at least 75 %."""

Example = tuple[list[str], bool]


def examples(rows: Iterable[tuple[dict[str, Any], Parsed]]) -> list[list[Example]]:
    """The candidates of each article, as feature names, and whether they are right."""
    found = []
    for row, parsed in rows:
        page = Page(parsed, find_quotes(parsed.text, parsed.article.blocks))
        gold = [_letters(parsed.text, attribution["spans"]) for attribution in row["claims"]]
        plain = list(candidates(page))
        known = [*find_direct(page), *map(as_found, plain)]
        article = []
        for candidate in (*plain, *fragments(page, known)):
            own = _letters(parsed.text, [(candidate.start, candidate.end)])
            right = any(len(own & other) >= 0.8 * len(own) for other in gold)
            article.append((list(judge.features(page, candidate)), right))
        found.append(article)
    return found


def _letters(text: str, spans: Iterable[Sequence[int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end) if text[place].isalnum()}


def fit(data: Sequence[Example]) -> dict[str, float]:
    """The weight of every feature that at least `RAREST` examples have."""
    count = Counter(name for names, _ in data for name in set(names))
    index = {name: place for place, name in enumerate(sorted(n for n, k in count.items() if k >= RAREST))}
    matrix = np.zeros((len(data), len(index)))
    for row, (names, _) in enumerate(data):
        for name in names:
            if name in index:
                matrix[row, index[name]] = 1.0
    right = np.array([label for _, label in data], dtype=float)
    weights: NDArray[np.float64] = np.zeros(len(index))
    for _ in range(20):
        chance = 1.0 / (1.0 + np.exp(-matrix @ weights))
        slope = matrix.T @ (right - chance) - PENALTY * weights
        curve = (matrix.T * (chance * (1.0 - chance))) @ matrix + PENALTY * np.eye(len(index))
        weights += np.linalg.solve(curve, slope)
    return {name: round(float(weights[place]), 3) for name, place in index.items()}


def total(weights: dict[str, float], names: Iterable[str]) -> float:
    """The log-odds that the weights give to an example."""
    return sum(weights.get(name, 0.0) for name in names)


def cross_validate(articles: Sequence[Sequence[Example]]) -> list[tuple[float, bool]]:
    """The log-odds of every example by weights that its article had no part in, and whether it is right."""
    scored = []
    for fold in range(FOLDS):
        train = [one for number, article in enumerate(articles) if number % FOLDS != fold for one in article]
        weights = fit(train)
        for article in articles[fold::FOLDS]:
            scored += [(total(weights, names), right) for names, right in article]
    return scored


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    model = load().model
    rows = []
    for line in (args.folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (args.folder / "texts" / f"{row['id']}.txt").read_bytes().decode("utf-8")
        article = build_plain(Extracted(text), id=row["id"], file=row["id"], sha256="")
        doc = model.make_doc(text)
        mark_block_starts(doc, article)
        rows.append((row, Parsed(article, model(doc), split_sentences(doc, article))))
    report(examples(rows), args.write)


def report(articles: Sequence[Sequence[Example]], write: bool) -> None:
    """Print what cross-validation gives at some thresholds; with `write`, learn from all and write the weights."""
    scored = cross_validate(articles)
    everything = sum(right for _, right in scored)
    print(f"{len(scored)} candidates, {everything} right")
    for chance in (0.0, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
        limit = math.log(chance / (1 - chance)) if chance else -math.inf
        kept = [right for score, right in scored if score >= limit]
        print(
            f"{chance:.2f}: kept {len(kept)}, right {sum(kept) / len(kept):.3f}, of all right {sum(kept) / everything:.3f}"
        )
    if write:
        weights = fit([one for article in articles for one in article])
        target = Path(judge.__file__).with_name(judge.WEIGHTS)
        content = {"threshold": round(THRESHOLD, 3), "features": {k: v for k, v in weights.items() if v}}
        target.write_text(json.dumps(content, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        print(target)


if __name__ == "__main__":
    main()
