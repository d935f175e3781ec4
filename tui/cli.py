"""The command line: which commands there are, their options, and what ends a run."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import cast

from tui import __version__
from tui.commands import (
    DONE,
    WRONG_CALL,
    CallError,
    Command,
    Failures,
    actors,
    add,
    analyse,
    brief,
    config,
    figures,
    open_reader,
    session_log,
    timeline,
)


def day(text: str) -> str:
    """An ISO day, for argparse; nothing at all is no day."""
    try:
        if not text:
            return ""
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as YYYY-MM-DD") from None


def parser() -> tuple[argparse.ArgumentParser, Collection[str]]:
    """All commands and their options, and the names of the commands."""
    top = argparse.ArgumentParser(
        prog="reex-tui",
        description="Read, brief and check many accounts of one story. Without a command: open the reader on PATH….",
    )
    top.add_argument("--version", action="version", version=f"reex-tui {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(
        name: str, run: Command, text: str, *parents: argparse.ArgumentParser
    ) -> argparse.ArgumentParser:
        description = f"{text[:1].upper()}{text[1:]}."
        made = commands.add_parser(name, help=text, description=description, parents=list(parents))
        made.set_defaults(run=run)
        return made

    reader = argparse.ArgumentParser(add_help=False)
    reader.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders of articles")
    reader.add_argument("--samples", action="store_true", help="open the sample articles")
    reader.add_argument("-o", "--briefs", type=Path, metavar="DIR", help="where briefs are saved (briefs)")
    reader.add_argument(
        "--library", type=Path, metavar="FILE", help="the file with decisions and cached analyses"
    )
    reader.add_argument("--model", metavar="NAME", help="another spaCy model: a package or a folder")
    one = command("open", open_reader, "open the reader (the command when none is given)", reader)
    one.set_defaults(query="")
    one = command("review", open_reader, "open the reader and review the briefs line by line", reader)
    one.add_argument(
        "--query",
        default="",
        metavar="WORDS",
        help="review the articles that hold these words, also if they were reviewed before; "
        'also "a phrase", -word, title: publisher: author: actor: id:, after:2025-06 before:2025-06-10',
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
    headless.add_argument("--library", type=Path, metavar="FILE", help="the file with decisions")

    command("analyse", analyse, "print the analysis of each article as JSON Lines", headless)
    one = command("brief", brief, "write the brief of each article as Markdown", headless)
    one.add_argument(
        "-o", "--output", dest="briefs", type=Path, metavar="DIR", help="where to write them (briefs)"
    )
    for name, run, text in (
        ("figures", figures, "print the figures of all articles"),
        ("timeline", timeline, "print what happened when, over all articles"),
        ("actors", actors, "print the actors of all articles with counts; as CSV, of each article"),
    ):
        command(name, run, text, headless).add_argument(
            "--csv", action="store_true", help="as CSV, for spreadsheets"
        )
    one = command("add", add, "fetch pages from the web into a folder")
    one.add_argument("urls", nargs="+", metavar="URL", help="http or https addresses")
    one.add_argument(
        "-d", "--directory", type=Path, default=Path(), metavar="DIR", help="the folder (this one)"
    )
    one.add_argument("--seconds", type=int, metavar="N", help="the longest that a page may take (30)")
    one.add_argument("--megabytes", type=int, metavar="N", help="the largest page (20)")
    one.add_argument(
        "--allow-private", action="store_true", help="also fetch from addresses inside the own network"
    )
    one = command("config", config, "make, find, check or show the settings")
    one.add_argument("what", choices=("init", "path", "check", "show"))
    one = command("session", session_log, "print who decided what and when, as JSON Lines")
    one.add_argument("what", choices=("log",))
    one.add_argument(
        "--library", type=Path, metavar="FILE", help="the file with decisions and cached analyses"
    )
    return top, commands.choices


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; returns the exit code."""
    top, commands = parser()
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or words[0] not in (*commands, "-h", "--help", "--version"):
        words.insert(0, "open")
    args = top.parse_args(words)
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
