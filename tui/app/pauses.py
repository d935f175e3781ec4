"""When Python looks for unreachable objects: while nobody types.

A look through all objects of the app takes up to 150 ms, and Python starts one whenever enough objects were made: in the
middle of the answer to a key as soon as between two.
"""

from __future__ import annotations

import gc
import time

LOOK = 1.0
"""Seconds between two questions whether there is a pause."""
STILL = 0.6
"""Seconds without a key after which what is new is looked through."""
AWAY = 60.0
"""Seconds without a key after which everything is looked through, once."""
MANY = 10_000
"""Objects made, without a moment of stillness, after which Python looks through them all the same: for a millisecond."""


def put_off() -> None:
    """No look at all until `Pauses` takes over: starting makes many objects and leaves few behind."""
    gc.set_threshold(MANY * 20, 1000, 1000)


class Pauses:
    """Looks for unreachable objects when there is a pause. What was found reachable is not looked at again until the
    person is away.
    """

    def __init__(self) -> None:
        self._pressed = time.monotonic()
        self._all_seen = False
        gc.freeze()
        gc.set_threshold(MANY, 1000, 1000)

    def pressed(self) -> None:
        """A key was pressed or the mouse moved."""
        self._pressed = time.monotonic()
        self._all_seen = False

    def look(self) -> None:
        """To be called every `LOOK` seconds."""
        still = time.monotonic() - self._pressed
        if still < STILL:
            return
        if still > AWAY and not self._all_seen:
            self._all_seen = True
            gc.unfreeze()
        gc.collect()
        gc.freeze()
