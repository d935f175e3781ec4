"""The way to the terminal: each frame in one piece."""

from __future__ import annotations

from textual.driver import Driver

BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"
"""Begin and end of a frame for terminals that show it only when it is whole."""


def whole_frames(driver: type[Driver]) -> type[Driver]:
    """The driver for this platform, changed to write what stands between `BEGIN` and `END` together with them.

    Textual writes the three one by one, and the thread that passes them on takes the interpreter from the frame that is
    still being made.
    """

    class WholeFrames(driver):  # type: ignore[valid-type,misc]
        _held: list[str] | None = None

        def write(self, data: str) -> None:
            """Write, or keep until the frame is whole."""
            if data == BEGIN:
                self._held = [data]
            elif self._held is None:
                super().write(data)
            else:
                self._held.append(data)
                if data == END:
                    frame, self._held = "".join(self._held), None
                    super().write(frame)

    return WholeFrames
