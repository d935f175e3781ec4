"""Time from a key to the screen, at rest and while 200 articles are analysed, beside other programs for the terminal.

    python -m benchmarks.keys [--frogmouth FILE] [--posting FILE] [--real-time] [FOLDER]

Reads in the accounts of FOLDER and in an article of 20,000 words, in a pseudo-terminal. A time is that from the key to the
last that was written before a silence: of 80 ms at rest, of 15 ms while the analysis writes too. FILE is the program, from
an environment that requirements-app-frogmouth.txt or requirements-app-posting.txt made. `--real-time` asks for the
scheduler's real-time class for all programs, where that is allowed, and takes it from the analysis process.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.terminal import Terminal, at_home, p95

PARAGRAPH = (
    "The harbour of Port Clement stood still for day {n}, said Omar Reyes of the Harbour Commission, while Ada Lindqvist "
    "of Norland promised {n} crates of magnets. Nobody in Vesterland answered, and the crews waited for a word."
)
LONG = "00_a-long.txt"
"""The long article; its name puts it first."""
EDITIONS = 40
"""How often each account is there while the analysis works."""
BARE = """
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
class Rows(ScrollView, can_focus=True):
    at = 0
    def on_mount(self):
        self.virtual_size = Size(0, 500)
    def render_line(self, y):
        row = y + self.scroll_offset.y
        return Strip([Segment(f"{row:5} " + "word " * 20, Style(reverse=row == self.at))])
    def on_key(self, event):
        self.refresh_line(self.at)
        self.at = (self.at + 1) % 30
        self.refresh_line(self.at)
class Bare(App):
    def compose(self):
        yield Rows()
