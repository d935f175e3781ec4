"""Time from a key to the screen: median and 95 in 100, when all is analysed and while it is.

    python -m benchmarks.keys [--long] [FOLDER]

`--long` adds an article of 20,000 words to a copy of the folder and reads in it.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.terminal import Terminal, p95

KEYS = (
    ("next sentence", b"\t", b"j", 30),
    ("page down", b"g g", b"\x1b[6~", 10),
    ("toggle a kind of entity", b"", b"1", 20),
    ("next brief line", b"\t", b"j", 20),
    ("next article", b"\t", b"j", 4),
)
PARAGRAPH = (
    "The harbour of Port Clement stood still for day {n}, said Omar Reyes of the Harbour Commission, while Ada Lindqvist "
    "of Norland promised {n} crates of magnets. Nobody in Vesterland answered, and the crews waited for a word."
)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="Key to screen in reex-tui.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("seeds"))
    parser.add_argument("--long", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as copy:
        folder = Path(copy) / "articles"
        shutil.copytree(args.folder, folder)
        if args.long:
            text = "\n\n".join(PARAGRAPH.format(n=n) for n in range(1, 520))
            (folder / "0000_long.txt").write_text(
                f"A long report from the harbour\n\nMay 6, 2031\n\n{text}\n"
            )
        print("| key | at rest: median | 95 % | while analysing: median | 95 % |\n|---|---|---|---|---|")
        busy, rest = run(folder, rest=False), run(folder, rest=True)
        for name, *_ in KEYS:
            cells = (f"{value * 1000:.1f} ms" for times in (rest, busy) for value in times[name])
            print(f"| {name} | {' | '.join(cells)} |")


def run(folder: Path, *, rest: bool) -> dict[str, tuple[float, float]]:
    """Median and 95 in 100 for each key, in seconds."""
    # A library of its own, so that the articles are analysed and not remembered.
    library = folder.with_name(f"library-{rest}.sqlite")
    terminal = Terminal([sys.executable, "-m", "tui.cli", "open", "--library", str(library), str(folder)])
    if rest:
        terminal.wait_for("Bottom line")
    terminal.pump(60, 6 if rest else 0.5)
    found = {}
    for name, before, key, times in KEYS:
        for one in before.split() or ([before] if before else []):
            terminal.press(one, 0.2)
        taken = [seconds for _ in range(times) if (seconds := terminal.press(key)) is not None]
        found[name] = (statistics.median(taken), p95(taken)) if taken else (float("nan"), float("nan"))
    terminal.close()
    return found


if __name__ == "__main__":
    main()
