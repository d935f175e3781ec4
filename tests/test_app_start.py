"""What happens before and beside the first picture."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from tui.app.driver import BEGIN, END, whole_frames
from tui.app.pauses import AWAY, STILL, Pauses


def test_a_frame_is_written_in_one_piece() -> None:
    written: list[str] = []

    class Written(HeadlessDriver):
        def __init__(self) -> None: ...

        def write(self, data: str) -> None:
            written.append(data)

    driver = whole_frames(Written)()  # type: ignore[call-arg]
    for data in ("title", BEGIN, "some", "rows", END, "bell"):
        driver.write(data)
    assert written == ["title", f"{BEGIN}somerows{END}", "bell"]


class TestPauses:
    @pytest.fixture(autouse=True)
    def _as_before(self) -> Iterator[None]:
        before = gc.get_threshold()
        yield
        gc.set_threshold(*before)
        gc.unfreeze()

    def test_nothing_is_looked_for_while_somebody_types(self, monkeypatch: pytest.MonkeyPatch) -> None:
        now = 1000.0
        looked: list[str] = []
        monkeypatch.setattr("tui.app.pauses.time.monotonic", lambda: now)
        monkeypatch.setattr("tui.app.pauses.gc.collect", lambda: looked.append("new"))
        monkeypatch.setattr("tui.app.pauses.gc.unfreeze", lambda: looked.append("all"))
        pauses = Pauses()
        pauses.pressed()
        now += STILL / 2
        pauses.look()
        assert looked == []
        now += STILL
        pauses.look()
        assert looked == ["new"]
        now += AWAY
        pauses.look()
        pauses.look()
        assert looked == ["new", "all", "new", "new"]

    def test_what_nothing_refers_to_any_more_goes_in_the_end(self) -> None:
        class Thing:
            gone = False
            itself: Thing

            def __del__(self) -> None:
                Thing.gone = True

        thing = Thing()
        thing.itself = thing
        pauses = Pauses()
        del thing
        pauses._pressed -= AWAY + 1
        pauses.look()
        assert Thing.gone
