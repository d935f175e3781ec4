"""Time from the start of the process to the first picture, beside a bare Textual app with header and footer and others.

    python -m benchmarks.firstpaint [--runs 7] [--frogmouth FILE] [--posting FILE] [--real-time] [FOLDER]

The programs are started in turn, so that what else the machine does falls on all. A run before the first is not counted.
For reex-tui also the time until the words of the first article are there. FILE is the program, from an environment that
requirements-app-frogmouth.txt or requirements-app-posting.txt made. `--real-time` asks for the scheduler's real-time class,
where that is allowed.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import sys
import tempfile
from pathlib import Path

import tui
from benchmarks.terminal import Terminal, at_home
from tui.articles.reading import find_sources, read_source

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
    parser = argparse.ArgumentParser(description="First picture of reex-tui beside other programs.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("seeds"))
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--frogmouth", type=Path)
    parser.add_argument("--posting", type=Path)
    parser.add_argument("--real-time", action="store_true")
    args = parser.parse_args()
    compileall.compile_dir(Path(tui.__file__).parent, quiet=1)  # as an installation does
    if args.real_time:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    with tempfile.TemporaryDirectory() as scratch:
        seen, text = measure(args, Path(scratch))
    base = statistics.median(seen["bare Textual app"])
    print("| program | first picture, median | of the bare app |\n|---|---|---|")
    for name, values in {**seen, "reex-tui, words of the first article": text}.items():
        median = statistics.median(values)
        print(f"| {name} | {median * 1000:.0f} ms | {median / base:.2f} |")


def measure(args: argparse.Namespace, scratch: Path) -> tuple[dict[str, list[float]], list[float]]:
    """The times of each program, and those until the first article's words."""
    article = read_source(find_sources([args.folder])[0][0])[0]
    first = next(block for block in article.blocks if block.kind == "body")
    words = article.text[first.start : first.end][:20].strip()
    markdown = scratch / "article.md"
    markdown.write_text(f"# {article.title}\n\n{article.text}\n")
    ours = [sys.executable, "-m", "tui.cli", "open"]
    programs = {
        "bare Textual app": [sys.executable, "-c", BARE],
        "reex-tui": [*ours, "--library", str(scratch / "library.sqlite"), str(args.folder)],
    }
    if args.frogmouth:
        programs["frogmouth"] = [str(args.frogmouth), str(markdown)]
    if args.posting:
        programs["posting"] = [str(args.posting)]
    seen: dict[str, list[float]] = {name: [] for name in programs}
    text: list[float] = []
    for run in range(args.runs + 1):
        for name, argv in programs.items():
            home = None if name in ("reex-tui", "bare Textual app") else at_home(scratch)
            terminal = Terminal(argv, env=home)
            if name == "reex-tui":
                terminal.wait_for(words)
            while terminal.painted() is None and not terminal.dead:
                terminal.pump(0.2)
            painted, worded = terminal.painted(), terminal.written(words)
            terminal.close()
            (scratch / "library.sqlite").unlink(missing_ok=True)
            if run and painted is not None:
                seen[name].append(painted)
                if worded is not None:
                    text.append(worded)
    return seen, text


if __name__ == "__main__":
    main()
