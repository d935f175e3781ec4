"""A program in a pseudo-terminal: started, timed, sent keys. What the benchmarks of the app share."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ANSI = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_][^\x1b]*\x1b\\|\x1b."
)
_ANSWERS = (
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
)


class Terminal:
    """`argv` in a pseudo-terminal of `columns` by `rows`. Times are seconds since the start of the process."""

    def __init__(
        self, argv: Sequence[str], columns: int = 120, rows: int = 40, env: Mapping[str, str] | None = None
    ) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(
                {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", **(env or {})}
            )
            try:
                os.execvp(argv[0], list(argv))
            finally:
                os._exit(127)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.output: list[tuple[float, bytes]] = []
        self.dead = False

    def pump(self, seconds: float, quiet: float | None = None) -> None:
        """Take what the program writes for `seconds`, or until it was `quiet` for so long; answer what it asks."""
        end = time.perf_counter() + seconds
        last = time.perf_counter()
        while not self.dead:
            now = time.perf_counter()
            if now >= end or (quiet is not None and now - last >= quiet):
                return
            ready, _, _ = select.select([self.fd], [], [], min(end - now, 0.005))
            if not ready:
                continue
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                data = b""
            if not data:
                self.dead = True
                return
            last = time.perf_counter()
            self.output.append((last - self.started, data))
            for question, answer in _ANSWERS:
                if question in data:
                    os.write(self.fd, answer)

    def painted(self, characters: int = 20) -> float | None:
        """When the program had written that many visible characters."""
        seen = 0
        for at, data in self.output:
            seen += sum(not chr(byte).isspace() for byte in ANSI.sub(b"", data) if byte >= 0x20)
            if seen >= characters:
                return at
        return None

    def written(self, words: str) -> float | None:
        """When the program wrote `words`, in one stretch of output."""
        raw = words.encode()
        return next((at for at, data in self.output if raw in ANSI.sub(b"", data)), None)

    def wait_for(self, words: str, seconds: float = 120) -> None:
        """Until the program has written `words`, in one stretch of output. Raises `TimeoutError`."""
        end = time.perf_counter() + seconds
        while self.written(words) is None:
            if self.dead or time.perf_counter() > end:
                raise TimeoutError(f"The program did not write {words!r}.")
            self.pump(0.2)

    def press(self, key: bytes, silence: float = 0.08, longest: float = 2.0) -> float | None:
        """Seconds from a key to the last that was written for it before `silence`; None for nothing within `longest`."""
        before = len(self.output)
        at = time.perf_counter() - self.started
        os.write(self.fd, key)
        end = time.perf_counter() + longest
        while len(self.output) == before and time.perf_counter() < end and not self.dead:
            self.pump(0.2, silence)
        self.pump(5, silence)
        written = self.output[before:]
        return written[-1][0] - at if written else None

    def calm_children(self) -> None:
        """Take the real-time class from the processes that the program started."""
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                for thread in Path(f"/proc/{child}/task").iterdir():
                    os.sched_setscheduler(int(thread.name), os.SCHED_OTHER, os.sched_param(0))

    def close(self) -> None:
        """End the program."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def p95(values: Sequence[float]) -> float:
    """The value that 95 in 100 do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def at_home(folder: Path) -> dict[str, str]:
    """An environment in which a program finds no settings of its user, with animations off as in reex-tui."""
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "TEXTUAL_ANIMATIONS": "none",
    }
