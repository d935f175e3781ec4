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
