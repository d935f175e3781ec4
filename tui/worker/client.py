"""The app's side of the worker: starts the process, keeps the order of the articles, restarts after a crash.

Runs on the app's event loop and imports no part of the language engine.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec

from tui.analysis.model import Analysis
from tui.articles.model import Article

from .protocol import HEADER, Answer, Order, Ready, Refusal, Reply, Unable, frame, reply

COMMAND = (sys.executable, "-m", "tui.worker.main")
TRIES = 2
"""How often an article may end the process before it is given up."""
IDLE_CRASHES = 3
"""How often in a row the process may end with no article in work before the client gives up."""
FAREWELL = 0.5
"""Seconds that the process is given to end by itself when its stdin closes."""


@dataclass(frozen=True)
class Loading:
    """The process was started and loads the language engine; `restarts` counts the times that it ended unasked."""

    restarts: int


@dataclass(frozen=True)
class Loaded:
    """The language engine is there."""

    version: str


@dataclass(frozen=True)
class Started:
    """The article under `key` is being analysed."""

    key: str


@dataclass(frozen=True)
class Done:
    """The analysis of the article under `key`."""

    key: str
    analysis: Analysis


@dataclass(frozen=True)
class Failed:
    """The article under `key` gets no analysis; `message` is a sentence that says why."""

    key: str
    message: str


@dataclass(frozen=True)
class Stopped:
    """There will be no more analyses; `message` is a sentence that says why."""

    message: str


Event = Loading | Loaded | Started | Done | Failed | Stopped


class Worker:
    """One analysis process and the articles that wait for it.

    `deliver` is called on the event loop with every event. `run` is the task that does the work; cancel it, or call
    `close`, to end the process.
    """

    def __init__(self, deliver: Callable[[Event], None], command: Sequence[str] = COMMAND) -> None:
        self._deliver = deliver
        self._command = tuple(command)
        self._waiting: OrderedDict[str, Article] = OrderedDict()
        self._wake = asyncio.Event()
        self._process: asyncio.subprocess.Process | None = None
        self._closed = False

    def submit(self, key: str, article: Article, *, front: bool = False) -> None:
        """Put an article in the queue, or at its front; an article under the same key that still waits is replaced."""
        self._waiting[key] = article
        if front:
            self._waiting.move_to_end(key, last=False)
        self._wake.set()

    def prefer(self, key: str) -> None:
        """Take the article under `key` next, if it still waits."""
        if key in self._waiting:
            self._waiting.move_to_end(key, last=False)

    def forget(self) -> None:
        """Drop everything that waits (another folder was opened)."""
        self._waiting.clear()

    async def run(self) -> None:
        """Start the process and feed it until `close`; after a crash start it again."""
        restarts = idle_crashes = 0
        crashes: dict[str, int] = {}
        while not self._closed:
            self._deliver(Loading(restarts))
            try:
                culprit = await self._serve()
            except OSError as error:
                self._deliver(
                    Stopped(f"The analysis cannot be started ({error}). The articles can still be read.")
                )
                return
            finally:
                await self._end_process()
            if self._closed or isinstance(culprit, Stopped):
                return
            restarts += 1
            if culprit is None:
                idle_crashes += 1
                if idle_crashes >= IDLE_CRASHES:
                    self._deliver(
                        Stopped(
                            "The analysis ends again and again as it starts. The articles can still be read."
                        )
                    )
                    return
                continue
            idle_crashes = 0
            key, article = culprit
            crashes[key] = crashes.get(key, 0) + 1
            if crashes[key] < TRIES:
                self.submit(key, article, front=True)
            else:
                message = f"{article.file} ended the analysis {TRIES} times and is left out. Its text can still be read."
                self._deliver(Failed(key, message))

    async def close(self) -> None:
        """End the process. `run` returns."""
        self._closed = True
        self._wake.set()
        await self._end_process()

    async def _serve(self) -> tuple[str, Article] | Stopped | None:
        """Run one process until it ends; returns the article that it had in work then, if any."""
        process = self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        ready = await self._read(process.stdout)
        if isinstance(ready, Unable):
            self._deliver(stopped := Stopped(ready.message))
            return stopped
        if not isinstance(ready, Ready):
            return None
        self._deliver(Loaded(ready.version))
        ended = asyncio.create_task(process.wait())
        try:
            while not self._closed:
                if not self._waiting:
                    self._wake.clear()
                    woken = asyncio.create_task(self._wake.wait())
                    await asyncio.wait((woken, ended), return_when=asyncio.FIRST_COMPLETED)
                    woken.cancel()
                    if ended.done():
                        return None
                    continue
                key, article = self._waiting.popitem(last=False)
                self._deliver(Started(key))
                try:
                    process.stdin.write(frame(Order(key, article)))
                    await process.stdin.drain()
                    answer = await self._read(process.stdout)
                except ConnectionError:
                    answer = None
                match answer:
                    case Answer(analysis=analysis):
                        self._deliver(Done(key, analysis))
                    case Refusal(message=message):
                        self._deliver(Failed(key, message))
                    case _:
                        return key, article
        finally:
            ended.cancel()
        return None

    @staticmethod
    async def _read(stdout: asyncio.StreamReader) -> Reply | None:
        """The next reply, or None when the process has ended or talks nonsense."""
        try:
            header = await stdout.readexactly(HEADER.size)
            return reply(await stdout.readexactly(HEADER.unpack(header)[0]))
        except (asyncio.IncompleteReadError, msgspec.DecodeError):
            return None

    async def _end_process(self) -> None:
        process, self._process = self._process, None
        if process is None or process.returncode is not None:
            return
        assert process.stdin is not None
        process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), FAREWELL)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