Bare().run()
"""
PAGE_DOWN, PAGE_UP, DOWN = b"\x1b[6~", b"\x1b[5~", b"\x1b[B"
TAB, SHIFT_TAB = b"\t", b"\x1b[Z"

Times = dict[str, list[float]]


class Hand:
    """Presses keys and keeps the times."""

    def __init__(self, terminal: Terminal, silence: float) -> None:
        self.terminal = terminal
        self.silence = silence
        self.times: Times = {}

    def go(self, *keys: bytes) -> None:
        """Press keys that are not measured."""
        for key in keys:
            self.terminal.press(key, 0.2, longest=0.5)

    def measure(self, name: str, keys: Sequence[bytes]) -> None:
        """Press keys, and keep how long each took; one that changes nothing counts for nothing."""
        for key in keys:
            began = time.perf_counter()
            taken = self.terminal.press(key, self.silence, longest=0.6)
            if taken is not None:
                self.times.setdefault(name, []).append(taken)
            self.terminal.pump(max(0.0, began + 0.1 - time.perf_counter()))


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="Key to screen in reex-tui and other programs.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("seeds"))
    parser.add_argument("--frogmouth", type=Path)
    parser.add_argument("--posting", type=Path)
    parser.add_argument("--real-time", action="store_true")
    args = parser.parse_args()
    if args.real_time:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    with tempfile.TemporaryDirectory() as scratch:
        beside = bare()
        if args.frogmouth:
            beside |= frogmouth(args.frogmouth, Path(scratch))
        if args.posting:
            beside |= posting(args.posting, Path(scratch))
        busy = reex(accounts(args.folder, Path(scratch) / "many", EDITIONS), rest=False)
        rest = reex(accounts(args.folder, Path(scratch) / "few", 1), rest=True)
    print("| program | key | presses | at rest: median | 95 % | while analysing: median | 95 % |")
    print("|---|---|---|---|---|---|---|")
    for name, times in rest.items():
        print(
            f"| reex-tui | {name} | {len(times)} + {len(busy[name])} | {cells(times)} | {cells(busy[name])} |"
        )
    for name, times in beside.items():
        program, _, key = name.partition(": ")
        print(f"| {program} | {key} | {len(times)} | {cells(times)} | | |")


def cells(times: Sequence[float]) -> str:
    """Median and 95 in 100."""
    return f"{statistics.median(times) * 1000:.1f} ms | {p95(times) * 1000:.1f} ms"


def long_text() -> str:
    """20,000 words."""
    return "\n\n".join(PARAGRAPH.format(n=n) for n in range(1, 520))


def accounts(source: Path, folder: Path, editions: int) -> Path:
    """The accounts of `source`, each as often as there are `editions`, and the long article."""
    shutil.copytree(source, folder)
    (folder / LONG).write_text(f"A long report from the harbour\n\nMay 6, 2031\n\n{long_text()}\n")
    for path in sorted(source.glob("*.txt")):
        for edition in range(1, editions):
            text = path.read_text(encoding="utf-8", errors="replace")
            (folder / f"{edition * 100}_{path.name}").write_text(f"{text}\n\nThis is edition {edition}.\n")
    return folder


def reex(folder: Path, *, rest: bool) -> Times:
    """The keys of the bar, in the long article and in an account."""
    # A library of its own, so that the articles are analysed and not remembered.
    library = folder.with_suffix(".sqlite")
    terminal = Terminal([sys.executable, "-m", "tui.cli", "open", "--library", str(library), str(folder)])
    terminal.wait_for("queued")
    terminal.pump(1)
    terminal.calm_children()
    terminal.wait_for("Bottom line")
    if rest:
        terminal.pump(120, 12)
    hand = Hand(terminal, 0.08 if rest else 0.015)
    for article, often in ((LONG, 40), ("an account", 12)):
        hand.go(TAB)
        hand.measure("next sentence", [b"j"] * often + [b"k"] * often)
        hand.go(b"g", b"g")
        hand.measure(
            "page down", [PAGE_DOWN] * (often // 4) + [PAGE_UP] * (often // 4) + [PAGE_DOWN] * (often // 4)
        )
        hand.measure("toggle a kind of entity", [b"1"] * (often // 2) + [b"3"] * (often // 2))
        hand.go(TAB)
        hand.measure("next brief line", [b"j"] * 15 + [b"k"] * 14 + [b"j"] * (often // 2))
        hand.go(SHIFT_TAB, SHIFT_TAB)
        if article == LONG:
            hand.go(b"j")
    hand.go(b"g", b"g")
    hand.measure("next article", ([b"j"] * 5 + [b"k"] * 5) * 5)
    if not rest:
        total = len(list(folder.iterdir()))
        written = b"".join(data for _, data in terminal.output).decode("utf-8", "replace")
        done = re.findall(rf"(\d+)/{total}\b", written)
        print(
            f"{done[-1] if done else 'No'} of {total} articles were analysed at the last key.",
            file=sys.stderr,
        )
    terminal.close()
    return hand.times


def bare() -> Times:
    """A bare app that paints two rows anew for a key: what Textual itself takes."""
    terminal = Terminal([sys.executable, "-c", BARE], env={"TEXTUAL_FPS": "500"})
    terminal.pump(8, 1)
    hand = Hand(terminal, 0.08)
    hand.measure("bare Textual app: two rows", [b"j"] * 60)
    terminal.close()
    return hand.times


def frogmouth(program: Path, scratch: Path) -> Times:
    """The long article as Markdown."""
    (scratch / "long.md").write_text(f"# A long report from the harbour\n\n{long_text()}\n")
    terminal = Terminal([str(program), str(scratch / "long.md")], env=at_home(scratch))
    terminal.pump(40, 5)
    hand = Hand(terminal, 0.08)
    hand.measure("frogmouth: page down", [PAGE_DOWN] * 15 + [PAGE_UP] * 15)
    hand.measure("frogmouth: line down", [DOWN] * 30)
    terminal.close()
    return hand.times


def posting(program: Path, scratch: Path) -> Times:
    """A collection of 40 requests."""
    collection = scratch / "collection"
    collection.mkdir()
    for n in range(40):
        (collection / f"request-{n}.posting.yaml").write_text(
            f"name: Request {n}\nmethod: GET\nurl: https://example.org/{n}\n"
        )
    terminal = Terminal([str(program), "--collection", str(collection)], env=at_home(scratch))
    terminal.pump(40, 5)
    hand = Hand(terminal, 0.08)
    hand.go(b"\x0f", TAB)  # its jump mode, and there the collection
    hand.measure("posting: next request in the list", [DOWN] * 20 + [b"\x1b[A"] * 19)
    terminal.close()
    return hand.times


if __name__ == "__main__":
    main()
