"""The command line: commands, options and exit codes. What a command needs is imported when it runs.

Exit codes: 0 all went well, 1 some files could not be read or written (the others are done), 2 a wrong call.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tui import __version__

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.articles.model import Article
    from tui.brief.exports import Row

DONE, SOME_FAILED, WRONG_CALL = 0, 1, 2
BRIEFS = Path("briefs")
SAMPLES = "seeds"

Command = Callable[[argparse.Namespace], int]


class CallError(Exception):
    """A call that cannot be carried out; the message is a sentence."""


class Failures:
    """Counts the sentences that went to stderr."""

    def __init__(self) -> None:
        self.count = 0

    def say(self, message: str) -> None:
        """Print a sentence to stderr, with whatever came from outside made harmless."""
        from tui.plain import one_line

        self.count += 1
        sys.stderr.write(f"reex-tui: {one_line(message)}\n")

    @property
    def code(self) -> int:
        """The exit code of a command that did all else."""
        return SOME_FAILED if self.count else DONE


def read_articles(args: argparse.Namespace, failures: Failures) -> list[Article]:
    """The articles in what the arguments name; what cannot be read is told and left out."""
    from tui.articles.reading import UnreadableError, find_sources, read_source

    sources, problems = find_sources(args.paths)
    for problem in problems:
        failures.say(problem.message)
    articles: list[Article] = []
    for source in sources:
        try:
            articles += read_source(source, plain=args.plain, published=args.published)
        except UnreadableError as error:
            failures.say(str(error))
    return articles


def analyses(args: argparse.Namespace, failures: Failures) -> Iterator[Analysis]:
    """The analyses of what the arguments name, with a progress bar on stderr where that is a terminal."""
    from tui.analysis.engine import EngineError, load

    articles = read_articles(args, failures)
    if not articles:
        return
    try:
        engine = load(args.model) if args.model else load()
    except EngineError as error:
        raise CallError(str(error)) from error
    yield from progress(engine.analyse_all(articles, failures.say), len(articles))


def progress(items: Iterable[Analysis], total: int) -> Iterator[Analysis]:
    """`items`, counted by a bar on stderr where that is a terminal and more than one is to come."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, "Analysing", total, console=Console(stderr=True), transient=True)


def open_reader(args: argparse.Namespace) -> int:
    """Open the reader."""
    from tui.app import run

    paths = [samples()] if args.samples else args.paths
    return run(paths, briefs=args.briefs)


def samples() -> Path:
    """The folder of the sample articles: inside an installed package, or in a checkout beside it."""
    package = Path(__file__).resolve().parent
    found = next((p for p in (package / "samples", package.parent / SAMPLES) if p.is_dir()), None)
    if found is None:
        raise CallError(
            "The samples are not installed; install reex-tui again, or name a folder of your own."
        )
    return found


def analyse(args: argparse.Namespace) -> int:
    """Print one JSON object per article."""
    from tui.analysis.model import to_json

    failures = Failures()
    for analysis in analyses(args, failures):
        sys.stdout.buffer.write(to_json(analysis) + b"\n")
        sys.stdout.buffer.flush()
    return failures.code


def brief(args: argparse.Namespace) -> int:
    """Write the brief of each article and print where it is."""
    from tui.brief.build import build_brief
    from tui.brief.save import BriefFileError, save_brief
    from tui.plain import one_line

    failures = Failures()
    for analysis in analyses(args, failures):
        try:
            path = save_brief(build_brief(analysis), analysis, args.output)
        except BriefFileError as error:
            failures.say(str(error))
        else:
            sys.stdout.write(f"{one_line(str(path))}\n")
            sys.stdout.flush()
    return failures.code


def table(columns: Sequence[str], rows: Callable[[Iterable[Analysis]], Iterable[Row]]) -> Command:
    """A command that prints findings as CSV, or as a table for people."""

    def run(args: argparse.Namespace) -> int:
        failures = Failures()
        found = rows(analyses(args, failures))
        if args.csv:
            import csv

            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(found)
        else:
            from rich.console import Console
            from rich.table import Table
            from rich.text import Text

            shown = Table(*columns, box=None, pad_edge=False)
            for row in found:
                shown.add_row(*(Text("" if value is None else str(value)) for value in row))
            Console().print(shown)
        return failures.code

    return run


def figures(args: argparse.Namespace) -> int:
    """Print the figures of all articles."""
    from tui.brief.exports import FIGURE_COLUMNS, figure_rows

    return table(FIGURE_COLUMNS, figure_rows)(args)


def timeline(args: argparse.Namespace) -> int:
    """Print the dates of all articles in the order of their days."""
    from tui.brief.exports import TIMELINE_COLUMNS, timeline_rows

    return table(TIMELINE_COLUMNS, timeline_rows)(args)


def actors(args: argparse.Namespace) -> int:
    """Print the actors of each article with their counts."""
    from tui.brief.exports import ACTOR_COLUMNS, actor_rows

    return table(ACTOR_COLUMNS, actor_rows)(args)


def day(text: str) -> str:
    """An ISO day, for argparse."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as YYYY-MM-DD") from None


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    top = argparse.ArgumentParser(
        prog="reex-tui",
        description="Read, brief and check many accounts of one story. Without a command: open the reader on PATH….",
    )
    top.add_argument("--version", action="version", version=f"reex-tui {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, run: Command, text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=f"{text[:1].upper()}{text[1:]}.")
        made.set_defaults(run=run)
        return made

    one = command("open", open_reader, "open the reader (the command when none is given)")
    one.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders of articles")
    one.add_argument("--samples", action="store_true", help="open the sample articles")
    one.add_argument(
        "-o", "--briefs", type=Path, default=BRIEFS, metavar="DIR", help="where briefs are saved (briefs)"
    )

    headless = argparse.ArgumentParser(add_help=False)
    headless.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="files or folders; - is standard input"
    )
    headless.add_argument(
        "--plain", action="store_true", help="the input is clean already: all of it is body"
    )
    headless.add_argument(
        "--published", type=day, metavar="DAY", help="the day (YYYY-MM-DD) for texts that give none"
    )
    headless.add_argument("--model", metavar="NAME", help="another spaCy model: a package or a folder")

    def over_articles(name: str, run: Command, text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name, help=text, description=f"{text[:1].upper()}{text[1:]}.", parents=[headless]
        )
        made.set_defaults(run=run)
        return made

    over_articles("analyse", analyse, "print the analysis of each article as JSON Lines")
    one = over_articles("brief", brief, "write the brief of each article as Markdown")
    one.add_argument(
        "-o", "--output", type=Path, default=BRIEFS, metavar="DIR", help="where to write them (briefs)"
    )
    for name, run, text in (
        ("figures", figures, "print the figures of all articles"),
        ("timeline", timeline, "print what happened when, over all articles"),
        ("actors", actors, "print the actors of each article with counts"),
    ):
        over_articles(name, run, text).add_argument(
            "--csv", action="store_true", help="as CSV, for spreadsheets"
        )
    return top


COMMANDS = ("open", "analyse", "brief", "figures", "timeline", "actors")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or (words[0] not in COMMANDS and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "open")
    args = parser().parse_args(words)
    try:
        code = cast("Command", args.run)(args)
        sys.stdout.flush()
    except CallError as error:
        Failures().say(str(error))
        return WRONG_CALL
    except BrokenPipeError:
        with contextlib.suppress(OSError):  # whoever read us has left; nothing more may be written at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
