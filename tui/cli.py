"""The command line: commands, options and exit codes. What a command needs is imported when it runs.

Exit codes: 0 all went well, 1 some files could not be read (the others are done), 2 a wrong call.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tui import __version__

if TYPE_CHECKING:
    from tui.analysis.model import Analysis

DONE, SOME_UNREADABLE, WRONG_CALL = 0, 1, 2


def say(message: str) -> None:
    """A sentence on stderr, with whatever came from outside made harmless."""
    from tui.plain import one_line

    sys.stderr.write(f"reex-tui: {one_line(message)}\n")


def analyse_paths(args: argparse.Namespace, failed: list[str]) -> Iterator[Analysis]:
    """The analyses of what the arguments name; sentences about what could not be read go to stderr and `failed`."""
    from tui.analysis.engine import load
    from tui.articles.reading import UnreadableError, find_sources, read_source

    sources, problems = find_sources(args.paths)
    for problem in problems:
        failed.append(problem.message)
        say(problem.message)

    def articles() -> Iterator[object]:
        for source in sources:
            try:
                yield from read_source(source, plain=args.plain, published=args.published)
            except UnreadableError as error:
                failed.append(str(error))
                say(str(error))

    yield from load().analyse_all(articles())  # type: ignore[arg-type]


def analyse(args: argparse.Namespace) -> int:
    """Print one JSON object per article."""
    from tui.analysis.model import to_json

    failed: list[str] = []
    for analysis in analyse_paths(args, failed):
        sys.stdout.buffer.write(to_json(analysis) + b"\n")
        sys.stdout.buffer.flush()
    return SOME_UNREADABLE if failed else DONE


def day(text: str) -> str:
    """An ISO day, for argparse."""
    return date.fromisoformat(text).isoformat()


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    top = argparse.ArgumentParser(prog="reex-tui", description="A terminal briefing reader.")
    top.add_argument("--version", action="version", version=f"reex-tui {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    one = commands.add_parser("analyse", help="print the analysis of each article as JSON Lines")
    one.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    one.add_argument("--plain", action="store_true", help="the input is clean already: all of it is body")
    one.add_argument(
        "--published", type=day, metavar="DAY", help="the day to take for texts that give none (YYYY-MM-DD)"
    )
    one.set_defaults(run=analyse)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; returns the exit code."""
    args = parser().parse_args(argv)
    try:
        code: int = args.run(args)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code
