"""Piping a text to a shell command: the text on its standard input, what it prints, how it ended. Knows no widget."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable

MOST = 1 << 20
"""The bytes of output that are kept; a command that prints more is ended."""
GRACE = 0.3
"""Seconds in which what was printed may still arrive when the command has ended but left somebody holding its output."""
STEP = 0.05


class Piping:
    """One command with its text. The text never becomes part of the command line."""

    def __init__(self, command: str, text: str, seconds: float) -> None:
        """`command` is for the user's shell (`SHELL`, else /bin/sh); it is ended after `seconds`."""
        self.command = command
        self._text = text
        self._limit = seconds
        self.printed = b""
        self.ended = ""
        """A sentence about how it ended; empty as long as it runs."""
        self._cancelled = False

    def cancel(self) -> None:
        """End the command."""
        self._cancelled = True

    async def run(self, printed: Callable[[], object]) -> None:
        """Run to the end; `printed` is called when there is more output. Raises nothing."""
        shell = os.environ.get("SHELL") or "/bin/sh"
        begun = time.monotonic()
        try:
            transport, watch = await asyncio.get_running_loop().subprocess_exec(
                lambda: _Watch(self, printed),
                shell,
                "-c",
                self.command,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # so that it and all that it starts can be ended, and cannot draw on this terminal
            )
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.ended = f"It was not run: the shell {shell} cannot be started ({reason})."
            return
        try:
            feed = transport.get_pipe_transport(0)
            assert isinstance(feed, asyncio.WriteTransport)
            feed.write(self._text.encode("utf-8", "replace"))
            feed.close()
            why = await self._wait(watch, begun + self._limit)
            if why:
                await _end(transport)
        finally:
            transport.close()
        after = f"after {time.monotonic() - begun:.1f} s"
        self.ended = why.format(after=after) if why else f"{_ending(transport.get_returncode())} {after}."

    async def _wait(self, watch: _Watch, until: float) -> str:
        """Wait for the end; returns why it must be ended, or nothing where it ended itself."""
        while not watch.exited.is_set():
            await _either(watch.exited, STEP)
            if self._cancelled:
                return "Ended by you {after}."
            if len(self.printed) >= MOST:
                return "Ended {after}, because it printed more than is shown here."
            if time.monotonic() > until:
                return "Ended {after}, because it ran too long (pipe_seconds in the settings)."
        await _either(watch.silent, GRACE)
        return ""


class _Watch(asyncio.SubprocessProtocol):
    """Takes what a command prints; `exited` when it has ended, `silent` when nobody can print any more."""

    def __init__(self, piping: Piping, printed: Callable[[], object]) -> None:
        self.exited = asyncio.Event()
        self.silent = asyncio.Event()
        self._piping = piping
        self._printed = printed

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Keep what may be kept."""
        room = MOST - len(self._piping.printed)
        if room > 0:
            self._piping.printed += data[:room]
            self._printed()

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:
        """The output was closed."""
        if fd == 1:
            self.silent.set()

    def process_exited(self) -> None:
        """The command ended; what it started may still run."""
        self.exited.set()


async def _either(event: asyncio.Event, seconds: float) -> None:
    """Wait for the event, or so long."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


async def _end(transport: asyncio.SubprocessTransport) -> None:
    """End the command and all that it started: politely, then for certain."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(transport.get_pid(), number)
        for _ in range(10):
            if transport.get_returncode() is not None:
                return
            await asyncio.sleep(STEP)


def _ending(code: int | None) -> str:
    if code == 0:
        return "Ended well"
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"Ended by the signal {signal.Signals(-code).name}"
    known = {126: ": the shell may not run it,", 127: ": the shell does not find the command,"}
    return f"Ended with exit code {code}{known.get(code or 0, '')}"
