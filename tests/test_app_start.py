"""What happens before and beside the first picture."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from tests.test_app_intake import until, write_story
from tests.test_worker import python
from tui.app.app import ReexApp
from tui.app.driver import BEGIN, END, whole_frames
from tui.app.pauses import AWAY, STILL, Pauses
from tui.articles.ahead import Ahead
from tui.articles.reading import find_sources, read_source
from tui.settings import Settings


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.articles.ahead.os.cpu_count", lambda: 2)


@pytest.mark.usefixtures("two_cores")
class TestReadingAhead:
    def test_gives_what_reading_gives(self, tmp_path: Path) -> None:
        write_story(tmp_path / "001_story.txt")
        write_story(tmp_path / "002_story.txt")
        first = Ahead([tmp_path, tmp_path / "none.txt"]).take()
        sources, problems = find_sources([tmp_path, tmp_path / "none.txt"])
        assert first is not None
        assert [Path(path) for path, _, _ in first.sources] == [source.path for source in sources]
        assert first.problems == tuple((str(p.path), p.message) for p in problems)
        assert first.articles == read_source(sources[0])

    def test_leaves_it_to_the_app_to_say_why_a_source_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "001_empty.txt").write_text("")
        first = Ahead([tmp_path]).take()
        assert first is not None
        assert first.articles == ()

    def test_never_touches_the_standard_input(self) -> None:
        assert Ahead([Path("-")]).take() is None

    def test_gives_nothing_twice_and_nothing_when_it_was_ended(self, tmp_path: Path) -> None:
        write_story(tmp_path / "001_story.txt")
        ahead = Ahead([tmp_path])
        assert ahead.take() is not None
        assert ahead.take() is None
        ahead = Ahead([tmp_path])
        ahead.close()
        assert ahead.take() is None

    @pytest.mark.parametrize("broken", [False, True])
    async def test_the_app_shows_the_text_whether_or_not_it_went_well(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bool
    ) -> None:
        for name in ("001_story.txt", "002_story.txt"):
            write_story(tmp_path / name)
        if broken:
            monkeypatch.setattr("tui.articles.ahead.sys.executable", "/bin/false")
        app = ReexApp([tmp_path], Settings(), python("import time; time.sleep(60)"))
        app.desk.intake.ahead = Ahead([tmp_path])
        async with app.run_test(size=(120, 40)) as pilot:
            screen = app.desk_screen
            await until(lambda: screen.reader.article is not None and screen.desk.all_read, pilot)
            assert [entry.id for entry in screen.desk.shelf.entries] == ["001", "002"]
            assert all(entry.title for entry in screen.desk.shelf.entries)


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
