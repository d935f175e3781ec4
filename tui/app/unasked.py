"""When to draw what nobody asked for, such as how far the analysis is: gathered, and not between somebody's keys.

What is drawn beside the answer to a key delays that answer, and over a slow line every byte of it does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

OFTEN = 0.25
"""Seconds, at least, between two drawings."""
STILL = 0.3
"""Seconds without a key after which something may move on the screen."""
LATEST = 3.0
"""Seconds after which it is drawn even though somebody goes on typing."""


class Unasked:
    """Calls `draw` on the event loop when what was asked for by `soon` disturbs least."""

    def __init__(self, draw: Callable[[], None]) -> None:
        self._draw = draw
        self._pressed = self._drawn = float("-inf")
        self._since = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def pressed(self) -> None:
        """A key was pressed or the mouse moved."""
        self._pressed = asyncio.get_running_loop().time()

    def soon(self) -> None:
        """There is something to draw."""
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._since = loop.time()
            self._timer = loop.call_at(self._when(self._since), self._due)

    def now(self) -> None:
        """Draw what waits, and what is new."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._drawn = asyncio.get_running_loop().time()
        self._draw()

    def _when(self, now: float) -> float:
        """The earliest moment at which it may be drawn, as it looks now."""
        still = min(self._pressed + STILL, self._since + LATEST)
        return max(now, self._drawn + OFTEN, still)

    def _due(self) -> None:
        loop = asyncio.get_running_loop()
        if (when := self._when(loop.time())) > loop.time():
            self._timer = loop.call_at(when, self._due)
        else:
            self.now()
