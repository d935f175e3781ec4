"""From paths to articles: the door through which source files come in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .model import Article, Stretch
from .paragraphs import paragraphs


class UnreadableError(Exception):
    """A source cannot be made an article; the message is a sentence: what, which file, what to do."""


@dataclass(frozen=True)
class Source:
    """A source file found under the paths that were given. `file` is its name relative to the opened folder."""

    path: Path
    file: str
    id: str


@dataclass(frozen=True)
class Problem:
    """A path that cannot be used, and the sentence that says why."""

    path: Path
    message: str


def find_sources(paths: Iterable[Path]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The source files that the paths name: files as they are, of folders those that can be read, in the order of their names."""
    found = []
    for path in paths:
        found += sorted(p for p in path.iterdir() if p.suffix == ".txt") if path.is_dir() else [path]
    return tuple(Source(p, p.name, p.stem.partition("_")[0]) for p in found), ()


def read_source(source: Source, *, plain: bool = False, published: str | None = None) -> tuple[Article, ...]:
    """The articles in a source file: one, but for formats that hold several.

    With `plain` all of the file is body and `text` is the decoded file. `published` is the day to take where the text
    gives none. Raises `UnreadableError`.
    """
    data = source.path.read_bytes()
    text = data.decode("utf-8")
    blocks = paragraphs(text)
    stretch = (Stretch(0, len(text), 0),) if text else ()
    return (
        Article(
            source.id,
            source.file,
            hashlib.sha256(data).hexdigest(),
            None,
            published,
            "given" if published else "none",
            None,
            None,
            None,
            text,
            blocks,
            stretch,
            (),
            text,
            plain,
        ),
    )
