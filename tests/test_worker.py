"""The analysis process: order, restarts, and that it ends with the app."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import plain_article
from tui.worker import client
from tui.worker.client import Done, Event, Failed, Loaded, Loading, Started, Stopped, Worker

if TYPE_CHECKING:
    from tui.analysis.engine import Engine

ECHO = """
import json, os, struct, sys, time
from tui.analysis.model import Analysis, Statistics, SCHEMA
from tui.worker.main import read_order
from tui.worker.protocol import Answer, Ready, Refusal, frame
out = sys.stdout.buffer
def send(message):
    out.write(frame(message)); out.flush()
send(Ready("fake"))
while (order := read_order(sys.stdin.buffer)) is not None:
    a = order.article
    if "CRASH" in a.text:
        os._exit(9)
    if "REFUSE" in a.text:
        send(Refusal(order.key, "001.txt is refused."))
        continue
    send(Answer(order.key, Analysis(SCHEMA, a.id, a.file, a.sha256, None, None, "none", None, None, None, a.text, a.blocks,
        a.source_map, (), (), (), (), (), (), (), (), (), (), Statistics(0, 0, 0, 0.0, None, {}, 0.0, 0))))
"""


def python(code: str) -> tuple[str, ...]:
    return sys.executable, "-c", code


async def collect(
    worker_of: Callable[[Callable[[Event], None]], Worker], submit: dict[str, str], until: int
) -> list[Event]:
    """The events of a worker until `until` articles are done or failed, or it stops."""
    events: list[Event] = []
    enough = asyncio.Event()

    def deliver(event: Event) -> None:
        events.append(event)
        ended = sum(isinstance(e, Done | Failed) for e in events)
        if ended >= until or isinstance(event, Stopped):
            enough.set()

    worker = worker_of(deliver)
    for key, text in submit.items():
        worker.submit(key, plain_article(text))
    task = asyncio.create_task(worker.run())
    await asyncio.wait_for(enough.wait(), 60)
    await worker.close()
    await asyncio.wait_for(task, 10)
    return events


async def test_articles_come_back_in_order_and_the_one_on_the_screen_first() -> None:
    def make(deliver: Callable[[Event], None]) -> Worker:
        worker = Worker(deliver, python(ECHO))
        for key in "abc":
            worker.submit(key, plain_article(f"Text {key}."))
        worker.prefer("c")
        return worker

    events = await collect(make, {}, 3)
    assert [e.key for e in events if isinstance(e, Done)] == ["c", "a", "b"]
    assert isinstance(events[0], Loading)
    assert isinstance(events[1], Loaded)
    assert isinstance(events[2], Started)


async def test_an_article_that_ends_the_process_is_given_up_and_the_others_are_done() -> None:
    events = await collect(
        lambda d: Worker(d, python(ECHO)), {"a": "One.", "bad": "CRASH", "no": "REFUSE", "b": "Two."}, 4
    )
    assert {e.key for e in events if isinstance(e, Done)} == {"a", "b"}
    failed = {e.key: e.message for e in events if isinstance(e, Failed)}
    assert set(failed) == {"bad", "no"}
    assert "001.txt" in failed["bad"]
    assert failed["no"] == "001.txt is refused."
    assert [e.restarts for e in events if isinstance(e, Loading)] == [0, 1, 2]


@pytest.mark.parametrize("code", ["import sys; sys.exit(3)", "print('nonsense ' * 9)"])
async def test_a_process_that_never_gets_ready_is_given_up(code: str) -> None:
    events = await collect(lambda d: Worker(d, python(code)), {"a": "One."}, 1)
    assert isinstance(events[-1], Stopped)
    assert "can still be read" in events[-1].message


async def test_a_command_that_is_not_there_is_told(tmp_path: Path) -> None:
    events = await collect(lambda d: Worker(d, (str(tmp_path / "none"),)), {"a": "One."}, 1)
    assert isinstance(events[-1], Stopped)


async def test_closing_ends_a_busy_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "FAREWELL", 0.1)
    busy = tmp_path / "busy"
    code = f"import time; open({str(busy)!r}, 'w').close(); time.sleep(120)"
    worker = Worker(lambda _: None, python(code))
    task = asyncio.create_task(worker.run())
    while not busy.exists():
        await asyncio.sleep(0.02)
    await asyncio.wait_for(worker.close(), 60)
    await asyncio.wait_for(task, 60)


async def test_the_process_ends_when_its_stdin_closes() -> None:
    process = await asyncio.create_subprocess_exec(
        *python(ECHO), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL
    )
    assert process.stdin is not None
    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), 10) == 0


@pytest.mark.engine
async def test_the_worker_finds_what_the_engine_finds(engine: Engine) -> None:
    text = "Treasury Secretary Scott Bessent said on Monday that China supplies about 70% of rare earths."
    events = await collect(Worker, {"a": text}, 1)
    done = [e for e in events if isinstance(e, Done)]
    assert done[0].analysis == engine.analyse(plain_article(text))
    assert [e.version for e in events if isinstance(e, Loaded)] == [engine.version]


@pytest.mark.engine
async def test_a_model_that_is_not_there_is_told() -> None:
    events = await collect(lambda d: Worker(d, (*client.COMMAND, "no_such_model")), {"a": "One."}, 1)
    assert isinstance(events[-1], Stopped)
    assert "no_such_model" in events[-1].message
