"""What the commands do. Each imports what it needs when it runs, and returns its exit code.

Exit codes: 0 all went well, 1 some files could not be read or written (the others are done), 2 a wrong call.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.articles.model import Article
    from tui.brief.exports import Row
    from tui.library.model import Decision
    from tui.settings import Settings

DONE, SOME_FAILED, WRONG_CALL = 0, 1, 2

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


def read_articles(args: argparse.Namespace, failures: Failures) -> list[tuple[Article, Path | None]]:
    """The articles in what the arguments name, each with its folder (the standard input has none).

    Blocks that a person put back or took out are as he or she left them, unless all of a file is taken as it is
    (`plain`). What cannot be read is told and left out.
    """
    from tui.articles.reading import STDIN, UnreadableError, find_sources, read_source
    from tui.library.store import LibraryError, decisions_in
    from tui.review.blocks import with_blocks

    sources, problems = find_sources(args.paths)
    for problem in problems:
        failures.say(problem.message)
    decided: Sequence[Decision] = ()
    if not args.plain:
        try:
            decided = decisions_in(in_force_settings(args).library)
        except LibraryError as error:
            failures.say(str(error))
    articles: list[tuple[Article, Path | None]] = []
    for source in sources:
        try:
            read = read_source(source, plain=args.plain, published=args.published or None)
            folder = source.path.parent if source.path != STDIN else None
            articles += ((with_blocks(article, decided), folder) for article in read)
        except UnreadableError as error:
            failures.say(str(error))
    return articles


def analyses(args: argparse.Namespace, failures: Failures) -> Iterator[Analysis]:
    """The analyses of what the arguments name, with what the articles of a folder decide together about names and with its
    corrections by hand. They come when all are made; a progress bar is on stderr where that is a terminal.
    """
    from tui.analysis.corrections import Corrections, apply_corrections
    from tui.analysis.corrections_file import corrections_in
    from tui.analysis.engine import EngineError, load
    from tui.analysis.model import from_json, to_json
    from tui.analysis.who.folder import Folder

    found = read_articles(args, failures)
    if not found:
        return
    articles = [article for article, _ in found]
    folders = {article.id: folder for article, folder in found if folder is not None}
    corrections, faults = corrections_in(folders.values())
    for fault in faults:
        failures.say(fault)
    try:
        model = in_force_settings(args).model
        engine = load(model) if model else load()
    except EngineError as error:
        raise CallError(str(error)) from error
    together: dict[Path | None, Folder] = {}
    made = []
    for analysis in progress(engine.analyse_all(articles, failures.say), len(articles)):
        together.setdefault(folders.get(analysis.id), Folder()).put(analysis.id, analysis)
        made.append(to_json(analysis))  # many times smaller than the analysis
    for analysis in map(from_json, made):
        folder = folders.get(analysis.id)
        decided = together[folder].apply(analysis.id, analysis)
        yield apply_corrections(decided, corrections.get(folder, Corrections()) if folder else Corrections())


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
    from tui.app.actions import KeyConflictError, UnknownActionError
    from tui.app.run import NoTerminalError
    from tui.shipped import NAME, NoSamplesError, samples

    if args.query:
        from tui.review.query import QueryError, parse

        try:
            parse(args.query)
        except QueryError as error:
            raise CallError(str(error)) from error
    beside = Path(NAME)
    try:
        paths = [samples()] if args.samples else args.paths or ([beside] if beside.is_dir() else [])
        return run(paths, settings=in_force_settings(args), review=args.command == "review", query=args.query)
    except (NoSamplesError, NoTerminalError) as error:
        raise CallError(str(error)) from error
    except (KeyConflictError, UnknownActionError) as error:
        raise CallError(
            f"The keys in the settings cannot be used: {error} `reex-tui config check` tells the line."
        ) from error


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
    from tui.library.store import LibraryError, decisions_in
    from tui.plain import one_line
    from tui.review.decisions import with_decisions

    failures, in_force = Failures(), in_force_settings(args)
    try:
        decided = decisions_in(in_force.library)
    except LibraryError as error:
        raise CallError(str(error)) from error
    for analysis in analyses(args, failures):
        try:
            path = save_brief(
                with_decisions(build_brief(analysis), analysis, decided), analysis, in_force.briefs
            )
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

            rows_found = list(found)
            shown = Table(box=None, pad_edge=False)
            for number, column in enumerate(columns):
                numbers = all(isinstance(row[number], int | float | None) for row in rows_found)
                shown.add_column(column, justify="right" if numbers else "left")
            for row in rows_found:
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
    """Print the actors of all articles together with their counts; as CSV, those of each article."""
    from tui.brief.exports import ACTOR_COLUMNS, FOLDER_ACTOR_COLUMNS, actor_rows, folder_actor_rows

    if args.csv:
        return table(ACTOR_COLUMNS, actor_rows)(args)
    return table(FOLDER_ACTOR_COLUMNS, folder_actor_rows)(args)


def add(args: argparse.Namespace) -> int:
    """Fetch pages into the folder and print where they are."""
    from tui.articles.fetch import FetchError, fetch, store
    from tui.plain import one_line

    in_force = in_force_settings(args)
    failures = Failures()
    for url in args.urls:
        try:
            page = fetch(
                url,
                private=args.allow_private or in_force.fetch_private,
                seconds=args.seconds or in_force.fetch_seconds,
                largest=(args.megabytes or in_force.fetch_megabytes) << 20,
            )
            stored = store(page, args.directory)
        except FetchError as error:
            failures.say(str(error))
        else:
            already = "" if stored.new else " (there already)"
            sys.stdout.write(f"{one_line(str(stored.path))}{already}\n")
            sys.stdout.flush()
    return failures.code


def in_force_settings(args: argparse.Namespace) -> Settings:
    """The settings in force, options included; faults are told on stderr, once, and cost only their own value."""
    from dataclasses import replace

    from tui import settings

    known: Settings | None = getattr(args, "settings_in_force", None)
    if known is not None:
        return known

    found, faults = settings.load(settings.default_path(), os.environ)
    told = Failures()
    for fault in faults:
        told.say(fault.message)
    options = {name: getattr(args, name, None) for name in ("briefs", "library", "model")}
    chosen = replace(found, **{name: value for name, value in options.items() if value is not None})
    args.settings_in_force = chosen
    return chosen


def config(args: argparse.Namespace) -> int:
    """Make, find, check or show the settings."""
    from tui import settings
    from tui.plain import one_line

    path = settings.default_path()
    if args.what == "path":
        sys.stdout.write(f"{one_line(str(path))}\n")
    elif args.what == "init":
        from tui.files import write_atomically

        if path.exists():
            raise CallError(f"{path} is there already and was left as it is; edit it, or move it away first.")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, settings.as_yaml(settings.Settings(), commented=True))
        except OSError as error:
            raise CallError(
                f"{path} cannot be written ({error.strerror or error}); set REEX_CONFIG to another."
            ) from error
        sys.stdout.write(f"{one_line(str(path))}\n")
    elif args.what == "show":
        sys.stdout.write(settings.as_yaml(in_force_settings(args), commented=False))
    else:
        from tui.app import settings_check

        read, faults = settings.load(path, os.environ)
        failures = Failures()
        wrong = [fault.message for fault in faults]
        wrong += settings_check.faults(read, settings.places(path, os.environ))
        for sentence in wrong:
            failures.say(sentence)
        if not wrong:
            sys.stdout.write(f"{one_line(str(path))}: nothing is wrong.\n")
        return failures.code
    return DONE


def session_log(args: argparse.Namespace) -> int:
    """Print who decided what and when, one JSON object a line, with the file and title of the article as seen last."""
    import msgspec

    from tui.library.store import Library, LibraryError, default_path

    try:
        with Library(in_force_settings(args).library or default_path()) as library:
            seen = library.seen()
            for decision in library.decisions():
                article = seen.get(decision.source)
                named = {"file": article and article.file, "title": article and article.title}
                row = {**msgspec.structs.asdict(decision), **named}
                sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
            sys.stdout.buffer.flush()
    except LibraryError as error:
        raise CallError(str(error)) from error
    return DONE
