"""From paths to articles: the door through which source files come in."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from . import formats
from .build import build, build_plain
from .decode import decode
from .errors import UnreadableError
from .extracted import Extracted
from .model import Article
from .names import article_id, natural
from .origin import url_of

__all__ = ["LARGEST", "READABLE", "Problem", "Source", "UnreadableError", "find_sources", "read_source"]

LARGEST = 64 << 20
"""Bytes; a larger file is refused."""

TEXT_SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown"))
READABLE = TEXT_SUFFIXES | formats.SUFFIXES
"""The suffixes that are read in a folder, lower case."""

ABOUT_THE_FOLDER = frozenset({"README", "LICENSE", "LICENCE", "CHANGELOG"})
"""Names, without suffix, of files that are no article but tell of the folder; named by themselves they are read."""

STDIN = Path("-")


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
    """The source files that the paths name: files as they are, of folders what can be read, in the order of names.

    Of a folder the files with a readable suffix are taken; hidden files, folders in it and all else are left alone.
    `-` is the standard input. A file that is named twice is taken once.
    """
    found: list[Source] = []
    problems: list[Problem] = []
    seen: set[Path] = set()
    taken: set[str] = set()
    for path in paths:
        if path == STDIN:
            files = [(path, "-")]
        elif path.is_dir():
            files = _in_folder(path, problems)
        elif message := _unusable(path):
            problems.append(Problem(path, message))
            continue
        else:
            files = [(path, path.name)]
        for file, name in files:
            key = file if file == STDIN else file.resolve()
            if key in seen:
                continue
            seen.add(key)
            found.append(Source(file, name, article_id("stdin" if file == STDIN else name, taken)))
            taken.add(found[-1].id)
    return tuple(found), tuple(problems)


def _in_folder(folder: Path, problems: list[Problem]) -> list[tuple[Path, str]]:
    try:
        names = [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError as error:
        problems.append(Problem(folder, f"The folder {folder} cannot be read: {_reason(error)}."))
        return []
    home = folder.resolve()
    files = []
    for path in sorted(names, key=lambda path: (natural(path.name), path.name)):
        if path.suffix.lower() not in READABLE or path.stem.upper() in ABOUT_THE_FOLDER or path.is_dir():
            continue
        if path.is_symlink() and not _target(path).is_relative_to(home):
            problems.append(
                Problem(path, f"{path} is a link that leads out of its folder: it was not opened.")
            )
        elif message := _unusable(path):
            problems.append(Problem(path, message))
        else:
            files.append((path, path.name))
    if not files and not any(problem.path.parent == folder for problem in problems):
        kinds = ", ".join(sorted(READABLE))
        problems.append(Problem(folder, f"The folder {folder} holds no articles (readable are {kinds})."))
    return files


def _target(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return Path("/")


def _unusable(path: Path) -> str | None:
    """Why the path cannot be a source file, or None."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return f"There is no file or folder {path}: look at the spelling."
    except (OSError, ValueError, RuntimeError) as error:
        return f"{path} cannot be opened: {_reason(error)}."
    return None if stat.S_ISREG(mode) else f"{path} is no file (a pipe or a device): it was not opened."


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)


def read_source(source: Source, *, plain: bool = False, published: str | None = None) -> tuple[Article, ...]:
    """The articles in a source file: one, but for formats that hold several.

    With `plain` all of the file is body and `text` is the decoded file. `published` is the day to take where the text
    gives none. Raises `UnreadableError`.
    """
    data = _bytes(source)
    name = "The standard input" if source.path == STDIN else source.file
    if not data.strip():
        raise UnreadableError(f"{name} is empty: there is nothing to read in it.")
    sha256 = hashlib.sha256(data).hexdigest()
    suffix = source.path.suffix.lower()
    url = None if source.path == STDIN else url_of(source.path)
    extracted: tuple[Extracted, ...]
    if suffix in formats.SUFFIXES and not (plain and suffix in (".html", ".htm", ".xhtml")):
        extracted = formats.read(suffix, data, name, url=url)
    else:
        text = decode(data, name)
        is_page = not plain and _is_html(text)
        extracted = formats.read(".html", data, name, url=url) if is_page else (Extracted(text),)
    articles = []
    for part in extracted:
        identity = f"{source.id}-{part.name}" if part.name else source.id
        make = build_plain if plain else build
        own = (
            hashlib.sha256(part.text.encode("utf-8", "replace")).hexdigest() if len(extracted) > 1 else sha256
        )
        articles.append(make(part, id=identity, file=source.file, sha256=own, published=published))
    if not any(article.text.strip() for article in articles):
        raise UnreadableError(f"{name} holds no text: there is nothing to read in it.")
    return tuple(articles)


def _is_html(text: str) -> bool:
    start = text[:1000].lstrip("\ufeff \t\r\n").lower()
    return start.startswith(("<!doctype html", "<html"))


def _bytes(source: Source) -> bytes:
    """The bytes of a source, if it is a file (or the standard input) of no more than `LARGEST` bytes."""
    if source.path == STDIN:
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        try:
            descriptor = os.open(source.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            with os.fdopen(descriptor, "rb") as file:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise UnreadableError(
                        f"{source.file} is no file (a pipe or a device): it was not opened."
                    )
                data = file.read(LARGEST + 1)
        except (OSError, ValueError) as error:
            raise UnreadableError(f"{source.file} cannot be read: {_reason(error)}.") from None
    if len(data) > LARGEST:
        raise UnreadableError(
            f"{source.file} is larger than {LARGEST >> 20} MB: too large for an article; split it and open the parts."
        )
    return data
