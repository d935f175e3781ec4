"""Time from the start of the process to the first picture, beside a bare Textual app with header and footer.

    python -m benchmarks.firstpaint [--runs 7] [--real-time] [FOLDER]

The two are started in turn, so that what else the machine does falls on both. A run before the first is not counted.
`--real-time` asks for the scheduler's real-time class, where that is allowed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from pathlib import Path

from benchmarks.terminal import Terminal

BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Static
class Bare(App):
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        yield Header(); yield Static("A bare app with header and footer."); yield Footer()
Bare().run()
"""


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="First picture of reex-tui beside a bare Textual app.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("seeds"))
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--real-time", action="store_true")
    args = parser.parse_args()
    if args.real_time:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    programs = {
        "bare Textual app": [sys.executable, "-c", BARE],
        "reex-tui": [sys.executable, "-m", "tui.cli", "open", str(args.folder)],
    }
    seen: dict[str, list[float]] = {name: [] for name in programs}
    text: list[float] = []
    for run in range(args.runs + 1):
        for name, argv in programs.items():
            terminal = Terminal(argv)
            terminal.pump(8, 0.6)
            painted, full = terminal.painted(), terminal.painted(800)
            terminal.close()
            if run and painted is not None:
                seen[name].append(painted)
                if name == "reex-tui" and full is not None:
                    text.append(full)
    base = statistics.median(seen["bare Textual app"])
    print("| program | first picture, median | of the bare app |\n|---|---|---|")
    for name, values in seen.items():
        median = statistics.median(values)
        print(f"| {name} | {median * 1000:.0f} ms | {median / base:.2f} |")
    if text:
        median = statistics.median(text)
        print(f"| reex-tui, text of the first article | {median * 1000:.0f} ms | {median / base:.2f} |")


if __name__ == "__main__":
    main()
