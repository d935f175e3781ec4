"""`reex-tui add URL…`: pages from the web, stored in a folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tui.plain import one_line

DONE, SOME_FAILED = 0, 1


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("urls", nargs="+", metavar="URL", help="the address of a page (http or https)")
    parser.add_argument(
        "-d",
        "--folder",
        type=Path,
        default=Path(),
        metavar="FOLDER",
        help="where to store it (default: here)",
    )
    parser.add_argument(
        "--timeout",
        type=_seconds,
        default=None,
        metavar="SECONDS",
        help="the longest that a page may take (30)",
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch from addresses inside the own network, too"
    )
    parser.set_defaults(run=run)


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 < value <= 3600:
        raise argparse.ArgumentTypeError(f"{value:g} is not between 0 and 3600")
    return value


def run(args: argparse.Namespace) -> int:
    """Fetch and store each page; its path goes to stdout, what failed to stderr, and the rest goes on."""
    from tui.articles.fetch import SECONDS, FetchError, fetch, store

    code = DONE
    for url in args.urls:
        try:
            page = fetch(url, private=args.allow_private, seconds=args.timeout or SECONDS)
            stored = store(page, args.folder)
        except FetchError as error:
            sys.stderr.write(f"reex-tui: {one_line(str(error))}\n")
            code = SOME_FAILED
            continue
        if not stored.new:
            sys.stderr.write(f"reex-tui: {one_line(url)} was here already.\n")
        sys.stdout.write(f"{one_line(str(stored.path))}\n")
        sys.stdout.flush()
    return code
