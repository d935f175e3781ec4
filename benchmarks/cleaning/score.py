"""The body score of the benchmark (shingles of four words), over pages whose lines were judged."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.cleaning.pages import RUN, Page
from tui.articles.extracted import BODY_KINDS
from tui.articles.features import CLIP
from tui.articles.lines import decide

Shingles = Counter[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """The multiset of runs of four words; of a shorter text, the text itself."""
    said = re.findall(r"\w+", text)
    return (
        Counter(tuple(said[at : at + RUN]) for at in range(max(1, len(said) - RUN + 1)))
        if said
        else Counter()
    )


def precision_recall(gold: str, found: str, optional: str = "") -> tuple[float | None, float | None]:
    """Over shingles; what stands in `optional` costs nothing. None where nothing can be said."""
    wanted, given, free = shingles(gold), shingles(found), shingles(optional)
    right = missed = extra = 0
    for key in wanted.keys() | given.keys():
        right += min(wanted[key], given[key])
        missed += max(0, wanted[key] - given[key])
        extra += max(0, given[key] - wanted[key] - free[key])
    if not missed and not extra:
        return 1.0, 1.0
    return (right / (right + extra) if right + extra else None), (
        right / (right + missed) if right + missed else None
    )


def mean_scores(pairs: Sequence[tuple[float | None, float | None]]) -> tuple[float, float, float]:
    """Mean precision, mean recall, and their harmonic mean."""
    precision = statistics.fmean(pair[0] for pair in pairs if pair[0] is not None)
    recall = statistics.fmean(pair[1] for pair in pairs if pair[1] is not None)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def body(page: Page, inside: Sequence[bool]) -> str:
    """The lines of a page that are kept."""
    return "\n".join(
        page.text[line.start : line.end] for line, keep in zip(page.lines, inside, strict=True) if keep
    )


def page_score(page: Page, found: str) -> tuple[float | None, float | None]:
    """Precision and recall of one page."""
    return precision_recall(
        "\n".join(page.gold.get("body") or []), found, "\n".join(page.gold.get("optional") or [])
    )


def kept(page: Page, chances: NDArray[np.float32]) -> list[bool]:
    """Which lines of a page are body, by the same rules as in the project itself."""
    clips = [page.text[line.start : min(line.end, line.start + CLIP)] for line in page.lines]
    return [line.kind in BODY_KINDS for line in decide(page.text, page.lines, clips, chances.tolist())]


def print_scores(pages: Sequence[Page], chances: Sequence[NDArray[np.float32]], what: str) -> None:
    """A line for each form of text: what the judged lines score, and what every line does."""
    for form in sorted({page.form for page in pages}):
        chosen = [
            (page, part)
            for page, part in zip(pages, chances, strict=True)
            if page.form == form and page.recall >= 0.8 and page.gold.get("body")
        ]
        scores = mean_scores([page_score(page, body(page, kept(page, part))) for page, part in chosen])
        print(
            f"{form:8} {what:12} P {scores[0]:.3f}  R {scores[1]:.3f}  F1 {scores[2]:.3f}  ({len(chosen)} pages)"
        )
