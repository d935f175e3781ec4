"""Pictures of the screens: three sizes, dark and light, and without colour. `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from pytest_textual_snapshot import SVGImageExtension  # type: ignore[import-untyped]
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from tests.app_made import MadeApp
from tui.app.intake import Unreadable
from tui.app.piping import Piping
from tui.app.screens.output import OutputScreen
from tui.settings import Settings

SIZES = ((80, 24), (120, 40), (200, 50))
THEMES = ("reex-dark", "reex-light")
KEYS = {
    "list": (),
    "reader": ("tab", "j", "j"),
    "brief": ("tab", "tab", "j", "j", "j"),
    "actors": ("v",),
    "figures": ("v", "v"),
    "timeline": ("v", "v", "v"),
    "statistics": ("V",),
    "page": ("tab", "F"),
    "found": ("slash", *"norland"),
    "jump": ("f",),
    "keys": ("question_mark",),
    "palette": ("ctrl+p",),
    "themes": ("T",),
    "opening": ("o",),
    "review": ("r", "a", "x"),
    "disputing": ("r", "d", *"two sources differ"),
    "summary": ("r", "a", "x", "F", "y", "enter"),
}
"""What is pressed for each screen."""

pytestmark = pytest.mark.usefixtures("made_briefs")

Prepare = Callable[[Pilot[int]], Awaitable[None]]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name in ("news", "notes"):
        (tmp_path / name).mkdir()
    (tmp_path / "one [draft].txt").write_text("x")
    monkeypatch.chdir(tmp_path)


def pressing(*names: str) -> Prepare:
    """Presses keys, each when what the one before set off is done."""

    async def run(pilot: Pilot[int]) -> None:
        for name in names:
            await pilot.press(name)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()

    return run


async def picture(app: MadeApp, pilot: Pilot[int], size: tuple[int, int]) -> str:
    """The screen as SVG, when it has this size and no longer changes."""
    before: list[object] = []
    same = 0
    for _ in range(300):
        await pilot.pause(0.01)
        await app.workers.wait_for_complete()
        now: list[object] = [list(strip) for strip in app.screen._compositor.render_strips()]
        same = same + 1 if now == before and app.screen.size == size else 0
        if same == 4:
            break
        before = now
    return app.export_screenshot(title="reex-tui")


async def compare(
    app: MadeApp, prepare: Prepare, snapshot: SnapshotAssertion, *, no_colour: bool, sizes: object = SIZES
) -> None:
    """Compare the screen in every size, and in each theme unless there is no colour."""
    assert isinstance(sizes, tuple)
    wrong = []
    async with app.run_test(size=sizes[0]) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await prepare(pilot)
        for look in ("no-colour",) if no_colour else THEMES:
            if not no_colour:
                app.theme = look
            for size in sizes:
                await pilot.resize_terminal(*size)
                name = f"{look}-{size[0]}x{size[1]}"
                drawn = await picture(app, pilot, size)
                if drawn != snapshot(name=name, extension_class=SVGImageExtension):
                    wrong.append(name)
    assert not wrong, "pytest --snapshot-update takes the pictures anew"


@pytest.fixture(params=["colour", "no-colour"])
def no_colour(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether NO_COLOR is set."""
    if request.param == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
        return True
    return False


@pytest.mark.parametrize("name", KEYS)
async def test_screen(name: str, no_colour: bool, snapshot: SnapshotAssertion) -> None:
    app = MadeApp(settings=Settings(briefs=Path("briefs")))
    await compare(app, pressing(*KEYS[name]), snapshot, no_colour=no_colour)


async def test_welcome(no_colour: bool, snapshot: SnapshotAssertion) -> None:
    app = MadeApp(0)
    app.paths = ()
    await compare(app, pressing(), snapshot, no_colour=no_colour)


async def test_a_file_that_cannot_be_read(no_colour: bool, snapshot: SnapshotAssertion) -> None:
    async def spoil(pilot: Pilot[int]) -> None:
        app.desk.deliver(Unreadable("k0", "000_harbour.txt is empty; give a file with text in it."))

    app = MadeApp(1, analysed=0)
    await compare(app, spoil, snapshot, no_colour=no_colour)


class Ended(Piping):
    """A command that has ended."""

    async def run(self, printed: Callable[[], object]) -> None:
        """Nothing is run, so that the time is always the same."""
        self.printed = b"     118 words\n\x1b[31m      13 sentences\x1b[0m\n"
        self.ended = "Ended with exit code 1 after 0.1 s."
        printed()


async def test_output(no_colour: bool, snapshot: SnapshotAssertion) -> None:
    async def pipe(pilot: Pilot[int]) -> None:
        await app.push_screen(
            OutputScreen(Ended("wc -w", "", 1), "the text of 000 (118 words)", app.desk_screen.keys)
        )

    app = MadeApp()
    await compare(app, pipe, snapshot, no_colour=no_colour)


@pytest.mark.parametrize("name", ["list", "brief", "keys", "disputing"])
async def test_small(name: str, snapshot: SnapshotAssertion) -> None:
    app = MadeApp(settings=Settings(briefs=Path("briefs")))
    await compare(app, pressing(*KEYS[name]), snapshot, no_colour=False, sizes=((60, 16), (30, 8)))
