"""How late the app's event loop is while the analysis process loads and works.

    python -m benchmarks.lag [FOLDER]

Runs the app in a pseudo-terminal. Every two milliseconds a callback notes how much later than asked for it came: that long a
key would have waited. Ends when every article is analysed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.terminal import Terminal

STEP = 0.002


def measure(folder: Path, out: Path) -> None:
    """Run the app and write the delays, in milliseconds."""
    from tui.app.run import prepare

    prepare()
    from tui.app.app import ReexApp
    from tui.settings import Settings

    delays: list[float] = []

    class Timed(ReexApp):
        def start(self) -> None:
            self.ticking = asyncio.create_task(self.tick())
            super().start()

        async def tick(self) -> None:
            desk = self.desk
            while not (desk.found and desk.progress.done == desk.progress.total):
                asked = time.perf_counter() + STEP
                await asyncio.sleep(STEP)
                delays.append((time.perf_counter() - asked) * 1000)
            out.write_text(json.dumps(delays))
            self.exit(0)

    Timed([folder], Settings(library=out.with_name("library.sqlite"))).run()


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(
        description="Lag of the event loop of reex-tui while articles are analysed."
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path("seeds"))
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.inside is not None:
        measure(args.folder, args.inside)
        return
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "delays.json"
        terminal = Terminal(
            [sys.executable, "-m", "benchmarks.lag", str(args.folder), "--inside", str(out)],
            env=dict(os.environ),
        )
        terminal.pump(120)
        terminal.close()
        delays = sorted(json.loads(out.read_text()))
    print("| looks | median | 95 % | 99 % | worst |\n|---|---|---|---|---|")
    at = [delays[min(len(delays) - 1, int(len(delays) * share))] for share in (0.5, 0.95, 0.99, 1.0)]
    print(f"| {len(delays)} | " + " | ".join(f"{delay:.1f} ms" for delay in at) + " |")


if __name__ == "__main__":
    main()
