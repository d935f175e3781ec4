"""The places visited, to go back to and forward again. Pure."""

from __future__ import annotations

from typing import NamedTuple

MOST = 200


class Visit(NamedTuple):
    """A place: the article's key, the offset in its text, and the pane that had the focus."""

    key: str
    offset: int
    pane: str


class History:
    """Where the reader has been. `leave` is told the place that a jump leaves; walking back keeps the way forward."""

    def __init__(self) -> None:
        self._back: list[Visit] = []
        self._forward: list[Visit] = []

    def leave(self, here: Visit) -> None:
        """Remember a place before a jump."""
        if not self._back or self._back[-1] != here:
            self._back.append(here)
            del self._back[:-MOST]
        self._forward.clear()

    def back(self, here: Visit) -> Visit | None:
        """The place before this one, or None."""
        return self._step(self._back, self._forward, here)

    def forward(self, here: Visit) -> Visit | None:
        """The place that was gone back from, or None."""
        return self._step(self._forward, self._back, here)

    @staticmethod
    def _step(source: list[Visit], target: list[Visit], here: Visit) -> Visit | None:
        while source:
            there = source.pop()
            if there != here:
                target.append(here)
                return there
        return None
