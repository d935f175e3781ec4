"""The folders that the articles lie in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def folder_of(folders: Mapping[str, Path], key: str) -> Path | None:
    """The folder of a source, or of the source that an article is a part of ("1:3.2" of "1:3"), by their keys."""
    return folders.get(key) or folders.get(key.partition(".")[0])
