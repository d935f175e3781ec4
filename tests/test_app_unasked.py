"""What nobody asked for is drawn gathered, and not between somebody's keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import pairwise

import pytest

from tui.app.unasked import LATEST, OFTEN, STILL, Unasked


class Clock:
    """An event loop of which only the time and the calls at a time are there."""

    def __init__(self) -> None:
        self.now = 100.0
        self.calls: list[tuple[float, Callable[[], None]]] = []

    def time(self) -> float:
        """Seconds."""
        return self.now

    def call_at(self, when: float, call: Callable[[], None]) -> Clock:
        """Keep a call."""
        self.calls.append((when, call))
        return self

    def cancel(self) -> None:
        """Drop the call that waits."""
        self.calls.clear()

    def go_on(self, until: float) -> None:
        """Let time pass."""
        while self.calls and self.calls[0][0] <= until:
            self.now, call = self.calls.pop(0)
            call()
        self.now = until


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that goes on when it is told to."""
    made = Clock()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: made)
    return made


@pytest.fixture
def drawn(clock: Clock) -> list[float]:
    """When it was drawn."""
    return []


@pytest.fixture
def unasked(clock: Clock, drawn: list[float]) -> Unasked:
    """What is tested."""
    return Unasked(lambda: drawn.append(clock.now))


def test_what_comes_in_a_quiet_moment_is_drawn_at_once(
    clock: Clock, drawn: list[float], unasked: Unasked
) -> None:
    unasked.soon()
    clock.go_on(100.0)
    assert drawn == [100.0]


def test_what_comes_in_quick_succession_is_drawn_together(
    clock: Clock, drawn: list[float], unasked: Unasked
) -> None:
    for hundredth in range(100):
        clock.go_on(100.0 + hundredth / 100)
        unasked.soon()
    clock.go_on(102.0)
    assert len(drawn) == 5
    assert all(later - earlier >= OFTEN for earlier, later in pairwise(drawn))


def test_it_waits_until_nobody_types(clock: Clock, drawn: list[float], unasked: Unasked) -> None:
    unasked.pressed()
    unasked.soon()
    clock.go_on(100.2)
    unasked.pressed()
    clock.go_on(110.0)
    assert drawn == [pytest.approx(100.2 + STILL)]


def test_it_does_not_wait_for_ever(clock: Clock, drawn: list[float], unasked: Unasked) -> None:
    for tenth in range(100):
        clock.go_on(100.0 + tenth / 10)
        unasked.pressed()
        unasked.soon()
    assert drawn
    assert drawn[0] == pytest.approx(100.0 + LATEST)


def test_what_must_be_seen_is_drawn_at_once_and_only_once(
    clock: Clock, drawn: list[float], unasked: Unasked
) -> None:
    unasked.pressed()
    unasked.soon()
    unasked.now()
    clock.go_on(110.0)
    assert drawn == [100.0]
