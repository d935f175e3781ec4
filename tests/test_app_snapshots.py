"""Pictures of the screens: three sizes, dark and light, and without colour. `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app_made import MadeApp, made_brief
from tui.settings import Settings

SIZES = ((80, 24), (120, 40), (200, 50))
Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def _made_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.desk._build", made_brief)
    monkeypatch.delenv("NO_COLOR", raising=False)


def keys(*names: str) -> Callable[[Pilot[int]], Awaitable[None]]:
    """Waits until everything is delivered, then presses keys."""

    async def run(pilot: Pilot[int]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.press(*names)
        await pilot.pause()

    return run


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("look", ["reex-dark", "reex-light", "no-colour"])
def test_desk(
    snap_compare: Compare, size: tuple[int, int], look: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    settings = Settings(theme=look if look.startswith("reex") else "reex-dark")
    app = MadeApp(settings=settings)
    assert snap_compare(app, terminal_size=size, run_before=keys("tab", "j", "j"))


def test_brief_on_a_small_screen(snap_compare: Compare) -> None:
    assert snap_compare(MadeApp(), terminal_size=(60, 16), run_before=keys("tab", "tab", "j", "j", "j"))


@pytest.mark.parametrize("view", ["actors", "figures", "statistics"])
def test_views(snap_compare: Compare, view: str) -> None:
    steps = {"actors": "v", "figures": "vv", "statistics": "V"}[view]
    assert snap_compare(MadeApp(), terminal_size=(120, 40), run_before=keys(*steps))


def test_page_as_it_was(snap_compare: Compare) -> None:
    assert snap_compare(MadeApp(), terminal_size=(80, 24), run_before=keys("tab", "F"))


def test_found_words(snap_compare: Compare) -> None:
    assert snap_compare(MadeApp(), terminal_size=(80, 24), run_before=keys("slash", *"norland"))


def test_jump_letters(snap_compare: Compare) -> None:
    assert snap_compare(MadeApp(), terminal_size=(120, 40), run_before=keys("f"))


def test_keys_of_a_pane(snap_compare: Compare) -> None:
    assert snap_compare(MadeApp(), terminal_size=(80, 24), run_before=keys("question_mark"))


def test_opening_a_path(snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("news", "notes"):
        (tmp_path / name).mkdir()
    (tmp_path / "one [draft].txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    assert snap_compare(MadeApp(), terminal_size=(80, 24), run_before=keys("o"))


def test_welcome(snap_compare: Compare) -> None:
    app = MadeApp(0)
    app.paths = ()
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys())


def test_a_file_that_cannot_be_read(snap_compare: Compare) -> None:
    app = MadeApp(1)
    start = app.start

    def also_bad() -> None:
        from tui.app.intake import Unreadable

        start()
        app.desk.deliver(Unreadable("k0", "000_harbour.txt is empty; give a file with text in it."))

    app.start = also_bad  # type: ignore[method-assign]
    app.analysed = 0
    assert snap_compare(app, terminal_size=(120, 40), run_before=keys())
