"""Blocks → flattened text with a kind for each line, for formats that have no text of their own."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

from ..errors import UnreadableError
from ..extracted import Extracted, LineKind, Stated
from . import dom
from .kinds import block_kind

Line = tuple[LineKind | None, str]
"""A block's kind (None: still to be judged) and its text on one line."""

LARGEST_UNPACKED = 256 << 20
"""Bytes that the parts of an archive may have together."""
LARGEST_PART = 64 << 20
MOST_ARTICLES = 5000
"""Messages or entries that are read of one file."""


def flat(lines: Iterable[Line], stated: Stated, name: str = "") -> Extracted:
    """The lines as one text, a blank line between them."""
    kept = [(kind, " ".join(text.split())) for kind, text in lines]
    kept = [(kind, text) for kind, text in kept if text]
    kinds: list[LineKind | None] = []
    for kind, _ in kept:
        kinds += [kind, None]
    told = tuple(kinds[:-1]) if any(kind for kind, _ in kept) else None
    return Extracted("\n\n".join(text for _, text in kept), told, stated, name)


def html_lines(source: str) -> list[Line]:
    """The visible blocks of an HTML document all of which belongs to the article, with their kinds."""
    return [(block_kind(block), block.text) for block in dom.read(source).blocks if not block.hidden]


def open_archive(data: bytes, name: str, what: str) -> zipfile.ZipFile:
    """The zip archive that `data` is. Raises `UnreadableError` for what is none and for one that unpacks to too much."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        total = sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError(f"{name} is no {what} file, or it is damaged: {error}.") from None
    if total > LARGEST_UNPACKED:
        raise UnreadableError(f"{name} unpacks to more than {LARGEST_UNPACKED >> 20} MB: it was not opened.")
    return archive


def member(archive: zipfile.ZipFile, path: str) -> bytes | None:
    """A part of the archive; None when it is not there, damaged or larger than `LARGEST_PART`."""
    try:
        with archive.open(path) as part:
            data = part.read(LARGEST_PART + 1)
    except (KeyError, zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return None
    except Exception as error:  # zlib.error and its like have no common base
        if type(error).__module__ in ("zlib", "_lzma", "lzma", "_bz2"):
            return None
        raise
    return data if len(data) <= LARGEST_PART else None
