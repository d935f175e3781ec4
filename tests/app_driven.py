"""The app driven by a test: opened on made-up articles or on real files, and waited for."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.app_made import MadeApp
from tests.test_worker import ECHO, python
from tui.app.app import ReexApp
from tui.app.screens.desk import DeskScreen
from tui.settings import Settings

PATIENCE = 30.0
"""Seconds after which something does not happen any more."""


async def until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    """Wait for something that a thread or another process brings about."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it did not come to that"
        await pilot.pause(0.02)


async def settled(screen: DeskScreen, pilot: Pilot[int]) -> None:
    """Wait until a correction is written and shown."""
    await pilot.pause()
    await screen.app.workers.wait_for_complete()
    await pilot.pause()


@asynccontextmanager
async def desk(
    size: tuple[int, int] = (120, 40),
    articles: int = 3,
    analysed: int = 2,
    settings: Settings | None = None,
    folder: Path | None = None,
) -> AsyncIterator[tuple[DeskScreen, Pilot[int]]]:
    """The desk on made-up articles, with everything delivered."""
    app = MadeApp(articles, analysed=analysed, settings=settings, folder=folder)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield app.desk_screen, pilot


STORY = (
    "{title}\n\nMay 6, 2031\n\nThe harbour of Port Clement stood still for a third day while the crews waited for word from "
    "the ministry. A second ship with magnets lay at anchor outside the bay.\n\nThe minister said that talks would go on, "
    "and that nobody had left the table. {more}\n"
)


def write_story(path: Path, title: str = "Harbour stands still for a third day", more: str = "") -> Path:
    path.write_text(STORY.format(title=title, more=more), encoding="utf-8")
    return path


@asynccontextmanager
async def opened(
    *paths: Path,
    command: Sequence[str] = python(ECHO),
    size: tuple[int, int] = (120, 40),
    reviewer: str | None = None,
) -> AsyncIterator[tuple[DeskScreen, Pilot[int]]]:
    """The app on real files with a quick worker."""
    app = ReexApp(paths, Settings(briefs=Path("/nonexistent"), reviewer=reviewer), command)
    async with app.run_test(size=size) as pilot:
        yield app.desk_screen, pilot


def alive(pid: int) -> bool:
    """Whether there is a process with this number that has not ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z"
    except OSError:
        return False
