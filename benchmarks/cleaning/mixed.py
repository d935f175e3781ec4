"""Pages made of parts of several development pages: more furniture around more bodies, short and long."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks.cleaning.pages import Page

LONGEST = 1500
"""Lines of such a page, at most."""
SWAPPED, SHORTENED, TIGHT = 0.6, 0.5, 0.15
"""How often what stands above (or below) the body is another page's, the body is cut short, and no line is blank."""


def body_range(page: Page) -> tuple[int, int] | None:
    """The first line of the body and the one after the last, or None without a body."""
    inside = np.flatnonzero(np.array(page.labels) >= 0.5)
    return (int(inside[0]), int(inside[-1]) + 1) if len(inside) else None


def mixed(
    pages: Sequence[Page], which: int, donors: Sequence[int], seed: int
) -> tuple[list[tuple[int, int]], bool]:
    """The lines (page, line) of a page around the body of page `which`, and whether it has blank lines.

    Above and below the body may stand what does so on one of the `donors`, which have a body. Empty if it would be too long.
    """
    draw = np.random.default_rng(seed)
    bounds = body_range(pages[which])
    if bounds is None:
        return [], True
    low, high = bounds
    if draw.random() < SHORTENED and high - low > 6:
        inside = range(low, low + max(3, int((high - low) * draw.uniform(0.1, 1))))
    else:
        inside = range(low, high)
    above, below = (int(draw.choice(donors)) if draw.random() < SWAPPED else which for _ in range(2))
    top, bottom = body_range(pages[above]), body_range(pages[below])
    if top is None or bottom is None:
        return [], True
    picked = [
        *((above, line) for line in range(top[0])),
        *((which, line) for line in inside),
        *((below, line) for line in range(bottom[1], len(pages[below].lines))),
    ]
    return (picked if len(picked) <= LONGEST else []), bool(draw.random() >= TIGHT)
