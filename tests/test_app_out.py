"""Getting words out: the clipboards, a selection by mouse, a pipe to a command; and how wide the panes are."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import stat
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.containers import Container
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tests.app_driven import alive, desk, until
from tui.app import clipboard
from tui.app.actions import ACTIONS, Action, Place, keymap
from tui.app.piping import Piping
from tui.app.screens.desk import DeskScreen
from tui.app.screens.output import OutputScreen, output_text
from tui.plain import without_controls

SOON = 30
"""Seconds: less than the commands of the tests would run if they were waited for."""

IN_OUTPUT = [action for action in ACTIONS if action.place is Place.OUTPUT]


pytestmark = pytest.mark.usefixtures("made_briefs")


@pytest.fixture(autouse=True)
def _shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/sh")


def shown(screen: OutputScreen) -> str:
    return "\n".join(p.text for p in screen.output.layout_now.paragraphs)


@asynccontextmanager
async def output(command: str, *before: str) -> AsyncIterator[tuple[OutputScreen, Pilot[int]]]:
    """The screen with the output of a command to which the article was piped."""
    async with desk(size=(80, 24)) as (screen, pilot):
        await pilot.press(*before, "vertical_line")
        await until(pilot, lambda: screen.line is not None)
        await pilot.press(*command, "enter")
        await until(pilot, lambda: isinstance(screen.app.screen, OutputScreen))
        there = screen.app.screen
        assert isinstance(there, OutputScreen)
        yield there, pilot


async def ended(screen: OutputScreen, pilot: Pilot[int]) -> None:
    await until(pilot, lambda: screen.status.words.startswith(("Ended", "It was not run")))
    await pilot.pause()


# Piping


async def test_the_article_goes_to_the_commands_input_and_never_into_its_words() -> None:
    async with output("cat") as (screen, pilot):
        await ended(screen, pilot)
        assert "Ada Lindqvist, the trade minister of Norland" in shown(screen)
        assert screen.heading.title == "the text of 000 (120 words) | cat"
        assert screen.status.words.startswith("Ended well after")


async def test_from_the_brief_its_markdown_is_piped() -> None:
    async with output("grep '^#'", "tab", "tab") as (screen, pilot):
        await ended(screen, pilot)
        assert "## Bottom line" in shown(screen)
        assert "Markdown" in screen.heading.title


async def test_a_failing_command_is_told_with_its_code() -> None:
    async with output("echo oops >&2; exit 3") as (screen, pilot):
        await ended(screen, pilot)
        assert shown(screen) == "oops"
        assert screen.status.words.startswith("Ended with exit code 3 after")


async def test_a_command_that_there_is_not_is_told() -> None:
    async with output("no-such-command-here") as (screen, pilot):
        await ended(screen, pilot)
        assert "the shell does not find the command" in screen.status.words


async def test_a_running_command_is_ended_by_q_and_what_it_printed_stays() -> None:
    async with output("echo begun; sleep 60") as (screen, pilot):
        await until(pilot, lambda: "begun" in shown(screen))
        assert screen.status.words == "The command runs; q ends it."
        await pilot.press("q")
        await ended(screen, pilot)
        assert screen.status.words.startswith("Ended by you")
        assert shown(screen) == "begun"
        await pilot.press("q")
        await until(pilot, lambda: isinstance(screen.app.screen, DeskScreen))


async def test_output_reaches_the_screen_without_escapes_and_markup() -> None:
    async with output(r"printf '\033]0;mine\007\033[31m[bold]red[/bold]\033[0m\tb\rc\001d'") as (
        screen,
        pilot,
    ):
        await ended(screen, pilot)
        assert shown(screen) == "[bold]red[/bold]        b\ncd"


def test_no_bytes_reach_the_screen_as_anything_but_text() -> None:
    printed = bytes(range(256)) * 4 + b"N\x08NA\x08A"
    text = output_text(printed)
    assert text == without_controls(text)
    assert text.endswith("NA")


async def test_the_time_limit_ends_a_command_and_all_that_it_started(tmp_path: Path) -> None:
    piping = Piping(f"sleep 60 & echo $! > {tmp_path}/other; sleep 60", "text", 0.5)
    await asyncio.wait_for(piping.run(lambda: None), SOON)
    assert "ran too long" in piping.ended
    other = int((tmp_path / "other").read_text())
    for _ in range(100):
        if not alive(other):
            break
        await asyncio.sleep(0.1)
    assert not alive(other)


async def test_a_command_that_leaves_somebody_behind_is_not_waited_for() -> None:
    piping = Piping("cat >/dev/null; echo done; sleep 60 &", "text", 60)
    await asyncio.wait_for(piping.run(lambda: None), SOON)
    assert piping.ended.startswith("Ended well")
    assert piping.printed == b"done\n"


async def test_endless_output_is_cut_and_a_reader_of_the_first_line_is_no_failure() -> None:
    endless = Piping("yes", "text", 30)
    await endless.run(lambda: None)
    assert "printed more" in endless.ended
    assert len(endless.printed) < 2 << 20
    first = Piping("head -n 1", "line\n" * 200_000, 30)
    await first.run(lambda: None)
    assert first.printed == b"line\n"
    assert first.ended.startswith("Ended well")


async def test_a_shell_that_there_is_not_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/nowhere/shell")
    piping = Piping("cat", "text", 5)
    await piping.run(lambda: None)
    assert (
        piping.ended
        == "It was not run: the shell /nowhere/shell cannot be started (No such file or directory)."
    )


async def test_commands_are_there_at_the_next_start() -> None:
    async with output("wc -w") as (screen, pilot):
        await ended(screen, pilot)
        await screen.app.workers.wait_for_complete()
    async with desk() as (screen, pilot):
        await pilot.press("vertical_line")
        await until(pilot, lambda: screen.line is not None)
        await pilot.press("d", "up")
        assert screen.line is not None
        line = screen.query_one(Input)
        assert line.value == "wc -w"
        await pilot.press("down")
        assert line.value == "d"
        await pilot.press("escape")
        assert screen.line is None


async def test_a_question_takes_the_place_of_one_that_is_open() -> None:
    async with desk() as (screen, pilot):
        screen.ask("First:", lambda _: None)
        screen.ask("Second:", screen.say)
        await until(pilot, lambda: screen.focused is screen.line)
        await pilot.press(*"words", "enter")
        await until(pilot, lambda: not screen.query(Input))
        assert screen.status.words == "words"
        assert screen.focused is screen.list


CHECKS: dict[str, Callable[[OutputScreen], bool]] = {
    "next": lambda screen: screen.output.top == 4,
    "previous": lambda screen: screen.output.top == 2,
    "first": lambda screen: screen.output.top == 0,
    "last": lambda screen: screen.output.top == screen.output.row_count - screen.output.height,
    "half-down": lambda screen: screen.output.top == 3 + screen.output.height // 2,
    "half-up": lambda screen: screen.output.top == 0,
    "page-down": lambda screen: screen.output.top == 3 + screen.output.height - 2,
    "page-up": lambda screen: screen.output.top == 0,
    "copy": lambda screen: screen.app.clipboard.startswith("1\n2\n3\n"),
    "close": lambda screen: isinstance(screen.app.screen, DeskScreen),
}


@pytest.mark.parametrize("action", IN_OUTPUT, ids=lambda action: action.identity)
async def test_action_in_the_output(action: Action) -> None:
    async with output("seq 100") as (screen, pilot):
        await ended(screen, pilot)
        await pilot.press("j", "j", "j", *action.keys[0].split())
        await until(pilot, lambda: CHECKS[action.identity.partition(".")[2]](screen))


def test_the_keys_of_the_output_are_its_own() -> None:
    assert {action.identity.partition(".")[2] for action in IN_OUTPUT} == set(CHECKS)
    for action in IN_OUTPUT:
        for key in action.keys:
            assert keymap().find(Place.OUTPUT, key) is action


# Copying


def taken(sequence: str) -> str:
    """What a terminal takes from OSC 52."""
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\a", sequence)
    assert found is not None
    return base64.b64decode(found[1]).decode()


WORDS = "Größe: “zwei” – 稀土 🙂\n" * 20


def test_the_terminal_is_asked_by_osc_52() -> None:
    assert taken(clipboard.escape(WORDS, {"TERM": "xterm-256color"})) == WORDS


def test_screen_is_given_short_strings_to_pass_on() -> None:
    sequence = clipboard.escape(WORDS, {"TERM": "screen", "STY": "1.pts"})
    parts = re.findall(r"\x1bP(.*?)\x1b\\", sequence, re.DOTALL)
    assert sequence == "".join(f"\x1bP{part}\x1b\\" for part in parts)
    assert max(map(len, parts)) <= 250
    assert taken("".join(parts)) == WORDS


def test_over_ssh_from_screen_or_tmux_both_are_asked() -> None:
    sequence = clipboard.escape("words", {"TERM": "screen-256color"})
    assert taken(sequence.partition("\x1bP")[0]) == "words"
    assert "\x1bP" in sequence


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH of nothing but clipboard commands that write what they get into a file with their name."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("tmux", "wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"):
        file = folder / name
        file.write_text(f'#!/bin/sh\necho noise >&2\n/bin/cat > "{tmp_path}/{name}.got"\n')
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))
    return tmp_path


@pytest.mark.parametrize(
    ("environment", "platform", "name"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "wl-copy"),
        ({"DISPLAY": ":0"}, "linux", "xclip"),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", "clip.exe"),
        ({}, "darwin", "pbcopy"),
        ({}, "linux", None),
    ],
)
async def test_the_systems_clipboard_gets_the_same_words(
    commands: Path, environment: dict[str, str], platform: str, name: str | None
) -> None:
    command = clipboard.system_command(environment, platform)
    if name is None or command is None:
        assert command is None
        assert name is None
        return
    assert Path(command.words[0]).name == name
    assert await clipboard.run(command, WORDS)
    assert (commands / f"{name}.got").read_bytes().decode(command.encoding) == WORDS


async def test_inside_tmux_its_own_command_takes_the_words(commands: Path) -> None:
    command = clipboard.tmux_command({"TMUX": "/tmp/tmux,1,0"})
    assert command is not None
    assert await clipboard.run(command, WORDS)
    assert (commands / "tmux.got").read_text() == WORDS
    assert clipboard.tmux_command({}) is None


async def test_a_clipboard_that_does_not_answer_holds_nothing_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "SECONDS", 0.1)
    assert not await clipboard.run(clipboard.Command(("/bin/sleep", "20")), "words")
    assert not await clipboard.run(clipboard.Command((str(tmp_path / "none"),)), "words")


async def drag(
    pilot: Pilot[int], pane: str, start: tuple[int, int], other: str, end: tuple[int, int]
) -> None:
    """Press the mouse in one pane and let it go in another."""
    await pilot.mouse_down(pane, offset=start)
    await pilot.hover(other, offset=(end[0] - 1, end[1]))
    await pilot.hover(other, offset=end)
    await pilot.mouse_up(other, offset=end)
    await pilot.pause()


def place_of(screen: DeskScreen, pane: str, words: str) -> tuple[int, int]:
    widget = getattr(screen, pane)
    row = next(r for r in range(40) if words in widget.render_line(r).text)
    return widget.render_line(row).text.index(words), row


async def test_y_copies_what_the_mouse_selected() -> None:
    async with desk() as (screen, pilot):
        column, row = place_of(screen, "reader", "handshake")
        await drag(pilot, "#reader", (column, row), "#reader", (column + 8, row))
        await pilot.press("y")
        assert screen.app.clipboard == "handshake"
        assert screen.status.words == "Copied the selection."
        await pilot.click("#reader", offset=(column, row))
        await pilot.press("y")
        assert screen.app.clipboard.startswith("“We have a handshake"), "a click takes the selection away"


async def test_a_selection_goes_over_panes_and_is_piped() -> None:
    async with desk() as (screen, pilot):
        start = place_of(screen, "reader", "Ada Lindqvist")
        end = place_of(screen, "brief", "calls the fall")
        await drag(pilot, "#reader", start, "#brief", (end[0] + 14, end[1]))
        selected = screen._selected()
        await pilot.press("vertical_line")
        await until(pilot, lambda: screen.line is not None)
        assert selected.startswith("Ada Lindqvist, the trade minister of Norland")
        assert selected.endswith("calls the fall")
        assert "Brief" not in selected, "titles are no text"
        assert screen.line is not None
        question = screen.query_one("#ask", Container).query_one(Static)
        assert str(question.render()) == f"Pipe the selection ({len(selected.split())} words) to:"


# Widths


async def test_the_mouse_drags_the_dividers_and_widths_are_there_at_the_next_start() -> None:
    async with desk() as (screen, pilot):
        box = screen.query_one("#reader-pane")
        assert box.region.x == 30
        await pilot.mouse_down("#reader-pane", offset=(0, 5))
        await pilot.hover("#list", offset=(25, 5))
        await pilot.mouse_up("#list", offset=(25, 5))
        await pilot.pause()
        assert screen.list.outer_size.width == 25
        assert screen.get_selected_text() is None
        await pilot.press("tab", "tab", "right_curly_bracket")
        await pilot.pause()
        brief = screen.query_one("#brief-pane").outer_size.width
        assert brief == 44
    async with desk() as (screen, pilot):
        await until(pilot, lambda: screen.list.outer_size.width == 25)
        assert screen.query_one("#brief-pane").outer_size.width == 44
        await pilot.press("z")
        await pilot.pause()
        assert screen.list.outer_size.width == 120, "zoomed, a pane takes all"
        await pilot.press("z")
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: screen.list.outer_size.width == 60)
        await pilot.press("right_curly_bracket")
        assert screen.status.words.startswith("Only one pane is shown")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert screen.list.outer_size.width == 25


async def test_no_pane_is_dragged_away() -> None:
    async with desk(size=(110, 30)) as (screen, pilot):
        await pilot.mouse_down("#brief-pane", offset=(0, 5))
        await pilot.hover("#list", offset=(2, 5))
        await pilot.mouse_up("#list", offset=(2, 5))
        await pilot.pause()
        assert screen.reader.outer_size.width >= 29
        await pilot.mouse_down("#brief-pane", offset=(0, 5))
        await pilot.hover("#brief", offset=(screen.brief.size.width - 1, 5))
        await pilot.mouse_up("#brief", offset=(screen.brief.size.width - 1, 5))
        await pilot.pause()
        assert screen.query_one("#brief-pane").outer_size.width == 20


async def test_widths_that_cannot_be_read_are_passed_over() -> None:
    from tui.library.store import Library

    with Library(Path(os.environ["REEX_LIBRARY"])) as library:
        library.keep("pane widths", '{"-three": {"list": "wide", "text": 3, "brief": 50}, "x": 4}')
    async with desk() as (screen, pilot):
        await until(pilot, lambda: screen.query_one("#brief-pane").outer_size.width == 50)
        assert screen.query_one("#list-pane").outer_size.width == 30
