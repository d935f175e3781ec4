"""The reader in terminals of other kinds: it starts, draws and ends in each, and says so where it cannot."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal
from tui.app.themes import LIGHT, THEMES, themes_for

ARTICLE = (
    "Harbour talks end with a promise\n\nMay 6, 2031\n\nAda Lindqvist of Norland said that two shipments would sail. "
    "Nobody in Vesterland answered her.\n"
)
TERMINALS = {
    "xterm": {"TERM": "xterm"},
    "xterm-256color": {"TERM": "xterm-256color"},
    "truecolor": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "screen": {"TERM": "screen"},
    "screen-256color": {"TERM": "screen-256color"},
    "tmux-256color": {"TERM": "tmux-256color"},
    "linux": {"TERM": "linux"},
    "no-colour": {"TERM": "xterm-256color", "NO_COLOR": "1"},
}
COLOURS = {
    "xterm": 16,
    "screen": 16,
    "linux": 16,
    "xterm-256color": 256,
    "screen-256color": 256,
    "tmux-256color": 256,
}


def drawn(terminal: Terminal) -> str:
    return b"".join(data for _, data in terminal.output).decode("utf-8", "replace")


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """The reader on one article, with an analysis that never comes: no language engine is loaded."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "001_harbour.txt").write_text(ARTICLE)
    return [sys.executable, "-m", "tui.cli", "open", "--model", "no-such-model", str(folder)]


@pytest.mark.parametrize("name", TERMINALS)
def test_it_starts_draws_and_ends(name: str, command: list[str]) -> None:
    own = {"REEX_CONFIG": os.environ["REEX_CONFIG"], "REEX_LIBRARY": os.environ["REEX_LIBRARY"]}
    terminal = Terminal(command, 100, 30, {"COLORTERM": "", **TERMINALS[name], **own})
    try:
        terminal.wait_for("Vesterland", 60)
        terminal.press(b"q")
        for _ in range(100):
            if terminal.dead:
                break
            terminal.pump(0.2)
        assert terminal.dead, "q ends it"
        text = drawn(terminal)
        assert "Traceback" not in text
        colours = set(re.findall(r"\x1b\[[\d;]*?[34]8;(2|5);", text))
        expected = COLOURS.get(name)
        if expected == 16:
            assert not colours, "only the colours that the terminal says it has"
        elif expected == 256:
            assert colours == {"5"}
    finally:
        terminal.close()


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_cannot_be_drawn_on_is_told(term: str, command: list[str]) -> None:
    terminal = Terminal(command, env={"TERM": term})
    try:
        terminal.wait_for("briefs without a screen", 60)
        assert "\x1b" not in drawn(terminal)
    finally:
        terminal.close()


@pytest.mark.parametrize("colours", ["standard", "256", "truecolor"])
def test_every_terminal_has_the_same_themes(colours: str) -> None:
    themes = themes_for(colours)
    assert [(theme.name, theme.dark) for theme in themes] == [(theme.name, theme.dark) for theme in THEMES]
    assert [theme.variables.keys() for theme in themes] == [theme.variables.keys() for theme in THEMES]


def test_in_16_colours_only_those_are_used() -> None:
    known = {
        f"#{r}{g}{b}"
        for low, high in (("00", "aa"), ("55", "ff"))
        for r in (low, high)
        for g in (low, high)
        for b in (low, high)
    }
    for theme in themes_for("standard"):
        used = {
            theme.primary,
            theme.foreground,
            theme.background,
            theme.success,
            theme.error,
            *theme.variables.values(),
        }
        assert used <= known
        if theme.name == LIGHT.name:
            assert theme.background == "#ffffff"
