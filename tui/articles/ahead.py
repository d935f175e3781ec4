"""The first source read by a process of its own, while the program that will show it is still being started.

The models and patterns that reading needs take as long to load as the program itself.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import DecodeError, Struct, ValidationError, msgpack

from .model import Article

PATIENCE = 20.0
"""Seconds that the process is given before the caller reads by itself."""


class First(Struct, frozen=True):
    """What the paths name, and the articles of the first source: none if it cannot be read.

    `sources` are path, file and id of each source, `problems` path and sentence of what cannot be used.
    """

    sources: tuple[tuple[str, str, str], ...]
    problems: tuple[tuple[str, str], ...]
    articles: tuple[Article, ...]


class Ahead:
    """The process. Whatever goes wrong with it, `take` gives None."""

    def __init__(self, paths: Sequence[Path]) -> None:
        """Start to read. The standard input is left alone; on a single core nothing would come sooner."""
        self._process: subprocess.Popen[bytes] | None = None
        if paths and Path("-") not in paths and (os.cpu_count() or 1) > 1:
            with contextlib.suppress(OSError, ValueError):
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "tui.articles.ahead", *map(str, paths)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )

    def take(self) -> First | None:
        """Wait for what was read; gives it once."""
        process, self._process = self._process, None
        if process is None:
            return None
        try:
            output, _ = process.communicate(timeout=PATIENCE)
            return msgpack.decode(output, type=First) if process.returncode == 0 else None
        except (subprocess.TimeoutExpired, OSError, DecodeError, ValidationError):
            process.kill()
            process.communicate()
            return None

    def close(self) -> None:
        """End the process if nobody waits for it any more."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def main(paths: Sequence[str]) -> None:
    """Read the first source and write it to stdout."""
    from .reading import UnreadableError, find_sources, read_source

    sources, problems = find_sources(Path(path) for path in paths)
    articles: tuple[Article, ...] = ()
    if sources:
        with contextlib.suppress(UnreadableError):
            articles = read_source(sources[0])
    first = First(
        tuple((str(source.path), source.file, source.id) for source in sources),
        tuple((str(problem.path), problem.message) for problem in problems),
        articles,
    )
    sys.stdout.buffer.write(msgpack.encode(first))


if __name__ == "__main__":
    main(sys.argv[1:])
