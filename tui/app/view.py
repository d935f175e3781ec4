"""The names of what can stand beside the text."""

from __future__ import annotations

from enum import Enum


class View(Enum):
    """What stands beside the text; the value is its title."""

    BRIEF = "Brief"
    ACTORS = "Actors"
    FIGURES = "Figures"
    TIMELINE = "Timeline"
    STATISTICS = "Statistics"

    def step(self, by: int) -> View:
        """The next view, or the one before; after the last comes the first."""
        views = list(View)
        return views[(views.index(self) + by) % len(views)]


class FigureOrder(Enum):
    """The orders in which figures are listed; the value says it in words."""

    IMPORTANCE = "the most important first"
    VALUE = "the largest first"
    TEXT = "in the order of the text"

    def next(self) -> FigureOrder:
        """The order after this one; after the last comes the first."""
        orders = list(FigureOrder)
        return orders[(orders.index(self) + 1) % len(orders)]
